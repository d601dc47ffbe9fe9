"""A list of costs as a whole: which lines are costs, and which speak of them: who pays, what is asked of the region."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.products import products_in
from sto_cli.plans.model import Resource
from sto_cli.plans.reading.money import added

Resources = tuple[Resource, ...]


_WORDS = re.compile(r"(?!euro?\b)[^\W\d_]+", re.IGNORECASE)

FEWEST_SUMMED = 2
"""Costs above a sum that has no words."""


_OPENING = re.compile(
    r"\W*(?:(?:ons|het|de|benodigd\w*|totale?|hele|gehele|our|the)\s)*(?:budget|begroting|kosten|bedrag|projectkosten|costs?)\b",
    re.IGNORECASE,
)
"""The first line of a list that may say what all those below it cost together."""


def bare_total(resources: Resources) -> Resource | None:
    """Return the line that is all costs together: “Budget” above them, or a subtotal or only an amount below."""
    parts = [one for one in resources if one.role == "total" and one.total is not None]
    costs = [one for one in resources if one.role == "cost" and one.amount is not None]
    if len(costs) > FEWEST_SUMMED and _OPENING.match(costs[0].text) and 2 * _sum(costs[:1]) == _sum(costs):
        return costs[0]
    if parts and parts[-1].total is not None and parts[-1].total.cents == _sum(costs):
        return replace(parts[-1], amount=parts[-1].total)
    if len(costs) <= FEWEST_SUMMED or _WORDS.search(costs[-1].text):
        return None
    return costs[-1] if 2 * _sum(costs[-1:]) == _sum(costs) else None


_SUBTOTAL = re.compile(
    r"\W*(?:sub-?\s?tota\w*|tussen-?tota\w*|tussentelling|deel-?totaal|tussensom|totaal per \w+)\b", re.IGNORECASE
)
_HEAD = re.compile(r"\W*(?:de |totale )?(?:kosten\w*|uitgaven|lasten|begroting|costs?|expenses)\W*", re.IGNORECASE)
_COVERAGE = re.compile(
    r"\W*(?:de )?(?:(?:kosten)?dekking\w*|financiering\w*|dekkingsplan|bekostiging|inkomsten|baten|opbrengsten|"
    r"wie betaalt\b[^€\d]{0,30}|(?:wordt )?betaald door|verdeling\b[^€\d]{0,30}|"
    r"funding|income|who pays[^€\d]{0,20})\W*",
    re.IGNORECASE,
)
"""A line without an amount above those that say who pays the costs before it."""

_REGION = re.compile(
    r"\W*(?:totaal |bijdrage |subsidie |uit |van |vraag aan |door )*(?:de )?"
    r"(?:gevraagd\w*|aangevraagd\w*|aan te vragen|te vragen|subsidie\w*|sto\b|sterk techniekonderwijs|"
    r"regio\b|aanvraag\b|rest(?:ant|bedrag|eert)?\b|requested|asked|grant)",
    re.IGNORECASE,
)
_PART = re.compile(r"\W*(?:waarvan|hiervan|daarvan|of which)\b", re.IGNORECASE)


def with_roles(resources: Resources, total: Amount | None) -> Resources:
    """Tell the lines that are no costs: subtotals, headings, and below `Dekking` who pays them."""
    told: list[Resource] = []
    covered = priced = False
    twice = _stands_twice(resources, total)
    for at, one in enumerate(resources):
        covered = covered or at == twice
        priced = priced or (bool(told) and told[-1].role == "cost" and told[-1].amount is not None)
        silent = one.amount is None and one.written is None
        if one.role == "total" and one.total is not None and one.total is not total and _is_of_one(one, total):
            told.append(replace(one, role="cost", amount=one.total, amounts=(one.total,)))
        elif silent and (_COVERAGE.fullmatch(one.text) or _HEAD.fullmatch(one.text)):
            covered = priced and _COVERAGE.fullmatch(one.text) is not None
            told.append(replace(one, role="total"))
        elif one.role == "cost" and _SUBTOTAL.match(one.text):
            told.append(replace(one, role="total", amount=None, amounts=(), total=one.amount))
        elif one.role != "total" and one.amount is not None and (covered or (priced and _speaks_of_costs(one))):
            told.append(_beside_costs(one))
        else:
            told.append(one)
    return tuple(told)


def _is_of_one(one: Resource, total: Amount | None) -> bool:
    """Whether a line with “samen” says what one thing costs: “twee draaibanken, samen € 4.600”, beside a total."""
    smaller = total is not None and one.total is not None and one.total.cents < total.cents
    return smaller and not _TOTAL_LINE.match(one.text)


_TOTAL_LINE = re.compile(
    r"\W*(?:(?:dat|dit|alles|is|zijn|maakt|komt|dus|het|de|kosten|op|neer)\s)*"
    r"(?:totaal|totale|samen|tezamen|bij elkaar|total)",
    re.IGNORECASE,
)


def _stands_twice(resources: Resources, total: Amount | None) -> int | None:
    """Return where a second list begins that makes the total as well: first what it costs, then who pays it."""
    if total is None or not total.cents or _sum(resources) != 2 * total.cents:
        return None
    sums = accumulate(one.amount.cents if one.amount is not None else 0 for one in resources)
    return next((at for at, cents in enumerate(sums, 1) if cents == total.cents), None)


def _speaks_of_costs(one: Resource) -> bool:
    """Whether a row says what others pay of the costs above it, or what is asked of the region."""
    return one.written is not None and (_PART.match(one.text) or _REGION.match(one.text)) is not None


def _beside_costs(one: Resource) -> Resource:
    """Take a line out of the costs that says who pays them."""
    if _REGION.match(one.text):
        return replace(one, role="request", amount=None, amounts=())
    paid = one.amount.cents if one.amount is not None else None
    return replace(one, role="payer", amount=None, amounts=(), cofinancing=True, paid=paid)


_ENGLISH = re.compile(r"\d,\d{3}(?!\d)")
_DUTCH = re.compile(r"\d\.\d{3}(?!\d)|\d,\d{1,2}(?!\d)")


def english_marks(resources: Resources, total: Amount | None, *, in_english: bool) -> bool:
    """Whether all amounts have English marks (`7,800`), in an English plan or beside a total that fits."""
    amounts = [amount for one in resources for amount in (one.amount, *one.amounts) if amount is not None]
    written = [amount.written for amount in (*amounts, *([total] if total else []))]
    marked = [one for one in written if _ENGLISH.search(one)]
    if len(marked) < FEWEST_SUMMED or any(map(_DUTCH.search, written)):
        return False
    return in_english or len(marked) > FEWEST_SUMMED or (total is not None and _sum(resources) == total.cents)


def sure(amount: Amount | None) -> Amount | None:
    """Take away the doubt about an amount such as `4,500`."""
    if amount is None or not amount.ambiguous or not _ENGLISH.search(amount.written):
        return amount
    return replace(amount, ambiguous=False)


def settled(resources: Resources, total: Amount | None) -> Resources:
    """Look at all costs together: what is asked of the region is no cost beside them, and a total settles doubts."""
    resources = _said_once(_without_asked(resources))
    if total is None or total.ambiguous:
        return resources
    more = _sum(resources) - total.cents
    if more == 0:
        return tuple(_sure(one) for one in resources)
    if more < 0:
        return _payers_are_costs(resources, -more) or _read_otherwise(resources, -more) or resources
    without = _not_costs(resources, more, lambda one: _PAYER.match(one.text) is not None)
    return without or _not_costs(resources, more, _is_gift) or _read_otherwise(resources, -more) or resources


def _sum(resources: Sequence[Resource]) -> int:
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


_PAYER = re.compile(r"(?:co-?\s?financiering|cofinancing|(?:eigen )?bijdragen?|inbreng|sponsoring)\b", re.IGNORECASE)
_PAYER_ALONE = re.compile(
    r"(?:de |het |onze )?(?:school\w*|bedrij(?:f|ven)|gemeente|bestuur|ouders|partners?|provincie|sponsors?)\b"
    r"[^,;]{0,20}$",
    re.IGNORECASE,
)


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


def _payers_are_costs(resources: Resources, less: int) -> Resources | None:
    """Count what others give with the costs, where the total shows that it was counted."""
    payers = [one for one in resources if one.role == "payer" and one.paid and one.written is not None]
    if not payers or sum(one.paid or 0 for one in payers) != less:
        return None
    return tuple(
        replace(one, amount=Amount(one.paid, one.text), role="cost")
        if one.role == "payer" and one.paid and one.written is not None
        else one
        for one in resources
    )


def _sure(one: Resource) -> Resource:
    return replace(one, amount=sure(one.amount))


MOST_LEFT_OUT = 12
"""Amounts that may be no costs, of which every choice is tried."""


Choice = tuple[int, Amount | None, int]
"""A line, an amount in it (None: what the line as a whole costs), and by how many cents it may count otherwise."""


def _read_otherwise(resources: Resources, change: int) -> Resources | None:
    """Read amounts that have a second meaning as that, where all of them together then make the total."""
    chosen = _adding_up([*_choices(resources)][:MOST_LEFT_OUT], change)
    if not chosen:
        return None
    left = list(resources)
    for at, amount, _ in chosen:
        left[at] = _counted_otherwise(left[at], amount)
    return tuple(left)


def _choices(resources: Resources) -> Iterator[Choice]:
    for at, one in enumerate(resources):
        if one.amount is not None and (_PAYER.match(one.text) or _PAYER_ALONE.match(one.text)):
            yield at, None, -one.amount.cents
            continue
        if one.amount is None and one.written is None:
            for product in products_in(one.text, bare=True):
                yield at, Amount(product.outcome, product.written), product.outcome
        for amount in one.amounts:
            if amount.other is not None:
                yield at, amount, amount.other - amount.cents


def _counted_otherwise(one: Resource, amount: Amount | None) -> Resource:
    if amount is None:
        return replace(one, amount=None, amounts=(), role="payer", cofinancing=True, paid=_given(one))
    if amount not in one.amounts:
        return replace(one, amount=amount, amounts=(amount,))
    whole = [replace(amount, cents=amount.other)] if amount.other else []
    amounts = tuple(other for each in one.amounts for other in (whole if each is amount else [each]))
    return replace(one, amounts=amounts, amount=added(amounts))


def _adding_up(choices: list[Choice], change: int) -> list[Choice]:
    """Return some of the choices that together are this many cents."""
    sums: dict[int, list[Choice]] = {0: []}
    for one in choices:
        sums = {**{cents + one[2]: [*some, one] for cents, some in sums.items()}, **sums}
    return sums.get(change, [])
