"""A text read once: its tokens, its sentences and what they say as typed spans. Everything else asks this."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.sentences import SentenceSpan, split_sentences
from sto_cli.plans.language.spans import (
    MoneySpan,
    PlaceholderSpan,
    QuantitySpan,
    StanceSpan,
    TermSpan,
    TextSpan,
    TimeSpan,
)
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.language.times_in_text import times
from sto_cli.plans.language.tokens import Token

Kind = TypeVar("Kind", bound=TextSpan)

LONGEST = 20_000
"""Characters of a text that are read: more than a whole plan as one answer has."""


@dataclass
class Annotated:
    """A text with what was read of it; each kind of span is looked for when it is first asked for."""

    text: str
    stream: Stream = field(repr=False)

    @property
    def tokens(self) -> Sequence[Token]:
        """Words, numbers and signs."""
        return self.stream.tokens

    @cached_property
    def sentences(self) -> tuple[SentenceSpan, ...]:
        """The sentences, by their characters and tokens."""
        return split_sentences(self.text, self.tokens, self.stream.lexicon)

    @cached_property
    def times(self) -> tuple[TimeSpan, ...]:
        """The times in their order; uncertain ones too."""
        return tuple(times(self.stream))

    @cached_property
    def money(self) -> tuple[MoneySpan, ...]:
        """The amounts in their order."""
        from sto_cli.plans.language.money_in_text import money  # noqa: PLC0415 - it asks for the times

        return tuple(money(self.stream, self.times))

    @cached_property
    def quantities(self) -> tuple[QuantitySpan, ...]:
        """The numbers of something."""
        return tuple(quantities(self.stream))

    @cached_property
    def lexical(self) -> tuple[StanceSpan | PlaceholderSpan, ...]:
        """How firm something is, and what is still open, by the words of the lexicon."""
        return tuple(_lexical_spans(self.stream))

    def terms(self, table: str, start: int = 0, end: int | None = None) -> Iterator[TermSpan]:
        """Yield the words of a table of the lexicon, between two characters."""
        begin = bisect_left(self.tokens, start, key=lambda token: token.start) if start else 0
        for index, match in self.stream.terms(table, begin):
            if end is not None and self.tokens[index].start >= end:
                return
            first, last = self.tokens[index], self.tokens[index + match.size - 1]
            if end is None or last.end <= end:
                yield TermSpan(
                    start=first.start, end=last.end, words=self.text[first.start : last.end], table=table,
                    value=match.value, first=index, last=index + match.size,
                )  # fmt: skip

    def has(self, table: str) -> bool:
        """Whether a word of a table stands in the text."""
        return next(self.terms(table), None) is not None

    def opens_with(self, table: str) -> bool:
        """Whether the first word of the text is one of a table, or begins one."""
        first = next((at for at, token in enumerate(self.tokens) if token.kind == "word"), None)
        return first is not None and self.stream.at(first, table) is not None

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the spans of a kind."""
        return tuple(span for span in _READERS[kind](self) if isinstance(span, kind))

    def sentence_of(self, span: TextSpan) -> SentenceSpan:
        """Return the sentence in which a span begins."""
        return next(one for one in self.sentences if span.start < one.end)

    def text_of(self, sentence: SentenceSpan) -> str:
        """Return the words of a sentence."""
        return self.text[sentence.start : sentence.end]


def _lexical_spans(stream: Stream) -> Iterator[StanceSpan | PlaceholderSpan]:
    """Yield the words that tell how firm something is, and those that stand for what is still to come."""
    for index, token in enumerate(stream.tokens):
        for table in ("stances", "placeholders"):
            match = stream.at(index, table)
            if match is None:
                continue
            end = index + match.size
            place = {"start": token.start, "end": stream.tokens[end - 1].end, "words": stream.words(index, end)}
            if table == "stances":
                yield StanceSpan(**place, name=match.value)  # type: ignore[arg-type]
            else:
                yield PlaceholderSpan(**place)  # type: ignore[arg-type]


_READERS: dict[type[TextSpan], Callable[[Annotated], Sequence[TextSpan]]] = {
    TimeSpan: lambda one: one.times,
    MoneySpan: lambda one: one.money,
    QuantitySpan: lambda one: one.quantities,
    StanceSpan: lambda one: one.lexical,
    PlaceholderSpan: lambda one: one.lexical,
}
"""What finds each kind of span."""


@lru_cache(maxsize=2048)
def annotate(text: str) -> Annotated:
    """Read a text; the same one is read once."""
    return Annotated(text, Stream(text[:LONGEST]))


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
