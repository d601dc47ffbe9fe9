"""What happens when the system asks a run to stop."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

STOPPED = 130
"""The exit code of a run that was stopped from the keyboard, as shells have it."""

_REQUESTS = ("SIGTERM", "SIGHUP")
"""By which a system, or a terminal that is closed, asks to stop; Windows knows the first only."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a request to stop unwind the run, so that half files and other processes are cleared away."""
    before: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():  # no other may listen
        for number in (getattr(signal, name) for name in _REQUESTS if hasattr(signal, name)):
            if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` wants it unheard
                before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_at_once() -> None:
    """Let one more Ctrl-C end the process at once and in silence: all is said and written."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, lambda *_: os._exit(STOPPED))


def _stop(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
