"""The answer to one question, from its blocks: a text, or a list of texts and of groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sto_cli.files.yaml.reader import YamlDocument, read_yaml
from sto_cli.findings import Place
from sto_cli.plans.language.amounts import amount_meant
from sto_cli.plans.reading.answer_points import TOTAL, AnswerPoint, Text, between, moved, points_of, shape_of
from sto_cli.plans.reading.columns import label_of, part_of
from sto_cli.plans.reading.outline_rows import Names, is_labelled, item_of_line
from sto_cli.plans.reading.points_apart import (
    counted_apart,
    enumerated,
    told_apart,
    with_agreements,
    with_goals,
    without_introduction,
    without_numbers,
    without_rejected,
)
from sto_cli.plans.reading.question_headings import heading_in
from sto_cli.plans.source.outline import OutlineBlock, OutlineCell, OutlineParagraph, OutlinePoint, OutlineTable


def answer_of(
    key: str,
    blocks: Sequence[OutlineBlock],
    document: YamlDocument,
    data: dict[str, object],
    left_out: list[OutlineCell],
) -> object:
    """Return the answer to a question, and put its places into the document.

    A total goes into `data`, and a line that only leads up to the answer into `left_out`.
    """
    if key == "vision":
        return _points(key, blocks, document) if _is_list(blocks) else _joined(blocks)
    if (text := _one_paragraph(key, blocks)) is not None:
        return text
    names = _names(data)
    items = [one for item in without_numbers(points_of(key, blocks, names)) for one in enumerated(key, item)]
    if key == "activities":
        items = with_goals(items, left_out)
    items = [item for item in items if not _take_total(key, item, document, data, left_out)]
    items = with_agreements(key, items)
    items = without_introduction(key, without_rejected(key, items, left_out), left_out)
    if len(items) == 1:
        items = counted_apart(key, items[0], left_out)
    if key == "goals" and len(items) == 1 and not items[0].cells and not items[0].whole:
        items = told_apart(items[0], left_out)
    listed = len(items) > 1 or any(item.point or item.cells for item in items)
    if not items:
        return None
    values = [_value((key, index), item, document, names) for index, item in enumerate(items)]
    return values[0] if not listed and isinstance(values[0], str) else values


def unquoted(text: str, place: Place) -> str:
    """Take off the quotation marks or brackets around a whole text, and the sign of a YAML text block.

    Only in a file of text, where someone may have begun with YAML; in a document they are what was meant.
    """
    if place.where is not None:
        return text
    text = re.sub(r"^[|>][-+]?(?:\s+|$)", "", text.strip())
    for opener, closer in (('"', '"'), ("'", "'"), ("[", "]")):
        if len(text) > 1 and text[0] == opener and text[-1] == closer and opener not in text[1:-1]:
            return text[1:-1].strip()
    return text


def _one_paragraph(key: str, blocks: Sequence[OutlineBlock]) -> str | None:
    """Return the text of an answer that is one paragraph of a document, over lines, and begins without a label.

    A later line such as “Kosten: 1200” may be a label or just a sentence; as a text nothing of it is lost.
    """
    if len(blocks) < 2 or blocks[0].place.where is None:  # noqa: PLR2004 - one line
        return None
    first, *others = blocks
    one = isinstance(first, OutlineParagraph) and all(isinstance(b, OutlineParagraph) and b.continues for b in others)
    text = _joined(blocks) if one else None
    if text is None or not is_labelled(text, shape_of(key)):
        return text
    return text if len(item_of_line(OutlineCell(text, first.place), shape_of(key)).parts) == 1 else None


def _is_list(blocks: Sequence[OutlineBlock]) -> bool:
    return bool(blocks) and all(isinstance(block, OutlinePoint) for block in blocks)


def _points(key: str, blocks: Sequence[OutlineBlock], document: YamlDocument) -> list[str]:
    """Return free text that is written as points."""
    for index, block in enumerate(blocks):
        document.places[key, index] = block.place
    return [unquoted(block.text, block.place) for block in blocks if isinstance(block, OutlinePoint)]


def _joined(blocks: Sequence[OutlineBlock]) -> str | None:
    texts = [
        " ".join(cell.text for row in block.rows for cell in row) if isinstance(block, OutlineTable) else block.text
        for block in blocks
    ]
    if not blocks:
        return None
    place = blocks[0].place
    return unquoted(between(place).join(filter(None, texts)), place) or None


def _take_total(
    key: str, item: AnswerPoint, document: YamlDocument, data: dict[str, object], left_out: list[OutlineCell]
) -> bool:
    """Take the line of the total out of the resources; say whether it was one. What it says besides is kept."""
    if key != "resources":
        return False
    label = item.cells.get("item") or (item.lines[0] if item.lines else None)
    if label is not None and _asks_total(item, label):
        return True
    found = TOTAL.match(label.text) if label else None
    if label is None or found is None:
        return False
    amount = item.cells.get("amount") or Text(label.text[found.end() :].strip(), moved(label.place, found.end()))
    if amount_meant(amount.text.rstrip(". ")) is None:
        return False  # “Totaal € 900, waarvan € 90 van de school” says more
    if not item.cells and len(item.lines) > 1:
        return False  # and so do the lines below it
    if "total" not in data or _is_more(amount.text, data["total"]):
        data["total"] = amount.text.rstrip(". ")
        document.places["total",] = amount.place
        document.key_places["total",] = label.place
    left_out += [
        OutlineCell(cell.text, cell.place) for name, cell in item.cells.items() if _is_more_than_sums(name, cell)
    ]
    return True


def _is_more_than_sums(name: str, cell: Text) -> bool:
    """Whether a cell beside a total says more than what the column comes to: “750 door de gemeente”."""
    return name not in {"item", "amount"} and _WORD.search(cell.text) is not None


_WORD = re.compile(r"(?!eur)[^\W\d_]{3}", re.IGNORECASE)


def _is_more(written: str, earlier: object) -> bool:
    """Whether a line of the total names more than an earlier one, which then was that of a part."""
    new, old = (amount_meant(str(one).rstrip(". ")) for one in (written, earlier))
    return old is None or (new is not None and new.cents > old.cents)


def _asks_total(item: AnswerPoint, label: Text) -> bool:
    """Whether a line is only the place for a total, with nothing in it."""
    found = heading_in(f"{label.text.rstrip(': ')}:") if len(item.lines) < 2 and "amount" not in item.cells else None  # noqa: PLR2004 - one line
    return found is not None and found.keys == ("total",) and not found.rest


def _names(data: dict[str, object]) -> Names:
    """Return the short names of the goals that were read."""
    goals = data.get("goals")
    found = (one.get("id") for one in goals if isinstance(one, dict)) if isinstance(goals, list) else ()
    return frozenset(name for name in found if isinstance(name, str))


def _value(path: tuple[str, int], item: AnswerPoint, document: YamlDocument, names: Names) -> object:
    """Return a point as a text, or as a group of texts by their English headings; and note the places."""
    key, _ = path
    first = item.cells.get(_main_of(key)) or next(iter(item.cells.values())) if item.cells else item.lines[0]
    document.places[path] = first.place
    if item.whole:
        return first.text
    parts = item.cells or _from_yaml(key, item) or _between_dashes(key, item, names) or _parts(key, item.lines)
    if item.goals is not None:
        parts.setdefault("goals", item.goals)
    if len(parts) == 1 and not item.cells:
        [text] = parts.values()
        return unquoted(*text)
    for name, text in parts.items():
        document.places[*path, name] = document.key_places[*path, name] = text.place
    return {name: unquoted(*text) or None for name, text in parts.items()}


def _between_dashes(key: str, item: AnswerPoint, names: Names) -> dict[str, Text] | None:
    """Read the cells of a row that someone typed with dashes between them: “Een lab inrichten – d1 – onderbouw”."""
    if len(item.lines) != 1 or item.whole:
        return None
    [line] = item.lines
    found = item_of_line(OutlineCell(*line), shape_of(key), names)
    if len(found.parts) < 2:  # noqa: PLR2004 - a text alone
        return None
    return {name: Text(cell.text, cell.place) for name, cell in found.parts.items()}


def _from_yaml(key: str, item: AnswerPoint) -> dict[str, Text] | None:
    """Read a point that is written as `{datum: 2026-10, mijlpaal: …}`."""
    text = " ".join(line.text for line in item.lines)
    if item.lines[0].place.where is not None or not (text.startswith("{") and text.endswith("}")):
        return None
    found = read_yaml(text, "").data
    if not isinstance(found, dict):
        return None
    named = {part_of(key, str(name)) or str(name): as_text(value) for name, value in found.items()}
    return {name: Text(value, item.lines[0].place) for name, value in named.items()}


def as_text(value: object) -> str:
    """Write a value of YAML as a text: a list with commas."""
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _parts(key: str, lines: Sequence[Text]) -> dict[str, Text]:
    """Gather the lines of a point under the labels that stand before them (`Meetbaar: …`)."""
    main = _main_of(key)
    parts: dict[str, list[Text]] = {main: []}
    name = main
    for line in lines:
        label = label_of(key, line.text)
        if len(lines) == 1 and label is not None and label.name != main:
            label = None  # alone on its line it is a point by itself: `Cofinanciering bedrijf: 3.500`
        if label is not None and (label.name == main or label.name not in parts):
            name = label.name
            if label.number is not None and "id" not in parts:
                parts["id"] = [Text(label.number, line.place)]
        start = label.end if label is not None else 0
        rest = line.text[start:].strip()
        if rest:
            parts.setdefault(name, []).append(Text(rest, moved(line.place, start)))
    if not parts[main]:
        parts = {main: list(lines)}
    return {name: _one(texts) for name, texts in parts.items() if texts}


def _one(texts: Sequence[Text]) -> Text:
    return Text(between(texts[0].place).join(text.text for text in texts), texts[0].place)


def _main_of(key: str) -> str:
    return {
        "goals": "goal", "activities": "activity", "milestones": "milestone", "cooperation": "partner",
        "resources": "item",
    }[key]  # fmt: skip
