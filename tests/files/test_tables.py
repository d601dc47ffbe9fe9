"""Lists as people have them: any encoding and separator, workbooks with everything that can be odd in them."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.errors import UnreadableFile, UsageProblem
from sto_cli.files.cells import as_written, cell_text, harmless
from sto_cli.files.csv_reader import read_rows
from sto_cli.files.decoding import decode
from sto_cli.files.tables import read_csv, read_sheet

WORKBOOKS = Path(__file__).parent / "workbooks"

LIST = """\
School;Plaats;Deelname
Collège Sint Paulus;'s-Gravenhage;Ja
Montaigne Lyceum – locatie Zuid;Den Haag;één dag
Sint-Jozefmavo;Vlaardingen;coördinator geïnteresseerd
"""


def read(data: bytes) -> tuple[str, str]:
    decoded = decode(data)
    return decoded.text, decoded.encoding


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_an_encoding_is_found_out(written, found):
    assert read(LIST.encode(written)) == (LIST, found)


def test_a_dos_list_is_not_taken_for_another():
    text = LIST.replace("–", "-")
    assert read(text.encode("cp850")) == (text, "cp850")


@pytest.mark.parametrize("text", ["“Alpha” – Zuid", "Thomas’ school", "€ 100", "50½ m²", "Café"])
def test_marks_of_windows_are_kept(text):
    assert read(text.encode("cp1252")) == (text, "cp1252")


def test_a_line_pasted_from_elsewhere_does_not_spoil_the_rest():
    data = ("Collège Één\n" * 5).encode() + "Café\n".encode("cp1252")
    assert read(data) == ("Collège Één\n" * 5 + "Café\n", "utf-8")
    assert (decode(data).offset, decode(data).name) == (63, "Windows-1252")
    first = "Café\n".encode("cp1252") + ("Collège Één\n" * 5).encode()
    assert read(first) == ("Café\n" + "Collège Één\n" * 5, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data):
    text, encoding = read(data)
    assert isinstance(text, str)
    assert encoding in {"utf-8", "utf-16", "utf-32", "cp1252", "cp850", "mac_roman"}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_separator_is_found_out(separator):
    text = LIST.replace(";", separator)
    found = read_rows(text)
    assert found.separator == separator
    assert found.rows[1] == ["Collège Sint Paulus", "'s-Gravenhage", "Ja"]


def test_names_with_commas_do_not_make_columns_of_a_single_one():
    found = read_rows("School\nMontessori College voor Vwo, Havo, Vmbo\nHet Stedelijk Alpha\nBornego College\n")
    assert found.separator == ""
    assert [len(row) for row in found.rows] == [1, 1, 1, 1]


def test_excel_may_announce_its_separator():
    assert read_rows("sep=,\nSchool,Plaats\nA;b,C\n").rows == [["School", "Plaats"], ["A;b", "C"]]


def test_a_quotation_mark_that_is_never_closed_costs_one_row_only():
    text = 'School;Plaats\n"Alpha;Enschede\nBornego;Heerenveen\n"Het ""Echte"" College";Almelo\n'
    found = read_rows(text)
    assert found.rows[1:] == [["Alpha", "Enschede"], ["Bornego", "Heerenveen"], ['Het "Echte" College', "Almelo"]]
    assert found.broken == [2]


def test_a_line_break_within_a_cell_survives_a_broken_row_elsewhere():
    found = read_rows('School;Noot\n"Alpha";"een\ntwee"\nBeta"x";"\nGamma;z\n')
    assert found.rows[1] == ["Alpha", "een\ntwee"]
    assert found.rows[-1] == ["Gamma", "z"]


def test_many_open_marks_do_not_take_long():
    found = read_rows("a;b\n" + '"x;y\n' * 20_000)
    assert len(found.rows) == 20_001


CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x1f\0\r\n"), max_size=12)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    st.sampled_from(";,\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_csv_writer_writes_is_read_back(rows, separator, quoting, line_end):
    stream = io.StringIO()
    headed = [["School", "Plaats", "Deelname"]] * 9 + rows  # enough plain rows to tell the separator
    csv.writer(stream, delimiter=separator, quoting=quoting, lineterminator=line_end).writerows(headed)
    found = read_rows(stream.getvalue())
    assert found.separator == separator
    assert [row or [""] for row in found.rows] == headed


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook: `workbook(lambda book: …)` gives its path."""

    def write(fill) -> Path:
        path = tmp_path / "list.xlsx"
        with xlsxwriter.Workbook(path) as book:
            fill(book)
        return path

    return write


def test_values_of_a_workbook_keep_their_kind(workbook):
    def fill(book):
        sheet = book.add_worksheet("Deelnemers")
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet.write_row(0, 0, ["School", "Vanaf", "Aantal", "Actief"])
        sheet.write_row(1, 0, ["Alpha", "", 12.5, True])
        sheet.write_datetime(1, 1, datetime(2023, 8, 1), day)  # noqa: DTZ001 - Excel has no zones
        sheet.write_formula(2, 0, '="Be"&"ta"', None, "Beta")

    table = read_sheet(workbook(fill)).table()
    assert list(table.body[0]) == ["Alpha", date(2023, 8, 1), 12.5, True]
    assert table.text(0, 1) == "2023-08-01"
    assert table.text(1, 0) == "Beta"


def test_merged_cells_speak_for_all_their_rows(workbook):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["School", "Plaats"])
        sheet.write_column(1, 0, ["Alpha", "Bonhoeffer"])
        sheet.merge_range(1, 1, 2, 1, "Enschede")

    table = read_sheet(workbook(fill)).table()
    assert [table.text(index, 1) for index in (0, 1)] == ["Enschede", "Enschede"]
    assert list(table.body[1]) == ["Bonhoeffer", ""]


def test_of_several_sheets_the_wanted_one_is_read_and_the_others_are_named(workbook):
    def fill(book):
        book.add_worksheet("Uitleg").write(0, 0, "Toelichting")
        book.add_worksheet("Lijst").write_row(0, 0, ["School", "Plaats"])
        book.add_worksheet("Verborgen").hide()

    path = workbook(fill)
    sheet = read_sheet(path, wanted=lambda sheet: "School" in sheet.rows[0])
    assert (sheet.name, sheet.others) == ("Lijst", ("Uitleg",))
    assert read_sheet(path, "Uitleg").name == "Uitleg"
    with pytest.raises(UsageProblem):
        read_sheet(path, "Blad9")


def test_formulas_that_were_never_worked_out_are_said(tmp_path, workbook):
    path = workbook(lambda book: book.add_worksheet().write(0, 0, "School"))
    stripped = tmp_path / "stripped.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stripped, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                row = b'<row r="2"><c r="A2"><f>1+1</f></c></row></sheetData>'
                data = data.replace(b"</sheetData>", row)
            target.writestr(entry, data)
    remarks = [remark.count for remark in read_sheet(stripped).remarks]
    assert remarks == [1]


@pytest.mark.parametrize("spot", [(1_048_575, 16_383), (1_048_575, 20)])
def test_one_cell_in_the_far_corner_does_not_cost_all_memory(workbook, spot):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "School")
        sheet.write(*spot, "x")

    with pytest.raises(UnreadableFile, match="too large"):
        read_sheet(workbook(fill))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as stream:
            for _ in range(210):
                stream.write(b"\0" * 1_000_000)
    with pytest.raises(UnreadableFile, match="too large"):
        read_sheet(path)


def test_a_protected_workbook_is_a_sentence():
    with pytest.raises(UnreadableFile, match="password"):
        read_sheet(WORKBOOKS / "password.xlsx")


def test_an_old_workbook_is_read():
    sheet = read_sheet(WORKBOOKS / "old.xls")
    assert sheet.name == "Blad"
    assert sheet.table().text(0, 0) == "Alpha"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_damaged_workbook_is_a_sentence(tmp_path, workbook, kept):
    data = workbook(lambda book: book.add_worksheet().write(0, 0, "School")).read_bytes()
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(UnreadableFile):
        read_sheet(path)


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=20))
def test_a_workbook_with_other_bytes_in_it_is_read_or_refused(at, other):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, ["School", "Plaats"])
    data = bytearray(stream.getvalue())
    data[at : at + len(other)] = other
    from sto_cli.files.workbook.reader import is_workbook, open_book

    if is_workbook(bytes(data)):
        try:
            book = open_book(bytes(data), "x.xlsx")
            book.rows(book.sheets[0])
        except UnreadableFile:
            return
        assert book.sheets


@pytest.mark.parametrize(
    "data",
    [
        b"<html><table><tr><td>School</td></tr></table>",
        b"%PDF-1.7 ...",
        b"\x89PNG\0\0\0\0\0\0",
        b"PK\x03\x04 not a zip",
    ],
)
def test_what_is_no_list_is_a_sentence(tmp_path, data):
    path = tmp_path / "list.xls"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile):
        read_sheet(path)


def test_a_csv_file_may_be_called_xlsx(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_text(LIST, encoding="utf-8")
    assert read_csv(path).headings == ("School", "Plaats", "Deelname")


def test_no_row_is_lost_and_columns_without_heading_stay(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Lijst 2026\n\nSchool;;School\nA;b;c;d\n\n;;\nE\n", encoding="utf-8")
    sheet = read_sheet(path)
    table = sheet.table(2)
    assert table.headings == ("School", "", "School")
    assert table.width == 4
    assert [list(row) for row in table.body] == [["A", "b", "c", "d"], [], ["", "", ""], ["E"]]
    assert table.first == 4


@pytest.mark.parametrize(
    ("cell", "text"),
    [(12.0, "12"), (12.5, "12.5"), (True, "true"), (date(2023, 8, 1), "2023-08-01"), ("  a\n b ", "a b"), (7, "7")],
)
def test_values_as_text(cell, text):
    assert cell_text(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", " =1", "＝1"])
def test_a_text_that_would_run_is_marked_as_text(text):
    assert harmless(text) == f"'{text}"
    assert as_written(harmless(text)) == text


@pytest.mark.parametrize("text", ["-", "--", "-5", "+31 53 123 45 67", "'s-Gravenhage", "- ", "1-8-2023", "a=1", ""])
def test_what_cannot_run_stays_as_it_is(text):
    assert harmless(text) == text


@given(st.text(max_size=20))
def test_a_marked_text_comes_back(text):
    assert as_written(harmless(text)) == text or harmless(text) == text


@pytest.fixture
def changed(tmp_path, workbook):
    """Change one part of a workbook: `changed("xl/…", before, after)` gives its path."""

    def change(part: str, before: bytes, after: bytes) -> Path:
        path = workbook(lambda book: book.add_worksheet().write_row(0, 0, ["School", "Plaats"]))
        hostile = tmp_path / "hostile.xlsx"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(hostile, "w") as target:
            for entry in source.infolist():
                data = source.read(entry)
                if entry.filename == part:
                    assert before in data
                    data = data.replace(before, after)
                target.writestr(entry, data)
        return hostile

    return change


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("xl/sharedStrings.xml", b'uniqueCount="2"', b'uniqueCount="99999999999"'),
        ("xl/worksheets/sheet1.xml", b'<row r="1"', b'<row r="4294967295"'),
        ("xl/worksheets/sheet1.xml", b'<c r="B1"', b'<c r="ZZZZ99999999"'),
        ("xl/worksheets/sheet1.xml", b'<c r="B1"', b'<c r = "xfd1048576"'),
    ],
)
def test_a_workbook_that_claims_to_be_huge_is_refused(changed, part, before, after):
    """Each of these made the reader ask for more memory than there is, found by changing workbooks at random."""
    with pytest.raises(UnreadableFile, match="too large"):
        read_sheet(changed(part, before, after))


def test_merged_blocks_beyond_the_sheet_cost_nothing(changed):
    blocks = b'<mergeCells count="500">' + b'<mergeCell ref="A1:XFD1048576"/>' * 500 + b"</mergeCells>"
    sheet = read_sheet(changed("xl/worksheets/sheet1.xml", b"</sheetData>", b"</sheetData>" + blocks))
    assert len(sheet.spread) == 1


def test_hidden_rows_and_struck_cells_are_marked(workbook):
    def fill(book):
        sheet = book.add_worksheet("Lijst")
        struck = book.add_format({"font_strikeout": True})
        for row, name in enumerate(["School", "Alpha", "Bonhoeffer", "Canisius", "Linde"]):
            sheet.write(row, 0, name, struck if name == "Canisius" else None)
            sheet.write(row, 1, "ja")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.autofilter(0, 0, 4, 1)
        book.add_worksheet("Ander").set_row(1, None, None, {"hidden": True})

    path = workbook(fill)
    assert read_sheet(path).marks == (frozenset({2}), frozenset({(3, 0)}), frozenset())
    assert read_sheet(path, "Ander").marks == (frozenset({1}), frozenset(), frozenset())


def test_what_cannot_be_seen_is_marked_as_what_is_hidden(workbook):
    def fill(book):
        sheet = book.add_worksheet("Lijst")
        looks = [
            {"font_color": "white"}, {"font_color": "white", "bg_color": "white"}, {"num_format": ";;;"},
            {"font_color": "white", "bg_color": "navy"}, {"font_color": "navy"},
        ]  # fmt: skip
        for row, look in enumerate(looks):
            sheet.write(row, 0, "School", book.add_format(look))
        sheet.set_row(6, 0)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(3, 4, 0)

    marks = read_sheet(workbook(fill)).marks
    assert (marks.hidden, marks.struck, marks.columns) == ({6}, {(0, 0), (1, 0), (2, 0)}, {1, 3, 4})


def test_a_hidden_sheet_is_named_and_read_only_when_asked_for(workbook):
    def fill(book):
        book.add_worksheet("Oud").write(0, 0, "School")
        book.add_worksheet("Lijst").write(0, 0, "Naam")
        book.worksheets()[0].hide()
        book.worksheets()[1].activate()

    sheet = read_sheet(workbook(fill))
    assert sheet.name == "Lijst"
    assert any("“Oud”" in str(remark.values) for remark in sheet.remarks)
    assert read_sheet(workbook(fill), "Oud").rows[0] == ["School"]


@pytest.mark.parametrize("state", [b"hidden", b"veryHidden"])
def test_a_workbook_of_hidden_sheets_is_refused_with_their_names(changed, state):
    path = changed("xl/workbook.xml", b"<sheet name=", b'<sheet state="' + state + b'" name=')
    with pytest.raises(UnreadableFile) as refused:
        read_sheet(path)
    assert "are hidden" in refused.value.message.template


def test_what_is_struck_out_or_cannot_be_seen_in_an_old_workbook_is_marked():
    marks = read_sheet(WORKBOOKS / "struck.xls").marks
    assert {row for row, _ in marks.struck} == {2, 3, 4, 6}  # struck, white, “;;;”, one cell; white on blue can be read
    assert (6, 2) in marks.struck
    assert (6, 0) not in marks.struck


def test_an_old_workbook_has_no_hidden_rows_here():
    assert read_sheet(WORKBOOKS / "old.xls").marks == (frozenset(), frozenset(), frozenset())
