"""No mbo school is among the partners.

Why:
    In a region the vmbo and the mbo must work together, and pupils go on to the mbo. A plan without it is possible,
    but the region will ask.

Example:
    cooperation:
      - {partner: Two primary schools in the neighbourhood, kind: po, how: Their pupils visit our lab.}

Mend:
    Ask the mbo in your region what it can do: guest lessons, students who help, a visit to its workshops.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.partners import without_denials
from sto_cli.plans.model import Partner
from sto_cli.plans.rules.partners import no_partner_in_region

ID = "no-mbo-partner"
SEVERITY: Severity = "tip"
SOURCE = "mbo"


def check(case: Case) -> Iterator[Flaw]:
    """Report a settled answer without an mbo school, unless it names nobody at all."""
    answer = case.plan.cooperation
    if not case.settled(answer) or any(_is_mbo(partner, case) for partner in answer.items):
        return
    if any(no_partner_in_region.check(case)):
        return
    yield Flaw(
        ("cooperation",),
        message("Under “{word}” no mbo school is named.", word=case.word("cooperation")),
        message("Ask the mbo in your region what it can do for this plan."),
        on="heading",
    )


def _is_mbo(partner: Partner, case: Case) -> bool:
    """Whether a partner is, or its text speaks of, an mbo school; a "Nova College" that is a vo school is none."""
    if partner.kind in {"po", "vo"}:
        return names_mbo(partner.how or "")
    return partner.kind == "mbo" or names_mbo(
        f"{without_denials(partner.text)} {partner.how or ''} {case.written(*partner.path, 'kind') or ''}"
    )
