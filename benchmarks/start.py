"""How long a command takes from the shell, against a bare Typer program, in turn on the same machine.

    python benchmarks/start.py [RUNS]

Prints the least processor time of a whole process and the median of the pairwise ratios: a busy machine changes how
long a command waits, and hardly what it does. Run it with the Python of an environment in which sto is installed, from
a wheel or as a clone. The bytecode of what runs is written first, whatever the environment says: without it every start
compiles every module anew, which no user pays twice (50 ms for a code).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BARE = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str, times: int = 1) -> None:
    print("hello", name)
app()
"""

STO = [sys.executable, "-c", "from sto_cli.__main__ import main; main()"]

COMMANDS = {
    "sto --version": (["--version"], 1.2),
    "sto find-region 00AH17": (["find-region", "00AH17"], 1.5),
    "sto find-region 7543BK": (["find-region", "7543BK"], 1.5),
    "sto find-region Het Stedelijk Alpha": (["find-region", "Het Stedelijk Alpha"], 1.8),
    "sto find-region stedelik alfa enschede": (["find-region", "stedelik alfa enschede"], 1.8),
    "sto report coverage": (["report", "coverage"], 1.9),
}
"""What is asked, and how many times a bare program it may take."""


def processor_time(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds of processor time that a command takes."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"{command} ends with {process.returncode}: what fails is no measure")
    return used.ru_utime + used.ru_stime


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"XDG_CACHE_HOME": folder}
        plain = [sys.executable, str(bare), "x"]
        print(f"{'command':<42}{'ms':>8}{'bare ms':>9}{'ratio':>8}{'bound':>8}   ({runs} pairs)")
        for name, (arguments, bound) in COMMANDS.items():
            command = [*STO, *arguments]
            processor_time(command, environment), processor_time(plain, environment)  # makes the derived copies
            pairs = [(processor_time(command, environment), processor_time(plain, environment)) for _ in range(runs)]
            ours, theirs = (min(times) * 1000 for times in zip(*pairs, strict=True))
            ratio = statistics.median(one / other for one, other in pairs)
            print(f"{name:<42}{ours:>8.0f}{theirs:>9.0f}{ratio:>8.2f}{bound:>8}")


if __name__ == "__main__":
    main()
