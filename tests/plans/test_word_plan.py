"""Any Word document as a plan: by the words of its headings, with the answers in tables, lists or paragraphs."""

import dataclasses
import sys
from datetime import date
from pathlib import Path

import pytest

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.draft import Draft
from sto_cli.plans.judging import judge_text
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.render.plan.form import FormContent, form_of_draft, plan_form

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "files" / "word"))
from word_xml import document, p, r, tbl, tc, tr  # noqa: E402

EXAMPLES = sorted((ROOT / "examples" / "plans").glob("*.yaml"))
TODAY = date(2026, 11, 24)

ANSWERS = {
    "vision": "De Regiovisie wil meer techniek in de onderbouw; dit plan geeft alle leerlingen acht lessen.",
    "goals": "Alle 120 leerlingen van klas 1 maken twee technische opdrachten per jaar.",
    "activities": "Acht lessen robotica in klas 1, samen met studenten van het ROC.",
    "milestones": "In oktober 2026 is de eerste klas klaar met de lessen.",
    "cooperation": "ROC van Twente geeft acht gastlessen per jaar.",
    "resources": "Twaalf bouwpakketten voor robots: € 2.400.",
}
ASKED = {
    "vision": "Hoe sluit het plan aan bij de Regiovisie?",
    "goals": "Wat zijn de specifieke doelen van het plan?",
    "activities": "Welke activiteiten leiden tot deze doelen?",
    "milestones": "Wanneer worden mijlpalen bereikt?",
    "cooperation": "Met wie en hoe werkt u samen in de regio?",
    "resources": "Welke middelen zijn nodig?",
}
SHORT = {
    "vision": "Regiovisie", "goals": "Doelen", "activities": "Aanpak", "milestones": "Planning",
    "cooperation": "Partners", "resources": "Begroting",
}  # fmt: skip


def read(body, **more):
    return read_plan(document(body, **more), "plan.docx")


def texts_of(plan):
    return {answer.key: [item.text for item in answer.items] for answer in plan.answers}


EACH = {key: [text] for key, text in ANSWERS.items()}

DRESSES = {
    "styled questions": lambda key, _number: p(ASKED[key], style="Kop1"),
    "styled questions with a number": lambda key, number: p(f"{number}. {ASKED[key]}", style="Kop1"),
    "styled words": lambda key, _number: p(SHORT[key], style="Kop1"),
    "bold questions": lambda key, _number: p(r(ASKED[key], "<w:b/>")),
    "bold capitals": lambda key, _number: p(r(SHORT[key].upper(), "<w:b/>")),
    "underlined words with a colon": lambda key, _number: p(r(f"{SHORT[key]}:", '<w:u w:val="single"/>')),
    "plain questions with a number": lambda key, number: p(f"{number}) {ASKED[key]}"),
    "plain words": lambda key, _number: p(SHORT[key]),
    "the number of the question": lambda _key, number: p(f"Vraag {number}"),
    "the number and the words": lambda key, number: p(f"Vraag {number}: {SHORT[key]}"),
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_question_is_found_in_every_dress(dress):
    heading = DRESSES[dress]
    body = "".join(heading(key, number) + p(ANSWERS[key]) for number, key in enumerate(QUESTIONS, 1))
    assert texts_of(read(body).plan) == EACH


def test_questions_are_found_in_any_order():
    body = "".join(p(SHORT[key], style="Kop1") + p(ANSWERS[key]) for key in reversed(QUESTIONS))
    assert texts_of(read(body).plan) == EACH


def test_a_heading_and_its_answer_may_stand_on_one_line():
    body = "".join(p(f"{SHORT[key]}: {ANSWERS[key]}") for key in QUESTIONS)
    assert texts_of(read(body).plan) == EACH


def test_a_table_with_the_question_on_the_left_is_read():
    rows = (tr(tc(p(ASKED[key])), tc(p(ANSWERS[key]))) for key in QUESTIONS)
    assert texts_of(read(tbl(*rows)).plan) == EACH


def test_a_table_with_the_answer_below_the_question_is_read():
    rows = (row for key in QUESTIONS for row in (tr(tc(p(r(ASKED[key], "<w:b/>")))), tr(tc(p(ANSWERS[key])))))
    assert texts_of(read(tbl(*rows)).plan) == EACH


BOXES = {
    "the question in the box": lambda key: tbl(tr(tc(p(ASKED[key]), p(ANSWERS[key])))),
    "a bold question in the box": lambda key: tbl(tr(tc(p(r(ASKED[key], "<w:b/>")), p(ANSWERS[key])))),
    "a word in the box": lambda key: tbl(tr(tc(p(SHORT[key]), p(ANSWERS[key])))),
    "the heading of a style in the box": lambda key: tbl(tr(tc(p(ASKED[key], style="Kop1"), p(ANSWERS[key])))),
    "the question above the box": lambda key: p(ASKED[key], style="Kop1") + tbl(tr(tc(p(ANSWERS[key])))),
    "a plain question above the box": lambda key: p(ASKED[key]) + tbl(tr(tc(p(ANSWERS[key])))),
    "a box of two rows": lambda key: tbl(tr(tc(p(ASKED[key]))), tr(tc(p(ANSWERS[key])))),
}


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("between", ["", p("")])
def test_boxes_around_answers_are_read_with_or_without_their_question(box, between):
    reading = read(between.join(map(BOXES[box], QUESTIONS)))
    assert texts_of(reading.plan) == EACH
    assert not reading.by_words


def test_a_line_in_a_box_that_is_the_heading_of_another_question_is_a_text():
    body = "".join(p(ASKED[key], style="Kop1") + tbl(tr(tc(p("Doelen"), p(ANSWERS[key])))) for key in QUESTIONS)
    assert all(ANSWERS[key] in " ".join(texts) for key, texts in texts_of(read(body).plan).items())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_the_same_in_the_form(path, language):
    given = read_plan(path.read_bytes(), path.name)
    if given.plan is None:
        pytest.skip("no plan")
    back = read_plan(plan_form(FormContent(given.english.data), Translator(language)), "plan.docx")
    assert comparable(back.plan) == comparable(given.plan)
    unknown = given.english.data.keys() - {heading.english for heading in HEADINGS}
    assert bool(back.unread) == bool(unknown)


def comparable(plan):
    """Return a plan without what a document does not keep: the language of keys, and how a day was written."""
    milestones = tuple(
        dataclasses.replace(one, written=None, date=one.date and dataclasses.replace(one.date, written=""))
        for one in plan.milestones.items
    )
    resources = tuple(
        dataclasses.replace(one, written=None, amount=one.amount and one.amount.cents) for one in plan.resources.items
    )
    answers = {
        "milestones": (milestones, plan.milestones.sound),
        "resources": (resources, plan.resources.sound),
        **{key: (getattr(plan, key).items, getattr(plan, key).sound) for key in ("vision", "goals", "activities")},
        "cooperation": (plan.cooperation.items, plan.cooperation.sound),
    }
    facts = (plan.title, plan.school, plan.region, plan.profiles, plan.forms, plan.total and plan.total.cents)
    return facts, answers, plan.start and plan.start.iso, plan.end and plan.end.iso


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_form_has_six_open_questions_and_nothing_unread(language, register):
    judgement = judge_text(plan_form(form_of_draft(Draft()), Translator(language)), "plan.docx", register, TODAY)
    assert judgement.open_questions == (1, 2, 3, 4, 5, 6)
    assert judgement.unread == ()


class TestPlaces:
    def test_a_cell_is_named_by_question_row_and_column(self):
        table = tbl(
            tr(tc(p("Wanneer")), tc(p("Mijlpaal"))),
            tr(tc(p("oktober 2026")), tc(p("De eerste klas is klaar"))),
            tr(tc(p("31 juni 2027")), tc(p("Alle klassen zijn klaar"))),
        )
        judgement = judge_text(document(p("Planning", style="Kop1") + table), "plan.docx")
        [finding] = [one for one in judgement.findings if one.rule == "invalid-date"]
        assert Translator("nl").say(finding.place.where) == "vraag 4, rij 2, kolom Wanneer"

    @pytest.mark.parametrize(
        ("table", "where"),
        [
            (tbl(tr(tc(p("31 juni 2027: klaar")))), "vraag 4, het kader “31 juni 2027: klaar”"),
            (
                tbl(tr(tc(p("mei 2027: begin"), p("31 juni 2027: klaar")))),
                "vraag 4, het kader “mei 2027: begin 31 juni 2027: klaar”",
            ),
            (tbl(tr(tc(p("mei 2027: begin"))), tr(tc(p("31 juni 2027: klaar")))), "vraag 4, rij 2"),
        ],
    )
    def test_a_box_is_named_by_its_words_and_a_cell_alone_by_its_row(self, table, where):
        judgement = judge_text(document(p("Planning", style="Kop1") + table), "plan.docx")
        said = {Translator("nl").say(one.place.where) for one in judgement.findings if one.question == 4}
        assert where in said
        assert not [one for one in said if "tabel" in one or "kolom" in one]

    def test_a_paragraph_is_named_by_its_first_words(self):
        judgement = judge_text(document(p("Doelen", style="Kop1") + p("nog invullen")), "plan.docx")
        [finding] = [one for one in judgement.findings if one.rule == "placeholder-answer"]
        assert Translator("nl").say(finding.place.where) == "vraag 2, “nog invullen”"

    def test_what_is_missing_is_about_the_whole_document(self):
        judgement = judge_text(document(p("Doelen", style="Kop1") + p("nog invullen")), "plan.docx")
        places = {one.place.where.template for one in judgement.findings if one.rule == "missing-question"}
        assert places == {"the whole document"}


class TestUnread:
    BODY = (
        p("Ons technieklab", style="Titel")
        + p("Waarom wij dit doen", style="Kop1")
        + p("De school ligt tussen drie bedrijven.")
        + p("Doelen", style="Kop1")
        + p(ANSWERS["goals"])
        + p("Bijlage", style="Kop1")
        + p("Een foto van de werkplaats.")
    )

    def test_what_stands_under_no_question_is_kept(self):
        judgement = judge_text(document(self.BODY), "plan.docx")
        assert judgement.unread == (
            "Waarom wij dit doen", "De school ligt tussen drie bedrijven.", "Bijlage", "Een foto van de werkplaats.",
        )  # fmt: skip
        assert judgement.plan.title == "Ons technieklab"

    def test_it_is_named_once(self):
        judgement = judge_text(document(self.BODY), "plan.docx")
        [finding] = [one for one in judgement.findings if one.rule == "outside-the-questions"]
        assert finding.severity == "tip"

    def test_a_line_that_leads_in_a_list_is_no_finding(self):
        body = p("Partners", style="Kop1") + p("Wij werken samen met:") + p("ROC van Twente", style="Punt")
        judgement = judge_text(document(body), "plan.docx")
        assert [one.text for one in judgement.plan.cooperation.items] == ["ROC van Twente"]
        assert judgement.unread == ("Wij werken samen met:",)
        assert not [one for one in judgement.findings if one.rule == "outside-the-questions"]


LETTER = (
    "Beste programmamanager,",
    "In de regiovisie staat dat ook leerlingen uit de zorg techniek moeten tegenkomen, en daar willen wij bij helpen.",
    "Wij willen dat in juni 2028 alle 48 leerlingen ZW van klas 3 een tillift kunnen bedienen; nu kan niemand dat.",
    "Daarvoor gaan we een hoek van het lokaal inrichten en met twee docenten acht lessen ontwikkelen.",
    "Het ROC heeft toegezegd mee te schrijven en een thuiszorgorganisatie leent ons de tillift.",
    "De kosten zijn € 4.000 voor de inrichting en € 2.400 voor uren.",
)


def test_a_letter_without_headings_is_read_by_its_words():
    judgement = judge_text(document("".join(map(p, LETTER))), "brief.docx")
    [read] = [one for one in judgement.findings if one.rule == "read-as"]
    said = Translator("nl").say(read.message)
    assert [f"vraag {number} “" in said for number in range(1, 7)] == [True, True, True, False, True, True]
    assert "regel" not in said
    assert judgement.open_questions == (4,)
    assert judgement.unread == ()  # a greeting names a person


TABLE_OF_COSTS = tbl(
    tr("Post", "Aantal", "Prijs", "Bedrag", "Eigen bijdrage"),
    tr("Machines", "3", "€ 2.900", "€ 7.800", "-"),
    tr("Uren", "60 uur", "€ 60", "€ 3.600", "€ 600"),
)


def test_how_many_and_at_which_price_stand_beside_the_amount():
    judgement = judge_text(document(p("Begroting", style="Kop1") + TABLE_OF_COSTS), "plan.docx")
    items = judgement.plan.resources.items
    assert [(one.text, one.amount.euros, one.cofinancing) for one in items] == [
        ("Machines, 3 x € 2.900", 7800, False), ("Uren, 60 uur x € 60", 3600, True),
    ]  # fmt: skip
    wrong = [one for one in judgement.findings if one.rule == "product-wrong"]
    assert [one.message.values["product"] for one in wrong] == ["“3 x € 2900”"]


NO_PLANS = {
    "an empty document": (document("<w:p/>"), "This document is empty."),
    "a letter": (document(p("Geachte heer") + p("Hierbij stuur ik u niets.")), "In this text it cannot be seen"),
}


@pytest.mark.parametrize("name", NO_PLANS)
def test_a_document_without_the_questions_is_no_plan(name):
    content, sentence = NO_PLANS[name]
    judgement = judge_text(content, "plan.docx")
    assert judgement.plan is None
    assert [one.rule for one in judgement.findings] == ["not-a-plan"]
    assert judgement.findings[0].message.template.startswith(sentence)


def test_a_bold_line_of_ones_own_ends_the_answer_above_it():
    body = "".join(
        p(r(head, "<w:b/>")) + p(text)
        for head, text in (
            ("Doelen", "30 leerlingen kiezen in 2028 techniek."),
            ("Planning", "maart 2027: het lokaal is klaar"),
            ("Tot slot", "Wij hopen op een positief besluit."),
        )
    )
    judgement = judge_text(document(body), "plan.docx")
    assert [one.text for one in judgement.plan.milestones.items] == ["maart 2027: het lokaal is klaar"]
    assert judgement.unread == ("Tot slot", "Wij hopen op een positief besluit.")


@pytest.mark.parametrize("cells", [("-", "", ""), ("", "-", ""), ("–", "–", "–"), ("", "", "nee")])
def test_a_row_that_says_nothing_is_no_point(cells):
    rows = [("Wat er nodig is", "Bedrag in euro’s", "Cofinanciering"), cells, ("", "", "")]
    table = tbl(*(tr(*(tc(p(text)) for text in row)) for row in rows))
    judgement = judge_text(document(p("Middelen", style="Kop1") + table), "plan.docx")
    assert "not-judged" not in {finding.rule for finding in judgement.findings}
