"""What stands under which label: an outline of labels, sections and points as a tree.

A label holds its text, or what stands below it: further labels, points, tables, lines of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sto_cli.findings import Place
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.source.outline import OutlineBlock, OutlineHeading, OutlinePair, OutlineParagraph, OutlineTable


@dataclass(frozen=True, slots=True, eq=False)
class LabelNode:
    """A label with what stands below it, in order; `year` is that of the sections around it: `2027: {gereed: …}`."""

    label: str
    place: Place
    note: str = ""
    inside: list[LabelNode | OutlineBlock] = field(default_factory=list)
    year: str = ""

    @property
    def below(self) -> list[LabelNode]:
        """The labels directly below it; a year hands itself down."""
        year = self.label if is_year(self.label) else self.year
        return [replace(one, year=year) for one in self.inside if isinstance(one, LabelNode)]

    @property
    def blocks(self) -> list[OutlineBlock]:
        """What stands directly below it without a label."""
        return [one for one in self.inside if not isinstance(one, LabelNode)]

    @property
    def text(self) -> str | None:
        """Its text, where it holds one and nothing else."""
        only = self.inside[0] if len(self.inside) == 1 else None
        return only.text if isinstance(only, OutlineParagraph) else None

    def statements(self) -> Iterator[str]:
        """Yield what stands below the label, sentence by sentence, row by row, each with its own label."""
        prose = " ".join(one.text for one in self.blocks if isinstance(one, OutlineParagraph))
        read = annotate(prose)
        yield from map(read.text_of, read.sentences)
        for one in self.inside:
            if isinstance(one, LabelNode):
                text = one.text
                yield from one.statements() if text is None else [f"{one.label}: {text}"]
            elif isinstance(one, OutlineTable):
                yield from ("; ".join(cell.text for cell in row if cell.text) for row in one.rows[one.marked :])
            elif not isinstance(one, OutlineParagraph):
                yield one.text


def tree_of(blocks: Iterable[OutlineBlock]) -> list[LabelNode]:
    """Return the labels of an outline that stand under none, each with all below it."""
    root = LabelNode("", Place(""))
    around: list[tuple[int, LabelNode]] = [(-1, root)]
    for block in blocks:
        if isinstance(block, OutlineHeading | OutlinePair):
            depth = block.level - 1 if isinstance(block, OutlineHeading) else block.level
            while around[-1][0] >= max(depth, 0):
                around.pop()
            node = _node(block)
            around[-1][1].inside.append(node)
            if isinstance(block, OutlineHeading):
                around.append((depth, node))
        else:
            around[-1][1].inside.append(block)
    return root.below


def _node(block: OutlineHeading | OutlinePair) -> LabelNode:
    if isinstance(block, OutlineHeading):
        return LabelNode(block.text, block.place, block.note)
    inside = [OutlineParagraph(block.text, block.place)] if block.text else []
    return LabelNode(block.label, block.label_place, block.note, [*inside])


def is_year(label: str) -> bool:
    """Whether a label is a year of the programme."""
    return len(label) == 4 and label.isdigit() and label.startswith("20")  # noqa: PLR2004
