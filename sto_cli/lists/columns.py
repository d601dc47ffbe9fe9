"""Which column of a list holds what: found by the headings, Dutch and English, or named by the user."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from sto_cli.errors import UsageProblem
from sto_cli.files.cells import cell_text
from sto_cli.files.tables import DataTable, Sheet
from sto_cli.lists.headings import first_year, plain_heading, year_columns
from sto_cli.messages import Message, counted, message
from sto_cli.search.spelling import distance

Role = Literal[
    "name", "location", "level", "place", "street", "number", "postcode", "code", "site", "website", "region",
    "status", "since", "until", "contact_name", "contact_email", "note", "linked", "linked_basis",
]  # fmt: skip
"""What a column can be for. `location` is a part of a school ("locatie Zuid") beside its name, `level` what it offers
("vmbo", "mavo/havo"); `site` the two last characters of a vestigingscode beside the BRIN; `number` the house number
beside the street. `linked` and `linked_basis` are columns that an earlier `sto match` added."""

ADDED = {
    "sto_outcome": "sto_uitkomst", "sto_school": "sto_code", "sto_name": "sto_naam", "sto_region": "sto_regio",
    "sto_basis": "sto_gevonden_op", "sto_score": "sto_score", "sto_candidates": "sto_kandidaten",
    "sto_region_name": "sto_regionaam", "sto_check": "sto_nakijken",
}  # fmt: skip
"""Headings of the columns that `sto match` puts behind a list's own, English and Dutch; both are read."""

_ENGLISH = {heading: english for english, dutch in ADDED.items() for heading in (english, dutch)}
REVIEWED = {"reviewed", "uw keuze"}
"""What a linked list says of a row that a person decided."""

Columns = Mapping[Role, int]


@lru_cache(maxsize=1)
def known_headings() -> dict[Role, tuple[str, ...]]:
    """Return the headings per role as people write them, in small letters without marks; the surest first."""
    lines = Path(__file__).with_name("headings.tsv").read_text("utf-8").splitlines()
    return {cast("Role", role): tuple(words.split("|")) for role, words in (line.split("\t") for line in lines)}


HEADING_ROWS = 20
"""Rows at the top among which the headings are looked for: lists often have a title and a date above them."""

OPTIONS: dict[Role, str] = {
    "name": "--name", "place": "--place", "street": "--street", "postcode": "--postcode", "code": "--code",
    "status": "--status", "since": "--since", "until": "--until",
}  # fmt: skip
"""The options by which a user names a column."""


def find_table(sheet: Sheet, named: Mapping[Role, str] | None = None) -> tuple[DataTable, Columns]:
    """Find the row with the headings, and the column for each role; `named` are the columns that the user named.

    Raises:
        UsageProblem: a named column is not there, or no column holds names or codes; names the headings.
    """
    named = named or {}
    table = _headed(sheet, heading_row(sheet, tuple(named.values())))
    columns: dict[Role, int] = {role: _named(table, role, wish) for role, wish in named.items()}
    columns.update(_recognised(_own(table.headings), columns))
    columns.update(_added(table.headings))
    _settle_house_number(table.headings, columns)
    _settle_site(table, columns)
    _settle_location(table.headings, columns)
    if "name" not in columns and "location" in columns:
        columns["name"] = columns.pop("location")
    if "name" not in columns and "code" not in columns:
        raise _nameless(table)
    return _with_remarks(table, columns), columns


def _with_remarks(table: DataTable, columns: Columns) -> DataTable:
    """Say which columns were read under nearly their name, and which are hidden in the workbook."""
    remarks = [*table.sheet.remarks, *_near_headings(table, columns)]
    read = sorted({*columns.values(), *year_columns(table.headings).values()} & table.sheet.marks.columns)
    if read:
        remarks.append(
            counted(
                "The column {names} is hidden in the workbook; it was read as the others.",
                "{n} columns are hidden in the workbook ({names}); they were read as the others.",
                len(read), names=", ".join(f"“{table.headings[at]}”" for at in read if at < len(table.headings)),
            )
        )  # fmt: skip
    return replace(table, sheet=replace(table.sheet, remarks=tuple(remarks)))


def _near_headings(table: DataTable, columns: Columns) -> Iterator[Message]:
    """Say of each column whose heading is only nearly a known one for what it was taken."""
    for role in PARTLY & columns.keys():
        at, known = columns[role], known_headings()[role]
        word = plain_heading(table.headings[at]) if at < len(table.headings) else ""
        near = (heading for heading in known if word not in known and is_near(word, heading))
        if meant := next(near, ""):
            yield message("The column “{heading}” was read as “{meant}”.", heading=table.headings[at], meant=meant)


def is_added(heading: str) -> bool:
    """Whether a column was added by `sto match`."""
    return heading.strip().casefold() in _ENGLISH


def is_reviewed(cell: str) -> bool:
    """Whether a cell of a linked list says that a person decided the row."""
    return cell.strip().casefold() in REVIEWED


def _own(headings: Sequence[str]) -> list[str]:
    """Return the headings without those that were added, and without those of a school year.

    "sto_school" says nothing of who takes part, and "Deelname 2024-2025" only of that year.
    """
    return ["" if is_added(heading) or first_year(heading) is not None else heading for heading in headings]


def _added(headings: Sequence[str]) -> dict[Role, int]:
    """Find the columns that say which school an earlier `sto match` linked, and on what basis."""
    at = {_ENGLISH[heading.strip().casefold()]: index for index, heading in enumerate(headings) if is_added(heading)}
    if "sto_school" not in at or "sto_outcome" not in at:
        return {}
    basis: dict[Role, int] = {"linked_basis": at["sto_basis"]} if "sto_basis" in at else {}
    return {"linked": at["sto_school"], **basis}


ROW_NUMBERS = {"nr", "nummer"}
"""Headings of a house number right behind the street, and of the number of the row anywhere else."""


def _settle_house_number(headings: Sequence[str], columns: dict[Role, int]) -> None:
    """Keep a house number only beside a street: elsewhere "Nr" numbers the rows, which says nothing of the school."""
    words = [plain_heading(heading) for heading in headings]
    number, street = columns.get("number"), columns.get("street")
    if number is None or (street is not None and words[number] not in ROW_NUMBERS):
        return
    del columns["number"]
    if street is not None and street + 1 < len(words) and words[street + 1] in ROW_NUMBERS:
        columns["number"] = street + 1


LOCATIONS = {"vestiging", "naam vestiging", "vestigingsnaam", "schoollocatie"}
"""Headings of the name, and of a part of the school where another column holds its name."""


def _settle_location(headings: Sequence[str], columns: dict[Role, int]) -> None:
    used = set(columns.values())
    rest = [at for at, text in enumerate(headings) if at not in used and plain_heading(text) in LOCATIONS]
    if "name" in columns and "location" not in columns and rest:
        columns["location"] = rest[0]


def _settle_site(table: DataTable, columns: dict[Role, int]) -> None:
    """Take a column of one or two figures beside the BRIN for the number of the location ("Vestiging": 17)."""
    at = columns.get("name", -1)
    if at < 0 or "code" not in columns or "site" in columns or plain_heading(table.headings[at]) not in LOCATIONS:
        return
    texts = [text for index in range(len(table.body)) if (text := table.text(index, at))]
    if texts and all(re.fullmatch(r"[0-9]{1,2}", text) for text in texts):
        columns["site"] = columns.pop("name")


def has_names(sheet: Sheet) -> bool:
    """Whether a sheet has a row of headings with a column of names or codes among them."""
    found = _recognised(_own(headed(sheet).headings), {})
    return bool({"name", "code", "location"} & set(found))


def headed(sheet: Sheet) -> DataTable:
    """Return the table below the row that looks most like headings."""
    return _headed(sheet, heading_row(sheet))


def heading_row(sheet: Sheet, wishes: Sequence[str] = ()) -> int:
    """Return the index of the row that looks most like headings; without any, of the first row that is not empty."""
    best, most = 0, (0, 0)
    first = 0
    for index, row in enumerate(sheet.rows[:HEADING_ROWS]):
        words = [plain_heading(cell_text(cell)) for cell in row]
        if any(words) and not first:
            first = index + 1
        points = len(_roles(words)) + 2 * sum(plain_heading(wish) in words for wish in wishes)
        if points and (points, sum(map(bool, words))) > most:
            best, most = index, (points, sum(map(bool, words)))
    return best if most[0] else max(0, first - 1)


LEAST_LOWER = 2
"""A second row of headings holds at least so many that are known, and hardly anything else."""


def _headed(sheet: Sheet, row: int) -> DataTable:
    """Return the table below a row of headings, or below two of them that belong together ("School": naam, plaats)."""
    for upper in (row, row - 1):
        if upper >= 0 and upper + 1 < len(sheet.rows) and _second_row(sheet, upper):
            table = sheet.table(upper + 1)
            return replace(table, headings=_joined_headings(sheet, upper))
    return sheet.table(row)


def _second_row(sheet: Sheet, upper: int) -> bool:
    """Whether the row below one of headings goes on with them, where cells above are empty or were merged."""
    above = [plain_heading(cell_text(cell)) for cell in sheet.rows[upper]]
    below = [plain_heading(cell_text(cell)) for cell in sheet.rows[upper + 1]]
    known = [word for word in below if any(word in headings for headings in known_headings().values())]
    others = [word for word in below if word and word not in known and not _YEARS.fullmatch(word)]
    open_above = any(word and not (above[at] if at < len(above) else "") for at, word in enumerate(below))
    return len(known) >= LEAST_LOWER and len(others) <= 1 and bool(_roles(above)) and open_above


_YEARS = re.compile(r"(?:schooljaar )?(?:20)?[0-9]{2}(?: (?:20)?[0-9]{2})?|q[1-4]|ja|nee")


def _joined_headings(sheet: Sheet, upper: int) -> tuple[str, ...]:
    """Join two rows of headings: what stands below, with what stands above it where that alone is no heading."""
    joined: list[str] = []
    above = ""
    both = sheet.rows[upper], sheet.rows[upper + 1]
    for at in range(max(map(len, both))):
        high, low = (cell_text(row[at]) if at < len(row) else "" for row in both)
        above = high or (above if low else "")
        known = any(plain_heading(low) in headings for headings in known_headings().values())
        joined.append(low if low and known else " ".join(filter(None, (above, low))))
    while joined and not joined[-1]:
        joined.pop()
    return tuple(joined)


def column_letter(index: int) -> str:
    """Name a column as Excel does: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _roles(words: Sequence[str]) -> set[Role]:
    return {role for role, headings in known_headings().items() for word in words if word in headings}


def _recognised(headings: Sequence[str], taken: Mapping[Role, int]) -> dict[Role, int]:
    """Give each role the column whose heading is the surest for it; a column has one role.

    First whole headings; then, for the roles that are still open, headings that begin or end with one of the words
    ("Naam van de deelnemende vmbo-school" ends with "school"), or are nearly one of them ("Plts").
    """
    words = [plain_heading(heading) for heading in headings]
    found: dict[Role, int] = {}
    used = set(taken.values())
    for fits in (_whole, _partly, _nearly):
        for role, known in known_headings().items():
            if role in taken or role in found or (fits is not _whole and role not in PARTLY):
                continue
            ranked = [(known.index(heading), at) for heading in known for at in fits(words, heading) if at not in used]
            if ranked:
                found[role] = min(ranked)[1]
                used.add(found[role])
    return found


PARTLY: frozenset[Role] = frozenset({"name", "place", "postcode", "status", "contact_email", "code"})
"""Roles whose words are telling enough inside a longer heading."""


def _whole(words: Sequence[str], heading: str) -> list[int]:
    return [at for at, word in enumerate(words) if word == heading]


def _partly(words: Sequence[str], heading: str) -> list[int]:
    if len(heading) < 4:  # noqa: PLR2004 - "pc" and "nr" stand inside too much
        return []
    return [at for at, word in enumerate(words) if word.startswith(heading + " ") or word.endswith(" " + heading)]


def _nearly(words: Sequence[str], heading: str) -> list[int]:
    return [at for at, word in enumerate(words) if is_near(word, heading)]


def is_near(word: str, heading: str) -> bool:
    """Whether a word of some letters differs from a heading by one, or is it without its vowels."""
    if not word.isalpha() or not heading.isalpha() or len(word) < LEAST_BARE:
        return False
    bare = re.sub(r"[aeiou]", "", heading)
    return word in {bare, re.sub(r"(.)\1", r"\1", bare)} or (
        len(word) >= LEAST_NEAR and distance(word, heading, 1) <= 1
    )


LEAST_BARE, LEAST_NEAR = 4, 6


def _named(table: DataTable, role: Role, wish: str) -> int:
    """Find the column that the user named: by its heading, or by its letter as in Excel."""
    wanted = plain_heading(wish)
    exact = [at for at, heading in enumerate(table.headings) if plain_heading(heading) == wanted and wanted]
    if exact:
        return exact[0]
    letters = [at for at in range(table.width) if column_letter(at) == wish.strip().upper()]
    if letters:
        return letters[0]
    raise UsageProblem(
        message(
            "{path} has no column “{name}” (asked for with {option}).", path=table.path, name=wish, option=OPTIONS[role]
        ),
        headings_words(table),
    )


def _nameless(table: DataTable) -> UsageProblem:
    if not any(table.headings):
        return UsageProblem(
            message("{path} holds no list: it is empty.", path=table.path),
            message("Look whether it is the right file, and whether it was saved."),
        )
    return UsageProblem(
        message("{path} has no column that is surely the name of the school.", path=table.path),
        message(
            "{headings} Say which one it is, for instance --name {letter}.", headings=headings_words(table), letter="A"
        ),
    )


SHOWN_HEADINGS = 30
"""Headings that a problem lists."""


def headings_words(table: DataTable) -> Message:
    """Name the columns of a table by letter and heading."""
    shown = [f"{column_letter(at)} “{heading}”" for at, heading in enumerate(table.headings) if heading]
    return message("Its columns are: {headings}.", headings=", ".join(shown[:SHOWN_HEADINGS]))
