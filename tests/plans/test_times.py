"""Times that a careful reader understands, what he would ask, and what is no time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.language.periods import period_in
from sto_cli.plans.language.times import meanings, time_in, time_meant, without_time
from sto_cli.plans.reading.period_said import period_in_texts

LINES = [
    line.rsplit(" = ", 1)
    for line in (Path(__file__).parent / "values" / "dates.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
_WITHIN = re.compile(r" \[(\S+) (\S+)\]$")


@pytest.mark.parametrize(("written", "expected"), LINES)
def test_a_time_is_read_as_a_reader_would(written, expected):
    found = _WITHIN.search(written)
    within = (date.fromisoformat(found[1]), date.fromisoformat(found[2])) if found else None
    possible = meanings(_WITHIN.sub("", written), within)
    if expected in {"?", "-"}:
        assert (len(possible) > 1) == (expected == "?")
        assert not (possible and expected == "-")
    else:
        days = [date.fromisoformat(day) for day in expected.split()]
        assert [(when.first, when.last) for when in possible] == [(days[0], days[-1])]


PERIODS = {
    "augustus 2026 – juli 2028": (date(2026, 8, 1), date(2028, 7, 31)),
    "1 januari 2027 t/m 31 december 2028": (date(2027, 1, 1), date(2028, 12, 31)),
    "start 01-2027, stop 07-2028": (date(2027, 1, 1), date(2028, 7, 31)),
    "van augustus tot en met december 2026": (date(2026, 8, 1), date(2026, 12, 31)),
    "schooljaar 2026-2027": (date(2026, 8, 1), date(2027, 7, 31)),
    "schooljaar 2026/2027 en 2027/2028": (date(2026, 8, 1), date(2028, 7, 31)),
    "September 2026 to July 2028": (date(2026, 9, 1), date(2028, 7, 31)),
    "begin = 4 jan. 2027 , eind = 14 juli 2028": (date(2027, 1, 4), date(2028, 7, 14)),
    "1-3-2027 / 30-9-2028": (date(2027, 3, 1), date(2028, 9, 30)),
    "start: 1 maart 2027, einde: juli 2028": (date(2027, 3, 1), date(2028, 7, 31)),
    "begin 1 maart 2027; einddatum 30 juni 2028": (date(2027, 3, 1), date(2028, 6, 30)),
    "1 maart 2027 → juli 2028": (date(2027, 3, 1), date(2028, 7, 31)),
    "1 maart 2027 -> 31-12-2028": (date(2027, 3, 1), date(2028, 12, 31)),
    "maart 2027 tot en met juli 2028 (17 maanden)": (date(2027, 3, 1), date(2028, 7, 31)),
    "van 1-2-2027 t/m 31-12-2028.": (date(2027, 2, 1), date(2028, 12, 31)),
    "1 maart 2027 en loopt tot 1 juli 2028": (date(2027, 3, 1), date(2028, 7, 1)),
    "start: 1 March 2027, end: July 2028": (date(2027, 3, 1), date(2028, 7, 31)),
    "juli 2028 – augustus 2026": (date(2028, 7, 1), date(2026, 8, 31)),  # a rule says what is wrong with it
}


@pytest.mark.parametrize("written", PERIODS)
def test_a_period_in_one_text(written):
    start, end = period_in(written)
    assert (start.first, end.last) == PERIODS[written]


def days(period):
    return f"{period[0].first} {period[1].last}" if period else "-"


def values(name):
    text = (Path(__file__).parent / "values" / f"{name}.txt").read_text("utf-8")
    return [line.rsplit(" = ", 1) for line in text.splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize(("written", "expected"), values("periods"))
def test_what_stands_where_the_period_is_told(written, expected):
    assert days(period_in(written)) == expected


@pytest.mark.parametrize(("written", "expected"), values("told_periods"))
def test_the_period_that_a_text_says_the_plan_has(written, expected):
    told = period_in_texts([written])
    assert (f"{told.start} {told.end}" if told and told.whole else "-") == expected


@pytest.mark.parametrize("written", ["2026-2028", "twee jaar", "", "tot juli 2028"])
def test_a_period_that_has_to_be_asked(written):
    assert period_in(written) is None


IN_TEXT = {
    "Q2 2027 techniekweek": "2027-06-30",
    "nov 2026 - werkplaats ingericht": "2026-11-30",
    "voorjaar 2027 / spring 2027: eerste meidendag": "2027-05-31",
    "1 april 2027: start, loopt tot juni 2028": "2027-04-01",
    "schooljaar 2027-2028: vier klassen": "2028-07-31",
    "In mei 2027 ligt het rooster voor schooljaar 2027-2028 klaar.": "2027-05-31",
}


@pytest.mark.parametrize("text", IN_TEXT)
def test_the_time_that_a_text_names(text):
    assert time_in(text).last == date.fromisoformat(IN_TEXT[text])


DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
]  # fmt: skip
DRESSES = [
    "{day}-{month}-{year}", "{day:02}/{month:02}/{year}", "{day} {name} {year}", "{day} {short} {year}",
    "{day} {short}. '{two}", "op {day} {name} {year}", "{weekday} {day} {name} {year}", "{day:02}.{month:02}.{year}",
]  # fmt: skip
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


@given(DAYS, st.sampled_from(DRESSES))
def test_a_real_day_in_any_dress_is_that_day(day, dress):
    name = MONTHS[day.month - 1]
    words = {"name": name, "short": "mrt" if day.month == 3 else name[:3], "weekday": WEEKDAYS[day.weekday()]}
    written = dress.format(day=day.day, month=day.month, year=day.year, two=f"{day.year % 100:02}", **words)
    when = time_meant(written)
    assert (when.first, when.last, when.whole) == (day, day, True)


@given(DAYS)
def test_the_week_of_a_day_holds_it(day):
    year, week, _ = day.isocalendar()
    when = time_meant(f"week {week} {year}")
    assert when.first <= day <= when.last == when.first + timedelta(6)


@given(st.text(max_size=90) | st.sampled_from([line[0] for line in LINES]).map(lambda text: f"{text} {text}"))
def test_no_text_trips_it(text):
    for when in meanings(text):
        assert when.first <= when.last
        assert not when.whole or time_meant(when.iso) is not None
    time_in(text)
    period_in(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("November 2026: afspraken met het ROC", "afspraken met het ROC"),
        ("Maart 2027 - lokaal klaar", "lokaal klaar"),
        ("maart 2027 – lokaal klaar", "lokaal klaar"),
        ("1 oktober 2026: de meters", "de meters"),
        ("2026-10: de meters", "de meters"),
        ("Voorjaar 2027: open dag", "open dag"),
        ("In maart 2027 is het lokaal klaar", "In maart 2027 is het lokaal klaar"),
        ("Maart 2027:", "Maart 2027:"),
        ("Het lab: klaar in maart 2027", "Het lab: klaar in maart 2027"),
        ("De module is klaar", "De module is klaar"),
        ("11 december 2026 zes docenten getraind", "zes docenten getraind"),
        ("30 juni 2027 29 leerlingen zijn klaar", "29 leerlingen zijn klaar"),
        ("Maart 2027 is het lokaal klaar", "Maart 2027 is het lokaal klaar"),
    ],
)
def test_a_time_that_is_shown_beside_a_text_is_not_said_twice(text, shown):
    assert without_time(text, time_in(text)) == shown
    assert without_time(text, None) == text
