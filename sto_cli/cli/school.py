"""`sto school`: what the register knows of a school."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import room
from sto_cli.cli.session import session_of
from sto_cli.messages import N_

app = typer.Typer(
    add_completion=False, cls=SpeakingGroup, no_args_is_help=True, help=N_("See what the register knows of a school.")
)


@app.callback()
def group() -> None:
    """Make it a group, though it has one command."""


@app.command("show", cls=SpeakingCommand, help=N_("Show a school: all its facts, and where each comes from."))
def show(
    context: typer.Context,
    school: Annotated[list[str], typer.Argument(metavar="SCHOOL...", help=N_("Code or name of the school."))],
    format_: Annotated[
        Literal["text", "json"], typer.Option("--format", help=N_("Text for people, or JSON for programs."))
    ] = "text",
) -> None:
    """Answer `sto school show`."""
    from sto_cli.render.advice.undecided import undecided_text
    from sto_cli.render.register.schools import school_json, school_text

    session = session_of(context)
    answer = session.matcher.find(" ".join(school))
    found = answer.best.school if answer.best else None
    if format_ == "json":
        session.print_json(school_json(found, answer, session.register, session.today))
    elif found is not None:
        session.show(school_text(found, session.register, session.translator, session.today, room()))
    else:
        session.show(undecided_text(answer, session.register, session.translator, session.today, room()))
    if found is None:
        raise typer.Exit(EXIT_NO)
