"""Writing to the user's own data: again when another run was there first, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import typer

from sto_cli.cli.folders import decision_folders
from sto_cli.cli.screen import can_ask
from sto_cli.cli.session import Session
from sto_cli.files.history import ChangedMeanwhile
from sto_cli.files.shell import command
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


ATTEMPTS = 5
"""How often something is done when other runs write in the same folder."""

Result = TypeVar("Result")


def again_when_changed(action: Callable[[], Result]) -> Result:
    """Read and write, and do so again when the files changed in between."""
    for _ in range(ATTEMPTS - 1):
        try:
            return action()
        except ChangedMeanwhile:
            continue
    return action()


def say_undo(session: Session, folder: Path) -> None:
    """Say how the last change of a folder is taken back."""
    named: list[str | Path] = [] if folder == decision_folders(())[-1] else ["--folder", folder]
    session.remark(
        message("What was there before can be brought back: {command}", command=command("data", "undo", *named))
    )
