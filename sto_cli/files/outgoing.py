"""The gate for all text that leaves the program, whatever was forgotten before.

Nothing that passes it can steer a terminal, turn a line round, or hide itself.
"""

import os
import re
import shlex
import unicodedata
from collections.abc import Callable
from pathlib import Path

_PICTURES = {**{chr(code): chr(0x2400 + code) for code in range(0x20)}, "\t": "→", "\x7f": "␡", "\xad": "-"}

_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but the tab and the line ends
    "\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # directions, empty signs
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"  # halves of characters, notes within lines, tags
)
"""One set of characters, which is looked for four times as fast as anything that looks around."""

_RETURN = "\r(?!\n)"
"""A return that is no line end."""

MARK = "\ufeff"
"""The byte-order mark, which may stand in front."""


def outgoing(text: str) -> str:
    """Return a whole text, with its lines, as it may leave the program: all passes here, whatever was forgotten before.

    What could steer a terminal or hide itself is replaced as `visible` does; tabs, line ends, a byte-order mark in
    front, soft hyphens and what joins letters or parts of a picture stay.
    """
    return _replaced(text, picture)


def outgoing_json(text: str) -> str:
    """Return JSON text as it may leave the program: the same characters are escaped, so that nothing of them is lost.

    Halves of characters, as they come from names of files that are no text, become the replacement character.
    """
    return _replaced(text, _escaped)


def _replaced(text: str, by: Callable[[str], str]) -> str:
    def replacement(found: re.Match[str]) -> str:
        return MARK if found[0] == MARK and not found.start() else by(found[0])

    if text.replace("\n", "").isprintable():  # as most are; to make the patterns takes a start 0.5 ms
        return text
    return re.sub(_RETURN, lambda found: by(found[0]), re.sub(_UNSEEN, replacement, text))


def _escaped(letter: str) -> str:
    code = ord(letter)
    if 0xD800 <= code < 0xE000:  # noqa: PLR2004 - a half: no JSON reader wants it
        return "\N{REPLACEMENT CHARACTER}"
    if code > 0xFFFF:  # noqa: PLR2004 - JSON writes those in two halves
        return f"\\u{0xD7C0 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


def picture(letter: str) -> str:
    """Return a character that shows in the place of one that does not."""
    if unicodedata.category(letter) == "Zs":
        return "␣"
    return _PICTURES.get(letter, "\N{REPLACEMENT CHARACTER}")


_PLAIN = re.compile(r"[\w./\\:@%+=,~-]+")
_EXPANDED = set('"$`\\!')
"""What a shell of Linux or macOS still reads within double quotes."""


def typed(word: str | Path) -> str:
    """Return a word as the user's shell reads it: in quotes where it holds a space or another sign that means more.

    A file that begins with a dash gets its folder before it, for else it is an option.
    """
    text = f".{os.sep}{word}" if isinstance(word, Path) and str(word).startswith("-") else str(word)
    if _PLAIN.fullmatch(text) and not (text.startswith("~") or (os.name != "nt" and "\\" in text)):
        return text
    return shlex.quote(text) if os.name != "nt" and _EXPANDED & set(text) else f'"{text}"'


def command(*words: str | Path) -> str:
    """Return a command of the program as it is typed."""
    return " ".join(["sto", *map(typed, words)])
