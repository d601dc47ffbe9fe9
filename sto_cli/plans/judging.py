"""Judges plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sto_cli.plans.results import Judgement

if TYPE_CHECKING:
    from sto_cli.register.register import Register

RegisterSource = "Register | Callable[[], Register] | None"


def judge_text(
    content: str | bytes,
    path: str,
    register: Register | Callable[[], Register] | None = None,
    today: date | None = None,
) -> Judgement:
    """Judge a plan given as text or bytes; `path` is its name as the user knows it."""
    raise NotImplementedError


def judge_file(
    path: Path, register: Register | Callable[[], Register] | None = None, today: date | None = None
) -> Judgement:
    """Judge a plan in a file.

    Raises:
        UnreadableFile: it is missing, a folder, locked, or may not be read.
    """
    raise NotImplementedError
