"""How a standing is called and drawn, in every format: one row for each."""

from __future__ import annotations

from typing import NamedTuple

from sto_cli.messages import N_
from sto_cli.reports.count import Count, Standing


class StandingLook(NamedTuple):
    """A standing in words: of one school, as the heading above a number of them, and the same where room is scarce.

    `sign` and `style` draw it on a terminal, `colour` in a workbook; pages have a mark and a class of its name.
    """

    word: str
    heading: str
    short: str
    sign: str
    style: str
    colour: str


LOOKS: dict[Standing, StandingLook] = {
    "participating": StandingLook(N_("takes part"), N_("take part"), N_("take part"), "█", "good", "#0A5B6B"),
    "likely": StandingLook(N_("likely takes part"), N_("likely take part"), N_("likely"), "▓", "good", "#7FB3BD"),
    "in_talks": StandingLook(N_("in talks"), N_("in talks"), N_("in talks"), "+", "warning", "#D9A441"),
    "unknown": StandingLook(N_("not known"), N_("not known"), N_("unknown"), "░", "gutter", "#BFC5CB"),
    "not_participating": StandingLook(
        N_("does not take part"), N_("do not take part"), N_("do not"), "×", "error", "#C2541B"
    ),
}
"""In the order of a bar: what is known to take part first, what is known not to last."""

STANDINGS: dict[Standing, str] = {standing: look.word for standing, look in LOOKS.items()}
HEADINGS: dict[Standing, str] = {standing: look.heading for standing, look in LOOKS.items()}


def occurring(count: Count | None = None) -> list[Standing]:
    """Return the standings that occur in a count, and in any case who takes part; without one all of them."""
    return [one for one in LOOKS if count is None or one == "participating" or getattr(count, one)]
