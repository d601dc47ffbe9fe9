"""A row per plan: what the list of plans holds of each, for people and for programs."""

from collections.abc import Iterator, Mapping
from functools import partial
from operator import attrgetter

from sto_cli.findings import SEVERITIES
from sto_cli.messages import N_, Translator, message
from sto_cli.plans.model import PARTNER_KINDS, QUESTIONS, PartnerKind
from sto_cli.plans.talk import Costs
from sto_cli.register.model import School
from sto_cli.render.document.fields import Field, table_of
from sto_cli.render.document.model import Table, Value
from sto_cli.render.reports import portfolio_words as words
from sto_cli.render.reports.parts import region_data
from sto_cli.render.reports.words import KINDS
from sto_cli.render.words import codes_of, euros, form_names, in_euros, towns_of
from sto_cli.reports.count import share
from sto_cli.reports.plan_summary import PlannedMilestone, PlanSummary
from sto_cli.reports.portfolio import Portfolio


def answered(plan: PlanSummary, translator: Translator) -> str:
    """Say how many questions have an answer."""
    if not plan.readable:
        return "–"
    return translator.say(message("{part} of {whole}", part=plan.answered, whole=len(QUESTIONS)))


def _cofinancing(plan: PlanSummary, translator: Translator) -> Value:
    costs = plan.costs
    if costs.cofinancing is None:
        return None
    amount = euros(costs.cofinancing, translator)
    return f"{amount} ({translator.say(share(costs.share))})" if costs.share is not None else amount


def _costs_data(costs: Costs) -> dict[str, object]:
    return {
        "total": in_euros(costs.whole),
        "stated_total": in_euros(costs.stated),
        "cofinancing": in_euros(costs.cofinancing),
        "cofinancing_share": costs.share,
        "kinds": {kind: in_euros(cents) for kind, cents in costs.kinds.items()},
        "items_without_amount": costs.unpriced,
    }


def _school(school: School) -> dict[str, object]:
    return {"id": school.id, "name": school.name, "place": school.town or None}


def _milestone_data(step: PlannedMilestone) -> dict[str, object]:
    return {"date": step.when.iso if step.when else None, "milestone": step.text}


def kinds_words(plan: PlanSummary, translator: Translator) -> str:
    """Name the kinds of the schools of a plan."""
    return ", ".join(translator.text(KINDS[kind]) for kind in plan.kinds)


def _title(plan: PlanSummary, translator: Translator) -> str:
    return words.plan_name(plan, translator) if plan.readable else translator.text(N_("(cannot be read)"))


def partners_data(partners: Mapping[PartnerKind | None, int]) -> dict[str, int]:
    """Return partners by kind as plain data."""
    return {kind or "not_said": number for kind, number in partners.items()}


PARTNERS = QUESTIONS.index("cooperation") + 1


def _of_kind(partners: Mapping[PartnerKind | None, int], kind: PartnerKind | None) -> int | None:
    """Return how many partners are of a kind; where some are of a kind not said, none is not known."""
    return partners.get(kind, None if None in partners else 0)


def _partners_of(plan: PlanSummary, kind: PartnerKind | None) -> int | None:
    known = plan.readable and PARTNERS not in plan.open_questions
    return _of_kind(plan.partners or {}, kind) if known else None


PAID_BY = (
    ("companies_and_others", N_("Of companies and others (€)")),
    ("school", N_("Of the school itself (€)")),
    ("other_subsidy", N_("Of another subsidy (€)")),
)
"""Kinds of money that others pay (`Costs.kinds`)."""


def _paid_by(kind: str, plan: PlanSummary) -> int | float | None:
    return in_euros(plan.costs.kinds.get(kind))


WHO: tuple[Field[PlanSummary], ...] = (
    Field("path", "", words.file_name),
    Field("readable", "", attrgetter("readable")),
    Field("title", "", attrgetter("title")),
    Field("school", "", lambda plan: _school(plan.school) if plan.school else None),
    Field("schools", "", lambda plan: [_school(school) for school in plan.schools]),
    Field("school_written", "", attrgetter("school_written")),
    Field("region", N_("STO region"), lambda plan: region_data(plan.region) if plan.region else None, words.region_name,
          width=34, use="look_up"),
    Field("region_written", "", attrgetter("region_written")),
    Field("region_basis", "", attrgetter("region_basis")),
    Field("", N_("School"), attrgetter("schools"), words.school_or_title, width=36),
    Field("", N_("Code"), lambda plan: codes_of(plan.schools), width=9, use="look_up"),
    Field("", N_("Place"), lambda plan: towns_of(plan.schools), width=20, spare=True),
    Field("kind", N_("Kind"), attrgetter("kind"), kinds_words, width=16, use="look_up"),
    Field("", N_("Plan"), attrgetter("title"), _title, width=40, use="look_up"),
    Field("", N_("File"), words.file_name, width=36, use="look_up"),
)  # fmt: skip
"""Who hands in which plan."""

HOW_FAR: tuple[Field[PlanSummary], ...] = (
    Field("standing", N_("Standing"), attrgetter("standing"), words.standing_words, width=24),
    Field("", N_("Answered"), attrgetter("answered"), answered, use="read", spare=True),
    Field("answered", N_("Questions answered (of 6)"), lambda plan: plan.answered if plan.readable else None,
          kind="count", use="reckon"),
    Field("open_questions", N_("Open questions"), lambda plan: list(plan.open_questions),
          lambda plan, _: ", ".join(map(str, plan.open_questions)), use="reckon"),
    Field("findings", "", lambda plan: {severity: plan.findings.get(severity, 0) for severity in SEVERITIES}),
    Field("", N_("Errors"), lambda plan: plan.findings.get("error", 0), kind="count", width=9, use="reckon"),
    Field("", N_("Warnings"), lambda plan: plan.findings.get("warning", 0), kind="count", width=9, use="reckon"),
    Field("", N_("Tips"), lambda plan: plan.findings.get("tip", 0), kind="count", width=9, use="reckon"),
    Field("costs", "", lambda plan: _costs_data(plan.costs)),
    Field("", N_("Costs (€)"), lambda plan: in_euros(plan.costs.whole), kind="euro", width=14),
    Field("", N_("Cofinancing"), attrgetter("costs"), _cofinancing, kind="euro", use="read"),
    Field("", N_("Cofinancing (€)"), lambda plan: in_euros(plan.costs.cofinancing),
          kind="euro", width=14, use="reckon"),
    Field("", N_("Cofinancing, share of the costs"), attrgetter("costs.share"),
          lambda plan, _: "" if plan.costs.share is None else plan.costs.share, kind="percent", use="reckon"),
    *(Field("", heading, partial(_paid_by, kind), kind="euro", width=14, use="reckon") for kind, heading in PAID_BY),
    Field("", N_("Items without an amount"), lambda plan: plan.costs.unpriced if plan.readable else None,
          kind="count", width=10, use="reckon"),
    Field("forms", N_("Forms"), lambda plan: list(plan.forms),
          lambda plan, translator: ", ".join(form_names(plan.forms, plan.own_forms, translator)),
          width=40, use="look_up"),
    Field("own_forms", "", lambda plan: list(plan.own_forms)),
    Field("partners", "", lambda plan: partners_data(plan.partners or {})),
)  # fmt: skip
"""How far it is, what it costs and which forms it names."""


def _next_step(plan: PlanSummary, answer: Portfolio) -> PlannedMilestone | None:
    return next((step for step in plan.steps if step.when and step.when.last >= answer.as_of), None)


def after(answer: Portfolio) -> Iterator[Field[PlanSummary]]:
    """Return what comes: milestones, the next one, and what there is to do."""

    def day(plan: PlanSummary) -> object:
        step = _next_step(plan, answer)
        return step.when.last if step and step.when else None

    def text(plan: PlanSummary) -> str | None:
        step = _next_step(plan, answer)
        return " ".join(step.text.split()) if step else None

    yield Field("milestones", "", lambda plan: [_milestone_data(step) for step in plan.steps])
    yield Field("", N_("Milestones"), lambda plan: len(plan.steps) or None, kind="count", width=10, use="reckon")
    yield Field("", N_("Next milestone by"), day, lambda plan, _: day(plan), width=14, use="reckon")  # type: ignore[arg-type, return-value]
    yield Field("", N_("Next milestone"), text, width=40, use="reckon")
    yield Field("", N_("What to do"), lambda _: None, lambda plan, translator: translator.say(words.what_to_do(plan)),
                width=30, use="reckon")  # fmt: skip


def _partner_field(kind: PartnerKind | None, translator: Translator) -> Field[PlanSummary]:
    number = partial(_partners_of, kind=kind)
    return Field("", _partner_heading(kind, translator), number, kind="count", width=10, use="reckon")


def _partner_heading(kind: PartnerKind | None, translator: Translator) -> str:
    word = translator.text(N_("Partners"))
    return f"{word}: {words.partner_name(kind, translator)}"


def plans_table(answer: Portfolio, translator: Translator) -> Table:
    """Return a row per plan, and below them what they add up to."""
    partners = (_partner_field(kind, translator) for kind in (*PARTNER_KINDS, None))
    fields = [*WHO, *HOW_FAR, *partners, *after(answer)]
    found = table_of(N_("Plans"), fields, answer.plans, translator)
    total = _total(answer, translator)
    return found._replace(last=[[total.get(field.heading, "") for field in fields if field.heading]])


def _total(answer: Portfolio, translator: Translator) -> Mapping[str, Value]:
    """Return what stands below each column, by its heading."""
    totals, money = answer.totals, answer.totals.money
    costs = in_euros(money.costs) if money.priced else None
    paid = in_euros(money.cofinancing) if money.stated else None
    kinds = (*PARTNER_KINDS, None)
    partners = {_partner_heading(kind, translator): _of_kind(totals.partners, kind) for kind in kinds}
    return {
        N_("School"): translator.text(N_("Total")),
        N_("Questions answered (of 6)"): sum(plan.answered for plan in answer.plans),
        **{heading: in_euros(money.kinds.get(kind)) for kind, heading in PAID_BY},
        N_("Errors"): totals.findings["error"],
        N_("Warnings"): totals.findings["warning"],
        N_("Tips"): totals.findings["tip"],
        N_("Costs (€)"): costs,
        N_("Cofinancing"): None if paid is None else euros(money.cofinancing, translator),
        N_("Cofinancing (€)"): paid,
        N_("Cofinancing, share of the costs"): money.share if money.share is not None else "",
        N_("Items without an amount"): sum(plan.costs.unpriced for plan in answer.plans),
        N_("Milestones"): sum(len(plan.steps) for plan in answer.plans) or "",
        **partners,
    }
