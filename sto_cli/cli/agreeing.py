"""Asking whether to go on, on a terminal; elsewhere only an option says yes."""

from __future__ import annotations

import typer

from sto_cli.cli.screen import can_ask
from sto_cli.cli.session import Session
from sto_cli.messages import N_, Message, message

YES = {"j", "ja", "y", "yes"}
"""What agrees, in both languages whichever is spoken; everything else does not."""


def agreed(question: Message, session: Session, *, yes: bool) -> bool:
    """Return whether the user agrees; without a yes nothing is written, and either is said."""
    if yes:
        return True
    if not can_ask():
        session.remark(message("Nothing has been written. Add --yes to write it."))
        return False
    choices = session.translator.text(N_("[y/N]"))
    asked = f"{session.translator.say(question)} {choices}"
    answer = typer.prompt(asked, default="", show_default=False, err=True)
    if str(answer).strip().lower() in YES:
        return True
    session.remark(message("Nothing has been written."))
    return False
