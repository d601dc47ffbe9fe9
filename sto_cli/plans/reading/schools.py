"""Finding the school of a plan by what the plan calls it: a code, a name, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.reading.regions import find_region
from sto_cli.register.belonging import certain_belonging

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sto_cli.plans.model import Plan
    from sto_cli.register.model import School
    from sto_cli.register.register import Register
    from sto_cli.search.find import Matcher
    from sto_cli.search.results import SearchResult

CODE = re.compile(r"(?<![0-9A-Z])[0-9]{2}[A-Z]{2}[0-9]{2}(?![0-9A-Z])", re.IGNORECASE)

WRITTEN_CODE = re.compile(
    r"(?<![0-9A-Z])(?=[A-Z]*[0-9][A-Z]*[0-9])[0-9OI]{2}[A-Z]{2}[0-9OIL]{2}(?![0-9A-Z])", re.IGNORECASE
)
"""A code as people type it: with a letter O for a zero too (“16ZKO2”)."""

_INSTITUTION = re.compile(r"[0-9]{2}[A-Z]{2}", re.IGNORECASE)

_LOCATION = re.compile(r",\s*(?:locatie|vestiging|dependance) [^,]*", re.IGNORECASE)
"""What tells the locations of a school apart, behind its name."""

LONGEST_NAME = 120
"""Characters of a school's name with its place."""

MOST_NEAR = 3
"""Codes that a sentence offers for one that does not exist."""


_SEVERAL = re.compile(r"\s(?:en|and)\s|[;&+]|(?<!\ba)/", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:en|and)\s+|\s*(?:[;&+,]|(?<!\ba)/)\s*", re.IGNORECASE)
"""What shows that a plan may be of several schools, and what stands between them; “a/d” is of a place."""

_WITH_PROFILES = re.compile(r"\s*\((?:vmbo|profiel)[^)]*\)|,\s*profiel.*", re.IGNORECASE)
"""What stands behind a name and is no part of it: “Groevenbeek, Ermelo (vmbo, D&P)”."""

MOST_SCHOOLS = 8
"""Schools that hand in one plan together."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The school that a plan names, or those that it may mean (none, when it names none that is known)."""

    school: School | None = None
    together: Sequence[School] = field(default=())
    """The schools of a plan that names several."""
    by_name: School | None = None
    """The school whose name stands beside a code that does not exist: most likely the one that is meant."""
    possible: Sequence[School] = field(default=())
    alike: Sequence[School] = field(default=())
    """The schools that the name beside a code that does not exist may mean."""

    @property
    def known(self) -> bool:
        """Whether the register knows anything by that name."""
        return bool(self.school or self.together or self.by_name or self.possible or self.alike)


def are_one(schools: Sequence[School]) -> bool:
    """Whether schools are locations of one institution, or two codes of one school: one name in one place."""
    return len({school.institution for school in schools}) == 1 or len({(one.name, one.town) for one in schools}) == 1


def school_meant(register: Register, plan: Plan, today: date | None) -> Meant:
    """Find the school of a plan; a name must be that of exactly one, if need be with the plan's region and profiles."""
    written = _WITH_PROFILES.sub("", plan.school or "")
    known = register.schools.get(written)
    if known is not None or not written or len(written) > LONGEST_NAME * MOST_SCHOOLS:
        return Meant(known)
    if ";" in written and (listed := _each_part(register, plan, written.split(";"), today)).known:
        return listed
    codes = {code.upper() for code in WRITTEN_CODE.findall(written)}
    if codes:
        found = schools_coded(register, written)
        if any(not _speaks_of(found, part) for part in written.split(";")[";" not in written :]):
            return Meant(possible=found)
        if len(found) == len(codes):
            return Meant(found[0]) if len(found) == 1 else Meant(together=found)
        return Meant() if found else _beside_code(register, plan, written, today)
    if _INSTITUTION.fullmatch(written):
        schools = register.schools_by_institution.get(written.upper(), ())
        return Meant(schools[0] if len(schools) == 1 else None)
    return _without_code(register, plan, written, today)


def _without_code(register: Register, plan: Plan, written: str, today: date | None) -> Meant:
    together = _named_together(register, plan, written, today)
    if together.known or len(written) > LONGEST_NAME:
        return together
    meant = _by_name(register, plan, written, today)
    if not meant.known and "," in written:
        return _each_part(register, plan, _BETWEEN.split(written), today)
    return Meant(possible=(meant.school,)) if meant.school and _names_another(meant.school, written) else meant


def schools_coded(register: Register, written: str) -> list[School]:
    """Return the schools whose codes stand in a text, each once, in its order; unknown codes are left out."""
    codes = dict.fromkeys(code.upper() for code in WRITTEN_CODE.findall(written))
    return [register.schools[code] for code in codes if code in register.schools]


def _named_together(register: Register, plan: Plan, written: str, today: date | None) -> Meant:
    """Return the schools of “Alpha Enschede en Zone.college Enschede”, where each part is one; none otherwise.

    A comma stands between schools or before a place.
    """
    if not _SEVERAL.search(written) or _is_a_name(register, written):
        return Meant()
    return _each_part(register, plan, _BETWEEN.split(written), today)


def _speaks_of(schools: Sequence[School], part: str) -> bool:
    """Whether a part of a list is one of these schools: its code, or words of its name, its street or its place."""
    known = {word for one in schools for text in (one.name, *one.aliases, one.town, one.address.street or "")
             for word in _words(text)}  # fmt: skip
    return WRITTEN_CODE.search(part) is not None or known.issuperset(_words(part))


_ANOTHER = re.compile(r"(?:\s(?:en|and)\s|[;&+])[^;&+]*?[A-Z](?:[\w.'-]+ [CLM]|[\w-]{3,}[clm])(?:ollege|yceum|avo)\b")


def _names_another(school: School, written: str) -> bool:
    """Whether a name behind that of a school is of another one, which the register does not know by it."""
    names = [school.name, *school.aliases, *(one.name for one in school.names_in_use)]
    names += [one.name for one in school.former_names]
    if not _ANOTHER.search(written):
        return False
    first = len(_words(_SEVERAL.split(written)[0])) + 1
    return not any(_words(name)[:first] == _words(written)[:first] for name in names)


def _each_part(register: Register, plan: Plan, written: Sequence[str], today: date | None) -> Meant:
    """Return the schools of parts that each name one, or all that they may mean where a part may mean several.

    A part may be the place of another location: “Het Noordik Almelo en Vriezenveen”.
    """
    parts = [part.strip(" ,") for part in written if part.strip(" ,")]
    if not 1 < len(parts) <= MOST_SCHOOLS:
        return Meant()
    named: list[tuple[School, ...]] = []
    for part in parts:
        coded = schools_coded(register, part)
        one = _schools_of(_by_name(register, plan, part, today)) if len(coded) != 1 else tuple(coded)
        if not one and named:
            one = _schools_of(_by_name(register, plan, f"{named[-1][0].name} {part}", today))
            if one and {school.id for school in one} <= {school.id for school in named[-1]}:
                named.pop()  # a place that tells which one the name before it means
        if not one:
            return Meant()
        named.append(one)
    found = tuple({school.id: school for one in named for school in one}.values())
    if any(len(one) > 1 for one in named):
        return Meant(possible=found)
    return Meant(together=found) if len(found) > 1 else Meant()


def _schools_of(meant: Meant) -> tuple[School, ...]:
    return (meant.school,) if meant.school else tuple(meant.possible)


def _is_a_name(register: Register, written: str) -> bool:
    """Whether a text is the name of a school as a whole, with or without its place."""
    name, _, place = written.partition(",")
    if any(
        school.name == name.strip() and (not _SEVERAL.search(place) or school.town == place.strip())
        for school in register.schools.values()
    ):
        return True
    best = _matcher(register).find(written).best
    return best is not None and best.school is not None and bool(_of_that_name([best.school], written))


def may_be_several(register: Register, plan: Plan, today: date | None) -> bool:
    """Whether a plan names what the register knows, but not which school or location of it: “00AH”, a common name."""
    written = (plan.school or "").upper()
    meant = school_meant(register, plan, today)
    several = len(meant.possible) > 1 or len(register.schools_by_institution.get(written, ())) > 1
    return meant.school is None and not meant.together and several


def _beside_code(register: Register, plan: Plan, written: str, today: date | None) -> Meant:
    """Return the school that a text names beside a code that does not exist, or whose code it almost is."""
    name = WRITTEN_CODE.sub(" ", written).strip(" ,;()-–")
    if not name:
        return Meant()
    named = _by_name(register, plan, name, today)
    near = {school.id for code in WRITTEN_CODE.findall(written) for school in near_codes(register, code.upper())}
    likely = named.school or next((school for school in named.possible if near == {school.id}), None)
    return Meant(by_name=likely, alike=named.possible)


def _by_name(register: Register, plan: Plan, written: str, today: date | None) -> Meant:
    answer = _found(register, written)
    if answer.best is not None:
        return _if_it_fits(answer.best.school, plan) if answer.best.basis in {"name", "former_name"} else Meant()
    if answer.reason not in {"locations", "alike"}:
        return Meant()
    possible = [match.school for match in answer.possible if match.school is not None]
    of_vmbo = [school for school in possible if school.with_vmbo]  # a plan is one of a vmbo
    possible = of_vmbo if len(of_vmbo) > 1 or (of_vmbo and are_one(possible)) else possible
    for narrower in (_of_that_name(possible, written), _of_the_region(register, plan, possible, today)):
        if len(narrower) == 1:
            return Meant(narrower[0])
        possible = narrower or possible
    offering = [school for school in possible if set(plan.profiles) <= set(school.profiles or ())]
    if plan.profiles and len(offering) == 1:
        return Meant(offering[0])
    return Meant(possible=tuple(possible))


def _found(register: Register, written: str) -> SearchResult:
    """Look a name up; a location that leads to no school is left out, for the register does not know them all."""
    from sto_cli.search.results import Known  # noqa: PLC0415 - as below

    named = Known(exams_first=True)
    answer = _matcher(register).find(written, known=named)
    name = _LOCATION.sub("", written)
    if answer.best is not None or name == written:
        return answer
    without = _matcher(register).find(name, known=named)
    return answer if answer.possible and without.best is None else without


def is_named(register: Register, written: str) -> bool:
    """Whether a name is that of a school, or of several."""
    answer = _found(register, written)
    known = answer.best is not None and answer.best.basis in {"name", "former_name"}
    return known or answer.reason in {"locations", "alike"}


def _if_it_fits(school: School | None, plan: Plan) -> Meant:
    """Return the school that a name stands for; only as a possible one when the plan has profiles, and it has none."""
    if school is not None and plan.profiles and not school.profiles:
        return Meant(possible=(school,))
    return Meant(school)


def _of_that_name(possible: Sequence[School], written: str) -> list[School]:
    said = _words(written)
    return [school for school in possible if said in (_words(school.name), _words(f"{school.name} {school.town}"))]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain_word(text))


def _of_the_region(register: Register, plan: Plan, possible: Sequence[School], today: date | None) -> list[School]:
    region = find_region(register, plan.region) if plan.region else None
    if region is None:
        return list(possible)
    return [
        school
        for school in possible
        if any(option.region is region for option in certain_belonging(register, school, today).options)
    ]


@lru_cache(maxsize=2)
def _matcher(register: Register) -> Matcher:
    from sto_cli.search.find import Matcher  # noqa: PLC0415 - only for a school that is named, not coded

    return Matcher(register)


def codes_in(written: str) -> list[str]:
    """Return the codes of schools in a text, in capitals; also one that no school has: “0000AB01”, “ABCD01”."""
    whole = [written] if _SHAPED.fullmatch(written) else []
    return [code.upper() for code in WRITTEN_CODE.findall(written)] or whole


_SHAPED = re.compile(r"[0-9A-Z]{4}[0-9]{2}")


def is_institution(written: str) -> bool:
    """Whether a text is the code of an institution: “00AH”."""
    return _BRIN.fullmatch(written) is not None


_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")


def near_codes(register: Register, code: str) -> list[School]:
    """Return the schools whose code is one typing error away from a code that does not exist."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 20 ms, only for a code that is not known

    near = [school for school in register.schools.values() if OSA.distance(code, school.id, score_cutoff=1) <= 1]
    return sorted(near, key=lambda school: school.id)[:MOST_NEAR]
