"""What a check says about a place in a file."""

from typing import Literal, NamedTuple

from sto_cli.messages import Message

Severity = Literal["error", "warning", "tip"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "tip")


class Place(NamedTuple):
    """A place in a file: line and column count from 1.

    `end_column` is the first column after it on the same line, or None when it runs over several lines. In a
    document without lines `where` says it to a person ("question 4, row 3, column When"), and `line` only keeps order.
    `guessed`: what stands here was understood by its words or its shape, and by no label that is sure.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int | None = None
    where: Message | None = None
    guessed: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.where is None else self.path


class Finding(NamedTuple):
    """Bevinding: one sentence about one place, with what to do about it.

    `rule` is the kebab-case name of the flaw; `path` the keys that lead to the place ("goals.0.goal", in the
    words that the writer used); `question` the number (1–6) of the question of a plan that it is about.
    A `fixable` finding carries the `replacement`: the text to write instead of what stands at its place.
    """

    rule: str
    severity: Severity
    message: Message
    place: Place
    hint: Message | None = None
    path: str = ""
    question: int | None = None
    fixable: bool = False
    replacement: str | None = None
