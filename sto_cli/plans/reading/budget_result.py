"""The budget that the best reading makes: its figures, its lines, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sto_cli.plans.reading.budget import OTHERS, Budget, BudgetAmount, BudgetCost, Contradiction
from sto_cli.plans.reading.budget_entries import BudgetEntry, BudgetParts
from sto_cli.plans.reading.budget_weighing import Weighed


def made_budget(parts: BudgetParts, found: Weighed) -> Budget:
    """Return the budget of the best reading."""
    whole = found.total[0] if found.total else found.listed
    asked = _asked(parts, found, whole)
    others = _others(parts, found, whole, asked)
    costs = tuple(
        BudgetCost(entry.label, None if entry.open else cents, entry.line, dict(entry.paid), dict(entry.years))
        for entry, cents in _with_cents(found)
    )
    breaches = [*found.breaches]
    breaches += [*_exceeding(found), *_other_shares(parts, found, asked)]
    breaches += [
        Contradiction("product", *entry.wrong, entry.line, entry.words) for entry in parts.entries if entry.wrong
    ]
    settled = found.total is not None and not breaches
    doubtful = any(entry.rough or entry.open or (entry.unsure and not settled) for entry in found.costs)
    payers = {payer: cents for payer in OTHERS if (cents := found.payers.get(payer))}
    return Budget(
        costs=costs, total=whole, stated_total=found.total[0] if found.total else None, asked=asked, others=others,
        payers=payers, years=_years(found),
        certain=whole is not None and not (breaches or doubtful or parts.shares_open),
        contradictions=tuple(breaches), total_line=found.total[1] if found.total else None,
        asked_line=found.asked[0][1] if found.asked else None, payer_lines=found.payer_lines,
        others_open=_others_open(parts, found), amounts=tuple(_amounts(parts, found)),
        unclear=tuple(parts.unclear), other_subsidy=parts.other_subsidy,
        payer_said=bool(payers) or parts.payer_said or parts.nobody_else or parts.all_asked,
    )  # fmt: skip


def _exceeding(found: Weighed) -> Iterator[Contradiction]:
    """Yield costs of which others pay more than they are."""
    for entry, cents in _with_cents(found):
        paid = sum(entry.paid.values())
        if paid > cents > 0 and not entry.open:
            yield Contradiction("exceeds", paid, cents, entry.line, entry.label)


POINT = Fraction(1, 100)
"""A share is written in whole percents, or as “a third”."""


def _other_shares(parts: BudgetParts, found: Weighed, asked: int | None) -> Iterator[Contradiction]:
    """Yield shares that do not fit the amount beside them, whatever they may be a share of."""
    for one in parts.shares:
        paid = sum(found.payers.values()) if one.paid is None else one.paid
        total = found.total[0] if found.total else 0
        wholes = [total] if one.paid is None else [total, found.listed or 0]
        wholes += [asked or 0, *one.wholes, *(whole - paid for whole in wholes)] if one.paid is not None else []
        shares = [Fraction(paid, whole) for whole in wholes if whole > 0]
        if paid and shares and all(abs(share - one.share) > POINT for share in shares):
            yield Contradiction("share", paid, round(one.share * shares[0].denominator), one.line, one.words)


def _amounts(parts: BudgetParts, found: Weighed) -> Iterator[BudgetAmount]:
    for entry, meaning in zip(parts.entries, found.chosen, strict=False):
        if not entry.open:
            paid = sum(cents for payer, cents in entry.paid.items() if payer != "programme")
            payers = (*entry.paid, *([meaning.payer] if meaning.payer else []))
            yield BudgetAmount(meaning.role, meaning.cents, entry.line, paid, payers, entry.span)


def _others_open(parts: BudgetParts, found: Weighed) -> bool:
    """Whether somebody may pay more than the amounts say."""
    open_costs = bool(parts.unpriced) or any(entry.open for entry in found.costs)
    return not found.asked and (open_costs or (parts.unpriced_payer and not parts.nobody_else))


def _with_cents(found: Weighed) -> Iterator[tuple[BudgetEntry, int]]:
    cents = iter(found.cents)
    for entry in found.costs:
        yield entry, 0 if entry.open else next(cents)


def _asked(parts: BudgetParts, found: Weighed, whole: int | None) -> int | None:
    if found.asked:
        own = [cents for cents, line in found.asked if not line.elsewhere]
        return own[-1] if own else found.asked[0][0]
    if whole is None:
        return None
    if parts.all_asked:
        return whole
    paid = sum(found.payers.values())
    return whole - paid if 0 < paid <= whole or parts.nobody_else else None


def _others(parts: BudgetParts, found: Weighed, whole: int | None, asked: int | None) -> int | None:
    agrees = not any(one.kind in {"sum", "asked", "asked-twice"} for one in found.breaches)
    if found.asked and asked is not None and whole is not None and asked <= whole and agrees:
        return whole - asked
    paid = sum(found.payers.values())
    if paid:
        return paid
    return 0 if parts.nobody_else or parts.all_asked else None


def _years(found: Weighed) -> dict[str, int]:
    years: dict[str, int] = {}
    for entry in found.costs:
        for year, cents in entry.years.items():
            years[year] = years.get(year, 0) + cents
    return years
