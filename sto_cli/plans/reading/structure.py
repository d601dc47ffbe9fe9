"""The structure that lines of a text show by their numbers and labels, made explicit before anything is read.

`3. Doelen, na discussie vastgesteld` in a row of such lines is a heading, `3.1 Op 1 juli …` a point with its number,
`School ...........: X` a label with its value, and paragraphs that all open with a label (“Regiovisie. Haaglanden
wil …”) are sections. Nothing is judged here but the shape, and whether a label asks for something (`labels.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.labels import FACTS, SURE, roles_of
from sto_cli.plans.reading.roles import role_of
from sto_cli.plans.reading.sections import shifted
from sto_cli.plans.source.outline import OutlineBlock, OutlineHeading, OutlineParagraph, OutlinePoint, OutlineTable

MOST_HEADING_WORDS, MOST_QUESTION_WORDS = 9, 20
"""Words of a numbered line that may be a heading, and of one that is a question."""

FEWEST_IN_A_ROW = 3
"""Numbered lines, or paragraphs that open with a label, before they are the sections of a plan."""

_NUMBERED = re.compile(r"(?P<number>\d{1,2}|[A-Z])(?:[.)]|\s?\||(?<=\d))\s+(?=\S)")
_SUBNUMBERED = re.compile(r"(?P<number>(?P<of>\d{1,2})\.\d{1,2}|(?P<letter>[A-PR-Z])\d{1,2})[.:)]?\s+(?=\S)")
_DOTTED = re.compile(r"(?P<label>[^\W\d_][^:|]{1,40}?)(?:\s*[.…]{2,}\s*|\s+[.…]?)[:=]\s*(?=\S)")
_OPENS = re.compile(r"(?P<label>[A-ZÀ-Ý][^.:?!]{1,40})[.?:!]\s+(?=[A-ZÀ-Ý\d€\"“‘'])")


def structured(blocks: Sequence[OutlineBlock]) -> list[OutlineBlock]:
    """Return blocks with the headings, points and labels that their numbers and marks show."""
    made = _with_numbered_headings(_with_asked_headings(list(blocks)))
    return _with_opening_labels(list(_pointed(made)))


_ASKED = re.compile(r"(?:vraag|question|v|q)\s?\d{0,2}\s?:\s+(?P<question>[^\n]*\?)", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:antwoord|answer|a)\s?\d{0,2}\s?:\s+", re.IGNORECASE)


def _with_asked_headings(blocks: list[OutlineBlock]) -> list[OutlineBlock]:
    """Make headings of the questions of an interview: “Vraag: Met wie doet u het?” above “Antwoord: …”."""
    made = [_asked_or_answered(block) if isinstance(block, OutlineParagraph) else block for block in blocks]
    asked = sum(isinstance(new, OutlineHeading) for new, old in zip(made, blocks, strict=True) if new is not old)
    return made if asked >= FEWEST_IN_A_ROW else blocks


def _asked_or_answered(block: OutlineParagraph) -> OutlineBlock:
    if found := _ASKED.fullmatch(block.text):
        return OutlineHeading(found["question"], shifted(block.place, found.start("question")), 1)
    if said := _ANSWERED.match(block.text):
        return block._replace(text=block.text[said.end() :], place=shifted(block.place, said.end()))
    return block


class _Numbered(NamedTuple):
    at: int
    number: str
    text: str
    start: int


def _with_numbered_headings(blocks: list[OutlineBlock]) -> list[OutlineBlock]:
    """Make headings of short lines with numbers that count on, where most of them ask for something."""
    chain = _chain([one for at, block in enumerate(blocks) if (one := _numbered(at, block)) is not None])
    asking = sum(bool(roles_of(one.text)) for one in chain)
    if len(chain) < FEWEST_IN_A_ROW or 2 * asking < len(chain):
        return blocks
    for one in chain:
        block = blocks[one.at]
        assert not isinstance(block, OutlineTable)  # noqa: S101 - see `_numbered`
        number = f"{one.number}. "
        blocks[one.at] = OutlineHeading(f"{number}{one.text}", block.place, 1)
    return blocks


def _numbered(at: int, block: OutlineBlock) -> _Numbered | None:
    if isinstance(block, OutlinePoint) and block.number is not None and block.level == 0:
        found = _Numbered(at, block.number.strip(".)"), block.text, 0)
    elif isinstance(block, OutlineParagraph) and not block.indent and (mark := _NUMBERED.match(block.text)):
        found = _Numbered(at, mark["number"], block.text[mark.end() :], mark.end())
    else:
        return None
    most = MOST_QUESTION_WORDS if "?" in found.text else MOST_HEADING_WORDS
    short = len(found.text.split()) <= most and not found.text.rstrip().endswith((".", ";", ","))
    return found if short and found.text[:1].isupper() and "\n" not in found.text else None


def _chain(numbered: Sequence[_Numbered]) -> list[_Numbered]:
    """Return the longest run of lines whose numbers count on from the first, with something between them."""
    best: list[_Numbered] = []
    for first in (one for one in numbered if one.number in {"1", "A", "0"}):
        run = [first]
        for one in numbered:
            if one.at > run[-1].at and one.number == _next(run[-1].number):
                run.append(one)
        apart = sum(other.at - one.at > 1 for one, other in pairwise(run))
        if len(run) > len(best) and 2 * apart >= len(run) - 1 and (roles_of(run[0].text) or roles_of(run[-1].text)):
            best = run
    return best


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)


def _pointed(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Make points of lines with a number within a section, and `label: value` of labels with dots behind them."""
    texts = [block.text for block in blocks if isinstance(block, OutlineParagraph)]
    found = {mark["number"] for text in texts if (mark := _SUBNUMBERED.match(text)) and mark["letter"]}
    above, counted = "", frozenset(one[0] for one in found if {f"{one[0]}1", f"{one[0]}2"} <= found)
    for block in blocks:
        if isinstance(block, OutlineHeading):
            above = block.text.partition(".")[0]
        if block.place.where is not None:
            yield block  # a document has lists and tables of its own
        elif isinstance(block, OutlineTable):
            yield _bare_values(block)
        elif isinstance(block, OutlineParagraph):
            yield _pointed_line(block, above, counted)
        else:
            yield block


def _pointed_line(block: OutlineParagraph, above: str, counted: frozenset[str]) -> OutlineBlock:
    mark = _SUBNUMBERED.match(block.text)
    if mark is None or not _is_of(mark, above, counted):
        return block._replace(text=_labelled(block.text) or block.text)
    text, place = block.text[mark.end() :], shifted(block.place, mark.end())
    labelled = _labelled(text)
    return OutlinePoint(text, place, number=mark["number"]) if labelled is None else block._replace(text=labelled)


def _is_of(mark: re.Match[str], above: str, counted: frozenset[str]) -> bool:
    """Whether the number of a point begins with that of its section, `4.1` below `4. Activiteiten`, or counts on."""
    return mark["number"].rstrip("0123456789") in counted if mark["letter"] else mark["of"] == above


def _labelled(text: str) -> str | None:
    found = _DOTTED.match(text)
    if found is None or found["label"].rstrip(" .…") + ":" == text[: found.end()].rstrip():
        return None
    return f"{found['label'].rstrip(' .…')}: {text[found.end() :]}"


def _bare_values(table: OutlineTable) -> OutlineTable:
    """Take the colon off values in columns that were made with spaces, and the numbers off their labels."""
    return table._replace(
        rows=[
            [
                cell._replace(text=_SUBNUMBERED.sub("", cell.text, count=1) if not at else cell.text.removeprefix(": "))
                for at, cell in enumerate(row)
            ]
            if len(row) > 1
            else row
            for row in table.rows
        ]
    )


def _with_opening_labels(blocks: list[OutlineBlock]) -> list[OutlineBlock]:
    """Make sections of paragraphs that open with a label: “Geld. Inrichting 15.000 euro …”."""
    opened = [(at, found) for at, block in enumerate(blocks) if (found := _opening(block)) is not None]
    keys = {role_of(found["label"]) for _, found in opened}
    if len(keys & {*QUESTIONS}) < FEWEST_IN_A_ROW:
        return blocks
    made = list(blocks)
    for at, found in reversed(opened):
        block = blocks[at]
        assert isinstance(block, OutlineParagraph)  # noqa: S101 - see `_opening`
        rest = block._replace(text=block.text[found.end() :], place=shifted(block.place, found.end()), continues=False)
        made[at : at + 1] = [OutlineHeading(found["label"], block.place, 1), rest]
    return made


def _opening(block: OutlineBlock) -> re.Match[str] | None:
    if not isinstance(block, OutlineParagraph) or block.continues or block.indent:
        return None
    found = _OPENS.match(block.text)
    if found is None or len(found["label"].split()) > MOST_HEADING_WORDS:
        return None
    named = roles_of(found["label"])
    return found if any(score >= SURE for role, score in named.items() if role not in FACTS) else None
