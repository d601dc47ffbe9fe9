"""Money in a text: amounts, products such as `6 x € 450`, and what of it others pay.

`amounts.py` knows one amount by itself; here are the texts in which people put it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from sto_cli.plans.amounts import LONGEST, Amount, read_amount

if TYPE_CHECKING:
    from sto_cli.plans.model import Resource

_DIGITS = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_TAIL = r"(?:,-{1,2}|,=|,—|,–)?"
_MONEY = (
    rf"(?:(?:ca\.?|circa|ongeveer|about|±)\s*)?(?:(?:€|\beur\b|\beuro\b)\s?(?:{_DIGITS}){_TAIL}(?:\s?k\b)?|"
    rf"(?<![\w.,-])(?:{_DIGITS})(?:,-{{1,2}}|,=|\s?(?:€|euro'?s?\b|eur\b)|\s?k\b)|"
    r"(?<![\w.,-])\d{1,3}(?:\.\d{3})+(?![\w.,]*\d))"
)
_SIGN = re.compile(_MONEY, re.IGNORECASE)
_BARE = re.compile(r"(?:[:=|]\s*|\s)(\d{2,6})\s*$")
"""Digits at the end of a line, as in `Robots: 2400`."""

_TIMES = r"\s*(?:x|×|\*|maal|times|à|a|@)\s*"
_COUNT = r"(?P<{name}>\d+(?:,\d{{1,2}})?)(?:\s?[a-z][\w'.-]*){{0,3}}?"
_PRODUCT = re.compile(
    r"(?<![\w.,])" + _COUNT.format(name="one") + _TIMES + "(?:" + _COUNT.format(name="two") + _TIMES + ")?"
    rf"(?P<money>(?:€|euro?\b)?\s?(?:{_DIGITS}){_TAIL}(?:\s?(?:€|euro'?s?\b))?)(?![\w%])"
    rf"(?:\s*(?:per \w+\s*)?(?:=|is)\s*(?P<stated>(?:€|eur\b|euro\b)?\s?(?:{_DIGITS}){_TAIL}))?",
    re.IGNORECASE,
)

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
_NOT_PAID = re.compile(r"\b(?:geen|zonder|niet|no|without|nog)\b[^.;]{0,20}co-?financ", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:tussen|between|maximaal|max\.|minimaal|hooguit)\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:totaal|total|samen|tezamen|opgeteld|alles bij elkaar|in all|altogether)\b|^het (?:plan )?kost", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ý€])|\n")


LONGEST_SAID = 5_000
"""Characters of a text in which amounts are looked for: more than any answer to question 6 has."""


class Product(NamedTuple):
    """A product in a text: what was written, what it is in cents, and what is said to be the outcome, if it is."""

    written: str
    cents: int
    stated: int | None = None

    @property
    def outcome(self) -> int:
        """What the writer counts with: the outcome that is stated, else the product, in cents."""
        return self.cents if self.stated is None else self.stated


@dataclass(frozen=True, slots=True)
class Money:
    """What a text says of money, in the order of the text.

    `costs` are amounts that something costs, `paid` those of them (or parts of them) that others pay, `total` what is
    called all of it together. `cofinanced` says whether others pay, and is None where nothing is said of that.
    """

    costs: tuple[Amount, ...] = ()
    paid: tuple[Amount, ...] = ()
    total: Amount | None = None
    cofinanced: bool | None = None
    products: tuple[Product, ...] = ()


def products_in(text: str) -> Iterator[Product]:
    """Yield the products in a text: `60 uur x € 60 = € 3.600`. Without a sign of money, two numbers are no costs."""
    for found in _PRODUCT.finditer(text) if len(text) <= LONGEST_SAID else ():
        price = read_amount(found["money"].strip())
        stated = read_amount(found["stated"].strip()) if found["stated"] else None
        if price is None or not (re.search(r"€|eur", found[0], re.IGNORECASE) or stated is not None):
            continue
        count = _number(found["one"]) * (_number(found["two"]) if found["two"] else 1)
        yield Product(" ".join(found[0].split()), round(count * price.cents), stated.cents if stated else None)


def product_meant(written: str) -> Product | None:
    """Return the product that a text is, and nothing but that."""
    found = _PRODUCT.fullmatch(written.strip())
    price = read_amount(found["money"].strip()) if found else None
    if found is None or price is None:
        return None
    stated = read_amount(found["stated"].strip()) if found["stated"] else None
    count = _number(found["one"]) * (_number(found["two"]) if found["two"] else 1)
    return Product(" ".join(written.split()), round(count * price.cents), stated.cents if stated else None)


def amount_meant(written: str) -> Amount | None:
    """Return the amount that a text means, a product included."""
    product = product_meant(written) if len(written) <= 2 * LONGEST else None
    if product is not None:
        return Amount(product.outcome, written, sure=False)
    return read_amount(written)


def _number(written: str) -> Fraction:
    return Fraction(written.replace(",", "."))


def added(amounts: Sequence[Amount]) -> Amount | None:
    """Return the sum of amounts, with the words of the first that leaves doubt; None when there are none."""
    if not amounts:
        return None
    doubtful = next((amount for amount in amounts if amount.ambiguous), None)
    words = (
        (doubtful or amounts[0]).written if len(amounts) == 1 or doubtful else " + ".join(a.written for a in amounts)
    )
    return Amount(sum(amount.cents for amount in amounts), words, doubtful is not None, sure=False)


def settled(resources: tuple[Resource, ...], total: Amount | None) -> tuple[Resource, ...]:
    """Take away the doubt about amounts such as `4,500` where the total shows how they are meant."""
    costs = sum(resource.amount.cents for resource in resources if resource.amount is not None)
    if total is None or total.ambiguous:
        return resources
    if costs != total.cents:
        return _without_payers(resources, costs - total.cents)
    return tuple(
        replace(one, amount=replace(one.amount, ambiguous=False)) if one.amount and _by_comma(one.amount) else one
        for one in resources
    )


_PAYER = re.compile(r"(?:co-?\s?financiering|cofinancing|(?:eigen )?bijdrage|inbreng|sponsoring)\b", re.IGNORECASE)


def _without_payers(resources: tuple[Resource, ...], too_much: int) -> tuple[Resource, ...]:
    """Take lines such as `Cofinanciering bedrijf: 3.500` out of the costs, where the total shows that they are none."""
    payers = [one for one in resources if one.amount is not None and _PAYER.match(one.text)]
    if not payers or sum(one.amount.cents for one in payers if one.amount) != too_much:
        return resources
    return tuple(
        replace(one, amount=None, cofinancing=True, paid=one.amount.cents) if one in payers and one.amount else one
        for one in resources
    )


def _by_comma(amount: Amount) -> bool:
    return amount.ambiguous and re.search(r"\d,\d{3}(?!\d)", amount.written) is not None


def money_in(text: str) -> Money:
    """Read what a text says of money, sentence by sentence."""
    if len(text) > LONGEST_SAID:
        return Money()
    costs: list[Amount] = []
    paid: list[Amount] = []
    total: Amount | None = None
    cofinanced: bool | None = None
    for sentence in _SENTENCE.split(text):
        amounts = list(_amounts(sentence))
        if _NOT_PAID.search(sentence):
            cofinanced = cofinanced or False
        elif _ALL_PAID.search(sentence) or (amounts and _PART_PAID.search(sentence)):
            cofinanced = True
        whole = _ALL.search(sentence)
        if whole and amounts and total is None:
            total, amounts = amounts[0][1], amounts[1:]
        elif _RANGE.search(sentence):
            return Money()
        _sort(sentence, amounts, costs, paid)
    return Money(tuple(costs), tuple(paid), total, cofinanced, tuple(products_in(text)))


def _sort(sentence: str, amounts: list[tuple[int, Amount]], costs: list[Amount], paid: list[Amount]) -> None:
    """Put the amounts of a sentence with the costs, with what others pay, or (a gift) with both."""
    part = _PART_PAID.search(sentence)
    gift = _ALL_PAID.search(sentence) is not None and not _NOT_PAID.search(sentence)
    for position, amount in amounts:
        alone = len(amounts) == 1 and not re.match(r".{0,40}?\b(?:waarvan|of which|daarvan)\b", sentence, re.IGNORECASE)
        if part is not None and position > part.start() and not (gift and alone and not costs):
            if all(amount.cents != one.cents for one in paid):
                paid.append(amount)
        else:
            costs.append(amount)
            if gift and alone:
                paid.append(amount)


def _amounts(sentence: str) -> Iterator[tuple[int, Amount]]:
    """Yield the amounts of a sentence with their positions; a product counts as one."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Amount]] = []
    for product in _PRODUCT.finditer(sentence):
        made = next(products_in(product[0]), None)
        if made is not None:
            taken.append(product.span())
            if _restates(sentence, product.start(), made):
                continue
            found.append((product.start(), Amount(made.outcome, made.written, sure=False)))
    for one in _SIGN.finditer(sentence):
        amount = read_amount(one[0].strip())
        if amount is not None and not any(start <= one.start() < end for start, end in taken):
            found.append((one.start(), amount))
    if not found and (bare := _BARE.search(sentence)):
        amount = read_amount(bare[1])
        if amount is not None and not re.fullmatch(r"20[0-3]\d", bare[1]):
            found.append((bare.start(1), amount))
    yield from sorted(found, key=lambda pair: pair[0])


def _restates(sentence: str, start: int, product: Product) -> bool:
    """Whether a product between brackets says of what the amount before it is made: `€ 6.000 (100 uur x € 60)`."""
    before = sentence[:start].rstrip()
    if not before.endswith("("):
        return False
    earlier = [read_amount(one[0].strip()) for one in _SIGN.finditer(before)]
    return bool(earlier) and earlier[-1] is not None and earlier[-1].cents == product.cents
