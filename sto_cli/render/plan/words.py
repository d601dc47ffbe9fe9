"""Words for what a plan holds: forms, kinds of partners, amounts, days and months."""

from __future__ import annotations

from sto_cli.messages import N_, Translator
from sto_cli.plans.model import Form, PartnerKind

FORM_NAMES: dict[Form, str] = {
    "elective": N_("a technical elective (keuzevak)"),
    "practical-programme": N_("a technical practical programme"),
    "non-technical-profile": N_("technology in a non-technical profile"),
    "lower-years": N_("technology in the lower years"),
}

PARTNER_NAMES: dict[PartnerKind, str] = {
    "po": N_("primary education"),
    "vo": N_("secondary education"),
    "mbo": N_("mbo"),
    "company": N_("company"),
    "other": N_("other"),
}


def euros(cents: int, translator: Translator) -> str:
    """Write an amount: € 12.500 or € 12.500,50 in Dutch, €12,500 in English."""
    number = translator.number(cents // 100) if cents % 100 == 0 else translator.number(cents / 100, 2)
    return f"€ {number}" if translator.language == "nl" else f"€{number}"
