"""The coverage report as a page: the piece that people forward and print."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.document.fields import written
from sto_cli.render.document.model import Value
from sto_cli.render.formats import Look
from sto_cli.render.page.dot_map import drawable
from sto_cli.render.page.school_map import MOST_NAMED, Ground, SchoolMap, ground_of, school_map
from sto_cli.render.page.shell import render_page, schools_a_mark
from sto_cli.render.reports.coverage_document import NEARBY, coverage_title, rows_table
from sto_cli.render.reports.parts import said_definitions
from sto_cli.reports.count import Count, Group, Groups, share
from sto_cli.reports.coverage import Coverage
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Position

HEADINGS: dict[Group, str] = {
    "technical": N_("Schools with a technical profile"),
    "non_technical": N_("Schools without a technical profile"),
    "theoretical": N_("Schools with only the theoretical learning path"),
}

MAP_NAMES: dict[Group, str] = {
    "technical": N_("Map of the schools with a technical profile"),
    "non_technical": N_("Map of the schools without a technical profile"),
    "theoretical": N_("Map of the schools with only the theoretical learning path"),
}

ROWS_TITLES = {
    "none": "",
    "region": N_("Region by region"),
    "province": N_("Province by province"),
    "municipality": N_("Municipality by municipality"),
    "labour-market-region": N_("By labour market region"),
    "profile": N_("Profile by profile"),
}

FLYER: dict[Group, Message] = {
    "technical": message("The programme's flyer says of the whole country: almost all of these schools."),
    "non_technical": message("The programme's flyer says of the whole country: 70% of these schools."),
}
"""The flyer gives no number for the technical schools, and no numbers of schools at all."""


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """One column at the top of the page: a group's count, shares to mark on its bar, remarks, its map."""

    group: Group
    heading: str
    count: Count
    ticks: Sequence[tuple[float, str]]
    remarks: Sequence[Message]
    map: SchoolMap | None


def report_page(template: str, look: Look, answer: Any, title: Message, **values: Any) -> str:
    """Write the page of a report on schools."""
    groups: Groups = answer.total if hasattr(answer, "total") else answer.points[-1].groups
    translator = look.translator
    shown: dict[str, Any] = {
        "answer": answer,
        "short": look.short,
        "title": translator.say(title),
        "headline": answer.headline,
        "definitions": said_definitions(translator, theoretical=groups.theoretical is not None),
    }
    return render_page(template, translator, **{**shown, **values})


def asked(selection: Selection, of_area: str, of_all: str) -> Message:
    """Return the question that a page answers, of an area or of the whole country."""
    return message(of_area, area=selection.area) if selection else message(of_all)


def coverage_html(answer: Coverage, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    table = rows_table(answer, translator).to_read()
    ground = ground_of(
        [one.school for one in (*answer.schools, *answer.shared)], answer.others, answer.regions, answer.selection
    )
    whom = asked(answer.selection, N_("Who takes part in {area}?"), N_("Who takes part in Sterk Techniekonderwijs?"))
    return report_page(
        "coverage.html",
        look,
        answer,
        coverage_title(answer),
        question=whom,
        headline=[*answer.headline, *(one.sentence for one in answer.targets if one.group == "all")],
        columns=_columns(answer, ground, translator),
        ground=ground,
        undrawn=sum(not drawable(position.school) for position in answer.schools),
        a_mark=schools_a_mark(
            count for row in answer.rows for count in (row.groups.technical, row.groups.non_technical)
        ),
        rows_title=ROWS_TITLES[answer.by],
        table=table,
        rows=list(zip(answer.rows, table.rows, strict=True)),
        written=partial(written, translator=translator),
        sortable=_sortable,
        nearby=NEARBY,
        schools=sorted((*answer.schools, *answer.shared), key=_by_name) if _listed(answer) else (),
    )


def _sortable(value: Value) -> float:
    """Return the number by which a column sorts; what is not known stands below none."""
    if isinstance(value, Count):
        value = value.rate_low
    return value if isinstance(value, int | float) else -1


def _listed(answer: Coverage) -> bool:
    return len(answer.schools) <= MOST_NAMED


def _columns(answer: Coverage, ground: Ground | None, translator: Translator) -> list[GroupColumn]:
    return [
        GroupColumn(
            group=group,
            heading=HEADINGS[group],
            count=count,
            ticks=_ticks(answer, group, translator),
            remarks=_remarks(answer, group, count),
            map=_map(answer, group, ground, translator) if ground else None,
        )
        for group, count in answer.total.kinds().items()
    ]


def _map(answer: Coverage, group: Group, ground: Ground, translator: Translator) -> SchoolMap:
    here = [position for position in (*answer.schools, *answer.shared) if position.school.kind == group]
    return school_map(translator.text(MAP_NAMES[group]), here, ground, named=_listed(answer))


def _ticks(answer: Coverage, group: Group, translator: Translator) -> list[tuple[float, str]]:
    """Return the published and the wished-for share of a group, with their names."""
    published = [
        (one.rate, translator.say(message("flyer: {rate}", rate=share(one.rate))))
        for one in answer.reference
        if one.group == group
    ]
    wished = [(one.target, translator.text(N_("target"))) for one in answer.targets if one.group == group]
    return sorted([*published, *wished])


def _remarks(answer: Coverage, group: Group, count: Count) -> list[Message]:
    remarks = [one.sentence for one in answer.targets if one.group == group]
    if count.rate is not None and count.unclear:
        remarks.append(message("Of the schools of which it is known, {rate} take part.", rate=share(count.rate)))
    if count.rate_low != count.rate_high:
        bounds = {"low": share(count.rate_low), "high": share(count.rate_high)}
        remarks.append(message("The real share lies between {low} and {high}.", **bounds))
    return remarks + ([FLYER[group]] if group in FLYER else [])


def _by_name(position: Position) -> tuple[str, str]:
    return position.school.name.casefold(), position.school.id
