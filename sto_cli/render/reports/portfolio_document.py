"""The portfolio as a document: a row per plan, what is due, what plans have in common, plan by plan."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.plans.checked import said_standing
from sto_cli.plans.language.wording import said_in
from sto_cli.plans.rule_pages import rule_page
from sto_cli.plans.talk import Costs
from sto_cli.render.document.fields import Field, table_of
from sto_cli.render.document.model import Block, Document, Facts, Heading, Paragraph, Table, chapters
from sto_cli.render.findings.text import SEVERITY_WORDS
from sto_cli.render.reports import portfolio_words as words
from sto_cli.render.reports.parts import report
from sto_cli.render.reports.portfolio_fields import answered, kinds_words, plans_table
from sto_cli.render.reports.words import said
from sto_cli.render.visible import visible
from sto_cli.render.words import codes_of, euros, form_names, towns_of
from sto_cli.reports.count import share
from sto_cli.reports.plan_summary import PlannedMilestone, PlanSummary
from sto_cli.reports.portfolio import Due, Portfolio, RuleCount, Totals

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
    (message("Day"), message("A milestone that names only a month stands on the last day of it.")),
)


def portfolio_document(answer: Portfolio, translator: Translator) -> Document:
    """Make the document of a portfolio."""
    return report(
        answer,
        words.portfolio_title(answer),
        [*words.portfolio_headline(answer, translator), *words.partner_sentences(answer.totals, translator)],
        list(_blocks(answer, translator)) if answer.plans else [],
        [(translator.say(term), translator.say(meaning)) for term, meaning in DEFINITIONS],
        translator,
    )


def _blocks(answer: Portfolio, translator: Translator) -> Iterator[Block]:
    yield from chapters(plans_table(answer, translator))
    yield Heading(said(message("Due until {until}", until=answer.until), translator))
    yield table_of("", DUE, answer.due, translator, use="entries") if answer.due else _plain(N_("nothing"), translator)
    yield from _numbers(answer.totals, translator)
    yield from chapters(*_remarks(answer, translator))
    yield table_of(N_("Milestones"), STEPS, _all_steps(answer, translator), translator, use="reckon")
    yield Heading(translator.text(N_("Plan by plan")))
    for plan in answer.plans:
        place = f", {visible(towns_of(plan.schools))} ({codes_of(plan.schools)})" if plan.schools else ""
        parts = [f"{words.school_name(plan, translator)}{place}", kinds_words(plan, translator) if plan.schools else ""]
        yield Heading(" · ".join(part for part in (*parts, words.region_name(plan, translator)) if part), 3)
        yield from _plan(plan, translator)


def _plain(text: str, translator: Translator) -> Paragraph:
    return Paragraph(translator.text(text))


# What is due, and every milestone

DUE: tuple[Field[Due], ...] = (
    Field("", N_("When"), attrgetter("when"), lambda due, translator: translator.say(said_in(due.when))),
    Field("", N_("School or programme"), attrgetter("plan"), words.due_owner),
    Field("", N_("Milestone"), attrgetter("step"), words.due_text),
)


class _Dated(NamedTuple):
    """A milestone in the list of all: of a plan or of the programme, with a date or without."""

    due: Due | None
    plan: PlanSummary | None
    text: str
    state: str = ""


def _all_steps(answer: Portfolio, translator: Translator) -> Iterator[_Dated]:
    for due in answer.calendar:
        state = translator.text(words.STATES[words.state_of(due.when, answer)])
        yield _Dated(due, due.plan, words.due_text(due, translator), state)
    for plan in answer.plans:
        for step in plan.steps:
            if step.when is None:
                yield _Dated(None, plan, " ".join(step.text.split()))


def _owner(one: _Dated, translator: Translator) -> str:
    if one.due:
        return words.due_owner(one.due, translator)
    return words.school_name(one.plan, translator) if one.plan else ""


STEPS: tuple[Field[_Dated], ...] = (
    Field("", N_("Day"), attrgetter("due"), lambda one, _: one.due.when.last if one.due else None),
    Field("", N_("When"), attrgetter("due"),
          lambda one, translator: translator.say(said_in(one.due.when) if one.due else message("no date")), width=30),
    Field("", N_("State"), attrgetter("state"), width=10),
    Field("", N_("Milestone"), attrgetter("text"), width=60),
    Field("", N_("School or programme"), attrgetter("plan"), _owner, width=36),
    Field("", N_("Plan"), attrgetter("plan"),
          lambda one, translator: words.plan_name(one.plan, translator) if one.plan else "", width=40),
    Field("", N_("STO region"), attrgetter("plan"),
          lambda one, translator: words.region_name(one.plan, translator) if one.plan else "", width=34),
    Field("", N_("File"), lambda one: words.file_name(one.plan) if one.plan else "", width=36),
)  # fmt: skip


# What plans have in common


def _numbers(totals: Totals, translator: Translator) -> Iterator[Block]:
    """Say which forms and which kinds of partners there are, each with its number."""
    if totals.forms:
        yield Heading(translator.text(N_("Forms of meeting technology")))
        yield Facts([
            (words.form_name(form, translator), translator.say(counted("{n} plan", "{n} plans", number)))
            for form, number in totals.forms.items()
        ])  # fmt: skip
    if totals.partners:
        yield Heading(translator.text(N_("Partners by kind")))
        numbers = totals.partners.items()
        yield Facts([(words.partner_name(kind, translator), translator.number(number)) for kind, number in numbers])


def _sentence(one: RuleCount, translator: Translator) -> str:
    page = rule_page(one.rule)
    return translator.text(page.sentence) if page else one.rule


REMARKS: tuple[Field[RuleCount], ...] = (
    Field("plans", N_("Plans"), attrgetter("plans"), kind="count", width=8),
    Field("", N_("Remark"), attrgetter("rule"), _sentence, width=70),
    Field("severity", N_("Weight"), attrgetter("severity"),
          lambda one, translator: translator.text(SEVERITY_WORDS[one.severity]), width=14),
    Field("rule", N_("Rule"), attrgetter("rule"), width=26, use="look_up"),
)  # fmt: skip


def _remarks(answer: Portfolio, translator: Translator) -> list[Table]:
    """Return the remarks that plans have in common, most plans first; none where there are none."""
    return [table_of(N_("Remarks over all plans"), REMARKS, answer.remarks, translator)] if answer.remarks else []


# Plan by plan


def _plan(plan: PlanSummary, translator: Translator) -> Iterator[Block]:
    if not plan.readable:
        reason = message("{path} cannot be read as a plan; sto validate says why.", path=words.file_name(plan))
        yield Paragraph(said(reason, translator), quiet=True)
        return
    yield Paragraph(f"{words.plan_name(plan, translator)} · {words.file_name(plan)}", quiet=True)
    numbers = ", ".join(map(str, plan.open_questions))
    still = translator.say(message("open: {questions}", questions=numbers))
    facts = (
        (N_("Standing"), said(said_standing(plan.findings, readable=True), translator)),
        (N_("What to do"), said(words.what_to_do(plan), translator)),
        (N_("Answered"), "; ".join([answered(plan, translator), *([still] if numbers else [])])),
        (N_("Costs"), _costs(plan.costs, translator)),
        (
            N_("Forms"),
            ", ".join(form_names(plan.forms, plan.own_forms, translator) or [translator.text(words.NO_FORM)]),
        ),
        (N_("Partners"), words.partners_words(plan.partners, translator) or "–"),
        (N_("Milestones"), "\n".join(_step(step, translator) for step in plan.steps) or "–"),
    )
    yield Facts([(translator.text(word), value) for word, value in facts])


def _costs(costs: Costs, translator: Translator) -> str:
    if costs.whole is None:
        return translator.text(N_("not stated"))
    parts: list[str | Message] = [euros(costs.whole, translator)]
    if costs.cofinancing is not None:
        part = f" ({translator.say(share(costs.share))})" if costs.share is not None else ""
        parts.append(message("of which cofinancing {amount}", amount=euros(costs.cofinancing, translator) + part))
    if costs.unpriced:
        parts.append(counted("{n} item without an amount", "{n} items without an amount", costs.unpriced))
    return ", ".join(part if isinstance(part, str) else translator.say(part) for part in parts)


def _step(step: PlannedMilestone, translator: Translator) -> str:
    when = translator.say(said_in(step.when)) if step.when else translator.text(N_("no date"))
    return f"{when}: {words.step_text(step)}"
