"""Commands as they are typed: what the program suggests works when it is pasted."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

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
