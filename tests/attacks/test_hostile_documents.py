"""A Word document from a stranger costs at most 2 s and 300 MB, and reads no other file."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
CHOICE = random.Random(1)
WORDS = ["".join(CHOICE.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(7)) for _ in range(20_000)]
"""Words that pack badly: what packs well is refused for that alone."""


def words(number):
    return " ".join(CHOICE.choice(WORDS) for _ in range(number))


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in cells) + "</w:tr>"


def document(body, before="", more=None):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        text = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
        for name, part in (more or {}).items():
            archive.writestr(name, part)
    return stream.getvalue()


GOALS = paragraph("Doelen")
ENTITIES = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {to} '{f'&{of};' * 10}'>" for of, to in zip("abcdefg", "bcdefgh", strict=True)
)
DOCUMENTS = {
    "paragraphs": lambda: document(GOALS + "".join(paragraph(words(2)) for _ in range(110_000))),
    "pieces of one paragraph": lambda: document(
        GOALS + "<w:p>" + "".join(f"<w:r><w:t>{words(2)}</w:t></w:r>" for _ in range(110_000)) + "</w:p>"
    ),
    "rows": lambda: document(GOALS + "<w:tbl>" + "".join(row(words(1), words(2)) for _ in range(50_000)) + "</w:tbl>"),
    "columns": lambda: document(GOALS + "<w:tbl>" + row(*(words(2) for _ in range(60_000))) + "</w:tbl>"),
    "tables": lambda: document(GOALS + "".join(f"<w:tbl>{row(words(2))}</w:tbl>" for _ in range(50_000))),
    "tables within tables": lambda: document("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000),
    "lines of one paragraph": lambda: document(
        f"<w:p><w:r>{''.join(f'<w:t>{one}.</w:t><w:br/>' for one in words(20_000).title().split())}</w:r></w:p>"
    ),
    "one long text": lambda: document(GOALS + paragraph(words(900_000))),
    "attributes": lambda: document("<w:p " + " ".join(f'a{at}{words(1)}="{words(1)}"' for at in range(250_000)) + "/>"),
    "a cell as wide as a million": lambda: document(
        GOALS + '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr></w:tc></w:tr></w:tbl>'
    ),
    "entities of entities": lambda: document(paragraph("&h;&h;&h;"), f"{ENTITIES}]>"),
    "another file": lambda: document(paragraph("&x;"), "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
    "a text of 200 MB": lambda: document(paragraph("a" * 200_000_000)),
    "a picture of 200 MB": lambda: document(GOALS, more={"word/media/x.png": b"\0" * 200_000_000}),
    "parts": lambda: document(GOALS, more={f"word/p{at}.xml": "" for at in range(30_000)}),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_judged_in_time(bounded, tmp_path, name):
    path = tmp_path / "plan.docx"
    path.write_bytes(DOCUMENTS[name]())
    run = bounded("validate", path, "--comments", seconds=4)
    assert run.code == 1
    assert "root:" not in run.out
    assert "not-judged" not in run.out
