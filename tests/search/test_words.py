"""The table of normalisation: what is left of a name that people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sto_cli.search.lexicon import Area, phrases
from sto_cli.search.municipalities import shipped_municipalities
from sto_cli.search.spelling import distance
from sto_cli.search.words import plain, read, read_street

READINGS = {
    "accents and capitals": ("François VATEL", "francois vatel"),
    "curly and straight apostrophes": ("Tabor College d’Ampte", "tabor college dampte"),
    "a place with 's": ("'s-Gravenhage", "gravenhage"),
    "its popular name": ("Den Haag", "gravenhage"),
    "'s-Hertogenbosch and Den Bosch": ("Den Bosch 's-Hertogenbosch", "hertogenbosch hertogenbosch"),
    "a/d": ("Capelle a/d IJssel", "capelle ijssel"),
    "initials with points": ("C.T. Stork College", "ct stork college"),
    "initials with spaces": ("H N Werkman College", "hn werkman college"),
    "initials without a space behind": ("Chr Sgm A.M.van Schurman", "christelijk scholengemeenschap am schurman"),
    "one word with college": ("Maartenscollege", "maartens college"),
    "two words with college": ("Maartens College", "maartens college"),
    "CSG": ("CSG Liudger", "christelijk scholengemeenschap liudger"),
    "Chr. SGM": ("Chr. SGM Liudger", "christelijk scholengemeenschap liudger"),
    "RSG": ("RSG Ter Apel", "regionaal scholengemeenschap apel"),
    "Sint": ("St.- Jozefmavo", "sint jozef mavo"),
    "a location": ("DaCapo College loc. Havikstraat", "dacapo college havikstraat"),
    "levels behind voor": ("Montessori College voor Vwo, Havo, Vmbo", "montessori college"),
    "levels in the middle": ("Scholengemeenschap voor Havo Mavo Vbo Het Baken", "scholengemeenschap baken"),
    "one level that is a name": ("Stedelijk Gymnasium", "stedelijk gymnasium"),
    "an exclamation mark for an i": ("Locatie, !mpulse Kollum", "impulse kollum"),
    "a number": ("PORTEUM 2", "porteum 2"),
    "one letter": ("Pius X College", "pius college"),
    "nothing": ("?! 😀", ""),
}


@pytest.mark.parametrize(("text", "words"), READINGS.values(), ids=READINGS)
def test_a_text_is_read_as_words(text: str, words: str):
    assert " ".join(read(text).words) == words


def test_levels_are_set_apart_and_told():
    assert read("Ichthus College Vmbo Basis/Kader").levels == {"vmbo", "basis", "kader"}


def test_a_street_is_read_without_its_number_and_with_its_ending():
    assert read_street("Cort van der Lindenstr 1-A") == ("cort", "lindenstraat")


WORD = st.text("abcdij", max_size=9)


@given(WORD, WORD, st.integers(1, 2))
def test_the_distance_is_that_of_the_library(one: str, other: str, most: int):
    assert distance(one, other, most) == min(OSA.distance(one, other), most + 1)


def test_another_name_of_a_place_leads_to_places_that_there_are(register):
    known = {plain(one.name).split(" (")[0] for one in shipped_municipalities()}
    known |= {plain(school.town).split(" (")[0] for school in register.schools.values()}
    areas = [typed for some in phrases().values() for _, typed in some if isinstance(typed, Area)]

    assert len(areas) > 250
    assert {(area.name, place) for area in areas for place in area.places if place not in known} == set()
