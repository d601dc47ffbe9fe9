"""`sto find-region`."""

from __future__ import annotations

from typing import Annotated

import typer

from sto_cli.cli.commands import SpeakingCommand
from sto_cli.messages import N_

app = typer.Typer(add_completion=False)


@app.command(cls=SpeakingCommand, help=N_("Find the region of a school."))
def find_region(context: typer.Context, school: Annotated[list[str], typer.Argument(help=N_("The school."))]) -> None:
    """Answer `sto find-region`."""
    print(school)
