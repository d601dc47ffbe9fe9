"""`sto data import participation`: a coordinator's own list becomes an own participation.yaml."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from sto_cli.cli.data_import import AsOf, YesOption, again_when_changed, agreed, checked_date, import_app, say_undo
from sto_cli.cli.declaring import TextOrJson, declare
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.option_values import NameColumn, PlaceColumn, WhichList, linked_name, named, review_command
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import asked_number, can_ask, room, tell
from sto_cli.cli.session import Session
from sto_cli.files.folders import make_folder, refuse_no_target
from sto_cli.files.outgoing import outgoing
from sto_cli.files.reading import is_there
from sto_cli.files.tables import DataTable, shown_rows
from sto_cli.lists.importing import ListImport, Marked, Questions
from sto_cli.messages import N_, Message, counted, message

SAMPLES = 3
"""Different values of a column that are shown beside its heading."""


def list_questions(session: Session) -> Questions | None:
    """Return what asks, where there is a terminal to ask on."""
    if not can_ask():
        return None
    return Questions(lambda table: _status_column(table, session), lambda rows: _marked(rows, session))


def _marked(rows: list[int], session: Session) -> Marked:
    """Ask whether rows that are hidden or struck out are taken over too."""
    question = counted(
        "Row {rows} is hidden, filtered away or struck out in the workbook. Take it over too?",
        "{n} rows are hidden, filtered away or struck out in the workbook (row {rows}). Take them over too?",
        len(rows),
        rows=shown_rows(rows),
    )
    return "include" if typer.confirm(session.translator.say(question), default=False, err=True) else "skip"


def _status_column(table: DataTable, session: Session) -> int | None:
    question = message("The list has no column that says whether a school takes part. Which one is it?")
    return asked_column(table, question, N_("none of these: every school on the list takes part"), session)


def asked_column(table: DataTable, question: Message, none: str, session: Session) -> int | None:
    """Ask which column of a list is meant; None for none of them, which is worded in `none`."""
    tell(session.translator.say(question))
    columns = [at for at, heading in enumerate(table.headings) if heading]
    for number, at in enumerate(columns, start=1):
        samples = ", ".join(_samples(table, at))
        tell(f"  {number:>2}  {table.headings[at]}{f': {samples}' if samples else ''}")
    tell(f"   0  {session.translator.text(none)}")
    chosen = asked_number(message("A number; Enter to stop"), len(columns), session.translator)
    if chosen is None:
        raise typer.Abort
    return columns[chosen - 1] if chosen else None


def _samples(table: DataTable, column: int) -> list[str]:
    found: dict[str, None] = {}
    for index in range(len(table.body)):
        if text := table.text(index, column):
            found[text[:20]] = None
        if len(found) > SAMPLES:
            return [*list(found)[:SAMPLES], "…"]
    return list(found)


HELP = N_(
    "Make your own participation.yaml from your own list: which schools of your region take part.\n\n"
    "FILE is a CSV file or a workbook (.xlsx, .xls, .ods) with a column of school names and one that says whether "
    "the school takes part (ja, nee, x, deelnemer, in gesprek, gestopt per 2024, vanaf 1-8-2023, …), or one for each "
    "school year (2024-2025, 25/26). Columns are found by their headings; where none says who takes part you are "
    "asked. What "
    "changes is shown before anything is written, and the former file is kept beside the new one. Rows that are not "
    "certain go to a review file: fill in the column “choice” and run the same command again.\n\n"
    "\b\n"
    "sto data import participation list.xlsx --region twente --as-of 2026-10\n"
    "sto data import participation list.xlsx --region twente --as-of 2026-10 --output my-data --yes"
)


class StatusColumns(NamedTuple):
    """Which columns of the list say what, as the user names them."""

    name: NameColumn = None
    place: PlaceColumn = None
    status: Annotated[
        str | None, typer.Option(metavar="COLUMN", help=N_("The column that says whether the school takes part."))
    ] = None
    since: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with the start date."))] = None
    until: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with the end date."))] = None


class ListMeaning(NamedTuple):
    """What the list is about, and what a school's place on it, or not on it, means."""

    region: Annotated[str, typer.Option(help=N_("The region that the list is about: its id or name."))]
    as_of: AsOf
    source: Annotated[str | None, typer.Option(help=N_("What the source is called; without it the file's name."))] = (
        None
    )
    all_take_part: Annotated[
        bool,
        typer.Option("--all-take-part", help=N_("Every school on the list takes part; there is no status column.")),
    ] = False
    hidden: Annotated[
        Literal["include", "skip"] | None,
        typer.Option(
            help=N_(
                "What to do with rows that are hidden, filtered away or struck out in the workbook; without it you are "
                "asked, and without a terminal they are left out."
            )
        ),
    ] = None
    remove_missing: Annotated[
        bool, typer.Option("--remove-missing", help=N_("Take out schools of the region that are not on the list."))
    ] = False


class OwnData(NamedTuple):
    """Where the own data are, and whether to write them without asking."""

    output: Annotated[
        Path | None, typer.Option(help=N_("The folder with your own data; without it the one that new data goes to."))
    ] = None
    yes: YesOption = False


@declare(import_app, HELP, "participation")
def import_participation(
    session: Session,
    *,
    list_: WhichList,
    meaning: ListMeaning,
    columns: StatusColumns,
    own: OwnData,
    format_: TextOrJson = "text",
) -> None:
    """Answer `sto data import participation`."""
    from sto_cli.lists.importing import ListWish, import_list
    from sto_cli.render.lists.imported import import_json, import_text

    session.target = own.output or decision_folders(session.folders)[-1]
    wish = ListWish(
        file=list_.file,
        region=meaning.region,
        as_of=checked_date(meaning.as_of),
        source=meaning.source or outgoing(list_.file.name),
        folder=session.target,
        decided_in=decision_folders(session.folders),
        sheet=list_.sheet,
        columns=named(columns),
        all_take_part=meaning.all_take_part,
        remove_missing=meaning.remove_missing,
        marked=meaning.hidden,
    )
    refuse_no_target(wish.folder)
    questions = list_questions(session)
    found, written = again_when_changed(
        lambda: _imported(import_list(wish, session.matcher, session.today, questions), session, yes=own.yes)
    )
    if format_ == "text":
        session.show(import_text(found, session.translator, room()))
    if not own.yes and agreed(message("Write this to {path}?", path=found.path), session, yes=False):
        _, written = _imported(found, session, yes=True)
    if format_ == "json":
        session.print_json(import_json(replace(found, written=written)))
    if written:
        _say_written(found, session, _review_command(list_, columns, own, session))
    elif found.update.changes:
        raise typer.Exit(EXIT_NO)


def _review_command(list_: WhichList, columns: StatusColumns, own: OwnData, session: Session) -> str:
    """Return the command that asks about the open rows, and keeps the decisions where this import looks for them."""
    return review_command(list_, columns, linked_name(list_.file, session.translator), own.output)


def _imported(found: ListImport, session: Session, *, yes: bool) -> tuple[ListImport, bool]:
    """Write the participation, the review file and the decisions if `yes`; return whether that was done."""
    from sto_cli.files.history import change_files
    from sto_cli.lists.decisions import FILE_NAME, with_decisions
    from sto_cli.register.imports.write import part_text
    from sto_cli.render.lists.linked_rows import review_csv

    if not yes:
        return found, False
    folder, update = found.path.parent, found.update
    make_folder(folder)
    comment = session.translator.text(OWN_COMMENT)
    texts = {found.path.name: part_text("participation", update.entries, update.as_of, update.source, comment=comment)}
    if found.open_rows or found.decided or is_there(found.review):
        texts[found.review.name] = review_csv(found.claims.doubtful, found.decided.values(), session.translator)
    decided = with_decisions(folder, found.filled_in.made, found.filled_in.withdrawn)
    texts |= {} if decided is None else {FILE_NAME: decided}
    occasion = session.occasion("participation", Path(found.linked.table.path).name)
    change_files(folder, found.before, {name: text.encode() for name, text in texts.items()}, occasion)
    return found, True


def _say_written(found: ListImport, session: Session, review: str) -> None:
    session.remark(message("Written to {path}.", path=found.path))
    if found.before.get(found.path.name) is not None:
        say_undo(session, found.path.parent)
    if found.open_rows:
        session.remark(
            message(
                "The rows that are not certain stand in {path}: fill in the column “choice” and run the same command "
                "again. Or decide them one by one with: {command}",
                path=found.review,
                command=review,
            )
        )


OWN_COMMENT = N_("""\
Your own participation: it goes before what the register says. One line per school and period.
Written by sto data import participation from your list; you may also edit it. Check it with: sto data check""")
