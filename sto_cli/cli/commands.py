"""The commands, each in a module of its own that is imported only when it is run."""

import re
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from copy import copy
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand, TyperGroup

from sto_cli import __version__
from sto_cli.cli.folders import own_files
from sto_cli.cli.session import Session
from sto_cli.cli.streams import steered
from sto_cli.errors import UsageProblem
from sto_cli.files.reading import note_as_own
from sto_cli.messages import N_, Translator, message, one_of

COMMANDS: dict[str, str] = {
    "menu": "sto_cli.cli.menu",
    "find-region": "sto_cli.cli.find_region",
    "region": "sto_cli.cli.region",
    "school": "sto_cli.cli.school",
    "plan": "sto_cli.cli.plan",
    "match": "sto_cli.cli.match",
    "validate": "sto_cli.cli.validate",
    "explain": "sto_cli.cli.explain",
    "report": "sto_cli.cli.report",
    "data": "sto_cli.cli.data",
}
"""Name → module with an `app`, in the order in which the help shows them."""


class _Speaking:
    """What commands and groups share: help and usage line in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, which may have colours."""
        with redirect_stdout(steered(sys.stdout)):
            super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=self.usage_prefix)


class SpeakingCommand(_Speaking, TyperCommand):
    """A command that speaks the user's language: its usage line, and what it says of words too many."""

    allow_extra_args = True  # Typer's own complaint is in English only

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            UsageProblem: there are more words than the command takes.
        """
        left: list[str] = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            from sto_cli.cli.problems import too_many_words

            raise too_many_words(left, ctx)
        return left


Subcommands = Mapping[str, Callable[[], typer.Typer]]
"""The commands of a group by name, and what gives the app of each; in the order in which the help shows them."""


class SpeakingGroup(_Speaking, TyperGroup):
    """A group of commands in the user's language; alone it shows its help, as `sto` does.

    A command is imported and built when it is run, or when the help lists them all: a run needs only one.
    """

    parts: Subcommands
    translator: Translator

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands."""
        return list(self.parts)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Build one command, in the user's language."""
        if cmd_name not in self.commands and cmd_name in self.parts:
            app = self.parts[cmd_name]()
            parts = _parts(app)
            if len(parts) == 1 and not app.registered_callback:
                command = _spoken(typer.main.get_command(app), {}, self.translator)
            else:
                bare = copy(app)
                bare.registered_commands, bare.registered_groups = [], []
                command = _spoken(typer.main.get_group(bare), parts, self.translator)
            command.name = cmd_name
            self.commands[cmd_name] = command
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; without any, show the help."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            print(ctx.get_help(), end="")
            ctx.exit()
        return list(super().parse_args(ctx, args))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Resolve a name.

        Raises:
            UsageProblem: there is no such command; names those that come near.
        """
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], names)
            sentence = message("There is no command {name}.", name=args[0])
            hint = (
                message("Did you mean {names}?", names=one_of(near))
                if near
                else message("See: {command} --help", command=ctx.command_path)
            )
            raise UsageProblem(sentence, hint)
        return super().resolve_command(ctx, args)


def build(translator: Translator) -> SpeakingGroup:
    """Build the root command in one language."""
    root = typer.Typer(cls=SpeakingGroup, add_completion=False, no_args_is_help=False, help=HELP, epilog=EPILOG)
    root.callback(invoke_without_command=True)(_make_root(translator))
    command: Any = typer.main.get_command(root)
    parts = {name: partial(_app_of, module) for name, module in COMMANDS.items()}
    return _spoken(command, parts, translator)  # type: ignore[no-any-return]


def _app_of(module: str) -> typer.Typer:
    app: typer.Typer = import_module(module).app
    return app


def _parts(app: typer.Typer) -> Subcommands:
    """The commands of an app by name, each an app of its own."""
    parts: dict[str, Callable[[], typer.Typer]] = {}
    for info in app.registered_commands:
        one = copy(app)
        one.registered_commands, one.registered_groups, one.registered_callback = [info], [], None
        name = info.name or (info.callback.__name__.replace("_", "-") if info.callback else "")
        parts[name] = partial(_as_is, one)
    for group in app.registered_groups:
        if isinstance(group.name, str) and group.typer_instance is not None:
            parts[group.name] = partial(_as_is, group.typer_instance)
    return parts


def _as_is(app: typer.Typer) -> typer.Typer:
    return app


def _spoken(command: Any, parts: Subcommands, translator: Translator) -> Any:
    if isinstance(command, SpeakingGroup):
        command.parts, command.translator = parts, translator
    translate(command, translator)
    return command


TYPERS_OWN = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))
"""What Typer says in a command's help; `translate` finds the Dutch for it."""

ARGUMENTS = (
    N_("AFTER"), N_("BEFORE"), N_("COLUMN"), N_("DATE"), N_("FILE"), N_("FOLDER"), N_("PERCENT"), N_("PLAN"),
    N_("REGION"), N_("RULE"), N_("SCHOOL"),
)  # fmt: skip
"""What stands in a command's help for what the user is to write."""

TYPES = {"str": N_("text"), "path": N_("file or folder"), "int": N_("number"), "int range": N_("number")}
"""What Typer calls a kind of value → what people call it."""

HELP = N_("Find the region of a school, check plans, and see which schools take part in Sterk Techniekonderwijs (STO).")

EPILOG = N_(
    'Start with: sto find-region "Het Stedelijk Alpha"\n\nEvery command has its own help: sto find-region --help'
)


def _make_root(translator: Translator) -> Any:
    def root(
        context: typer.Context,
        lang: Annotated[Literal["nl", "en"] | None, typer.Option(help=N_("Language of the answers: nl or en."))] = None,
        data: Annotated[
            list[Path] | None,
            typer.Option(
                help=N_(
                    "A folder with your own data; it takes precedence over the register. May be given several times."
                )
            ),
        ] = None,
        version: Annotated[bool, typer.Option("--version", help=N_("Show the version and stop."))] = False,
    ) -> None:
        context.obj = session = Session(translator, list(data or ()))
        note_as_own(lambda: own_files(session.folders))
        if version:
            print(f"sto {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            print(context.get_help(), end="")

    return root


def translate(command: Any, translator: Translator) -> None:
    """Put a command's texts, its options' and its sub-commands' into the user's language."""
    for attribute in ("help", "epilog", "short_help", "options_metavar", "subcommand_metavar"):
        text = getattr(command, attribute, None)
        if text:
            setattr(command, attribute, translator.text(text))
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = translator.text(parameter.help)
        _name_value(parameter, translator)
    help_option = command.get_help_option(typer.Context(command)) if command.add_help_option else None
    if help_option is not None:
        help_option.help = translator.text(N_("Show this help and stop."))
    command.usage_prefix = translator.text(N_("Usage: "))
    for child in getattr(command, "commands", {}).values():
        translate(child, translator)


def _name_value(parameter: Any, translator: Translator) -> None:
    """Name in the user's language what is to be written for a parameter: `BESTAND`, `<getal> [1-60]`."""
    if parameter.param_type_name == "argument" and not parameter.metavar:
        parameter.metavar = parameter.name.upper() + ("..." if parameter.nargs != 1 else "")
    if parameter.metavar:
        parameter.metavar = WORD.sub(lambda word: translator.text(word[0]), parameter.metavar)
    if parameter.type.name in TYPES:
        own: Any = copy(parameter.type)  # the others share it
        own.name = translator.text(TYPES[own.name])
        if hasattr(own, "_describe_range"):
            limits = f"{own.min}-{own.max}"
            own._describe_range = lambda: limits  # Typer writes a formula
        parameter.type = own


WORD = re.compile("[A-Z]+")
