"""Words for what a plan holds: forms, kinds of partners, amounts, days and months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sto_cli.messages import N_, Translator, message
from sto_cli.render.visible import visible

if TYPE_CHECKING:  # the reading of plans takes 50 ms, which a report that only writes amounts does not need
    from collections.abc import Sequence

    from sto_cli.plans.model import Form, PartnerKind
    from sto_cli.plans.reading.budget import Payer
    from sto_cli.register.model import School

FORM_NAMES: dict[Form, str] = {
    "elective": N_("a technical elective (keuzevak)"),
    "practical-programme": N_("a technical practical programme"),
    "non-technical-profile": N_("technology in a non-technical profile"),
    "lower-years": N_("technology in the lower years"),
    "theoretical-route": N_("technical teaching in the theoretical route (tl)"),
    "technical-profile": N_("better quality in a technical profile"),
}

PARTNER_NAMES: dict[PartnerKind, str] = {
    "po": N_("primary education"),
    "vo": N_("secondary education"),
    "mbo": N_("mbo"),
    "company": N_("company"),
    "other": N_("other"),
}


def form_names(forms: Sequence[Form], own: Sequence[str], translator: Translator) -> list[str]:
    """Name forms of meeting technology; those in the writer's own words as they stand, and as not classed."""
    from sto_cli.plans.language.wording import quoted

    known = [translator.text(FORM_NAMES[form]) for form in forms]
    return known + [translator.say(message("{words} (not classed)", words=quoted(visible(one)))) for one in own]


PAYER_NAMES: dict[Payer, str] = {
    "programme": N_("STO"),
    "company": N_("company"),
    "school": N_("school"),
    "other_subsidy": N_("another subsidy"),
    "municipality": N_("municipality"),
    "other": N_("not classed"),
}

COUNTED_KIND = "companies_and_others"
KINDS_OF_MONEY = {
    COUNTED_KIND: N_("of which companies and others (probably counts)"),
    "school": N_("of which the school itself"),
    "other_subsidy": N_("of which another subsidy"),
    "not_classed": N_("of which not classed (whether it counts is not known)"),
    "not_said": N_("of which it is not said who pays"),
}
"""What others pay by its kind (`Costs.kinds`)."""

HALVES = {
    "2025-2026": N_("Of the total in 2025–2026"),
    "2027-2028": N_("Of the total in 2027–2028"),
    "undated": N_("Of the total without a year"),
}
"""The two halves of the programme (`Costs.halves`)."""


def names_of(schools: Sequence[School]) -> str:
    """Name the schools of a plan, each name once."""
    return " + ".join(dict.fromkeys(school.name for school in schools))


def towns_of(schools: Sequence[School]) -> str:
    """Name the places of the schools of a plan, each once."""
    return " + ".join(dict.fromkeys(school.town for school in schools if school.town))


def codes_of(schools: Sequence[School]) -> str:
    """Return the codes of the schools of a plan."""
    return ", ".join(school.id for school in schools)


def in_euros(cents: int | None) -> int | float | None:
    """Return an amount in euros as data: whole where it has no cents."""
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100


def euros(cents: int, translator: Translator) -> str:
    """Write an amount: € 12.500 or € 12.500,50 in Dutch, €12,500 in English."""
    number = translator.number(cents // 100) if cents % 100 == 0 else translator.number(cents / 100, 2)
    return f"€ {number}" if translator.language == "nl" else f"€{number}"
