"""Runs a command within bounds, and says what it cost: `python launch.py COST SECONDS MEGABYTES COMMAND...`.

A process of its own, and a small one: what a process has used counts from the one that started it. COST is a file
that gets the exit code, the seconds of wall and processor time, and the megabytes at the most, as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time

MOST_WRITTEN = 400_000_000
"""Bytes in one file."""

MOST_OPEN = 128
"""Files that are open at a time."""

FUSE = 20
"""Times the bound on memory that addresses may take: libraries and threads reserve more than they use."""


def bound(seconds: int, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (FUSE * megabytes << 20,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_OPEN, MOST_OPEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(cost: str, seconds: int, megabytes: int, command: list[str]) -> None:
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        bound(seconds, megabytes)
        os.execv(command[0], command)
    _, status, used = os.wait4(child, 0)
    figures = {
        "code": os.waitstatus_to_exitcode(status),
        "wall": round(time.monotonic() - start, 3),
        "processor": round(used.ru_utime + used.ru_stime, 3),
        "megabytes": used.ru_maxrss // 1024,
    }
    with open(cost, "w", encoding="utf-8") as stream:  # noqa: PTH123 - no import more than needed
        json.dump(figures, stream)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
