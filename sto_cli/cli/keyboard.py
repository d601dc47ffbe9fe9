"""Ctrl+C: raised while a command runs; before that, and when all is written, it ends the process in silence."""

from __future__ import annotations

import os
import signal
from typing import NoReturn

STOPPED = 130
"""The exit code of a run that was stopped from the keyboard, as shells have it."""


def end_at_once() -> None:
    """Let Ctrl+C end the process at once, unless it is not to be heard at all (`nohup`)."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def raise_again() -> None:
    """Let Ctrl+C unwind the run that begins."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(*_: object) -> NoReturn:
    os._exit(STOPPED)
