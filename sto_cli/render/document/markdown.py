"""A document in blocks as Markdown (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.render.document.model import Block, Bullets, Facts, Heading, Paragraph, Table
from sto_cli.render.visible import visible


def blocks_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """Write a document line by line; text in it can make no headings, links or HTML of its own."""
    between = False
    for block in blocks:
        if between:
            yield "\n"
        yield from (line + "\n" for line in _block(block))
        between = True


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            yield _paragraphs(block.text, "*" if block.quiet else "")
        case Bullets():
            yield from _bullets(block)
        case Facts():
            yield from _table(("", ""), [(f"**{escaped(label)}**", escaped(value)) for label, value in block.rows], ())
        case Table():
            rows = [[escaped(cell) for cell in row] for row in block.rows]
            bold = [[f"**{escaped(cell)}**" if cell else "" for cell in row] for row in block.last]
            yield from _table([escaped(heading) for heading in block.headings], [*rows, *bold], block.numbers)


def _bullets(bullets: Bullets) -> Iterator[str]:
    for text, details in bullets.entries:
        yield f"- {_hard_lines(text, '  ')}"
        for detail in details:
            yield f"  - {_hard_lines(detail, '    ')}"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int]) -> Iterator[str]:
    right = set(numbers)
    yield f"| {' | '.join(headings)} |"
    yield f"| {' | '.join('---:' if at in right else '---' for at in range(len(headings)))} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _paragraphs(text: str, mark: str) -> str:
    """Return text with its paragraphs; single line feeds become hard line breaks."""
    paragraphs = re.split(r"\n\s*\n", text.strip("\n"))
    return "\n\n".join(f"{mark}{_hard_lines(part, '')}{mark}" for part in paragraphs)


def _hard_lines(text: str, margin: str) -> str:
    return f"\\\n{margin}".join(escaped(line.strip()) for line in text.split("\n") if line.strip())


_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Return text on one line that Markdown shows as it stands."""
    safe = _SPECIAL.sub(r"\\\1", visible(text.replace("\n", " ")))
    return _AT_START.sub(_start_escaped, safe)


def _start_escaped(found: re.Match[str]) -> str:
    """Keep a line from starting a list or underlining a heading."""
    mark = found[2]
    return found[1] + (f"\\{mark}" if not mark.isdigit() else mark + "\\")
