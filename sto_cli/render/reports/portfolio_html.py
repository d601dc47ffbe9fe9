"""The portfolio as a page: how far the plans are, what they cost, when what is due."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sto_cli.messages import Message, message
from sto_cli.render.page.school_map import MOST_NAMED
from sto_cli.render.page.shell import render_page
from sto_cli.render.page.timeline import timeline
from sto_cli.render.plan.words import codes_of, euros, towns_of
from sto_cli.render.reports.portfolio_document import DEFINITIONS
from sto_cli.render.reports.portfolio_words import (
    STATES,
    by_when,
    due_owner,
    due_text,
    file_name,
    form_name,
    partner_name,
    partner_sentences,
    partners_words,
    plan_name,
    portfolio_headline,
    portfolio_title,
    region_name,
    school_name,
    standing_words,
    state_of,
)

if TYPE_CHECKING:
    from sto_cli.render.look import Look
    from sto_cli.reports.portfolio import Portfolio
    from sto_cli.reports.selection import Selection


def portfolio_html(answer: Portfolio, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    spoken = (school_name, plan_name, form_name, partner_name, partners_words, standing_words)
    due_words = (due_text, due_owner, region_name)
    return render_page(
        "portfolio.html",
        translator,
        answer=answer,
        title=translator.say(portfolio_title(answer)),
        question=question(answer.selection),
        headline=tuple(portfolio_headline(answer, translator)),
        together=tuple(partner_sentences(answer.totals, translator)) if answer.totals.readable else (),
        timeline=timeline(answer.calendar, answer.as_of),
        listed=len(answer.plans) <= MOST_NAMED,
        by_when=by_when,
        state_of=partial(state_of, answer=answer),
        states={state: translator.text(word) for state, word in STATES.items()},
        file_name=file_name,
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
