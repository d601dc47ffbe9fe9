"""What is under way in a folder: the steps by which files that belong together take their places.

All that a step needs lies ready before the first is taken. Who is killed between two steps leaves the journal, and the
next run that reads or writes in the folder takes the rest: so the files are seen as before or as after, never between.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sto_cli.errors import UnwritableFile
from sto_cli.files.limits import JOURNAL_BYTES
from sto_cli.files.locking import locked
from sto_cli.files.placing import BESIDE, take_new, write_beside

JOURNAL = f"{BESIDE}journal"


class Placing(NamedTuple):
    """The file `made` takes its `place` in the folder, beside which it waits; without one, what stands there goes.

    A place that is a link stays one: what it leads to is replaced, and `made` waits beside that. `new`: the place must
    be free.
    """

    made: str | None
    place: str
    new: bool = False


def carry_out(folder: Path, steps: Sequence[Placing]) -> None:
    """Take steps in a folder, with a journal as long as they last.

    Raises:
        OSError: one of them failed; the journal is still there.
    """
    _note(folder / JOURNAL, steps)
    for step in steps:
        _take(folder, step)
    (folder / JOURNAL).unlink()


def _note(journal: Path, steps: Sequence[Placing]) -> None:
    made = write_beside(journal, json.dumps(steps).encode())
    try:
        made.replace(journal)
    except OSError:
        with contextlib.suppress(OSError):
            made.unlink()
        raise


def finish(folder: Path) -> None:
    """Take the steps that a run in this folder did not come to, because it was killed.

    What cannot be done now (the folder is read-only, another run is busy there) is left for the next time.
    """
    journal = folder / JOURNAL
    if not os.path.lexists(journal):
        return
    with contextlib.suppress(OSError, UnwritableFile), locked(folder):
        steps = _read(journal)
        for step in steps:
            with contextlib.suppress(FileExistsError, FileNotFoundError):  # it was taken already
                _take(folder, step)
            if step.made is not None:
                (led_to(folder / step.place).parent / step.made).unlink(missing_ok=True)
        journal.unlink()


def led_to(path: Path) -> Path:
    """Return what is written to: a link stays, and what it leads to is replaced."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _take(folder: Path, step: Placing) -> None:
    place = led_to(folder / step.place)
    if step.made is None:
        if not (folder / step.place).is_symlink():  # what was new was no link
            place.unlink()
    elif step.new:
        take_new(place.parent / step.made, place)
    else:
        (place.parent / step.made).replace(place)


def _read(journal: Path) -> list[Placing]:
    """Read a journal; one that is none, or speaks of other folders, has no steps."""
    if not journal.is_file() or journal.stat().st_size > JOURNAL_BYTES:
        return []
    try:
        steps = [Placing(made, place, new) for made, place, new in json.loads(journal.read_bytes())]
        return steps if all(_is_sound(step, journal.parent) for step in steps) else []
    except (ValueError, TypeError, RecursionError):
        return []


def _is_sound(step: Placing, folder: Path) -> bool:
    """Whether a step stays in the folder, or goes where a link leads that is the user's own."""
    names = [step.place, *([] if step.made is None else [step.made])]
    inside = all(isinstance(name, str) and name not in {"", ".", ".."} and Path(name).name == name for name in names)
    if not inside or "\0" in "".join(names) or step.made == JOURNAL:
        return False
    return (step.made is None or step.made.startswith(BESIDE)) and _is_own(folder / step.place)


def _is_own(path: Path) -> bool:
    return not path.is_symlink() or (hasattr(os, "getuid") and path.lstat().st_uid == os.getuid())
