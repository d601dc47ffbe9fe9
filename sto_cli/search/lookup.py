"""Answers that need no search by words: codes, institutions, postcodes and web addresses."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.codes import Marks, more_codes
from sto_cli.search.results import Evidence, Match, MatchBasis, MemberRef, Reason, SearchResult

NEAREST_POSTCODES = 5
"""So many schools are offered where no school has a postcode's digits."""

NEAREST_SHARE = 0.5

SAME_DIGITS_SCORE = 0.8
"""Of a school whose postcode has the same digits but other letters: near, but not the one."""


def by_marks(register: Register, query: str, marks: Marks) -> SearchResult | None:
    """Answer a query that holds a code, or is nothing but a BRIN, a postcode or a web address; else None."""
    if marks.code:
        return _by_code(register, query, marks)
    if marks.institution:
        return _by_institution(register, query, marks.institution)
    if marks.rest:
        return None
    if marks.postcode or marks.digits:
        return _by_postcode(register, query, marks.postcode or marks.digits or "")
    if marks.site:
        return _by_site(register, query, marks.site)
    return None


def _by_code(register: Register, query: str, marks: Marks) -> SearchResult | None:
    code = marks.code or ""
    codes = dict.fromkeys([code, *more_codes(marks.rest)])
    owners = [(owner, one) for one in codes for owner in _owners(register, one)]
    if owners:
        return _several(query, [_match(owner, 1.0, "code", one, "code") for owner, one in owners], "alike")
    if marks.parted:
        return None
    siblings = _owners(register, code[:4])
    near = [_match(owner, NEAREST_SHARE, "institution", code[:4], "code") for owner in siblings]
    return SearchResult(
        query, "not_found", candidates=tuple(near), reason="left" if code in register.left else "unknown_code"
    )


def _by_institution(register: Register, query: str, brin: str) -> SearchResult:
    owners = _owners(register, brin)
    matches = [_match(owner, 1.0, "institution", brin, "code") for owner in owners]
    return _several(query, matches, "locations") if matches else SearchResult(query, "not_found", reason="unknown_code")


def _by_postcode(register: Register, query: str, postcode: str) -> SearchResult:
    area = register.schools_of_postcode(postcode[:2])
    having = [(school, school.address.postcode) for school in area if school.address.postcode]
    same = [school for school, code in having if code == postcode]
    same = same or [school for school, code in having if code[:4] == postcode[:4]]
    if same:
        sure = same[0].address.postcode == postcode or postcode.isdigit()
        score = 1.0 if sure else SAME_DIGITS_SCORE
        matches = [_match(school, score, "postcode", school.address.postcode or "", "postcode") for school in same]
        return _several(query, matches, "area", sure=sure)
    near = [(abs(int(code[:4]) - int(postcode[:4])), school) for school, code in having]
    nearest = [school for _, school in sorted(near, key=lambda pair: (pair[0], pair[1].id))[:NEAREST_POSTCODES]]
    offered = [_match(one, NEAREST_SHARE, "postcode", one.address.postcode or "", "postcode") for one in nearest]
    return SearchResult(query, "not_found", candidates=tuple(offered), reason="unknown_postcode")


def _by_site(register: Register, query: str, written: str) -> SearchResult | None:
    same = schools_of_site(register, written)
    if not same:
        return None
    ordered = vocational_first(same)
    matches = [_match(one, 1.0, "website", written, "website") for one in ordered]
    return _several(query, matches, "locations")


def schools_of_site(register: Register, written: str) -> list[School]:
    """The schools whose site this is: by the very page, else by the host, with sisters that have no site of their own.

    A sister without a site belongs to it when the site bears a name of that sister too (`hetstedelijk.nl`).
    """
    from sto_cli.search.web import site_of, words_of_site  # noqa: PLC0415 - a code does not need them
    from sto_cli.search.words import KINDS, read  # noqa: PLC0415

    site = site_of(written)
    if site is None:
        return []
    there = _schools_by_host(register).get(site[0], [])
    same = [school for path, school in there if path == site[1] and path] or [school for _, school in there]
    words = {word for school in same for word in words_of_site(written, school.town) if word not in KINDS}
    sisters = (sister for school in same for sister in register.schools_by_institution[school.institution])
    bare = (one for one in sisters if not one.website and not site[1] and words & set(read(one.name).words))
    return list({school.id: school for school in (*same, *bare)}.values())


@lru_cache(maxsize=1)
def _schools_by_host(register: Register) -> Mapping[str, list[tuple[str, School]]]:
    """The schools with a site, each with its path, by host: laid out once, a list asks for thousands."""
    from sto_cli.search.web import site_of  # noqa: PLC0415 - as above

    found: dict[str, list[tuple[str, School]]] = {}
    for school in register.schools.values():
        if site := site_of(school.website or ""):
            found.setdefault(site[0], []).append((site[1], school))
    return found


def _owners(register: Register, code: str) -> list[School | MemberRef]:
    """The schools and members whose code is this, or begins with this BRIN."""
    if code in register.schools:  # no region is read for it
        return [register.schools[code]]
    brin = code[:4]
    schools: list[School | MemberRef] = [
        register.schools[one] for one in register.codes_by_institution.get(brin, ()) if one.startswith(code)
    ]
    beside = register.members_by_institution.get(brin, ())
    members = [MemberRef(region, member) for region, member in beside if (member.id or "").startswith(code)]
    return [*vocational_first(schools), *members]


def vocational_first(owners: Iterable[School | MemberRef]) -> Sequence[School | MemberRef]:
    """Order schools that fit equally well: those with vocational programmes first, then by code."""
    return sorted(owners, key=lambda owner: not (isinstance(owner, School) and owner.vocational))


def _match(owner: School | MemberRef, score: float, basis: MatchBasis, matched: str, evidence: Evidence) -> Match:
    school, member = (owner, None) if isinstance(owner, School) else (None, owner)
    return Match(school, member, score, basis, matched, (evidence,))


def _several(query: str, matches: Sequence[Match], reason: Reason, *, sure: bool = True) -> SearchResult:
    possible = tuple(matches)
    if len(possible) == 1 and sure:
        return SearchResult(query, "found", possible[0], possible=possible)
    return SearchResult(query, "ambiguous", None, possible, possible, reason)
