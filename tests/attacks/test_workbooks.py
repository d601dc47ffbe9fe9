"""A workbook from a stranger costs at most 2 s and 300 MB: it is looked at before any other reader sees it."""

from __future__ import annotations

import pytest
from made_workbooks import (
    FOOT,
    HEAD,
    HEADINGS,
    ONE,
    book,
    cell,
    directory_of_old,
    last_cell_of_old,
    lying,
    old_with,
    sheet,
)

REFUSED = {
    "rows and cells without a place": lambda: book(
        sheet("<row>" + "<c/>" * 16_000 + "</row>" + "<row/>" * 60_000 + ONE)
    ),
    "many more of them": lambda: book(sheet("<row>" + "<c/>" * 200_000 + "</row>" + "<row/>" * 200_000 + ONE)),
    "prefixed tags": lambda: book(sheet("<x:row>" + "<x:c/>" * 16_000 + "</x:row>" + "<x:row/>" * 60_000 + ONE)),
    "a place in single marks": lambda: book(sheet("<row r='1048576'><c r='XFD1048576'/></row>")),
    "a place behind a sign": lambda: book(sheet('<row><c x=">" r="XFD1048576"/></row>')),
    "a place between spaces": lambda: book(sheet('<row><c r  =  "XFD1048576"/></row>')),
    "places that only look like places": lambda: book(
        sheet("<row>" + "<c x=' r=\"A1\"'/>" * 16_000 + "</row>" + "<row/>" * 60_000 + ONE)
    ),
    "a cell far below": lambda: book(sheet(f'<row r="1048576">{cell("x")}</row>')),
    "a nearly empty rectangle": lambda: book(sheet(f'<row r="199999">{"<c/>" * 18}{cell("x")}</row>')),
    "one cell of 180 MB": lambda: book(sheet(f"<row>{cell('a' * 180_000_000)}</row>")),
    "one cell of 50 MB": lambda: book(sheet(f"<row>{cell('a' * 50_000_000)}</row>")),
    "one cell of many pieces": lambda: book(
        sheet('<row><c t="inlineStr"><is>' + "<r><t>abcdef</t></r>" * 600_000 + "</is></c></row>")
    ),
    "190 MB of spaces": lambda: book(HEAD + HEADINGS + " " * 190_000_000 + FOOT),
    "spaces in a tag": lambda: book(HEAD + HEADINGS + "<row" + " " * 190_000_000 + ">" + FOOT),
    "one place filled again and again": lambda: book(sheet('<row r="2">' + '<c r="A2"/>' * 2_000_000 + "</row>")),
    "merged blocks": lambda: book(sheet("", "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 1_000_000 + "</mergeCells>")),
    "too many texts": lambda: book(
        sheet(""), {"xl/sharedStrings.xml": "<sst>" + "<si><t/></si>" * 4_000_000 + "</sst>"}
    ),
    "texts that are announced": lambda: book(
        sheet(""), {"xl/sharedStrings.xml": '<sst uniqueCount="4000000000" count="1"><si><t>x</t></si></sst>'}
    ),
    "a long text that many cells share": lambda: book(
        sheet('<row><c t="s"><v>0</v></c></row>' * 3_000),
        {"xl/sharedStrings.xml": "<sst><si><t>" + "a" * 90_000 + "</t></si></sst>"},
    ),
    "the same under a number in disguise": lambda: book(
        sheet('<row><c t="s"><v>&#48;</v></c></row>' * 3_000),
        {"xl/sharedStrings.xml": "<sst><si><t>" + "a" * 90_000 + "</t></si></sst>"},
    ),
    "a text of many runs that is shared": lambda: book(
        sheet('<row><c t="s"><v>0</v></c></row>'),
        {"xl/sharedStrings.xml": "<sst><si>" + "<r><t>abc</t></r>" * 600_000 + "</si></sst>"},
    ),
    "a shared text that is not there": lambda: book(
        sheet('<row><c t="s"><v>4000000000</v></c></row>'), {"xl/sharedStrings.xml": "<sst><si><t>x</t></si></sst>"}
    ),
    "formats": lambda: book(sheet(""), {"xl/styles.xml": "<styleSheet>" + "<xf/>" * 3_000_000 + "</styleSheet>"}),
    "too many parts": lambda: book(sheet(""), {f"xl/p{at}.xml": "" for at in range(20_000)}),
    "one sheet under 500 names": lambda: book(sheet(""), sheets=500),
    "an encoding that no one knows": lambda: book(
        sheet(ONE), {"xl/workbook.xml": "<?xml version='1.0' encoding='UT'?><workbook/>"}
    ),
    "an encoding of several bytes": lambda: book(
        sheet(ONE), {"xl/workbook.xml": "<?xml version='1.0' encoding='utf-7'?><workbook/>"}
    ),
    "an encoding that is no text": lambda: book(
        sheet(ONE), {"xl/workbook.xml": "<?xml version='1.0' encoding='hex'?><workbook/>"}
    ),
    "a size that is a lie": lambda: lying(sheet(" " * 150_000_000), 500),
    "a size that is a little lie": lambda: lying(sheet(ONE), len(sheet(ONE)) - 1),
    "an old book with a far cell": lambda: old_with(
        (last_cell_of_old(), "<H", 65_535), (last_cell_of_old() + 2, "<H", 255)
    ),
    "an old book with a long table": lambda: old_with((44, "<L", 0xFFFFFFF0)),
    "an old book with a long small table": lambda: old_with((64, "<L", 0x7FFFFFFF)),
    "an old book with a long list of tables": lambda: old_with((72, "<L", 0x7FFFFFFF)),
    "an old book that goes round": lambda: old_with((512, "<L", 0), (48, "<L", 0)),
    "an old book with sectors of 2^60": lambda: old_with((30, "<H", 60)),
    "an old book that is cut": lambda: old_with()[:1000],
    "an old book with half a list of streams": lambda: old_with()[: directory_of_old() + 98],
    "an old book of a header": lambda: old_with()[:100],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_time(bounded, tmp_path, name):
    path = tmp_path / "list.xlsx"
    path.write_bytes(REFUSED[name]())
    run = bounded("match", path)
    assert run.code == 2
    assert "list.xlsx" in run.err
    assert "panicked" not in run.err


READ = {
    "a picture of 150 MB": lambda: book(sheet(ONE), {"xl/media/p.png": b"\0" * 150_000_000}),
    "cells without a place": lambda: book(sheet(ONE)),
    "places in another order": lambda: book(
        sheet(f'<row r="2">{cell("Het Stedelijk Alpha", chr(32) + "r=" + chr(34) + "A2" + chr(34))}'
              f"{cell('Enschede')}</row>")
    ),
    "35 MB of spaces": lambda: book(sheet(ONE + " " * 35_000_000)),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_it_is_read_in_time(bounded, tmp_path, name):
    path = tmp_path / "list.xlsx"
    path.write_bytes(READ[name]())
    run = bounded("match", path)
    assert run.code == 0, run.err
    assert "00AH17" in run.out
