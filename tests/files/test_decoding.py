"""Which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.decoding import ONE_BYTE, Decoded, decode, other_kind, with_line_feeds

TEXT = "titel: Oriëntatie – één € per dag\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_encodings_of_a_plan(encoding, name):
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.name) == (TEXT, name)
    assert (decoded.offset is None) == (name == "UTF-8")


def test_a_plan_from_a_dos_program_keeps_its_letters():
    text = "titel: één plan voor drieëntwintig leerlingen\n"
    assert decode(text.encode("cp850")) == Decoded(text, "cp850", 7)


def test_the_place_where_utf_8_stops():
    assert decode("é".encode() + "abcë".encode("cp1252")).offset == 4


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04", "a Word or Excel document"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
        (b"{\\rtf1", "a text document with layout (RTF)"),
        (b"\n <!DOCTYPE html>", "a web page"),
        (b"\x89PNG", "a picture"),
        (b"\0\0\0\x18ftypheic", "a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a picture"),
        (b"RIFF was hier", None),
        (b"a\0b", "no text"),
        (b"titel: x", None),
        (b"", None),
        (TEXT.encode("utf-16"), None),
    ],
)
def test_what_is_no_plain_text(content, kind):
    assert other_kind(content) == kind


@pytest.mark.parametrize(
    ("text", "lines"),
    [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\x0bb", "a b"), ("é\u2028b\x85c", "é b c"), ("a\nb", "a\nb")],
)
def test_line_ends(text, lines):
    assert with_line_feeds(text) == lines


@given(st.binary(max_size=200))
def test_any_bytes_become_text(content):
    assert isinstance(decode(content).text, str)


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=200))
def test_utf_8_is_read_back(text):
    if other_kind(text.encode()) is None:
        assert text in (decode(text.encode()).text, decode(text.encode()).text)


@pytest.mark.parametrize("before", ["", "é", "titel: één\n", "€€\n"])
@pytest.mark.parametrize("stray", [b"\xe9", b"\x80", b"caf\xe9 \xc3", b"\xe2\x82"])
def test_a_mark_and_a_stray_byte_go_together(before, stray):
    plain, marked = (decode(mark + before.encode() + stray + b" rest") for mark in (b"", b"\xef\xbb\xbf"))
    assert marked == plain
    assert plain.text.startswith(before)
    rest = plain.text[plain.offset :]
    assert rest in {(stray + b" rest").decode(name, "replace")[-len(rest) :] for name in ONE_BYTE}
