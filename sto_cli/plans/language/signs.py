"""What a sentence has that may tell which question it answers: its words, pairs of them, and its kinds of number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from sto_cli.plans.language.mbo_schools import names_mbo

STEM = 7
"""Letters of a word that count: “samenwerken” and “samenwerking” are one sign."""

LONGEST = 1_000
"""Characters of a sentence that are looked at."""

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|€|%|\d+(?:[.,:/-]\d+)*|\?")
_MONTH = re.compile(
    r"(?:jan|feb|mrt|maart|mar|march|apr|april|mei|may|jun|juni|june|jul|juli|july|aug|sep|sept|okt|oct|nov|dec|januari|"
    r"februari|augustus|september|oktober|november|december|january|february|august|october)"
)
_YEAR = re.compile(r"20[23]\d(?:[-/](?:20)?\d\d)?")
_DAY = re.compile(r"\d{1,2}[-/]\d{1,2}(?:[-/](?:20)?\d\d)?|20\d\d-\d\d(?:-\d\d)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{4,}(?:,\d\d)?|\d+,\d\d")
_MONEY_WORDS = frozenset({"€", "euro", "eur", "euros"})
_SMALL = frozenset(
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf two three four five six seven eight nine ten".split()  # noqa: SIM905
) - {"een"}


def signs(sentence: str) -> Iterator[str]:
    """Yield the signs of a sentence, each once."""
    tokens = [_sign(word) for word in _TOKEN.findall(_plain(sentence[:LONGEST]))]
    if not tokens:
        return
    found = {*tokens, f"^{tokens[0]}", *(f"{one} {other}" for one, other in pairwise(["^", *tokens, "$"]))}
    if names_mbo(sentence):
        found.add("#mbo")
    yield from sorted(found)


def _sign(word: str) -> str:
    if word in _MONEY_WORDS:
        return "#euro"
    if _MONTH.fullmatch(word):
        return "#month"
    if word[0].isdigit():
        if _YEAR.fullmatch(word):
            return "#year"
        if _DAY.fullmatch(word):
            return "#day"
        return "#amount" if _THOUSANDS.fullmatch(word) else "#number"
    return "#small" if word in _SMALL else word[:STEM]


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))
