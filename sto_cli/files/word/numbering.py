"""Which lists of a document have bullets, and which have numbers."""

from __future__ import annotations

from sto_cli.files.word.tree import Node

BULLET = "•"
NUMBER = "1."


class Numbering:
    """The lists of one document."""

    def __init__(self, tree: Node | None) -> None:
        children = tree.children if tree else []
        self.kinds = {
            child.get("w:abstractNumId"): _formats(child) for child in children if child.name == "w:abstractNum"
        }
        self.lists = {
            child.get("w:numId"): child.value("w:abstractNumId") for child in children if child.name == "w:num"
        }

    def marker(self, numbering: tuple[str, int] | None) -> str:
        """Return `•` or `1.` for a place in a list; "" where nothing is put before the text."""
        if numbering is None or numbering[0] in {"", "0"}:
            return ""
        kind = self.kinds.get(self.lists.get(numbering[0]) or "", {})
        form = kind.get(str(numbering[1]), "bullet")
        return "" if form == "none" else BULLET if form == "bullet" else NUMBER


def _formats(kind: Node) -> dict[str, str]:
    levels = (child for child in kind.children if child.name == "w:lvl")
    return {level.get("w:ilvl"): level.value("w:numFmt") or "decimal" for level in levels}
