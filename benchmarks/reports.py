"""Time and memory of `sto report`, on the register and on 100,000 schools made from it.

    python benchmarks/reports.py [SCHOOLS]

Every line is a whole process, start of Python included: wall time and the most memory it held (getrusage of the
child). `cold` reads and checks the YAML files; `warm` uses the derived copies. Best of three runs for the register, one
run for the large one. The design's bound is 500 MB for 100,000 schools.
"""

from __future__ import annotations

import itertools
import os
import shutil
import string
import sys
import tempfile
import time
from pathlib import Path

from sto_cli.files.yaml.writer import OnOneLine, write_yaml
from sto_cli.register.load import shipped_folder
from sto_cli.register.part_file import read_part

STO = [sys.executable, "-c", "from sto_cli.cli.main import main; main()"]
SCHOOLS = 100_000
HEAD = "as_of: 2026-11\nsource: made for this measurement\n"

REPORTS = {
    "coverage --by region": ["report", "coverage", "--by", "region"],
    "coverage --by municipality, json": ["report", "coverage", "--by", "municipality", "--format", "json"],
    "coverage --by region, csv": ["report", "coverage", "--by", "region", "--format", "csv"],
    "coverage --by region, markdown": ["report", "coverage", "--by", "region", "--format", "markdown"],
    "coverage --by region, xlsx": ["report", "coverage", "--by", "region", "--format", "xlsx"],
    "coverage --by region, html": ["report", "coverage", "--by", "region", "--format", "html"],
    "gaps": ["report", "gaps"],
    "gaps, json": ["report", "gaps", "--format", "json"],
    "gaps, csv": ["report", "gaps", "--format", "csv"],
    "gaps, markdown": ["report", "gaps", "--format", "markdown"],
    "gaps, xlsx": ["report", "gaps", "--format", "xlsx"],
    "gaps, html": ["report", "gaps", "--format", "html"],
    "trend, three days": ["report", "trend", "--at", "2024-10-01", "--at", "2025-10-01", "--at", "2026-10-01"],
}


def main() -> None:
    schools = int(sys.argv[1]) if len(sys.argv) > 1 else SCHOOLS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("The shipped register, 900 schools")
        measure([], folder / "cache-small", 3)
        made = folder / "made"
        make(made, schools)
        size = sum(path.stat().st_size for path in made.iterdir()) / 1e6
        print(f"\n{schools:,} schools made from it ({size:.0f} MB of YAML)")
        measure(["--data", str(made)], folder / "cache-large", 1)


def measure(options: list[str], cache: Path, runs: int) -> None:
    print(f"{'':<36}{'seconds':>9}{'MB':>8}{'exit':>6}")
    first = next(iter(REPORTS.values()))
    show("cold: " + next(iter(REPORTS)), [run([*options, *first], cache / str(n)) for n in range(runs)])
    for name, arguments in REPORTS.items():
        show(name, [run([*options, *arguments], cache / "0") for _ in range(runs)])
    shutil.rmtree(cache)


def show(name: str, results: list[tuple[float, float, int]]) -> None:
    seconds, memory = (min(result[place] for result in results) for place in (0, 1))
    print(f"{name:<36}{seconds:>9.2f}{memory:>8.0f}{results[0][2]:>6}", flush=True)


def run(arguments: list[str], cache: Path) -> tuple[float, float, int]:
    """Run one process; return its seconds, the most memory it held in MB, and its exit code."""
    environment = {**os.environ, "STO_CACHE": str(cache), "STO_TODAY": "2026-11-24", "STO_LANG": "nl"}
    started = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        child = os.posix_spawn(
            STO[0],
            [*STO, *arguments],
            environment,
            file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), stream) for stream in (1, 2)],
        )
    _, status, usage = os.wait4(child, 0)
    return time.perf_counter() - started, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def make(folder: Path, number: int) -> None:
    """Write a register of `number` schools: those of the shipped one again and again, with codes of their own."""
    folder.mkdir()
    shipped = shipped_folder()
    schools = read_part("schools", shipped / "schools.yaml", "schools.yaml").entries
    entries = read_part("participation", shipped / "participation.yaml", "participation.yaml").entries
    codes = codes_beside({school["id"] for school in schools})
    with (
        (folder / "schools.yaml").open("w", encoding="utf-8") as school_file,
        (folder / "participation.yaml").open("w", encoding="utf-8") as entry_file,
    ):
        school_file.write(HEAD + "schools:\n")
        entry_file.write(HEAD + "participation:\n")
        for _ in range(-(-number // len(schools))):
            again = {school["id"]: next(codes) for school in schools}
            write(school_file, [{**school, "id": again[school["id"]]} for school in schools])
            write(entry_file, [OnOneLine({**entry, "school": again[entry["school"]]}) for entry in entries])


def write(stream, entries) -> None:
    stream.write("".join(f"  {line}\n" for line in write_yaml(entries).splitlines()))


def codes_beside(taken: set[str]):
    """Give codes that look like a vestigingscode and are not in use."""
    letters = string.ascii_uppercase
    for first, one, two, last in itertools.product(range(100), letters, letters, range(100)):
        code = f"{first:02d}{one}{two}{last:02d}"
        if code not in taken:
            yield code


if __name__ == "__main__":
    main()
