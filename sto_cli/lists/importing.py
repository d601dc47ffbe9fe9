"""Importing a coordinator's own list: from the file to what would be written, and all there is to say of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from sto_cli.errors import BrokenRegister, UsageProblem
from sto_cli.files.history import Contents, contents_of
from sto_cli.files.reading import is_there
from sto_cli.files.tables import DataTable, read_sheet
from sto_cli.lists.cell_dates import begins_after
from sto_cli.lists.claims import Claim, Claims, ListReading, read_claims, years_of
from sto_cli.lists.columns import Columns, Role, find_table, has_names, headings_words
from sto_cli.lists.decisions import FILE_NAME, Decisions
from sto_cli.lists.headings import year_columns
from sto_cli.lists.list_rows import link_list
from sto_cli.lists.matching import Linker
from sto_cli.lists.participation import Former, ListUpdate, update_participation
from sto_cli.lists.results import LinkedList
from sto_cli.lists.review_file import Review, WrongChoice, codes, decisions_of, read_review, review_path
from sto_cli.messages import message
from sto_cli.register.lookup import region_named
from sto_cli.register.part_file import read_part
from sto_cli.register.register import Register
from sto_cli.search.find import Matcher

Marked = Literal["include", "skip"]
"""What is done with rows that are hidden, filtered away or struck out in the workbook."""


@dataclass(frozen=True, slots=True)
class ListWish:
    """What to import: the list, the columns that the user named, the region and day it is about, and into what.

    `region` is an id or name, `as_of` a year, month or day; `folder` holds the own data, and `decided_in` are the other
    folders in which decisions about rows are kept.
    """

    file: Path
    region: str
    as_of: str
    source: str
    folder: Path
    decided_in: Sequence[Path] = ()
    sheet: str | None = None
    columns: Mapping[Role, str] = field(default_factory=dict)
    all_take_part: bool = False
    remove_missing: bool = False
    marked: Marked | None = None


@dataclass(frozen=True, slots=True)
class ListImport:
    """Everything there is to say of one import; `path` and `review` are the files that are (to be) written.

    `decided` are the decisions about rows of the list, `filled_in` what the review file holds; `names` says of each
    school that is spoken of its name and place, by its code.
    """

    region: str
    linked: LinkedList
    claims: Claims
    update: ListUpdate
    path: Path
    review: Path
    decided: Decisions
    filled_in: Review
    names: Mapping[str, str]
    written: bool = False
    wrong_choices: Sequence[WrongChoice] = ()
    marked: Marked | None = None
    before: Contents = field(default_factory=dict)
    """What the files held that are (to be) written, by their names."""

    def is_over(self, claim: Claim) -> bool:
        """Whether a school took part until a day before that of the list."""
        as_of = self.update.as_of
        return claim.status == "participating" and begins_after(as_of, claim.until or as_of)

    @property
    def open_rows(self) -> bool:
        """Whether a person can settle some rows by choosing a school."""
        return any(each.to_review for each in self.claims.doubtful)

    @property
    def years(self) -> list[int]:
        """The first years of the school years that have a column of their own."""
        return list(years_of(self.linked))

    def name_of(self, code: str) -> str:
        """Return a school's name and place by its code."""
        return self.names.get(code, code)


class Questions(NamedTuple):
    """What a person is asked.

    `status`: in which column of a table stands who takes part (None: all schools of the list do); `marked`: whether
    rows that are hidden or struck out, given by their numbers, are taken over too.
    """

    status: Callable[[DataTable], int | None]
    marked: Callable[[list[int]], Marked]


def import_list(wish: ListWish, matcher: Matcher, today: date, ask: Questions | None = None) -> ListImport:
    """Read a list and lay what it says into the own participation; nothing is written.

    Without `ask`, marked rows are left out, and a list that does not say who takes part is a problem.

    Raises:
        UnreadableFile: the list, or the review file, cannot be read.
        UsageProblem: there is no such region, sheet or column, or none that says who takes part.
        BrokenRegister: the own participation.yaml has something wrong in it.
    """
    register = matcher.register
    region = region_named(register, wish.region).id
    review = review_path(wish.folder, region)
    path = wish.folder / "participation.yaml"
    before = contents_of(wish.folder, (path.name, review.name, FILE_NAME))
    table, columns = find_table(read_sheet(wish.file, wish.sheet, None if wish.columns else has_names), wish.columns)
    if not (wish.all_take_part or "status" in columns or year_columns(table.headings)):
        table, columns, wish = _asked(table, columns, wish, ask)
    decided, wrong = decisions_of((*wish.decided_in, wish.folder), register)
    linked = link_list(table, columns, Linker(matcher, today, decided))
    marked = _marked(linked, wish, ask)
    how = ListReading(register, region, today, wish.as_of, wish.all_take_part, skip_marked=marked == "skip")
    claims = read_claims(linked, how)
    update = update_participation(
        claims, _former(path), region, wish.as_of, wish.source, remove_missing=wish.remove_missing
    )
    filled_in = read_review(review, codes(register)) if is_there(review) else Review({}, [], [])
    return ListImport(
        region=region,
        linked=linked,
        claims=claims,
        update=update,
        before=before,
        path=path,
        review=review,
        decided=_about(linked, decided),
        filled_in=filled_in,
        names=_names(update, claims, register),
        wrong_choices=wrong,
        marked=marked,
    )


def _marked(linked: LinkedList, wish: ListWish, ask: Questions | None) -> Marked | None:
    """Find out what is done with the rows that are hidden or struck out; None where there are none."""
    rows = [linked.number(at) for at in linked.marked_rows]
    if not rows:
        return None
    return wish.marked or (ask.marked(rows) if ask else "skip")


def _about(linked: LinkedList, decided: Decisions) -> Decisions:
    """Return the decisions that are about rows of this list."""
    asked = dict.fromkeys(link.question.plain for link in linked.links if link.reviewed)
    return {question: decided[question] for question in asked if question in decided}


def _asked(
    table: DataTable, columns: Columns, wish: ListWish, ask: Questions | None
) -> tuple[DataTable, Columns, ListWish]:
    """Find out who takes part in a list that has no column for it."""
    if ask is None:
        raise UsageProblem(
            message("The list has no column that says whether a school takes part."),
            message(
                "{headings} Name it with --status, or add --all-take-part when every school on the list does.",
                headings=headings_words(table),
            ),
        )
    column = ask.status(table)
    if column is None:
        return table, columns, replace(wish, all_take_part=True)
    return table, {**columns, "status": column}, wish


def _former(path: Path) -> Former:
    """Return the own file as it was."""
    if not is_there(path):
        return Former()
    part = read_part("participation", path, str(path))
    if part.findings:
        raise BrokenRegister(
            message("Your participation.yaml has something wrong in it, so nothing can be laid into it:"),
            part.findings,
            message("Fix this first."),
        )
    return Former(part.entries, part.as_of, part.source)


def _names(update: ListUpdate, claims: Claims, register: Register) -> dict[str, str]:
    spoken = {change.id for change in update.changes}
    spoken |= {*update.missing, *(claim.school for claim in claims.claims)}
    return {code: _name(register, code) for code in spoken}


def _name(register: Register, code: str) -> str:
    school = register.schools.get(code)
    return ", ".join(part for part in (school.name, school.town) if part) if school else code
