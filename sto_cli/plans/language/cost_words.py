"""What the words of a cost say of it: hours of people and what one costs, what is hardly paid, an amount elsewhere."""

from __future__ import annotations

import re

from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.spans import TextSpan
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.language.tokens import tokenise

REACH = 12
"""Tokens between a paper and the word that it is still to come."""


def names_work(text: str) -> bool:
    """Whether hours, training or people are named."""
    return any(True for _ in annotate(text).stream.terms("work"))


def names_hours(text: str) -> bool:
    """Whether hours are named as hours."""
    return any(match.value == "plain" for _, match in annotate(text).stream.terms("work"))


def hardly_paid(text: str) -> tuple[str, str] | None:
    """Return why a cost is perhaps not paid (a class of the lexicon) and its words; a building before the others."""
    stream = annotate(text).stream
    found = [(match.value, stream.words(at, at + match.size)) for at, match in stream.terms("hardly_paid")]
    found = [one for one in found if one[0] != "bare-furniture" or _names_nothing_else(stream)]
    reason, words = min(found, key=lambda one: one[0] != "building", default=("", ""))
    return (reason.removeprefix("bare-"), words) if reason else None


_SAYS_NO_GOAL = frozenset(
    ["nieuw", "nieuwe", "en", "diverse", "overig", "overige", "new", "and", "various", "other", "euro", "eur"]
)


def _names_nothing_else(stream: Stream) -> bool:
    """Whether a cost names furniture and no goal: “nieuwe meubels: € 4.000”, not “meubels voor het lab”."""
    return all(
        token.key in _SAYS_NO_GOAL or stream.value(at, "hardly_paid") == "bare-furniture"
        for at, token in enumerate(stream.tokens)
        if token.kind == "word"
    )


def trip_abroad(text: str) -> str | None:
    """Return the place of a trip abroad that a text names: “een week naar een beurs in Barcelona”."""
    stream = annotate(text).stream
    found = {match.value: stream.words(at, at + match.size) for at, match in stream.terms("abroad")}
    return found.get("abroad") if "trip" in found else None


def without_amount(text: str, cents: int | None) -> str:
    """Return what a cost is called, without its own amount at the end: “Printer: € 5.000” is “Printer”."""
    spans = annotate(text).money
    if cents is None or not spans or spans[-1].cents != cents or text[spans[-1].end :].strip(" .,;-–"):
        return text
    return text[: spans[-1].start].rstrip(" .,;:=–-€…\t") or text


def names_phrase(text: str, phrase: str) -> bool:
    """Whether a word or phrase stands in a text as a whole; capitals, accents and signs do not matter."""
    said, wanted = (" ".join(token.key for token in tokenise(one) if token.key.isalnum()) for one in (text, phrase))
    return bool(wanted) and f" {wanted} " in f" {said} "


def promised_paper(text: str) -> str | None:
    """Return the sentence that points to another paper for amounts, and does not name them beside it."""
    read = annotate(text)
    for sentence in read.sentences:
        said = read.text_of(sentence)
        later = any(
            match.value == "later" for _, match in read.stream.terms("comes_later", sentence.first, sentence.last)
        )
        if _promises(read.stream, sentence.first, sentence.last) and (later or not names_an_amount(said)):
            return said.strip(" .!?;")
    return None


def is_promised(text: str) -> bool:
    """Whether a text says that its amount is still to come, or stands in a paper that is not here."""
    stream = annotate(text).stream
    return _promises(stream, 0, len(stream))


def _promises(stream: Stream, first: int, last: int) -> bool:
    for at, paper in stream.terms("papers", first, last):
        if paper.value == "look":
            return True
        end = min(at + paper.size + REACH, last)
        if paper.value == "refer" and any(one.value != "refer" for _, one in stream.terms("papers", at + 1, end)):
            return True
        wanted = {"later", "with", "comes"} if paper.value == "paper" else {"later"}
        behind = stream.terms("comes_later", at + paper.size, end)
        if any(match.value in wanted and stream.key(index - 1) not in {"als", "as"} for index, match in behind):
            return True
    return False


HIGHEST_RATE = 8_250
"""Cents for an hour: one and a half times the 55 euros that were advised last."""

_PRICE = re.compile(r"(?:€|euro|eur)\s*(\d+)|(\d+)(?:,\d\d|,-)?\s*(?:euro|eur|€)", re.IGNORECASE)


def hourly_rate(text: str) -> int | None:
    """Return the price of an hour in cents; None where no hours are counted, or that is not clear."""
    if not names_hours(text):
        return None
    products = [one for one in annotate(text).money if len(one.factors) == 2]  # noqa: PLR2004 - hours, and the price
    if len(products) != 1 or _of_something_else(text, products[0]):
        return None
    price = _PRICE.search(products[0].words)
    first, last = products[0].factors
    return int((first if price and int(price[1] or price[2]) == first else last) * 100)


def _of_something_else(text: str, product: TextSpan) -> bool:
    """Whether a product has a name of its own among others, which is not that of hours: “uren 1800, bus 2x 375”."""
    lead = re.split(r"[,;.\n](?!\d)", text[: product.start])[-1]
    after = re.split(r"[,;.\n](?!\d)", text[product.end :])[0]
    return re.search(r"[^\W\d_]{2}", lead) is not None and not names_hours(f"{lead}{product.words}{after}")
