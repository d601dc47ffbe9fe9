"""XML as a tree of nodes that know where they stand, read within bounds.

A document type, and with it every entity, is refused before its cost is paid; so are depth and number of elements.
Names are shortened to the prefix that everyone uses (`w:p`), whatever prefix and dialect the file uses: the strict
dialect of the standard has other namespaces for the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pyexpat import ExpatError, ParserCreate
from typing import Any

from sto_cli.files.limits import WORD_DEPTH, WORD_ELEMENTS, WORD_LETTERS
from sto_cli.files.word.other_kinds import WordProblem

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic:",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
}

TAG = re.compile(rb"</?[^\s/>\"']+(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
"""One tag, with any > within its attributes."""

_WITH_TEXT = frozenset({"w:t", "m:t", "w:instrText"})


class Node:
    """An element: `text` only where text counts; `start` and `end` are the bytes at which its two tags begin.

    An element that is written as one tag has both at the same byte.
    """

    __slots__ = ("attributes", "children", "end", "name", "start", "text")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""
        self.start = start
        self.end = start

    def get(self, name: str) -> str:
        """Return an attribute, or the empty text."""
        return self.attributes.get(name, "")

    def child(self, *names: str) -> Node | None:
        """Return what is reached by going down through the first child of each name."""
        node: Node | None = self
        for name in names:
            node = next((child for child in node.children if child.name == name), None) if node else None
        return node

    def value(self, *names: str) -> str | None:
        """Return the value (`w:val`) of such a child; None when there is none."""
        node = self.child(*names)
        return None if node is None else node.get("w:val")

    def switched(self, *names: str) -> bool | None:
        """Whether such a child switches something on; None when there is none."""
        value = self.value(*names)
        return None if value is None else value not in {"0", "false", "off", "none"}

    def within(self, name: str) -> Iterator[Node]:
        """Yield the outermost elements of a name that lie anywhere below."""
        for child in self.children:
            if child.name == name:
                yield child
            else:
                yield from child.within(name)


def read_tree(data: bytes) -> Node:
    """Read XML.

    Raises:
        WordProblem: it is no XML, has a document type, or is too large.
    """
    return TreeBuilder().build(data)


_LONG = re.compile(rb"<" + rb"[^<]{65535}" * 5)
"""So many bytes from one tag to the next: a tag with 600,000 attributes cost 900 MB. A page of text has 3,000.

Five times over, because a pattern counts no further than 65,535.
"""


class TreeBuilder:
    """Builds a tree of nodes while XML is read, within the bounds."""

    def __init__(self) -> None:
        self.parser: Any = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.data = b""
        self.names: dict[str, str] = {}
        self.root = Node("", {}, 0)
        self.open = [self.root]
        self.elements = 0
        self.letters = 0

    def build(self, data: bytes) -> Node:
        """Read XML, and return its outermost element.

        Raises:
            WordProblem: it is no XML, has a document type, or is too large.
        """
        if _LONG.search(data):
            raise WordProblem("large")
        self.data = data
        try:
            self.parser.Parse(data, True)
        except (ExpatError, ValueError, LookupError) as problem:
            raise WordProblem("damaged") from problem
        return self.root.children[0]

    def refuse(self, *_: object) -> None:
        """Refuse a document type, before any entity costs something."""
        raise WordProblem("damaged")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self.elements += 1
        if self.elements > WORD_ELEMENTS or len(self.open) > WORD_DEPTH:
            raise WordProblem("large")
        if attributes:
            attributes = {self.short(key): value for key, value in attributes.items()}
        node = Node(self.short(name), attributes, self.parser.CurrentByteIndex)
        self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        """Close the last element."""
        node, at = self.open.pop(), self.parser.CurrentByteIndex
        node.end = at if node.children or not self._is_one_tag(node, at) else node.start

    def _is_one_tag(self, node: Node, at: int) -> bool:
        """Whether an element that ends at a byte is one empty tag: the parser then gives the byte behind it."""
        if self.data[at - 2 : at] != b"/>":
            return False
        found = TAG.match(self.data, node.start)
        return found is not None and found.end() == at

    def characters(self, text: str) -> None:
        """Take a text where one counts."""
        node = self.open[-1]
        if node.name in _WITH_TEXT:
            self.count_letters(text)
            node.text += text

    def count_letters(self, text: str) -> None:
        """Count the letters of the whole, within the bound."""
        self.letters += len(text)
        if self.letters > WORD_LETTERS:
            raise WordProblem("large")

    def prefix(self, space: str) -> str:
        """Return the prefix that everyone uses for a namespace."""
        return _PREFIXES.get(space, "?:")

    def short(self, name: str) -> str:
        """Return a name with the prefix that everyone uses."""
        known = self.names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = self.names[name] = (self.prefix(space) if space else "") + local
        return known
