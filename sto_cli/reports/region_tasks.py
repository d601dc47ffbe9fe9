"""What a coordinator does next in a region, weightiest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sto_cli.messages import Message, counted, message
from sto_cli.reports.region_schools import RegionSchool, of_standing
from sto_cli.steps.contact import MAP

TaskKind = Literal["ask", "invite", "place", "finish_plans", "collect_plans", "confirm"]
"""What is to be done.

- `ask`: whether a school of the region takes part;
- `invite`: a school that does not take part;
- `place`: find out to which region a school nearby belongs;
- `finish_plans`: plans with a question open or with errors, back to their schools;
- `collect_plans`: schools that take part and handed in no plan, where plans were handed in;
- `confirm`: that a school takes part where its source may mean another location.
"""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, with the schools that it is about."""

    kind: TaskKind
    schools: tuple[RegionSchool, ...]

    @property
    def sentence(self) -> Message:
        """What is to be done, with the number of schools."""
        n = len(self.schools)
        match self.kind:
            case "ask":
                return counted("Ask {n} school whether it takes part.", "Ask {n} schools whether they take part.", n)
            case "invite":
                return counted(
                    "Invite {n} school that does not take part yet.", "Invite {n} schools that do not take part yet.", n
                )
            case "place":
                return counted(
                    "Find out to which region {n} school nearby belongs; the map tells: {map}",
                    "Find out to which region {n} schools nearby belong; the map tells: {map}",
                    n,
                    map=MAP,
                )
            case "finish_plans":
                return counted(
                    "Go through the plan of {n} school: it is not complete, or something in it is not right.",
                    "Go through the plans of {n} schools: they are not complete, or something in them is not right.",
                    n,
                )
            case "collect_plans":
                return counted(
                    "Ask {n} school that takes part for its plan.", "Ask {n} schools that take part for their plans.", n
                )
            case "confirm":
                return counted(
                    "Check with {n} school that this very location takes part: the source names only the school.",
                    "Check with {n} schools that the location listed here takes part: the source names only the "
                    "school.",
                    n,
                )


def tasks(schools: Sequence[RegionSchool], nearby: Sequence[RegionSchool], *, plans_asked: bool) -> tuple[Task, ...]:
    """Return what there is to do; nothing where all is known and every plan is complete."""
    return tuple(task for task in _all(schools, nearby, plans_asked=plans_asked) if task.schools)


def _all(schools: Sequence[RegionSchool], nearby: Sequence[RegionSchool], *, plans_asked: bool) -> Iterator[Task]:
    taking_part = of_standing(schools, "participating")
    yield Task("ask", of_standing(schools, "unknown"))
    yield Task("invite", of_standing(schools, "not_participating"))
    yield Task("place", tuple(nearby))
    if plans_asked:
        yield Task("finish_plans", tuple(one for one in (*schools, *nearby) if unfinished(one)))
        yield Task("collect_plans", tuple(one for one in taking_part if not one.plans))
    yield Task("confirm", tuple(one for one in taking_part if one.entry and not one.entry.exact))


def unfinished(school: RegionSchool) -> bool:
    """Whether a plan of the school has a question open, or errors."""
    return any(not entry.complete or entry.findings.get("error") for entry in school.plans)


NOTHING_TO_DO = message("Nothing is open: of every school it is known whether it takes part.")
