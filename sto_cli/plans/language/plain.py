"""Words without their dress, for comparing."""

from __future__ import annotations

import unicodedata


def plain_word(word: str) -> str:
    """Write a word in small letters without accents, with hyphens for spaces and underscores."""
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return "-".join(word.strip().rstrip(":").lower().replace("_", " ").split())
