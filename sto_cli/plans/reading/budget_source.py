"""The lines of a plan that speak of money, from an outline or from YAML, with the headings above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_cli.files.yaml.reader import KeyPath, YamlDocument
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.reading.budget import BudgetLine
from sto_cli.plans.reading.budget_columns import cents_of, columns_of
from sto_cli.plans.reading.sections import Sections
from sto_cli.plans.source.outline import (
    OutlineBlock,
    OutlineHeading,
    OutlinePair,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
    OutlineText,
)

ASKS = ("asked", "payers")
MOST_VALUES = 4_000


def section_lines(sections: Sections) -> list[BudgetLine]:
    """Return what stands under the answer on resources and the total, and what is said elsewhere of what is asked."""
    own = sections.blocks("resources")
    total, asked = list(_of(sections, "total")), list(_of(sections, "asked"))
    lines = [*outline_lines(own), *(BudgetLine(("totaal", block.text), block.place, total=True) for block in total)]
    taken = {id(block) for block in (*own, *total, *asked)}
    rest = [block for block in sections.all_blocks if id(block) not in taken]
    lines += (BudgetLine(("gevraagd", block.text), block.place, elsewhere=True) for block in asked)
    return [*lines, *outline_lines(rest, elsewhere=True)]


def _of(sections: Sections, key: str) -> Iterator[OutlineText]:
    """Yield what stands under a label that holds one amount of the whole plan."""
    for section in sections.sections:
        if key in section.keys:
            yield from (block for block in section.blocks if not isinstance(block, OutlineTable))


def template_lines(document: YamlDocument, words: Mapping[KeyPath, str]) -> list[BudgetLine]:
    """Return the lines of a plan in YAML under the template's keys; `words` are the writer's by English paths."""
    data = document.data
    if not isinstance(data, dict):
        return []
    resources, total = words.get(("resources",)), words.get(("total",))
    lines = list(yaml_lines(document, data.get(resources), (str(resources),)))
    if data.get(total) is not None:
        whole = BudgetLine(("totaal", str(data[total])), document.place(str(total)), (str(total),), total=True)
        at = _behind_costs(lines, cents_of(str(data[total])))
        if at < len(lines) and lines[at].table is not None:
            whole = _as_row(whole, [line for line in lines if line.table == lines[at].table])
        lines.insert(at, whole)
    for key, value in data.items():
        if key not in {resources, total}:
            stream = annotate(str(key).replace("_", " ")).stream
            own = bool(len(stream)) and stream.value(0, "paid_headings") == "paid"
            lines += yaml_lines(document, {key: value}, (), elsewhere=not own)
    return lines


def _behind_costs(lines: Sequence[BudgetLine], whole: int | None) -> int:
    """Return where a total stands that has no place of its own: before the lines on who pays, behind all costs."""
    sums = 0
    for at, line in enumerate(lines):
        if whole and sums == whole and _is_about_paying(line):
            return at
        found = [one.value for cell in line.cells for one in annotate(cell).money if one.certainty >= SURE_AMOUNT]
        sums += found[-1] if found else 0
    return len(lines)


def _as_row(whole: BudgetLine, rows: Sequence[BudgetLine]) -> BudgetLine:
    """Return a total as a row of a table, below its column of amounts."""
    heads = [line for line in rows if line.head]
    holds = [one.holds for one in columns_of(heads, [line for line in rows if not line.head])]
    amount = holds.index("amount") if "amount" in holds else 1
    cells = (whole.cells[0], *(whole.cells[1] if at == amount else "" for at in range(1, max(len(holds), 2))))
    return replace(whole, cells=cells, table=rows[0].table)


def _is_about_paying(line: BudgetLine) -> bool:
    """Whether a sentence says who pays, or a row is called so: “waarvan school”, “van STO”."""
    stream = annotate(line.cells[0]).stream
    reach = len(stream) if line.table is None or len(stream) <= SHORT_NAME else 1
    opens = range(stream.skip(0, "van", "door", "de", "het"), max(reach, 1))
    return any(stream.at(at, table) for at in [0, *opens] for table in ("payers", "asked", "of_it", "pays"))


SHORT_NAME = 2


def outline_lines(blocks: Sequence[OutlineBlock], *, elsewhere: bool = False) -> Iterator[BudgetLine]:
    """Yield the rows and texts of blocks; outside the answer on resources only those on what is asked."""
    headings: tuple[str, ...] = ()
    for number, block in enumerate(_joined(blocks)):
        if isinstance(block, BudgetLine):
            if not elsewhere or _asks(block.cells[0]):
                yield replace(block, headings=headings, elsewhere=elsewhere)
            continue
        if isinstance(block, OutlineHeading):
            headings = (block.text,)
        if isinstance(block, OutlinePair):
            yield from _pair(block, headings, elsewhere=elsewhere)
            continue
        if isinstance(block, OutlineTable):
            yield from _rows(block, headings, number, elsewhere=elsewhere)
        elif not elsewhere or _asks(block.text):
            bold = bool(getattr(block, "bold", False))
            point = isinstance(block, OutlinePoint)
            yield BudgetLine((block.text,), block.place, headings=headings, elsewhere=elsewhere, bold=bold, point=point)


def _joined(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock | BudgetLine]:
    """Yield the blocks, with the lines of a paragraph as one text."""
    lines: list[OutlineParagraph] = []
    for block in blocks:
        if isinstance(block, OutlineParagraph) and not block.bold and (block.continues or not lines):
            lines.append(block)
            continue
        yield from _paragraph(lines)
        lines = [block] if isinstance(block, OutlineParagraph) and not block.bold else []
        if not lines:
            yield block
    yield from _paragraph(lines)


def _paragraph(lines: Sequence[OutlineParagraph]) -> Iterator[BudgetLine]:
    """Yield the lines of a paragraph as one text; of a list of costs without bullets each by itself."""
    if not lines:
        return
    if len(lines) >= FEWEST_LISTED and _is_list([line.text for line in lines]):
        yield from (BudgetLine((line.text,), line.place) for line in lines)
        return
    text, starts = lines[0].text, []
    for line in lines[1:]:
        starts.append((len(text) + 1, line.place))
        text = f"{text}\n{line.text}"
    yield BudgetLine((text,), lines[0].place, wrapped=tuple(starts))


FEWEST_LISTED, MOSTLY = 3, 3
"""Lines below each other that are a list when two in three of them end in an amount."""


def _is_list(lines: Sequence[str]) -> bool:
    """Whether lines are a list of costs: most of them end in an amount, or each has one and a capital at its begin."""
    if any(annotate(line).stream.at(0, table) for line in lines for table in ("times", "equals")):
        return False
    if all(line[:1].isupper() and _priced(line) for line in lines):
        return True
    return MOSTLY * sum(map(_ends_priced, lines)) >= 2 * len(lines)


def _ends_priced(text: str) -> bool:
    """Whether a line ends in an amount, or in a bracket behind one."""
    stream = annotate(text).stream
    last = len(stream) - 1
    while stream.sign(last, ".,;-"):
        last -= 1
    if stream.sign(last, ")"):
        return any(stream.is_number(at) for at in range(last))
    return stream.is_number(last) or (stream.at(last, "currencies") is not None and stream.is_number(last - 1))


def _pair(block: OutlinePair, headings: tuple[str, ...], *, elsewhere: bool) -> Iterator[BudgetLine]:
    cells = (block.label, block.text)
    if not elsewhere or _asks("   ".join(cells)):
        yield BudgetLine(cells, block.place, headings=headings, elsewhere=elsewhere)


def _rows(block: OutlineTable, headings: tuple[str, ...], number: int, *, elsewhere: bool) -> Iterator[BudgetLine]:
    for index, row in enumerate(block.rows):
        cells = tuple(cell.text for cell in row)
        filled = [cell.place for cell in row if cell.text] or [block.place]
        bold = any(cell.bold for cell in row if cell.text)
        if not elsewhere:
            head = index < block.marked and not any(map(_priced, cells))
            yield BudgetLine(cells, filled[0], headings=headings, table=number, bold=bold, head=head, last=filled[-1])
        elif _asks("   ".join(cells)):
            yield BudgetLine(cells, filled[0], headings=headings, elsewhere=True)


def _priced(cell: str) -> bool:
    return any(one.certainty >= SURE_AMOUNT for one in annotate(cell).money)


def _asks(text: str) -> bool:
    """Whether a text says what is asked of the programme, with an amount."""
    if (
        len(text) > LONGEST_ASKING
        or text.lstrip().startswith(">")
        or not any(letter.isdigit() or letter == "d" for letter in text)
    ):
        return False
    read = annotate(text)
    return read.has("asked") and any(one.certainty >= SURE_AMOUNT for one in read.money)


LONGEST_ASKING, SURE_AMOUNT = 2_000, 0.55


def yaml_lines(
    document: YamlDocument, value: object, path: KeyPath, *, elsewhere: bool = False
) -> Iterator[BudgetLine]:
    """Yield the lines of a value of YAML: a list of mappings is a table, a mapping a list of labels and values."""
    yield from _Walk(document, elsewhere=elsewhere).lines(value, path, ())


class _Walk:
    """A value of YAML while its lines are made."""

    def __init__(self, document: YamlDocument, *, elsewhere: bool) -> None:
        self.document, self.elsewhere = document, elsewhere

    def lines(self, value: object, path: KeyPath, headings: tuple[str, ...]) -> Iterator[BudgetLine]:
        """Yield the lines of a value below its headings."""
        if isinstance(value, dict):
            yield from self._mapping(value, path, headings)
        elif isinstance(value, list):
            yield from self._list(value, path, headings)
        elif value is not None:
            yield from self._text((str(value),), path, headings)

    def _text(self, cells: tuple[str, ...], path: KeyPath, headings: tuple[str, ...]) -> Iterator[BudgetLine]:
        if not self.elsewhere or _asks("   ".join(cells)):
            place = self.document.place(*path)
            point = len(cells) == 1 and isinstance(path[-1] if path else "", int)
            yield BudgetLine(cells, place, path, headings, elsewhere=self.elsewhere, point=point)

    def _mapping(self, value: dict[Any, Any], path: KeyPath, headings: tuple[str, ...]) -> Iterator[BudgetLine]:
        for key, part in list(value.items())[:MOST_VALUES]:
            label = str(key).replace("_", " ")
            below: KeyPath = (*path, key)
            if isinstance(part, dict | list):
                yield from self.lines(part, below, (*headings, label))
            elif part is not None:
                yield from self._text((label, str(part)), below, headings)

    def _list(self, value: list[object], path: KeyPath, headings: tuple[str, ...]) -> Iterator[BudgetLine]:
        rows = [one for one in value if isinstance(one, dict)]
        heads = list(dict.fromkeys(str(key) for row in rows for key in row))
        if rows and any(len(row) > 1 for row in rows) and len(heads) <= MOST_COLUMNS:
            yield from self._table(value, heads, path, headings)
            return
        for index, part in enumerate(value[:MOST_VALUES]):
            yield from self.lines(part, (*path, index), headings)

    def _table(
        self, value: list[object], heads: list[str], path: KeyPath, headings: tuple[str, ...]
    ) -> Iterator[BudgetLine]:
        number = hash(path)
        if not self.elsewhere:
            yield BudgetLine(tuple(heads), None, path, headings, table=number, head=True)
        for index, row in enumerate(value[:MOST_VALUES]):
            below = (*path, index)
            if isinstance(row, dict):
                cells = tuple("" if row.get(head) is None else _shown(row[head]) for head in heads)
                if self.elsewhere:
                    yield from self._text(("   ".join(cells),), below, headings)
                else:
                    yield BudgetLine(cells, self.document.place(*below), below, headings, table=number)
            else:
                yield from self.lines(row, below, headings)


def names_programme(value: object) -> bool:
    """Whether a label or a row of a value of YAML is the programme: who pays stands there, and not what it costs."""
    rows = value if isinstance(value, list) else list(value) if isinstance(value, dict) else []
    labels = [next(iter(row.values()), "") if isinstance(row, dict) else row for row in rows[:MOST_VALUES]]
    return any(annotate(str(label)).stream.value(0, "payers") == "programme" for label in labels)


MOST_COLUMNS = 14


def _shown(value: object) -> str:
    return "ja" if value is True else "nee" if value is False else str(value)
