"""Words of texts: counting them, and quoting a text in a sentence."""

from __future__ import annotations

import re

from sto_cli.messages import Message, message

QUOTED = 50
"""Characters of a text that a sentence quotes: enough to recognise it, and the sentence stays one line."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)


def quoted(text: object) -> str:
    """Return a text for use in a sentence: on one line, and cut at a word when it is long."""
    line = " ".join(str(text)[: 4 * QUOTED].split())
    if len(line) <= QUOTED:
        return f"“{line}”"
    return f"“{line[:QUOTED].rsplit(' ', 1)[0].rstrip(' ,.;:')}…”"


def count_words(text: str) -> int:
    """Return the number of words in a text; numbers and signs are none."""
    return sum(1 for _ in _WORD.finditer(text))


def money(cents: int) -> int | Message:
    """Return an amount for use in a sentence: whole euros, or euros and cents with the language's own mark."""
    if cents % 100 == 0:
        return cents // 100
    return message("{euros}.{cents}", euros=int(cents / 100), cents=f"{abs(cents) % 100:02d}")
