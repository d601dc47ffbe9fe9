"""The portfolio as a calendar (RFC 5545): milestones and the programme's dates as events of a whole day.

Outlook, Google Calendar and Apple's calendar open it. An event keeps its identity as long as the plan, its school
and the words of the milestone stay the same, so that importing a newer calendar moves it instead of doubling it.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from sto_cli import __version__
from sto_cli.messages import Translator
from sto_cli.plans.language.wording import said_in
from sto_cli.render.formats import Look
from sto_cli.render.reports.portfolio_words import due_owner, due_text, plan_name, portfolio_title, region_name
from sto_cli.render.reports.words import said
from sto_cli.render.words import codes_of
from sto_cli.reports.portfolio import Due, Portfolio

if TYPE_CHECKING:
    from icalendar import Event

IDENTITIES = UUID("5d2f5f0e-8a0b-5c39-9a55-5f0b3c1d7e21")
"""The space in which events get their identity; any fixed UUID will do, but never another one."""


def portfolio_ics(answer: Portfolio, look: Look) -> bytes:
    """Write the calendar; lines end and fold as the standard says."""
    from icalendar import Calendar  # 60 ms

    calendar = Calendar()
    calendar.add("prodid", f"-//sto {__version__}//{look.translator.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", said(portfolio_title(answer), look.translator))
    seen: Counter[str] = Counter()
    for due in answer.calendar:
        calendar.add_component(_event(due, _identity(due, seen), answer.as_of, look.translator))
    return bytes(calendar.to_ical())


def _event(due: Due, identity: str, today: date, translator: Translator) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", identity)
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    what = due_text(due, translator)
    if due.when.first != due.when.last and not (due.step and due.step.names_date):
        what = f"{what} ({translator.say(said_in(due.when))})"
    event.add("summary", f"{due_owner(due, translator) if due.plan else 'STO'}: {what}")
    event.add("dtstart", due.when.last)
    if due.when.last < date.max:  # without an end it lasts the day, as it does on the last day of the calendar
        event.add("dtend", due.when.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # a milestone keeps nobody from other appointments
    event.add("description", "\n".join(_description(due, translator)))
    if due.programme:
        event.add("url", due.programme.source)
    event.add("categories", ["STO"])
    return event


def _description(due: Due, translator: Translator) -> list[str]:
    if due.programme:
        caution = [translator.say(due.programme.caution)] if due.programme.caution else []
        return [due_text(due, translator), *caution, due.programme.source]
    if due.plan is None:
        return [due_text(due, translator)]
    lines = [due_text(due, translator), plan_name(due.plan, translator), region_name(due.plan, translator)]
    return [line for line in lines if line]


def _identity(due: Due, seen: Counter[str]) -> str:
    """Return a lasting name for an event; equal milestones of one plan are told apart by their order."""
    if due.programme:
        key = f"programme/{due.programme.key}"
    elif due.plan and due.step:
        owner = codes_of(due.plan.schools) or PurePath(due.plan.path).name
        key = "/".join((owner, due.plan.title or "", " ".join(due.step.text.split()))).casefold()
    seen[key] += 1
    return f"{uuid5(IDENTITIES, f'{key}/{seen[key]}')}@sto"
