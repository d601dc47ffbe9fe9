"""Money in a text: what things cost, what others pay of it, what is asked of the region, and what is called the total.

`amounts.py` knows one amount by itself and `products.py` a product; here are the texts in which people put them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from sto_cli.plans.amounts import ABOUT, DIGITS, LONGEST, TAIL, Amount, read_amount
from sto_cli.plans.products import LONGEST_SAID, Product, find_products, product_meant

if TYPE_CHECKING:
    from sto_cli.plans.model import Resource

_MONEY = (
    rf"(?:{ABOUT}\s*)?(?:(?:€|\beur\b|\beuro\b)\s?(?:{DIGITS}){TAIL}(?:\s?k\b)?|"
    rf"(?<![\w.,-])(?:{DIGITS})(?:,-{{1,2}}|,=|\s?(?:€|euro'?s?\b|eur\b)|\s?k\b)|"
    r"(?<![\w.,-])\d{1,3}(?:\.\d{3})+(?![\w.,]*\d))"
)
_SIGN = re.compile(_MONEY, re.IGNORECASE)
_EITHER = re.compile(rf"(?P<one>{_MONEY})\s*(?:of|or|à|tot|to|-|–|en hooguit)\s*(?P<other>{_MONEY})", re.IGNORECASE)
_BARE = re.compile(r"(?:[:=|]\s*|\s)(?!20[0-3]\d\s*[.,;]?\s*$)(\d{2,6})\s*[.,;]?\s*$")
"""Digits at the end of a line or between commas, as in `Robots: 2400` and `printer 2800, bus 450`."""

_PART_PAID = re.compile(
    r"waarvan|of which|daarvan|neemt|nemen|betaalt|betalen|betaald door|draagt|dragen|eigen bijdrage|legt|leggen|"
    r"cofinanciering van|co-financiering van|pays?\b|sponsort|\bgeven\b|\bgeeft\b",
    re.IGNORECASE,
)
_ALL_PAID = re.compile(
    r"co-?financier|in natura|in kind|\bgift\b|geschonken|gesponsord|schenkt|schenking|cofinanc|"
    r"betaald door|voor rekening van|ter beschikking gesteld",
    re.IGNORECASE,
)
_PAYS = re.compile(r"\W*(?:(?:totale? )?co-?\s?financiering|cofinancing|eigen bijdrage)\s*[:=(]", re.IGNORECASE)
"""The opening of a line that only says what others pay of costs that stand elsewhere."""

_NOT_PAID = re.compile(r"\b(?:geen|zonder|niet|no|without|nog)\b[^.;]{0,20}co-?financ", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:tussen|between)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:totaal\w*|totale|total|tezamen|opgeteld|alles bij elkaar|al met al|altogether|in all)\b|"
    r"(?:^|[,;:(.]\s*)(?:\W*(?:dat|dit|dus|en|alles|is|zijn|komt|kost|alle posten)\s)*samen\b(?! met\b)",
    re.IGNORECASE,
)
"""Words before an amount that is all of it together."""

_COSTS = re.compile(r"\W*(?:(?:het|dit|de|ons|the|hele|plan|project|kosten)\s)*(?:kost|kosten|costs?)\b", re.IGNORECASE)
"""The opening of a sentence whose first amount is the total, where the others make it up."""

_ASKED = re.compile(
    r"\b(?:(?:wij|we|ik) vra(?:gen|ag)|vra(?:gen|ag) (?:wij|we|ik|aan)|gevraagde?|aangevraagde?|aan te vragen|aanvraag|"
    r"(?:gevraagde |sto-?)?subsidie(?:bedrag|aanvraag)?|sto-?(?:bijdrage|middelen|deel)|"
    r"(?:ten laste van|bijdrage (?:van|uit)|uit) (?:de )?(?:sto|regio)|(?:regio|sto) (?:betaalt|draagt)|"
    r"blijft over|resteert|restbedrag|(?:we|i) ask|ask(?:ed|ing)? (?:for|of)|requested)\b",
    re.IGNORECASE,
)
"""Words around what is asked of the region: a part of the costs that stand elsewhere."""

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ý€])|\n")


@dataclass(slots=True)
class Money:
    """What a text says of money, in the order of the text.

    `costs` are amounts that something costs, `paid` those of them (or parts of them) that others pay, `asked` what is
    asked of the region, `total` what is called all of it together. `cofinanced` says whether others pay, and is None
    where nothing is said of that.
    """

    costs: list[Amount] = field(default_factory=list)
    paid: list[Amount] = field(default_factory=list)
    asked: list[Amount] = field(default_factory=list)
    total: Amount | None = None
    cofinanced: bool | None = None


class _Said(NamedTuple):
    """An amount in a sentence, and where it stands."""

    start: int
    end: int
    amount: Amount


def amount_meant(written: str) -> Amount | None:
    """Return the amount that a text means, a product included."""
    product = product_meant(written) if len(written) <= 2 * LONGEST else None
    if product is not None:
        return Amount(product.outcome, written, sure=False)
    return read_amount(written)


def added(amounts: Sequence[Amount]) -> Amount | None:
    """Return the sum of amounts, with the words of the first that leaves doubt; None when there are none."""
    if not amounts:
        return None
    doubtful = next((amount for amount in amounts if amount.ambiguous), None)
    words = (
        (doubtful or amounts[0]).written if len(amounts) == 1 or doubtful else " + ".join(a.written for a in amounts)
    )
    rough = any(amount.rough for amount in amounts)
    return Amount(sum(amount.cents for amount in amounts), words, doubtful is not None, sure=False, rough=rough)


def money_in(text: str) -> Money:
    """Read what a text says of money, sentence by sentence."""
    money = Money()
    if len(text) > LONGEST_SAID:
        return money
    for sentence in _SENTENCE.split(text):
        said = list(_amounts(sentence))
        _note_payers(sentence, money, any_amount=bool(said))
        rest = _without_total(sentence, said, money)
        beside_total, said = len(rest) < len(said), rest
        if said and _BETWEEN.search(sentence):
            return Money()
        if said and _ASKED.search(sentence):
            money.asked += [one.amount for one in said]
        elif (beside_total and money.cofinanced) or _PAYS.match(sentence):
            money.paid += [one.amount for one in said]
        else:
            _sort(sentence, said, money)
    return money


def _note_payers(sentence: str, money: Money, *, any_amount: bool) -> None:
    if _NOT_PAID.search(sentence):
        money.cofinanced = money.cofinanced or False
    elif _ALL_PAID.search(sentence) or (any_amount and _PART_PAID.search(sentence)):
        money.cofinanced = True


def _without_total(sentence: str, said: list[_Said], money: Money) -> list[_Said]:
    """Take the amount that is called the total out of those of a sentence."""
    if money.total is not None:
        return said
    for index, one in enumerate(said):
        before = sentence[said[index - 1].end if index else 0 : one.start]
        if (_WHOLE.search(before) and not _PART_PAID.search(before)) or _makes_up(sentence, said, index):
            money.total = one.amount
            return said[:index] + said[index + 1 :]
    return said


def _makes_up(sentence: str, said: list[_Said], index: int) -> bool:
    """Whether the first amount of “It costs € 900: € 600 for … and € 300 for …” is what the others make up."""
    if index or not _COSTS.match(sentence):
        return False
    others = [one.amount.cents for one in said[1:]]
    return not others or sum(others) == said[0].amount.cents or ":" in sentence[said[0].end : said[1].start]


def _sort(sentence: str, said: list[_Said], money: Money) -> None:
    """Put the amounts of a sentence with the costs, with what others pay, or (a gift) with both."""
    part = _PART_PAID.search(sentence)
    gift = _ALL_PAID.search(sentence) is not None and not _NOT_PAID.search(sentence)
    of_which = re.match(r".{0,40}?\b(?:waarvan|of which|daarvan)\b", sentence, re.IGNORECASE)
    alone = len(said) == 1 and not of_which
    for one in said:
        if part is not None and one.start > part.start() and not (gift and alone and not money.costs):
            if all(one.amount.cents != other.cents for other in money.paid):
                money.paid.append(one.amount)
        else:
            money.costs.append(one.amount)
            if gift and alone:
                money.paid.append(one.amount)


def _amounts(sentence: str) -> Iterator[_Said]:
    """Yield the amounts of a sentence in their order; a product counts as one."""
    products = list(find_products(sentence))
    found = [
        _Said(one.start, one.end, Amount(one.product.outcome, one.product.written, sure=False))
        for one in products
        if not _restates(sentence, one.start, one.product)
    ]
    taken = [(one.start, one.end) for one in products]
    for either in _EITHER.finditer(sentence):
        one, other = (read_amount(either[name].strip()) for name in ("one", "other"))
        if one and other and not _within(either.start(), taken):
            cents = max(one.cents, other.cents)
            found.append(
                _Said(*either.span(), Amount(cents, either[0], ambiguous=True, sure=False, rough=True, either=True))
            )
            taken.append(either.span())
    for sign in _SIGN.finditer(sentence):
        amount = read_amount(sign[0].strip())
        if amount is not None and not _within(sign.start(), taken):
            found.append(_Said(*sign.span(), amount))
    yield from sorted(found) if found else _bare(sentence)


def _within(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _bare(sentence: str) -> Iterator[_Said]:
    """Yield amounts without any sign of money: at the end of a line, or of each part between commas."""
    parts = [(found.start(), found[0]) for found in re.finditer(r"[^,;]+", sentence)]
    ends = [(start, _BARE.search(part)) for start, part in parts]
    if len(ends) > 1 and not all(found for _, found in ends):
        ends = ends[-1:]
    for start, found in ends:
        amount = read_amount(found[1]) if found else None
        if found and amount is not None:
            yield _Said(start + found.start(1), start + found.end(1), amount)


def _restates(sentence: str, start: int, product: Product) -> bool:
    """Whether a product between brackets says of what the amount before it is made: `€ 6.000 (100 uur x € 60)`."""
    before = sentence[:start].rstrip()
    if not before.endswith("("):
        return False
    earlier = [read_amount(one[0].strip()) for one in _SIGN.finditer(before)]
    return bool(earlier) and earlier[-1] is not None and earlier[-1].cents == product.cents


# A list of costs as a whole


def settled(resources: tuple[Resource, ...], total: Amount | None) -> tuple[Resource, ...]:
    """Look at all costs together: what is asked of the region is no cost beside them, and a total settles doubts."""
    resources = _without_asked(resources)
    costs = sum(resource.amount.cents for resource in resources if resource.amount is not None)
    if total is None or total.ambiguous:
        return resources
    if costs != total.cents:
        return _without_payers(resources, costs - total.cents)
    return tuple(
        replace(one, amount=replace(one.amount, ambiguous=False)) if one.amount and _by_comma(one.amount) else one
        for one in resources
    )


def _without_asked(resources: tuple[Resource, ...]) -> tuple[Resource, ...]:
    """Take the amount of lines such as `Wij vragen € 27.900` away, where other lines say what it is for."""
    if not any(one.role == "cost" and one.amount is not None for one in resources):
        return resources
    return tuple(replace(one, amount=None, amounts=()) if one.role == "request" else one for one in resources)


_PAYER = re.compile(r"(?:co-?\s?financiering|cofinancing|(?:eigen )?bijdrage|inbreng|sponsoring)\b", re.IGNORECASE)


def _without_payers(resources: tuple[Resource, ...], too_much: int) -> tuple[Resource, ...]:
    """Take lines such as `Cofinanciering bedrijf: 3.500` out of the costs, where the total shows that they are none."""
    payers = [one for one in resources if one.amount is not None and _PAYER.match(one.text)]
    if not payers or sum(one.amount.cents for one in payers if one.amount) != too_much:
        return resources
    return tuple(
        replace(one, amount=None, role="payer", cofinancing=True, paid=one.amount.cents)
        if one in payers and one.amount
        else one
        for one in resources
    )


def _by_comma(amount: Amount) -> bool:
    return amount.ambiguous and re.search(r"\d,\d{3}(?!\d)", amount.written) is not None
