"""Which tests cost what: processor time of each test and of the processes it starts, summed by file.

    python benchmarks/suite.py [--top 40] [pytest's arguments]

Processor time says the same on a busy machine as on a quiet one. For the time that a newcomer waits, time the README's
second command block in a fresh clone.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest


def spent() -> float:
    """Return the seconds of processor time of this process and of its children that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Write what this test and its fixtures cost as one line."""
    before = spent()
    result = yield
    with (Path(os.environ["STO_SUITE_COSTS"]) / str(os.getpid())).open("a", encoding="utf-8") as file:
        file.write(json.dumps([item.nodeid, spent() - before]) + "\n")
    return result


def measured(folder: Path, arguments: list[str]) -> dict[str, float]:
    """Run the tests and return the processor time per test."""
    surroundings = {**os.environ, "STO_SUITE_COSTS": str(folder), "PYTHONPATH": str(Path(__file__).parent)}
    subprocess.run([sys.executable, "-m", "pytest", "-p", "suite", *arguments], env=surroundings, check=False)
    return dict(json.loads(line) for file in folder.iterdir() for line in file.read_text("utf-8").splitlines())


def print_largest(title: str, costs: Counter[str], top: int) -> None:
    print(f"\n{title}")
    for name, seconds in costs.most_common(top):
        print(f"{seconds:8.2f}  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--top", type=int, default=40)
    parser.add_argument("--each", type=Path, help="write the time of each test to this file, the slowest first")
    options, arguments = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        tests = Counter(measured(Path(folder), arguments))
    if options.each:
        options.each.write_text("".join(f"{seconds:.3f}\t{name}\n" for name, seconds in tests.most_common()), "utf-8")
    functions, files = Counter[str](), Counter[str]()
    for name, seconds in tests.items():
        functions[name.partition("[")[0]] += seconds
        files[name.partition("::")[0]] += seconds
    print(f"\n{len(tests)} tests, {tests.total():.0f} s of processor time")
    print_largest("Per file", files, options.top)
    print_largest("Per function", functions, options.top)


if __name__ == "__main__":
    main()
