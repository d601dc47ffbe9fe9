"""Lines that a mail program or an editor broke are one text again; an older message that is quoted is left out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from sto_cli.plans.source.outline import OutlineBlock, OutlineParagraph, OutlinePoint

SHORTEST = 40
"""Columns of a line that was broken because it was full; the narrowest mails break at 60, within a word or two."""

LONG_LINE = 60
"""Columns of a line that is no item of a list: where the next one begins with a small letter it goes on there."""

FEWEST_BROKEN = 2
"""Lines that go on with a small letter, in a text that was wrapped."""

FEWEST_FULL = 0.8
"""Part of the lines that go on with a small letter of which the next word had no room, in a text that was wrapped."""

_ENDS = re.compile(r"[.!?:;]['”\")\]]*$")
_ABBREVIATED = re.compile(
    r"\b(?:ca|bijv|nl|o\.a|m\.n|evt|incl|excl|max|min|nr|dhr|mw|mevr|d\.d|p\.p|p\.j|e\.d|vgl|t\.?o\.?v)\.$"
)
_LABEL = re.compile(r"(?:[A-ZÀ-Ý][\w&/ -]{1,40}|[a-z_-]+):(?:\s|$)")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}|[.)])+\s")
_LEADERS = re.compile(r"\.{3,}|\s{3,}")
_BROKEN = re.compile(r"(?:^|\s)[^\W\d_A-Z&]{2,}-$")
_PRICED = re.compile(r"(?:€ ?[\d.,]+|[\d.,]{3,} euro)$")
_AND = re.compile(r"(?:en|of|and|or|tot|t/m)\b")
_SENTENCE = re.compile(r"(?<=[\w)”’'€%][.!?])\s+(?=[A-ZÀ-Ý€])")

_OutlineLine = OutlineParagraph | OutlinePoint


def unwrapped(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks with every sentence whole that was broken into lines.

    A sentence that begins within a line is a paragraph of its own that continues the one above it, at its own place.
    """
    blocks = list(blocks)
    width = _width(blocks)
    lines: list[OutlineBlock] = []
    for block, behind in zip(blocks, [*blocks[1:], None], strict=False):
        if lines and _goes_on(lines[0], lines[-1], block, behind, width):
            lines.append(block)
            continue
        yield from _sentences(lines)
        lines = [block]
    yield from _sentences(lines)


def joined(above: str, below: str) -> str:
    """Put a line behind another one; a word that was broken is whole again, “onder- en bovenbouw” stays."""
    if not above.endswith("-") or above.endswith(" -") or not below[:1].islower() or _AND.match(below):
        return f"{above} {below}"
    return above[:-1] + below if _BROKEN.search(above) else above + below


def _width(blocks: Sequence[OutlineBlock]) -> int | None:
    """Return the columns at which a text was wrapped; None where its lines end of themselves."""
    broken = [(above, below) for above, below in pairwise(blocks) if _may_go_on(above, above, below)]
    broken = [(above, below) for above, below in broken if below.text[:1].islower()]  # type: ignore[union-attr]
    width = max((_end(above) for above, _ in broken), default=0)
    full = sum(_is_full(above, below, width) for above, below in broken)
    return width if len(broken) >= FEWEST_BROKEN and full >= FEWEST_FULL * len(broken) else None


def _end(block: OutlineBlock) -> int:
    return (block.place.end_column or 1) - 1


def _is_full(above: OutlineBlock, below: OutlineBlock, width: int) -> bool:
    """Whether the next word had no room on a line."""
    words = below.text.split()  # type: ignore[union-attr]
    return _end(above) + 1 + len(words[0] if words else "") > width


def _goes_on(
    first: OutlineBlock, above: OutlineBlock, below: OutlineBlock, behind: OutlineBlock | None, width: int | None
) -> bool:
    """Whether a line goes on with the sentence above it: there was no room, or a long line breaks off within it."""
    if not _may_go_on(first, above, below):
        return False
    return _breaks_off(above, below, behind) or (width is not None and _is_full(above, below, width))


def _breaks_off(above: OutlineBlock, below: OutlineBlock, behind: OutlineBlock | None) -> bool:
    """Whether a long line goes on with a small letter, in lines that are long until their last."""
    last = not isinstance(behind, OutlineParagraph) or not behind.continues
    long = _end(above) >= LONG_LINE and (last or _end(below) >= LONG_LINE or _ENDS.search(below.text) is not None)  # type: ignore[union-attr]
    return long and below.text[:1].islower()  # type: ignore[union-attr]


def _may_go_on(first: OutlineBlock, above: OutlineBlock, below: OutlineBlock) -> bool:
    """Whether a line may go on with the sentence of the one above it."""
    if not isinstance(below, OutlineParagraph) or not below.continues or below.bold or not below.text:
        return False
    if not isinstance(first, _OutlineLine) or not isinstance(above, _OutlineLine) or getattr(first, "bold", False):
        return False
    if _NUMBERED.match(below.text) or _LABEL.match(below.text) or _LEADERS.search(f"{above.text}\n{below.text}"):
        return False
    if below.text[:1].isupper() and _PRICED.search(above.text):
        return False  # the next cost
    if above.text.endswith(")") and below.text.endswith(")"):
        return False  # lines of a list, each with its goal in brackets
    further_in = isinstance(first, OutlineParagraph) and below.indent > first.indent + 1
    if (further_in and not below.text[:1].islower()) or _end(above) < SHORTEST:
        return False
    return not _ENDS.search(above.text) or _ABBREVIATED.search(above.text) is not None


def _sentences(lines: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield lines that belong together as the sentences that they are."""
    first = lines[0] if lines else None
    if len(lines) < 2 or not isinstance(first, _OutlineLine):  # noqa: PLR2004 - one line stays what it is
        yield from lines
        return
    text, starts = first.text, [0]
    for line in lines[1:]:
        whole = joined(text, line.text)  # type: ignore[union-attr]
        starts.append(len(whole) - len(line.text))  # type: ignore[union-attr]
        text = whole
    begins = [0, *(found.end() for found in _SENTENCE.finditer(text))]
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        at = bisect_right(starts, begin) - 1
        place = lines[at].place
        place = place._replace(column=place.column + begin - starts[at], end_column=None)
        if begin == 0:
            yield first._replace(text=text[:end].rstrip(), place=place)
        else:
            indent = lines[1].indent if isinstance(lines[1], OutlineParagraph) else 0
            yield OutlineParagraph(text[begin:end].rstrip(), place, continues=True, indent=indent)


_PAGE = re.compile(
    r"\W*(?:(?:pagina|blz\.?|bladzijde|page|p\.)\s*)?\d{1,3}\s*(?:/|van|of)\s*\d{1,3}\W*|"
    r"\W*(?:pagina|blz\.?|page)\s*\d{1,3}\W*",
    re.IGNORECASE,
)


def of_pages(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines stand at the top or foot of pages: their numbers, and what stands beside these each time."""
    marked = [at for at, line in enumerate(lines) if _PAGE.fullmatch(line)]
    beside = {at + step for at in marked for step in (-1, 1) if 0 <= at + step < len(lines)}
    times = Counter(lines[at].strip() for at in beside)
    return frozenset([*marked, *(at for at in beside if lines[at].strip() and times[lines[at].strip()] > 1)])


_MARKS = re.compile(r"(?:\s{0,3}>)+ ?")
_HEADER = re.compile(
    r"\s*(?P<label>van|from|aan|to|verzonden|sent|datum|date|onderwerp|subject)\s*:|"
    r"\s*(?P<sender>(?:op|on)\b.{6,80}\b(?:schreef|wrote)\b|-{3,}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded)\b)",
    re.IGNORECASE,
)
_SENDERS = frozenset({"van", "from"})
_FIRST_SENTENCE = re.compile(r"(.+?[^.\s][?!.])(?=\s|$)", re.DOTALL)

MOST_LINES = 4
"""Lines of a quoted question."""

FEWEST_HEADERS = 2
"""Lines with sender, day and subject with which an older mail begins."""


class QuotedLine(NamedTuple):
    """A line with the length of the marks of quoting before it, and what it is: a text, a question, or `old`."""

    marks: int
    kind: str = "text"


def quoted_lines(lines: Sequence[str]) -> list[QuotedLine]:
    """Say of each line of a text what its marks of quoting make of it.

    Marks before every line, or before most of the text, say nothing: a plan that was passed on. In a reply a few
    quoted lines between the answers are a `question` (the further lines of it are `more`), and an older mail at the
    end is `old`, with marks or with the lines that a mail program puts above it.
    """
    made = [QuotedLine(found.end() if (found := _MARKS.match(line)) else 0) for line in lines]
    if any(one.marks for one in made) and _weight(lines, made, quoted=False) > _weight(lines, made, quoted=True):
        made = list(_in_a_reply(lines, made))
    start = _begin_of_older(lines, made)
    return made if start is None else [*made[:start], *(one._replace(kind="old") for one in made[start:])]


def first_sentence(text: str) -> str:
    """Return the question that quoted lines ask: their first sentence, without the point at its end."""
    found = _FIRST_SENTENCE.match(text)
    return (found[1] if found else text).rstrip(". ")


def _weight(lines: Sequence[str], made: Sequence[QuotedLine], *, quoted: bool) -> int:
    return sum(len(line) for line, one in zip(lines, made, strict=True) if bool(one.marks) is quoted)


def _in_a_reply(lines: Sequence[str], made: Sequence[QuotedLine]) -> Iterator[QuotedLine]:
    at = 0
    for quoted, run in groupby(made, key=lambda one: bool(one.marks)):
        rows = list(run)
        words = [line[one.marks :].strip() for line, one in zip(lines[at : at + len(rows)], rows, strict=True)]
        at += len(rows)
        said = [bool(one) for one in words]
        if not quoted:
            yield from rows
        elif sum(said) <= MOST_LINES and any(line.strip() for line in lines[at:]):
            first = said.index(True) if any(said) else -1
            yield from (one._replace(kind="question" if row == first else "more") for row, one in enumerate(rows))
        else:
            yield from (one._replace(kind="old") for one in rows)


def _begin_of_older(lines: Sequence[str], made: Sequence[QuotedLine]) -> int | None:
    """Return where an older mail begins, below a longer text: at the lines that a mail program puts above it."""
    labels: list[str] = []
    for at, (line, one) in enumerate(zip(lines, made, strict=True)):
        found = _HEADER.match(line[one.marks :])
        labels = [*labels, (found["label"] or "from").lower()] if found else []
        if len({*labels}) == FEWEST_HEADERS and not _SENDERS.isdisjoint(labels):
            start = at + 1 - len(labels)
            above = sum(map(len, lines[:start]))
            if above > sum(map(len, lines[start:])):
                return start
    return None
