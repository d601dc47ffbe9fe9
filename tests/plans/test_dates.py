"""Days and months as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.language.times import names_a_time, read_when, time_in

DAYS = [
    "2026-10-01", "2026-10-1", "2026/10/01", "1-10-2026", "01-10-2026", "1/10/2026", "1.10.2026", "1-10-26",
    "1 oktober 2026", "1 okt 2026", "1 okt. 2026", "1 Oktober 2026", "donderdag 1 oktober 2026", "do 1 okt 2026",
    "1 oktober '26", "1 October 2026", "October 1, 2026", "Oct 1st 2026", "2026-10-01T00:00:00", "2026-10-01 09:30",
]  # fmt: skip
MONTHS = ["2026-10", "2026/10", "10-2026", "10/2026", "oktober 2026", "okt. 2026", "Oktober '26", "October 2026"]
NONE = [
    "", "2026", "najaar 2026", "eind 2026", "Q4 2026", "week 40", "2026-13", "2026-00", "2026-02-30", "31-11-2026",
    "0000-01", "13-13-2026", "10-25-2026", "oktober", "1 oktober", "volgend jaar", "2026-10-01 en later", "x" * 1000,
]  # fmt: skip


@pytest.mark.parametrize("written", DAYS)
def test_days(written):
    when = read_when(written)
    assert (when.first, when.last, when.iso) == (date(2026, 10, 1), date(2026, 10, 1), "2026-10-01")
    assert when.plain == (written == "2026-10-01")


@pytest.mark.parametrize("written", MONTHS)
def test_months(written):
    when = read_when(written)
    assert (when.first, when.last, when.iso) == (date(2026, 10, 1), date(2026, 10, 31), "2026-10")
    assert when.plain == (written == "2026-10")


@pytest.mark.parametrize("written", NONE)
def test_what_is_neither(written):
    assert read_when(written) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_dutch_order_is_day_month_year(day):
    assert read_when(f"{day.day}-{day.month}-{day.year}").first == day
    assert read_when(day.isoformat()).plain


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    when = read_when(text)
    assert when is None or read_when(when.iso).plain


@pytest.mark.parametrize("text", ["Jan de Vries is klaar.", "Het mag.", "Klas 1-2 doet mee."])
def test_names_and_numbers_that_are_no_time(text):
    assert not names_a_time(text)


PLAIN = {
    "In maart 2027 is de werkruimte klaar.": "2027-03",
    "Het keuzevak is goedgekeurd (mrt 2027).": "2027-03",
    "Op 1-10-2026 starten de lessen.": "2026-10-01",
    "Voor 1 maart 2027 zijn de machines geleverd.": "2027-03-01",
    "In mei 2027 ligt het rooster voor schooljaar 2027-2028 klaar.": "2027-05",
    "On October 1, 2026 the lessons start.": "2026-10-01",
    "2026-10: start": "2026-10",
    "1 oktober 2026 begint groep 1, op 1-10-2026 ook groep 2.": "2026-10-01",
    "Eind schooljaar 2027-2028 is alles klaar.": "2028-07-31",
    "Q1 2027: proef.": "2027-03-31",
    "Van maart tot juni 2027 draait de proef.": "2027-06-30",
    "Tussen 2026-10 en 2026-12.": "2026-12-31",
}
NOT_PLAIN = [
    "Oktober: het materiaal is besteld.", "Voor maart 2027 is alles klaar.", "Na 1 maart 2027 begint het.",
    "In september en oktober 2026 wordt verbouwd.", "31-11-2026 is alles klaar.", "Kamer 2026-10-2 is ingericht.",
    "",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_date_that_a_text_names_plainly(text):
    assert time_in(text).iso == PLAIN[text]


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_dates_in_a_text_that_leave_room(text):
    assert time_in(text) is None


@given(st.text(max_size=30), st.dates(date(2025, 1, 1), date(2028, 12, 31)), st.text(max_size=30))
def test_a_text_with_a_date_names_a_time(before, day, after):
    for text in (before + after, f"{before} {day.isoformat()} {after}", f"{before} {day.day}-{day.month}-{day.year}"):
        assert time_in(text) is None or names_a_time(text)
