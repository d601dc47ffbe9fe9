"""What the words and figures of a report mean; goes with every file that is passed on."""

from __future__ import annotations

from dataclasses import dataclass

from sto_cli.messages import Message, message


@dataclass(frozen=True, slots=True)
class Definition:
    """A word and what it means."""

    term: Message
    meaning: Message


def definitions(*, theoretical: bool = False) -> tuple[Definition, ...]:
    """Return the definitions, in the order in which a reader meets the words."""
    return (*_SCHOOLS, _COUNTED if theoretical else _NOT_COUNTED, *_STANDINGS, *_SHARES, _REGION)


_SCHOOLS = (
    Definition(
        message("School"),
        message(
            "A location (vestiging) with its own six-character code that offers vocational vmbo: the basic, advanced "
            "or mixed learning path."
        ),
    ),
    Definition(
        message("Technical school"),
        message("Offers at least one of the technical profiles BWI, PIE, M&T, MVI and MaT."),
    ),
    Definition(
        message("Non-technical school"),
        message("Offers profiles, none of them technical: only D&P, Groen, Z&W, E&O or HBR."),
    ),
)
_NOT_COUNTED = Definition(
    message("Theoretical school"), message("Offers only the theoretical learning path. These schools do not count.")
)
_COUNTED = Definition(
    message("Theoretical school"),
    message("Offers only the theoretical learning path. These schools count here because that was asked for."),
)
_STANDINGS = (
    Definition(
        message("Takes part"),
        message("A source names the school or this location as taking part, and that holds on this day."),
    ),
    Definition(
        message("Likely takes part"),
        message("A source says so, and it may mean another location of the school."),
    ),
    Definition(
        message("In talks"),
        message("The school does not take part yet, and talks, registers or thinks about it."),
    ),
    Definition(message("Does not take part"), message("A source says that the school does not take part.")),
    Definition(
        message("Not known"),
        message(
            "No source tells whether the school takes part, or one page says so and another one speaks against it. "
            "That never counts as no."
        ),
    ),
)
_SHARES = (
    Definition(
        message("Share at least"),
        message("Takes part, divided by all schools: only what is certain counts."),
    ),
    Definition(
        message("Share at most"),
        message("All schools but those that do not take part, divided by all schools."),
    ),
    Definition(
        message("Share of the known"),
        message(
            "Takes part, divided by the schools that certainly do or do not. Only given where a source also names "
            "schools that do not take part, or where all take part: else it would always be 100%."
        ),
    ),
)
_REGION = Definition(
    message("Schools of a region"),
    message(
        "All schools that a source places in the region, and all other schools in the municipalities that only this "
        "region has: not only its members. Where regions share a municipality, its schools are counted apart in each "
        "of them. The schools of which no region is known have a row of their own."
    ),
)
