"""The lines of a YAML file: where a text over several of them stands, and what is only remarked."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sto_cli.files.decoding import split_lines, without_end
from sto_cli.files.yaml.reader import KeyPath, YamlDocument
from sto_cli.findings import Place
from sto_cli.plans.source.outline import OutlineCell
from sto_cli.plans.source.plain_text import TextLine

_NO_REMARK = re.compile(r" #[^\s#!].*")
_REMARK = re.compile(r"(?:^|(?<=\s))#[\s#]*(.*\S)?")


class YamlLines:
    """The lines of one file."""

    def __init__(self, source: str) -> None:
        self.lines = [without_end(line) for line in split_lines(source)]

    def of(self, text: str, place: Place) -> list[TextLine]:
        """Return the lines of the file in which a text stands, each with its number and where its words begin."""
        left, found = len(text.split()), list[TextLine]()
        for number in range(place.line, len(self.lines) + 1):
            start = place.column - 1 if number == place.line else 0
            line = self.lines[number - 1][start:]
            if number == place.line and line[:1] in "|>":
                continue
            indent = len(line) - len(line.lstrip(" "))
            found.append(TextLine(number, start + indent + 1, line[indent:]))
            left -= len(line.split())
            if left <= 0:
                break
        mark = found[0].words[:1] if found else ""
        if mark in {'"', "'"} and found[-1].words.rstrip().endswith(mark):
            found[-1] = found[-1]._replace(words=found[-1].words.rstrip()[:-1])
            found[0] = TextLine(found[0].number, found[0].column + 1, found[0].words[1:])
        return _at_one_margin(found, place.line)

    def behind(self, place: Place) -> str:
        """Return what stands behind a text that looks like a remark and is none: no space follows its sign."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        found = _NO_REMARK.match(line, place.end_column - 1) if place.end_column is not None else None
        return found[0].rstrip() if found else ""


def _at_one_margin(lines: Sequence[TextLine], first: int) -> list[TextLine]:
    """Take the margin that all lines share away; what starts further in keeps its spaces."""
    columns = [line.column for line in lines if line.number != first and line.words.strip()]
    margin = min(columns, default=1)
    return [
        line
        if line.number == first or not line.words.strip()
        else TextLine(line.number, margin, " " * (line.column - margin) + line.words)
        for line in lines
    ]


class Notes:
    """What stands behind a `#`, by the line of what it is about; each is used once."""

    def __init__(self, document: YamlDocument, lines: YamlLines) -> None:
        self.path = document.path
        self.beside: dict[int, OutlineCell] = {}
        self.above: dict[int, list[OutlineCell]] = {}
        if any("#" in line for line in lines.lines):
            self._collect(lines, _texts_by_line(document, lines))

    def at(self, line: int) -> str:
        """Return what is remarked about a line, beside it or above it."""
        cells = [*self.above.pop(line, ()), *([self.beside.pop(line)] if line in self.beside else [])]
        return " ".join(cell.text for cell in cells)

    def left(self) -> tuple[OutlineCell, ...]:
        """Return the remarks that stand at no block."""
        cells = [*self.beside.values(), *(cell for above in self.above.values() for cell in above)]
        return tuple(sorted(cells, key=lambda cell: cell.place.line))

    def _collect(self, lines: YamlLines, texts: Mapping[int, list[tuple[int, int]]]) -> None:
        waiting: list[OutlineCell] = []
        for number, line in enumerate(lines.lines, 1):
            found = _remark_in(line, texts.get(number, ()))
            if found is not None and found[1]:
                start = found.start(1)
                cell = OutlineCell(found[1], Place(self.path, number, start + 1, start + 1 + len(found[1])))
                if not line[: found.start()].strip():
                    waiting.append(cell)
                    continue
                self.beside[number] = cell
            if waiting:
                opens = not line.strip() or waiting[0].place.line == 1
                self.above[-waiting[0].place.line if opens else number] = waiting
                waiting = []
        if waiting:
            self.above[-waiting[0].place.line] = waiting


def _remark_in(line: str, spans: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """Return the first remark in a line that lies in none of its texts."""
    found = _REMARK.search(line)
    while found is not None:
        at = found.start()
        end = max((end for start, end in spans if start <= at < end), default=None)
        if end is None:
            return found
        found = _REMARK.search(line, end)
    return None


_TO_THE_END = 1_000_000


def _texts_by_line(document: YamlDocument, lines: YamlLines) -> dict[int, list[tuple[int, int]]]:
    """Return where on each line a text or a key stands, in columns from 0: a # in it is no remark."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for path, place in (*document.places.items(), *document.key_places.items()):
        if place.end_column is not None:
            end = _TO_THE_END if lines.behind(place) else place.end_column - 1
            spans.setdefault(place.line, []).append((place.column - 1, end))
        elif isinstance(text := _value(document.data, path), str):
            for one in lines.of(text, place):
                spans.setdefault(one.number, []).append((one.column - 1, _TO_THE_END))
    return spans


def _value(data: Any, path: KeyPath) -> object:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
