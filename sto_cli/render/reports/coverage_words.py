"""What the coverage report says in every form: its title, the names of its rows, fractions that read at a glance."""

from __future__ import annotations

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.reports.words import GROUPS, STANDINGS, nowhere, title
from sto_cli.render.visible import visible
from sto_cli.reports.count import Count, Groups
from sto_cli.reports.coverage import Coverage, CoverageRow
from sto_cli.reports.share import share

TOGETHER = (N_("together"), N_("do not"), N_("unknown"), N_("share"))
"""What a short table says of all schools: those that take part of all, then these three."""

NEARBY = message("“Nearby” counts schools of which no region is known, and to which this region lies nearest.")


def coverage_title(answer: Coverage) -> Message:
    """Name the report, its area and its day."""
    return title(message("Participation in STO"), answer.selection, answer.as_of)


def whole_row(answer: Coverage) -> CoverageRow:
    """Return the row that adds up all others; its share is not known where that holds of all of them."""
    return CoverageRow(None, None, answer.total, known=answer.known)


def nearby_total(answer: Coverage) -> int:
    """Return how many schools without a known region lie nearest to one of the regions of the table."""
    return sum(row.nearby_unknown or 0 for row in answer.rows)


def short_cells(groups: Groups, translator: Translator, *, known: bool = True) -> tuple[str, ...]:
    """Return the kinds of school as fractions, then all schools: fraction, do not, unknown, share.

    `known` False: the register knows no schools at all here, so that the share is not known.
    """
    every = groups.all
    return (
        *(fraction(count, translator) for group, count in groups.named().items() if group != "all"),
        fraction(every, translator),
        translator.number(every.not_participating),
        translator.number(every.unknown),
        between(every, translator) if known else translator.text(STANDINGS["unknown"]),
    )


def fraction(count: Count, translator: Translator) -> str:
    """Say how many take part, of how many."""
    if not count.schools:
        return "–"
    return f"{translator.number(count.participating)}/{translator.number(count.schools)}"


def between(count: Count, translator: Translator) -> str:
    """Say within which bounds the share lies: one figure when all is known."""
    low, high = (translator.say(share(rate)) for rate in (count.rate_low, count.rate_high))
    return low if low == high else f"{low.removesuffix('%')}–{high}"


def row_name(name: str | None, by: str, translator: Translator) -> str:
    """Name a row, also the one of what belongs nowhere."""
    return visible(name) if name is not None else nowhere(by, translator)


def short_headings(groups: Groups, translator: Translator) -> list[str]:
    """Return the headings of a short table: one per kind of school, and those for all schools together."""
    words = [*(GROUPS[group] for group in groups.named() if group != "all"), *TOGETHER]
    return [translator.text(word) for word in words]
