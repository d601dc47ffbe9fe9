# ruff: noqa: E501, PLC0415 - lists of odd words; the program is imported once its surroundings are set
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
import csv
import io
import os
import random
import sys
import tempfile
import time
import traceback
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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

STAY = "\t\n\xad\u200c\u200d"
ODD = ["\0", "\x1b[31m", "\x9b", "\u202e", "\u2028", "\ufeff", "\ud800", "\u200b", "é", "😀", "\xa0", "ß", "İ", "٣", "\r", "\t", "%", "$",
       "{x}", "{", "}", "{0}", "[red]", "&amp;", "<b>", "--", "'", '"', "\\", "|", "`", "#", "=1+1", "~", "null", "nan", "1e999", "0x1F",
       "9" * 400, "-0", "00", "12E300", "2026-02-30", "9999-12-31", "0001-01-01", "31-12-9999", "€ 1.000,00", "1.2.3", "week 53 9999",
       "voor", "eind", "00AH17", "00AH", "7545BN", "twente", "Enschede", "st.", "college", "vmbo", "(", ")", "...", "---", "*a", "&a", "!x"]  # fmt: skip


class Fuzz:
    """One random source, and what is made from it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = random.Random(seed)
        self.folder = folder

    def word(self) -> str:
        kind = self.random.random()
        if kind < 0.45:
            return self.random.choice(WORDS)
        if kind < 0.8:
            return self.random.choice(ODD)
        return "".join(chr(self.random.choice([self.random.randrange(32, 127), self.random.randrange(0x110000)]))
                       for _ in range(self.random.randrange(1, 6)))  # fmt: skip

    def text(self, most: int = 8) -> str:
        return self.random.choice([" ", "", "-", ", "]).join(self.word() for _ in range(self.random.randrange(most)))

    def mutated(self, data: bytes) -> bytes:
        content = bytearray(data)
        for _ in range(self.random.choice([1, 2, 5, 20])):
            at = self.random.randrange(len(content) + 1)
            piece = self.word().encode("utf-8", "surrogatepass") if self.random.random() < 0.7 else b""
            way = self.random.randrange(6)
            if way == 0:
                content[at:at] = piece
            elif way == 1:
                del content[at : at + self.random.choice([1, 3, 30])]
            elif way == 2 and content:
                content[at % len(content)] = self.random.randrange(256)
            elif way == 3:
                other = self.random.randrange(len(content) + 1)
                content[at:at] = content[other : other + self.random.choice([1, 10, 100])]
            elif way == 4:
                content[at : at + len(piece)] = piece
            else:
                content[at:at] = self.random.choice(
                    [b"\n", b"\r\n", b"  ", b"- ", b": ", b"\xef\xbb\xbf", b"\xe9", b"\xff\xfe"]
                )
        return bytes(content)

    def write(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return str(path)

    def form(self, *forms: str) -> list[str]:
        return ["--format", self.random.choice(forms)]


WORDS = [
    "titel",
    "doelen",
    "activiteiten",
    "mijlpalen",
    "samenwerking",
    "middelen",
    "regiovisie",
    "school",
    "regio",
    "profielen",
    "vormen",
    "periode",
    "datum",
    "mijlpaal",
    "doel",
    "naam",
    "bedrag",
    "post",
    "partner",
    "rol",
    "cofinanciering",
    "50",
    "leerlingen",
    "in",
    "2027",
    "doen",
    "mee",
    "op",
    "de",
    "lessen",
    "bedrijf",
    "mbo",
    "Het",
    "Stedelijk",
    "Alpha",
    "Enschede",
    "Twente",
    "oktober",
    "2026",
    "maandag",
    "schooljaar",
    "2026-2027",
    "1",
    "oktober",
    "nog",
    "invullen",
    "TODO",
    "keuzevak",
    "PIE",
    "ZW",
    "bl",
    "kl",
    "ja",
    "nee",
    "x",
    "gestopt",
    "per",
    "vanaf",
    "deelnemer",
    "School",
    "Plaats",
    "Deelname",
    "Code",
    "Straat",
    "Postcode",
]
PLANS = sorted((ROOT / "tests" / "cases").glob("*/*.yaml"))
SHAPES = "text json github sarif junit"
REPORTS = "text json csv markdown html xlsx"


def yaml_value(fuzz: Fuzz, depth: int) -> str:
    way = fuzz.random.randrange(8 if depth else 4)
    if way < 4:
        text = fuzz.text()
        return fuzz.random.choice([text, text, f'"{text}"', f"'{text}'", "", "~"])
    inner = [yaml_value(fuzz, depth - 1) for _ in range(fuzz.random.randrange(4))]
    pad = "  " * (5 - depth)
    if way == 4:
        return "[" + ", ".join(inner) + "]"
    if way == 5:
        return "{" + ", ".join(f"{fuzz.word()}: {one}" for one in inner) + "}"
    if way == 6:
        return "".join(f"\n{pad}- {one}" for one in inner)
    return "".join(f"\n{pad}{fuzz.word()}: {one}" for one in inner)


def plans(fuzz: Fuzz) -> list[str]:
    if fuzz.random.random() < 0.5:
        content: str | bytes = fuzz.mutated(fuzz.random.choice(PLANS).read_bytes())
    elif fuzz.random.random() < 0.8:
        content = "".join(f"{fuzz.word()}: {yaml_value(fuzz, 3)}\n" for _ in range(fuzz.random.randrange(9)))
    else:
        content = "\n".join(fuzz.text() for _ in range(fuzz.random.randrange(30)))
    path = fuzz.write(fuzz.random.choice(["plan.yaml", "plan.txt", "p\u202elan.yml"]), content)
    return on_a_plan(fuzz, path)


def on_a_plan(fuzz: Fuzz, path: str) -> list[str]:
    return fuzz.random.choice([
        ["validate", path, *fuzz.form(*SHAPES.split())],
        ["validate", path, "--fix", "--diff"],
        ["validate", path, "--fix"],
        ["validate", path, "--strict"],
        ["plan", "show", path, *fuzz.form("text", "markdown", "html", "json")],
        ["report", "plans", path, *fuzz.form(*REPORTS.split(), "ics")],
        ["plan", "convert", path, "--output", str(fuzz.folder / fuzz.random.choice(["out.docx", "out.yaml"])), "--force"],
    ])  # fmt: skip


def documents(fuzz: Fuzz) -> list[str]:
    """A Word document made from a plan, one of its parts changed."""
    from sto_cli.cli.main import main

    source = fuzz.write("source.yaml", fuzz.random.choice(PLANS).read_bytes())
    made = fuzz.folder / "made.docx"
    quiet(lambda: main(["plan", "convert", source, "--output", str(made), "--force"]))
    if not made.exists():
        return ["validate", source]
    path = fuzz.write("plan.docx", repacked(fuzz, made.read_bytes()))
    more = [["validate", path, "--comments"]]
    return fuzz.random.choice([on_a_plan(fuzz, path), *more])


def repacked(fuzz: Fuzz, data: bytes) -> bytes:
    """Change the archive's bytes, or a part's, or a tag within a part."""
    if fuzz.random.random() < 0.2:
        return fuzz.mutated(data)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = archive.namelist()
        chosen = fuzz.random.choice(names)
        for name in names:
            part = archive.read(name)
            if name == chosen or (name.endswith("document.xml") and fuzz.random.random() < 0.6):
                part = changed_xml(fuzz, part)
            if fuzz.random.random() < 0.98:
                new.writestr(name, part)
    return stream.getvalue()


def changed_xml(fuzz: Fuzz, part: bytes) -> bytes:
    if fuzz.random.random() < 0.3:
        return fuzz.mutated(part)
    pieces = part.split(b"<")
    for _ in range(fuzz.random.choice([1, 3, 12])):
        at, other = fuzz.random.randrange(len(pieces)), fuzz.random.randrange(len(pieces))
        way = fuzz.random.randrange(4)
        if way == 0:
            pieces[at] = pieces[other]
        elif way == 1:
            pieces[at], pieces[other] = pieces[other], pieces[at]
        elif way == 2:
            pieces.insert(at, pieces[other])
        else:
            tag, _, _ = pieces[at].partition(b">")
            pieces[at] = tag + b">" + fuzz.text().replace("<", "").encode("utf-8", "replace")
    return b"<".join(pieces)


def lists(fuzz: Fuzz) -> list[str]:
    heads = [fuzz.random.choice(["School", "Plaats", "Deelname", "Vanaf", "Code", "2023-2024", "2024/2025", fuzz.text(3)])
             for _ in range(fuzz.random.randrange(1, 6))]  # fmt: skip
    rows = [
        heads,
        *(
            [fuzz.text(5) for _ in range(fuzz.random.randrange(len(heads) + 2))]
            for _ in range(fuzz.random.randrange(6))
        ),
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=fuzz.random.choice(";,\t|")).writerows(
        [cell.replace("\0", "") for cell in row] for row in rows
    )
    data = text.getvalue().encode(fuzz.random.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16", "cp850"]), "replace")
    path = fuzz.write("list.csv", fuzz.mutated(data) if fuzz.random.random() < 0.5 else data)
    return on_a_list(fuzz, path)


def on_a_list(fuzz: Fuzz, path: str) -> list[str]:
    own = str(fuzz.folder / "own")
    importing = [
        "data",
        "import",
        "participation",
        path,
        "--region",
        "twente",
        "--as-of",
        "2026-11",
        "--output",
        own,
        "--yes",
    ]
    return fuzz.random.choice([
        ["match", path],
        ["match", path, "--format", "json"],
        ["match", path, "--output", str(fuzz.folder / fuzz.random.choice(["o.xlsx", "o.csv", "o.json"])), "--force"],
        ["match", path, "--name", fuzz.random.choice(["A", "B", "ZZ", "School", fuzz.text(2)])],
        importing,
        [*importing, "--all-take-part"],
        ["data", "import", "duo", path, "--as-of", "2026", "--output", own, "--yes"],
    ])  # fmt: skip


def workbooks(fuzz: Fuzz) -> list[str]:
    import xlsxwriter

    if fuzz.random.random() < 0.15:
        return on_a_list(fuzz, fuzz.write("l.xls", fuzz.mutated((ROOT / "tests/files/workbooks/old.xls").read_bytes())))
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for at in range(fuzz.random.randrange(1, 3)):
            sheet = book.add_worksheet(f"S{at}")
            for row in range(fuzz.random.randrange(6)):
                for column in range(fuzz.random.randrange(5)):
                    value = fuzz.random.choice([fuzz.text(3), "School", fuzz.random.randrange(99999), True, 1e300])
                    value = value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
                    sheet.write(row, column, value) if not isinstance(value, str) else sheet.write_string(
                        row, column, value
                    )
            if fuzz.random.random() < 0.3:
                sheet.merge_range(0, 0, fuzz.random.randrange(1, 5), fuzz.random.randrange(1, 5), "School")
    data = stream.getvalue()
    return on_a_list(fuzz, fuzz.write("l.xlsx", repacked(fuzz, data) if fuzz.random.random() < 0.7 else data))


def queries(fuzz: Fuzz) -> list[str]:
    query = fuzz.text(6)
    return fuzz.random.choice([
        ["find-region", "--", query],
        ["find-region", "--format", "json", "--", query],
        ["find-region", "--contact-failed", "--limit", str(fuzz.random.randrange(-1, 99)), "--", query],
        ["school", "show", "--", query],
        ["region", "show", "--", query],
        ["explain", "--", query],
        ["plan", "new", "--school", query],
    ])  # fmt: skip


def data(fuzz: Fuzz) -> list[str]:
    kind = fuzz.random.choice(["schools", "regions", "participation"])
    source = ROOT / "tests" / "attacks" / "steering" / f"{kind}.yaml"
    if fuzz.random.random() < 0.6:
        content: str | bytes = fuzz.mutated(source.read_bytes())
    else:
        entries = "".join(f"  - {yaml_value(fuzz, 2)}\n" for _ in range(fuzz.random.randrange(4)))
        content = f"as_of: {fuzz.word()}\nsource: {fuzz.word()}\n{kind}:\n{entries}"
    fuzz.write(f"own/{kind}.yaml", content)
    own = str(fuzz.folder / "own")
    asked = fuzz.random.choice([
        ["data", "check", *fuzz.form("text", "json")],
        ["find-region", "99ZZ01", *fuzz.form("text", "json")],
        ["school", "show", "99ZZ01"],
        ["report", "coverage", *fuzz.form(*REPORTS.split())],
        ["report", "gaps", "--region", "twente", *fuzz.form(*REPORTS.split())],
        ["report", "trend", *fuzz.form(*REPORTS.split())],
        ["data", "sources"],
    ])  # fmt: skip
    return ["--data", own, *asked]


OPTIONS = ["--region", "--province", "--municipality", "--as-of", "--target", "--by", "--format", "--limit", "--at", "--against",
           "--output", "--force", "--lang", "--ignore", "--csv", "--strict", "--diff", "--fix", "--school", "--ask", "--help"]  # fmt: skip
COMMANDS = [["report", "coverage"], ["report", "gaps"], ["report", "trend"], ["report", "region"], ["report", "plans"], ["data", "diff"],
            ["data", "check"], ["region", "list"], ["region", "show"], ["school", "show"], ["find-region"], ["explain"], ["plan", "new"],
            ["validate"], []]  # fmt: skip


def options(fuzz: Fuzz) -> list[str]:
    words = list(fuzz.random.choice(COMMANDS))
    for _ in range(fuzz.random.randrange(4)):
        words.append(fuzz.random.choice(OPTIONS))
        if fuzz.random.random() < 0.8:
            words.append(fuzz.random.choice([fuzz.text(3), "twente", "json", "2026", "region", "50"]))
    return [
        str(fuzz.folder / "o.json") if before == "--output" else word
        for before, word in zip(["", *words], words, strict=False)
    ]


KINDS: dict[str, Callable[[Fuzz], list[str]]] = {
    "plans": plans, "documents": documents, "lists": lists, "workbooks": workbooks, "queries": queries, "data": data,
    "options": options,
}  # fmt: skip


def quiet(call: Callable[[], object]) -> tuple[int, bytes, str]:
    """Run `sto` with its output caught; return its exit code, and what it said."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            call()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
            if code in STOPPED:
                raise
        out.flush()
        err.flush()
    return code, out.buffer.getvalue(), err.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]


def tried(kind: str, seed: int) -> str | None:
    """Make one call; return what went wrong, or None."""
    from sto_cli.cli.main import main

    with tempfile.TemporaryDirectory(prefix="fuzz") as folder, contextlib.chdir(folder):
        words = ["?"]
        start = time.process_time()
        try:
            words = [word.replace("\0", "") for word in KINDS[kind](Fuzz(seed, Path(folder)))]
            code, out, err = quiet(lambda: main(words))
        except (Exception, RecursionError):
            return f"{words}\n{traceback.format_exc(limit=-4)}"
        wrong = []
        if code not in {0, 1, 2}:
            wrong.append(f"exit {code}")
        if "Traceback" in err or any(mark in out for mark in TRIPPED):
            wrong.append("it tripped: " + err[-600:])
        if hidden := hidden_in(out, err):
            wrong.append(f"passed the gate: {hidden}")
        if (spent := time.process_time() - start) > SLOW:
            wrong.append(f"{spent:.1f} s")
        return f"{words}\n{'; '.join(wrong)}" if wrong else None


def hidden_in(out: bytes, err: str) -> set[str]:
    try:
        text = err + out.decode()
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
