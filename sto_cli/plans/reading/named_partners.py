"""Those who take part, each with what it does, in prose: “Careaz leent een tilrobot. ROC Nijmegen traint ons.”.

A sentence that begins with a name is about that party; one that begins otherwise goes on about the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.tokens import Token
from sto_cli.plans.reading.labels import SURE, roles_of

_ARTICLES = frozenset(("de", "het", "een", "the", "onze", "our", "ook", "en", "and", "a"))
_WITHIN = frozenset(
    "van de het der den voor en of the and in te aan op for uit & - / 's ’s from .".split()  # noqa: SIM905 - as below
)
"""Small words inside a name: “School voor Zorg van ROC Mondriaan”."""

_NOBODY = frozenset(
    """
    we wij ik zij ze hij dit dat die deze er daar met beide alle allebei samen ieder iedereen niemand in op voor na om
    als wie wat daarnaast verder ook it they this that both all with who hun onze ons mijn our their leerlingen docenten
    docent pupils teachers students afspraak afspraken getekend overeenkomst toegezegd bij tot uit bovendien zo dan hier
    nu alles elk elke iedere intentieverklaring signed agreed brief zodat omdat want maar nog wordt worden is zijn
    samenwerking samenwerken partners partner partijen vanuit vanaf tijdens via door naast onder over zonder sinds eerst
    vervolgens daarna eventueel mogelijk misschien wellicht verschillende diverse enkele regelmatig graag hopelijk
    tevens we have there here then first later maybe perhaps several some many no not geen niet ja nee doel
    fase kosten contact volgende komende binnenkort straks
    """.split()  # noqa: SIM905 - words read better so
)
"""Words with which a sentence begins that is about nobody new."""

MOST_WORDS = 9
"""Tokens of a name, without what stands in brackets behind it."""

FEWEST_LETTERS = 3


class NamedPartner(NamedTuple):
    """Somebody who takes part, as it is called, and what is said of it."""

    name: str
    how: str


def partners_in(text: str) -> list[NamedPartner]:
    """Return the parties that the sentences of a text begin with; sentences without one go with those before."""
    read = annotate(text)
    found: list[NamedPartner] = []
    for sentence in read.sentences:
        named = _named(read, sentence)
        if named is not None:
            found.append(named)
        elif found:
            how = found[-1].how
            found[-1] = found[-1]._replace(how=f"{how}. {read.text_of(sentence)}" if how else read.text_of(sentence))
    return found


def _named(read: Annotated, sentence: SentenceSpan) -> NamedPartner | None:
    tokens = read.tokens[sentence.first : sentence.last]
    start = next((at for at, token in enumerate(tokens) if token.kind == "word"), None)
    if start is None or tokens[start].key in _NOBODY:
        return None
    while start < len(tokens) and tokens[start].key in _ARTICLES:
        start += 1
    end = _end_of_name(tokens, start) or _kind_in_brackets(tokens, start)
    if end is None or not _is_name(tokens[start:end]):
        return None
    end = _with_brackets(tokens, end)
    how = read.text[tokens[end - 1].end : sentence.end].strip(" :;,-–—.")
    name = read.text[tokens[start].start : tokens[end - 1].end]
    if how[:1].isupper() or how[:1].isdigit() or (not how and SURE in roles_of(name).values()):
        return None
    return NamedPartner(name, how)


def _end_of_name(tokens: Sequence[Token], start: int) -> int | None:
    """Return where a name ends: before the first word in small letters that is no part of it."""
    end = start
    for at in range(start, min(start + MOST_WORDS, len(tokens))):
        token = tokens[at]
        kind = at == start and token.text.islower() and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
        if token.kind == "word" and (not token.text.islower() or kind):
            end = at + 1
        elif token.key not in _WITHIN or (token.text == "." and not token.glued):
            break
    return end if end > start else None


def _kind_in_brackets(tokens: Sequence[Token], start: int) -> int | None:
    """Return where the names end behind what they are: “vier basisscholen (De Brug en De Hoeksteen)”."""
    opens = next((at for at, token in enumerate(tokens[start : start + 4], start) if token.text == "("), None)
    named = opens is not None and opens + 1 < len(tokens) and tokens[opens + 1].text[:1].isupper()
    closing = next((at for at, token in enumerate(tokens) if token.text == ")"), None)
    return closing + 1 if named and closing is not None else None


def _is_name(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.kind == "word"]
    capital = [token for token in words if not token.text.islower()]
    return bool(capital) and capital[0].key not in _NOBODY and max(len(one.text) for one in capital) >= FEWEST_LETTERS


def _with_brackets(tokens: Sequence[Token], end: int) -> int:
    if end < len(tokens) and tokens[end].text == "(":
        closing = next((at for at in range(end, len(tokens)) if tokens[at].text == ")"), None)
        return closing + 1 if closing is not None else end
    return end
