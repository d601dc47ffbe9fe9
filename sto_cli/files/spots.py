"""Characters in a text, as the YAML parser counts them."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A character in a text: line and column from 0 (a `Place`, for people, counts from 1)."""

    line: int
    column: int
