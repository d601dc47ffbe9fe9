"""The figures of a count, each under its name: every format of a report takes them from here."""

from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from typing import TypeVar

from sto_cli.messages import N_, Translator
from sto_cli.render.document.fields import Field, data_of
from sto_cli.render.document.model import Kind, Use, Value
from sto_cli.render.reports.words import GROUPS
from sto_cli.render.words import LOOKS, STANDINGS
from sto_cli.reports.count import STANDING_NAMES, Count, Group, Groups


def _figure(key: str, heading: str, of: str = "", kind: Kind = "count", use: Use = "reckon") -> Field[Count]:
    """Make a figure of a count for who reckons; `use` "all" shows it to who reads too."""
    return Field(key, heading, attrgetter(of or key), kind=kind, width=16, use=use)


FIGURES: tuple[Field[Count], ...] = (
    _figure("schools", N_("schools")),
    *(_figure(one, LOOKS[one].heading) for one in STANDING_NAMES),
    _figure("rate_low", N_("share at least"), kind="percent"),
    _figure("rate_high", N_("share at most"), kind="percent"),
    _figure("rate", N_("share of the known"), kind="percent"),
    _figure("evidence", ""),
    _figure("", N_("known from this period"), "this_period"),
    _figure("", N_("from an earlier period"), "earlier"),
    _figure("", N_("without a date"), "undated"),
    _figure("known_later", ""),
)
"""What every group of schools has, in order; see the definitions."""

Row = TypeVar("Row")
Part = TypeVar("Part")
Whole = TypeVar("Whole")


def groups_data(groups: Groups) -> dict[str, object]:
    """Return the figures of every group as plain data; a rate is null where there is nothing to divide."""
    return {group: data_of(FIGURES, count) for group, count in groups.named().items()}


def count_fields(groups: Groups, of: Callable[[Row], Count]) -> Iterator[Field[Row]]:
    """Return every figure of a count, for who reckons; for a reader a bar, and what is beside it.

    `groups` are those of which each row is one, `of` returns the count of a row.
    """

    def known(row: Row, translator: Translator, value: Callable[[Count, Translator], Value]) -> Value:
        """Return a share; of what the register does not know at all it is not known."""
        return value(of(row), translator) if groups.known else translator.text(STANDINGS["unknown"])

    yield Field("", LOOKS["participating"].heading, of, kind="bar", use="read")
    yield from _beside(groups.all, of)
    yield Field("", N_("share"), of, partial(known, value=lambda count, _: count), kind="share", use="read")
    for figure in FIGURES:
        shown = partial(known, value=figure.cell) if figure.kind == "percent" else None
        yield Field("", figure.heading, _after(of, figure.data), shown, figure.kind, figure.width, figure.use)


def groups_fields(total: Groups, of: Callable[[Row], Groups], translator: Translator) -> Iterator[Field[Row]]:
    """Return the same of rows with groups: for a reader the bars side by side and all together, else every figure."""
    for group in total.kinds():
        yield Field("", GROUPS[group], _after(of, partial(_count, group=group)), kind="bar", use="read")
    every = _after(of, attrgetter("all"))
    yield Field("", N_("together"), every, kind="fraction", use="read")
    yield from _beside(total.all, every)
    yield Field("", N_("share"), of, _shown_of(of, _share), kind="share", use="read", spare=True)
    for figure in (figure for figure in FIGURES if figure.use != "reckon"):
        yield Field("", figure.heading, _after(every, figure.data), kind=figure.kind, use="read", spare=True)
    for group in total.named():
        for figure in (figure for figure in FIGURES if figure.heading):
            heading = f"{translator.text(GROUPS[group])}: {translator.text(figure.heading)}"
            value = partial(_value, figure=figure, group=group)
            yield Field("", heading, of, _shown_of(of, value), figure.kind, 11, "reckon")


def _beside(total: Count, of: Callable[[Row], Count]) -> Iterator[Field[Row]]:
    """Return who does not certainly take part, in numbers; a standing that occurs nowhere is left out."""
    for standing in STANDING_NAMES[1:]:
        if getattr(total, standing):
            number = _after(of, attrgetter(standing))
            yield Field("", LOOKS[standing].short, number, kind="count", use="read", spare=standing == "likely")


def _after(of: Callable[[Row], Part], then: Callable[[Part], Whole]) -> Callable[[Row], Whole]:
    return lambda row: then(of(row))


def _count(groups: Groups, group: Group) -> Count:
    return groups.named()[group]


def _share(groups: Groups, translator: Translator) -> Value:
    return groups.all if groups.known else translator.text(STANDINGS["unknown"])


def _value(groups: Groups, translator: Translator, figure: Field[Count], group: Group) -> Value:
    """Return a figure of a group; a share of what the register does not know at all is not known."""
    value = figure.cell(_count(groups, group), translator)
    return translator.text(STANDINGS["unknown"]) if value is None and not groups.known else value


def _shown_of(
    of: Callable[[Row], Groups], shown: Callable[[Groups, Translator], Value]
) -> Callable[[Row, Translator], Value]:
    return lambda row, translator: shown(of(row), translator)
