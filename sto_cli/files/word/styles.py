"""What the styles of a document say of a paragraph: whether it is a heading, bold, or a point of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from sto_cli.files.word.tree import Node

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
"""Names of headings; Word writes the English one whatever its language, other programs do not."""

_TITLE = frozenset({"title", "titel"})
_CONTENTS = re.compile(r"(?:toc|inhopg|contents)\s*(\d|heading)", re.IGNORECASE)

LONGEST_CHAIN = 12
"""Styles that are based on one another; Word allows eleven."""

BODY_LEVEL = 9
"""The outline level that Word writes for body text."""

LARGER = 3
"""Half points by which a text must be larger than the body to look like a heading."""

_PLAIN_SIZE = 22


@dataclass(frozen=True, slots=True)
class TextLook:
    """How text looks; None is "as what it is based on". `size` counts in half points."""

    bold: bool | None = None
    underlined: bool | None = None
    size: int | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None

    def over(self, other: TextLook) -> TextLook:
        """Return this look where it says something, and the other where it does not."""
        both = ((getattr(self, one.name), getattr(other, one.name)) for one in fields(self))
        return TextLook(*(above if above is not None else below for above, below in both))


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style with all that it takes over from those it is based on.

    `level` is 0 for the title, 1 to 9 for headings; `numbering` the list's id and depth; `contents` says that it is
    one of a table of contents.
    """

    level: int | None = None
    look: TextLook = TextLook()
    numbering: tuple[str, int] | None = None
    contents: bool = False


class Styles:
    """The styles of one document, each worked out when first asked for."""

    def __init__(self, tree: Node | None) -> None:
        self.nodes = {node.get("w:styleId"): node for node in tree.within("w:style")} if tree else {}
        self.known: dict[str, WordStyle] = {}
        defaults = tree.child("w:docDefaults", "w:rPrDefault", "w:rPr") if tree else None
        self.plain = WordStyle(look=look_of(defaults) if defaults else TextLook())
        self.default = next((name for name, node in self.nodes.items() if _is_default(node)), "")
        self.body_size = self.of("").look.size or _PLAIN_SIZE

    def of(self, name: str | None, depth: int = 0) -> WordStyle:
        """Return the style of that id; without one, that of plain paragraphs."""
        name = name or self.default
        if name not in self.nodes or depth > LONGEST_CHAIN:
            return self.plain
        if name not in self.known:
            node = self.nodes[name]
            below = node.value("w:basedOn")
            base = self.of(below, depth + 1) if below and below != name else self.plain
            self.known[name] = _style(node, base)
        return self.known[name]


def look_of(properties: Node | None) -> TextLook:
    """Return the look that properties of text (`w:rPr`) give."""
    if properties is None:
        return TextLook()
    size = properties.value("w:sz") or ""
    return TextLook(
        properties.switched("w:b"),
        properties.switched("w:u"),
        int(size) if size.isdecimal() and len(size) < 5 else None,  # noqa: PLR2004 - Word's largest is 3276
        properties.switched("w:vanish"),
        _either(properties.switched("w:strike"), properties.switched("w:dstrike")),
        {None: None, "superscript": True}.get(properties.value("w:vertAlign"), False),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one or bool(other)


def level_of(properties: Node | None) -> int | None:
    """Return the level of a heading that properties of a paragraph (`w:pPr`) give."""
    value = properties.value("w:outlineLvl") if properties else None
    return int(value) + 1 if value and value.isdecimal() and int(value[:3]) < BODY_LEVEL else None


def numbering_of(properties: Node | None) -> tuple[str, int] | None:
    """Return the list that properties of a paragraph (`w:pPr`) put it in: its id and the depth in it."""
    numbered = properties.child("w:numPr") if properties else None
    if numbered is None:
        return None
    depth = numbered.value("w:ilvl") or "0"
    return numbered.value("w:numId") or "", int(depth) if depth in "012345678" else 0


def _style(node: Node, base: WordStyle) -> WordStyle:
    name = (node.value("w:name") or "").strip()
    properties = node.child("w:pPr")
    level = _named_level(name)
    if level is None:
        level = level_of(properties)
    return replace(
        base,
        level=level if level is not None else base.level,
        look=look_of(node.child("w:rPr")).over(base.look),
        numbering=numbering_of(properties) or base.numbering,
        contents=base.contents or _CONTENTS.match(name) is not None,
    )


def _named_level(name: str) -> int | None:
    if name.lower() in _TITLE:
        return 0
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else None


def _is_default(node: Node) -> bool:
    return node.get("w:type") == "paragraph" and node.get("w:default") in {"1", "true", "on"}


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
