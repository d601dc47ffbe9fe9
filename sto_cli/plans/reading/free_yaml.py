"""YAML in words and shapes of one's own, as the sections that a document would have.

A key is a label, a mapping below it holds labelled statements or further sections, a list its points. The template's
own keys are read exactly elsewhere (`english.py`): only what that does not know comes here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sto_cli.files.yaml.reader import KeyPath, YamlDocument
from sto_cli.findings import Place
from sto_cli.plans.language.times import time_meant
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.labels import FACTS, OTHERS, LabelRole, part_named
from sto_cli.plans.reading.roles import LabelledPart, assigned, role_of
from sto_cli.plans.reading.sections import Section, Sections
from sto_cli.plans.source.outline import (
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

DEEPEST = 5
"""Levels of keys that are looked at for sections."""

FEWEST_NUMBERED = 4
"""Keys `1`, `2`, … before they are the numbers of the questions."""


LONGEST_NUMBER = 4
"""Letters of a key that only numbers a point: `wp1`, `2.1`, `a`."""

_MAIN = {
    "goals": "goal", "activities": "activity", "milestones": "milestone", "cooperation": "partner", "resources": "item",
}  # fmt: skip


class _Node(NamedTuple):
    label: str
    path: KeyPath
    value: object
    year: str = ""  # the year of the sections around it: `2027: {gereed: {…}}`


def free_sections(document: YamlDocument, keys: Sequence[str], taken: frozenset[str]) -> tuple[Sections, set[str]]:
    """Return the sections of these keys of a document, and which of the keys say something of a plan.

    `taken` are questions that are answered under other keys.
    """
    data = document.data
    assert isinstance(data, dict)  # noqa: S101 - who asks has keys of it
    reader = _Reader(document, taken)
    reader.take([_Node(key, (key,), data[key]) for key in keys if data[key] is not None])
    return reader.made, reader.used


class _Reader:
    def __init__(self, document: YamlDocument, taken: frozenset[str]) -> None:
        self.document = document
        self.taken = taken
        self.made = Sections()
        self.used: set[str] = set()

    def take(self, nodes: Sequence[_Node], depth: int = 0) -> None:
        """Make sections of labels that stand side by side."""
        numbered = _questions_by_number(nodes)
        opened = {
            node.path for node in nodes if node.path not in numbered and depth < DEEPEST and _holds_sections(node)
        }
        plain = [node for node in nodes if node.path not in numbered and node.path not in opened]
        roles = numbered | dict(zip((node.path for node in plain), self._assigned(plain), strict=True))
        for node in nodes:
            if node.path in opened:
                self.take(list(_below(node)), depth + 1)
            else:
                self._section(node, roles[node.path])

    def _assigned(self, nodes: Sequence[_Node]) -> list[LabelRole | None]:
        has = {key for section in self.made.sections for key in section.keys}
        parts = [LabelledPart(node.label, list(_statements(node.value))) for node in nodes]
        return assigned(parts, self.taken | (has & {*QUESTIONS}))

    def _section(self, node: _Node, role: LabelRole | None) -> None:
        if role is None and len(node.path) == 1:
            return  # it stays the key that nobody knows
        if role not in OTHERS or len(node.path) > 1:
            self.used.add(str(node.path[0]))
        if role in FACTS:
            self._fact(node, str(role))
            return
        pays, role = role == "payers", "resources" if role == "payers" else role
        blocks = list(self._blocks(node, str(role)))
        blocks = [_of_payers(block) for block in blocks] if pays else blocks
        self.made.all_blocks += blocks
        if role is None:
            self.made.head += [OutlineHeading(_plain(node.label), self._key_place(node)), *blocks]
        else:
            self.made.sections.append(Section((role,), self._key_place(node), _plain(node.label), blocks, level=1))

    def _fact(self, node: _Node, role: str) -> None:
        text = _fact_text(node.value, role)
        key, value = ("period", f"{role}: {text}") if role in {"start", "end"} else (role, text)
        block = OutlineParagraph(value, self._place(node))
        self.made.all_blocks.append(block)
        earlier = next((one for one in self.made.sections if one.keys == (key,)), None)
        if earlier is not None and key == "period":
            earlier.blocks.append(block)
        else:
            self.made.sections.append(Section((key,), self._key_place(node), _plain(node.label), [block], filled=True))

    def _blocks(self, node: _Node, role: str) -> Iterator[OutlineBlock]:
        value, place = node.value, self._place(node)
        if isinstance(value, str):
            yield from (OutlineParagraph(line.strip(), place) for line in value.split("\n\n") if line.strip())
        elif isinstance(value, dict) and role == "vision":
            yield from (OutlineParagraph(f"{_plain(one.label)}: {_text(one.value)}", self._place(one))
                        for one in self._own(node))  # fmt: skip
        elif isinstance(value, dict):
            yield from self._mapping(node, role)
        elif isinstance(value, list):
            yield from self._list(node, role)

    def _own(self, node: _Node) -> list[_Node]:
        """Return what stands below a label of a question, and take out what says something else."""
        kept = []
        for one in _below(node):
            role = _beside_the_answer(one)
            if role is None:
                kept.append(one)
            else:
                self._section(one, role)
        return kept

    def _mapping(self, node: _Node, role: str) -> Iterator[OutlineBlock]:
        nodes = self._own(node)
        groups = [one for one in nodes if isinstance(one.value, dict)]
        if groups and len(groups) == len(nodes) and _alike(groups):
            yield self._records(node, groups, role)
            return
        if role == "goals" and nodes and not any(isinstance(one.value, dict | list) for one in nodes):
            yield self._named_goals(node, nodes)
            return
        for one in nodes:
            if isinstance(one.value, dict):
                pays = role == "resources" and role_of(one.label) == "payers"
                if not pays and role != "resources":
                    yield OutlineHeading(_plain(one.label), self._key_place(one), 2)
                below = self._mapping(one, role)
                yield from map(_of_payers, below) if pays else below
            elif isinstance(one.value, list):
                yield OutlineHeading(_plain(one.label), self._key_place(one), 2)
                yield from self._list(one, role)
            elif role == "activities" and len(one.label) <= LONGEST_NUMBER and isinstance(one.value, str):
                yield OutlinePoint(_text(one.value), self._place(one), number=one.label)
            else:
                yield OutlineTable([self._cells(one)], self._key_place(one))

    def _cells(self, node: _Node) -> tuple[OutlineCell, OutlineCell]:
        label = OutlineCell(_dated(node.label, node.year), self._key_place(node))
        return label, OutlineCell(_text(node.value), self._place(node))

    def _named_goals(self, node: _Node, nodes: Sequence[_Node]) -> OutlineTable:
        """Return goals below their short names as a table; others refer to them by these."""
        place = self._key_place(node)
        head = (OutlineCell("id", place), OutlineCell("doel", place))
        rows = [
            (OutlineCell(one.label, self._key_place(one)), OutlineCell(_text(one.value), self._place(one)))
            for one in nodes
        ]
        return OutlineTable([head, *rows], place, marked=1)

    def _records(self, node: _Node, groups: Sequence[_Node], role: str) -> OutlineTable:
        """Return mappings with the same labels as a table with these as its columns."""
        names = list(dict.fromkeys(name for one in groups for name in one.value))  # type: ignore[attr-defined]
        key_place = self._key_place(node)
        key_is_main = _MAIN.get(role) not in {part_named(role, str(name)) for name in names}
        head = OutlineCell(_MAIN.get(role, "") if key_is_main else "id" if role == "goals" else "", key_place)
        rows = [[head, *(OutlineCell(_plain(str(name)), key_place) for name in names)]]
        for one in groups:
            assert isinstance(one.value, dict)  # noqa: S101 - chosen so
            keyed = one.label if key_is_main or role == "goals" or len(one.label) > LONGEST_NUMBER else ""
            cells = [OutlineCell(_text(one.value.get(name)), self.document.place(*one.path, name)) for name in names]
            rows.append([OutlineCell(keyed, self._key_place(one)), *cells])
        return OutlineTable(rows, key_place, marked=1)

    def _list(self, node: _Node, role: str) -> Iterator[OutlineBlock]:
        assert isinstance(node.value, list)  # noqa: S101 - chosen so
        items = [_Node("", (*node.path, at), value, node.year) for at, value in enumerate(node.value)]
        groups = [one for one in items if isinstance(one.value, dict) and len(one.value) > 1]
        if groups and len(groups) == len(items):
            yield self._records(node, groups, role)
            return
        for item in items:
            if isinstance(item.value, dict):
                yield from self._mapping(item, role)
            elif item.value is not None:
                yield OutlinePoint(_text(item.value), self._place(item))

    def _place(self, node: _Node) -> Place:
        return self.document.place(*node.path)

    def _key_place(self, node: _Node) -> Place:
        return self.document.key_place(*node.path)


def _below(node: _Node) -> Iterator[_Node]:
    """Yield the labels below a label; a year hands itself down."""
    year = node.label if _is_year(node.label) else node.year
    if isinstance(node.value, Mapping):
        yield from (_Node(str(key), (*node.path, key), value, year) for key, value in node.value.items())


def _holds_sections(node: _Node) -> bool:
    """Whether a label is none of a question, and holds labels of sections or facts."""
    below = [one for one in _below(node) if one.value is not None]
    if not below or role_of(node.label, nested=True) in (*QUESTIONS, "payers"):
        return False
    if _is_year(node.label) and all(isinstance(one.value, dict) for one in below):
        return True
    if all(_is_year(one.label) for one in below):
        return any(_holds_sections(one) for one in below)
    named = [role_of(one.label) for one in below]
    return 2 * sum(role is not None for role in named) >= len(below)


def _beside_the_answer(node: _Node) -> LabelRole | None:
    """Return what a line below the label of a question says that is no part of the answer."""
    role = role_of(node.label)
    if role in {"target_group", "continuation"} and isinstance(node.value, str) and len(node.value.split()) > 2:  # noqa: PLR2004
        return role
    dated = isinstance(node.value, str) and time_meant(node.value) is not None
    return role if role in {"start", "end", "period"} and dated else None


def _of_payers(block: OutlineBlock) -> OutlineBlock:
    """Say in each row what it says by the label above it: who pays, or what is asked."""
    if not isinstance(block, OutlineTable):
        return block
    rows = [[row[0]._replace(text=_payer(row[0].text)), *row[1:]] for row in block.rows if row]
    return block._replace(rows=rows)


def _payer(name: str) -> str:
    asked = {"sto", "regio", "programma", "programme"}.intersection(name.lower().split())
    return f"gevraagd van {name}" if asked else f"bijdrage van {name}"


def _questions_by_number(nodes: Sequence[_Node]) -> dict[KeyPath, LabelRole | None]:
    found = {node.path: QUESTIONS[int(node.label) - 1] for node in nodes if node.label in set("123456")}
    return dict(found) if len(found) >= FEWEST_NUMBERED else {}


def _alike(groups: Sequence[_Node]) -> bool:
    """Whether mappings have most of their labels in common."""
    names = [set(one.value) for one in groups]  # type: ignore[call-overload]
    shared = set.intersection(*names)
    return bool(shared) and len(set.union(*names)) <= len(shared) + 3


def _is_year(label: str) -> bool:
    return len(label) == 4 and label.isdigit() and label.startswith("20")  # noqa: PLR2004


def _dated(label: str, year: str) -> str:
    """Put the year of the section behind a day or month without one."""
    if year and year not in label and time_meant(label) is None and time_meant(f"{label} {year}") is not None:
        return f"{label} {year}"
    return _plain(label)


def _plain(label: str) -> str:
    return label.replace("_", " ").strip()


def _text(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{_plain(str(key))}: {_text(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return "" if value is None else " ".join(str(value).split())


def _fact_text(value: object, role: str) -> str:
    if isinstance(value, dict):
        return ", ".join(value if role in {"profiles", "forms"} else map(_text, value.values()))
    return _text(value)


def _statements(value: object) -> Iterator[str]:
    """Yield the statements below a label, each with the label before it."""
    if isinstance(value, dict):
        for key, one in value.items():
            below = list(_statements(one)) if isinstance(one, dict) else []
            yield from below or [f"{_plain(str(key))}: {_text(one)}"]
    elif isinstance(value, list):
        yield from map(_text, value)
    elif isinstance(value, str):
        yield from (line for line in value.replace("\n", " ").split(". ") if line.strip())
