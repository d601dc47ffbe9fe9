"""A document for Word: A4 with page numbers, real headings, tables with heading rows, the language and the title."""

from collections.abc import Iterator, Sequence

from sto_cli.messages import N_, Translator
from sto_cli.render.document import model
from sto_cli.render.document.fields import safe, written
from sto_cli.render.formats import Look
from sto_cli.render.word import package as xml

FOOT = N_("Sterk Techniekonderwijs (STO)")
NO_MAP = N_("The map is left out here; it is in the web page (--output, with a name that ends in .html).")

LABELS = 3400
"""Width of the labels of facts, in twentieths of a point: 6 cm."""

WIDE = 6
"""Columns from which a table is laid on its side: on end each would have less than 3 cm."""

LETTER, SMALL_LETTER = 112, 88
"""Width of a letter in a table, and in one with small letters, in twentieths of a point."""

AROUND = 210
"""Width of the space beside a cell's text."""

LONGEST_WORD = 24
"""Letters of a word for which room is kept in a column; web addresses are longer, and are broken off."""

LONGEST_TEXT = 60
"""Letters of a cell from which a column wants no more room."""


def document_docx(document: model.Document, look: Look) -> bytes:
    """Write a document; the same document gives the same bytes."""
    blocks = list(document.read())
    wide = any(isinstance(block, model.Table) and len(block.columns) >= WIDE for block in blocks)
    page = xml.LANDSCAPE if wide else xml.PORTRAIT
    title = safe(document.title)
    day = look.translator.value(document.day) if document.day else ""
    body = [xml.paragraph(title, "Title"), *_Body(look.translator, page).parts(blocks)]
    sheet = xml.HeadAndFoot(title, look.translator.language, title, day, look.translator.text(FOOT), page)
    return xml.word_document("".join(body), sheet)


class _Body:
    """The blocks of one document as XML."""

    def __init__(self, translator: Translator, page: xml.Page) -> None:
        self.translator = translator
        self.page = page

    def parts(self, blocks: Sequence[model.Block]) -> Iterator[str]:
        before: model.Block | None = None
        for block in blocks:
            if _is_table(before) and _is_table(block):
                yield xml.paragraph("", "Quiet")  # Word makes one table of two that touch
            yield from self.part(block)
            before = block
        if _is_table(before):
            yield xml.paragraph("", "Quiet")

    def part(self, block: model.Block) -> Iterator[str]:
        match block:
            case model.Heading():
                yield xml.paragraph(safe(block.text), "Heading1" if block.level <= 2 else "Heading2")  # noqa: PLR2004
            case model.Paragraph():
                yield xml.paragraph(safe(block.text), "Quiet" if block.quiet else "")
            case model.Bullets():
                yield from (_bullet(safe(text), list(map(safe, details))) for text, details in block.entries)
            case model.Terms():
                yield from (_term(safe(term), safe(meaning)) for term, meaning in block.entries)
            case model.Facts() | model.Table():
                yield from self.tabular(block)
            case model.Chart() | model.Map():
                yield from self.drawn(block)

    def tabular(self, block: model.Facts | model.Table) -> Iterator[str]:
        if isinstance(block, model.Facts):
            yield self.facts(block) if block.rows else ""
        elif block.columns:
            yield self.table(block)

    def drawn(self, block: model.Chart | model.Map) -> Iterator[str]:
        """Say in words what a page would draw: a chart as its numbers, of a map where it is."""
        if isinstance(block, model.Map):
            yield xml.paragraph(self.translator.text(NO_MAP), "Quiet")
            return
        yield from (_bullet(f"{safe(label)}: {bar.participating}/{bar.schools}", []) for label, bar in block.bars)

    def facts(self, facts: model.Facts) -> str:
        widths = (LABELS, self.page.room - LABELS)
        rows = (xml.label_row(safe(label), "", safe(value), widths) for label, value in facts.rows)
        return xml.table(rows, widths, "", side=True)

    def table(self, given: model.Table) -> str:
        headings = [safe(column.heading) for column in given.columns]
        rows, last = ([self.cells(row, given) for row in some] for some in (given.rows, given.last))
        numbers = [one.kind != "text" for one in given.columns]
        room = self.page.room
        small = sum(_least([headings, *rows, *last], numbers, LETTER)) > room
        widths = column_widths([headings, *rows, *last], numbers, room, SMALL_LETTER if small else LETTER)
        columns = [xml.WordColumn(width, number, small) for width, number in zip(widths, numbers, strict=True)]
        written_rows = [xml.text_row(row, columns) for row in rows] + [
            xml.text_row(row, columns, bold=True) for row in last
        ]
        return xml.table([xml.heading_row(headings, columns), *written_rows], widths, safe(given.name))

    def cells(self, row: Sequence[model.Value], given: model.Table) -> list[str]:
        return [written(value, column, self.translator) for value, column in zip(row, given.columns, strict=True)]


def column_widths(rows: Sequence[Sequence[str]], numbers: Sequence[bool], room: int, letter: int = LETTER) -> list[int]:
    """Share a width among columns: first their longest words, then by how much text they hold."""
    least = _least(rows, numbers, letter)
    if sum(least) >= room:
        return [width * room // sum(least) for width in least]
    texts = [min(max(map(len, one)), LONGEST_TEXT) + 1 for one in zip(*rows, strict=True)]
    left = room - sum(least)
    return [width + left * text // sum(texts) for width, text in zip(least, texts, strict=True)]


def _least(rows: Sequence[Sequence[str]], numbers: Sequence[bool], letter: int) -> list[int]:
    """Return the width that the longest word of each column takes; a number is one word."""
    head, *body = rows
    words = [
        [word for text in texts for word in ([text] if number else text.split())]
        for texts, number in zip(zip(*body, strict=True) if body else [()] * len(head), numbers, strict=True)
    ]
    longest = [
        max((min(len(word), LONGEST_WORD) for word in (*title.split(), *own)), default=1)
        for title, own in zip(head, words, strict=True)
    ]
    return [word * letter + AROUND for word in longest]


def _is_table(block: model.Block | None) -> bool:
    return isinstance(block, model.Facts | model.Table)


def _bullet(text: str, details: Sequence[str]) -> str:
    more = "".join(f"<w:r><w:br/></w:r>{xml.run(detail, color='55606C')}" for detail in details)
    return xml.paragraph_of(xml.run(text) + more, "ListBullet")


def _term(term: str, meaning: str) -> str:
    return xml.paragraph_of(xml.run(f"{term}: ", bold=True) + xml.run(meaning))
