"""Says messages in a language."""

import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, get_args


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


LITTLE_ENDIAN = b"\xde\x12\x04\x95"


class Catalogue:
    """The translations of one language, from a compiled catalogue with two forms for counted things (one, more)."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != LITTLE_ENDIAN:
            raise ValueError(f"{path} is no compiled catalogue")
        self._found: dict[str, tuple[str, ...]] = {}
        self._number, self._texts, self._translations = struct.unpack_from("<3I", self._data, 8)

    def forms(self, text: str) -> tuple[str, ...]:
        """Return the translation of a text: one form, or for counted things two; nothing where there is none."""
        if text not in self._found:
            self._found[text] = self._look_up(text)
        return self._found[text]

    def _look_up(self, text: str) -> tuple[str, ...]:
        wanted = text.encode()
        low, high = 0, self._number
        while low < high:
            middle = (low + high) // 2
            found = self._entry(self._texts, middle).split(b"\0", 1)[0]
            if found == wanted:
                return tuple(self._entry(self._translations, middle).decode().split("\0"))
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return ()

    def _entry(self, table: int, place: int) -> bytes:
        length, start = struct.unpack_from("<2I", self._data, table + 8 * place)
        return self._data[start : start + length]


Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "sto"

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


class Translator:
    """Turns messages, texts, dates and numbers into one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        path = LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        self._catalogue = None if language == "en" else Catalogue(path)

    def text(self, msgid: str) -> str:
        """Say a text without values; the empty text stays empty (gettext would give its header)."""
        return self._form(msgid, 0) or msgid if msgid else ""

    def say(self, message: Message) -> str:
        """Say a message with its values filled in."""
        if message.many is None:
            template = self.text(message.template)
        else:
            form = 0 if message.count == 1 else 1
            template = self._form(message.template, form) or (message.template, message.many)[form]
        values = {name: self.value(value) for name, value in message.values.items()}
        for name, value in values.items():
            if value.endswith("."):  # a name with a full stop of its own (“Almelo e.o.”) ends the sentence
                template = re.sub(rf"(\{{{name}\}})\.(?=\s|$)", r"\1", template)
        return template.format_map(values)

    def _form(self, msgid: str, form: int) -> str:
        """Return a form of a text in this language, or nothing: English texts are their own."""
        forms = self._catalogue.forms(msgid) if self._catalogue else ()
        return forms[form] if form < len(forms) else ""

    def value(self, value: object) -> str:
        """Write a value as people of this language do; texts and everything else as they are."""
        match value:
            case Message():
                return self.say(value)
            case bool():
                return self.text(N_("yes")) if value else self.text(N_("no"))
            case int() | float():
                return self.number(value)
            case date():
                return self.date(value)
            case _:
                return str(value)

    def date(self, day: date) -> str:
        """Write a date out: "1 oktober 2021", "1 October 2021"."""
        return f"{day.day} {self.text(MONTHS[day.month - 1])} {day.year}"

    def number(self, number: float, decimals: int | None = None) -> str:
        """Write a number with this language's marks: 12.500,5 in Dutch, 12,500.5 in English."""
        written = f"{number:,}" if decimals is None else f"{number:,.{decimals}f}"
        return written.translate(str.maketrans(",.", ".,")) if self.language == "nl" else written
