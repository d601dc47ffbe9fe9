"""How far plans are, in every format; the first table is a list to mail-merge, with what to ask each school."""

from collections.abc import Iterator
from typing import NamedTuple

from sto_cli.messages import N_, Message, Translator, all_of, counted, message
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.wording import quoted, said_when
from sto_cli.render.document.fields import Field, data_of, table_of
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph
from sto_cli.render.formats import View
from sto_cli.render.visible import visible
from sto_cli.render.words import codes_of, euros, in_euros, names_of, towns_of
from sto_cli.reports.progress import CostProgress, GoalProgress, HowFar, PlanProgress, Progress, StepProgress, StepState

STATE_WORDS: dict[StepState, str] = {
    "reached": N_("reached"),
    "late": N_("late"),
    "unreported": N_("day past, not reported"),
    "unclear": N_("not understood, to ask"),
    "next": N_("comes first"),
    "open": N_("comes later"),
    "undated": N_("no date"),
}


class _StepRow(NamedTuple):
    plan: PlanProgress
    step: StepProgress


class _CostRow(NamedTuple):
    plan: PlanProgress
    cost: CostProgress


class _GoalRow(NamedTuple):
    plan: PlanProgress
    goal: GoalProgress


def _name(plan: PlanProgress) -> str:
    return names_of(plan.schools) or plan.school_written or ""


def _whose(plan: PlanProgress) -> str:
    """Name a plan where nothing else does: by its school, else its title, else its file."""
    return _name(plan) or plan.title or _file(plan)


def _file(plan: PlanProgress) -> str:
    """Return the name of the file without its folders: a report is passed on."""
    return plan.path.replace("\\", "/").rsplit("/", 1)[-1]


def _share(part: int | None, whole: int | None) -> float | None:
    return part / whole if part is not None and whole else None


def what_to_ask(plan: PlanProgress, translator: Translator) -> str:
    """Say what to ask the school: milestones whose day is past without a word, the next one, and the money."""
    asked: list[Message] = []
    waiting = [step for step in plan.steps if step.state in {"late", "unreported"}]
    if waiting:
        asked.append(
            message("Have you reached {steps}?", steps=all_of([quoted(visible(step.text)) for step in waiting]))
        )
    asked += [
        message("You wrote {words} with {step}: is it reached, and on which day?",
                words=quoted(visible(step.said)), step=quoted(visible(step.text)))
        for step in plan.steps if step.said
    ]  # fmt: skip
    coming = plan.next_step
    if coming is not None and coming.when is not None:
        asked.append(
            message("Will you make {step} ({when})?", step=quoted(visible(coming.text)), when=said_when(coming.when))
        )
    asked += [
        message("You wrote {words} with {item}: which amount did you spend?",
                words=quoted(visible(cost.said)), item=quoted(visible(cost.item)))
        for cost in plan.costs if cost.said
    ]  # fmt: skip
    if not any(cost.is_reported for cost in plan.costs) and plan.planned is not None:
        asked.append(message("What did you spend so far?"))
    if plan.goals and not any(goal.measured for goal in plan.goals):
        asked.append(message("What did you measure of your goals?"))
    return " ".join(translator.say(question) for question in asked)


OF_PLAN: tuple[Field[PlanProgress], ...] = (
    Field("school", N_("School"), _name, width=36),
    Field("place", N_("Place"), lambda plan: towns_of(plan.schools) or None, width=20),
    Field("code", N_("Code"), lambda plan: codes_of(plan.schools) or None, use="look_up"),
    Field("title", N_("Plan"), lambda plan: plan.title, width=40),
    Field("file", N_("File"), _file, use="look_up", width=30),
    Field("reached", N_("Reached"), lambda plan: plan.number("reached"), kind="count"),
    Field("late", N_("Late"), lambda plan: plan.number("late"), kind="count"),
    Field("unreported", N_("Not reported"), lambda plan: plan.number("unreported"), kind="count"),
    Field("unclear", N_("Not understood"), lambda plan: plan.number("unclear"), kind="count", use="reckon"),
    Field("to_come", N_("To come"), lambda plan: plan.number("next", "open"), kind="count"),
    Field("undated", N_("Without a date"), lambda plan: plan.number("undated"), kind="count", use="reckon"),
    Field("planned", N_("Planned (€)"), lambda plan: in_euros(plan.planned), kind="euro"),
    Field("spent", N_("Spent (€)"), lambda plan: in_euros(plan.spent), kind="euro"),
    Field(
        "share_spent",
        N_("Share of what is reported"),
        lambda plan: _share(plan.spent, plan.planned_of_reported),
        kind="percent",
        use="reckon",
    ),
    Field("ask", N_("What to ask"), lambda _: None, what_to_ask, width=60, use="look_up"),
)

OF_STEP: tuple[Field[_StepRow], ...] = (
    Field("school", N_("School"), lambda row: _whose(row.plan), width=36),
    Field("milestone", N_("Milestone"), lambda row: row.step.text, width=60),
    Field("date", N_("By"), lambda row: row.step.when.iso if row.step.when else None,
          lambda row, translator: translator.say(said_when(row.step.when)) if row.step.when else None, width=24),
    Field("state", N_("State"), lambda row: row.step.state,
          lambda row, translator: translator.text(STATE_WORDS[row.step.state]), width=22),
    Field("reached_on", N_("Reached on"), lambda row: row.step.reached_on.iso if row.step.reached_on else None,
          lambda row, translator: translator.say(said_when(row.step.reached_on)) if row.step.reached_on else None,
          width=20),
    Field("days_late", N_("Days past"), lambda row: row.step.days_late, kind="count"),
    Field("said", N_("In their words"), lambda row: row.step.said, width=30),
)  # fmt: skip

OF_COST: tuple[Field[_CostRow], ...] = (
    Field("school", N_("School"), lambda row: _whose(row.plan), width=36),
    Field("item", N_("Item"), lambda row: row.cost.item, width=50),
    Field("planned", N_("Planned (€)"), lambda row: in_euros(row.cost.planned), kind="euro"),
    Field("spent", N_("Spent (€)"), lambda row: in_euros(row.cost.spent), kind="euro"),
    Field("said", N_("In their words"), lambda row: row.cost.said, width=30),
)

OF_GOAL: tuple[Field[_GoalRow], ...] = (
    Field("school", N_("School"), lambda row: _whose(row.plan), width=36),
    Field("goal", N_("Goal"), lambda row: row.goal.goal, width=50),
    Field("baseline", N_("At the start"), lambda row: row.goal.baseline, width=14),
    Field("aim", N_("Aim"), lambda row: row.goal.aim, width=30),
    Field("measured", N_("Measured"), lambda row: row.goal.measured, width=30),
)


def progress_document(answer: Progress, translator: Translator) -> Document:
    """Lay out how far plans are: the main thing in sentences, then per plan, milestone, goal and cost."""
    title = translator.say(message("Progress of plans, {day}", day=answer.as_of))
    return Document(title, [*_blocks(answer, translator)], answer.as_of)


def _blocks(answer: Progress, translator: Translator) -> Iterator[Block]:
    for sentence in sentences(answer, translator):
        yield Paragraph(translator.say(sentence))
    steps = [_StepRow(plan, step) for plan in answer.plans for step in plan.steps]
    coming = [(row.step.when, row) for row in steps if row.step.state == "next" and row.step.when is not None]
    if coming:
        yield Heading(translator.text(N_("What comes first")))
        soonest = sorted(coming, key=lambda one: (one[0].last, _whose(one[1].plan)))[:MOST_COMING]
        yield Bullets([(translator.say(_first_of(row, when)), ()) for when, row in soonest])
    goals = [_GoalRow(plan, goal) for plan in answer.plans for goal in plan.goals]
    costs = [_CostRow(plan, cost) for plan in answer.plans for cost in plan.costs if cost.is_reported]
    tables = [
        table_of(N_("Plans"), OF_PLAN, answer.plans, translator),
        table_of(N_("Milestones"), OF_STEP if any(row.step.said for row in steps) else OF_STEP[:-1], steps, translator),
        table_of(N_("Goals"), OF_GOAL, goals, translator),
        table_of(
            N_("What was spent"), OF_COST if any(row.cost.said for row in costs) else OF_COST[:-1], costs, translator
        ),
    ]
    for table in tables:
        if table.rows:
            yield Heading(table.name)
            yield table


MOST_COMING = 12
"""Milestones of which the main thing says that they come first: what a meeting looks at; the tables have them all."""


def _first_of(row: _StepRow, when: When) -> Message:
    """Say what comes first of a plan, and when where its own words do not."""
    school, what = _whose(row.plan), visible(row.step.text)
    if row.step.says_when:
        return Message("{school}: {what}", {"school": school, "what": what})
    return message("{school}, {when}: {what}", school=school, when=said_when(when), what=what)


def sentences(answer: Progress, translator: Translator) -> Iterator[Message]:
    """Say how many milestones are reached and late, what was spent, and of how many plans nothing is known yet."""
    came = answer.came
    yield message(
        "{plans}: {reached} reached, {late} late, {unreported} whose day is past and of which nothing is said.",
        plans=counted("{n} plan", "{n} plans", len(answer.plans)),
        reached=counted("{n} milestone", "{n} milestones", came.reached),
        late=str(came.late),
        unreported=str(came.unreported),
    )
    yield from unclear_and_spent(came, translator)
    silent = sum(not plan.reports for plan in answer.plans)
    if silent:
        yield counted(
            "{n} plan does not say yet how far it is: ask the school.",
            "{n} plans do not say yet how far they are: ask the schools.",
            silent,
        )


def unclear_and_spent(came: HowFar, translator: Translator) -> Iterator[Message]:
    """Say of how many milestones the words have to be asked, and what was spent of the items of which that is said."""
    if came.unclear:
        yield counted(
            "Of {n} milestone whose day is past it is not clear whether it is reached: ask the school.",
            "Of {n} milestones whose day is past it is not clear whether they are reached: ask the schools.",
            came.unclear,
        )
    if came.spent is not None:
        yield message(
            "Spent so far: {spent} of the {planned} planned for it; this is known of {known} of the {all} items.",
            spent=euros(came.spent, translator), planned=euros(came.planned, translator), known=came.reported,
            all=came.items,
        )  # fmt: skip


def progress_data(answer: Progress, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data; amounts in euros, what is not known null."""
    return {
        "format": 1,
        "as_of": answer.as_of.isoformat(),
        "summary": [translator.say(sentence) for sentence in sentences(answer, translator)],
        "plans": [_plan_data(plan, translator) for plan in answer.plans],
        "unreadable": list(answer.unreadable),
    }


def _plan_data(plan: PlanProgress, translator: Translator) -> dict[str, object]:
    return {
        **data_of(OF_PLAN, plan),
        "ask": what_to_ask(plan, translator),
        "milestones": [_without_school(data_of(OF_STEP, _StepRow(plan, step))) for step in plan.steps],
        "goals": [_without_school(data_of(OF_GOAL, _GoalRow(plan, goal))) for goal in plan.goals],
        "costs": [_without_school(data_of(OF_COST, _CostRow(plan, cost))) for cost in plan.costs],
    }


def _without_school(data: object) -> dict[str, object]:
    return {key: value for key, value in dict(data).items() if key != "school"}  # type: ignore[call-overload]


PROGRESS: View[Progress] = View(progress_data, progress_document)
