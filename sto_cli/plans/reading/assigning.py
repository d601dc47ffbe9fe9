"""Which question a text answers that has no heading of its own, or one that it shares with another question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.dividing import Assigned, PlacedText, divided
from sto_cli.plans.reading.loose_text import LooseText, loose_texts
from sto_cli.plans.reading.question_of_text import CERTAIN, LIKELY, Said, together
from sto_cli.plans.reading.roles import role_of
from sto_cli.plans.reading.sections import Section, Sections, heading_word, words_of
from sto_cli.plans.source.outline import OutlineBlock, OutlinePair, OutlineTable


def assign_loose(sections: Sections) -> Sequence[Assigned]:
    """Give the questions without a heading what answers them by its words, and return what was found."""
    missing = [question for question in QUESTIONS if not sections.has((question,))]
    if not missing:
        return []
    doubted = _asked_twice(sections)
    holders = [(sections.head, None), *((section.blocks, section) for section in sections.asked())]
    texts = [(blocks, placed) for blocks, section in holders for placed in _placed(blocks, section, doubted)]
    texts.sort(key=lambda pair: pair[1].text.blocks[0].place.line)
    found = divided([text for _, text in texts], missing)
    for blocks, _ in holders:
        blocks[:] = [one for (own, _), left in zip(texts, found.left, strict=True) if own is blocks for one in left]
    sections.head += found.outside
    for one in found.answers:
        word = heading_word(one.heading.text) if one.heading is not None else ""
        sections.sections.append(Section((one.key,), one.place, word, list(one.blocks), guessed=True))
    return found.answers


def _asked_twice(sections: Sections) -> list[Section]:
    """Return the sections of a question that another section asks too, under a heading that does not surely ask it.

    “Wat wij in de regio willen bijdragen” above “Wat er dan anders is”: the first may answer another question.
    """
    asked = [section for section in sections.asked() if len(section.keys) == 1]
    keys = [section.keys[0] for section in asked]
    return [one for one in asked if keys.count(one.keys[0]) > 1 and role_of(one.word, nested=True) != one.keys[0]]


def _placed(
    blocks: Sequence[OutlineBlock], section: Section | None, doubted: Sequence[Section]
) -> Iterable[PlacedText]:
    for at, text in enumerate(loose_texts(blocks)):
        sure = not at and not any(section is one for one in doubted)
        yield PlacedText(text) if section is None else _standing(text, section, first=sure)


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
    """Whether a text only counts pupils; among goals, which count them too, only one that says no more than that."""
    if isinstance(block, OutlineTable) or len(block.text.split()) > MOST_OF_REACH:
        return False
    read = annotate(block.text)
    if not any(one.unit == "pupil" for one in read.quantities):
        return False
    opens = read.stream.at(0, "reaches")
    counts = opens is not None and read.stream.key(opens.size) not in {"dat", "that"}
    return _only_takes_part(read) or (opens is not None and counts and (key != "goals" or opens.value == "group"))


def _only_takes_part(read: Annotated) -> bool:
    """Whether a sentence says how many take part in the whole plan: “In de hele looptijd nemen 160 leerlingen deel”."""
    words = [token.key for token in read.tokens if token.kind == "word"]
    whole = any(one.value.startswith("3 ") for one in read.terms("pupil_cues"))
    [counted, *others] = (one for one in read.quantities if one.unit == "pupil")
    addressed = words[0] in {"voor", "for"} and read.tokens[1].start == counted.start and not others and not read.times
    return len(read.sentences) == 1 and (addressed or (whole and words[-1] in {"mee", "deel", "part"}))


def _parts_of(section: Section, asked: Sequence[QuestionKey]) -> list[Section]:
    """Return a section for each question of a heading, with the blocks that answer it."""
    parts = {key: replace(section, keys=(key,), blocks=[], guessed=True) for key in asked}
    said = [Said(words_of(block), opens=True, under=asked, weight=CERTAIN) for block in section.blocks]
    for block, chances in zip(section.blocks, together(said), strict=True):
        parts[max(asked, key=lambda key: chances[QUESTIONS.index(key) + 1])].blocks.append(block)
    return list(parts.values())
