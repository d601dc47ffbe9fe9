"""A region as a page: how it stands, what there is to do, and school by school whom to write to; without names."""

from dataclasses import replace
from functools import partial

from sto_cli.messages import N_, Translator, message
from sto_cli.plans.language.wording import said_in
from sto_cli.render.formats import Look
from sto_cli.render.page.school_map import MOST_NAMED, Ground, SchoolMap, ground_of, school_map
from sto_cli.render.reports.coverage_html import HEADINGS as GROUP_HEADINGS
from sto_cli.render.reports.coverage_html import report_page
from sto_cli.render.reports.gaps_document import SHARED
from sto_cli.render.reports.portfolio_words import due_owner, due_text
from sto_cli.render.reports.region_document import (
    HEADINGS,
    NEARBY,
    chapters_of,
    plan_state,
    plans_sentences,
    region_title,
    what_is_known,
)
from sto_cli.render.visible import web_address
from sto_cli.reports.region import RegionReport
from sto_cli.reports.region_schools import NOTHING_TO_DO, Task, TaskKind

ANCHORS: dict[TaskKind, str] = {
    "talk": HEADINGS["in_talks"], "ask": HEADINGS["unknown"], "invite": HEADINGS["not_participating"],
    "finish_plans": HEADINGS["participating"], "collect_plans": HEADINGS["participating"],
}  # fmt: skip
"""Under which heading the schools of a task stand, where all of them stand together."""

INTROS = {
    HEADINGS["in_talks"]: N_("These schools do not take part yet, and talk or think about it."),
    HEADINGS["not_participating"]: N_("A source says that these schools do not take part: invite them."),
    HEADINGS["unknown"]: N_(
        "No source says for certain whether these schools take part. Ask them first: perhaps they do."
    ),
    HEADINGS["likely"]: N_("A source may mean another location of these schools: check it with them."),
    SHARED: N_("These schools lie in a municipality of several regions, and no source says to which they belong."),
    NEARBY: N_("These schools lie nearest to this region, but no source says to which region they belong."),
}


def region_html(answer: RegionReport, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    shown = [one.position for one in (*answer.schools, *answer.apart)]
    ground = ground_of([one.school for one in shown], answer.others, answer.regions, answer.selection)
    spoken = (due_text, due_owner, plan_state, what_is_known)
    written = (answer.region.page, answer.region.website)
    found = [(task.sentence, _anchor(_heading(task))) for task in answer.tasks]
    return report_page(
        "region.html",
        look,
        answer,
        region_title(answer),
        question=message("How does {region} stand?", region=answer.region.name),
        addresses=list(dict.fromkeys(address for one in written if one and (address := web_address(one)))),
        counts=[(GROUP_HEADINGS[group], count) for group, count in answer.total.kinds().items()],
        ground=ground,
        map=_map(answer, ground, translator) if ground else None,
        todo=found or [(NOTHING_TO_DO, "")],
        plans=tuple(plans_sentences(answer, translator)),
        chapters=[(_anchor(heading), heading, INTROS.get(heading, ""), some) for heading, some in chapters_of(answer)],
        by_when=said_in,
        **{function.__name__: partial(function, translator=translator) for function in spoken},
    )


def _heading(task: Task) -> str:
    if task.kind == "place":
        return NEARBY if task.schools[0].nearby else SHARED
    if task.kind == "confirm":
        return HEADINGS["likely" if task.schools[0].standing == "likely" else "participating"]
    return ANCHORS[task.kind]


def _anchor(heading: str) -> str:
    return "-".join(heading.lower().replace(",", "").split())


def _map(answer: RegionReport, ground: Ground, translator: Translator) -> SchoolMap:
    shown = [one.position for one in (*answer.schools, *answer.apart)]
    name = translator.text(N_("Map of the schools of the region"))
    drawn = school_map(name, shown, ground, named=len(shown) <= MOST_NAMED)
    return replace(drawn, apart={one.school.id for one in answer.apart})
