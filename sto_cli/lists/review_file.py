"""The review file of an import: the rows that are not certain, with candidates, to fill in and give back.

A CSV file that Excel opens. In the column `choice` stands the number of a candidate, a vestigingscode, or `none`.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

from sto_cli.files.cells import as_written, cell_text
from sto_cli.files.tables import DataTable, read_sheet
from sto_cli.lists.chosen import chosen_number
from sto_cli.lists.decisions import Decision, Decisions, read_decisions
from sto_cli.lists.headings import plain_heading
from sto_cli.lists.results import Question
from sto_cli.register.register import Register

FACTS: dict[str, tuple[str, ...]] = {
    "name": ("school",),
    "place": ("plaats", "place"),
    "street": ("straat", "street"),
    "postcode": ("postcode",),
    "code": ("code",),
    "website": ("website", "web site"),
    "region": ("regio", "region"),
}
"""The columns that say which row it is: the parts of a question, with their headings in both languages."""

ROW = ("rij", "row")
CHOICE = ("keuze", "choice")
CANDIDATE = ("kandidaat", "candidate")
NONE = {"geen", "none", "0", "nee", "no", "-"}
"""What says that none of the candidates is meant."""

AGAIN = {"opnieuw", "again"}
"""What takes a decision back, so that the row is asked again."""

REVIEW_FILES = "participation-review-*.csv"


def review_path(folder: Path, region: str) -> Path:
    """Return where the review file of a region lies."""
    return folder / f"participation-review-{region}.csv"


class WrongChoice(NamedTuple):
    """A choice that is not understood: which row of the list it is for (as the file says it), and what it says."""

    row: str
    school: str
    written: str


class Review(NamedTuple):
    """What a person filled in: the choices, those that are not understood, and the decisions that are taken back."""

    made: Decisions
    wrong: list[WrongChoice]
    withdrawn: list[Question]


def read_review(path: Path, known: Container[str]) -> Review:
    """Read the choices that a person filled in, and those that are not understood.

    `known` are the codes that exist: a choice of another one is not understood, unless it is a candidate's.

    Raises:
        UnreadableFile: it cannot be read.
    """
    table = read_sheet(path).table()
    columns = {plain_heading(heading): at for at, heading in enumerate(table.headings)}
    review = Review({}, [], [])
    at = _column(columns, CHOICE)
    if at is None:
        return review
    for index, row in enumerate(table.body):
        written = table.text(index, at)
        if not written or not any(row):
            continue
        question = _question(table, columns, index)
        if plain_heading(written) in AGAIN:
            review.withdrawn.append(question.plain)
            continue
        chosen = _chosen(written, _candidates(table, columns, index), known)
        if chosen == "":
            number = _column(columns, ROW)
            told = table.text(index, number) if number is not None else ""
            review.wrong.append(WrongChoice(told, question.name or question.code, written))
        else:
            review.made[question.plain] = Decision(question, chosen)
    return review


def _chosen(written: str, candidates: Sequence[str], known: Container[str]) -> str | None:
    """Return the choice of a school, None for none, "" when it is not understood."""
    word = plain_heading(written) or written.strip()
    if word in NONE:
        return None
    if number := chosen_number(word, len(candidates)):
        return candidates[number - 1]
    code = written.split(maxsplit=1)[0].strip(",").upper()
    return code if code in known or code in {candidate.upper() for candidate in candidates} else ""


def _candidates(table: DataTable, columns: dict[str, int], index: int) -> list[str]:
    """Return the codes that the candidates' cells begin with, or the whole cell of a candidate without a code."""
    found = []
    for number in range(1, 10):
        at = _column(columns, [f"{word} {number}" for word in CANDIDATE])
        text = table.text(index, at) if at is not None else ""
        if not text:
            break
        first = text.split(maxsplit=1)[0]
        found.append(first if _CODE.fullmatch(first) else text)
    return found


_CODE = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")


def _question(table: DataTable, columns: dict[str, int], index: int) -> Question:
    parts = {}
    for field in fields(Question):
        at = _column(columns, FACTS[field.name])
        parts[field.name] = as_written(cell_text(table.cell(index, at))) if at is not None else ""
    return Question(**parts)


def _column(columns: dict[str, int], words: Sequence[str]) -> int | None:
    return next((columns[word] for word in words if word in columns), None)


def decisions_of(folders: Iterable[Path], register: Register) -> tuple[Decisions, list[WrongChoice]]:
    """Read what was decided, and the choices in review files that are not understood.

    A later folder goes before an earlier one, and what was filled in in a review file before what is kept: it is newer.

    Raises:
        UnreadableFile: one of the files cannot be read.
    """
    known = codes(register)
    made: Decisions = {}
    wrong: list[WrongChoice] = []
    for folder in dict.fromkeys(folders):
        made |= read_decisions(folder)
        for path in sorted(folder.glob(REVIEW_FILES)):
            review = read_review(path, known)
            made |= review.made
            wrong += review.wrong
            for question in review.withdrawn:
                made.pop(question, None)
    return made, wrong


def codes(register: Register) -> Container[str]:
    """Return the codes that a person may choose: of schools, and of members that are no vmbo school."""
    members = (member.id for region in register.regions.values() for member in region.members)
    return {*register.schools, *(code for code in members if code)}
