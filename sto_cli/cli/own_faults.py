"""What is said when the program itself fails: a sentence with a next step, and the one line that its makers need."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

import sto_cli
from sto_cli.messages import Message, message

PACKAGE = Path(sto_cli.__file__).parent


def tripped(fault: Exception) -> Message:
    """Say that the program failed, and where; nothing of what it read is repeated."""
    return message(
        "Something went wrong in sto. It is not your fault, and no file is left half-written. Send its makers "
        "this line, with the command and the file if you may share it: {line}",
        line=f"{type(fault).__name__}, {_where(fault)}, sto {sto_cli.__version__}, Python {platform.python_version()}",
    )


def _where(fault: Exception) -> str:
    """Return the last line of the program's own that was run."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if PACKAGE in Path(frame.filename).parents]
    return f"{Path(frames[-1].filename).relative_to(PACKAGE)}:{frames[-1].lineno}" if frames else "?"
