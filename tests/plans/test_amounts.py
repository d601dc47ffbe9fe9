"""Amounts as the Dutch write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.language.amounts import digits, names_an_amount, read_amount

CERTAIN = [
    ("12500", 12500), ("0", 0), ("-500", -500), ("12500.50", 12500.5), ("12500,50", 12500.5), ("€ 12500", 12500),
    ("€12500", 12500), ("EUR 12500", 12500), ("12500 euro", 12500), ("12 500", 12500), ("12\u00a0500", 12500),
    ("€ 12.500,-", 12500), ("12.500,--", 12500), ("12.500,=", 12500), ("€ 12.500,00", 12500), ("1.234,56", 1234.56),
    ("1.250.000", 1250000), ("1,250,000.00", 1250000), ("gratis", 0), ("nihil", 0), (" 300 ", 300), ("750,-", 750),
    ("12.500", 12500), ("€ 12.500", 12500),
]  # fmt: skip
AMBIGUOUS = [
    ("12k", 12000, True), ("12,5k", 12500, True),
    ("12.5K", 12500, True), ("12,500", 12500, False), ("12.5", 12.5, False), ("ca. 5000", 5000, False),
    ("± 5.000", 5000, False), ("ongeveer € 300", 300, False),
]  # fmt: skip
NONE = [
    "",
    "€",
    "veel",
    "2 x 500",
    "500 per jaar",
    "PM",
    "1.2.3",
    "12.50.00",
    "٣٤",
    "5000-6000",
    "-",
    "k",
    "1e6",
    "0x10",
]


@pytest.mark.parametrize(("written", "euros"), CERTAIN)
def test_amounts_that_leave_no_doubt(written, euros):
    amount = read_amount(written)
    assert (amount.euros, amount.ambiguous, amount.sure) == (euros, False, True)


@pytest.mark.parametrize(("written", "euros", "sure"), AMBIGUOUS)
def test_amounts_that_others_may_read_otherwise(written, euros, sure):
    amount = read_amount(written)
    assert (amount.euros, amount.ambiguous, amount.sure) == (euros, True, sure)


@pytest.mark.parametrize("written", NONE)
def test_what_is_no_amount(written):
    assert read_amount(written) is None


@given(st.integers(-10_000_000_00, 10_000_000_00))
def test_what_is_written_in_digits_is_read_back(cents):
    amount = read_amount(digits(cents))
    assert (amount.cents, amount.ambiguous, amount.plain) == (cents, False, True)


def dutch(cents: int) -> str:
    return f"{cents / 100:,.2f}".translate(str.maketrans(",.", ".,"))


@given(st.integers(0, 10_000_000_00))
def test_dutch_marks_are_read_as_the_dutch_do(cents):
    assert read_amount(f"€ {dutch(cents)}").cents == cents


@given(st.text(max_size=60))
def test_any_text_is_an_amount_or_none(text):
    amount = read_amount(text)
    assert amount is None or read_amount(amount.digits).cents == amount.cents


@pytest.mark.parametrize("text", ["in 2026", "60 leerlingen", "leerjaar 3 en 4", "120 uur", "1200 uur"])
def test_numbers_that_are_no_amounts_in_a_sentence(text):
    assert not names_an_amount(text)
