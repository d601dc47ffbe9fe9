"""Asking in which column of a list stands who takes part, on a terminal."""

from __future__ import annotations

import typer

from sto_cli.cli.screen import can_ask, tell
from sto_cli.cli.session import Session
from sto_cli.files.tables import DataTable
from sto_cli.lists.chosen import chosen_number
from sto_cli.lists.importing import AskStatus
from sto_cli.messages import N_, message

SAMPLES = 3
"""Different values of a column that are shown beside its heading."""


def ask_status(session: Session) -> AskStatus | None:
    """Return what asks, where there is a terminal to ask on."""
    if not can_ask():
        return None
    return lambda table: _column(table, session)


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
