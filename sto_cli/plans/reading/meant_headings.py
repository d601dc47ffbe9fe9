"""Which heading of the table a word stands for, also in other letters, another word or with a typing error."""

from __future__ import annotations

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.reading.labels import OTHERS, roles_of
from sto_cli.plans.reading.shape import PlanHeading

LONGEST_WORD = 40
"""A longer heading is a sentence: it is not compared with the headings that a plan knows."""


def is_word_for(word: str, heading: PlanHeading) -> bool:
    """Whether a word is one that people use for a heading, in any letters."""
    plain = plain_word(word)
    return plain in (plain_word(heading.english), plain_word(heading.dutch), *heading.also)


def meant_heading(word: str, headings: tuple[PlanHeading, ...], taken: set[str]) -> PlanHeading | None:
    """Return the heading that a word stands for, or None when that is not clear.

    In this order: the same word in other letters, another word for it, and one typing error or a few in a longer
    word. Headings that are not in the plan yet (`taken`) go first.
    """
    plain = plain_word(word)
    if not plain or len(plain) > LONGEST_WORD:
        return None
    for heading in headings:
        if plain in (plain_word(heading.english), plain_word(heading.dutch)):
            return heading
    named = [heading for heading in headings if plain in heading.also]
    if named:
        return next((heading for heading in named if heading.english not in taken), named[0])
    return None if OTHERS & roles_of(word).keys() else _nearest(plain, headings, taken)


def _nearest(plain: str, headings: tuple[PlanHeading, ...], taken: set[str]) -> PlanHeading | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 20 ms, only for words that are not known

    ranked = sorted(
        (min(OSA.distance(plain, heading.english), OSA.distance(plain, heading.dutch)), heading.english in taken, index)
        for index, heading in enumerate(headings)
    )
    distance, _, index = ranked[0]
    if distance > typing_errors(plain) or (len(ranked) > 1 and ranked[1][:2] == ranked[0][:2]):
        return None
    return headings[index]


LETTERS_PER_ERROR = 3
"""One typing error is believed per so many letters (at least one): with more, `soort` would become `school`."""


def typing_errors(word: str) -> int:
    """Return how many typing errors are believed in a word."""
    return max(1, len(word) // LETTERS_PER_ERROR)
