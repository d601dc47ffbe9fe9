"""From when to when a plan runs, where no label says it: in a sentence, or at its first and last milestone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.periods import period_in
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import TermSpan, TimeSpan

NEAR = 60
"""Characters between “we beginnen” and the day that follows."""

FEW = 4
"""Words between the beginning of a sentence and “start”, or between “wij” and it."""


class SaidPeriod(NamedTuple):
    """The first and the last day of a plan; None where that is not said. `at` tells in which text each was found."""

    start: date | None = None
    end: date | None = None
    at: int | None = None

    @property
    def whole(self) -> bool:
        """Whether both are known."""
        return self.start is not None and self.end is not None


def period_in_texts(texts: Sequence[str]) -> SaidPeriod | None:
    """Return the period that texts say, the first that is whole; a begin and an end may stand in two sentences."""
    start = end = at = None
    ranged: SaidPeriod | None = None
    for index, text in enumerate(texts):
        read = annotate(text)
        ranged = ranged or _ranged(read, index)
        for said in _sentences(read):
            if said.whole:
                return said._replace(at=index)
            if start is None and said.start is not None:
                start, at = said.start, index
            end = said.end if said.end is not None else end
    if start is None and end is None:
        return ranged
    return SaidPeriod(start, end if start is None or end is None or start < end else None, at)


def _ranged(text: Annotated, at: int) -> SaidPeriod | None:
    """Return the time from one day or month to another that is long enough for a whole plan."""
    for time in text.times:
        days = time.days() if time.first is not time.last and {time.first.kind, time.last.kind} <= _POINTS else None
        ours = any(
            cue.value in {"plan", "ours"} for cue in text.terms("period_cues", text.sentence_of(time).start, time.start)
        )
        if ours and days is not None and days.last - days.first > LONG:
            return SaidPeriod(days.first, days.last, at)
    return None


_POINTS = frozenset(("day", "month"))

LONG = timedelta(270)
"""From here on a time from one day to another may be that of the whole plan."""


def _is_known(time: TimeSpan) -> bool:
    """Whether it is known which days are meant; a year by itself says too little."""
    return time.days() is not None and (time.last.kind != "year" or bool(time.last.part))


def _sentences(text: Annotated) -> Iterator[SaidPeriod]:
    before: Sequence[TimeSpan] = ()
    for sentence in text.sentences:
        times = [one for one in text.times if sentence.start <= one.start < sentence.end and _is_known(one)]
        cues = [
            cue for cue in text.terms("period_cues", sentence.start, sentence.end)
            if cue.words.lower() == "start" or not any(one.start <= cue.start < one.end for one in times)
        ]  # fmt: skip
        said = _said(text, cues, times, sentence)
        if said is None and not times and _ends_plan(cues):
            said = SaidPeriod(end=_last(before[-1:]))  # “Daarmee is het project ten einde.”
        if said is not None:
            yield said
        before = times or before


def _said(
    text: Annotated, cues: Sequence[TermSpan], times: Sequence[TimeSpan], sentence: SentenceSpan
) -> SaidPeriod | None:
    opens = sentence.start
    runs = any(cue.value == "period" for cue in cues) or _of_plan(text, cues, "runs", opens)
    if runs and (whole := period_in(text.text[cues[0].end : sentence.end])) is not None:
        return SaidPeriod(whole[0].first, whole[1].last)
    ranged = next((one for one in times if one.first is not one.last), None)
    if runs and ranged is not None and (days := ranged.days()) is not None:
        return SaidPeriod(days.first, days.last)
    lasting = period_in(text.text[opens : sentence.end]) if runs and len(times) == 1 else None
    if lasting is not None and lasting[1].last - lasting[0].first > LONG:
        return SaidPeriod(lasting[0].first, lasting[1].last)  # “Start maart 2026, looptijd 28 maanden”
    return _between(text, cues, times, sentence)


def _between(
    text: Annotated, cues: Sequence[TermSpan], times: Sequence[TimeSpan], sentence: SentenceSpan
) -> SaidPeriod | None:
    """Return the times that a sentence says to be the begin and the end of the plan."""
    opens = sentence.start
    starts, ends = _times_of(text, cues, "start", times), _times_of(text, cues, "end", times)
    if len(times) == 2 and not starts and not ends and _of_plan(text, cues, "runs", opens):  # noqa: PLR2004 - begin and end
        return SaidPeriod(_first(times), _last(times))
    ends = ends or (_times_of(text, cues, "done", times) if starts else [])
    ours = _of_plan(text, cues, "start", opens) or (ends and _of_plan(text, cues, "end", opens))
    if starts and (ours or (ends and _is_whole(cues, starts, ends))):
        return SaidPeriod(_first(starts), _last(ends) if ends else None)
    return SaidPeriod(end=_last(ends)) if ends and _of_plan(text, cues, "end", opens) else None


def _is_whole(cues: Sequence[TermSpan], starts: Sequence[TimeSpan], ends: Sequence[TimeSpan]) -> bool:
    """Whether a sentence about the plan gives a begin and an end that are far apart: “… ons plan …, het begint …”."""
    first, last = _first(starts), _last(ends)
    far = first is not None and last is not None and last - first > LONG
    return far and any(cue.value == "plan" for cue in cues)


def _times_of(text: Annotated, cues: Sequence[TermSpan], value: str, times: Sequence[TimeSpan]) -> list[TimeSpan]:
    found = [(cue, _behind(text, cue, times)) for cue in cues if cue.value == value]
    behind = [one for _, one in found if one is not None]
    return behind or [one for cue, _ in found if (one := _before(text, cue, times)) is not None]


def _before(text: Annotated, cue: TermSpan, times: Sequence[TimeSpan]) -> TimeSpan | None:
    """Return the time directly before a word for the begin or the end: “op 1 maart 2026 gaan we van start”."""
    found = next((one for one in reversed(times) if one.end <= cue.start), None)
    between = text.text[found.end : cue.start].lower() if found is not None else ","
    words = between.split()
    return None if len(words) > FEW or set(",;:.") & set(between) or {"en", "and"} & {*words} else found


def _of_plan(text: Annotated, cues: Sequence[TermSpan], value: str, opens: int) -> bool:
    """Whether a word for the begin or the end stands beside “wij” or “het project”, or opens its sentence."""
    ours = [cue for cue in cues if cue.value == "plan"]
    found = [cue for cue in cues if cue.value == value]
    return any(_opens(text, cue, opens) or any(_beside(text, cue, one) for one in ours) for cue in found)


def _opens(text: Annotated, cue: TermSpan, opens: int) -> bool:
    """Whether only an article stands before a word in its sentence, or a bar: “PIE | start 1-3-2026”."""
    before = text.text[opens : cue.start].strip(" -*•")
    return not before or before.endswith("|") or before.lower() in {"de", "het", "onze", "the", "our"}


def _beside(text: Annotated, cue: TermSpan, other: TermSpan) -> bool:
    between = text.text[min(cue.end, other.end) : max(cue.start, other.start)]
    return len(between) < NEAR and between.count(" ") < FEW


def _ends_plan(cues: Sequence[TermSpan]) -> bool:
    values = [cue.value for cue in cues]
    return "end" in values and "plan" in values


def _behind(text: Annotated, cue: TermSpan, times: Sequence[TimeSpan]) -> TimeSpan | None:
    """Return the time that follows a word for the begin or the end in the same clause."""
    found = next((one for one in times if one.start >= cue.end or one.start <= cue.start < one.end), None)
    if found is None:
        return None
    between = text.text[cue.end : max(cue.end, found.start)].lower()
    first, last = between.find(","), between.rfind(",")
    words = f"{between[:first]}{between[last + 1 :]}".split() if first < last else between.split()
    far = len(words) > FEW or {"en", "and"} & {*words}
    return None if far or words in (["of"], ["van"]) else found  # “End of week 13” is a time by itself


def _first(times: Sequence[TimeSpan]) -> date | None:
    days = times[0].days() if times else None
    return days.first if days else None


def _last(times: Sequence[TimeSpan]) -> date | None:
    days = times[-1].days() if times else None
    return days.last if days else None


MOST_OF_PERIOD = 9
"""Words of a sentence that says no more than when a plan begins or ends."""


def says_only_period(text: str) -> bool:
    """Whether a sentence says from when to when a plan runs, and is no milestone: “Wij beginnen op 1 september”."""
    said = period_in_texts([text])
    return said is not None and (said.whole or len(text.split()) <= MOST_OF_PERIOD)


def says_whole_period(text: str) -> bool:
    """Whether a line says only from when to when a plan runs: “Looptijd: 1 juni 2026 tot en met 31 oktober 2028”."""
    said = period_in_texts([text]) if len(text.split()) <= MOST_OF_PERIOD + FEW else None
    return said is not None and said.whole


class DatedText(NamedTuple):
    """What is reached on a day."""

    text: str
    first: date
    last: date


SHORT = 5
"""Words of a milestone that only says that the plan begins: “start van het project”."""


def period_of_milestones(milestones: Iterable[DatedText]) -> SaidPeriod:
    """Return the begin and the end that the first and the last milestone say to be those of the plan."""
    dated = sorted(milestones, key=lambda one: one.last)
    if not dated:
        return SaidPeriod()
    first, last = dated[0], dated[-1]
    start = first.first if _says(first.text, "start", short=True) else None
    return SaidPeriod(start, last.last if _says(last.text, "end", short=False) else None)


def _says(text: str, value: str, *, short: bool) -> bool:
    cues = list(annotate(text).terms("period_cues"))
    named = {cue.value for cue in cues}
    if short and len(text.split()) > SHORT:
        return False
    alone = len(text.split()) <= 1 or any(cue.words.lower() in {"einde", "end"} for cue in cues)
    return value in named and ("plan" in named or alone)
