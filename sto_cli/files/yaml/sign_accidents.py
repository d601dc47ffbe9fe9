"""Accidents with a sign: tabs, quotation marks, brackets, bullets, and signs that mean something else in YAML."""

import re
from collections.abc import Callable

from sto_cli.files.decoding import BULLETS, ODD_SPACES, Spot
from sto_cli.files.yaml.line_accidents import Accident, ParserComplaint, first_line
from sto_cli.messages import Message, counted, message

_TAB = re.compile(r"[ -]*(\t+)")
_ODD_SPACE = re.compile(f" *([{''.join(sorted(ODD_SPACES))}]+)")


def tab(complaint: ParserComplaint) -> Accident | None:
    """Find lines that start with a tab."""
    return _wrong_starts(
        complaint,
        _TAB,
        lambda lines: counted(
            "This line starts with a tab.", "This is the first of {n} lines that start with a tab.", lines
        ),
        message("Remove it, or use spaces instead: two for every step."),
    )


def odd_space(complaint: ParserComplaint) -> Accident | None:
    """Find lines that start with a space of another kind."""
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
    complaint: ParserComplaint, pattern: re.Pattern[str], sentence: Callable[[int], Message], hint: Message
) -> Accident | None:
    """Find lines that start with signs that look like spaces, when the complaint is about one of those lines."""
    first = first_line(complaint)
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


def open_quote(complaint: ParserComplaint) -> Accident | None:
    """Find a quotation mark that is not closed before the end."""
    if "quoted scalar" not in complaint.context or "end of stream" not in complaint.problem:
        return None
    return _quote_at(complaint, complaint.begin)


def _quote_at(complaint: ParserComplaint, spot: Spot) -> Accident:
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


def swallowed_quote(complaint: ParserComplaint) -> Accident | None:
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


def text_behind(complaint: ParserComplaint) -> Accident | None:
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
    return Accident(
        complaint.spot,
        message("There is more text behind the closing {closer}.", closer=closer),
        message("Put quotation marks around the whole text, or take {opener} and {closer} away.",
                opener=opener, closer=closer),
        width=len(complaint.here.rstrip()) - complaint.spot.column,
        innocent=tuple(
            Spot(complaint.spot.line, column)
            for column in range(found.end(), len(complaint.before))
            if complaint.here[column] in opener + closer
        ),
    )  # fmt: skip


def first_character(complaint: ParserComplaint) -> Accident | None:
    """Find a text that starts with a sign that means something else."""
    starts = ("cannot start any token", "alphabetic or numeric", "expected tag", "did not find expected whitespace")
    if not any(words in complaint.problem for words in starts):
        return None
    spot = complaint.spot if "cannot start" in complaint.problem else complaint.begin
    sign = complaint.line(spot.line)[spot.column : spot.column + 1]
    return sign_at_start(sign, spot) if sign else None


_SIGN_BEFORE = re.compile(r"(?:^ *|[:-] +)([*&!])[\w!/:.-]* *$")


def sign_before(complaint: ParserComplaint) -> Accident | None:
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


def block_sign(complaint: ParserComplaint) -> Accident | None:
    """Find text on the same line as a > or |."""
    if "block scalar" not in complaint.context:
        return None
    sign = complaint.line(complaint.begin.line)[complaint.begin.column : complaint.begin.column + 1]
    return Accident(
        complaint.begin,
        message("Behind {sign} the text must start on the next line.", sign=sign),
        message("Move the text to the next line, two spaces in; or leave out {sign}.", sign=sign),
        innocent=(complaint.begin,),
    )


def brackets(complaint: ParserComplaint) -> Accident | None:
    """Find a bracket that is not closed, or a colon between brackets."""
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


def _open_bracket(complaint: ParserComplaint) -> Spot:
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


_BULLET = re.compile(rf" *(?:- +)?([{''.join(sorted(BULLETS))}])")


def bullet(complaint: ParserComplaint) -> Accident | None:
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


def curly_quotes(complaint: ParserComplaint) -> Accident | None:
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


def escape(complaint: ParserComplaint) -> Accident | None:
    """Find a backslash between double quotation marks."""
    if "escape character" not in complaint.problem:
        return None
    return Accident(
        complaint.spot,
        message("A \\ between double quotation marks means something else."),
        message("Use single quotation marks around this text."),
        innocent=(complaint.spot,),
    )
