"""What holds for any query: it ends, claims nothing it cannot order, and does not mind how a name is dressed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sto_cli.register.load import load_register
from sto_cli.search.find import Matcher
from sto_cli.search.results import Known, SearchResult
from sto_cli.search.words import read


@cache
def matcher():
    return Matcher(load_register())


def searched():
    return matcher().register.schools


def parts():
    return [word for school in searched().values() for word in f"{school.name} {school.town}".split()]


SCHOOLS = st.deferred(lambda: st.sampled_from(list(searched().values())))
PARTS = st.deferred(lambda: st.sampled_from(parts()))
ANYTHING = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=6).map(" ".join))
MAYBE = st.none() | ANYTHING


def checked(answer: SearchResult) -> SearchResult:
    """Check what holds for every answer, and return it."""
    matches = [*answer.possible, *answer.candidates]
    assert all(0 <= match.score <= 1 for match in matches)
    assert all(match.name for match in matches)
    if answer.outcome == "found":
        assert answer.possible == (answer.best,)
        assert answer.candidates == ()
        assert answer.reason is None
    else:
        assert answer.best is None
        assert answer.reason is not None
    if answer.outcome == "ambiguous":
        assert answer.possible
        assert answer.candidates == answer.possible[: len(answer.candidates)]
        scores = [match.score for match in answer.possible]
        assert all(one >= other - 0.001 for one, other in pairwise(scores))
    if answer.outcome == "not_found":
        assert answer.possible == ()
    return answer


@example("ZWIJGER:CS", None, None, None, None, 0)
@given(ANYTHING, MAYBE, MAYBE, MAYBE, MAYBE, st.integers(0, 8))
def test_any_query_gives_a_sound_answer(query, place, street, postcode, website, limit):
    answer = checked(matcher().find(query, known=Known(place, street, postcode, website), limit=limit))

    assert answer.query == query
    assert len(answer.candidates) <= max(limit, 0)


def test_every_code_finds_its_school():
    found = {id_: matcher().find(id_).best for id_ in searched()}

    assert all(match is not None and match.school == searched()[id_] for id_, match in found.items())


@pytest.mark.sample(1)
@pytest.mark.parametrize("apart", [True, False], ids=["place apart", "in one"])
def test_every_name_with_its_place_finds_the_school_or_offers_it(apart):
    """Also each alias and former name, for every location."""
    lost = []
    for school in searched().values():
        for name in (school.name, *school.aliases, *(former.name for former in school.former_names)):
            query, place = (name, school.town) if apart else (f"{name} {school.town}", None)
            answer = matcher().find(query, place=place)
            reached = {match.id for match in (*answer.possible, *answer.beside)}
            if reached.isdisjoint((school.id, *school.successors)):
                lost.append((school.id, query, place))

    assert lost == []


DRESSINGS = {
    "capitals": str.upper,
    "small": str.lower,
    "spaces": lambda text: f"  {text.replace(' ', '   ')}\t",
    "commas": lambda text: re.sub(r"(?<=\w{3}) (?=\w{3})", ", ", text),
    "brackets": lambda text: f"({text})",
    "accents": lambda text: text.replace("e", "é").replace("o", "ö"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text.replace("e", "ë")),
    "quotes": lambda text: f"“{text}”",
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("dressing", DRESSINGS)
def test_the_dress_of_a_name_does_not_matter(dressing):
    """For every location."""
    lost = []
    for school in searched().values():
        plain = matcher().find(school.name, place=school.town)
        dressed = matcher().find(DRESSINGS[dressing](school.name), place=DRESSINGS[dressing](school.town))
        if (dressed.outcome, set(ids(dressed))) != (plain.outcome, set(ids(plain))):
            lost.append((school.id, school.name, school.town))

    assert lost == []


def ids(answer):
    return [match.id for match in answer.possible]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000,
        "a-" * 500,
        "a.a." * 250,
        "00AH17 " * 140,
        "Het Stedelijk Alpha " * 50,
        "é" * 1_000,
        "1 " * 500,
    ],
)
def test_a_text_without_end_is_read_no_further_than_a_name(text):
    assert matcher().find(text).outcome == matcher().find(text[:300]).outcome


def test_words_written_together_are_never_worth_more_than_words_apart():
    """For every location, and every two words of a name that stand beside each other: "winklerprins"."""
    worth_more = []
    for school in searched().values():
        words = read(school.name).words
        if "reeshof" in words:
            continue  # apart it is a district, too
        for place in (None, school.town):
            apart = matcher().find(" ".join(words), place=place)
            for at in range(len(words) - 1):
                together = " ".join((*words[:at], words[at] + words[at + 1], *words[at + 2 :]))
                best = matcher().find(together, place=place).best
                if best is not None and (apart.best is None or apart.best.id != best.id):
                    worth_more.append((together, place, best.id))

    assert worth_more == []
