"""`sto data`: keeping the register right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sto_cli.cli import data_participation  # noqa: F401 - adds its command to the group
from sto_cli.cli.data_history import history_app
from sto_cli.cli.data_import import import_app
from sto_cli.cli.declaring import AnswerIn, TextOrJson, command_group, declare, format_option
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.folders import left_beside
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import UnreadableFile
from sto_cli.files.reading import read_text
from sto_cli.findings import Finding
from sto_cli.messages import N_, counted, message
from sto_cli.plans.checked import Checked
from sto_cli.register.model import PART_KINDS
from sto_cli.render.findings.view import FINDINGS
from sto_cli.render.formats import FormatName
from sto_cli.render.register.sources import ORIGINS

app = command_group(N_("Keep the register right."))
app.add_typer(import_app, name="import")
app.registered_commands += history_app.registered_commands


@declare(
    app,
    N_(
        "Check the register, or your own folder over it: unknown schools and regions, dates, municipalities in no "
        "region or in several, old sources, schools that left DUO's files, data of persons in files for everyone.\n\n"
        "What is found in your own files comes first; tips on the register itself come only with --all.\n\n"
        "A folder that holds schools.yaml, regions.yaml and participation.yaml is checked as a register of its own.\n\n"
        "\b\n"
        "sto data check\n"
        "sto data check my-data\n"
        "sto data check data --public --format json"
    ),
    "check",
)
def check(
    session: Session,
    folder: Annotated[
        Path | None, typer.Argument(help=N_("The folder to check; without it all data that sto reads."))
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help=N_("The folder will be published: it may hold no data of persons."))
    ] = False,
    all_: Annotated[bool, typer.Option("--all", help=N_("Show all tips, those on the register itself too."))] = False,
    format_: Annotated[
        FormatName,
        format_option(FINDINGS.formats(), N_("text to read; json, github, sarif or junit for other programs.")),
    ] = "text",
) -> None:
    """Answer `sto data check`."""
    from sto_cli.files.folders import require_folder
    from sto_cli.register.checks.checking import check_folders, is_whole

    if folder is not None:
        require_folder(folder, message("Check the name and where you are."))
    shipped = folder is None or not is_whole(folder)
    folders = _all_folders(session) if folder is None else [folder]
    _, findings = check_folders(folders, session.today, shipped=shipped, public=[folder] if folder and public else [])
    for remark in left_beside(folders):
        session.remark(remark)
    checked = by_file(findings, _own_paths(folders))
    checked += _of_the_register(
        session, by_file(findings, _shipped_paths() if shipped else {}), quiet=bool(folders) and not all_
    )
    _say_findings(session, checked, format_, all_=all_)
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(EXIT_NO)


def _all_folders(session: Session) -> list[Path]:
    from sto_cli.cli.folders import holds_no_register, own_folders

    return [folder for folder in (*own_folders(), *session.folders) if not holds_no_register(folder)]


def _own_paths(folders: list[Path]) -> dict[str, Path]:
    """Return the files of folders by the names that findings call them."""
    from sto_cli.files.reading import is_there

    own = {str(folder / f"{kind}.yaml"): folder / f"{kind}.yaml" for folder in folders for kind in PART_KINDS}
    return {shown: path for shown, path in own.items() if is_there(path)}


def _shipped_paths() -> dict[str, Path]:
    """Return the files that ship with the program, likewise."""
    from sto_cli.register.load import shipped_folder

    return {f"{kind}.yaml": shipped_folder() / f"{kind}.yaml" for kind in PART_KINDS}


def _of_the_register(session: Session, checked: list[Checked], *, quiet: bool) -> list[Checked]:
    """Return what is found in the register itself; where own files are checked its tips are only counted."""
    if not quiet:
        return checked
    graver = [replace(one, findings=tuple(f for f in one.findings if f.severity != "tip")) for one in checked]
    hidden = sum(len(one.findings) for one in checked) - sum(len(one.findings) for one in graver)
    if hidden:
        session.remark(
            counted(
                "There is {n} tip on the register itself; --all shows it.",
                "There are {n} tips on the register itself; --all shows them.",
                hidden,
            )
        )
    return graver


def _say_findings(session: Session, checked: list[Checked], format_: FormatName, *, all_: bool) -> None:
    from sto_cli.plans.checked import Results
    from sto_cli.render.findings.view import register_text

    if format_ == "text":
        session.show(register_text(checked, session.translator, room(), all_=all_))
    else:
        deliver_view(session, FINDINGS, Results(checked), Wish(format_))


@declare(
    app,
    N_(
        "Show what changed between two folders: schools that are new, gone, moved, renamed or have other profiles; "
        "regions; who takes part.\n\n"
        "\b\n"
        "sto data diff data-2025 data-2026\n"
        "sto data diff data-2025 data-2026 --format json"
    ),
    "diff",
)
def diff(
    session: Session,
    before: Annotated[Path, typer.Argument(help=N_("The folder as it was."))],
    after: Annotated[Path, typer.Argument(help=N_("The folder as it is."))],
    format_: TextOrJson = "text",
) -> None:
    """Answer `sto data diff`."""
    from sto_cli.register.compare import compare_folders
    from sto_cli.render.register.changes import changes_json, changes_text

    found = compare_folders(before, after)
    for kind in found.only_in_one:
        session.remark(
            message("{file} stands in one of the two folders only, so it was not compared.", file=f"{kind}.yaml")
        )
    if format_ == "json":
        session.print_json(
            {"format": 1, "changes": changes_json(found.changes), "not_compared": list(found.only_in_one)}
        )
        return
    session.show(changes_text(found.changes, session.translator, found.name_of, room()))
    if not found.changes:
        session.show([[(session.translator.text(N_("Nothing changed.")), "")]])


@declare(
    app,
    N_(
        "Show where each part of the register comes from, how old it is, under which licence, and how to bring it up "
        "to date."
    ),
    "sources",
)
def sources(session: Session, *, wish: Annotated[Wish, AnswerIn(ORIGINS.formats())]) -> None:
    """Answer `sto data sources`."""
    from sto_cli.register.sources import origins

    deliver_view(session, ORIGINS, origins(session.register, session.today), wish)


def by_file(findings: Sequence[Finding], paths: Mapping[str, Path]) -> list[Checked]:
    """Return the findings file by file, with the lines that they point at; `paths` are all files by their name."""
    found = []
    for shown, path in paths.items():
        here = tuple(finding for finding in findings if finding.place.path == shown)
        found.append(Checked(shown, here, _lines(path, {finding.place.line for finding in here})))
    return found


def _lines(path: Path, numbers: set[int]) -> dict[int, str]:
    try:
        text = read_text(path).split("\n") if numbers else []
    except UnreadableFile:
        return {}
    return {number: text[number - 1] for number in numbers if 0 < number <= len(text)}
