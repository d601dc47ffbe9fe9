"""Linking the rows of a list to schools: what a row says becomes a question, equal questions are asked once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from sto_cli.files.cells import Cell, cell_text
from sto_cli.files.tables import DataTable, filled
from sto_cli.lists.columns import Columns, Role, is_reviewed
from sto_cli.lists.decisions import Decision
from sto_cli.lists.headings import plain_heading
from sto_cli.lists.other_kinds import is_subheading, kind_beside, other_kind, other_school
from sto_cli.lists.results import Link, LinkedList, OtherKind, Question
from sto_cli.lists.work import bound_words, bound_work
from sto_cli.register.belonging import Belonging, Option, belonging, certain_belonging
from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.places import place_names, words_of_place
from sto_cli.search.results import Match, SearchResult
from sto_cli.search.words import LEVELS, word_set

Tracked = Callable[[Iterable["Question | None"], int], Iterable["Question | None"]]
"""Passes questions on and shows how far the work is; is told how many there are."""

CANDIDATES = 5
"""Candidates that a row names: a person chooses from five at a glance."""

CODE_LENGTH, BRIN_LENGTH = 6, 4

NO_SCHOOL = word_set("bedrijf gemeente po basisonderwijs basisschool hbo roc vso")
"""What else the level column of a list may say, of a row that is no vmbo school."""

NOWHERE = Belonging("unknown")
NOTHING_ASKED = SearchResult("", "not_found", reason="empty")
EMPTY = Link(Question(), "empty", NOTHING_ASKED, NOWHERE)


def link_list(table: DataTable, columns: Columns, linker: Linker, tracked: Tracked | None = None) -> LinkedList:
    """Link every row of a table.

    Raises:
        UnreadableFile: it holds far more different names than a list of schools does; most often said at once.
    """
    asked = list(questions(table, columns))
    bound_words(table, asked, linker.matcher)
    before = linker.matcher.work
    links, rows = [], _Rows(table, columns, linker)
    for index, question in enumerate(asked if tracked is None else tracked(asked, len(asked))):
        links.append(rows.link(index, linker.link(question)))
        bound_work(table, linker.matcher.work - before)
    return LinkedList(table, columns, links)


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
        """Whether half of the rows or more hold more than a name, so that one that does not is no school."""
        filled_cells = [number for number in map(_number_filled, self.table.body) if number]
        return sum(number > 1 for number in filled_cells) * 2 >= len(filled_cells) > 1

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
            link = _set_apart(link, "subheading" if is_subheading(link.question.name, self.places) else None)
        return _set_apart(link, kind_beside(link.question.name, (text(index, at) for at in self.free)))


def _number_filled(row: Sequence[Cell]) -> int:
    return sum(bool(cell_text(cell)) for cell in row)


FREE_CELLS = 20
"""Columns that are looked at for it: a list has some ten."""


def _by_its_name(link: Link) -> Link:
    """Return a link as what the row's name says that it is."""
    name = link.question.name
    kind = other_kind(name) or (other_school(name) if link.outcome != "ambiguous" else None)
    kind = kind or ("general" if link.answer.reason == "without_vmbo" else None)
    return _set_apart(link, kind)


def _set_apart(link: Link, kind: OtherKind | None) -> Link:
    """Return the link of a row of another kind: it is no vmbo school, so nothing is to be chosen.

    A code, and a name of the register that says the same of itself ("VSO Daaf Geluk"), stand. A name that was found
    although a word beside it says that it is no vmbo school is asked.
    """
    answer = link.answer
    if kind is None or any(other_kind(match.matched) == kind for match in answer.possible):
        return link
    if link.match is None:
        none = answer._replace(outcome="not_found", best=None, candidates=(), possible=())
        return Link(link.question, "not_found", none, NOWHERE, other=kind)
    if link.match.school is None or link.match.basis in {"code", "institution"}:
        return link
    return replace(link, outcome="ambiguous", answer=_in_doubt(answer, link.match))


def _in_doubt(answer: SearchResult, match: Match) -> SearchResult:
    return answer._replace(outcome="ambiguous", best=None, candidates=(match,), possible=(match,), reason="alike")


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


class Linker:
    """Links questions to schools, and remembers the answers.

    `decided` holds what a person said before, by what was asked in plain words (`Question.plain`). `on` is the day on
    which participations must hold to say which region a school belongs to.
    """

    def __init__(self, matcher: Matcher, on: date, decided: Mapping[Question, Decision] | None = None) -> None:
        self.matcher = matcher
        self.on = on
        self.decided = decided or {}
        self._links: dict[Question, Link] = {}
        self._regions: dict[str, Belonging] = {}

    def link(self, question: Question | None) -> Link:
        """Return the link for a question; None stands for an empty row."""
        if question is None:
            return EMPTY
        link = self._links.get(question)
        if link is None:
            link = self._links[question] = self._make(question)
        return link

    def ask(self, question: Question, query: str) -> Link:
        """Link a question by other words than its own: what a person typed."""
        return self._linked(question, self.matcher.find(query, limit=CANDIDATES))

    def _make(self, question: Question) -> Link:
        link = _by_its_name(self._linked(question, self._answer(question)))
        made = self.decided.get(question.plain) if self.decided else None
        return self.decide(link, made.school) if made else link

    def given(self, link: Link, code: str) -> Link:
        """Return the link to the school whose code the list itself gives; a code that is none changes nothing."""
        bare = "".join(letter for letter in code if letter.isalnum()).upper()
        if link.match is None or link.match.id != bare:
            link = self.decide(link, bare)
        return replace(link, given=True) if link.match and link.match.id == bare else link

    def decide(self, link: Link, chosen: str | None) -> Link:
        """Return the link as a person decided it: this choice, or none."""
        return decide(link, chosen, self.matcher.register, self.on)

    def _linked(self, question: Question, answer: SearchResult) -> Link:
        matches = (answer.best,) if answer.best else answer.possible
        if answer.best and answer.best.member and answer.best.id in self.matcher.register.left:
            answer = answer._replace(left=(self.matcher.register.left[answer.best.id],))
        return Link(question, answer.outcome, answer, self._shared(matches))

    def _answer(self, question: Question) -> SearchResult:
        """Ask by code and by name. When code, name and place disagree, nothing is decided."""
        by_code = self._by_code(question.code) if question.code else None
        if by_code is None or by_code.outcome == "not_found":
            return self._by_name(question) if question.name else by_code or NOTHING_ASKED
        agreed = _agreed(by_code, self._by_name(question)) if question.name else by_code
        if agreed.best and agreed.best.school and self._lies_elsewhere(agreed.best.school, question.place):
            return _in_doubt(agreed, agreed.best)
        return agreed

    def _lies_elsewhere(self, school: School, place: str) -> bool:
        """Whether a row names a place of the register in which its school does not lie."""
        given = words_of_place(place)
        names = place_names(school.address.place, school.municipality, school.province)
        return bool(given) and given not in [words for words, _ in names] and given in self._known_places

    @cached_property
    def _known_places(self) -> set[tuple[str, ...]]:
        schools = self.matcher.register.schools.values()
        return {words_of_place(name) for school in schools for name in (school.town, school.municipality) if name}

    def _by_code(self, code: str) -> SearchResult:
        return self.matcher.find(code, limit=CANDIDATES)

    def _by_name(self, question: Question) -> SearchResult:
        return self.matcher.find(
            question.name,
            place=question.place or None,
            street=question.street or None,
            postcode=question.postcode or None,
            website=question.website or None,
            limit=CANDIDATES,
        )

    def _shared(self, matches: tuple[Match, ...]) -> Belonging:
        """Return the region of the one school, or the region that is certain and the same for all of several."""
        if len(matches) == 1:
            return self._region(matches[0])
        certain = [self._region(match) for match in matches]
        if not certain or any(not one.certain or len(one.options) != 1 for one in certain):
            return NOWHERE
        return certain[0] if len({one.options[0].region.id for one in certain}) == 1 else NOWHERE

    def _region(self, match: Match) -> Belonging:
        key = match.id or match.name
        if key not in self._regions:
            self._regions[key] = region_of(match, self.matcher.register, self.on)
        return self._regions[key]


def region_of(match: Match, register: Register, on: date) -> Belonging:
    """Return the region of a match: a member's own, or the school's by record, area or nearness."""
    if match.member is not None:
        return Belonging("recorded", (Option(match.member.region),))
    return belonging(register, match.school, on) if match.school else NOWHERE


def decide(link: Link, chosen: str | None, register: Register, on: date) -> Link:
    """Return the link as a person decided it: this choice, or none. A choice that is not known decides nothing."""
    answer = link.answer
    if chosen is None:
        none = answer._replace(outcome="not_found", best=None, candidates=(), possible=())
        return replace(link, outcome="not_found", answer=none, belonging=NOWHERE, reviewed=True, other=None)
    known = next((match for match in (*answer.candidates, *answer.possible) if _is_chosen(match, chosen)), None)
    school = register.schools.get(chosen)
    match = known or (Match(school, None, 1.0, "code", chosen) if school else None)
    if match is None:
        return link
    decided = answer._replace(outcome="found", best=match, candidates=(), possible=(match,), reason=None)
    return Link(link.question, "found", decided, region_of(match, register, on), reviewed=True)


def _is_chosen(match: Match, chosen: str) -> bool:
    """Whether a choice is of this match; a member without a code is also chosen by its name and place in a cell."""
    return match.choice == chosen or (match.id is None and chosen == ", ".join(filter(None, (match.name, match.town))))


def candidate_regions(linked: LinkedList, register: Register, on: date) -> dict[str, str]:
    """Return the regions of all candidates as far as they are certain, by the `choice` of the candidate."""
    candidates = {one.choice: one for link in linked.links for one in link.candidates}
    return {chosen: certain_region(one, register, on) for chosen, one in candidates.items()}


def certain_region(match: Match, register: Register, on: date) -> str:
    """Return the id of a match's region where it is certain, else nothing."""
    if match.member is not None:
        return match.member.region.id
    region = certain_belonging(register, match.school, on).region if match.school else None
    return region.id if region else ""


def _agreed(by_code: SearchResult, by_name: SearchResult) -> SearchResult:
    """Join the answers by code and by name.

    A BRIN of several schools and a name that several have may meet in one. A code and a name that speak of different
    schools are a mistake in one of them, so both are offered.
    """
    coded = by_code.possible
    if by_name.outcome == "not_found":
        return by_code
    both = [match for match in by_name.possible if match.id in {other.id for other in coded}]
    if len(both) == 1:
        match = both[0] if len(coded) > 1 else coded[0]
        return by_code._replace(outcome="found", best=match, candidates=(), possible=(match,), reason=None)
    possible = tuple(both) if both else (*coded, *by_name.possible)
    return by_code._replace(
        outcome="ambiguous", best=None, candidates=possible[:CANDIDATES], possible=possible, reason="alike"
    )


ASKED: tuple[Role, ...] = (
    "name", "location", "level", "place", "street", "number", "postcode", "code", "site", "website",
)  # fmt: skip
"""The columns that say which school is meant."""


def _question(row: Mapping[Role, str]) -> Question:
    def said(role: Role) -> str:
        return row.get(role, "")

    return Question(
        name=_with_level(_with_part(said("name"), said("location")), said("level")),
        place=said("place"),
        street=" ".join(part for part in (said("street"), said("number")) if part),
        postcode=said("postcode"),
        code=_code(said("code"), said("site")),
        website=said("website"),
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
