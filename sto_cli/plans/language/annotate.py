"""A text read once: its tokens, its sentences and what they say as typed spans. Everything else asks this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from sto_cli.plans.language.lexicon_spans import lexical_spans
from sto_cli.plans.language.quantities import quantities
from sto_cli.plans.language.sentences import Sentence, split_sentences
from sto_cli.plans.language.spans import Money, Placeholder, Quantity, Span, Stance, Term, Time
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.language.times_in_text import times
from sto_cli.plans.language.tokens import Token

Kind = TypeVar("Kind", bound=Span)

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
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, by their characters and tokens."""
        return split_sentences(self.text, self.tokens, self.stream.lexicon)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times in their order; uncertain ones too."""
        return tuple(times(self.stream))

    @cached_property
    def money(self) -> tuple[Money, ...]:
        """The amounts in their order."""
        from sto_cli.plans.language.money_in_text import money  # noqa: PLC0415 - it asks for the times

        return tuple(money(self.stream, self.times))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of something."""
        return tuple(quantities(self.stream))

    @cached_property
    def lexical(self) -> tuple[Stance | Placeholder, ...]:
        """How firm something is, and what is still open, by the words of the lexicon."""
        return tuple(lexical_spans(self.stream))

    def terms(self, table: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
        """Yield the words of a table of the lexicon, between two characters."""
        for index, match in self.stream.terms(table):
            first, last = self.tokens[index], self.tokens[index + match.size - 1]
            if first.start >= start and (end is None or last.end <= end):
                yield Term(
                    start=first.start, end=last.end, words=self.text[first.start : last.end], table=table,
                    value=match.value, first=index, last=index + match.size,
                )  # fmt: skip

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the spans of a kind."""
        return tuple(span for span in _READERS[kind](self) if isinstance(span, kind))

    def sentence_of(self, span: Span) -> Sentence:
        """Return the sentence in which a span begins."""
        return next(one for one in self.sentences if span.start < one.end)

    def text_of(self, sentence: Sentence) -> str:
        """Return the words of a sentence."""
        return self.text[sentence.start : sentence.end]


_READERS: dict[type[Span], Callable[[Annotated], Sequence[Span]]] = {
    Time: lambda one: one.times,
    Money: lambda one: one.money,
    Quantity: lambda one: one.quantities,
    Stance: lambda one: one.lexical,
    Placeholder: lambda one: one.lexical,
}
"""What finds each kind of span."""


@lru_cache(maxsize=2048)
def annotate(text: str) -> Annotated:
    """Read a text; the same one is read once."""
    return Annotated(text, Stream(text[:LONGEST]))
