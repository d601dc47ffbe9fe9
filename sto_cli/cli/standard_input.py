"""Reading a plan from the standard input."""

from __future__ import annotations

import contextlib
import sys

from sto_cli.files.noted import note
from sto_cli.plans.source.plan_bytes import plan_bytes


def read_standard_input() -> bytes:
    """Read it as far as a plan can go; a file behind it (`sto validate - < plan.yaml`) is noted as read."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # no real file behind it
        note(sys.stdin.fileno())
    return plan_bytes(sys.stdin.buffer)
