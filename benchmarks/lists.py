"""How long linking a list takes, and how much memory: lists of 1,000, 10,000 and 100,000 rows.

    python benchmarks/lists.py [ROWS...]

Each list is made from the register's own names, a third of them misspelt, shortened or without a place, and no two
rows alike (a letter or number is added where names repeat), so that nothing is gained by asking equal rows once; the
second figure is for a list in which every school stands in many rows, as real long lists have. Every run is `sto match`
in a process of its own: starting, reading, matching and writing.
"""

from __future__ import annotations

import csv
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sto_cli.register.load import load_register

SEED = 20261124


def names(rows: int, different: bool) -> list[tuple[str, str]]:
    """Return names with places, as people write them."""
    chance = random.Random(SEED)
    schools = list(load_register().schools.values())
    found = []
    for number in range(rows):
        school = chance.choice(schools)
        name, place = school.name, school.town
        trouble = chance.random()
        if trouble < 0.1:
            at = chance.randrange(len(name))
            name = name[:at] + name[at + 1 :]
        elif trouble < 0.2:
            name = re.sub(r"\b(College|Scholengemeenschap|locatie)\b", "", name).strip() or name
        elif trouble < 0.33:
            place = ""
        found.append((f"{name} {number}" if different else name, place))
    return found


def run(folder: Path, rows: int, ending: str, different: bool) -> tuple[float, float, float]:
    """Link one list in a process of its own; return seconds, those of the processor, and megabytes at most."""
    source, target = folder / f"list-{rows}.csv", folder / f"linked-{rows}.{ending}"
    with source.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["School", "Plaats"])
        writer.writerows(names(rows, different))
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "sto_cli", "match", source, "--output", target, "--force"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or [1_000, 10_000, 100_000]
    print(f"{'rows':>8}  {'all different':>14}  {'seconds':>8}  {'processor':>9}  {'rows/s':>8}  {'MB':>6}")
    with tempfile.TemporaryDirectory() as name:
        for rows in sizes:
            for different in (False, True):
                seconds, busy, memory = run(Path(name), rows, "xlsx", different)
                label = "yes" if different else "no"
                print(
                    f"{rows:>8}  {label:>14}  {seconds:>8.1f}  {busy:>9.1f}  {rows / busy:>8.0f}  {memory:>6.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
