"""Words for values of the register and of plans: kinds, profiles, forms, amounts, days; each standing with its sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.dates import written_date
from sto_cli.register.model import Participation, RegionKind, School, SchoolKind, Status
from sto_cli.render.visible import visible
from sto_cli.reports.count import Count, Standing

if TYPE_CHECKING:
    from sto_cli.plans.model import Form, PartnerKind
    from sto_cli.plans.reading.budget import Payer


SCHOOL_KINDS: dict[SchoolKind, str] = {
    "technical": N_("school with a technical profile"),
    "non_technical": N_("school without a technical profile"),
    "theoretical": N_("school with only the theoretical learning path (tl)"),
    "lower_years": N_("location with vmbo that has no exam class: lower years, or new"),
    "practical": N_("school for practical education, without vmbo"),
    "havo_vwo": N_("school with havo or vwo, without vmbo"),
    "unknown": N_("profiles not known"),
}

REGION_KINDS: dict[RegionKind, str] = {
    "techniekregio": N_("techniekregio"),
    "techniekluw": N_("techniekluwe regio (few technical pupils, or organised otherwise)"),
}

STATUS_WORDS: dict[Status, str] = {
    "participating": N_("takes part"), "in_talks": N_("in talks"), "not_participating": N_("does not take part"),
}  # fmt: skip
"""What a school does, by its status."""

TAKES_PART: dict[Status | None, str] = {
    None: N_("not known"), "participating": N_("yes"), "in_talks": N_("not yet: in talks"),
    "not_participating": N_("no"),
}  # fmt: skip
"""The answer to the question whether it takes part."""


def takes_part(entry: Participation | None) -> str:
    """Answer whether a school takes part: what a page speaks against is not known, what may mean another is likely."""
    if entry is None or entry.contradicted:
        return TAKES_PART[None]
    return N_("probably") if entry.likely else TAKES_PART[entry.status]


ROLES = {
    "school-contact": N_("STO contact at the school"),
    "programme-manager": N_("programme manager of the region"),
    "supporter": N_("supporter of the programme"),
    "school-management": N_("management of the school"),
}
"""Whom to write to, by the role of a contact, as a table says it."""

BY_THE_MAP = N_("the programme manager of the region, which the map shows")
"""Who is meant where the region has no page."""


PEOPLE_WRITE = {"DP": "D&P", "ZW": "Z&W", "EO": "E&O", "MT": "M&T", "MAT": "MaT", "GR": "Groen"}
"""Profiles that people write otherwise than the register does."""


def profile_words(school: School) -> str:
    """Return a school's profiles as people write them: BWI, PIE, D&P."""
    return ", ".join(PEOPLE_WRITE.get(code, code) for code in school.profiles or ())


NAMES_BEFORE = re.compile(r"(?:(?:sto[- ])?(?:techniek)?regio|sto|sterk techniek ?onderwijs)\s+(?=\S)", re.IGNORECASE)


def short_region(name: str) -> str:
    """Return a region's name without what many names begin with: "Regio Haaglanden" is Haaglanden."""
    bare = NAMES_BEFORE.sub("", name, count=1) if NAMES_BEFORE.match(name) else name
    return bare[:1].upper() + bare[1:]


def address_words(school: School) -> str:
    """Return where a school stands: street and place."""
    return ", ".join(part for part in (school.address.street, school.town) if part)


def by_page(date: str | None) -> Message:
    """Say on what grounds the register knows something."""
    if date is None:
        return message("according to a public page (date not known)")
    return message("according to a public page of {date}", date=written_date(date))


class StandingLook(NamedTuple):
    """A standing in words: of one school, as the heading above a number of them, and the same where room is scarce.

    `sign` and `style` draw it on a terminal, `colour` in a workbook; pages have a mark and a class of its name.
    """

    word: str
    heading: str
    short: str
    sign: str
    style: str
    colour: str


LOOKS: dict[Standing, StandingLook] = {
    "participating": StandingLook(N_("takes part"), N_("take part"), N_("take part"), "█", "good", "#0A5B6B"),
    "likely": StandingLook(N_("likely takes part"), N_("likely take part"), N_("likely"), "▓", "good", "#7FB3BD"),
    "in_talks": StandingLook(N_("in talks"), N_("in talks"), N_("in talks"), "+", "warning", "#D9A441"),
    "unknown": StandingLook(N_("not known"), N_("not known"), N_("unknown"), "░", "gutter", "#BFC5CB"),
    "not_participating": StandingLook(
        N_("does not take part"), N_("do not take part"), N_("do not"), "×", "error", "#C2541B"
    ),
}
"""In the order of a bar: what is known to take part first, what is known not to last."""

STANDINGS: dict[Standing, str] = {standing: look.word for standing, look in LOOKS.items()}
HEADINGS: dict[Standing, str] = {standing: look.heading for standing, look in LOOKS.items()}


def occurring(count: Count | None = None) -> list[Standing]:
    """Return the standings that occur in a count, and in any case who takes part; without one all of them."""
    return [one for one in LOOKS if count is None or one == "participating" or getattr(count, one)]


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
