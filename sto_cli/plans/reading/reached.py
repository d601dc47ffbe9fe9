"""What a plan that runs says of a milestone: reached or not, and when."""

from __future__ import annotations

from sto_cli.plans.language.dates import When
from sto_cli.plans.language.times import time_in, time_meant

YES = frozenset(
    {"ja", "yes", "x", "v", "bereikt", "gehaald", "klaar", "afgerond", "gereed", "done", "reached", "✓", "☒"}
)
NO = frozenset({"nee", "neen", "no", "nog niet", "not yet", "niet", "open", "☐"})


def reached_meant(written: str | None) -> tuple[bool | None, When | None]:
    """Return whether a milestone is reached and when, by what stands there; (None, None) where that is not said."""
    if written is None:
        return None, None
    words = " ".join(written.lower().split()).rstrip(".!")
    if words in NO or words.startswith(("nee", "nog niet", "no ", "not yet")):
        return False, None
    when = time_meant(written, None) or time_in(written, None)
    if when is not None or words.split(" ")[0].rstrip(",:") in YES:
        return True, when
    return None, None
