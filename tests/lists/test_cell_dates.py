"""Dates in the cells of a list: what a beginning, an end and a date alone become, and where the calendar ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from sto_cli.lists.cell_dates import (
    NoSuchDate,
    begins_after,
    day_after,
    day_before,
    read_date,
    read_end,
    read_start,
    take_period,
)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2023", "2023"),
        ("1999", "1999"),
        ("1899", None),
        ("2023-08", "2023-08"),
        ("2023-08-01", "2023-08-01"),
        ("1-8-2023", "2023-08-01"),
        ("1/8/2023", "2023-08-01"),
        ("1.8.2023", "2023-08-01"),
        ("1-8-23", "2023-08-01"),
        ("1-8-09", None),  # before this programme's time, or of any other century
        ("aug '23", "2023-08"),
        ("aug. 2023", "2023-08"),
        ("1 augustus 2023", "2023-08-01"),
        ("31-2-2023", None),
        ("1989-12-31", None),
        ("1990-01-01", "1990-01-01"),
        ("2100-01-01", "2100-01-01"),
        ("2100-01-02", None),
        ("", None),
        ("ja", None),
        (36525, None),
        (36526, "2000-01-01"),
        ("45139", "2023-08-01"),
        (55153, "2050-12-31"),
        (55154, None),
        (date(2023, 8, 1), "2023-08-01"),
        (datetime(2023, 8, 1, 12, tzinfo=UTC), "2023-08-01"),
        (True, None),
        (time(12), None),
        (timedelta(days=3), None),
    ],
)
def test_a_date(cell, read):
    assert read_date(cell) == read


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("2019/2020", "2019-08-01", "2020-07-31"),
        ("2019-2020", "2019-08-01", "2020-07-31"),
        ("19/20", "2019-08-01", "2020-07-31"),
        ("schooljaar 2019-2020", None, None),
        ("tot juli 2025", None, "2025-06-30"),
        ("t/m juli 2025", None, "2025-07"),
        ("juli 2025", "2025-07", "2025-07"),
        ("2025", "2025", "2025"),
        ("vanaf 2019-2020", None, None),
        ("1-8-2023", "2023-08-01", "2023-08-01"),
        ("31-2-2023", None, None),
        ("t/m 31-2-2023", None, None),
        ("tot juli 2025 gestopt", None, None),
    ],
)
def test_a_beginning_and_an_end(cell, start, end):
    assert (read_start(cell), read_end(cell)) == (start, end)


@pytest.mark.parametrize(
    ("text", "period", "rest"),
    [
        ("ja", (None, None), "ja"),
        ("ja, 2023", ("2023", None), "ja,"),
        ("vanaf 1-8-2023", ("2023-08-01", None), ""),
        ("t/m 2023", (None, "2023"), ""),
        ("tot 2023", (None, "2022-12-31"), ""),
        ("tot eind 2023", (None, "2023"), ""),
        ("vanaf 2021 t/m 2023", ("2021", "2023"), "vanaf"),
        ("2021-2024", ("2021", "2024"), ""),
        ("2021 - heden", ("2021", None), ""),
        ("2021 tot 2024", ("2021", "2024"), ""),
        ("2021-13", ("2021", "2013"), ""),
        ("2021-24", ("2021", "2024"), ""),
        ("2021-12", ("2021-12", None), ""),
        ("2024-2025", ("2024-08-01", "2025-07-31"), ""),
        ("24/25", ("2024-08-01", "2025-07-31"), ""),
        ("sinds schooljaar 2024-2025", ("2024-08-01", None), "sinds schooljaar"),
        ("t/m schooljaar 2024-2025", (None, "2025-07-31"), "t/m schooljaar"),
        ("tot 2024-2025", (None, "2024-07-31"), "tot"),
        ("sinds 2021 tot 1-8-2023", ("2021", "2023-08-01"), "sinds"),  # between two dates “tot” is as people mean it
    ],
)
def test_a_period_in_a_text(text, period, rest):
    found, left = take_period(text)
    assert found == period
    assert left.split() == rest.split()


@pytest.mark.parametrize("text", ["vanaf 31-2-2023", "31-2-2023", "t/m 31-2-2023", "tot 31-2-2023", "1-8-1950 - nu"])
def test_a_date_that_is_none_is_no_period(text):
    with pytest.raises(NoSuchDate):
        take_period(text)


@pytest.mark.parametrize(
    ("written", "before", "after"),
    [
        ("2023", "2022-12-31", "2024-01-01"),
        ("2024-02", "2024-01-31", "2024-03-01"),
        ("2024-03-01", "2024-02-29", "2024-03-02"),
        ("0001-01-01", None, "0001-01-02"),
        ("9999-12-31", "9999-12-30", None),
        ("", None, None),
    ],
)
def test_the_day_before_and_after(written, before, after):
    assert (day_before(written), day_after(written)) == (before, after)


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2024", "2023", True),
        ("2024-01-01", "2023", True),
        ("2023-12-31", "2023", False),
        ("2023", "2023", False),
        ("2023", "2023-06", False),
        ("2024-01-02", "2024-01-01", True),
        ("2024-01-01", "2024-01-01", False),
        ("", "2023", False),
        ("2024", "", False),
    ],
)
def test_one_lies_wholly_after_another(one, other, later):
    assert begins_after(one, other) is later
