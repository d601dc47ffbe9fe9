"""Lines that look like headings and are none: a table of contents, a question in an answer, the begin of a period."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.question_headings import heading_in
from sto_cli.plans.reading.reading import read_plan

HEADINGS = [
    "1. Hoe sluit het plan aan bij de Regiovisie?",
    "2. Wat zijn de doelen?",
    "3. Welke activiteiten?",
    "4. Wanneer zijn de mijlpalen bereikt?",
    "5. Met wie werken we samen?",
    "6. Wat is er nodig?",
]
ANSWERS = [
    "Ons plan past bij de visie van de regio omdat wij techniek dichter bij leerlingen brengen.",
    "In juli 2027 hebben 40 leerlingen techniek gekozen als keuzevak.",
    "Elke week een les van twee uur in het technieklab.",
    "1 december 2026: de werkplaats is ingericht\n1 juli 2027: telling van de keuzes",
    "ROC van Twente: gastlessen in het lab",
    "Printers: 5000\nTotaal: 5000",
]
PLAN = "\n".join(f"{heading}\n{answer}" for heading, answer in zip(HEADINGS, ANSWERS, strict=True))


def _said(text, register):
    judged = judge_text(text.encode(), "plan.txt", register, date(2026, 11, 24))
    return sorted(one.rule for one in judged.findings)


@pytest.mark.parametrize("behind", ["", " ........ 3", "\t3", " … 3", "  "])
@pytest.mark.parametrize("title", ["", "Inhoud\n", "Inhoudsopgave\n\n"])
def test_a_table_of_contents_answers_nothing(behind, title, register):
    contents = "\n".join(f"{heading}{behind}" for heading in HEADINGS)
    start = "Technieklab\nSchool: 00AH17\n"
    assert _said(f"{start}{title}{contents}\n{PLAN}", register) == _said(f"{start}{PLAN}", register)


def test_a_form_without_answers_is_no_table_of_contents(register):
    said = _said("Technieklab\n" + "\n".join(HEADINGS), register)
    assert said.count("empty-answer") == len(HEADINGS)


@pytest.mark.parametrize("line", ["Met wie gaan de leerlingen straks op reis?", "Met wie praten ze dan?"])
def test_what_others_do_is_no_heading(line):
    assert heading_in(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Met wie?",
        "Met wie werken we samen?",
        "Met wie en hoe?",
        "Met wie gaan we dit doen?",
        "Met wie doet u dat?",
        "Met wie:",
    ],
)
def test_with_whom_one_works_is_one(line):
    assert heading_in(line).keys == ("cooperation",)


def test_a_period_may_begin_with_van():
    reading = read_plan(f"Technieklab\nVan: 1 maart 2027\nTot: 1 juli 2028\n{PLAN}", "plan.txt")
    assert (reading.plan.start.iso, reading.plan.end.iso) == ("2027-03-01", "2028-07-01")


@pytest.mark.parametrize("written", ["Z&W met nadruk op koken", "ZW (vooral koken)", "D&P, ook wat Z&W"])
def test_words_beside_profiles_are_kept(written):
    reading = read_plan(f"titel: T\nprofielen: '{written}'\n", "plan.yaml")
    assert written in reading.english.left_over
