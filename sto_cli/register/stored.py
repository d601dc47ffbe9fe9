"""The entries of a register's file as lines of text, from which a thing is made only when someone asks for it.

A line is the entry's id, its line and column in the file, and the entry itself as JSON, with tabs between. So 900
schools cost as good as nothing to load where a question is about one of them, and a derived copy holds the same lines.
The id of a participation is what makes it one fact: school, region and start (`00AH17 twente 2025`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, Generic, NamedTuple, TypeVar

from sto_cli.findings import Place
from sto_cli.register.model import PART_KINDS, Entry, PartKind, fact_id

Thing = TypeVar("Thing")


class StoredPart(NamedTuple):
    """One file of the register; `nameless` are the ids of entries without a name."""

    kind: PartKind
    path: str
    as_of: str | None
    source: str | None
    left: list[dict[str, Any]]
    nameless: list[str]
    origins: list[dict[str, Any]]
    lines: list[bytes]


class Stored(NamedTuple):
    """One entry that no thing was made of yet: its line, and the file and folder that it stands in."""

    line: bytes
    path: str
    layer: int

    @property
    def id(self) -> str:
        """The id of the entry."""
        return self.line[: self.line.index(b"\t")].decode()

    @property
    def place(self) -> Place:
        """Where the entry stands."""
        _, line, column, _ = self.line.split(b"\t", 3)
        return Place(self.path, int(line), int(column))

    @property
    def entry(self) -> Entry:
        """The entry itself."""
        (entry, _, _), *_ = read(self)
        return entry

    def over(self, below: Stored) -> Stored:
        """Lay this entry over one of a lower folder: what it names replaces that, the rest stays."""
        return self._replace(line=line_of({**below.entry, **self.entry}, self.place.line, self.place.column))


BATCH = 500
"""So many entries are read at once: one by one takes four times as long, all 100,000 at once much memory."""

MANY = 100
"""Who asks for so many things one by one is about to ask for all: 550 facts cost a report 6 ms one by one."""


def read(*stored: Stored) -> Iterator[tuple[Entry, Place, int]]:
    """Read entries, each with its place and the number of its folder: what a thing is made of."""
    for start in range(0, len(stored), BATCH):
        batch = stored[start : start + BATCH]
        parted = [one.line.split(b"\t", 3) for one in batch]
        entries = json.loads(b"[" + b",".join(parts[3] for parts in parted) + b"]")
        for one, (_, line, column, _), entry in zip(batch, parted, entries, strict=True):
            yield entry, Place(one.path, int(line), int(column)), one.layer


def line_of(entry: Entry, line: int, column: int) -> bytes:
    """Write an entry as one line; JSON holds no tab and no line feed."""
    id_ = entry["id"] if "id" in entry else fact_id(entry["school"], entry["region"], entry.get("since"))
    return f"{id_}\t{line}\t{column}\t{json.dumps(entry, ensure_ascii=False, separators=(',', ':'))}".encode()


Make = Callable[[Entry, Place, int], Thing]


class Things(Mapping[str, Thing], Generic[Thing]):
    """Things of the register by their id, each made from its line when first asked for."""

    def __init__(self, make: Make[Thing], stored: Mapping[str, Stored]) -> None:
        self._make = make
        self._things: dict[str, Thing | Stored] = dict(stored)
        self._made_alone = 0
        self._all_made = False

    def __getitem__(self, id_: str) -> Thing:
        thing = self._things[id_]
        if isinstance(thing, Stored):
            self._made_alone += 1
            if self._made_alone > MANY:
                self._make_all()
                return self[id_]
            thing = self._things[id_] = self._make(*next(read(thing)))
        return thing

    def values(self) -> ValuesView[Thing]:
        """All things, made at once."""
        self._make_all()
        return super().values()

    def items(self) -> ItemsView[str, Thing]:
        """All things with their ids, made at once."""
        self._make_all()
        return super().items()

    def holding(self, *texts: str, none: bool = False) -> list[Thing]:
        """The things whose lines may hold one of some texts, or none of them; others are not made.

        What was made before is among them all the same, since it has no line any more.
        """
        sought = [text.encode() for text in texts]
        ids = [
            id_
            for id_, thing in self._things.items()
            if not isinstance(thing, Stored) or any(text in thing.line for text in sought) != none
        ]
        self._make_some(ids)
        return [self[id_] for id_ in ids]

    def _make_all(self) -> None:
        if not self._all_made:
            self._make_some(self._things)
            self._all_made = True

    def _make_some(self, ids: Iterable[str]) -> None:
        stored = {id_: thing for id_ in ids if isinstance(thing := self._things[id_], Stored)}
        for id_, parts in zip(stored, read(*stored.values()), strict=True):
            self._things[id_] = self._make(*parts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._things


def written(part: StoredPart) -> Iterator[bytes]:
    """Write a part as the pieces of a derived copy."""
    head = [part.kind, part.path, part.as_of, part.source, part.left, part.nameless, part.origins]
    yield json.dumps(head).encode()  # in ASCII: a path may hold what is no text
    for line in part.lines:
        yield b"\n"
        yield line


def read_back(copy: bytes, path: str) -> StoredPart:
    """Read what `written` wrote; `path` is what messages call the file this time.

    Raises:
        ValueError, TypeError: it was not.
    """
    head, *lines = copy.split(b"\n")
    kind, _, as_of, source, left, nameless, origins = json.loads(head)
    if kind not in PART_KINDS or not all(isinstance(part, list) for part in (left, nameless, origins)):
        raise TypeError
    return StoredPart(kind, path, as_of, source, left, nameless, origins, lines)
