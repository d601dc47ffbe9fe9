"""Finding the school that a person means: one query, or many with one `Matcher`."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from sto_cli.register.register import Register
from sto_cli.search import lookup
from sto_cli.search.areas import by_area
from sto_cli.search.clues import Clue, postcode_clue, site_clue
from sto_cli.search.codes import Marks, marks_in
from sto_cli.search.deciding import decide
from sto_cli.search.index import Index, index_of
from sto_cli.search.levels import level_offered
from sto_cli.search.question import Term, level_term, terms_of
from sto_cli.search.results import Answer
from sto_cli.search.scoring import Scored, score_all
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
        terms = terms_of(self.index, reading.words, "query")
        offered = level_offered(reading.levels)
        if offered and not any(term.level for term in terms):
            terms.append(level_term(offered))
        clues = self._clues(postcode, website)
        if not terms and not clues:
            return Answer(query, "not_found", reason="too_general" if reading.levels else "empty")
        if not clues and not place and not street:
            answer = by_area(query, self.index, terms, limit)
            if answer is not None:
                return answer
        if street:
            terms += terms_of(self.index, read_street(street), "street")
        scored = self._scored(terms, place, clues)
        return decide(query, terms, scored, limit)

    def _scored(self, terms: list[Term], place: str | None, clues: list[Clue]) -> list[Scored]:
        """Score with the place; where several are given ("Asten/Someren"), each entry by the one that suits it best."""
        best: dict[int, Scored] = {}
        for one in SEVERAL_PLACES.split(place or ""):
            there = terms_of(self.index, read(one).words, "place")
            for scored in score_all(self.index, [*terms, *there], clues):
                number = scored.entry.number
                if number not in best or best[number].score < scored.score:
                    best[number] = scored
        return list(best.values())

    def _clues(self, postcode: str | None, website: str | None) -> list[Clue]:
        clues = (postcode_clue(self.index, postcode), site_clue(self.index, website))
        return [clue for clue in clues if clue is not None]


SEVERAL_PLACES = re.compile(r"(?<!\b[ao])\s*[/;|+]\s*(?!d\b)")
"""What stands between several places; the stroke of `a/d IJssel` does not."""
