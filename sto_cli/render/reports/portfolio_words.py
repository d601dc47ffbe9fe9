"""The words of a portfolio of plans: what is due, what it costs, who is meant."""

from collections.abc import Iterator, Mapping, Sequence

from sto_cli.messages import N_, Message, Translator, all_of, counted, message, one_of
from sto_cli.plans.checked import said_standing
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.wording import said_in
from sto_cli.plans.model import PartnerKind
from sto_cli.render.plan.progress import unclear_and_spent
from sto_cli.render.visible import visible
from sto_cli.render.words import COUNTED_KIND, FORM_NAMES, PARTNER_NAMES, euros, names_of, towns_of
from sto_cli.reports.count import share
from sto_cli.reports.plan_summary import THEMES, PlannedMilestone, PlanSummary, Theme
from sto_cli.reports.portfolio import REGION_PARTNERS, Due, FormOfPlan, JointCosts, LeftOut, Portfolio, Totals
from sto_cli.reports.progress import HowFar
from sto_cli.reports.versions import ToldBy, Versions

NO_FORM = N_("no form named")
OWN_FORM = N_("not classed")
NO_KIND = N_("kind not named")
NO_TITLE = N_("(no title)")
NO_SCHOOL = N_("(no school named)")

STATES = {"past": N_("past"), "due": N_("due"), "later": N_("later")}


def portfolio_title(answer: Portfolio) -> Message:
    """Name the report, its area and its day."""
    if answer.selection:
        return message("Plans for STO: {area}, {day}", area=answer.selection.area, day=answer.as_of)
    return message("Plans for STO, {day}", day=answer.as_of)


def portfolio_headline(answer: Portfolio, translator: Translator) -> Iterator[Message]:
    """Say how many plans there are and how far they are, what they cost, and what is due."""
    yield from standing_sentences(answer)
    if answer.totals.readable:
        yield from figure_sentences(answer, translator)
        yield due_sentence(answer)


def standing_sentences(answer: Portfolio) -> Iterator[Message]:
    """Say how many plans there are, and how far they are."""
    totals = answer.totals
    yield (
        counted(
            "{n} plan of {schools}: {complete} with an answer to all six questions, {sound} without errors.",
            "{n} plans of {schools}: {complete} with an answer to all six questions, {sound} without errors.",
            totals.readable,
            schools=_whose(answer),
            complete=totals.complete,
            sound=totals.without_errors,
        )
        if totals.readable
        else no_plans(answer)
    )
    yield from left_out_sentence(answer.left_out)


def figure_sentences(answer: Portfolio, translator: Translator) -> Iterator[Message]:
    """Say which versions count, what plans cost and what came of them."""
    yield from versions_sentences(answer.versions)
    yield from money_sentences(answer.totals.money, answer.totals.readable, translator)
    yield from progress_sentences(answer.totals.came, translator)


def _whose(answer: Portfolio) -> Message:
    """Say of how many schools the plans are; of a plan whose school the register does not know that is open."""
    readable, schools = [plan for plan in answer.plans if plan.readable], answer.totals.schools
    if not schools:
        return counted("an unknown school", "unknown schools", len(readable))
    if all(plan.schools for plan in readable):
        return counted("{n} school", "{n} schools", schools)
    return counted("{n} known school", "{n} known schools", schools)


def no_plans(answer: Portfolio) -> Message:
    """Say that there is nothing to report on."""
    if answer.selection:
        return message("There are no plans of {area} here.", area=answer.selection.area)
    return message("There are no plans here.")


THEME_NAMES: dict[Theme, str] = {
    "sustainability": N_("sustainability"),
    "girls": N_("girls or pupils with a migration background"),
    "staff": N_("staff and training"),
}


def progress_sentences(came: HowFar, translator: Translator) -> Iterator[Message]:
    """Say how far plans are together, where any of them says so."""
    if not came.reports:
        return
    yield message(
        "Milestones: {reached} reached, {late} late, and {unreported} whose day is past without a word.",
        reached=came.reached,
        late=came.late,
        unreported=came.unreported,
    )
    yield from unclear_and_spent(came, translator)


def partner_sentences(totals: Totals, translator: Translator) -> Iterator[Message]:
    """Say how many plans have each kind of partner, which none has, and of which themes plans speak."""
    named = [
        counted(
            "{kind} in {n} plan", "{kind} in {n} plans", totals.with_partner[kind], kind=partner_name(kind, translator)
        )
        for kind in REGION_PARTNERS
        if totals.with_partner[kind]
    ]
    if named:
        yield message("Partners: {which}.", which=all_of(named))
    if unsaid := totals.partners.get(None, 0):
        yield counted(
            "Of {n} partner it is not said what kind it is.", "Of {n} partners it is not said what kind they are.",
            unsaid,
        )  # fmt: skip
    if totals.lacking and totals.readable:
        kinds = one_of([partner_name(kind, translator) for kind in totals.lacking])
        must = message("The region as a whole must work with primary education and the mbo.")
        asked = bool({"po", "mbo"} & {*totals.lacking})
        yield message("Not one plan names a partner of the kind {kinds}.", kinds=kinds)
        yield from [must] if asked else []
    themes = [
        counted("{theme} in {n} plan", "{theme} in {n} plans", totals.themes[theme], theme=message(THEME_NAMES[theme]))
        for theme in THEMES
        if totals.themes[theme]
    ]
    if themes:
        yield message("Themes (asked of the region, not of each plan): {which}.", which=all_of(themes))


MOST_NAMED = 3
"""Files named in a sentence; of more the number is said."""


def left_out_sentence(left_out: LeftOut) -> Iterator[Message]:
    """Say how many plans a report on a region leaves out and why, naming those of which it may be the region."""
    adrift, unreadable = left_out.adrift, left_out.unreadable
    parts = [
        counted("{n} plan of another region", "{n} plans of other regions", len(left_out.elsewhere)),
        counted(
            "{n} plan of which the region is not known{names}", "{n} plans of which the region is not known{names}",
            len(adrift), names=_in_brackets(adrift),
        ),
        counted(
            "{n} file that cannot be read as a plan{names}", "{n} files that cannot be read as a plan{names}",
            len(unreadable), names=_in_brackets(unreadable),
        ),
    ]  # fmt: skip
    if left_out:
        yield message("Not counted here: {which}.", which=all_of([part for part in parts if part.count]))


TOLD_BY: dict[ToldBy, str] = {
    "copy": N_("they say the same"),
    "final": N_("its name says that it is the last one"),
    "number": N_("by the number in its name"),
    "time": N_("by the time of the file"),
    "name": N_("nothing tells which is newer"),
}


def versions_sentences(versions: Sequence[Versions]) -> Iterator[Message]:
    """Say of each plan in several files which one counts, and how that was told."""
    for one in versions:
        others = [*one.copies, *one.older]
        yield message(
            "{files} are one plan: {newest} counts ({why}).",
            files=all_of([file_name(plan) for plan in (one.newest, *others)]),
            newest=file_name(one.newest),
            why=message(TOLD_BY[one.told_by]),
        )


def _in_brackets(plans: Sequence[PlanSummary]) -> str:
    """Name the files of a few plans behind what is said of them."""
    return f" ({', '.join(map(file_name, plans))})" if 0 < len(plans) <= MOST_NAMED else ""


def money_sentences(money: JointCosts, plans: int, translator: Translator) -> Iterator[Message]:
    """Say what plans cost together and what part others pay, each with of how many plans that is known."""
    if not money.priced:
        yield counted("It names no costs.", "None of them names its costs.", plans)
        return
    costs = euros(money.costs, translator)
    if plans == 1:
        yield message("It costs {costs}.", costs=costs)
    else:
        yield counted(
            "Together they cost {costs} ({n} of {plans} names its costs).",
            "Together they cost {costs} ({n} of {plans} name their costs).",
            money.priced,
            costs=costs,
            plans=plans,
        )
    if money.share is not None:
        yield _cofinancing(money, translator)
    if set(money.kinds) - {COUNTED_KIND}:
        yield message("Of that: {parts}.", parts=all_of([*_kinds_of_money(money, translator)]))


def _kinds_of_money(money: JointCosts, translator: Translator) -> Iterator[Message]:
    """Say what of the cofinancing is from whom, as far as there is any."""
    kinds = {**money.kinds, "unknown": money.kinds.get("not_said", 0) + money.kinds.get("not_classed", 0)}
    for kind, words in _WHOSE_MONEY.items():
        if cents := kinds.get(kind):
            part = share(cents / money.cofinanced) if kind == COUNTED_KIND else ""
            yield message(words, amount=euros(cents, translator), share=part)


_WHOSE_MONEY = {
    COUNTED_KIND: N_("{amount} from companies and others ({share} of their costs; it probably counts as cofinancing)"),
    "school": N_("{amount} from the schools themselves"),
    "other_subsidy": N_("{amount} from another subsidy"),
    "unknown": N_("{amount} of which it is not known whether it counts"),
}


def _cofinancing(money: JointCosts, translator: Translator) -> Message:
    """Say what part others pay; a plan that states that nobody does is none that has cofinancing."""
    paid = money.stated - money.without
    figures = {"amount": euros(money.cofinancing, translator), "share": share(money.share)}
    if not paid:
        return counted(
            "{n} plan states that there is no cofinancing.", "{n} plans state that there is no cofinancing.",
            money.without,
        )  # fmt: skip
    if not money.without:
        return counted(
            "{n} plan states cofinancing: {amount}, {share} of its costs.",
            "{n} plans state cofinancing: {amount}, {share} of their costs.",
            paid,
            **figures,
        )
    return counted(
        "{n} plan has cofinancing ({amount}) and {without} without; that is {share} of their costs.",
        "{n} plans have cofinancing ({amount}) and {without} without; that is {share} of their costs.",
        paid,
        without=counted("{n} is", "{n} are", money.without),
        **figures,
    )


def due_sentence(answer: Portfolio) -> Message:
    """Say how much is due in the coming months."""
    if not answer.due:
        return message("Nothing is due until {until}.", until=answer.until)
    return counted(
        "{n} thing is due until {until}; the first {first}.",
        "{n} things are due until {until}; the first {first}.",
        len(answer.due),
        until=answer.until,
        first=said_in(answer.due[0].when),
    )


def undated_remark(answer: Portfolio) -> Message:
    """Say how many milestones a calendar leaves out."""
    return counted(
        "{n} milestone without a date is not in the calendar.",
        "{n} milestones without a date are not in the calendar.",
        answer.undated,
    )


def state_of(when: When, answer: Portfolio) -> str:
    """Return whether a day or month is past, due in the coming months, or later."""
    if when.last < answer.as_of:
        return "past"
    return "due" if when.first <= answer.until else "later"


def standing_words(plan: PlanSummary, translator: Translator) -> str:
    """Say where a plan stands, without its tips."""
    return translator.say(said_standing(plan.graver, readable=plan.readable))


def what_to_do(plan: PlanSummary) -> Message:
    """Say what the coordinator does next with a plan."""
    points = sum(plan.graver.values())
    if not plan.readable:
        return message("ask for a plan that can be read")
    return counted("discuss {n} point", "discuss {n} points", points) if points else message("agree on a day to talk")


def school_name(plan: PlanSummary, translator: Translator) -> str:
    """Name the school of a plan: as the register does, else as the plan does."""
    if plan.schools:
        return visible(names_of(plan.schools))
    return visible(plan.school_written or "") or translator.text(NO_SCHOOL)


def school_or_title(plan: PlanSummary, translator: Translator) -> str:
    """Name the school of a plan; of one that names none its title or file, which tells it from others."""
    name = school_name(plan, translator)
    if plan.schools or plan.school_written:
        return name
    return f"{visible(plan.title) if plan.title else file_name(plan)} {name}"


def owner_name(plan: PlanSummary, translator: Translator) -> str:
    """Name the school of a plan with its place: some names stand for many schools."""
    place = visible(towns_of(plan.schools))
    name = school_or_title(plan, translator)
    return f"{name}, {place}" if place else name


def file_name(plan: PlanSummary) -> str:
    """Name the file of a plan without its folders, which tell of a computer: a report is passed on."""
    return visible(plan.path.replace("\\", "/").rsplit("/", 1)[-1])


def region_name(plan: PlanSummary, translator: Translator) -> str:
    """Name the region of a plan: as the register does, else as the plan does; empty where neither says."""
    if plan.region or not plan.region_written:
        return visible(plan.region.name) if plan.region else ""
    return visible(translator.say(message("“{name}” (not a known region)", name=plan.region_written)))


def plan_name(plan: PlanSummary, translator: Translator) -> str:
    """Name a plan: its title."""
    return visible(" ".join((plan.title or "").split())) or translator.text(NO_TITLE)


def form_name(form: FormOfPlan | None, translator: Translator) -> str:
    """Name a form of meeting technology."""
    return translator.text(OWN_FORM if form == "own" else FORM_NAMES[form] if form else NO_FORM)


def partner_name(kind: PartnerKind | None, translator: Translator) -> str:
    """Name a kind of partner."""
    return translator.text(PARTNER_NAMES[kind] if kind else NO_KIND)


def partners_words(partners: Mapping[PartnerKind | None, int] | None, translator: Translator) -> str:
    """Name partners by kind with their number: "2 × mbo, 1 × company"."""
    found = partners or {}
    order = (*PARTNER_NAMES, None)
    return ", ".join(f"{found[kind]} × {partner_name(kind, translator)}" for kind in order if found.get(kind))


def due_text(due: Due, translator: Translator) -> str:
    """Say what is due, on one safe line."""
    if due.programme:
        return translator.say(due.programme.text)
    return step_text(due.step) if due.step else ""


def step_text(step: PlannedMilestone) -> str:
    """Say what a milestone is on one safe line, without the time that stands beside it."""
    return visible(step.words)


def due_owner(due: Due, translator: Translator) -> str:
    """Say whose date it is: the school of the plan, or the programme."""
    return owner_name(due.plan, translator) if due.plan else translator.text(N_("the programme"))
