"""The calendar: read back by the library, and by a reader of a dozen lines that knows only the standard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_file
from sto_cli.render.formats import Look
from sto_cli.render.reports.portfolio_ics import portfolio_ics
from sto_cli.reports.plan_summary import summary_of
from sto_cli.reports.portfolio import portfolio

REPORTS = Path(__file__).parent.parent / "reports"
TODAY = date(2026, 11, 24)


def entries_of(folder, register):
    return [
        summary_of(judge_file(path, register, TODAY), register, TODAY) for path in sorted(Path(folder).glob("*.yaml"))
    ]


def calendar_of(entries, language="nl"):
    return portfolio_ics(portfolio(entries, TODAY), Look(Translator(language)))


@pytest.fixture(scope="module")
def entries(register):
    return entries_of(REPORTS / "plans", register)


def events(content):
    return Calendar.from_ical(content).walk("VEVENT")


def test_every_dated_milestone_is_an_event_of_one_whole_day(entries):
    found = events(calendar_of(entries))
    steps = [step for entry in entries for step in entry.steps if step.when]
    assert len(found) == len(steps) + 1  # and the end of the regulation
    for event in found:
        start, end = event["DTSTART"], event["DTEND"]
        assert start.params["VALUE"] == end.params["VALUE"] == "DATE"
        assert (end.dt - start.dt).days == 1
        assert event["DTSTAMP"].dt == datetime(2026, 11, 24, tzinfo=UTC)


def test_a_month_stands_on_its_last_day_and_says_so(entries):
    event = next(one for one in events(calendar_of(entries)) if "eerste module is klaar" in one["SUMMARY"])
    assert event["DTSTART"].dt == date(2027, 1, 31)
    assert "(in januari 2027)" in event["SUMMARY"]


def test_lines_end_and_fold_as_outlook_expects(entries):
    content = calendar_of(entries)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    unfolded = content.replace(b"\r\n ", b"").decode()
    for name in ("VERSION:2.0", "METHOD:PUBLISH", "PRODID:"):
        assert f"\r\n{name}" in unfolded


def test_identities_are_all_different_and_last_when_a_date_moves(entries):
    before = {str(event["SUMMARY"]): str(event["UID"]) for event in events(calendar_of(entries))}
    assert len(set(before.values())) == len(before)
    moved = [
        replace(
            entry, steps=tuple(replace(step, when=step.when and replace(step.when, last=TODAY)) for step in entry.steps)
        )
        for entry in entries
    ]
    after = {str(event["UID"]) for event in events(calendar_of(moved))}
    assert after == set(before.values())


def test_identities_are_those_of_every_other_run_and_language(entries):
    identities = [{str(event["UID"]) for event in events(calendar_of(entries, language))} for language in ("nl", "en")]
    assert identities[0] == identities[1]


def test_the_same_milestone_twice_in_a_plan_gives_two_events(entries):
    alpha = next(entry for entry in entries if entry.path.endswith("alpha.yaml"))
    twice = [replace(alpha, steps=(alpha.steps[0], alpha.steps[0]))]
    assert len({str(event["UID"]) for event in events(calendar_of(twice)) if "lokaal" in event["SUMMARY"]}) == 2


def test_hostile_text_stays_text(register):
    content = calendar_of(entries_of(REPORTS / "hostile-plans", register))
    found = events(content)
    assert len(found) == 3
    lines = content.replace(b"\r\n ", b"").split(b"\r\n")
    assert lines.count(b"END:VEVENT") == 3
    assert b"BEGIN:VALARM" not in lines
    assert b"\x1b" not in content
    assert "\u202e" not in content.decode()


def test_folders_on_the_users_computer_are_not_in_it(entries):
    assert str(REPORTS).encode() not in calendar_of(entries).replace(b"\r\n ", b"")
