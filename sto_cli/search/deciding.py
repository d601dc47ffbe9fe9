"""From scores to an outcome: found, ambiguous, or not found."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.search.question import Term
from sto_cli.search.results import Answer, Basis, Match, Reason
from sto_cli.search.scoring import Scored
from sto_cli.search.words import KINDS, LEVELS, Reading

FOUND_SCORE = 0.85
CLEAR_BY = 0.08
POSSIBLE_SCORE = 0.62
POSSIBLE_WITHIN = 0.12
NEAR_SCORE = 0.4
LEAST_NAMED = 0.3
AREA_NAMED = 0.2


def decide(query: str, reading: Reading, terms: Sequence[Term], scored: Sequence[Scored], limit: int) -> Answer:
    """Decide what a query means from the scored entries, best first."""
    ranked = sorted(scored, key=_rank)
    best = ranked[0] if ranked else None
    if best is None or best.score < NEAR_SCORE:
        return Answer(query, "not_found", reason=_why_nothing(terms))
    if best.score < POSSIBLE_SCORE:
        near = [one for one in ranked[:limit] if one.score >= NEAR_SCORE]
        return Answer(query, "not_found", candidates=tuple(_match(one) for one in near), reason=_why_nothing(terms))
    within = CLEAR_BY if best.named >= LEAST_NAMED else POSSIBLE_WITHIN
    possible = [one for one in ranked if one.score >= best.score - POSSIBLE_WITHIN]
    rivals = [one for one in possible if one.score > best.score - within]
    if len(rivals) == 1 and best.score >= FOUND_SCORE and _decisive(best):
        match = _match(best)
        return Answer(query, "found", match, possible=(match,))
    matches = tuple(_match(one) for one in possible)
    return Answer(query, "ambiguous", None, matches[:limit], matches, _why_several(possible))


def _decisive(best: Scored) -> bool:
    return best.named >= LEAST_NAMED


def _rank(one: Scored) -> tuple[float, bool, str]:
    """Best first; of equals the schools with vocational programmes first, since STO is about these."""
    return -round(one.score, 3), not (one.entry.school and one.entry.school.vocational), one.entry.id or ""


def _match(one: Scored) -> Match:
    school, member = one.entry.school, one.entry.member
    name = one.name
    basis: Basis = "name"
    if name is None or (one.evidence[:1] == ("place",) and one.named < AREA_NAMED):
        matched = (school.town if school else member.member.place if member else "") or ""
        basis = "place"
    else:
        matched = name.text
        basis = "former_name" if name.kind == "former" else "name"
    return Match(school, member, round(min(one.score, 1.0), 4), basis, matched, one.evidence)


def _why_nothing(terms: Sequence[Term]) -> Reason:
    general = all(term.word in KINDS or term.word in LEVELS for term in terms)
    return "too_general" if general else "nothing_alike"


def _why_several(possible: Sequence[Scored]) -> Reason:
    if all(one.named < AREA_NAMED for one in possible):
        return "area"
    institutions = {(one.entry.id or "")[:4] for one in possible}
    return "locations" if len(institutions) == 1 else "alike"
