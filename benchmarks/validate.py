"""Times `sto validate` against check-jsonschema: the same schema, the same plans, whole processes, in one run.

python benchmarks/validate.py [--plans 1 300 3000] [--runs 5]

check-jsonschema comes with `pip install -e '.[bench]'`. It checks the schema only; sto reads the plans with places
and applies all its rules. Every figure is of a cold process on warm files. Time: the median of the runs, programs
taking turns. Memory: the largest sum over the program's processes of what each has to itself plus its share of what
they have in common (PSS), looked at every 10 ms in a run that is not timed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "schemas" / "plan.nl.schema.json"
EXAMPLES = ROOT / "examples" / "plans"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, nargs="+", default=[1, 300, 3000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder with plans in Dutch")
    options = parser.parse_args()
    print(f"{'plans':>6}  {'program':<28}{'median s':>9}{'min s':>8}{'max s':>8}{'MB':>7}{'ratio':>8}")
    for number in options.plans:
        with tempfile.TemporaryDirectory() as folder:
            names = write_plans(Path(folder), number, good_examples(options.examples))
            measure(programs(names, Path(folder)), options.runs, number)


def write_plans(folder: Path, number: int, good: list[Path]) -> list[str]:
    """Write copies of good plans, each with a title of its own, and return their names."""
    examples = [path.read_text("utf-8") for path in good]
    names = []
    for at in range(number):
        path = folder / f"plan-{at:05}.yaml"
        path.write_text(examples[at % len(examples)].replace("titel: ", f"titel: {at} ", 1), "utf-8")
        names.append(str(path))
    return names


def good_examples(folder: Path) -> list[Path]:
    """Return the examples in Dutch without errors: both programs then do all their work and print little."""
    run = [sys.executable, "-m", "sto_cli", "validate", "--format", "json", str(folder)]

    files = json.loads(subprocess.run(run, capture_output=True, check=False, text=True).stdout)["files"]
    good = [Path(file["path"]) for file in files if file["valid"]]
    return [path for path in good if "\nregiovisie:" in path.read_text("utf-8")]


def programs(names: list[str], folder: Path) -> dict[str, list[str]]:
    other = shutil.which("check-jsonschema", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if other is None:
        sys.exit("check-jsonschema is not installed: pip install -e '.[bench]'")
    sto = str(Path(sys.executable).parent / "sto")
    what = [str(folder)] if len(names) > 1 else names
    return {
        "check-jsonschema": [other, "--schemafile", str(SCHEMA), *names],
        "sto validate": [sto, "validate", *what],
        "sto validate, one processor": ["taskset", "-c", "0", sto, "validate", *what],
    }


def measure(commands: dict[str, list[str]], runs: int, number: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        run(command)  # brings the files into memory
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(run(command))
    first = statistics.median(times["check-jsonschema"])
    for name, command in commands.items():
        median = statistics.median(times[name])
        print(
            f"{number:>6}  {name:<28}{median:>9.3f}{min(times[name]):>8.3f}{max(times[name]):>8.3f}"
            f"{peak(command) / 1e6:>7.0f}{median / first:>8.2f}",
            flush=True,
        )


def run(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{(done.stdout + done.stderr).decode()[:2000]}")
    return seconds


def peak(command: list[str]) -> int:
    """Return the largest memory, in bytes, of a program and the processes that it starts."""
    with tempfile.TemporaryFile() as away, subprocess.Popen(command, stdout=away, stderr=away) as process:
        largest = 0
        while process.poll() is None:
            largest = max(largest, sum(map(memory, family(process.pid))))
            time.sleep(0.01)
    return largest


def family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
