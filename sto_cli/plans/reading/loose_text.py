"""What stands under no heading of a plan: the texts in it that belong together, and their sentences."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sto_cli.findings import Place
from sto_cli.plans.source.outline import OutlineBlock, OutlineHeading, OutlineParagraph, OutlinePoint, OutlineTable

LONGEST_HEADING = 60
"""Characters of a line above points that may be their heading."""


class LooseText(NamedTuple):
    """Blocks that belong together: a paragraph of lines, points with what leads up to them, or all under a heading."""

    blocks: tuple[OutlineBlock, ...]

    @property
    def heading(self) -> OutlineHeading | None:
        """The heading above it, where it has one."""
        first = self.blocks[0]
        return first if isinstance(first, OutlineHeading) and len(self.blocks) > 1 else None

    @property
    def answer(self) -> tuple[OutlineBlock, ...]:
        """Its blocks without the heading."""
        return self.blocks[1:] if self.heading is not None else self.blocks

    @property
    def leads_up(self) -> bool:
        """Whether it is a line with the points below it that it leads up to."""
        first, *others = self.blocks
        points = bool(others) and all(isinstance(one, OutlinePoint) for one in others)
        return isinstance(first, OutlineParagraph) and points


class Sentence(NamedTuple):
    """A sentence, a point or a table, with the lines that it stands in; `whole` when it is all that they hold."""

    text: str
    place: Place
    blocks: tuple[OutlineBlock, ...]
    opens: bool
    whole: bool = True


def loose_texts(blocks: Iterable[OutlineBlock]) -> Iterator[LooseText]:
    """Put blocks together that belong together."""
    run: list[OutlineBlock] = []
    for block in blocks:
        if run and not _goes_on(run, block):
            yield LooseText(tuple(run))
            run = []
        run.append(block)
    if run:
        yield LooseText(tuple(run))


def _goes_on(run: Sequence[OutlineBlock], block: OutlineBlock) -> bool:
    last = run[-1]
    if isinstance(block, OutlineHeading):
        return False
    if isinstance(run[0], OutlineHeading):
        return True
    if isinstance(block, OutlineParagraph):
        return block.continues and not isinstance(last, OutlineTable)
    if isinstance(block, OutlinePoint) and any(isinstance(one, OutlinePoint) for one in run):
        return True  # the point above it may go on over several lines
    return isinstance(last, OutlineParagraph) and (last.text.endswith(":") or len(last.text) <= LONGEST_HEADING)


def texts_of(blocks: Iterable[OutlineBlock]) -> Iterator[str]:
    """Yield all that is written in blocks."""
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield from (" ".join(cell.text for cell in row if cell.text) for row in block.rows)
        else:
            yield block.text


_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zà-ÿ]|[\d“\"'‘(€])")
_GOES_ON = re.compile(r"[a-zà-ÿ(,;]")


def sentences_of(text: LooseText) -> Iterator[Sentence]:
    """Yield the sentences of a text; a point, a heading and a table are one."""
    lines: list[OutlineParagraph] = []
    opens = True
    for block in text.blocks:
        if isinstance(block, OutlineParagraph) and (not lines or _wraps(lines[-1], block)):
            lines.append(block)
            continue
        yield from _of_lines(lines, opens)
        opens = opens and not lines
        lines = [block] if isinstance(block, OutlineParagraph) else []
        if not isinstance(block, OutlineParagraph):
            yield Sentence("\n".join(texts_of([block])), block.place, (block,), opens)
            opens = False
    yield from _of_lines(lines, opens)


def _wraps(above: OutlineParagraph, line: OutlineParagraph) -> bool:
    """Whether a line goes on with the sentence above it."""
    return line.continues and (_GOES_ON.match(line.text) is not None or not above.text.endswith((".", "!", "?", ":")))


def _of_lines(lines: Sequence[OutlineParagraph], opens: bool) -> Iterator[Sentence]:
    """Yield the sentences that run over lines."""
    whole, run = " ".join(line.text for line in lines), tuple(lines)
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))[:-1]
    bounds = [0, *(found.end() for found in _END.finditer(whole)), len(whole)] if whole else []
    for start, end in pairwise(bounds):
        at = bisect(starts, start) - 1
        place = run[at].place
        if not place.where:
            place = place._replace(column=place.column + start - starts[at])
        yield Sentence(whole[start:end].strip(), place, run, opens and not start, whole=len(bounds) == 2)  # noqa: PLR2004 - one sentence
