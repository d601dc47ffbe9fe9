"""One document, every format: what a new report gets for nothing, and what a new format costs."""

from __future__ import annotations

import csv
import importlib
import io
import re
import sys
import zipfile
from datetime import date

import openpyxl
import pytest
from pages import elements

from sto_cli.files.word.blocks import WordTable, paragraphs
from sto_cli.files.word.reading import read_word
from sto_cli.messages import Translator
from sto_cli.register.load import load_register
from sto_cli.render import formats
from sto_cli.render.document.docx import document_docx
from sto_cli.render.document.markdown import document_markdown
from sto_cli.render.document.model import (
    Bullets,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Map,
    Paragraph,
    Table,
    Terms,
)
from sto_cli.render.formats import FORMATS, Format, Look, View, named
from sto_cli.render.reports import figures
from sto_cli.render.reports.coverage_document import coverage_data, coverage_document
from sto_cli.render.terminal.document import document_text
from sto_cli.render.terminal.table import plain
from sto_cli.render.visible import width
from sto_cli.render.word.package import LANDSCAPE
from sto_cli.reports.count import Count
from sto_cli.reports.coverage import coverage
from sto_cli.reports.selection import Selection, select
from sto_cli.reports.standing import positions

DUTCH = Translator("nl")
DAY = date(2026, 11, 24)
COLUMNS = [
    Column("Code", use="look_up"),
    Column("School"),
    Column("In het kort", use="read"),
    Column("Leerlingen", "count", use="reckon"),
    Column("Aandeel", "percent", use="reckon"),
    Column("Kosten", "euro"),
    Column("Sinds"),
]
ROWS = [
    ("00AA00", "De Brug", "12 van 18", 18, 2 / 3, 12500, date(2025, 10, 1)),
    ("00BB00", "Het Anker", "geen", 0, None, 99.5, None),
]
PUPILS = Table("Leerlingen", COLUMNS, ROWS, [("", "Totaal", "12 van 18", 18, 2 / 3, 12599.5, None)])


def made_up(_answer: object, _translator: Translator) -> Document:
    """A report that nobody asked for, with every kind of block."""
    found = Table("Gevonden", [Column("Waar")], [("In de gang",)], use="look_up")
    return Document(
        "Verloren voorwerpen",
        [
            Paragraph("Er zijn 18 jassen gevonden."),
            PUPILS,
            found,
            Heading("Feiten"),
            Facts([("Conciërge", "onbekend")]),
            Heading("Wat te doen"),
            Bullets([("Jassen ophangen", ["aan de haak"])]),
            Chart("Stand", [("jassen", Count(12, 2, 4))]),
            Terms([("Jas", "Wat iemand draagt.")]),
            Paragraph("Gemaakt zonder te kijken.", quiet=True),
        ],
        DAY,
    )


LOST = View(data=lambda _answer, _translator: {"coats": 18}, document=made_up)


def written(form: str, **look):
    return LOST.write(named(form), None, Look(DUTCH, **look))


def test_a_report_with_a_document_and_data_has_every_format_of_a_document():
    offered = {form.name for form in LOST.formats()}
    assert offered == {form.name for form in FORMATS if form.document} | {"json"}
    assert {"text", "json", "csv", "markdown", "xlsx", "html", "docx"} <= offered


@pytest.mark.parametrize("room", [48, 80, None])
def test_text_fits_the_screen_and_lines_up(room):
    lines = [plain(line).rstrip() for line in written("text", room=room)]
    assert max(map(width, lines)) <= (room or 88)
    assert lines[:2] == ["Verloren voorwerpen", "==================="]
    assert "- Jassen ophangen" in lines
    if room != 48:
        head, first = (next(line for line in lines if word in line) for word in ("In het kort", "De Brug"))
        assert head.index("In het kort") == first.index("12 van 18")
        assert head.rindex("Kosten") + len("Kosten") == first.index("12.500") + len("12.500")


def test_who_reads_gets_few_columns_and_who_reckons_all_figures():
    shown = "\n".join(plain(line) for line in written("text"))
    assert "12 van 18" in shown
    assert "00AA00" not in shown
    assert "In de gang" not in shown
    rows = list(csv.reader(io.StringIO(written("csv").lstrip("\ufeff")), delimiter=";"))
    assert rows[0] == ["Code", "School", "Leerlingen", "Aandeel", "Kosten", "Sinds"]
    assert rows[1] == ["00AA00", "De Brug", "18", "66,67%", "12500", "01-10-2025"]
    assert rows[2] == ["00BB00", "Het Anker", "0", "n.v.t.", "99,5", ""]
    assert len(rows) == 4


@pytest.mark.parametrize("by", ["none", "region"])
def test_a_figure_in_the_table_of_figures_stands_in_every_format(by, monkeypatch):
    """The recipe of a column in `docs/architecture.md`: what is counted, and what it is called."""
    monkeypatch.setattr(figures, "FIGURES", (*figures.FIGURES, figures._figure("open", "te winnen", use="all")))
    answer = coverage(load_register(), DAY, by)
    assert coverage_data(answer, DUTCH)["total"]["all"]["open"] == answer.total.all.open
    document = coverage_document(answer, DUTCH)
    reckoned, *_ = document.tables()
    assert [column.heading for column in reckoned.columns].count("te winnen") == (by == "none")
    assert "te winnen" in document_markdown(document, Look(DUTCH))
    assert "te winnen" in "".join(plain(line) for line in document_text(document, Look(DUTCH)))


def test_a_workbook_has_the_text_and_a_sheet_per_table():
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    assert book.sheetnames == ["Samenvatting", "Leerlingen", "Gevonden", "Grafiek", "Uitleg"]
    said = [row[0].value for row in book["Samenvatting"].iter_rows()]
    assert said[:2] == ["Verloren voorwerpen", "Er zijn 18 jassen gevonden."]
    assert said[2:5] == ["Feiten", "Conciërge: onbekend", "Wat te doen"]
    assert [cell.value for cell in book["Leerlingen"][4]] == [None, "Totaal", 18, pytest.approx(2 / 3), 12599.5, None]


def test_markdown_has_every_block():
    text = written("markdown")
    assert text.startswith("# Verloren voorwerpen\n\nEr zijn 18 jassen gevonden.\n\n| School | In het kort |")
    for part in (
        "| De Brug | 12 van 18 | € 12.500 |",
        "| **Totaal** |",
        "- jassen: 12/18",
        "*Gemaakt zonder te kijken.*",
    ):
        assert part in text


class TestWord:
    def test_it_has_every_block_with_headings_and_heading_rows(self):
        blocks = read_word(written("docx")).blocks
        assert (blocks[0].text, blocks[0].level) == ("Verloren voorwerpen", 0)
        assert [block.text for block in blocks if getattr(block, "level", None) == 1] == ["Feiten", "Wat te doen"]
        pupils, facts = (block for block in blocks if isinstance(block, WordTable))
        assert pupils.marked == 1
        assert [cell.text for cell in pupils.rows[1]] == ["De Brug", "12 van 18", "€ 12.500", "1 oktober 2025"]
        assert [cell.text for cell in facts.rows[0]] == ["Conciërge", "onbekend"]
        texts = {one.text for one in paragraphs(blocks)}
        assert {"Jassen ophangen\naan de haak", "jassen: 12/18", "Jas: Wat iemand draagt."} <= texts

    def test_it_says_its_title_language_and_pages(self):
        with zipfile.ZipFile(io.BytesIO(written("docx"))) as archive:
            parts = {name: archive.read(name).decode() for name in archive.namelist()}
        assert "<dc:title>Verloren voorwerpen</dc:title><dc:language>nl-NL</dc:language>" in parts["docProps/core.xml"]
        assert "NUMPAGES" in parts["word/footer.xml"]
        assert 'w:w="11906" w:h="16838"' in parts["word/document.xml"]  # A4, on end

    def test_a_map_is_left_out_and_said_to_be(self):
        answer = Document("Kaart", [Map("Kaart", [], [], [], Selection())])
        [_title, said] = read_word(document_docx(answer, Look(DUTCH))).blocks
        assert said.text.startswith("De kaart is hier weggelaten")

    def test_a_wide_table_is_laid_on_its_side_and_fills_the_page(self):
        columns = [Column(f"Kolom {number}", "count" if number % 2 else "text") for number in range(12)]
        rows = [tuple(12345 if number % 2 else "een lange tekst met woorden" for number in range(12))]
        content = document_docx(Document("Breed", [Table("Breed", columns, rows)]), Look(DUTCH))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            main = archive.read("word/document.xml").decode()
        assert 'w:orient="landscape"' in main
        widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', main)]
        assert LANDSCAPE.room - 12 <= sum(widths) <= LANDSCAPE.room

    @pytest.mark.parametrize("text", ["<w:p/>", "a & b", "\x00\x1b[31m", "\u202eom", "]]>"])
    def test_no_text_breaks_it(self, text):
        answer = Document(text, [Paragraph(text), Table(text, [Column(text)], [(text,)]), Facts([(text, text)])])
        assert read_word(document_docx(answer, Look(DUTCH))).blocks


def test_a_page_is_whole_and_safe():
    found = elements(written("html"))
    assert found.named("html") == [{"lang": "nl"}]
    (policy,) = [meta["content"] for meta in found.named("meta") if "http-equiv" in meta]
    assert policy.startswith("default-src 'none'; ")
    for words in ("De Brug", "€ 12.500", "Jassen ophangen", "Wat iemand draagt.", "jassen 12/18"):
        assert words in " ".join(found.text.split())


def test_a_page_draws_a_map(register):
    selection = select(register, ["twente"])
    here = list(positions(register, DAY, selection))
    document = Document("Kaart", [Map("De kaart", here, (), tuple(register.regions.values()), selection)])
    page = View(document=lambda _answer, _translator: document).write(named("html"), None, Look(DUTCH))
    dots = [use for use in elements(page).named("use") if (use["href"] or "").startswith("#dot-")]
    assert len(dots) == sum(position.school.spot is not None for position in here)
    nowhere = Document("Kaart", [Map("Geen", (), (), (), Selection())])
    assert "<h1>Kaart</h1>" in View(document=lambda *_: nowhere).write(named("html"), None, Look(DUTCH))


HOSTILE = "<script>\x1b[31m [x](javascript:y) =1+1 | `c` \u202e # kop"


def test_no_format_lets_text_become_anything_else():
    table = Table("=1+1", [Column(HOSTILE)], [("=1+1",), (HOSTILE,)])
    blocks = [Paragraph(HOSTILE), Bullets([(HOSTILE, [HOSTILE])]), Facts([(HOSTILE, HOSTILE)]), table]
    view = View(document=lambda *_: Document(HOSTILE, [*blocks, Heading(HOSTILE), Terms([(HOSTILE, HOSTILE)])]))
    text = "".join(plain(line) for line in view.write(named("text"), None, Look(DUTCH)))
    markdown, page = (view.write(named(form), None, Look(DUTCH)) for form in ("markdown", "html"))
    assert not {"\x1b", "\u202e"} & {*text, *markdown, *page}
    assert "\n#  kop" not in markdown
    assert "\\<script\\>" in markdown
    assert not elements(page).named("script")
    assert "'=1+1" in view.write(named("csv"), None, Look(DUTCH))


def test_lines_in_a_text_stay_lines_but_start_no_list():
    document = Document("Kop", [Paragraph("eerst\n1. dan\n\n- later")])
    assert document_markdown(document, Look(DUTCH)) == "# Kop\n\neerst\\\n1\\. dan\n\n\\- later\n"
    assert [plain(line) for line in document_text(document, Look(DUTCH))][3:] == ["eerst", "1. dan", "", "- later"]


@pytest.fixture
def shouting(monkeypatch):
    """A format that no one had thought of: it is added to the table of formats, and nowhere else."""

    def shout(document: Document, look: Look) -> str:
        return "".join(f"{block.text.upper()}!\n" for block in document.read() if isinstance(block, Paragraph))

    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, Format("shout", (".shout",), document=shout)))
    modules = ["sto_cli.cli.report", "sto_cli.cli.plan"]
    for name in modules:
        importlib.reload(sys.modules.get(name) or importlib.import_module(name))
    yield
    monkeypatch.undo()
    for name in modules:
        importlib.reload(sys.modules[name])


def test_a_new_format_stands_in_one_place(sto, shouting, tmp_path):
    for command in (["report", "coverage"], ["report", "gaps", "--region", "twente"]):
        assert "!\n" in sto(*command, "--format", "shout").out
        path = tmp_path / f"{command[1]}.shout"
        assert sto(*command, "--output", path).code == 0
        assert path.read_text("utf-8").endswith("!\n")
    assert "shout" in sto("report", "coverage", "--format", "silent").err
    assert ".shout" in sto("report", "coverage", "--output", tmp_path / "x.silent").err
