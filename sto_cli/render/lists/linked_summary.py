"""What linking a list gave, in a few sentences for the person who did it."""

from collections.abc import Iterator, Sequence

from sto_cli.files.tables import shown_rows
from sto_cli.lists.results import Link, LinkedList
from sto_cli.messages import Message, counted, message
from sto_cli.render.lists.linked_rows import OTHER_KINDS, candidate_words, row_words
from sto_cli.search.other_kinds import OtherKind
from sto_cli.search.results import Match


def linked_summary(linked: LinkedList, review: str) -> Iterator[Message]:
    """Say how the list was read, what was found, what is open, and what to do with it: the command `review`."""
    yield from linked.table.sheet.remarks
    width = len(linked.table.headings)
    rows = [linked.number(at) for at, row in enumerate(linked.table.body) if any(cell != "" for cell in row[width:])]
    if rows:
        yield counted(
            "Row {rows} has more cells than there are headings: look whether its cells have moved.",
            "{n} rows have more cells than there are headings (row {rows}): look whether their cells have moved.",
            len(rows),
            rows=shown_rows(rows),
        )
    yield from _marked_rows(linked)
    yield from _counts(linked)
    if linked.summary.open:
        yield message("The last column says which rows need your eye; the one with candidates names what may be meant.")
        yield message("Decide them one by one with: {command}", command=review)


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
    if summary.other:
        yield counted(
            "{n} row is no vmbo school: {kinds}.",
            "{n} rows are no vmbo school: {kinds}.",
            summary.other,
            kinds=_kinds(linked),
        )
    if renamed := renamed_rows(linked):
        row, link, match = renamed[0]
        yield counted(
            "Row {row} has a name that the school no longer bears: {name} is now {now}.",
            "{n} rows have a name that the school no longer bears, such as row {row}: {name} is now {now}.",
            len(renamed),
            row=str(row),
            name=row_words(link),
            now=candidate_words(match),
        )
    if summary.reviewed:
        yield counted("{n} row as you decided.", "{n} rows as you decided.", summary.reviewed)
    if summary.empty:
        yield counted("{n} empty row was left as it is.", "{n} empty rows were left as they are.", summary.empty)
    yield from repeated_rows(linked)


def _kinds(linked: LinkedList) -> Message:
    """Name the kinds of the rows that are no vmbo school, each with its rows."""
    rows: dict[OtherKind, list[int]] = {}
    for index, link in enumerate(linked.links):
        if link.other:
            rows.setdefault(link.other, []).append(linked.number(index))
    parts = {f"part{at}": Message(OTHER_KINDS[kind]) for at, kind in enumerate(rows)}
    shown = (f"{{part{at}}} ({shown_rows(numbers)})" for at, numbers in enumerate(rows.values()))
    return Message(", ".join(shown), parts)


def renamed_rows(linked: LinkedList) -> list[tuple[int, Link, Match]]:
    """Return the rows that call a school by a name that it no longer has, with their numbers."""
    return [
        (linked.number(index), link, link.match)
        for index, link in enumerate(linked.links)
        if link.match and link.match.basis == "former_name" and not link.reviewed
    ]


SHOWN_SCHOOLS = 5
"""Schools that a sentence names."""


def repeated_words(repeated: Sequence[tuple[Match, list[int]]]) -> str:
    """Name the schools that stand in several rows, each with its code and the rows; of many the first."""
    shown = [
        " ".join(part for part in (match.id, match.name, f"({shown_rows(rows)})") if part)
        for match, rows in repeated[:SHOWN_SCHOOLS]
    ]
    return "; ".join([*shown, "…"] if len(repeated) > SHOWN_SCHOOLS else shown)


def repeated_rows(linked: LinkedList) -> Iterator[Message]:
    """Say which schools stand in several rows, and which rows say the same of a school that is not found yet."""
    if linked.repeated:
        yield counted(
            "{n} school stands in more than one row: {schools}.",
            "{n} schools stand in more than one row: {schools}.",
            len(linked.repeated),
            schools=repeated_words(linked.repeated),
        )
    twice = linked.repeated_questions
    shown = [f"{row_words(link)} ({shown_rows(rows)})" for link, rows in twice[:SHOWN_SCHOOLS]]
    if twice:
        yield counted(
            "{n} school without a code stands in more than one row: {schools}. Once too often, or two locations?",
            "{n} schools without a code stand in more than one row: {schools}. Once too often, or two locations?",
            len(twice),
            schools="; ".join([*shown, "…"] if len(twice) > SHOWN_SCHOOLS else shown),
        )


def _marked_rows(linked: LinkedList) -> Iterator[Message]:
    """Say which rows are hidden or struck out: the answer holds them as the others."""
    rows = [linked.number(at) for at in linked.marked_rows]
    if rows:
        yield counted(
            "Row {rows} is hidden, filtered away or struck out in the workbook; here it stands among the others.",
            "{n} rows are hidden, filtered away or struck out in the workbook (row {rows}); here they stand among the "
            "others.",
            len(rows),
            rows=shown_rows(rows),
        )
