"""How heavily a finding weighs: the severity of its rule, unless one of the cases below makes it lighter.

Nothing else decides it: a rule states its own `SEVERITY`, and a flaw names the case. A test holds this. Whatever the
rule, a finding that rests on a guess of what a place answers is a tip: the guess may be wrong instead of the plan.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sto_cli.findings import Finding, Place, Severity
from sto_cli.messages import N_
from sto_cli.plans.case import Flaw, LighterCase, Rule


class Lighter(NamedTuple):
    """A case in which a rule's finding weighs less: of which rule, how much it then weighs, and why (a msgid)."""

    rule: str
    severity: Severity
    why: str


LIGHTER: dict[LighterCase, Lighter] = {
    "nearest-region": Lighter(
        "region-mismatch",
        "tip",
        N_("A tip where it is not certain in which region the school lies: then only the nearest region is known."),
    ),
    "known-institution": Lighter(
        "unknown-school",
        "tip",
        N_("A tip where all schools that may be meant are of one institution, or have one name in one place."),
    ),
    "name-in-words": Lighter(
        "unknown-school",
        "warning",
        N_(
            "A warning where a name is written instead of a code: the register does not know every name that people "
            "use, but as long as the school is not found a point is open."
        ),
    ),
    "both-languages": Lighter(
        "duplicate-key",
        "tip",
        N_("A tip where a text stands once in Dutch and once in English: that says the same twice."),
    ),
    "understood-heading": Lighter(
        "misspelt-key",
        "tip",
        N_("A tip where the right heading is not there as well: then it is clear which one is meant, and it is read."),
    ),
    "no-profile": Lighter(
        "unknown-profile",
        "tip",
        N_("A tip where no profile is meant: a learning path, the lower years, “all profiles”."),
    ),
    "no-goal-named": Lighter("activity-without-goal", "tip", N_("A tip where no activity names a goal.")),
    "alike-costs": Lighter(
        "same-cost-twice", "tip", N_("A tip where two lines have the same amount and only some words in common.")
    ),
    "rough-amount": Lighter(
        "ambiguous-amount",
        "tip",
        N_(
            "A tip where an amount is said to be rough (“ca. 2.400”, “500 a year”: no sum is held against it), "
            "or may be none (“trip 48 x 25”)."
        ),
    ),
    "nearly-a-tenth": Lighter(
        "low-cofinancing", "tip", N_("A tip from 5%: the tenth counts over all plans of a region together.")
    ),
    "own-kind": Lighter(
        "wrong-type",
        "tip",
        N_("A tip where a kind of partner is a word of one's own (“company / mbo”): a reader understands it."),
    ),
    "own-heading": Lighter(
        "unknown-key",
        "tip",
        N_("A tip at a heading of one's own beside six answers: then it is no answer that went astray."),
    ),
    "beside-the-question": Lighter(
        "misspelt-key",
        "tip",
        N_("A tip where a heading of several words asks what the plan answers already: it is more about that."),
    ),
    "open-place": Lighter(
        "placeholder-answer",
        "warning",
        N_("A warning where one place in an answer is still open: a name with dots, “[number]”."),
    ),
    "more-about-a-point": Lighter(
        "unknown-key",
        "tip",
        N_("A tip at a point of an answer that says something more, such as who does it: a reader sees it there."),
    ),
}
"""Every case in which a finding is not as severe as its rule."""


def severity_of(rule: Rule, flaw: Flaw, places: Iterable[Place]) -> Severity:
    """Return how heavily a flaw weighs that a rule found; `places` are those that it rests on."""
    if any(place.guessed for place in places):
        return "tip"
    return rule.severity if flaw.lighter is None else LIGHTER[flaw.lighter].severity


@dataclass(frozen=True, slots=True)
class Strictness:
    """How the user wants findings weighed: with `strict` warnings count as errors; `ignored` rules are left out."""

    strict: bool = False
    ignored: frozenset[str] = frozenset()

    def weigh(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return the findings that count, with the severity that they then have."""
        kept = (finding for finding in findings if finding.rule not in self.ignored)
        return tuple(self._severe(finding) for finding in kept)

    def _severe(self, finding: Finding) -> Finding:
        return finding._replace(severity="error") if self.strict and finding.severity == "warning" else finding
