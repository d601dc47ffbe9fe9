"""A layer of files that fails: at each call that changes the disk the run forks, and a fault strikes its copy there.

The run itself goes on, in a folder that is put back as it was: so every point is tried in the time of one run.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CALLS = ("open", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "chmod", "symlink", "truncate")
"""What changes names or contents; `open` only when it makes or changes a file."""

CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

MOST_OPEN = 128
"""Numbers under which files may be open."""

REASONS = {"replace": errno.EACCES, "rename": errno.EACCES, "chmod": errno.EPERM, "unlink": errno.EACCES}

KINDS = ("full", "killed")

_OWN = {name: getattr(os, name) for name in CALLS}
"""The calls as they are, for what the layer itself does."""

Judge = Callable[[str, str, "str | None"], None]
"""Judges the folder after a fault: its kind, the point, and what the run said (its code first), None when killed."""


@dataclass
class Faults:
    """The points that a run passes in a folder; at each of them every kind of fault strikes a copy of the run."""

    folder: Path
    judge: Judge
    calls: list[str] = field(default_factory=list)
    kind: str = ""
    reports_to: int = -1
    resting: bool = False

    def strikes(self, call: str) -> bool:
        """Fork for each kind of fault; True in the copy that it strikes."""
        if self.resting:
            return False
        self.calls.append(call)
        self.resting = True
        try:
            return any(self._struck(kind, call) for kind in KINDS)
        finally:
            self.resting = bool(self.kind)

    def _struck(self, kind: str, call: str) -> bool:
        saved = _Saved(self.folder)
        hears, says = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hears)
            self.kind, self.reports_to = kind, says
            return True
        os.close(says)
        with os.fdopen(hears, "rb", closefd=True) as stream:
            said = stream.read().decode("utf-8", "replace")
        os.waitpid(child, 0)
        self.judge(kind, f"{kind} at {len(self.calls) - 1}, {call}", said if kind != "killed" else None)
        saved.put_back()
        return False

    def fail(self, call: str) -> None:
        """Be the fault, in the copy that it strikes."""
        if self.kind == "killed":
            os._exit(9)  # nothing of it runs any more, least of all what would clear away
        raise OSError(REASONS.get(call, errno.ENOSPC), f"a fault in {call}", "a file")

    def report(self, code: int, said: str) -> None:
        """Say in a struck copy how its run ended, and end it."""
        if self.kind:
            os.write(self.reports_to, f"{code}\n{said}".encode("utf-8", "replace"))
            os._exit(0)


class _Saved:
    """A folder as it is, its files kept by second names: put back they are still the same files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aside = folder.with_name(f"{folder.name}-aside")
        shutil.rmtree(self.aside, ignore_errors=True)
        self.aside.mkdir()
        self.folders = [path for path in folder.rglob("*") if path.is_dir()]
        self.files = [path for path in folder.rglob("*") if path.is_file()]
        self.sizes = [path.stat().st_size for path in self.files]
        self.spots = dict(_spots())
        for number, path in enumerate(self.files):
            _OWN["link"](path, self.aside / str(number))

    def put_back(self) -> None:
        self._take_away()
        for path in self.folders:
            path.mkdir(exist_ok=True)
        for number, (path, size) in enumerate(zip(self.files, self.sizes, strict=True)):
            kept = self.aside / str(number)
            if not path.exists() or not path.samefile(kept):
                _OWN["replace"](kept, path)
            if path.stat().st_size != size:  # it was being written
                _OWN["truncate"](path, size)
        for handle, spot in self.spots.items():  # which a copy of the run may have moved
            os.lseek(handle, spot, os.SEEK_SET)

    def _take_away(self) -> None:
        for path in sorted(self.folder.rglob("*"), reverse=True):
            if path.is_dir() and path not in self.folders:
                shutil.rmtree(path)
            elif path.is_file() and path not in self.files:
                path.unlink()


def _spots() -> Iterator[tuple[int, int]]:
    """Yield the files that are open, and up to where they are written."""
    for handle in range(3, MOST_OPEN):
        with contextlib.suppress(OSError):
            yield handle, os.lseek(handle, 0, os.SEEK_CUR)


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
