"""The options by which a user says in which format an answer is wanted, and where."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from sto_cli.messages import N_
from sto_cli.render.formats import Format, FormatName, named

FORM_HELP = N_("The form of the answer. Without it: as the name of the file says, else text.")

OutputOption = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help=N_("Write to this file instead of the screen."))
]
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Replace the file if it exists."))]

FOR_PEOPLE_OR_PROGRAMS = N_("Text for people, or JSON for programs.")


def format_option(formats: Iterable[Format], help: str = FORM_HELP) -> Any:
    """Make the option `--format` of a command that answers in these formats."""
    choices: Any = Literal[tuple(form.name for form in formats)]
    choice = typer.main.get_click_type(annotation=choices, parameter_info=typer.models.OptionInfo())
    return typer.Option("--format", click_type=choice, help=help)


TextOrJson = Annotated[FormatName, format_option((named("text"), named("json")), FOR_PEOPLE_OR_PROGRAMS)]
"""The option of a command whose answer is read by people, or by programs."""
