"""`sto find-region`: which region, does the school take part, whom to write to, what now."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sto_cli.cli.declaring import ForceOption, TextOrJson, declare
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import asked_number, can_ask, room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import N_, message
from sto_cli.render.visible import visible

if TYPE_CHECKING:
    from sto_cli.search.results import SearchResult


def choose_one(answer: SearchResult, session: Session) -> SearchResult:
    """Ask which of the candidates is meant; an empty answer chooses none and leaves the answer as it is.

    Raises:
        UsageProblem: there is no terminal to ask on.
    """
    if not can_ask():
        raise UsageProblem(
            message("--choose asks on a terminal, and there is none here."),
            message("Leave --choose out: the schools are then listed with their codes."),
        )
    for number, match in enumerate(answer.candidates, start=1):
        parts = (match.name, match.street, match.town, match.id)
        print(visible(f"{number:>3}  {', '.join(part for part in parts if part)}"), file=sys.stderr)
    if not answer.candidates:
        return answer
    question = message("Which one? (a number; Enter for none)")
    if not (place := asked_number(question, len(answer.candidates), session.translator)):
        return answer
    chosen = answer.candidates[place - 1]
    return answer._replace(outcome="found", best=chosen, candidates=(), possible=(chosen,), reason=None)


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


@declare(
    app,
    N_(
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
def find_region(
    session: Session,
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

    answer = session.matcher.find(" ".join(school), limit=limit)
    if choose and answer.outcome != "found":
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
