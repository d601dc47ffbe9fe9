"""One text written as a YAML value on one line."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W_][^:#]*")
_PLAIN_IN_LIST = re.compile(r"[^\W_][^:#,?\[\]{}]*")
"""Texts that mean the same with and without quotation marks: they start with a letter or digit."""

_READ_OTHERWISE = re.compile(r"(?i:y|yes|n|no|on|off|true|false|null|nan|inf)|[\d+.][\d_.,eExXoObB+-]*")
"""Texts that some YAML programs take for a truth value, nothing, a number or a date."""


def yaml_text(text: str, *, in_list: bool = False) -> str:
    """Return a text as a value, in quotation marks where it needs them; `in_list` is between [ and ]."""
    line = " ".join(text.split())
    plain = _PLAIN_IN_LIST if in_list else _PLAIN
    if line.isprintable():
        return line if plain.fullmatch(line) and not _READ_OTHERWISE.fullmatch(line) else _quoted(line)
    return '"' + "".join(_escaped(letter) for letter in line) + '"'


def _quoted(line: str) -> str:
    return "'" + line.replace("'", "''") + "'"


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
