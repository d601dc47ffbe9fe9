"""Reading DUO's open files, in any order, into facts about schools."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import DataTable, TextRow
from sto_cli.messages import message
from sto_cli.register.imports.duo_layouts import LAYOUTS, DuoFacts, DuoLayout
from sto_cli.register.imports.spelling import place_name
from sto_cli.register.imports.wrong_rows import WrongRow
from sto_cli.register.model import Entry


@dataclass(slots=True)
class DuoFiles:
    """What all files say: facts per school by its code, municipal mergers, and which kinds of files there were."""

    schools: dict[str, DuoFacts] = field(default_factory=lambda: defaultdict(DuoFacts))
    mergers: list[tuple[str, str]] = field(default_factory=list)
    areas: dict[str, Entry] = field(default_factory=dict)
    """Per municipality its province and labour market region."""

    layouts: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    """The kinds of facts that there were, as origins name them."""

    wrong_codes: list[str] = field(default_factory=list)
    damaged: list[tuple[str, int]] = field(default_factory=list)
    """The rows, by path and number, that name no location in a file that says which there are, or are cut off."""

    wrong_rows: list[WrongRow] = field(default_factory=list)
    rows_of_names: dict[str, WrongRow] = field(default_factory=dict)
    """Per code the first row of the lists of names that names it."""

    @property
    def with_exams(self) -> bool:
        """Whether the files say which schools have exams now."""
        return "exams" in self.told

    @property
    def listed(self) -> set[str]:
        """The codes of the locations that a list of all of them holds."""
        return {code for code, facts in self.schools.items() if facts.listing}


CODE = re.compile(r"[0-9A-Z]{6}")


def read_duo(tables: Iterable[DataTable], year: str = "") -> DuoFiles:
    """Read files, given in any order; `year` is that of the facts: no name can have been seen after it.

    Raises:
        UsageProblem: a table is in none of the known layouts, or two tables are exam results of different years.
    """
    found = DuoFiles()
    given = [(layout_of(table), table) for table in tables]
    _refuse_two_years(given)
    for layout, table in sorted(given, key=lambda pair: LAYOUTS.index(pair[0])):
        found.layouts.add(layout.name)
        found.told.add(layout.what)
        if layout.name == "mergers":
            found.mergers += [(place_name(row["oude_naam"]), place_name(row["nieuwe_naam"])) for row in table.rows]
        elif layout.name == "municipalities":
            found.areas |= {row["gemeente"]: _area(row) for row in table.rows if row["gemeente"]}
        else:
            _take(found, layout, table, year)
    return found


def _area(row: TextRow) -> Entry:
    return {"province": row["provincie"], "labour_market_region": row["arbeidsmarktregio"]}


def layout_of(table: DataTable) -> DuoLayout:
    """Tell which of DUO's layouts a table is in.

    Raises:
        UsageProblem: none of them; names the headings it has.
    """
    for layout in LAYOUTS:
        if layout.headings <= set(table.headings):
            return layout
    likest = max(LAYOUTS, key=lambda layout: len(layout.headings & set(table.headings)) / len(layout.headings))
    lacks = sorted(likest.headings - set(table.headings))
    hint = message("Its columns are: {headings}.", headings=", ".join(table.headings[:12]))
    if len(lacks) * 2 < len(likest.headings):
        hint = message("These columns are missing: {headings}.", headings=", ".join(lacks))
    raise UsageProblem(message("{path} is none of the files of DUO that are known here.", path=table.path), hint)


def _take(found: DuoFiles, layout: DuoLayout, table: DataTable, year: str) -> None:
    if layout.once:
        _refuse_twice(layout, table)
    if layout.once or layout.current:
        found.damaged += [(table.path, number) for number in _damaged_rows(layout, table)]
    for number, row in table.numbered_rows:
        code = row.get(layout.code, "").strip().upper()
        whole = row if len(row) == len(table.headings) else dict.fromkeys(table.headings, "") | row
        if CODE.fullmatch(code) and layout.wrong and (wrong := layout.wrong(whole, year)):
            found.wrong_rows.append(WrongRow(wrong[0], table.path, number, wrong[1]))
        elif CODE.fullmatch(code):
            layout.read(whole, found.schools[code])
            if layout.wrong:
                found.rows_of_names.setdefault(code, WrongRow("unknown-school", table.path, number, code))
        elif code:
            found.wrong_codes.append(code)


def _damaged_rows(layout: DuoLayout, table: DataTable) -> Iterator[int]:
    """Return the rows whose code is none, and the last one where it alone is cut off; without a row the first."""
    if not table.numbered_rows:
        yield 2
    short = [number for number, row in table.numbered_rows if len(row) < len(table.headings)]
    for number, row in table.numbered_rows:
        if not CODE.fullmatch(row.get(layout.code, "").strip().upper()) or short == [number]:
            yield number


def _refuse_twice(layout: DuoLayout, table: DataTable) -> None:
    """A list that names a location twice does not say which of the two rows holds."""
    rows: dict[str, list[int]] = {}
    for number, row in table.numbered_rows:
        if code := row.get(layout.code, "").strip().upper():
            rows.setdefault(code, []).append(number)
    for code, numbers in rows.items():
        if len(numbers) > 1:
            raise UsageProblem(
                message(
                    "{path} holds the code {code} more than once: on the rows {rows}.",
                    path=table.path,
                    code=code,
                    rows=", ".join(map(str, numbers)),
                ),
                message("Nothing was changed. Keep one row for each location, or fetch the file from DUO again."),
            )


def _refuse_two_years(given: list[tuple[DuoLayout, DataTable]]) -> None:
    """Two files of exam results that speak of the same schools would mix two years' programmes."""
    seen: dict[str, tuple[DataTable, set[str]]] = {}
    for layout, table in given:
        if not layout.current:
            continue
        codes = {row.get(layout.code, "") for row in table.rows}
        if layout.name in seen and seen[layout.name][1] & codes:
            raise UsageProblem(
                message("{one} and {other} both hold exam results.", one=seen[layout.name][0].path, other=table.path),
                message("Give the file of the newest year only: the older one's programmes no longer count."),
            )
        seen[layout.name] = (table, codes)
