"""Judging a plan: read it, ask every rule, and put what they say in the order of the file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from sto_cli.errors import StoError, own_faults
from sto_cli.files.personal import without_addresses
from sto_cli.findings import SEVERITIES, Finding
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case, Flaw, Rule, question_of
from sto_cli.plans.checked import not_judged
from sto_cli.plans.reading.as_read import Reading
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.results import Judgement
from sto_cli.plans.rules import READING_RULES, RULES
from sto_cli.plans.rules.values import A_DAY_OR_A_MONTH
from sto_cli.plans.severity import severity_of
from sto_cli.plans.source.plan_bytes import read_plan_bytes
from sto_cli.register.register import Register


def judge_file(
    path: Path,
    register: Register | Callable[[], Register] | None = None,
    today: date | None = None,
    *,
    shown: str | None = None,
) -> Judgement:
    """Judge a plan in a file; `shown` is its name as the user knows it. See `judge_text`.

    Raises:
        UnreadableFile: it is missing, a folder, locked, or may not be read.
    """
    return judge_text(read_plan_bytes(path), shown if shown is not None else str(path), register, today)


def judge_text(
    content: str | bytes,
    path: str,
    register: Register | Callable[[], Register] | None = None,
    today: date | None = None,
) -> Judgement:
    """Judge a plan given as text or bytes; `path` is its name as the user knows it.

    `register` may be a function that loads it: it is called only when the plan names a school or a region. Rules
    about the register are silent without one. `today` says on which day the school's region is asked for.
    """
    try:
        return _judged(read_plan(content, path), register, today)
    except StoError:
        raise
    except own_faults():  # whatever one plan does to the reader, the others are judged
        return Judgement(path, (not_judged(path),))


def _judged(reading: Reading, register: Register | Callable[[], Register] | None, today: date | None) -> Judgement:
    case = Case(reading, register, today)
    rules = RULES if reading.plan is not None else READING_RULES
    findings = [finding for rule in rules for finding in _asked(rule, case)]
    findings.sort(key=_order)
    unread = tuple(without_addresses(cell.text) for cell in reading.unread)
    return Judgement(reading.path, tuple(findings), case.settled_plan, reading.source, unread, reading.foreign)


def _asked(rule: Rule, case: Case) -> list[Finding]:
    """Ask one rule; whatever a plan does to it, the other rules are asked."""
    try:
        return [_finding(case.reading, rule, flaw) for flaw in rule.check(case)]
    except StoError:
        raise
    except own_faults():
        return [not_judged(case.reading.path, rule.id)]


def _order(finding: Finding) -> tuple[int, int, int, int]:
    return finding.place.line, finding.place.column, SEVERITIES.index(finding.severity), finding.question or 0


def _finding(reading: Reading, rule: Rule, flaw: Flaw) -> Finding:
    place = flaw.place
    if place is None:
        place = reading.key_place(*flaw.path) if flaw.on == "heading" else reading.place(*flaw.path)
    if reading.in_word and place.where is None:
        place = reading.place()
    written = flaw.written if flaw.written is not None else ".".join(_words(reading, flaw))
    return Finding(
        rule.id,
        severity_of(rule, flaw, (place, *(reading.place(*path) for path in flaw.rests_on))),
        flaw.message,
        place,
        hint_in_text(rule.id, flaw) if reading.in_word or reading.in_text else flaw.hint,
        path=written,
        question=question_of(flaw.path),
        fixable=not reading.in_word and (flaw.fixable or flaw.replacement is not None),
        replacement=None if reading.in_word else flaw.replacement,
    )


def _words(reading: Reading, flaw: Flaw) -> Iterator[str]:
    for depth, part in enumerate(flaw.path):
        yield reading.key_word(*flaw.path[: depth + 1]) if isinstance(part, str) else str(part)


_HINTS: dict[str, str] = {
    "no-title": N_("Write a title at the top of the document."),
    "no-school": N_("Write the name and the place of the school, or its code, at the top: “School: …”."),
    "no-form-named": N_(
        "Write at the top which form it is, such as “Form: lower-years”: elective, practical-programme, "
        "non-technical-profile, lower-years, theoretical-route or technical-profile."
    ),
    "undated-milestone": N_("Write beside it the day or the month by which it is done, such as October 2026."),
    "unmeasurable-goal": N_("Name a number and when: how many are there now, and how many will there be?"),
    "activity-without-goal": N_("Write beside it which goal it is for."),
    "partner-without-how": N_("Write beside it what the partner does, and what you do for the partner."),
    "no-costs": N_("Write an amount in euros behind each thing that is needed, or the total of all."),
}


def hint_in_text(rule: str, flaw: Flaw) -> Message | None:
    """Return the hint of a finding for someone who writes a text."""
    if rule == "missing-question" and flaw.path:
        title = next(heading.title for heading in HEADINGS if heading.english == flaw.path[0])
        return message("Put the question in the document as a heading, and answer it below: {question}",
                       question=Message(title))  # fmt: skip
    if rule == "invalid-date" and flaw.hint == A_DAY_OR_A_MONTH:
        return message("Write a day, such as 1 October 2026, or a month, such as October 2026.")
    return Message(_HINTS[rule]) if rule in _HINTS else flaw.hint
