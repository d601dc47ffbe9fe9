"""Times as a plan gives them, from the spans of a text: of a field that is one, and of a text that names one.

A time without a year has as many meanings as the plan's period has years for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.calendar_days import Days, Moment, days_of
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.spans import TimeRange, TimeSpan
from sto_cli.plans.model import Milestone

LONGEST = 40
"""No date is written longer (“woensdag 30 september 2026” has 26 characters)."""

LONGEST_FIELD = 80
"""Characters of a time from one to another: “van 1 september 2026 tot en met 31 januari 2027” has 44."""

LONGEST_SAID = 5_000
"""Characters of a text in which a time is looked for."""

LONGEST_MOMENT = 92
"""Days of a quarter of a year: what takes longer is a period, in which a milestone has no moment."""

_IDLE = frozenset({"op", "in", "on", "de", "het", "the", "datum", "gereed"})
"""Words before a time that say nothing more: a repair may leave them out."""

_BESIDE = frozenset({*_IDLE, "start", "ca", "circa", "±", "(", ")", ":", ".", ",", ";", "volle"})
_LEADS = ("time_leads", "between", "weekdays", "abouts")


def meanings(written: str, within: TimeRange | None = None) -> tuple[When, ...]:
    """Return all times that a text may mean: none when it is no time, several when it has to be asked.

    `within` is the period of the plan, for a time without a year; without it, any year of the programme is possible.
    """
    text = written.strip(" .,;\n\t")
    if not text or len(text) > LONGEST_FIELD:
        return ()
    read = annotate(text)
    spans = read.times
    if spans and _is_remarked(text, spans):
        return tuple(replace(when, written=written, whole=False) for when in meanings(text[: spans[0].end], within))
    beside = [
        at for at, token in enumerate(read.tokens) if not any(span.start <= token.start < span.end for span in spans)
    ]
    if not all(read.tokens[at].key in _BESIDE or _leads(read, at) for at in beside):
        return ()
    idle = all(read.tokens[at].key in _IDLE or read.tokens[at].kind == "sign" for at in beside)
    whole = idle and len(spans) == 1 and _is_whole(spans[0])
    return tuple(When(days.first, days.last, written, whole) for days in _field(spans, within))


def _is_remarked(text: str, spans: Sequence[TimeSpan]) -> bool:
    """Whether only a remark follows on a day: “18 december 2026, de laatste lesdag vóór Kerst”."""
    first, *others = spans
    rest = text[first.end :].lstrip()
    return _is_whole(first) and rest[:1] in {",", "("} and all(one.open_year for one in others)


def _field(spans: Sequence[TimeSpan], within: TimeRange | None) -> tuple[Days, ...]:
    """Return what the times of a field may mean together: one, or a longer one and a part of it."""
    if len(spans) not in {1, 2} or not all(_is_moment(span) for span in spans):
        return ()
    whole = _readings(spans[0], within)
    if len(spans) == 1:
        return () if _is_year(spans[0]) else whole
    part = spans[1].readings(whole[0]) if len(whole) == 1 else ()
    return part if len(part) == 1 and whole[0].first <= part[0].first and part[0].last <= whole[0].last else ()


def _leads(read: Annotated, at: int) -> bool:
    """Whether a token belongs to words that lead to a time."""
    return any(
        match is not None and back < match.size
        for back in range(3) for table in _LEADS if (match := read.stream.at(at - back, table)) is not None
    )  # fmt: skip


def _is_year(span: TimeSpan) -> bool:
    return span.last.kind == "year" and not span.last.part


def _is_moment(span: TimeSpan) -> bool:
    """Whether something is reached then: not after a time, nor before a month, which may be long before."""
    if span.after is not None or span.relation == "after" or (span.relation == "before" and not _ends(span)):
        return False
    twice = " / " in span.words and span.first.year is not None and span.last.year is not None
    return not twice or _days(span.first) == _days(span.last)


def _ends(span: TimeSpan) -> bool:
    """Whether before a time is by a time: a day, a feast, a holiday, the end of a year."""
    return span.last.kind in {"day", "days", "feast", "holiday"} or bool(span.last.part)


def _readings(span: TimeSpan, within: TimeRange | None = None) -> tuple[Days, ...]:
    """Return the days that a time may mean; what is done before a holiday is done on the day before it."""
    found = span.readings(within)
    if span.relation == "before" and span.last.kind in {"feast", "holiday"}:
        return tuple(Days(one.first - timedelta(1), one.first - timedelta(1)) for one in found)
    return found


def _only(span: TimeSpan, within: TimeRange | None) -> Days | None:
    found = _readings(span, within)
    return found[0] if len(found) == 1 else None


def _days(moment: Moment) -> Days | None:
    return days_of(moment, moment.year or 0)


def _is_plain(span: TimeSpan) -> bool:
    return span.first is span.last and span.last.kind in {"day", "month"} and not span.last.part


def _is_whole(span: TimeSpan) -> bool:
    return _is_plain(span) and not span.open_year


def time_meant(written: str, within: TimeRange | None = None) -> When | None:
    """Return the time that a text means; None when it is none, or may be several."""
    found = meanings(written, within)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def read_when(written: str) -> When | None:
    """Read a day or a month with its year, and nothing beside it; None when it is none, or does not exist."""
    if len(written) > LONGEST:
        return None
    read = annotate(written)
    if len(read.times) != 1 or read.times[0].words != written.strip() or not _is_whole(read.times[0]):
        return None
    days = read.times[0].days()
    return When(days.first, days.last, written) if days else None


def time_in(text: str, within: TimeRange | None = None) -> When | None:
    """Return the time that free text names, where that is plain (“In maart 2027 is de werkruimte klaar”).

    A time that stands before a colon or dash at the start is the one that is meant, whatever follows. None when it
    names none, several, or one after which something happens.
    """
    if len(text) > LONGEST_SAID:
        return None
    if (head := _head(text)) is not None and (when := _of_head(text[:head], within)) is not None:
        return when
    named = [span for span in annotate(text).times if span.sure and not _is_year(span) and span.after is None]
    found = [(span, _only(span, within)) for span in named if _is_moment(span)]
    found = [(span, days) for span, days in found if days is None or not _is_long(days)] or found
    if not found or len({days.last if days else None for _, days in found}) > 1 or _beside(named, within):
        return None
    span, days = found[0]
    return When(days.first, days.last, span.words, _is_plain(span)) if days else None


def _is_long(days: Days) -> bool:
    return (days.last - days.first).days > LONGEST_MOMENT


def _beside(named: Sequence[TimeSpan], within: TimeRange | None) -> bool:
    """Whether a day or a month is named too, before or after which something happens."""
    others = [span.days(within) for span in named if not _is_moment(span)]
    return any(one is None or not _is_long(one) for one in others)


def _head(text: str) -> int | None:
    """Return where the first colon, tab or dash stands behind which a text goes on."""
    for at, sign in enumerate(text[: LONGEST_FIELD + 1]):
        if sign in ":\t" or (sign in "-–—" and text[at + 1 : at + 2].isspace()):
            return at
    return None


def _of_head(head: str, within: TimeRange | None) -> When | None:
    """Return the time that stands before a colon, perhaps with other words for it: “voorjaar 2027 (spring 2027)”."""
    if len(head) > LONGEST:
        return None
    first, *others = [time_meant(part, within) for half in head.split(" / ") for part in half.split(" (")]
    if first is None or any(one is not None and one.last != first.last for one in others):
        return None
    return first


def times_in(text: str) -> list[When]:
    """Return all times with a year in a text, in its order; those before or after which something happens are none."""
    return list(_times(text))


def _times(text: str) -> Iterator[When]:
    for span in annotate(text[:LONGEST_SAID]).times:
        if span.sure and not span.open_year and not _is_year(span) and _is_moment(span):
            yield from (When(days.first, days.last, span.words, whole=False) for days in _readings(span)[:1])


def names_a_time(text: str) -> bool:
    """Whether free text says when: a year, a month, or a day, also one that does not exist."""
    return any(
        not span.open_year or (span.sure and span.last.kind in {"day", "days", "month"})
        for span in annotate(text).times
    )


_TOLD = frozenset("is zijn wordt worden heeft hebben gaat gaan kan kunnen are will has have".split())  # noqa: SIM905
"""Words that go on about a time before them: “Maart 2027 is het lokaal klaar” cannot do without it."""


def without_time(text: str, when: When | None) -> str:
    """Return what a text says behind the time that it begins with (“November 2026: …”), to show beside that time."""
    if when is None:
        return text
    rest = text[len(when.written) :].lstrip()
    if text.startswith(when.written) and rest[:1].isalnum() and rest.split()[0] not in _TOLD:
        return rest
    head = _head(text)
    if head is None or head > LONGEST:
        return text
    named, rest = time_meant(text[:head], (when.first, when.last)), text[head + 1 :].strip()
    said_alike = named is not None and (named.first, named.last) == (when.first, when.last)
    return rest if said_alike and rest else text


def on_one_line(text: str, when: When | None) -> str:
    """Return a milestone as it stands in a list: without its time, and what other columns say of it (“Wie: …”)."""
    first, *more = without_time(text.strip(), when).split("\n")
    return " ".join(" ".join([first, *(line for line in more if ": " not in line[:LONGEST])]).split())


def says_when(text: str, when: When) -> bool:
    """Whether a text says a time itself, so that it need not be said beside it."""
    return any((one.first, one.last) == (when.first, when.last) for one in times_in(text))


def times_of(milestone: Milestone) -> list[When]:
    """Return the date of a milestone, or else the times that its text tells of."""
    if milestone.date is not None:
        return [milestone.date]
    return times_in(milestone.text) if milestone.written is None else []
