"""Those who take part, each with what it does, in prose: “Careaz leent een tilrobot. ROC Nijmegen traint ons.”.

A sentence that begins with a name is about that party; one that begins otherwise goes on about the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.partners import ANYONE
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
    """Return the parties that the sentences of a text tell of; sentences without one go with those before."""
    read = annotate(text)
    found: list[NamedPartner] = []
    for sentence in read.sentences:
        named = _several(read, sentence)
        first = None if named else _named(read, sentence)
        named = [first] if first is not None else named
        if not named and found:
            how = found[-1].how
            found[-1] = found[-1]._replace(how=f"{how}. {read.text_of(sentence)}" if how else read.text_of(sentence))
        found += named
    return found


def _several(read: Annotated, sentence: SentenceSpan) -> list[NamedPartner]:
    """Return the parties of a sentence that tells of several: behind “met”, in a list, or each in its own clause."""
    tokens = read.tokens[sentence.first : sentence.last]
    mentions = list(_mentions(tokens))
    if sum(len(names) for names in mentions) < (1 if tokens and tokens[0].key in _WITH else FEWEST):
        return []
    found: list[NamedPartner] = []
    for number, names in enumerate(mentions):
        ends = mentions[number + 1][0][0] if number + 1 < len(mentions) else len(tokens)
        begins = names[-1][1] - 1
        while ends > begins + 1 and tokens[ends - 1].key in _BEFORE_NEXT:
            ends -= 1
        how = read.text[tokens[begins].end : tokens[ends - 1].end].strip(" :;,-–—.")
        found += [NamedPartner(read.text[tokens[one].start : tokens[last - 1].end], how) for one, last in names]
    goes_on = any(one.how.partition(" ")[0] in _AND for one in found)  # “A, B en hopelijk ook C”
    return found if any(one.how for one in found) and not goes_on else []


FEWEST = 2

_BEFORE_NEXT = _ARTICLES | {"met", "with", ","}
"""What stands before the next party in a sentence, and is not said of the one before."""

_Names = list[tuple[int, int]]
"""Names that stand together in a sentence: the first token of each, and the one behind it."""


def _mentions(tokens: Sequence[Token]) -> Iterator[_Names]:
    """Yield the names in a sentence with what follows them; behind “met” only where it is about working together."""
    at, met, known = 0, False, False
    while at < len(tokens):
        key = tokens[at].key
        before = tokens[at - 1].key if at else ""
        met = met or key in _TOGETHER
        opens = (at == 0 and key not in _NOBODY) or (before in _WITH and met) or (before in _ARE and met)
        joined = known and (before == "," or (before in _AND and tokens[at - 2].key == ","))
        names = _names_at(tokens, at) if opens or joined else []
        if at == 0 and len(names) == 1 and names[0][1] - names[0][0] == 1 and not _has_own_clause(tokens, names):
            names = []  # “Overleg met ROC Mondriaan”
        if names and (not joined or opens or _has_own_clause(tokens, names)):
            known = True
            yield names
            at = names[-1][1]
        else:
            at += 1


_TOGETHER = frozenset(("met", "with", "samen", "samenwerken", "samenwerking", "partners", "partner"))
_WITH, _ARE, _AND = frozenset(("met", "with")), frozenset(("zijn", "are", "is")), frozenset(("en", "and"))
_WHO = frozenset(("dat", "die", "who", "which", "waar"))


def _has_own_clause(tokens: Sequence[Token], names: _Names) -> bool:
    """Whether a verb, a bracket or “, dat …” stands behind a name that follows a comma."""
    behind = [token.key for token in tokens[names[-1][1] : names[-1][1] + 2]]
    if not behind or behind[0] in _WITHIN | _NOBODY:
        return False
    return behind[0] == "(" or (behind[0] == "," and behind[-1] in _WHO) or behind[0].endswith(("t", "en"))


def _names_at(tokens: Sequence[Token], start: int) -> _Names:
    """Return the names that stand at a token, those of “A, B en C” apart; [] where none does."""
    at = start
    while at < len(tokens) and tokens[at].key in _ARTICLES:
        at += 1
    if at >= len(tokens) or tokens[at].key in _WITH:
        return []
    end = _kind_of_place(tokens, at, sure=at > start) or _end_of_name(tokens, at)
    if end is None or not (_is_name(tokens[at:end]) or _kind_of_place(tokens, at, sure=at > start)):
        return []
    at += at + 1 < end and tokens[at].key in _PLURALS
    names, last = [(at, end)], end
    while last + 1 < len(tokens) and tokens[last].text == "," and not tokens[last + 1].text.islower():
        end = _end_of_name(tokens, last + 1)
        if end is None or not _is_name(tokens[last + 1 : end]):
            break
        names.append((last + 1, end))
        last = end
    return _with_last(tokens, names) if len(names) > 1 else names


_PLURALS = frozenset(("bedrijven", "scholen", "basisscholen", "partners", "ondernemers", "companies", "schools"))


def _with_last(tokens: Sequence[Token], names: _Names) -> _Names:
    """Divide the last of a list at its “en”, also before what is no name by capitals: “en de gemeente Tiel”."""
    first, end = names[-1]
    at = next((at for at in range(end - 1, first, -1) if tokens[at].key in _AND), None)
    if at is not None:
        begin = at + 1
        while begin < end - 1 and tokens[begin].key in _ARTICLES:
            begin += 1
        return [*names[:-1], (first, at), (begin, end)]
    if end + 1 < len(tokens) and tokens[end].key in _AND:
        begin = end + 1
        while begin < len(tokens) and tokens[begin].key in _ARTICLES:
            begin += 1
        kind = begin < len(tokens) and ANYONE.fullmatch(tokens[begin].text) is not None
        return [*names, *(_names_at(tokens, end + 1)[:1] or ([(begin, begin + 1)] if kind else []))]
    return names[:1]  # “Careaz, Zutphen, leent …” is a name and its place


def _kind_of_place(tokens: Sequence[Token], start: int, *, sure: bool) -> int | None:
    """Return where a kind of partner ends that is a certain one: “een metaalbedrijf in Zwaag”, “plaatselijke smid”."""
    words = [token.text for token in tokens[start : start + 4]]
    kind = next((at for at, word in enumerate(words[:3]) if ANYONE.fullmatch(word)), None)
    if not sure or kind is None or not all(word.islower() and word.endswith("e") for word in words[:kind]):
        return None
    end = start + kind + 1
    placed = end + 1 < len(tokens) and tokens[end].key in {"in", "uit", "te"} and not tokens[end + 1].text.islower()
    one = tokens[start - 1].key in {"een", "a"}
    return end + 2 if placed else end if kind or one else None


def _named(read: Annotated, sentence: SentenceSpan) -> NamedPartner | None:
    tokens = read.tokens[sentence.first : sentence.last]
    start = next((at for at, token in enumerate(tokens) if token.kind == "word"), None)
    if start is None or tokens[start].key in _NOBODY:
        return None
    begin = start
    while start < len(tokens) and tokens[start].key in _ARTICLES:
        start += 1
    kind = _kind_of_place(tokens, start, sure=start > begin)
    end = kind or _end_of_name(tokens, start) or _kind_in_brackets(tokens, start)
    if end is None or not (kind or _is_name(tokens[start:end])):
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
        hyphened = token.glued and at > start and tokens[at - 1].text == "-"  # “Alfa-college”
        if token.kind == "word" and (not token.text.islower() or kind or hyphened):
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
