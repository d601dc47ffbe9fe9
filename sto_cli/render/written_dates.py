"""Dates as the register writes them, said as people say them."""

from __future__ import annotations

from sto_cli.messages import Translator
from sto_cli.messages.translator import MONTHS
from sto_cli.register.dates import first_day


def written_date(written: str | None, translator: Translator) -> str:
    """Say a year, a month or a day ("2021-10" → "oktober 2021"); what is none of them as it is written."""
    if not written:
        return ""
    day = first_day(written)
    if day is None:
        return written
    match written.count("-"):
        case 0:
            return written
        case 1:
            return f"{translator.text(MONTHS[day.month - 1])} {day.year}"
        case _:
            return translator.date(day)
