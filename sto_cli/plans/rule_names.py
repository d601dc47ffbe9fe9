"""The names of the rules as people type them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from sto_cli.errors import UsageProblem
from sto_cli.messages import Message, message, one_of
from sto_cli.plans.rules import RULES

RULE_NAMES: tuple[str, ...] = tuple(rule.ID for rule in RULES)

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
