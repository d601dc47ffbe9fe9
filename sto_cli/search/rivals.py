"""Which school is meant of several that bear one name, and which are too near the best one to decide between them."""

from collections.abc import Sequence
from typing import NamedTuple

from sto_cli.search.levels import WITHOUT
from sto_cli.search.places import FORMER_SHARE
from sto_cli.search.question import Term
from sto_cli.search.scored import LEAST_FIT, LEAST_NEAR, Scored
from sto_cli.search.scoring import STANDING
from sto_cli.search.words import DENOMINATIONS, KINDS, read

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

CALLED_CLEAR_BY = 0.14
"""A school that is called so is a rival unless it is so much behind ("Stichting Christelijk Lyceum Zeist")."""

FORMERLY_CLEAR_BY = 0.2
"""A sister that bore the name which was said is a rival, also where it has moved, unless it explains so much less."""

LEAST_CLEAR = 0.03
"""A school named in full, with a word that the other's names do not have, need be ahead by no more than this."""

LEAST_NAMED = 0.6
LEAST_MATCHED = 0.6
"""To be claimed, a school needs so much of its name said, or words of its name with such a weight together.

"Christelijk College Rijssen" is no name of a Christian school in Rijssen. From 0.3 to 0.8 the counts are the same.
"""

LEAST_SPOKEN = 0.3
"""Words of a name must weigh so much together to count as named at all: more than "christelijk" does (0.2).

By "gereformeerd" (0.46) a school in a town may be known.
"""

MOSTLY_NAMED = 0.8
WHOLLY_NAMED = 0.95

NO_WORSE = 0.02
"""A location with vmbo that is named so little less is named as well as its sister without."""


FORMERLY_NAMED = STANDING["former"] - 0.01
"""A former name of which less than this was said was not said in full."""


class NameOrder(NamedTuple):
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
        if other.at > one.at or (other.called_so and not one.called_so):
            return False
        if one.named <= other.named - NO_WORSE or one.explained <= other.explained - NO_WORSE:
            return False
        near = one.entry.town == other.entry.town
        if not other.entry.with_vmbo:
            return near or _sisters(one, other)
        return self.exams_first and near and one.fitting == 1 and _bears_as_well(one, other)

    def rivals(self, best: Scored, others: Sequence[Scored]) -> list[Scored]:
        """Return the schools that are too near the best one to decide between them.

        One that stands elsewhere is not where a whole address is given, nor one that is not called so where a name of
        today is what was said. One that is called so is, where only words such as "stichting" speak for the best one.
        """
        at, called_so = best.at, best.called_so
        if max(at) == 1:
            others = [one for one in others if at <= one.at or one.named > best.named]
        if called_so:
            others = [one for one in others if one.bears_so]
        return [one for one in others if _called_so_too(best, one) or self._rivals(best, one)]

    def _rivals(self, best: Scored, other: Scored) -> bool:
        if _sisters(best, other) and other.fitting > best.fitting and other.explained > best.explained:
            return True  # Het College loc. Het Kwadrant is the vmbo of Het College
        if _sisters(best, other) and other.whole_name and _bore_it_alone(best, other):
            return True  # Eemsdeltacollege, Delfzijl: VO Eemsdelta is there, the one that bore the name has moved
        return (_is_rival(best, other) and not self.past(best, other)) or self.named_with_vmbo(best, other)

    def past(self, best: Scored, other: Scored) -> bool:
        """Whether a list names a school as it is called today, and another only by a piece of a former name."""
        if not (self.exams_first and _named_today(best) and best.has("place") and best.worst >= WHOLLY_NAMED):
            return False
        return other.formerly and other.named < FORMERLY_NAMED and best.entry.standing <= other.entry.standing

    def named_with_vmbo(self, best: Scored, other: Scored) -> bool:
        """Whether another school with vmbo is named in full where it lies, while the best one has none."""
        if best.named >= WHOLLY_NAMED and best.explained >= WHOLLY_NAMED and _differs_by_word(best, other):
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


def is_named(one: Scored) -> bool:
    """Whether something of the name, the street or a clue was said, and not the place alone.

    With nothing but a word that is near a part of the name, nothing was said: Emmauscollege is not Ubbo Emmius; nor
    with the name of another kind of school: a Sint-Janscollege is not the Sint-Janslyceum.
    """
    if not has_more_than_name(one) and (one.spelt < LEAST_SPOKEN or one.other_kind):
        return one.named >= MOSTLY_NAMED and not one.other_kind
    return one.matched >= LEAST_SPOKEN or one.named >= LEAST_NAMED or one.has("street", "postcode", "website")


def has_more_than_name(one: Scored) -> bool:
    """Whether something besides the name speaks for it."""
    return one.has("place", "street", "postcode", "website")


def _called_so_too(best: Scored, other: Scored) -> bool:
    near = other.score > best.score - CALLED_CLEAR_BY and best.worst <= other.worst
    if not (near and other.called_so and set(best.evidence) <= set(other.evidence)):
        return False
    return not (_ruled_out(best, other) or _differs_by_word(best, other))


def stands_out(best: Scored, others: Sequence[Scored]) -> bool:
    """Whether of the locations of an institution that were reached in its place only the best one has the level."""
    sisters = [one for one in others if _sisters(best, one) and one.entry.town == best.entry.town]
    return bool(sisters) and best.fitting >= LEAST_FIT and all(_ruled_out(best, one) for one in sisters)


def _is_rival(best: Scored, other: Scored) -> bool:
    """Whether another school is too near the best one to decide between them.

    Schools of one institution, or of one board in one place, share a name: between them only what they explain of
    the query counts, not how much of the name was said. So it is between all when a part of a name is all there is.
    """
    if _ruled_out(best, other):
        return False
    if best.named >= WHOLLY_NAMED and _differs_by_word(best, other):
        return other.score > best.score - LEAST_CLEAR
    if other.score > best.score - (CLEAR_BY if has_more_than_name(best) else CLEAR_BY_WITHOUT_PLACE):
        return True
    alike = other.explained > best.explained - SISTER_CLEAR_BY
    return (alike and best.named < WHOLLY_NAMED and not has_more_than_name(best)) or (
        is_named(other) and _as_likely(best, other)
    )


def _ruled_out(best: Scored, other: Scored) -> bool:
    """Whether the number of a house, the place or the level rules another school out, though it bears the name."""
    if best.house > other.house and best.in_street:
        return True
    if other.placed <= FORMER_SHARE and best.placed >= WHOLLY_NAMED and not other.place_in_name:
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
    neighbours = best.has("place") and best.entry.town == other.entry.town and not _differs_by_word(best, other)
    return other.explained > best.explained - SISTER_CLEAR_BY and (_sisters(best, other) or neighbours)


def _bore_it_alone(best: Scored, other: Scored) -> bool:
    """Whether a former name of another was said in full, and no name of the best one, which explains little more."""
    return other.formerly and not best.whole_name and other.explained > best.explained - FORMERLY_CLEAR_BY


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


def _differs_by_word(best: Scored, other: Scored) -> bool:
    """Whether the query has a word that tells two schools apart, since only the first one has it.

    "Emelwerda College Mavo" is one of the Emelwerda College's locations, and Zuyderzee College, in Emmeloord, not the
    Zuyderzee Lyceum there. What people leave out ("christelijk", "college") tells nothing by itself.
    """
    own = best.words - other.words
    return any(word not in DENOMINATIONS and word not in KINDS for word in own) or other.other_kind
