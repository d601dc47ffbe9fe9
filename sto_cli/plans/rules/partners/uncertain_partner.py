"""A partner is hoped for, but has not agreed yet.

Why:
    A plan that leans on a partner who says no falls over. Who is still to be asked is good to know, but is no
    partner yet.

Example:
    cooperation:
      - {partner: ROC van Twente, kind: mbo, how: Perhaps students can help with the lessons.}
      - {partner: Primary school De Esch, kind: po, how: Groups 8 visit our workshop in November.}

Mend:
    Ask the partner before you hand in the plan, and write down what was agreed. Or say until when you will ask, and
    what you will do without this partner.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.intentions import hoped_for, hopes_in, is_for_later, sentences_of
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Partner

ID = "uncertain-partner"
SEVERITY: Severity = "warning"
SOURCE = "question-cooperation"


def check(case: Case) -> Iterator[Flaw]:
    """Report partners that are only an intention, once for every point."""
    partners = case.meant(case.plan.cooperation)
    agreed = any(_tells_of_agreement(partner) for partner in partners)
    for partner in partners:
        for part, text in ((None, partner.text), ("how", partner.how)):
            hopes = hopes_in(text) if text else ()
            hope = next((one for one in hopes if not (agreed and is_for_later(one))), None)
            if hope is not None:
                name, *below = partner.text.split("\n")
                hope = f"{name} ({hope})" if part is None and hope in below else hoped_for(hope)
                yield Flaw(
                    partner.path if part is None else (*partner.path, part),
                    message("This has not been agreed yet: {text}.", text=quoted(hope)),
                    message("Ask before you hand in the plan and write down what was agreed, or say what you will do "
                            "without this partner."),
                )  # fmt: skip
                break


def _tells_of_agreement(partner: Partner) -> bool:
    """Whether a sentence about partners is no hope."""
    text = f"{partner.text}\n{partner.how or ''}"
    hopes = {*hopes_in(text)}
    return any(one.strip() and one not in hopes for line in text.split("\n") for one in sentences_of(line))
