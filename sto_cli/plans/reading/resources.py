"""The points of question 6 with what the budget says of them: what each costs, what others pay of it, its role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_cli.findings import Place
from sto_cli.plans.language.amounts import Amount, amount_of
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.model import CostRole, Plan, Resource
from sto_cli.plans.reading.budget import Budget, BudgetAmount, BudgetLine, Payer
from sto_cli.plans.reading.cofinancing import payer_in, payers_apart

Start = tuple[int, int]
COSTS = {"cost", "gift"}
_ROLES: Mapping[str, CostRole] = {
    "total": "total", "subtotal": "total", "asked": "request", "payer": "payer", "paid-total": "payer",
}  # fmt: skip


def with_budget(plan: Plan, budget: Budget, places: Sequence[Place]) -> Plan:
    """Return a plan with its budget; `places` are where its points on resources begin, in their order."""
    items = plan.resources.items
    own: list[list[BudgetAmount]] = [[] for _ in items]
    starts = _starts(places)
    for one in budget.amounts:
        at = _point_of(one.line, items, starts)
        if at is not None:
            own[at].append(one)
    spent = any(one.role in COSTS for one in budget.amounts)
    filled = tuple(_filled(item, amounts, spent=spent) for item, amounts in zip(items, own, strict=True))
    filled, budget = _by_companies(filled, budget, _companies(plan))
    kept = tuple(one for one in filled if one.role != "total" or (one.cofinancing is not None and not spent)) or filled
    total = _total(plan, budget)
    if _english(kept, total, budget, in_english=plan.language == "en"):
        kept = tuple(
            replace(item, amount=_sure(item.amount), amounts=tuple(map(_certain, item.amounts))) for item in kept
        )
        total = _sure(total)
    return replace(plan, resources=replace(plan.resources, items=kept), total=total, money=budget)


def _companies(plan: Plan) -> list[set[str]]:
    """Return the words of the name of each partner that is known as a company."""
    return [
        set(one.text.lower().split())
        for one in plan.cooperation.items
        if "company" in {one.kind, payer_in(annotate(one.text).stream)}
    ]


def _by_companies(
    items: tuple[Resource, ...], budget: Budget, companies: Sequence[set[str]]
) -> tuple[tuple[Resource, ...], Budget]:
    """Class payers by the names of partners: “Jansen Metaal” pays, and Jansen Metaal B.V. takes part."""

    def is_company(item: Resource) -> bool:
        words = set((item.payer_written or "").lower().split())
        return not item.is_classed and bool(words) and any(words <= company for company in companies)

    paid = min(sum(item.cofinanced for item in items if is_company(item)), budget.payers.get("other", 0))
    if not paid:
        return items, budget
    moved = {"company": budget.payers.get("company", 0) + paid, "other": budget.payers["other"] - paid}
    payers: dict[Payer, int] = {payer: cents for payer, cents in {**budget.payers, **moved}.items() if cents}  # type: ignore[misc]
    classed = (replace(item, payer="company", is_classed=True) if is_company(item) else item for item in items)
    return tuple(classed), replace(budget, payers=payers)


FEWEST_ALIKE = 2
"""Amounts with English marks from which on an English plan means them so; one more in a Dutch one."""


def _english(items: Sequence[Resource], total: Amount | None, budget: Budget, *, in_english: bool) -> bool:
    """Whether `7,800` is an English amount: the sum comes out with it, or all amounts are written so."""
    told = [one for item in items for one in item.amounts or (item.amount,)]
    amounts = [one for one in (*told, total) if one is not None]
    if budget.settled:
        return True
    marked = [one for one in amounts if one.in_doubt_by_marks]
    dutch = any("." in one.written for one in amounts)
    return not dutch and len(marked) >= FEWEST_ALIKE + (not in_english)


def _sure(amount: Amount | None) -> Amount | None:
    return _certain(amount) if amount is not None else None


def _certain(amount: Amount) -> Amount:
    """Take away the doubt about an amount such as `4,500`."""
    return replace(amount, ambiguous=False) if amount.in_doubt_by_marks else amount


def _starts(places: Sequence[Place]) -> dict[int, list[int]]:
    """Return the numbers of the points by the line in which they begin, in the order of the lines."""
    starts: dict[int, list[int]] = {}
    for at, place in sorted(enumerate(places), key=lambda one: one[1].line):
        starts.setdefault(place.line, []).append(at)
    return starts


def _point_of(line: BudgetLine, items: Sequence[Resource], starts: Mapping[int, Sequence[int]]) -> int | None:
    """Return the number of the point in which a line of the budget stands: the last that begins before it.

    Of points of one place (the keys of a mapping) it is the one that begins with the words of the line.
    """
    if line.elsewhere or line.total or not starts:
        return None
    if len(items) == 1 or line.place is None:
        return 0
    here = (line.last or line.place).line
    lines = [*starts]
    number = bisect_right(lines, here)
    among = starts[lines[number - 1]] if number else ()
    named = (at for at in among if len(among) > 1 and items[at].text.startswith(line.cells[0].strip()))
    return next(named, among[-1] if among else None)


def _filled(item: Resource, own: Sequence[BudgetAmount], *, spent: bool) -> Resource:
    """Return a point with what its amounts say; what stands in a place for an amount is that amount."""
    payers = {payer for one in own for payer in one.payers}
    named = payer_in(annotate(item.payer_written).stream) if item.payer_written else None
    together = payers_apart(item.payer_written, item.amount.cents) if item.payer_written and item.amount else {}
    others = [payer for payer in together if payer != "programme"]
    if len(others) > 1 or None in together.values():
        named = "other"
    said = named or ("other" if item.payer_written else None)
    one = payers.pop() if len(payers) == 1 else "other" if item.cofinancing and not payers else None
    item = replace(item, payer=said or one, is_classed=said == named and None not in together.values())
    costs = [one for one in own if one.role in COSTS]
    roles = [role for one in own if (role := _ROLES.get(one.role)) is not None]
    if not costs and roles:
        return _beside_costs(item, own, min(roles, key=_ORDER.index), alone=not spent)
    amounts = tuple(amount_of(one.span, one.cents) for one in costs if one.span is not None)
    amount = item.amount if item.amount is not None else added(amounts)
    item = replace(item, amount=amount, amounts=() if item.written else amounts)
    paid = sum(one.cents if one.role in {"gift", "payer"} else one.paid for one in own if one.role != "asked")
    return _paid(item, paid)


_ORDER: Sequence[CostRole] = ("total", "request", "payer")


def _beside_costs(item: Resource, own: Sequence[BudgetAmount], role: CostRole, *, alone: bool) -> Resource:
    """Return a line that speaks of the costs; what is asked is a cost where no other says what it is for."""
    asked = [one for one in own if one.role == "asked"]
    amounts = tuple(amount_of(one.span, one.cents) for one in asked if one.span is not None) if alone else ()
    paid = sum(one.cents for one in own if one.role in {"payer", "paid-total"})
    return _paid(replace(item, role=role, amount=added(amounts), amounts=amounts), paid)


def _paid(item: Resource, paid: int) -> Resource:
    """Return a point with what others pay, where no place of its own says that."""
    if item.cofinancing is not None or item.payer == "programme":
        return item
    if paid:
        return replace(item, cofinancing=True, paid=paid)
    says = _says_who_pays(item.text)
    beside = says is not None and item.amount is None and item.written is None
    return replace(item, cofinancing=says, role="payer" if beside else item.role)


def _says_who_pays(text: str) -> bool | None:
    """Whether the words of a point say that others pay, or that nobody does; None where they say nothing of it."""
    stream = annotate(text).stream
    if any(match.value == "none" for _, match in stream.terms("all_asked")):
        return False
    gives = any(True for _ in stream.terms("gifts"))
    return gives or None


def _total(plan: Plan, budget: Budget) -> Amount | None:
    """Return the total with its words: what stands under its heading, or else what the budget takes for it."""
    named = [one for one in budget.amounts if one.line.total]
    if plan.total is not None or named:
        asked = any(one.role == "asked" for one in named)
        return None if asked else plan.total or _as_amount(named[0])
    found = next((one for one in budget.amounts if one.role == "total" and one.cents == budget.stated_total), None)
    return _as_amount(found) if found is not None else None


def _as_amount(one: BudgetAmount) -> Amount:
    return amount_of(one.span, one.cents) if one.span is not None else Amount(one.cents, "")


def added(amounts: Sequence[Amount]) -> Amount | None:
    """Return the sum of amounts, with the words of the first that leaves doubt; None when there are none."""
    if not amounts:
        return None
    doubtful = next((amount for amount in amounts if amount.ambiguous), None)
    first = doubtful or amounts[0]
    words = first.written if len(amounts) == 1 or doubtful else " + ".join(one.written for one in amounts)
    rough = any(amount.rough for amount in amounts)
    return Amount(sum(one.cents for one in amounts), words, doubtful is not None, sure=False, rough=rough)
