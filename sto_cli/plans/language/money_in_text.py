"""The amounts of money in a text as spans: single ones, ranges, and products with their outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod
from typing import NamedTuple

from sto_cli.plans.language.numbers import THOUSAND, Number, atoms_of, number_at, value_of
from sto_cli.plans.language.spans import MoneySpan, Per, TimeSpan
from sto_cli.plans.language.stream import Stream

MOST_FACTORS = 6
MOST_WORDS = 4
"""Words between a number and the sign of times behind it: “twee docenten van het mbo x 300”."""
MOST_BETWEEN = 14
"""Tokens between them, with those of a bracket."""
RANGE = 4
"""The higher of two amounts is less than so many times the lower, or they are a product: `2 à 1.250`."""
LEAST_IN_WORDS, LEAST_BARE = 100, 10
LEAST_AMOUNT = 1000
"""From here on a number behind “klas” or “lokaal” is none that says which one."""
YEARS = frozenset(range(1990, 2036)) - {2000}
CENTS = 100


class Figure(NamedTuple):
    """A number that may be an amount, the position behind it, whether a sign of money stands there, and its price."""

    number: Number
    start: int
    end: int
    signed: bool
    per: Per | None

    @property
    def cents(self) -> int:
        """The amount in cents."""
        return round(self.number.value * CENTS)


def money(stream: Stream, times: Sequence[TimeSpan]) -> Iterator[MoneySpan]:
    """Yield the amounts of a text in their order; digits of a time are none."""
    taken = [(one.start, one.end) for one in times if one.sure or one.first.kind in {"year", "school-year"}]
    index, at = 0, 0
    while index < len(stream):
        token = stream.tokens[index]
        while at < len(taken) and taken[at][1] <= token.start:
            at += 1
        within = at < len(taken) and taken[at][0] <= token.start
        found = None if within or not _may_open(stream, index) else _money_at(stream, index)
        if found is None:
            index += 1
        else:
            span, index = found
            yield span


def _may_open(stream: Stream, index: int) -> bool:
    token = stream.tokens[index]
    if token.kind == "number":
        return not (token.glued and stream.sign(index - 1, "-/.:") and stream.glued(index - 1))
    return token.kind == "word" or token.text == "€" or (token.text in "-−" and _is_minus(stream, index))


def _is_minus(stream: Stream, index: int) -> bool:
    """Whether a dash behind a word and a space makes the number behind it one below zero: `koga: -2.000`."""
    apart = index > 0 and not stream.glued(index) and not stream.is_number(index - 1)
    return apart and stream.glued(index + 1) and stream.is_number(index + 1)


def _money_at(stream: Stream, index: int) -> tuple[MoneySpan, int] | None:
    first = figure_at(stream, index)
    if first is None:
        return _open(stream, index)
    found = _per_unit(stream, first) or _product(stream, first)
    if found is not None:
        return found
    span, end = _single(stream, first), first.end
    ranged = _range(stream, first)
    if ranged is not None:
        span, end = ranged
    return (span, end) if span is not None else None


def _open(stream: Stream, index: int) -> tuple[MoneySpan, int] | None:
    """An amount that is promised: PM, stelpost."""
    match = stream.at(index, "open_amounts")
    if match is None or stream.tokens[index].glued:
        return None
    end = index + match.size
    return _span(stream, index, end, 0, certainty=0.5, open=True), end


def figure_at(stream: Stream, index: int) -> Figure | None:
    """Return the number at a token with its signs of money."""
    often = _so_often(stream, index)
    if often is not None:
        return often
    before = stream.at(index, "currencies")
    at = index + before.size if before else index
    minus = stream.sign(at, "-−") and stream.glued(at + 1) and (before is not None or not stream.is_number(at - 1))
    number = number_at(stream, at + minus)
    if number is not None and before is None and _is_word_part(stream, number):
        return None
    if number is None or (stream.key(at) == "een" and number.value == 1):
        return None
    end, tail = _tail(stream, number.end)
    after = stream.at(end, "currencies")
    if before is not None and before.value == "thousand":
        number = number._replace(value=number.value * THOUSAND)
    if after is not None and _opens_next(stream, end):
        after = None
    end += after.size if after else 0
    signed = before is not None or tail or after is not None
    if minus:
        number = number._replace(value=-number.value)
    per, end = _per(stream, end)
    return Figure(number, index, end, signed, per)


def _is_word_part(stream: Stream, number: Number) -> bool:
    """Whether letters follow without a space, as in `3D-printers`."""
    end = number.end
    if number.scaled or not stream.glued(end) or stream.tokens[end].kind != "word":
        return False
    return stream.at(end, "times") is None and stream.at(end, "currencies") is None and not stream.at(end, "units")


def _so_often(stream: Stream, index: int) -> Figure | None:
    """Return the number in `tweemaal`, `driekeer`: the sign of times is a part of the word."""
    key = stream.key(index)
    stem = key[: -len("maal")] if key.endswith("maal") else key[: -len("keer")] if key.endswith("keer") else ""
    atoms = atoms_of(stem) if stem else ()
    if not atoms:
        return None
    return Figure(Number(Fraction(value_of(atoms)), index + 1, "words"), index, index, signed=False, per=None)


def _opens_next(stream: Stream, index: int) -> bool:
    """Whether a sign of money belongs to the number behind it: `12 x € 300`, `2 € 300`."""
    return stream.tokens[index].text == "€" and stream.is_number(index + 1) if index < len(stream) else False


def _tail(stream: Stream, index: int) -> tuple[int, bool]:
    """Take `,-`, `,--`, `,=` or `.-` behind an amount."""
    if stream.sign(index, ",.") and stream.glued(index) and stream.sign(index + 1, "-=—–") and stream.glued(index + 1):
        return index + 2 + stream.sign(index + 2, "-"), True
    return index, False


def _per(stream: Stream, index: int) -> tuple[Per | None, int]:
    """Take what an amount is the price of one of: `per jaar`, `p.p.`, `each`."""
    per = stream.at(index, "per")
    return (per.value, index + per.size) if per else (None, index)  # type: ignore[return-value]


def _single(stream: Stream, figure: Figure) -> MoneySpan | None:
    """Return an amount by itself, as certain as its signs make it; None where something else is counted."""
    certainty = 1.0 if figure.signed else _bare_certainty(stream, figure)
    if certainty == 0:
        return None
    return _span(
        stream, figure.start, figure.end, figure.cents, certainty=certainty, bare=not figure.signed,
        per=figure.per or _price(stream, figure.start), about=_about(stream, figure.start),
    )  # fmt: skip


def _bare_certainty(stream: Stream, figure: Figure) -> float:
    """How certain it is that a number without a sign of money is an amount."""
    number = figure.number
    if _counts(stream, figure):
        return 0.0
    value = number.value
    if number.style == "words":
        return 0.6 if value >= LEAST_IN_WORDS * 10 else 0.4 if value >= LEAST_IN_WORDS else 0.0
    if number.scaled:
        return 0.8
    if number.style in {"dutch", "english", "spaced"}:
        return 0.8
    if number.style == "decimal":
        return 0.6 if value >= LEAST_IN_WORDS else 0.2
    if number.style == "one-decimal" or value < LEAST_BARE:
        return 0.1
    if value in YEARS:
        return 0.2
    return 0.6 if value >= 1000 else 0.3 if value >= LEAST_IN_WORDS else 0.2  # noqa: PLR2004


def _counts(stream: Stream, figure: Figure) -> bool:
    """Whether a number without a sign counts something else, or is part of a word: `40 uur`, `3D`, `klas 3`."""
    end = figure.end
    glued = stream.glued(end) and end < len(stream) and (stream.tokens[end].kind == "word" or stream.sign(end, "%"))
    if glued and stream.key(end) not in {"x"} and not figure.number.scaled:
        return True
    if _same_line(stream, end) and stream.at(end, "units") is not None and stream.key(end) not in {"x"}:
        return True
    if stream.value(figure.start - 1, "units") in {"hour", "day", "lesson"} and figure.number.value < LEAST_IN_WORDS:
        return True
    if stream.is_number(figure.start) and stream.glued(figure.start) and stream.sign(figure.start - 1, "-/:"):
        return True
    if stream.sign(end, ":") and stream.glued(end) and stream.is_number(end + 1) and stream.glued(end + 1):
        return True
    which = stream.value(figure.start - 1, "which_one")
    return which == "norm" or (which is not None and figure.number.value < LEAST_AMOUNT)


def _same_line(stream: Stream, index: int) -> bool:
    """Whether a token stands on the line of the one before it."""
    if not 0 < index < len(stream):
        return False
    return "\n" not in stream.text[stream.tokens[index - 1].end : stream.tokens[index].start]


def _price(stream: Stream, index: int) -> Per | None:
    """Return what an amount is the price of by the words before it: `per stuk 5.750`, `uurtarief € 60`."""
    for back in (3, 2, 1):
        per = stream.at(index - back, "per")
        if per is not None and per.size == back:
            return per.value  # type: ignore[return-value]
    return None


def _about(stream: Stream, index: int) -> bool:
    return any((one := stream.at(index - back, "abouts")) is not None and one.size == back for back in (3, 2, 1))


def _range(stream: Stream, first: Figure) -> tuple[MoneySpan, int] | None:
    """`€ 2.000 tot € 2.500`, `2000 à 2500`, `tussen € 3.000 en € 4.000`: about the higher one."""
    joints = {"en", "and"} if stream.key(first.start - 1) in {"tussen", "between"} else _RANGES
    if stream.key(first.end) not in joints or first.per:
        return None
    second = figure_at(stream, first.end + 1)
    if second is None or not first.cents < second.cents < RANGE * first.cents:
        return None
    if not (first.signed or second.signed or min(first.cents, second.cents) >= CENTS * CENTS):
        return None
    signed = first.signed or second.signed
    alone = first.start == 0 and second.end == len(stream)
    if stream.key(first.end) in {"-", "–"} and not signed and not alone:
        return None
    span = _span(
        stream, first.start, second.end, second.cents, low=first.cents, about=True, per=second.per,
        certainty=1.0 if signed else 0.6,
    )  # fmt: skip
    return span, second.end


_RANGES = {"tot", "a", "of", "or", "to", "-", "–"}
_PEOPLE = {"pupil", "teacher"}
LONGEST_COUNT = 9
"""Tokens before a price in which may stand how many there are: “2 docenten naar de cursus: € 1.900 per persoon”."""


def _per_unit(stream: Stream, first: Figure) -> tuple[MoneySpan, int] | None:
    """`1.100 euro per jaar, twee jaar lang`, `€ 75 per vrijdag, 30 vrijdagen`: the price of one and how many there are.

    How many may stand before the price of a person: `2 docenten: € 1.900 per persoon`.
    """
    own = stream.key(first.end) in {"per", "a"} and first.per is None and first.end + 1 < len(stream)
    if first.per is None and not own:
        return None
    word, end = stream.key(first.end + 1) if own else stream.key(first.end - 1), first.end + 2 * own
    at = stream.skip(end, ",", "(", "gedurende", "voor")
    number = number_at(stream, at) if at < len(stream) else None
    if number is not None and _counts_those(stream, number.end, first.per, word):
        end = stream.skip(number.end + 1, "lang")
    elif first.per in {"pupil", "year"} and (before := _count_before(stream, first.start, first.per)) is not None:
        number = before
    else:
        return None
    count = Figure(number, at, end, signed=False, per=None)
    span, behind = _made(stream, [first, count], ["x"], end)
    return replace(span, certainty=1.0 if first.signed else 0.8, bare=not first.signed, other=first.cents), behind


def _counts_those(stream: Stream, at: int, per: Per | None, word: str) -> bool:
    """Whether a word is that of which the price of one is given, or its plural: `vrijdag` and `vrijdagen`."""
    same = max(LEAST_ALIKE, len(word) - 2)
    return (per is not None and stream.value(at, "units") == per) or stream.key(at)[:same] == word[:same]


LEAST_ALIKE = 3


def _count_before(stream: Stream, start: int, per: Per) -> Number | None:
    """Return how many people or years a price is for, by the one number of them before it."""
    units, found = _PEOPLE if per == "pupil" else {"year"}, None
    for at in range(start - 1, max(start - LONGEST_COUNT, 0) - 1, -1):
        if stream.sign(at, ".;\n") or not _same_line(stream, at + 1):
            break
        number = number_at(stream, at)
        if number is not None and stream.value(number.end, "units") in units:
            if found is not None:
                return None
            found = number
        elif stream.is_number(at):
            return None
    return found


def _product(stream: Stream, first: Figure) -> tuple[MoneySpan, int] | None:
    """`6 x € 450 = € 2.700`, `3 jaar x 8 middagen x 150`, `tweemaal tachtig uur tegen vijfenvijftig euro`."""
    factors, signs, end = [first], [], first.end
    while len(factors) < MOST_FACTORS and (found := _times(stream, end)) is not None:
        sign, at = found
        factor = figure_at(stream, at)
        if factor is None:
            break
        factors.append(factor)
        signs.append(sign)
        end = factor.end
    if len(factors) == 1 or not _is_money(stream, factors, signs):
        return None
    return _over_years(stream, factors, signs, end) or _made(stream, factors, signs, end)


def _over_years(
    stream: Stream, factors: Sequence[Figure], signs: Sequence[str], end: int
) -> tuple[MoneySpan, int] | None:
    """Take the years for which a product counts: “drie jaar lang 40 uur à 60 euro”, “40 uur x € 60, twee jaar”."""
    if any(stream.value(one.end, "units") == "year" for one in factors):
        return None
    years = _years_before(stream, factors[0].start) or _years_behind(stream, end)
    if years is None:
        return None
    one_year = round(prod((one.number.value for one in factors), start=Fraction(CENTS)))
    span, behind = _made(stream, [years, *factors], ["x", *signs], max(end, years.end))
    if span.stated is not None and span.wrong:
        return None
    return replace(span, other=one_year), behind


def _years_behind(stream: Stream, end: int) -> Figure | None:
    at = stream.skip(end, ",", "(")
    at = stream.skip(at, "gedurende", "voor", "for")
    number = number_at(stream, at) if at < len(stream) else None
    if number is None or stream.value(number.end, "units") != "year":
        return None
    behind = stream.skip(stream.skip(number.end + 1, "lang"), ")")
    return Figure(number, at, behind, signed=False, per=None)


def _years_before(stream: Stream, first: int) -> Figure | None:
    at = first - 1 - stream.sign(first - 1, ",:")
    at -= stream.key(at) == "lang"
    number = number_at(stream, at - 1) if at > 0 and stream.value(at, "units") == "year" else None
    if number is None or number.end != at or stream.key(at - 2) in {"in", "binnen", "over", "na", "within", "after"}:
        return None
    return Figure(number, at - 1, at + 1, signed=False, per=None)


def _times(stream: Stream, index: int) -> tuple[str, int] | None:
    """Return the sign of times behind a factor and its unit, and the position behind the sign."""
    if _so_often(stream, index) is not None:
        return "x", index + 1
    passed = index
    for at in range(index, min(index + MOST_BETWEEN, len(stream))):
        if at < passed:
            continue
        sign = stream.at(at, "times")
        if sign is not None and (sign.value != "of" or _may_price(stream, at + 1)):
            return _behind_sign(stream, at + sign.size, sign.value)
        closed = _closed(stream, at) if stream.sign(at, "(") else None
        passed = closed or at + 1
        if closed is None and (at - index >= MOST_WORDS + 2 or not _may_stand_between(stream, at)):
            return None
    return None


def _behind_sign(stream: Stream, index: int, sign: str) -> tuple[str, int] | None:
    """Return a sign of times and the position behind it; None where the next column begins there."""
    again = stream.at(index, "times")
    at = stream.skip(index + again.size if again and again.value == "each" else index, "(")
    before, token = stream.tokens[at - 1], stream.tokens[at] if at < len(stream) else None
    return None if token is None or token.start - before.end >= COLUMN else (sign, at)


COLUMN = 3
"""Spaces between the columns of a text."""


def _may_stand_between(stream: Stream, at: int) -> bool:
    """Whether a token may stand between a number and its sign of times: a word of the unit, or a comma before “à”."""
    if stream.is_number(at):
        return stream.glued(at + 1) and at + 1 < len(stream) and stream.tokens[at + 1].kind == "word"  # `3D`
    if stream.sign(at, ","):
        return stream.value(at + 1, "times") == "each"
    plain = stream.tokens[at].kind == "word" or stream.sign(at, "()/&-'")
    return plain and stream.at(at, "stops") is None


def _closed(stream: Stream, index: int) -> int | None:
    """Return the position behind a bracket in which no number stands."""
    for at in range(index + 1, min(index + MOST_BETWEEN, len(stream))):
        if stream.sign(at, ")"):
            return at + 1
        if stream.is_number(at):
            return None
    return None


def _may_price(stream: Stream, index: int) -> bool:
    """Whether a price may follow: a sign of money, a number, or one in words before a sign of money."""
    if stream.is_number(index) or stream.at(index, "currencies") is not None:
        return True
    number = number_at(stream, index) if index < len(stream) else None
    return number is not None and stream.at(number.end, "currencies") is not None


def _is_money(stream: Stream, factors: Sequence[Figure], signs: Sequence[str]) -> bool:
    """Whether numbers times each other are money, and no sizes, times or ranges."""
    last = factors[-1]
    signed = any(one.signed for one in factors)
    ends = not last.signed or factors[0].number.value >= LEAST_IN_WORDS
    if len(factors) == 2 and "each" in signs and ends:  # noqa: PLR2004
        low, high = factors[0].cents, last.cents
        if _stated(stream, last.end)[0] == low * high // CENTS:
            return True
        if low < high < RANGE * low:
            return False
    if stream.at(factors[0].start - 1, "which_one") is not None:
        return False
    if factors[0].number.style == "words" and stream.value(factors[0].end, "times") == "each":
        return False  # “twee à drieduizend”
    count = factors[0]
    if signs[0] != "x" and (count.signed or count.number.value >= 1000 or count.number.value.denominator > 1):  # noqa: PLR2004
        return False
    counts = _same_line(stream, last.end) and stream.at(last.end, "units") is not None and not last.signed
    if counts and not signed:
        return False
    return signed or "of" not in signs or _stated(stream, last.end)[0] is not None


def _made(stream: Stream, factors: Sequence[Figure], signs: Sequence[str], end: int) -> tuple[MoneySpan, int]:
    numbers = tuple(one.number.value for one in factors)
    cents = round(prod(numbers, start=Fraction(CENTS)))
    stated, behind = _stated(stream, end)
    again = figure_at(stream, end) if stated is None else None
    if again is not None and again.cents == cents and not again.per:
        stated, behind = cents, again.end  # “80 uren à 55 euro 4.400 euro”
    signed = any(one.signed for one in factors) or stated is not None
    if stated is not None and "of" in signs and stated != cents and cents and not cents // 2 <= stated <= 2 * cents:
        stated, behind = None, end
    certainty = 1.0 if signed else _bare_product(stream, factors, end, cents)
    literal = factors[-1].cents if "of" in signs and stated != cents else None
    span = _span(
        stream, factors[0].start, behind if stated is not None else end, cents, factors=numbers, stated=stated,
        certainty=certainty, bare=not signed, other=literal, about=_about(stream, factors[0].start),
    )  # fmt: skip
    return span, behind if stated is not None else end


SIZE, COUNT_OR_PRICE = 20, 100
"""From where on numbers times each other may be a size: “80 x 200”; below which the last may count hours or weeks."""


def _bare_product(stream: Stream, factors: Sequence[Figure], end: int, cents: int) -> float:
    """Return how certain it is that numbers times each other, without a sign of money, are an amount."""
    first = factors[0].start
    words = sum(stream.tokens[at].kind == "word" and stream.at(at, "times") is None for at in range(first, end))
    if len(factors) == 2 and not words and min(one.number.value for one in factors) >= SIZE:  # noqa: PLR2004
        return 0.15
    timed = any(stream.value(at, "units") in _TIMES_OF_WORK for at in range(max(first - 3, 0), end))
    if (timed and factors[-1].number.value < COUNT_OR_PRICE) or cents < CENTS * LEAST_IN_WORDS:
        return 0.4
    return 0.6


_TIMES_OF_WORK = {"hour", "lesson", "day", "week", "year", "month"}


def _leads_to_outcome(stream: Stream, at: int) -> bool:
    """Whether a comma or `#` stands before a word or sign of an outcome: “…, dus 900”, “60 * 75 # = 4500”."""
    return stream.sign(at, "#") or (stream.sign(at, ",") and stream.at(at + 1, "equals") is not None)


WORDS_BEFORE_OUTCOME = 2
"""Words between the last factor and the sign before the outcome: “x € 30 materiaal is € 2.250”."""


def _stated(stream: Stream, index: int) -> tuple[int | None, int]:
    """Return the outcome that stands behind a product, in cents, and the position behind it."""
    at = index
    while stream.sign(at, ")]"):
        at += 1
    for words in range(WORDS_BEFORE_OUTCOME, 0, -1):
        joint = stream.at(at + words, "equals")
        plain = all(stream.key(at + one).isalpha() and not stream.at(at + one, "stops") for one in range(words))
        if joint is not None and plain and joint.size == 1 and stream.key(at + words) in {"=", "is", "dus"}:
            at += words
            break
    bracket = stream.sign(at, "(")
    equals = bracket
    at += bracket
    while at < len(stream) and (stream.at(at, "equals") is not None or _leads_to_outcome(stream, at)):
        match = stream.at(at, "equals")
        equals = equals or match is not None
        at += match.size if match else 1
    while stream.sign(at, ".…") or stream.key(at) in {"..", "..."}:
        equals, at = True, at + 1
    spaced = at < len(stream) and stream.tokens[at].start - stream.tokens[at - 1].end > 1
    figure = figure_at(stream, at) if at < len(stream) and (equals or spaced or stream.sign(at, "€")) else None
    if figure is None or figure.per or (bracket and not stream.sign(figure.end, ")")):
        return None, index
    return _outcome(stream, figure, index, bracket=bracket)


def _outcome(stream: Stream, figure: Figure, index: int, *, bracket: bool) -> tuple[int | None, int]:
    if not figure.signed and (figure.number.value < LEAST_BARE or _counts(stream, figure)):
        return None, index
    return figure.cents, figure.end + bracket


def _span(  # noqa: PLR0913 - the parts of a span
    stream: Stream, first: int, end: int, cents: int, *, certainty: float, about: bool = False, bare: bool = False,
    per: Per | None = None, factors: tuple[Fraction, ...] = (), stated: int | None = None, low: int | None = None,
    other: int | None = None, open: bool = False,
) -> MoneySpan:  # fmt: skip
    return MoneySpan(
        start=stream.tokens[first].start, end=stream.tokens[end - 1].end, words=stream.words(first, end), cents=cents,
        certainty=certainty, about=about, bare=bare, per=per, factors=factors, stated=stated, low=low, other=other,
        open=open,
    )  # fmt: skip
