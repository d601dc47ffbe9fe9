"""Which part of a plan answers what: the words of its label and what stands below it, weighed against the other parts.

A label that is sure decides (`labels.py`). Of the others the content has a say: dates speak for the milestones,
amounts for the resources, and what is learned from sentences for all six. A question that has no part yet goes before
one that has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.language.times import names_a_time
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.labels import FACTS, LIKELY, OTHERS, SURE, LabelRole, roles_of
from sto_cli.plans.reading.question_of_text import Said, together

LEARNED = 2.0
"""What a chance of 1 counts that the sentences of a part answer a question."""

CONTENT = 1.5
"""What it counts that most statements of a part have a date, or an amount."""

MOST = 0.6
"""The share of statements that are most of them."""

ENOUGH = 2.4
"""What a part without a sure label must reach, before it answers a question."""

SHORT_FACT = 25
"""Words of what is said of the whole plan; more is a text."""

MOST_NAMED = 8
"""Words of a name with its place, or of a period."""


class LabelledPart(NamedTuple):
    """A label with what stands below it, statement by statement."""

    label: str
    statements: Sequence[str]


def role_of(label: str, *, nested: bool = False) -> LabelRole | None:
    """Return what a label asks for beyond doubt; `nested` says that more labels stand below it."""
    named = roles_of(label)
    sure = {role: score for role, score in named.items() if score >= SURE - 0.5}
    if nested:
        sure = {role: score for role, score in sure.items() if role in QUESTIONS or role in OTHERS or role == "payers"}
    best = max(sure, key=sure.__getitem__, default=None)
    tied = [role for role, score in sure.items() if best is not None and score == sure[best]]
    return best if len(tied) == 1 else None


def assigned(parts: Sequence[LabelledPart], taken: frozenset[str] = frozenset()) -> list[LabelRole | None]:
    """Return the role of each part; `taken` are the questions that are answered elsewhere."""
    scores = [_scores(part) for part in parts]
    roles: list[LabelRole | None] = [None] * len(parts)
    filled = set(taken)
    order = sorted(
        ((score, -at, role) for at, row in enumerate(scores) for role, score in row.items()),
        key=lambda one: one[:2],
        reverse=True,
    )
    for score, at, role in order:
        if roles[-at] is None and _may_have(role, score, filled, scores[-at]):
            roles[-at] = role
            filled.add(role)
    return roles


def _may_have(role: LabelRole, score: float, filled: set[str], row: Mapping[LabelRole, float]) -> bool:
    if role in OTHERS or role == "payers":
        return score >= LIKELY
    if role in QUESTIONS:
        return score >= (SURE if role in filled else ENOUGH)
    return role not in filled and score >= LIKELY and score >= max(row.values())


def _scores(part: LabelledPart) -> dict[LabelRole, float]:
    named = dict(roles_of(part.label))
    short = sum(len(text.split()) for text in part.statements) <= SHORT_FACT
    beside = max((score for role, score in named.items() if role in OTHERS), default=0.0)
    if beside >= SURE:
        named = {role: score for role, score in named.items() if role in OTHERS or score >= beside}
    made: dict[LabelRole, float] = {role: score for role, score in named.items() if role not in FACTS or short}
    names = sum(len(text.split()) for text in part.statements) <= MOST_NAMED
    fact = max((score for role, score in made.items() if role in FACTS), default=0.0)
    for key, more in _by_content(part.statements).items():
        score = named.get(key, 0.0) + more
        if (names and fact >= named.get(key, 0.0)) or (beside >= SURE and key not in named):
            made.pop(key, None)  # “wie: De Rooi Pannen, Breda” at the top names the school
        elif score > 0 and (key in named or not short):
            made[key] = score
    return made


def _by_content(statements: Sequence[str]) -> dict[QuestionKey, float]:
    """Return what the statements below a label speak for."""
    if not statements:
        return {}
    rows = together([Said(text, opens=True) for text in statements])
    chances = {key: sum(row[at] for row in rows) / len(rows) for at, key in enumerate(QUESTIONS, 1)}
    made = {key: LEARNED * chance for key, chance in chances.items()}
    dated = sum(map(names_a_time, statements)) / len(statements)
    priced = sum(map(names_an_amount, statements)) / len(statements)
    made["milestones"] += CONTENT * ((dated >= MOST) - (dated == 0))
    made["resources"] += CONTENT * ((priced >= MOST) - (priced == 0))
    return made
