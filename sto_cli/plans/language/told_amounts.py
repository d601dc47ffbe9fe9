"""The amounts that a sentence tells of, in their order: a product counts once, and the price of one not at all.

What the amounts are (costs, the total, what others pay) is known in `money.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from sto_cli.plans.language.amounts import ABOUT, DIGITS, TAIL, YEAR, Amount, read_amount
from sto_cli.plans.language.money_words import PART_PAID, PAYS, WHOLE
from sto_cli.plans.language.number_words import numbers_in
from sto_cli.plans.language.products import (
    Product,
    counts_nothing,
    find_prices,
    find_products,
    may_be_a_size,
    may_be_time,
)

_MONEY = (
    rf"(?:{ABOUT}\s*)?(?:(?:€|\beur\b|\beuro\b)\s?(?:{DIGITS}){TAIL}(?:\s?k\b)?|"
    rf"(?<![\w.,-])(?:{DIGITS})(?:,-{{1,2}}|,=|\s?(?:€|euro'?s?\b|eur\b)(?!\s?\d)|\s?k\b)|"
    r"(?<![\w.,-])(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,3}(?:,\d{3})+)(?![\w.,]*\d))"
)
_SIGN = re.compile(_MONEY, re.IGNORECASE)
_EITHER = re.compile(rf"(?P<one>{_MONEY})\s*(?:of|or|à|tot|to|-|–|en hooguit)\s*(?P<other>{_MONEY})", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:(?<!\d)[:=|]\s*|[=|]\s*|\s|(?<=\s\d[x×*])|(?<=\s\d\d[x×*]))(?!{YEAR}\s*[.,;]?\s*$)"
    r"((?<=[:=|]\s)\d{1,3}(?:\s\d{3})+|(?<!\d\s)\d{2,6}|\d[1-9]\d{0,4}|[1-9]\d{1,5})\s*[.,;]?\s*$"
)
"""Digits at the end of a line or between commas, as in `Robots: 2400` and `printer 2800, bus 450`."""


class ToldAmount(NamedTuple):
    """An amount in a sentence, and where it stands."""

    start: int
    end: int
    amount: Amount


def amounts_in(sentence: str) -> Iterator[ToldAmount]:
    """Yield the amounts of a sentence in their order; a product counts as one."""
    products, prices = list(find_products(sentence)), list(find_prices(sentence))
    found = [
        ToldAmount(one.start, one.end, Amount(one.product.outcome, one.product.written, sure=False))
        for one in products
        if not (_restates(sentence, one.start, one.product) or _restated(sentence, one.end, one.product))
    ]
    taken = [(one.start, one.end) for one in products]
    for either in _EITHER.finditer(sentence):
        one, other = (read_amount(either[name].strip()) for name in ("one", "other"))
        if one and other and not _within(either.start(), taken):
            cents = max(one.cents, other.cents)
            found.append(
                ToldAmount(
                    *either.span(), Amount(cents, either[0], ambiguous=True, sure=False, rough=True, either=True)
                )
            )
            taken.append(either.span())
    for sign in _SIGN.finditer(sentence):
        amount = read_amount(sign[0].strip())
        if amount is not None and not _within(sign.start(), taken) and not _PER_HOUR.match(sentence, sign.end()):
            whole = next((one.product.cents for one in prices if one.start < sign.start() < one.end), None)
            often = _SO_OFTEN.search(sentence, 0, sign.start())
            whole = int(often["times"]) * amount.cents if often else whole
            found.append(ToldAmount(*sign.span(), replace(amount, other=whole)))
    if not any(_stands_free(sentence, one) for one in found):
        found += _bare(sentence)
    else:
        found += list(_bare_between(sentence, found))
    if _SPEAKS_PLAINLY.search(sentence):
        taken += [(one.start, one.end) for one in found]
        found += [one for one in _bare_anywhere(sentence) if not _within(one.start, taken)]
    yield from _of_costs(sentence, sorted(found, key=lambda one: one.start))


def _stands_free(sentence: str, one: ToldAmount) -> bool:
    """Whether an amount is no price of one, and not between brackets."""
    return sentence.count("(", 0, one.start) == sentence.count(")", 0, one.start) and not _PER_ONE.match(
        sentence, one.end
    )


def _of_costs(sentence: str, said: Sequence[ToldAmount]) -> Iterator[ToldAmount]:
    """Yield amounts without those that only explain another, and mark those that may do so."""
    said = [one for one in said if not _ONE_COSTS.search(sentence[: one.start])]
    more = [one for one in said if not _PER_ONE.match(sentence, one.end)] or said
    more = list(_without_parts(sentence, more))
    numbers = numbers_in(sentence)
    for index, one in enumerate(more):
        before = more[index - 1] if index else None
        if before and before.amount.cents == one.amount.cents and _AGAIN.fullmatch(sentence[before.end : one.start]):
            continue
        if one.amount.other and any(other.amount.cents == one.amount.other for other in more[:index]):
            continue  # “€ 2.250 voor uren: 45 uur van € 50”
        explains = _PER_YEAR.match(sentence, one.end) and len(more) > 1
        sum_before = _adds_up(more[:index][::-1], one.amount.cents) or _adds_up(more[index + 1 :], one.amount.cents)
        makes = any(_is_price_of(one.amount, other.amount, numbers) for other in more[index + 1 :])
        dearer = _DEARER.search(sentence[before.end if before else 0 : one.start])
        maybe = bool(explains or sum_before or makes or dearer)
        yield one._replace(amount=replace(one.amount, other=0)) if maybe else one


_DEARER = re.compile(
    r"\b(?:nieuw|\w+waarde|normaal|normaliter|eigenlijk|anders|winkelprijs|waarde van|worth|normally)(?: \w+)?\W*$",
    re.IGNORECASE,
)
"""Before an amount that something would cost, or is worth."""


def _adds_up(others: Sequence[ToldAmount], cents: int) -> bool:
    """Whether two amounts or more, from the first on, together are as much."""
    sums = list(accumulate(other.amount.cents for other in others))
    return cents > 0 and cents in sums[1:]


def _without_parts(sentence: str, said: Sequence[ToldAmount]) -> Iterator[ToldAmount]:
    """Yield amounts without those between brackets that make up the one beside them: `(600, 900): 1.500`."""
    for bracket in _BRACKET.finditer(sentence):
        inside = [one for one in said if bracket.start() < one.start < bracket.end()]
        beside = {
            one.amount.cents
            for one in said
            if (one.end <= bracket.start() and not sentence[one.end : bracket.start()].strip(" :="))
            or (one.start >= bracket.end() and not sentence[bracket.end() : one.start].strip(" :=€"))
        }
        if sum(one.amount.cents for one in inside) in beside:
            said = [one for one in said if one not in inside]
    yield from said


_BRACKET = re.compile(r"\([^()]*\)")


_AGAIN = re.compile(
    r"[\s,;:=().→-]*(?:(?:dat|dit|dus|is|in|totaal|samen|oftewel|ofwel|that|so)[\s,:=(]*)*", re.IGNORECASE
)
"""Between an amount and the same amount once more."""


def _is_price_of(one: Amount, other: Amount, numbers: set[int]) -> bool:
    """Whether an amount, times a number that stands beside it, is the other."""
    return 0 < one.cents < other.cents and other.cents % one.cents == 0 and other.cents // one.cents in numbers


_PER_HOUR = re.compile(r"\s*(?:per uur|p/u\b|an hour|per hour)", re.IGNORECASE)
"""Behind an amount that is the price of an hour, and no cost by itself."""

_PER_ONE = re.compile(
    r"\s*(?:/ ?|\b(?:per|p\.) ?)(?:leerling|lln|persoon|pers|p\b|stuk|st\b|docent|deelnemer|klas|groep|set|"
    r"pupil|student|person|piece|teacher)\w*|\s*(?:p\.?p\b|p/p|p/st|each\b|elk\b|ieder\b|per keer|per rit|per dag\w*)",
    re.IGNORECASE,
)
"""Behind an amount that is the price of one of several."""

_ONE_COSTS = re.compile(
    r"\bper (?:leerling|persoon|stuk|docent|deelnemer|set|uur|pupil|person|piece|hour)\s?"
    r"(?:is|zijn|kost|bedraagt|bedragen|:|=)?\s*$",
    re.IGNORECASE,
)
"""Before the price of one of several."""

_PER_YEAR = re.compile(r"\s*(?:/ ?|per )(?:\w*jaar|maand|week|year|month)\b|[^,;.(]{0,20}\)", re.IGNORECASE)
"""Behind an amount that may be the price of one of several, or explain the amount before its bracket."""

EARLIER = re.compile(
    r"\b(?:vorig\w*|afgelopen|eerdere) (?:school)?(?:jaar|keer|ronde|project|aanvraag)\b(?! (?:als|op))|"
    r"\b(?:last year|nieuwprijs|nieuwwaarde|winkelwaarde|uurtarief|hourly rate|(?:rekenen|rekening gehouden|calculate) "
    r"(?:wij |we )?met)\b",
    re.IGNORECASE,
)
"""In a sentence on what was paid before, or on what an hour costs."""


def _within(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _bare(sentence: str) -> Iterator[ToldAmount]:
    """Yield amounts without any sign of money: at the end of a line, or of each part between commas."""
    parts = [(found.start(), found[0]) for found in _LISTED.finditer(sentence)]
    ends = [(start, _BARE.search(part)) for start, part in parts]
    if len(ends) > 1 and not all(found for _, found in ends):
        ends = ends[-1:]
    for start, found in ends:
        amount = read_amount(found[1]) if found else None
        if found and amount is not None:
            yield from _times(sentence, ToldAmount(start + found.start(1), start + found.end(1), amount))


def _times(sentence: str, one: ToldAmount) -> Iterator[ToldAmount]:
    """Yield a number at the end of a product as its outcome, in doubt where it may be no money at all.

    Nothing where it is none: “klas 3 x 25”, “2 x per week 40”.
    """
    if _SO_OFTEN.search(sentence, 0, one.start):
        return
    for price in find_prices(sentence):
        if price.start < one.start < price.end:
            if not counts_nothing(sentence, price.start):
                yield one._replace(amount=replace(one.amount, other=price.product.cents))
            return
    for start, end, product in find_products(sentence, bare=True):
        if start < one.start < end:
            doubt = may_be_time(sentence[sentence.rfind(",", 0, start) + 1 : end], product.written)
            if doubt or not may_be_a_size(product.written):
                yield ToldAmount(start, end, Amount(product.outcome, product.written, ambiguous=doubt, sure=False))
            return
    yield one


_SO_OFTEN = re.compile(
    r"\b(?P<times>\d{1,3})\s?(?:x|×|keer|maal|times)\s(?:per|in de|in het|a|each|every)\s\w+:?\s*$", re.IGNORECASE
)
"""Before a number of what is done so often."""


_LISTED = re.compile(r"[^,;]+?(?=[,;]|(?<=\d\d)\s(?:en|and|plus)\s|$)", re.IGNORECASE)
"""The parts of a list in a sentence: between commas, and before “en” where an amount stands there."""


def _bare_between(sentence: str, found: Sequence[ToldAmount]) -> Iterator[ToldAmount]:
    """Yield amounts without a sign in a list of which most parts have one: “units 2 x € 300, lesmateriaal 800”."""
    parts = [(one.start(), one.end(), one[0]) for one in re.finditer(r"[^,;]+(?:,\d+[^,;]*)*", sentence)]
    silent = [part for part in parts if not any(part[0] <= one.start < part[1] for one in found)]
    for start, _, part in silent if 2 * len(silent) < len(parts) else ():
        yield from (ToldAmount(start + one.start, start + one.end, one.amount) for one in _bare(part))


_SPEAKS_PLAINLY = re.compile(
    rf"{PAYS.pattern}|{PART_PAID.pattern}|co-?\s?financiering|eigen (?:bijdrage|geld|middelen)|\+.{{1,60}}=|"
    rf"{WHOLE.pattern}|\bbij elkaar\b",
    re.IGNORECASE,
)
"""Where others pay, or a sum is written out, people leave the sign of money out."""

_BARE_ANYWHERE = re.compile(
    rf"(?<![\w.,€/-])(?<!€ )(?!{YEAR}\b)(\d{{3,6}})(?=\s*(?:$|[().,;:/+=&→-]|(?:en|zelf|bij|mee|in|op|aan|uit|van|door|"
    r"voor|eigen|euro|betaalt|betalen|and|from|of)\b))"
)


def _bare_anywhere(sentence: str) -> Iterator[ToldAmount]:
    for found in _BARE_ANYWHERE.finditer(sentence):
        amount = read_amount(found[1])
        if amount is not None:
            yield from _times(sentence, ToldAmount(found.start(), found.end(), amount))


def _restated(sentence: str, end: int, product: Product) -> bool:
    """Whether the amount behind a product between brackets is its outcome: `uren (40 x € 50) € 2.000`."""
    if not sentence[end:].startswith(")"):
        return False
    behind = _SIGN.match(sentence[end + 1 :].strip(" :=."))
    amount = read_amount(behind[0].strip()) if behind else None
    return amount is not None and amount.cents == product.cents


def _restates(sentence: str, start: int, product: Product) -> bool:
    """Whether a product between brackets says of what the amount before it is made: `€ 6.000 (100 uur x € 60)`."""
    before = sentence[:start].rstrip()
    if not before.endswith("("):
        return False
    earlier = [read_amount(one[0].strip()) for one in _SIGN.finditer(before)]
    return bool(earlier) and earlier[-1] is not None and earlier[-1].cents == product.cents
