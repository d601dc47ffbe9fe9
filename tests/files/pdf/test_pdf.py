"""A PDF with text is read as the document that it was made of."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from sto_cli.files.pdf.reading import read_pdf
from sto_cli.files.word.blocks import WordParagraph, WordTable
from sto_cli.files.word.other_kinds import WordProblem
from sto_cli.plans.judging import judge_file
from sto_cli.plans.reading.reading import read_plan

HERE = Path(__file__).parent
FORM = HERE / "form-of-zorg-en-techniek-aan-bed.pdf"
EXAMPLE = HERE.parents[2] / "examples" / "plans" / "zorg-en-techniek-aan-bed.yaml"


def pdf(content: str, more: str = "", *, packed: bytes | None = None, pages: int = 1) -> bytes:
    """Write a PDF of pages with this content, in Helvetica."""
    stream = content.encode("latin-1") if packed is None else packed
    how = "" if packed is None else "/Filter /FlateDecode "
    kids = " ".join(f"{at + 5} 0 R" for at in range(pages))
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << /F1 3 0 R >> /XObject << {more} >> >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {how}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
        *[page.encode()] * pages,
    ]
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return written + f"{tail}startxref\n{len(written)}\n%%EOF".encode()


def text(x: float, y: float, words: str, size: float = 11) -> str:
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def shown(content: bytes) -> list:
    """Return the blocks of a document: texts, and rows of texts."""
    return [
        block.text
        if isinstance(block, WordParagraph)
        else [[cell.text if cell else "" for cell in row] for row in block.rows]
        for block in read_pdf(content).blocks
        if isinstance(block, WordParagraph | WordTable)
    ]


def test_the_form_printed_is_the_plan():
    assert read_plan(FORM.read_bytes(), "plan.pdf").plan == read_plan(EXAMPLE.read_bytes(), "plan.yaml").plan


def test_a_page_of_a_browser_is_read_with_its_tables_and_lists():
    judgement = judge_file(HERE / "from-a-browser.pdf")
    assert judgement.plan is not None
    assert [one.text for one in judgement.plan.goals.items] == [
        "65 leerlingen per jaar werken voor het examen met ten minste vijf zorghulpmiddelen, wij zien dat aan de kaart "
        "die zij afgetekend terugkrijgen.",
        "Vier docenten zijn geschoold.",
    ]
    assert len(judgement.plan.milestones.items) == 2
    assert [one.amount.cents for one in judgement.plan.resources.items if one.amount] == [1850000, 320000, 280000]


def test_lines_are_one_paragraph_where_the_next_word_had_no_room():
    long = "Onze leerlingen maken in de nieuwe werkplaats kennis met techniek en met de"
    content = (
        text(57, 700, long) + text(57, 686, "bedrijven in de buurt.") + text(57, 660, "Doelen") + text(57, 640, "Kort")
    )
    assert shown(pdf(content)) == [f"{long} bedrijven in de buurt.", "Doelen", "Kort"]


def test_texts_below_each_other_are_a_table():
    rows = [("Hulpmiddelen", "18.500"), ("Scholing", "3.200"), ("Totaal", "21.700")]
    content = "".join(
        text(57, 700 - 14 * at, one) + text(300, 700 - 14 * at, two) for at, (one, two) in enumerate(rows)
    )
    assert shown(pdf(content)) == [[list(row) for row in rows]]


LEFT = [
    "Onze leerlingen kennen techniek nu alleen",
    "van de open dag van het mbo. Dat is te laat:",
    "dan hebben zij al gekozen.",
]
RIGHT = ["en lasersnijder in lokaal 12, elke week", "twee uren voor alle klassen van leerjaar 2.", "Doelen"]


def test_columns_of_running_text_are_read_one_after_the_other():
    left = [
        *LEFT,
        "Wij willen een werkplaats met een printer",
        "die elke dag open is voor wie iets maakt,",
        "met een freesbank",
    ]
    right = [
        *RIGHT,
        "In juni 2028 heeft elke leerling in klas 2",
        "een eigen product gemaakt en getoond aan",
        "ouders en bedrijven.",
    ]
    lines = [text(50, 700 - 14 * at, line) for at, line in enumerate(left)]
    lines += [text(310, 707 - 14 * at, line) for at, line in enumerate(right)]
    heading = text(50, 760, "Een werkplaats voor iedereen, van een school die nog nooit een werkplaats had", 16)
    found = " ".join(shown(pdf(heading + "".join(lines))))
    assert (
        found.index("dan hebben zij al gekozen")
        < found.index("met een freesbank en lasersnijder")
        < found.index("Doelen")
    )


def test_a_table_of_short_texts_is_no_page_in_columns():
    rows = [
        ("1 oktober 2026", "de machines staan er"),
        ("1 mei 2027", "eerste groep is klaar met de lessen"),
        ("juni", "op"),
    ] * 3
    content = "".join(text(50, 700 - 14 * at, a) + text(310, 700 - 14 * at, b) for at, (a, b) in enumerate(rows))
    assert shown(pdf(content)) == [[list(row) for row in rows]]


def test_a_cell_that_goes_on_over_lines_is_one():
    rules = "".join(f"57 {y} m 400 {y} l S\n" for y in (715, 680, 660)) + "200 715 m 200 660 l S\n"
    words = (
        text(60, 702, "oktober")
        + text(205, 702, "alle leerlingen van klas")
        + text(205, 688, "een")
        + text(60, 666, "juli")
    )
    assert shown(pdf(rules + words)) == [[["oktober", "alle leerlingen van klas een"], ["juli", ""]]]


PICTURE = "/X1 3 0 R"
REFUSED = {
    "a scan": (pdf("/X1 Do", PICTURE), "scan"),
    "half a file": (pdf(text(57, 700, "Doelen"))[:300], "damaged"),
    "nothing but its name": (b"%PDF-1.7\n", "damaged"),
    "a thousand pages": (pdf("", pages=1000), "larger"),
    "a text of 300 MB": (pdf("", packed=zlib.compress(b" " * 300_000_000)), ""),
    "a million texts": (pdf("", packed=zlib.compress(text(5, 5, "a").encode() * 1_000_000)), ""),
}


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence(content, words):
    with pytest.raises(WordProblem) as caught:
        read_pdf(content)
    assert words in caught.value.message.template
    assert caught.value.hint.template


def test_an_empty_page_holds_nothing():
    assert shown(pdf("")) == []


def test_a_password_is_named(tmp_path):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(FORM))
    writer.encrypt("geheim", algorithm="RC4-128")
    path = tmp_path / "plan.pdf"
    writer.write(path)
    (finding,) = judge_file(path).findings
    assert finding.rule == "not-a-plan"
    assert "password" in finding.message.template
