"""Something is used by a milestone before it is there by another.

Why:
    A group cannot work in a lab that is delivered three months later. Then one of the two dates is wrong, or the
    planning will not be met.

Example:
    milestones:
      - {date: 2026-09-07, milestone: The first group works in the workshop.}
      - {date: 2026-12-11, milestone: The workshop is installed and approved.}

Mend:
    Change one of the dates, or say where the first group works until then.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.wording import said_when
from sto_cli.plans.model import Milestone

ID = "milestone-before-activity"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"

LONG_WORD = 6
"""Letters of a word that names a thing; two milestones about one thing have it in common."""


class _Step(NamedTuple):
    milestone: Milestone
    when: When
    words: frozenset[str]
    things: frozenset[str]


def check(case: Case) -> Iterator[Flaw]:
    """Report what is used on a day before the day on which it is there."""
    steps = [_step(one, one.date) for one in case.meant(case.plan.milestones) if one.date is not None]
    for use in steps:
        ready = next((one for one in steps if _comes_later(use, one)), None)
        if ready is not None:
            yield Flaw(
                use.milestone.date_path,
                message(
                    "Here ({date}) something is used that is ready only later ({later}).",
                    date=said_when(use.when),
                    later=said_when(ready.when),
                ),
                message("Change one of the dates, or say where it is done until then."),
            )


def _step(milestone: Milestone, when: When) -> _Step:
    read = annotate(milestone.text)
    words = frozenset(term.value for term in read.terms("readiness"))
    said = {read.tokens[at].key for term in read.terms("readiness") for at in range(term.first, term.last)}
    long = (token.key for token in read.tokens if token.kind == "word" and len(token.key) >= LONG_WORD)
    return _Step(milestone, when, words, frozenset(word for word in long if word not in said))


def _comes_later(use: _Step, ready: _Step) -> bool:
    """Whether a thing is made ready after it is used; not where both say so."""
    apart = "use" in use.words and "ready" not in use.words and ready.words == {"ready"}
    return apart and use.when.last < ready.when.first and bool(_things(use) & _things(ready))


def _things(step: _Step) -> frozenset[str]:
    common = {"leerlingen", "docenten", "eerste", "tweede", "pupils", "teachers", "groepen", "volgende", "nieuwe"}
    return step.things - common
