"""From scores to an outcome: found, ambiguous, or not found.

The thresholds were set on one half of the cases of `benchmarks/matching.py` (2,816 queries for a school that exists,
172 for one that does not). The figures beside them say what another value gives on that half, where the values here
give 2,098 right, none wrong, and one claim of a school that is not meant.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sto_cli.search.index import Findable
from sto_cli.search.question import Term
from sto_cli.search.results import Match, MatchBasis, Reason, SearchResult
from sto_cli.search.rivals import (
    FORMERLY_NAMED,
    LEAST_MATCHED,
    LEAST_NAMED,
    LEAST_SPOKEN,
    MOSTLY_NAMED,
    WHOLLY_NAMED,
    NameOrder,
    is_named,
    stands_out,
)
from sto_cli.search.scored import Scored
from sto_cli.search.words import DENOMINATIONS

FOUND_SCORE = 0.85
"""A school with less is not claimed. 0.80: 13 more right, one more false claim; 0.90: 72 fewer right."""

POSSIBLE_SCORE = 0.62
"""A school with less is not offered as one that may be meant; from 0.55 to 0.70 the counts are the same."""

POSSIBLE_WITHIN = 0.14
"""Schools so near the best one are offered with it; from 0.08 to 0.20 the counts are the same."""

NEAR_SCORE = 0.4
"""Near misses, shown when nothing was found, have at least this."""

THERE_SCORE = 0.2
"""The same for a school in the place that was given: a school may have been renamed, but seldom moves."""

NEAR_NAMED = 0.3
"""What a near miss gains in the order by its name: a known name elsewhere goes before other schools in the place."""

LEAST_PLACED = 0.9
"""To be the only one there, a school must lie in the very place or area that is named, not only in its municipality."""

SOLE_NAMED = 0.7
SOLE_EXPLAINED = 0.4
SOLE_FIT = 0.5
"""The only location of its institution where the query says need be named and explain no more than this.

"Teylingen College Duinzigt" in Oegstgeest is the one that there is: what else was said is a part, a former name or an
address of it.
"""


STREET_EXPLAINED = 0.7
"""A school whose street is named beside it need explain no more."""


class Asking(NamedTuple):
    """How a query is asked.

    `alone`: nothing is known beside its words; `exams_first`: see `NameOrder`; `in_sentence`: with words of asking.
    """

    alone: bool
    exams_first: bool
    in_sentence: bool


def decide(
    query: str, terms: Sequence[Term], scored: Sequence[Scored], how: Asking, is_sole: Callable[[Findable], bool]
) -> SearchResult:
    """Decide what a query means from the scored entries.

    `is_sole` says whether an entry is the only location of its institution where it lies.
    """
    ranked = sorted(scored, key=_rank)
    if how.alone and _too_general(terms) and not (len(terms) > 1 and ranked and ranked[0].named > WHOLLY_NAMED):
        return SearchResult(query, "not_found", reason="too_general")
    there = [one for one in ranked if not one.elsewhere]
    if not there or not (is_named(there[0]) or _explains_all(there[0])):
        return _not_found(query, ranked)
    order = NameOrder(how.exams_first, terms)
    best = order.first(there)
    others = [one for one in there if one is not best]
    rivals = order.rivals(best, others)
    beside = [one for one in rivals if order.before(best, one)]
    rivals = [one for one in rivals if one not in beside]
    sole = best.placed >= LEAST_PLACED and (is_sole(best.entry) or stands_out(best, others))
    if not rivals and (_clear(best, sole=sole) or (how.in_sentence and _clear_in_sentence(best))):
        match = match_of(best)
        return SearchResult(query, "found", match, possible=(match,), beside=tuple(map(match_of, beside)))
    if best.score < POSSIBLE_SCORE and not (best.whole_name and best.telling and best.placed >= LEAST_PLACED):
        return _not_found(query, ranked)
    likely = [one for one in others if one.score >= best.score - POSSIBLE_WITHIN and is_named(one)]
    return _ambiguous(query, [best, *rivals, *likely])


def _clear(best: Scored, *, sole: bool) -> bool:
    """Whether a school was named well enough to be claimed; `sole`: it is the only one of its institution there."""
    if best.called_so and best.telling and not best.elsewhere:
        return True
    if not _claimable(best, sole=sole):
        return False
    return _claimed(best, sole=sole) >= FOUND_SCORE or _in_street(best) or (sole and _sole_named(best))


def _clear_in_sentence(best: Scored) -> bool:
    """Whether a school is named in full where it lies, and the rest of the sentence is words that no school has."""
    whole = best.whole_name and best.telling and best.placed >= LEAST_PLACED
    return whole and _claimable(best, sole=False) and best.explained_of_known >= FOUND_SCORE


def _claimed(best: Scored, *, sole: bool) -> float:
    """The score, where the words that sisters share with it need not be said (Driestar-Wartburg *De Swaef*).

    Nor the rest of the name of the only one that there is.
    """
    return best.explained if best.whole_name or sole else best.score


def _in_street(best: Scored) -> bool:
    """Whether the street where it stands is named beside words of its name, and little else."""
    return best.in_street and best.explained >= STREET_EXPLAINED and best.matched >= LEAST_MATCHED


def _sole_named(best: Scored) -> bool:
    """Whether a school is named well enough to be claimed if it is the only one of its institution there."""
    by_itself = best.name is not None and best.name.kind in {"name", "former"}  # an alias is often the institution's
    return (
        by_itself
        and best.telling
        and best.spelt >= LEAST_SPOKEN
        and best.named >= SOLE_NAMED
        and best.explained >= SOLE_EXPLAINED
    )


def _not_found(query: str, ranked: Sequence[Scored]) -> SearchResult:
    """Refuse, with the near misses: first those of which a name was said."""
    worth = [one for one in ranked if one.score >= (THERE_SCORE if _lies_there(one) else NEAR_SCORE) and _near(one)]
    worth.sort(key=lambda one: -(one.score + NEAR_NAMED * one.named))
    elsewhere = any(one.elsewhere and one.named >= LEAST_NAMED and one.spelt >= LEAST_SPOKEN for one in worth)
    near = tuple(match_of(one) for one in worth)
    return SearchResult(query, "not_found", candidates=near, reason="elsewhere" if elsewhere else "nothing_alike")


def _near(one: Scored) -> bool:
    """Whether it is worth showing: no school whose place only sounds alike, or of which a piece of a name was said."""
    if one.evidence == ("place",) and not one.words:
        return False
    return not one.elsewhere or one.named >= LEAST_NAMED


def _lies_there(one: Scored) -> bool:
    return one.has("place") and not one.elsewhere


def _ambiguous(query: str, several: Sequence[Scored]) -> SearchResult:
    distinct = sorted({one.entry.number: one for one in several}.values(), key=_rank)
    matches = tuple(match_of(one) for one in distinct)
    institutions = {one.entry.institution for one in distinct}
    reason: Reason = "locations" if len(institutions) == 1 else "alike"
    return SearchResult(query, "ambiguous", None, matches, matches, reason)


def _too_general(terms: Sequence[Term]) -> bool:
    return all(term.general or term.word in DENOMINATIONS for term in terms)


def _claimable(best: Scored, *, sole: bool) -> bool:
    """Whether the name was said well enough, and nothing that was said speaks against the school."""
    if best.other_kind or (best.misfit and not (sole and best.fitting >= SOLE_FIT)):
        return False
    if best.other_street:
        return False
    if _formerly_so(best):
        return True
    if best.board and not sole and not best.has("street", "postcode", "website"):
        return False
    if not best.telling and best.named < (MOSTLY_NAMED if sole else WHOLLY_NAMED):
        return False
    return best.named >= LEAST_NAMED or best.matched >= LEAST_MATCHED or best.whole_name


def _formerly_so(one: Scored) -> bool:
    """Whether a former name was said in full, as IJsselcollege, whose words are those of its place as well."""
    return one.formerly and one.named >= FORMERLY_NAMED


def _explains_all(one: Scored) -> bool:
    """Whether all of the query fits it, though it is little of its name (Kolom Praktijkcollege *Noord*)."""
    return one.has("place") and one.telling and one.explained >= WHOLLY_NAMED


def _rank(one: Scored) -> tuple[float, int, str]:
    """Best first; of equals the schools with vocational programmes first, since STO is about these.

    An order, not a decision: of schools that share a name the only one with vocational programmes is the one that a
    page of a region means in 31 of 32 cases, but the one that DUO's names mean in 131 of 153.
    """
    return -round(one.score, 3), one.entry.rank, one.entry.id or ""


def match_of(one: Scored) -> Match:
    """Make the match that an answer shows of a scored entry."""
    school, member = one.entry.school, one.entry.member
    score = round(min(one.score, 1.0), 4)
    if one.name is not None:
        basis: MatchBasis = "former_name" if one.name.kind == "former" else "name"
        return Match(school, member, score, basis, one.name.text, one.evidence)
    if one.evidence[:1] == ("street",) and school:
        return Match(school, member, score, "street", school.address.street or "", one.evidence)
    return Match(school, member, score, "place", one.entry.town, one.evidence)
