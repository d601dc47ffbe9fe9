"""`sto data import participation`: a coordinator's own list becomes an own participation.yaml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sto_cli.cli.agreeing import agreed
from sto_cli.cli.commands import SpeakingCommand
from sto_cli.cli.data_import import AsOf, Format, Yes, checked_date, import_app
from sto_cli.cli.folders import standing_folder
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session, session_of
from sto_cli.errors import BrokenRegister, UsageProblem
from sto_cli.files.folders import make_folder, refuse_no_target
from sto_cli.messages import N_, message

if TYPE_CHECKING:
    from sto_cli.lists.columns import Columns, Role
    from sto_cli.lists.decisions import Decisions
    from sto_cli.lists.participation import Former
    from sto_cli.lists.results import LinkedList
    from sto_cli.register.register import Register
    from sto_cli.render.lists.imported import ListImport

HELP = N_(
    "Make your own participation.yaml from your own list: which schools of your region take part.\n\n"
    "FILE is a CSV file or an Excel workbook with a column of school names and one that says whether the school takes "
    "part (ja, nee, x, deelnemer, gestopt per 2024, vanaf 1-8-2023, …). Columns are found by their headings. What "
    "changes is shown before anything is written, and the former file is kept beside the new one. Rows that are not "
    "certain go to a review file: fill in the column “choice” and run the same command again.\n\n"
    "\b\n"
    "sto data import participation list.xlsx --region twente --as-of 2026-10\n"
    "sto data import participation list.xlsx --region twente --as-of 2026-10 --output my-data --yes"
)


@import_app.command("participation", cls=SpeakingCommand, help=HELP)
def import_participation(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The list: a CSV file or an Excel workbook."))],
    region: Annotated[str, typer.Option(help=N_("The region that the list is about: its id or name."))],
    as_of: AsOf,
    output: Annotated[
        Path | None, typer.Option(help=N_("The folder with your own data; without it the one that sto always reads."))
    ] = None,
    source: Annotated[
        str | None, typer.Option(help=N_("What the source is called; without it the file's name."))
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help=N_("The column with the school's name: its heading, or its letter.")),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its place."))] = None,
    status: Annotated[
        str | None, typer.Option(metavar="COLUMN", help=N_("The column that says whether the school takes part."))
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with the start date."))] = None,
    until: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with the end date."))] = None,
    sheet: Annotated[str | None, typer.Option(help=N_("The sheet of the workbook."))] = None,
    all_take_part: Annotated[
        bool,
        typer.Option("--all-take-part", help=N_("Every school on the list takes part; there is no status column.")),
    ] = False,
    remove_missing: Annotated[
        bool, typer.Option("--remove-missing", help=N_("Take out schools of the region that are not on the list."))
    ] = False,
    yes: Yes = False,
    format_: Format = "text",
) -> None:
    """Answer `sto data import participation`."""
    session = session_of(context)
    as_of = checked_date(as_of)
    refuse_no_target(output or standing_folder())
    wishes: dict[Role, str | None] = {"name": name, "place": place, "status": status, "since": since, "until": until}
    found, decided = _read(
        session, file, sheet, {role: wish for role, wish in wishes.items() if wish is not None}, region,
        (as_of, source or file.name), output or standing_folder(), all_take_part=all_take_part,
        remove_missing=remove_missing,
    )  # fmt: skip
    if format_ == "text":
        _show(found, session)
    written = _write(found, decided, session, yes=yes)
    if format_ == "json":
        from sto_cli.render.lists.imported import import_json

        session.print_json(import_json(replace(found, written=written)))
    if not written and found.update.changes:
        raise typer.Exit(EXIT_NO)


def _read(
    session: Session,
    file: Path,
    sheet: str | None,
    wishes: dict[Role, str],
    region: str,
    said: tuple[str, str],
    output: Path,
    *,
    all_take_part: bool,
    remove_missing: bool,
) -> tuple[ListImport, Decisions]:
    from sto_cli.files.tables import read_sheet
    from sto_cli.lists.claims import read_claims
    from sto_cli.lists.columns import find_table, has_names
    from sto_cli.lists.matching import Linker, link_list
    from sto_cli.lists.participation import update_participation
    from sto_cli.lists.review_file import read_review, review_path
    from sto_cli.register.lookup import region_named
    from sto_cli.render.lists.imported import ListImport

    where = region_named(session.register, region).id
    review = review_path(output, where)
    table, columns = find_table(read_sheet(file, sheet, None if wishes else has_names), wishes)
    _need_status(columns, all_take_part=all_take_part)
    decided, wrong = read_review(review, _codes(session.register)) if review.exists() else ({}, [])
    linked: LinkedList = link_list(table, columns, Linker(session.matcher, session.today, decided))
    claims = read_claims(linked, session.register, where, session.today, all_take_part=all_take_part)
    update = update_participation(claims, _former(output), where, *said, remove_missing=remove_missing)
    return ListImport(where, linked, claims, update, output / "participation.yaml", review, False, wrong), decided


def _codes(register: Register) -> set[str]:
    """Return the codes that a person may choose: of schools, and of members that are no vmbo school."""
    members = (member.id for region in register.regions.values() for member in region.members)
    return {*register.schools, *(code for code in members if code)}


def _need_status(columns: Columns, *, all_take_part: bool) -> None:
    if "status" not in columns and not all_take_part:
        raise UsageProblem(
            message("The list has no column that says whether a school takes part."),
            message("Name it with --status, or add --all-take-part when every school on the list does."),
        )


def _former(output: Path) -> Former:
    """Return the own file as it was.

    Raises:
        BrokenRegister: it has something wrong in it; it is then left as it is.
    """
    from sto_cli.lists.participation import Former
    from sto_cli.register.part_file import read_part

    path = output / "participation.yaml"
    if not path.exists():
        return Former()
    part = read_part("participation", path, str(path))
    if part.findings:
        raise BrokenRegister(
            message("Your participation.yaml has something wrong in it, so nothing can be laid into it:"),
            part.findings,
            message("Mend these places first."),
        )
    return Former(part.entries, part.as_of, part.source)


def _show(found: ListImport, session: Session) -> None:
    from sto_cli.render.lists.imported import import_text

    session.show(import_text(found, session.register, session.translator, room()))


def _write(found: ListImport, decided: Decisions, session: Session, *, yes: bool) -> bool:
    """Write the participation and the review file, if the user agrees; say where they are."""
    from sto_cli.files.former import replace_keeping
    from sto_cli.register.imports.write import part_text
    from sto_cli.render.lists.review import review_csv

    open_rows = any(each.to_review for each in found.claims.doubtful)
    if not agreed(message("Write this to {path}?", path=found.path), session, yes=yes):
        return False
    make_folder(found.path.parent)
    comment = session.translator.text(OWN_COMMENT)
    update = found.update
    kept = replace_keeping(
        found.path, part_text("participation", update.entries, update.as_of, update.source, comment=comment)
    )
    session.remark(message("Written to {path}.", path=found.path))
    if kept:
        session.remark(message("The former file is kept as {path}.", path=kept))
    if open_rows or decided:
        replace_keeping(found.review, review_csv(found.claims.doubtful, decided, session.translator))
    if open_rows:
        session.remark(
            message(
                "The rows that are not certain stand in {path}: fill in the column “choice”, and run the same command "
                "again.",
                path=found.review,
            )
        )
    return True


OWN_COMMENT = N_("""\
Your own participation: it goes before what the register says. One line per school and period.
Written by sto data import participation from your list; you may also edit it. Check it with: sto data check""")
