"""Ctrl+C: raised while a command runs; before that, and when all is written, it ends the process in silence."""

import contextlib
import os
import signal
import sys
from typing import NoReturn

STOPPED_BY_A_SIGNAL = 128
"""Exit codes from here on are of a run that a signal ended, as shells have it."""

STOPPED = 130
"""The exit code of a run that was stopped from the keyboard, as shells have it."""


def end_at_once(wanted: int = 0) -> None:
    """Let Ctrl+C end the process at once, unless it is not to be heard at all (`nohup`).

    Where the exit code that is `wanted` says that the run was stopped, end it here: all has been cleared away, and
    to wait for threads that wait for other processes is what a further Ctrl+C would break into.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)
    if wanted >= STOPPED_BY_A_SIGNAL:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(wanted)


def raise_again() -> None:
    """Let Ctrl+C unwind the run that begins."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(*_: object) -> NoReturn:
    os._exit(STOPPED)
