"""`sto find-region`: which region, does the school take part, whom to write to, what now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sto_cli.cli.commands import SpeakingCommand
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.forms import ForceOption, TextOrJson
from sto_cli.cli.option_groups import grouped
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import room
from sto_cli.cli.session import session_of
from sto_cli.messages import N_, message

app = typer.Typer(add_completion=False)

SchoolWords = Annotated[
    list[str],
    typer.Argument(
        metavar="SCHOOL...",
        help=N_("Name of the school (or a part of it), with its place; or code, BRIN, postcode, place."),
    ),
]


class AnswerForm(NamedTuple):
    """In what form the answer comes, and where one to hand on goes."""

    format_: TextOrJson = "text"
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="FILE", help=N_("Write the answer as a mail to hand on: .docx, .md, .txt, .html.")
        ),
    ] = None
    force: ForceOption = False


@app.command(
    cls=SpeakingCommand,
    help=N_(
        "Find the region of a school: does the school take part, whom to write to, and what is the next step?\n\n"
        "Typing mistakes, abbreviations and former names are no problem. When several schools may be meant, all are "
        "shown and none is guessed.\n\n"
        "\b\n"
        "sto find-region Het Stedelijk Alpha\n"
        "sto find-region 00AH17\n"
        "sto find-region csg liudger drachten\n"
        "sto find-region 7543BK\n"
        "sto find-region --contact-failed Maartenscollege Haren\n"
        "sto find-region 00AH17 --output antwoord.docx"
    ),
)
@grouped
def find_region(
    context: typer.Context,
    *,
    school: SchoolWords,
    contact_failed: Annotated[
        bool, typer.Option("--contact-failed", help=N_("You tried to make contact and did not succeed: what then?"))
    ] = False,
    choose: Annotated[
        bool, typer.Option("--choose", help=N_("Ask which school is meant when several may be."))
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help=N_("Show at most this many schools."))] = 5,
    form: AnswerForm,
) -> None:
    """Answer `sto find-region`."""
    from sto_cli.steps.advice import advise

    session = session_of(context)
    answer = session.matcher.find(" ".join(school), limit=limit)
    if choose and answer.outcome != "found":
        from sto_cli.cli.choosing import choose_one

        answer = choose_one(answer, session)
    advice = advise(session.register, answer, session.today, contact_failed=contact_failed)
    if form.output is not None and answer.outcome == "found":
        from sto_cli.render.advice.mail import ANSWER

        deliver_view(session, ANSWER, advice, Wish("json" if form.format_ == "json" else None, form.output, form.force))
        return
    if form.format_ == "json":
        from sto_cli.render.advice.json import advice_json

        session.print_json(advice_json(advice, session.translator))
    else:
        from sto_cli.render.advice.text import advice_text

        session.show(advice_text(advice, session.translator, room()))
    if answer.outcome != "found":
        if form.output is not None:
            session.remark(message("{path} is not written: it is not clear which school is meant.", path=form.output))
        raise typer.Exit(EXIT_NO)
