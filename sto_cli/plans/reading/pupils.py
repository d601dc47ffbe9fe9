"""The number of pupils that a plan reaches, where its texts leave no doubt of it.

Every number of pupils is a candidate. What stands around it tells how likely it is the whole: a label or a heading for
the target group, “in totaal”, “alle 84 leerlingen”, against “de eerste tien” or “van 14 naar 24”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.numbers import LONGEST_NUMBER
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import TermSpan
from sto_cli.plans.reading.groups import WIDTH, counts_all, years_in
from sto_cli.plans.reading.roles import role_of

LABELLED, BRACKETED, DEFINING, WHOLE = 4.0, 1.5, 3.0, 3.0
"""What it counts to stand behind a label or under a heading for pupils, in brackets, to be a sum of others, and to be
all groups of a sentence together."""

ENOUGH = 1.5
"""What a number must reach before it is taken."""

FEWEST, MOST = 5, 5_000
"""Pupils that a plan of one school may reach."""

BEFORE = 45
"""Characters before a number in which words tell what it is."""

YEARS = range(2000, 2100)

AGAIN = 0.75
"""What it counts that another text of the plan has the same number."""

MOST_OF_LABEL = 4
"""Words of a label."""

_SUMS = ("samen", "totaal", "elkaar", "zijn er", "dus", "derhalve", "together")
"""How a text ends before the number of all."""


class TextOfPlan(NamedTuple):
    """A text with what it answers: a question's key, `target_group`, or nothing."""

    text: str
    role: str = ""


class _Candidate(NamedTuple):
    number: int
    score: float
    parts: tuple[int, ...] = ()


def pupils_in(texts: Iterable[TextOfPlan]) -> int | None:
    """Return how many pupils a plan reaches; None where nothing says it, or two numbers do as well."""
    by_text = [{one.number: one for one in _candidates(text)} for text in dict.fromkeys(texts)]
    parts = {number for found in by_text for one in found.values() for number in one.parts}
    scores: dict[int, float] = {}
    for number in {number for found in by_text for number in found} - parts:
        said = sorted((found[number].score for found in by_text if number in found), reverse=True)
        scores[number] = said[0] + AGAIN * sum(score >= 0 for score in said[1:])
    best = max(scores.values(), default=0.0)
    numbers = [number for number, score in scores.items() if score == best]
    return numbers[0] if best >= ENOUGH and len(numbers) == 1 else None


def _candidates(text: TextOfPlan) -> Iterator[_Candidate]:
    read = annotate(text.text)
    for sentence in read.sentences:
        role = text.role or (_label_role(read, sentence) or "")
        labelled = _labelled(read, sentence, role)
        if labelled is not None:
            yield _Candidate(labelled, LABELLED)
            continue
        counted = list(_numbers(read, sentence, role))
        scored = [_Candidate(one[0], _score(read, sentence, *one[1:]) + _of_role(role)) for one in counted]
        together = _joined(read, counted)
        if together is None:
            yield from scored
        else:
            best = max(0.0, *(one.score for one in scored))
            yield _Candidate(together, best + WHOLE, tuple(one.number for one in scored))


def _is_number(text: str) -> bool:
    return len(text) <= LONGEST_NUMBER and text.isdigit()


def _label_role(read: Annotated, sentence: SentenceSpan) -> str | None:
    """Return what the label asks for that a sentence begins with: “Doelgroep: 110 leerlingen …”."""
    label, colon, _ = read.text_of(sentence).partition(":")
    return role_of(label) if colon and len(label.split()) <= MOST_OF_LABEL else None


def _of_role(role: str) -> float:
    return {"target_group": LABELLED - 1, "milestones": -1.5, "resources": -1.5}.get(role, 0.0)


def _labelled(read: Annotated, sentence: SentenceSpan, role: str) -> int | None:
    """Return the number behind a label: “Aantal leerlingen: 74”, “Leerlingen: 46 per jaar”; or alone, under one."""
    stream, number = read.stream, sentence.first
    if role != "target_group" or sentence.last - number != 1:
        units = [one for one in read.terms("units", sentence.start, sentence.end) if one.value == "pupil"]
        behind = [one for one in units if stream.sign(one.last, ":") and not stream.is_number(one.first - 1)]
        if not behind:
            return None
        number = behind[0].last + 1
    said = stream.key(number) if stream.is_number(number) else ""
    return int(said) if _is_number(said) and FEWEST <= int(said) <= MOST else None


def _numbers(read: Annotated, sentence: SentenceSpan, role: str) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers of pupils in a sentence with their places; in brackets the word may stand before them."""
    seen: set[int] = set()
    for span in read.quantities:
        ours = sentence.start <= span.start < sentence.end and span.unit == "pupil"
        if ours and span.number.denominator == 1 and int(span.number) not in YEARS:
            seen.add(span.start)
            yield int(span.number), span.start, span.end
    units = [one for one in read.terms("units", sentence.start, sentence.end) if one.value == "pupil"]
    for token in read.tokens[sentence.first : sentence.last]:
        bare = token.kind == "number" and _is_number(token.text) and token.start not in seen
        if bare and int(token.text) not in YEARS and _stands_for_pupils(read, token.start, token.end, units, role):
            yield int(token.text), token.start, token.end


def _stands_for_pupils(read: Annotated, start: int, end: int, units: Sequence[TermSpan], role: str) -> bool:
    before = read.text[max(0, start - BEFORE) : start]
    behind = read.text[end : end + 16].strip().lower()
    near = any(0 <= start - one.end <= BEFORE for one in units)
    closes = behind.startswith((")", "stuks)", "per jaar)", "per schooljaar)", "a year)"))
    counted = before.rstrip().lower().endswith(_SUMS)
    yearly = behind.startswith(("per jaar", "per schooljaar", "a year", "per year", ")"))
    return (near and closes and before.rstrip().endswith(("(", "samen"))) or (
        counted and (yearly or bool(units) or role == "target_group")
    )


def _score(read: Annotated, sentence: SentenceSpan, start: int, end: int) -> float:
    cues = list(read.terms("pupil_cues", max(sentence.start, start - BEFORE), min(sentence.end, end + BEFORE)))
    whole = counts_all(read, start)
    score = sum(_weight(cue, start) for cue in cues if not (whole and cue.value.endswith("part")))
    bracketed = "(" in read.text[max(0, start - 2) : start]
    before = _numbers_before(read, start)
    score += DEFINING if any(sum(before[at:]) == _value(read, start) for at in range(len(before) - 1)) else 0.0
    score -= DEFINING * 2 if _is_share(read, start) else 0.0
    return score + (BRACKETED if bracketed else 0.0) - (0.0 if FEWEST <= _value(read, start) <= MOST else 10.0)


def _weight(cue: TermSpan, start: int) -> float:
    """Return what a cue counts for the number at a character: less when it stands far from it."""
    weight, _, where = cue.value.partition(" ")
    if (where and cue.start < start and start - cue.end > 1) or (where == "before" and cue.start > start):
        return 0.0  # “naar” speaks of the number right behind it
    return float(weight) if cue.start > start or start - cue.end <= BEFORE / 2 else float(weight) / 2


def _is_share(read: Annotated, start: int) -> bool:
    """Whether a number is a share of one before it: “80% van die 70, dus 56 leerlingen”."""
    shares = [one.number for one in read.quantities if one.unit == "percent" and -AROUND <= one.start - start < 0]
    return any(share * one == 100 * _value(read, start) for share in shares for one in _numbers_before(read, start))


AROUND = 2 * WIDTH
"""Characters before a number in which those stand that it is made of."""


def _numbers_before(read: Annotated, start: int) -> Sequence[int]:
    before = (one for one in read.tokens if -AROUND <= one.start - start < 0 and one.kind == "number")
    return [int(one.text) for one in before if _is_number(one.text)]


def _joined(read: Annotated, counted: Sequence[tuple[int, int, int]]) -> int | None:
    """Return how many the groups of a sentence are together: “24 leerlingen BWI en 36 leerlingen E&O” is 60."""
    starts, ends = [one[1] for one in counted], [one[2] for one in counted]
    between = [read.text[end:start] for end, start in zip(ends[:-1], starts[1:], strict=True)]
    if not between or not all(_JOINT.search(one) for one in between):
        return None
    behind = pairwise([*starts, ends[-1] + BEFORE])
    before = pairwise([max(0, starts[0] - BEFORE), *ends])
    apart = any(_all_differ([_group(read, *part) for part in parts]) for parts in (behind, before))
    return sum(one[0] for one in counted) if apart else None


_JOINT = re.compile(r"^.{0,40}(?:,|;|&|\+|\b(?:en|and|plus)\b)", re.IGNORECASE)
"""What stands between the numbers of two groups that are counted together."""


def _group(read: Annotated, start: int, end: int) -> frozenset[str]:
    """Return the years and profiles that a text names between two characters."""
    return years_in(read, start, end) | frozenset(profiles_in(read.text[start:end]))


def _all_differ(groups: Sequence[frozenset[str]]) -> bool:
    return all(groups) and len(set(groups)) == len(groups)


def _value(read: Annotated, start: int) -> int:
    span = next((one for one in read.quantities if one.start == start), None)
    if span is not None:
        return int(span.number)
    token = next(one for one in read.tokens if one.start == start)
    return int(token.text)
