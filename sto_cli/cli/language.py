"""Which language to speak: `--lang`, then `STO_LANG`, then the locale, else Dutch."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from typing import cast

from sto_cli.messages import LANGUAGES, Language
from sto_cli.messages.translator import LOCALE_FOLDER

DEFAULT: Language = "nl"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str]) -> Language:
    """Choose from the arguments and the environment, before the options are parsed: help is translated too."""
    for wish in (_option(arguments), os.environ.get("STO_LANG", ""), _locale()):
        if wish.lower() in LANGUAGES:
            return cast(Language, wish.lower())
    return DEFAULT


def speak(language: Language) -> None:
    """Let Typer's own headings ("Options", "Commands") come in this language too."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(LOCALE_FOLDER))


def _option(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return ""


def _locale() -> str:
    """Return the language part of the first locale variable that is set (`nl_NL.UTF-8` → `nl`)."""
    value = next((os.environ[name] for name in LOCALE_VARIABLES if os.environ.get(name)), "")
    return value.split("_")[0].split(".")[0]
