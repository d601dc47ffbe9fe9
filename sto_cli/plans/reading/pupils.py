"""The number of pupils that a plan reaches, where its texts leave no doubt of it.

Every number of pupils is a candidate. Where it stands and what stands around it tell how likely it is the whole: behind
a label or under a heading for the target group, with “in totaal” or “in drie jaar”, as the sum of others, or all of a
group; against “de eerste tien” or “van 14 naar 24”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.spans import TermSpan
from sto_cli.plans.reading.groups import counts_all
from sto_cli.plans.reading.pupil_counts import (
    BEFORE,
    FEWEST,
    MOST,
    PupilCount,
    counts_in,
    is_labelled,
    is_share,
    joined,
    parts_of,
)

LABELLED, BRACKETED, DEFINING, WHOLE = 4.0, 1.5, 3.0, 3.0
"""What it counts to stand behind a label or under a heading for pupils, in brackets, to be a sum of others, and to be
all groups of a sentence together."""

ADDRESSED = 2.0
"""What it counts to be for whom a sentence begins: “Voor 57 leerlingen PIE.”"""

OF_ROLE = {"target_group": LABELLED - 1, "target_group within": 1.5, "milestones": -1.5, "resources": -5.0}
"""What it counts to stand in the answer to a question."""

ENOUGH = 1.5
"""What a number must reach before it is taken."""

AGAIN = 0.75
"""What it counts that another text of the plan has the same number."""

A_CLAUSE = 10
"""Characters that a comma counts between a word and the number that it may be about."""


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
    counted = [[*counts_in(read, sentence, text.role)] for sentence in read.sentences]
    if text.role == "target_group":
        counted = [[*chain.from_iterable(counted)]]  # “Klas 3: 80 leerlingen. Klas 4: 85 leerlingen.”
    for own in counted:
        scored = [_candidate(read, one, own) for one in own]
        together = None if any(one.parts for one in scored) else joined(read, own)
        if together is None:
            yield from scored
        else:
            best = max(0.0, *(one.score for one in scored))
            yield _Candidate(together, best + WHOLE, tuple(one.number for one in scored))


def _candidate(read: Annotated, count: PupilCount, others: Sequence[PupilCount]) -> _Candidate:
    parts = parts_of(read, count)
    cues = [cue for cue in _cues(read, count) if _is_about(read, cue, count, others)]
    whole = counts_all(read, count.start)
    score = sum(_weight(cue, count.start) for cue in cues if not (whole and cue.value.endswith("part")))
    score += OF_ROLE.get(count.role, 0.0) + (DEFINING if parts else 0.0)
    score += BRACKETED if "(" in read.text[max(0, count.start - 2) : count.start] else 0.0
    score += ADDRESSED if read.text[count.sentence.start : count.start].strip().lower() in {"voor", "for"} else 0.0
    labelled = is_labelled(read, count.sentence, count.start, count.role)
    score += LABELLED - max(OF_ROLE.get(count.role, 0.0), 0.0) if labelled else 0.0
    score -= DEFINING * 2 if is_share(read, count) else 0.0
    return _Candidate(count.number, score - (0.0 if FEWEST <= count.number <= MOST else 10.0), parts)


def _cues(read: Annotated, count: PupilCount) -> Iterator[TermSpan]:
    start, end = count.sentence.start, count.sentence.end
    return read.terms("pupil_cues", max(start, count.start - BEFORE), min(end, count.end + 2 * BEFORE))


def _is_about(read: Annotated, cue: TermSpan, count: PupilCount, others: Sequence[PupilCount]) -> bool:
    """Whether a word is about this number: near it, or, when it tells of the whole, nearer than to any other."""
    if not cue.value.startswith("3"):
        return cue.start - count.end < BEFORE
    if "(" in read.text[count.end : cue.start]:
        return False  # “48 leerlingen (leerjaar 3 en 4 samen)”
    if cue.last < len(read.tokens) and number_at(read.stream, cue.last) and read.tokens[cue.last].start != count.start:
        return False  # “20 leerlingen, in totaal vier keer”
    return all(_gap(read, cue, count) <= _gap(read, cue, one) for one in others)


def _gap(read: Annotated, cue: TermSpan, count: PupilCount) -> int:
    start, end = sorted((min(cue.end, count.end), max(cue.start, count.start)))
    between = read.text[start:end]
    return len(between) + A_CLAUSE * sum(map(between.count, ",;"))


def _weight(cue: TermSpan, start: int) -> float:
    """Return what a cue counts for the number at a character: less when it stands far from it."""
    weight, _, where = cue.value.partition(" ")
    if where in {"before", "part"} and cue.start < start and start - cue.end > 1:
        return 0.0  # “naar” speaks of the number right behind it
    if where == "before" and cue.start > start:
        return 0.0
    return float(weight) if cue.start > start or start - cue.end <= BEFORE / 2 else float(weight) / 2
