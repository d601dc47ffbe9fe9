"""Products in a text on money: `6 x € 450`, `2 jaar x 40 weken x 8 uur x € 60 = € 38.400`, `€ 60 x 80 uur`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import NamedTuple

from sto_cli.plans.language.amounts import DIGITS, TAIL, read_amount

LONGEST_SAID = 5_000
"""Characters of a text in which amounts are looked for: more than any answer to question 6 has."""

SHORT = 400
"""Characters of a text whose products are remembered: a cost has 30 to 200."""

MOST_FACTORS = 6
"""Factors of a product: years, weeks, hours, people, a rate, and one more."""

_EURO = r"(?:€|\beuro?\b)"
_NUMBER = rf"(?:{_EURO}\s?)?(?:{DIGITS}){TAIL}(?:\s?(?:€(?!\s*\d)|euro'?s?\b|eur\b))?(?!\d|\s?%|[dg]\b)"
_TIMES = r"\s*\(?(?:x|×|\*|maal|keer|times|à|á|a|@|van|tegen)\s*(?=€|\d|eur)"
_WORD = r"(?:[2-5][dgk]\b(?:-[^\W\d_]+)?|[^\W\d_][\w'.&-]*)"
_UNIT = rf"(?:\s?{_WORD}(?:\s{_WORD}){{0,3}}?)??(?:\s\([^()\d]{{1,30}}\))?"
_EACH = rf"(?:\s?(?:per\s|p\.\s?|p/|/\s?){_WORD})?"
_PRODUCT = re.compile(
    rf"(?<![\w.,])(?P<factors>{_NUMBER}{_EACH}(?:{_UNIT}{_TIMES}{_NUMBER}{_EACH}){{1,{MOST_FACTORS - 1}}})(?![\w%])"
    rf"(?:\)?(?:(?:\s{_WORD}){{0,2}}?\s*(?P<sign>=|is|:|→|->|,? ?(?:dus|dat is|is|samen|ofwel|oftewel)|\.{{3,}})\s*|"
    r"\s{2,}|\s(?=€))"
    rf"(?P<stated>{_EURO}?\s{{0,3}}(?:{DIGITS}){TAIL}"
    rf"(?:\s?(?:€|euro'?s?\b))?)(?![\w%]))?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\d\D+\d")
"""Two numbers: a text without them holds no product."""

_OF = re.compile(r"\b(?:van|tegen)\b(?!.*\bper (?:stuk|uur|keer|dag|dagdeel|piece|hour)\b)", re.IGNORECASE)
_BETWEEN = re.compile(_TIMES, re.IGNORECASE)
_FIGURE = re.compile(_NUMBER, re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\s?[^\W\d_]")
_IN_EUROS = re.compile(r"€|eur|\d,(?:-|=|—|–)", re.IGNORECASE)
_RANGE = re.compile(rf"(?P<one>{_NUMBER})\s*[àáa]\s*(?P<other>{_NUMBER})", re.IGNORECASE)
"""“250 à 300,-”, where nothing is counted."""

_WHICH_ONE = re.compile(
    r"(?<!per )\b(?:klas|leerjaar|jaar|groep|blok|periode|fase|week|kwartaal|les|doel|stap|module|lokaal|niveau|"
    r"class|year|grade|group|lesson|phase|goal)\s*$",
    re.IGNORECASE,
)
"""Before a number that says which one: in “klas 3 x 25” nothing is counted."""

_TIME = re.compile(
    r"(?:uur|uren|\bles|lessen|\bmin|minuten|dag|dagen|dagdelen|week|weken|jaar|maanden|\bhours?|lessons?|weeks?|days?)\b",
    re.IGNORECASE,
)
_AT_PRICE = re.compile(r"[àá@]|\btegen\b", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\dx×]{2,}")
_COUNT_OR_PRICE = 100
"""Euros below which a number behind a time may be a count of weeks or minutes as well as a price."""

_SIZE = 20
"""From which on two numbers times each other, and nothing else, may be the size of a thing: “80 x 200”."""


class Product(NamedTuple):
    """A product in a text: what was written, what it is in cents, and what is said to be the outcome, if it is."""

    written: str
    cents: int
    stated: int | None = None

    @property
    def outcome(self) -> int:
        """What the writer counts with: the outcome that is stated, else the product, in cents."""
        return self.cents if self.stated is None else self.stated


class FoundProduct(NamedTuple):
    """A product with its position in the text."""

    start: int
    end: int
    product: Product


def find_products(text: str, *, bare: bool = False) -> Iterator[FoundProduct]:
    """Yield the products in a text.

    Without a sign of money or an outcome, numbers times each other are no costs, unless `bare` ones are asked for.
    """
    for found, product in _found(text):
        in_euros = _IN_EUROS.search(found[0]) is not None
        outcome = found["stated"] is not None and found["sign"] != ":" and not _OF_SOMETHING.match(text, found.end())
        none = _is_either(found, product) or _is_range(found)
        if not none and (in_euros or outcome or bare):
            yield FoundProduct(found.start(), found.end(), product)


def find_prices(text: str) -> Iterator[FoundProduct]:
    """Yield products that may be none: in “6 laptops van € 2.700” that may be the price of one, or of all."""
    return (FoundProduct(*found.span(), product) for found, product in _found(text) if _is_either(found, product))


_Found = tuple[tuple[re.Match[str], Product], ...]


def _found(text: str) -> _Found:
    if len(text) > LONGEST_SAID or not _SEVERAL.search(text):
        return ()
    return _remembered(text) if len(text) <= SHORT else _look(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> _Found:
    """Return the products of a short text; each rule on money asks for them again."""
    return _look(text)


def _look(text: str) -> _Found:
    products = ((found, _product(found)) for found in _PRODUCT.finditer(text))
    return tuple((found, product) for found, product in products if product is not None)


def _is_either(found: re.Match[str], product: Product) -> bool:
    either = _OF.search(found["factors"]) is not None or counts_nothing(found.string, found.start())
    return either and product.stated != product.cents


def counts_nothing(text: str, start: int) -> bool:
    """Whether the number that begins there says which one of several is meant: “klas 3 x 25”."""
    return _WHICH_ONE.search(text, max(0, start - SHORT), start) is not None


def _is_range(found: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range: “250 à 300,-”."""
    ends = _RANGE.fullmatch(found["factors"])
    one, other = (read_amount(ends[name].strip()) for name in ("one", "other")) if ends else (None, None)
    return one is not None and other is not None and one.cents <= other.cents < 4 * one.cents


def may_be_a_size(written: str) -> bool:
    """Whether numbers times each other, without a sign of money, may be the size of a thing: “80 x 200”."""
    return not _AT_PRICE.search(written) and min(_numbers(written)) >= _SIZE and _NAMED.search(written) is None


def may_be_time(text: str, written: str) -> bool:
    """Whether they may be hours and weeks or minutes; `text` is the part of a line in which they stand."""
    priced = _AT_PRICE.search(written) is not None
    return not priced and _TIME.search(text) is not None and _numbers(written)[-1] < _COUNT_OR_PRICE


def _numbers(written: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", written)]


def products_in(text: str, *, bare: bool = False) -> Iterator[Product]:
    """Yield the products in a text; see `find_products`."""
    return (found.product for found in find_products(text, bare=bare))


def product_meant(written: str) -> Product | None:
    """Return the product that a text is, and nothing but that."""
    found = _PRODUCT.fullmatch(written.strip())
    return _product(found) if found else None


def _product(found: re.Match[str]) -> Product | None:
    figures = [_FIGURE.match(part.strip()) for part in _BETWEEN.split(found["factors"])]
    factors = [read_amount(figure[0].strip()) if figure else None for figure in figures]
    stated = read_amount(found["stated"].strip()) if found["stated"] else None
    known = [factor for factor in factors if factor is not None]
    if len(known) < len(factors) or (found["stated"] and stated is None):
        return None
    cents = prod((Fraction(factor.cents, 100) for factor in known), start=Fraction(100))
    written = " ".join(found[0].split())
    written = f"({written}" if written.count(")") > written.count("(") else written
    return Product(written, round(cents), stated.cents if stated else None)
