"""The sections of a plan in labels of the writer's own: what each label asks for, and the answer in a document's shape.

A label and what stands below it decide together (`roles.py`); a label that only holds others is opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.language.partner_kinds import kind_of_word
from sto_cli.plans.language.times import time_meant
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.labels import FACTS, OTHERS, LabelNode, LabelRole, is_year, part_named, words_of_label
from sto_cli.plans.reading.roles import LabelledPart, assigned, facts_in, role_of
from sto_cli.plans.reading.sections import Section, Sections
from sto_cli.plans.reading.shape import MAIN_PARTS
from sto_cli.plans.source.outline import (
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlinePair,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

DEEPEST = 5
"""Levels of labels that are looked at for sections."""

FEWEST_NUMBERED = 4
"""Labels `1`, `2`, … before they are the numbers of the questions."""

LONGEST_NUMBER = 4
"""Letters of a label that only numbers a point: `wp1`, `2.1`, `a`."""

MOST_WORDS = 4
"""Words of a name below a kind of partner."""


def labelled_sections(nodes: Sequence[LabelNode], taken: frozenset[str]) -> tuple[Sections, list[LabelNode]]:
    """Return the sections of labels that stand side by side, and the labels that answer none.

    `taken` are questions that are answered elsewhere.
    """
    reader = _Reader(taken)
    reader.take(nodes)
    reader.made.sections.sort(key=lambda section: section.place.line)
    reader.made.all_blocks.sort(key=lambda block: block.place.line)
    return reader.made, reader.unread


class _Reader:
    def __init__(self, taken: frozenset[str]) -> None:
        self.taken = taken
        self.made = Sections()
        self.unread: list[LabelNode] = []

    def take(self, nodes: Sequence[LabelNode], depth: int = 0) -> None:
        """Make sections of labels that stand side by side."""
        numbered = _questions_by_number(nodes)
        left = []
        for at, node in enumerate(nodes):
            if at in numbered:
                self._section(node, numbered[at], sure=True)
            elif depth < DEEPEST and (_opens(node) or _is_school(node)):
                self.take(self._school_of(node), depth + 1)
            else:
                left.append(node)
        for node, role in zip(left, self._assigned(left), strict=True):
            self._section(node, role)

    def _school_of(self, node: LabelNode) -> list[LabelNode]:
        """Take the name and the place of a school out of what stands below a label, whatever it is called."""
        parts = [one for one in node.below if part_named("school", one.label)] if _is_school(node) else []
        if parts:
            self._fact(replace(node, inside=[*parts]), "school")
        return [one for one in node.below if one.place not in {part.place for part in parts}]

    def _assigned(self, nodes: Sequence[LabelNode]) -> list[LabelRole | None]:
        has = {key for section in self.made.sections for key in section.keys}
        return assigned([_part(node) for node in nodes], self.taken | (has & {*QUESTIONS}))

    def _section(self, node: LabelNode, role: LabelRole | None, *, sure: bool = False) -> None:
        if role in FACTS:
            self._fact(node, str(role))
            return
        key = "resources" if role == "payers" else role
        blocks = list(self._blocks(node, str(key)))
        if key == "goals":
            blocks = [self._without_activities(block) for block in blocks]
        blocks = [_of_payers(block) for block in blocks] if role == "payers" else blocks
        self.made.all_blocks += blocks
        if key is None or key in OTHERS:
            self.unread.append(node)
        if key is None:
            self.made.head += _unread(node, blocks)
        else:
            guessed = not sure and role_of(node.label) != role
            self.made.sections.append(Section((key,), node.place, node.label, blocks, level=1, guessed=guessed))

    def _fact(self, node: LabelNode, role: str) -> None:
        own = [one for one in self._own(node, FACTS - {role, *_PARTS_OF[role]}) if one.inside]
        texts = [one.text for one in node.blocks if not isinstance(one, OutlineTable)]
        texts += [_fact_text(one, role) for one in own]
        text = ", ".join(filter(None, texts))
        if not text:
            return
        key, value = ("period", f"{role}: {text}") if role in {"start", "end"} else (role, text)
        first = node.blocks[0] if node.blocks else own[0].inside[0]
        block = OutlineParagraph(value, first.place)
        self.made.all_blocks.append(block)
        earlier = next((one for one in self.made.sections if one.keys == (key,)), None)
        if earlier is not None and key == "period":
            earlier.blocks.append(block)
        else:
            self.made.sections.append(Section((key,), node.place, node.label, [block], filled=True))

    def _own(self, node: LabelNode, others: Collection[str]) -> list[LabelNode]:
        """Return the labels below a label that are parts of it, and take out those that say something else."""
        kept = []
        for one in node.below:
            role = _beside_the_answer(one, others)
            if role is None:
                kept.append(one)
            else:
                self._section(one, role)
        return kept

    # The answer to a question

    def _blocks(self, node: LabelNode, role: str) -> Iterator[OutlineBlock]:
        for one in node.blocks:
            yield _with_heads(one, role) if isinstance(one, OutlineTable) else one
        nodes = self._own(node, ("start", "end", "period"))
        for labelled in nodes:
            yield from self._labelled(labelled, role)

    def _without_activities(self, block: OutlineBlock) -> OutlineBlock:
        """Take the column of a table of goals that says what is done for each, and make activities of it."""
        if not isinstance(block, OutlineTable) or not block.marked:
            return block
        done = next((at for at, cell in enumerate(block.rows[0]) if at and _says_what_is_done(cell.text)), None)
        if done is None:
            return block
        head = [OutlineCell("activiteit", block.place), OutlineCell("doelen", block.place)]
        rows = [[row[done], row[0]] for row in block.rows[1:]]
        table = OutlineTable([head, *rows], rows[0][0].place, marked=1)
        self.made.all_blocks.append(table)
        self.made.sections.append(Section(("activities",), table.place, block.rows[0][done].text, [table], level=1))
        return block._replace(rows=[[*row[:done], *row[done + 1 :]] for row in block.rows])

    def _labelled(self, node: LabelNode, role: str) -> Iterator[OutlineBlock]:
        text = node.text
        if role == "target_group" and text:
            yield OutlineParagraph(f"{node.label}: {text}", node.place)
        elif role == "vision":
            yield from (
                OutlineParagraph(f"{node.label}: {said}", node.place) for said in [text or "; ".join(node.statements())]
            )
        elif role == "cooperation" and (named := _of_a_kind(node)):
            yield named
        elif role == "resources" and (product := _product(node)):
            yield OutlinePair(node.label, product, node.below[0].inside[0].place, label_place=node.place)
        elif text is None:
            pays = role == "resources" and _names_payers(node)
            if not pays and role != "resources" and node.inside:
                yield OutlineHeading(node.label, node.place, 2)
            below = self._blocks(node, role)
            yield from map(_of_payers, below) if pays else below
        elif role == "activities" and len(node.label) <= LONGEST_NUMBER:
            yield OutlinePoint(text, node.inside[0].place, number=node.label)
        else:
            place = node.inside[0].place
            label = f"{node.label} {node.year}" if role == "resources" else _dated(node.label, node.year)
            yield OutlinePair(label.strip(), text, place, label_place=node.place)


def _of_a_kind(node: LabelNode) -> OutlineTable | None:
    """Return names below the kind of partner that they are as a table, `bedrijven: [Aebi, Lovink]`, or None."""
    names = [one for one in node.inside if isinstance(one, OutlinePoint | OutlineParagraph) and _is_a_name(one.text)]
    if kind_of_word(node.label) is None or len(names) < len(node.inside) or not names:
        return None
    head = [OutlineCell("partner", node.place), OutlineCell("soort", node.place)]
    rows = [[OutlineCell(one.text, one.place), OutlineCell(node.label, node.place)] for one in names]
    return OutlineTable([head, *rows], node.place, marked=1)


def _is_a_name(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) <= MOST_WORDS


def _product(node: LabelNode) -> str:
    """Return a number and a price below the label of a cost as one product: `{aantal: 140, tarief: 60}`; "" if none."""
    parts = {part_named("resources", one.label): one.text for one in node.below}
    count, price = parts.get("count"), parts.get("price")
    return f"{count} x {price}" if count and price and len(parts) == len(node.below) == len(node.inside) == 2 else ""  # noqa: PLR2004


def _unread(node: LabelNode, blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    if node.text is not None:
        yield OutlineParagraph(f"{node.label}: {node.text}", node.place)
    else:
        yield from (OutlineHeading(node.label, node.place), *blocks)


_PARTS_OF = {role: frozenset[str]() for role in FACTS} | {
    "school": frozenset(("title", "region")), "period": frozenset(("start", "end", "school", "title")),
}  # fmt: skip
"""Facts of which the words are also those of parts of another: the `name` of a school, `van` of a period."""


def _fact_text(node: LabelNode, role: str) -> str:
    if role in {"profiles", "forms"}:
        return node.label
    return f"{node.label} {node.text or ''}" if role == "period" else node.text or ""


def _with_heads(table: OutlineTable, role: str) -> OutlineTable:
    """Give the column with the keys of records the heading that it stands for."""
    if not table.marked or table.rows[0][0].text:
        return table
    head, *rows = table.rows
    key_is_main = MAIN_PARTS.get(role) not in {part_named(role, cell.text) for cell in head[1:]}
    name = MAIN_PARTS.get(role, "") if key_is_main else "id" if role == "goals" else ""
    kept = key_is_main or role == "goals"
    made = [
        [row[0] if kept or len(row[0].text) > LONGEST_NUMBER else row[0]._replace(text=""), *row[1:]] for row in rows
    ]
    return table._replace(rows=[[head[0]._replace(text=name), *head[1:]], *made])


def _opens(node: LabelNode) -> bool:
    """Whether a label is none of a question, and holds labels of sections or facts."""
    below = [one for one in node.below if one.inside]
    role = role_of(node.label, nested=True)
    if not below or role in (*QUESTIONS, "payers") or role_of(node.label) in {"school", "period"}:
        return False
    if is_year(node.label) and all(one.below for one in below):
        return True
    if role not in OTHERS and _questions_by_number(below):
        return True
    if all(is_year(one.label) for one in below):
        return any(_opens(one) for one in below)
    if 2 * sum(names_an_amount(one.text or "") for one in below) > len(below):
        return False  # costs, whatever they are called
    named = [role_of(one.label) is not None or any(facts_in(_part(one))) for one in below]
    return 2 * sum(named) >= len(below)


def _is_school(node: LabelNode) -> bool:
    """Whether labels give the own school by its name and its place: `over ons: {naam: Stork College, stad: Hengelo}`.

    A partner and somebody to ask have these too, below a label that says so.
    """
    parts = {part_named("school", one.label) for one in node.below if one.text}
    return {"name", "town"} <= parts and role_of(node.label) in {None, "background"}


def _says_what_is_done(label: str) -> bool:
    return part_named("goals", label) is None and part_named("activities", label) == "activity"


def _part(node: LabelNode) -> LabelledPart:
    return LabelledPart(f"{node.label} {node.note}".strip(), list(node.statements()))


def _beside_the_answer(node: LabelNode, others: Collection[str]) -> LabelRole | None:
    """Return what a line below the label of a question says that is no part of the answer."""
    role = role_of(node.label)
    if role in {"target_group", "continuation"} and len((node.text or "").split()) > 2:  # noqa: PLR2004
        return role
    dated = role not in {"start", "end", "period"} or (
        len({*words_of_label(node.label)} - _OF_THE_PLAN) <= 1 and time_meant(node.text or "") is not None
    )
    return role if role in others and dated else None


_OF_THE_PLAN = frozenset(("het", "van", "de", "project", "plan", "datum", "the", "of", "date"))
"""Words beside `start` that leave it the begin of the plan: `keuzevak start` is a milestone."""


def _of_payers(block: OutlineBlock) -> OutlineBlock:
    """Say in each row what it says by the label above it: who pays, or what is asked."""
    if isinstance(block, OutlinePair):
        return block._replace(label=_payer(block.label))
    if not isinstance(block, OutlineTable):
        return block
    names = [_payer(row[0].text) if at >= block.marked else "post" for at, row in enumerate(block.rows) if row]
    kept = [row for row in block.rows if row]
    rows = [[row[0]._replace(text=name), *row[1:]] for name, row in zip(names, kept, strict=True)]
    return block._replace(rows=rows)


def _names_payers(node: LabelNode) -> bool:
    """Whether the labels below a label are those of who pays: it says so, or one of them is STO."""
    return role_of(node.label) == "payers" or any("sto" in one.label.lower().split() for one in node.below)


def _payer(name: str) -> str:
    if role_of(name) == "total":
        return name
    asked = {"sto", "regio", "programma", "programme"}.intersection(name.lower().split())
    return f"gevraagd van {name}" if asked else f"bijdrage van {name}"


def _questions_by_number(nodes: Sequence[LabelNode]) -> dict[int, LabelRole | None]:
    """Return the questions by the numbers of their labels: `1`, `vraag 2`, `q3_activiteiten`, `antwoord_4`.

    Of another word, such as `deel 1`, there are as many as questions.
    """
    found = [(at, *named) for at, node in enumerate(nodes) if (named := _number_of(node.label)) is not None]
    by_word = {word: [(at, number) for at, one, number in found if one == word] for _, word, _ in found}
    for word, labels in by_word.items():
        numbers = [number for _, number in labels]
        fewest = FEWEST_NUMBERED if word in _ASKED else len(QUESTIONS)
        if len(set(numbers)) == len(numbers) >= fewest:
            return {at: QUESTIONS[number - 1] for at, number in labels}
    return {}


_ASKED = frozenset(("", "q", "v", "a", "vraag", "antwoord", "question", "answer", "vr", "antw"))


def _number_of(label: str) -> tuple[str, int] | None:
    """Return the word and the number of a question that a label begins with."""
    first, *others = label.lower().split() or [""]
    word = first.rstrip("0123456789.")
    number = (first[len(word) :] or (others[0] if others else "")).rstrip(".:")
    return (word, int(number)) if number in {*"123456"} else None


def _dated(label: str, year: str) -> str:
    """Put the year of the section behind a day or month without one."""
    if year and year not in label and time_meant(label) is None and time_meant(f"{label} {year}") is not None:
        return f"{label} {year}"
    return label
