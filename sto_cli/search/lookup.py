"""Answers that need no search by words: codes, institutions, postcodes and web addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.codes import Marks
from sto_cli.search.index import members_beside
from sto_cli.search.results import Answer, Basis, Evidence, Match, MemberRef, Reason
from sto_cli.search.web import site_of

NEAREST_POSTCODES = 5
"""So many schools are offered where no school has a postcode's digits."""

NEAREST_SHARE = 0.5


def by_marks(register: Register, query: str, marks: Marks, limit: int) -> Answer | None:
    """Answer a query that holds a code, or is nothing but a BRIN, a postcode or a web address; else None."""
    if marks.code:
        return _by_code(register, query, marks.code, limit)
    if marks.institution:
        return _by_institution(register, query, marks.institution, limit)
    if marks.rest:
        return None
    if marks.postcode or marks.digits:
        return _by_postcode(register, query, marks.postcode or marks.digits or "", limit)
    if marks.site:
        return _by_site(register, query, marks.site, limit)
    return None


def _by_code(register: Register, query: str, code: str, limit: int) -> Answer:
    owners = _owners(register, lambda id_: id_ == code)
    if owners:
        return _several(query, [_match(owner, 1.0, "code", code, "code") for owner in owners], "alike", limit)
    siblings = _owners(register, lambda id_: id_[:4] == code[:4])
    near = [_match(owner, NEAREST_SHARE, "institution", code[:4], "code") for owner in siblings]
    return Answer(query, "not_found", candidates=tuple(near[:limit]), reason="unknown_code")


def _by_institution(register: Register, query: str, brin: str, limit: int) -> Answer:
    owners = _owners(register, lambda id_: id_[:4] == brin)
    matches = [_match(owner, 1.0, "institution", brin, "code") for owner in owners]
    return (
        _several(query, matches, "locations", limit) if matches else Answer(query, "not_found", reason="unknown_code")
    )


def _by_postcode(register: Register, query: str, postcode: str, limit: int) -> Answer:
    having = [(school, school.address.postcode) for school in register.schools.values() if school.address.postcode]
    same = [school for school, code in having if code == postcode]
    same = same or [school for school, code in having if code[:4] == postcode[:4]]
    if same:
        score = 1.0 if same[0].address.postcode == postcode or len(postcode) == len("7543") else 0.8
        matches = [_match(school, score, "postcode", school.address.postcode or "", "postcode") for school in same]
        return _several(query, matches, "area", limit)
    near = [(abs(int(code[:4]) - int(postcode[:4])), school) for school, code in having if code[:2] == postcode[:2]]
    nearest = [school for _, school in sorted(near, key=lambda pair: (pair[0], pair[1].id))[:NEAREST_POSTCODES]]
    offered = [_match(one, NEAREST_SHARE, "postcode", one.address.postcode or "", "postcode") for one in nearest]
    return Answer(query, "not_found", candidates=tuple(offered[:limit]), reason="nothing_alike")


def _by_site(register: Register, query: str, written: str, limit: int) -> Answer | None:
    site = site_of(written)
    sites = [(school, site_of(school.website)) for school in register.schools.values() if school.website]
    same = [school for school, own in sites if own == site and site[1]] if site else []
    same = same or [school for school, own in sites if site and own and own[0] == site[0]]
    if not same:
        return None
    return _several(
        query, [_match(one, 1.0, "website", one.website or "", "website") for one in same], "locations", limit
    )


def _owners(register: Register, fits: Callable[[str], bool]) -> list[School | MemberRef]:
    schools: list[School | MemberRef] = [school for id_, school in register.schools.items() if fits(id_)]
    members = [ref for ref in members_beside(register) if ref.member.id and fits(ref.member.id)]
    return [*vocational_first(schools), *members]


def vocational_first(owners: Iterable[School | MemberRef]) -> Sequence[School | MemberRef]:
    """Order schools that fit equally well: those with vocational programmes first, then by code."""
    return sorted(owners, key=lambda owner: not (isinstance(owner, School) and owner.vocational))


def _match(owner: School | MemberRef, score: float, basis: Basis, matched: str, evidence: Evidence) -> Match:
    school, member = (owner, None) if isinstance(owner, School) else (None, owner)
    return Match(school, member, score, basis, matched, (evidence,))


def _several(query: str, matches: Sequence[Match], reason: Reason, limit: int) -> Answer:
    possible = tuple(matches)
    if len(possible) == 1:
        return Answer(query, "found", possible[0], possible=possible)
    return Answer(query, "ambiguous", None, possible[:limit], possible, reason)
