"""What the dearest file of each kind costs that is just not refused: `python benchmarks/costs.py [KIND...]`.

Each is made as large as the limits let it be: it starts too large, and shrinks until the program reads it. The real
command runs in a process of its own; printed are its processor time (beside that of a run that reads nothing), its peak
memory, and what a fixed loop took beside it, as a busy machine is a slow one. What is over 2 s or 300 MB is marked.
"""

from __future__ import annotations

import csv
import io
import os
import random
import string
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sto_cli.register.load import load_register

SECONDS, MEGABYTES = 2.0, 300
CHANCE = random.Random(20261127)
SCHOOLS = list(load_register().schools.values())
TOWNS = sorted({school.town for school in SCHOOLS})
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Kind(NamedTuple):
    """`make` gives a file of a size; `command` is asked with its path behind; `ending` is that of its name."""

    group: str
    name: str
    ending: str
    size: int
    make: Callable[[int], str | bytes]
    command: tuple[str, ...] = ("validate",)


def word(number: int) -> str:
    """Return the word of a number: letters that no school bears, no two the same."""
    return "".join(chr(97 + (int(digit) * 7 + at) % 26) for at, digit in enumerate(f"{number:08}"))


def words(number: int) -> str:
    return " ".join(word(CHANCE.randrange(10**8)) for _ in range(number))


# Plans


def plan(question: str, unit: Callable[[int], str]) -> Callable[[int], str]:
    return lambda size: f"titel: x\n{question}:\n" + "".join(f"- {unit(at)}\n" for at in range(size))


def text(question: str, unit: Callable[[int], str]) -> Callable[[int], str]:
    """A letter of so many letters."""

    def make(size: int) -> str:
        lines, letters = [f"Regiovisie\nWij doen mee.\n\n{question}"], 0
        while letters < size - 200:
            lines.append(unit(len(lines)))
            letters += len(lines[-1]) + 1
        return "\n".join(lines) + "\n"

    return make


SENTENCES = (
    "In maart {n} bezoeken 24 leerlingen van de onderbouw met twee docenten het bedrijf Jansen{n} BV in Hengelo.",
    "De kosten zijn {n} x 450 euro = 1.350 euro, waarvan 50% cofinanciering door de gemeente Almelo.",
    "Wij werken samen met basisschool De Ark{n}, ROC van Twente en Firma{n}; zij geven gastlessen voor 15 uur.",
    "Voor 1 oktober 2026 volgt {n}% van de leerlingen het keuzevak robotica (nog in te vullen).",
)


def sentence(at: int) -> str:
    return SENTENCES[at % len(SENTENCES)].format(n=at)


# Word


def paragraph(said: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{said}</w:t></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def document(body: str, more: dict[str, str] | None = None) -> bytes:
    stream = io.BytesIO()
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {name: f'<w:{name} xmlns:w="{W}">{content}</w:{name}>' for name, content in (more or {}).items()}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{MIME}.{name}+xml"/>' for name in parts)
    links = "".join(
        f'<Relationship Id="r{at}" Type="{office}/{name}" Target="{name}.xml"/>' for at, name in enumerate(parts)
    )
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{MIME}.document.main+xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{relations}">{links}</Relationships>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return stream.getvalue()


GOALS = paragraph("Doelen", "Heading1")
ROOT_OF = {"comment": "comments", "footnote": "footnotes"}


def repeated(unit: Callable[[int], str], head: str = GOALS) -> Callable[[int], bytes]:
    return lambda size: document(head + "".join(map(unit, range(size))))


def within(before: str, unit: Callable[[int], str], behind: str) -> Callable[[int], bytes]:
    return lambda size: document(GOALS + before + "".join(map(unit, range(size))) + behind)


def noted(kind: str) -> Callable[[int], bytes]:
    """Return documents in which every paragraph has a comment or a footnote."""

    def make(size: int) -> bytes:
        body = "".join(
            f'<w:p><w:r><w:t>{words(2)}</w:t><w:{kind}Reference w:id="{at}"/></w:r></w:p>' for at in range(size)
        )
        notes = "".join(f'<w:{kind} w:id="{at}" w:author="a">{paragraph(words(2))}</w:{kind}>' for at in range(size))
        return document(GOALS + body, {ROOT_OF[kind]: notes})

    return make


def changed(at: int) -> str:
    mark = f'w:id="{at}" w:author="a" w:date="2026-01-01T00:00:00Z"'
    return (
        f"<w:p><w:ins {mark}><w:r><w:t>{word(at)}</w:t></w:r></w:ins>"
        f"<w:del {mark}><w:r><w:delText>{word(at)}</w:delText></w:r></w:del></w:p>"
    )


def boxed(_: int) -> str:
    return f"<w:p><w:r><w:pict><w:txbxContent>{paragraph(words(2))}</w:txbxContent></w:pict></w:r></w:p>"


def field(at: int) -> str:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return (
        f"<w:p>{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{separate}<w:r><w:t>{word(at)}</w:t></w:r>{end}</w:p>"
    )


def nested(at: int) -> str:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(words(30))}</w:tc></w:tr></w:tbl>"
    for _ in range(6):
        inner = f"<w:tbl><w:tr><w:tc>{inner}{paragraph(word(at))}</w:tc></w:tr></w:tbl>"
    return inner


QUESTIONS = ("Regiovisie", "Doelen", "Activiteiten", "Mijlpalen", "Samenwerking", "Middelen")
WORD_KINDS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "paragraphs": (1_990, repeated(lambda _: paragraph(words(2)))),
    "paragraphs that say something": (1_990, repeated(lambda at: paragraph(sentence(at)))),
    "list points": (1_990, repeated(lambda at: paragraph(sentence(at), "ListParagraph"))),
    "pieces of a paragraph": (13_200, within("<w:p>", lambda _: f"<w:r><w:t>{words(2)}</w:t></w:r>", "</w:p>")),
    "headings in a paragraph": (
        14_000, within("<w:p><w:r>", lambda at: f"<w:t>{QUESTIONS[at % 6]}</w:t><w:br/>", "</w:r></w:p>")),
    "tabs in a run": (19_900, within("<w:p><w:r>", lambda at: f"<w:tab/><w:t>{word(at)}</w:t>", "</w:r></w:p>")),
    "only tabs in a run": (19_900, within("<w:p><w:r>", lambda _: "<w:tab/>", "<w:t>x</w:t></w:r></w:p>")),
    "rows": (1_990, lambda size: document(GOALS + table([(word(at), words(2)) for at in range(size)]))),
    "rows of headings": (
        1_990, lambda size: document(GOALS + table([("Wat", "Wanneer", "Wie")] * size))),
    "rows with a heading before an answer": (
        1_990, lambda size: document(table([(QUESTIONS[at % 6], sentence(at)) for at in range(size)]))),
    "columns": (1_990, lambda size: document(GOALS + table([[words(1) for _ in range(size)]]))),
    "headings": (1_990, repeated(lambda at: paragraph(QUESTIONS[at % 6] + f" {at}", "Heading1"), "")),
    "headings of one's own": (1_990, repeated(lambda _: paragraph(words(2), "Heading2"))),
    "tables": (1_990, repeated(lambda _: table([(words(2),)]))),
    "tables in tables": (800, repeated(nested)),
    "comments": (1_990, noted("comment")),
    "footnotes": (1_990, noted("footnote")),
    "tracked changes": (1_990, repeated(changed)),
    "text boxes": (1_990, repeated(boxed)),
    "fields": (1_990, repeated(field)),
    "costs in rows": (
        1_990, lambda size: document(paragraph("Middelen", "Heading1") + table(
            [("Post", "Aantal", "Bedrag"), *((f"robot {at}", "3 x 450", "€ 1.350") for at in range(size))]))),
    "milestones in rows": (
        1_990, lambda size: document(paragraph("Mijlpalen", "Heading1") + table(
            [("Datum", "Mijlpaal"), *(("1 oktober 2026", sentence(at)) for at in range(size))]))),
}  # fmt: skip


# Lists


def rows(*cells: Callable[[int], str], head: str = "School;Plaats") -> Callable[[int], str]:
    return lambda size: f"{head}\n" + "".join(";".join(cell(at) for cell in cells) + "\n" for at in range(size))


def as_book(make: Callable[[int], str]) -> Callable[[int], bytes]:
    """Return a workbook of the same list."""

    def book(size: int) -> bytes:
        import xlsxwriter  # noqa: PLC0415 - as in the program

        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"constant_memory": True}) as made:
            sheet = made.add_worksheet()
            for number, row in enumerate(csv.reader(io.StringIO(make(size)), delimiter=";")):
                sheet.write_row(number, 0, row)
        return stream.getvalue()

    return book


NAME_WORDS = sorted({part for school in SCHOOLS for part in school.name.split() if part.isalpha()})
COMMON_WORDS = ("college", "lyceum", "christelijk", "mavo", "vmbo", "noord", "west", "sint", "school", "openbaar")


def known(number: int) -> Callable[[int], str]:
    return lambda _: " ".join(CHANCE.sample(NAME_WORDS, number))


def common(_: int) -> str:
    return " ".join(CHANCE.sample(COMMON_WORDS, 4)) + f" {CHANCE.choice(NAME_WORDS)}"


def town(_: int) -> str:
    return CHANCE.choice(TOWNS)


def misspelt(_: int) -> str:
    name = CHANCE.choice(SCHOOLS).name
    at = CHANCE.randrange(len(name))
    return name[:at] + CHANCE.choice(string.ascii_lowercase) + name[at + CHANCE.randrange(2) :]


def code(_: int) -> str:
    return CHANCE.choice(SCHOOLS).id


PUPILS = rows(lambda at: SCHOOLS[at % 900 % len(SCHOOLS)].name, lambda at: f"klas {at % 9}", str, str, str,
              head="School;Klas;Leerling;Jaar;Nr")  # fmt: skip
LIST_KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    "rows that repeat": (100_000, PUPILS),
    "rows of a school that is none": (100_000, rows(lambda _: "Nergens", *([str] * 10), head="School" + ";k" * 10)),
    "columns that say nothing": (100_000, rows(lambda _: "Nergens" + ";x" * 17, head="School" + ";" * 17)),
    "names of one unknown word": (12_000, rows(word, head="School")),
    "names of two unknown words": (12_000, rows(lambda at: f"{word(2 * at)} {word(2 * at + 1)}", head="School")),
    "names of a hundred unknown words": (500, rows(lambda _: words(100), head="School")),
    "names with a slip": (12_000, rows(misspelt, town)),
    "names of known words": (12_000, rows(known(3), town)),
    "names of twenty known words": (12_000, rows(known(20), town)),
    "names of common words": (12_000, rows(common, town)),
    "names without a place": (12_000, rows(common, head="School")),
    "several places in a cell": (12_000, rows(known(2), lambda _: "/".join(CHANCE.sample(TOWNS, 4)))),
    "streets, postcodes, sites": (12_000, rows(
        known(2), town, lambda _: CHANCE.choice(SCHOOLS).address.street or "", lambda at: f"{1000 + at % 9000} AB",
        lambda _: CHANCE.choice(SCHOOLS).website or "", head="School;Plaats;Straat;Postcode;Website")),
    "codes beside names": (12_000, rows(known(2), town, code, head="School;Plaats;Code")),
    "forty codes in a cell": (12_000, rows(lambda at: " ".join(code(at) for _ in range(40)), head="School")),
    "words written together": (12_000, rows(
        lambda _: "".join(CHANCE.sample(("van", "den", "ten", "stad", "es", "en", "de", "en", "der", "te", "een"), 10)),
        head="School")),
}  # fmt: skip


# Own data

OWN = "as_of: 2026-11\nsource: x\n"
ENTRY = "{school: 00AH17, region: twente, status: participating}"


def decisions(size: int) -> str:
    entries = (f'{{"name": "{word(at)}", "place": "x", "school": null}}' for at in range(size))
    return '{"format": 1, "decisions": [' + ",\n".join(entries) + "]}"


def participation(size: int) -> str:
    entry = "  - {{school: {0}, region: twente, status: participating, as_of: 2026-01-01, source: https://x.nl/{1}}}\n"
    return f"{OWN}participation:\n" + "".join(
        entry.format(SCHOOLS[at % 900 % len(SCHOOLS)].id, at) for at in range(size)
    )


def schools(size: int) -> str:
    entry = (
        "  - {{id: {0}, name: {1}, address: {{street: {1} 1, postcode: 7545BN, place: Enschede}}, "
        "municipality: Enschede, province: Overijssel, profiles: {{PIE: [bl]}}}}\n"
    )
    codes = (f"{at // 100 % 90 + 10}{chr(65 + at // 9000)}Z{at % 100:02}" for at in range(size))
    return f"{OWN}schools:\n" + "".join(entry.format(one, word(at)) for at, one in enumerate(codes))


def kinds() -> list[Kind]:
    return [
        *(Kind("yaml", name, "yaml", size, make) for name, (size, make) in YAML_KINDS.items()),
        *(Kind("text", name, "txt", size, make) for name, (size, make) in TEXT_KINDS.items()),
        *(Kind("word", name, "docx", size, make, COMMENTED) for name, (size, make) in WORD_KINDS.items()),
        *(Kind("csv", name, "csv", size, make, ("match",)) for name, (size, make) in LIST_KINDS.items()),
        *(Kind("xlsx", name, "xlsx", size, as_book(make), ("match",)) for name, (size, make) in BOOK_KINDS.items()),
        *(Kind("own data", name, "folder", size, make) for name, (size, make) in OWN_KINDS.items()),
        Kind("decisions", "none of the candidates", "decisions", 2_000_000, decisions),
        Kind("question", "known words", "question", 1_000, lambda size: " ".join(known(size // 8)(0).split())[:size]),
        Kind("question", "unknown words", "question", 1_000, lambda size: words(size // 9)[:size]),
    ]  # fmt: skip


COMMENTED = ("validate", "--comments")
IN_BOOKS = ("rows that repeat", "columns that say nothing", "names with a slip")
BOOK_KINDS = {name: LIST_KINDS[name] for name in IN_BOOKS}
YAML_KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    **{f"sentences: {question}": (1_990, plan(question, sentence)) for question in
       ("regiovisie", "doelen", "activiteiten", "mijlpalen", "samenwerking", "middelen")},
    "costs with a product": (1_990, plan("middelen", lambda at: f"3 robots {at} x 450 = 1.350")),
    "partners": (1_990, plan("samenwerking", lambda at: f"Bedrijf{at} BV en Firma{at}")),
    "milestones": (640, plan("mijlpalen", lambda at: f"{{datum: 2026-10-{at % 28 + 1:02}, mijlpaal: stap {at}}}")),
    "a long line": (1_000_000, lambda size: "titel: x\ndoelen: " + words(size // 9)),
    "a long line that says something": (1_000_000, lambda size: "titel: x\nmiddelen: '"
        + "".join(sentence(at) + " " for at in range(size // 100)) + "'\n"),
    "headings": (1_990, lambda size: "".join(f"{word(at)}: x\n" for at in range(size))),
    "several schools": (1_990, plan("scholen", known(2))),
}  # fmt: skip
TEXT_KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    **{f"sentences: {question}": (100_000, text(question, sentence)) for question in QUESTIONS},
    "words": (100_000, text("Doelen", lambda _: words(9))),
    "headings": (100_000, text("Doelen", lambda at: QUESTIONS[at % 6])),
    "numbered questions": (100_000, text("Doelen", lambda at: f"{at % 6 + 1}. {QUESTIONS[at % 6]}?\n{sentence(at)}")),
    "a table": (100_000, text("Middelen", lambda at: f"robot {at}\t3 x 45\t€ 1.350")),
    "a table with strokes": (100_000, text("Middelen", lambda at: f"| robot {at} | 3 x 45 | € 1.350 |")),
    "a mail": (100_000, lambda size: "Van: a\nAan: b\nOnderwerp: plan\n\nBeste,\n\n" + text("Doelen", sentence)(size)),
    "quoted mails": (100_000, text("Doelen", lambda at: f"> Op 1 mei 2026 schreef Jan:\n> {sentence(at)}")),
    "lines": (100_000, text("Doelen", lambda _: "a.")),
}  # fmt: skip
OWN_KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    "participation": (1_000_000, participation),
    "schools": (100_000, schools),
    "wrong entries": (1_000_000, lambda size: f"{OWN}participation:\n" + "  - {school: x, region: x}\n" * size),
    "aliases": (1_000_000, lambda size: f"{OWN}participation:\n  - &a {ENTRY}\n" + "  - *a\n" * size),
}  # fmt: skip


# Running


class Cost(NamedTuple):
    code: int
    seconds: float
    megabytes: int
    said: str


def run(folder: Path, *arguments: str | os.PathLike[str], **surroundings: str) -> Cost:
    out = folder / "out"
    with out.open("wb") as stream:
        child = subprocess.Popen(
            [sys.executable, "-m", "sto_cli", *arguments],
            stdout=stream, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env={**os.environ, "STO_LANG": "en", **surroundings},
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
    said = out.read_text("utf-8", "replace")
    return Cost(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said)


def ask(kind: Kind, content: str | bytes, folder: Path) -> Cost:
    """Run the command that reads a file of this kind."""
    if kind.group == "question":
        return run(folder, "find-region", str(content))
    name = {"folder": f"{'schools' if kind.name == 'schools' else 'participation'}.yaml", "decisions": "decisions.json"}
    path = folder / name.get(kind.ending, f"file.{kind.ending}")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    if kind.ending == "folder":
        return run(folder, "--data", folder, "report", "coverage")
    if kind.ending == "decisions":
        (folder / "list.csv").write_text("School\nx\n")
        return run(folder, "--data", folder, "match", folder / "list.csv")
    return run(folder, *kind.command, path)


def dearest(kind: Kind, folder: Path) -> tuple[int, Cost]:
    """Run it at the largest size that is not refused."""
    size = kind.size
    while True:
        cost = ask(kind, kind.make(size), folder)
        if size < 50 or not refused(cost):  # a matter of something else
            return size, cost
        size = size * 2 // 3


def refused(cost: Cost) -> bool:
    return "too large" in cost.said or "than can be read" in cost.said or "too-large" in cost.said


def yardstick() -> float:
    start, counts = time.process_time(), dict.fromkeys(range(1_000), 0)
    for number in range(150_000):
        counts[number % 977] += len(str(number))
    return time.process_time() - start


def main() -> None:
    found = []
    with tempfile.TemporaryDirectory() as name:
        start = min(run(Path(name), "find-region", "xyz").seconds for _ in range(3))
        for kind in kinds():
            if sys.argv[1:] and not any(asked in f"{kind.group}: {kind.name}" for asked in sys.argv[1:]):
                continue
            folder = Path(tempfile.mkdtemp(dir=name))
            before = yardstick()
            size, cost = dearest(kind, folder)
            found.append((cost.seconds - start, kind, size, cost, (before + yardstick()) / 2))
            print(f"{kind.group}: {kind.name} ({size:,}): {cost.seconds - start:.2f} s", file=sys.stderr, flush=True)
    print(f"a run that reads nothing: {start:.2f} s\n{'seconds':>8}{'MB':>6}{'loop':>7}  kind")
    for seconds, kind, size, cost, loop in sorted(found, key=lambda one: -one[0]):
        mark = "!" if seconds > SECONDS or cost.megabytes > MEGABYTES or cost.code not in {0, 1} else " "
        row = f"{seconds:8.2f}{cost.megabytes:6}{loop:7.3f} {mark}{kind.group}: {kind.name}"
        print(f"{row} ({size:,}{'' if cost.code in {0, 1} else f', exit {cost.code}'})")


if __name__ == "__main__":
    main()
