"""How long a command takes from the shell, against a bare Typer program, in turn on the same machine.

    python benchmarks/start.py [RUNS]

Prints medians of whole processes and the median of the pairwise ratios. Run it with the Python of an environment in
which sto is installed; an editable install adds some milliseconds of its own, a wheel does not.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str, times: int = 1) -> None:
    print("hello", name)
app()
"""

STO = [sys.executable, "-c", "from sto_cli.cli.main import main; main()"]

COMMANDS = {
    "sto --version": ["--version"],
    "sto find-region 00AH17": ["find-region", "00AH17"],
    "sto find-region Het Stedelijk Alpha": ["find-region", "Het Stedelijk Alpha"],
    "sto find-region stedelik alfa enschede": ["find-region", "stedelik alfa enschede"],
    "sto find-region 7543BK": ["find-region", "7543BK"],
}


def wall(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        plain = [sys.executable, str(bare), "x"]
        print(f"{'command':<42}{'median ms':>10}{'bare ms':>10}{'ratio':>8}   ({runs} pairs)")
        for name, arguments in COMMANDS.items():
            command = [*STO, *arguments]
            wall(command), wall(plain)  # the first run makes the derived copies
            pairs = [(wall(command), wall(plain)) for _ in range(runs)]
            ours = statistics.median(one for one, _ in pairs) * 1000
            theirs = statistics.median(other for _, other in pairs) * 1000
            ratio = statistics.median(one / other for one, other in pairs)
            print(f"{name:<42}{ours:>10.0f}{theirs:>10.0f}{ratio:>8.2f}")


if __name__ == "__main__":
    main()
