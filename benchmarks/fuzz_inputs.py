# ruff: noqa: E501, PLC0415 - lists of odd words; the program is imported once its surroundings are set
"""What `fuzz.py` feeds the program: each kind makes files in its folder, and returns the words of one call."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ODD = ["\0", "\x1b[31m", "\x9b", "\u202e", "\u2028", "\ufeff", "\ud800", "\u200b", "é", "😀", "\xa0", "ß", "İ", "٣", "\r", "\t", "%", "$",
       "{x}", "{", "}", "{0}", "[red]", "&amp;", "<b>", "--", "'", '"', "\\", "|", "`", "#", "=1+1", "~", "null", "nan", "1e999", "0x1F",
       "9" * 400, "-0", "00", "12E300", "2026-02-30", "9999-12-31", "0001-01-01", "31-12-9999", "€ 1.000,00", "1.2.3", "week 53 9999",
       "voor", "eind", "00AH17", "00AH", "7545BN", "twente", "Enschede", "st.", "college", "vmbo", "(", ")", "...", "---", "*a", "&a", "!x"]  # fmt: skip


class Fuzz:
    """One random source, what is made from it, and what is typed."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = random.Random(seed)
        self.folder = folder
        self.typed: str | None = None  # what a person types on a terminal; None: there is none

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
LETTERS = [
    path
    for path in sorted((ROOT / "tests" / "plans" / "realistic" / "tuning").iterdir())
    if path.suffix in {".txt", ".md"}
]
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


def letters(fuzz: Fuzz) -> list[str]:
    """A letter that someone wrote, its lines, sentences or words in disorder."""
    text = "\n".join(fuzz.random.choice(LETTERS).read_text("utf-8") for _ in range(fuzz.random.choice([1, 1, 2])))
    for _ in range(fuzz.random.randrange(1, 5)):
        between = fuzz.random.choice(["\n", "\n\n", ". ", " ", ": "])
        pieces = text.split(between)
        for _ in range(fuzz.random.choice([1, 3, 10])):
            disorder(fuzz, pieces)
        text = between.join(pieces)
    content = text.encode(fuzz.random.choice(["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"]), "replace")
    path = fuzz.write(fuzz.random.choice(["brief.txt", "brief.md", "plan.yaml"]), content)
    return on_a_plan(fuzz, path)


def disorder(fuzz: Fuzz, pieces: list[str]) -> None:
    """Take out, repeat, move or replace a piece."""
    at = fuzz.random.randrange(len(pieces))
    way = fuzz.random.randrange(5)
    if way == 0 and len(pieces) > 1:
        del pieces[at]
    elif way == 1:
        pieces.insert(at, fuzz.random.choice(pieces))
    elif way == 2:
        pieces.insert(at, pieces.pop(fuzz.random.randrange(len(pieces))))
    elif way == 3:
        pieces[at] = fuzz.text()
    else:
        pieces[at] += fuzz.random.choice(
            ["\t", "   ", "|", "\n- ", "\n1. ", "?", " : ", "\f", "\v", "€ 1.000", "\n\n\n"]
        )


def on_a_plan(fuzz: Fuzz, path: str) -> list[str]:
    return fuzz.random.choice([
        ["validate", path, *fuzz.form(*SHAPES.split())],
        ["validate", path, "--fix", "--diff"],
        ["validate", path, "--fix"],
        ["validate", path, "--strict"],
        ["validate", path, "--letter"],
        ["validate", path, "--comments", "--output", str(fuzz.folder / "comments.docx"), "--force"],
        ["validate", str(fuzz.folder), *fuzz.form(*SHAPES.split())],
        ["report", "region", "twente", "--plans", str(fuzz.folder), *fuzz.form(*REPORTS.split())],
        ["plan", "show", path, *fuzz.form("text", "markdown", "html", "json")],
        ["report", "plans", path, *fuzz.form(*REPORTS.split(), "ics")],
        ["plan", "convert", path, "--output", str(fuzz.folder / fuzz.random.choice(["out.docx", "out.yaml"])), "--force"],
    ])  # fmt: skip


def documents(fuzz: Fuzz) -> list[str]:
    """A Word document made from a plan, one of its parts changed."""
    made = word_form(fuzz.random.choice(PLANS))
    if made is None:
        return plans(fuzz)
    path = fuzz.write("plan.docx", repacked(fuzz, made))
    return fuzz.random.choice([on_a_plan(fuzz, path), ["validate", path, "--comments"]])


def word_form(path: Path) -> bytes | None:
    """Return a plan as a Word document; None where it is no plan."""
    from sto_cli.messages import Translator
    from sto_cli.plans.reading.reading import read_plan
    from sto_cli.render.plan.form import form_of_plan, plan_form

    reading = read_plan(path.read_bytes(), path.name)
    if reading.plan is None:
        return None
    return plan_form(form_of_plan(reading.data, None, None, ()), Translator("nl"))


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


def importing_words(fuzz: Fuzz, path: str) -> list[str]:
    own = str(fuzz.folder / "own")
    return ["data", "import", "participation", path, "--region", "twente", "--as-of", "2026-11", "--output", own]


def on_a_list(fuzz: Fuzz, path: str) -> list[str]:
    own, importing = str(fuzz.folder / "own"), [*importing_words(fuzz, path), "--yes"]
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


KEYS = ["1", "2", "0", "u", "/", "q", "\r", " ", "9", "x", "\x03", "\x1b"]
ANSWERS = ["", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "j", "n", "ja", "?", "q", "twente", "00AH17", "Enschede", "klaar", "-", "2026",
           "schooljaar 2026-2027", "plan.yaml", "list.csv", "own", ".", "o.docx", "o.xlsx", "brief.txt"]  # fmt: skip


def typed_lines(fuzz: Fuzz) -> str:
    words = [
        fuzz.random.choice(ANSWERS) if fuzz.random.random() < 0.7 else fuzz.text(4)
        for _ in range(fuzz.random.randrange(30))
    ]
    return "".join(f"{word}\n" for word in words)


def talks(fuzz: Fuzz) -> list[str]:
    """A talk on a terminal: the menu, a plan by questions, a list row by row, an import that asks."""
    lists(fuzz)
    plans(fuzz)
    fuzz.typed = typed_lines(fuzz)
    out = str(fuzz.folder / fuzz.random.choice(["o.yaml", "o.docx", "o.csv"]))
    if (way := fuzz.random.randrange(5)) == 0:
        return ["menu"]
    if way == 1:
        return ["plan", "new", "--ask", "--output", out]
    path = fuzz.write(
        "list.csv",
        "School;Plaats;Deelname\n"
        + "".join(f"{fuzz.text(3)};{fuzz.text(1)};ja\nBonhoeffer;Enschede;x\n" for _ in range(4)),
    )
    if way == 2:
        fuzz.typed = "".join(
            fuzz.random.choice(KEYS) if fuzz.random.random() < 0.9 else fuzz.word() + "\n" for _ in range(20)
        )
        return ["match", path, "--output", out, "--review"]
    if way == 3:
        return [
            "find-region",
            "--choose",
            "--",
            fuzz.random.choice(["bonhoeffer", "college", "enschede", fuzz.text(3)]),
        ]
    return importing_words(fuzz, path)


def decided(fuzz: Fuzz) -> list[str]:
    """What was decided before, changed: the file of decisions, the list to look through, the journal."""
    entry = '{"name": "bonhoeffer", "school": "17VN09", "place": "enschede"}'
    text = '{"format": 1, "decisions": [' + ", ".join([entry] * fuzz.random.randrange(1, 4)) + "]}"
    own = "own/"
    fuzz.write(own + "decisions.json", fuzz.mutated(text.encode()) if fuzz.random.random() < 0.8 else text)
    review = "rij;school;plaats;keuze;kandidaat 1\n2;Bonhoeffer College;Enschede;1;17VN09 Bonhoeffer\n"
    fuzz.write(own + "participation-review-twente.csv", fuzz.mutated(review.encode()))
    if fuzz.random.random() < 0.3:
        fuzz.write(own + ".sto-journal", fuzz.mutated(b'[[".sto-1", "schools.yaml", false], [null, "regions.yaml"]]'))
    path = fuzz.write("list.csv", "School;Plaats;Deelname\nBonhoeffer College;Enschede;ja\n")
    return ["--data", str(fuzz.folder / "own"), *on_a_list(fuzz, path)]


OPTIONS = ["--region", "--province", "--municipality", "--as-of", "--target", "--by", "--format", "--limit", "--at",
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
    "options": options, "letters": letters, "talks": talks, "decided": decided,
}  # fmt: skip
