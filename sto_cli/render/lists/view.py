"""A linked list in every format: as it came, with what was found behind every row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sto_cli.files.cells import Cell, cell_text, harmless
from sto_cli.files.outgoing import outgoing, outgoing_json
from sto_cli.lists.results import Link, LinkedList
from sto_cli.messages import Translator
from sto_cli.render.formats import Look, Written
from sto_cli.render.lists.linked_rows import added_cells, added_headings
from sto_cli.render.terminal.layout import as_lines
from sto_cli.render.view import View
from sto_cli.search.results import Match

if TYPE_CHECKING:
    from sto_cli.lists.results import LinkedList


class LinkedAnswer(NamedTuple):
    """A linked list, with the regions of all candidates as far as they are certain, by the `choice` of each."""

    linked: LinkedList
    regions: Mapping[str, str]


def _csv(answer: LinkedAnswer, look: Look) -> Written:

    if not look.to_file:
        return "".join(linked_csv(answer.linked, look.translator, "\n"))
    content = bytearray("\ufeff".encode())  # the mark by which Excel knows UTF-8
    for line in linked_csv(answer.linked, look.translator, "\r\n"):
        content += outgoing(line).encode()  # one by one: a long list as one text would take twice the memory
    return content


def _xlsx(answer: LinkedAnswer, look: Look) -> Written:
    from sto_cli.render.lists.linked_xlsx import linked_xlsx

    return linked_xlsx(answer.linked, look.translator)


def _json(answer: LinkedAnswer, _look: Look) -> Written:

    return as_lines(linked_json(answer.linked, answer.regions))


LINKED: View[LinkedAnswer] = View(own={"csv": _csv, "xlsx": _xlsx, "json": _json})


DUTCH_SEPARATOR = ";"
"""What a Dutch Excel expects; with it goes a comma in numbers."""

AT_A_TIME = 100_000
"""Letters that are handed over at a time."""


def linked_csv(linked: LinkedList, translator: Translator, line_end: str = "\r\n") -> Iterator[str]:
    """Write the list, some lines at a time, with the separator that it came with (a semicolon for a workbook's sheet).

    The cells are kept as they are; only a text that a spreadsheet program would run gets an apostrophe in front.
    """
    separator = linked.table.sheet.separator or DUTCH_SEPARATOR
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=separator, lineterminator=line_end)
    for row in _rows(linked, translator, separator):
        writer.writerow(row)
        if lines.tell() > AT_A_TIME:
            yield lines.getvalue()
            lines.seek(0)
            lines.truncate()
    yield lines.getvalue()


def _rows(linked: LinkedList, translator: Translator, separator: str) -> Iterator[list[str]]:
    table, kept = linked.table, linked.own_columns
    for above in table.sheet.rows[: table.first - 2]:
        yield _own(above, range(len(above)))
    yield [*_own(table.heading_cells, kept), *added_headings(translator)]
    said: dict[int, list[str]] = {}  # by the link: rows that ask the same share it
    for row, link in zip(table.body, linked.links, strict=True):
        added = said.get(id(link))
        if added is None:
            added = said[id(link)] = _added(link, translator, separator)
        yield [*_own(row, kept), *added]


def _added(link: Link, translator: Translator, separator: str) -> list[str]:
    cells = added_cells(link, translator)
    return [harmless(_number(cell, separator) if isinstance(cell, float) else cell) for cell in cells]


def _own(row: Sequence[Cell], kept: Sequence[int]) -> list[str]:
    return [harmless(_as_it_was(row[at])) if at < len(row) else "" for at in kept]


def _as_it_was(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell_text(cell)


def _number(value: float, separator: str) -> str:
    return str(value).replace(".", ",") if separator == DUTCH_SEPARATOR else str(value)


def linked_json(linked: LinkedList, regions: Mapping[str, str]) -> Iterator[str]:
    """Write `{"format": 1, "rows": [...], "summary": {...}}` row by row; `row` is the row's number in the file.

    `regions` are those of the candidates, as far as they are certain, by their `choice`.
    """
    yield '{"format": 1, "rows": ['
    said: dict[int, str] = {}  # by the link: rows that ask the same share it
    for index, link in enumerate(linked.links):
        row = said.get(id(link))
        if row is None:
            row = said[id(link)] = outgoing_json(json.dumps(_row(link, regions), ensure_ascii=False))[1:]
        yield f'{"," if index else ""}\n{{"row": {linked.number(index)}, {row}'
    yield f'\n], "summary": {json.dumps(summary_json(linked))}}}\n'


def summary_json(linked: LinkedList) -> dict[str, Any]:
    """Return the counts of rows by outcome."""
    return {**asdict(linked.summary), "open": linked.summary.open}


def _row(link: Link, regions: Mapping[str, str]) -> dict[str, Any]:
    match, options = link.match, link.belonging.options
    return {
        "outcome": link.outcome,
        "school": match.id if match else None,
        "name": match.name if match else None,
        "region": options[0].region.id if options else None,
        "region_basis": link.belonging.basis if options else None,
        "alternatives": [option.region.id for option in options[1:]],
        "basis": link.basis or None,
        "matched": match.matched if match else None,
        "score": round(match.score, 2) if match else None,
        "reviewed": link.reviewed,
        "other": link.other,
        "candidates": [_candidate(candidate, regions) for candidate in link.candidates],
    }


def _candidate(match: Match, regions: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": match.id,
        "name": match.name,
        "place": match.town or None,
        "street": match.street,
        "region": regions.get(match.choice) or None,
        "score": round(match.score, 2),
    }
