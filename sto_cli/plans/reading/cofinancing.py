"""Who pays: what people write where a plan asks “yes or no”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, cast

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.partners import is_own_school, names_anyone
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.reading.budget import ROUNDING, Payer

LONGEST = 1_000
"""Characters of what is said of who pays."""

WHOLE = 100
PROBABLE = 0.2
"""Certainty from which on a number here is an amount."""


class Paid(NamedTuple):
    """Whether others than the subsidy pay, how much of it in cents (None: all, 0: not said), and who."""

    stated: bool
    cents: int | None = None
    payer: Payer | None = None


def paid_meant(written: str, whole: int | None) -> Paid | None:
    """Return what a text in the place of yes or no means; None when that cannot be said.

    `whole` is what the same item costs, in cents: a percentage is taken of it.
    """
    read = annotate(" ".join(written.split())[:LONGEST])
    stream = read.stream
    word = stream.at(0, "yes_no")
    payer = payer_in(stream)
    if not len(stream) or (word is not None and word.size >= len(stream) - stream.sign(len(stream) - 1, ".!")):
        return Paid(word is not None and word.value == "yes")
    unsure = [match.value for _, match in stream.terms("unsure")]
    if "part" in unsure and _in_words(read, payer) is not None and len(stream) > 1:
        return Paid(True, 0, payer)
    if unsure:
        return None
    amounts = [one.value for one in read.money if one.certainty >= PROBABLE and not one.open]
    if amounts:
        return Paid(True, summed(amounts), payer) if min(amounts) > 0 else Paid(False) if amounts == [0] else None
    if stream.key(0) == "0" and (len(stream) == 1 or stream.at(1, "currencies")):
        return Paid(False)
    share = share_in(read)
    return _share(share, whole, payer) if share is not None else _in_words(read, payer)


def _share(share: Fraction, whole: int | None, payer: Payer | None) -> Paid | None:
    if share > 1:
        return None
    return Paid(share > 0, round((whole or 0) * share) if 0 < share < 1 else None, payer)


def _in_words(read: Annotated, payer: Payer | None) -> Paid | None:
    """Read “ja, de gemeente”, “in natura (uren van het roc)”, or a payer alone."""
    stream = read.stream
    first = stream.value(0, "yes_no")
    if (first == "no" and stream.tokens[0].kind == "word") or (payer == "programme" and first is None):
        return Paid(False)
    gives = any(stream.value(at, "yes_no") == "yes" or stream.at(at, "gifts") for at in range(len(stream)))
    if gives or payer or names_anyone(read.text) or is_own_school(read.text):
        return Paid(True, None, payer)
    return None


_BARE = {"subsidie", "grant"}
"""Words for the programme's own money, unless a name of another subsidy stands behind them."""


def payer_at(stream: Stream, at: int) -> Payer:
    """Return who pays by the term at a token; a subsidy with a name of its own is another: “subsidie Techniekpact”."""
    match = stream.matches[at]["payers"]
    own = stream.key(at) in _BARE and match.size == 1 and stream.at(at + 1, "payers") is None
    named = own and at + 1 < len(stream) and stream.tokens[at + 1].text[:1].isupper() and not stream.matches[at + 1]
    return "other_subsidy" if named else cast("Payer", match.value)


def payer_in(stream: Stream) -> Payer | None:
    """Return who pays by the words of a text: the first beside the programme, where another is named."""
    found = [payer_at(stream, at) for at, _ in stream.terms("payers")]
    others = [one for one in found if one != "programme"]
    return others[0] if others else found[0] if found else None


_BETWEEN = re.compile(r",(?!\d)|[;/+&]|\b(?:en|and|of|or)\b", re.IGNORECASE)


def payers_apart(written: str, whole: int) -> dict[Payer, int | None]:
    """Return who pay a cost of `whole` cents together, and how much each; {} where that is one.

    An amount is None where it is not said, or the parts are not the whole: “school 50%, STO 50%” says it, “school en
    bedrijf” does not.
    """
    found: dict[Payer, int | None] = {}
    for part in _BETWEEN.split(written[:LONGEST]):
        payer, share = payer_in(annotate(part).stream), paid_meant(part, whole)
        if payer is None and ":" in part and share is not None and share.cents:
            payer = "other"  # “Geveke: 3.000”
        if payer is not None and payer in found and share is not None and share.cents and found[payer]:
            found[payer] = (found[payer] or 0) + share.cents
        elif payer is not None:
            given = share.cents if share is not None and payer not in found else None
            found[payer] = given if share is None or share.stated or payer == "programme" else 0
    if len(found) < 2:  # noqa: PLR2004 - two payers
        return {}
    if [payer for payer, cents in found.items() if cents is None] == ["programme"]:
        found["programme"] = max(whole - sum(cents or 0 for cents in found.values()), 0)  # “STO, school 880”
    return found if abs(sum(cents or 0 for cents in found.values()) - whole) < ROUNDING else dict.fromkeys(found)


def share_in(read: Annotated) -> Fraction | None:
    """Return the part that a text names: `20%`, `de helft`, `een derde`."""
    return next((share for share, _, _ in shares_named(read.stream, 0, len(read.stream))), None)


def shares_named(stream: Stream, first: int, last: int) -> Iterator[tuple[Fraction, int, int]]:
    """Yield the parts of a whole that are named between two tokens, with where each begins and ends."""
    for at in range(first, last):
        number = number_at(stream, at)
        if number is not None and stream.value(number.end, "units") == "percent":
            yield number.value / WHOLE, at, number.end + 1
            continue
        part = stream.at(at, "fractions")
        if part is not None and Fraction(part.value) < 1:
            yield Fraction(part.value), at, at + part.size


_OUT_OF = {"uit", "vanuit", "van", "via", "door", "from", "by", "out", "of"}
_MONEY = {"middelen", "gelden", "geld", "subsidie", "budget", "funds", "money", "grant"}
_DOES = {"door", "by"}
_ARTICLES = {"het", "de", "een", "the", "a"}
_COMES = {"komt", "wordt", "is", "comes", "paid"}


def shares_paid(stream: Stream, first: int, last: int) -> dict[Payer, Fraction]:
    """Return who pays which part, where the one stands directly beside the other; {} where that is not said.

    “50% uit het RIF”, “de helft is betaald door de gemeente”, “RIF-subsidie: 50%”.
    """
    found: dict[Payer, Fraction] = {}
    for share, begin, end in shares_named(stream, first, last):
        payer = _payer_behind(stream, end, last) or _payer_before(stream, first, begin)
        if payer is not None:
            found[payer] = found.get(payer, Fraction(0)) + share
    return found


def _payer_behind(stream: Stream, end: int, last: int) -> Payer | None:
    """Return who is named behind a share, with nothing more behind the name: not “20% van de school doet mee”."""
    at, linked = end, ""
    while at < last and (stream.key(at) in _OUT_OF | _ARTICLES | _COMES or stream.at(at, "pays")):
        linked, at = linked if stream.key(at) in _ARTICLES else stream.key(at), at + 1
    match = stream.at(at, "payers") if linked and at < last else None
    behind = at + (match.size if match else 1)
    while match and behind < last and (stream.sign(behind, "-") or stream.key(behind) in _MONEY):
        behind += 1
    if behind < last and stream.word(behind) and stream.key(behind) not in {"en", "and"}:
        return None
    named = linked in _DOES and stream.word(at) and stream.tokens[at].text[:1].isupper()
    return payer_at(stream, at) if match else "other" if named and at < last else None


def _payer_before(stream: Stream, first: int, begin: int) -> Payer | None:
    """Return who is named before a share: “RIF-subsidie: 50%”."""
    if not (stream.sign(begin - 1, ":=") or stream.at(begin - 1, "pays")):
        return None
    near = range(max(first, begin - 2 - REACH), begin - 1)
    return next((payer_at(stream, at) for at in near if stream.at(at, "payers")), None)


REACH = 2
"""Tokens between who pays and the sign before a share: “RIF-subsidie: 50%”."""


def other_subsidy_pays(stream: Stream, first: int, last: int) -> bool:
    """Whether another subsidy is said to pay, be it not how much: “deels uit NPO-gelden”, “het RIF betaalt mee”."""
    if any(match.value == "denied" for _, match in stream.terms("stances", first, last)):
        return False
    pays = any(True for _ in stream.terms("pays", first, last))
    for at, _ in stream.terms("payers", first, last):
        before = at - 1 - (stream.key(at - 1) in _ARTICLES)
        if payer_at(stream, at) == "other_subsidy" and (pays or stream.key(before) in _OUT_OF):
            return True
    return False


def summed(amounts: Sequence[int]) -> int:
    """Return what several amounts in one place are together; the first or the last may be their sum."""
    total = sum(amounts)
    return total // 2 if len(amounts) > 1 and total in {2 * amounts[-1], 2 * amounts[0]} else total


NOTHING = {"", "-", "–", "—", "nee", "no", "geen", "n.v.t.", "nvt", "0", "none", "niets", "neen", "false"}


def share_paid(cell: str, whole: int, *, named: bool = False) -> tuple[Payer, int] | None:
    """Return who pays how many cents of a cost by a cell: `ja`, `€ 300 (gemeente)`, `20%`; None where that is open.

    `named`: the column names who pays, so that a name alone pays all of it.
    """
    paid = paid_meant(cell, whole) if cell.strip() else None
    if paid is None and named and cell.strip().lower() not in NOTHING:
        return "other", whole
    if paid is None or not paid.stated:
        return None
    return paid.payer or "other", whole if paid.cents is None else paid.cents
