"""What people do to a form in Word, or write in one without it, is read as a person reads it."""

import pytest
from word_xml import document, p, tbl, tc, tr

from sto_cli.messages import Translator
from sto_cli.plans.case import Case
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.rules.answers import empty_answer
from sto_cli.plans.rules.read_as import read_as
from sto_cli.plans.source.outlining import outline_of

PICTURE = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"


def read(body, **more):
    return read_plan(document(body, **more), "plan.docx")


def form(*answers):
    """A document with the six questions as headings; answers are XML, in their order."""
    headings = ("Regiovisie", "Doelen", "Activiteiten", "Mijlpalen", "Samenwerking", "Middelen")
    return "".join(p(heading, style="Kop1") + answer for heading, answer in zip(headings, answers, strict=False))


def test_answers_to_several_questions_in_one_box_are_each_its_own():
    box = tbl(
        tr(tc(p("Regiovisie: techniek voor allen"), p("Doelen: 60 leerlingen in 2027"), p("Activiteiten: lessen")))
    )
    plan = read(form(box, tbl(tr("")), tbl(tr("")), p("mei 2027: klaar"))).plan
    assert [item.text for item in plan.goals.items] == ["60 leerlingen in 2027"]
    assert [item.text for item in plan.activities.items] == ["lessen"]
    assert [item.text for item in plan.vision.items] == ["techniek voor allen"]


def test_a_picture_in_an_answer_is_there_and_not_readable():
    reading = read(form(p("techniek voor allen"), tbl(tr(tc(p(PICTURE))))))
    flaws = empty_answer.check(Case(reading))
    [sentence] = [Translator("en").say(flaw.message) for flaw in flaws if flaw.path == ("goals",)]
    assert sentence == "Below “Doelen” stands only a picture: what is in it cannot be read."


TEXT = "60 leerlingen in 2027"
BESIDE = [p(TEXT, PICTURE), p(TEXT) + p(PICTURE), p(PICTURE) + p(TEXT), tbl(tr(tc(p(TEXT, PICTURE))))]


@pytest.mark.parametrize("answer", BESIDE)
def test_a_picture_beside_text_is_named(answer):
    reading = read(p(PICTURE) + form(p("techniek voor allen"), answer, p("lessen")))
    told = [Translator("en").say(flaw.message) for flaw in read_as.check(Case(reading)) if flaw.place]
    assert told == ["Beside the text of “Doelen” stands a picture: what is in it is not read."]


def test_the_school_at_the_top_of_the_pages_is_taken_where_it_stands_nowhere_else():
    body = form(p("techniek voor allen"), p("60 leerlingen in 2027"))
    lines = p("RK SGM Canisius, Tubbergen", "<w:r><w:tab/></w:r>", "Techniekregio Twente")
    assert read(body, header=lines).plan.school == "RK SGM Canisius, Tubbergen"
    assert read(p("School: Twents Carmel College") + body, header=lines).plan.school == "Twents Carmel College"


def test_one_heading_for_two_questions_bears_both_numbers():
    table = tbl(tr("Wanneer", "De mijlpaal"), tr("mei 2027", "Klaar"))
    partners = tbl(tr("De partner", "Hoe u samenwerkt"), tr("ROC van Twente", "geeft lessen"))
    body = p("1. Regiovisie", style="Kop1") + p("techniek voor allen")
    plan = read(body + p("4 en 5. Mijlpalen en samenwerking", style="Kop1") + table + partners).plan
    assert [item.text for item in plan.milestones.items] == ["Klaar"]
    assert [item.text for item in plan.cooperation.items] == ["ROC van Twente"]


def test_several_things_below_each_other_in_a_row_are_several_rows():
    row = tr(tc(p("Robot"), p("Brillen")), tc(p("8500"), p("3990")), "nee")
    blocks = outline_of(document(tbl(tr("Post", "Bedrag", "Cofinanciering"), row)), "plan.docx").blocks
    assert [[cell.text for cell in one] for one in blocks[0].rows[1:]] == [
        ["Robot", "8500", "nee"], ["Brillen", "3990", "nee"],
    ]  # fmt: skip


def test_lines_of_one_text_in_a_cell_stay_one():
    row = tr(tc(p("Robot"), p("voor klas 3")), tc(p("geleverd door X"), p("en onderhouden")))
    blocks = outline_of(document(tbl(tr("Post", "Wie"), row)), "plan.docx").blocks
    assert len(blocks[0].rows) == 2
