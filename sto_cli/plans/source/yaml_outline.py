r"""YAML as an outline: a key is a label, a nested mapping a section, a list its points, and records are a table.

Keys of a person's own are read as well as the template's: `q3_activiteiten` is the label “q3 activiteiten”.

| in YAML | in the outline |
|---|---|
| `key: text` | a pair of the key and the text |
| `key: \|` with lines, at the margin | a heading, and the lines as they would stand in a text |
| `key:` with a mapping or a list | a heading, and what is in it |
| a list of texts | points |
| a list of mappings, or of lists; a mapping of mappings with the same keys | a table; the keys are its headings |
| `- key: text` | a pair |

What stands behind a `#`, or on lines of its own above a key, is the `note` of that block: no answer, but it may say
what the block is about (`1:  # hoe sluit het aan bij de regiovisie`). Other remarks, and those with which the file
opens, are kept in `remarks`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from sto_cli.files.yaml.reader import KeyPath, YamlDocument
from sto_cli.findings import Place
from sto_cli.plans.source import outline
from sto_cli.plans.source.boxes import ticked
from sto_cli.plans.source.plain_text import text_blocks
from sto_cli.plans.source.yaml_lines import Notes, YamlLines

_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ONE_WORD = re.compile(r"[a-z]+(?:[A-Z][a-z]+)+")
YamlRecord = Mapping[str, Any]


def yaml_outline(document: YamlDocument, source: str, keys: Sequence[str] | None = None) -> outline.Outline:
    """Return the outline of a YAML document, or of some of its keys; `source` is its text, in which its places lie.

    What is no mapping of keys at all has no blocks.
    """
    reader = _Reader(document, source)
    data = document.data if isinstance(document.data, dict) else {}
    blocks = list(reader.section({key: data[key] for key in (data if keys is None else keys)}, (), 0))
    return outline.Outline(document.path, blocks, remarks=reader.notes.left(), kind="yaml")


def label_of(key: str) -> str:
    """Return a key as a person reads it: without underscores and humps."""
    words = _HUMPS.sub(" ", key).lower() if _ONE_WORD.fullmatch(key) else key
    return " ".join(words.replace("_", " ").split()) or key


class _Reader:
    def __init__(self, document: YamlDocument, source: str) -> None:
        self.document = document
        self.lines = YamlLines(source)
        self.notes = Notes(document, self.lines)

    def section(self, value: YamlRecord, path: KeyPath, level: int) -> Iterator[outline.OutlineBlock]:
        """Yield what stands in a mapping, key by key."""
        for key, inside in value.items():
            yield from self.entry(key, inside, (*path, key), level)

    def entry(self, key: str, value: object, path: KeyPath, level: int) -> Iterator[outline.OutlineBlock]:
        """Yield a key with what stands under it."""
        label, place = label_of(key), self.document.key_place(*path)
        note = self.notes.at(place.line)
        if isinstance(value, str):
            seen = self.seen(value, path)
            yield from self._text(outline.OutlinePair(label, seen.text, seen.place, level, place, note))
            return
        yield outline.OutlineHeading(label, place, level + 1, note)
        yield from self.inside(value, path, level + 1)

    def _text(self, pair: outline.OutlinePair) -> Iterator[outline.OutlineBlock]:
        """Yield a key with its text; one over several lines is read as those lines would be in a text."""
        lines = self.lines.of(pair.text, pair.place) if pair.place.end_column is None else []
        blocks = list(text_blocks(lines, self.document.path))
        if not blocks:
            yield pair
        elif pair.level and all(isinstance(one, outline.OutlineParagraph) and one.continues for one in blocks[1:]):
            words = " ".join(one.words.strip() for one in lines)
            yield pair._replace(text=words, place=blocks[0].place._replace(end_column=None))
        else:
            yield outline.OutlineHeading(pair.label, pair.label_place, pair.level + 1, pair.note)
            yield from blocks

    def inside(self, value: object, path: KeyPath, level: int) -> Iterator[outline.OutlineBlock]:
        """Yield what stands under a key: a section, points, or a table."""
        if isinstance(value, dict):
            if _are_records(list(value.values())):
                yield self.table(value, path)
            else:
                yield from self.section(value, path, level)
        elif isinstance(value, list):
            yield from self.items(value, path, level)

    def items(self, items: Sequence[object], path: KeyPath, level: int) -> Iterator[outline.OutlineBlock]:
        """Yield the items of a list; those of one kind that make a table together."""
        if asked := _asked(items):
            for at, (said, answers) in enumerate(asked):
                yield from self.answers(said, answers, (*path, at), level)
            return
        if _are_records(items) or (len(items) > 1 and all(map(_is_row, items))):
            yield self.table(items, path)
            return
        for at, item in enumerate(items):
            if isinstance(item, str):
                seen = self.seen(item, (*path, at))
                yield outline.OutlinePoint(seen.text, seen.place, level - 1, note=self.notes.at(seen.place.line))
            elif isinstance(item, dict) and len(item) > 1 and _is_record(item):
                yield self.table([item], (*path,), start=at)
            else:
                yield from (
                    self.section(item, (*path, at), level)
                    if isinstance(item, dict)
                    else self.inside(item, (*path, at), level + 1)
                )

    def answers(self, said: str, answers: YamlRecord, path: KeyPath, level: int) -> Iterator[outline.OutlineBlock]:
        """Yield a heading that is a value, with what stands beside it under one key or several."""
        if len(answers) == 1:
            [(key, inside)] = answers.items()
            yield from self.entry(said, inside, (*path, key), level)
            return
        yield outline.OutlineHeading(said, self.document.place(*path), level + 1)
        for key, inside in answers.items():
            if isinstance(inside, str):
                yield outline.OutlineParagraph(inside.strip(), self.document.place(*path, key))
            else:
                yield from self.inside(inside, (*path, key), level + 1)

    # Tables

    def table(self, value: YamlRecord | Sequence[object], path: KeyPath, start: int = 0) -> outline.OutlineTable:
        """Return records as rows below the labels of their keys; the keys of the records are the first column."""
        named = isinstance(value, Mapping)
        rows: list[tuple[str | int, Any]] = list(value.items() if named else enumerate(value, start))  # type: ignore[union-attr]
        if all(isinstance(row, list) for _, row in rows):
            return self._plain_table(rows, path)
        keys = list(dict.fromkeys(key for _, row in rows for key in row or ()))
        whole = self.document.place(*path)
        first = {key: self._first_place(rows, path, key) for key in keys}
        head = [outline.OutlineCell(label_of(key), first[key]) for key in keys]
        made = [[self._cell(row, (*path, name), key) for key in keys] for name, row in rows]
        if named:
            head.insert(0, outline.OutlineCell("", whole))
            for (name, _), cells in zip(rows, made, strict=True):
                cells.insert(0, outline.OutlineCell(label_of(str(name)), self.document.key_place(*path, name)))
        return outline.OutlineTable([head, *made], whole, marked=1)

    def _plain_table(self, rows: Sequence[tuple[str | int, Any]], path: KeyPath) -> outline.OutlineTable:
        made = [[self.seen(cell, (*path, name, at)) for at, cell in enumerate(row)] for name, row in rows]
        return outline.OutlineTable(made, self.document.place(*path))

    def _first_place(self, rows: Sequence[tuple[str | int, Any]], path: KeyPath, key: str) -> Place:
        return next(self.document.key_place(*path, name, key) for name, row in rows if row and key in row)

    def _cell(self, row: YamlRecord | None, path: KeyPath, key: str) -> outline.OutlineCell:
        if not row or key not in row:
            return outline.OutlineCell("", self.document.place(*path))
        return self.seen(row[key], (*path, key))

    def seen(self, value: object, path: KeyPath) -> outline.OutlineCell:
        """Return a value as a reader sees it: of `lokaal #3` YAML knows only the first word."""
        text, place = ticked(_text(value)), self.document.place(*path)
        behind = self.lines.behind(place)
        if isinstance(value, str) and behind:
            return outline.OutlineCell(text + behind, place._replace(end_column=(place.end_column or 0) + len(behind)))
        return outline.OutlineCell(text, place)


# Records


def _is_flat(value: object) -> bool:
    return (
        value is None or isinstance(value, str) or (isinstance(value, list) and all(isinstance(x, str) for x in value))
    )


def _is_record(value: object) -> TypeGuard[YamlRecord]:
    return isinstance(value, dict) and bool(value) and all(map(_is_flat, value.values()))


def _is_row(value: object) -> bool:
    return isinstance(value, list) and len(value) > 1 and all(one is None or isinstance(one, str) for one in value)


def _are_records(values: Sequence[object]) -> bool:
    """Whether values are mappings with the same kind of keys.

    Two thirds of them have the commonest one, and half of what they hold stands under keys that others have too:
    costs and who pays them may share a `total` and no more.
    """
    records = [value for value in values if _is_record(value)]
    if len(records) < 2 or len(records) + values.count(None) < len(values):  # noqa: PLR2004 - one alone is a section
        return False
    times = Counter(key for record in records for key in record)
    shared = sum(often for often in times.values() if often > 1)
    return 3 * max(times.values()) >= 2 * len(records) and 2 * shared >= times.total()


_QUESTION_WORDS = frozenset(("vraag", "question", "kop", "heading", "onderdeel"))


def _asked(items: Sequence[object]) -> list[tuple[str, YamlRecord]]:
    """Return the headings of a list of sections, `{vraag: …, antwoord: …}`, each with the rest of its keys."""
    made: list[tuple[str, YamlRecord]] = []
    for item in items:
        if not isinstance(item, dict) or len(item) < 2 or label_of(next(iter(item))) not in _QUESTION_WORDS:  # noqa: PLR2004
            return []
        first, *others = item
        said = item[first]
        if not isinstance(said, str) or not said.strip():
            return []
        made.append((said, {key: item[key] for key in others}))
    return made


LONGEST_NAME = 40
"""Characters of a text in a list that may stand with others in one cell, with commas; longer ones get lines."""


def _text(value: object) -> str:
    if isinstance(value, list):
        short = all(len(one or "") <= LONGEST_NAME and "," not in (one or "") for one in value)
        return (", " if short else "\n").join(one.strip() for one in value if one)
    return value.strip() if isinstance(value, str) else ""
