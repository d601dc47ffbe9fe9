"""Numbers in digits and in words: `12.500`, `12 500`, `28k`, `achtentwintigduizend`, `drie en een half duizend`."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from sto_cli.plans.language.lexicon import lexicon
from sto_cli.plans.language.stream import HALF, Stream

THOUSAND, MILLION, HUNDRED = 1000, 1_000_000, 100

Style = Literal["plain", "dutch", "english", "spaced", "words", "decimal", "one-decimal"]


class Number(NamedTuple):
    """A number, the position behind it, how it was written, and whether a large unit stood behind it (`28k`)."""

    value: Fraction
    end: int
    style: Style
    scaled: bool = False


def number_at(stream: Stream, index: int) -> Number | None:
    """Return the number that begins at a token, in digits or in words."""
    found = _digits(stream, index) if stream.is_number(index) else _words(stream, index)
    return _scaled(stream, found) if found is not None else None


def _scaled(stream: Stream, number: Number) -> Number:
    """Take a large unit behind a number in digits: `28k`, `12 duizend`, `2,5 duizend`."""
    key, end = stream.key(number.end), number.end
    if number.style == "words" or number.value >= THOUSAND:
        return number
    if key == "k" and stream.tokens[end].end - stream.tokens[end].start == 1:
        return number._replace(value=number.value * THOUSAND, end=end + 1, scaled=True)
    scale = stream.value(end, "numbers")
    if scale in {"100", "1000", "1000000"}:
        return number._replace(value=number.value * int(scale), end=end + 1, scaled=True)
    return number


def _digits(stream: Stream, index: int) -> Number | None:
    read = read_digits(stream.tokens[index].text)
    if read is None:
        return None
    value, style = read
    end = index + 1
    if style == "plain" and value < THOUSAND and not stream.glued(end):
        end, value, style = _spaced(stream, index, value)
    return Number(value, end, style)


def _spaced(stream: Stream, index: int, value: Fraction) -> tuple[int, Fraction, Style]:
    """Take groups of three digits behind spaces: `24 500`, where each is written so and nothing is left over."""
    end = index + 1
    while _is_group(stream, end) and value:
        value, end = value * THOUSAND + int(stream.tokens[end].text), end + 1
    return end, value, "spaced" if end > index + 1 else "plain"


def _is_group(stream: Stream, index: int) -> bool:
    if not stream.is_number(index) or len(stream.tokens[index].text) != len("500"):
        return False
    before, token = stream.tokens[index - 1], stream.tokens[index]
    return token.text.isdigit() and stream.text[before.end : token.start] in {" ", "\u00a0", "\u202f"}


LONGEST_NUMBER = 40
"""Characters of a number; Python itself refuses to make a number of thousands of digits."""


@lru_cache(maxsize=8192)
def read_digits(text: str) -> tuple[Fraction, Style] | None:
    """Read digits with points and commas as the Dutch do; None where they are no number (`30.6.2028`)."""
    points, commas = text.count("."), text.count(",")
    if not text.isascii() or len(text) > LONGEST_NUMBER:
        return None
    if not points and not commas:
        return Fraction(int(text)), "plain"
    last = max(text.rfind("."), text.rfind(","))
    behind = text[last + 1 :]
    mark, other = text[last], "," if text[last] == "." else "."
    whole = text[:last]
    if text.count(mark) == 1 and len(behind) <= 2:  # noqa: PLR2004 - cents
        if other in whole and not _in_groups(whole, other):
            return None
        style: Style = "decimal" if len(behind) == 2 or mark == "," else "one-decimal"  # noqa: PLR2004
        return Fraction(f"{whole.replace(other, '')}.{behind}"), style
    if other not in text and _in_groups(text, mark):
        return Fraction(text.replace(mark, "")), "dutch" if mark == "." else "english"
    return None


def _in_groups(text: str, mark: str) -> bool:
    first, *groups = text.split(mark)
    return 1 <= len(first) <= 3 and first.isdigit() and all(len(group) == 3 and group.isdigit() for group in groups)  # noqa: PLR2004


def _words(stream: Stream, index: int) -> Number | None:
    """Read a number in words over as many tokens as it has."""
    fraction = stream.at(index, "fractions")
    if fraction is not None and fraction.value == "3/2":
        return _halves(stream, index + fraction.size, Fraction(3, 2))
    atoms, end = _hyphened(stream, index)
    if not atoms or stream.key(index - 1) in {"paar", "enkele", "few", "several", "enige"}:
        return None
    while end < len(stream) and (more := _goes_on(stream, end, atoms)):
        atoms, end = atoms + more, end + 1
    return _halves(stream, end, Fraction(value_of(atoms)))


def _hyphened(stream: Stream, index: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of a word and the position behind it; `twenty-four` is one word."""
    atoms = _atoms_at(stream, index)
    behind = _atoms_at(stream, index + 2) if stream.key(index + 1) == "-" and stream.glued(index + 1) else ()
    if atoms and len(behind) == 1 and behind[0] < 10 <= atoms[-1] < HUNDRED:  # noqa: PLR2004 - tens and ones
        return atoms + behind, index + 3
    return atoms, index + 1


def _halves(stream: Stream, end: int, value: Fraction) -> Number:
    """Take “en een half” behind a number, and a large unit behind that."""
    if ([stream.key(end + at) for at in range(2)] == ["en", "een"] and stream.key(end + 2) in {"half", "halve"}) or [
        stream.key(end + at) for at in range(3)
    ] == ["and", "a", "half"]:
        value, end = value + HALF, end + 3
    scale = stream.value(end, "numbers") if value.denominator > 1 else None
    if scale in {"100", "1000", "1000000"}:
        value, end = value * int(scale), end + 1
    return Number(value, end, "words")


def _goes_on(stream: Stream, index: int, before: tuple[int, ...]) -> tuple[int, ...]:
    """Return what a word adds to a number: `drie` `duizend` `vijfhonderd`; nothing where it is another number."""
    if stream.tokens[index].glued:
        return ()
    atoms = _atoms_at(stream, index)
    if not atoms:
        return ()
    if atoms[0] >= HUNDRED and value_of(before) < atoms[0] * (1 if before[-1] >= HUNDRED else HUNDRED):
        return atoms
    return atoms if before[-1] >= HUNDRED and value_of(atoms) < before[-1] else ()


def _atoms_at(stream: Stream, index: int) -> tuple[int, ...]:
    if not 0 <= index < len(stream) or stream.tokens[index].kind != "word":
        return ()
    return atoms_of(stream.tokens[index].key)


@lru_cache(maxsize=8192)
def atoms_of(word: str) -> tuple[int, ...]:
    """Return the numbers of which a word is made, in their order: `achtentwintigduizend` is 8, 20 and 1000."""
    if len(word) > LONGEST_WORD:
        return ()
    return _split(word, 0) or ()


LONGEST_WORD = 70
"""Letters of the longest number in one word that is read."""


def _split(word: str, start: int) -> tuple[int, ...] | None:
    if start == len(word):
        return ()
    values = _number_words()
    for size in range(min(_LONGEST_ATOM, len(word) - start), 1, -1):
        value = values.get(word[start : start + size])
        if value is None:
            continue
        for joint in ("", "en"):
            if word.startswith(joint, start + size) and (joint == "" or start + size + 2 < len(word)):
                rest = _split(word, start + size + len(joint))
                if rest is not None:
                    return (value, *rest)
    return None


_LONGEST_ATOM = len("zeventien")


@lru_cache(maxsize=1)
def _number_words() -> dict[str, int]:
    from sto_cli.plans.language.tokens import key_of  # noqa: PLC0415 - beside its only use

    return {key_of(form): int(value) for form, value in lexicon().values["numbers"].items()}


def value_of(atoms: tuple[int, ...]) -> int:
    """Return the number that words are, from left to right: 12, 100, 50 is 1250; 8, 20, 1000 is 28,000."""
    whole = part = 0
    for atom in atoms:
        if atom == MILLION:
            whole, part = (whole + max(part, 1)) * atom, 0
        elif atom == THOUSAND:
            whole, part = whole + max(part, 1) * atom, 0
        elif atom == HUNDRED:
            part = max(part, 1) * atom
        else:
            part += atom
    return whole + part
