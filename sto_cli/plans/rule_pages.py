"""A rule's page: what it reports, why, an example, how to mend it, and where it comes from.

The page is the docstring of the rule's function: one sentence, then the sections Why, Example and Mend. Its parts are
msgids like all other texts; `tools/texts.py` collects them with `page_texts`.
"""

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from sto_cli.errors import UsageProblem
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message, one_of
from sto_cli.plans.case import Rule
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
    rule = next((rule for rule in RULES if name == rule.id), None)
    return None if rule is None else page_of(rule)


def page_of(rule: Rule) -> RulePage:
    """Return the page of a rule."""
    sentence, why, example, mend = page_texts(rule.check.__doc__ or "")
    lighter = tuple(case.why for case in LIGHTER.values() if case.rule == rule.id)
    return RulePage(rule.id, rule.severity, sentence, why, example, mend, rule.source, lighter)


def page_texts(docstring: str) -> Iterator[str]:
    """Yield the sentence, the why, the example and the mend of a rule's docstring; paragraphs become one line."""
    parts = _SECTION.split(inspect.cleandoc(docstring))
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    yield " ".join(parts[0].split())
    yield " ".join(sections["Why"].split())
    yield inspect.cleandoc(sections["Example"])
    yield " ".join(sections["Mend"].split())


RULE_NAMES: tuple[str, ...] = tuple(rule.id for rule in RULES)

NEVER_IGNORED = frozenset({"yaml-syntax", "not-utf-8", "too-large", "not-a-plan", "not-judged"})
"""Without these a plan that could not be read would pass as a good one."""


def rule_name(written: str) -> str:
    """Return the name of a rule, in whatever case and with spaces or underscores for hyphens.

    Raises:
        UsageProblem: there is no such rule; it names the ones that are alike.
    """
    name = "-".join(written.lower().replace("_", " ").replace("-", " ").split())
    if name in RULE_NAMES:
        return name
    raise UsageProblem(message("There is no rule {name}.", name=written), _alike(name))


def ignorable(names: Iterable[str]) -> frozenset[str]:
    """Return the names of rules that are to be left out.

    Raises:
        UsageProblem: there is no such rule, or it is one that cannot be missed.
    """
    rules = frozenset(map(rule_name, names))
    for name in sorted(rules & NEVER_IGNORED):
        raise UsageProblem(
            message("The rule {name} cannot be left out: it says that a plan could not be read.", name=name),
            message("Leave the plan itself out, or mend it."),
        )
    return rules


def _alike(name: str) -> Message:
    near = get_close_matches(name, RULE_NAMES, n=3, cutoff=0.5)
    if not near:
        return message("See all rules with: sto explain")
    return message("Did you mean {names}? See all rules with: sto explain", names=one_of(near))
