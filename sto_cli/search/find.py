"""Finding the school that a person means."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from sto_cli.files.limits import QUESTION_LETTERS
from sto_cli.register.register import Register
from sto_cli.search import lookup
from sto_cli.search.codes import Marks, marks_in
from sto_cli.search.results import NOTHING, Known, Match, Outcome, SearchResult

if TYPE_CHECKING:
    from sto_cli.search.by_words import WordSearch
    from sto_cli.search.left import LeftSchools

MOST_CANDIDATES = 5

SPELT_OUT = 0.98
"""Another school's name beside a code has at least this score; the name of a person may be like that of a school."""


JOINED = r"\s+(?:en|and|met|[-–—+&])\s+|\s*[/|+,]\s*"
"""What stands between the names of two schools that are one now, or one row of a list.

A code does not need it: it is compiled where it is used.
"""

JOINED_SCORE = 0.9
"""A name beside another is clearly that of a school with this score."""


class Matcher:
    """Finds schools of one register; what it needs is prepared once, when first used."""

    def __init__(self, register: Register) -> None:
        self.register = register

    @cached_property
    def words(self) -> WordSearch:
        """The search by words; codes and postcodes are answered without it."""
        from sto_cli.search.by_words import WordSearch  # noqa: PLC0415 - 10 ms that a code does not need

        return WordSearch(self.register)

    @cached_property
    def left(self) -> LeftSchools:
        """The schools that left."""
        from sto_cli.search.left import LeftSchools  # noqa: PLC0415 - not for a name of today

        return LeftSchools(self.register)

    def find(
        self, query: str, *, place: str | None = None, known: Known = NOTHING, limit: int = MOST_CANDIDATES
    ) -> SearchResult:
        """Find the school that a query means.

        The query is a code, a BRIN, a name or part of one, a postcode, a place, a street or a web address, or a name
        with any of these, in any order. What else is `known` of the school (a list's other columns) decides between
        schools of one name, and speaks against a school that it does not fit.
        """
        if len(query) > QUESTION_LETTERS:
            return SearchResult(query, "not_found")
        marks = marks_in(query)
        known = known._replace(
            place=known.place or place, postcode=known.postcode or marks.postcode, website=known.website or marks.site
        )
        answer = self.unless_elsewhere(self._answer(query, marks, known), known)
        if answer.outcome == "not_found" and marks.postcode and marks.rest:
            answer = self._named_elsewhere(answer, marks, known)
        if not known.exams_first:
            answer = self._unless_no_secondary_school(_as_today(self.register, answer), marks.text, known.place)
        return answer._replace(candidates=answer.candidates[: max(limit, 0)])

    def unless_elsewhere(self, answer: SearchResult, known: Known) -> SearchResult:
        """Return an answer, or ask if its school stands elsewhere than what is known of it says."""
        located = known.place or known.postcode or known.street
        if not located or answer.best is None:
            return answer
        if answer.best.school is None:
            return answer if self._may_have(answer.best, known.postcode) else _asked(answer, answer.best)
        from sto_cli.search.doubts import lies_elsewhere  # noqa: PLC0415 - as below

        return _asked(answer, answer.best) if lies_elsewhere(answer.best.school, known, self._places) else answer

    def _may_have(self, member: Match, postcode: str | None) -> bool:
        """Whether a member, of which the address is not known, may have a postcode, as far as its place tells."""
        area = (postcode or "")[:2]
        return not (area and member.town) or any(
            school.town == member.town for school in self.register.schools_of_postcode(area)
        )

    @cached_property
    def _places(self) -> set[tuple[str, ...]]:
        from sto_cli.search.places import words_of_place  # noqa: PLC0415 - as below

        schools = self.register.schools.values()
        return {words_of_place(name) for school in schools for name in (school.town, school.municipality) if name}

    def _answer(self, query: str, marks: Marks, known: Known) -> SearchResult:
        if marks.rest and marks != Marks(marks.rest) and _only_asking(marks.rest) and not _denied(marks.rest):
            marks = marks._replace(rest="")
        answer = lookup.by_marks(self.register, query, marks)
        if answer is None:
            by_words = self._unless_several(self.words.find(query, marks.text, known), marks.text, known)
            return self._unless_left(by_words, self.words.apart(query), known.place)
        if answer.reason == "left" and marks.code:
            return answer._replace(left=(self.register.left[marks.code],))
        if answer.best is not None and any(map(str.isalpha, marks.rest)):
            return self._unless_contradicted(answer, marks.rest, known)
        return answer

    def _unless_several(self, answer: SearchResult, text: str, known: Known) -> SearchResult:
        """Ask if one of the names that are joined in a text is clearly another school's ("Pius X en Fruijtier").

        Where the whole names none and each of them a school, these are meant.
        """
        best, parts = answer.best, re.split(JOINED, text)
        if answer.outcome == "not_found" and len(parts) > 1:
            each = [self.words.find(part, part, known).best for part in parts]
            schools = {one.id: one for one in each if one is not None}
            return _asked(answer, *schools.values()) if None not in each and len(schools) == len(parts) else answer
        if best is None or best.score >= JOINED_SCORE or len(parts) == 1:
            return answer
        firsts = [found[0] for part in parts if (found := self.words.find(part, part, known).possible)]
        named = [one for one in firsts if one.basis == "name" and one.score >= JOINED_SCORE]
        others = [one for one in named if (one.id or "")[:4] != (best.id or "")[:4]]
        return _asked(answer, best, *others) if others else answer

    def _unless_left(self, answer: SearchResult, asked: str, place: str | None) -> SearchResult:
        """Say so if one of just this name left the register; a former name that it had too is not decided then."""
        by_name = answer.best is not None and answer.best.basis != "former_name"
        if by_name or len(answer.possible) > 1:
            return answer
        left = self.left.named(asked, place)
        if answer.best is not None and all(answer.best.id in one.successors for one in left):
            return answer
        if left and answer.best is not None:
            return _asked(answer, *answer.possible)._replace(left=left)
        return answer._replace(left=left, reason="left" if left and answer.outcome == "not_found" else answer.reason)

    def _named_elsewhere(self, answer: SearchResult, marks: Marks, known: Known) -> SearchResult:
        """Ask which is meant where the name that stands beside a postcode is that of schools with another one."""
        named = self.words.find(marks.rest, marks.rest, known._replace(postcode=None)).possible
        return _asked(answer, *named) if any("name" in match.evidence for match in named) else answer

    def _unless_no_secondary_school(self, answer: SearchResult, text: str, place: str | None) -> SearchResult:
        """Say so if an mbo, a hogeschool or a primary school was asked for, with the schools in its place."""
        if answer.best is not None or answer.left or any("code" in match.evidence for match in answer.candidates):
            return answer
        from sto_cli.search.other_kinds import NOT_SECONDARY, other_kind, other_school  # noqa: PLC0415 - as below

        kind = other_kind(text) or (other_school(text) if answer.outcome == "not_found" else None)
        if kind not in NOT_SECONDARY or any(other_kind(match.matched) == kind for match in answer.possible):
            return answer
        there = self.words.in_place_of(place or text)
        outcome: Outcome = "ambiguous" if there else "not_found"
        return SearchResult(answer.query, outcome, None, there, there, "other_education", other=kind)

    def _unless_contradicted(self, answer: SearchResult, rest: str, known: Known) -> SearchResult:
        """Keep what a code says, unless the text beside it is a no, clearly another school's name, or another place."""
        by_words = self.words.find(rest, rest, known)
        fits = {match.id for match in (*by_words.possible, *by_words.beside)}
        if answer.best is None:
            return answer
        if self.words.names_elsewhere(answer.best, rest):
            return _asked(answer, answer.best)
        if answer.best.id in fits:
            return answer
        if by_words.best is None:
            other = by_words.reason in {"area", "elsewhere", "no_school_there"} or _denied(rest)
            other = other or any(match.score >= SPELT_OUT for match in by_words.possible)
            return _asked(answer, answer.best) if other else answer
        return _asked(answer, answer.best, by_words.best)


def _asked(answer: SearchResult, *possible: Match) -> SearchResult:
    """Return an answer as the question which of some is meant."""
    return SearchResult(answer.query, "ambiguous", None, possible, possible, "alike")


def _as_today(register: Register, answer: SearchResult) -> SearchResult:
    """Give the locations that took the place of one that closed; by its code, or in a list, the closed one is meant."""
    today: dict[str, Match] = {}
    for match in answer.possible:
        gone = match.school is not None and match.school.closed and match.basis not in {"code", "institution"}
        for code in (match.school.successors if match.school and gone else ()) or (match.choice,):
            now = (
                match._replace(school=register.schools[code], basis="former_name")
                if code in register.schools
                else match
            )
            today.setdefault(code, now if code != match.id else match)
    if list(today) == [match.choice for match in answer.possible]:
        return answer
    possible = tuple(today.values())
    if len(possible) == 1:
        return SearchResult(answer.query, "found", possible[0], possible=possible)
    return SearchResult(answer.query, "ambiguous", None, possible, possible, answer.reason or "locations")


def _only_asking(text: str) -> bool:
    from sto_cli.search.lexicon import only_asking  # noqa: PLC0415 - 5 ms that a code alone does not need

    return only_asking(text)


def _denied(text: str) -> bool:
    from sto_cli.search.doubts import is_denied  # noqa: PLC0415 - the same

    return is_denied(text)
