"""A layer of files that fails: each call that changes the disk is a point at which a fault can strike."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from typing import Any

CALLS = ("open", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "chmod", "symlink", "truncate")
"""What changes names or contents; `open` only when it makes or changes a file."""

CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

REASONS = {"replace": errno.EACCES, "rename": errno.EACCES, "chmod": errno.EPERM, "unlink": errno.EACCES}


class Killed(BaseException):
    """The process is gone: nothing of it runs any more, least of all what would clear away."""


@dataclass
class Faults:
    """Counts the points that a run passes, and lets a fault strike at one of them."""

    kind: str = "none"
    at: int = -1
    passed: int = 0
    struck: bool = False
    calls: list[str] = field(default_factory=list)

    def strikes(self, call: str) -> bool:
        if self.struck and self.kind == "killed":
            raise Killed(call)
        self.passed += 1
        self.calls.append(call)
        if self.passed - 1 != self.at:
            return False
        self.struck = True
        return True

    def fail(self, call: str) -> None:
        if self.kind == "killed":
            raise Killed(call)
        raise OSError(REASONS.get(call, errno.ENOSPC), f"a fault in {call}", "a file")


class _FailingFile:
    """A file that is full, or whose process is killed, in the midst of what it writes."""

    def __init__(self, stream: Any, faults: Faults) -> None:
        self._stream, self._faults = stream, faults

    def write(self, data: bytes) -> int:
        if self._faults.strikes("write"):
            self._stream.write(data[: len(data) // 2])
            self._stream.flush()
            self._faults.fail("write")
        return int(self._stream.write(data))

    def __enter__(self) -> _FailingFile:
        return self

    def __exit__(self, *problem: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def inject(monkeypatch: Any, faults: Faults) -> None:
    """Put the layer under everything that runs from here on."""
    for name in CALLS:
        monkeypatch.setattr(os, name, _striking(name, getattr(os, name), faults))
    opened = os.fdopen

    def fdopen(handle: int, mode: str = "r", *more: Any, **named: Any) -> Any:
        stream = opened(handle, mode, *more, **named)
        return _FailingFile(stream, faults) if "b" in mode and mode != "rb" else stream

    monkeypatch.setattr(os, "fdopen", fdopen)


def _striking(name: str, real: Any, faults: Faults) -> Any:
    def call(*arguments: Any, **named: Any) -> Any:
        reads = name == "open" and not (arguments[1] if len(arguments) > 1 else named.get("flags", 0)) & CHANGES
        if not reads and faults.strikes(name):
            faults.fail(name)
        return real(*arguments, **named)

    return call
