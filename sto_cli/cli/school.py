"""`sto school`: what the register knows of a school."""

from __future__ import annotations

from typing import Annotated

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.forms import TextOrJson
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
    format_: TextOrJson = "text",
) -> None:
    """Answer `sto school show`."""
    from sto_cli.register.facts import facts_of_school
    from sto_cli.render.advice.undecided import undecided_text
    from sto_cli.render.register.schools import no_school_json, school_json, school_text
    from sto_cli.steps.undecided import undecided

    session = session_of(context)
    answer = session.matcher.find(" ".join(school))
    found = answer.best.school if answer.best else None
    facts = facts_of_school(session.register, found, session.today) if found else None
    if format_ == "json":
        session.print_json(school_json(facts) if facts else no_school_json(answer))
    elif facts:
        session.show(school_text(facts, session.translator, room()))
    else:
        open_ = undecided(session.register, answer, session.today)
        session.show(undecided_text(open_, session.translator, room()))
    if found is None:
        raise typer.Exit(EXIT_NO)
