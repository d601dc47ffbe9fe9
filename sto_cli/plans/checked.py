"""What checking many plans gives: per file its findings, or why it could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from sto_cli.errors import own_faults
from sto_cli.findings import SEVERITIES, Finding, Place, Severity
from sto_cli.messages import Message, counted, message

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Repair:
    """One change of a plan's text: `before` became `after`, to mend a finding of `rule`.

    Repairs come in turn: line and column count in the text that the repairs before this one have made.
    """

    rule: str
    line: int
    column: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One plan with its findings, without the plan itself: small, so that 100,000 of them cost little.

    `lines` holds the lines of the file that findings point at, and those below, by number. `repairs` says what
    `--fix` changed (or would change), `backup` where the original was kept, `difference` the change as a unified diff.
    `unread` are the texts of a Word document that are no part of the plan, `copy` where it is with comments.
    `readable` is False for a file that is no plan, `foreign` is True for a text in a folder that is something else.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    backup: str | None = None
    difference: str = ""
    unread: tuple[str, ...] = ()
    copy: str | None = None
    readable: bool = True
    foreign: bool = False

    @property
    def numbers(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        return {severity: sum(one.severity == severity for one in self.findings) for severity in SEVERITIES}

    @property
    def standing(self) -> PlanStanding:
        """Where the plan stands: ready for the talk, with points to go, or not yet readable."""
        numbers = self.numbers
        return standing_of(numbers["error"] + numbers["warning"], readable=self.readable)

    @property
    def by_question(self) -> list[Finding]:
        """The findings in the order of the six questions."""
        return by_question(self.findings)

    @property
    def valid(self) -> bool:
        """Whether it has no finding of severity error."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def needs_attention(self) -> bool:
        """Whether it has anything graver than tips."""
        return any(finding.severity != "tip" for finding in self.findings)

    def tripped(self) -> Checked:
        """Return the same plan with one finding: sto failed on it."""
        found = (not_judged(self.path),)
        return replace(self, findings=found, lines={}, repairs=(), difference="", unread=(), readable=False)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or folder that could not be read at all, with what to do about it."""

    path: str
    message: Message
    hint: Message | None = None


Result = Checked | Unread


@dataclass(slots=True)
class Tally:
    """Counts over the plans that were checked; `unread` are the names that could not be."""

    files: int = 0
    valid: int = 0
    attention: int = 0
    fixable: int = 0
    repaired: int = 0
    severities: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    unread: list[Unread] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Count one result."""
        if isinstance(result, Unread):
            self.unread.append(result)
            return
        self.files += 1
        self.valid += result.valid
        self.attention += result.needs_attention
        self.repaired += bool(result.repairs)
        for finding in result.findings:
            self.severities[finding.severity] += 1
            self.fixable += finding.fixable


class Results:
    """Results as they come, counted while they are taken: `tally` is whole when all have been.

    `skipped` are the files in folders that are no plan.
    """

    def __init__(self, results: Iterable[Result], skipped: Sequence[str] = ()) -> None:
        self._results = results
        self.skipped = skipped
        self.tally = Tally()

    def __iter__(self) -> Iterator[Result]:
        for result in self._results:
            self.tally.add(result)
            yield result

    def written(self, write: Callable[[Result], Iterable[T]]) -> Iterator[T]:
        """Write each result whole, and as not judged when the writer trips over it: the others come out."""
        for result in self._results:
            try:
                pieces, told = list(write(result)), result
            except own_faults():
                told = result.tripped() if isinstance(result, Checked) else result
                pieces = list(write(told))
            self.tally.add(told)
            yield from pieces


PlanStanding = Literal["ready", "points", "unreadable"]


def standing_of(points: int, *, readable: bool) -> PlanStanding:
    """Return where a plan stands; `points` are its errors and warnings."""
    if not readable:
        return "unreadable"
    return "points" if points else "ready"


def said_standing(numbers: Mapping[Severity, int], *, readable: bool) -> Message:
    """Say where a plan stands, from how many findings it has of each severity."""
    if not readable:
        return message("cannot be read as a plan yet")
    points = numbers.get("error", 0) + numbers.get("warning", 0)
    if points:
        return counted("{n} point to go", "{n} points to go", points)
    tips = numbers.get("tip", 0)
    if tips:
        return counted("ready for the talk, with {n} tip", "ready for the talk, with {n} tips", tips)
    return message("ready for the meeting")


def by_question(findings: Iterable[Finding]) -> list[Finding]:
    """Put findings in the order of the six questions, those about the whole first; in each the gravest first."""
    return sorted(findings, key=lambda one: (one.question or 0, SEVERITIES.index(one.severity)))


def not_judged(path: str, rule: str | None = None) -> Finding:
    """Return the finding that says that sto failed on a plan, and in which rule."""
    from sto_cli.plans.rules.file import not_judged as the_rule  # noqa: PLC0415 - hardly ever

    return Finding(
        the_rule.id,
        the_rule.severity,
        message("This plan was not checked in full: something went wrong in sto ({rule}).", rule=rule)
        if rule
        else message("This plan could not be checked: something went wrong in sto."),
        Place(path, 1, 1),
        message("That is a fault of sto, not yours: send the plan to its makers. The other plans are judged."),
    )


def tripped_remark(path: str) -> Message:
    """Say that sto failed on a plan that it was to describe or to write for."""
    return message(
        "{path} is left out: something went wrong in sto. It is not your fault: send the plan to its makers.", path=path
    )
