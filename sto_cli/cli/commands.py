"""The commands, each in a module of its own that is imported only when it is run."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand, TyperGroup

from sto_cli import __version__
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import N_, Translator, message

COMMANDS: dict[str, str] = {
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


class SpeakingCommand(TyperCommand):
    """A command whose usage line is in the user's language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter)


class SpeakingGroup(TyperGroup):
    """A group of commands whose usage line is in the user's language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Resolve a name.

        Raises:
            UsageProblem: there is no such command; names those that come near.
        """
        from difflib import get_close_matches

        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            near = get_close_matches(args[0], names)
            sentence = message("There is no command {name}.", name=args[0])
            hint = (
                message("Did you mean {names}?", names=", ".join(near))
                if near
                else message("See: {command} --help", command=ctx.command_path)
            )
            raise UsageProblem(sentence, hint)
        return super().resolve_command(ctx, args)


class LazyGroup(SpeakingGroup):
    """The root: it imports a command's module when that command is run, or when the help lists them all."""

    translator: Translator

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Build one command, in the user's language."""
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            command: Any = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
            command.name = cmd_name
            translate(command, self.translator)
            self.commands[cmd_name] = command
        return self.commands.get(cmd_name)


def build(translator: Translator) -> LazyGroup:
    """Build the root command in one language."""
    root = typer.Typer(cls=LazyGroup, add_completion=True, no_args_is_help=False, help=HELP, epilog=EPILOG)
    root.callback(invoke_without_command=True)(_make_root(translator))
    command: Any = typer.main.get_command(root)
    command.translator = translator
    translate(command, translator)
    return command  # type: ignore[no-any-return]


TYPERS_OWN = (
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""What Typer says in a command's help; `translate` finds the Dutch for it."""

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
            typer.Option(help=N_("A folder with your own data, laid over the register. May be given several times.")),
        ] = None,
        version: Annotated[bool, typer.Option("--version", help=N_("Show the version and stop."))] = False,
    ) -> None:
        context.obj = Session(translator, list(data or ()))
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
    help_option = command.get_help_option(typer.Context(command)) if command.add_help_option else None
    if help_option is not None:
        help_option.help = translator.text(N_("Show this help and stop."))
    command.usage_prefix = translator.text(N_("Usage: "))
    for child in getattr(command, "commands", {}).values():
        translate(child, translator)


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = command.collect_usage_pieces(ctx)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=command.usage_prefix)
