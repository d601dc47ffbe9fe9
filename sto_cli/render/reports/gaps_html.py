"""The white spots as a page: which schools are still to be won or asked, and whom to write to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sto_cli.messages import N_, Message, message
from sto_cli.render.page.dot_map import drawable
from sto_cli.render.page.school_map import MOST_NAMED, Ground, SchoolMap, ground_of, school_map
from sto_cli.render.page.shell import render_page
from sto_cli.render.reports.gaps_document import gaps_title, nearest_words, reason_words
from sto_cli.render.reports.parts import said_definitions
from sto_cli.reports.count import Group
from sto_cli.reports.gaps import GapGroup

if TYPE_CHECKING:
    from sto_cli.messages import Translator
    from sto_cli.render.look import Look
    from sto_cli.reports.gaps import Gaps
    from sto_cli.reports.selection import Selection

HEADINGS: dict[Group, str] = {
    "technical": N_("Technical schools to win or to ask"),
    "non_technical": N_("Non-technical schools to invite or to ask"),
    "theoretical": N_("Theoretical schools to win or to ask"),
}


def gaps_html(answer: Gaps, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    ground = ground_of(
        [gap.position.school for gap in (*answer.gaps, *answer.shared)], answer.others, answer.regions, answer.selection
    )
    counts = answer.total.kinds()
    return render_page(
        "gaps.html",
        translator,
        answer=answer,
        short=look.short,
        title=translator.say(gaps_title(answer)),
        groups=(*answer.groups, *(GapGroup(gap.position.regions, (gap,)) for gap in answer.shared)),
        question=question(answer.selection),
        headline=answer.headline,
        counts=[(HEADINGS[group], count) for group, count in counts.items()],
        ground=ground,
        map=_map(answer, ground, translator) if ground else None,
        undrawn=sum(not drawable(gap.position.school) for gap in answer.gaps),
        listed=len(answer.gaps) <= MOST_NAMED,
        kinds_here=list(counts),
        nearest_words=nearest_words,
        reason_words=reason_words,
        definitions=said_definitions(translator, theoretical=answer.total.theoretical is not None),
    )


def question(selection: Selection) -> Message:
    """Return the question that the page answers."""
    if selection:
        return message("Where in {area} are schools still to be won?", area=selection.area)
    return message("Where are schools still to be won?")


def _map(answer: Gaps, ground: Ground, translator: Translator) -> SchoolMap:
    shown = [gap.position for gap in (*answer.gaps, *answer.shared)]
    name = translator.text(N_("Map of the schools to win or to ask"))
    drawn = school_map(name, shown, ground, named=len(shown) <= MOST_NAMED)
    return replace(drawn, apart={gap.position.school.id for gap in answer.shared})
