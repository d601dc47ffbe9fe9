"""Which part of a plan answers what: the words of its label and what stands below it, weighed against the other parts.

A label that is sure decides (`labels.py`). Of the others the content has a say: dates speak for the milestones,
amounts for the resources, and what is learned from sentences for all six. A question that has no part yet goes before
one that has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.periods import period_in
from sto_cli.plans.language.times import names_a_time, time_meant
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.labels import FACTS, LIKELY, OTHERS, SURE, LabelRole, roles_of
from sto_cli.plans.reading.question_of_text import LIKELY as LEANING
from sto_cli.plans.reading.question_of_text import Chances, Said, together

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
"""Words of a name with its place."""

LONGEST_PERIOD = 12
"""Words of a period in one text."""

MOST_NAMES = 4
"""Words of a text that is only the codes of profiles."""


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
    scores = [_scores(part, more) for part, more in zip(parts, _by_content(parts), strict=True)]
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
    _take_days(parts, roles)
    _take_by_order(parts, roles, filled)
    return roles


def _may_have(role: LabelRole, score: float, filled: set[str], row: Mapping[LabelRole, float]) -> bool:
    if role in OTHERS or role == "payers":
        return score >= LIKELY
    if role in QUESTIONS:
        return score >= (SURE if role in filled else ENOUGH)
    return role not in filled and score >= LIKELY and score >= max(row.values())


def _take_days(parts: Sequence[LabelledPart], roles: list[LabelRole | None]) -> None:
    """Read two parts that are only a day, the earlier first, as the begin and the end: `sails: 2026-08-24`."""
    days = [at for at, part in enumerate(parts) if len(part.statements) == 1 and roles[at] in {None, "start", "end"}]
    dated = [(at, when) for at in days if (when := time_meant(parts[at].statements[0])) is not None]
    if len(dated) == 2 and dated[0][1].first < dated[1][1].first:  # noqa: PLR2004 - a begin and an end
        roles[dated[0][0]], roles[dated[1][0]] = "start", "end"


def _take_by_order(parts: Sequence[LabelledPart], roles: list[LabelRole | None], filled: set[str]) -> None:
    """Take parts that stand before a question, or between two, for those that are missing there, if as many."""
    places = [(at, QUESTIONS.index(role)) for at, role in enumerate(roles) if role in QUESTIONS]
    for (first, above), (last, below) in pairwise([(-1, -1), *places]):
        missing = [key for key in QUESTIONS[above + 1 : below] if key not in filled]
        between = [at for at in range(first + 1, last) if roles[at] is None and _says_much(parts[at])]
        if len(missing) == len(between):
            for at, key in zip(between, missing, strict=True):
                roles[at] = key


def _says_much(part: LabelledPart) -> bool:
    return len(part.statements) > 1 or sum(len(text.split()) for text in part.statements) > MOST_NAMED


def _scores(part: LabelledPart, more: Mapping[QuestionKey, float]) -> dict[LabelRole, float]:
    named = dict(roles_of(part.label))
    short = sum(len(text.split()) for text in part.statements) <= SHORT_FACT
    beside = max((score for role, score in named.items() if role in OTHERS), default=0.0)
    if beside >= SURE:
        named = {role: score for role, score in named.items() if role in OTHERS or score >= beside}
    made: dict[LabelRole, float] = {
        role: score for role, score in named.items() if role not in FACTS or (short and _may_say(role, part))
    }
    names = sum(len(text.split()) for text in part.statements) <= MOST_NAMED
    fact = max((score for role, score in made.items() if role in FACTS), default=0.0)
    for key, content in more.items():
        sure = named.get(key, 0.0) >= SURE
        score = named.get(key, 0.0) + (max(content, 0.0) if sure else content)
        if (names and fact >= named.get(key, 0.0)) or (beside >= SURE and key not in named):
            made.pop(key, None)  # “wie: De Rooi Pannen, Breda” at the top names the school
        elif score > 0 and (key in named or not short or len(part.statements) > 1):
            made[key] = score
    if beside < SURE and "payers" not in named and named.get("title", 0.0) < SURE:
        made |= dict.fromkeys(facts_in(part), max(made.values(), default=0.0) + LIKELY)
    if named.get("payers", 0.0) >= SURE > named.get("resources", 0.0):
        made.pop("resources", None)
    return made


def _may_say(role: LabelRole, part: LabelledPart) -> bool:
    """Whether what stands below a label can be such a fact: `van: 1-1-2027` is a begin, `van: Het Bouwens` a school."""
    if role in {"start", "end"}:
        return any(map(names_a_time, part.statements))
    return role not in {"school", "region"} or not all(time_meant(text) is not None for text in part.statements)


def facts_in(part: LabelledPart) -> Iterator[LabelRole]:
    """Yield what a short text says of the whole plan by itself: a period, the code of a profile."""
    [text, *others] = part.statements or [""]
    if others or not text or len(text.split()) > LONGEST_PERIOD:
        return
    if period_in(text) is not None:
        yield "period"
    elif len(text.split()) <= MOST_NAMES and profiles_in(text):
        yield "profiles"


def _by_content(parts: Sequence[LabelledPart]) -> Iterator[dict[QuestionKey, float]]:
    """Yield what the statements of each part speak for, by themselves and by the parts around it."""
    said = [
        Said(text, opens=True, under=_surely(part.label), weight=LEANING) for part in parts for text in part.statements
    ]
    rows = iter(together(said)) if said else iter(())
    for part in parts:
        own = [next(rows) for _ in part.statements]
        yield _speaks_for(part.statements, own) if own else {}


def _sums_up(statement: str) -> bool:
    """Whether a statement is a total, or what is asked: then costs stand above it."""
    label, colon, value = statement.partition(":")
    return bool(colon) and role_of(label) in {"total", "asked"} and names_an_amount(value)


def _surely(label: str) -> list[QuestionKey]:
    named = roles_of(label)
    return [key for key in QUESTIONS if named.get(key, 0.0) >= SURE]


def _speaks_for(statements: Sequence[str], rows: Sequence[Chances]) -> dict[QuestionKey, float]:
    made = {key: LEARNED * sum(row[at] for row in rows) / len(rows) for at, key in enumerate(QUESTIONS, 1)}
    dated = sum(map(names_a_time, statements)) / len(statements)
    priced = sum(map(names_an_amount, statements)) / len(statements)
    made["milestones"] += CONTENT * ((dated >= MOST) - (dated == 0))
    made["resources"] += CONTENT * ((priced >= MOST) - (priced == 0)) + any(map(_sums_up, statements))
    return made
