"""The schools that a report on a region is about, each with what is known of it, and what there is to do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sto_cli.messages import N_, Message, message
from sto_cli.register.model import Contact, Participation, School
from sto_cli.reports.count import Standing
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.standing import Nearby, Position
from sto_cli.steps.plan import MAP


@dataclass(frozen=True, slots=True)
class RegionSchool:
    """One school of the region, or one that may belong to it.

    `nearby` says how far one nearby lies, of which no region is known.

    `entry` is what says whether it takes part in this very region, `ended` the last participation that is over.
    `contact` follows the step plan: whom a teacher of the school turns to. `addressee` is whom the region itself writes
    to at the school: its STO contact, else its management. `plans` are those of this school among the plans that were
    handed in.
    """

    position: Position
    entry: Participation | None
    contact: Contact
    addressee: Contact
    plans: tuple[PlanSummary, ...] = ()
    nearby: Nearby | None = None
    ended: Participation | None = None

    @property
    def school(self) -> School:
        """The school itself."""
        return self.position.school

    @property
    def stopped(self) -> str | None:
        """Until when a school took part of which it is not known that it does so still, as the register writes it."""
        return self.ended.until if self.ended and self.standing in {"not_participating", "unknown"} else None

    @property
    def apart(self) -> bool:
        """Whether it is not certain that it belongs to the region."""
        return self.nearby is not None or self.position.shared

    @property
    def standing(self) -> Standing:
        """Whether it takes part."""
        return self.position.standing


def of_standing(schools: Iterable[RegionSchool], standing: Standing) -> tuple[RegionSchool, ...]:
    """Return the schools that stand so."""
    return tuple(one for one in schools if one.standing == standing)


TaskKind = Literal["talk", "ask", "invite", "place", "finish_plans", "collect_plans", "confirm"]
"""What is to be done.

- `talk`: go on with a school that is in talks;
- `ask`: whether a school of the region takes part;
- `invite`: a school that does not take part;
- `place`: find out to which region a school belongs that lies nearby, or in a municipality that regions share;
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
        """What is to be done, with the name of the school or the number of schools."""
        one, many = _SENTENCES[self.kind]
        first = self.schools[0].school
        school = f"{first.name}, {first.town}" if first.town else first.name
        n = len(self.schools)
        return message(one if n == 1 else many, n=n, school=school, map=MAP)


_SENTENCES: dict[TaskKind, tuple[str, str]] = {
    "talk": (N_("Go on talking with {school}."), N_("Go on talking with {n} schools that are in talks.")),
    "ask": (N_("Ask {school} whether it takes part."), N_("Ask {n} schools whether they take part.")),
    "invite": (N_("Invite {school}: it does not take part."), N_("Invite {n} schools that do not take part.")),
    "place": (
        N_("Find out to which region {school} belongs; the map tells: {map}"),
        N_("Find out to which region {n} schools nearby or in a shared municipality belong; the map tells: {map}"),
    ),
    "finish_plans": (
        N_("Go through the plan of {school}: it is not complete, or something in it is not right."),
        N_("Go through the plans of {n} schools: they are not complete, or something in them is not right."),
    ),
    "collect_plans": (
        N_("Ask {school} for its plan: it takes part."),
        N_("Ask {n} schools that take part for their plans."),
    ),
    "confirm": (
        N_("Check with {school} that this very location takes part: the source names only the school."),
        N_("Check with {n} schools that the location listed here takes part: the source names only the school."),
    ),
}


def tasks(schools: Sequence[RegionSchool], apart: Sequence[RegionSchool], *, plans_asked: bool) -> tuple[Task, ...]:
    """Return what there is to do; nothing where all is known and every plan is complete."""
    return tuple(task for task in _all(schools, apart, plans_asked=plans_asked) if task.schools)


def _all(schools: Sequence[RegionSchool], apart: Sequence[RegionSchool], *, plans_asked: bool) -> Iterator[Task]:
    taking_part = (*of_standing(schools, "likely"), *of_standing(schools, "participating"))
    yield Task("talk", of_standing(schools, "in_talks"))
    yield Task("ask", of_standing(schools, "unknown"))
    yield Task("invite", of_standing(schools, "not_participating"))
    yield Task("place", tuple(apart))
    if plans_asked:
        yield Task("finish_plans", tuple(one for one in (*schools, *apart) if unfinished(one)))
        yield Task("collect_plans", tuple(one for one in taking_part if not one.plans))
    yield Task("confirm", tuple(one for one in taking_part if one.entry and not one.entry.exact))


def unfinished(school: RegionSchool) -> bool:
    """Whether a plan of the school has a question open, or errors."""
    return any(not entry.complete or entry.findings.get("error") for entry in school.plans)


NOTHING_TO_DO = message("Nothing is open: of every school it is known whether it takes part.")
