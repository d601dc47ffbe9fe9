"""A typed table of columns, from which every format of a report takes them: cells for readers, data for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from sto_cli.messages import Translator
from sto_cli.render.document.model import Column, Kind, Table, Use, Value
from sto_cli.render.visible import visible
from sto_cli.reports.count import Count

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
