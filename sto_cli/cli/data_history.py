"""`sto data log`, `undo`, `export` and `import FILE.zip`: what changed in own data, taken back, handed over."""

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer

from sto_cli.cli.data_import import YesOption, agreed, import_app, say_undo
from sto_cli.cli.declaring import ForceOption, TextOrJson, declare
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.files.history import Change
from sto_cli.messages import N_, message

FolderWith = Annotated[
    Path | None,
    typer.Option("--folder", help=N_("The folder with your own data; without it the one that new data goes to.")),
]
history_app = typer.Typer(add_completion=False)


def _folder(session: Session, named: Path | None) -> Path:
    return named or decision_folders(session.folders)[-1]


def _names(session: Session) -> Callable[[str], str]:
    """Return what names a school by its code: from the register that ships, for own data may be what is broken."""
    from sto_cli.register.load import load_register

    schools = load_register().schools
    return lambda code: f"{schools[code].name}, {schools[code].town}" if code in schools else code


@declare(
    history_app,
    N_(
        "Show what changed in your own data, decisions and reviews, and when; the latest first. Each change has a "
        "number, by which sto data undo takes it back.\n\n"
        "\b\n"
        "sto data log\n"
        "sto data log --folder my-data"
    ),
    "log",
)
def log(session: Session, folder: FolderWith = None, format_: TextOrJson = "text") -> None:
    """Answer `sto data log`."""
    from sto_cli.files.history import changes_of
    from sto_cli.render.register.history import log_json, log_text

    place = _folder(session, folder)
    changes = changes_of(place)
    if format_ == "json":
        session.print_json(log_json(place, changes))
    else:
        session.show(log_text(place, changes, session.translator, room()))


@declare(
    history_app,
    N_(
        "Take back the latest change of your own data, or all changes back to the one with this number. What comes "
        "back is shown, and asked, before anything is written. Taking back is a change too: it can be taken back.\n\n"
        "\b\n"
        "sto data undo\n"
        "sto data undo 7"
    ),
    "undo",
)
def undo(
    session: Session,
    number: Annotated[int | None, typer.Argument(metavar="[N]", help=N_("The number in sto data log."))] = None,
    folder: FolderWith = None,
    yes: YesOption = False,
) -> None:
    """Answer `sto data undo`."""
    from sto_cli.files.history import change_files, changes_of, contents_of, former_files
    from sto_cli.register.compare import compare_contents
    from sto_cli.render.register.history import Undone, undo_text

    place = _folder(session, folder)
    first = _first_to_undo(changes_of(place), number, place)
    former = former_files(place, first.number)
    before = contents_of(place, tuple(former))
    undone = Undone(first, before, former, compare_contents(before, former))
    session.show(undo_text(undone, session.translator, _names(session), room()))
    if not agreed(message("Bring this back in {folder}?", folder=place), session, yes=yes):
        raise typer.Exit(EXIT_NO)
    change_files(place, before, former, session.occasion("undo", str(first.number)))
    session.remark(message("Brought back as it was before change {number}.", number=str(first.number)))
    say_undo(session, place)


def _first_to_undo(changes: list[Change], number: int | None, folder: Path) -> Change:
    """Return the change back to which is undone: the one with this number, else the first of the latest sitting."""
    if not changes:
        raise UsageProblem(
            message("Nothing has changed in {folder} that can be taken back.", folder=folder),
            message("Lists that you take over can be taken back. Own data in another folder: name it with --folder."),
        )
    if number is None:
        return list(takewhile(lambda one: _same_sitting(one, changes[-1]), reversed(changes)))[-1]
    found = next((one for one in changes if one.number == number), None)
    if found is None:
        raise UsageProblem(
            message("There is no change {number} in {folder}.", number=str(number), folder=folder),
            message("See which ones there are: sto data log"),
        )
    return found


def _same_sitting(one: Change, last: Change) -> bool:
    """Whether a change is the last one, or one of the choices that were made one after the other on one day."""
    days = [each.occasion._replace(when=each.occasion.when[:10]) for each in (one, last)]
    return one is last or (last.occasion.kind == "review" and days[0] == days[1])


@declare(
    history_app,
    N_(
        "Put your own data, decisions and reviews into one file, for a colleague or a new computer. There: sto data "
        "import FILE.zip.\n\n"
        "\b\n"
        "sto data export own-data.zip"
    ),
    "export",
)
def export(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help=N_("The file to make."))],
    folder: FolderWith = None,
    force: ForceOption = False,
) -> None:
    """Answer `sto data export`."""
    from sto_cli.files.writing import refuse_existing, write_whole
    from sto_cli.lists.handing_over import other_names, packed_data

    if file.suffix.lower() != ".zip":
        raise UsageProblem(
            message("{path} is no name of a ZIP file.", path=file), message("Let the name of the file end in .zip.")
        )
    refuse_existing(file, force=force)
    place = _folder(session, folder)
    data, names = packed_data(place, session.occasion("export").when)
    left_out = [name for name in other_names(place) if (place / name).resolve() != file.resolve()]
    write_whole(file, data, force=force)
    session.remark(message("Written to {path}: {files}.", path=file, files=", ".join(names)))
    if left_out:
        session.remark(message("Not in it: {files}.", files=", ".join(left_out)))
    session.remark(message("Names and mail addresses of contacts are in it: give it only to who may have them."))


@declare(
    import_app,
    N_(
        "Lay the data of a file that sto data export made into your own. What both know differently: the newer one "
        "wins, and where that is not known your own. All of it is shown, and asked, before anything is written.\n\n"
        "\b\n"
        "sto data import own-data.zip"
    ),
    "zip",
)
def import_zip(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help=N_("A file that sto data export made."))],
    folder: FolderWith = None,
    yes: YesOption = False,
) -> None:
    """Answer `sto data import FILE.zip`."""
    from sto_cli.files.folders import make_folder, refuse_no_target
    from sto_cli.files.history import change_files
    from sto_cli.lists.handing_over import received_data
    from sto_cli.render.register.history import received_text

    place = _folder(session, folder)
    refuse_no_target(place)
    received = received_data(file, place, session.today)
    session.show(received_text(received, session.translator, _names(session), room()))
    if not received.changed:
        return
    if not agreed(message("Take this over into {folder}?", folder=place), session, yes=yes):
        raise typer.Exit(EXIT_NO)
    make_folder(place)
    change_files(place, received.before, received.after, session.occasion("received", file.name))
    session.remark(message("Taken over into {folder}.", folder=place))
    say_undo(session, place)
