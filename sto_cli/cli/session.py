"""What every command has at hand: the language, the register, and ways to answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from sto_cli.errors import UsageProblem
from sto_cli.messages import Message, Translator, message

if TYPE_CHECKING:
    from sto_cli.files.history import Occasion
    from sto_cli.register.register import Register
    from sto_cli.render.terminal.table import Line
    from sto_cli.search.find import Matcher


class Session:
    """One run of `sto`. `folders` are the user's own data folders, least weighty first."""

    def __init__(self, translator: Translator, folders: Sequence[Path] = ()) -> None:
        self.translator = translator
        self.folders = list(folders)
        self.target: Path | None = None
        """The folder that the command writes own data into, which may be new."""

    @cached_property
    def register(self) -> Register:
        """The shipped register with the user's own folders over it; read when first asked for.

        Raises:
            BrokenRegister: a file has wrong data.
            UnreadableFile: a file or folder cannot be read.
        """
        from sto_cli.cli.folders import cache_folder, left_beside, not_paid_here, own_folders
        from sto_cli.register.load import load_register

        folders = list(self._begun([*own_folders(), *self.folders]))
        register = load_register(folders, cache_folder())
        register.not_paid = tuple(not_paid_here(self.folders))
        for remark in left_beside(folders):
            self.remark(remark)
        return register

    def _begun(self, folders: Iterable[Path]) -> Iterator[Path]:
        """Leave out the folders that hold no part of the register yet: empty ones, new ones, or with decisions only."""
        from sto_cli.cli.folders import holds_no_register
        from sto_cli.files.folders import is_empty

        for folder in folders:
            if is_empty(folder):
                self.remark(message("The folder {folder} is empty: it holds no data of your own yet.", folder=folder))
            elif (folder != self.target or folder.exists()) and not holds_no_register(folder):
                yield folder

    @cached_property
    def matcher(self) -> Matcher:
        """What finds schools of the register by name, code, postcode or place."""
        from sto_cli.search.find import Matcher

        return Matcher(self.register)

    @property
    def today(self) -> date:
        """The day of asking, or `STO_TODAY` (a date), which makes answers repeatable.

        Raises:
            UsageProblem: `STO_TODAY` is no date.
        """
        written = os.environ.get("STO_TODAY")
        if not written:
            return date.today()  # noqa: DTZ011 - the user's own day
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise UsageProblem(
                message("STO_TODAY holds no date: {written}.", written=written),
                message("Write it as 2026-10-01, or leave it empty."),
            ) from None

    def occasion(self, kind: str, detail: str = "") -> Occasion:
        """Return by what and when own data are changed, for their history."""
        from sto_cli.files.history import Occasion

        day = self.today.isoformat()
        now = f"{datetime.now():%Y-%m-%dT%H:%M}"  # noqa: DTZ005 - the user's own clock
        return Occasion(kind, detail, now if now.startswith(day) else day)

    def show(self, lines: Iterable[Line]) -> None:
        """Print an answer as styled lines."""
        from sto_cli.cli.screen import show

        show(lines)

    def print_json(self, answer: object) -> None:
        """Print an answer as JSON: UTF-8, not wrapped, with nothing around it."""
        from sto_cli.cli.streams import print_json

        print_json(answer)

    def remark(self, message: Message) -> None:
        """Say something about the answer on standard error."""
        from sto_cli.cli.screen import tell

        tell(self.translator.say(message))


def session_of(context: typer.Context) -> Session:
    """Return the session that the root command made."""
    return cast(Session, context.obj)
