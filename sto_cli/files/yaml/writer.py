"""Writing YAML that people can read and compare line by line."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml


class OnOneLine(dict[str, Any]):
    """A mapping that is written on one line: `{school: 00AH17, region: twente}`."""


class _Dumper(yaml.SafeDumper):
    """Indents list items, so that they stand under their key, and writes short lists on one line.

    A value that stands in two places is written twice: who reads a file looks up no anchor.
    """

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _one_line(dumper: _Dumper, value: OnOneLine) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


def _sequence(dumper: _Dumper, value: Sequence[Any]) -> Any:
    short = all(not isinstance(item, Mapping | list | tuple) for item in value) and len(str(value)) < LINE
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)


def _text(dumper: _Dumper, value: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if holds_breaks(value) else None)


def holds_breaks(text: str) -> bool:
    """Whether signs stand in a text that YAML would read as the end of a line, unless written by their code."""
    return any(sign in text for sign in "\x85\u2028\u2029")


LINE = 100
"""Lists that fit on a line of this length are written on one."""

_Dumper.add_representer(OnOneLine, _one_line)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _sequence)
_Dumper.add_representer(tuple, _sequence)


def write_yaml(data: object, comment: str = "") -> str:
    """Return `data` as YAML, its keys in the order given, with `comment` as lines with `#` above it.

    Texts that YAML 1.1 would read as something else (`no`, `2021`, `12E300`) are quoted.
    """
    heading = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    return heading + yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


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
