"""A talk on a terminal, question by question, in which one can go back: it is held again with the answers so far."""

import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from typing import TypeVar

import typer

from sto_cli.lists.chosen import chosen_number
from sto_cli.messages import Message, Translator, message
from sto_cli.plans.language.copied import is_copied
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.render.terminal.table import wrapped
from sto_cli.render.visible import visible

Value = TypeVar("Value")

ROOM = 88
"""Explanation is wrapped to this many columns: wider lines are hard to read."""

BACK = frozenset({"<", "terug", "back"})
"""What goes back one question."""

FEWEST_LETTERS = 2
"""Letters of an answer in words: “1”, “...” and “d1” are none."""

_LETTER = re.compile(r"[^\W\d_]")


class WentBack(Exception):
    """The person wants to answer the question before this one again."""


class Conversation:
    """What was answered so far, in order; `keep` is called before each question, so that no answer gets lost.

    What is said goes to standard error.
    """

    def __init__(self, translator: Translator) -> None:
        self.translator = translator
        self.keep: Callable[[], None] = lambda: None
        self.given: list[str] = []
        self._again: deque[str] = deque()
        self._was = ""

    @property
    def answered(self) -> bool:
        """Whether anything was answered at all."""
        return any(self.given)

    def go_back(self) -> None:
        """Forget the last answer; the talk is to be held again from its start."""
        if not self.given:
            self.tell(message("This is the first question."))
        self._was = self.given.pop() if self.given else ""
        self._again, self.given = deque(self.given), []

    def prompt(self, question: str) -> str:
        """Ask for one line.

        Raises:
            WentBack: the answer is to go back.
        """
        if self._again:
            answer = self._again.popleft()
        else:
            if self.answered:
                self.keep()
            self._remind()
            answer = str(typer.prompt(visible(question), default="", show_default=False, err=True)).strip()
            if answer.lower() in BACK:
                raise WentBack
        self.given.append(answer)
        return answer

    def _remind(self) -> None:
        """Show what was answered here before one went back."""
        if self._was:
            self.tell(message("Your answer was: {answer}", answer=self._was))
        self._was = ""

    def ask(self, question: Message) -> str:
        """Ask a question for one line."""
        return self.prompt(self.translator.say(question))

    def until(
        self, question: Message, read: Callable[[str], Value | None], complaint: Callable[[str], Message] | None = None
    ) -> Value | None:
        """Ask until the answer can be read, or is empty; `complaint` says what is wrong, unless `read` does."""
        before = len(self.given)
        while written := self.ask(question):
            value = read(written)
            if value is not None:
                return value
            if complaint is not None:
                self.tell(complaint(written))
            del self.given[before:]
        return None

    def text(self, question: Message, *, detail: bool = False) -> str:
        """Ask for a text in words; a `detail` of an answer may be that of the example."""
        return self.until(question, lambda written: self._words(written, detail=detail)) or ""

    def _words(self, written: str, *, detail: bool) -> str | None:
        in_words = len(_LETTER.findall(written)) >= FEWEST_LETTERS
        if in_words and not is_placeholder(written) and (detail or not is_copied(written)):
            return written
        self.tell(
            message("{text} is no answer yet. Write it in your own words, or leave it empty.", text=quoted(written))
        )
        return None

    def several(self, what: str) -> Iterator[tuple[int, str]]:
        """Ask for one text after another, until an empty one; `what` is a msgid with a {number}."""
        number = 1
        question = message(what, number="1")
        while text := self.text(question):
            yield number, text
            number += 1
            question = message("{question} (Enter to go on)", question=message(what, number=str(number)))

    def numbers(self, written: str, last: int) -> tuple[int, ...] | None:
        """Read numbers up to the last one of a list, such as “1, 3” or “d1 en d3”; tell when there is anything else."""
        words = [word.strip(".dgDG") for word in re.split(r"[\s,;+&]+|\ben\b|\band\b", written)]
        found = tuple(number for word in words if (number := chosen_number(word, last)))
        if found and len(found) == sum(map(bool, words)):
            return tuple(dict.fromkeys(found))
        self.not_listed(written)
        return None

    def not_listed(self, written: str) -> None:
        """Say that an answer is none of a list that was shown."""
        self.tell(
            message("{text} is not in the list. Type a number of the list, or press Enter.", text=quoted(written))
        )

    def tell(self, sentence: Message) -> None:
        """Say something, wrapped."""
        for line in wrapped(visible(self.translator.say(sentence)), 0, ROOM):
            self.print("".join(text for text, _ in line))

    def print(self, text: str) -> None:
        """Print one line, but not what was said before to answers that are given again."""
        if not self._again:
            print(visible(text), file=sys.stderr)
