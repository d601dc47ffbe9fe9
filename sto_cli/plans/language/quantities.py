"""Numbers of something as spans: “60 leerlingen”, “15 procent”, “van 14 naar 24”, “circa 40 uur”."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.spans import QuantitySpan
from sto_cli.plans.language.stream import Stream

BETWEEN = 2
"""Words that may stand between a number and what is counted: “alle 40 andere nieuwe leerlingen”."""


def quantities(stream: Stream) -> Iterator[QuantitySpan]:
    """Yield the numbers whose unit stands behind them."""
    index = 0
    last = max((at for at, _ in stream.terms("units")), default=0)
    while index < last:
        number = number_at(stream, index) if _may_count(stream, index) else None
        unit = _unit(stream, number.end) if number else None
        if number is None or unit is None:
            index += 1
            continue
        name, end = unit
        yield QuantitySpan(
            start=stream.tokens[index].start, end=stream.tokens[end - 1].end, words=stream.words(index, end),
            number=number.value, unit=name, about=stream.at(index - 1, "abouts") is not None,
        )  # fmt: skip
        index = end


def _may_count(stream: Stream, index: int) -> bool:
    token = stream.tokens[index]
    return token.kind == "number" or (token.kind == "word" and token.text.lower() != "een")


def _unit(stream: Stream, index: int) -> tuple[str, int] | None:
    for at in range(index, min(index + BETWEEN + 1, len(stream))):
        unit = stream.at(at, "units")
        if unit is not None:
            return unit.value, at + unit.size
        if stream.tokens[at].kind != "word":
            return None
    return None
