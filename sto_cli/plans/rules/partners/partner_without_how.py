"""A partner is named, but not what the partner does.

Why:
    The flyer asks with whom and how. “Companies” or a name alone says nothing about who does what, so the programme
    manager will ask.

Example:
    cooperation:
      - {partner: ROC van Twente, kind: mbo, how: Students help with the lessons in year 1.}
      - {partner: Primary school De Esch, kind: po}

Mend:
    Write in a few words what the partner does and what you do for the partner: “two lessons a year in their workshop”.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.silent_partners import silent_in
from sto_cli.plans.rules.answers import short_answer
from sto_cli.plans.rules.partners import no_partner_in_region

ID = "partner-without-how"
SEVERITY: Severity = "warning"
SOURCE = "question-cooperation"


def check(case: Case) -> Iterator[Flaw]:
    """Report partners without a word on what they do; once when none has one."""
    answer = case.plan.cooperation
    if any(no_partner_in_region.check(case)) or any(flaw.path == (answer.key,) for flaw in short_answer.check(case)):
        return  # those say it already
    partners = case.meant(answer)
    silent = [(partner, said) for partner in partners if (said := silent_in(partner, partners)) is not None]
    if silent and all(said == partner.text for partner, said in silent) and len(silent) == len(partners):
        yield Flaw(
            ("cooperation",),
            message("The plan says with whom you cooperate, but not how."),
            message("Write for each partner what it does, and what you do for it."),
            on="heading",
        )
        return
    for partner, said in silent:
        yield Flaw(
            (*partner.path, "how") if partner.how and said == partner.text else partner.path,
            message("The plan does not say what this partner does: {partner}.", partner=quoted(said)),
            message("Write under “{word}” what it does, and what you do for it.",
                    word=case.word(*partner.path, "how")),
        )  # fmt: skip
