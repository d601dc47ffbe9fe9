"""Finding the school that a person means."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sto_cli.files.limits import QUESTION_LETTERS
from sto_cli.register.register import Register
from sto_cli.search import lookup
from sto_cli.search.codes import Marks, marks_in
from sto_cli.search.known import Known
from sto_cli.search.results import SearchResult

if TYPE_CHECKING:
    from sto_cli.search.by_words import WordSearch
    from sto_cli.search.left import LeftSchools
    from sto_cli.search.without_vmbo import OtherLocations

MOST_CANDIDATES = 5


class Matcher:
    """Finds schools of one register; what it needs is prepared once, when first used."""

    def __init__(self, register: Register, cache: Path | None = None) -> None:
        self.whole = register
        self.register = register.with_exams
        self._cache = cache
        self._looked = 0

    @cached_property
    def words(self) -> WordSearch:
        """The search by words; codes and postcodes are answered without it."""
        from sto_cli.search.by_words import WordSearch  # noqa: PLC0415 - 10 ms that a code does not need

        return WordSearch(self.register, self.others, self._cache)

    @property
    def work(self) -> int:
        """How many steps of about a microsecond the searches took so far, whatever machine this is."""
        return self._looked + (self.words.index.work if "words" in vars(self) else 0)

    @cached_property
    def others(self) -> OtherLocations:
        """The locations without vmbo."""
        from sto_cli.search.without_vmbo import OtherLocations  # noqa: PLC0415 - as above

        return OtherLocations(self.whole, self.register)

    @cached_property
    def left(self) -> LeftSchools:
        """The schools that left."""
        from sto_cli.search.left import LeftSchools  # noqa: PLC0415 - not for a name of today

        return LeftSchools(self.register)

    def find(
        self,
        query: str,
        *,
        place: str | None = None,
        street: str | None = None,
        postcode: str | None = None,
        website: str | None = None,
        limit: int = MOST_CANDIDATES,
    ) -> SearchResult:
        """Find the school that a query means.

        The query is a code, a BRIN, a name or part of one, a postcode, a place, a street or a web address, or a name
        with any of these, in any order. What else is known of the school (a list's other columns) decides between
        schools of one name, and speaks against a school that it does not fit.
        """
        if len(query) > QUESTION_LETTERS:
            return SearchResult(query, "not_found")
        marks = marks_in(query)
        known = Known(place, street, postcode or marks.postcode, website or marks.site)
        answer = self._answer(query, marks, known, limit)
        return answer._replace(candidates=answer.candidates[: max(limit, 0)])

    def _answer(self, query: str, marks: Marks, known: Known, limit: int) -> SearchResult:
        answer = lookup.by_marks(self.whole if marks.code in self.whole.schools else self.register, query, marks, limit)
        self._looked += lookup.LOOKING * len(answer.possible) if answer else 0
        if answer is None:
            text = self.words.apart(marks.text)
            by_words = self.words.find(query, text, known, limit)
            asked = text if query == marks.text else self.words.apart(query)
            return self._unless_left(self._unless_without_vmbo(by_words, text, known), asked)
        if answer.reason == "left" and marks.code:
            return answer._replace(left=(self.register.left[marks.code],))
        if answer.reason == "unknown_code" and marks.code in self.others.by_code:
            return answer._replace(reason="without_vmbo", without_vmbo=(self.others.by_code[marks.code],))
        if answer.best is not None and any(map(str.isalpha, marks.rest)):
            return self._unless_contradicted(answer, marks.rest, known)
        return answer

    def _unless_without_vmbo(self, answer: SearchResult, text: str, known: Known) -> SearchResult:
        """Say so if a location with havo and vwo only bears just this name; a sister of another name is not it."""
        if answer.best is not None and self.words.bears(answer.best, text, wholly=True):
            return answer  # asked first: it needs no list of other locations
        others = self.others.named(text, known.place)
        if not others:
            return answer
        if not any(self.words.bears(match, text) for match in answer.possible):
            near = answer.candidates or answer.possible
            return SearchResult(answer.query, "not_found", candidates=near, reason="without_vmbo", without_vmbo=others)
        if answer.best is None:
            return answer
        both = answer.possible  # a part of its name, which is the whole name of its sister
        return SearchResult(answer.query, "ambiguous", None, both, both, "locations", without_vmbo=others)

    def _unless_left(self, answer: SearchResult, asked: str) -> SearchResult:
        """Say so if one of just this name left the register; a former name that it had too is not decided then."""
        by_name = answer.best is not None and answer.best.basis != "former_name"
        if by_name or len(answer.possible) > 1:
            return answer
        left = self.left.named(asked)
        if left and answer.best is not None:
            return SearchResult(answer.query, "ambiguous", None, answer.possible, answer.possible, "alike", left)
        return answer._replace(left=left, reason="left" if left and answer.outcome == "not_found" else answer.reason)

    def _unless_contradicted(self, answer: SearchResult, rest: str, known: Known) -> SearchResult:
        """Keep what a code says, unless the text beside it is clearly another school's name."""
        by_words = self.words.find(rest, self.words.apart(rest), known, MOST_CANDIDATES)
        if answer.best is None or by_words.best is None or by_words.best.id == answer.best.id:
            return answer
        both = (answer.best, by_words.best)
        return SearchResult(answer.query, "ambiguous", None, both, both, "alike")
