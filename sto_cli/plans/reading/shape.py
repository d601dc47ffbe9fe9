"""The shape of a plan: its headings in both languages, what may stand under each, and what each is for.

This one table is the source of the reader's translation (`english.py`), of the published JSON Schemas
(`schemas.py`, `schemas/plan*.schema.json`) and of the template. Texts are msgids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sto_cli.messages import N_, Language
from sto_cli.plans.model import PartnerKind

TextKind = Literal["free", "name", "date", "amount", "yes-no", "form", "kind", "profile", "school"]
"""What a text is: free prose, a short name or id, or something with a form of its own."""

FORM_WORDS = {
    "elective": "keuzevak",
    "practical-programme": "praktijkgericht-programma",
    "non-technical-profile": "niet-technisch-profiel",
    "lower-years": "onderbouw",
    "theoretical-route": "theoretische-leerweg",
    "technical-profile": "technisch-profiel",
}
KIND_WORDS = {"po": "po", "vo": "vo", "mbo": "mbo", "company": "bedrijf", "other": "overig"}
KINDS_ALSO: dict[PartnerKind, tuple[str, ...]] = {
    "po": (
        "po-school",
        "po-scholen",
        "lagere-school",
        "kindcentrum",
        "basisschool",
        "basisscholen",
        "basisonderwijs",
        "bao",
        "primair-onderwijs",
        "primary-school",
    ),
    "vo": (
        "school",
        "scholen",
        "vmbo",
        "havo",
        "voortgezet-onderwijs",
        "middelbare-school",
        "secondary-school",
        "vakcollege",
        "praktijkonderwijs",
        "pro",
        "vo-school",
        "vo-scholen",
        "buurschool",
    ),
    "mbo": ("roc", "aoc", "mbo-school", "mbo-instelling", "vakschool", "mbo-college", "middelbaar-beroepsonderwijs"),
    "company": (
        "bedrijf",
        "bedrijven",
        "bedrijfsleven",
        "onderneming",
        "ondernemer",
        "ondernemers",
        "werkgever",
        "werkgevers",
        "companies",
        "business",
        "mkb",
        "installateur",
        "installatiebedrijf",
        "bouwbedrijf",
        "aannemer",
    ),
    "other": (
        "overig",
        "overige",
        "anders",
        "gemeente",
        "overheid",
        "hbo",
        "hogeschool",
        "universiteit",
        "stichting",
        "vereniging",
        "ziekenhuis",
        "zorginstelling",
        "zorg",
        "museum",
        "bibliotheek",
        "provincie",
        "waterschap",
        "municipality",
        "hospital",
        "kinderopvang",
        "brancheorganisatie",
    ),
}
"""Other words for a kind of partner; they are reported with the right word, and counted as it."""

YES_NO_WORDS = {"yes": "ja", "no": "nee"}
WORDS: dict[TextKind, dict[str, str]] = {"form": FORM_WORDS, "kind": KIND_WORDS}
"""Words that may be chosen, English → Dutch."""


DATE_PATTERN = r"^\s*\d{4}-\d{2}(-\d{2})?\s*$"
FILLED_PATTERN = r"\S"
PROFILE_SPELLINGS = ("M&T", "MaT", "D&P", "Z&W", "E&O")
"""Ways in which people write codes of profiles; the reader knows more (full names, small letters)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand under a heading: a text, a list, a group of headings, or one of these.

    `filled` says that it must hold something. In a group, `main` is the heading that must be there.
    """

    text: TextKind | None = None
    items: Shape | None = None
    group: tuple[PlanHeading, ...] = ()
    main: str | None = None
    filled: bool = False


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """A heading of a plan: its words, what stands under it, its title and description (msgids).

    `also` are other words that people use for it. They are understood, and reported with the right word.
    """

    english: str
    dutch: str
    shape: Shape
    title: str
    description: str
    also: tuple[str, ...] = field(default=())

    def word(self, language: Language) -> str:
        """Return the heading in a language."""
        return self.dutch if language == "nl" else self.english


_NAME = Shape("name")
_FREE = Shape("free")
_NAMES = Shape("name", items=Shape("name", filled=True))


_REMARKS = (
    "omschrijving", "beschrijving", "toelichting", "uitleg", "opmerking", "opmerkingen", "bijzonderheden", "details",
    "description", "explanation", "remark", "remarks", "note", "notes", "comment",
)  # fmt: skip
"""Words above more text about the same thing: it goes with the main text."""


def _main(english: str, dutch: str, title: str, description: str, *also: str) -> PlanHeading:
    return PlanHeading(english, dutch, Shape("free", filled=True), title, description, (*also, *_REMARKS))


def _details(main: PlanHeading, *headings: PlanHeading) -> Shape:
    """Describe an answer: a text, or a list of texts and of groups with these headings."""
    group = Shape("free", group=(main, *headings), main=main.english, filled=True)
    return Shape("free", items=group, filled=True)


_GOALS = _details(
    _main(
        "goal",
        "doel",
        N_("The goal"),
        N_("What will be different when the plan has worked."),
        "doelstelling",
        "tekst",
        "text",
        "naam",
        "name",
        "omschrijving",
    ),
    PlanHeading(
        "id",
        "id",
        _NAME,
        N_("Short name"),
        N_("A short name of your own, such as g1: activities use it to say which goal they serve."),
        ("nr", "nummer", "number", "code", "naam", "name", "kenmerk", "afkorting"),
    ),
    PlanHeading(
        "measure",
        "meetbaar",
        _FREE,
        N_("How you see that it is reached"),
        N_("A number, a date or something that can be counted: “60 pupils a year, from 24 now”."),
        ("maat", "indicator", "resultaat", "kpi", "meting", "smart"),
    ),
    PlanHeading(
        "measured",
        "gemeten",
        _FREE,
        N_("What was measured"),
        N_("Later, when the plan runs: what came of the goal so far."),
        ("tussenstand", "so-far"),
    ),
)
_ACTIVITIES = _details(
    _main(
        "activity",
        "activiteit",
        N_("The activity"),
        N_("What you will do, with whom and how often."),
        "actie",
        "action",
        "tekst",
        "text",
        "naam",
        "name",
        "omschrijving",
        "wat",
    ),
    PlanHeading(
        "goals",
        "doelen",
        _NAMES,
        N_("For which goals"),
        N_("The short names of the goals that this activity serves."),
        ("doel", "goal", "bij", "voor"),
    ),
    PlanHeading(
        "form",
        "vorm",
        Shape("form", items=Shape("form", filled=True)),
        N_("Form"),
        N_("In which form pupils meet technology here."),
        ("type", "soort"),
    ),
)
_MILESTONES = _details(
    _main(
        "milestone",
        "mijlpaal",
        N_("The milestone"),
        N_("What is done by then, so that anyone can see it."),
        "resultaat",
        "result",
        "tekst",
        "text",
        "naam",
        "name",
        "omschrijving",
        "wat",
    ),
    PlanHeading(
        "date",
        "datum",
        Shape("date"),
        N_("When"),
        N_("A day, such as 2026-10-01, or a month, such as 2026-10."),
        ("wanneer", "when", "maand", "month", "deadline", "gereed", "dag"),
    ),
    PlanHeading(
        "reached",
        "bereikt",
        _FREE,
        N_("Reached"),
        N_("Later, when the plan runs: yes or no, or the day on which it was reached."),
        ("gehaald", "done", "status", "stand", "stand-van-zaken", "voortgang", "progress"),
    ),
)
_COOPERATION = _details(
    _main(
        "partner",
        "partner",
        N_("The partner"),
        N_("The name of the school, the company or the institution."),
        "naam",
        "name",
        "wie",
        "who",
        "organisatie",
        "organisation",
        "bedrijf",
        "school",
    ),
    PlanHeading(
        "kind",
        "soort",
        Shape("kind"),
        N_("Kind of partner"),
        N_("Primary school (po), secondary school (vo), mbo, company, or other."),
        ("type", "sector"),
    ),
    PlanHeading(
        "how",
        "hoe",
        _FREE,
        N_("How you cooperate"),
        N_("What the partner does, and what you do for the partner."),
        ("rol", "role", "wat", "bijdrage", "activiteit", "omschrijving"),
    ),
)
_RESOURCES = _details(
    _main(
        "item",
        "post",
        N_("What is needed"),
        N_("Equipment, hours of staff, a room, transport."),
        "omschrijving",
        "description",
        "naam",
        "name",
        "wat",
        "middel",
        "kostenpost",
        "item",
    ),
    PlanHeading(
        "amount",
        "bedrag",
        Shape("amount"),
        N_("Amount in euros"),
        N_("In digits, without points: 12500."),
        ("kosten", "costs", "prijs", "price", "euro", "euros", "budget", "waarde"),
    ),
    PlanHeading(
        "cofinancing",
        "cofinanciering",
        Shape("yes-no"),
        N_("Cofinancing"),
        N_("Yes when others than the subsidy pay this: a company, or the school itself."),
        ("cofinancier", "eigen-bijdrage", "wie-betaalt", "betaald-door", "bijdrage", "who-pays"),
    ),
    PlanHeading(
        "payer",
        "betaler",
        Shape("free"),
        N_("Who pays"),
        N_("Only when it is not asked of STO: school, company, municipality, another subsidy."),
        ("financier", "paid-by"),
    ),
    PlanHeading(
        "year",
        "jaar",
        Shape("name"),
        N_("Year"),
        N_("When the costs are made: 2026, or 2027."),
        ("schooljaar", "kalenderjaar", "calendar-year"),
    ),
    PlanHeading(
        "spent",
        "besteed",
        Shape("amount"),
        N_("Spent"),
        N_("Later, when the plan runs: what was spent of it so far, in euros."),
        ("uitgegeven", "werkelijk", "spent-so-far"),
    ),
)
_PERIOD = (
    PlanHeading(
        "start",
        "begin",
        Shape("date"),
        N_("Start"),
        N_("The first day or month of the plan, such as 2026-08-01 or 2026-08."),
        ("van", "from", "startdatum", "begindatum", "vanaf", "eerste-dag", "first-day", "loopt-van"),
    ),
    PlanHeading(
        "end",
        "eind",
        Shape("date"),
        N_("End"),
        N_("The last day or month of the plan, such as 2028-07-31 or 2028-07."),
        ("einde", "tot", "until", "to", "einddatum", "tm", "laatste-dag", "last-day", "tot-en-met", "t/m", "loopt-tot"),
    ),
)

HEADINGS = (
    PlanHeading(
        "title",
        "titel",
        _FREE,
        N_("Title"),
        N_("The name of the plan."),
        ("naam", "name", "plan", "project", "projectnaam", "onderwerp"),
    ),
    PlanHeading(
        "school",
        "school",
        Shape("school"),
        N_("School"),
        N_("The code of the school, such as 00AH17, or its name and place. Find the code with: sto find-region NAME."),
        ("scholen", "schools", "vestigingscode", "brin", "schoolcode", "school-id"),
    ),
    PlanHeading(
        "region",
        "regio",
        _NAME,
        N_("STO region"),
        N_("The name of the region, or its short name, such as twente. Find it with: sto find-region SCHOOL."),
        ("sto-regio", "techniekregio", "regio-id"),
    ),
    PlanHeading(
        "profiles",
        "profielen",
        Shape("name", items=Shape("profile", filled=True)),
        N_("Profiles"),
        N_("The codes of the vmbo profiles that the plan is about: BWI, PIE, MT, MVI, MAT, DP, GR, ZW, EO, HBR."),
        ("profiel", "profile", "vmbo-profiel"),
    ),
    PlanHeading(
        "forms",
        "vormen",
        Shape("name", items=Shape("form", filled=True)),
        N_("Forms"),
        N_(
            "The forms in which pupils meet technology: a technical elective, a technical practical "
            "programme, technology in a non-technical profile, technology in the lower years."
        ),
        ("vorm", "form"),
    ),
    PlanHeading(
        "period",
        "periode",
        Shape(group=_PERIOD),
        N_("Period"),
        N_("When the plan starts and ends. The programme runs from 2025 up to and including 2028."),
        (
            "looptijd",
            "duur",
            "tijdpad",
            "van/tot",
            "van-tot",
            "start-einde",
            "start---einde",
            "begin-eind",
            "projectperiode",
        ),
    ),
    PlanHeading(
        "vision",
        "regiovisie",
        Shape("free", items=Shape("free", filled=True), filled=True),
        N_("1. How does the plan fit the Regiovisie?"),
        N_("What does your region want, and what does this plan add to it? The programme manager has the Regiovisie."),
        ("visie", "aansluiting", "regio-visie", "aansluiting-regiovisie"),
    ),
    PlanHeading(
        "goals",
        "doelen",
        _GOALS,
        N_("2. What are the specific goals of the plan?"),
        N_("What do you want to reach, for which pupils, and how will you see that it is reached?"),
        ("doel", "goal", "doelstellingen", "doelstelling", "objectives"),
    ),
    PlanHeading(
        "activities",
        "activiteiten",
        _ACTIVITIES,
        N_("3. Which activities lead to these goals?"),
        N_("What will you do as a school? Say which goal each activity serves."),
        ("activiteit", "activity", "acties", "actions", "aanpak", "werkzaamheden"),
    ),
    PlanHeading(
        "milestones",
        "mijlpalen",
        _MILESTONES,
        N_("4. When are milestones reached?"),
        N_("What is done by which day or month?"),
        ("mijlpaal", "milestone", "planning", "tijdlijn", "tijdsplanning"),
    ),
    PlanHeading(
        "cooperation",
        "samenwerking",
        _COOPERATION,
        N_("5. With whom in the region do you cooperate, and how?"),
        N_("Primary schools, other secondary schools, companies, the mbo: who does what?"),
        ("partners", "partner", "samenwerkingspartners", "samenwerkingen", "cooperatie"),
    ),
    PlanHeading(
        "resources",
        "middelen",
        _RESOURCES,
        N_("6. Which resources are needed?"),
        N_("What does the plan need, and what does it cost? Say what others than the subsidy pay."),
        ("middel", "begroting", "budget", "kosten", "costs", "financiering", "benodigdheden", "wat-is-er-nodig"),
    ),
    PlanHeading(
        "total",
        "totaal",
        Shape("amount"),
        N_("Total in euros"),
        N_("All amounts together, in digits, without points: 12500."),
        ("totaalbedrag", "sum", "som", "totale-kosten", "totale-kosten"),
    ),
)
"""The headings of a plan, in the order of a plan."""

PLAN = Shape(group=HEADINGS)

MAIN_PARTS = {one.english: one.shape.items.main for one in HEADINGS if one.shape.items and one.shape.items.main}
"""The part of a point that must be there, by question: `goals` → `goal`."""
