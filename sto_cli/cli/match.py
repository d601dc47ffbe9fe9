"""`sto match`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from sto_cli.cli.commands import SpeakingCommand
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.progress import tracked
from sto_cli.cli.session import Session, session_of
from sto_cli.errors import UsageProblem
from sto_cli.files.outgoing import outgoing
from sto_cli.files.tables import read_sheet
from sto_cli.files.writing import refuse_existing, refuse_same, write_whole
from sto_cli.lists.columns import Role, find_table, has_names
from sto_cli.lists.matching import Linker, candidate_regions, link_list
from sto_cli.lists.own_decisions import decisions_of
from sto_cli.lists.results import LinkedList, Question
from sto_cli.messages import N_, message
from sto_cli.render.lists.linked_summary import linked_summary

app = typer.Typer(add_completion=False)

HELP = N_(
    "Link a list of schools to their codes and regions.\n\n"
    "FILE is a CSV file or an Excel workbook (.xlsx) with a column of school names, and perhaps their place, street, "
    "postcode or code. The columns are found by their headings. You get the same rows back, with the columns "
    "sto_outcome, sto_school, sto_name, sto_region, sto_basis, sto_score, sto_candidates, sto_region_name and "
    "sto_check behind them. Rows that are not certain are marked, never guessed; --review asks you about them one by "
    "one, and can be stopped and resumed. "
    "The exit code is 0 when every row is found, 1 when some are left to look at.\n\n"
    "\b\n"
    "sto match schools.xlsx --output linked.xlsx\n"
    'sto match schools.csv --name "Naam vestiging" --place C --output linked.csv\n'
    "sto match schools.xlsx --output linked.xlsx --review"
)


@app.command(cls=SpeakingCommand, help=HELP)
def match(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The list: a CSV file or an Excel workbook."))],
    name: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help=N_("The column with the school's name: its heading, or its letter.")),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its place."))] = None,
    street: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its street."))] = None,
    postcode: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its postcode."))] = None,
    code: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its code (BRIN)."))] = None,
    sheet: Annotated[str | None, typer.Option(help=N_("The sheet of the workbook."))] = None,
    output: Annotated[Path | None, typer.Option(help=N_("Write to this file: .xlsx, .csv or .json."))] = None,
    force: Annotated[bool, typer.Option("--force", help=N_("Replace that file if it exists."))] = False,
    review: Annotated[
        bool, typer.Option("--review", help=N_("Ask about the rows that are not certain, one by one."))
    ] = False,
    format: Annotated[
        Literal["csv", "json"], typer.Option(help=N_("On the screen: csv, or json for other programs."))
    ] = "csv",
) -> None:
    """Answer `sto match`."""
    session = session_of(context)
    ending = _ending(output, format)
    refuse_same(file, output)
    refuse_existing(output, force=force)
    named: dict[Role, str | None] = {
        "name": name, "place": place, "street": street, "postcode": postcode, "code": code,
    }  # fmt: skip
    linked = _link(session, file, sheet, named, review=review)
    _deliver(linked, ending, output, session, force=force)
    for remark in linked_summary(linked, output, review=review):
        session.remark(remark)
    if linked.summary.open:
        raise typer.Exit(EXIT_NO)


def _link(
    session: Session, file: Path, sheet: str | None, named: dict[Role, str | None], *, review: bool
) -> LinkedList:
    wishes = {role: wish for role, wish in named.items() if wish is not None}
    found = read_sheet(file, sheet, None if wishes else has_names)
    table, columns = find_table(found, wishes)
    folders = decision_folders(session.folders)
    decided, _ = decisions_of(folders, session.register)
    linker = Linker(session.matcher, session.today, decided)

    def watched(questions: Iterable[Question | None], number: int) -> Iterable[Question | None]:
        return tracked(questions, number, session.translator.text(N_("Looking up schools")))

    linked = link_list(table, columns, linker, watched)
    if review:
        from sto_cli.cli.reviewing import review_list

        linked = review_list(linked, linker, folders[-1], session)
    return linked


def _ending(output: Path | None, format_: str) -> str:
    """Return in which form the answer goes out: by the file's ending, on the screen as asked for."""
    if output is None:
        return format_
    ending = output.suffix.lower().removeprefix(".")
    if ending not in {"csv", "xlsx", "json"}:
        raise UsageProblem(
            message("{path} should end in .xlsx, .csv or .json.", path=output),
            message("The ending says which kind of file you want."),
        )
    return ending


def _deliver(linked: LinkedList, ending: str, output: Path | None, session: Session, *, force: bool) -> None:
    if ending == "xlsx":
        from sto_cli.render.lists.linked_xlsx import linked_xlsx

        write_whole(output or Path(), linked_xlsx(linked, session.translator), force=force)
        return
    if ending == "json":
        from sto_cli.render.lists.linked_json import linked_json

        pieces = linked_json(linked, candidate_regions(linked, session.register, session.today))
    else:
        from sto_cli.render.lists.linked_csv import linked_csv

        pieces = linked_csv(linked, session.translator, "\r\n" if output else "\n")
    if output is None:
        sys.stdout.writelines(pieces)
    else:
        mark = "\ufeff" if ending == "csv" else ""  # by which Excel knows UTF-8
        write_whole(output, outgoing(mark + "".join(pieces)), force=force)
