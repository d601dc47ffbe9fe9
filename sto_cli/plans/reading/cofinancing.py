"""Who pays: what people write where a plan asks “yes or no”."""

from __future__ import annotations

import re
from typing import NamedTuple

from sto_cli.plans.language.amounts import Amount, read_amount
from sto_cli.plans.language.partners import is_own_school, names_anyone
from sto_cli.plans.language.products import products_in
from sto_cli.plans.reading.money import paid_in

_YES = frozenset(
    [
        "ja",
        "yes",
        "true",
        "waar",
        "x",
        "v",
        "✓",
        "✔",
        "☑",
        "☒",
        "volledig",
        "geheel",
        "helemaal",
        "alles",
        "100%",
        "wel",
        "j",
        "y",
        "in-natura",
        "natura",
        "in-kind",
        "cofinanciering",
        "gesponsord",
        "gift",
        "geschonken",
        "gratis",
        "sponsor",
        "sponsoring",
    ]
)
_NO = frozenset(
    [
        "nee",
        "neen",
        "no",
        "false",
        "onwaar",
        "geen",
        "niet",
        "nvt",
        "n.v.t",
        "n.v.t.",
        "-",
        "–",
        "—",
        "0",
        "0%",
        "☐",
        "nihil",
        "niets",
        "none",
        "n",
        "nul",
    ]
)
_PERCENT = r"(?<!\d)(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|procent\b|percent\b)"
_PARTS = {"helft": 50.0, "half": 50.0, "derde": 100 / 3, "third": 100 / 3, "kwart": 25.0, "quarter": 25.0}
_SHARE = re.compile(
    rf"{_PERCENT}|\b(?:de|een|one|a) (?P<part>helft|derde|kwart|third|quarter)\b|\b(?P<half>half)\b", re.IGNORECASE
)
_MONEY = re.compile(r"(?:€|eur\b|euro\b)?\s?\d[\d.,\u00a0 ]*(?:,-|,=)?(?:\s?(?:€|euro\b|eur\b|k\b))?", re.IGNORECASE)
_UNSURE = re.compile(
    r"\?|\b(?:misschien|mogelijk|nog|wellicht|hopelijk|perhaps|maybe|deels|gedeeltelijk|partly|volgt|onbekend)\b",
    re.IGNORECASE,
)
_SUBSIDY = re.compile(r"(?:de |via )?(?:sto|subsidie|sto-subsidie|subsidy|regio|sto-gelden|sto-middelen)")
_PAYER = re.compile(
    r"\b(?:school|schoolbestuur|bestuur|stichting|gemeente|provincie|bedrijf|bedrijven|mbo|roc|ouders?|sponsors?|fonds|"
    r"eigen (?:bijdrage|middelen)|partners?|company|companies|municipality|board)\b",
    re.IGNORECASE,
)
_SMALL = (
    r"(?:van|door|uit|via|voor|komt|is|bij|in|betaalt|betalen|eigen|totaal|en|of|wordt|krijgen|aan|op|zelf|mee|"
    r"by|from|of|for|and|own|paid)\b"
)
WHOLE = 100


class Paid(NamedTuple):
    """Whether others than the subsidy pay, and how much of it in cents (None: all)."""

    stated: bool
    cents: int | None = None


_IN_KIND = re.compile(r"\b(?:in natura|in kind|gratis|kosteloos|om niet|korting|free of charge)\b")


def paid_meant(written: str, amount: Amount | None) -> Paid | None:
    """Return what a text in the place of yes or no means; None when that cannot be said.

    `amount` is that of the same item: a percentage is taken of it.
    """
    text = " ".join(written.split()).strip().lower()
    word = text.rstrip(".!").replace(" ", "-")
    if _SUBSIDY.fullmatch(text):
        return Paid(False)
    if word in _YES:
        return Paid(True)
    if word in _NO or text in _NO:
        return Paid(False)
    alone = read_amount(text)
    if alone is not None:
        return None if alone.cents < 0 else Paid(alone.cents > 0, alone.cents if alone.cents else None)
    if _UNSURE.search(text):
        return None
    sums = _sums(text)
    if sums:
        return Paid(True, sum(one.cents for one in sums))
    percent = share_in(text)
    return _share(percent, amount) if percent is not None else _said(text)


def share_in(text: str) -> float | None:
    """Return the first share that a text names, as a percentage: “20%”, “de helft”, “een derde”."""
    found = _SHARE.search(text)
    if found is None:
        return None
    if found["percent"]:
        return float(found["percent"].replace(",", "."))
    return _PARTS[(found["part"] or found["half"]).lower()]


def _share(percent: float, amount: Amount | None) -> Paid | None:
    if percent > WHOLE or (amount is None and 0 < percent < WHOLE):
        return None
    return Paid(percent > 0, round(amount.cents * percent / WHOLE) if amount and 0 < percent < WHOLE else None)


def _said(text: str) -> Paid | None:
    """Read “ja, de gemeente”, “in natura (uren van het roc)”, or a payer alone."""
    first = re.split(r"[\s,;:(–-]+", text, maxsplit=1)[0]
    if first in {"nee", "no", "geen"}:
        return Paid(False)
    speaks = first in _YES or _IN_KIND.search(text) is not None or _PAYER.search(text) is not None
    return Paid(True) if speaks or names_anyone(text) or is_own_school(text) else None


_SIGN = re.compile(r"€|\beur|,-|,=|k$", re.IGNORECASE)
_GLUED = re.compile(r"[\w:/+−-]$")
_COUNTS = re.compile(rf"[:/\w²³]|\s+(?!{_SMALL}|{_PAYER.pattern})[a-zé]")
"""Behind a number that counts something else than money: “40 uur”, “2 docenten”, “12:30”."""


def _is_money(text: str, found: re.Match[str]) -> bool:
    """Whether a number in the place of cofinancing is an amount: it has a sign, or counts nothing else."""
    number = found[0].rstrip(" ,.")
    if _SIGN.search(number):
        return True
    before, end = text[: found.start()], found.start() + len(number)
    return _GLUED.search(before) is None and _COUNTS.match(text, end) is None


def _sums(text: str) -> list[Amount]:
    """Return the amounts in a text: those written as money, where some are; else a product, or any number."""
    products = list(products_in(text, bare=True))
    if products:
        return [Amount(one.outcome, one.written) for one in products]
    found = paid_in(text)
    if found:
        return found
    without = _SHARE.sub("", text)
    numbers = [one[0].strip(" ,.") for one in _MONEY.finditer(without) if _is_money(without, one)]
    amounts = [amount for number in numbers if (amount := read_amount(number)) is not None]
    return amounts if len(amounts) == 1 else []
