"""Reading the plans that someone names, for a report on all of them."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.screen import tracked
from sto_cli.cli.session import Session
from sto_cli.errors import StoError, UnreadableFile, own_faults
from sto_cli.files.reading import note
from sto_cli.messages import N_
from sto_cli.plans.checked import Unread, tripped_remark
from sto_cli.plans.finding_files import STANDARD_INPUT, PlanFile, find_plans, one_plan
from sto_cli.plans.judging import judge_text
from sto_cli.plans.results import Judgement
from sto_cli.plans.source.plan_bytes import plan_bytes
from sto_cli.plans.talk import talk_about
from sto_cli.render.findings.text import skipped_remark, unread_remark
from sto_cli.render.formats import Format, Look, View
from sto_cli.reports.plan_summary import PlanSummary, summary_of
from sto_cli.reports.progress import PlanProgress, Progress, progress_of
from sto_cli.reports.versions import newest_of


def read_standard_input() -> bytes:
    """Read it as far as a plan can go; a file behind it (`sto validate - < plan.yaml`) is noted as read."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # no real file behind it
        note(sys.stdin.fileno())
    return plan_bytes(sys.stdin.buffer)


R = TypeVar("R")


def judged(name: str, session: Session) -> Judgement:
    """Read and judge one plan, from a file or from standard input."""
    if name == STANDARD_INPUT:
        return judge_text(read_standard_input(), name, lambda: session.register, session.today)
    found = one_plan(name)
    return judge_text(found.read(), found.shown, lambda: session.register, session.today)


def summaries_of(names: Iterable[str], session: Session, today: date) -> tuple[list[PlanSummary], int]:
    """Read the plans, and return their entries with the number of names that could not be read at all.

    What could not be read, and what in a folder is no plan, is said on standard error; it never stops the others.
    """
    plans: list[PlanSummary] = []
    unread = 0
    skipped: list[str] = []
    found = list(find_plans(names, skipped, copies=True))
    for one in tracked(found, len(found), session.translator.text(N_("Reading plans"))):
        summary = one if isinstance(one, Unread) else _summary(one, session, today)
        if summary is None:
            skipped += [one.shown] if isinstance(one, PlanFile) else []
        elif isinstance(summary, Unread):
            unread += 1
            session.remark(unread_remark(summary))
        else:
            plans.append(summary)
    if skipped:
        session.remark(skipped_remark(skipped))
    return plans, unread


def progress_on(names: Iterable[str], session: Session, on: date) -> tuple[Progress, int]:
    """Read plans and return how far they are on a day, with the number of names that could not be read at all.

    Of a plan in several files the newest counts. What is no plan is named on standard error.
    """
    plans: list[tuple[PlanSummary, PlanProgress]] = []
    unreadable: list[str] = []
    unread, skipped = 0, list[str]()
    found = list(find_plans(names, skipped, copies=True))
    for one in tracked(found, len(found), session.translator.text(N_("Reading plans"))):
        judged = one if isinstance(one, Unread) else _judged(one, session, on)
        if isinstance(judged, Unread):
            unread += 1
            session.remark(unread_remark(judged))
        elif isinstance(one, PlanFile) and _is_foreign(one, judged):
            skipped.append(one.shown)
        elif judged.plan is None:
            unreadable.append(judged.path)
        else:
            talk = talk_about(judged, judged.plan, session.register, on)
            plans.append((summary_of(judged, session.register, on), progress_of(talk, on)))
    if skipped or unreadable:
        session.remark(skipped_remark([*skipped, *unreadable]))
    kept, _ = newest_of([summary for summary, _ in plans])
    counted = {id(summary) for summary in kept}
    return Progress(on, tuple(one for summary, one in plans if id(summary) in counted), tuple(unreadable)), unread


def _summary(found: PlanFile, session: Session, today: date) -> PlanSummary | Unread | None:
    """Read one plan, None for what is none; whatever it does to the program, the others are told of."""
    register = session.register
    try:
        judged = _judged(found, session, today)
        if isinstance(judged, Unread):
            return judged
        return None if _is_foreign(found, judged) else summary_of(judged, register, today, _modified(found))
    except StoError:
        raise
    except own_faults():
        return Unread(found.shown, tripped_remark(found.shown))


def _is_foreign(found: PlanFile, judged: Judgement) -> bool:
    """Whether a file that nobody named is a text of another kind: it lay among the plans."""
    return found.in_folder and judged.foreign


def _modified(found: PlanFile) -> float | None:
    try:
        return (found.mail or found.path).stat().st_mtime
    except OSError:  # standard input, or gone since
        return None


def deliver_plans(
    session: Session,
    view: View[R],
    plans: Sequence[PlanSummary],
    answer: Callable[[Sequence[PlanSummary]], R],
    wish: Wish,
) -> int:
    """Hand over an answer on plans, without those over which its writer trips; return how many those are.

    Text goes out while it is written, so it is tried first.
    """
    form = wish.among(view.formats())
    try:
        if plans and form.name == "text":
            _write(view, answer(plans), form, wish.look(session))
        deliver_view(session, view, answer(plans), wish)
    except (StoError, OSError):
        raise
    except own_faults():
        tripping = [one for one in plans if not _can_be_told(view, answer, one, form, wish.look(session))]
        if not tripping:
            raise
        for one in tripping:
            session.remark(tripped_remark(one.path))
        deliver_view(session, view, answer([one for one in plans if one not in tripping]), wish)
        return len(tripping)
    return 0


def _can_be_told(
    view: View[R], answer: Callable[[Sequence[PlanSummary]], R], plan: PlanSummary, form: Format, look: Look
) -> bool:
    try:
        _write(view, answer([plan]), form, look)
    except own_faults():
        return False
    return True


def _write(view: View[R], answer: R, form: Format, look: Look) -> None:
    """Write an answer to nowhere."""
    written = view.write(form, answer, look)
    if not isinstance(written, Mapping | str | bytes | bytearray):
        for _ in written:
            pass


def _judged(found: PlanFile, session: Session, today: date) -> Judgement | Unread:
    if found.shown == STANDARD_INPUT:
        return judge_text(read_standard_input(), STANDARD_INPUT, session.register, today)
    try:
        return judge_text(found.read(), found.shown, session.register, today)
    except UnreadableFile as problem:
        return Unread(found.shown, problem.message, problem.hint)
