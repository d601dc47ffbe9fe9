"""The options of the commands that read a coordinator's list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from sto_cli.messages import N_

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


def named(columns: NamedTuple) -> dict[Role, str]:
    """Return the columns that the user named, by what they say: the options bear the names of the roles."""
    return {cast("Role", role): column for role, column in columns._asdict().items() if column is not None}
