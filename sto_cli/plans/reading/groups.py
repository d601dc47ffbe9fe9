"""Numbers of pupils with the group that they count: “alle 75 leerlingen van leerjaar 4” is 75, all of year 4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.spans import QuantitySpan

_JOINTS = frozenset(("en", "and", ",", "+", "&", "/"))

_PART = frozenset(("eerste", "minstens", "minimaal", "van", "naar", "tot", "first", "least", "from", "to", "nog"))
"""Words right before a number that does not count a whole group."""

WIDTH = 60
"""Characters around a number in which its group is named."""


FEWEST, MOST = 5, 1_900
"""Pupils of a group; more may be a year."""


class CountedGroup(NamedTuple):
    """So many pupils of these years and profiles; `whole` says that all of them are meant."""

    number: int
    years: frozenset[str]
    profiles: frozenset[str]
    whole: bool


def years_in(read: Annotated, start: int = 0, end: int | None = None) -> frozenset[str]:
    """Return the years of the school that a text names between two characters: “leerjaar 3 en 4” is both."""
    found: set[str] = set()
    for term in read.terms("levels", start, end):
        found.add(term.value)
        at = term.last
        while at + 1 < len(read.tokens) and read.tokens[at].key in _JOINTS and read.tokens[at + 1].text in {*"123456"}:
            found.add(read.tokens[at + 1].text)
            at += 2
        through = read.stream.at(at, "ranges") if at < len(read.tokens) else None
        last = at + through.size if through is not None else at
        if last > at and last < len(read.tokens) and read.tokens[last].text in {*"23456"}:
            found |= {str(year) for year in range(int(term.value), int(read.tokens[last].text) + 1)}
    return frozenset(found)


def groups_in(text: str) -> Iterator[CountedGroup]:
    """Yield the groups of pupils that a text counts, of sentences that count only one."""
    read = annotate(text)
    for sentence in read.sentences:
        spans = [one for one in read.quantities if one.unit == "pupil" and sentence.start <= one.start < sentence.end]
        if len(spans) != 1 or not _counts_people(spans[0]):
            continue
        start, end = max(sentence.start, spans[0].start - WIDTH), min(sentence.end, spans[0].end + WIDTH)
        said = read.text[sentence.start : spans[0].start].lower()
        whole, before = counts_all(read, spans[0].start) or _is_label(said), said.split()
        elsewhere = any(cue.value == "-2" for cue in read.terms("pupil_cues", start, end))
        if elsewhere or (not whole and before and before[-1].strip("(,:") in _PART):
            continue
        behind = profiles_in(read.text[spans[0].start : end])
        profiles = frozenset(behind or profiles_in(read.text[start:end]))
        yield CountedGroup(int(spans[0].number), years_in(read, start, end), profiles, whole)


def _is_label(text: str) -> bool:
    """Whether a text is the name of one year, as a label: “leerjaar 2:” before the number of its pupils."""
    label = text.strip()
    named = next(annotate(label).terms("levels"), None)
    return named is not None and label.endswith(":") and not label[: named.start] and named.end == len(label) - 1


def counts_all(read: Annotated, start: int) -> bool:
    """Whether the words right before a number say that it counts a whole group: “alle 84”, “40 van de 44”."""
    cues = read.terms("pupil_cues", max(0, start - WIDTH), start)
    near = (cue.value for cue in cues if 0 <= start - cue.end <= 1)
    return any(value.endswith("before") and not value.startswith("-") for value in near)


def _counts_people(span: QuantitySpan) -> bool:
    """Whether a number may be that of a group: whole, not rough, no year and not a handful."""
    return span.number.denominator == 1 and not span.about and FEWEST <= span.number <= MOST
