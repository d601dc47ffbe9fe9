"""Searching by words: what a query says, scored against every entry of the register, and decided."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.areas import by_area, having, named_so
from sto_cli.search.clues import Clue, Postcodes, plain_postcode, postcode_clue, postcodes_of, site_clue
from sto_cli.search.deciding import decide
from sto_cli.search.entries import texts_of
from sto_cli.search.index import Findable, index_of
from sto_cli.search.known import Known
from sto_cli.search.levels import level_offered
from sto_cli.search.municipalities import Municipalities
from sto_cli.search.places import place_names, words_of_place
from sto_cli.search.question import Term, level_term, terms_of
from sto_cli.search.results import Match, SearchResult
from sto_cli.search.scoring import Scored, score_all
from sto_cli.search.without_vmbo import GENERAL, OtherLocations
from sto_cli.search.words import last_part, read, read_street

SEVERAL_PLACES = re.compile(r"(?<!\b[ao])\s*[/;|+]\s*(?!d\b)", re.IGNORECASE)
"""What stands between several places; the stroke of `a/d IJssel` does not."""

MOST_PARTED = 3
"""Places of a cell that are looked at one by one, as people write two or three; what stands behind them is one more."""

MOST_ANSWERS = 10_000
"""Answers that are remembered: the rows of a long list differ in more than what tells schools apart."""


class WordSearch:
    """Searches one register by words."""

    def __init__(self, register: Register, others: OtherLocations, cache: Path | None = None) -> None:
        self.register = register
        self.others = others
        self.index = index_of(register, cache)
        self.municipalities = Municipalities(register)
        self._sole: dict[int, bool] = {}
        self._answers: dict[tuple[object, ...], SearchResult] = {}

    def find(self, query: str, text: str, known: Known, limit: int) -> SearchResult:
        """Answer a query by its text, from which codes and the like are taken out; see `Matcher.find`."""
        terms, levelled = self._terms(text)
        asked = (*map(_signature, terms), levelled, known, limit)
        answer = self._answers.get(asked)
        if answer is None:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            answer = self._answers[asked] = self._answer(query, text, (terms, levelled), known, limit)
        return answer._replace(query=query)

    def _answer(
        self, query: str, text: str, read_terms: tuple[list[Term], bool], known: Known, limit: int
    ) -> SearchResult:
        terms, levelled = read_terms
        clues = self._clues(known)
        if not terms and not clues:
            return SearchResult(query, "not_found", reason="too_general" if levelled else "empty")
        if not clues and not known.street:
            answer = self._no_school_there(query, text, terms, known.place, limit)
            answer = answer or self._by_area(query, terms, known.place, limit)
            if answer is not None:
                return answer
        if known.street:
            terms = [*terms, *terms_of(self.index, read_street(known.street), "street")]
        alone = not (clues or known.place or known.street)
        scored = self._scored(terms, known.place, clues)
        return decide(query, terms, scored, limit, alone=alone, is_sole=self._is_sole)

    def _is_sole(self, entry: Findable) -> bool:
        """Whether an institution has no other location, with vmbo or without, in the place of this one."""
        if entry.number not in self._sole:
            self._sole[entry.number] = entry.school is not None and self._stands_alone(entry.school)
        return self._sole[entry.number]

    def _stands_alone(self, school: School) -> bool:
        if self.others.beside(school.institution, school.municipality):
            return False
        codes = self.register.codes_by_institution.get(school.institution, ())
        sisters = [self.register.schools[code] for code in codes if code != school.id]
        members = (member for _, member in self.register.members_by_institution.get(school.institution, ()))
        wide = words_of_place(school.town) == words_of_place(school.municipality or "")
        near = (one.town == school.town or (wide and one.municipality == school.municipality) for one in sisters)
        return not any(near) and all(member.place != school.town for member in members)

    def bears(self, match: Match, text: str, *, wholly: bool = False) -> bool:
        """Whether the words of a text are words of one of a school's names, or of where it lies.

        Words that any school may carry do not count. `wholly`: that name is one of today, and was said in full.
        """
        school = match.school
        if school is None:
            return set(read(text).words) - GENERAL <= {*read(match.name).words, *read(match.town).words}
        places = place_names(school.address.place, school.municipality, school.province)
        around = {word for words, _ in places for word in words}
        asked = set(read(text).words) - GENERAL - around
        former = {one.name for one in school.former_names}
        for name in texts_of(school)[:-1]:
            own = set(read(name).words) - GENERAL - around
            if asked <= own and (not wholly or (own <= asked and name not in former)):
                return True
        return False

    def _no_school_there(
        self, query: str, text: str, terms: list[Term], place: str | None, limit: int
    ) -> SearchResult | None:
        """Answer a query that names a municipality without a school, and no school."""
        if place and any(not term.general for term in terms):
            return None
        there = self.municipalities.without_school(place or text)
        if there is None or any(named_so(entry, terms) for entry in having(self.index, terms)):
            return None
        near = self.municipalities.nearest(there, limit)
        return SearchResult(query, "not_found", candidates=near, reason="no_school_there", municipality=there)

    def _by_area(self, query: str, terms: list[Term], place: str | None, limit: int) -> SearchResult | None:
        """Answer a query that names only a place, or nothing but "school" and the like beside a place."""
        if not place:
            return by_area(query, self.index, terms, limit)
        if any(not term.general for term in terms):
            return None
        return by_area(query, self.index, [*terms, *terms_of(self.index, read(place).words, "query")], limit)

    def _terms(self, text: str) -> tuple[list[Term], bool]:
        """The terms of a query, with one for the level that it names beside them; and whether it names any level."""
        reading = read(text)
        terms = terms_of(self.index, reading.words, "query")
        if part := last_part(text):
            words = set(read(part).words)
            terms = [term._replace(last=term.word in words) for term in terms]
        offered = level_offered(reading.levels)
        if terms and offered and not any(term.level for term in terms):
            terms.append(level_term(offered))
        return terms, bool(reading.levels)

    def _scored(self, terms: list[Term], place: str | None, clues: list[Clue]) -> list[Scored]:
        """Score with the place; of several ("Asten/Someren") the one counts for an entry that suits it best."""
        best: dict[int, Scored] = {}
        if place:  # then a place in the name is a part of the name (PCC Oosterhout, in Alkmaar)
            terms = [term._replace(place=False) for term in terms]
        for one in SEVERAL_PLACES.split(place or "", MOST_PARTED):
            there = terms_of(self.index, read(one).words, "place")
            for scored in score_all(self.index, [*terms, *there], clues):
                number = scored.entry.number
                if number not in best or best[number].score < scored.score:
                    best[number] = scored
        return list(best.values())

    def _clues(self, known: Known) -> list[Clue]:
        postcode = plain_postcode(known.postcode)
        clues = [postcode_clue(self._postcodes, postcode)] if postcode else []
        site = site_clue(self.register, known.website)
        return [*clues, site] if site else clues

    @cached_property
    def _postcodes(self) -> Postcodes:
        return postcodes_of(self.register)


def _signature(term: Term) -> tuple[object, ...]:
    """What of a term bears on the answer: of a number that no school has, only that it is one."""
    number = term.word.isdigit() and not term.likes
    return "number" if number else term.word, term.source, term.level, term.last
