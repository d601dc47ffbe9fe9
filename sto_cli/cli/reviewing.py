"""Asking a person about the rows that are not certain: one key per decision, kept after every key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import typer

from sto_cli.cli.screen import can_ask, tell
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.lists.decisions import FILE_NAME, Decision, keep_decisions
from sto_cli.lists.list_rows import open_links
from sto_cli.lists.matching import Linker
from sto_cli.lists.results import Link, LinkedList, Question
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.render.lists.linked_rows import candidate_words
from sto_cli.search.results import Match

NONE, SEARCH, BACK = "0", "/", "u"
LATER = {"\r", "\n", " "}
STOP = {"q", "\x1b", "\x03", "\x04", ""}
"""q, Escape, Ctrl-C, Ctrl-D, and the end of the input."""

KEYS_ONE = N_("1 this one · 0 none of these · Enter later · / look for another · u back · q stop")
KEYS = N_("1-{last} this one · 0 none of these · Enter later · / look for another · u back · q stop")
KEYS_WITHOUT = N_("0 no school of the register · Enter later · / look for another · u back · q stop")


def review_list(linked: LinkedList, linker: Linker, folder: Path, session: Session) -> LinkedList:
    """Ask about every open row; return the list with the decisions in it, also when the person stops halfway.

    They are kept in the folder, for this and every other list.

    Raises:
        UsageProblem: there is no terminal to ask on.
    """
    if not can_ask():
        raise UsageProblem(
            message("--review asks on a terminal, and there is none here."),
            message("Leave --review out: the rows that are not certain are then marked in the output."),
        )
    return _Review(linked, linker, folder, session).run()


class _Review:
    """One sitting. `done` are the questions decided in it, in order, so that they can be taken back."""

    def __init__(self, linked: LinkedList, linker: Linker, folder: Path, session: Session) -> None:
        self.linked = linked
        self.linker = linker
        self.folder = folder
        self.session = session
        self.open = open_links(linked)
        self.occasion = session.occasion("review", Path(linked.table.path).name)
        self.decided: dict[Question, Link] = {}
        self.done: list[int] = []

    def run(self) -> LinkedList:
        at = 0
        while 0 <= at < len(self.open):
            at = self._ask(at)
        self._close()
        links = [self.decided.get(link.question, link) if link.open else link for link in self.linked.links]
        return LinkedList(self.linked.table, self.linked.columns, links)

    def _ask(self, at: int) -> int:
        """Ask about one question until there is an answer; return which one comes next, -1 to stop."""
        link, rows = self.open[at]
        shown = None
        while True:
            if link is not shown:
                _say(_card(link, rows, at, len(self.open), self.session.translator))
                shown = link
            key = _key()
            if key == SEARCH:
                link = self._search(link)
                continue
            following = self._follow(key, at, link)
            if following is not None:
                return following

    def _follow(self, key: str, at: int, link: Link) -> int | None:
        """Do what a key says; return which question comes next, None when it is this one still: then it is said why."""
        if key in STOP:
            return -1
        if key in LATER:
            return at + 1
        if key == BACK and self.done:
            return self._back()
        if key == NONE or key in _numbers(link):
            self._decide(at, link, None if key == NONE else link.candidates[int(key) - 1].choice)
            return at + 1
        if key == BACK:
            self._tell(message("There is no decision yet to take back."))
        else:
            self._tell(message("“{key}” is no choice here. Type one of these keys:", key=key), _keys(link))
        return None

    def _decide(self, at: int, link: Link, chosen: str | None) -> None:
        decided = self.linker.decide(link, chosen)
        self.decided[link.question] = decided
        self.done.append(at)
        keep_decisions(self.folder, {link.question.plain: Decision(link.question, chosen)}, (), self.occasion)
        self._confirm(decided)

    def _confirm(self, decided: Link) -> None:
        if decided.match:
            _say([f"  ✓ {candidate_words(decided.match)}"])
        else:
            self._tell(message("✓ none of these"))

    def _tell(self, *sentences: Message) -> None:
        _say([f"  {self.session.translator.say(sentence)}" for sentence in sentences])

    def _back(self) -> int:
        """Take back the last decision, and ask it again."""
        last = self.done.pop()
        question = self.open[last][0].question
        self.decided.pop(question, None)
        keep_decisions(self.folder, {}, [question.plain], self.occasion)
        self._tell(message("The last decision is taken back."))
        return last

    def _search(self, link: Link) -> Link:
        """Let the person type other words; what is found becomes the candidates, else those that there were stay."""
        words = typer.prompt(
            self.session.translator.text(N_("Name, place, postcode or code")), default="", show_default=False, err=True
        )
        if not words.strip():
            return replace(link)
        found = self.linker.ask(link.question, words)
        candidates = (found.match,) if found.match else found.candidates
        if not candidates:
            self._tell(message("Nothing is found for “{words}”.", words=words.strip()))
            return replace(link)
        return replace(found, outcome="ambiguous", answer=found.answer._replace(best=None, candidates=candidates))

    def _close(self) -> None:
        left = len(self.open) - len(self.decided)
        self.session.remark(
            message(
                "{decided} decided, {left} left. The decisions are kept in {path}.",
                decided=len(self.decided),
                left=left,
                path=self.folder / FILE_NAME,
            )
        )


def _card(link: Link, rows: list[int], at: int, number: int, translator: Translator) -> list[str]:
    """Write what a row says, and the schools that may be meant."""
    question = link.question
    facts = (question.name, question.street, question.postcode, question.place, question.code)
    where = counted("row {rows}", "rows {rows}", len(rows), rows=", ".join(map(str, rows[:5])))
    count = message("{at} of {number}", at=str(at + 1), number=str(number))
    lines = ["", f"[{translator.say(count)}] {', '.join(fact for fact in facts if fact)} ({translator.say(where)})"]
    lines += [f"  {key}  {candidate_words(match)}" for key, match in _numbers(link).items()]
    return [*lines, f"  {translator.say(_keys(link))}"]


def _keys(link: Link) -> Message:
    """Say which keys there are."""
    number = len(_numbers(link))
    if number > 1:
        return Message(KEYS, {"last": str(number)})
    return Message(KEYS_ONE if number else KEYS_WITHOUT)


def _numbers(link: Link) -> dict[str, Match]:
    return {str(number): match for number, match in enumerate(link.candidates[:9], start=1)}


def _say(lines: list[str]) -> None:
    for line in lines:
        tell(line)


def _key() -> str:
    """Wait for one key; an interrupt stops the sitting, it loses nothing."""
    try:
        return typer.getchar()[:1].lower()
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return ""
