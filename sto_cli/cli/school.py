"""`sto school`: what the register knows of a school."""

from typing import Annotated

import typer

from sto_cli.cli.declaring import AnswerIn, command_group, declare
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.messages import N_
from sto_cli.render.register.schools import ONE_SCHOOL

app = command_group(N_("See what the register knows of a school."))


@app.callback()
def group() -> None:
    """Make it a group, though it has one command."""


@declare(app, N_("Show a school: all its facts, and where each comes from."), "show")
def show(
    session: Session,
    *,
    school: Annotated[list[str], typer.Argument(metavar="SCHOOL...", help=N_("Code or name of the school."))],
    wish: Annotated[Wish, AnswerIn(ONE_SCHOOL.formats())],
) -> None:
    """Answer `sto school show`."""
    from sto_cli.register.facts import facts_of_school
    from sto_cli.render.advice.undecided import undecided_text
    from sto_cli.render.register.schools import no_school_json
    from sto_cli.steps.advice import undecided

    form = wish.among(ONE_SCHOOL.formats())
    answer = session.matcher.find(" ".join(school))
    found = answer.best.school if answer.best else None
    if found is not None:
        return deliver_view(session, ONE_SCHOOL, facts_of_school(session.register, found, session.today), wish)
    if form.name == "json":
        session.print_json(no_school_json(answer))
    else:
        session.show(undecided_text(undecided(session.register, answer, session.today), session.translator, room()))
    raise typer.Exit(EXIT_NO)
