"""Amounts of money where one is asked, and what a reader could take for another amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.money_in_text import figure_at
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.language.stream import Stream

LONGEST = 120
"""Characters of an amount with what is said beside it."""

NAMED = 0.55
"""Certainty from which on a number in a sentence is an amount."""

MOST_TIMES = 3
"""Of two amounts with a word between, the higher one is this many times the lower at most, or they are no range."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in euro cents, as it was written, and whether a reader could take it for another amount."""

    cents: int
    written: str
    ambiguous: bool = False
    sure: bool = True
    """Whether the Dutch reading is beyond doubt, so that a repair may write it (`12,500` is not)."""
    rough: bool = False
    """Whether it is said to be about so much: a sum cannot be wrong because of it."""
    either: bool = False
    """Whether it is the higher of two that stand there: “€ 3.000 of € 4.000”."""
    product: bool = False
    """Whether it is made of numbers times each other."""
    wrong: bool = False
    """Whether the outcome that stands behind a product is another number."""

    @property
    def euros(self) -> int | float:
        """The amount in euros: whole when it is whole."""
        return self.cents // 100 if self.cents % 100 == 0 else self.cents / 100

    @property
    def in_doubt_by_marks(self) -> bool:
        """Whether only its comma leaves doubt: `7,800`."""
        return self.ambiguous and not (self.rough or self.product or self.sure) and "," in self.written

    @property
    def digits(self) -> str:
        """As a plan asks for it: `12500` or `12500.50`."""
        return digits(self.cents)

    @property
    def plain(self) -> bool:
        """Whether it was written so (or with a decimal comma)."""
        return self.written.strip().replace(",", ".") in {self.digits, f"{self.digits}.00"}


def digits(cents: int) -> str:
    """Write cents as euros without marks: `12500`, `12500.50`."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{cents // 100}" if cents % 100 == 0 else f"{sign}{cents // 100}.{cents % 100:02d}"


def names_an_amount(text: str) -> bool:
    """Whether free text names an amount of money."""
    return any(one.certainty >= NAMED and not one.open for one in annotate(text).money)


def amount_of(span: MoneySpan, cents: int | None = None) -> Amount:
    """Return the amount of a span; `cents` where it counts for another amount than it says by itself."""
    words = " ".join(span.words.split())
    either, product = span.low is not None, bool(span.factors)
    doubt = _doubt(annotate(words).stream) if not product else None
    rough = span.about or either
    return Amount(
        span.value if cents is None else cents, words,
        ambiguous=rough or doubt is not None or (product and span.bare and span.certainty < NAMED),
        sure=not rough and not product and doubt != "marks", rough=rough, either=either, product=product,
        wrong=span.wrong,
    )  # fmt: skip


def _doubt(stream: Stream) -> str | None:
    """Return why a number may be another amount: a point or comma that others read otherwise, or a `k`."""
    for at in range(len(stream)):
        number = number_at(stream, at)
        if number is None:
            continue
        if stream.key(number.end - 1) == "k":
            return "thousands" if stream.at(at - 1, "currencies") is None else None
        marks = stream.tokens[at].text
        english = number.style == "english" and marks.count(",") == 1 and "." not in marks
        return "marks" if english or (number.style == "one-decimal" and not number.scaled) else None
    return None


def read_amount(written: str) -> Amount | None:
    """Return the amount that a text is and nothing else: `12.500` is twelve thousand five hundred."""
    return _exact(written, " ".join(written.split())) if len(written) <= LONGEST else None


def _exact(written: str, text: str) -> Amount | None:
    stream = annotate(text).stream
    if len(stream) and stream.value(0, "nothing_to_pay") and _ends(stream, 0, "nothing_to_pay"):
        return Amount(0, written)
    about = stream.at(0, "abouts")
    at = about.size if about else 0
    minus = stream.sign(at, "-−") and stream.glued(at + 1)
    figure = figure_at(stream, at + minus)
    if figure is None or figure.end < len(stream) or figure.per:
        return None
    doubt = _doubt(stream)
    sure = about is None and doubt != "marks" and figure.number.style != "words" and not _in_words(stream)
    cents = -figure.cents if minus else figure.cents
    return Amount(cents, written, about is not None or doubt is not None, sure, rough=about is not None)


def spent_meant(written: str) -> Amount | None:
    """Return what was spent: one plain amount, not below zero; “max 900” and “11.500 van 12.500” are asked."""
    amount = read_amount(written)
    return amount if amount and amount.cents >= 0 and (amount.sure or not amount.ambiguous) else None


def _in_words(stream: Stream) -> bool:
    """Whether a large unit is written as a word: `12 duizend`."""
    return any(token.kind == "word" and stream.at(at, "numbers") for at, token in enumerate(stream.tokens))


def _ends(stream: Stream, index: int, table: str) -> bool:
    match = stream.at(index, table)
    return match is not None and index + match.size == len(stream)


@lru_cache(maxsize=8192)
def amount_meant(written: str) -> Amount | None:
    """Return the amount that a text means; rough where it says so, or where it is the higher end of a range."""
    if len(written) > LONGEST:
        return None
    text = " ".join(written.split())
    found = _exact(written, text)
    if found is not None:
        return found
    read = annotate(text)
    spans = [one for one in read.money if not one.open and not _in_brackets(read, one)]
    dress = _dress(read, spans) if spans else None
    if dress is None:
        return None
    made = _joined(read, spans)
    if made is None:
        return None
    rough = dress == "rough" or made.rough
    return replace(made, written=written, ambiguous=made.ambiguous or rough, rough=rough, sure=False)


def _joined(read: Annotated, spans: Sequence[MoneySpan]) -> Amount | None:
    """Return one amount; of several the sum that `+` makes of them, or the higher one of two."""
    if len(spans) == 1:
        return amount_of(spans[0])
    values = [one.value for one in spans]
    if "+" in read.text:
        stated = "=" in read.text[spans[-2].end : spans[-1].start]
        return Amount(values[-1] if stated else sum(values), read.text, sure=False)
    low, high = values[0], values[-1]
    if len(spans) > 2 or not low < high <= MOST_TIMES * low or low < MOST_COUNTED:  # noqa: PLR2004 - two ends
        return None
    return Amount(high, read.text, ambiguous=True, sure=False, rough=True, either=True)


MOST_COUNTED = 100_00
"""Cents: a range of amounts begins here, so that `4 à 5` of something is none."""


def _in_brackets(read: Annotated, span: MoneySpan) -> bool:
    before = read.text[: span.start]
    return before.count("(") > before.count(")")


def _dress(read: Annotated, spans: Sequence[MoneySpan]) -> str | None:
    """Return what the words beside amounts make of them, `plain` or `rough`; None where they say something else."""
    stream, said, at, depth = read.stream, "plain", 0, 0
    while at < len(stream):
        token = stream.tokens[at]
        size = _idle(stream, at)
        depth += (token.text == "(") - (token.text == ")")
        inside = any(one.start <= token.start < one.end for one in spans)
        rough = stream.value(at, "amount_dress") == "rough" or (
            stream.at(at, "per") and not depth and not _times(spans)
        )
        if rough or (stream.at(at, "abouts") and not inside):
            said = "rough"
        if not (inside or depth or size or token.text == ")"):
            return None
        at += 1 if inside or depth else max(size, 1)
    return said


def _times(spans: Sequence[MoneySpan]) -> bool:
    return any(len(one.factors) > 1 and one.stated is not None for one in spans) or len(spans) > 1


def _idle(stream: Stream, at: int) -> int:
    """Return how many tokens from here on say nothing of how much it is; 0 where they do."""
    sizes = [match.size for table in ("amount_dress", "per", "abouts", "equals") if (match := stream.at(at, table))]
    percent = 2 if stream.is_number(at) and stream.value(at + 1, "units") == "percent" else 0
    joint = (at > 0 and stream.sign(at, ",.;:+=–—-/")) or stream.key(at) in {"en", "and", "tot", "to", "of", "or"}
    return max([*sizes, percent, int(joint)])


def stands_elsewhere(text: str) -> bool:
    """Whether a text in the place of an amount says that it is part of another: “zie boven”, “inbegrepen”."""
    stream = annotate(text[:LONGEST]).stream
    return any(stream.at(at, "stands_elsewhere") for at in range(min(2, len(stream))))
