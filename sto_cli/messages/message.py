"""A text that is not yet in a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with named places, the values for them, and for counted things both forms.

    `template` is the msgid. Values may be texts, numbers, dates or other messages; a `date` is written
    out in the language ("1 oktober 2021"), a number with the language's own marks.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    many: str | None = None
    count: int = 0


def message(template: str, /, **values: object) -> Message:
    """Make a message: `message("{path} is not a folder.", path=path)`."""
    return Message(template, values)


def counted(one: str, many: str, count: int, /, **values: object) -> Message:
    """Make a message about a number of things: `counted("{n} school", "{n} schools", 3)`; `{n}` is the count."""
    return Message(one, {"n": count, **values}, many, count)


def N_(text: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Mark a text for translation without translating it yet."""
    return text


def all_of(parts: Sequence[str | Message]) -> Message:
    """Join parts as a sentence does: a, b and c."""
    if len(parts) <= 1:
        return comma(parts)
    return message("{names} and {last}", names=comma(parts[:-1]), last=parts[-1])


def one_of(parts: Sequence[str | Message]) -> Message:
    """Join parts of which one is meant: a, b or c."""
    if len(parts) <= 1:
        return comma(parts)
    return message("{names} or {last}", names=comma(parts[:-1]), last=parts[-1])


def comma(parts: Sequence[str | Message]) -> Message:
    """Join parts with commas: a, b, c; no parts make an empty text."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Message(", ".join(f"{{{name}}}" for name in values), values)
