"""The kinds of partner, as people write them."""

from __future__ import annotations

import re

from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.partners import without_denials
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import PARTNER_KINDS, PartnerKind
from sto_cli.plans.reading.shape import KINDS_ALSO

MOST_WORDS = 3
"""Words of a kind of partner: in a longer text, such a word may be about something else."""


def kind_meant(written: str) -> PartnerKind | None:
    """Return the kind of partner that a text stands for; other words for it than a plan knows count as well."""
    if written in PARTNER_KINDS:
        return written
    plain = plain_word(written)
    whole = _kind(plain)
    if whole is not None:
        return whole
    words = [word for word in re.split(r"[^a-z]+", plain) if word]
    found = {kind for word in words if (kind := _kind(word)) is not None} if len(words) <= MOST_WORDS else set()
    return found.pop() if len(found) == 1 else None


def kind_of_word(written: str) -> PartnerKind | None:
    """Return the kind of partner that a text is the word for, and nothing but that."""
    return _kind(plain_word(written))


_BETWEEN = re.compile(r"[,;\n]|\s(?:en|and|&)\s")


def kinds_named(text: str) -> list[PartnerKind | None]:
    """Return the kinds of those that a sentence names, None for a name without: “het ROC, Bakker Jansen en de Esch”.

    Who takes no part is left out.
    """
    found: list[PartnerKind | None] = []
    left = without_denials(text)
    for part in _BETWEEN.split(left):
        kinds = _kinds_in(part)
        name = any(word[:1].isupper() for word in part.split()[1:])
        found.extend(kinds or ([None] if name else ()))
    return found or ([None] if left else [])


def _kinds_in(text: str) -> set[PartnerKind]:
    words = re.split(r"[^a-z]+", plain_word(text))
    found = {kind for word in words if (kind := _kind(word) or _kind_of_compound(word)) is not None}
    return found or ({"mbo"} if names_mbo(text) else set())


def _kind_of_compound(word: str) -> PartnerKind | None:
    """Return the kind that a long word ends in: metaalbedrijf, installatiebedrijven."""
    return "company" if word.endswith(("bedrijf", "bedrijven")) else None


def _kind(plain: str) -> PartnerKind | None:
    return next((kind for kind, words in KINDS_ALSO.items() if plain == kind or plain in words), None)
