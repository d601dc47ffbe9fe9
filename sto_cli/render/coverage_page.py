"""The coverage report as a page: the piece that people forward and print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.profiles import PROFILES
from sto_cli.render.dot_map import Dot, Frame, Label, dots, drawable, frame_around, labels, points
from sto_cli.render.page import render_page
from sto_cli.render.percent import percent, share
from sto_cli.reports.count import Count, Group

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.reports.coverage import Coverage
    from sto_cli.reports.selection import Selection
    from sto_cli.reports.standing import Position
    from sto_cli.reports.target import Outcome

MOST_NAMED = 5000
"""With more schools than this the page lists none and the map names none: a browser would choke on the table."""

HEADINGS: dict[Group, str] = {
    "technical": N_("Schools with a technical profile"),
    "non_technical": N_("Schools without a technical profile"),
    "theoretical": N_("Schools with only the theoretical learning path"),
}

ROW_HEADINGS = {
    "region": N_("Region"),
    "province": N_("Province"),
    "municipality": N_("Municipality"),
    "labour-market-region": N_("Labour market region"),
    "profile": N_("Profile"),
}

ROWS_TITLES = {
    "region": N_("Region by region"),
    "province": N_("Province by province"),
    "municipality": N_("Municipality by municipality"),
    "labour-market-region": N_("Labour market region by labour market region"),
    "profile": N_("Profile by profile"),
}

MAP_NAMES: dict[Group, str] = {
    "technical": N_("Map of the schools with a technical profile"),
    "non_technical": N_("Map of the schools without a technical profile"),
    "theoretical": N_("Map of the schools with only the theoretical learning path"),
}


OUTCOMES: dict[Outcome, Message] = {
    "reached": message("The target is reached."),
    "missed": message("The target is missed, also when all schools that are not known turn out to take part."),
    "undecided": message("Whether the target is reached depends on the schools that are not known."),
    "not_applicable": message("There are no schools to reach the target with."),
}


@dataclass(frozen=True, slots=True)
class DotMap:
    """What the map of one group shows."""

    dots: Sequence[Dot]
    labels: Sequence[Label]


@dataclass(frozen=True, slots=True)
class GroupView:
    """One column at the top of the page: a group's count, shares to mark on its bar, remarks, its map."""

    group: Group
    heading: str
    count: Count
    ticks: Sequence[tuple[float, str]]
    remarks: Sequence[Message]
    map: DotMap | None
    map_name: str


def coverage_page(report: Coverage, translator: Translator, country: Iterable[School] = ()) -> str:
    """Return the page. `country` are all schools of the register: they draw the land, also those that do not count."""
    country = list(country) or [position.school for position in report.schools]
    frame = frame_around(country if not report.selection else [position.school for position in report.schools])
    return render_page(
        "coverage.html",
        translator,
        report=report,
        title=translator.say(title(report.selection)),
        groups=[_group_view(report, group, count, country, frame, translator) for group, count in _columns(report)],
        frame=frame,
        land=points(country, frame) if frame and frame.countrywide else "",
        context=_context(report, country, frame),
        headline=translator.say(headline(report)),
        rows_title=ROWS_TITLES.get(report.by, ""),
        definitions=definitions(report),
        undrawn=sum(not drawable(position.school) for position in report.schools),
        by_heading=ROW_HEADINGS.get(report.by, ""),
        schools=sorted(report.schools, key=_by_name) if len(report.schools) <= MOST_NAMED else (),
    )


def title(selection: Selection) -> Message:
    """Return the question that the page answers."""
    names = [
        *(region.name for region in selection.regions),
        *selection.provinces,
        *selection.municipalities,
    ]
    if not names:
        return message("Who takes part in Sterk Techniekonderwijs?")
    return message("Who takes part in {names}?", names=", ".join(names))


def _columns(report: Coverage) -> list[tuple[Group, Count]]:
    return [(group, count) for group, count in report.total.named().items() if group != "all"]


def headline(report: Coverage) -> Message:
    """Say the main thing in words."""
    technical, other, all_of_them = report.total.technical, report.total.non_technical, report.total.all
    if not all_of_them.schools:
        return message("No school counts here.")
    return message(
        "Of {technical} of the {technical_all} technical schools it is certain that they take part, and of {other} of "
        "the {other_all} schools without a technical profile. Of {unknown} it is not known.",
        technical=technical.participating,
        technical_all=technical.schools,
        other=other.participating,
        other_all=other.schools,
        unknown=counted("{n} school", "{n} schools", all_of_them.unknown),
    )


def _group_view(
    report: Coverage,
    group: Group,
    count: Count,
    country: Sequence[School],
    frame: Frame | None,
    translator: Translator,
) -> GroupView:
    named = len(report.schools) <= MOST_NAMED
    here = [position for position in report.schools if position.school.kind == group]
    placed = dots(here, frame) if frame and named else []
    return GroupView(
        group=group,
        heading=HEADINGS[group],
        count=count,
        ticks=_ticks(report, group, translator),
        remarks=list(_remarks(report, group, count, translator)),
        map=DotMap(sorted(placed, key=_known_last), labels(country, placed, frame)) if frame else None,
        map_name=MAP_NAMES[group],
    )


def _ticks(report: Coverage, group: Group, translator: Translator) -> list[tuple[float, str]]:
    """Return the published and the wished-for share of a group, with their names."""
    published = [
        (one.rate, translator.say(message("flyer: {rate}", rate=share(one.rate, translator))))
        for one in report.reference
        if one.group == group
    ]
    wished = [
        (one.target, translator.say(message("target: {rate}", rate=share(one.target, translator))))
        for one in report.targets
        if one.group == group
    ]
    return [*published, *wished]


def _remarks(report: Coverage, group: Group, count: Count, translator: Translator) -> Iterable[Message]:
    if count.unknown:
        yield message(
            "The real share lies between {low} and {high}.",
            low=percent(count.participating, count.schools, translator),
            high=percent(count.participating + count.unknown, count.schools, translator),
        )
    if group == "technical":
        yield message("The programme's flyer says, of the whole country: almost all of these schools.")
    if group == "non_technical":
        yield message("The programme's flyer says, of the whole country: 70% of these schools.")
    yield from (OUTCOMES[one.outcome] for one in report.targets if one.group == group)


def _context(report: Coverage, country: Iterable[School], frame: Frame | None) -> str:
    """Return the schools that do not count: faint points that help to draw the country."""
    counted_codes = {position.school.id for position in report.schools}
    return points((school for school in country if school.id not in counted_codes), frame, 0.1) if frame else ""


def _known_last(dot: Dot) -> bool:
    """Draw what is known over what is not."""
    return dot.position.standing != "unknown"


def _by_name(position: Position) -> tuple[str, str]:
    return position.school.name.casefold(), position.school.id


def definitions(report: Coverage) -> list[tuple[str, Message]]:
    """Return the words of the page with what they mean."""
    return [
        (N_("School"), message("One location (vestiging) with a code of its own. In STO each location counts as a school.")),
        (N_("Takes part"), message("A public page or an own file says that the school takes part. The table names it.")),
        (
            N_("Not known"),
            message("No source says whether the school takes part. Unknown is never counted as no."),
        ),
        (
            N_("At least, at most"),
            message(
                "At least: as if none of the schools that are not known takes part. At most: as if all of them do. "
                "The real share lies in between."
            ),
        ),
        (
            N_("Technical"),
            message(
                "The school offers at least one technical profile in bl, kl or gl: {profiles}.",
                profiles=_profiles(technical=True),
            ),
        ),
        (
            N_("Non-technical"),
            message(
                "The school offers vocational profiles, none of them technical: {profiles}.",
                profiles=_profiles(technical=False),
            ),
        ),
        (
            N_("Region"),
            message(
                "A school counts in the region that a source names, otherwise in the region that has its municipality. "
                "Schools of which neither is known form a row of their own."
            ),
        ),
        (
            N_("Theoretical only"),
            message(
                "Schools with only the theoretical learning path (tl) do not count here."
                if report.total.theoretical is None
                else "Schools with only the theoretical learning path (tl) count here, because that was asked for."
            ),
        ),
    ]


def _profiles(*, technical: bool) -> str:
    return ", ".join(
        f"{profile.code} ({profile.name})"
        for profile in PROFILES.values()
        if profile.technical is technical and not profile.combined
    )
