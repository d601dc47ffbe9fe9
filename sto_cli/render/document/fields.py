"""A typed table of columns, from which every format of a report takes them: cells for readers, data for JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from sto_cli.messages import Translator
from sto_cli.render.document.model import Column, Kind, Table, Use, Value
from sto_cli.render.visible import visible
from sto_cli.render.words import euros
from sto_cli.reports.count import Count, share

Row = TypeVar("Row")
Outer = TypeVar("Outer")


class Field(NamedTuple, Generic[Row]):
    """One column: its name in JSON, its heading, and what it holds of a row.

    `data` is the value as data; `shown` how people read it, where that differs. Without a name (`key`) a field is not
    in JSON, without a heading in no table. `named`: the heading stands as it is, as a name from data does.
    """

    key: str
    heading: str
    data: Callable[[Row], object]
    shown: Callable[[Row, Translator], Value] | None = None
    kind: Kind = "text"
    width: int = 12
    use: Use = "all"
    spare: bool = False

    def column(self, translator: Translator) -> Column:
        """Return the column of a table."""
        return Column(translator.text(self.heading), self.kind, self.width, self.use, self.spare)

    def cell(self, row: Row, translator: Translator) -> Value:
        """Return the cell of a row; text is safe to show, and what is not known is empty."""
        if self.shown is not None:
            return self.shown(row, translator)
        value = self.data(row)
        if isinstance(value, int | float | Count):
            return value
        return None if value is None else visible(str(value))


def table_of(
    name: str,
    fields: Sequence[Field[Row]],
    rows: Iterable[Row],
    translator: Translator,
    last: Iterable[Row] = (),
    use: Use | Literal["entries"] = "all",
) -> Table:
    """Make a table under a name in English; the rows of `last` add up the others."""
    shown = [field for field in fields if field.heading]
    columns = [field.column(translator) for field in shown]
    body, foot = (_Cells(shown, tuple(some), translator) for some in (rows, last))
    return Table(translator.text(name), columns, body if use == "look_up" else list(body), list(foot), use)


class _Cells(Sequence[Sequence[Value]], Generic[Row]):
    """Rows that are made when they are looked at: a screen shows nothing of a table for looking up."""

    def __init__(self, fields: Sequence[Field[Row]], rows: Sequence[Row], translator: Translator) -> None:
        self._fields, self._rows, self._translator = fields, rows, translator

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        return [field.cell(self._rows[place], self._translator) for field in self._fields]


def data_of(fields: Iterable[Field[Row]], row: Row) -> Mapping[str, object]:
    """Return a row as plain data, by the names of the fields."""
    return {field.key: field.data(row) for field in fields if field.key}


def under(get: Callable[[Outer], Row], fields: Iterable[Field[Row]]) -> tuple[Field[Outer], ...]:
    """Return the fields of what stands in each row of another kind."""
    return tuple(_under(get, field) for field in fields)


def _under(get: Callable[[Outer], Row], field: Field[Row]) -> Field[Outer]:
    return Field(
        field.key, field.heading,
        lambda row: field.data(get(row)),
        lambda row, translator: field.cell(get(row), translator),
        field.kind, field.width, field.use, field.spare,
    )  # fmt: skip


def in_data(fields: Iterable[Field[Row]], *keys: str) -> tuple[Field[Row], ...]:
    """Return fields of which those with these names stand in JSON only."""
    return tuple(field._replace(heading="") if field.key in keys else field for field in fields)


def written(value: Value, column: Column, translator: Translator) -> str:
    """Write a value of a column: 66,8%, € 12.500, 3,4, 24 november 2026; text is safe to show, and keeps its lines."""
    match value:
        case float() | int() | None if column.kind == "percent":
            return translator.say(share(value))
        case None:
            return ""
        case Count():
            return between(value, translator) if column.kind == "share" else fraction(value, translator)
        case int() | float() if column.kind == "euro":
            return euros(round(value * 100), translator)
        case float():
            return translator.number(value, 1)
        case int() | date():
            return translator.value(value)
        case _:
            return safe(value)


def fraction(count: Count, translator: Translator) -> str:
    """Say how many take part, of how many."""
    if not count.schools:
        return "–"
    return f"{translator.number(count.participating)}/{translator.number(count.schools)}"


def between(count: Count, translator: Translator) -> str:
    """Say within which bounds the share lies that takes part: one figure when all is known."""
    low, high = (translator.say(share(rate)) for rate in (count.rate_low, count.rate_high))
    return low if low == high else f"{low.removesuffix('%')}–{high}"


def safe(text: str) -> str:
    """Return a text of which everything shows; its lines stay lines."""
    return "\n".join(map(visible, text.split("\n")))
