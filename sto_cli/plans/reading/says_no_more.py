"""Whether a value says no more than what is read in it, so that a repair may stand in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sto_cli.plans.language.named_profiles import SHORT
from sto_cli.register.profiles import PROFILES, profile_code

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


_IDLE = frozenset(_words("en and of or de het een the a ook also in x"))
_FORM = _IDLE | frozenset(
    _words(
        "keuzevak keuzevakken keuzedeel kv technisch technische technical elective electives techniek technologie "
        "technology onderbouw ob onderbouwtechniek lower years lower-years praktijkgericht praktijkgerichte programma "
        "programma's programma’s praktijkgericht-programma practical programme practical-programme pgp niet "
        "niet-technisch non-technical non-technical-profile niet-technisch-profiel niet-techniekprofiel profiel "
        "profile richting binnen alle vier all four vormen forms"
    )
)
_KIND = _IDLE | frozenset(
    _words(
        "basisschool basisscholen basisonderwijs primair onderwijs po primary school schools education scholen vo vmbo "
        "middelbare voortgezet secondary roc aoc mbo mbo-school mbo-instelling college bedrijf bedrijven bedrijfsleven "
        "onderneming ondernemingen company companies business overig other overige"
    )
)
SHORTEST = 3
"""Letters of a word that may be short for one: “Chr SGM”."""


def profiles_say_no_more(written: str, codes: Iterable[str]) -> bool:
    """Whether a text holds nothing but the names or codes of these profiles."""
    names = {word for code in codes for word in _words(PROFILES[code].name)}
    known = _IDLE | names | SHORT.keys() | {"profiel", "profielen", "profile", "profiles"}
    return all(word in known or profile_code(word) for word in _words(written))


def form_says_no_more(written: str) -> bool:
    """Whether a text holds nothing but the words by which forms are called."""
    return all(word in _FORM for word in _words(written))


def kind_says_no_more(written: str) -> bool:
    """Whether a text holds nothing but the words by which kinds of partners are called."""
    return all(word in _KIND for word in _words(written))


def school_says_no_more(written: str, names: Iterable[str]) -> bool:
    """Whether a text holds nothing but words of what a school or region is called, or letters of them."""
    known = {word for name in names for word in _words(name)}
    return all(len(word) <= SHORTEST or any(one.startswith(word) for one in known) for word in _words(written))
