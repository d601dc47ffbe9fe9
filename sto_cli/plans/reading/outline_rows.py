"""From the rows of a table, or the points of a list, to the parts of an answer.

A column is known by its heading; where there is none (a heading row that was deleted, a table that became points) by
what stands in it: days, amounts, kinds of partner, forms, names of goals. What is left is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sto_cli.findings import Place
from sto_cli.messages import LANGUAGES, Message, Translator, message
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import QuestionKey
from sto_cli.plans.reading.budget_columns import table_of_costs
from sto_cli.plans.reading.columns import is_goal_name, kinds_in, label_of, part_of
from sto_cli.plans.reading.form_texts import is_column
from sto_cli.plans.reading.goal_references import split_names
from sto_cli.plans.reading.reached import reached_meant
from sto_cli.plans.reading.shape import PlanHeading, Shape
from sto_cli.plans.source.outline import OutlineCell

OutlineRow = Sequence[OutlineCell]

_PARTS = re.compile(r"\s+[–—|]\s+|\s+-\s+|\t+")
"""What stands between the parts of a row that became one line."""

MOST_HEAD_WORDS = 4
"""Words of the heading of a column ("Bijdrage aan doel")."""

_FREE_SECOND = ("measure", "how")
"""Headings for a second text, if a question has one."""

_JOINED = (*_FREE_SECOND, "year", "payer")
"""What may stand in several columns, and is one text then."""


_QUESTIONS: dict[str, QuestionKey] = {
    "goal": "goals", "activity": "activities", "milestone": "milestones", "partner": "cooperation", "item": "resources",
}  # fmt: skip
"""The main part of an answer's points → its question."""


Names = frozenset[str]
NO_NAMES: Names = frozenset()

LONGEST_NAME = 16
"""Letters of a single word that may be the short name of a goal."""

FEWEST_WORDS = 3
"""Words of a goal."""

MOST_TITLES = 2
"""Rows with a title above the headings of a table."""


class RowItem(NamedTuple):
    """One part of an answer: its texts by English name, each with its place.

    `goes_on` says that its main text is that of the row above it.
    """

    parts: dict[str, OutlineCell]
    place: Place
    goes_on: bool = False


class RowsRead(NamedTuple):
    """The parts of an answer in a table, and how its columns are called, by English name."""

    items: list[RowItem]
    heads: dict[str, str]


def rows_of_table(rows: Sequence[OutlineRow], shape: Shape, marked: int, goals: Names = NO_NAMES) -> RowsRead:
    """Return the parts that a table's rows are, without its heading row and empty rows; `goals` are known names."""
    rows = _below_title(rows, shape)
    if not rows:
        return RowsRead([], {})
    costs = table_of_costs(rows, marked) if shape.main == "item" else None
    if costs is not None:
        heads, body, columns = costs
        guessed = False
    else:
        named = _columns_by_words(rows[0], shape, sure=marked > 0)
        columns = named if named is not None else _columns_by_content(rows, shape, goals)
        heads, body = (rows[0], rows[1:]) if named is not None else ((), rows)
        columns = _with_main(columns, body, shape)
        sure = (_is_sure(name, cell, shape) for name, cell in zip(columns, heads, strict=False))
        guessed = named is None or not all(sure)
    items = (
        _item(_placed(row, number, heads, guessed=guessed), columns, heads, shape) for number, row in enumerate(body, 1)
    )
    words = {name: cell.text for name, cell in zip(columns, heads, strict=False) if name and cell.text}
    return RowsRead(_put_together(item for item in items if item is not None), words)


FEWEST_ALONE = 2
"""Words of a main text in a row, on average, where no other column may hold it: “werkplaats ingericht”."""

_MAY_BE_MAIN = frozenset((None, "reached", "how", "measure"))


def _with_main(columns: list[str | None], body: Sequence[OutlineRow], shape: Shape) -> list[str | None]:
    """Take the column with most words as that of the main texts, where none bears its name: “Wat is er dan klaar?”."""
    if shape.main in columns or not body:
        return columns
    words = {
        at: sum(len(row[at].text.split()) for row in body if at < len(row))
        for at, name in enumerate(columns) if name in _MAY_BE_MAIN
    }  # fmt: skip
    at = max(words, key=words.__getitem__, default=None)
    if at is None or words[at] < (FEWEST_WORDS if len(words) > 1 else FEWEST_ALONE) * len(body):
        return columns
    return [*columns[:at], shape.main, *columns[at + 1 :]]


def _put_together(items: Iterable[RowItem]) -> list[RowItem]:
    """Put what stands beside a main text that reaches over several rows together in one part."""
    made: list[RowItem] = []
    for item in items:
        if item.goes_on and made:
            for name, cell in item.parts.items():
                earlier = made[-1].parts.get(name)
                made[-1].parts[name] = earlier._replace(text=f"{earlier.text}\n{cell.text}") if earlier else cell
        else:
            made.append(item)
    return made


def _below_title(rows: Sequence[OutlineRow], shape: Shape) -> Sequence[OutlineRow]:
    """Leave out rows of one cell above the row with the headings: a title over the whole width."""
    for at, row in enumerate(rows[: MOST_TITLES + 1]):
        if sum(bool(cell.text) for cell in row) > 1:
            return rows[at:] if at and _columns_by_words(row, shape, sure=False) is not None else rows
    return rows


def item_of_line(line: OutlineCell, shape: Shape, goals: Names = NO_NAMES) -> RowItem:
    """Return the part that a paragraph or a point is: one text, its labels ("Meetbaar: …"), or parts between dashes."""
    labelled = _labelled(line, shape)
    if labelled is not None:
        return labelled
    texts = [text.strip() for text in _PARTS.split(line.text)]
    if len(texts) > 1 and all(texts) and "\n" not in line.text:
        cells = [OutlineCell(text, line.place) for text in texts]
        columns = _columns_by_content([cells], shape, goals)
        typed = [name for name in columns if name not in (None, shape.main, *_FREE_SECOND)]
        if typed and None not in columns and shape.main in columns and _is_told(cells, columns, shape):
            return RowItem(dict(zip((str(name) for name in columns), cells, strict=True)), line.place)
    return RowItem({shape.main or "": line}, line.place)


def _is_told(cells: Sequence[OutlineCell], columns: Sequence[str | None], shape: Shape) -> bool:
    """Whether a first word before a dash is the name of a goal, and not just a word: a goal takes more than one."""
    if "id" not in columns or is_goal_name(cells[columns.index("id")].text):
        return True
    return len(cells[columns.index(shape.main)].text.split()) >= FEWEST_WORDS


def is_labelled(text: str, shape: Shape) -> bool:
    """Whether a text begins with the label of a part ("Doel 1: …")."""
    return label_of(_QUESTIONS[str(shape.main)], text) is not None


def _labelled(line: OutlineCell, shape: Shape) -> RowItem | None:
    """Return the parts of a text by the labels before its lines; None where there is no other than that of the main."""
    main, parts = str(shape.main), dict[str, list[str]]()
    name = main
    for text in line.text.split("\n"):
        label = label_of(_QUESTIONS[main], text)
        if label is not None and (label.name == main or label.name not in parts):
            name = label.name
            text = text[label.end :].strip()  # noqa: PLW2901 - what stands behind its label
            if label.number is not None:
                parts.setdefault("id", [label.number])
        if text:
            parts.setdefault(name, []).append(text)
    if main not in parts or set(parts) == {main}:
        return None
    return RowItem({one: OutlineCell("\n".join(texts), line.place) for one, texts in parts.items()}, line.place)


def heading_row(row: OutlineRow, shape: Shape) -> bool:
    """Whether a row holds the headings of a question's table."""
    return _columns_by_words(row, shape, sure=False) is not None


def _is_sure(name: str | None, head: OutlineCell, shape: Shape) -> bool:
    """Whether the heading of a column names what it was taken for; one that holds nothing but a mark has no need to."""
    key = _QUESTIONS[str(shape.main)]
    return not head.text or part_of(key, head.text) == name or (name is not None and is_column(key, name, head.text))


def _placed(row: OutlineRow, number: int, heads: OutlineRow, *, guessed: bool) -> OutlineRow:
    """Say of the cells in which row and column they are, where a document has no lines, and whether that is a guess."""
    places = (cell.place._replace(guessed=cell.place.guessed or guessed) for cell in row)
    return [
        cell._replace(place=place if place.where is None else place._replace(where=_where(number, index, heads)))
        for index, (cell, place) in enumerate(zip(row, places, strict=True))
    ]


def _where(row: int, index: int, heads: OutlineRow) -> Message:
    head = heads[index].text if index < len(heads) else ""
    column = head.split("\n")[0] if head else str(index + 1)
    return message("row {row}, column {column}", row=str(row), column=column)


def _item(row: OutlineRow, columns: Sequence[str | None], heads: OutlineRow, shape: Shape) -> RowItem | None:
    """Return a row as an item; None for one without anything of its own."""
    main = str(shape.main)
    parts, more = _own_parts(row, columns, heads)
    parts = _with_product(parts, main) if {"count", "price"} & parts.keys() else parts
    first = next((cell for cell in row if cell.text), None)
    if first is None or (not more and set(parts) == {"id"} and is_goal_name(parts["id"].text)):
        return None  # the form prints the names of goals before there are any
    goes_on = any(cell.above for cell, name in zip(row, columns, strict=False) if name == main)
    if not goes_on:
        parts = {**_shared_parts(row, columns, main), **parts}
    if more:
        own = parts.get(main)
        parts[main] = OutlineCell("\n".join([*([own.text] if own else []), *more]), own.place if own else first.place)
    return RowItem(parts, parts[main].place if main in parts else first.place, goes_on)


def _own_parts(
    row: OutlineRow, columns: Sequence[str | None], heads: OutlineRow
) -> tuple[dict[str, OutlineCell], list[str]]:
    """Return the cells of a row by their column, and the texts of other columns with the name of that."""
    parts: dict[str, OutlineCell] = {}
    more: list[str] = []
    for index, cell in enumerate(row):
        name = columns[index] if index < len(columns) else None
        if name != "cofinancing" and not cell.text.strip("-–— "):
            continue  # a dash says that there is nothing
        if cell.text and name in parts and name in _JOINED:
            own, head = parts[name], f"{heads[index].text}: " if name in _FREE_SECOND else ""
            parts[name] = own._replace(text=f"{own.text}; {head}{cell.text}")
        elif cell.text and (name is None or name in parts):
            head = heads[index].text if index < len(heads) else ""
            more.append(f"{head}: {cell.text}" if head else cell.text)
        elif cell.text and name is not None:
            parts[name] = cell
    return parts, more


def _with_product(parts: dict[str, OutlineCell], main: str) -> dict[str, OutlineCell]:
    """Put the columns with how many and at which price behind the text, as the product that they are."""
    beside = [parts[name] for name in ("count", "price") if name in parts]
    rest = {name: cell for name, cell in parts.items() if name not in {"count", "price"}}
    product = beside[0]._replace(text=" x ".join(cell.text for cell in beside))
    if "amount" not in rest and "price" in parts:
        return rest | {"amount": product}
    own = rest.get(main)
    return rest | {main: own._replace(text=f"{own.text}, {product.text}") if own else product}


def _shared_parts(row: OutlineRow, columns: Sequence[str | None], main: str) -> dict[str, OutlineCell]:
    """Return what a row shares with the one above it: a date or a kind that reaches over both, but no text."""
    return {
        name: OutlineCell(cell.above, cell.place)
        for cell, name in zip(row, columns, strict=False)
        if cell.above and name is not None and name not in (main, *_FREE_SECOND)
    }


# Columns by the words of their headings


def _columns_by_words(row: OutlineRow, shape: Shape, *, sure: bool) -> list[str | None] | None:
    """Return the English name of each column; None when this is no row of headings. `sure`: it is marked as one."""
    if not sure and any(kinds_in(cell.text) == "amount" for cell in row):
        return None
    columns: list[str | None] = [None] * len(row)
    right = sum(column is not None for column in columns)
    scores = sorted(
        (
            (-score, index, heading.english)
            for index, cell in enumerate(row)
            if cell.text and columns[index] is None
            for heading in shape.group
            if (score := _score(cell.text, heading, shape)) > 0
        )
    )
    for score, index, name in scores:
        if columns[index] is None and name not in columns:
            columns[index] = name
            right += score <= -2  # noqa: PLR2004 - the whole heading, not one word of it
    for index, cell in enumerate(row):  # a goal is measured in several columns: now, then, when
        if columns[index] is None and cell.text and part_of(_QUESTIONS[str(shape.main)], cell.text) in _FREE_SECOND:
            columns[index] = part_of(_QUESTIONS[str(shape.main)], cell.text)
    filled = sum(bool(cell.text) for cell in row)
    named = sum(name is not None for name in columns)
    short = all(len(cell.text.split()) <= MOST_HEAD_WORDS for cell in row)
    enough = named > 0 if sure else 2 * right >= filled > 0 or (right > 0 and named > 1 and short)
    if not enough:
        return None
    return _with_second(columns, row, shape)


def _with_second(columns: list[str | None], row: OutlineRow, shape: Shape) -> list[str | None]:
    """Give a main text, and then a second text, a column whose heading says nothing."""
    names = {heading.english for heading in shape.group}
    for name in (str(shape.main), *(one for one in _FREE_SECOND if one in names)):
        first = 0 if name == shape.main else None  # often the column with the names has no heading
        left = [at for at, column in enumerate(columns) if column is None and (row[at].text or at == first)]
        if name not in columns and left and (name == shape.main or len(left) == 1):
            columns[left[0]] = name
    return columns


def _score(text: str, heading: PlanHeading, shape: Shape) -> int:
    """Say how well a text fits a heading: 3 the same, 2 all of its words, 1 one of its words."""
    word = plain_word(text.strip(" ?:.*"))
    if word in _words(heading) or part_of(_QUESTIONS[str(shape.main)], text) == heading.english:
        return 3
    parts = set(word.split("-"))
    known = {part for one in _words(heading) for part in one.split("-") if len(part) > 3}  # noqa: PLR2004
    if word and parts <= known:
        return 2
    return 1 if parts & known else 0


_WORDS: dict[int, frozenset[str]] = {}


def _words(heading: PlanHeading) -> frozenset[str]:
    known = _WORDS.get(id(heading))
    if known is None:
        titles = (plain_word(translator.text(heading.title)) for translator in _translators())
        known = frozenset((heading.english, heading.dutch, *heading.also, *titles))
        _WORDS[id(heading)] = known
    return known


@cache
def _translators() -> tuple[Translator, ...]:
    return tuple(map(Translator, LANGUAGES))


# Columns by what stands in them


def _columns_by_content(rows: Sequence[OutlineRow], shape: Shape, goals: Names) -> list[str | None]:
    width = max(map(len, rows))
    texts = [[row[index].text for row in rows if index < len(row) and row[index].text] for index in range(width)]
    columns: list[str | None] = [None] * len(texts)
    names = [heading.english for heading in shape.group]
    for index, column in enumerate(texts):
        name = _typed(column, shape, goals)
        name = "cofinancing" if name == "amount" and name in columns else name  # what others pay of it
        if name is not None and name not in columns and columns[index] is None:
            columns[index] = name
    for name in (shape.main, *(one for one in _FREE_SECOND if one in names)):
        left = [index for index, column in enumerate(columns) if column is None and texts[index]]
        if left and name is not None:
            columns[left[0]] = name
    return columns


def _typed(texts: Sequence[str], shape: Shape, goals: Names) -> str | None:
    """Return the heading to which most of a column's texts belong by their kind."""
    for heading in shape.group:
        fitting = sum(_is_kind(text, heading, goals) for text in texts)
        if texts and 3 * fitting >= 2 * len(texts):
            return heading.english
    return None


def _is_kind(text: str, heading: PlanHeading, goals: Names) -> bool:
    match heading.english:
        case "id":
            return is_goal_name(text) or (len(text) <= LONGEST_NAME and len(text.split()) == 1)
        case "goals":
            return all(is_goal_name(part) or part in goals for part in split_names(text))
        case "reached":
            reached, on = reached_meant(text)
            return reached is not None and on is None
        case "date" | "amount" | "kind" | "form" | "cofinancing":
            wanted = "yes-no" if heading.english == "cofinancing" else heading.english
            return kinds_in(text) == wanted
    return False
