"""The text names another school than the one that the plan is from.

Why:
    Plans are copied from one location to another, and then an old name stays behind. A school that you work with
    belongs under question 5.

Example:
    vision: The region asks for technology in the lower years. Bonhoeffer College wants to add a workshop to that.

Mend:
    Check whether the right school is meant. If it is a partner, name it under question 5 and say what it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.schools_named import schools_named

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.register.register import Register

ID = "other-school-named"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"

LONGEST = 20_000
"""Characters of a text that are looked through; the longest answer of the example plans has 1,500."""


def check(case: Case) -> Iterator[Flaw]:
    """Report the first other school in the title, the vision, a goal, an activity or a milestone."""
    own = case.possible_schools
    if not own or case.register is None:
        return
    partners = plain(" ".join(f"{one.text} {one.how or ''}" for one in case.plan.cooperation.items))
    for path, text in _texts(case):
        for name, school in schools_named(text[:LONGEST], case.register):
            if name not in partners and not any(_own(name, one, case.register) for one in own):
                yield Flaw(
                    path,
                    message("This names {other}, but the plan is from {school}.",
                            other=quoted(school.name), school=quoted(own[0].name)),
                    message("Check the name. If it is a partner, say under “{word}” what it does.",
                            word=case.word("cooperation")),
                )  # fmt: skip
                return


def _texts(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    plan = case.plan
    if plan.title:
        yield ("title",), plan.title
    for answer in (plan.vision, plan.goals, plan.activities, plan.milestones):
        yield from ((item.path, item.text) for item in answer.items if answer.sound)


def _own(name: str, own: School, register: Register) -> bool:
    """Whether a name may mean the school itself, or another location of its institution."""
    ours = {plain(one.name) for one in register.schools_by_institution.get(own.institution, ())}
    return any(name in one or one in name for one in ours)
