"""Finding the school that a person means: one query, or many with one `Matcher`."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from sto_cli.register.register import Register
from sto_cli.search import deciding, lookup
from sto_cli.search.clues import Clue, postcode_clue, site_clue
from sto_cli.search.codes import Marks, marks_in
from sto_cli.search.index import Index, index_of
from sto_cli.search.question import Term, terms_of
from sto_cli.search.results import Answer
from sto_cli.search.scoring import score_all
from sto_cli.search.words import read, read_street

MOST_CANDIDATES = 5


def find(
    register: Register,
    query: str,
    *,
    place: str | None = None,
    street: str | None = None,
    postcode: str | None = None,
    website: str | None = None,
    limit: int = MOST_CANDIDATES,
    cache: Path | None = None,
) -> Answer:
    """Find the school that a query means; see `Matcher.find`. `cache` is the folder for the prepared words."""
    return Matcher(register, cache).find(
        query, place=place, street=street, postcode=postcode, website=website, limit=limit
    )


class Matcher:
    """Finds schools of one register; what it needs is prepared once, when first used."""

    def __init__(self, register: Register, cache: Path | None = None) -> None:
        self.register = register
        self._cache = cache

    @cached_property
    def index(self) -> Index:
        """The register's words; codes and postcodes are answered without it."""
        return index_of(self.register, self._cache)

    def find(
        self,
        query: str,
        *,
        place: str | None = None,
        street: str | None = None,
        postcode: str | None = None,
        website: str | None = None,
        limit: int = MOST_CANDIDATES,
    ) -> Answer:
        """Find the school that a query means.

        The query is a code, a BRIN, a name or part of one, a postcode, a place, a street or a web address, or a name
        with any of these, in any order. What else is known of the school (a list's other columns) decides between
        schools of one name, and speaks against a school that it does not fit.
        """
        marks = marks_in(query)
        answer = lookup.by_marks(self.register, query, marks, limit)
        if answer is not None:
            return answer
        return self._by_words(query, marks, place, street, postcode or marks.postcode, website or marks.site, limit)

    def _by_words(
        self,
        query: str,
        marks: Marks,
        place: str | None,
        street: str | None,
        postcode: str | None,
        website: str | None,
        limit: int,
    ) -> Answer:
        reading = read(marks.rest)
        if not reading.words and not reading.levels:
            return Answer(query, "not_found", reason="empty")
        terms = terms_of(self.index, reading.words, "query")
        if place:
            terms += self._place_terms(place, terms)
        if street:
            terms += terms_of(self.index, read_street(street), "street")
        clues = self._clues(postcode, website)
        scored = score_all(self.index, terms, clues)
        return deciding.decide(query, reading, terms, scored, limit)

    def _place_terms(self, place: str, terms: list[Term]) -> list[Term]:
        said = {term.word for term in terms}
        return [term for term in terms_of(self.index, read(place).words, "place") if term.word not in said]

    def _clues(self, postcode: str | None, website: str | None) -> list[Clue]:
        clues = (postcode_clue(self.index, postcode), site_clue(self.index, website))
        return [clue for clue in clues if clue is not None]
