"""Handing over an answer: to the terminal, a pipe or a file, in the format that was asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import message
from sto_cli.render.report_writers import CsvStyleName, Look, Written, formats_of, write_report

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


def deliver(session: Session, report: str, result: Any, wish: Wish) -> None:
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
    if wish.output is None:
        _hand_over(session, written)
    else:
        _keep(session, written, wish.output, force=wish.force)


def _by_name(report: str, output: Path | None) -> str | None:
    form = SUFFIXES.get(output.suffix.lower()) if output else None
    return form if form in formats_of(report) else None


def _hand_over(session: Session, written: Written) -> None:
    if isinstance(written, dict):
        session.print_json(written)
    elif isinstance(written, str):
        _print_raw(written.encode(), written)
    elif isinstance(written, bytes):
        sys.stdout.buffer.write(written)
        sys.stdout.flush()
    else:
        session.show(written)


def _print_raw(data: bytes, text: str) -> None:
    """Print a text with its own line ends; a terminal does not want the byte-order mark."""
    if sys.stdout.isatty():
        print(text.lstrip("\ufeff"), end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def _keep(session: Session, written: Written, path: Path, *, force: bool) -> None:
    import io
    import json

    from sto_cli.files.writing import write_whole
    from sto_cli.render.styled import plain

    if isinstance(written, dict):
        text = io.StringIO()
        json.dump(written, text, ensure_ascii=False, indent=2)
        written = text.getvalue() + "\n"
    elif not isinstance(written, str | bytes):
        written = "".join(plain(line).rstrip() + "\n" for line in written)
    write_whole(path, written, force=force)
    session.remark(message("Written: {path}", path=path))
