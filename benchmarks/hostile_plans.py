"""Times and weighs `sto validate` on what strangers may send, each file in a process of its own.

python benchmarks/hostile_plans.py

The bounds of the design: at most a second and 200 MB. Reported: wall time and peak memory of the whole process, with
what an honest plan takes beside it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
HONEST = ROOT / "examples" / "plans" / "groen-slimme-kas.yaml"


def bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join(['*' + p] * 9)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)]
    return "\n".join([*lines, "doelen: *i"])


MEGABYTE = 999_000
HOSTILE = {
    "alias bomb": bomb(),
    "deep list": "doelen: " + "[" * 100_000,
    "deep groups": "doelen: " + "{a: " * 200_000,
    "deep dashes": "doelen:\n" + "- " * 200_000,
    "growing indentation": "\n".join(" " * n + "a:" for n in range(1_400)),
    "many points": "doelen:\n" + "- a\n" * 240_000,
    "many headings": "".join(f"kop{n}: x\n" for n in range(70_000)),
    "many misspelt headings": "".join(f"titl{n}: x\n" for n in range(2_400)) + "doelen: x\nregiovisie: y",
    "wrong in every point": "doelen:\n" + "- {goal: [], x: 1, y: {}}\n" * 800,
    "one heading again and again": "titel: x\n" * 2_400,
    "huge text": "regiovisie: " + "woord en " * 110_000 + "\ndoelen: x",
    "huge heading": "x" * 990_000 + ": y\ntitel: z",
    "huge word": "doelen: " + "a" * MEGABYTE,
    "digits and points": "middelen: " + "1.2" * 330_000,
    "digits and dashes": "mijlpalen: " + "1-" * 490_000,
    "spaces": "doelen: x" + " " * MEGABYTE,
    "hashes": "doelen: " + "a #" * 330_000,
    "colons": "doelen: " + "a: " * 330_000,
    "quotes": "doelen: " + "'" * MEGABYTE,
    "tabs": "doelen:\n" + "\t- a\n" * 190_000,
    "accidents": "".join(f"kop{n}: a: b\n" for n in range(7_000)),
    "control characters": "titel: " + "\x01" * 900_000,
    "direction marks": "titel: " + "\u202e" * 300_000,
    "combining marks": "titel: e" + "\u0301" * 480_000,
    "line ends": "\r\n" * 490_000,
    "placeholders": "doelen:\n" + "- TODO\n" * 4_000,
    "no text": b"\0" * 900_000,
}


def main() -> None:
    print(f"{'file':<30}{'bytes':>12}{'seconds':>9}{'MB':>7}  exit")
    with tempfile.TemporaryDirectory() as folder:
        run("an honest plan", HONEST)
        path = Path(folder) / "plan.yaml"
        for name, content in HOSTILE.items():
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            run(name, path)
        with path.open("wb") as stream:
            stream.write(b"titel: x\n")
            stream.truncate(100_000_000)
        run("100 MB", path)


def run(name: str, path: Path) -> None:
    program = [
        sys.executable, "-c",
        "import resource, sys; from sto_cli.cli.main import main\n"
        "try: main(['validate', sys.argv[1]])\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)",
        str(path),
    ]  # fmt: skip
    start = time.perf_counter()
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    seconds = time.perf_counter() - start
    print(f"{name:<30}{path.stat().st_size:>12,}{seconds:>9.2f}{memory(done.stderr):>7}  {done.returncode}")


def memory(errors: str) -> str:
    last = errors.strip().splitlines()[-1] if errors.strip() else ""
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return str(int(last) // unit) if last.isdigit() else last[:6]


if __name__ == "__main__":
    main()
