"""Says messages in a language."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

from sto_cli.messages.catalogue import Catalogue
from sto_cli.messages.message import N_, Message

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
        return template.format_map({name: self.value(value) for name, value in message.values.items()})

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
