"""An amount where an amount is asked, in the dress that people give it: `€ 4.000 incl. btw`, `2000 à 2500`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sto_cli.plans.language.amounts import DIGITS, LONGEST, TAIL, Amount, read_amount
from sto_cli.plans.language.number_words import in_digits
from sto_cli.plans.language.products import product_meant

LONGEST_DRESSED = 3 * LONGEST
"""Characters of an amount with what is said beside it."""

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TAX = re.compile(
    r"[,;]?\s*\b(?:incl(?:usief)?|excl(?:usief)?|ex|including|excluding)\b\.?(?:\s+[^\d\s]\S*|\s+\d+\s?%)*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:(?:in )?totaal|total|samen|kosten|prijs|bedrag|begroot|schatting|raming|geraamd|geschat)\s*(?:op|van)?"
    r"\s*[:=]?\s+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[,;]?\s+(?:(?:in )?totaal|total|samen|voor alles(?: samen)?|alles samen|all in|bij elkaar|in all|"
    r"(?:denk|dacht|schat) ik|naar schatting|geschat|begroot|i think|estimated)\W*$|\s*\?+$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s*(?:\bper|\bp\.?|/)\s?(?:(?:school)?jaar|j\b\.?|p\b\.?|persoon|school|stuk|st\b|leerling|maand|docent|groep|"
    r"klas|\d jaar|year|pupil|school|person)\b.*$",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\?|[<>≈]|\b(?:schat\w*|geschat|raming|geraamd|denk ik|dacht ik|indicatie\w*|ongeveer|circa|ca|vanaf|max|min|"
    r"hooguit|estimat\w*|i think)\b",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(r"^(?:[<>≈]|vanaf|from|max\b|min\b)\s*", re.IGNORECASE)

_NUMBER = rf"(?:(?:€|eur\b|euro\b)\s?)?(?:{DIGITS}){TAIL}(?:\s?(?:€|euro'?s?\b|eur\b|k\b))?"
_BETWEEN = re.compile(
    rf"(?:tussen |between )?(?:de )?(?P<one>{_NUMBER})\s*(?:-|–|—|tot|à|a|of|or|en|and|to|/)\s*"
    rf"(?:de )?(?P<other>{_NUMBER})",
    re.IGNORECASE,
)
_SUM = re.compile(rf"(?P<parts>{_NUMBER}(?:\s*\+\s*{_NUMBER})+)(?:\s*=\s*(?P<stated>{_NUMBER}))?", re.IGNORECASE)

MOST_TIMES = 3
"""A second number that is larger by this much or less is the other end of a range; else `2 à 1.250` is a product."""

FEWEST = 10_000
"""Cents: a range of amounts begins here, so that `4 à 5` of something is none."""


def amount_meant(written: str) -> Amount | None:
    """Return the amount that a text means; rough where it says so, or where it is the higher end of a range."""
    if len(written) > LONGEST_DRESSED:
        return None
    text = in_digits(written)
    between = _between(text.strip(), written)
    if between is not None:
        return between
    exact = _exact(text, written)
    if exact is not None:
        return exact if text == written else replace(exact, sure=False)
    for bare, rough in _undressed(" ".join(text.split())):
        found = _between(bare, written) or _exact(bare, written)
        if found is not None:
            unsure = rough or found.rough
            return replace(found, ambiguous=found.ambiguous or unsure, rough=unsure, sure=False)
    return None


def _exact(text: str, written: str) -> Amount | None:
    product = product_meant(text)
    if product is not None:
        return Amount(product.outcome, written, sure=False)
    found = read_amount(text)
    return replace(found, written=written) if found is not None else _sum(text, written)


def _undressed(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text without what stands beside its amount, and whether that makes it a rough one."""
    rough = _ROUGH.search(text) is not None
    text = _TAX.sub("", _BRACKETS.sub("", text)).strip(" ,;.")
    text = _SIGN_BEFORE.sub("", _NAMED.sub("", text))
    while _BEHIND.search(text):
        text = _BEHIND.sub("", text)
    yield text, rough
    yield _PER.sub("", text), True


def _between(text: str, written: str) -> Amount | None:
    found = _BETWEEN.fullmatch(text)
    one, other = (read_amount(found[name].strip()) for name in ("one", "other")) if found else (None, None)
    if one is None or other is None or not FEWEST <= one.cents <= other.cents <= MOST_TIMES * one.cents:
        return None
    return Amount(other.cents, written, ambiguous=True, sure=False, rough=True, either=True)


def _sum(text: str, written: str) -> Amount | None:
    found = _SUM.fullmatch(text)
    if found is None:
        return None
    parts = [read_amount(part.strip()) for part in found["parts"].split("+")]
    stated = read_amount(found["stated"].strip()) if found["stated"] else None
    if stated is not None:
        return replace(stated, written=written, sure=False)
    known = [part for part in parts if part is not None]
    return Amount(sum(part.cents for part in known), written, sure=False) if len(known) == len(parts) else None


_ELSEWHERE = re.compile(
    r"zie (?:boven|hierboven|onder|hieronder|post|regel|punt|vorige|toelichting|tekst)\b|"
    r"(?:valt|zit|hoort) (?:onder|bij|in)\b|(?:is |zit )?(?:al )?inbegrepen|incl(?:usief)?\b\.? (?:post|bij|hierboven)|"
    r"idem|zelfde|see (?:above|below|item)|included",
    re.IGNORECASE,
)


def stands_elsewhere(text: str) -> bool:
    """Whether a text in the place of an amount says that it is part of another: “zie boven”, “inbegrepen”."""
    return _ELSEWHERE.match(text.strip(" (-–")) is not None
