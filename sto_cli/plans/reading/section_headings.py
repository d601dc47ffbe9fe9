"""Whether a block of a document is the heading of a section: by its words, its looks, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sto_cli.plans.language.amounts import amount_meant, names_an_amount
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.frames import is_shown
from sto_cli.plans.reading.labels import OTHERS
from sto_cli.plans.reading.question_headings import HeadingFound, heading_in, lone_heading, styled_heading
from sto_cli.plans.reading.roles import role_of
from sto_cli.plans.reading.sections import Sections
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.source.outline import (
    OutlineBlock,
    OutlineHeading,
    OutlinePair,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
    OutlineText,
)

WORDS_OF_A_HEADING = 4
"""Words of a line that may be a heading though it does not look like one, and not all of its words are known."""

LONGEST_FACT = 200
"""Characters behind `School:` or `Regio:`; more is a text that happens to begin so."""

WORDS_OF_A_SENTENCE = 11
"""Words behind “Regio:” that are no name of a region any more: the longest names have nine."""

_LIKE_A_HEADING = re.compile(r"[A-ZÀ-Ý][^.,;:!?\d]*")
_NAMES_THE_PROGRAMME = re.compile(r"[Tt]echniekonderwijs|\bSTO\b")
_APPENDIX = re.compile(r"\W*(?:bijlage|appendix|annex)\b", re.IGNORECASE)


def heading_here(sections: Sections, block: OutlineText) -> HeadingFound | None:
    """Return which questions or facts a block is the heading of; none where it is a text."""
    shown = is_shown(block)
    found = styled_heading(block.text) if shown else heading_in(block.text, shown=_is_numbered(block))
    if found is None and shown:
        found = _by_its_role(block.text)
    if found is None and _stands_alone(sections, block):
        found = lone_heading(block.text) or _like_a_heading(sections, block) or _by_number(sections, block.text)
    if found is not None and found.keys == ("region",) and len(found.rest.split()) >= WORDS_OF_A_SENTENCE:
        found = found._replace(keys=("vision",))  # “Regio: in het regioplan staat dat …”
    if found is None or (not shown and sections.styled.issuperset(found.keys)):
        return None
    of_questions = all(key in QUESTIONS for key in found.keys)
    if shown and of_questions and sections.has(found.keys) and role_of(block.text) in OTHERS:
        return None  # “Rondvraag en acties”, below a plan that has its activities
    if of_questions and found.keys != ("resources",) and _is_cost(block.text):
        return None
    fits = _may_ask(sections, block, found) if of_questions else _may_say(sections, block, found)
    return found if fits else None


def _by_its_role(text: str) -> HeadingFound | None:
    """Return the question that a line in the style of a heading asks for in other words: “Means”, “Checkpoints”."""
    role = role_of(text, nested=True)
    role = "resources" if role == "payers" else role
    return HeadingFound((role,)) if role in QUESTIONS else None


_ASKED = re.compile(r"(?:vraag|question|v|q)\s?\d{0,2}\s?:\s+(?P<question>[^\n]*\?)", re.IGNORECASE)


def beside_here(sections: Sections, block: OutlineText) -> tuple[str, int] | None:
    """Return the role of a heading that answers none of the six questions, and where the rest of its line begins."""
    if (asked := _ASKED.fullmatch(block.text)) and (role := role_of(asked["question"])) in SAID_ON_A_LINE:
        return str(role), 0
    label, colon, rest = block.text.partition(":")
    shown, current = is_shown(block), sections.current
    if not shown and not _is_label(sections, block, label):
        return None
    if isinstance(block, OutlineHeading) and current is not None and block.level > max(current.level, 1):
        return None  # a heading within the answer
    if _is_cost(block.text):
        return None
    role = role_of(label if colon else block.text)
    if role not in OTHERS - {"signature", "contact"} or (not shown and role not in SAID_ON_A_LINE):
        return None
    return str(role), block.text.index(":") + 1 if colon and rest.strip() else 0


def _is_cost(text: str) -> bool:
    """Whether an amount stands behind a label: “Vervoer: 900 euro”, “Totaal van de activiteiten: € 9.000”."""
    _, colon, rest = text.partition(":")
    return bool(colon) and amount_meant(rest.strip(" .")) is not None


def _is_label(sections: Sections, block: OutlineText, label: str) -> bool:
    """Whether a line that does not look like a heading has a short label, or is one that stands apart."""
    if not isinstance(block, OutlineParagraph) or block.indent or len(label.split()) > MOST_LABEL_WORDS:
        return False
    alone = _is_short(block.text) and len(label.split()) < WORDS_OF_A_HEADING and _stands_alone(sections, block)
    return label != block.text or alone


SAID_ON_A_LINE = frozenset(("target_group", "continuation", "summary"))
"""What people say behind a label in the text: “Doelgroep: leerjaar 3”; a summary repeats what stands below it."""

MOST_LABEL_WORDS = 5
"""Words of such a label."""


def asks_for_pupils(label: str, value: str) -> bool:
    """Whether a label with its value says for which pupils a plan is, and not what something for them costs."""
    return bool(value) and role_of(label) == "target_group" and not names_an_amount(value)


def _pupils_behind(text: str) -> HeadingFound | None:
    """Return the label for pupils that a text begins with: “bereik: 150 leerlingen”."""
    label, colon, rest = text.partition(":")
    if not colon or len(label.split()) > MOST_LABEL_WORDS or not asks_for_pupils(label, rest):
        return None
    return HeadingFound(("target_group",), rest.strip(), start=len(text) - len(rest.lstrip()))


def facts_on_line(text: str, found: HeadingFound) -> list[tuple[str, int, HeadingFound]]:
    """Split `School: X · Regio: Y` in its parts, each with its position."""
    parts = [(text, 0, found)]
    if found.keys[0] in QUESTIONS or not found.rest:
        return parts
    for between in _BESIDE.finditer(text, found.start):
        behind = heading_in(text[between.end() :]) or _pupils_behind(text[between.end() :])
        if behind and behind.rest and behind.keys[0] not in QUESTIONS:
            earlier, start, one = parts[-1]
            end = between.start() - start
            parts[-1] = (earlier, start, one._replace(rest=earlier[one.start : end].strip()))
            parts.append((text[between.end() :], between.end(), behind))
    return parts


_BESIDE = re.compile(r"\s+[·•|;–—-]\s+|\s*[;|]\s+|\.\s+(?=[A-ZÀ-Ý][\w ()-]{1,20}:)")
"""What stands between two facts on a line."""


def ends_answer(sections: Sections, block: OutlineText) -> bool:
    """Whether a heading that is none of a plan's ends the answer before it; a smaller one stands within it."""
    current = sections.current
    if isinstance(block, OutlineHeading):
        apart = current is None or _APPENDIX.match(block.text) is not None
        return apart or block.level <= max(current.level if current else 0, 1)
    own = current is not None and current.bold and is_shown(block)  # “Tot slot”, in bold as the answer's heading is
    return own and isinstance(block, OutlineParagraph) and not block.continues and _is_short(block.text)


def _is_short(text: str) -> bool:
    return len(text.split()) <= WORDS_OF_A_HEADING and not text.endswith((".", ":", ",", ";"))


def _is_numbered(block: OutlineText) -> bool:
    return isinstance(block, OutlinePoint) and block.number is not None


def _like_a_heading(sections: Sections, block: OutlineText) -> HeadingFound | None:
    """Take a short line with a capital as the heading of a question that has none yet: “Partners en rollen”."""
    short = isinstance(block, OutlineParagraph) and not block.indent and not block.continues
    if not short or len(block.text.split()) > WORDS_OF_A_HEADING or not _LIKE_A_HEADING.fullmatch(block.text):
        return None
    if _NAMES_THE_PROGRAMME.search(block.text):
        return None  # the title: “Activiteitenplan Sterk Techniekonderwijs”
    found = styled_heading(block.text, plain=True)
    return found if found is not None and not sections.has(found.keys) else None


def _by_number(sections: Sections, text: str) -> HeadingFound | None:
    """Take a line that holds only the number of the next question as its heading."""
    answered = len(sections.asked())
    is_next = answered < len(QUESTIONS) and text.strip(".):- ") == str(answered + 1)
    return HeadingFound((QUESTIONS[answered],)) if is_next else None


def _stands_alone(sections: Sections, block: OutlineText) -> bool:
    """Whether a line is set apart from what is above it, or bears a number."""
    above = sections.all_blocks[-2] if len(sections.all_blocks) > 1 else None
    in_document = block.place.where is not None  # where every line is a paragraph
    apart = above is None or in_document or block.place.line - above.place.line > 1
    return apart or _is_numbered(block)


def _may_ask(sections: Sections, block: OutlineText, found: HeadingFound) -> bool:
    """Whether a line that names questions opens them here, and is not a text under another one."""
    if isinstance(block, OutlineHeading | OutlinePair) or is_shown(block):
        return True
    known = sections.has(found.keys)
    if isinstance(block, OutlinePoint):
        asks = "?" in block.text
        return (asks or _numbers_questions(block, found)) and not known
    if found.rest and block.continues and _in_a_point(sections):
        return _is_own_word(block.text) and block.indent == 0 and not known
    if block.indent and sections.current is not None and not found.sure:
        return False
    return not known or (found.sure and not found.rest and not block.indent)


def _numbers_questions(block: OutlinePoint, found: HeadingFound) -> bool:
    """Whether a point without a question mark is a heading: alone on its line, or with its question's number."""
    if found.rest:
        return block.number == str(QUESTIONS.index(found.keys[0]) + 1) if found.keys[0] in QUESTIONS else False
    return block.level == 0 or block.number is not None


def _may_say(sections: Sections, block: OutlineText, found: HeadingFound) -> bool:
    """Whether a line such as `School: …` says something of the whole plan."""
    if sections.has(found.keys) or len(found.rest) > LONGEST_FACT:
        return False
    if found.keys == ("total",):
        return False  # the answer to question 6 knows its total
    if sections.at_top or isinstance(block, OutlineHeading):
        return not isinstance(block, OutlinePoint) or bool(found.rest)
    return isinstance(block, OutlineParagraph) and not block.indent and _is_own_word(block.text)


def _is_own_word(text: str) -> bool:
    """Whether a line begins with a word of the form itself, and not with a like one."""
    word = text.split(":", 1)[0].strip().lower()
    return any(word in (heading.english, heading.dutch) for heading in HEADINGS)


def _in_a_point(sections: Sections) -> bool:
    return sections.current is not None and any(isinstance(block, OutlinePoint) for block in sections.current.blocks)


MOST_LINES = 4
"""Lines of a question: the longest of the flyer, in a narrow mail."""


def with_whole_questions(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks with every question whole that a mail program broke into lines."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        more = _lines_of_question(block, blocks[at + 1 : at + MOST_LINES])
        if more and not isinstance(block, OutlineTable):
            block = block._replace(text=" ".join((block.text, *(one.text for one in more))))
        at += 1 + len(more)
        yield block


def _lines_of_question(block: OutlineBlock, following: Sequence[OutlineBlock]) -> list[OutlineParagraph]:
    """Return the lines in which a question goes on up to its mark; none where it does not."""
    if isinstance(block, OutlineTable) or "?" in block.text or not any(map(_ends_question, following)):
        return []
    if heading_in(f"{block.text}?") is None:
        return []
    lines: list[OutlineParagraph] = []
    for one in following:
        if not isinstance(one, OutlineParagraph) or not one.continues or one.bold:
            break
        lines.append(one)
        if "?" in one.text:
            whole = " ".join((block.text, *(line.text for line in lines)))
            return lines if one.text.rstrip(" *_:)").endswith("?") and heading_in(whole) is not None else []
    return []


def _ends_question(block: OutlineBlock) -> bool:
    return isinstance(block, OutlineParagraph) and "?" in block.text
