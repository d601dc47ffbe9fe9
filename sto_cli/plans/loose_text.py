"""What stands under no heading of a plan: which paragraphs of it answer a question all the same, by their words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.outline import OutlineBlock, OutlineHeading, OutlineParagraph, OutlinePoint, OutlineTable
from sto_cli.plans.question_of_text import question_of

FEWEST_ANSWERS = 4
"""Questions that a text without headings must answer, by its words, before it is read as a plan."""

FEWEST_WORDS = 8
"""Words of a paragraph that may answer a question; with fewer it is an address, a greeting or a title."""

LONGEST_HEADING = 60
"""Characters of a line above points that may be their heading."""


class LooseText(NamedTuple):
    """Blocks that belong together: a paragraph of lines, points with what leads up to them, or all under a heading."""

    blocks: tuple[OutlineBlock, ...]

    @property
    def heading(self) -> str | None:
        """The heading above it, where it has one."""
        first = self.blocks[0]
        return first.text if isinstance(first, OutlineHeading) and len(self.blocks) > 1 else None

    @property
    def answer(self) -> tuple[OutlineBlock, ...]:
        """Its blocks without the heading."""
        return self.blocks[1:] if self.heading is not None else self.blocks

    @property
    def words(self) -> str:
        """All that is written in it, in one line."""
        return " ".join(" ".join(_texts(self.blocks)).split())


class Assigned(NamedTuple):
    """A text without a heading of the plan, and the question that it answers."""

    key: QuestionKey
    text: LooseText


def assigned(loose: Iterable[LooseText], missing: Collection[QuestionKey]) -> list[Assigned]:
    """Return the loose texts that answer one of the missing questions, beyond doubt, in their order.

    A paragraph that speaks of two of them is that of the other when the first is answered elsewhere.
    """
    texts = [text for text in loose if len(text.words.split()) >= FEWEST_WORDS]
    keys = [question_of(text.words) for text in texts]
    left = [key for key in missing if key not in keys]
    keys = [key or question_of(text.words, left) for key, text in zip(keys, texts, strict=True)]
    whole = [Assigned(key, text) for key, text in zip(keys, texts, strict=True) if key is not None and key in missing]
    left = [key for key in missing if key not in keys]
    is_plan = len(QUESTIONS) - len(left) >= FEWEST_ANSWERS
    return [*whole, *_in_passing(texts, left)] if whole and is_plan else whole


_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def _in_passing(texts: Iterable[LooseText], missing: Collection[QuestionKey]) -> Iterator[Assigned]:
    """Yield the first sentence that answers a question for which there is no paragraph: “Daarvoor bouwen we …”."""
    for key in missing:
        for text in texts:
            place = text.blocks[0].place
            told = (one for one in _SENTENCE.split(text.words) if question_of(one) == key)
            if sentence := next(told, None):
                yield Assigned(key, LooseText((OutlineParagraph(sentence, place),)))
                break


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


def _texts(blocks: Iterable[OutlineBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield from (cell.text for row in block.rows for cell in row if cell.text)
        else:
            yield block.text
