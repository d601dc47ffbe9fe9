"""The portfolio on a terminal: the main thing in words, the plans in a table, what is due, then plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sto_cli.files.shell import command
from sto_cli.findings import SEVERITIES
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.standing import said_standing
from sto_cli.plans.talk import Costs
from sto_cli.render.look import Look
from sto_cli.render.plan.words import codes_of, euros, towns_of
from sto_cli.render.reports.portfolio_words import (
    by_when,
    due_owner,
    due_text,
    form_name,
    partner_name,
    partners_words,
    plan_name,
    portfolio_headline,
    portfolio_title,
    region_name,
    remark_sentence,
    school_name,
    standing_words,
    step_text,
    what_to_do,
)
from sto_cli.render.reports.words import KINDS, said
from sto_cli.render.terminal.layout import wrapped
from sto_cli.render.terminal.styled import Line
from sto_cli.render.terminal.table import Side, cut, table, text
from sto_cli.render.visible import visible
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.portfolio import Portfolio, Totals
from sto_cli.reports.share import share

NAME_ROOM = 32
"""Columns for a name in the table: most names of schools fit."""


def portfolio_text(answer: Portfolio, look: Look) -> Iterator[Line]:
    """Write the report; without a terminal's width its lines are whole."""
    translator, room = look.translator, look.room
    yield [(said(portfolio_title(answer), translator), "heading")]
    for sentence in portfolio_headline(answer, translator):
        yield from wrapped(said(sentence, translator), 0, room)
    if not answer.plans:
        return
    yield []
    yield from _table(answer, translator, room)
    yield from _due(answer, translator)
    yield from _numbers(answer.totals, translator)
    yield from _remarks(answer, translator, room)
    for plan in answer.plans:
        yield []
        yield from _plan(plan, answer, translator, room)
    if answer.caveats:
        yield []
    for caveat in answer.caveats:
        yield from wrapped(said(caveat, translator), 0, room, "aside")


def _table(answer: Portfolio, translator: Translator, room: int | None) -> list[Line]:
    words = (N_("School"), N_("Place"), N_("Answered"), N_("Standing"), N_("Costs"), N_("Cofinancing"))
    rows: list[Sequence[Line]] = [[text(translator.text(word), "heading") for word in words]]
    for plan in answer.plans:
        name, place = school_name(plan, translator), towns_of(plan.schools)
        rows.append(
            [
                text(cut(name, NAME_ROOM) if room else name),
                text(visible(place)),
                text(_answered(plan, translator), "" if plan.complete else "warning"),
                _standing(plan, translator),
                text(_amount(plan.costs.whole, translator)),
                text(_cofinancing(plan.costs, translator)),
            ]
        )
    sides: list[Side] = ["left", "left", "right", "left", "right", "right"]
    return table(rows, sides)


def _answered(plan: PlanSummary, translator: Translator) -> str:
    if not plan.readable:
        return "–"
    return translator.say(message("{part} of {whole}", part=plan.answered, whole=len(QUESTIONS)))


def _standing(plan: PlanSummary, translator: Translator) -> Line:
    """Say where a plan stands, in the colour of the gravest thing found."""
    gravest = next((severity for severity in SEVERITIES if plan.graver.get(severity)), "")
    return text(standing_words(plan, translator), gravest)


def _amount(cents: int | None, translator: Translator) -> str:
    return "–" if cents is None else euros(cents, translator)


def _cofinancing(costs: Costs, translator: Translator) -> str:
    if costs.cofinancing is None:
        return "–"
    amount = euros(costs.cofinancing, translator)
    return f"{amount} ({translator.say(share(costs.share))})" if costs.share is not None else amount


def _due(answer: Portfolio, translator: Translator) -> Iterator[Line]:
    yield []
    yield [(said(message("Due until {until}", until=answer.until), translator), "heading")]
    if not answer.due:
        yield [(f"  {translator.text(N_('nothing'))}", "")]
    rows: list[Sequence[Line]] = [
        [
            text(f"  {said(by_when(due.when), translator)}"),
            text(due_owner(due, translator), "place"),
            text(due_text(due, translator)),
        ]
        for due in answer.due
    ]
    yield from table(rows, ["left", "left", "left"])


def _numbers(totals: Totals, translator: Translator) -> Iterator[Line]:
    """Say which forms and which kinds of partners there are, each with its number."""
    if totals.forms:
        yield []
        yield [(translator.text(N_("Forms of meeting technology")), "heading")]
        for form, number in totals.forms.items():
            plans = translator.say(counted("{n} plan", "{n} plans", number))
            yield [(f"  {form_name(form, translator)}: {plans}", "")]
    if totals.partners:
        yield []
        yield [(translator.text(N_("Partners by kind")), "heading")]
        for kind, number in totals.partners.items():
            yield [(f"  {partner_name(kind, translator)}: {translator.number(number)}", "")]


MOST_REMARKS = 8
"""Remarks that the screen shows; a file holds them all."""


def _remarks(answer: Portfolio, translator: Translator, room: int | None) -> Iterator[Line]:
    if answer.remarks:
        yield []
        yield [(translator.text(N_("Remarks over all plans")), "heading")]
    for one in answer.remarks[:MOST_REMARKS]:
        yield from wrapped(remark_sentence(one, answer.totals.readable, translator), 2, room)
    if len(answer.remarks) > MOST_REMARKS:
        left = message("and {n} more; a file such as --output plannen.xlsx holds them all",
                       n=len(answer.remarks) - MOST_REMARKS)  # fmt: skip
        yield [(f"  {said(left, translator)}", "aside")]


def _plan(plan: PlanSummary, answer: Portfolio, translator: Translator, room: int | None) -> Iterator[Line]:
    yield [(_heading(plan, translator), "heading")]
    if not plan.readable:
        yield from wrapped(said(_unreadable(plan), translator), 2, room)
        return
    yield from wrapped(f"{plan_name(plan, translator)} · {visible(plan.path)}", 2, room, "aside")
    facts = [
        (N_("Standing"), said(said_standing(plan.findings, readable=True), translator)),
        (N_("What to do"), said(what_to_do(plan), translator)),
        (N_("Answered"), _answered_in_full(plan, translator)),
        (N_("Findings"), said(_findings(plan), translator)),
        (N_("Costs"), _costs(plan.costs, translator)),
        (N_("Forms"), ", ".join(form_name(form, translator) for form in plan.forms or (None,))),
        (N_("Partners"), partners_words(plan.partners, translator) or "–"),
    ]
    rows: list[Sequence[Line]] = [[text(f"  {translator.text(word)}", "aside"), text(value)] for word, value in facts]
    yield from table(rows, ["left", "left"])
    yield from _steps(plan, answer, translator, room)


def _heading(plan: PlanSummary, translator: Translator) -> str:
    place = f", {visible(towns_of(plan.schools))} ({codes_of(plan.schools)})" if plan.schools else ""
    kind = f" · {', '.join(translator.text(KINDS[kind]) for kind in plan.kinds)}" if plan.schools else ""
    region = f" · {region_name(plan, translator)}" if region_name(plan, translator) else ""
    return f"{school_name(plan, translator)}{place}{kind}{region}"


def _unreadable(plan: PlanSummary) -> Message:
    return message(
        "{path} cannot be read as a plan. See why: {command}",
        path=plan.path,
        command=command("validate", Path(plan.path)),
    )


def _answered_in_full(plan: PlanSummary, translator: Translator) -> str:
    if plan.complete:
        return _answered(plan, translator)
    numbers = ", ".join(map(str, plan.open_questions))
    return f"{_answered(plan, translator)}; {said(message('open: {questions}', questions=numbers), translator)}"


def _findings(plan: PlanSummary) -> Message:
    numbers = {severity: plan.findings.get(severity, 0) for severity in ("error", "warning", "tip")}
    return message(
        "{errors}, {warnings}, {tips}",
        errors=counted("{n} error", "{n} errors", numbers["error"]),
        warnings=counted("{n} warning", "{n} warnings", numbers["warning"]),
        tips=counted("{n} tip", "{n} tips", numbers["tip"]),
    )


def _costs(costs: Costs, translator: Translator) -> str:
    if costs.whole is None:
        return translator.text(N_("not stated"))
    parts = [euros(costs.whole, translator)]
    if costs.cofinancing is not None:
        words = message("of which cofinancing {amount}", amount=_cofinancing(costs, translator))
        parts.append(translator.say(words))
    if costs.unpriced:
        words = counted("{n} item without an amount", "{n} items without an amount", costs.unpriced)
        parts.append(translator.say(words))
    return ", ".join(parts)


def _steps(plan: PlanSummary, answer: Portfolio, translator: Translator, room: int | None) -> Iterator[Line]:
    if not plan.steps:
        return
    yield [(f"  {translator.text(N_('Milestones'))}", "aside")]
    for step in plan.steps:
        when = said(by_when(step.when), translator) if step.when else translator.text(N_("no date"))
        past = step.when is not None and step.when.last < answer.as_of
        line = f"{when}: {step_text(step)}"
        yield from wrapped(line, 4, room, "gutter" if past else "")
