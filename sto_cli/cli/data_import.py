"""`sto data import`: building files of the register, and a coordinator's own participation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

import typer

from sto_cli.cli.commands import SpeakingGroup
from sto_cli.cli.declaring import TextOrJson, command_group, declare
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import can_ask, room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.files.history import ChangedMeanwhile
from sto_cli.files.outgoing import command
from sto_cli.messages import N_, Message, counted, message

if TYPE_CHECKING:
    from sto_cli.register.imports.duo import SchoolsUpdate
    from sto_cli.register.part_file import PartFile


class ImportGroup(SpeakingGroup):
    """The commands that import; a file of `sto data export` needs no name of a command before it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Resolve a name, or the name of such a file."""
        first = args[0] if args else ""
        return super().resolve_command(ctx, ["zip", *args] if first.casefold().endswith(".zip") else args)


import_app = command_group(N_("Build files of the register from open data and from own lists."), ImportGroup)

Files = Annotated[list[Path], typer.Argument(help=N_("The files to read, in any order."), metavar="FILE...")]
AsOf = Annotated[str, typer.Option("--as-of", help=N_("When the facts were gathered: 2025, 2025-10 or 1-10-2025."))]
FolderOption = Annotated[Path, typer.Option("--output", help=N_("The folder to write to."))]
YesOption = Annotated[bool, typer.Option("--yes", help=N_("Write without asking."))]


class SchoolsFolder(NamedTuple):
    """The folder that schools.yaml goes to, and what may be written without asking."""

    output: FolderOption
    yes: YesOption = False
    force: Annotated[
        bool, typer.Option("--force", help=N_("Write even when the files look incomplete. Means --yes too."))
    ] = False


@declare(
    import_app,
    N_(
        "Make schools.yaml from DUO's open files, or bring it to the next year: exam results per profile, exam "
        "candidates of earlier years, addresses, merged municipalities. Each file is recognised by its columns.\n\n"
        "What changes is shown before anything is written. What the new files do not tell, such as coordinates, is "
        "kept from the register; a name that changed becomes a former name; the former file is kept beside the new "
        "one.\n\n"
        "\b\n"
        'sto data import duo exams.csv locations.csv --as-of 2025-09 --source "DUO, CC0" --output data\n'
        "sto data import duo exams-2026.csv --as-of 2026-09 --output data --yes"
    ),
    "duo",
)
def import_duo(
    session: Session,
    *,
    files: Files,
    as_of: AsOf,
    source: Annotated[
        str | None, typer.Option("--source", help=N_("Where the facts come from, with the licence."))
    ] = None,
    folder: SchoolsFolder,
    format_: TextOrJson = "text",
) -> None:
    """Answer `sto data import duo`."""
    from sto_cli.files.folders import refuse_no_target
    from sto_cli.files.tables import read_csv
    from sto_cli.register.imports.duo import update_schools

    as_of = _not_in_the_future(checked_date(as_of), session)
    refuse_no_target(folder.output)
    former = _former_schools(folder.output)
    update = update_schools(map(read_csv, files), former, as_of, source or "")
    if not folder.force:
        _refuse_older(update, as_of)
    _show_update(update, session, format_)
    if not folder.force:
        _refuse_doubtful(update)
    _write_schools(update, folder, as_of, session)


def _refuse_older(update: SchoolsUpdate, as_of: str) -> None:
    for known in update.older.values():
        raise UsageProblem(
            message("The register holds these facts of {known} already, and the files are of {date}.",
                    known=known, date=as_of),
            message("Nothing was changed. Give a newer file; to go back to this one all the same, add --force."),
        )  # fmt: skip


def _refuse_doubtful(update: SchoolsUpdate) -> None:
    if update.suspicious:
        raise UsageProblem(
            message("More than a tenth of the schools would leave the register: the files look incomplete."),
            message("Look whether the files are whole. If they are right all the same, add --force."),
        )
    if update.damaged:
        path, first = update.damaged[0]
        raise UsageProblem(
            counted("{path} looks damaged: row {first} has no vestigingscode, or is cut off.",
                    "{path} looks damaged: row {first} and {more} more have no vestigingscode, or are cut off.",
                    len(update.damaged), path=path, first=first, more=len(update.damaged) - 1),
            message("A school without its code would seem to be closed. If that is right all the same, add --force."),
        )  # fmt: skip
    if update.of_another_year:
        raise UsageProblem(
            counted("{n} school that had left would come back: the files look older than the register.",
                    "{n} schools that had left would come back: the files look older than the register.",
                    len(update.back)),
            message("Look of which year the files are. If they are right all the same, add --force."),
        )  # fmt: skip


def _former_schools(output: Path) -> PartFile | None:
    """Return the schools as they are: those of the folder, else those that ship; None where the folder is new."""
    from sto_cli.files.reading import is_there
    from sto_cli.register.load import shipped_folder
    from sto_cli.register.part_file import read_part

    path = output / "schools.yaml"
    shown = str(path)
    if not is_there(path):
        path, shown = shipped_folder() / "schools.yaml", "schools.yaml"
    part = read_part("schools", path, shown) if is_there(path) else None
    if part and part.findings:
        from sto_cli.errors import BrokenRegister

        raise BrokenRegister(
            message("The schools as they are have something wrong in them:"),
            part.findings,
            message("Mend these places first, or write to another folder."),
        )
    return part


def _show_update(update: SchoolsUpdate, session: Session, format_: str) -> None:
    if format_ == "json":
        from sto_cli.render.register.schools_update import update_json

        session.print_json(update_json(update))
    else:
        from sto_cli.render.register.schools_update import update_text

        session.show(update_text(update, session.translator, room()))


def _write_schools(update: SchoolsUpdate, folder: SchoolsFolder, as_of: str, session: Session) -> None:
    from sto_cli.files.folders import make_folder
    from sto_cli.files.history import change_files, contents_of
    from sto_cli.register.imports.write import part_text

    path = folder.output / "schools.yaml"
    if not agreed(message("Write these changes to {path}?", path=path), session, yes=folder.yes or folder.force):
        raise typer.Exit(EXIT_NO)
    make_folder(folder.output)
    newest = max(as_of, *(origin["as_of"] for origin in update.origins))
    source = "; ".join(dict.fromkeys(origin["source"] for origin in update.origins))
    text = part_text("schools", update.entries, newest, source, update.left, origins=update.origins)
    before = contents_of(folder.output, (path.name,))
    change_files(folder.output, before, {path.name: text.encode()}, session.occasion("duo"))
    vocational = sum(bool(entry.get("profiles")) for entry in update.entries)
    session.remark(
        message(
            "{path}: {schools}, {vocational} of them with vocational vmbo.",
            path=path,
            schools=counted("{n} school", "{n} schools", len(update.entries)),
            vocational=vocational,
        )
    )
    if before[path.name] is not None:
        say_undo(session, folder.output)


def checked_date(as_of: str) -> str:
    """Return what stands behind --as-of as the register writes dates: `1-10-2026` and `okt 2026` are read too.

    Raises:
        UsageProblem: it is none.
    """
    from sto_cli.plans.language.times import read_when
    from sto_cli.register.dates import first_day

    if first_day(as_of) is not None:
        return as_of
    when = read_when(as_of)
    if when is None:
        raise UsageProblem(
            message("“{date}” behind --as-of is no date.", date=as_of),
            message("Write a year, a month or a day: 2026, 2026-10, 2026-10-01 or 1-10-2026."),
        )
    return when.iso


def _not_in_the_future(as_of: str, session: Session) -> str:
    """Refuse a date on which nothing can have been gathered yet."""
    from sto_cli.register.dates import first_day

    if (first_day(as_of) or session.today) > session.today:
        raise UsageProblem(
            message("{date} behind --as-of lies in the future.", date=as_of),
            message("Give the day, month or year in which the facts were gathered."),
        )
    return as_of


YES = {"j", "ja", "y", "yes"}
"""What agrees, in both languages whichever is spoken; everything else does not."""


def agreed(question: Message, session: Session, *, yes: bool) -> bool:
    """Return whether the user agrees; without a yes nothing is written, and either is said."""
    if yes:
        return True
    if not can_ask():
        session.remark(message("Nothing has been written. Add --yes to write it."))
        return False
    choices = session.translator.text(N_("[y/N]"))
    asked = f"{session.translator.say(question)} {choices}"
    answer = typer.prompt(asked, default="", show_default=False, err=True)
    if str(answer).strip().lower() in YES:
        return True
    session.remark(message("Nothing has been written."))
    return False


ATTEMPTS = 5
"""How often something is done when other runs write in the same folder."""

Result = TypeVar("Result")


def again_when_changed(action: Callable[[], Result]) -> Result:
    """Read and write, and do so again when the files changed in between."""
    for _ in range(ATTEMPTS - 1):
        try:
            return action()
        except ChangedMeanwhile:
            continue
    return action()


def say_undo(session: Session, folder: Path) -> None:
    """Say how the last change of a folder is taken back."""
    named: list[str | Path] = [] if folder == decision_folders(())[-1] else ["--folder", folder]
    session.remark(
        message("What was there before can be brought back: {command}", command=command("data", "undo", *named))
    )
