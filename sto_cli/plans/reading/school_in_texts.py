"""The school of a plan that no label names, by the names of the register: in its title, head, letter or signature.

In an answer, where neighbours and partners are named too, only what words before it call the own school counts; outside
the answers also a line that is no sentence, and a name that ends as a school's does (“… College”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.reading.own_school import FIRST_LINES, LONGEST_LINE, OF_OTHERS
from sto_cli.plans.reading.schools import is_named
from sto_cli.plans.reading.schools_named import ABOUT_A_SCHOOL

if TYPE_CHECKING:
    from sto_cli.plans.reading.as_read import Reading
    from sto_cli.register.model import School
    from sto_cli.register.register import Register

MOST_TEXTS, MOST_WORDS, LONGEST = 40, 7, 400
"""Texts that are looked through, words of a name, and characters of a text, in which a school is named early."""

NEAR = 60
"""Characters before a name that tell whether it is of others: “samen met het …”."""

SHORTEST = 5
"""Letters of a name without its words for a school; shorter ones are other words too."""

_WORD = re.compile(r"[\w'’.]*\w")
_MORE_OF_A_NAME = re.compile(r" ([A-Z][\w'-]*[a-z])")
_NAME = re.compile(r"[A-Z]\w*[a-z]")
_TOWN = re.compile(r",? (?:(?:in|te) )?([A-Z][\w'-]+)")
_ANOTHER = re.compile(rf"(?:{_TOWN.pattern})?(?: ?[&+/] ?|,? (?:en|and) |, )(?:het |de |the )?(?=[A-Z])")
"""What stands between the names of two schools: the place of the first, and what joins them."""
_KIND = ABOUT_A_SCHOOL | {"opb", "interconf", "regionale", "reg", "scholengroep", "st", "stichting"}
_CAP = r"[A-ZÀ-Ý][\w'’.&-]*"
_BEGINS_A_PART = r"(?:^|[:,;|·–—\"“(]\s*| - |\b(?:[Vv]an|[Nn]amens|[Oo]p|[Bb]ij|[Vv]oor|[Pp]lan|for|of|from|at) )"
_NO_SCHOOL = re.compile(
    r"\b(?:sto|regio|gemeente|provincie|roc|mbo|sterk|postbus|(?:techniek|plan|project|notitie|aanvraag)\w*)\b",
    re.IGNORECASE,
)
"""Words at the top that are no school's before a place: “STO Zeeuws-Vlaanderen, Terneuzen”."""
_ENDS_NAME = re.compile(r"[,(]| (?:voor|loc(?:atie)?|vestiging)\b")
_LOCATION = re.compile(r"[\s-]+loc(?:\.|atie)?\s+")
_OURS = re.compile(r"\b(?:plan|aanvraag|namens|hierbij|wij|we|ons|onze|ik|proposal|application|our)\b", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:school|locatie|docent\w*|team\w*|co[oö]rdinator)\b", re.IGNORECASE)
"""Words before the own school outside the answers; in one also a neighbour has teachers."""


class OwnText(NamedTuple):
    """A text that may name the school of a plan, and whether it stands outside the answers."""

    text: str
    outside: bool


def own_texts(reading: Reading) -> Sequence[OwnText]:
    """Return the texts that may name the school of a plan: what stands outside the answers, and in the first ones.

    None in YAML, where a school has its own label.
    """
    plan = reading.plan
    if plan is None or reading.in_yaml:
        return ()
    apart = sorted((*reading.of_a_letter, *reading.unread), key=lambda cell: cell.place.line)
    outside = (plan.title or "", *(cell.text for cell in apart), *reading.told.values())
    answers = (item.text for answer in (plan.vision, plan.goals, plan.activities) for item in answer.items)
    texts = [
        *(OwnText(text[:LONGEST], True) for text in (*outside, *reading.heads.values())),
        *(OwnText(text[:LONGEST], False) for text in answers),
    ]
    return [one for one in texts[:MOST_TEXTS] if _NAME.search(_with_capitals(one))]


def school_in_texts(texts: Iterable[OwnText], register: Register) -> str | None:
    """Return the first school that is named as the own one, with its place; None where there is none."""
    said = [one._replace(text=_with_capitals(one)) for one in texts]
    named = next(filter(None, (_own_name(*one, register) for one in said)), None)
    return named or next(
        filter(None, (_at_its_place(one.text, register, at) for at, one in enumerate(said) if one.outside)), None
    )


def _is_low_line(said: OwnText) -> bool:
    """Whether a line outside the answers has no capital: “zwin college oostburg / sto-plan”."""
    return said.outside and said.text.islower() and len(said.text) <= LONGEST_LINE


def _with_capitals(said: OwnText) -> str:
    """Return a text with names as people write them: “SOPHIANUM GULPEN – wat antwoorden wij”."""
    if said.text.isupper() or _is_low_line(said):
        return said.text.title()
    return _SHOUTED.sub(lambda found: found[0].title(), said.text) if said.outside else said.text


_SHOUTED = re.compile(r"\b[A-Z]{5,}\b")
"""A word in capitals that is too long for an abbreviation."""


def _at_its_place(text: str, register: Register, at: int) -> str | None:
    """Return a name and its place at the beginning of a part of a line: “Van: teamleider, De Rede, Terneuzen”.

    Of a name that the register does not know, only one that a line at the top, or one with profiles, begins with.
    """
    for found in _placed(register).finditer(text):
        name, town = found["name"], found["town"]
        if OF_OTHERS.search(text[: found.end()]) or (names_mbo(name) and at):
            continue
        begins = not (text[: found.end()] or found["goes_on"] or _NO_SCHOOL.search(name))
        if (begins and not OF_OTHERS.search(text) and (at < FIRST_LINES or profiles_in(text))) or is_named(
            register, f"{name}, {town}"
        ):
            return f"{name}, {town}"
    return None


@lru_cache(maxsize=1)
def _placed(register: Register) -> re.Pattern[str]:
    """Return the pattern of a name before a place that has schools, at the beginning of a part of a line."""
    towns = sorted({re.escape(school.town) for school in register.schools.values()}, key=len, reverse=True)
    return re.compile(
        rf"{_BEGINS_A_PART}(?:het |the )?(?=(?P<name>(?:[Dd]e |[Hh]et )?{_CAP}(?: {_CAP}){{0,4}}?)"
        rf"(?:,? (?:in|te) |, | \(| )(?P<town>{'|'.join(towns)})(?!\w)(?P<goes_on>[ -][A-Z])?)"
    )


def _own_name(text: str, outside: bool, register: Register) -> str | None:
    known, words = _names(register), list(_WORD.finditer(text))
    line = outside and len(text) <= LONGEST_LINE and not text.rstrip().endswith(".")
    for at, word in enumerate(words):
        before = text[max(0, word.start() - NEAR) : word.start()]
        if OF_OTHERS.search(before):
            continue
        for last in reversed(words[at : at + MOST_WORDS]):
            name = text[word.start() : last.end()]
            schools = known.get(_key(name), ()) if name != name.lower() and last[0] != "en" else ()
            if not schools or _goes_on(text[last.end() :], schools):
                continue
            if line or _OURS.search(before) or (outside and (_is_sure(name) or _STAFF.search(before))):
                more = _and_another(text[last.end() :], schools, known)
                return f"{name}{more}" if more else _with_place(name, schools, text)
    return None


def _and_another(rest: str, schools: Sequence[School], known: Mapping[str, Sequence[School]], place: str = "") -> str:
    """Return what stands behind a name and names another school too, or another place of it; nothing otherwise."""
    said = _ANOTHER.match(rest)
    if said is None:
        return ""
    place, towns = said[1] or place, {school.town for school in schools}
    for last in reversed(list(_WORD.finditer(rest, said.end()))[:MOST_WORDS]):
        name, behind = rest[said.end() : last.end()], rest[last.end() :]
        others = known.get(_key(name), ()) if name != name.lower() else ()
        if others and not _goes_on(behind, others):
            return f"{rest[: last.end()]}{_and_another(behind, others, known) or _place_of(others, behind)}"
        if name in towns and place in towns - {name}:
            return f"{rest[: last.end()]}{_and_another(behind, schools, known, name)}"
    return ""


def _place_of(schools: Sequence[School], rest: str) -> str:
    town = _TOWN.match(rest)
    return town[0] if town and any(school.town.startswith(town[1]) for school in schools) else ""


def names_another(text: str, school: str) -> bool:
    """Whether a text goes on behind the name of a school as if it names another one too."""
    name = school.partition(",")[0]
    return name in text and _ANOTHER.match(text.partition(name)[2]) is not None


def _goes_on(rest: str, schools: Sequence[School]) -> bool:
    """Whether a name goes on with another word that is no place of these schools: “Stedelijk Lyceum Waterrijk”."""
    more = _MORE_OF_A_NAME.match(rest)
    return more is not None and not any(school.town.startswith(more[1]) for school in schools)


def _is_sure(written: str) -> bool:
    words = plain(written).split()
    return len(words) > 1 and words[-1].endswith(("college", "lyceum", "vmbo", "school", "scholengroep"))


def _with_place(name: str, schools: Sequence[School], text: str) -> str:
    here = [town for town in {school.town for school in schools} if re.search(rf"\b{re.escape(town)}\b", text)]
    return f"{name}, {here[0]}" if len(here) == 1 and here[0] not in name else name


def _key(name: str) -> str:
    return "".join(word for word in plain(name).split() if word != "en")


@lru_cache(maxsize=1)
def _names(register: Register) -> dict[str, tuple[School, ...]]:
    """Return the schools by each of their names, in small letters without spaces, with and without its first words."""
    towns = {_key(school.town) for school in register.schools.values()}
    found: dict[str, dict[str, School]] = {}
    for school in register.schools.values():
        names = [school.name, *school.aliases, *(one.name for one in school.names_in_use)]
        names += [one.name for one in school.former_names]
        for name in names:
            *first, last = words = plain(_ENDS_NAME.split(name)[0]).split() or [""]
            short = {_key(" ".join(first))} if len(first) > 1 and last == plain(school.town) else set()
            for key in _keys(words) | short | {_key(_LOCATION.sub(" ", name))}:
                if len(key) >= SHORTEST and key not in towns:
                    found.setdefault(key, {})[school.id] = school
    return {key: tuple(schools.values()) for key, schools in found.items()}


def _keys(words: list[str]) -> set[str]:
    """Return the keys of a name: whole, and less the words for a kind of school at its begin and its end."""
    first = next((at for at, word in enumerate(words) if word not in _KIND), None)
    if first is None:
        return set()
    last = len(words) - next(at for at, word in enumerate(reversed(words)) if word not in _KIND)
    return {_key(" ".join(words[begin:end])) for begin in range(first + 1) for end in range(last, len(words) + 1)}
