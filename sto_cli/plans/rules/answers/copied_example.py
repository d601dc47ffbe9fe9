"""The example of the template, or a sentence of the programme's flyer, stands there as the answer.

Why:
    The example shows what an answer may look like; the flyer says what the programme is for. Neither says what your
    school will do.

Example:
    vision: >
      The Regiovisie wants every pupil to meet technology before choosing a profile. With this plan our pupils
      of years 1 and 2 do so in eight lessons a year.

Mend:
    Write your own answer in its place, however short. A sentence of the flyer may stay when you say what your plan
    adds to it.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw, is_copied_item
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.shape import HEADINGS

ID = "copied-example"
SEVERITY: Severity = "error"
SOURCE = "concrete-plan"


def check(case: Case) -> Iterator[Flaw]:
    """Report answers, and points of answers, that are an example, a question or a sentence of the flyer."""
    titles = {heading.english: heading.title for heading in HEADINGS}
    for answer in case.plan.answers:
        for item in answer.items if answer.sound else ():
            if is_copied_item(item):
                yield Flaw(
                    item.path,
                    message("This is not your own answer, but that of the template or the flyer: {text}.",
                            text=quoted(item.text)),
                    message("Answer it for your own school: {question}", question=Message(titles[answer.key])),
                )  # fmt: skip
