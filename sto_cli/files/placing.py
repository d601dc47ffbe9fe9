"""How a file gets to its place: written beside it, and then put there in one step."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

BESIDE = ".sto-"
"""How the names of files begin that wait beside their places."""


def write_beside(path: Path, data: bytes | bytearray) -> Path:
    """Write bytes to a new file in the same folder, with the rights of the file that it may replace; return it.

    Raises:
        OSError: it cannot be written; nothing is then left of it.
    """
    import tempfile  # noqa: PLC0415 - 5 ms, only where something is written

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=BESIDE)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes the file private; a written file gets the rights of any new or of the former file.
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
    return made


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def take_new(made: Path, target: Path) -> None:
    """Let a file take a place that is free, and stay free till that moment: another run may want it too.

    Raises:
        FileExistsError: it is not free any more.
    """
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError, NotImplementedError):  # a disk that knows no second names
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        made.rename(target)
