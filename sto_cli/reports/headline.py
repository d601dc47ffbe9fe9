"""The main thing of a report, in words; the sentences say what is known and never more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sto_cli.messages import Message, all_of, comma, counted, message
from sto_cli.reports.count import Count, Group, Groups
from sto_cli.reports.nearby import Nearby
from sto_cli.reports.share import share

if TYPE_CHECKING:
    from sto_cli.reports.trend_changes import TrendChange, TrendPoint


def headline(groups: Groups, nearby: Sequence[Nearby] = ()) -> tuple[Message, ...]:
    """Say for technical and non-technical schools how many take part, and of how many that is not known.

    With schools nearby that may belong here too, it is never said that all take part.
    """
    if not groups.known:
        return (message("We do not know which schools belong to this region."), *nearby_sentence(nearby))
    kinds = Counter(one.position.school.kind for one in nearby)
    sentences = (
        _sentence(group, count, elsewhere=kinds[group]) for group, count in groups.named().items() if group != "all"
    )
    return (*sentences, *nearby_sentence(nearby))


def nearby_sentence(nearby: Sequence[Nearby]) -> tuple[Message, ...]:
    """Say how many schools nearby may belong here too, where there are some."""
    if not nearby:
        return ()
    return (
        counted(
            "Of {n} school nearby no region is known: it may belong here too ({places}).",
            "Of {n} schools nearby no region is known: they may belong here too ({places}).",
            len(nearby),
            places=comma(_places(nearby)),
        ),
    )


def _places(nearby: Sequence[Nearby]) -> list[str]:
    return list(dict.fromkeys(one.position.school.town or one.position.school.name for one in nearby))


def _sentence(group: Group, count: Count, elsewhere: int = 0) -> Message:
    """Say it of one group; `elsewhere` schools of its kind may belong here too."""
    schools = schools_of(group, count.schools)
    if not count.schools:
        return _none(group) if not elsewhere else _none_certain(group)
    if count.schools == 1:
        return _only_one(group, count)
    if not count.known:
        return message("Of none of the {schools} is it known whether it takes part.", schools=schools)
    if count.unknown:
        return _partly_known(count, schools)
    if not count.not_participating:
        return _all(schools, certain=not elsewhere)
    if not count.participating:
        return message("None of the {schools} takes part.", schools=schools)
    return counted(
        "Of the {schools}, {n} takes part ({rate}) and {declined} not.",
        "Of the {schools}, {n} take part ({rate}) and {declined} not.",
        count.participating,
        schools=schools,
        rate=share(count.rate),
        declined=count.not_participating,
    )


def _all(schools: Message, *, certain: bool) -> Message:
    if certain:
        return message("All {schools} take part.", schools=schools)
    return message("The {schools} that certainly lie here all take part.", schools=schools)


def _none_certain(group: Group) -> Message:
    if group == "technical":
        return message("We know of no technical school that lies here.")
    if group == "non_technical":
        return message("We know of no non-technical school that lies here.")
    return message("We know of no theoretical school that lies here.")


def _none(group: Group) -> Message:
    if group == "technical":
        return message("There are no technical schools here.")
    if group == "non_technical":
        return message("There are no non-technical schools here.")
    return message("There are no theoretical schools here.")


def _only_one(group: Group, count: Count) -> Message:
    school = schools_of(group, 1)
    if count.unknown:
        return message("There is {school}; whether it takes part is not known.", school=school)
    if count.participating:
        return message("There is {school}; it takes part.", school=school)
    return message("There is {school}; it does not take part.", school=school)


def _partly_known(count: Count, schools: Message) -> Message:
    if not count.not_participating:
        return counted(
            "{n} of the {schools} certainly takes part ({low}); of {unknown} it is not known.",
            "{n} of the {schools} certainly take part ({low}); of {unknown} it is not known.",
            count.participating,
            schools=schools,
            low=share(count.rate_low),
            unknown=counted("the other", "the other {n}", count.unknown),
        )
    return counted(
        "Of the {schools}, {n} takes part and {declined} not; of {unknown} it is not known. "
        "So the share that takes part lies between {low} and {high}.",
        "Of the {schools}, {n} take part and {declined} not; of {unknown} it is not known. "
        "So the share that takes part lies between {low} and {high}.",
        count.participating,
        schools=schools,
        declined=count.not_participating,
        unknown=count.unknown,
        low=share(count.rate_low),
        high=share(count.rate_high),
    )


def schools_of(group: Group, n: int) -> Message:
    """Name a number of schools of a group: "3 technical schools"."""
    if group == "technical":
        return counted("{n} technical school", "{n} technical schools", n)
    if group == "non_technical":
        return counted("{n} non-technical school", "{n} non-technical schools", n)
    if group == "theoretical":
        return counted("{n} theoretical school", "{n} theoretical schools", n)
    return counted("{n} school", "{n} schools", n)


def gaps_headline(groups: Groups, nearby: Sequence[Nearby] = ()) -> tuple[Message, ...]:
    """Say how many schools do not take part or are not known to, and of how many of these it is certain."""
    if not groups.known:
        return headline(groups, nearby)
    return (*_gaps(groups, certain=not nearby), *nearby_sentence(nearby))


def _gaps(groups: Groups, *, certain: bool) -> tuple[Message, ...]:
    count = groups.all
    if not count.schools:
        return (message("There are no schools here."),)
    if not count.open:
        schools = schools_of("all", count.schools)
        if not certain:
            return (_all(schools, certain=False),)
        return (message("All {schools} take part: there are no white spots.", schools=schools),)
    if not count.not_participating:
        first = _none_known(count) if not count.participating else _unknown(groups)
        second = message("No source says that they do not take part: ask first.")
    else:
        first, second = _declined(groups), _asking(count)
    return first, second, *_why_they_matter(groups)


def _none_known(count: Count) -> Message:
    return message(
        "Of none of the {schools} is it known that they take part.", schools=schools_of("all", count.schools)
    )


def _unknown(groups: Groups) -> Message:
    """Say of how many it is not known, where no source says no."""
    return message(
        "Of {n} of the {schools} it is not known whether they take part: {kinds}.",
        n=groups.all.open,
        schools=schools_of("all", groups.all.schools),
        kinds=_kinds_open(groups),
    )


def _declined(groups: Groups) -> Message:
    """Say how many do not take part, apart from those of which it is not known."""
    count = groups.all
    figures: dict[str, object] = {"schools": schools_of("all", count.schools), "kinds": _kinds_open(groups)}
    if not count.unknown:
        return counted(
            "Of the {schools}, {n} does not take part: {kinds}.",
            "Of the {schools}, {n} do not take part: {kinds}.",
            count.not_participating,
            **figures,
        )
    return counted(
        "Of the {schools}, {n} does not take part, and of {unknown} it is not known: together {kinds}.",
        "Of the {schools}, {n} do not take part, and of {unknown} it is not known: together {kinds}.",
        count.not_participating,
        unknown=count.unknown,
        **figures,
    )


def _asking(count: Count) -> Message:
    """Say what to do first, where a source says no of some."""
    if not count.unknown:
        return message("Of all of them a source says so.")
    return message("Ask the schools of which it is not known first.")


def _kinds_open(groups: Groups) -> Message:
    return all_of(
        [schools_of(group, part.open) for group, part in groups.named().items() if group != "all" and part.open]
    )


def _why_they_matter(groups: Groups) -> Iterator[Message]:
    """Say what the flyer says of each kind of school that is among them."""
    if groups.non_technical.open:
        yield message(
            "Non-technical schools have been expressly welcome since 2025: every pupil should get to know technology."
        )
    if groups.technical.open:
        yield message("Nearly all technical schools take part, the programme says: a technical school here stands out.")


def trend_headline(points: Sequence[TrendPoint], changes: Sequence[TrendChange]) -> tuple[Message, ...]:
    """Say how many schools took part at the first and at the last point, and how many joined and left."""
    first, last = points[0], points[-1]
    if len(points) == 1:
        return headline(last.groups)
    figures: dict[str, object] = {
        "before": first.groups.all.participating,
        "schools": schools_of("all", first.groups.all.schools),
        "after": last.groups.all.participating,
        "schools_now": schools_of("all", last.groups.all.schools),
    }
    moves = message(
        "In between {joined} joined and {left} left.",
        joined=schools_of("all", sum(len(change.joined) for change in changes)),
        left=schools_of("all", sum(len(change.left) for change in changes)),
    )
    if last.register is not None:
        return message(
            "In the former register {before} of the {schools} are known to take part, in the current one {after} of "
            "the {schools_now}.",
            **figures,
        ), moves
    return message(
        "On {since} {before} of the {schools} are known to take part, on {until} {after} of the {schools_now}.",
        since=first.on,
        until=last.on,
        **figures,
    ), moves
