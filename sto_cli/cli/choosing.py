"""Asking which school is meant, on a terminal."""

from __future__ import annotations

import sys

import typer

from sto_cli.cli.screen import can_ask
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.lists.chosen import chosen_number
from sto_cli.messages import message
from sto_cli.render.visible import visible
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
    number = _number(len(answer.candidates), session)
    if number == 0:
        return answer
    chosen = answer.candidates[number - 1]
    return answer._replace(outcome="found", best=chosen, candidates=(), possible=(chosen,), reason=None)


def _number(last: int, session: Session) -> int:
    """Ask for a number until it is one of the list; nothing or 0 is none of them."""
    question = session.translator.say(message("Which one? (a number; Enter for none)"))
    while True:
        written = typer.prompt(question, default="", show_default=False, err=True).strip().rstrip(".")
        if not written:
            return 0
        if (number := chosen_number(written, last)) is not None:
            return number
        session.remark(
            message("“{written}” is none of the numbers 1 to {last}.", written=written, last=last)
        )  # fmt: skip
