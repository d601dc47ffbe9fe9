"""A rule's page: what it reports, why, an example, how to mend it, and where it comes from.

The page is the docstring of the rule's module: one sentence, then the sections Why, Example and Mend. Its parts are
msgids like all other texts; `tools/texts.py` collects them with `page_texts`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sto_cli.findings import Severity
from sto_cli.messages import N_
from sto_cli.plans.rule import Rule
from sto_cli.plans.rules import RULES
from sto_cli.plans.severity import LIGHTER

FROM_NO_TEXT = {
    "readable": N_("sto itself: a plan must be readable, and one plan never stops the others."),
    "nothing-lost": N_("sto itself: no word of a plan may get lost."),
    "common-sense": N_("Common sense: no text of the scheme asks for this."),
}
"""What a rule rests on that rests on no statement."""

_SECTION = re.compile(r"^(Why|Example|Mend):$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RulePage:
    """The page of a rule; all texts but `id`, `severity` and `source` are msgids, `example` is a piece of a plan.

    `source` is the id of a statement on the scheme, or one of `FROM_NO_TEXT`.
    `lighter` says in which cases a finding weighs less than `severity`.
    """

    id: str
    severity: Severity
    sentence: str
    why: str
    example: str
    mend: str
    source: str
    lighter: tuple[str, ...] = ()


def rule_page(name: str) -> RulePage | None:
    """Return the page of the rule with this name, or None when there is no such rule."""
    rule = next((rule for rule in RULES if name == rule.ID), None)
    return None if rule is None else page_of(rule)


def page_of(rule: Rule) -> RulePage:
    """Return the page of a rule."""
    sentence, why, example, mend = page_texts(rule.__doc__ or "")
    lighter = tuple(case.why for case in LIGHTER.values() if case.rule == rule.ID)
    return RulePage(rule.ID, rule.SEVERITY, sentence, why, example, mend, rule.SOURCE, lighter)


def page_texts(docstring: str) -> Iterator[str]:
    """Yield the sentence, the why, the example and the mend of a rule's docstring; paragraphs become one line."""
    parts = _SECTION.split(inspect.cleandoc(docstring))
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    yield " ".join(parts[0].split())
    yield " ".join(sections["Why"].split())
    yield inspect.cleandoc(sections["Example"])
    yield " ".join(sections["Mend"].split())
