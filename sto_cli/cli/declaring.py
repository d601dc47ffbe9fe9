"""Declaring commands: their options, those that belong together as one value, and the session that answers."""

from collections.abc import Callable, Iterable
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_type_hints

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.delivery import Wish
from sto_cli.cli.session import session_of
from sto_cli.messages import N_
from sto_cli.render.formats import Format, FormatName, named

FORM_HELP = N_("The form of the answer. Without it: as the name of the file says, else text.")

Body = TypeVar("Body", bound=Callable[..., None])
_Option = tuple[Any, Any]
"""What Typer makes an option of, and its usual value."""

OutputOption = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help=N_("Write to this file instead of the screen."))
]
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Replace the file if it exists."))]


def format_option(formats: Iterable[Format], help: str = FORM_HELP) -> Any:
    """Make the option `--format` of a command that answers in these formats."""
    choices: Any = Literal[tuple(form.name for form in formats)]
    choice = typer.main.get_click_type(annotation=choices, parameter_info=typer.models.OptionInfo())
    return typer.Option("--format", click_type=choice, help=help)


TextOrJson = Annotated[
    FormatName, format_option((named("text"), named("json")), N_("Text for people, or JSON for programs."))
]
"""The option of a command whose answer is read by people, or by programs."""


class AnswerIn(NamedTuple):
    """What stands in `Annotated[Wish, AnswerIn(formats)]`: the options by which a user asks for an answer.

    They are `--format` (one of `formats`, if there are any), `--output`, `--force` and those of `also`, by the names
    in a `Wish`; `usual` is the format where nothing asks for another one.
    """

    formats: tuple[Format, ...] = ()
    also: tuple[str, ...] = ()
    help: str = FORM_HELP
    usual: FormatName = "text"

    def options(self) -> dict[str, _Option]:
        """Return the options by their names in a `Wish`."""
        form = Annotated[FormatName | None, format_option(self.formats, self.help)] if self.formats else None
        return {**({"format": (form, None)} if form else {}), **_FILE, **{name: _ALSO[name] for name in self.also}}

    def filled(self, values: dict[str, Any]) -> Wish:
        """Return what is asked for."""
        return Wish(**values, usual=self.usual)


_FILE: dict[str, _Option] = {"output": (OutputOption, None), "force": (ForceOption, False)}
_ALSO: dict[str, _Option] = {
    "short": (
        Annotated[
            bool,
            typer.Option("--short", help=N_("A web page that fits one sheet of paper: without the list of schools.")),
        ],
        False,
    )
}


class _Tuple(NamedTuple):
    """A named tuple of options that belong together."""

    kind: Any

    def options(self) -> dict[str, _Option]:
        hints, usual = get_type_hints(self.kind, include_extras=True), self.kind._field_defaults
        return {name: (hints[name], usual.get(name, Parameter.empty)) for name in self.kind._fields}

    def filled(self, values: dict[str, Any]) -> Any:
        return self.kind(**values)


def command_group(help: str, cls: type[SpeakingGroup] = SpeakingGroup) -> typer.Typer:
    """Make a group of commands, which alone shows its help."""
    return typer.Typer(add_completion=False, cls=cls, no_args_is_help=True, help=help)


def declare(app: typer.Typer, help: str, name: str | None = None) -> Callable[[Body], Body]:
    """Declare a command of an app: a function of the session, and of arguments, options and groups of options.

    A parameter may be one option, a named tuple of options, or a `Wish` (see `AnswerIn`): Typer makes one option of
    each parameter, so that a command would else take as many as it has options.
    """

    def declared(body: Body) -> Body:
        app.command(name, cls=SpeakingCommand, help=help)(_as_typer_takes_it(body))
        return body

    return declared


def _as_typer_takes_it(body: Callable[..., None]) -> Callable[..., None]:
    hints = get_type_hints(body, include_extras=True)
    groups = {name: group for name, hint in hints.items() if (group := _group(hint)) is not None}
    taken = {name: group.options() for name, group in groups.items()}
    options = {"context": (typer.Context, Parameter.empty)}
    for given in list(signature(body).parameters.values())[1:]:
        options |= taken.get(given.name) or {given.name: (hints[given.name], given.default)}

    def filled(context: typer.Context, **values: Any) -> None:
        for name, group in groups.items():
            values[name] = group.filled({option: values.pop(option) for option in taken[name]})
        body(session_of(context), **values)

    parameters = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=usual, annotation=hint)
        for name, (hint, usual) in options.items()
    ]
    filled.__name__, filled.__annotations__ = body.__name__, {}
    vars(filled)["__signature__"] = signature(body).replace(parameters=parameters, return_annotation=None)
    return filled


def _group(hint: Any) -> AnswerIn | _Tuple | None:
    said = next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, AnswerIn)), None)
    return _Tuple(hint) if said is None and hasattr(hint, "_field_defaults") else said
