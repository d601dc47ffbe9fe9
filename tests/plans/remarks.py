"""Realistic plans with what a wise manager would remark, and how the program's findings compare with that.

See `realistic/README.md` for what the labels mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from sto_cli.findings import Finding
from sto_cli.plans.judging import judge_file
from sto_cli.plans.rules import RULES

FOLDER = Path(__file__).parent / "realistic"
TODAY = date(2026, 11, 27)

KINDS: dict[str, set[str]] = {
    "kind:day-without-year": {"invalid-date", "undated-milestone"},
    "kind:unknown-goal-in-prose": {"unknown-goal"},
    "kind:activity-as-goal": {"goal-is-activity", "unmeasurable-goal"},
    "kind:order-in-time": {"milestones-out-of-order"},
    "kind:period-ends-before-start": {"invalid-date"},
    "kind:dates-contradict": {"milestone-before-activity"},
    "kind:milestones-in-wrong-order": {"milestone-before-activity"},
}
"""What the labels call `kind:…`, where the rules that say it are called otherwise."""

BETWEEN = ({"goal-without-activity", "activity-without-goal"}, {2, 3})
"""Rules that speak of two questions: a label may lie with either."""

NEAR = 3
"""Lines between a label and a finding about one point of an answer; findings about a whole answer may lie anywhere."""


@dataclass(frozen=True)
class Remark:
    """What a manager would say: about which question, on which line, by which rules, and whether everyone would.

    `named` are the rules that the label names itself; `rules` holds those that may say it in their place as well.
    """

    question: int | None
    line: int
    rules: frozenset[str]
    must: bool
    label: str
    named: frozenset[str]


@dataclass
class Score:
    """Counts over the plans of a half: `missed` and `false` name the plan, the place and the rule."""

    must: int = 0
    missed: list[str] = field(default_factory=list)
    without_rule: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    plans: int = 0

    @property
    def caught(self) -> float:
        """The share of the remarks that must be made, and that a rule exists for, that were made."""
        return 1 - len(self.missed) / self.must if self.must else 1.0

    @property
    def false_per_plan(self) -> float:
        """Errors and warnings that no manager would give, per plan."""
        return len(self.false) / self.plans if self.plans else 0.0

    def by_rule(self) -> Counter[str]:
        """How often each rule was missed or gave a false alarm."""
        return Counter(text.rsplit(" ", 1)[1] for text in (*self.missed, *self.false))


def plans_of(half: str) -> Iterator[Path]:
    """Yield the plans of a half in the order of their numbers."""
    for labels in sorted((FOLDER / half).glob("*.labels.yaml")):
        stem = labels.name.removesuffix(".labels.yaml")
        yield next(path for path in labels.parent.glob(f"{stem}.*") if path != labels)


def remarks_on(plan: Path) -> list[Remark]:
    """Read the labels of a plan. What two rules may say about one place is accepted from either."""
    source = plan.read_text("utf-8")
    labels = yaml.safe_load(plan.with_name(f"{plan.stem}.labels.yaml").read_text("utf-8"))["remarks"]
    return [
        Remark(
            label["question"], source[: source.index(label["near"])].count("\n") + 1, _accepted(label, labels),
            label["must"], label["rule"], _called(label["rule"]),
        )
        for label in labels
    ]  # fmt: skip


def _accepted(label: dict, labels: Iterable[dict]) -> frozenset[str]:
    here = (one for one in labels if (one["near"], one["question"]) == (label["near"], label["question"]))
    names = {one["rule"] for one in here if one is label or not one["must"]}
    return frozenset(rule for name in names for rule in _called(name))


def _called(name: str) -> frozenset[str]:
    """Return the rules that a label means by a name."""
    return frozenset(KINDS.get(name, {name.removeprefix("kind:")}))


def score(half: str, register) -> Score:
    """Judge the plans of a half and compare."""
    total = Score()
    for plan in plans_of(half):
        total.plans += 1
        findings = judge_file(plan, register, TODAY).findings
        _compare(plan, remarks_on(plan), findings, total)
    return total


def _compare(plan: Path, remarks: list[Remark], findings: Iterable[Finding], total: Score) -> None:
    known = {rule.id for rule in RULES}
    left = list(findings)
    for remark in remarks:
        if not remark.must:
            continue
        if not remark.named & known:
            total.without_rule.append(f"{plan.name}:{remark.line} {remark.label}")
            continue
        total.must += 1
        hits = [finding for finding in left if _says(finding, remark)]
        if hits:
            left.remove(min(hits, key=lambda finding: abs(finding.place.line - remark.line)))
        else:
            total.missed.append(f"{plan.name}:{remark.line} {remark.label}")
    for finding in left:
        if finding.severity != "tip" and not any(_says(finding, remark) for remark in remarks):
            total.false.append(f"{plan.name}:{finding.place.line} {finding.rule}")


def _says(finding: Finding, remark: Remark) -> bool:
    rules, questions = BETWEEN
    asked = questions if finding.rule in rules and remark.question in questions else {remark.question}
    elsewhere = finding.rule in rules and remark.question in questions - {finding.question}
    near = elsewhere or abs(finding.place.line - remark.line) <= NEAR
    if finding.rule not in remark.rules or not (
        finding.question in {*asked, None} or (remark.question is None and near)
    ):
        return False
    of_a_point = any(part.isdigit() for part in finding.path.split("."))
    return not of_a_point or near
