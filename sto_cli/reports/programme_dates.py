"""The programme's own dates, as far as public pages give them."""

from dataclasses import dataclass
from datetime import date

from sto_cli.messages import Message, message

PLANNING = "https://www.sterktechniekonderwijs.nl/nieuws/planning/"
REGULATIONS = "https://www.sterktechniekonderwijs.nl/regelingen/"


@dataclass(frozen=True, slots=True)
class ProgrammeDate:
    """A day that holds for every region; `key` stays the same whatever the words, `caution` says what to check."""

    key: str
    day: date
    text: Message
    source: str
    caution: Message | None = None


_BEFORE = message("From the planning of February 2024, before the regulation was published: check it with DUS-I.")

PROGRAMME_DATES = (
    ProgrammeDate(
        "elaborated-2025-2026",
        date(2025, 4, 15),
        message("Region: hand in the elaborated plan of activities and the budget for 2025 and 2026"),
        PLANNING,
        _BEFORE,
    ),
    ProgrammeDate(
        "elaborated-2027-2028",
        date(2026, 10, 1),
        message("Region: hand in the elaborated plan of activities and the budget for 2027 and 2028"),
        PLANNING,
        _BEFORE,
    ),
    ProgrammeDate("regulation-expires", date(2029, 3, 30), message("The subsidy regulation expires"), REGULATIONS),
)
"""In order of date. The application of 2024 is left out: it is over for every region."""


def programme_dates(since: date) -> tuple[ProgrammeDate, ...]:
    """Return the dates that are still of use: on or after a day."""
    return tuple(one for one in PROGRAMME_DATES if one.day >= since)
