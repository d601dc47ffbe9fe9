"""Coverage on a terminal: the main thing in words, then a table that reads at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.bar import PARTS, bar
from sto_cli.render.coverage_document import coverage_title, row_name
from sto_cli.render.grid import Cell, Side, cut, grid, text
from sto_cli.render.report_words import GROUPS, ROW_WORDS, STANDINGS, said
from sto_cli.render.report_writers import Look
from sto_cli.render.styled import Line, wrapped
from sto_cli.reports.count import Count, Group, Groups
from sto_cli.reports.coverage import Coverage
from sto_cli.reports.headline import headline, reference_sentence
from sto_cli.reports.share import share
from sto_cli.reports.target import sentences as target_sentences

LONG_BAR = 24
"""Signs of a bar in the table of three lines."""

NAME_ROOM = 38
"""Columns for the name of a row where there is room: nine of ten regions fit."""

LAYOUTS = ((100, NAME_ROOM, 10), (86, 30, 6), (70, 24, 0), (0, 16, 0))
"""From which width of the terminal: the columns for a name, the signs of a bar."""

NUMBERS = (N_("schools"), N_("take part"), N_("do not"), N_("not known"))


def coverage_text(answer: Coverage, look: Look) -> Iterator[Line]:
    """Write the report; without a terminal's width its lines are whole."""
    translator, room = look.translator, look.room
    yield [(said(coverage_title(answer), translator), "heading")]
    yield []
    sentences: list[Message] = [*headline(answer.total), *target_sentences(answer.targets)]
    yield from _paragraphs(sentences, translator, room)
    yield []
    yield from _groups(answer, translator) if answer.by == "none" else _rows(answer, translator, room)
    yield []
    yield legend(translator)
    yield []
    yield from _paragraphs([*answer.caveats, reference_sentence(answer.reference)], translator, room, "aside")


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


def _groups(answer: Coverage, translator: Translator) -> list[Line]:
    """Return the table of a report without rows: one line per group."""
    headings = ("", *NUMBERS, "", N_("share"), N_("of the known"))
    rows: list[Sequence[Cell]] = [[text(translator.text(heading), "heading") for heading in headings]]
    for group, count in answer.total.named().items():
        rows.append(
            [
                text(translator.text(GROUPS[group])),
                *numbers(count, translator),
                bar(count, LONG_BAR),
                text(between(count, translator)),
                text(said(share(count.rate), translator)),
            ]
        )
    if not answer.total.all.not_participating:  # all of the known take part: that share would say nothing
        rows = [row[:-1] for row in rows]
    return grid(rows, [*_left(1), *_right(len(NUMBERS)), *_left(len(rows[0]) - 1 - len(NUMBERS))])


def _rows(answer: Coverage, translator: Translator, room: int | None) -> list[Line]:
    """Return the table: per row the kinds of school side by side, then all schools together."""
    name_room, length = next((name, length) for least, name, length in LAYOUTS if (room or LAYOUTS[0][0]) >= least)
    if room is None:
        name_room = max((len(row.name or "") for row in answer.rows), default=0) + 8
    side_by_side = [group for group in answer.total.named() if group != "all"]
    rows: list[Sequence[Cell]] = [_headings(answer, side_by_side, translator)]
    for row in answer.rows:
        name = cut(row_name(row.name, answer.by, translator), name_room)
        rows.append(_row(text(name), row.groups, side_by_side, length, translator))
    total = text(translator.text("Total"), "heading")
    rows.append(_row(total, answer.total, side_by_side, length, translator))
    return grid(rows, [*_left(1 + len(side_by_side)), *_right(len(NUMBERS)), *_left(1)])


def _left(n: int) -> list[Side]:
    return ["left"] * n


def _right(n: int) -> list[Side]:
    return ["right"] * n


def _headings(answer: Coverage, side_by_side: Iterable[Group], translator: Translator) -> list[Cell]:
    words = [
        ROW_WORDS[answer.by],
        *(GROUPS[group] for group in side_by_side),
        *NUMBERS,
        N_("share"),
    ]
    return [text(translator.text(word), "heading") for word in words]


def _row(name: Cell, groups: Groups, side_by_side: Iterable[Group], length: int, translator: Translator) -> list[Cell]:
    counts = groups.named()
    return [
        name,
        *(_small(counts[group], length, translator) for group in side_by_side),
        *numbers(counts["all"], translator),
        text(between(counts["all"], translator)),
    ]


def _small(count: Count, length: int, translator: Translator) -> Cell:
    """Return a bar with its numbers: "12 of 14"."""
    if not count.schools:
        return [(" " * length, ""), (" –" if length else "–", "gutter")]
    numbers = translator.say(message("{part} of {whole}", part=count.participating, whole=count.schools))
    return [*bar(count, length), (f" {numbers}" if length else numbers, "")]


def numbers(count: Count, translator: Translator) -> list[Cell]:
    """Return the four numbers of a count as cells."""
    figures = (count.schools, count.participating, count.not_participating, count.unknown)
    return [text(translator.number(number)) for number in figures]


def between(count: Count, translator: Translator) -> str:
    """Say within which bounds the share lies: one figure when all is known."""
    low, high = (translator.say(share(rate)) for rate in (count.rate_low, count.rate_high))
    return low if low == high else f"{low.removesuffix('%')}–{high}"
