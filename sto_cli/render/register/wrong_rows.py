"""Rows of a list that were left out, a sentence for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sto_cli.messages import N_, Message, counted
from sto_cli.register.imports.wrong_rows import Wrong, WrongRow

SHOWN_ROWS = 10
"""Rows that were left out of which each gets a sentence."""

WRONG: dict[Wrong, str] = {
    "no-name": N_("{path}, row {row}: there is no name here."),
    "no-year": N_("{path}, row {row}: “{written}” is no year."),
    "years-turned": N_("{path}, row {row}: the last year lies before the first ({written})."),
    "future-year": N_("{path}, row {row}: {written} is later than the date behind --as-of."),
    "no-address": N_("{path}, row {row}: “{written}” is no web address."),
    "no-date": N_("{path}, row {row}: “{written}” is no date such as 2021, 2021-10 or 2021-10-01."),
    "future-date": N_("{path}, row {row}: {written} lies in the future."),
    "no-level": N_("{path}, row {row}: “{written}” is none of exact, school, likely and not_found."),
    "unknown-region": N_("{path}, row {row}: there is no region {written}."),
    "unknown-school": N_("{path}, row {row}: {written} is no vmbo school, now or in earlier files."),
}
"""What is wrong with a row of a list of names that was left out."""


def wrong_rows(rows: Sequence[WrongRow]) -> Iterator[Message]:
    """Say of each row what is wrong, in a sentence; of many only of the first."""
    for wrong, path, row, written in rows[:SHOWN_ROWS]:
        yield Message(WRONG[wrong], {"path": path, "row": str(row), "written": written})
    if len(rows) > SHOWN_ROWS:
        sentence = counted(
            "{n} more row was left out; --format json names them all.",
            "{n} more rows were left out; --format json names them all.",
            len(rows) - SHOWN_ROWS,
        )
        yield sentence
