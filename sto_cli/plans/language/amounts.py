"""Amounts of money as the Dutch write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sto_cli.plans.language.number_words import in_digits

LONGEST = 40
"""No amount is written longer."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in euro cents, as it was written, and whether a reader could take it for another amount."""

    cents: int
    written: str
    ambiguous: bool = False
    sure: bool = True
    """Whether the Dutch reading is beyond doubt, so that a repair may write it (`12,500` is not)."""
    rough: bool = False
    """Whether it is said to be about so much: a sum cannot be wrong because of it."""
    either: bool = False
    """Whether it is the higher of two that stand there: “€ 3.000 of € 4.000”."""
    other: int | None = None
    """What it may count for as well, in cents: nothing where it may explain another amount (a price per year, a sum of
    those before it), the price of all where it may be that of one."""

    @property
    def euros(self) -> int | float:
        """The amount in euros: whole when it is whole."""
        return self.cents // 100 if self.cents % 100 == 0 else self.cents / 100

    @property
    def digits(self) -> str:
        """As a plan asks for it: `12500` or `12500.50`."""
        return digits(self.cents)

    @property
    def plain(self) -> bool:
        """Whether it was written so (or with a decimal comma)."""
        return _PLAIN.fullmatch(self.written.strip()) is not None


def digits(cents: int) -> str:
    """Write cents as euros without marks: `12500`, `12500.50`."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{cents // 100}" if cents % 100 == 0 else f"{sign}{cents // 100}.{cents % 100:02d}"


_PLAIN = re.compile(r"-?\d+(?:[.,]\d\d)?")
ABOUT = (
    r"(?:ca\.?|circa|ongeveer|about|around|roughly|±|~|\+/-|plusminus|rond de|rond|zo'n|ruim|bijna|geschat op|geschat|"
    r"naar schatting|max\.|maximaal|hooguit|ten hoogste|min\.|minimaal|at most|up to)"
)
"""Words before an amount that is not meant to the euro."""

DIGITS = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?"
TAIL = r"(?:,-{1,2}|,=|,—|,–)?"
"""The digits of an amount, and what stands behind them for no cents."""

_ABOUT = re.compile(rf"^{ABOUT}\s*")
_TAIL = re.compile(r"(?:,|\.)(?:-{1,2}|=|—|–)\s*$")
_GROUPS = re.compile(r"(-?\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?")
_GROUPS_ENGLISH = re.compile(r"(-?\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?")
_GROUPS_SPACED = re.compile(r"(-?\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?")
_DECIMAL = re.compile(r"(-?\d+)[.,](\d{1,2})")
_THOUSANDS = re.compile(r"(-?\d+)(?:[.,](\d{1,2}))?\s?k")
_NOTHING = frozenset({"gratis", "nihil", "geen", "niets", "none", "geen kosten", "kosteloos", "free", "no costs"})
_SIGNS = re.compile(r"€|\beuro'?s?\b|\beur\b")
_MINUS = re.compile(r"^-(€|eur\b)\s?")
"""A minus that stands before the sign of money; in “- € 500” it is the dash of a list."""
_SPACES = re.compile(r"[\s\u00a0\u202f]+")

YEAR = r"20(?:0[1-9]|[12]\d|3[0-5])"
"""Four digits that are a year; 2000 is an amount."""

IN_TEXT = re.compile(
    r"€\s?\d|\b(?:eur|euro)\s?\d|\d\s?(?:€|euro'?s?\b|eur\b)|\d,-|\d\s?k\b|(?:duizend|honderd) euro|"
    rf"\b\d{{1,3}}(?:\.\d{{3}})+\b|\b\d{{1,3}}(?:,\d{{3}})+\b|\b(?!{YEAR}\b)\d{{4,6}}\b(?! ?uur)",
    re.IGNORECASE,
)
"""What counts as an amount within a sentence."""


def names_an_amount(text: str) -> bool:
    """Whether free text names an amount of money."""
    return IN_TEXT.search(in_digits(text)) is not None


@lru_cache(maxsize=8192)
def read_amount(written: str) -> Amount | None:
    """Read an amount as the Dutch would: `12.500` is twelve thousand five hundred; None when it is no amount."""
    if len(written) > LONGEST:
        return None
    text = _SPACES.sub(" ", written).strip().lower()
    if text.isascii() and text.isdigit():
        return Amount(int(text) * 100, written)
    if text in _NOTHING:
        return Amount(0, written)
    about = _MINUS.sub(r"\1-", _ABOUT.sub("", text).replace("−", "-"))
    sign = _SIGNS.search(about) is not None
    bare = _TAIL.sub("", _SIGNS.sub("", about)).strip()
    found = _read_bare(bare, written)
    if found is not None and _ABOUT.match(text):
        return Amount(found.cents, written, ambiguous=True, sure=False, rough=True)
    return found if found is not None and (bare or sign) else None


def _read_bare(text: str, written: str) -> Amount | None:
    """Read what is left without currency."""
    if re.fullmatch(r"-?[0-9]+", text):
        return Amount(int(text) * 100, written)
    if found := _GROUPS.fullmatch(text):
        return Amount(_cents(found[1].replace(".", ""), found[2]), written)
    if found := _GROUPS_SPACED.fullmatch(text):
        return Amount(_cents(found[1].replace(" ", ""), found[2]), written)
    if found := _GROUPS_ENGLISH.fullmatch(text):
        # Nobody budgets in thousandths of a euro: 12,500 is the English twelve thousand five hundred, most likely.
        single = found[1].count(",") == 1 and found[2] is None
        return Amount(_cents(found[1].replace(",", ""), found[2]), written, ambiguous=single, sure=not single)
    if found := _DECIMAL.fullmatch(text):
        # One decimal is no way to write money: 12.5 is most likely what a spreadsheet made of 12.500.
        single = len(found[2]) == 1
        return Amount(_cents(found[1], found[2]), written, ambiguous=single, sure=not single)
    if found := _THOUSANDS.fullmatch(text):
        return Amount(_cents(found[1], found[2]) * 1000, written, ambiguous=True)
    return None


def _cents(whole: str, decimals: str | None) -> int:
    part = int((decimals or "0").ljust(2, "0"))
    return int(whole) * 100 + (-part if whole.startswith("-") else part)
