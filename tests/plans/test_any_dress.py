"""The same statements give one reading in any dress: text, mail, wrapped, bullets, tables, YAML of four kinds."""

from __future__ import annotations

import textwrap
from random import Random
from typing import NamedTuple

import pytest
import yaml

from sto_cli.plans.reading.reading import read_plan

GOALS = [
    "in juni 2028 kunnen 50 van de 60 leerlingen zelf een zonnepaneel aansluiten, nu 5",
    "12 leerlingen kiezen in 2028 een technische opleiding op het mbo, nu 4",
    "6 docenten zijn voor juli 2027 geschoold in robotica, nu 1",
    "20 meisjes volgen in 2028 het keuzevak robotica, nu 6",
]
ACTIVITIES = [
    "een werkplaats inrichten met twee robots", "tien lessen schrijven met het mbo", "drie docenten scholen",
    "twee excursies per jaar naar een bedrijf",
]  # fmt: skip
MILESTONES = [
    ("2026-12-11", "de werkplaats is ingericht"), ("2027-03-05", "de docenten zijn geschoold"),
    ("2027-06-25", "de lessen zijn een keer gegeven"), ("2028-06-16", "alle leerlingen zijn getoetst"),
]  # fmt: skip
PARTNERS = [
    ("Horizon College", "leest de lessen mee en neemt de toets af"), ("Bakker Installaties", "geeft zes gastlessen"),
    ("Summa College", "leent een instructeur uit"),
]  # fmt: skip
COSTS = [("robots", 12000), ("lesmateriaal", 3200), ("scholing van docenten", 4500), ("vervoer", 1300)]
VISION = "De regiovisie vraagt om robotica in het vmbo. Onze werkplaats heeft nog geen robot."

MONTHS = ("", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")  # fmt: skip


class Said(NamedTuple):
    """The statements of a plan."""

    goals: list[str]
    activities: list[tuple[str, int]]
    milestones: list[tuple[str, str]]
    partners: list[tuple[str, str]]
    costs: list[tuple[str, int]]
    paid: int

    @property
    def total(self) -> int:
        """What all costs come to."""
        return sum(euros for _, euros in self.costs)


def said(seed: int) -> Said:
    rng = Random(seed)
    goals = rng.sample(GOALS, rng.choice([2, 3]))
    activities = [(one, rng.randint(1, len(goals))) for one in rng.sample(ACTIVITIES, rng.choice([3, 4]))]
    milestones = sorted(rng.sample(MILESTONES, rng.choice([3, 4])))
    costs = rng.sample(COSTS, rng.choice([3, 4]))
    return Said(goals, activities, milestones, rng.sample(PARTNERS, 2), costs, rng.choice([2000, 2500, 3000]))


def facts(reading) -> tuple:
    """Return what is understood of a plan, as far as it is the same in any dress."""
    plan = reading.plan
    return (
        len(plan.goals.items), len(plan.activities.items),
        [one.date.last.isoformat() if one.date else None for one in plan.milestones.items],
        [one.text.split()[0] for one in plan.cooperation.items], reading.budget.total, reading.budget.others,
        plan.pupils, plan.start and plan.start.first.isoformat(), plan.end and plan.end.last.isoformat(), plan.profiles,
    )  # fmt: skip


def day(iso: str) -> str:
    year, month, number = iso.split("-")
    return f"{int(number)} {MONTHS[int(month)]} {year}"


# Dresses


def template(one: Said) -> str:
    return yaml.safe_dump(
        {
            "titel": "Robotica", "school": "Candea College, Duiven", "profielen": ["PIE"],
            "periode": {"begin": "2026-08-01", "eind": "2028-07-31"},
            "regiovisie": VISION,
            "doelen": [{"id": f"d{at}", "doel": goal} for at, goal in enumerate(one.goals, 1)],
            "activiteiten": [{"activiteit": what, "doelen": [f"d{goal}"]} for what, goal in one.activities],
            "mijlpalen": [{"datum": when, "mijlpaal": what} for when, what in one.milestones],
            "samenwerking": [{"partner": who, "hoe": how} for who, how in one.partners],
            "middelen": [
                {"post": what, "bedrag": str(euros), "cofinanciering": str(one.paid) if not at else "nee"}
                for at, (what, euros) in enumerate(sorted(one.costs, key=lambda cost: -cost[1]))
            ],
            "totaal": str(one.total),
            "doelgroep": "60 leerlingen van klas 3 en 4",
        },
        allow_unicode=True, sort_keys=False,
    )  # fmt: skip


def _money(one: Said) -> dict[str, str]:
    costs = {what: str(euros) for what, euros in one.costs}
    return costs | {
        "totaal": str(one.total), f"bijdrage van {one.partners[0][0]}": str(one.paid),
        "gevraagd van STO": str(one.total - one.paid),
    }  # fmt: skip


def numbered(one: Said) -> str:
    return yaml.safe_dump(
        {
            "aanvrager": {"school": "Candea College", "plaats": "Duiven", "profiel": "PIE"},
            "looptijd": "1 augustus 2026 t/m 31 juli 2028", "voor_wie": "60 leerlingen van klas 3 en 4",
            "vraag1_visie": VISION,
            "vraag2_doelen": {f"doel {at}": goal for at, goal in enumerate(one.goals, 1)},
            "vraag3_activiteiten": [{"wat": what, "hoort_bij": f"doel {goal}"} for what, goal in one.activities],
            "vraag4_mijlpalen": {day(when): what for when, what in one.milestones},
            "vraag5_partners": dict(one.partners),
            "vraag6_geld": _money(one),
        },
        allow_unicode=True, sort_keys=False,
    )  # fmt: skip


def own_words(one: Said) -> str:
    return yaml.safe_dump(
        {
            "thuishaven": {"school": "Candea College", "plaats": "Duiven", "profiel": "PIE", "leerlingen": "60"},
            "vertrek": "2026-08-01", "aankomst": "2028-07-31",
            "waarom wij": VISION,
            "bestemming": [{"nr": str(at), "wat": goal} for at, goal in enumerate(one.goals, 1)],
            "koers": [{"wat": what, "voor": str(goal)} for what, goal in one.activities],
            "bakens": [{"wanneer": when, "wat": what} for when, what in one.milestones],
            "bemanning": [{"naam": who, "rol": how} for who, how in one.partners],
            "lading": _money(one),
        },
        allow_unicode=True, sort_keys=False,
    )  # fmt: skip


def rows(one: Said) -> str:
    return yaml.safe_dump(
        {
            "kop": {"school": "Candea College, Duiven", "profiel": "PIE", "periode": "1 augustus 2026 - 31 juli 2028",
                    "doelgroep": "60 leerlingen van klas 3 en 4"},
            "inhoud": {
                "aansluiting": VISION,
                "doelen": [f"{at}. {goal}" for at, goal in enumerate(one.goals, 1)],
                "activiteiten": [f"{what} (doel {goal})" for what, goal in one.activities],
                "planning": [[day(when), what] for when, what in one.milestones],
                "met wie": [{who: how} for who, how in one.partners],
                "kosten": [[what, str(euros)] for what, euros in _money(one).items()],
            },
        },
        allow_unicode=True, sort_keys=False,
    )  # fmt: skip


HEAD = "School: Candea College, Duiven\nProfiel: PIE\nLooptijd: 1 augustus 2026 t/m 31 juli 2028\n"
GROUP = "Doelgroep: 60 leerlingen van klas 3 en 4\n"


def _text(one: Said, bullet: str = "- ", width: int = 0) -> str:
    def lines(texts):
        made = [f"{bullet}{text}" for text in texts]
        if width:
            made = [textwrap.fill(line, width, subsequent_indent=" " * len(bullet)) for line in made]
        return "\n".join(made)

    vision = textwrap.fill(VISION, width) if width else VISION
    return "\n\n".join([
        HEAD + GROUP.strip(),
        f"Regiovisie\n{vision}",
        "Doelen\n" + lines(f"Doel {at}: {goal}" for at, goal in enumerate(one.goals, 1)),
        "Activiteiten\n" + lines(f"{what} (doel {goal})" for what, goal in one.activities),
        "Mijlpalen\n" + lines(f"{day(when)}: {what}" for when, what in one.milestones),
        "Samenwerking\n" + lines(f"{who}: {how}" for who, how in one.partners),
        "Middelen\n" + lines(f"{what}: {euros}" for what, euros in _money(one).items()),
    ])  # fmt: skip


def bullets(one: Said) -> str:
    return _text(one)


def lines(one: Said) -> str:
    return _text(one, "")


def wrapped(one: Said) -> str:
    return _text(one, width=46)


def mail(one: Said) -> str:
    return f"Beste regio,\n\nHierbij ons plan.\n\n{_text(one)}\n\nMet vriendelijke groet,\nde sectie techniek\n"


def tables(one: Said) -> str:
    def table(head, body):
        return "\n".join([f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body)])

    return "\n\n".join([
        HEAD + GROUP.strip(),
        f"## Regiovisie\n\n{VISION}",
        "## Doelen\n\n" + table(["nr", "doel"], [[str(at), goal] for at, goal in enumerate(one.goals, 1)]),
        "## Activiteiten\n\n" + table(["activiteit", "doel"], [[what, str(goal)] for what, goal in one.activities]),
        "## Mijlpalen\n\n" + table(["wanneer", "mijlpaal"], [[day(when), what] for when, what in one.milestones]),
        "## Samenwerking\n\n" + table(["partner", "rol"], [list(pair) for pair in one.partners]),
        "## Middelen\n\n" + table(["post", "bedrag"], [[what, str(euros)] for what, euros in _money(one).items()]),
    ])  # fmt: skip


DRESSES = {
    "yaml": (template, numbered, own_words, rows), "txt": (bullets, lines, wrapped, mail), "md": (tables,),
}  # fmt: skip
SEEDS = range(12)


@pytest.mark.parametrize(
    ("dress", "kind"), [(dress, kind) for kind, dresses in DRESSES.items() for dress in dresses],
    ids=lambda one: getattr(one, "__name__", one),
)  # fmt: skip
def test_the_same_statements_give_one_reading(dress, kind):
    for seed in SEEDS:
        one = said(seed)
        reading = read_plan(dress(one), f"plan.{kind}")
        expected = (
            len(one.goals), len(one.activities), [when for when, _ in one.milestones],
            [who.split()[0] for who, _ in one.partners], one.total * 100, one.paid * 100, 60,
            "2026-08-01", "2028-07-31", ("PIE",),
        )  # fmt: skip
        assert facts(reading) == expected, dress(one)
