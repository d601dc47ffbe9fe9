# ruff: noqa: PLC0415 - lists of odd words; the program is imported once its surroundings are set
"""Feeds `sto` with what nobody would write, for as long as asked; any exception that reaches the top is a failure.

    python benchmarks/fuzz.py                          # a minute over everything
    python benchmarks/fuzz.py --seconds 600 plans lists
    python benchmarks/fuzz.py lists --seed 17          # one call again

Many calls in one process: what a user types goes through `sto_cli.cli.main.main`, so that everything on the way is
tried. Each call has a seed that makes it again; failures are printed with it, and their input is kept in a folder.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fuzz_inputs import KINDS, Fuzz

STOPPED = {129, 130, 143}
"""Exit codes of a run that someone stops: then this one stops as well."""

SLOW = 5.0
"""Seconds of processor time after which a call is reported; what a file may cost is 2, on a machine that is idle."""

TRIPPED = (
    b'"ruleId": "not-judged"',
    b'"rule": "not-judged"',
    b"[not-judged",
    b"title=not-judged",
    b'name="not-judged"',
)
"""How the formats say that the program tripped over a plan."""

DRAWN = {"U+000D", "U+001B"}
"""What a line of progress on a terminal is drawn with."""

STAY = "\t\n\xad\u200c\u200d"


class Terminal(io.TextIOWrapper):
    """A stream that calls itself a terminal."""

    def __init__(self, content: str = "") -> None:
        super().__init__(io.BytesIO(content.encode("utf-8", "replace")), "utf-8", newline="")

    def isatty(self) -> bool:
        return True


class Said(NamedTuple):
    """What a call said, and how it ended."""

    code: int
    out: bytes
    err: str


def called(words: list[str], typed: str | None) -> Said:
    """Run `sto` with its output caught, and with what is typed."""
    from sto_cli.cli.main import main

    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    if typed is not None:
        err = Terminal()
    code, keys = 0, sys.stdin
    sys.stdin = io.StringIO() if typed is None else Terminal(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main(words)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
        if code in STOPPED and typed is None:
            raise
    finally:
        sys.stdin = keys
    out.flush()
    err.flush()
    return Said(code, out.buffer.getvalue(), err.buffer.getvalue().decode("utf-8", "replace"))  # type: ignore[attr-defined]


def tried(kind: str, seed: int) -> str | None:
    """Make one call; return what went wrong, or None."""
    with tempfile.TemporaryDirectory(prefix="fuzz") as folder, contextlib.chdir(folder):
        words = ["?"]
        fuzz = Fuzz(seed, Path(folder))
        start = time.process_time()
        try:
            words = [word.replace("\0", "") for word in KINDS[kind](fuzz)]
            before = contents(fuzz.folder)
            said = called(words, fuzz.typed)
        except (Exception, RecursionError):
            return f"{words}\n{traceback.format_exc(limit=-4)}"
        wrong = [
            *wrongly_said(words, said, typed=fuzz.typed is not None),
            *wrongly_left(words, before, contents(fuzz.folder)),
        ]
        if (spent := time.process_time() - start) > SLOW:
            wrong.append(f"{spent:.1f} s")
        return f"{words}\n{'; '.join(wrong)}" if wrong else None


def wrongly_said(words: list[str], said: Said, *, typed: bool) -> Iterator[str]:
    if said.code not in {0, 1, 2} and said.code not in STOPPED:
        yield f"exit {said.code}"
    if "Traceback" in said.err or any(mark in said.out for mark in TRIPPED):
        yield "it tripped: " + said.err[-600:]
    if hidden := hidden_in(said) - (DRAWN if typed else set()):
        yield f"passed the gate: {hidden}"
    if words[-2:] == ["--format", "json"] and said.out:
        try:
            json.loads(said.out, parse_constant=lambda name: json.loads(f"no {name}"))
        except ValueError as error:
            yield f"no JSON: {error}"


def wrongly_left(words: list[str], before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    """What was read is as it was, unless it is to be mended; nothing lies about."""
    if not {"--fix", "--force", "import", "menu"} & set(words):
        changed = [name for name, content in before.items() if after.get(name) != content and not is_passing(name)]
        if changed:
            yield f"changed: {changed}"
    left = [name for name in after.keys() - before.keys() if is_passing(name)]
    if left:
        yield f"left: {left}"


def is_passing(name: str) -> bool:
    """Whether a file is one of those that last only while another is written."""
    return Path(name).name.startswith(".sto-") and not name.endswith("lock")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def hidden_in(said: Said) -> set[str]:
    try:
        text = said.err + said.out.decode()
    except UnicodeDecodeError:  # a workbook
        return set()
    text = text.replace("\r\n", "\n").replace("\ufeff", "")
    return {
        f"U+{ord(sign):04X}"
        for sign in text
        if sign not in STAY and unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="what to try; all of it by default")
    parser.add_argument("--seconds", type=float, default=60, help="of processor time in all")
    parser.add_argument("--seed", type=int, help="make this one call only (with one kind)")
    asked = parser.parse_args()
    os.environ.update(
        STO_TODAY="2026-11-24", STO_CACHE=tempfile.mkdtemp(), XDG_CONFIG_HOME=tempfile.mkdtemp(), NO_COLOR="1"
    )
    import typer

    typer.getchar = lambda *_, **__: sys.stdin.read(1)
    kinds = asked.kinds or list(KINDS)
    if asked.seed is not None:
        print(tried(kinds[0], asked.seed) or "nothing wrong")
        return
    first = random.SystemRandom().randrange(10**9)
    print(f"first seed {first}, {asked.seconds:.0f} s of {', '.join(kinds)}")
    calls: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    seen: set[str] = set()
    start = time.process_time()
    while time.process_time() - start < asked.seconds:
        kind = kinds[calls.total() % len(kinds)]
        seed = first + calls.total()
        calls[kind] += 1
        wrong = tried(kind, seed)
        if calls.total() % 1_000 == 0:
            print(f"… {calls.total()} calls, {failures.total()} failures", flush=True)
        if wrong is not None:
            failures[kind] += 1
            mark = wrong.strip().splitlines()[-1][:120]
            if mark not in seen:
                seen.add(mark)
                print(f"\n{kind} --seed {seed}\n{wrong}", flush=True)
    print("\n" + "\n".join(f"{kind:10} {calls[kind]:8} calls {failures[kind]:6} failures" for kind in kinds))
    print(
        f"{calls.total()} calls, {failures.total()} failures, {len(seen)} kinds, in {time.process_time() - start:.0f} s"
    )
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
