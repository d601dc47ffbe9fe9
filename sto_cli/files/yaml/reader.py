"""YAML as people write it, as plain data with places.

Every scalar stays the text that was written: `no`, `00`, `2E10`, `0612345678` and `12.500` mean what they say;
whoever needs a number or a date converts it where one belongs. Only an absent value, `~` and `null` are None.
The reader works on the C parser's events, so bounds on depth and size are kept before their cost is paid,
and nothing is ever made but dicts, lists and texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern
from types import SimpleNamespace
from typing import Any, NoReturn

import yaml

from sto_cli.files.decoding import Spot
from sto_cli.files.limits import YAML_DEPTH, YAML_VALUES
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, message

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

SHORT = 2
"""Texts of at most this length (`bl`, `kl`) come again and again in a large file; one copy of each is kept."""

KeyPath = tuple[str | int, ...]


@dataclass(slots=True)
class YamlDocument:
    """What a YAML file says: `data` in plain dicts, lists, texts and None, and where each part stands.

    `places` gives the place of a value by its path of keys, `key_places` that of a key. With `detail` they hold
    everything, without it only what lies at most two deep (enough for "this entry", and small on large files).
    """

    path: str
    data: object = None
    findings: list[Finding] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    key_places: dict[KeyPath, Place] = field(default_factory=dict)
    accidents: set[str] = field(default_factory=set)
    """What kinds of accidents were met by `read_forgiving`: `tab`, `bullet`, `unclear` and so on."""

    def place(self, *keys: str | int) -> Place:
        """Return the place of a value, or of the nearest thing around it that has one."""
        path = tuple(keys)
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.path))

    def key_place(self, *keys: str | int) -> Place:
        """Return the place of a key, or of its value where the key has none (a list's item)."""
        return self.key_places.get(tuple(keys)) or self.place(*keys)


class Stop(Exception):
    """The text cannot be read on; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def read_yaml(text: str, path: str, *, detail: bool = True, max_nodes: int = YAML_VALUES) -> YamlDocument:
    """Read one YAML document from text; `path` is the file's name as the user knows it.

    Findings: `yaml-syntax` (the data is then None), `duplicate-key` (the first value counts), `too-large`.
    """
    document = YamlDocument(path)
    try:
        document.data = Builder(document, text, detail=detail, max_nodes=max_nodes).build()
    except Stop as stop:
        document.data = None
        document.findings.append(stop.finding)
    except (yaml.YAMLError, UnicodeEncodeError) as problem:  # half a character (a lone surrogate) is not text
        from sto_cli.files.yaml.accidents import explain  # noqa: PLC0415 - 5 ms, only after an accident

        document.data = None
        document.findings.append(explain(problem, text).finding(path))
    return document


class Builder:
    """Builds plain data from parser events, one method per kind of value."""

    def __init__(self, document: YamlDocument, text: str, *, detail: bool = True, max_nodes: int = YAML_VALUES) -> None:
        self.document = document
        self.depth_of_places = YAML_DEPTH if detail else 2
        self.left = max_nodes
        self.anchors: dict[str, tuple[object, int]] = {}
        self.open_anchors: set[str] = set()
        self.text = text
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def build(self) -> object:
        """Build the data of the first document.

        Raises:
            Stop: there is something in it that cannot be read.
            yaml.YAMLError: the text is not YAML.
        """
        try:
            return self._first_document()
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            if mark and open_brackets(self.text[: mark.index]) > YAML_DEPTH:
                self._stop("too-large", SimpleNamespace(start_mark=mark, end_mark=mark), _TOO_DEEP, _ANOTHER_FILE)
            raise

    def _first_document(self) -> object:
        value: object = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.trouble(
                        event,
                        message("A second document starts here (the line ---)."),
                        message("Remove this line, or put what follows in a file of its own."),
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, ())
        return value

    def trouble(self, event: Any, text: Message, hint: Message | None = None) -> None:
        """Meet something that YAML allows and a plain file does not."""
        self._stop("yaml-syntax", event, text, hint)

    def scalar(self, event: Any, path: KeyPath) -> object:
        """Build a text, or None where nothing was written."""
        self._remember(path, event, event)
        if event.implicit[0] and event.value in {"", "~", "null"}:
            return None
        return intern(event.value) if len(event.value) <= SHORT else event.value

    def _value(self, event: Any, path: KeyPath) -> object:
        self._count(1, event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        if len(path) > YAML_DEPTH:
            self._stop("too-large", event, _TOO_DEEP, _ANOTHER_FILE)
        self._tag(event)
        anchor = event.anchor
        if not anchor:
            return self._inside(event, path)
        before = self.left
        self.open_anchors.add(anchor)
        value = self._inside(event, path)
        self.open_anchors.discard(anchor)
        self.anchors[anchor] = (value, before - self.left + 1)
        return value

    def _inside(self, event: Any, path: KeyPath) -> object:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path)
        return self._mapping(event, path)

    def _sequence(self, start: Any, path: KeyPath) -> list[object]:
        items: list[object] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._remember(path, start, event)
                break
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, start: Any, path: KeyPath) -> dict[str, object]:
        items: dict[str, object] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                self._remember(path, start, event)
                break
            key = self._key(event)
            inside = (*path, key)
            if key in items:
                self._duplicate(key, inside, event)
                self._value(next(self.events), (*inside, "#"))
            else:
                if len(inside) <= self.depth_of_places:
                    self.document.key_places[inside] = self._place(event, event)
                items[key] = self._value(next(self.events), inside)
        return items

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._stop("yaml-syntax", event, message("A key must be one word or text, with a colon behind it."))
        self._count(1, event)
        return intern(event.value)  # one copy of a key that every entry has

    def _alias(self, event: Any, path: KeyPath) -> object:
        self._remember(path, event, event)
        if event.anchor in self.open_anchors or event.anchor not in self.anchors:
            self.trouble(event, *starts_with("*", event))
            return f"*{event.anchor}"
        value, size = self.anchors[event.anchor]
        self._count(size, event)
        return value

    def _duplicate(self, key: str, path: KeyPath, event: Any) -> None:
        first = self.document.key_places.get(path)
        self.document.findings.append(
            Finding(
                "duplicate-key",
                "error",
                message(
                    "“{key}” stands here for the second time (first on line {line}).",
                    key=key,
                    line=str(first.line) if first else "?",
                ),
                self._place(event, event),
                message("Put both texts under one “{key}”, or rename one.", key=key),
                path=".".join(map(str, path)),
            )
        )

    def _tag(self, event: Any) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag not in _PLAIN_TAGS:
            self.trouble(event, *starts_with("!", event))

    def _count(self, nodes: int, event: Any) -> None:
        self.left -= nodes
        if self.left < 0:
            self._stop("too-large", event, message("This file holds more values than can be read."), _ANOTHER_FILE)

    def _stop(self, rule: str, event: Any, text: Message, hint: Message | None = None) -> NoReturn:
        raise Stop(Finding(rule, "error", text, self._place(event, event), hint))

    def _remember(self, path: KeyPath, start: Any, end: Any) -> None:
        if len(path) <= self.depth_of_places:
            self.document.places[path] = self._place(start, end)

    def _place(self, start: Any, end: Any) -> Place:
        first, last = start.start_mark, end.end_mark
        end_column = last.column + 1 if last.line == first.line else None
        return Place(self.document.path, first.line + 1, first.column + 1, end_column)


_PLAIN_TAGS = {"!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq"))}
"""Tags that say what a value is anyhow. All others would make objects, which this reader never does."""


_TOO_DEEP = message("This is nested too deeply to be read.")
_ANOTHER_FILE = message("Check that this is the file that you mean.")


def open_brackets(text: str) -> int:
    """Count the brackets that are opened and not closed.

    The parser looks up to 1,024 characters ahead before it hands over the first bracket, and some releases give up
    there by themselves, in words of their own: the bound on depth must hold without those words.
    """
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


def starts_with(sign: str, event: Any) -> tuple[Message, Message]:
    """Say that a text starts with a sign that means something else, and what to do."""
    from sto_cli.files.yaml.accidents import sign_at_start  # noqa: PLC0415 - 5 ms, only after an accident

    accident = sign_at_start(sign, Spot(event.start_mark.line, event.start_mark.column))
    return accident.message, accident.hint
