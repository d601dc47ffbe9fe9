"""What a person is asked about a list, on a terminal: which column says who takes part, what hidden rows mean."""

from __future__ import annotations

import typer

from sto_cli.cli.screen import can_ask, tell
from sto_cli.cli.session import Session
from sto_cli.files.tables import DataTable, shown_rows
from sto_cli.lists.chosen import chosen_number
from sto_cli.lists.importing import Marked, Questions
from sto_cli.messages import N_, counted, message

SAMPLES = 3
"""Different values of a column that are shown beside its heading."""


def list_questions(session: Session) -> Questions | None:
    """Return what asks, where there is a terminal to ask on."""
    if not can_ask():
        return None
    return Questions(lambda table: _column(table, session), lambda rows: _marked(rows, session))


def _marked(rows: list[int], session: Session) -> Marked:
    """Ask whether rows that are hidden or struck out are taken over too."""
    question = counted(
        "Row {rows} is hidden, filtered away or struck out in the workbook. Take it over too?",
        "{n} rows are hidden, filtered away or struck out in the workbook (row {rows}). Take them over too?",
        len(rows),
        rows=shown_rows(rows),
    )
    return "include" if typer.confirm(session.translator.say(question), default=False, err=True) else "skip"


def _column(table: DataTable, session: Session) -> int | None:
    say = session.translator.say
    tell(say(message("The list has no column that says whether a school takes part. Which one is it?")))
    columns = [at for at, heading in enumerate(table.headings) if heading]
    for number, at in enumerate(columns, start=1):
        samples = ", ".join(_samples(table, at))
        tell(f"  {number:>2}  {table.headings[at]}{f': {samples}' if samples else ''}")
    none = session.translator.text(N_("none of these: every school on the list takes part"))
    tell(f"   0  {none}")
    while True:
        written = typer.prompt(say(message("A number; Enter to stop")), default="", show_default=False, err=True)
        answer = str(written).strip()
        if not answer:
            raise typer.Abort
        if (chosen := chosen_number(answer, len(columns))) is not None:
            return columns[chosen - 1] if chosen else None
        tell(say(message("“{written}” is none of the numbers 1 to {last}.", written=answer, last=len(columns))))


def _samples(table: DataTable, column: int) -> list[str]:
    found: dict[str, None] = {}
    for index in range(len(table.body)):
        if text := table.text(index, column):
            found[text[:20]] = None
        if len(found) > SAMPLES:
            return [*list(found)[:SAMPLES], "…"]
    return list(found)
