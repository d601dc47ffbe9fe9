"""A table of costs is read once: its points, its total and its budget agree, whatever its columns are."""

from pathlib import Path

import pytest
from test_budgets_made import AROUND

from sto_cli.cli.converting import data_with_asked
from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.reading import read_plan
from sto_cli.render.plan.plan_yaml import plan_yaml

TABLES = {
    "a column per year": (
        "| Post | 2025 | 2026 | 2027 | Totaal |\n| Lokaal | 0 | 18.500 | 4.500 | 23.000 |\n"
        "| Uren | 3.200 | 3.200 | 3.200 | 9.600 |\n| Totaal | 3.200 | 21.700 | 7.700 | 32.600 |",
        [("Lokaal", 23_000, None), ("Uren", 9_600, None)], (None, 32_600, None),
    ),
    "years without a total": (
        "| Post | 2026 | 2027 |\n| Lokaal | 1.000 | 2.000 |\n| Uren | 500 | 500 |",
        [("Lokaal", 3_000, None), ("Uren", 1_000, None)], (None, 4_000, None),
    ),
    "names of who pays": (
        "| Post | Bedrag | Wie betaalt |\n| Hout | 2.000 | Rabobank |\n| Lasser | 3.000 | Voortman |\n"
        "| Uren | 500 | STO |\n| Totaal | 5.500 | |",
        [("Hout", 2_000, "other"), ("Lasser", 3_000, "other"), ("Uren", 500, "programme")], (500, 5_500, 5_000),
    ),
    "what covers each": (
        "| Omschrijving | Aantal | Prijs | Totaal | Dekking |\n| Koffers | 10 | 38,50 | 385 | STO |\n"
        "| Uren | 40 | 60 | 2.400 | eigen middelen |\n| Gastles | 4 | 250 | 1.000 | Cogas (in natura) |\n"
        "| Totaal | | | 3.785 | |",
        [("Koffers, 10 x 38,50", 385, "programme"), ("Uren, 40 x 60", 2_400, "school"),
         ("Gastles, 4 x 250", 1_000, "other")], (385, 3_785, 3_400),
    ),
    "a column for each payer": (
        "| Kostenpost | Begroot | STO-subsidie | Eigen bijdrage |\n| Module | 7.200 | 7.200 | 0 |\n"
        "| Huis | 17.500 | 14.000 | 3.500 |\n| Subtotaal | 24.700 | 21.200 | 3.500 |\n"
        "| Totaal | 24.700 | 21.200 | 3.500 |",
        [("Module", 7_200, "programme"), ("Huis", 17_500, "school")], (21_200, 24_700, 3_500),
    ),
    "cofin": (
        "| wat | bedrag | cofin |\n| Machines | 17.000 | 50% |\n| uren | 1.000 | nee |\n| Totaal | 18.000 | |",
        [("Machines", 17_000, "other"), ("uren", 1_000, None)], (9_500, 18_000, 8_500),
    ),
}  # fmt: skip


def euros(cents):
    return None if cents is None else cents // 100


@pytest.mark.parametrize(("table", "points", "figures"), TABLES.values(), ids=TABLES.keys())
def test_a_table_of_costs(table, points, figures):
    judged = judge_text(AROUND + table, "plan.md")
    plan = judged.plan
    assert [(one.text, one.amount.euros, one.payer) for one in plan.resources.items] == points
    assert tuple(map(euros, (plan.money.asked, plan.money.total, plan.money.others))) == figures
    assert plan.money.certain
    assert [one.rule for one in judged.findings if one.question == 6 and one.severity != "tip"] == []


def figures_of(reading):
    budget = reading.budget
    return budget.asked, budget.total, budget.others


def converted(reading):
    unread = (*(cell.text for cell in (*reading.unread, *reading.of_a_letter)), *reading.english.left_over)
    data = data_with_asked(reading, unread, Translator(reading.english.language))
    return read_plan(plan_yaml(data, reading.english.language, unread), "plan.yaml")


def three_figures():
    text = (Path(__file__).parent / "values" / "three_figures.txt").read_text("utf-8")
    for block in text.split("\n## ")[1:]:
        head, _, answer = block.partition("\n")
        figures, _, remarks = head.partition(":")
        wanted = tuple(None if one.strip() == "-" else int(one) for one in figures.split(";"))
        yield pytest.param(wanted, remarks.split(), answer, id=answer.strip()[:40])


@pytest.mark.parametrize(("figures", "remarks", "answer"), list(three_figures()))
def test_three_figures_are_read_and_survive_conversion(figures, remarks, answer):
    judged = judge_text(AROUND + answer, "plan.md")
    reading = read_plan(AROUND + answer, "plan.md")
    assert tuple(map(euros, figures_of(reading))) == figures
    assert sorted({one.rule for one in judged.findings if one.question == 6 and one.severity != "tip"}) == remarks
    assert figures_of(converted(reading)) == figures_of(reading)


PAYERS_BEHIND_THE_TOTAL = """\
| post | bedrag |
| Hout | 16.000 |
| Uren | 8.000 |
| Totaal | 24.000 |
| Gevraagd van STO | 18.000 |
| Bouwbedrijf | 4.000 |
| School | 2.000 |
"""


@pytest.mark.parametrize("text", [*(table for table, _, _ in TABLES.values()), PAYERS_BEHIND_THE_TOTAL])
def test_what_convert_writes_has_the_same_figures(text):
    reading = read_plan(AROUND + text, "plan.md")
    assert figures_of(reading)[1] is not None
    assert figures_of(converted(reading)) == figures_of(reading)


REALISTIC = sorted(
    path for path in (Path(__file__).parent / "realistic").rglob("*")
    if path.suffix in {".txt", ".md", ".yaml"} and ".labels." not in path.name
)  # fmt: skip
MOST_CHANGED = 9


@pytest.mark.slow
def test_most_plans_have_the_same_figures_when_converted():
    """What is left contradicts itself, or is said in a sentence that another question took."""
    read = [one for path in REALISTIC if (one := read_plan(path.read_bytes(), path.name)).plan is not None]
    assert sum(figures_of(converted(one)) != figures_of(one) for one in read) <= MOST_CHANGED
