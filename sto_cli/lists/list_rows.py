"""The rows of a list: what each asks, and which school it is linked to by that and by what else stands in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sto_cli.files.cells import Cell, cell_text
from sto_cli.files.limits import LIST_NAMES, LIST_WORDS, QUESTION_LETTERS
from sto_cli.files.reading import too_large
from sto_cli.files.tables import DataTable, filled
from sto_cli.lists.columns import Columns, Role, is_reviewed
from sto_cli.lists.headings import plain_heading
from sto_cli.lists.matching import Linker, set_apart
from sto_cli.lists.other_kinds import is_subheading, kind_beside
from sto_cli.lists.results import Link, LinkedList, Question
from sto_cli.messages import message
from sto_cli.search.find import Matcher
from sto_cli.search.words import LEVELS, plain, word_set

Tracked = Callable[[Iterable["Question | None"], int], Iterable["Question | None"]]
"""Passes questions on and shows how far the work is; is told how many there are."""

CODE_LENGTH, BRIN_LENGTH = 6, 4

NO_SCHOOL = word_set("bedrijf gemeente po basisonderwijs basisschool hbo roc vso")
"""What else the level column of a list may say, of a row that is no vmbo school."""


def link_list(table: DataTable, columns: Columns, linker: Linker, tracked: Tracked | None = None) -> LinkedList:
    """Link every row of a table.

    Raises:
        UnreadableFile: it holds far more different names than a list of schools does; said at once.
    """
    asked = list(questions(table, columns))
    _refuse_other_names(table, asked, linker.matcher)
    rows = _Rows(table, columns, linker)
    asking = asked if tracked is None else tracked(asked, len(asked))
    return LinkedList(table, columns, [rows.link(at, linker.link(question)) for at, question in enumerate(asking)])


_WORD = re.compile(r"[a-z]{4,}")


def _refuse_other_names(table: DataTable, asked: Iterable[Question | None], matcher: Matcher) -> None:
    """Refuse a list that is none of schools, before anything is looked up."""
    different = {question for question in asked if question is not None}
    strange: set[str] = set()
    if len(different) <= LIST_NAMES:
        for question in different:
            strange.update(matcher.words.strange(_WORD.findall(plain(question.name[:QUESTION_LETTERS]))))
    if len(different) > LIST_NAMES or len(strange) > LIST_WORDS:
        raise too_large(table.path, OTHER_NAMES)


OTHER_NAMES = message(
    "It holds far more different names than there are schools: keep the rows that name schools, each once, or split "
    "it into smaller files."
)


class _Rows:
    """Lays what else stands in a row over the link that its question has."""

    def __init__(self, table: DataTable, columns: Columns, linker: Linker) -> None:
        self.table = table
        self.columns = columns
        self.linker = linker
        used = set(columns.values())
        self.free = [at for at in range(min(len(table.headings), FREE_CELLS)) if at not in used]
        """The columns that are for nothing else: a word there may say what a row is."""

    @cached_property
    def has_subheadings(self) -> bool:
        """Whether a third of the rows or more hold more than a name: one that names but places is no school then."""
        filled_cells = [number for number in map(_number_filled, self.table.body) if number]
        return sum(number > 1 for number in filled_cells) * 3 >= len(filled_cells) > 1

    @cached_property
    def places(self) -> set[str]:
        """The words in names of places, municipalities and regions."""
        register = self.linker.matcher.register
        names = [name for region in register.regions.values() for name in (region.name, *region.aliases)]
        for school in register.schools.values():
            names += filter(None, (school.town, school.municipality, school.province, school.labour_market_region))
        return {word for name in names for word in plain_heading(name).split()}

    def link(self, index: int, link: Link) -> Link:
        """Return the link of a row with the code that a person or a former `sto match` put into it, or as no school."""
        columns, text = self.columns, self.table.text
        if "linked" in columns and (code := text(index, columns["linked"])):
            return self.linker.given(link, code)
        if "linked_basis" in columns and link.open and is_reviewed(text(index, columns["linked_basis"])):
            return self.linker.decide(link, None)
        if not link.open:
            return link
        if _number_filled(self.table.body[index]) == 1 and self.has_subheadings:
            link = set_apart(link, "subheading" if is_subheading(link.question.name, self.places) else None)
        return set_apart(link, kind_beside(link.question.name, (text(index, at) for at in self.free)))


def _number_filled(row: Sequence[Cell]) -> int:
    return sum(bool(cell_text(cell)) for cell in row)


FREE_CELLS = 20
"""Columns that are looked at for it: a list has some ten."""


def open_links(linked: LinkedList) -> list[tuple[Link, list[int]]]:
    """Return what a person should look at, each once, with the numbers of the rows that say it, in their order."""
    rows: dict[Question, list[int]] = {}
    links: dict[Question, Link] = {}
    for index, link in enumerate(linked.links):
        if link.open:
            rows.setdefault(link.question, []).append(linked.number(index))
            links[link.question] = link
    return [(links[question], numbers) for question, numbers in rows.items()]


def questions(table: DataTable, columns: Columns) -> Iterator[Question | None]:
    """Yield what each row asks, None for an empty row; rows that say the same share one question."""
    roles = [role for role in ASKED if role in columns]
    known: dict[tuple[str, ...], Question] = {}
    for index, row in enumerate(table.body):
        if not filled(row):
            yield None
            continue
        said = tuple([table.text(index, columns[role]) for role in roles])
        question = known.get(said)
        if question is None:
            question = known[said] = _question(dict(zip(roles, said, strict=True)))
        yield question


ASKED: tuple[Role, ...] = (
    "name", "location", "level", "place", "street", "number", "postcode", "code", "site", "website", "region",
)  # fmt: skip
"""The columns that say which school is meant."""


def _question(row: Mapping[Role, str]) -> Question:
    def cell(role: Role) -> str:
        return row.get(role, "")

    return Question(
        name=_with_level(_with_part(cell("name"), cell("location")), cell("level")),
        place=cell("place"),
        street=" ".join(part for part in (cell("street"), cell("number")) if part),
        postcode=cell("postcode"),
        code=_code(cell("code"), cell("site")),
        website=cell("website"),
        region=cell("region"),
    )


def _with_part(name: str, part: str) -> str:
    """Put the part of a school behind its name, unless the one holds the other already."""
    if name.casefold() in part.casefold():
        return part
    return f"{name}, {part}" if part and part.casefold() not in name.casefold() else name


def _with_level(name: str, level: str) -> str:
    """Put the level behind the name, where the column holds a level and nothing else: it tells sisters apart."""
    words = re.findall(r"[^\W_]+", level.casefold())
    known = bool(words) and all(word in LEVELS or word in NO_SCHOOL or len(word) == 1 for word in words)
    return f"{name} {level}" if name and known and level.casefold() not in name.casefold() else name


def _code(code: str, site: str) -> str:
    """Make a vestigingscode of a BRIN and the number of the site: `00AH` and `7` → `00AH07`."""
    bare = "".join(letter for letter in code if letter.isalnum()).upper()
    if len(bare) == CODE_LENGTH:
        return bare
    number = "".join(letter for letter in site if letter.isalnum()).upper()
    if len(number) == CODE_LENGTH and number.startswith(bare):
        return number
    joined = f"{bare}{number.zfill(CODE_LENGTH - BRIN_LENGTH)}" if number else bare
    return joined if len(bare) == BRIN_LENGTH else bare
