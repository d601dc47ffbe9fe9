"""What judging a plan gives: the plan as far as it could be read, and the findings."""

from dataclasses import dataclass, field

from sto_cli.findings import Finding
from sto_cli.plans.case import is_whole
from sto_cli.plans.model import Plan

OPEN_RULES = frozenset({"missing-question", "empty-answer", "placeholder-answer"})
"""The rules that say that a question is still open."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One file's result: `path` as the user named it, `source` the text as read (empty if it was none).

    `plan` is None when the file could not be read as a plan at all. Findings stand in the order of the file.
    `source` has line feeds for line ends and no byte-order mark; lines and columns of findings count in it.
    `unread` are the texts of a Word document that are no part of the plan. `foreign`: a whole text that is something
    else than a plan, such as a brochure.
    """

    path: str
    findings: tuple[Finding, ...]
    plan: Plan | None = None
    source: str = field(default="", repr=False)
    unread: tuple[str, ...] = ()
    foreign: bool = False

    @property
    def valid(self) -> bool:
        """Whether it has no finding of severity error."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def open_questions(self) -> tuple[int, ...]:
        """The numbers of the questions that have no answer yet (missing, empty, or "to be filled in").

        One point that is still to come, among others that are there, leaves no question open.
        """
        answered = self._answered
        said = {(f.rule, f.question) for f in self.findings if f.rule in OPEN_RULES}
        still = (number for rule, number in said if number not in answered or rule == "missing-question")
        return tuple(sorted({number for number in still if number is not None}))

    @property
    def _answered(self) -> set[int]:
        """The numbers of the questions with a point that is whole."""
        answers = self.plan.answers if self.plan is not None else ()
        return {answer.question for answer in answers if any(map(is_whole, answer.items))}
