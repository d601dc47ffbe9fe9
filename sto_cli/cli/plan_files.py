"""Reading the plans that someone names, for a report on all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sto_cli.cli.progress import tracked
from sto_cli.cli.session import Session
from sto_cli.cli.standard_input import read_standard_input
from sto_cli.errors import UnreadableFile
from sto_cli.messages import N_
from sto_cli.plans.checked import Unread
from sto_cli.plans.finding_files import STANDARD_INPUT, PlanFile, find_plans
from sto_cli.plans.judging import judge_file, judge_text
from sto_cli.plans.results import Judgement
from sto_cli.render.findings.text import skipped_remark, unread_remark
from sto_cli.reports.plan_summary import PlanSummary, summary_of


def summaries_of(names: Iterable[str], session: Session, today: date) -> tuple[list[PlanSummary], int]:
    """Read the plans, and return their entries with the number of names that could not be read at all.

    What could not be read, and what in a folder is no plan, is said on standard error; it never stops the others.
    """
    plans: list[PlanSummary] = []
    unread = 0
    skipped: list[str] = []
    found = list(find_plans(names, skipped))
    for one in tracked(found, len(found), session.translator.text(N_("Reading plans"))):
        judged = one if isinstance(one, Unread) else _judged(one, session, today)
        if isinstance(judged, Unread):
            unread += 1
            session.remark(unread_remark(judged))
        else:
            plans.append(summary_of(judged, session.register, today))
    if skipped:
        session.remark(skipped_remark(skipped))
    return plans, unread


def _judged(found: PlanFile, session: Session, today: date) -> Judgement | Unread:
    if found.shown == STANDARD_INPUT:
        return judge_text(read_standard_input(), STANDARD_INPUT, session.register, today)
    try:
        return judge_file(found.path, session.register, today, shown=found.shown)
    except UnreadableFile as problem:
        return Unread(found.shown, problem.message, problem.hint)
