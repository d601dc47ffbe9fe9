"""A region as a page: how it stands, what there is to do, and school by school whom to write to; without names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.page.school_map import MOST_NAMED, Ground, SchoolMap, ground_of, school_map
from sto_cli.render.page.shell import render_page
from sto_cli.render.page.sources import web_address
from sto_cli.render.reports.coverage_html import HEADINGS as GROUP_HEADINGS
from sto_cli.render.reports.parts import said_definitions
from sto_cli.render.reports.portfolio_words import by_when, due_owner, due_text
from sto_cli.render.reports.region_document import (
    HEADINGS,
    NEARBY,
    distance_words,
    plan_state,
    plans_sentences,
    region_title,
)
from sto_cli.reports.count import Count
from sto_cli.reports.region_tasks import NOTHING_TO_DO, TaskKind

if TYPE_CHECKING:
    from sto_cli.render.look import Look
    from sto_cli.reports.region import RegionReport
    from sto_cli.reports.region_schools import RegionSchool

ANCHORS: dict[TaskKind, str] = {
    "ask": "unknown", "invite": "not_participating", "place": "nearby", "finish_plans": "participating",
    "collect_plans": "participating", "confirm": "participating",
}  # fmt: skip
"""Where on the page the schools of a task stand."""

INTROS = {
    "not_participating": N_("A source says that these schools do not take part: invite them."),
    "unknown": N_("No source says whether these schools take part. Ask them first: perhaps they do."),
    "nearby": N_("These schools lie nearest to this region, but no source says to which region they belong."),
    "participating": "",
}


def region_html(answer: RegionReport, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    shown = [one.position for one in (*answer.schools, *answer.nearby)]
    ground = ground_of([one.school for one in shown], answer.others, answer.regions, answer.selection)
    spoken = (due_text, due_owner, plan_state)
    return render_page(
        "region.html",
        translator,
        answer=answer,
        short=look.short,
        title=translator.say(region_title(answer)),
        question=message("How does {region} stand?", region=answer.region.name),
        headline=answer.headline,
        addresses=_addresses(answer),
        counts=[(GROUP_HEADINGS[group], count) for group, count in answer.total.kinds().items()],
        shown=answer.total.all + Count(unknown=len(answer.nearby)),
        ground=ground,
        map=_map(answer, ground, translator) if ground else None,
        todo=_todo(answer),
        plans=tuple(plans_sentences(answer, translator)),
        chapters=_chapters(answer),
        by_when=by_when,
        distance_words=distance_words,
        definitions=said_definitions(translator, theoretical=answer.total.theoretical is not None),
        **{function.__name__: partial(function, translator=translator) for function in spoken},
    )


def _addresses(answer: RegionReport) -> list[str]:
    written = (answer.region.page, answer.region.website)
    return list(dict.fromkeys(address for one in written if one and (address := web_address(one))))


def _todo(answer: RegionReport) -> list[tuple[Message, str]]:
    found = [(task.sentence, ANCHORS[task.kind]) for task in answer.tasks]
    return found or [(NOTHING_TO_DO, "")]


def _chapters(answer: RegionReport) -> list[tuple[str, str, str, tuple[RegionSchool, ...]]]:
    """Return the lists of schools with anchor, heading and introduction; those that take part come last."""
    by_standing = [(str(one), heading, answer.standing(one)) for one, heading in HEADINGS.items()]
    *open_, taking_part = by_standing
    found = [*open_, ("nearby", NEARBY, answer.nearby), taking_part]
    return [(anchor, heading, INTROS[anchor], some) for anchor, heading, some in found if some]


def _map(answer: RegionReport, ground: Ground, translator: Translator) -> SchoolMap:
    shown = [one.position for one in (*answer.schools, *answer.nearby)]
    return school_map(
        translator.text(N_("Map of the schools of the region")), shown, ground, named=len(shown) <= MOST_NAMED
    )
