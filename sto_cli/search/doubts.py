"""Words of a query that make a found school a question: another numeral, a denial, a company, a friend, another kind.

They are looked for in the text itself, and only where a school is found by its words.
"""

import re
from collections.abc import Iterator, Set

from sto_cli.register.model import School
from sto_cli.search.clues import plain_postcode
from sto_cli.search.places import place_names, words_of_place
from sto_cli.search.reading import looks_like_street
from sto_cli.search.results import Known, Match, texts_of
from sto_cli.search.spelling import distance
from sto_cli.search.words import SMALL, plain, read, read_street

_NUMERAL = re.compile(r"\b([a-z]{4,}) (?:(x{1,3}(?:ix|iv|v?i{0,3})|ix|iv|vi{0,3}|i{1,3})|(\d{1,2}))\b(?! \d)")
_ROMAN = {"i": 1, "v": 5, "x": 10}

_DENIED = re.compile(r"^(?:niet|geen|not|no)\b|\b(?:niet|not)(?: meer)?$|^tot (?:en met )?(?:19|20)\d\d\b")
"""A school that is denied, or was meant until a year."""

_COMPANY = re.compile(
    r"\b(?:[a-z]+bedrij(?:f|ven)|garage|bakkerij|slagerij|kapsalon|kwekerij|hoveniers?|drukkerij|aannemer|restaurant|"
    r"supermarkt|makelaars?|holding|gmbh)\b"
)
"""What a company calls itself."""

_BESIDE = re.compile(
    r"\b(?:vriend(?:en|in|innen)?|bu(?:ur|ren|urman|urvrouw)|concurrent|leverancier|sponsor|friends?|neighbours?) "
    r"(?:van|of)\b|^(?:naast|tegenover|achter|vlakbij|dichtbij|next to|opposite|behind|near)\b"
)
"""What says that somebody or something near a school is meant."""

_SCHOOL = re.compile(r"\b([a-z]{4,}?)s?school\b")
_SCHOOL_IN_NAME = re.compile(r"[a-z]{4,}school\b(?!gemeenschap)")
_LOCATION = re.compile(r"\b(?:locatie|vestiging)\W+(?:de |het )?([a-z]+)$")
SIDES = frozenset({"noord", "oost", "zuid", "west", "centrum"})


def is_doubtful(match: Match, text: str, places: Set[str]) -> bool:
    """Whether a text holds a word that speaks against the school which was found by its words.

    `places`: the words that are names of places.
    """
    if match.school is None:
        return False
    spelt = plain(text)
    names = " / ".join(map(plain, texts_of(match.school)))
    if any(
        found[0] not in names for pattern in (_DENIED, _COMPANY, _BESIDE) for found in pattern.finditer(spelt.strip())
    ):
        return True
    if _other_numeral(spelt, names):
        return True
    located = not {"postcode", "website", "street"}.isdisjoint(match.evidence)
    return not located and (_other_school(spelt, names) or _other_side(spelt, match.school, places))


def is_denied(text: str) -> bool:
    """Whether a text denies what stands beside it."""
    return bool(_DENIED.search(plain(text).strip()))


def _other_numeral(spelt: str, names: str) -> bool:
    """Whether a word is numbered otherwise than in the names: Koning Willem I is not Koning Willem II."""
    own: dict[str, set[int]] = {}
    for word, number in _numerals(names):
        own.setdefault(word, set()).add(number)
    return any(number not in own.get(word, {number}) for word, number in _numerals(spelt))


def _numerals(text: str) -> Iterator[tuple[str, int]]:
    for word, roman, digits in _NUMERAL.findall(text):
        yield word, int(digits) if digits else _value(roman)


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _other_school(spelt: str, names: str) -> bool:
    """Whether a "…school" is called that no name holds: an Antoniusschool is no Antoniuscollege."""
    if _SCHOOL_IN_NAME.search(names):
        return False
    known = set(read(names).words)
    stems = ((found[1], found[0]) for found in _SCHOOL.finditer(spelt))
    return any(
        whole not in names and f"{stem} school" not in names and {stem, f"{stem}s"} & known for stem, whole in stems
    )


def _other_side(spelt: str, school: School, places: Set[str]) -> bool:
    """Whether the location that is named last is another side of the place, or another place."""
    found = _LOCATION.search(spelt)
    if not found or found[1] in SMALL or not (found[1] in SIDES or found[1] in places):
        return False
    where = (school.address.place, school.municipality, school.address.street)
    there = " ".join((*texts_of(school), *filter(None, where)))
    return found[1] not in plain(there)


def lies_elsewhere(school: School, known: Known, places: Set[tuple[str, ...]]) -> bool:
    """Whether a postcode, a place of the register or a street that is given is not where a school stands.

    The first two digits of a postcode count; digits may be of its name or the number of its house. A school may have
    moved within its place, so a street speaks against it only where neither the place nor the postcode says the same.
    """
    own, given = school.address.postcode or "", plain_postcode(known.postcode) or ""
    itself = " ".join((*texts_of(school), school.address.street or ""))
    if own and given and own[:2] != given[:2] and given not in itself:
        return True
    place = words_of_place(known.place or "")
    names = place_names(school.address.place, school.municipality, school.province)
    there = place in [words for words, _ in names]
    if place in places and not there:
        return True
    near = there or (given and own[:4] == given[:4])
    return not near and _in_other_street(school.address.street or "", known.street or "")


def _in_other_street(own: str, given: str) -> bool:
    """Whether two streets have no word alike; a post box is no street."""
    written = [word for word in read_street(given) if len(word) >= LEAST_ALIKE]
    if not own or not any(map(looks_like_street, written)):
        return False
    return not any(_alike(one, other) for one in written for other in read_street(own))


def _alike(one: str, other: str) -> bool:
    return len(other) >= LEAST_ALIKE and (one in other or other in one or distance(one, other, 2) <= 2)  # noqa: PLR2004


LEAST_ALIKE = 4
"""Letters of a word by which streets are told apart."""
