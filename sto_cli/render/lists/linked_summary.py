"""What linking a list gave, in a few sentences for the person who did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sto_cli.files.tables import shown_rows
from sto_cli.lists.results import LinkedList
from sto_cli.messages import Message, counted, message
from sto_cli.search.results import Match


def linked_summary(linked: LinkedList, output: Path | None, *, review: bool) -> Iterator[Message]:
    """Say how the list was read, what was found, what is open, and what to do with it."""
    yield from linked.table.sheet.remarks
    yield from _strange_rows(linked)
    yield from _counts(linked)
    if output is not None:
        yield message("Written to {path}.", path=output)
    if linked.summary.open:
        yield from _what_to_do(linked, output, review=review)


def _counts(linked: LinkedList) -> Iterator[Message]:
    summary = linked.summary
    sums = {"found": summary.found, "ambiguous": summary.ambiguous, "not_found": summary.not_found}
    rows = counted("{n} row", "{n} rows", summary.rows)
    if summary.none:
        yield message(
            "{rows}: {found} found, {ambiguous} to choose from several schools, {not_found} not found, {none} none of "
            "the candidates as you decided.",
            rows=rows,
            none=summary.none,
            **sums,
        )
    else:
        yield message(
            "{rows}: {found} found, {ambiguous} to choose from several schools, {not_found} not found.",
            rows=rows,
            **sums,
        )
    if summary.reviewed:
        yield counted("{n} row as you decided.", "{n} rows as you decided.", summary.reviewed)
    if summary.empty:
        yield counted("{n} empty row was left as it is.", "{n} empty rows were left as they are.", summary.empty)
    if linked.repeated:
        yield counted(
            "{n} school stands in more than one row: {schools}.",
            "{n} schools stand in more than one row: {schools}.",
            summary.repeated,
            schools=repeated_words(linked.repeated),
        )


SHOWN_SCHOOLS = 5
"""Schools that a sentence names."""


def repeated_words(repeated: Sequence[tuple[Match, list[int]]]) -> str:
    """Name the schools that stand in several rows, each with its code and the rows; of many the first."""
    shown = [
        " ".join(part for part in (match.id, match.name, f"({shown_rows(rows)})") if part)
        for match, rows in repeated[:SHOWN_SCHOOLS]
    ]
    return "; ".join([*shown, "…"] if len(repeated) > SHOWN_SCHOOLS else shown)


def _strange_rows(linked: LinkedList) -> Iterator[Message]:
    """Say which rows have cells behind the last heading: often a separator inside a name moved them."""
    width = len(linked.table.headings)
    rows = [linked.number(at) for at, row in enumerate(linked.table.body) if any(cell != "" for cell in row[width:])]
    if rows:
        yield counted(
            "Row {rows} has more cells than there are headings: look whether its cells have moved.",
            "{n} rows have more cells than there are headings (row {rows}): look whether their cells have moved.",
            len(rows),
            rows=shown_rows(rows),
        )


def _what_to_do(linked: LinkedList, output: Path | None, *, review: bool) -> Iterator[Message]:
    yield message("The column sto_check says which rows need your eye; sto_candidates names what may be meant.")
    if not review:
        yield message(
            "Decide them one by one with: sto match {path} --output {output} --review --force",
            path=linked.table.path,
            output=output or "FILE.xlsx",
        )
