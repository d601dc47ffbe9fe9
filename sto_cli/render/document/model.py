"""The document that any answer can be made into, in one language; `document/` and `terminal/` hold a writer per format.

A document says what there is to say, and each format decides how: texts are written as they are here, and every writer
makes them safe for its own format.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sto_cli.register.model import Region, School
from sto_cli.reports.count import Count

if TYPE_CHECKING:
    from sto_cli.reports.selection import Selection
    from sto_cli.reports.standing import Position


Value = str | int | float | date | Count | None
Kind = Literal["text", "count", "percent", "km", "euro", "bar", "fraction", "share"]
"""What a column holds. A percent is a share from 0 to 1; None is "nothing to divide" there, elsewhere empty. A bar, a
fraction and a share hold a `Count`: how many schools take part of how many, and within which bounds the share lies."""

Use = Literal["all", "read", "reckon", "look_up", "own"]
"""What a column or table is for. Who reads wants few, short columns; who reckons wants every figure by itself; who
looks things up wants codes, addresses and sources. What is the user's `own` (names of people, notes) stands in a list
to write letters from, and not in what is passed on."""


class Heading(NamedTuple):
    """A heading; level 2 is a chapter of the document, level 3 a part of one."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text; line feeds in it stay. `quiet` is for remarks about the document itself."""

    text: str
    quiet: bool = False


class Bullets(NamedTuple):
    """A list; every entry is a text with texts that belong to it."""

    entries: Sequence[tuple[str, Sequence[str]]]


class Facts(NamedTuple):
    """Labels, each with its value."""

    rows: Sequence[tuple[str, str]]


class Terms(NamedTuple):
    """Words, each with its meaning."""

    entries: Sequence[tuple[str, str]]


class Column(NamedTuple):
    """A column of a table; `width` is a wish in characters, for formats that can set one.

    `spare`: where a screen has no room for it, it is left out, and said to be.
    """

    heading: str
    kind: Kind = "text"
    width: int = 12
    use: Use = "all"
    spare: bool = False


class Table(NamedTuple):
    """A table under a short name; `last` are the rows that add up the others, kept apart from them.

    For who reads it may hold `entries`: each row stands for itself, and a screen writes it without columns.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    last: Sequence[Sequence[Value]] = ()
    use: Use | Literal["entries"] = "all"

    def to_read(self) -> "Table":
        """Return the table as a page or a screen shows it."""
        return self._only({"all", "read"})

    def to_reckon(self, *, own: bool = False) -> "Table":
        """Return the table as a spreadsheet holds it: every figure by itself, with what helps to look things up."""
        uses: set[Use] = {"all", "reckon", "look_up"}
        return self._only(uses | {"own"} if own else uses)

    def without(self, places: Collection[int]) -> "Table":
        """Return the table without some columns."""
        return self._kept([place for place in range(len(self.columns)) if place not in places])

    def _only(self, uses: set[Use]) -> "Table":
        return self._kept([place for place, column in enumerate(self.columns) if column.use in uses])

    def _kept(self, places: Sequence[int]) -> "Table":
        if len(places) == len(self.columns):
            return self
        rows, last = ([[row[place] for place in places] for row in some] for some in (self.rows, self.last))
        return self._replace(columns=[self.columns[place] for place in places], rows=rows, last=last)


class Chart(NamedTuple):
    """Bars that show how many of some schools take part, each with its label; `use` as of a table."""

    name: str
    bars: Sequence[tuple[str, Count]]
    use: Use = "all"


class Map(NamedTuple):
    """Schools where they stand, for formats that can draw; a table says the same elsewhere.

    `others` are schools that do not count here, `regions` those whose borders are drawn; `selection` says how far the
    map reaches. A document holds one map at most.
    """

    name: str
    positions: "Sequence[Position]"
    others: "Iterable[School]"
    regions: "Sequence[Region]"
    selection: "Selection"


Block = Heading | Paragraph | Bullets | Facts | Terms | Table | Chart | Map


class Document(NamedTuple):
    """A title and the blocks below it; the weightiest table comes first. `day` is the day that it speaks of.

    `appendix` goes with what is passed on or kept, and not on a screen: what words mean, and sources. In a `letter`
    each paragraph stands by itself; elsewhere sentences that follow one another are one.
    """

    title: str
    blocks: Sequence[Block]
    day: date | None = None
    appendix: Sequence[Block] = ()
    letter: bool = False

    @property
    def lead(self) -> list[str]:
        """The sentences that say the main thing: the paragraphs before anything else."""
        sentences = []
        for block in self.blocks:
            if not isinstance(block, Paragraph):
                break
            sentences.append(block.text)
        return sentences

    @property
    def whole(self) -> Sequence[Block]:
        """All blocks, the appendix last."""
        return (*self.blocks, *self.appendix)

    def read(self, *, appendix: bool = True) -> Iterator[Block]:
        """Return what a reader sees: tables narrowed to what one reads, without those that are for looking up."""
        for block in self.whole if appendix else self.blocks:
            if not isinstance(block, Table | Chart):
                yield block
            elif block.use not in {"reckon", "look_up"}:
                yield block.to_read() if isinstance(block, Table) else block

    def tables(self) -> Iterator[Table]:
        """Return the tables as a list to write letters from holds them."""
        for block in self.whole:
            if isinstance(block, Table) and block.use not in {"read", "entries"}:
                yield block.to_reckon(own=True)


def chapters(*tables: Table) -> list[Block]:
    """Put its name above each table."""
    return [block for table in tables for block in (Heading(table.name), table)]


def without_addresses_in(part: Any) -> Any:
    """Return a document, or a part of one, with three points for addresses in its texts."""
    if isinstance(part, str):
        from sto_cli.files.personal import without_addresses  # patterns that most answers do not need

        return without_addresses(part)
    if hasattr(part, "_fields"):
        return type(part)(*map(without_addresses_in, part))
    return list(map(without_addresses_in, part)) if isinstance(part, Sequence) else part
