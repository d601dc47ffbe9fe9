"""Partners in columns: what is agreed with them goes with what they do, and a long name fills its column."""

from __future__ import annotations

import pytest

from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.reading import read_plan

HEAD = "# Plan Metzo College\n\n## Doelen\n- In juni 2028 maken 40 leerlingen een werkstuk (nu 5).\n\n## Samenwerking\n"


def partners(text: str) -> list[tuple[str, str | None]]:
    plan = read_plan(text, "plan.md").plan
    assert plan is not None
    return [(one.text, one.how) for one in plan.cooperation.items]


@pytest.mark.parametrize("column", ["afspraak", "status", "bevestiging"])
def test_a_column_on_the_agreement_goes_with_what_a_partner_does(column):
    table = f"| partner | rol | {column} |\n|---|---|---|\n| Curio | leidt docenten op | contract van 3 maart 2025 |\n"
    [(name, how)] = partners(f"{HEAD}{table}")
    assert name == "Curio"
    assert how == f"leidt docenten op; {column}: contract van 3 maart 2025"


def test_a_name_that_fills_its_column():
    lines = (
        "Curio                       leidt de docenten op; raamovereenkomst 2025-2028",
        "Constructiebedrijf Attelaken stelt lasdraad ter beschikking, getekend 2 mei 2025",
        "Basisschool De Hofstede     groep 8 komt elk najaar; afgesproken met directie",
    )
    assert [name for name, _ in partners(HEAD + "\n".join(lines))] == [
        "Curio", "Constructiebedrijf Attelaken", "Basisschool De Hofstede",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("opdracht gegund onder voorbehoud van subsidie", False),
        ("offerte aanvaard onder voorbehoud van toekenning", False),
        ("opdracht onder voorbehoud van akkoord van de directie", True),
        ("onder voorbehoud", True),
    ],
)
def test_the_grant_as_the_only_condition_is_an_agreement(said, asked):
    point = f"- Westpoort: bouwt de installatie en schoolt de docenten; {said}.\n"
    findings = judge_text(f"{HEAD}{point}", "plan.md").findings
    assert any(one.rule == "uncertain-partner" for one in findings) == asked
