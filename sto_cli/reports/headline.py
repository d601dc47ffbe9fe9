"""The main thing of a report, in words; the sentences say what is known and never more."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from sto_cli.messages import Message, all_of, comma, counted, message
from sto_cli.reports.count import EVIDENCE_NAMES, Count, Group, Groups, KnownFrom, Standing, share
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import PROGRAMME_BEGAN, THIS_PERIOD, Nearby, Position
from sto_cli.reports.trend_changes import TrendChange, TrendPoint


def headline(
    groups: Groups, nearby: Sequence[Nearby] = (), shared: Sequence[Position] = (), since: int | None = None
) -> tuple[Message, ...]:
    """Say for technical and non-technical schools how many take part, of how many that is not known, and since when.

    With schools that may belong here too, because they lie nearby or in a shared municipality, it is never said that
    all take part. `since` is the first year of the facts that count, where not all do.
    """
    if not groups.known:
        return (message("We do not know which schools belong to this region."), *elsewhere_sentences(nearby, shared))
    kinds: Counter[str] = Counter(one.school.kind for one in (*(near.position for near in nearby), *shared))
    sentences = (_sentence(group, count, elsewhere=kinds[group]) for group, count in groups.kinds().items())
    return (*sentences, *elsewhere_sentences(nearby, shared), *evidence_sentences(groups.all, since))


def outside(on: date, selection: Selection) -> tuple[Message, ...]:
    """Say of a day before the programme, and of one that is still to come, that nothing is known of it."""
    if on < PROGRAMME_BEGAN:
        return (
            message(
                "Nothing is known of {day}: the programme was not there before {year}.",
                day=on, year=str(PROGRAMME_BEGAN.year),
            ),
        )  # fmt: skip
    if selection.today is not None and on > selection.today:
        return (message("{day} is still to come: only what is recorded for that day counts.", day=on),)
    return ()


def evidence_sentences(count: Count, since: int | None = None) -> tuple[Message, ...]:
    """Say from when the knowledge is, where there is some, and of how many it is of a later day only."""
    told = [_evidence(one, number) for one in EVIDENCE_NAMES if (number := count.evidence[one])]
    asked = (message("Only what is known from {year} on counts.", year=str(since)),) if since else ()
    later = counted(
        "Of {n} school it is only known of a later day, not whether it was so on this one: it counts as not known.",
        "Of {n} schools it is only known of a later day, not whether it was so on this one: they count as not known.",
        count.known_later,
    )
    first = (*asked, later) if count.known_later else asked
    if not told:
        return first
    n = sum(count.evidence.values())
    return (
        *first,
        counted("Of {n} school something is known: {parts}.", "Of {n} schools something is known: {parts}.", n,
                parts=all_of(told)),
    )  # fmt: skip


def _evidence(one: KnownFrom, n: int) -> Message:
    match one:
        case "this_period":
            return message("of {n} from the present period (from {year} on)", n=n, year=str(THIS_PERIOD))
        case "earlier":
            return message("of {n} from an earlier period", n=n)
        case "undated":
            return message("of {n} without a date", n=n)


def elsewhere_sentences(nearby: Sequence[Nearby], shared: Sequence[Position]) -> tuple[Message, ...]:
    """Say how many schools may belong here too: nearby, or in a municipality that regions share."""
    sentences = (
        counted(
            "{n} more school lies in a municipality that regions share: it belongs here or to one of the others "
            "({places}).",
            "{n} more schools lie in a municipality that regions share: they belong here or to one of the others "
            "({places}).",
            len(shared),
            places=comma(_unique([one.school.municipality or one.school.name for one in shared])),
        ),
        counted(
            "Of {n} school nearby no region is known: it may belong here too ({places}).",
            "Of {n} schools nearby no region is known: they may belong here too ({places}).",
            len(nearby),
            places=comma(_unique([one.position.school.town or one.position.school.name for one in nearby])),
        ),
    )
    return tuple(sentence for sentence in sentences if sentence.count)


def _unique(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _sentence(group: Group, count: Count, elsewhere: int = 0) -> Message:
    """Say it of one group; `elsewhere` schools of its kind may belong here too."""
    schools = schools_of(group, count.schools)
    if not count.schools:
        return (_NONE_CERTAIN if elsewhere else _NONE)[group]
    if count.schools == 1:
        return message("There is {school}; {how}.", school=schools, how=_ONLY_ONE[_standings(count)[0]])
    if count.unknown == count.schools:
        return message("Of none of the {schools} is it known whether it takes part.", schools=schools)
    if count.participating == count.schools:
        return _all(schools, certain=not elsewhere)
    if count.not_participating == count.schools:
        return message("None of the {schools} takes part.", schools=schools)
    parts = all_of([_part(standing, count) for standing in _standings(count)])
    if count.not_participating and count.unclear:
        return message(
            "Of the {schools} {parts}. So the share that takes part lies between {low} and {high}.",
            schools=schools, parts=parts, low=share(count.rate_low), high=share(count.rate_high),
        )  # fmt: skip
    return message("Of the {schools} {parts}.", schools=schools, parts=parts)


def _standings(count: Count) -> list[Standing]:
    """Return the standings that occur, in the order in which they are said."""
    return [standing for standing in _SAID if getattr(count, standing)]


_SAID: tuple[Standing, ...] = ("participating", "likely", "in_talks", "not_participating", "unknown")


def _part(standing: Standing, count: Count) -> Message:
    """Say how many stand so, as a part of a sentence."""
    n: int = getattr(count, standing)
    match standing:
        case "participating":
            certain = bool(count.unclear)
            rate = share(count.rate_low)
            if certain:
                return counted("{n} certainly takes part ({rate})", "{n} certainly take part ({rate})", n, rate=rate)
            return counted("{n} takes part ({rate})", "{n} take part ({rate})", n, rate=rate)
        case "likely":
            return counted("{n} likely takes part", "{n} likely take part", n)
        case "in_talks":
            return counted("{n} is in talks", "{n} are in talks", n)
        case "not_participating":
            return counted("{n} does not take part", "{n} do not take part", n)
        case "unknown":
            return message("of {n} it is not known", n=n)


_ONLY_ONE: dict[Standing, Message] = {
    "participating": message("it takes part"),
    "likely": message("it likely takes part"),
    "in_talks": message("it is in talks"),
    "not_participating": message("it does not take part"),
    "unknown": message("whether it takes part is not known"),
}


def _all(schools: Message, *, certain: bool) -> Message:
    if certain:
        return message("All {schools} take part.", schools=schools)
    return message("The {schools} that certainly lie here all take part.", schools=schools)


_NONE_CERTAIN: dict[Group, Message] = {
    "technical": message("We know of no technical school that lies here."),
    "non_technical": message("We know of no non-technical school that lies here."),
    "theoretical": message("We know of no theoretical school that lies here."),
}
_NONE: dict[Group, Message] = {
    "technical": message("There are no technical schools here."),
    "non_technical": message("There are no non-technical schools here."),
    "theoretical": message("There are no theoretical schools here."),
}


def schools_of(group: Group, n: int) -> Message:
    """Name a number of schools of a group: "3 technical schools"."""
    if group == "technical":
        return counted("{n} technical school", "{n} technical schools", n)
    if group == "non_technical":
        return counted("{n} non-technical school", "{n} non-technical schools", n)
    if group == "theoretical":
        return counted("{n} theoretical school", "{n} theoretical schools", n)
    return counted("{n} school", "{n} schools", n)


def gaps_headline(
    groups: Groups, nearby: Sequence[Nearby] = (), shared: Sequence[Position] = (), since: int | None = None
) -> tuple[Message, ...]:
    """Say how many schools do not take part or are not known to, and of how many of these it is certain."""
    if not groups.known:
        return headline(groups, nearby, shared)
    elsewhere = elsewhere_sentences(nearby, shared)
    return (*_gaps(groups, certain=not elsewhere), *elsewhere, *evidence_sentences(groups.all, since))


def _gaps(groups: Groups, *, certain: bool) -> tuple[Message, ...]:
    count = groups.all
    if not count.schools:
        return (message("There are no schools here.") if certain else message("We know of no school that lies here."),)
    if not count.open:
        return (_no_gaps(count, certain=certain),)
    figures = {"schools": schools_of("all", count.schools), "kinds": _kinds_open(groups)}
    if count.unknown == count.open:
        first = counted(
            "Of {n} of the {schools} it is not known whether it takes part: {kinds}.",
            "Of {n} of the {schools} it is not known whether they take part: {kinds}.",
            count.open,
            **figures,
        )
        second = message("No source says that they do not take part: ask first.")
    else:
        parts = all_of([_part(one, count) for one in _standings(count) if one not in {"participating", "likely"}])
        first = message("Of the {schools} {parts}: together {kinds}.", parts=parts, **figures)
        second = _asking(count)
    return first, second, *_likely_too(count), *_why_they_matter(groups)


def _no_gaps(count: Count, *, certain: bool) -> Message:
    schools = schools_of("all", count.schools)
    if count.likely:
        return counted(
            "Of the {schools} all take part, {n} of them likely: check that with it.",
            "Of the {schools} all take part, {n} of them likely: check that with them.",
            count.likely,
            schools=schools,
        )
    if not certain:
        return _all(schools, certain=False)
    return message("All {schools} take part: there are no white spots.", schools=schools)


def _likely_too(count: Count) -> Iterator[Message]:
    if count.likely:
        yield counted(
            "{n} school likely takes part and is not in this list: check that with it.",
            "{n} schools likely take part and are not in this list: check that with them.",
            count.likely,
        )


def _asking(count: Count) -> Message:
    """Say what to do first, where a source says more than nothing of some."""
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
        "schools": schools_of("all", first.groups.all.schools),
        "after": last.groups.all.participating,
        "schools_now": schools_of("all", last.groups.all.schools),
    }
    before = first.groups.all.participating
    return (
        counted(
            "On {since} {n} of the {schools} is known to take part, on {until} {after} of the {schools_now}.",
            "On {since} {n} of the {schools} are known to take part, on {until} {after} of the {schools_now}.",
            before,
            since=first.on,
            until=last.on,
            **figures,
        ),
        *_moved(changes),
        *evidence_sentences(last.groups.all),
    )


def _moved(changes: Sequence[TrendChange]) -> Iterator[Message]:
    """Say who joined and left; where it is only known that schools take part, not that none joined."""
    joined, left, known = (
        sum(len(getattr(change, kind)) for change in changes) for kind in ("joined", "left", "became_known")
    )
    if joined or left or not known:
        yield message(
            "In between {joined} joined and {left} left.",
            joined=schools_of("all", joined), left=schools_of("all", left),
        )  # fmt: skip
    if known:
        yield counted(
            "Of {n} school it became known in between that it takes part, not since when.",
            "Of {n} schools it became known in between that they take part, not since when.",
            known,
        )
