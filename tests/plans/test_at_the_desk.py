"""What a coordinator got in the mail, and how it was read: each was misread once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.language.times import time_meant

sys.path.insert(0, str(Path(__file__).parents[1] / "files" / "word"))
from word_xml import document, p, tbl, tc, tr

LETTER = """\
Regio: in het regioplan staat dat er in 2028 in Meppel 300 monteurs te weinig zijn, en daar helpen wij bij.

Wat willen we bereiken? Nu kiezen 3 van de 44 leerlingen een technische mbo-opleiding, in juli 2028 zijn dat er 12.

Wat gaan we doen? Elke leerling van klas 3 bouwt in acht weken een e-bike.

Met wie? Fietsenmaker Hoekstra (leent gereedschap), Drenthe College (studenten helpen) en de gemeente Meppel \
(subsidie nog niet zeker).

Kosten
Gereedschap en werkbanken 8500
Fietsen (tweedehands) 20 x 75
Uren ontwikkeling 60 uur a 55 euro
Gemeente: 2000
Totaal 13300
"""


def found(text, name="brief.txt"):
    judgement = judge_text(text, name)
    return judgement.plan, {one.rule: one for one in judgement.findings}


def test_a_sentence_behind_the_word_region_is_about_the_vision():
    plan, _ = found(LETTER)
    assert plan.vision.items[0].text.startswith("in het regioplan staat")
    assert plan.region is None


def test_of_several_partners_in_a_sentence_only_the_uncertain_one_is_asked():
    _, rules = found(LETTER)
    said = Translator("nl").say(rules["uncertain-partner"].message)
    assert said == "Dit is nog niet afgesproken: “de gemeente Meppel (subsidie nog niet zeker)”."


@pytest.mark.parametrize(
    ("answer", "quoted"),
    [
        ("Wij werken met ROC Twente, de gemeente en misschien een bedrijf.", "misschien een bedrijf"),
        ("ROC van Twente, Hoekstra en hopelijk ook Bouwbedrijf Jansen.", "hopelijk ook Bouwbedrijf Jansen"),
        ("Hoekstra geeft les, het ROC is nog niet gevraagd en de gemeente helpt.", "het ROC is nog niet gevraagd"),
        ("ROC van Twente geeft les en bakker Jan wil misschien meedoen.",
         "ROC van Twente geeft les en bakker Jan wil…"),
    ],
)  # fmt: skip
def test_what_is_quoted_of_a_hope_holds_the_hope(answer, quoted):
    _, rules = found(f"Doelen\n\nTwintig leerlingen.\n\nPartners\n\n{answer}\n")
    assert Translator("nl").say(rules["uncertain-partner"].message) == f"Dit is nog niet afgesproken: “{quoted}”."


def test_a_total_settles_who_pays_and_what_numbers_times_each_other_are():
    plan, rules = found(LETTER)
    assert (plan.costs, plan.cofinancing) == (13_300_00, 2_000_00)
    assert not {"costs-do-not-add-up", "ambiguous-amount", "no-cofinancing"} & set(rules)


@pytest.mark.parametrize("total", ["13500", "1350"])
def test_a_total_that_fits_no_reading_is_still_remarked(total):
    _, rules = found(LETTER.replace("13300", total))
    assert "costs-do-not-add-up" in rules


def test_goals_numbered_on_one_line_are_several():
    plan, _ = found("Doelen\n\n1. Er doen 20 leerlingen mee (nu 0). 2. 80% is tevreden.\n\nActiviteiten\n\nLessen.\n")
    assert [goal.text for goal in plan.goals.items] == ["Er doen 20 leerlingen mee (nu 0).", "80% is tevreden."]


TABLE = """\
# Projectplan

| Vraag | Antwoord |
|---|---|
| Regiovisie | De visie vraagt om meer instroom in de techniek. |
| Doelen | Er doen 25 leerlingen per jaar mee. |
| Activiteiten | Route langs vijf bedrijven |
| Mijlpalen | 1 september 2026 start; 1 juli 2028 eindmeting |
"""


def test_a_table_of_questions_in_a_text_is_read_as_in_word():
    plan, _ = found(TABLE, "nota.md")
    assert [answer.given for answer in plan.answers] == [True, True, True, True, False, False]
    assert plan.activities.items[0].text == "Route langs vijf bedrijven"


POINTS = """\
Hoi, hier ons plan voor STO Twente, school: Het Stedelijk Alpha

- Doel: in juni 2028 kunnen 60 leerlingen een printplaat solderen, nu niemand.
- Regiovisie: de regio wil meer elektrotechniek, daar past dit bij.
- Activiteiten: 10 lessen solderen, bezoek aan Thales.
- Planning: start september 2027, meting juni 2028.
- Partners: Thales ontvangt ons twee keer per jaar.
- Kosten: soldeerbouten 1200 euro.

Groetjes
"""


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "- **"])
def test_points_that_begin_with_the_words_of_the_questions_are_answers(mark):
    text = "".join(
        line.replace("- ", mark, 1).replace(":", ":**", 1)
        if "**" in mark and line[:2] == "- "
        else line.replace("- ", mark, 1)
        for line in POINTS.splitlines(keepends=True)
    )
    plan, rules = found(text)
    assert all(answer.given for answer in plan.answers)
    assert plan.school == "Het Stedelijk Alpha"
    assert "missing-question" not in rules


def test_points_with_words_of_questions_under_a_question_stay_there():
    headed = "Doelen\n\nTwintig leerlingen in 2027.\n\nActiviteiten\n\n"
    lines = [line for line in POINTS.splitlines() if line.startswith(("- Planning", "- Partners", "- Kosten"))]
    plan, _ = found(headed + "\n".join(lines) + "\n\nRegiovisie\n\nDe regio wil techniek.\n")
    assert not plan.resources.given
    assert len(plan.activities.items) == 3


def test_points_below_the_school_are_none_of_its_name():
    plan, _ = found("Plan\n\nschool: KSE Etten-Leur\n- doel: 20 leerlingen\n- planning: mei 2027\n- geld: 200 euro\n")
    assert plan.school == "KSE Etten-Leur"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("september 2026 - januari 2027", ("2026-09-01", "2027-01-31")),
        ("1 sept 2026 t/m 15 jan 2027", ("2026-09-01", "2027-01-15")),
        ("van september 2026 tot en met januari 2027", ("2026-09-01", "2027-01-31")),
        ("tussen maart 2027 en juni 2027", ("2027-03-01", "2027-06-30")),
        ("Q1 - Q3 2027", ("2027-01-01", "2027-09-30")),
        ("1-9-2026 t/m 31-1-2027", ("2026-09-01", "2027-01-31")),
        ("najaar 2026 - voorjaar 2027", ("2026-09-01", "2027-05-31")),
        ("week 40 2026 – week 45 2026", ("2026-09-28", "2026-11-08")),
        ("januari 2027 - september 2026", None),
        ("1 mei 2027 en 3 juli 2027", None),
        ("mei 2027 of juni 2027", None),
        (" - ".join(["mei 2027"] * 400), None),
    ],
)
def test_from_one_time_to_another_is_a_time(written, read):
    when = time_meant(written)
    assert (when and (when.first.isoformat(), when.last.isoformat())) == read


def test_a_column_that_says_whether_a_partner_agreed_is_believed():
    rows = [
        ["Organisatie", "Rol", "Akkoord?"],
        ["ROC", "geeft les", "ja"],
        ["Wolter", "materiaal", "in gesprek"],
        ["Livio", "zaal", "nee"],
    ]
    table = tbl(*(tr(*(tc(p(cell)) for cell in row)) for row in rows))
    body = p("Doelen", style="Kop1") + p("Twintig leerlingen.") + p("Samenwerking", style="Kop1") + table
    findings = judge_text(document(body), "plan.docx").findings
    said = [Translator("nl").say(one.message) for one in findings if one.rule == "uncertain-partner"]
    assert said == [
        "Dit is nog niet afgesproken: “Wolter (Akkoord?: in gesprek)”.",
        "Dit is nog niet afgesproken: “Livio (Akkoord?: nee)”.",
    ]
