"""Lines that a mail program or an editor broke: a sentence that goes on is one text again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.plans.source.outline import OutlineBlock, OutlineParagraph, OutlinePoint

SHORTEST = 40
"""Characters of a line that was broken because it was full; the narrowest mails break at 60, within a word or two."""

_ENDS = re.compile(r"[.!?:;]['”\")\]]*$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:ca|bijv|nl|o\.a|m\.n|evt|incl|excl|max|min|nr|dhr|mw|mevr|d\.d|p\.p|p\.j|e\.d|vgl)|\bt\.?o\.?v)\.$"
)
_LABEL = re.compile(r"[A-ZÀ-Ý][\w&/ -]{1,40}:(?:\s|$)")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}|[.)])+\s")
_LEADERS = re.compile(r"\.{3,}|\s{3,}")


def unwrapped(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks with every line put behind the one above it in which its sentence began, at the place of that."""
    held: OutlineBlock | None = None
    last = ""  # the line that was added last
    for block in blocks:
        if held is not None and _goes_on(held, last, block):
            assert isinstance(held, OutlineParagraph | OutlinePoint)  # noqa: S101 - see `_goes_on`
            last = block.text  # type: ignore[union-attr]
            held = held._replace(text=joined(held.text, last), place=held.place._replace(end_column=None))
            continue
        if held is not None:
            yield held
        held = block
        last = getattr(block, "text", "")
    if held is not None:
        yield held


_BROKEN = re.compile(r"(?:^|\s)[^\W\d_A-Z&]{2,}-$")
_AND = re.compile(r"(?:en|of|and|or|tot|t/m)\b")


def joined(above: str, below: str) -> str:
    """Put a line behind another one; a word that was broken is whole again, “onder- en bovenbouw” stays."""
    if not above.endswith("-") or above.endswith(" -") or not below[:1].islower():
        return f"{above} {below}"
    if _AND.match(below):
        return f"{above} {below}"
    return above[:-1] + below if _BROKEN.search(above) else above + below


def _goes_on(held: OutlineBlock, last: str, block: OutlineBlock) -> bool:
    """Whether a line goes on with the sentence above it."""
    if not isinstance(block, OutlineParagraph) or not block.continues or block.bold:
        return False
    if _NUMBERED.match(block.text) or _LEADERS.search(last) or _LEADERS.search(block.text):
        return False
    if not isinstance(held, OutlineParagraph | OutlinePoint) or (isinstance(held, OutlineParagraph) and held.bold):
        return False
    if isinstance(held, OutlineParagraph) and block.indent > held.indent + 1 and not block.text[:1].islower():
        return False
    if (_ENDS.search(last) and not _ABBREVIATED.search(last)) or len(last) < SHORTEST or _LABEL.match(block.text):
        return False
    return block.text[:1].islower() or not _LABEL.match(last) or len(last) >= 2 * SHORTEST - 25


_PAGE = re.compile(
    r"\W*(?:(?:pagina|blz\.?|bladzijde|page|p\.)\s*)?\d{1,3}\s*(?:/|van|of)\s*\d{1,3}\W*|\W*(?:pagina|blz\.?|page)\s*\d{1,3}\W*",
    re.IGNORECASE,
)


def of_pages(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines stand at the top or foot of pages: their numbers, and what stands beside these each time."""
    marked = [at for at, line in enumerate(lines) if _PAGE.fullmatch(line)]
    beside = [
        at + step for at in marked for step in (-1, 1) if 0 <= at + step < len(lines) and lines[at + step].strip()
    ]
    times = Counter(lines[at].strip() for at in {*beside})
    return frozenset([*marked, *(at for at in beside if times[lines[at].strip()] > 1)])
