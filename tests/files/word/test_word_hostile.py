"""What is no Word document that can be read is refused in a sentence that says how to save it right."""

import contextlib
import random
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_xml import document, p, packed, parts_of, tbl, tc, tr

from sto_cli.files.word.other_kinds import WordProblem
from sto_cli.files.word.reading import read_word

STORED = zipfile.ZIP_STORED
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "{}">]><a>&b;</a>'
GOOD = document(p("Twaalf leerlingen " * 40))


def without(part):
    return packed({name: content for name, content in parts_of(p("een")).items() if name != part})


def in_tables(depth):
    body = p("binnen")
    for _ in range(depth):
        body = tbl(tr(tc(body)))
    return document(body)


REFUSED = {
    "half a file": (lambda: GOOD[: len(GOOD) // 2], "damaged"),
    "only its first bytes": (lambda: GOOD[:4], "damaged"),
    "an empty archive": (lambda: packed({}), "a ZIP archive"),
    "some archive": (lambda: packed({"plan.yaml": "titel: x"}), "a ZIP archive"),
    "a workbook": (lambda: packed({"xl/workbook.xml": "<a/>"}), "an Excel workbook"),
    "a presentation": (lambda: packed({"ppt/presentation.xml": "<a/>"}), "a PowerPoint presentation"),
    "a document of LibreOffice": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "a document of LibreOffice (.odt)",
    ),
    "a document of Pages": (lambda: packed({"Index/Document.iwa": "x"}), "a document of Pages"),
    "an old document": (lambda: OLE + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)"),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    "another old document": (lambda: OLE, "an old document of Office"),
    "macros": (lambda: packed({**parts_of(p("een")), "word/vbaProject.bin": "x"}), "has macros"),
    "no main part": (lambda: without("word/document.xml"), "damaged"),
    "no body": (lambda: packed({**parts_of(""), "word/document.xml": "<a/>"}), "damaged"),
    "no XML": (lambda: packed({**parts_of(""), "word/document.xml": "<a"}), "damaged"),
    "an entity": (lambda: packed({**parts_of(""), "word/document.xml": DOCTYPE.format("x")}), "damaged"),
    "an entity in the styles": (lambda: packed({**parts_of(""), "word/styles.xml": DOCTYPE.format("x")}), "damaged"),
    "a bomb of spaces": (lambda: document(" " * 200_000_000), "larger"),
    "a part that is too large": (lambda: document(" " * 9_000_000, compression=STORED), "larger"),
    "50,000 levels": (lambda: document("<w:p>" * 50_000 + "</w:p>" * 50_000, compression=STORED), "larger"),
    "200,000 tables": (lambda: document(tbl(tr("")) * 200_000), "larger"),
    "40,000 tables": (lambda: document(tbl(tr("")) * 40_000, compression=STORED), "larger"),
    "tables in tables in tables": (lambda: in_tables(60), "larger"),
    "60,000 parts": (lambda: packed(dict.fromkeys(map(str, range(60_000)), "")), "larger"),
    "3 million letters": (lambda: document(p("x" * 3_000_000), compression=STORED), "larger"),
}


def sentence(content):
    with pytest.raises(WordProblem) as caught:
        read_word(content)
    assert caught.value.hint.template
    kind = caught.value.message.values.get("kind")
    return kind.template if kind else caught.value.message.template


@pytest.mark.sample(8)
@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_a_sentence_and_costs_little(content, words):
    document = content()
    tracemalloc.start()
    try:
        assert words in sentence(document)
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()


def test_an_archive_with_a_password_is_refused():
    # Python cannot write one: the mark of encryption is set by hand, in both places where it stands.
    marked = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(signature)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(signature, at + 4)
    assert "password" in sentence(bytes(marked))


def test_large_directories_of_the_new_kind_are_refused():
    end = GOOD.rfind(b"PK\x05\x06")
    assert "larger" in sentence(GOOD[:end] + b"PK\x06\x07" + b"\0" * 16 + GOOD[end:])


@given(st.integers(0, 2**32))
def test_damage_anywhere_is_a_sentence_or_no_trouble(seed):
    chance = random.Random(seed)
    damaged = bytearray(GOOD)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    with contextlib.suppress(WordProblem):
        assert read_word(bytes(damaged)).main


def test_a_wide_table_stays_small():
    span = tc("x", properties='<w:gridSpan w:val="999999999"/>')
    [table] = read_word(document(tbl(tr(*[span] * 50)))).blocks
    assert len(table.rows[0]) <= 63
