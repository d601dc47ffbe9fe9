"""The columns that `sto match` puts behind a list's own, and what stands in them."""

from __future__ import annotations

from sto_cli.lists.columns import plain_heading
from sto_cli.lists.results import Link, LinkedList
from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.belonging import Belonging
from sto_cli.search.results import Match

ADDED = (
    "sto_outcome", "sto_school", "sto_name", "sto_region", "sto_basis", "sto_score", "sto_candidates",
    "sto_region_name", "sto_check",
)  # fmt: skip
"""Headings of the added columns (design, section 5), and two more for people: the region's name, what to do."""

_PLAIN_ADDED = {plain_heading(heading) for heading in ADDED}

TO_DO = {"ambiguous": N_("choose"), "not_found": N_("look up")}
"""What a person should do with a row."""

BETWEEN = " | "
"""Between candidates in one cell: names hold commas and semicolons."""


def kept_columns(linked: LinkedList) -> list[int]:
    """Return the columns of the list's own: all but those that an earlier `sto match` added."""
    headings = linked.table.headings
    return [
        at for at in range(linked.table.width) if at >= len(headings) or plain_heading(headings[at]) not in _PLAIN_ADDED
    ]


def added_cells(link: Link, translator: Translator) -> tuple[str | float, ...]:
    """Return what the added columns say of a row, in the order of `ADDED`; nothing for an empty row."""
    if link.outcome == "empty":
        return ("",) * len(ADDED)
    match = link.match
    return (
        link.outcome,
        (match.id if match else None) or "",
        match.name if match else "",
        "; ".join(region_ids(link.belonging)),
        link.basis,
        round(match.score, 2) if match and not link.reviewed else "",
        BETWEEN.join(candidate_words(candidate) for candidate in link.candidates),
        region_words(link.belonging, translator),
        translator.text(TO_DO[link.outcome]) if link.open else "",
    )


def region_ids(belonging: Belonging) -> list[str]:
    """Return the regions that are certain; a suggestion by nearness is not among them."""
    return [option.region.id for option in belonging.options] if belonging.certain else []


def region_words(belonging: Belonging, translator: Translator) -> str:
    """Name the region; several that list the municipality as such, and a suggestion as a suggestion."""
    names = [option.region.name for option in belonging.options]
    if not names:
        return ""
    if belonging.basis == "nearest":
        near = [_near(name, option.distance_km) for name, option in zip(names, belonging.options, strict=True)]
        return translator.say(message("perhaps {names}", names=", ".join(map(translator.say, near))))
    return translator.text(N_(" or ")).join(names)


def _near(name: str, distance: float | None) -> Message:
    return message("{name} (school at {distance} km)", name=name, distance=distance or 0.0)


def candidate_words(match: Match) -> str:
    """Describe a candidate so that a person can tell it from the others: code, name, street, place."""
    return ", ".join(part for part in (f"{match.id or ''} {match.name}".strip(), match.street, match.town) if part)
