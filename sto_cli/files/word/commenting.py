"""Laying remarks in the margin of a document, and changing nothing else of it.

The remarks are put into the bytes of the main part at the places that reading found; every other byte of it stays.
Comments that are there already stay too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sto_cli.files.word.blocks import START, Anchor
from sto_cli.files.word.body import anchor_of
from sto_cli.files.word.container import Container, relations_of
from sto_cli.files.word.other_kinds import WordProblem
from sto_cli.files.word.packing import repack, xml_text
from sto_cli.files.word.tree import TAG, Node, read_tree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = "[content_types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

_NUMBER = re.compile(rb"<(?:\w+:)?comment\s[^>]*?\bid=[\"'](\d{1,9})[\"']")
_MARKS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_RELATION_ID = re.compile(r"\bId=[\"']rId(\d{1,9})[\"']")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said at a paragraph: the lines of one comment."""

    anchor: Anchor
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who makes the remarks, and when."""

    author: str
    initials: str
    day: date | None = None


def with_remarks(content: bytes, remarks: Sequence[Remark], hand: Hand) -> bytes:
    """Return the document with remarks as comments; `content` is one that `read_word` has read, anchors and all.

    Raises:
        WordProblem: the document cannot be read.
    """
    container = Container(content)
    main = container.read(container.main)
    strict = _STRICT_W.encode() in main[:4000]
    name = container.related(container.main).get("comments", "")
    existing = container.read(name) if name else b""
    first = max(map(int, _NUMBER.findall(existing)), default=-1) + 1
    comments = "".join(_comment(number, remark, hand, strict) for number, remark in enumerate(remarks, first))
    changed = {container.main: _marked(main, remarks, first, strict)}
    if existing:
        changed[name] = _before_end(existing, comments.encode())
    else:
        changed |= _first_comments(container, comments, strict)
    return repack(content, changed)


def without_own(content: bytes, author: str) -> bytes:
    """Return the document without the comments of an author: those of an earlier time. Others stay as they are.

    Raises:
        WordProblem: the document cannot be read.
    """
    container = Container(content)
    name = container.related(container.main).get("comments", "")
    part = container.read(name) if name else b""
    own = [node for node in read_tree(part).children if node.get("w:author") == author] if part else []
    if not own:
        return content
    numbers = {node.get("w:id") for node in own}
    main = container.read(container.main)
    marks = [node for mark in _MARKS for node in read_tree(main).within(mark) if node.get("w:id") in numbers]
    return repack(content, {name: _cut(part, own), container.main: _cut(main, marks)})


def _cut(part: bytes, nodes: Iterable[Node]) -> bytes:
    """Take elements out of a part, from its end to its start so that places stay right."""
    for node in sorted(nodes, key=lambda node: -node.start):
        part = part[: node.start] + part[node.end + len(_tag_at(part, node.end)) :]
    return part


def _marked(main: bytes, remarks: Sequence[Remark], first: int, strict: bool) -> bytes:
    """Put the marks of all remarks into the main part, from its end to its start so that places stay right."""
    by_place: dict[Anchor, list[int]] = {}
    beginning = _beginning(main)
    for number, remark in enumerate(remarks, first):
        by_place.setdefault(beginning if remark.anchor == START else remark.anchor, []).append(number)
    space = f' xmlns:w="{_STRICT_W if strict else _W}"'
    for anchor, numbers in sorted(by_place.items(), key=lambda pair: -pair[0].start):
        main = _marked_paragraph(main, anchor, numbers, space)
    return main


def _beginning(main: bytes) -> Anchor:
    first = next(read_tree(main).within("w:p"), None)
    if first is None:
        raise WordProblem("damaged")  # Word itself always writes a paragraph
    return anchor_of(first)


def _marked_paragraph(main: bytes, anchor: Anchor, numbers: Sequence[int], space: str) -> bytes:
    before = "".join(f'<w:commentRangeStart{space} w:id="{number}"/>' for number in numbers).encode()
    after = "".join(_reference(number, space) for number in numbers).encode()
    opening = _tag_at(main, anchor.start)
    if anchor.start == anchor.end:
        return main[: anchor.start] + _opened(opening, before + after) + main[anchor.start + len(opening) :]
    inside = anchor.properties if anchor.properties >= 0 else anchor.start
    start = inside + len(_tag_at(main, inside))
    return main[:start] + before + main[start : anchor.end] + after + main[anchor.end :]


def _reference(number: int, space: str) -> str:
    return f'<w:commentRangeEnd{space} w:id="{number}"/><w:r{space}><w:commentReference w:id="{number}"/></w:r>'


def _tag_at(main: bytes, at: int) -> bytes:
    found = TAG.match(main, at)
    assert found is not None  # noqa: S101 - the reader found a tag there
    return found[0]


def _comment(number: int, remark: Remark, hand: Hand, strict: bool) -> str:
    day = f' w:date="{hand.day.isoformat()}T00:00:00Z"' if hand.day else ""
    author, initials = xml_text(hand.author), xml_text(hand.initials)
    space = f' xmlns:w="{_STRICT_W if strict else _W}"'
    who = f'w:id="{number}" w:author="{author}" w:initials="{initials}"{day}'
    return f"<w:comment{space} {who}>{''.join(_lines(remark.lines))}</w:comment>"


def _lines(lines: Iterable[str]) -> Iterator[str]:
    own = "<w:r><w:annotationRef/></w:r>"
    for line in lines:
        yield f'<w:p>{own}<w:r><w:t xml:space="preserve">{xml_text(line)}</w:t></w:r></w:p>'
        own = ""


def _before_end(part: bytes, inside: bytes) -> bytes:
    """Put something before the closing tag of a part's root; a root that is one empty tag is opened."""
    root = read_tree(part)
    if root.start == root.end:
        tag = _tag_at(part, root.start)
        return part[: root.start] + _opened(tag, inside) + part[root.start + len(tag) :]
    return part[: root.end] + inside + part[root.end :]


def _opened(tag: bytes, inside: bytes) -> bytes:
    """Make an empty tag an element with something in it."""
    name = tag[1:].split()[0].rstrip(b"/>")
    return tag[: tag.rindex(b"/")].rstrip() + b">" + inside + b"</" + name + b">"


def _first_comments(container: Container, comments: str, strict: bool) -> dict[str, bytes]:
    """Return the parts that a document needs when it gets its first comments."""
    space = _STRICT_W if strict else _W
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    folder = container.main.rpartition("/")[0]
    name = _free(container, f"{folder}/comments" if folder else "comments")
    override = f'<Override xmlns="{_CONTENT_TYPES}" PartName="/{name}" ContentType="{_COMMENTS_TYPE}"/>'
    return {
        name: f'{head}<w:comments xmlns:w="{space}">{comments}</w:comments>'.encode(),
        relations_of(container.main): _with_relation(container, name, strict),
        _TYPES: _before_end(container.read(_TYPES), override.encode()),
    }


def _with_relation(container: Container, name: str, strict: bool) -> bytes:
    existing = container.read(relations_of(container.main))
    if not existing:
        existing = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELATIONS}"/>'.encode()
    number = max(map(int, _RELATION_ID.findall(existing.decode("utf-8", "replace"))), default=0) + 1
    kind = _STRICT_R if strict else _R
    return _before_end(
        existing,
        f'<Relationship xmlns="{_RELATIONS}" Id="rId{number}" Type="{kind}/comments" Target="/{name}"/>'.encode(),
    )


def _free(container: Container, stem: str) -> str:
    names = (f"{stem}{number or ''}.xml" for number in range(1000))
    return next(name for name in names if not container.has(name))
