"""Do the tests notice when the code is wrong? Small mutations of the code, each tried against the tests.

    python benchmarks/mutants.py [--count 100] [--seed 1] [--near] [PACKAGE...]

PACKAGE is a layer (default: search, plans, reports, lists, files). A mutation is one turned comparison, one `and` for
`or`, a number one higher, a condition turned round, a dropped `not`, a plus for a minus. Each is written into a copy of
the project; the tests that name the module run first, then the layer's own, then all but those in a browser. What
passes all has survived, and is printed: either a test is missing, or the code does not need what was changed. Takes
some 10 s of processor time for each mutation that is noticed at once, and minutes for one that survives. `--near` asks
only the tests that name the module and the layer's own: what survives these may still be noticed further away.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGES = ("search", "plans", "reports", "lists", "files")
OWN_TESTS = {"plans": ["tests/plans", "tests/cli/test_validate.py"], "files": ["tests/files", "tests/attacks"]}
LONGEST = 900
"""Seconds after which a run is stopped; a mutation that never ends is noticed."""

TURNED = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
}


class Mutation(NamedTuple):
    """One change: characters `start` to `end` of a file become `new`."""

    path: Path
    line: int
    start: int
    end: int
    old: str
    new: str


def mutations_of(path: Path) -> Iterator[Mutation]:
    """All changes that can be made to one module, annotations and docstrings left alone."""
    source = Source(path)
    for node in _judged(ast.parse(source.written)):
        match node:
            case ast.Compare(left, [operator], [right]) | ast.BinOp(left, operator, right):
                yield from source.between(left, operator, right)
            case ast.BoolOp(operator, [left, right, *_]):
                yield from source.between(left, operator, right)
            case ast.UnaryOp(ast.Not()):
                start = source.at(node.lineno, node.col_offset)
                yield Mutation(path, node.lineno, start, start + len("not"), "not", "")
            case ast.Constant(bool(value)):
                yield source.instead(node, str(not value))
            case ast.Constant(int(value)):
                yield source.instead(node, str(value + 1))
            case ast.If(test) | ast.IfExp(test) | ast.While(test):
                yield source.instead(test, f"(not ({source.text_of(test)}))")


class Source:
    """The text of a module; positions count bytes, as the parser's do."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written = path.read_bytes()
        self._starts = [0]
        for line in self.written.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column

    def text_of(self, node: ast.expr) -> str:
        return self.instead(node, "").old

    def instead(self, node: ast.expr, new: str) -> Mutation:
        """Put other text in the place of a node."""
        start, end = self.at(node.lineno, node.col_offset), self.at(node.end_lineno or 0, node.end_col_offset or 0)
        return Mutation(self.path, node.lineno, start, end, self.written[start:end].decode(), new)

    def between(self, left: ast.expr, operator: object, right: ast.expr) -> Iterator[Mutation]:
        """Turn the operator between two nodes."""
        old, new = TURNED.get(type(operator), ("", ""))
        start, end = self.at(left.end_lineno or 0, left.end_col_offset or 0), self.at(right.lineno, right.col_offset)
        found = self.written[start:end].find(old.encode()) if old else -1
        if found >= 0:
            yield Mutation(self.path, left.end_lineno or 0, start + found, start + found + len(old), old, new)


def _judged(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that do something: no annotations, no imports for types only, no Literal."""
    for name, value in ast.iter_fields(tree):
        if (
            name in {"annotation", "returns", "decorator_list"}
            or isinstance(tree, ast.JoinedStr)
            or isinstance(value, str | int | None)
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or (isinstance(child, ast.Subscript) and _is_type(child)):
                continue
            if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
                continue
            yield child
            yield from _judged(child)


def _is_type(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Name) and (node.value.id in {"Literal", "Callable"} or node.value.id.islower())


def copy_project(folder: Path) -> None:
    """Copy what git knows, as it is now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)


def passes(folder: Path, tests: list[str]) -> bool:
    """Whether tests pass in the copy."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "STO_CACHE": str(folder / "cache"),
    }
    try:
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def survives(mutation: Mutation, package: str, folder: Path, *, near: bool) -> bool:
    """Whether no test (or none that is near) notices a mutation."""
    place = folder / mutation.path.relative_to(ROOT)
    written = place.read_bytes()
    place.write_bytes(written[: mutation.start] + mutation.new.encode() + written[mutation.end :])
    try:
        own = OWN_TESTS.get(package, [f"tests/{package}"])
        everything = [] if near else ["tests", "--ignore=tests/browser"]
        return all(passes(folder, tests) for tests in (_naming(mutation.path, folder), own, everything) if tests)
    finally:
        place.write_bytes(written)


def _naming(module: Path, folder: Path) -> list[str]:
    """The test files that name a module: they notice most of what is wrong with it, and soonest."""
    name = ".".join(module.relative_to(ROOT).with_suffix("").parts)
    files = sorted((folder / "tests").rglob("test_*.py"))
    return [
        str(path.relative_to(folder))
        for path in files
        if "browser" not in path.parts and name in path.read_text("utf-8")
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packages", nargs="*", default=PACKAGES, metavar="PACKAGE")
    parser.add_argument("--count", type=int, default=100, help="so many mutations in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--near", action="store_true", help="ask only the tests near the module")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    alive = tried = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_project(folder)
        for package in asked.packages:
            modules = sorted((ROOT / "sto_cli" / package).rglob("*.py"))
            every = [mutation for path in modules for mutation in mutations_of(path)]
            for mutation in chance.sample(every, min(len(every), asked.count // len(asked.packages))):
                tried += 1
                if survives(mutation, package, folder, near=asked.near):
                    alive += 1
                    shown = f"{mutation.path.relative_to(ROOT)}:{mutation.line}"
                    print(f"survived  {shown}  {mutation.old} → {mutation.new}", flush=True)
            print(f"{package}: {len(every)} possible; so far {tried} tried, {alive} survived", flush=True)


if __name__ == "__main__":
    main()
