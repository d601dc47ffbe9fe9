"""The numbers of pupils in a text: which count pupils, and which of them are the sum, a share or a part of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.numbers import LONGEST_NUMBER
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import QuantitySpan, TermSpan
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.groups import years_in
from sto_cli.plans.reading.roles import role_of

FEWEST, MOST = 5, 5_000
"""Pupils that a plan of one school may reach."""

BEFORE = 45
"""Characters before a number in which words tell what it is."""

YEARS = range(2000, 2100)

MOST_OF_LABEL = 4
"""Words of a label."""


class PupilCount(NamedTuple):
    """A number of pupils in a sentence, by its characters; `role` is what the sentence answers."""

    number: int
    start: int
    end: int
    sentence: SentenceSpan
    role: str


def counts_in(read: Annotated, sentence: SentenceSpan, role: str) -> Iterator[PupilCount]:
    """Yield the numbers of pupils in a sentence with their places; the word may stand before them, or on the label."""
    role = _role_of(read, sentence, role)
    spans = {one.start: one for one in read.quantities if sentence.start <= one.start < sentence.end}
    for at in range(sentence.first, sentence.last):
        token = read.tokens[at]
        span = spans.get(token.start)
        if span is not None and span.unit == "pupil" and span.number.denominator == 1:
            number, end = int(span.number), span.end
        elif _is_bare(token.text, span) and (
            is_labelled(read, sentence, token.start, "") or _is_of_pupils(read, at, sentence, role)
        ):
            number, end = int(token.text), token.end
        else:
            continue
        if number not in YEARS:
            yield PupilCount(number, token.start, end, sentence, role)


_NO_UNITS = frozenset(("year", "piece"))
"""What may stand behind a number of pupils and is not what it counts: “46 per jaar”, “64 stuks”."""


def _is_bare(text: str, span: QuantitySpan | None) -> bool:
    return _is_number(text) and (span is None or span.unit in _NO_UNITS)


def _is_number(text: str) -> bool:
    return len(text) <= LONGEST_NUMBER and text.isascii() and text.isdigit()


def _role_of(read: Annotated, sentence: SentenceSpan, role: str) -> str:
    """Return what a sentence answers, by its label too: “Doelgroep: 110 leerlingen …”; `role` is that of its text."""
    label, colon, _ = read.text_of(sentence).partition(":")
    if not colon or len(label.split()) > MOST_OF_LABEL or any(map(str.isdigit, label)):
        return role
    opens = read.stream.at(sentence.first, "reaches")
    who = opens is not None and opens.value == "group" and read.stream.sign(sentence.first + opens.size, ":")
    named = "target_group" if who else role_of(label) or ""
    return WITHIN if named == "target_group" and role in QUESTIONS else role or named


WITHIN = "target_group within"
"""The role of what stands behind a label for pupils in the answer to a question, which may be for a part of it."""


def _is_of_pupils(read: Annotated, at: int, sentence: SentenceSpan, role: str) -> bool:
    """Whether a number without a word behind it counts pupils, by what stands around it."""
    token, units = read.tokens[at], [*_pupils_named(read, sentence)]
    number, of_them = int(token.text), role.startswith("target_group")
    before, behind = read.text[max(0, token.start - BEFORE) : token.start], read.text[token.end : token.end + BEFORE]
    near = any(0 <= token.start - one.end <= BEFORE for one in units)
    if near and _CLOSES.match(behind) and before.rstrip().endswith(("(", "samen")):
        return True
    if _ENDS_IN_SUM.search(before):
        return bool(units) or of_them or bool(_YEARLY.match(behind) or _sum_before(read, number, token.start))
    if not FEWEST <= number <= MOST or not (units or of_them):
        return False
    opens = at == sentence.first or near or read.stream.key(at - 1) in _OPENS
    alone = of_them and _ALONE.match(behind) is not None
    return _said_of_period(read, token.start) or (opens and (alone or _counted_behind(read, token.end)))


_OPENS = frozenset((",", ";", ":", "(", "en", "and", "plus", "+", "&"))
"""What may stand before the number of a further group."""

_SUMS = r"samen|totaal|elkaar|zijn er|dus|derhalve|together"
_ENDS_IN_SUM = re.compile(rf"(?:{_SUMS}):?\s*$", re.IGNORECASE)
"""How a text ends before the number of all."""

_CLOSES = re.compile(r"\s*(?:\)|stuks\)|per (?:school)?jaar\)|a year\))", re.IGNORECASE)
_YEARLY = re.compile(r"\s*(?:per (?:school)?jaar|a year|per year|\))", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:$|[(),;.\n]|man\b|koppen\b)")
"""What stands behind a number under a heading for pupils that counts them."""


def _counted_behind(read: Annotated, end: int) -> bool:
    """Whether right behind a number stands which group it counts, or that it is the whole: “60 in leerjaar 3”."""
    close = (*read.terms("levels", end, end + BEFORE), *read.terms("pupil_cues", end, end + BEFORE))
    return any(one.start - end <= len(" over de hele ") for one in close if one.table == "levels" or _tells_whole(one))


def _tells_whole(cue: TermSpan) -> bool:
    return cue.value in {"3", "3 whole", "3 period", YEARLY}


YEARLY = "0.5"
"""The value of words that say that a number is that of each year."""


def _said_of_period(read: Annotated, start: int) -> bool:
    """Whether right before a number the whole period is named: “in drie jaar zijn dat er 195”."""
    near = len(" zijn het er dus ")
    return any(
        one.value == "3 period"
        for one in read.terms("pupil_cues", max(0, start - BEFORE), start)
        if start - one.end <= near
    )


def _pupils_named(read: Annotated, sentence: SentenceSpan) -> Iterator[TermSpan]:
    return (one for one in read.terms("units", sentence.start, sentence.end) if one.value == "pupil")


def is_labelled(read: Annotated, sentence: SentenceSpan, start: int, role: str) -> bool:
    """Whether a number stands right behind a label for pupils, or is the answer to one: “Aantal leerlingen: 74”."""
    before = read.text[sentence.start : start].rstrip()
    if not before or not before.endswith(":"):
        return not before and role == "target_group" and not any(one.start == start for one in read.quantities)
    label = _SIGNS.split(before[:-1])[-1].split()
    named = [one for one in _pupils_named(read, sentence) if read.text[one.end : start].strip() == ":"]
    if named and not read.stream.is_number(named[0].first - 1):
        return True
    counts = any(any(map(str.isdigit, word)) for word in label)
    return len(label) <= MOST_OF_LABEL and not counts and role_of(" ".join(label)) == "target_group"


_SIGNS = re.compile(r"[·•|;,.()]")


# What a number is made of


def is_share(read: Annotated, count: PupilCount) -> bool:
    """Whether a number is a share of one before it: “80% van die 70, dus 56 leerlingen”."""
    shares = [one.number for one in read.quantities if one.unit == "percent" and -AROUND <= one.start - count.start < 0]
    return any(share * one == 100 * count.number for share in shares for one in _numbers(read, 0, count.start))


AROUND = 120
"""Characters before a number in which those stand that it is made of."""


def _numbers(read: Annotated, start: int, end: int) -> list[int]:
    """Return the numbers between two characters that may count a group, in digits or in words; no “110 per jaar”."""
    counted = {one.start: int(one.number) for one in read.quantities if one.unit == "pupil"}
    digits = {
        one.start: int(one.text)
        for one in read.tokens
        if _is_number(one.text)
        and int(one.text) > LAST_GROUP
        and not _YEARLY_RATE.match(read.text[one.end : one.end + 16])
    }
    both = sorted((digits | counted).items())
    return [number for at, number in both if start <= at < end and FEWEST <= number <= MOST and number not in YEARS]


LAST_GROUP = 8
"""The highest number of a class or a group of a school: “groep 8”."""

_YEARLY_RATE = re.compile(r"\s*per (?:school)?jaar", re.IGNORECASE)


def parts_of(read: Annotated, count: PupilCount) -> tuple[int, ...]:
    """Return the numbers that a number is the sum or the product of."""
    behind = _made_of(_numbers(read, count.end, len(read.text)), count.number)
    return _sum_before(read, count.number, count.start) or behind or tuple(_each_time(read, count.number))


MOST_TIMES = 4
"""Years, or groups of a year, in which as many pupils take part."""

_TIMES = re.compile(r"\b(?:keer|maal|x|lichtingen|cohorten|groepen|klassen|times)\b|×|\d ?x ?\d", re.IGNORECASE)


def _each_time(read: Annotated, number: int) -> Iterator[int]:
    """Yield the number of each year or group of which a number is a few times as much: “330, dus 110 per jaar”."""
    times = _TIMES.search(read.text) is not None
    other = {one.start for one in read.quantities if one.unit not in {"pupil", *_NO_UNITS}}
    yearly = [one.start for one in read.terms("pupil_cues") if one.value == YEARLY]
    for one in read.tokens:
        each = int(one.text) if _is_number(one.text) and one.start not in other else 0
        often = each >= FEWEST and number % each == 0 and 2 <= number // each <= MOST_TIMES  # noqa: PLR2004 - not once
        if often and (times or any(abs(at - one.start) <= BEFORE / 2 for at in yearly)):
            yield each


def _sum_before(read: Annotated, number: int, start: int) -> tuple[int, ...]:
    """Return the numbers before a place that a number is the sum of."""
    return _made_of(_numbers(read, max(0, start - AROUND), start)[::-1], number)


def _made_of(nearest: Sequence[int], number: int) -> tuple[int, ...]:
    """Return the first numbers that are together so many: two or more."""
    size = next((size for size, total in enumerate(accumulate(nearest), 1) if total == number and size > 1), 0)
    return tuple(nearest[:size])


# Groups that are counted together


def joined(read: Annotated, counted: Sequence[PupilCount]) -> int | None:
    """Return how many the groups of a sentence are together: “24 leerlingen BWI en 36 leerlingen E&O” is 60."""
    starts, ends = [one.start for one in counted], [one.end for one in counted]
    between = [read.text[end:start] for end, start in zip(ends[:-1], starts[1:], strict=True)]
    if not between or not all(_JOINT.search(one) and not _WHOLE_BEFORE.search(one) for one in between):
        return None
    behind = pairwise([*starts, ends[-1] + BEFORE])
    before = pairwise([max(0, starts[0] - BEFORE), *ends])
    apart = any(_all_differ([_group(read, *part) for part in parts]) for parts in (behind, before))
    return sum(one.number for one in counted) if apart else None


_JOINT = re.compile(r"^.{0,40}(?:[,;.]|&|\+|\b(?:en|and|plus)\b)", re.IGNORECASE)
"""What stands between the numbers of two groups that are counted together."""

_WHOLE_BEFORE = re.compile(rf"\b(?:in totaal|{_SUMS})\b[^,;]{{0,12}}$", re.IGNORECASE)
"""How what stands between two numbers says that the second is no group, but all."""


def _group(read: Annotated, start: int, end: int) -> frozenset[str]:
    """Return the years and profiles that a text names between two characters."""
    return years_in(read, start, end) | frozenset(profiles_in(read.text[start:end]))


def _all_differ(groups: Sequence[frozenset[str]]) -> bool:
    return all(groups) and len(set(groups)) == len(groups)
