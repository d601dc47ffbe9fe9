"""What single words of the lexicon say: how firm something is, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.plans.language.spans import PlaceholderSpan, StanceSpan
from sto_cli.plans.language.stream import Stream


def lexical_spans(stream: Stream) -> Iterator[StanceSpan | PlaceholderSpan]:
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
