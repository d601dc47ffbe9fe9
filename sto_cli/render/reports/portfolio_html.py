"""The portfolio as a page: how far the plans are, what they cost, when what is due."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sto_cli.messages import Message, message
from sto_cli.plans.language.calendar_days import PROGRAMME_START
from sto_cli.plans.language.wording import said_in
from sto_cli.render.formats import Look
from sto_cli.render.page.school_map import MOST_NAMED
from sto_cli.render.page.shell import render_page
from sto_cli.render.reports import portfolio_words as words
from sto_cli.render.reports.portfolio_document import DEFINITIONS
from sto_cli.render.words import codes_of, euros, towns_of
from sto_cli.reports.portfolio import Due, Portfolio
from sto_cli.reports.selection import Selection

LAST_MONTH = date(2029, 3, 1)
"""The axis ends with the month in which the regulation expires."""

STEP, DOT, TOP = 18, 13, 8
"""Pixels from one month to the next, from one dot to the one on top of it, and above the highest."""

AXIS = 26
"""Pixels for the axis with its years."""

HIGHEST = 160
"""Pixels for the dots: where many fall in one month they overlap."""


@dataclass(frozen=True, slots=True)
class MilestoneMark:
    """A milestone on the line; `x` and `y` are pixels."""

    due: Due
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dots above an axis: `years` are where each begins, `now` is today, None when that is outside the years.

    `outside` counts the milestones before the first or after the last month.
    """

    width: int
    height: int
    spots: Sequence[MilestoneMark]
    years: Sequence[tuple[int, int]]
    now: float | None
    outside: int

    @property
    def base(self) -> int:
        """Where the axis lies."""
        return self.height - AXIS


def timeline(calendar: Iterable[Due], today: date) -> Timeline:
    """Place what is in a calendar; equal months pile up in order of date."""
    calendar = list(calendar)
    inside = [due for due in calendar if 0 <= _month(due.when.last) <= _month(LAST_MONTH)]
    piles = Counter(_month(due.when.last) for due in inside)
    step = min(DOT, HIGHEST / max(piles.values(), default=1))
    height = round(TOP + step * max(piles.values(), default=1)) + AXIS
    heights: Counter[int] = Counter()
    spots = []
    for due in inside:
        month = _month(due.when.last)
        heights[month] += 1
        spots.append(MilestoneMark(due, _x(month), round(height - AXIS - step * heights[month] + step / 2 - 1, 1)))
    januaries = [date(year, 1, 1) for year in range(PROGRAMME_START.year, LAST_MONTH.year + 1)]
    years = [(january.year, STEP * _month(january)) for january in januaries]
    now = _x(_month(today)) if 0 <= _month(today) <= _month(LAST_MONTH) else None
    return Timeline(STEP * (_month(LAST_MONTH) + 1), height, spots, years, now, len(calendar) - len(inside))


def _month(day: date) -> int:
    """Count months from the first one of the programme."""
    return 12 * (day.year - PROGRAMME_START.year) + day.month - PROGRAMME_START.month


def _x(month: int) -> float:
    return STEP * month + STEP / 2


def portfolio_html(answer: Portfolio, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    spoken = (
        words.school_name,
        words.plan_name,
        words.form_name,
        words.partner_name,
        words.partners_words,
        words.standing_words,
    )
    due_words = (words.due_text, words.due_owner, words.region_name)
    return render_page(
        "portfolio.html",
        translator,
        answer=answer,
        title=translator.say(words.portfolio_title(answer)),
        question=question(answer.selection),
        headline=(*words.standing_sentences(answer), *([words.due_sentence(answer)] if answer.totals.readable else ())),
        together=(*words.figure_sentences(answer, translator), *words.partner_sentences(answer.totals, translator))
        if answer.totals.readable
        else (),
        timeline=timeline(answer.calendar, answer.as_of),
        listed=len(answer.plans) <= MOST_NAMED,
        by_when=said_in,
        state_of=partial(words.state_of, answer=answer),
        states={state: translator.text(word) for state, word in words.STATES.items()},
        file_name=words.file_name,
        towns_of=towns_of,
        codes_of=codes_of,
        euros=partial(euros, translator=translator),
        definitions=[(translator.say(term), translator.say(meaning)) for term, meaning in DEFINITIONS],
        **{function.__name__: partial(function, translator=translator) for function in (*spoken, *due_words)},
    )


def question(selection: Selection) -> Message:
    """Return the question that the page answers."""
    if selection:
        return message("How far are the plans of {area}?", area=selection.area)
    return message("How far are the plans?")
