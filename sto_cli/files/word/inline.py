"""From the XML of a paragraph to its text: what a reader sees of it, and nothing else.

Tracked insertions count, deletions, struck-out and hidden text do not; text in content controls does, unless it is the
control's own prompt; of a field its result counts, of a drop-down what is chosen. A mark of a note behind a figure is
no figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sto_cli.files.word.blocks import ObjectKind
from sto_cli.files.word.styles import Styles, TextLook, look_of
from sto_cli.files.word.tree import Node

GONE = frozenset({"w:del", "w:moveFrom", "mc:Fallback", "w:rt"})
"""What a reader does not see."""

AROUND = frozenset({
    "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo", "w:sdtContent",
    "mc:AlternateContent", "mc:Choice", "w:ruby", "w:rubyBase",
})  # fmt: skip
"""What lies around text without being seen."""

_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "", "w:sym": "",
}  # fmt: skip

_BOXES = {"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0FC": "☒", "F0A8": "☐", "F06F": "☐", "F0B7": "•", "F0D8": "•"}
"""Signs of the fonts Wingdings and Symbol that people choose: ticked, open, and bullets."""

_OBJECTS: tuple[tuple[str, ObjectKind], ...] = (
    ("pic:pic", "picture"), ("v:imagedata", "picture"), ("dgm:relIds", "diagram"), ("c:chart", "chart"),
    ("o:OLEObject", "document"),
)  # fmt: skip

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WHOLE_AMOUNT = re.compile(r"(?:^|[^\d.,])\d{1,3}(?:\.\d{3})*$|(?:^|[^\d.,])\d{4,6}$")
_CENTS = 2


@dataclass(slots=True)
class WordLine:
    """A paragraph while it is read: its pieces of text with their looks, and what hangs on it."""

    pieces: list[tuple[str, TextLook]] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    objects: list[ObjectKind] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """The notes that it refers to, as `notes_of` names them."""
    contents: bool = False
    """Whether some of it is the result of a field that lists the headings of the document."""

    def add(self, text: str, look: TextLook) -> None:
        """Add a text as it is seen."""
        if text and not (look.hidden or look.struck):
            self.pieces.append((self._raised(text) if look.raised else text, look))

    def _raised(self, text: str) -> str:
        """Return a raised text: cents behind an amount, nothing for the mark of a note behind a figure."""
        if not text.strip().isdecimal():
            return text
        before = "".join(piece for piece, _ in self.pieces)
        if len(text) == _CENTS and _WHOLE_AMOUNT.search(before):
            return f",{text}"
        return "" if before[-1:].isdecimal() else text.translate(_RAISED)


@dataclass(slots=True)
class _Field:
    """A field that is open: what it is, and what is chosen in it where that stands nowhere as text."""

    kind: str = ""
    choice: str = ""
    starts: int = 0


class LineReader:
    """Reads the text of paragraphs; fields may reach over several of them."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.fields: list[_Field] = []

    def read(self, parent: Node, line: WordLine) -> None:
        """Add what stands in a paragraph to a line."""
        line.contents = self.in_contents()
        self._inline(parent, line)

    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return any(one.kind == "TOC" for one in self.fields)

    def close_contents(self) -> None:
        """Take a table of contents that shows no end for ended."""
        self.fields = [one for one in self.fields if one.kind != "TOC"]

    def _inline(self, parent: Node, line: WordLine) -> None:
        for node in parent.children:
            if node.name == "w:r":
                self._run(node, line)
            elif node.name in AROUND or (node.name == "w:sdt" and not is_prompt(node)):
                self._inline(node, line)
            elif node.name.startswith("m:"):
                for text in node.within("m:t"):
                    line.add(text.text, TextLook())

    def _run(self, node: Node, line: WordLine) -> None:
        properties = node.child("w:rPr")
        look = look_of(properties)
        style = properties.value("w:rStyle") if properties else None
        if style:
            look = look.over(self.styles.of(style).look)
        for child in node.children:
            self._in_run(child, line, look)

    def _in_run(self, node: Node, line: WordLine, look: TextLook) -> None:
        match node.name:
            case "w:t":
                line.add(node.text, look)
            case "w:fldChar" | "w:instrText":
                self._field(node, line, look)
            case "w:footnoteReference" | "w:endnoteReference" | "w:drawing" | "w:pict" | "w:object":
                self._hanging(node, line)
            case name if name in _SIGNS:
                line.add(_SIGNS[name] or _BOXES.get(node.get("w:char").upper(), ""), look)
            case name if name in AROUND:
                for child in node.children:
                    self._in_run(child, line, look)
            case "w:r":  # within a text that has its pronunciation above it
                self._run(node, line)

    def _field(self, node: Node, line: WordLine, look: TextLook) -> None:
        """Follow the fields that begin and end; a box of a form is ticked or open."""
        kind = node.get("w:fldCharType")
        if kind == "begin":
            self.fields.append(_Field(choice=_chosen(node), starts=len(line.pieces)))
            for sign in _box_of_form(node):
                line.add(sign, look)
        elif kind == "end" and self.fields:
            self._end(self.fields.pop(), line, look)
        elif node.text.split()[:1] == ["TOC"] and self.fields:
            self.fields[-1].kind = "TOC"
            line.contents = True

    def _end(self, ended: _Field, line: WordLine, look: TextLook) -> None:
        shown = any(text.strip() for text, _ in line.pieces[ended.starts :])
        if ended.choice and not shown:
            line.add(ended.choice, look)

    def _hanging(self, node: Node, line: WordLine) -> None:
        if node.name.endswith("Reference"):
            line.notes.append(f"{node.name.removesuffix('Reference')} {node.get('w:id')}")
            return
        boxes = list(_text_boxes(node))
        line.boxes.extend(boxes)
        if not boxes:
            line.objects += [kind for name, kind in _OBJECTS if next(node.within(name), None) is not None][-1:]


def _box_of_form(begin: Node) -> Iterator[str]:
    box = begin.child("w:ffData", "w:checkBox")
    if box is not None:
        ticked = box.switched("w:checked")
        yield "☒ " if (box.switched("w:default") if ticked is None else ticked) else "☐ "


def _chosen(begin: Node) -> str:
    """Return what an old drop-down shows: what is chosen, or else its first entry."""
    choices = begin.child("w:ffData", "w:ddList")
    if choices is None:
        return ""
    entries = [one.get("w:val") for one in choices.children if one.name == "w:listEntry"]
    index = choices.value("w:result") or choices.value("w:default") or "0"
    return entries[int(index)] if index.isdecimal() and len(index) < 4 and int(index) < len(entries) else ""  # noqa: PLR2004 - Word has 25 entries


def _text_boxes(node: Node) -> Iterator[Node]:
    """Yield the text boxes in a drawing; a drawing that is there twice, for old programs too, is read once."""
    for child in node.children:
        if child.name == "w:txbxContent":
            yield child
        elif child.name not in GONE:
            yield from _text_boxes(child)


def is_prompt(control: Node) -> bool:
    """Whether a content control shows only its own prompt, or is a table of contents."""
    properties = control.child("w:sdtPr")
    if properties is None:
        return False
    gallery = properties.value("w:docPartObj", "w:docPartGallery")
    return properties.switched("w:showingPlcHdr") is True or gallery == "Table of Contents"
