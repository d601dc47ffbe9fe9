"""The trend as a page: a bar per day and kind of school, then who joined and who left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sto_cli.messages import Message, Translator, message
from sto_cli.render.page.shell import render_page
from sto_cli.render.reports.parts import said_definitions
from sto_cli.render.reports.trend_document import (
    MOVES,
    between_days,
    moves_of,
    point_name,
    register_changes,
    trend_title,
)

if TYPE_CHECKING:
    from sto_cli.render.look import Look
    from sto_cli.reports.selection import Selection
    from sto_cli.reports.trend import Trend
    from sto_cli.reports.trend_changes import Move


@dataclass(frozen=True, slots=True)
class ChangeView:
    """The schools that made one kind of move between two points."""

    heading: str
    between: str
    moves: Sequence[Move]


def trend_html(answer: Trend, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    last = answer.points[-1].groups
    return render_page(
        "trend.html",
        translator,
        answer=answer,
        title=translator.say(trend_title(answer)),
        question=question(answer.selection),
        headline=answer.headline,
        groups=list(last.kinds()),
        point_name=partial(point_name, translator=translator),
        changes=list(_changes(answer, translator)),
        register_changes=register_changes(answer.register_change, translator),
        definitions=said_definitions(translator, theoretical=last.theoretical is not None),
    )


def question(selection: Selection) -> Message:
    """Return the question that the page answers."""
    if selection:
        return message("How does participation in {area} change?", area=selection.area)
    return message("How does participation change?")


def _changes(answer: Trend, translator: Translator) -> Iterator[ChangeView]:
    for change in answer.changes:
        for kind, moves in moves_of(change):
            yield ChangeView(translator.text(MOVES[kind]), between_days(change, translator), moves)
