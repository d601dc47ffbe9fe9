"""Numbers by which people choose one of a list."""

LONGEST = 4
"""Digits of a number at the most: no list that is shown has more places."""


def chosen_number(written: str, last: int) -> int | None:
    """Return the number that is written, 0 up to the last one of a list; None where it is no such number."""
    number = int(written) if written.isdecimal() and len(written) <= LONGEST else last + 1
    return number if number <= last else None
