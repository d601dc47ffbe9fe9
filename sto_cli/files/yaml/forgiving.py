"""YAML from people who do not write it every day: after an accident, the rest is still read where that is safe.

An accident such as a colon inside a text is reported, and then its sign counts as plain text: it gets a stand-in
from the private use area for as long as the parser looks, so that no line or column moves. What the parser accepts
but would drop in silence (the text behind a `#`, a list that runs into one text) is reported as well.
"""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from sto_cli.files.decoding import BULLETS, ODD_SPACES, Spot, has_invisible, invisible_signs, split_lines, without_end
from sto_cli.files.limits import MENDED_LETTERS
from sto_cli.files.yaml.line_accidents import Accident
from sto_cli.files.yaml.reader import Builder, KeyPath, Stop, YamlDocument, starts_with
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message

MOST_ACCIDENTS = 20
"""So many are reported one by one; whoever made more has made another kind of file."""

_STAND_INS = 0xE000
_RESTORE = {_STAND_INS + code: chr(code) for code in range(0x21, 0x7F)}
_HAS_STAND_INS = re.compile("[\ue021-\ue07e]")


def read_forgiving(text: str, path: str, *, max_nodes: int) -> YamlDocument:
    """Read YAML with all places; accidents are findings, and the data is None only when nothing can be read.

    Findings: `yaml-syntax`, `duplicate-key`, `too-large`, and `comment-in-text` (a warning).
    """
    reader = _Reader(path, text, max_nodes)
    document = reader.read()
    document.findings += reader.accidents
    document.accidents |= reader.kinds
    return document


class _Reader:
    """Reads, mends, and reads again, at most `MOST_ACCIDENTS` times."""

    def __init__(self, path: str, text: str, max_nodes: int) -> None:
        self.path, self.max_nodes = path, max_nodes
        self.accidents: list[Finding] = []
        self.kinds: set[str] = set()
        self.text = text
        self.mended = False
        self.mended_lines: set[int] = set()  # lines whose start was mended
        if has_invisible(text):
            self._report_invisible()

    def read(self) -> YamlDocument:
        for _ in range(MOST_ACCIDENTS):
            document = YamlDocument(self.path)
            try:
                document.data = _CarefulBuilder(document, self.text, self.max_nodes).build()
            except Stop as stop:
                return YamlDocument(self.path, findings=[stop.finding], accidents={"stop"})
            except yaml.YAMLError as problem:
                if not self._mend(problem):
                    break
            else:
                return self._restored(document)
        return YamlDocument(self.path)

    def _report_invisible(self) -> None:
        self.kinds.add("invisible")
        signs = invisible_signs()
        found = signs.findall(self.text)
        before = self.text[: self.text.index(found[0])]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        self.accidents.append(
            Finding(
                "yaml-syntax",
                "error",
                counted(
                    "Here is an invisible sign ({code}) that does not belong in a text.",
                    "Here is the first of {n} invisible signs ({code}) that do not belong in a text.",
                    len(found),
                    code=f"U+{ord(found[0]):04X}",
                ),
                Place(self.path, line, column, column + 1),
                message("Remove it: delete the word around it and type it again."),
            )
        )
        self.text = signs.sub("\ufffd", self.text)

    def _mend(self, problem: yaml.YAMLError) -> bool:
        """Report an accident; let its sign count as text, and say whether that is something new to try."""
        from sto_cli.files.yaml.accidents import explain  # noqa: PLC0415 - 5 ms, only after an accident

        accident = explain(problem, self.text)
        self.kinds.add(accident.kind)
        if accident.kind == "further_in":
            return self._begin_at_margin(accident)
        if accident.spot.line in self.mended_lines:  # what was tried there did not help: once is enough
            return False
        if accident.fixable:
            self.mended_lines.update(spot.line for spot in accident.innocent)
        self.accidents.append(accident.finding(self.path))
        if not accident.innocent or len(self.text) > MENDED_LETTERS:
            return False
        if not self.mended and _HAS_STAND_INS.search(self.text):
            return False
        before, self.text, self.mended = self.text, _with_stand_ins(self.text, accident.innocent), True
        return before != self.text

    def _begin_at_margin(self, accident: Accident) -> bool:
        if accident.spot.line not in self.mended_lines:  # else the odd space there was told of already
            self.accidents.append(accident.finding(self.path))
        before, self.text = self.text, _at_the_margin(self.text)
        return before != self.text

    def _restored(self, document: YamlDocument) -> YamlDocument:
        if self.mended:
            document.data = _restore(document.data)
            document.places = {_restore_path(path): place for path, place in document.places.items()}
            document.key_places = {_restore_path(path): place for path, place in document.key_places.items()}
        return document


_FURTHER_IN = re.compile(rf"((?:\s*\n| *#.*\n)*)([ {''.join(sorted(ODD_SPACES))}]+)([^\W\d_][^:\n]*:)(?=[ \n])")
_AT_MARGIN = re.compile(r"^[^\W\d_][^:\n]*:(?=[ \n])", re.MULTILINE)


def _at_the_margin(text: str) -> str:
    """Put the first key at the margin where others stand there: its spaces go behind it, so that its value stays."""
    found = _FURTHER_IN.match(text)
    if found is None or _AT_MARGIN.search(text, found.end()) is None:
        return text
    return f"{found[1]}{found[3]}{' ' * len(found[2])}{text[found.end() :]}"


def _with_stand_ins(text: str, spots: Iterable[Spot]) -> str:
    lines = [list(line) for line in split_lines(text)]
    for line, column in spots:
        if line < len(lines) and column < len(lines[line]):
            sign = lines[line][column]
            lines[line][column] = chr(_STAND_INS + ord(sign)) if "!" <= sign <= "~" else " "
    return "".join("".join(line) for line in lines)


def _restore(data: object) -> object:
    if isinstance(data, str):
        return data.translate(_RESTORE)
    if isinstance(data, list):
        return [_restore(item) for item in data]
    if isinstance(data, dict):
        return {_restore(key): _restore(value) for key, value in data.items()}
    return data


def _restore_path(path: KeyPath) -> KeyPath:
    return tuple(part.translate(_RESTORE) if isinstance(part, str) else part for part in path)


_COMMENT = re.compile(r" #(?=[^\s#!])")
_DASH = re.compile(r"\s*-(?=\s|\w)")


class _CarefulBuilder(Builder):
    """Reports trouble and goes on; looks whether plain texts lost a part, or swallowed a list."""

    def __init__(self, document: YamlDocument, text: str, max_nodes: int) -> None:
        super().__init__(document, text, max_nodes=max_nodes)
        self.lines = split_lines(text)
        self.has_comments = " #" in text
        self.anchored: dict[str, Any] = {}
        self.used: set[str] = set()

    def build(self) -> object:
        data = super().build()
        for name, event in self.anchored.items():
            if name not in self.used:
                self.trouble(event, *starts_with("&", event))
        return data

    def trouble(self, event: Any, text: Message, hint: Message | None = None, kind: str = "unclear") -> None:
        self.document.accidents.add(kind)
        self._report("yaml-syntax", text, hint, Spot(event.start_mark.line, event.start_mark.column), 1)

    def scalar(self, event: Any, path: KeyPath) -> object:
        if event.anchor:
            self.anchored[event.anchor] = event
        if not event.style:  # a plain text, without quotation marks
            if self.has_comments:
                self._look_behind(event.end_mark)
            if event.value[:1] in BULLETS and not (path and isinstance(path[-1], int)):
                self._look_at_bullet(event)
            elif event.end_mark.line > event.start_mark.line:
                self._look_for_dashes(event)
        return super().scalar(event, path)

    def _key(self, event: Any) -> str:
        key = super()._key(event)
        if key[:1] in ODD_SPACES and event.start_mark.column == 0:
            raise yaml.MarkedYAMLError(problem="odd space", problem_mark=event.start_mark)
        return key

    def _alias(self, event: Any, path: KeyPath) -> object:
        self.used.add(event.anchor)
        return super()._alias(event, path)

    def _look_behind(self, end: Any) -> None:
        """Look for `lab #3`: one space before the # and none behind it is no habit of who writes remarks."""
        if end.line < len(self.lines) and _COMMENT.match(self.lines[end.line], end.column):
            self._report(
                "comment-in-text",
                message("What stands behind this # is not read: it counts as a remark."),
                message("Put quotation marks around the whole text, or write “nr.” instead of #."),
                Spot(end.line, end.column + 1),
                len(without_end(self.lines[end.line]).rstrip()) - end.column - 1,
            )

    def _look_at_bullet(self, event: Any) -> None:
        """Report `• lessons`: Word's sign makes one text of all points."""
        from sto_cli.files.yaml.accidents import bullet_words  # noqa: PLC0415 - see `_mend`

        self.trouble(event, *bullet_words(event.value[0]), kind="bullet")

    def _look_for_dashes(self, event: Any) -> None:
        for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))):
            found = _DASH.match(self.lines[number])
            if found:
                self.document.accidents.add("dash")
                self._report(
                    "yaml-syntax",
                    message("This dash does not start a new point: it is read as part of the text above it."),
                    message("Let the dashes of a list stand right below each other, with a space behind each."),
                    Spot(number, found.end() - 1),
                    1,
                )
                break

    def _report(self, rule: str, text: Message, hint: Message | None, spot: Spot, width: int) -> None:
        place = Place(self.document.path, spot.line + 1, spot.column + 1, spot.column + 1 + width)
        self.document.findings.append(Finding(rule, "error", text, place, hint))
