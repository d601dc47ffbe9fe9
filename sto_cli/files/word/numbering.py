"""Which lists of a document have bullets, and which numbers: what the program puts before each point."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sto_cli.files.word.tree import Node

BULLET = "•"

_PLACE = re.compile(r"%(\d)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class ListLevel(NamedTuple):
    """How a level of a list is numbered: the format of its number, the text around it (`%1)`), and where it begins."""

    form: str = "bullet"
    text: str = ""
    start: int = 1


class Numbering:
    """The lists of one document; it counts along, so that each point is asked for once, in reading order."""

    def __init__(self, tree: Node | None) -> None:
        children = tree.children if tree else []
        self.kinds = {
            child.get("w:abstractNumId"): _levels(child) for child in children if child.name == "w:abstractNum"
        }
        self.lists = {
            child.get("w:numId"): child.value("w:abstractNumId") for child in children if child.name == "w:num"
        }
        self.counts: dict[str, dict[int, int]] = {}

    def marker(self, numbering: tuple[str, int] | None) -> str:
        """Return what stands before the next point at a place in a list: `•`, `2.`, `b)`; "" where nothing does."""
        if numbering is None or numbering[0] in {"", "0"}:
            return ""
        name, depth = numbering
        levels = self.kinds.get(self.lists.get(name) or "", {})
        level = levels.get(depth, ListLevel())
        if level.form in {"none", "bullet"}:
            return "" if level.form == "none" else BULLET
        counts = self.counts.setdefault(name, {})
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        return _PLACE.sub(lambda found: _number(levels, counts, int(found[1]) - 1), level.text).strip() or BULLET


def _number(levels: dict[int, ListLevel], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth, ListLevel("decimal"))
    return _FORMATS.get(level.form, str)(counts.get(depth, level.start))


def _letter(number: int) -> str:
    return _LETTERS[(number - 1) % len(_LETTERS)]


def _roman(number: int) -> str:
    made, left = "", min(number, 39)
    for value, sign in _ROMAN:
        made += sign * (left // value)
        left %= value
    return made


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def _levels(kind: Node) -> dict[int, ListLevel]:
    found = (child for child in kind.children if child.name == "w:lvl")
    return {int(one.get("w:ilvl")): _level(one) for one in found if one.get("w:ilvl") in tuple("012345678")}


def _level(node: Node) -> ListLevel:
    start = node.value("w:start") or "1"
    text = node.value("w:lvlText")
    return ListLevel(
        node.value("w:numFmt") or "decimal",
        f"%{int(node.get('w:ilvl')) + 1}." if text is None else text,
        int(start) if start.isdecimal() and len(start) < 4 else 1,  # noqa: PLR2004 - Word counts to 32767
    )
