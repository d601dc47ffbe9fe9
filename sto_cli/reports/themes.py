"""The themes that regions pay attention to, by the words in which plans speak of them; demanded of no plan."""

from __future__ import annotations

import re
from typing import Literal, get_args

from sto_cli.plans.model import Plan

Theme = Literal["sustainability", "girls", "staff"]
THEMES: tuple[Theme, ...] = get_args(Theme)

_WORDS: dict[Theme, re.Pattern[str]] = {
    "sustainability": re.compile(
        r"duurza|energie(?:neutra|transitie|besparing|zuinig)|klimaat|circulair|zonnepane|warmtepomp|recycl|hergebruik|"
        r"sustainab|energy transition|climate|solar|heat pump|re-?us",
        re.IGNORECASE,
    ),
    "girls": re.compile(r"\bmeisjes|\bmeiden|\bvrouw|migratie|\bgirls?\b|\bwomen\b|migration", re.IGNORECASE),
    "staff": re.compile(
        r"(?:docent|leraar|leraren|personeel|teacher)\w*(?:tekort| short)|zij-?instro|"
        r"(?:docent|leraar|leraren|team|collega|teacher)\w* (?:\w+ ){0,4}?(?:scholing|geschoold|opgeleid|getraind)|"
        r"(?:bij|na)?schol(?:ing|en) (?:van )?(?:\w+ ){0,2}?(?:docent|leraren|team|collega)|professionalis|"
        r"train(?:ing)? (?:of )?teachers",
        re.IGNORECASE,
    ),
}


def themes_of(plan: Plan) -> frozenset[Theme]:
    """Return the themes that a plan speaks of, in its title or any of its answers."""
    items = [item for answer in plan.answers for item in answer.items]
    more = (more for item in items for more in (getattr(item, "how", None), getattr(item, "measure", None)) if more)
    text = "\n".join((plan.title or "", *(item.text for item in items), *more))
    return frozenset(theme for theme in THEMES if _WORDS[theme].search(text))
