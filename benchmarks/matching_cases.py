"""Labelled cases for the benchmark of matching: from pages and DUO files that people wrote, and made from the register.

Nothing here is random: what is changed in a name follows from the name, so that figures can be compared over time.
"""

from __future__ import annotations

import csv
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from sto_cli.register.imports.spelling import place_name
from sto_cli.register.model import School
from sto_cli.register.register import Register


@dataclass(frozen=True)
class Case:
    """One query with what it means: the codes that are right (none of them: no school of the register is)."""

    trouble: str
    query: str
    place: str
    right: frozenset[str]

    @property
    def half(self) -> str:
        """`tune` or `report`, by the query itself."""
        return ("tune", "report")[zlib.crc32(f"{self.query}|{self.place}".encode()) % 2]


def cases(register: Register, links: Path | None, history: Path | None) -> list[Case]:
    """All cases, each once."""
    found = [*made_cases(register)]
    if links:
        found += link_cases(register, links)
    if history:
        found += history_cases(register, history)
    return list(dict.fromkeys(found))


def link_cases(register: Register, path: Path) -> Iterator[Case]:
    """Names of member schools as pages write them, with their place; those whose codes the register does not hold."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        name, place = row["school_name"], row["place"]
        codes = frozenset(filter(None, row["vestigingscodes"].split("+")))
        known = frozenset(codes & register.schools.keys())
        if row["certainty"] in {"exact", "school", "likely"} and known:
            yield Case("page: name, place apart", name, place, known)
            yield Case("page: name and place in one", f"{name} {place}".strip(), "", known)
            yield Case("page: name alone", name, "", known)
        elif not known and row["certainty"] != "ambiguous" and not _bears(register, name, place):
            yield Case("no such school: on a page", name, place, frozenset())


def history_cases(register: Register, path: Path) -> Iterator[Case]:
    """Names and municipalities in DUO's exam file of earlier years.

    A school with havo and vwo only is not in the register, even where a sister of its name is.
    """
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in csv.DictReader(path.open(encoding="utf-8-sig"), delimiter=";"):
        key = row["INSTELLINGSNAAM VESTIGING"], place_name(row["GEMEENTENAAM"])
        codes[key].add(row["VESTIGINGSCODE"])
        kinds[key].add(row["ONDERWIJSTYPE VO"])
    for (name, place), having in codes.items():
        known = frozenset(having & register.schools.keys())
        if known:
            near = register.schools_by_municipality.get(place, ())
            yield Case("DUO 2019-2024: name, municipality", name, place, _meant(register, name, near, known))
            alike = _alike_before(codes, name, register)
            towns = {register.schools[code].municipality or "" for code in alike}
            there = (one for town in towns for one in register.schools_by_municipality.get(town, ()))
            yield Case("DUO 2019-2024: name alone", name, "", alike | _meant(register, name, there, alike))
        elif "VMBO" not in kinds[name, place] and not _bears(register, name, place):
            yield Case("no such school: havo/vwo", name, place, frozenset())


def _alike_before(codes: dict[tuple[str, str], set[str]], name: str, register: Register) -> frozenset[str]:
    having = {code for (other, _), some in codes.items() if other == name for code in some}
    return frozenset(having & register.schools.keys())


def _bears(register: Register, name: str, place: str) -> bool:
    """Whether a school of the register bears this very name in this place: then the name cannot tell."""
    return any(
        _letters(name) in {_letters(own) for own in (school.name, *school.aliases)}
        for school in register.schools_by_municipality.get(place, ())
    )


def made_cases(register: Register) -> Iterator[Case]:
    """Names of the register, changed as people change them."""
    towns: dict[str, list[School]] = defaultdict(list)
    for school in register.schools.values():
        towns[school.town].append(school)
    namesakes = {(_letters(school.name), school.town) for school in register.schools.values()}
    seen = set()
    for school in register.schools.values():
        key = _letters(school.name), school.town
        if key not in seen:
            seen.add(key)
            bearing = {one.id for one in towns[school.town] if _letters(one.name) == key[0]}
            right = _meant(register, school.name, towns[school.town], bearing)
            yield from _changed(school, right, towns[school.town])
            yield from _elsewhere(register, school, sorted(towns), namesakes)
    yield from invented(register, sorted(towns))


def _meant(register: Register, name: str, near: Iterable[School], bearing: Set[str]) -> frozenset[str]:
    """The locations that may be meant by a name, of those `bearing` it and the others near them.

    Of several that bear one name, however it is written, the one with exam candidates in the vmbo is meant, else one
    with vmbo. A sister that bears it as the name of the institution, or bore it, may be meant beside it.
    """
    near = list(near)
    same = bearing | {one.id for one in near if _spelt_out(one.name, one) == _spelt_out(name, one)}
    least = min(_standing(register.schools[code]) for code in same)
    meant = {code for code in same if _standing(register.schools[code]) == least}
    sisters = {code[:4] for code in same}
    also = (one for one in near if one.institution in sisters and _standing(one) <= least)
    return frozenset(meant | {one.id for one in also if _bore(one, name)})


def _standing(school: School) -> int:
    """0 with exam candidates in the vmbo, 1 with vmbo, 2 without."""
    return {"practical": 2, "havo_vwo": 2, "lower_years": 1}.get(school.kind, 0)


def _bore(school: School, name: str) -> bool:
    borne = (*school.aliases, *(former.name for former in school.former_names))
    return any(_spelt_out(one, school) == _spelt_out(name, school) for one in borne)


def _spelt_out(name: str, school: School) -> str:
    """A name without what it may lack: the levels behind it and its place; abbreviations are written out."""
    bare = _OFFER.sub("", _replaced(name, WRITTEN_OUT))
    return _letters(bare.replace(school.town, "").replace("-", " ")) or _letters(name)


_LEVEL = (
    r"(?:vmbo|vbo|mavo|havo|vwo|lwoo|pro|praktijkonderwijs|basis|kader|theoretische leerweg|ath(?:eneum)?|lyc|gymn?|"
    r"mavohavo)"
)
_OFFER = re.compile(
    rf"(?i)(?:(?:\svoor|\sv)(?:[\s,/]+(?:en\s)?(?:{_LEVEL}|lyceum|gymnasium))+|[\s,/]+{_LEVEL}(?:[\s,/]+(?:en\s)?{_LEVEL})+)$|\blocatie\b"
)


def _changed(school: School, right: frozenset[str], schools: Sequence[School]) -> Iterator[Case]:
    name, town = school.name, school.town
    pick = zlib.crc32(school.id.encode())
    yield Case("made: misspelt", misspelt(name, pick), town, right)
    if (abbreviated := _replaced(name, ABBREVIATIONS)) != name:
        yield Case("made: abbreviated", abbreviated, town, right)
    if (written_out := _replaced(name, WRITTEN_OUT)) != name:
        yield Case("made: written out", written_out, town, right)
    yield Case("made: place first", f"{town} {name}", "", right)
    if (turned := " ".join(reversed(name.split()))) != name:
        yield Case("made: order turned", turned, town, right)
    if school.address.street and pick % 3 == 0:
        same = {one.id for one in schools if one.address.street == school.address.street}
        there = right & same or {school.id}
        yield Case("made: name and street", f"{name} {school.address.street}", "", frozenset(there))


def _elsewhere(
    register: Register, school: School, towns: Sequence[str], namesakes: Set[tuple[str, str]]
) -> Iterator[Case]:
    """The name with a place where no school of that name is: not to be claimed, but to be offered."""
    pick = zlib.crc32(f"elsewhere {school.id}".encode())
    town = towns[pick % len(towns)]
    letters = _letters(school.name)
    if pick % 3 == 0 and (letters, town) not in namesakes and town.casefold() not in school.name.casefold():
        right = {one.id for one in register.schools.values() if _letters(one.name) == letters}
        yield Case("made: wrong place", school.name, town, frozenset(right))


def invented(register: Register, towns: list[str]) -> Iterator[Case]:
    """Schools that do not exist, named as schools are, in places where schools are."""
    known = {_letters(word) for school in register.schools.values() for word in school.name.split()}
    for number, stem in enumerate(stem for stem in INVENTED if _letters(stem) not in known):
        for turn, form in enumerate(("{} College", "CSG {}", "{} Lyceum", "Mavo {}", "SG {} voor Vmbo")):
            yield Case(
                "no such school: invented",
                form.format(stem),
                towns[(number * 37 + turn * 11) % len(towns)],
                frozenset(),
            )
        yield Case("no such school: invented", f"{stem} College", "", frozenset())


INVENTED = (
    "Berkenhof", "Zilverschans", "Van Duivenbode", "Kastanjelaan", "Roggeveen", "De Korenaar", "Simon Carmiggelt",
    "Het Hoefijzer", "Joke Smit", "Waterlelie", "Wim Sonneveld", "De Zeearend", "Annie Schmidt", "De Vuurtoren",
    "Oranjestein", "Tasman", "Van Speijk", "De Molenwiek", "Kenau", "Nova Zembla", "Heuvelrijk", "De Wielewaal",
    "Rembrandt van Rijn", "Pieter Stuyvesant", "De Kievit", "Prins Claus", "Koningin Emma", "Sint Servatius",
)  # fmt: skip

ABBREVIATIONS = (
    (r"\bCollege\b", "Coll."), (r"\bScholengemeenschap\b", "SG"), (r"\bChr(?:istelijke?)? S[Gg][Mm]\b", "CSG"),
    (r"\bLyceum\b", "Lyc."), (r"\bSint\b", "St."), (r"\b[Ll]ocatie,?\b", "loc."), (r"\bOpb SGM\b", "OSG"),
    (r"\bStedelijke?\b", "Sted."), (r"\bReg SGM\b", "RSG"), (r"\bRK SGM\b", "RKSG"),
)  # fmt: skip
WRITTEN_OUT = (
    (r"\bOpb SGM\b|\bOSG\b", "Openbare Scholengemeenschap"), (r"\bReg SGM\b|\bRSG\b", "Regionale Scholengemeenschap"),
    (r"\bChr SGM\b|\bCSG\b", "Christelijke Scholengemeenschap"), (r"\bRK SGM\b", "Rooms-Katholieke Scholengemeenschap"),
    (r"\bSGM\b|\bSG\b", "Scholengemeenschap"), (r"\bColl?\b\.?", "College"), (r"\bLyc\b", "Lyceum"),
    (r"\bSt\b\.?", "Sint"), (r"\b[Ll]oc\b[.,]?", "locatie"), (r"\bChr\b\.?", "Christelijk"),
    (r"\bVO\b", "voortgezet onderwijs"), (r"\bR'dam\b", "Rotterdam"),
)  # fmt: skip


def _replaced(name: str, table: Iterable[tuple[str, str]]) -> str:
    for pattern, replacement in table:
        name = re.sub(pattern, replacement, name)
    return name


def misspelt(name: str, pick: int) -> str:
    """Make one slip in the longest word of a name: leave a letter out, double, swap, or change one."""
    word = max(re.findall(r"[^\W\d_]+", name), key=len)
    if len(word) < 5:
        return name
    at = 1 + pick % (len(word) - 2)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + "aeiourst"[pick % 8] + word[at + 1 :],
    )
    return name.replace(word, slips[pick // 7 % 4], 1)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
