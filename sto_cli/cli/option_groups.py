"""Options that belong together: declared once as a named tuple, and handed to a command as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_type_hints

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


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of each named tuple among its parameters, and fill the tuples from them.

    Typer makes one option of each parameter, so that a command would take as many as it has options.
    """
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: kind for name, kind in hints.items() if hasattr(kind, "_field_defaults")}
    options: list[Parameter] = []
    for given in signature(command).parameters.values():
        if given.name in groups:
            options += _options(groups[given.name])
        else:
            options.append(given.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[given.name]))

    def filled(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{field: values.pop(field) for field in group._fields})
        command(**values)

    filled.__name__, filled.__doc__, filled.__annotations__ = command.__name__, command.__doc__, {}
    vars(filled)["__signature__"] = signature(command).replace(parameters=options, return_annotation=None)
    return filled


def _options(group: Any) -> list[Parameter]:
    hints, usual = get_type_hints(group, include_extras=True), group._field_defaults
    return [
        Parameter(field, Parameter.KEYWORD_ONLY, default=usual.get(field, Parameter.empty), annotation=hints[field])
        for field in group._fields
    ]


class FileOptions(NamedTuple):
    """Where the answer goes, if not to the screen."""

    output: OutputOption = None
    force: ForceOption = False
