"""What is known of a school beside the words that name it: the other columns of a list, or parts of the query."""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    """Facts that speak for a school, as they were written."""

    place: str | None = None
    street: str | None = None
    postcode: str | None = None
    website: str | None = None
    exams_first: bool = False
    """Whether of several locations of one name in one place the one with exam candidates in the vmbo is meant.

    Lists and plans name schools so; who asks for one school is asked which of them it is.
    """


NOTHING = Known()
