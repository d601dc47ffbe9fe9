"""Remarks go into the margin of a document, at their place, and nothing else of it changes."""

import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_xml import document, p, packed, parts_of, r, relations, tbl, tr

from sto_cli.files.word.blocks import START, paragraphs
from sto_cli.files.word.commenting import Hand, Remark, with_remarks
from sto_cli.files.word.packing import pack, repack
from sto_cli.files.word.reading import read_word
from sto_cli.files.word.tree import read_tree

HAND = Hand("Controle", "sto", date(2026, 11, 24))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def commented(content, *lines, at=0):
    """Return the document with a remark at one of its paragraphs."""
    anchor = list(paragraphs(read_word(content).blocks))[at].anchor
    return with_remarks(content, [Remark(anchor, lines)], HAND)


def texts(content):
    return [one.text for one in paragraphs(read_word(content).blocks)]


def range_of(content):
    """Return the text between the marks of the first comment."""
    main = parts(content)["word/document.xml"].decode()
    between = re.search(r"<w:commentRangeStart[^>]*/>(.*)<w:commentRangeEnd", main, re.DOTALL)
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)", between[1]))


def test_the_marks_stand_around_the_text_of_the_paragraph():
    assert range_of(commented(document(p("een") + p("twee", style="Kop1") + p("drie")), "kort", at=1)) == "twee"


def test_nothing_changes_but_the_marks():
    before = document(p("een", r("é", "<w:b/>"), properties="<w:rPr/>") + tbl(tr("a", "")))
    after = parts(commented(before, "kort"))
    unmarked = re.sub(
        rb"<w:commentRange(?:Start|End)[^>]*/>|<w:r[^>]*><w:commentReference[^>]*/></w:r>",
        b"",
        after["word/document.xml"],
    )
    assert unmarked == parts(before)["word/document.xml"]
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name for name, content in parts(before).items() if after[name] != content} == touched


def test_the_comment_says_who_and_when_and_what():
    comments = parts(commented(document(p("een")), "Een datum ontbreekt.", "Schrijf <2027>."))[
        "word/comments.xml"
    ].decode()
    assert 'w:author="Controle"' in comments
    assert 'w:date="2026-11-24T00:00:00Z"' in comments
    assert re.findall(r"<w:t[^>]*>([^<]*)", comments) == ["Een datum ontbreekt.", "Schrijf &lt;2027&gt;."]


def test_an_empty_cell_can_bear_a_remark():
    before = document(tbl(tr("a", "")))
    [table] = read_word(before).blocks
    after = with_remarks(before, [Remark(table.rows[0][1].anchor, ["leeg"])], HAND)
    assert b"<w:tc><w:p><w:commentRangeStart" in parts(after)["word/document.xml"]
    assert texts(after) == ["a"]


def test_comments_of_others_stay():
    other = '<w:comment w:id="4" w:author="Collega"><w:p/></w:comment>'
    before = document(p("een"), comments=other)
    comments = parts(commented(before, "kort"))["word/comments.xml"].decode()
    assert other in comments
    assert 'w:id="5"' in comments


def test_comments_may_be_one_empty_tag():
    before = packed({**parts_of(p("een"), comments=""), "word/comments.xml": '<x:comments xmlns:x="urn:x" />'})
    assert parts(commented(before, "kort"))["word/comments.xml"].startswith(b'<x:comments xmlns:x="urn:x"><w:comment')


def test_a_document_without_relations_gets_them():
    bare = {name: part for name, part in parts_of(p("een")).items() if "document.xml.rels" not in name}
    after = commented(packed(bare), "kort")
    assert b"/comments" in parts(after)["word/_rels/document.xml.rels"]


def test_several_remarks_at_one_place_and_at_the_start_of_the_document():
    before = document(p("een"))
    [paragraph] = read_word(before).blocks
    remarks = [Remark(paragraph.anchor, ["x"]), Remark(paragraph.anchor, ["y"]), Remark(START, ["z"])]
    after = parts(with_remarks(before, remarks, HAND))
    assert after["word/comments.xml"].count(b"<w:comment ") == 3
    assert after["word/document.xml"].count(b"<w:commentReference ") == 3


def test_the_strict_dialect_gets_its_own_words():
    after = parts(commented(document(p("een"), strict=True), "kort"))
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in after["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]


def test_another_prefix_is_no_trouble():
    main = parts_of(p("een"))["word/document.xml"].replace("w:", "ns0:").replace("xmlns:ns0:", "xmlns:")
    main = main.replace("xmlns:w=", "xmlns:ns0=")
    after = commented(packed({**parts_of(""), "word/document.xml": main}), "kort")
    assert texts(after) == ["een"]
    assert list(read_tree(parts(after)["word/document.xml"]).within("w:commentReference"))


def test_utf_16_is_no_trouble():
    main = '<?xml version="1.0" encoding="UTF-16"?>' + parts_of(p("één"))["word/document.xml"]
    before = packed({**parts_of(""), "word/document.xml": main.encode("utf-16")})
    assert texts(commented(before, "kort")) == ["één"]


def test_the_same_parts_give_the_same_bytes():
    assert pack({"a": "x" * 1000, "b": b"y"}) == pack({"a": "x" * 1000, "b": b"y"})


def test_a_part_that_is_not_touched_is_not_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", "a")
        archive.writestr("large.bin", b"\0" * 50_000_000)
    after = repack(stream.getvalue(), {"a.xml": b"b"})
    assert len(after) < 100_000
    assert parts(after)["a.xml"] == b"b"


def test_an_archive_that_was_written_in_one_go_is_copied_too():
    class OneWay(io.RawIOBase):
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    stream = OneWay()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:  # sizes then stand behind each part
        archive.writestr("a.xml", "a" * 100)
        archive.writestr("é.xml", "é" * 100)
    assert parts(repack(stream.data, {"c.xml": b"c"})) == {
        "a.xml": b"a" * 100,
        "é.xml": ("é" * 100).encode(),
        "c.xml": b"c",
    }


@given(st.lists(st.text(), max_size=4))
def test_whatever_a_remark_says_the_document_can_be_read(lines):
    after = commented(document(p("een")), *lines)
    assert texts(after) == ["een"]
    assert read_tree(parts(after)["word/comments.xml"]).name == "w:comments"


@pytest.mark.parametrize("where", ["comments.xml", "/word/comments.xml", "../word/comments.xml"])
def test_the_part_with_comments_is_found_however_it_is_named(where):
    before = parts_of(p("een"), comments='<w:comment w:id="0"/>')
    before["word/_rels/document.xml.rels"] = relations(("comments", where))
    assert parts(commented(packed(before), "kort"))["word/comments.xml"].count(b"<w:comment ") == 2
