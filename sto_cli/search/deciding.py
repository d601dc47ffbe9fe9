"""From scores to an outcome: found, ambiguous, or not found."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.search.question import Term
from sto_cli.search.results import Answer, Basis, Match, Reason
from sto_cli.search.scoring import Scored

FOUND_SCORE = 0.85
CLEAR_BY = 0.08
CLEAR_BY_WITHOUT_PLACE = 0.12
SISTER_CLEAR_BY = 0.05
NAMESAKE_CLEAR_BY = 0.12
POSSIBLE_SCORE = 0.62
POSSIBLE_WITHIN = 0.14
NEAR_SCORE = 0.4
LEAST_NAMED = 0.6
LEAST_SAID = 0.6


def decide(query: str, terms: Sequence[Term], scored: Sequence[Scored], limit: int) -> Answer:
    """Decide what a query means from the scored entries."""
    ranked = sorted(scored, key=_rank)
    if all(term.general for term in terms) and not (ranked and ranked[0].named > 0.95):
        return Answer(query, "not_found", reason="too_general")
    best = ranked[0] if ranked else None
    if best is None or best.score < POSSIBLE_SCORE or not _speaks(best):
        worth = sorted((one for one in ranked if one.score >= NEAR_SCORE), key=lambda one: not _speaks(one))
        near = tuple(match_of(one) for one in worth[:limit])
        return Answer(query, "not_found", candidates=near, reason="nothing_alike")
    rivals = [one for one in ranked[1:] if _rivals(best, one)]
    if best.score >= FOUND_SCORE and _decisive(best) and not rivals:
        match = match_of(best)
        return Answer(query, "found", match, possible=(match,))
    likely = [one for one in ranked[1:] if one.score >= best.score - POSSIBLE_WITHIN and _speaks(one)]
    possible = sorted({id(one): one for one in (best, *rivals, *likely)}.values(), key=_rank)
    matches = tuple(match_of(one) for one in possible)
    return Answer(query, "ambiguous", None, matches[:limit], matches, _why_several(possible))


def _speaks(one: Scored) -> bool:
    """Whether something of the name, the street or a clue was said, and not the place alone."""
    return one.said >= 0.3 or one.named >= LEAST_NAMED or bool({"street", "postcode", "website"} & set(one.evidence))


def _decisive(best: Scored) -> bool:
    return not best.misfit and (best.named >= LEAST_NAMED or best.said >= LEAST_SAID)


def _rivals(best: Scored, other: Scored) -> bool:
    """Whether another school is too near the best one to decide between them.

    Schools of one institution, or of one board in one place, share a name: between them only what they explain of
    the query counts, not how much of the name was said.
    """
    if other.score > best.score - _clear_by(best):
        return True
    if not _speaks(other):
        return False
    if other.named > best.named and other.explained > best.explained - NAMESAKE_CLEAR_BY:
        return True
    sisters = best.entry.institution and best.entry.institution == other.entry.institution
    neighbours = "place" in best.evidence and best.entry.town == other.entry.town
    return bool(sisters or neighbours) and other.explained > best.explained - SISTER_CLEAR_BY


def _clear_by(best: Scored) -> float:
    return CLEAR_BY if {"place", "street", "postcode", "website"} & set(best.evidence) else CLEAR_BY_WITHOUT_PLACE


def _rank(one: Scored) -> tuple[float, bool, str]:
    """Best first; of equals the schools with vocational programmes first, since STO is about these."""
    return -round(one.score, 3), not (one.entry.school and one.entry.school.vocational), one.entry.id or ""


def match_of(one: Scored) -> Match:
    """Make the match that an answer shows of a scored entry."""
    school, member = one.entry.school, one.entry.member
    score = round(min(one.score, 1.0), 4)
    if one.name is not None:
        basis: Basis = "former_name" if one.name.kind == "former" else "name"
        return Match(school, member, score, basis, one.name.text, one.evidence)
    if one.evidence[:1] == ("street",) and school:
        return Match(school, member, score, "street", school.address.street or "", one.evidence)
    return Match(school, member, score, "place", one.entry.town, one.evidence)


def _why_several(possible: Sequence[Scored]) -> Reason:
    institutions = {one.entry.institution for one in possible}
    return "locations" if len(institutions) == 1 else "alike"
