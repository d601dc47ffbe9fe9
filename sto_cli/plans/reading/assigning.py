"""Which question a text answers that has no heading of its own, or one that it shares with another question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.dividing import Assigned, PlacedText, divided
from sto_cli.plans.reading.loose_text import LooseText, loose_texts
from sto_cli.plans.reading.question_of_text import CERTAIN, LIKELY, Said, together
from sto_cli.plans.reading.sections import Section, Sections, heading_word, words_of
from sto_cli.plans.source.outline import OutlineBlock, OutlinePair, OutlineTable


def assign_loose(sections: Sections) -> Sequence[Assigned]:
    """Give the questions without a heading what answers them by its words, and return what was found."""
    missing = [question for question in QUESTIONS if not sections.has((question,))]
    if not missing:
        return []
    holders = [(sections.head, None), *((section.blocks, section) for section in sections.asked())]
    texts = [(blocks, placed) for blocks, section in holders for placed in _placed(blocks, section)]
    texts.sort(key=lambda pair: pair[1].text.blocks[0].place.line)
    found = divided([text for _, text in texts], missing)
    for blocks, _ in holders:
        blocks[:] = [one for (own, _), left in zip(texts, found.left, strict=True) if own is blocks for one in left]
    sections.head += found.outside
    for one in found.answers:
        word = heading_word(one.heading.text) if one.heading is not None else ""
        sections.sections.append(Section((one.key,), one.place, word, list(one.blocks), guessed=True))
    return found.answers


def _placed(blocks: Sequence[OutlineBlock], section: Section | None) -> Iterable[PlacedText]:
    for at, text in enumerate(loose_texts(blocks)):
        yield PlacedText(text) if section is None else _standing(text, section, first=not at)


def _standing(text: LooseText, section: Section, *, first: bool) -> PlacedText:
    own = next(question for question in QUESTIONS if question == section.keys[0])
    if section.filled:
        return PlacedText(text, own, LIKELY if first else 0.0, opens=first)
    labelled = any(isinstance(block, OutlinePair) for block in text.blocks)
    return PlacedText(text, own, CERTAIN if first or labelled else LIKELY)


def divide_shared(sections: Sections) -> None:
    """Divide what stands under a heading for two questions (“Partners en kosten”), where its words tell."""
    alone = {section.keys[0] for section in sections.sections if len(section.keys) == 1}
    for section in [one for one in sections.sections if len(one.keys) > 1]:
        section.keys = tuple(key for key in section.keys if key not in alone) or section.keys
        asked = [question for question in QUESTIONS if question in section.keys]
        if len(asked) > 1:
            parts = _parts_of(section, asked)
            if all(part.blocks for part in parts):
                sections.sections += parts
                sections.sections.remove(section)


def set_reach_apart(sections: Sections) -> None:
    """Put what only says how many pupils are reached with the target group: “In totaal bereiken we 260 leerlingen”."""
    for section in [one for one in sections.sections if one.keys in {("goals",), ("activities",)}]:
        apart = [block for block in section.blocks if _tells_reach(block, section.keys[0])]
        if apart and len(apart) < len(section.blocks):
            section.blocks = [block for block in section.blocks if block not in apart]
            sections.sections.append(Section(("target_group",), apart[0].place, "", apart))


MOST_OF_REACH = 12
"""Words of a sentence on how many pupils are reached; a longer one tells by what."""


def _tells_reach(block: OutlineBlock, key: str) -> bool:
    """Whether a text only counts pupils; among goals, which count them too, only one that asks which pupils."""
    if isinstance(block, OutlineTable) or len(block.text.split()) > MOST_OF_REACH:
        return False
    read = annotate(block.text)
    opens = read.stream.at(0, "reaches")
    if opens is None or read.stream.key(opens.size) in {"dat", "that"} or (key == "goals" and opens.value != "group"):
        return False
    return any(one.unit == "pupil" for one in read.quantities)


def _parts_of(section: Section, asked: Sequence[QuestionKey]) -> list[Section]:
    """Return a section for each question of a heading, with the blocks that answer it."""
    parts = {key: replace(section, keys=(key,), blocks=[], guessed=True) for key in asked}
    said = [Said(words_of(block), opens=True, under=asked, weight=CERTAIN) for block in section.blocks]
    for block, chances in zip(section.blocks, together(said), strict=True):
        parts[max(asked, key=lambda key: chances[QUESTIONS.index(key) + 1])].blocks.append(block)
    return list(parts.values())
