"""The portfolio as a document: a row per plan, and every milestone in order of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sto_cli.findings import SEVERITIES
from sto_cli.messages import N_, Message, Translator, message
from sto_cli.plans.model import PARTNER_KINDS, QUESTIONS, PartnerKind
from sto_cli.plans.rule_pages import rule_page
from sto_cli.render.document.model import Column, Document, Kind, Table, Use, Value
from sto_cli.render.document.parts import chapters
from sto_cli.render.findings.text import SEVERITY_WORDS
from sto_cli.render.plan.words import codes_of, towns_of
from sto_cli.render.reports.parts import report
from sto_cli.render.reports.portfolio_words import (
    STATES,
    by_when,
    due_owner,
    due_text,
    file_name,
    form_name,
    partner_name,
    plan_name,
    portfolio_headline,
    portfolio_title,
    region_name,
    school_name,
    standing_words,
    state_of,
    what_to_do,
)
from sto_cli.render.reports.words import KINDS
from sto_cli.render.visible import visible
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.portfolio import Portfolio

COLUMNS = tuple[tuple[str, Kind, int, Use], ...]

PLAN_COLUMNS: COLUMNS = (
    (N_("STO region"), "text", 34, "all"),
    (N_("School"), "text", 36, "all"),
    (N_("Code"), "text", 9, "look_up"),
    (N_("Place"), "text", 20, "all"),
    (N_("Kind"), "text", 16, "look_up"),
    (N_("Plan"), "text", 40, "all"),
    (N_("File"), "text", 36, "look_up"),
    (N_("Standing"), "text", 24, "all"),
    (N_("Questions answered (of 6)"), "count", 12, "all"),
    (N_("Open questions"), "text", 12, "all"),
    (N_("Errors"), "count", 9, "all"),
    (N_("Warnings"), "count", 9, "all"),
    (N_("Tips"), "count", 9, "reckon"),
    (N_("Costs (€)"), "euro", 14, "all"),
    (N_("Cofinancing (€)"), "euro", 14, "all"),
    (N_("Cofinancing, share of the costs"), "percent", 12, "reckon"),
    (N_("Items without an amount"), "count", 10, "reckon"),
    (N_("Forms"), "text", 40, "look_up"),
)

AFTER_PARTNERS: COLUMNS = (
    (N_("Milestones"), "count", 10, "reckon"),
    (N_("Next milestone by"), "text", 14, "all"),
    (N_("Next milestone"), "text", 40, "all"),
    (N_("What to do"), "text", 30, "all"),
)

MILESTONE_COLUMNS: COLUMNS = (
    (N_("Day"), "text", 12, "reckon"),
    (N_("When"), "text", 30, "all"),
    (N_("State"), "text", 10, "all"),
    (N_("Milestone"), "text", 60, "all"),
    (N_("School or programme"), "text", 36, "all"),
    (N_("Plan"), "text", 40, "all"),
    (N_("STO region"), "text", 34, "look_up"),
    (N_("File"), "text", 36, "look_up"),
)


def portfolio_document(answer: Portfolio, translator: Translator) -> Document:
    """Make the document of a portfolio."""
    return report(
        answer,
        portfolio_title(answer),
        portfolio_headline(answer, translator),
        chapters(_plans(answer, translator), _milestones(answer, translator), *_remarks(answer, translator)),
        [(translator.say(term), translator.say(meaning)) for term, meaning in DEFINITIONS],
        translator,
    )


DEFINITIONS: tuple[tuple[Message, Message], ...] = (
    (
        message("Standing"),
        message(
            "Ready for the talk: no errors and no warnings are found. Points to go: errors and warnings together. "
            "Whether the plan is good, the talk will show."
        ),
    ),
    (
        message("Questions answered"),
        message("Of the six questions of the programme's flyer those with an answer that is not empty or still open."),
    ),
    (
        message("Costs"),
        message("What the items of a plan add up to; the total that it states where no item has an amount."),
    ),
    (
        message("Cofinancing"),
        message(
            "What others than the subsidy pay, where a plan says so. The share is of the costs of those plans alone. "
            "The regulation asks at least 10% of the region as a whole."
        ),
    ),
    (
        message("Day"),
        message("A milestone that names only a month stands on the last day of it."),
    ),
)


def _plans(answer: Portfolio, translator: Translator) -> Table:
    kinds = (*PARTNER_KINDS, None)
    word = translator.text(N_("Partners"))
    partners = [Column(f"{word}: {partner_name(kind, translator)}", "count", 10, "reckon") for kind in kinds]
    columns = (*_columns(PLAN_COLUMNS, translator), *partners, *_columns(AFTER_PARTNERS, translator))
    rows = [(*_plan(plan, translator), *_numbers(plan, answer, translator)) for plan in answer.plans]
    return Table(translator.text(N_("Plans")), columns, rows, [_total(answer, translator)])


REMARK_COLUMNS: COLUMNS = (
    (N_("Plans"), "count", 8, "all"),
    (N_("Remark"), "text", 70, "all"),
    (N_("Weight"), "text", 14, "all"),
    (N_("Rule"), "text", 26, "look_up"),
)


def _remarks(answer: Portfolio, translator: Translator) -> list[Table]:
    """Return the remarks that plans have in common, most plans first; none where there are none."""
    rows = [
        (one.plans, translator.text(page.sentence), translator.text(SEVERITY_WORDS[one.severity]), one.rule)
        for one in answer.remarks
        if (page := rule_page(one.rule))
    ]
    title = translator.text(N_("Remarks over all plans"))
    return [Table(title, _columns(REMARK_COLUMNS, translator), rows)] if rows else []


def _columns(headings: COLUMNS, translator: Translator) -> tuple[Column, ...]:
    return tuple(Column(translator.text(heading), kind, width, use) for heading, kind, width, use in headings)


def _plan(plan: PlanSummary, translator: Translator) -> tuple[Value, ...]:
    """Return who hands in which plan."""
    return (
        region_name(plan, translator),
        school_name(plan, translator),
        codes_of(plan.schools),
        visible(towns_of(plan.schools)),
        ", ".join(translator.text(KINDS[kind]) for kind in plan.kinds),
        plan_name(plan, translator) if plan.readable else translator.text(N_("(cannot be read)")),
        file_name(plan),
    )


def _numbers(plan: PlanSummary, answer: Portfolio, translator: Translator) -> tuple[Value, ...]:
    """Return how far a plan is, what it costs, with whom and when."""
    following = next((step for step in plan.steps if step.when and step.when.last >= answer.as_of), None)
    known = plan.readable
    return (
        standing_words(plan, translator),
        plan.answered if known else None,
        ", ".join(map(str, plan.open_questions)),
        *(plan.findings.get(severity, 0) for severity in SEVERITIES),
        _euros(plan.costs.whole),
        _euros(plan.costs.cofinancing),
        plan.costs.share if plan.costs.share is not None else "",
        plan.costs.unpriced if known else None,
        ", ".join(form_name(form, translator) for form in plan.forms),
        *_partners(plan.partners or {}, known=known and PARTNERS not in plan.open_questions),
        len(plan.steps) if known else None,
        following.when.last if following and following.when else None,
        visible(" ".join(following.text.split())) if following else None,
        translator.say(what_to_do(plan)),
    )


PARTNERS = QUESTIONS.index("cooperation") + 1


def _partners(partners: Mapping[PartnerKind | None, int], *, known: bool = True) -> Iterator[int | None]:
    """Return how many partners there are of each kind; where some are of a kind not said, none is not known."""
    for kind in (*PARTNER_KINDS, None):
        yield partners.get(kind, None if None in partners else 0) if known else None


def _total(answer: Portfolio, translator: Translator) -> tuple[Value, ...]:
    totals, money = answer.totals, answer.totals.money
    return (
        translator.text(N_("Total")),
        *[""] * 7,
        sum(plan.answered for plan in answer.plans),
        "",
        *(totals.findings[severity] for severity in SEVERITIES),
        _euros(money.costs) if money.priced else None,
        _euros(money.cofinancing) if money.stated else None,
        money.share if money.share is not None else "",
        sum(plan.costs.unpriced for plan in answer.plans),
        "",
        *_partners(totals.partners),
        sum(len(plan.steps) for plan in answer.plans),
        None,
        None,
        None,
    )


def _euros(cents: int | None) -> int | float | None:
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100


def _milestones(answer: Portfolio, translator: Translator) -> Table:
    rows = [*_dated(answer, translator), *_undated(answer, translator)]
    return Table(translator.text(N_("Milestones")), _columns(MILESTONE_COLUMNS, translator), rows)


def _dated(answer: Portfolio, translator: Translator) -> Iterator[tuple[Value, ...]]:
    for due in answer.calendar:
        plan = due.plan
        yield (
            due.when.last,
            translator.say(by_when(due.when)),
            translator.text(STATES[state_of(due.when, answer)]),
            due_text(due, translator),
            due_owner(due, translator),
            plan_name(plan, translator) if plan else "",
            region_name(plan, translator) if plan else "",
            file_name(plan) if plan else "",
        )


def _undated(answer: Portfolio, translator: Translator) -> Iterator[tuple[Value, ...]]:
    for plan in answer.plans:
        for step in plan.steps:
            if step.when is None:
                text = visible(" ".join(step.text.split()))
                who = (school_name(plan, translator), plan_name(plan, translator), region_name(plan, translator))
                yield None, translator.text(N_("no date")), "", text, *who, file_name(plan)
