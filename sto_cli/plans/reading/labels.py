"""What a label asks for, in any words: the six questions, the facts at the top, and what is neither.

One mechanism for keys of YAML, headings of documents, labels of lines and of rows: the words of a label are scored
against a lexicon (`language/labels.tsv`), and the longest phrase that fits counts most. What stands below a label is
weighed with it in `roles.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast, get_args

from sto_cli.findings import Place
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import QuestionKey
from sto_cli.plans.source.outline import OutlineBlock, OutlineHeading, OutlinePair, OutlineParagraph, OutlineTable

OtherRole = Literal[
    "target_group", "continuation", "summary", "background", "contact", "decisions", "signature", "risks", "remarks"
]
"""What stands beside the six questions in a plan."""

FactRole = Literal["school", "region", "title", "profiles", "forms", "period", "start", "end", "total", "asked"]
LabelRole = QuestionKey | OtherRole | FactRole | Literal["payers"]
"""`payers` is the part of question 6 that says who pays."""

FACTS: frozenset[str] = frozenset(get_args(FactRole))
OTHERS: frozenset[str] = frozenset(get_args(OtherRole))
"""Roles of sections that answer none of the six questions."""

SURE, LIKELY, HINT = 3, 2, 1
"""How sure a phrase of the lexicon is."""

LONGEST_LABEL = 160
"""Characters of a label; more is a text."""

PER_WORD = 0.4
"""What each further word of a phrase counts: “after 2028” says more than “2028”."""


class _Phrase(NamedTuple):
    role: LabelRole
    weight: float
    words: tuple[str, ...]


def roles_of(label: str) -> Mapping[LabelRole, float]:
    """Return how strongly a label asks for each role; roles that it does not name are left out."""
    return _scores(" ".join(words_of_label(label))) if len(label) <= LONGEST_LABEL else {}


def words_of_label(label: str) -> list[str]:
    """Return the words of a label in small letters, without marks: `wat_kost_het` is three words."""
    plain = "".join(letter if letter.isalnum() or letter in "'’" else " " for letter in label)
    return [word for word in (plain_word(one.strip("'’")) for one in plain.split()) if word]


@lru_cache(maxsize=2048)
def _scores(plain: str) -> Mapping[LabelRole, float]:
    words = plain.split()
    best: dict[LabelRole, float] = {}
    for at in range(len(words)):
        for phrase in _beginning_with(words[at]):
            if _fits(phrase.words, words[at : at + len(phrase.words)]):
                score = phrase.weight + PER_WORD * (len(phrase.words) - 1) - (0.1 * at)
                best[phrase.role] = max(best.get(phrase.role, 0.0), score)
    return best


def _beginning_with(word: str) -> Iterator[_Phrase]:
    whole, prefixes, suffixes = _lexicon()
    yield from whole.get(word, ())
    for size in range(2, len(word) + 1):
        yield from prefixes.get(word[:size], ())
        yield from suffixes.get(word[-size:], ())


def _fits(phrase: tuple[str, ...], words: list[str]) -> bool:
    return len(phrase) == len(words) and all(map(_is_word, phrase, words))


def _is_word(wanted: str, word: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word.endswith(wanted[1:]) if wanted.startswith("*") else word == wanted


_Index = dict[str, list[_Phrase]]


@cache
def _lexicon() -> tuple[_Index, _Index, _Index]:
    """Return the phrases by their first word: whole words, beginnings and endings."""
    whole, prefixes, suffixes = _Index(), _Index(), _Index()
    for role, weight, words in _rows("labels.tsv"):
        phrase = _Phrase(cast("LabelRole", role), float(weight), words)
        first = phrase.words[0]
        index = prefixes if first.endswith("*") else suffixes if first.startswith("*") else whole
        index.setdefault(first.strip("*"), []).append(phrase)
    return whole, prefixes, suffixes


def part_named(key: str, label: str) -> str | None:
    """Return the part of a question's points that a label names with all of its words: `nu` measures a goal."""
    words = [word for word in words_of_label(label) if word not in _SMALL] if len(label) <= LONGEST_LABEL else []
    for part, phrase in _parts().get(key, ()) if words else ():
        if len(phrase) == len(words) and all(map(_is_word, phrase, words)):
            return part
    return None


_SMALL = frozenset(("de", "het", "een", "of", "the", "a", "an", "onze", "ons", "our", "in", "eur", "€"))


@cache
def _parts() -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    made: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for key, part, words in _rows("parts.tsv"):
        made.setdefault(key, []).append((part, tuple(word for word in words if word not in _SMALL) or words))
    return made


def _rows(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the phrases of a lexicon, each with what stands before it on its line."""
    text = (files("sto_cli.plans.language") / name).read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            first, second, phrases = line.split("\t")
            yield from ((first, second, tuple(phrase.split())) for phrase in phrases.split("|"))


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
