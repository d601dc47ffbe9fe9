"""The values of a table as a reader of the language sees them."""

from __future__ import annotations

from datetime import date

from sto_cli.messages import Translator
from sto_cli.render.document.model import Column, Value
from sto_cli.render.plan.words import euros
from sto_cli.render.visible import visible
from sto_cli.reports.count import Count, share


def written(value: Value, column: Column, translator: Translator) -> str:
    """Write a value of a column: 66,8%, € 12.500, 3,4, 24 november 2026; text is safe to show, and keeps its lines."""
    match value:
        case float() | int() | None if column.kind == "percent":
            return translator.say(share(value))
        case None:
            return ""
        case Count():
            return between(value, translator) if column.kind == "share" else fraction(value, translator)
        case int() | float() if column.kind == "euro":
            return euros(round(value * 100), translator)
        case float():
            return translator.number(value, 1)
        case int() | date():
            return translator.value(value)
        case _:
            return safe(value)


def fraction(count: Count, translator: Translator) -> str:
    """Say how many take part, of how many."""
    if not count.schools:
        return "–"
    return f"{translator.number(count.participating)}/{translator.number(count.schools)}"


def between(count: Count, translator: Translator) -> str:
    """Say within which bounds the share lies that takes part: one figure when all is known."""
    low, high = (translator.say(share(rate)) for rate in (count.rate_low, count.rate_high))
    return low if low == high else f"{low.removesuffix('%')}–{high}"


def safe(text: str) -> str:
    """Return a text of which everything shows; its lines stay lines."""
    return "\n".join(map(visible, text.split("\n")))
