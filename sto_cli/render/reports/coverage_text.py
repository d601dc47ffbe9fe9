"""Coverage on a terminal: the main thing in words, then a table that reads at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.look import Look
from sto_cli.render.reports.coverage_words import (
    NEARBY,
    between,
    coverage_title,
    nearby_total,
    row_name,
    short_cells,
    short_headings,
    whole_row,
)
from sto_cli.render.reports.words import GROUPS, ROW_WORDS, STANDINGS, said
from sto_cli.render.terminal.bar import PARTS, bar
from sto_cli.render.terminal.layout import wrapped
from sto_cli.render.terminal.styled import Line
from sto_cli.render.terminal.table import Side, cut, first_that_fits, table, text
from sto_cli.render.words import short_region
from sto_cli.reports.count import Count, Group
from sto_cli.reports.coverage import Coverage, CoverageRow
from sto_cli.reports.share import share

LONG_BARS = (24, 12, 0)
"""Signs of a bar in the table of three lines, from wide terminals to narrow ones."""


@dataclass(frozen=True, slots=True)
class RowLayout:
    """How a table of rows fits a terminal: columns for a name, signs of a bar, whether the share has a column.

    A name that has no more room is cut; without a number of columns for it, it goes on below.
    """

    name: int
    bar: int
    share: bool = True


LAYOUTS = (
    RowLayout(60, 12),
    RowLayout(42, 12),
    RowLayout(30, 8),
    RowLayout(24, 5),
    RowLayout(0, 0),
    RowLayout(0, 0, share=False),
    RowLayout(14, 0, share=False),
)
"""From wide to narrow; in 80 columns and less the share has no room, and it is said so."""

SHORT_WORDS = {"non_technical": N_("non-tech."), "technical": N_("tech.")}
"""Headings where there is no bar to stand above."""

NUMBERS = (N_("schools"), N_("take part"), N_("do not"), N_("unknown"))


def coverage_text(answer: Coverage, look: Look) -> Iterator[Line]:
    """Write the report; without a terminal's width its lines are whole."""
    translator, room = look.translator, look.room
    yield [(said(coverage_title(answer), translator), "heading")]
    yield []
    sentences: list[Message] = [
        *answer.headline,
        *(one.sentence for one in answer.targets),
    ]
    yield from _paragraphs(sentences, translator, room)
    yield []
    yield from _groups(answer, translator, room) if answer.by == "none" else _rows(answer, translator, room)
    yield []
    yield legend(translator)
    yield []
    remarks = [*answer.caveats, answer.compared]
    yield from _paragraphs([*([NEARBY] if answer.by == "region" else []), *remarks], translator, room, "aside")


NO_SHARE = message("The share has no room here: make the window wider, or write to a file with --output.")


def legend(translator: Translator) -> Line:
    """Say what the signs of a bar mean."""
    line: Line = []
    for (sign, style), standing in zip(PARTS, ("participating", "not_participating", "unknown"), strict=True):
        line += [("   " if line else "", ""), (sign, style), (f" {translator.text(STANDINGS[standing])}", "")]
    return line


def _paragraphs(
    sentences: Iterable[Message], translator: Translator, room: int | None, style: str = ""
) -> Iterator[Line]:
    for sentence in sentences:
        yield from wrapped(said(sentence, translator), 0, room, style)


def _groups(answer: Coverage, translator: Translator, room: int | None) -> list[Line]:
    """Return the table of a report without rows: one line per group."""
    return first_that_fits((_groups_table(answer, length, translator) for length in LONG_BARS), room)


def _groups_table(answer: Coverage, length: int, translator: Translator) -> list[Line]:
    headings = ("", *NUMBERS, "", N_("share"), N_("of the known"))
    rows: list[Sequence[Line]] = [[text(translator.text(heading), "heading") for heading in headings]]
    for group, count in answer.total.named().items():
        rows.append(
            [
                text(translator.text(GROUPS[group])),
                *numbers(count, translator),
                bar(count, length),
                text(between(count, translator)),
                text(said(share(count.rate), translator)),
            ]
        )
    if not answer.total.all.not_participating:  # all of the known take part: that share would say nothing
        rows = [row[:-1] for row in rows]
    return table(rows, [*_left(1), *_right(len(NUMBERS)), *_left(len(rows[0]) - 1 - len(NUMBERS))])


def _rows(answer: Coverage, translator: Translator, room: int | None) -> list[Line]:
    """Return the table: per row the kinds of school side by side, then all schools together."""
    return first_that_fits((_rows_table(answer, layout, translator, room) for layout in LAYOUTS), room)


def _rows_table(answer: Coverage, layout: RowLayout, translator: Translator, room: int | None) -> list[Line]:
    by_region = answer.by == "region"
    side_by_side = [group for group in answer.total.named() if group != "all"]
    rows: list[Sequence[Line]] = [[text(word, "heading") for word in _words(answer, layout, translator)]]
    for row in answer.rows:
        name = _name(row.name, answer, layout, translator)
        rows.append(
            [
                *_row(text(name), row, side_by_side, layout, translator),
                *_nearby(row.nearby_unknown, by_region, translator),
            ]
        )
    whole, total = whole_row(answer), text(translator.text(N_("Total")), "heading")
    rows.append(
        [*_row(total, whole, side_by_side, layout, translator), *_nearby(nearby_total(answer), by_region, translator)]
    )
    sides = [*_left(1 + len(side_by_side)), *_right(3), *_left(layout.share), *_right(by_region)]
    lines = table(rows, sides, None if layout.name else room)
    return lines if layout.share else [*lines, *_paragraphs([NO_SHARE], translator, room, "aside")]


def _name(name: str | None, answer: Coverage, layout: RowLayout, translator: Translator) -> str:
    shown = row_name(name, answer.by, translator)
    shown = short_region(shown) if answer.by == "region" and layout.name <= SHORT_NAMES else shown
    return cut(shown, layout.name) if layout.name else shown


SHORT_NAMES = 30
"""Where a name has no more room, it does without "Regio", "STO" or "Sterk Techniekonderwijs" in front."""


def _words(answer: Coverage, layout: RowLayout, translator: Translator) -> list[str]:
    """Return the headings."""
    words = short_headings(answer.total, translator)
    if not layout.bar:
        groups = [group for group in answer.total.named() if group != "all"]
        words[: len(groups)] = [
            translator.text(SHORT_WORDS[group]) if group in SHORT_WORDS else word
            for group, word in zip(groups, words, strict=False)
        ]
    words = words if layout.share else words[:-1]
    return [
        translator.text(ROW_WORDS[answer.by]),
        *words,
        *([translator.text(N_("nearby"))] if answer.by == "region" else []),
    ]


def _nearby(number: int | None, by_region: bool, translator: Translator) -> list[Line]:
    return [text("" if number is None else translator.number(number))] if by_region else []


def _left(n: int) -> list[Side]:
    return ["left"] * n


def _right(n: int) -> list[Side]:
    return ["right"] * n


def _row(
    name: Line, row: CoverageRow, side_by_side: Iterable[Group], layout: RowLayout, translator: Translator
) -> list[Line]:
    counts = row.groups.named()
    cells = short_cells(row.groups, translator, known=row.known)
    kinds = [_small(counts[group], cell, layout.bar) for group, cell in zip(side_by_side, cells, strict=False)]
    return [name, *kinds, *map(text, cells[len(kinds) : None if layout.share else -1])]


def _small(count: Count, numbers: str, length: int) -> Line:
    """Return a bar with its numbers: how many take part, of how many."""
    return [*bar(count, length), (" ", ""), (numbers, "")] if length else text(numbers)


def numbers(count: Count, translator: Translator) -> list[Line]:
    """Return the four numbers of a count as cells."""
    figures = (count.schools, count.participating, count.not_participating, count.unknown)
    return [text(translator.number(number)) for number in figures]
