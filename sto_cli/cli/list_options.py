"""The options of the commands that read a coordinator's list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from sto_cli.files.shell import command
from sto_cli.files.writing import free_name
from sto_cli.messages import N_, Translator

if TYPE_CHECKING:
    from sto_cli.lists.columns import Role

NameColumn = Annotated[
    str | None,
    typer.Option(metavar="COLUMN", help=N_("The column with the school's name: its heading, or its letter.")),
]
PlaceColumn = Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its place."))]


class WhichList(NamedTuple):
    """The list to read: a file, and of a workbook perhaps the sheet."""

    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=N_("The list: a CSV file or a workbook (.xlsx, .xls, .ods)."))
    ]
    sheet: Annotated[str | None, typer.Option(help=N_("The sheet of the workbook."))] = None


MATCHED: tuple[Role, ...] = ("name", "place", "street", "postcode", "code")
"""The columns that `sto match` lets a user name."""


def review_command(list_: WhichList, columns: NamedTuple, linked: Path, data: Path | None = None) -> str:
    """Return the command that asks about a list's open rows one by one, with the options that were given.

    `linked` is the file that it writes, or one with a number behind it: nothing that is there is replaced.
    """
    words: list[str | Path] = ["--data", data] if data else []
    words += ["match", list_.file]
    words += ["--sheet", list_.sheet] if list_.sheet else []
    for role, column in named(columns).items():
        words += [f"--{role}", column] if role in MATCHED else []
    return command(*words, "--review", "--output", free_name(linked))


def linked_name(file: Path, translator: Translator) -> Path:
    """Return what the linked list is called when nobody named it."""
    linked = translator.text(N_("linked"))
    return file.with_name(f"{file.stem}-{linked}.xlsx")


def named(columns: NamedTuple) -> dict[Role, str]:
    """Return the columns that the user named, by what they say: the options bear the names of the roles."""
    return {cast("Role", role): column for role, column in columns._asdict().items() if column is not None}
