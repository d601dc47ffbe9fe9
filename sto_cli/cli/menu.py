"""`sto menu`: the questions that people have, as a list to choose from, one after another."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sto_cli.cli.declaring import declare
from sto_cli.cli.folders import at_home
from sto_cli.cli.menu_questions import MENU, Ask, MenuQuestion
from sto_cli.cli.screen import asked_number, can_ask, on_screen, tell
from sto_cli.cli.session import Session
from sto_cli.cli.streams import Gate
from sto_cli.errors import StoError, UsageProblem
from sto_cli.files.outgoing import command
from sto_cli.files.writing import free_name
from sto_cli.messages import N_, Message, message
from sto_cli.render.visible import visible

if TYPE_CHECKING:
    from sto_cli.files.tables import Sheet

app = typer.Typer(add_completion=False)


@declare(
    app,
    N_(
        "Choose from a list of questions, one after another; each answer shows the command that gives it.\n\n"
        "Whoever opens sto-menu by a double click gets the same list."
    ),
)
def menu(session: Session) -> None:
    """Answer `sto menu`."""
    try:
        _Menu(session).run()
    except typer.Abort:  # Ctrl+C, or the end of the input
        print(file=sys.stderr)
    session.remark(message("Goodbye."))


class _Back(Exception):
    """An empty answer to what is needed: back to the list."""


class _Menu:
    """One sitting; the region is asked once and then offered."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.region = ""

    def run(self) -> None:
        """Show the list and answer what is chosen, until the person stops."""
        self._tell(message("Files that you make come in {folder}.", folder=Path.cwd()))
        while (question := self._chosen()) is not None:
            try:
                answers = self._asked(question)
            except _Back:
                continue
            self._answer(question.words(answers))
            if self._prompt(message("Enter: back to the questions · 0: stop")) == "0":
                return

    def _chosen(self) -> MenuQuestion | None:
        """Show the list and ask for a number; None to stop."""
        self._tell(message("What do you want to know or do?"))
        for number, question in enumerate(MENU, start=1):
            tell(f"  {number:>2}  {self.session.translator.text(question.text)}")
        chosen = asked_number(message("A number; Enter to stop"), len(MENU), self.session.translator)
        return MENU[chosen - 1] if chosen else None

    def _asked(self, question: MenuQuestion) -> dict[str, str]:
        answers: dict[str, str] = {}
        for ask in question.asks:
            answers[ask.name] = self._ask(ask, answers)
        if "region" in answers:
            self.region = answers["region"]
        return answers

    def _ask(self, ask: Ask, answers: dict[str, str]) -> str:
        """Ask until the answer can be used; an empty one takes what is offered."""
        if ask.unless_folder and Path(answers.get(ask.unless_folder, "")).is_dir():
            return ""
        if ask.kind in {"sheet", "column"}:
            return self._of_list(ask.kind, Path(answers["list"]), answers.get("sheet"))
        offered = self._offered(ask, answers)
        if ask.kind == "output" and offered:
            offered = os.fspath(free_name(Path(offered)))
        while written := self._prompt(message(ask.text, endings=", ".join(ask.endings)), offered) or offered:
            try:
                return _CHECKS[ask.kind](self, ask, written)
            except UsageProblem as problem:
                self._tell(problem.message)
                if problem.hint is not None:
                    self._tell(problem.hint)
        if ask.needed:
            raise _Back
        return ""

    def _offered(self, ask: Ask, answers: dict[str, str]) -> str:
        if ask.kind == "region":
            return self.region
        if ask.kind == "month":
            return self.session.today.isoformat()[: len("2026-10")]
        name = self.session.translator.text(ask.offered)
        return name.format(stem=Path(answers.get("list", "")).stem)

    # What an answer must be

    def words(self, _ask: Ask, written: str) -> str:
        return written

    def known_region(self, _ask: Ask, written: str) -> str:
        from sto_cli.register.lookup import region_named

        return region_named(self.session.register, written).id

    def known_school(self, _ask: Ask, written: str) -> str:
        """Return what was written where it means one school, else the code of the one that is chosen from a list."""
        from sto_cli.cli.find_region import choose_one

        answer = self.session.matcher.find(written)
        if answer.best is None and answer.candidates and can_ask():
            self._tell(message("“{written}” may be one of these:", written=written))
            answer = choose_one(answer, self.session)
        elif answer.best or answer.candidates:
            return written
        if answer.best and answer.best.id:
            return answer.best.id
        raise UsageProblem(
            message("It is not clear which school “{written}” is.", written=written),
            message("Write its name and place, its code, or its postcode."),
        )

    def _of_list(self, kind: str, path: Path, chosen: str | None) -> str:
        """Ask which sheet of a workbook is meant, where it has several, or which column holds names; else ""."""
        from sto_cli.files.tables import read_sheet
        from sto_cli.lists.columns import has_names

        try:
            sheet = read_sheet(path, chosen or None, has_names)
        except StoError:  # the command says why
            return ""
        if kind == "column":
            return "" if has_names(sheet) else self._name_column(sheet)
        if not sheet.others:
            return ""
        names = [sheet.name, *sheet.others]
        self._tell(message("The workbook has these sheets:"))
        for number, name in enumerate(names, start=1):
            tell(f"  {number:>2}  {name}")
        question = message("Which one? (a number; Enter for the first)")
        return names[(asked_number(question, len(names), self.session.translator) or 1) - 1]

    def _name_column(self, sheet: Sheet) -> str:
        from sto_cli.cli.data_participation import asked_column
        from sto_cli.lists.columns import column_letter, headed

        question = message("Which column holds the names of the schools?")
        column = asked_column(headed(sheet), question, N_("none of these"), self.session)
        if column is None:
            raise _Back
        return column_letter(column)

    def existing(self, _ask: Ask, written: str) -> str:
        path = dropped(written)
        if not _exists(path):
            raise UsageProblem(message("There is no file or folder {path}.", path=path))
        return str(path)

    def month(self, _ask: Ask, written: str) -> str:
        from sto_cli.register.dates import last_day

        if last_day(written) is None:
            raise UsageProblem(message("“{written}” is no month. Write it as 2026-10.", written=written))
        return written

    def target(self, ask: Ask, written: str) -> str:
        path = dropped(written)
        if not path.suffix and path.name:
            path = path.with_name(path.name + ask.endings[0])
        if path.suffix.lower() not in ask.endings:
            raise UsageProblem(message("Let the name end in {endings}.", endings=", ".join(ask.endings)))
        if _exists(path):
            raise UsageProblem(message("{path} exists already. Choose another name.", path=path))
        return str(path)

    # Answering and telling

    def _answer(self, words: list[str]) -> None:
        """Show the command and run it, as if it had been typed."""
        from sto_cli.cli.main import run_here

        tell("")
        self._tell(message("The command for this: {command}", command=command(*words)))
        tell("")
        root = [word for folder in self.session.folders for word in ("--data", os.fspath(folder))]
        with screenfuls(self._wants_more):
            run_here([*root, *words], self.session.translator)
        tell("")

    def _wants_more(self) -> bool:
        return self._prompt(message("Enter: more · 0: enough")) != "0"

    def _prompt(self, question: Message, offered: str = "") -> str:
        asked = visible(self.session.translator.say(question))
        return str(
            typer.prompt(f"{asked} [{visible(offered)}]" if offered else asked, "", show_default=False, err=True)
        ).strip()

    def _tell(self, sentence: Message) -> None:
        tell(self.session.translator.say(sentence))


_CHECKS: dict[str, Callable[[_Menu, Ask, str], str]] = {
    "words": _Menu.words,
    "region": _Menu.known_region,
    "school": _Menu.known_school,
    "path": _Menu.existing,
    "month": _Menu.month,
    "output": _Menu.target,
}


def dropped(written: str) -> Path:
    """Return the path that is meant by what a terminal makes of a file that is dragged onto it.

    Windows puts quotes around it and PowerShell `& ` before that; other terminals put a backslash before spaces.
    """
    text = written.removeprefix("& ").strip().strip("\"'")
    bare = at_home(Path(text))
    return bare if _exists(bare) or "\\ " not in text else at_home(Path(text.replace("\\ ", " ")))


def _exists(path: Path) -> bool:
    """Whether there is something of this name; of a name that no disk takes there is nothing."""
    try:
        return path.exists()
    except OSError:
        return False


BESIDE = 2
"""Lines of the screen that are left for the question."""


ABOVE = 4
"""Lines that stand above an answer: the command that gives it."""


@contextmanager
def screenfuls(go_on: Callable[[], bool]) -> Iterator[None]:
    """Show what is printed within a screenful at a time, on a terminal; `go_on` asks whether to show more."""
    gate = sys.stdout
    if not (isinstance(gate, Gate) and on_screen() and can_ask()):
        yield
        return
    stream = gate.stream
    gate.stream = _Screen(stream, go_on)
    try:
        yield
    finally:
        gate.stream = stream


class _Screen:
    """A terminal that stops when it is full; what follows on a no is left out."""

    def __init__(self, stream: Any, go_on: Callable[[], bool]) -> None:
        self.stream = stream
        self.go_on = go_on
        self.shown = ABOVE
        self.enough = False

    def write(self, text: str) -> int:
        columns, lines = shutil.get_terminal_size()
        for line in text.splitlines(keepends=True):
            if self.enough:
                break
            if self.shown >= lines - BESIDE and line.strip():
                self.stream.flush()
                self.enough, self.shown = not self.go_on(), 0
            if not self.enough:
                self.stream.write(line)
                self.shown += line.endswith("\n") + max(len(line) - 1, 0) // columns
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)
