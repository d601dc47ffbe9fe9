"""Writing a report in the format that was asked for, by name or by the file's ending, and delivering it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sto_cli.cli.delivery import deliver
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import message
from sto_cli.render.report_writers import CsvStyleName, Look, formats_of, write_report

SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".ics": "ics",
}
"""The format that a file's name asks for, where no other was named."""


NOT_FOR_A_TERMINAL = {
    "xlsx": message("An Excel workbook cannot be shown here."),
    "html": message("A web page cannot be shown here."),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """In what format and where a user wants the answer; `format` None: as the file's name says, else text."""

    format: str | None = None
    output: Path | None = None
    force: bool = False
    csv_style: CsvStyleName = "dutch"


def deliver_report(session: Session, report: str, result: Any, wish: Wish) -> None:
    """Write a report's result and hand it over.

    Raises:
        UsageProblem: a workbook or a web page was to go to the terminal, or the report has no such format.
        UnwritableFile: the file exists and may not be replaced, or its folder is missing.
    """
    form = wish.format or _by_name(report, wish.output) or "text"
    if form not in formats_of(report):
        raise UsageProblem(
            message("This report has no form {form}.", form=form),
            message("Possible: {names}.", names=", ".join(formats_of(report))),
        )
    if form in NOT_FOR_A_TERMINAL and wish.output is None and sys.stdout.isatty():
        raise UsageProblem(
            NOT_FOR_A_TERMINAL[form], message("Name a file for it: {option}", option=f"--output rapport.{form}")
        )
    look = Look(session.translator, None if wish.output else room(), wish.csv_style)
    written = write_report(report, form, result, look)
    if form == "csv":  # the only form that has no room for them
        for caveat in result.caveats:
            session.remark(caveat)
    deliver(written, wish.output, force=wish.force)
    if form == "ics" and result.undated:
        from sto_cli.render.portfolio_words import undated_remark

        session.remark(undated_remark(result))
    if wish.output is not None:
        session.remark(message("Written: {path}", path=wish.output))


def _by_name(report: str, output: Path | None) -> str | None:
    form = SUFFIXES.get(output.suffix.lower()) if output else None
    return form if form in formats_of(report) else None
