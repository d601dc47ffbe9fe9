"""Searching by words: what a query says, scored against every entry of the register, and decided."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.areas import by_area, having, named_so
from sto_cli.search.clues import Clue, Postcodes, house_clue, plain_postcode, postcode_clue, postcodes_of, site_clue
from sto_cli.search.deciding import Asking, decide
from sto_cli.search.doubts import is_doubtful, lies_elsewhere
from sto_cli.search.index import Findable, index_of
from sto_cli.search.levels import level_offered
from sto_cli.search.municipalities import Municipalities
from sto_cli.search.other_kinds import other_kind
from sto_cli.search.parting import apart
from sto_cli.search.places import words_of_place
from sto_cli.search.question import Term, area_terms, level_term, profile_terms, terms_of
from sto_cli.search.reading import read_question
from sto_cli.search.results import Known, Match, Municipality, SearchResult, texts_of
from sto_cli.search.scored import Scored
from sto_cli.search.scoring import may_stand_before, score_all
from sto_cli.search.words import last_part, plain, read, read_street

SEVERAL_PLACES = re.compile(r"(?<!\b[ao])\s*[/;|+]\s*(?!d\b)", re.IGNORECASE)
"""What stands between several places; the stroke of `a/d IJssel` does not."""

_ARTICLE = re.compile(r"\b(?:de|het|t)\b")

MOST_PARTED = 3
"""Places of a cell that are looked at one by one, as people write two or three; what stands behind them is one more."""

LEAST_ASKING = 3
"""With so many words of asking a query is a sentence."""

MOST_ANSWERS = 10_000
"""Answers that are remembered: the rows of a long list differ in more than what tells schools apart."""


class QueryReading(NamedTuple):
    """What a query says, with what is known beside it: all that bears on its answer.

    `no_school_in`: the municipality without a school that it names; `by_place`: the place that was given, as words of a
    query that names no school; `places`: the terms of each place that was given.
    """

    terms: list[Term]
    levelled: bool
    no_school_in: Municipality | None = None
    by_place: Sequence[Term] = ()
    places: Sequence[Sequence[Term]] = ()
    street: Sequence[Term] | None = None
    number: str | None = None
    postcode: str | None = None
    website: str | None = None
    exams_first: bool = False
    in_sentence: bool = False

    @property
    def meaning(self) -> tuple[object, ...]:
        """What queries have in common that have the same answer.

        The order of words counts only where one is strange: it may be a board's, before the name of a school.
        """
        words = ((term.meaning, term.level, term.last) for term in self.terms)
        named = tuple(words) if any(map(may_stand_before, self.terms)) else frozenset(Counter(words).items())
        beside = tuple(
            tuple(term.meaning for term in some) for some in (self.by_place, self.street or (), *self.places)
        )
        apart = self.number, self.postcode, self.website, self.exams_first, self.in_sentence
        return named, beside, self.street is None, self.levelled, self.no_school_in, apart

    @property
    def named(self) -> bool:
        """Whether it holds a word that not nearly any school may carry."""
        return any(not term.general for term in self.terms)


class WordSearch:
    """Searches one register by words."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.index = index_of(register)
        self.municipalities = Municipalities(register)
        self._sole: dict[int, bool] = {}
        self._answers: dict[tuple[object, ...], SearchResult] = {}
        self._sites: dict[str, list[Clue]] = {}
        self._place_terms: dict[str, tuple[tuple[Term, ...], ...]] = {}

    def find(self, query: str, text: str, known: Known) -> SearchResult:
        """Answer a query by its text, from which codes and the like are taken out; see `Matcher.find`."""
        reading = self._reading(text, known)
        asked = reading.meaning
        answer = self._answers.get(asked)
        if answer is None:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            answer = self._answers[asked] = self._answer(query, reading)
        if answer.best is not None and is_doubtful(answer.best, text, self._towns):
            return SearchResult(query, "ambiguous", None, answer.possible, answer.possible, "alike")
        return answer._replace(query=query)

    def in_place_of(self, text: str) -> tuple[Match, ...]:
        """Return the schools in the place that a text names behind a name ("basisschool De Rank Enschede").

        Behind an article a place may be the name itself ("basisschool De Horst"): then none are returned.
        """
        name = " ".join(word for word in text.split() if not other_kind(word))
        terms = [term for term in terms_of(self.index, read(name).words, "query") if not term.general]
        where = [term for term in terms if term.place]
        if len(where) == len(terms) and _ARTICLE.search(plain(text)):
            return ()
        found = by_area(text, self.index, where, None, {}) if where else None
        return found.possible if found else ()

    def names_elsewhere(self, match: Match, text: str) -> bool:
        """Whether a text names a province, an area, or a street with a number, in which a school does not stand."""
        question, school = read_question(self.index, text), match.school
        if school is None:
            return False
        number = self._numbers[school.id]
        names = plain(" ".join(texts_of(school)))
        areas = [area for area in question.areas if area.name not in names]
        if areas and not any(number in self.index.within(area) for area in areas):
            return True
        spelt, where = f" {plain(text)} ", plain(f"{names} {school.province} {school.town} {school.municipality}")
        if any(f" {province} " in spelt and province not in where for province in self._provinces):
            return True
        return bool(question.street) and lies_elsewhere(school, Known(street=question.street), frozenset())

    def strange(self, words: Iterable[str]) -> list[str]:
        """Return those of some words that the register does not have."""
        return [word for word in words if word not in self.index.number_of]

    def apart(self, text: str) -> str:
        """Return a text with the words apart that are written together."""
        return apart(self.index, text)

    def _reading(self, text: str, known: Known) -> QueryReading:
        """Read what a query says, as far as it bears on the answer."""
        question = read_question(self.index, text)
        terms, levelled = self._terms(self.apart(question.text))
        terms += [*area_terms(self.index, question.areas), *profile_terms(self.index, question.profiles)]
        postcode = plain_postcode(known.postcode)
        reading = QueryReading(
            terms, levelled, number=question.number, postcode=postcode, website=known.website,
            exams_first=known.exams_first, in_sentence=question.asking >= LEAST_ASKING,
        )  # fmt: skip
        if known.street:
            reading = reading._replace(street=terms_of(self.index, read_street(known.street), "street"))
        if known.place:
            reading = reading._replace(places=self._places(known.place))
            if reading.named:
                return reading
            reading = reading._replace(by_place=terms_of(self.index, read(known.place).words, "query"))
        return reading._replace(no_school_in=self.municipalities.without_school(known.place or text))

    def _places(self, place: str) -> tuple[tuple[Term, ...], ...]:
        """The terms of each of several places ("Asten/Someren")."""
        known = self._place_terms.get(place)
        if known is None:
            if len(self._place_terms) >= MOST_ANSWERS:
                self._place_terms.clear()
            parts = SEVERAL_PLACES.split(place, MOST_PARTED)
            known = tuple(tuple(terms_of(self.index, read(one).words, "place")) for one in parts)
            self._place_terms[place] = known
        return known

    def _answer(self, query: str, reading: QueryReading) -> SearchResult:
        clues = self._clues(reading)
        if not reading.terms and not clues:
            return SearchResult(query, "not_found", reason="too_general" if reading.levelled else "empty")
        if not reading.website and reading.street is None:
            answer = self._no_school_there(query, reading) if not clues else None
            answer = answer or self._by_area(query, reading, clues)
            if answer is not None:
                return answer
        terms = [*reading.terms, *(reading.street or ())]
        alone = not (clues or reading.places or reading.street is not None)
        scored = self._scored(terms, reading.places, clues)
        how = Asking(alone, reading.exams_first, reading.in_sentence)
        return decide(query, terms, scored, how, self._is_sole)

    def _is_sole(self, entry: Findable) -> bool:
        """Whether an institution has no other location, with vmbo or without, in the place of this one."""
        if entry.number not in self._sole:
            self._sole[entry.number] = entry.school is not None and self._stands_alone(entry.school)
        return self._sole[entry.number]

    def _stands_alone(self, school: School) -> bool:
        codes = self.register.codes_by_institution.get(school.institution, ())
        sisters = [self.register.schools[code] for code in codes if code != school.id]
        members = (member for _, member in self.register.members_by_institution.get(school.institution, ()))
        wide = words_of_place(school.town) == words_of_place(school.municipality or "")
        near = (one.town == school.town or (wide and one.municipality == school.municipality) for one in sisters)
        return not any(near) and all(member.place != school.town for member in members)

    def _no_school_there(self, query: str, reading: QueryReading) -> SearchResult | None:
        """Answer a query that names a municipality without a school, and no school."""
        there, terms = reading.no_school_in, reading.terms
        if there is None or any(named_so(self.index, entry, terms) for entry in having(self.index, terms)):
            return None
        near = self.municipalities.nearest(there)
        return SearchResult(query, "not_found", candidates=near, reason="no_school_there", municipality=there)

    def _by_area(self, query: str, reading: QueryReading, clues: Sequence[Clue]) -> SearchResult | None:
        """Answer a query that names only a place, or nothing but "school" and the like beside a place."""
        if reading.places and reading.named:
            return None
        postcodes = next((clue.shares for clue in clues if clue.evidence == "postcode"), {})
        return by_area(query, self.index, [*reading.terms, *reading.by_place], reading.number, postcodes)

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

    def _scored(self, terms: list[Term], places: Sequence[Sequence[Term]], clues: list[Clue]) -> list[Scored]:
        """Score with the place; of several ("Asten/Someren") the one counts for an entry that suits it best."""
        if not places:
            return score_all(self.index, terms, clues)
        terms = [term._replace(place=False) for term in terms]  # a part of the name (PCC Oosterhout, in Alkmaar)
        best: dict[int, Scored] = {}
        for there in places:
            for scored in score_all(self.index, [*terms, *there], clues):
                number = scored.entry.number
                if number not in best or best[number].score < scored.score:
                    best[number] = scored
        return list(best.values())

    def _clues(self, reading: QueryReading) -> list[Clue]:
        clues = [postcode_clue(self._postcodes, reading.postcode)] if reading.postcode else []
        if reading.number:
            clues += house_clue(self.index, reading.terms, reading.number)
        if reading.website:
            clues += self._site_clues(reading.website)
        return clues

    def _site_clues(self, website: str) -> list[Clue]:
        known = self._sites.get(website)
        if known is None:
            if len(self._sites) >= MOST_ANSWERS:
                self._sites.clear()
            clue = site_clue(self.register, self._numbers, website)
            known = self._sites[website] = [clue] if clue else []
        return known

    @cached_property
    def _towns(self) -> frozenset[str]:
        """The words that are the whole name of a place."""
        return frozenset(self.index.words[number] for number in self.index.places)

    @cached_property
    def _provinces(self) -> frozenset[str]:
        return frozenset(plain(school.province) for school in self.register.schools.values() if school.province)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The schools' numbers by their codes."""
        return {code: number for number, code in enumerate(self.register.schools)}

    @cached_property
    def _postcodes(self) -> Postcodes:
        return postcodes_of(self.register)
