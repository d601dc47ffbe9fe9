"""What usually went wrong when YAML cannot be read, in plain words.

libyaml says where it gave up; a person wants to hear what was meant. Each function below knows one accident: it
looks at the complaint and at the lines, and answers with an `Accident` or None. The first answer counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import yaml

from sto_cli.files.decoding import BULLETS, ODD_SPACES
from sto_cli.files.lines import split_lines, without_end
from sto_cli.files.spots import Spot
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message


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
class _Complaint:
    """The parser's complaint: its words, the spot, the spot where the construct began, and the lines."""

    problem: str
    context: str
    spot: Spot
    begin: Spot
    lines: Sequence[str]

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def here(self) -> str:
        return self.line(self.spot.line)

    @property
    def before(self) -> str:
        return self.here[: self.spot.column]

    def previous(self) -> int:
        """Return the number of the nearest line above that holds something."""
        number = self.spot.line - 1
        while number > 0 and not self.line(number).strip():
            number -= 1
        return max(number, 0)


def explain(problem: yaml.YAMLError | UnicodeEncodeError, text: str) -> Accident:
    """Turn the parser's complaint into the accident that a person would point to."""
    complaint = _complaint(problem, text)
    for look in _LOOKS:
        accident = look(complaint)
        if accident is not None:
            return replace(accident, kind=look.__name__.strip("_"))
    return Accident(
        complaint.spot,
        message("This line cannot be understood."),
        message("Look for a missing colon, an open quotation mark, or a line that starts further in or out."),
    )


def _complaint(problem: yaml.YAMLError | UnicodeEncodeError, text: str) -> _Complaint:
    lines = [without_end(line) for line in split_lines(text)]
    mark, context = getattr(problem, "problem_mark", None), getattr(problem, "context_mark", None)
    if mark is None:
        before = text[: getattr(problem, "position", 0)]
        spot = Spot(before.count("\n"), len(before) - before.rfind("\n") - 1)
    else:
        spot = Spot(mark.line, mark.column)
    begin = Spot(context.line, context.column) if context is not None else spot
    return _Complaint(getattr(problem, "problem", "") or "", getattr(problem, "context", "") or "", spot, begin, lines)


_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")


def _conflict(complaint: _Complaint) -> Accident | None:
    for number in range(complaint.spot.line + 1):
        if _CONFLICT.match(complaint.line(number)):
            return Accident(
                Spot(number, 0),
                message("Two versions of this file were put together, and a choice is still open here."),
                message("Keep one of the two texts and remove the lines with <<<<<<<, ======= and >>>>>>>."),
                width=7,
            )
    return None


_TAB = re.compile(r"[ -]*(\t+)")
_ODD_SPACE = re.compile(f" *([{''.join(sorted(ODD_SPACES))}]+)")


def _tab(complaint: _Complaint) -> Accident | None:
    return _wrong_starts(
        complaint,
        _TAB,
        lambda lines: counted(
            "This line starts with a tab.", "This is the first of {n} lines that start with a tab.", lines
        ),
        message("Remove it, or use spaces instead: two for every step."),
    )


def _odd_space(complaint: _Complaint) -> Accident | None:
    return _wrong_starts(
        complaint,
        _ODD_SPACE,
        lambda lines: counted(
            "This line starts with a space of another kind, as Word or a web page makes them.",
            "This is the first of {n} lines that start with a space of another kind, as Word makes them.",
            lines,
        ),
        message("Remove it, or type the spaces at the start of the line again."),
    )


def _wrong_starts(
    complaint: _Complaint, pattern: re.Pattern[str], sentence: Callable[[int], Message], hint: Message
) -> Accident | None:
    """Find lines that start with signs that look like spaces, when the complaint is about one of those lines."""
    first = _first_line(complaint)
    lines = (complaint.begin.line, complaint.spot.line, *([] if first is None else [first]))
    if not any(pattern.match(complaint.line(number)) for number in lines):
        return None
    found = [(number, match) for number, line in enumerate(complaint.lines) if (match := pattern.match(line))]
    number, match = found[0]
    return Accident(
        Spot(number, match.start(1)),
        sentence(len(found)),
        hint,
        width=len(match[1]),
        innocent=tuple(Spot(row, column) for row, one in found for column in range(*one.span(1))),
        fixable=True,
    )


_APOSTROPHE = re.compile(r"'[snktm](?:[ -]|$)", re.IGNORECASE)


def _open_quote(complaint: _Complaint) -> Accident | None:
    if "quoted scalar" not in complaint.context or "end of stream" not in complaint.problem:
        return None
    return _quote_at(complaint, complaint.begin)


def _quote_at(complaint: _Complaint, spot: Spot) -> Accident:
    line = complaint.line(spot.line)
    if _APOSTROPHE.match(line, spot.column):
        return Accident(
            spot,
            message("A text that starts with an apostrophe is read as a quotation that does not end."),
            message('Put double quotation marks around the whole text: "\'s Middags ...".'),
            innocent=(spot,),
        )
    return Accident(
        spot,
        message("A quotation mark is opened here, but not closed."),
        message("Put the same mark at the end of the text, or leave it out."),
        innocent=(spot,),
    )


def _swallowed_quote(complaint: _Complaint) -> Accident | None:
    """Find the quotation that ran on until a mark on a later line: the complaint comes only after that one."""
    mark = complaint.before[-1:]
    if "did not find expected" not in complaint.problem or mark not in {"'", '"'}:
        return None
    if complaint.before[:-1].count(mark) % 2:  # this line opens and closes: the text behind is the trouble
        return None
    opening = re.compile(rf"(?:^|[:-] +){mark}(?!.*{mark})")
    for number in range(complaint.spot.line - 1, -1, -1):
        found = opening.search(complaint.line(number))
        if found:
            return _quote_at(complaint, Spot(number, found.end() - 1))
    return None


_CLOSERS = {'"': '"', "'": "'", "]": "[", "}": "{"}


def _text_behind(complaint: _Complaint) -> Accident | None:
    """Find text behind a closing quotation mark or bracket: `title: "Lab" for all`, `title: [draft] Lab`."""
    closer = complaint.before.rstrip()[-1:]
    if "did not find expected" not in complaint.problem or closer not in _CLOSERS:
        return None
    if "flow" in complaint.context or not complaint.here[complaint.spot.column :].strip():
        return None
    opener = _CLOSERS[closer]
    found = re.search(rf"(?:^|[:-] +)(?={re.escape(opener)})", complaint.before)
    if found is None:
        return None
    marks = "“”" if closer in "\"'" else opener + closer
    return Accident(
        complaint.spot,
        message("There is more text behind {closer}.", closer=closer),
        message("A text that starts with {marks} must end there: put quotation marks around all of it.", marks=marks),
        width=len(complaint.here.rstrip()) - complaint.spot.column,
        innocent=tuple(
            Spot(complaint.spot.line, column)
            for column in range(found.end(), len(complaint.before))
            if complaint.here[column] in opener + closer
        ),
    )  # fmt: skip


def _first_character(complaint: _Complaint) -> Accident | None:
    starts = ("cannot start any token", "alphabetic or numeric", "expected tag", "did not find expected whitespace")
    if not any(words in complaint.problem for words in starts):
        return None
    spot = complaint.spot if "cannot start" in complaint.problem else complaint.begin
    sign = complaint.line(spot.line)[spot.column : spot.column + 1]
    return sign_at_start(sign, spot) if sign else None


_SIGN_BEFORE = re.compile(r"(?:^ *|[:-] +)([*&!])[\w!/:.-]* *$")


def _sign_before(complaint: _Complaint) -> Accident | None:
    """Find `*not known*`: the parser took the first word for a reference and stumbled over the next."""
    found = _SIGN_BEFORE.search(complaint.before)
    if "did not find expected" not in complaint.problem or found is None:
        return None
    return sign_at_start(found[1], Spot(complaint.spot.line, found.start(1)))


def sign_at_start(sign: str, spot: Spot) -> Accident:
    """Explain a text that starts with a sign that means something else in YAML."""
    return Accident(
        spot,
        message("A text cannot start with {sign}.", sign=sign),
        message("Put quotation marks around the whole text."),
        width=len(sign),
        innocent=(spot,),
    )


def _block_sign(complaint: _Complaint) -> Accident | None:
    if "block scalar" not in complaint.context:
        return None
    sign = complaint.line(complaint.begin.line)[complaint.begin.column : complaint.begin.column + 1]
    return Accident(
        complaint.begin,
        message("Behind {sign} the text must start on the next line.", sign=sign),
        message("Move the text to the next line, two spaces in; or leave out {sign}.", sign=sign),
        innocent=(complaint.begin,),
    )


def _brackets(complaint: _Complaint) -> Accident | None:
    if "flow" not in complaint.context:
        return None
    same_line = complaint.spot.line == complaint.begin.line
    if same_line and complaint.here[complaint.spot.column : complaint.spot.column + 1] == ":":
        return Accident(
            complaint.spot,
            message("There is a second colon in this part."),
            message("Put quotation marks around a text with a colon in it."),
            innocent=(complaint.spot,),
        )
    spot = _open_bracket(complaint)
    opener = complaint.line(spot.line)[spot.column : spot.column + 1]
    closer = "]" if opener == "[" else "}"
    return Accident(
        spot,
        message("{opener} is opened here, but {closer} does not follow where it should.", opener=opener, closer=closer),
        message("Close it with {closer}, and put quotation marks around texts with signs in them.", closer=closer),
    )


_BRACKETS = re.compile(r"[\[\]{}]")


def _open_bracket(complaint: _Complaint) -> Spot:
    """Return the last bracket before the complaint that is not closed; the parser points at what is inside it."""
    closed = 0
    for number in range(complaint.spot.line, -1, -1):
        line = complaint.before if number == complaint.spot.line else complaint.line(number)
        for bracket in reversed(list(_BRACKETS.finditer(line))):
            if bracket[0] in "]}":
                closed += 1
            elif closed:
                closed -= 1
            else:
                return Spot(number, bracket.start())
    return complaint.begin


_HEADING = re.compile(r"( *(?:- +)*)([\w-]+):(?= |$)")
_NO_SPACE = re.compile(r" *(?:- +)*[\w-]+:(?=[^\s:/])")
_COMMENT = re.compile(r"(?<=\S) #")
_DASHES = re.compile(r"( *(?:- +)+)")


def _no_space(complaint: _Complaint) -> Accident | None:
    """Find `title:Lab`: without a space behind the colon, it is no heading but a text."""
    if "mapping values" not in complaint.problem and "expected ':'" not in complaint.problem:
        return None
    for number in (complaint.begin.line, complaint.previous()):
        found = _NO_SPACE.match(complaint.line(number))
        if found and number < complaint.spot.line:
            return Accident(
                Spot(number, found.end() - 1),
                message("There is no space behind this colon."),
                message("Put a space behind it."),
            )
    return None


_SEMICOLON = re.compile(r" *(?:- +)*[\w-]+;(?= |$)")


def _semicolon(complaint: _Complaint) -> Accident | None:
    """Find `titel; Lab`: the parser stumbles only over the next heading."""
    if "mapping values" not in complaint.problem and "expected ':'" not in complaint.problem:
        return None
    for number in dict.fromkeys((complaint.begin.line, complaint.previous())):
        found = _SEMICOLON.match(complaint.line(number))
        if found and number < complaint.spot.line:
            return Accident(
                Spot(number, found.end() - 1),
                message("Behind a heading stands a colon; here it is a semicolon."),
                message("Put a colon (:) in its place."),
            )
    return None


def _heading_without_colon(complaint: _Complaint) -> Accident | None:
    """Find a line that starts as far in as the heading below it, and is none: the heading is right, that line not."""
    heading = _HEADING.match(complaint.here)
    number = complaint.previous()
    line = complaint.line(number)
    if "mapping values" not in complaint.problem or not heading or heading.end() - 1 != complaint.spot.column:
        return None
    if number >= complaint.spot.line or _indent(line) != _indent(complaint.here) or not _PLAIN_LINE.match(line):
        return None
    return _no_heading(complaint, Spot(number, _indent(line)))


_PLAIN_LINE = re.compile(r" *(?!- )\w[^:]*$")

_BULLET = re.compile(rf" *(?:- +)?([{''.join(sorted(BULLETS))}])")


def _bullet(complaint: _Complaint) -> Accident | None:
    """Find a list as Word makes it, in the line of the complaint or where its part began."""
    for number in (complaint.spot.line, complaint.begin.line):
        while number > 0 and _BULLET.match(complaint.line(number - 1)):
            number -= 1  # noqa: PLW2901 - the first of the list
        found = _BULLET.match(complaint.line(number))
        if found:
            return Accident(Spot(number, found.start(1)), *bullet_words(found[1]))
    return None


def bullet_words(sign: str) -> tuple[Message, Message]:
    """Explain a point of a list with the sign that Word makes of it."""
    return (
        message("A point of a list does not start with {sign} here.", sign=sign),
        message("Use a dash (-) with a space behind it."),
    )


_CURLY = re.compile("[“”„‟]")


def _curly_quotes(complaint: _Complaint) -> Accident | None:
    """Find a colon in a text between the quotation marks that Word makes: those do not hold it together."""
    found = _CURLY.search(complaint.before)
    if "mapping values" not in complaint.problem or found is None:
        return None
    return Accident(
        Spot(complaint.spot.line, found.start()),
        message("Curly quotation marks (“ ”), as Word makes them, do not count: the colon starts a heading."),
        message('Use straight quotation marks around the whole text: "…".'),
        innocent=(complaint.spot,),
    )


def _colon_in_text(complaint: _Complaint) -> Accident | None:
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


def _no_colon(complaint: _Complaint) -> Accident | None:
    if "expected ':'" not in complaint.problem:
        return None
    return _no_heading(complaint, complaint.begin)


def _no_heading(complaint: _Complaint, spot: Spot) -> Accident:
    return Accident(
        spot,
        message("This line is no heading (there is no colon behind it), and no text either."),
        message("Put a colon behind a heading; let a text that goes on start further in than its heading."),
        width=max(1, len(complaint.line(spot.line).rstrip()) - spot.column),
    )


def _comment(complaint: _Complaint) -> Accident | None:
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


def _indentation(complaint: _Complaint) -> Accident | None:
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
            places=" / ".join(map(str, _levels(complaint))),
        ),
        width=max(here, 1),
    )


def _levels(complaint: _Complaint) -> list[int]:
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


def _list_behind(complaint: _Complaint) -> Accident | None:
    if "block sequence entries" not in complaint.problem:
        return None
    return Accident(
        complaint.spot,
        message("A list cannot start behind a heading, on the same line."),
        message("Start it on the next line, two spaces in."),
        innocent=(complaint.spot,),
    )


def _escape(complaint: _Complaint) -> Accident | None:
    if "escape character" not in complaint.problem:
        return None
    return Accident(
        complaint.spot,
        message("A \\ between double quotation marks means something else."),
        message("Use single quotation marks around this text."),
        innocent=(complaint.spot,),
    )


def _end_sign(complaint: _Complaint) -> Accident | None:
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


def _ended_above(complaint: _Complaint) -> bool:
    return any(_END_SIGN.match(line) for line in complaint.lines[: complaint.spot.line])


def _first_line(complaint: _Complaint) -> int | None:
    """Return the number of the first line, when it made the parser think that all ended there."""
    if "document start" not in complaint.problem or _ended_above(complaint):
        return None
    above = complaint.lines[: complaint.spot.line]
    return next((at for at, line in enumerate(above) if line.strip(" ") and not line.startswith(("#", "---"))), None)


def _words_first(complaint: _Complaint) -> Accident | None:
    """Find a first line that is no heading."""
    number = _first_line(complaint)
    return None if number is None or _indent(complaint.line(number)) else _no_heading(complaint, Spot(number, 0))


def _further_in(complaint: _Complaint) -> Accident | None:
    """Find a first heading that starts further in than those below it."""
    number = _first_line(complaint)
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


_LOOKS: tuple[Callable[[_Complaint], Accident | None], ...] = (
    _conflict, _tab, _odd_space, _open_quote, _swallowed_quote, _escape, _first_character, _block_sign, _end_sign,
    _further_in, _words_first,
    _list_behind, _brackets, _sign_before, _text_behind, _bullet, _semicolon, _no_space, _curly_quotes, _colon_in_text,
    _heading_without_colon, _no_colon, _comment, _indentation,
)  # fmt: skip
