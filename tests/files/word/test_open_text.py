"""A document of LibreOffice (.odt) is read as the Word document that it could have been."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from sto_cli.files.word.blocks import WordParagraph, WordTable
from sto_cli.files.word.other_kinds import WordProblem
from sto_cli.files.word.reading import TYPE, read_word
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.reading import read_plan

HERE = Path(__file__).parent / "libreoffice"
EXAMPLES = Path(__file__).parents[3] / "examples" / "plans"
SPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def odt(body: str, before: str = "", manifest: str = "<a/>", holds: str = "office:text") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", TYPE)
        content = f"<office:document-content{SPACES}><office:body><{holds}>{body}</{holds}></office:body>"
        archive.writestr("content.xml", f"{before}{content}</office:document-content>", zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def texts(content: bytes) -> list[str]:
    return [block.text for block in read_word(content).blocks if isinstance(block, WordParagraph)]


@pytest.mark.parametrize("name", ["zorg-en-techniek-aan-bed"])
def test_the_form_saved_by_libreoffice_is_the_plan(name):
    saved = read_plan((HERE / f"{name}.odt").read_bytes(), "plan.odt")
    assert saved.plan == read_plan((EXAMPLES / f"{name}.yaml").read_bytes(), "plan.yaml").plan
    assert not saved.unread


def test_a_finding_says_where_it_is():
    body = '<text:h text:outline-level="1">Mijlpalen</text:h><text:p>We zijn klaar op 31 februari 2027.</text:p>'
    findings = judge_text(odt(body), "plan.odt").findings
    assert {one.place.where is not None for one in findings} == {True}


def test_remarks_tracked_deletions_and_tables_of_contents_are_no_text():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:p>inhoud</text:p>"
        "</text:table-of-content><text:p>Er staat<office:annotation><text:p>klopt dit?</text:p></office:annotation> dit"
        "<text:s/>en<text:line-break/>dat.</text:p>"
    )
    assert texts(odt(body)) == ["Er staat dit en\ndat."]


def test_a_note_stands_behind_its_paragraph_and_behind_all_when_it_hangs_on_a_cell():
    text = "<text:note-body><text:p>noot {}</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{text}</text:note>"
    row = (
        f"<table:table-row><table:table-cell><text:p>€ 5{note.format(1)}</text:p></table:table-cell></table:table-row>"
    )
    body = f"<text:p>een{note.format(2)}</text:p><text:p>twee</text:p><table:table>{row}</table:table>"
    read = read_word(odt(body))
    assert [block.text for block in read.blocks[:3]] == ["een", "noot 2", "twee"]
    assert read.blocks[3].rows[0][0].text == "€ 5"
    assert [one.text for one in read.notes] == ["noot 1"]


def test_a_merged_cell_stands_once():
    body = (
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>een</text:p>'
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>twee</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    (table,) = read_word(odt(body)).blocks
    assert isinstance(table, WordTable)
    assert [cell.text if cell else None for cell in table.rows[0]] == ["een", None, "twee"]


REFUSED = {
    "no text in it": (lambda: odt("", holds="office:drawing"), "damaged"),
    "an entity": (
        lambda: odt("<text:p>&x;</text:p>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "damaged",
    ),
    "a bomb of spaces": (lambda: odt(f"<text:p>{' ' * 100_000_000}</text:p>"), "larger"),
    "50,000 levels": (lambda: odt("<text:section>" * 50_000 + "</text:section>" * 50_000), "larger"),
    "a million paragraphs": (lambda: odt("<text:p/>" * 1_000_000), "larger"),
    "a password": (lambda: odt("", manifest='<a><manifest:encryption-data xmlns:manifest="x"/></a>'), "password"),
    "half a file": (lambda: odt("<text:p>Doelen</text:p>")[:200], "damaged"),
}


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence(content, words):
    with pytest.raises(WordProblem) as caught:
        read_word(content())
    assert words in caught.value.message.template
    assert caught.value.hint.template


@pytest.mark.parametrize(
    "body",
    [
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        '<text:p><text:s text:c="1000000000"/>x</text:p>',
        '<text:h text:outline-level="99999999999">x</text:h>',
        '<text:list text:style-name="a"><text:list-item><text:p>x</text:p></text:list-item></text:list>',
    ],
)
def test_what_says_that_it_is_there_a_million_times_is_there_once(body):
    (block,) = read_word(odt(body)).blocks
    assert "x" in (block.text if isinstance(block, WordParagraph) else block.rows[0][0].text)
