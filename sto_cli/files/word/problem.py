"""What stops a Word document from being read."""

from __future__ import annotations

from typing import Literal

from sto_cli.messages import Message


class WordProblem(Exception):
    """The document cannot be read; `rule` names the flaw, the sentence says what it is, the hint how to save it."""

    def __init__(self, rule: Literal["not-a-plan", "too-large"], message: Message, hint: Message) -> None:
        super().__init__(rule)
        self.rule = rule
        self.message = message
        self.hint = hint
