"""Workbooks of LibreOffice (.ods): read as they look, and refused where they would fill all memory."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sto_cli.errors import UnreadableFile
from sto_cli.files.tables import read_sheet

NAMES = (
    "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    f'manifest:full-path="/" manifest:media-type="{TYPE}"/></manifest:manifest>'
)
TAIL = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)
"""What LibreOffice puts behind the last row of a sheet."""

STRUCK = (
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="white" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="transparent"/><style:text-properties fo:color="#FFFFFF"/></style:style>'
    '<style:style style:name="on_blue" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="#003366"/><style:text-properties fo:color="#ffffff"/></style:style>'
)


@pytest.fixture
def ods(tmp_path):
    """Write a workbook of sheets: `ods("<rows>", …)` gives its path."""

    def write(*sheets: str, kind: str = TYPE, content: str = "") -> Path:
        path = tmp_path / "lijst.ods"
        tables = "".join(
            f'<table:table table:name="Blad{at}">{rows}</table:table>' for at, rows in enumerate(sheets, 1)
        )
        whole = (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{NAMES}><office:automatic-styles>{STRUCK}'
            f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>"
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype"), kind)
            archive.writestr("content.xml", content or whole)
            archive.writestr("META-INF/manifest.xml", MANIFEST)
        return path

    return write


def row(*cells: str, more: str = "", of_cell: str = "") -> str:
    written = "".join(
        f'<table:table-cell office:value-type="string"{of_cell}><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row{more}>{written}</table:table-row>"


ROWS = (
    row("School", "Plaats")
    + row("Het Stedelijk Alpha", "Enschede")
    + row("Reggesteyn", "Nijverdal", more=' table:visibility="filter"')
    + row("Canisius", "Almelo", of_cell=' table:style-name="ce1"')
    + TAIL
)


def test_a_list_is_read_with_its_marks(ods):
    sheet = read_sheet(ods(ROWS, row("x")))
    assert [list(row) for row in sheet.rows[:2]] == [["School", "Plaats"], ["Het Stedelijk Alpha", "Enschede"]]
    assert len(sheet.rows) == 4
    assert (sheet.name, sheet.others) == ("Blad1", ("Blad2",))
    assert sheet.marks == (frozenset({2}), frozenset({(3, 0), (3, 1)}), frozenset())


@pytest.mark.parametrize(
    ("rows", "marked"),
    [
        (row("Canisius", of_cell=' table:style-name="white"'), {(0, 0)}),
        (row("Canisius", of_cell=' table:style-name="on_blue"'), set()),
        (row("", of_cell=' office:string-value="Canisius"'), {(0, 0)}),  # a format that shows nothing
        (row("ja", of_cell=' table:style-name="ce1" table:number-columns-repeated="2"'), {(0, 0), (0, 1)}),
        (row("x", more=' table:number-rows-repeated="2" table:default-cell-style-name="ce1"'), {(0, 0), (1, 0)}),
        ('<table:table-column table:default-cell-style-name="ce1"/>' + row("x", "y"), {(0, 0)}),
    ],
)
def test_what_is_struck_out_or_cannot_be_seen_is_marked(ods, rows, marked):
    assert read_sheet(ods(rows)).marks.struck == marked


def test_hidden_columns_are_marked(ods):
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    assert read_sheet(ods(columns + row("School", "Plaats", "Deelname"))).marks.columns == {2}


def test_merged_cells_speak_for_all_their_rows(ods):
    merged = '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Almelo</text:p>' + (
        "</table:table-cell></table:table-row>"
    )
    begun = row("Canisius").removesuffix("</table:table-row>") + merged
    covered = row("Pius X").removesuffix("</table:table-row>") + "<table:covered-table-cell/></table:table-row>"
    table = read_sheet(ods(row("School", "Plaats") + begun + covered)).table()
    assert [table.text(at, 1) for at in (0, 1)] == ["Almelo", "Almelo"]


def test_a_formula_that_was_never_worked_out_is_said(ods):
    cell = '<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>'
    assert [remark.count for remark in read_sheet(ods(row("School") + cell)).remarks] == [1]


@pytest.mark.parametrize(
    "rows",
    [
        row("x" * 50, more=' table:number-rows-repeated="100000"', of_cell=' table:number-columns-repeated="10000"'),
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>' + row("x"),
        row("x" * 30_000, more=' table:number-rows-repeated="2000"'),
        row("x", of_cell=' table:number-columns-repeated="99999999999999999999"'),
        "<table:table-row/>" * 900_000,
    ],
    ids=["cells", "far below", "letters", "a number without end", "rows"],
)
def test_a_bomb_is_refused(ods, rows):
    with pytest.raises(UnreadableFile, match="too large"):
        read_sheet(ods(rows))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"kind": "application/vnd.oasis.opendocument.text"}, "of a kind that is not read"),
        ({"content": "<office:document-content>"}, "damaged"),
        ({"content": row("x", of_cell=' table:number-columns-repeated="many"')}, "damaged"),
    ],
    ids=["a text", "no end", "no number"],
)
def test_what_cannot_be_read_is_a_sentence(ods, how, said):
    with pytest.raises(UnreadableFile, match=said):
        read_sheet(ods(row("x"), **how))
