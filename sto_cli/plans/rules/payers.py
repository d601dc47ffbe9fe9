"""Rules on who pays, and on what the programme may not pay."""

from collections.abc import Iterator
from datetime import date

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.cost_words import HIGHEST_RATE, hardly_paid, hourly_rate, names_phrase, trip_abroad
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Activity, Resource
from sto_cli.plans.reading.gifts import gifts_without_value


@rule("error", "question-resources")
def cofinancing_exceeds_cost(case: Case) -> Iterator[Flaw]:
    """Others pay more than something costs.

    Why:
        One of the two amounts is wrong, or they have changed places. What others pay is a part of the amount, and
        counted in it.

    Example:
        resources: A laser cutter of 15000 euros, of which 18000 is paid by companies, and 40 hours of a teacher.

    Mend:
        Check both amounts: first what it costs in all, then which part others pay.
    """
    for one in case.plan.money.contradictions:
        if one.kind == "exceeds":
            yield Flaw(
                case.money_path(one.line),
                message("Others pay {paid} euros of what costs {cost} euros: {item}.",
                        paid=money(one.stated), cost=money(one.right), item=quoted(one.words)),
                message("Check both amounts: first what it costs in all, then which part others pay."),
                place=one.place,
            )  # fmt: skip


@rule("error", "question-resources")
def cofinancing_percentage_wrong(case: Case) -> Iterator[Flaw]:
    """What others pay is given as a share and as an amount, and the two do not agree.

    Why:
        The region adds up what others pay. With two numbers that contradict each other nobody knows which one was
        agreed.

    Example:
        resources:
          - {item: 3D printers, amount: 6000, cofinancing: "30% by the company, 1200 euros"}
          - {item: Hours of teachers, amount: 4000}

    Mend:
        Find out which of the two was agreed, and mend the other one.
    """
    for one in case.plan.money.contradictions:
        if one.kind == "share":
            path = case.money_path(one.line)
            beside = (*path, "cofinancing")
            yield Flaw(
                beside if len(path) > 1 and case.says(*beside) else path,
                message("{paid} euros is not the share that is named: {text}.",
                        paid=money(one.stated), text=quoted(one.words)),
                message("Check the share and the amount, and mend the one that was not agreed."),
                place=None if len(path) > 1 and case.says(*beside) else one.place,
            )  # fmt: skip


@rule("warning", "no-double-subsidy")
def double_subsidy(case: Case) -> Iterator[Flaw]:
    """Another subsidy is to pay a part of it.

    Why:
        Money of another scheme for the same thing may be double subsidy, and does not count as cofinancing by
        companies. Under the earlier regulation that was not allowed; whether it is now, the programme manager can say.

    Example:
        resources:
          - {item: Workshop, amount: 20000, cofinancing: 9000 from the RIF}
          - {item: Hours of teachers, amount: 5000}

    Mend:
        Say which part the other subsidy pays and for what, and ask the programme manager whether the two go together.
    """
    budget = case.plan.money
    paid, line = budget.payers.get("other_subsidy"), budget.payer_lines.get("other_subsidy") or budget.other_subsidy
    if paid or budget.other_subsidy:
        yield Flaw(
            ("resources",),
            message("Another subsidy pays {paid} euros of this: ask whether the two go together.", paid=money(paid))
            if paid
            else message("Another subsidy is to pay a part of this: ask whether the two go together."),
            message("Ask the programme manager, and say what companies and the school bring in themselves."),
            on="heading",
            place=line.place if line is not None else None,
        )


LEAST_SHARE = 10
"""Percent of the total (DUS-I, https://www.dus-i.nl/subsidies/sterk-techniekonderwijs-2025)."""

NEARLY = 5
"""Percent, half of it, that is close enough to leave to the talk: the tenth counts over all plans of the region."""


@rule("warning", "cofinancing-tenth")
def low_cofinancing(case: Case) -> Iterator[Flaw]:
    """Others pay less than a tenth of the total.

    Why:
        A region must bring in at least ten percent of its budget as cofinancing, in money or in hours. It counts over
        the whole region, so a plan may have less, but then another must have more: a subject for the talk.

    Example:
        resources:
          - {item: 3D printers, amount: 19000, cofinancing: no}
          - {item: Hours of a company, amount: 1000, cofinancing: yes}

    Mend:
        Ask partners what they bring in, and count their hours and materials. Or tell the programme manager why not.
    """
    budget = case.plan.money
    paid, total = budget.others, budget.total
    if paid is None or not total or not case.plan.resources.sound or budget.others_open:
        return
    if any(gifts_without_value(case.plan)):
        return  # it may be worth enough
    if paid * 100 < total * LEAST_SHARE:
        yield Flaw(
            ("resources",),
            message(
                "Cofinancing is {paid} of {total} euros: less than {share}%.",
                paid=money(paid), total=money(total), share=LEAST_SHARE,
            ),
            message("The ten percent is for the whole region. Ask what partners bring in, or raise it in the talk."),
            on="heading",
            lighter="nearly-a-tenth" if paid * 100 >= total * NEARLY else None,
        )  # fmt: skip


@rule("tip", "cofinancing-tenth")
def no_cofinancing(case: Case) -> Iterator[Flaw]:
    """It is not said whether anyone else than the subsidy pays.

    Why:
        A region must bring in at least ten percent of its budget as cofinancing, in money or in hours. The programme
        manager will ask what your school and its partners bring in; “nothing” is an answer too.

    Example:
        resources:
          - {item: 3D printers, amount: 6000}
          - {item: Hours of teachers, amount: 3600}

    Mend:
        Say what school, companies or municipality pay, give or do for nothing, with an estimate of what that is worth.
    """
    budget = case.plan.money
    if not case.settled(case.plan.resources) or budget.payer_said or budget.others is not None:
        return
    if budget.total is not None or budget.costs:
        yield Flaw(
            ("resources",),
            message("The plan does not say who else pays (cofinancing)."),
            message("Write what the school, companies or the municipality pay or give, with an estimate in euros; or "
                    "that nobody does."),
            on="heading",
        )  # fmt: skip


GUIDE = "https://www.sterktechniekonderwijs.nl/nieuws/handreiking-subsidiabele-activiteiten/"

_REASONS = {
    "building": N_("Buildings are the business of the municipality and the school board."),
    "food": N_("Food, drinks and parties are mostly not paid."),
    "furniture": N_("Furniture without a goal is mostly not paid."),
    "salary": N_("Salaries for the normal task are mostly not paid."),
    "lessons": N_("Ordinary lessons on the timetable are mostly not paid."),
    "abroad": N_("The programme is for technology in your own region; a trip abroad may not belong to it."),
    "any-school": N_("What any school needs, it mostly pays itself."),
}
"""What is known of each class of the lexicon, and of a trip abroad."""


@rule("tip", "probably-not-paid")
def perhaps_not_paid(case: Case) -> Iterator[Flaw]:
    """The plan asks for work on a building, for an ordinary cost of a school, or for a trip abroad.

    Why:
        School buildings are the business of the municipality and the school board. Many regions pay for what stands in
        a room, and not for the room itself. What a school needs anyway, such as laptops, its own lessons or catering,
        it mostly pays itself; so it is with furniture of which no goal is named. A trip abroad may not belong to
        technology in your own region. The ministry made a guide to what is paid; what it says could not be read here,
        so a person has to look there. What your region does not pay is found too, when you write it in not-paid.txt
        among your own data.

    Example:
        resources:
          - {item: Rebuilding two classrooms, amount: 45000, cofinancing: no}
          - {item: Hours of a company, amount: 5000, cofinancing: yes}

    Mend:
        Ask the programme manager whether the region pays this before you hand in the plan. Keep it apart from machines
        and hours, so that the rest can go on without it.
    """
    own = case.register.not_paid if (case.plan.school or case.plan.region) and case.register else ()
    yield from _trip(case)
    for resource in case.meant(case.plan.resources):
        if resource.cofinancing:
            continue
        listed = next((phrase for phrase in own if names_phrase(resource.text, phrase)), None)
        known = hardly_paid(resource.text)
        if listed is not None:
            yield Flaw(
                resource.path,
                message("Your region does not pay this, says your own list: {item}.", item=quoted(listed)),
                message("Talk about it with the school, or take it off the list: not-paid.txt among your own data."),
            )
        elif known and (known[0] == "building" or resource.amount is not None or resource.written is not None):
            yield _ask(resource.path, *known)


def _trip(case: Case) -> Iterator[Flaw]:
    """Report the first cost that is a trip abroad, or else the first activity."""
    items: tuple[Activity | Resource, ...] = (*case.meant(case.plan.resources), *case.meant(case.plan.activities))
    for item in items:
        place = trip_abroad(item.text)
        if place is not None:
            yield _ask(item.path, "abroad", place)
            return


def _ask(path: KeyPath, reason: str, words: str) -> Flaw:
    return Flaw(
        path,
        message("Ask first whether the region pays this: {item}.", item=quoted(words)),
        message(
            "{reason} Look in the ministry's guide to what is paid: {guide}",
            reason=Message(_REASONS[reason]),
            guide=GUIDE,
        ),
    )


HANDED_IN = date(2026, 10, 1)
"""By when regions had to hand in their second half, by a planning from before the scheme."""

SECOND_HALF = ("2027", "2028")


@rule("tip", "second-half")
def after_second_half(case: Case) -> Iterator[Flaw]:
    """Money is asked for 2027–2028 after the region handed in its second half.

    Why:
        A region is settled in two halves: 2025–2026 and 2027–2028. By the planning it had to hand in the second half
        by 1 October 2026. Whether money for those years can still be asked, the programme manager can say.

    Example:
        resources:
          - {item: 3D printers, amount: 6000, year: 2027}
          - {item: Hours of teachers, amount: 4000, year: 2027}

    Mend:
        Ask the programme manager how the region pays what is new in 2027 and 2028.
    """
    halves = case.plan.money.halves
    paid = sum(one.cofinanced for one in case.plan.resources.items if one.year and one.year.startswith(SECOND_HALF))
    asked = halves["2027-2028"] - paid if halves is not None else 0
    if asked > 0 and case.today is not None and case.today >= HANDED_IN and case.plan.resources.sound:
        yield Flaw(
            ("resources",),
            message("{euros} euros are for 2027–2028, and by the planning the region handed in that half by {day}.",
                    euros=money(asked), day=HANDED_IN),
            message("Ask the programme manager how the region pays this."),
            on="heading",
        )  # fmt: skip


@rule("tip", "hourly-rate")
def high_hourly_rate(case: Case) -> Iterator[Flaw]:
    """An hour costs far more than is advised.

    Why:
        For an hour of work 50 euros was advised, later 55 euros. Another amount was allowed, with a good reason, such
        as a specialist of a company. This comes from the years before 2025; the programme manager knows what holds
        now.

    Example:
        resources:
          - {item: Developing lessons, amount: 60 hours x 120 euros}

    Mend:
        Say why an hour costs this much, or use the advised amount.
    """
    for amount in case.plan.money.amounts:
        rate = hourly_rate(" ".join(amount.line.cells))
        if amount.role == "cost" and rate is not None and rate > HIGHEST_RATE and not amount.paid:
            yield Flaw(
                case.money_path(amount.line),
                message("An hour costs {rate} euros here; 50 to 55 euros was advised.", rate=money(rate)),
                message(
                    "Say why, such as a specialist of a company, or ask the programme manager what the region pays."
                ),
                place=amount.line.place,
            )
