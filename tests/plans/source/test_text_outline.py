"""A text shows the same however it is wrapped; what a mail quotes, and what stands on every page, is no answer."""

import textwrap

import pytest

from sto_cli.plans.source.outline import OutlineHeading
from sto_cli.plans.source.outlining import outline_of


def blocks(text):
    return [block.text for block in outline_of(text, "plan.txt").blocks]


SENTENCES = (
    "In de visie staan twee dingen waar wij iets aan kunnen doen: meer vakmensen voor de energietransitie.",
    "Loohuis Installatietechniek stuurt een monteur, acht middagen per jaar, en de gemeente Hellendoorn betaalt mee.",
    "Wij vragen € 25.400 van STO en betalen zelf € 10.200, samen met de bedrijven in Twente en het ROC van Twente.",
)


@pytest.mark.parametrize("width", [56, 60, 66, 72, 76, 100])
@pytest.mark.parametrize("bullet", ["", "- "], ids=["paragraphs", "points"])
def test_a_sentence_is_whole_at_any_width(width, bullet):
    parts = [textwrap.fill(f"{bullet}{one}", width, subsequent_indent=" " * len(bullet)) for one in SENTENCES]
    found = " ".join(blocks(("\n" if bullet else "\n\n").join(parts)))
    assert found == " ".join(SENTENCES)


def test_a_broken_word_is_whole_and_a_list_of_lines_stays_one():
    broken = "Een lessenserie van twaalf weken over varen laten ont-\nwikkelen en geven.\n\n"
    more = "Techniek voor alle leerlingen van onze beide kleine onder-\nen bovenbouwlocaties in Enschede"
    assert blocks(broken + more) == [
        "Een lessenserie van twaalf weken over varen laten ontwikkelen en geven.",
        "Techniek voor alle leerlingen van onze beide kleine onder- en bovenbouwlocaties in Enschede",
    ]
    lines = ["School: Reggesteyn", "Plaats: Nijverdal", "Looptijd: 1 september 2026 tot 31 juli 2028 in het geheel"]
    assert blocks("\n".join(lines)) == lines
    assert blocks("1.1 School: het Beroepscollege Parkstad Limburg te Heerlen\n1.2 Contact: de heer X") == [
        "1.1 School: het Beroepscollege Parkstad Limburg te Heerlen", "1.2 Contact: de heer X",
    ]  # fmt: skip


def test_lines_that_end_of_themselves_are_not_joined():
    costs = ["energiemeters 12 x 65 = 780", "combisteamer met wifi 6800, helft betaalt school (3400)", "uren 2200"]
    assert blocks("\n".join(costs)) == costs


def test_a_sentence_keeps_its_own_place():
    lines = (
        "Wij maken van het lokaal een energiehoek met werk-",
        "plekken. Elke tweedeklasser draait er een middag in",
    )
    text = "\n".join((*lines, "mee met een maatje uit de vierde klas."))
    second = outline_of(text, "plan.txt").blocks[1]
    assert (second.text, second.place.line, second.place.column) == (
        "Elke tweedeklasser draait er een middag in mee met een maatje uit de vierde klas.", 2, 10,
    )  # fmt: skip


REPLY = """\
Dag allen,

Dank voor je vragen. Ik heb ze laten staan.

> Hoe past dit bij onze
> regiovisie?

Wij leiden op voor werk dat verdwijnt; de visie wil vakmensen voor de energietransitie.

> En dan het geld. In versie 1 telde het niet op.

Wij vragen 25.400 euro voor vier werkplekken en de cursus van de docenten.

Groet

> Van: de programmamanager
> Datum: dinsdag 6 mei 2025 09:15
>
> Leuk idee. Maar je vraagt 38.000 euro.
"""


def test_quoted_questions_between_answers_are_headings_and_the_older_mail_is_left_out():
    found = outline_of(REPLY, "mail.txt")
    headings = [block.text for block in found.blocks if isinstance(block, OutlineHeading)]
    assert headings == ["Hoe past dit bij onze regiovisie?", "En dan het geld"]
    assert not any("38.000" in block.text for block in found.blocks)
    assert any("38.000" in cell.text for cell in found.left_out)


def test_a_plan_that_was_passed_on_is_read_without_its_marks():
    passed_on = "Zie hieronder.\n\n" + "".join(f"> {line}\n" for line in ("Doelen", "", *SENTENCES, "Middelen", "geld"))
    assert blocks(passed_on)[:2] == ["Zie hieronder.", "Doelen"]
    assert "geld" in blocks(passed_on)


def test_an_older_mail_without_marks_is_left_out_below_a_longer_text():
    older = "Van: iemand\nVerzonden: maandag\nAan: mij\nOnderwerp: plan\n\nGraag een plan."
    assert blocks("\n".join(SENTENCES) + "\n\n" + older) == list(SENTENCES)
    assert "Graag een plan." in blocks(older + "\n\n" + "\n".join(SENTENCES))


def test_days_below_each_other_are_no_older_mail():
    text = "mijlpalen:\n" + "\n" * 12 + "tekst " * 40 + "\ndatum: 1 mei 2027 klaar\ndatum: 1 juni 2027 af\n"
    assert blocks(text)[-1] == "datum: 1 juni 2027 af"


def test_what_stands_on_every_page_is_no_answer():
    pages = "\n".join(f"Tekst op pagina {n} van dit plan.\n\nMaritiem College IJmuiden\n{n} / 3\n" for n in (1, 2, 3))
    found = outline_of(pages, "plan.txt")
    assert [block.text for block in found.blocks] == [f"Tekst op pagina {n} van dit plan." for n in (1, 2, 3)]
    assert [cell.text for cell in found.margins][:2] == ["Maritiem College IJmuiden", "1 / 3"]
