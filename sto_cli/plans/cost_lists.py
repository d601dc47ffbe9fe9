"""A list of costs as a whole: which lines are costs, and which speak of them: who pays, what is asked of the region."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sto_cli.plans.amounts import Amount
from sto_cli.plans.model import Resource

Resources = tuple[Resource, ...]


_WORDS = re.compile(r"(?!euro?\b)[^\W\d_]+", re.IGNORECASE)

FEWEST_SUMMED = 2
"""Costs above a sum that has no words."""


def bare_total(resources: Resources) -> Resource | None:
    """Return the last cost where it is only an amount, and that of all before it together: a sum below a line."""
    costs = [one for one in resources if one.role == "cost" and one.amount is not None]
    if len(costs) <= FEWEST_SUMMED or _WORDS.search(costs[-1].text):
        return None
    return costs[-1] if 2 * _sum((costs[-1],)) == _sum(tuple(costs)) else None


def settled(resources: Resources, total: Amount | None) -> Resources:
    """Look at all costs together: what is asked of the region is no cost beside them, and a total settles doubts."""
    resources = _said_once(_without_asked(resources))
    if total is None or total.ambiguous:
        return resources
    more = _sum(resources) - total.cents
    if more == 0:
        return tuple(_sure(one) for one in resources)
    if more < 0:
        return _payers_are_costs(resources, -more)
    without = _not_costs(resources, more, lambda one: _PAYER.match(one.text) is not None)
    return without or _not_costs(resources, more, _is_gift) or resources


def _sum(resources: Resources) -> int:
    return sum(one.amount.cents for one in resources if one.amount is not None)


def _without_asked(resources: Resources) -> Resources:
    """Take the amount of lines such as `Wij vragen € 27.900` away, where other lines say what it is for."""
    if not any(one.role == "cost" and one.amount is not None for one in resources):
        return resources
    return tuple(replace(one, amount=None, amounts=()) if one.role == "request" else one for one in resources)


def _said_once(resources: Resources) -> Resources:
    """Leave out what the line of the total, or of all payers, says again of what stands with the costs."""
    beside = sum(one.cofinanced for one in resources if one.role == "cost")
    return tuple(
        replace(one, cofinancing=None, paid=None)
        if beside
        and ((one.role in {"total", "request"} and one.cofinancing) or (one.role == "payer" and one.paid == beside))
        else one
        for one in resources
    )


_PAYER = re.compile(r"(?:co-?\s?financiering|cofinancing|(?:eigen )?bijdrage|inbreng|sponsoring)\b", re.IGNORECASE)


def _is_gift(one: Resource) -> bool:
    """Whether a line says in words that others give it: it may stand below the total, as a remark."""
    return bool(one.cofinancing) and one.written is None


def _not_costs(resources: Resources, more: int, is_payer: Callable[[Resource], bool]) -> Resources | None:
    """Take lines of payers out of the costs, where the total shows that they are none: `Bijdrage bedrijf: 3.500`."""
    payers = [one for one in resources if one.amount is not None and is_payer(one)]
    if not payers or _sum(tuple(payers)) != more:
        return None
    return tuple(
        replace(one, amount=None, role="payer", cofinancing=True, paid=_given(one)) if one in payers else one
        for one in resources
    )


def _given(one: Resource) -> int:
    """Return the worth of a gift, and what is paid besides."""
    worth = one.amount.cents if one.amount is not None else 0
    return worth if one.paid is None or one.paid == worth else worth + one.paid


def _payers_are_costs(resources: Resources, less: int) -> Resources:
    """Count what others give with the costs, where the total shows that it was counted."""
    payers = [one for one in resources if one.role == "payer" and one.paid and one.written is not None]
    if not payers or sum(one.paid or 0 for one in payers) != less:
        return resources
    return tuple(
        replace(one, amount=Amount(one.paid, one.text), role="cost") if one in payers and one.paid else one
        for one in resources
    )


def _sure(one: Resource) -> Resource:
    """Take away the doubt about an amount such as `4,500`."""
    if one.amount is None or not one.amount.ambiguous or not re.search(r"\d,\d{3}(?!\d)", one.amount.written):
        return one
    return replace(one, amount=replace(one.amount, ambiguous=False))
