"""Reading a document of Word, of LibreOffice, or a PDF: all come out as the same blocks."""

from __future__ import annotations

from sto_cli.files.pdf.reading import is_pdf, read_pdf
from sto_cli.files.word.blocks import WordDocument, paragraphs
from sto_cli.files.word.body import BodyReader, notes_of
from sto_cli.files.word.container import Container
from sto_cli.files.word.open_text import is_open_text, read_open_text
from sto_cli.files.word.other_kinds import damaged, refuse_old
from sto_cli.files.word.styles import Numbering, Styles
from sto_cli.files.word.tree import Node, read_tree


def read_word(content: bytes) -> WordDocument:
    """Read a document from the bytes of its file.

    Raises:
        WordProblem: it is no document that can be read; the sentence says what it is and how to save it.
    """
    if is_pdf(content):
        return read_pdf(content)
    refuse_old(content)
    if is_open_text(content):
        return read_open_text(content)
    container = Container(content)
    parts = container.related(container.main)
    document = WordDocument(main=container.main, source=container.read(container.main))
    body = read_tree(document.source).child("w:body")
    if body is None:
        raise damaged()
    styles = Styles(container.tree(parts.get("styles", "")))
    reader = BodyReader(styles, Numbering(container.tree(parts.get("numbering", ""))))
    for kind in ("footnotes", "endnotes"):
        reader.notes.update(notes_of(container.tree(parts.get(kind, "")), reader))
    document.blocks.extend(reader.all_blocks(body))
    document.notes.extend(one for left in reader.notes.values() for one in left)
    for part in container.parts_of(container.main, "header", "footer"):
        document.margins.extend(paragraphs(tuple(reader.all_blocks(container.tree(part) or Node("", {}, 0)))))
    return document
