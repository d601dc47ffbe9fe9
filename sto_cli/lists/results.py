"""What linking a list to the register gives: the table as it was, and for every row what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sto_cli.files.outgoing import outgoing
from sto_cli.files.tables import DataTable
from sto_cli.lists.columns import Columns, is_added
from sto_cli.lists.headings import plain_heading, year_columns
from sto_cli.register.belonging import Belonging
from sto_cli.search.other_kinds import OtherKind
from sto_cli.search.results import Match, SearchResult

RowOutcome = Literal["found", "ambiguous", "not_found", "empty"]


@dataclass(frozen=True, slots=True)
class Question:
    """What a row says about its school; rows that say the same are asked once."""

    name: str = ""
    place: str = ""
    street: str = ""
    postcode: str = ""
    code: str = ""
    website: str = ""
    region: str = ""

    @property
    def plain(self) -> Question:
        """The question without what two lists may write otherwise: capitals, accents, marks, spaces.

        The region is left out: what a person decided holds. What may not leave the program is already replaced, so that
        a list and what was written of it ask the same.
        """
        return Question(
            name=plain_heading(self.name) or _within(self.name),
            place=plain_heading(self.place),
            street=plain_heading(self.street),
            postcode=_letters(self.postcode),
            code=_letters(self.code),
            website=_within(self.website).casefold().split("://")[-1].removeprefix("www.").rstrip("/"),
        )


def _within(text: str) -> str:
    """Return a text as it stands within a file that was written."""
    return outgoing(f" {text}")[1:]


@dataclass(frozen=True, slots=True)
class Link:
    """The answer to a question: its region is that of the school found, or the one that all candidates share.

    `reviewed` marks what a person decided; then a `not_found` means that the person said: none of these. `given` marks
    a school whose code the list itself gives in the column that `sto match` added. `other` says what a row is that is
    no vmbo school.
    """

    question: Question
    outcome: RowOutcome
    answer: SearchResult
    belonging: Belonging
    reviewed: bool = False
    given: bool = False
    other: OtherKind | None = None

    @property
    def match(self) -> Match | None:
        """The school (or member of a region) that is meant."""
        return self.answer.best

    @property
    def candidates(self) -> tuple[Match, ...]:
        """What may be meant, best first, where nothing was decided."""
        return self.answer.candidates

    @property
    def basis(self) -> str:
        """On what basis the school was found; `reviewed` where a person said so."""
        if self.reviewed:
            return "reviewed"
        return self.match.basis if self.match else ""

    @property
    def open(self) -> bool:
        """Whether a person should look at it."""
        return self.outcome in {"ambiguous", "not_found"} and not self.reviewed and self.other is None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of rows. `empty` ones are not among `rows`; `schools` are different ones, `repeated` several rows name.

    The rows are those found, `ambiguous`, `not_found`, `none`: those of which a person said that they are none of the
    candidates, and `other`: those that are no vmbo school. `reviewed` counts all that a person decided, found or not.
    """

    rows: int
    found: int
    ambiguous: int
    not_found: int
    none: int
    other: int
    reviewed: int
    empty: int
    schools: int
    repeated: int

    @property
    def open(self) -> int:
        """Rows that a person should look at."""
        return self.ambiguous + self.not_found


@dataclass(frozen=True)
class LinkedList:
    """A list with a link for each row of its table, in order."""

    table: DataTable
    columns: Columns
    links: Sequence[Link]

    @cached_property
    def summary(self) -> Summary:
        """The counts."""
        outcomes: Counter[RowOutcome] = Counter()
        none = other = reviewed = 0
        for link, rows in self.rows_by_link:
            if link.outcome in {"found", "empty"} or link.open:
                outcomes[link.outcome] += len(rows)
            none += len(rows) if link.outcome == "not_found" and link.reviewed else 0
            other += len(rows) if link.other is not None else 0
            reviewed += len(rows) if link.reviewed else 0
        return Summary(
            rows=len(self.links) - outcomes["empty"],
            found=outcomes["found"],
            ambiguous=outcomes["ambiguous"],
            not_found=outcomes["not_found"],
            none=none,
            other=other,
            reviewed=reviewed,
            empty=outcomes["empty"],
            schools=len(self.rows_by_school),
            repeated=len(self.repeated),
        )

    @cached_property
    def rows_by_link(self) -> list[tuple[Link, list[int]]]:
        """The links, each with the numbers of the rows that share it: a long list repeats its schools."""
        found: dict[int, tuple[Link, list[int]]] = {}
        for number, link in enumerate(self.links, self.table.first):
            known = found.get(id(link))
            if known is None:
                found[id(link)] = (link, [number])
            else:
                known[1].append(number)
        return list(found.values())

    @cached_property
    def rows_by_school(self) -> dict[str, tuple[Match, list[int]]]:
        """The schools (and members of regions) that were found, with the numbers of the rows that name them."""
        found: dict[str, tuple[Match, list[int]]] = {}
        for link, rows in self.rows_by_link:
            if link.match:
                found.setdefault(link.match.choice, (link.match, []))[1].extend(rows)
        return {choice: (match, sorted(rows)) for choice, (match, rows) in found.items()}

    @property
    def repeated(self) -> list[tuple[Match, list[int]]]:
        """The schools that stand in more than one row, with the numbers of those rows."""
        return [(match, rows) for match, rows in self.rows_by_school.values() if len(rows) > 1]

    @property
    def repeated_questions(self) -> list[tuple[Link, list[int]]]:
        """The open rows that say the same as another, whatever their capitals and marks: a link, and the rows."""
        said: dict[Question, tuple[Link, list[int]]] = {}
        for link, rows in self.rows_by_link:
            if link.open:
                said.setdefault(link.question.plain, (link, []))[1].extend(rows)
        return [(link, sorted(rows)) for link, rows in said.values() if len(rows) > 1]

    @cached_property
    def marked_rows(self) -> list[int]:
        """The indices of the filled rows that are hidden, filtered away, or have a cell struck out that is read."""
        marks, read = self.table.sheet.marks, {*self.columns.values(), *year_columns(self.table.headings).values()}
        begin = self.table.first - 1
        struck = {
            row - begin for row, at in marks.struck if at in read and row >= begin and self._text(row - begin, at)
        }
        indices = sorted(struck | {row - begin for row in marks.hidden})
        return [at for at in indices if 0 <= at < len(self.links) and self.links[at].outcome != "empty"]

    def _text(self, index: int, column: int) -> str:
        return self.table.text(index, column) if 0 <= index < len(self.table.body) else ""

    @property
    def own_columns(self) -> list[int]:
        """The columns of the list's own: all but those that an earlier `sto match` added."""
        headings = self.table.headings
        return [at for at in range(self.table.width) if at >= len(headings) or not is_added(headings[at])]

    def number(self, index: int) -> int:
        """Return the number that a row has in the file (and in Excel)."""
        return self.table.first + index


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).upper()
