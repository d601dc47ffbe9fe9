"""What a text says to be reached when, taken apart where a sentence or a clause of it names its own time.

“Klaar in oktober 2026, de modules in januari 2027 en de eindmeting in juni 2027” is three; what names no time belongs
to what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import TimeRange, TimeSpan

LONGEST_MOMENT = timedelta(92)
"""A quarter of a year: what takes longer is a period, in which a milestone has no moment."""

LONGEST_SAID = 4_000
"""Characters of a text that is taken apart."""

_JOINTS = frozenset((",", ";", "en", "and"))
_IDLE = frozenset(
    ("en", "of", "and", "or", "in", "op", "on", "by", "van", "vanaf", "from", "tot", "de", "het", "the", "ook", "weer",
     "also", "again", "daarna", "dan", "then", "voor", "rond", "begin", "eind", "uiterlijk", ".", ",", ";", ":", "-")
)  # fmt: skip
"""Words beside a time that do not say what is reached."""


def dated_parts(text: str, within: TimeRange | None = None) -> list[str]:
    """Return the texts of which each names its own time; the whole text where there are not several of them."""
    if len(text) > LONGEST_SAID:
        return [text]
    read = annotate(text)
    parts: list[str] = []
    for sentence in read.sentences:
        for part, dated in _clauses(read, sentence, within):
            if parts and (not dated or not _moments(annotate(parts[-1]), within)):
                parts[-1] = f"{parts[-1]} {part}"
            else:
                parts.append(part)
    dated_ones = [part for part in parts if _moments(annotate(part), within)]
    return parts if len(dated_ones) == len(parts) > 1 else [text]


def _clauses(read: Annotated, sentence: SentenceSpan, within: TimeRange | None) -> Iterator[tuple[str, bool]]:
    """Yield the clauses of a sentence that name their own time, and whether they do."""
    times = [one for one in _moments(read, within) if sentence.start <= one.start < sentence.end]
    cuts = _cuts(read, sentence, times)
    for start, end in zip((sentence.start, *cuts), (*cuts, sentence.end), strict=True):
        part = read.text[start:end].strip(" ,;\n")
        yield part.removeprefix("en ").removeprefix("and "), bool(times)


def _cuts(read: Annotated, sentence: SentenceSpan, times: Sequence[TimeSpan]) -> list[int]:
    """Return where a sentence is cut: at the last comma or “en” between two times, if each part then says something."""
    cuts: list[int] = []
    for one, other in pairwise(times):
        joints = [token.start for token in read.tokens[sentence.first : sentence.last]
                  if one.end <= token.start < other.start and token.key in _JOINTS]  # fmt: skip
        cut = _best(read, joints, one, other, cuts[-1] if cuts else sentence.start)
        if cut is not None:
            cuts.append(cut)
    clauses = pairwise([sentence.start, *cuts, sentence.end])
    return cuts if all(_words(read, start, end) for start, end in clauses) else []


def _best(read: Annotated, joints: Sequence[int], one: TimeSpan, other: TimeSpan, opens: int) -> int | None:
    """Return the joint at which both sides have words of their own; the time may lead its clause or end it."""
    leads = not _words(read, opens, one.start)
    for cut in joints:
        if leads and _words(read, one.end, cut) and not _words(read, cut, other.start):
            return cut
        if not leads and not _words(read, one.end, cut):
            return cut
    return next((cut for cut in joints if _words(read, opens, cut) and _words(read, cut, other.end)), None)


def _words(read: Annotated, start: int, end: int) -> list[str]:
    """Return the words between two characters that are no part of a time and say something."""
    return [
        token.key for token in read.tokens
        if start <= token.start < end and token.kind == "word" and token.key not in _IDLE
        and not any(time.start <= token.start < time.end for time in read.times)
    ]  # fmt: skip


def _moments(read: Annotated, within: TimeRange | None) -> list[TimeSpan]:
    """Return the times that are moments, of two beside each other the more precise one."""
    found: list[TimeSpan] = []
    for one in read.times:
        days = one.days(within) if one.sure else None
        if days is None or days.last - days.first > LONGEST_MOMENT:
            continue
        if found and not read.text[found[-1].end : one.start].strip(" ,("):
            found[-1] = min((found[-1], one), key=lambda time: _length(time, within))
        else:
            found.append(one)
    return found


def _length(time: TimeSpan, within: TimeRange | None) -> timedelta:
    days = time.days(within)
    return days.last - days.first if days else timedelta.max
