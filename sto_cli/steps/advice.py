"""The answer: who the school is, its region, whether it takes part, whom to write to; or which may be meant."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sto_cli.messages import Message, message
from sto_cli.register.belonging import Belonging, Option, belonging, certain_belonging
from sto_cli.register.dates import first_day
from sto_cli.register.model import Address, Contact, Member, Participation, Region, School, SchoolKind
from sto_cli.register.profiles import Profile
from sto_cli.register.register import Register
from sto_cli.search.results import Match, Municipality, SearchResult
from sto_cli.steps.plan import Step, contact_route, examples, step_plan

MOST_REGIONS = 3
"""Regions that a sentence points to."""


class Candidate(NamedTuple):
    """A school that may be meant, its region as far as that is certain, its distance from a municipality asked for."""

    match: Match
    region: Region | None
    distance_km: float | None = None


class Undecided(NamedTuple):
    """An answer with its candidates; `regions` are those whose name was asked for as if it were a school."""

    answer: SearchResult
    candidates: tuple[Candidate, ...] = ()
    regions: tuple[Region, ...] = ()

    @property
    def shared_addresses(self) -> set[Address]:
        """The addresses that several candidates have: one building with several codes."""
        known = Counter(one.match.school.address for one in self.candidates if one.match.school)
        return {address for address, count in known.items() if count > 1 and address.street}


def undecided(register: Register, answer: SearchResult, today: date) -> Undecided:
    """Gather what tells the candidates of an answer apart."""
    if answer.best is not None:
        return Undecided(answer)
    from sto_cli.register.lookup import regions_named  # noqa: PLC0415 - not for a school that was found

    candidates = tuple(
        Candidate(match, region_of(register, match, today), _distance(match, answer.municipality))
        for match in answer.candidates
    )
    return Undecided(answer, candidates, tuple(regions_named(register, answer.query)[:MOST_REGIONS]))


def region_of(register: Register, match: Match, today: date) -> Region | None:
    """Return the region of a match as far as it is certain."""
    if match.member is not None:
        return match.member.region
    return certain_belonging(register, match.school, today).region if match.school else None


def _distance(match: Match, asked: Municipality | None) -> float | None:
    if asked is None or match.school is None or match.school.coordinates is None:
        return None
    from sto_cli.register.belonging import distance_km  # noqa: PLC0415 - only where a municipality is asked for

    return distance_km(asked.middle, match.school.coordinates)


class Advice(NamedTuple):
    """What there is to say on a query.

    For an ambiguous query, region, contact and steps are given when all that may be meant lie in one region, and for a
    municipality without a school those of the municipality; for another one that finds nothing they are not.
    `undecided` is what there is to choose from; `remarks` is what a school should know beside its region,
    `ended` its participation to come, or the last that is over, where none holds.
    """

    answer: SearchResult
    belonging: Belonging | None = None
    participation: Participation | None = None
    contact: Contact | None = None
    steps: tuple[Step, ...] = ()
    undecided: Undecided | None = None
    remarks: tuple[Message, ...] = ()
    ended: Participation | None = None

    @property
    def school(self) -> School | None:
        """The school, where one was found."""
        return self.answer.best.school if self.answer.best else None

    @property
    def examples(self) -> tuple[Profile, ...]:
        """The profiles of a school without a technical one that have a platform with examples."""
        return examples(self.school)

    @property
    def member(self) -> Member | None:
        """The member that is no school of the register, where one was found."""
        best = self.answer.best
        return best.member.member if best and best.member else None


def advise(register: Register, answer: SearchResult, today: date, *, contact_failed: bool = False) -> Advice:
    """Make the advice for the answer to a query; `today` decides which participations hold."""
    advice = _advise(register, answer, today, contact_failed=contact_failed)
    beside = remarks(register, advice.belonging, advice.school)
    return advice._replace(undecided=undecided(register, answer, today), remarks=beside)


def _advise(register: Register, answer: SearchResult, today: date, *, contact_failed: bool) -> Advice:
    if answer.best is not None:
        return _for_one(register, answer, answer.best, today, contact_failed=contact_failed)
    if answer.municipality is not None:
        there = belonging(register, _spot(answer.municipality), today)
        return _complete(answer, there, None, None, contact_failed=contact_failed)
    shared = _shared_region(register, answer, today)
    if shared is None:
        return Advice(answer)
    found = [
        register.participation_of(match.school.id, today) if match.school else _member_participation(match)
        for match in answer.possible
    ]
    alike = {(entry.status, entry.certainty, entry.contradicted) if entry else None for entry in found}
    participation = found[0] if len(alike) == 1 else None
    whole = _complete(answer, shared, participation, None, contact_failed=contact_failed)
    if answer.other:
        whole = whole._replace(steps=())  # the step plan is for a school with vmbo
    return whole._replace(participation=None)  # what each does is not what the one that is meant does


def _spot(municipality: Municipality) -> School:
    """Make what a school there would be, as far as its region goes."""
    return School("", "", municipality=municipality.name, coordinates=municipality.middle)


def _for_one(register: Register, answer: SearchResult, best: Match, today: date, *, contact_failed: bool) -> Advice:
    if best.member is not None:
        region = Belonging("recorded", (Option(best.member.region),))
        return _complete(answer, region, _member_participation(best), None, contact_failed=contact_failed)
    if best.school is None:  # a match is of a school or of a member
        return Advice(answer)
    region = belonging(register, best.school, today)
    participation = register.participation_of(best.school.id, today)
    whole = _complete(answer, region, participation, best.school, contact_failed=contact_failed)
    if participation is not None:
        return whole
    return whole._replace(ended=register.participation_at_another_time(best.school.id, today))


def _complete(
    answer: SearchResult,
    region: Belonging,
    participation: Participation | None,
    school: School | None,
    *,
    contact_failed: bool,
) -> Advice:
    contact = contact_route(region, participation, contact_failed=contact_failed)
    steps = step_plan(region, participation, school, contact_failed=contact_failed)
    return Advice(answer, region, participation, contact, steps)


def _member_participation(match: Match) -> Participation | None:
    """A page that names a member of a region says that it takes part."""
    if match.member is None:
        return None
    member = match.member.member
    return Participation(member.id or "", match.member.region.id, "participating", source=member.source)


def _shared_region(register: Register, answer: SearchResult, today: date) -> Belonging | None:
    """Return the one region of all that may be meant, if they share it and it is certain for each of them.

    Where only one is offered it is not certain that it is this one, nor any other: nothing is said of its region then.
    """
    found = [_certain(register, match, today) for match in answer.possible]
    if len(found) <= 1 or any(len(one.options) != 1 for one in found):
        return None
    regions = {one.options[0].region.id for one in found}
    if len(regions) > 1:
        return None
    recorded = all(one.basis == "recorded" for one in found)
    return Belonging("recorded" if recorded else "area", found[0].options)


def _certain(register: Register, match: Match, today: date) -> Belonging:
    if match.member is not None:
        return Belonging("recorded", (Option(match.member.region),))
    return certain_belonging(register, match.school, today) if match.school else Belonging("unknown")


NO_OWN_BUDGET = message(
    "As far as is known there is no budget of its own for technology in other profiles and learning paths: the region "
    "decides, and with a good plan there is room."
)
"""Flyer: "Niet alle scholen hebben automatisch recht op een deel van het STO-budget"."""

WITHOUT_TECHNOLOGY: frozenset[SchoolKind] = frozenset({"non_technical", "theoretical", "lower_years"})
"""The kinds of school to which that is said."""

OUTSIDE = message(
    "The programme is for the vmbo, and this school has none. It can be a partner: regions work together with primary "
    "schools, practical education, havo/vwo, mbo and companies. Ask the region what is possible."
)


def remarks(register: Register, belonging: Belonging | None, school: School | None) -> tuple[Message, ...]:
    """Return what there is to remark about a school and its region, the weightiest first."""
    found = (
        [*_closed(register, school), *_opened(register, school), *_same_building(register, school), *_kind(school)]
        if school
        else []
    )
    return (*found, *_region(belonging, school.municipality if school else None))


def _closed(register: Register, school: School) -> Iterator[Message]:
    if not school.closed:
        return
    yield message("DUO's newest list ({date}) no longer holds this location.", date=_month(school.closed))
    for code in school.successors:
        there = register.schools[code]
        yield message("In its place now: {name} ({code}), {place}.", name=there.name, code=code, place=there.town)


def _opened(register: Register, school: School) -> Iterator[Message]:
    """Name the location that one without exams of its own took the place of, and whether that one took part."""
    if school.profiles is not None:
        return
    for gone in register.predecessors(school.id):
        yield message("It took the place of {name} ({code}), {place}.", name=gone.name, code=gone.id, place=gone.town)
        entry = register.participation_of(gone.id)
        if entry is not None and entry.status == "participating":
            yield message("That location took part, as far as is known: ask whether this one goes on with it.")


def _month(date: str) -> Message:
    day = first_day(date)
    if day is None:
        return Message("{text}", {"text": date})
    return Message("{month} {year}", {"month": Message(f"{day:%B}"), "year": date[:4]})


def _same_building(register: Register, school: School) -> Iterator[Message]:
    """Name the other schools with exams at this address: one building, several codes."""
    if not (school.address.street and school.address.postcode) or school.profiles is None:
        return
    near = register.schools_of_postcode(school.address.postcode)
    here = [one for one in near if one.address == school.address and one.profiles is not None and one != school]
    if here:
        names = ", ".join(f"{one.name} ({one.id})" for one in here)
        yield message("In the same building, with a code of its own: {names}.", names=names)


def _kind(school: School) -> Iterator[Message]:
    if not school.with_vmbo:
        yield OUTSIDE
    elif school.kind == "lower_years":
        yield _without_exams(school)
    if school.kind in WITHOUT_TECHNOLOGY:
        yield NO_OWN_BUDGET


def _without_exams(school: School) -> Message:
    if school.other_exams:
        return message(
            "This location has exams of {levels} and none of the vmbo, though DUO's list names the vmbo too. If it has "
            "vmbo classes, it is welcome: technology in the lower years is one of the forms.",
            levels="/".join(school.other_exams),
        )
    if school.structure == ("brugjaar",):
        return message(
            "This location has first years only; DUO's list does not say whether pupils of the vmbo are among them. If "
            "so, it is welcome: technology in the lower years is one of the forms."
        )
    return message(
        "This location has vmbo but no exam class that is known. It is as welcome as any: technology in the lower "
        "years is one of the forms."
    )


def _region(belonging: Belonging | None, municipality: str | None) -> Iterator[Message]:
    for option in belonging.options if belonging else ():
        if option.region.certainty == "medium":
            yield message("Hardly a page names {region}: check on the map that it exists.", region=option.region.name)
    parts = belonging.options[0].region.subregions if belonging and len(belonging.options) == 1 else ()
    if part := next((part for part in parts if municipality in part.municipalities), None):
        yield message("The region works in parts; here that is {part}.", part=part.name)
