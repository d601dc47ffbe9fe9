"""What went wrong in a YAML file, and the complaint by which it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sto_cli.files.lines import Spot
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message


@dataclass(frozen=True, slots=True)
class Accident:
    """What went wrong and where.

    `width` is the number of characters to mark. `innocent` are characters that, when they count as plain text,
    let the rest of the file be read ("the colon in the text").
    """

    spot: Spot
    message: Message
    hint: Message
    width: int = 1
    innocent: tuple[Spot, ...] = ()
    fixable: bool = False
    kind: str = "unclear"
    """Which accident it is: the name of the function that knew it."""

    def finding(self, path: str) -> Finding:
        """Return it as a finding in the file that the user knows as `path`."""
        line, column = self.spot.line + 1, self.spot.column + 1
        return Finding(
            "yaml-syntax",
            "error",
            self.message,
            Place(path, line, column, column + self.width),
            self.hint,
            fixable=self.fixable,
        )


@dataclass(frozen=True, slots=True)
class ParserComplaint:
    """The parser's complaint: its words, the spot, the spot where the construct began, and the lines."""

    problem: str
    context: str
    spot: Spot
    begin: Spot
    lines: Sequence[str]

    def line(self, number: int) -> str:
        """Return a line by its number; nothing outside the file."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def here(self) -> str:
        """The line that the parser complains of."""
        return self.line(self.spot.line)

    @property
    def before(self) -> str:
        """What stands in that line before the spot."""
        return self.here[: self.spot.column]

    def previous(self) -> int:
        """Return the number of the nearest line above that holds something."""
        number = self.spot.line - 1
        while number > 0 and not self.line(number).strip():
            number -= 1
        return max(number, 0)
