"""Writing a report in the format that was asked for, by name or by the file's ending, and delivering it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sto_cli.cli.delivery import deliver
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import message
from sto_cli.render.formats import CsvStyleName, Look, formats_of, write_report

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


PLAIN = ("csv", "markdown")
"""The forms that a plain text file may hold."""

REPEATS_NOTES = ("csv", "xlsx", "markdown")
"""The forms with the sources in full, for use at home."""

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
    form = _form(report, wish)
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
    if form in REPEATS_NOTES and _own_notes(session, result):
        session.remark(
            message(
                "Your own notes on where facts come from are in it, and they may name people. Pass on the web page "
                "instead: it leaves them out."
            )
        )
    if form == "csv":  # the only form that has no room for them
        for caveat in result.caveats:
            session.remark(caveat)
    deliver(written, wish.output, force=wish.force)
    if form == "ics" and result.undated:
        from sto_cli.render.reports.portfolio_words import undated_remark

        session.remark(undated_remark(result))
    if wish.output is not None:
        session.remark(message("Written: {path}", path=wish.output))


def _own_notes(session: Session, result: Any) -> bool:
    """Whether a report repeats sources that the user wrote down in own words."""
    from sto_cli.render.page.sources import is_own_note

    named = [*getattr(result, "sources", ()), *session.register.participations]
    return any(is_own_note(one.source, one.layer) for one in named)


def _form(report: str, wish: Wish) -> str:
    """Choose the form: the one named, else as the file's name says, else text.

    Raises:
        UsageProblem: the file's name ends as another kind of file does, or in a way that no form of the report has.
    """
    ending = wish.output.suffix.lower() if wish.output else ""
    if wish.format is None:
        form = SUFFIXES.get(ending)
        if ending and form not in formats_of(report):
            raise UsageProblem(
                message("This report cannot be written as a {ending} file.", ending=ending),
                message("Possible endings: {names}.", names=", ".join(_endings(formats_of(report)))),
            )
        return form or "text"
    if ending in SUFFIXES and ending not in _endings([wish.format]):
        raise UsageProblem(
            message("{path} does not end as a file of the form {form} does.", path=wish.output, form=wish.format),
            message("Possible endings: {names}.", names=", ".join(_endings([wish.format]))),
        )
    return wish.format


def _endings(forms: Iterable[str]) -> list[str]:
    """The endings that files of these forms may have; a form that is plain text may be a .txt as well."""
    named = [ending for form in forms for ending, its_form in SUFFIXES.items() if its_form == form]
    return list(dict.fromkeys([*named, *(".txt" for form in forms if form in PLAIN)]))
