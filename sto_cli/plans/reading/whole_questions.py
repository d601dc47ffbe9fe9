"""Questions of which a mail program broke the line, whole again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sto_cli.plans.reading.question_headings import heading_in
from sto_cli.plans.source.outline import OutlineBlock, OutlineParagraph, OutlineTable

MOST_LINES = 4
"""Lines of a question: the longest of the flyer, in a narrow mail."""


def with_whole_questions(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks with every question whole that a mail program broke into lines."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        more = _lines_of_question(block, blocks[at + 1 : at + MOST_LINES])
        if more and not isinstance(block, OutlineTable):
            block = block._replace(text=" ".join((block.text, *(one.text for one in more))))
        at += 1 + len(more)
        yield block


def _lines_of_question(block: OutlineBlock, following: Sequence[OutlineBlock]) -> list[OutlineParagraph]:
    """Return the lines in which a question goes on up to its mark; none where it does not."""
    if isinstance(block, OutlineTable) or "?" in block.text or not any(map(_ends_question, following)):
        return []
    if heading_in(f"{block.text}?") is None:
        return []
    lines: list[OutlineParagraph] = []
    for one in following:
        if not isinstance(one, OutlineParagraph) or not one.continues or one.bold:
            break
        lines.append(one)
        if "?" in one.text:
            whole = " ".join((block.text, *(line.text for line in lines)))
            return lines if one.text.rstrip(" *_:)").endswith("?") and heading_in(whole) is not None else []
    return []


def _ends_question(block: OutlineBlock) -> bool:
    return isinstance(block, OutlineParagraph) and "?" in block.text
