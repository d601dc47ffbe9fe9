"""From scores to an outcome: found, ambiguous, or not found.

The thresholds were set on one half of the cases of `benchmarks/matching.py` (2,816 queries for a school that exists,
172 for one that does not). The figures beside them say what another value gives on that half, where the values here
give 2,098 right, none wrong, and one claim of a school that is not meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sto_cli.search.index import Findable
from sto_cli.search.levels import Level
from sto_cli.search.places import FORMER_SHARE
from sto_cli.search.question import Term
from sto_cli.search.results import Match, MatchBasis, Reason, SearchResult
from sto_cli.search.scoring import LEAST_NEAR, STANDING, Scored
from sto_cli.search.words import DENOMINATIONS, KINDS, read

FOUND_SCORE = 0.85
"""A school with less is not claimed. 0.80: 13 more right, one more false claim; 0.90: 72 fewer right."""

CLEAR_BY = 0.08
"""The second must be so much behind. 0.12: 11 fewer right.

0.06: 10 more right, but then "Vechtdal College" in Hardenberg is decided, which may be the place or the municipality.
"""

CLEAR_BY_WITHOUT_PLACE = 0.12
"""The same where nothing but the name speaks for the first. 0.08: 2 more right, one wrong; 0.16: 8 fewer right."""

SISTER_CLEAR_BY = 0.05
"""Sisters must explain so much less of the query. 0.02: 2 more right; 0.08: 8 fewer right."""

LEVEL_CLEAR_BY = 0.35
"""Of sisters the one is meant that fits the level so much better: "Insula College mavo" is the one without vmbo."""

NAMESAKE_CLEAR_BY = 0.12
"""A school of which more of the name was said stays a rival although it explains so much less of the query.

"Curio vmbo" in the municipality of Bergen op Zoom is one that lies in another place of it.
"""

LEAST_CLEAR = 0.03
"""A school named in full, with a word that the other's names do not have, need be ahead by no more than this."""

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

LEAST_NAMED = 0.6
LEAST_SAID = 0.6
"""To be claimed, a school needs so much of its name said, or words of its name with such a weight together.

"Christelijk College Rijssen" is no name of a Christian school in Rijssen. From 0.3 to 0.8 the counts are the same.
"""

LEAST_SPOKEN = 0.3
"""Words of a name must weigh so much together to count as said at all: more than "college" and "christelijk"."""

MOSTLY_NAMED = 0.8
WHOLLY_NAMED = 0.95


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

    `alone`: nothing is known beside its words; `exams_first`: see `_Order`; `in_sentence`: with words of asking.
    """

    alone: bool
    exams_first: bool
    in_sentence: bool


def decide(
    query: str,
    terms: Sequence[Term],
    scored: Sequence[Scored],
    how: Asking,
    is_sole: Callable[[Findable], bool],
) -> SearchResult:
    """Decide what a query means from the scored entries.

    `is_sole` says whether an entry is the only location of its institution where it lies.
    """
    ranked = sorted(scored, key=_rank)
    if how.alone and _too_general(terms) and not (len(terms) > 1 and ranked and ranked[0].named > WHOLLY_NAMED):
        return SearchResult(query, "not_found", reason="too_general")
    there = [one for one in ranked if not one.elsewhere]
    if not there or not (_speaks(there[0]) or _explains_all(there[0])):
        return _not_found(query, ranked)
    order = _Order(how.exams_first, terms)
    best = order.first(there)
    others = [one for one in there if one is not best]
    rivals = [one for one in others if order.rivals(best, one)]
    beside = [one for one in rivals if order.before(best, one)]
    rivals = [one for one in rivals if one not in beside]
    sole = best.placed >= LEAST_PLACED and is_sole(best.entry)
    if not rivals and (_clear(best, sole=sole) or (how.in_sentence and _clear_in_sentence(best))):
        match = match_of(best)
        return SearchResult(query, "found", match, possible=(match,), beside=tuple(map(match_of, beside)))
    if best.score < POSSIBLE_SCORE and not (best.whole_name and best.telling and best.placed >= LEAST_PLACED):
        return _not_found(query, ranked)
    likely = [one for one in others if one.score >= best.score - POSSIBLE_WITHIN and _speaks(one)]
    return _ambiguous(query, [best, *rivals, *likely])


NO_WORSE = 0.02
"""A location with vmbo that is named so little less is named as well as its sister without."""


FORMERLY_NAMED = STANDING["former"] - 0.01
"""A former name of which less than this was said was not said in full."""

WITHOUT: frozenset[Level] = frozenset({"upper", "gymnasium", "practical", "newcomers", "other", "lyceum"})
"""Levels that schools without vmbo have."""


class _Order(NamedTuple):
    """Which location is meant of several that bear one name.

    STO is for the vmbo, so it is the one with vmbo, unless a level says otherwise; in a list (`exams_first`) it is the
    one with exam candidates in the vmbo, for who lists schools by their names leaves lower years to their school.
    """

    exams_first: bool
    terms: Sequence[Term]

    def open(self, one: Scored, other: Scored) -> bool:
        """Whether no level is named that schools without vmbo have, but one that is in the names of both."""
        both = one.entry.name_words.keys() & other.entry.name_words.keys()
        return not any(term.level in WITHOUT for term in self.terms if both.isdisjoint(term.likes))

    def first(self, there: Sequence[Scored]) -> Scored:
        """Take the best one; where another bears the same name and goes before it, that one."""
        best = there[0]
        before = [one for one in there if self.before(one, best)]
        return min(before, key=lambda one: one.entry.standing, default=best)

    def before(self, one: Scored, other: Scored) -> bool:
        """Whether a location is meant rather than a sister or a neighbour that bears the name as well."""
        if one.entry.standing >= other.entry.standing or not self.open(one, other):
            return False
        if one.named <= other.named - NO_WORSE or one.explained <= other.explained - NO_WORSE:
            return False
        near = one.entry.town == other.entry.town
        if not other.entry.with_vmbo:
            return near or _sisters(one, other)
        return self.exams_first and near and one.fitting == 1 and _bears_as_well(one, other)

    def rivals(self, best: Scored, other: Scored) -> bool:
        """Whether another school is too near the best one to decide between them."""
        return (_rivals(best, other) and not self.past(best, other)) or self.named_with_vmbo(best, other)

    def past(self, best: Scored, other: Scored) -> bool:
        """Whether a list names a school as it is called today, and another only by a piece of a former name."""
        if not (self.exams_first and _named_today(best) and best.has("place") and best.worst >= WHOLLY_NAMED):
            return False
        return other.formerly and other.named < FORMERLY_NAMED and best.entry.standing <= other.entry.standing

    def named_with_vmbo(self, best: Scored, other: Scored) -> bool:
        """Whether another school with vmbo is named in full where it lies, while the best one has none."""
        if best.named >= WHOLLY_NAMED and best.explained >= WHOLLY_NAMED and _tells_apart(best, other):
            return False
        whole = other.whole_name and other.placed >= WHOLLY_NAMED
        return whole and other.entry.with_vmbo and not best.entry.with_vmbo and self.open(best, other)


def _bears_as_well(one: Scored, other: Scored) -> bool:
    """Whether a location bears all that was said of the name of another, and nothing else was said.

    "Globe College, brede school" is no name of the Globe College, nor is a former name one of today.
    """
    if one.worst < LEAST_NEAR or one.has("street") or other.name is None or other.formerly:
        return False
    own, its = (frozenset(each.entry.names[0].words) for each in (one, other))
    return all(one.common(word) for word in (other.own & its) - own - one.entry.town_words)


def _clear(best: Scored, *, sole: bool) -> bool:
    """Whether a school was named well enough to be claimed; `sole`: it is the only one of its institution there."""
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
    return best.in_street and best.explained >= STREET_EXPLAINED and best.said >= LEAST_SAID


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
    elsewhere = any(one.elsewhere and one.named >= LEAST_NAMED and one.said >= LEAST_SAID for one in worth)
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


def _speaks(one: Scored) -> bool:
    """Whether something of the name, the street or a clue was said, and not the place alone.

    With nothing but a word that is near a part of the name, nothing was said: Emmauscollege is not Ubbo Emmius; nor
    with the name of another kind of school: a Sint-Janscollege is not the Sint-Janslyceum.
    """
    if not _placed(one) and (one.spelt < LEAST_SPOKEN or one.other_kind):
        return one.named >= MOSTLY_NAMED and not one.other_kind
    return one.said >= LEAST_SPOKEN or one.named >= LEAST_NAMED or one.has("street", "postcode", "website")


def _claimable(best: Scored, *, sole: bool) -> bool:
    """Whether the name was said well enough, and nothing that was said speaks against the school."""
    if best.other_kind or (best.misfit and not (sole and best.fitting >= SOLE_FIT)):
        return False
    if best.other_street:
        return False
    if best.board and not sole and not best.has("street", "postcode", "website"):
        return False
    if not best.telling and best.named < (MOSTLY_NAMED if sole else WHOLLY_NAMED):
        return False
    return best.named >= LEAST_NAMED or best.said >= LEAST_SAID or best.whole_name


def _placed(one: Scored) -> bool:
    """Whether something besides the name speaks for it."""
    return one.has("place", "street", "postcode", "website")


def _explains_all(one: Scored) -> bool:
    """Whether all of the query fits it, though it is little of its name (Kolom Praktijkcollege *Noord*)."""
    return one.has("place") and one.telling and one.explained >= WHOLLY_NAMED


def _rivals(best: Scored, other: Scored) -> bool:
    """Whether another school is too near the best one to decide between them.

    Schools of one institution, or of one board in one place, share a name: between them only what they explain of
    the query counts, not how much of the name was said. So it is between all when a part of a name is all there is.
    """
    if _ruled_out(best, other):
        return False
    if best.named >= WHOLLY_NAMED and _tells_apart(best, other):
        return other.score > best.score - LEAST_CLEAR
    if other.score > best.score - (CLEAR_BY if _placed(best) else CLEAR_BY_WITHOUT_PLACE):
        return True
    alike = other.explained > best.explained - SISTER_CLEAR_BY
    return (alike and best.named < WHOLLY_NAMED and not _placed(best)) or (_speaks(other) and _as_likely(best, other))


def _ruled_out(best: Scored, other: Scored) -> bool:
    """Whether the number of a house, the place or the level rules another school out, though it bears the name."""
    if best.house > other.house and best.in_street:
        return True
    if other.placed <= FORMER_SHARE and best.placed >= WHOLLY_NAMED:
        return True
    fits_better = best.fitting - other.fitting >= LEVEL_CLEAR_BY and best.explained > other.explained
    return _sisters(best, other) and fits_better and not _both_bore_it(best, other)


def _as_likely(best: Scored, other: Scored) -> bool:
    """Whether more of another school's name was said, or as much of a sister's or a neighbour's.

    A piece of another institution's former name is nothing beside the whole name of a school of today.
    """
    if _named_today(best) and not _sisters(best, other) and other.formerly and other.named < MOSTLY_NAMED:
        return False
    if other.named > best.named and other.explained > best.explained - NAMESAKE_CLEAR_BY:
        return True
    neighbours = best.has("place") and best.entry.town == other.entry.town and not _tells_apart(best, other)
    return other.explained > best.explained - SISTER_CLEAR_BY and (_sisters(best, other) or neighbours)


def _named_today(one: Scored) -> bool:
    """Whether the name that it has today was said in full."""
    return one.named >= WHOLLY_NAMED and one.name is not None and one.name.kind == "name"


def _sisters(best: Scored, other: Scored) -> bool:
    return best.entry.institution is not None and best.entry.institution == other.entry.institution


def _both_bore_it(best: Scored, other: Scored) -> bool:
    """Whether both bear, or once bore, one name that tells levels itself: these say nothing of which one is meant."""
    name = best.name
    if name is None or all(name.text != own.text for own in other.entry.names):
        return False
    return any(read(name.text).levels)


def _tells_apart(best: Scored, other: Scored) -> bool:
    """Whether the query has a word that tells two schools apart, since only the first one has it.

    "Emelwerda College Mavo" is one of the Emelwerda College's locations, and Zuyderzee College, in Emmeloord, not the
    Zuyderzee Lyceum there. What people leave out ("christelijk", "college") tells nothing by itself.
    """
    own = best.words - other.words
    return any(word not in DENOMINATIONS and word not in KINDS for word in own) or other.other_kind


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
