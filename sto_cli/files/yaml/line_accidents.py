"""Accidents with a line: headings and colons, how far in a line starts, where a text ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sto_cli.files.decoding import Spot
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message, one_of

_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")


def conflict(complaint: ParserComplaint) -> Accident | None:
    """Find the marks of two versions that were put together."""
    for number in range(complaint.spot.line + 1):
        if _CONFLICT.match(complaint.line(number)):
            return Accident(
                Spot(number, 0),
                message("Two versions of this file were put together, and a choice is still open here."),
                message("Keep one of the two texts and remove the lines with <<<<<<<, ======= and >>>>>>>."),
                width=7,
            )
    return None


_HEADING = re.compile(r"( *(?:- +)*)([\w-]+):(?= |$)")
_NO_SPACE = re.compile(r" *(?:- +)*[\w-]+:(?=[^\s:/])")
_COMMENT = re.compile(r"(?<=\S) #")
_DASHES = re.compile(r"( *(?:- +)+)")


def no_space(complaint: ParserComplaint) -> Accident | None:
    """Find `title:Lab`: without a space behind the colon, it is no heading but a text."""
    words = message("There is no space behind this colon."), message("Put a space behind it.")
    return _slip_above(complaint, _NO_SPACE, *words)


_SEMICOLON = re.compile(r" *(?:- +)*[\w-]+;(?= |$)")


def semicolon(complaint: ParserComplaint) -> Accident | None:
    """Find `titel; Lab`: the parser stumbles only over the next heading."""
    sentence = message("Behind a heading stands a colon; here it is a semicolon.")
    return _slip_above(complaint, _SEMICOLON, sentence, message("Put a colon (:) in its place."))


def _slip_above(
    complaint: ParserComplaint, pattern: re.Pattern[str], sentence: Message, hint: Message
) -> Accident | None:
    """Find what ends in a wrong sign above the line over which the parser stumbles."""
    if "mapping values" in complaint.problem or "expected ':'" in complaint.problem:
        for number in (complaint.begin.line, complaint.previous()):
            found = pattern.match(complaint.line(number))
            if found and number < complaint.spot.line:
                return Accident(Spot(number, found.end() - 1), sentence, hint)
    return None


_PLAIN_LINE = re.compile(r" *(?!- )\w[^:]*$")


def heading_without_colon(complaint: ParserComplaint) -> Accident | None:
    """Find a line that starts as far in as the heading below it, and is none: the heading is right, that line not."""
    heading = _HEADING.match(complaint.here)
    number = complaint.previous()
    line = complaint.line(number)
    if "mapping values" not in complaint.problem or not heading or heading.end() - 1 != complaint.spot.column:
        return None
    if number >= complaint.spot.line or _indent(line) != _indent(complaint.here) or not _PLAIN_LINE.match(line):
        return None
    return _no_heading(complaint, Spot(number, _indent(line)))


def colon_in_text(complaint: ParserComplaint) -> Accident | None:
    """Find a colon inside a text."""
    if "mapping values" not in complaint.problem:
        return None
    heading = _HEADING.match(complaint.here)
    if heading and heading.end() - 1 == complaint.spot.column:
        return None  # the line's own colon: something above it is wrong
    return Accident(
        complaint.spot,
        message("There is a colon inside this text, as if a new heading starts."),
        message("Put quotation marks around the whole text, or write the text below a heading with > behind it."),
        innocent=(complaint.spot,),
    )


def no_colon(complaint: ParserComplaint) -> Accident | None:
    """Find a heading without a colon."""
    if "expected ':'" not in complaint.problem:
        return None
    return _no_heading(complaint, complaint.begin)


def _no_heading(complaint: ParserComplaint, spot: Spot) -> Accident:
    return Accident(
        spot,
        message("This line is no heading (there is no colon behind it), and no text either."),
        message("Put a colon behind a heading; let a text that goes on start further in than its heading."),
        width=max(1, len(complaint.line(spot.line).rstrip()) - spot.column),
    )


def comment(complaint: ParserComplaint) -> Accident | None:
    """Find a # in the line above, which ended a text that goes on here."""
    number = complaint.previous()
    found = _COMMENT.search(complaint.line(number))
    if "did not find expected" not in complaint.problem or not found or _HEADING.match(complaint.here):
        return None
    return Accident(
        Spot(number, found.end() - 1),
        message("A # with a space before it ends the text: the rest of the line is a remark."),
        message("Put quotation marks around the whole text, or write “nr.” instead of #."),
        innocent=(Spot(number, found.end() - 1),),
    )


def indentation(complaint: ParserComplaint) -> Accident | None:
    """Find a line that starts further in or out than any above it."""
    words = ("did not find expected", "mapping values", "expected <block end>", "block sequence entries")
    if not any(word in complaint.problem for word in words):
        return None
    here = _indent(complaint.here)
    return Accident(
        Spot(complaint.spot.line, 0),
        counted(
            "This line starts {n} space in, which fits none of the lines above it.",
            "This line starts {n} spaces in, which fits none of the lines above it.",
            here,
        ),
        message(
            "Let it start right below what it belongs to: {places} spaces in.",
            places=one_of([str(level) for level in _levels(complaint)]),
        ),
        width=max(here, 1),
    )


def _levels(complaint: ParserComplaint) -> list[int]:
    """Return where a line may start: at the headings and dashes that are still open above it."""
    levels: list[int] = [0]
    for number in range(complaint.spot.line):
        found = _HEADING.match(complaint.line(number)) or _DASHES.match(complaint.line(number))
        if not found:
            continue
        marks = found[1]
        starts = [column for column in range(len(marks)) if marks[column] == "-"]
        starts.append(len(marks))
        levels = [level for level in levels if level < starts[0]] + starts
    return levels


def list_behind(complaint: ParserComplaint) -> Accident | None:
    """Find a list on the line of its heading."""
    if "block sequence entries" not in complaint.problem:
        return None
    return Accident(
        complaint.spot,
        message("A list cannot start behind a heading, on the same line."),
        message("Start it on the next line, two spaces in."),
        innocent=(complaint.spot,),
    )


def end_sign(complaint: ParserComplaint) -> Accident | None:
    """Find text behind a line with three dots."""
    if "document start" not in complaint.problem:
        return None
    if not _ended_above(complaint):
        return None
    return Accident(
        complaint.spot,
        message("This text stands behind the end of the plan (a line with ...)."),
        message("Remove the line with the three dots."),
    )


_END_SIGN = re.compile(r"\.\.\.(?:\s|$)")


def _ended_above(complaint: ParserComplaint) -> bool:
    return any(_END_SIGN.match(line) for line in complaint.lines[: complaint.spot.line])


def first_line(complaint: ParserComplaint) -> int | None:
    """Return the number of the first line, when it made the parser think that all ended there."""
    if "document start" not in complaint.problem or _ended_above(complaint):
        return None
    above = complaint.lines[: complaint.spot.line]
    return next((at for at, line in enumerate(above) if line.strip(" ") and not line.startswith(("#", "---"))), None)


def words_first(complaint: ParserComplaint) -> Accident | None:
    """Find a first line that is no heading."""
    number = first_line(complaint)
    return None if number is None or _indent(complaint.line(number)) else _no_heading(complaint, Spot(number, 0))


def further_in(complaint: ParserComplaint) -> Accident | None:
    """Find a first heading that starts further in than those below it."""
    number = first_line(complaint)
    spaces = 0 if number is None else _indent(complaint.line(number))
    if number is None or spaces == 0:
        return None
    return Accident(
        Spot(number, 0),
        message("There is a space before the first heading, and none before the headings below it."),
        message("Let all headings start at the beginning of the line."),
        width=spaces,
        fixable=True,
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


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
