"""Who wrote a plan, and how to reach them, at the end of a letter: taken off the answers, and kept apart."""

from __future__ import annotations

import math
import re
from itertools import takewhile

from sto_cli.files.personal import without_addresses
from sto_cli.plans.reading.sections import Sections
from sto_cli.plans.source.outline import OutlineBlock, OutlineParagraph, OutlineTable

MOST_SIGNED, WORDS_SIGNED = 6, 6
"""Lines below a letter with the name of who wrote it, and words of such a line."""


def take_signature(sections: Sections) -> None:
    """Take who wrote a plan, and how to reach them, off the end of the last answer; a partner's stays."""
    if sections.current is None or sections.at_top or "cooperation" in sections.current.keys:
        return
    blocks = sections.current.blocks
    run = list(takewhile(_may_sign, reversed(blocks[-MOST_SIGNED:])))
    if len(run) < len(blocks) and any(map(_reaches, run)):
        sections.of_a_letter += run[::-1]
        del blocks[-len(run) :]


def signed_from(sections: Sections) -> float:
    """Return the line from which short lines behind all answers end a letter with how to reach who wrote it."""
    answered = max((block.place.line for one in sections.sections for block in one.blocks), default=0)
    end = [block for block in sections.head if block.place.line > answered][-MOST_SIGNED:]
    run = list(takewhile(_may_sign, reversed(end)))
    return run[-1].place.line if answered and any(map(_reaches, run)) else math.inf


def _may_sign(block: OutlineBlock) -> bool:
    """Whether a block may be a line of a signature: it is short, and no sentence, number or amount."""
    if not isinstance(block, OutlineParagraph):
        return False
    short = len(block.text.split()) <= WORDS_SIGNED and not block.text.endswith((".", "!", "?", ":"))
    return short and not re.search(r"[\d€]", without_addresses(block.text))


def _reaches(block: OutlineBlock) -> bool:
    return not isinstance(block, OutlineTable) and without_addresses(block.text) != block.text
