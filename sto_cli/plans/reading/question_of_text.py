"""Which of the six questions a sentence answers, by its words and by those around it: for texts without headings.

What each sign of a sentence speaks for is learned from letters in which every sentence is marked, and from plans that
have headings (`tools/learn_questions.py`); so are the chances with which one question follows another.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.model import QUESTIONS, QuestionKey

CLASSES = len(QUESTIONS) + 1
"""The six questions, and 0 for what answers none: a greeting, who is writing."""

SURE = 0.75
"""The chance that a paragraph answers a question, of those that may be meant, before that is said."""

Chances = Sequence[float]
"""The chance of each class, or its logarithm."""


CERTAIN, LIKELY = 40.0, 3.0
"""How much it weighs, as a logarithm, that a sentence stands under a question: as its first text, or behind that."""


class Said(NamedTuple):
    """A sentence, whether it begins a paragraph, and the questions that it stands under, with what that weighs."""

    text: str
    opens: bool = False
    under: Collection[QuestionKey] = ()
    weight: float = 0.0


class Learned(NamedTuple):
    """What a sign speaks for, and which class follows which within a paragraph and after one: hundredths of logarithms.

    The last row of `after` is that of the beginning of a text; `examples` is a sum over what it was learned from.
    """

    examples: str
    signs: dict[str, list[int]]
    within: list[list[int]]
    after: list[list[int]]


@cache
def _learned() -> Learned:
    return Learned(**json.loads((files("sto_cli.plans.language") / "question_signs.json").read_text("utf-8")))


def together(sentences: Sequence[Said], learned: Learned | None = None) -> list[Chances]:
    """Return the chances of the sentences of a text, each by its own words and by all that stands around it."""
    known = learned or _learned()
    told = [_leaning(sentence, _weights(sentence.text, known)) for sentence in sentences]
    steps = [known.after if sentence.opens else known.within for sentence in sentences[1:]]
    before = _before(told, steps, known.after[CLASSES])
    behind = _behind(told, steps)
    return [
        _shares([one + other for one, other in zip(left, right, strict=True)])
        for left, right in zip(before, behind, strict=True)
    ]


def _leaning(sentence: Said, weights: Chances) -> Chances:
    more = (0.0, *(sentence.weight * (key in sentence.under) for key in QUESTIONS))
    return [one + other for one, other in zip(weights, more, strict=True)]


def _before(told: Sequence[Chances], steps: Sequence[list[list[int]]], first: Sequence[int]) -> Iterator[Chances]:
    """Yield what a sentence and all before it speak for."""
    last: Chances = ()
    for at, weights in enumerate(told):
        if at:
            step = steps[at - 1]
            come = [_sum(last[one] + step[one][key] / 100 for one in range(CLASSES)) for key in range(CLASSES)]
        else:
            come = [one / 100 for one in first]
        last = [one + other for one, other in zip(come, weights, strict=True)]
        yield last


def _behind(told: Sequence[Chances], steps: Sequence[list[list[int]]]) -> list[Chances]:
    """Return what all behind each sentence speaks for."""
    behind: list[Chances] = [[0.0] * CLASSES for _ in told[:1]]
    for step, weights in zip(reversed(steps), reversed(told), strict=False):
        ahead = [one + other for one, other in zip(weights, behind[-1], strict=True)]
        behind.append([_sum(step[key][one] / 100 + ahead[one] for one in range(CLASSES)) for key in range(CLASSES)])
    return behind[::-1]


def _weights(sentence: str, learned: Learned) -> Chances:
    """Return what the signs of a sentence speak for, as logarithms of chances; rows of a table add up."""
    sums = [0] * CLASSES
    for line in sentence.split("\n"):
        for sign in ("", *signs(line)):
            for key, weight in enumerate(learned.signs.get(sign, ())):
                sums[key] += weight
    total = _sum(one / 100 for one in sums)
    return [one / 100 - total for one in sums]


def _sum(logarithms: Iterable[float]) -> float:
    """Add chances that are written as logarithms."""
    values = list(logarithms)
    most = max(values)
    return most + math.log(sum(math.exp(value - most) for value in values))


def _shares(logarithms: Chances) -> Chances:
    total = _sum(logarithms)
    return [math.exp(one - total) for one in logarithms]


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
