"""The ways in which the tool itself can fail. Wrong *data* is not among them: that is a finding.

StoError                    never raised itself
├── UsageProblem            the user asked for something that cannot be (exit 2)
├── UnreadableFile          a file that cannot be read at all (exit 2)
├── UnwritableFile          a file that cannot be written, or may not be replaced (exit 2)
└── BrokenRegister          the register has findings of severity error (exit 2)
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sto_cli.messages import Message

if TYPE_CHECKING:
    from sto_cli.findings import Finding


class StoError(Exception):
    """Base of all; carries a sentence and what the user can do next, both not yet in a language."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.template)
        self.message = message
        self.hint = hint


class UsageProblem(StoError):
    """The question cannot be answered as it was put."""


class UnreadableFile(StoError):
    """A file or folder is missing, locked, or not text."""


class UnwritableFile(StoError):
    """A file could not be written, or exists and may not be replaced."""


class BrokenRegister(StoError):
    """The register has wrong data; `findings` says where."""

    def __init__(self, message: Message, findings: Sequence[Finding], hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)


TRACEBACK = "STO_TRACEBACK"
"""The variable by which a developer asks to see all of a fault of the program."""


def own_faults() -> tuple[type[Exception], ...]:
    """Return what is caught where the program trips over one of many: nothing for a developer, who sees why."""
    return () if TRACEBACK in os.environ else (Exception,)
