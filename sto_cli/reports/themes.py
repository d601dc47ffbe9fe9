"""The themes that regions pay attention to, by the words in which plans speak of them; demanded of no plan."""

from __future__ import annotations

from typing import Literal, get_args

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.model import Plan

Theme = Literal["sustainability", "girls", "staff"]
THEMES: tuple[Theme, ...] = get_args(Theme)

NEAR = 12
"""Words between teachers and their training: “collega Joost en ik volgen bij het Da Vinci College de training”."""


def themes_of(plan: Plan) -> frozenset[Theme]:
    """Return the themes that a plan speaks of, in its title or any of its answers."""
    items = [item for answer in plan.answers for item in answer.items]
    more = (getattr(item, name, None) for item in items for name in ("how", "measure"))
    texts = (plan.title, *(item.text for item in items), *more)
    found = {theme for text in texts if text for theme in _themes_in(text)}
    return frozenset(theme for theme in THEMES if theme in found)


def _themes_in(text: str) -> set[str]:
    terms: list[tuple[int, str]] = []
    behind = 0
    for term in annotate(text).terms("themes"):
        if term.first >= behind:  # no word within a longer one: the girls of “jongens en meisjes”
            terms.append((term.first, term.value))
            behind = term.last
    trained = any(
        {one, other} == {"teachers", "training"}
        for at, (first, one) in enumerate(terms)
        for last, other in terms[at + 1 : at + 2]
        if last - first <= NEAR
    )
    return {value for _, value in terms} | ({"staff"} if trained else set())
