"""The values of a table as a reader of the language sees them."""

from __future__ import annotations

from datetime import date

from sto_cli.messages import Translator
from sto_cli.render.document.model import Column, Value
from sto_cli.render.plan.words import euros
from sto_cli.render.visible import visible
from sto_cli.reports.share import share


def written(value: Value, column: Column, translator: Translator) -> str:
    """Write a value of a column: 66,8%, € 12.500, 3,4, 24 november 2026; text is safe to show, and keeps its lines."""
    match value:
        case float() | int() | None if column.kind == "percent":
            return translator.say(share(value))
        case None:
            return ""
        case int() | float() if column.kind == "euro":
            return euros(round(value * 100), translator)
        case float():
            return translator.number(value, 1)
        case int() | date():
            return translator.value(value)
        case _:
            return safe(value)


def safe(text: str) -> str:
    """Return a text of which everything shows; its lines stay lines."""
    return "\n".join(map(visible, text.split("\n")))
