"""Money in a text: what things cost, what others pay of it, what is asked of the region, and what is called the total.

`amounts.py` knows one amount by itself and `products.py` a product; here are the texts in which people put them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.money_words import (
    ALL_PAID,
    ASKED,
    COSTS,
    NOT_PAID,
    OF_IT,
    OPENS_WHOLE,
    PAID_HERE,
    PART_PAID,
    PAYS,
    PAYS_PART,
    WHOLE,
    WHOLE_BEHIND,
)
from sto_cli.plans.language.number_words import in_digits
from sto_cli.plans.language.products import LONGEST_SAID
from sto_cli.plans.language.told_amounts import EARLIER, ToldAmount, amounts_in

SENTENCES = 8
"""Sentences of which is remembered what they say as a whole: it is asked for each of their amounts."""

_WRAPPED = re.compile(
    r"([=+×,(]|\b(?:is|en|of|de|het|x|à|van|voor|met|dus))\n|\n(?=\s{0,9}(?:[à=×+]|x\s|euro\b))", re.IGNORECASE
)
"""Where a line ends within a sentence or a sum."""

_BETWEEN = re.compile(r"\b(?:tussen|between)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])(?<!cofin\.)(?<!max\.)(?<!min\.)(?<!incl\.)(?<!ca\.)\s+(?=[A-ZÀ-Ý€]|\d{1,3} ?%)|\n")


@dataclass(slots=True)
class Money:
    """What a text says of money, in the order of the text.

    `costs` are amounts that something costs, `paid` those of them (or parts of them) that others pay, `asked` what is
    asked of the region, `total` what is called all of it together. `cofinanced` says whether others pay, and is None
    where nothing is said of that.
    """

    costs: list[Amount] = field(default_factory=list)
    paid: list[Amount] = field(default_factory=list)
    asked: list[Amount] = field(default_factory=list)
    total: Amount | None = None
    cofinanced: bool | None = None


def added(amounts: Sequence[Amount]) -> Amount | None:
    """Return the sum of amounts, with the words of the first that leaves doubt; None when there are none."""
    if not amounts:
        return None
    doubtful = next((amount for amount in amounts if amount.ambiguous), None)
    words = (
        (doubtful or amounts[0]).written if len(amounts) == 1 or doubtful else " + ".join(a.written for a in amounts)
    )
    rough = any(amount.rough for amount in amounts)
    return Amount(sum(amount.cents for amount in amounts), words, doubtful is not None, sure=False, rough=rough)


def money_in(text: str) -> Money:
    """Read what a text says of money, sentence by sentence."""
    money = Money()
    if len(text) > LONGEST_SAID:
        return money
    for sentence in _SENTENCE.split(_WRAPPED.sub(r"\1 ", in_digits(text))):
        said = [] if EARLIER.search(sentence) else list(amounts_in(sentence))
        if said and _BETWEEN.search(sentence):
            return Money()
        _note_payers(sentence, money, any_amount=bool(said))
        _take_sentence(sentence, said, money)
    if money.paid:
        money.cofinanced = True
    elif money.cofinanced and len(money.costs) > 1:
        money.cofinanced = None  # of which of them it is said cannot be known
    _take_opening(text, money)
    return money


def _take_opening(text: str, money: Money) -> None:
    """Take the first amount as the total, where those behind it add up to it: “€ 900 is nodig. Daarvan is € 600 …”."""
    cents = [one.cents for one in money.costs]
    if money.total is not None or len(cents) <= 2 or sum(cents[1:]) != cents[0]:  # noqa: PLR2004 - two make a sum
        return
    behind = text.partition(money.costs[0].written)[2][:LEADS_IN]
    if OF_IT.search(text) or ":" in behind:
        money.total, *money.costs = money.costs


LEADS_IN = 60
"""Characters behind an amount in which a colon says that it is made up of what follows."""


def paid_in(text: str) -> list[Amount]:
    """Return the amounts in a text that stands where one asks what others pay; a sum of them is left out."""
    money = Money()
    for sentence in _SENTENCE.split(in_digits(text)) if len(text) <= LONGEST_SAID else ():
        _take_sentence(sentence, list(amounts_in(sentence)), money, pays=True)
    return money.paid


def tells_payers(text: str) -> bool:
    """Whether a line only says what others pay of costs that stand elsewhere: `Cofinanciering: …`."""
    return PAYS.match(text) is not None


def asks(text: str) -> bool:
    """Whether a text speaks of what is asked of the region."""
    return ASKED.search(text) is not None


def _note_payers(sentence: str, money: Money, *, any_amount: bool) -> None:
    if NOT_PAID.search(sentence):
        money.cofinanced = money.cofinanced or False
    elif ALL_PAID.search(sentence) or (any_amount and PAYS_PART.search(sentence)):
        money.cofinanced = True


def _take_sentence(sentence: str, said: list[ToldAmount], money: Money, *, pays: bool = False) -> None:
    """Give each amount of a sentence its part: the total, asked of the region, paid by others, or a cost."""
    pays = pays or PAYS.match(sentence) is not None or (money.total is not None and _payers_in(sentence))
    paid: list[Amount] = []
    for index, one in enumerate(said):
        if _names_total(sentence, said, index, money):
            continue
        may_be = not pays or (money.total is not None and not PAYS.match(sentence))
        if may_be and _is_larger(one.amount, money) and _is_total(sentence, said, index):
            money.costs += _not_told(money)
            money.total = one.amount
            pays = _payers_in(sentence[one.end :])
        elif _asks(sentence, said, index):
            money.asked.append(one.amount)
            pays = pays or index == 0
        elif _is_spent(sentence, said, index):
            money.costs.append(one.amount)
        elif pays or _is_paid(sentence, said, index, first=not money.costs):
            paid.append(one.amount)
        else:
            money.costs.append(one.amount)
            paid += [one.amount] if _is_gift(sentence, said) else []
    _add_paid(money, paid)


_AGAIN_ALL = re.compile(r"\b(?:van|of) (?:de|het|deze|dit|this|the)?\W*$", re.IGNORECASE)
"""Before the total, named once more: “Van de € 25.000 …”."""


def _names_total(sentence: str, said: list[ToldAmount], index: int, money: Money) -> bool:
    """Whether an amount is the total that was told before."""
    again = money.total is not None and said[index].amount.cents == money.total.cents
    return again and _AGAIN_ALL.search(_before(sentence, said, index)) is not None


def _is_larger(amount: Amount, money: Money) -> bool:
    """Whether an amount may be the total: there is none yet, or it was that of a part."""
    return money.total is None or amount.cents > money.total.cents


def _not_told(money: Money) -> list[Amount]:
    """Return an earlier total as a cost, where it is not the sum of costs that were told."""
    if money.total is None:
        return []
    sums = accumulate(amount.cents for amount in reversed(money.costs))
    return [] if money.total.cents in sums else [money.total]


def _is_spent(sentence: str, said: list[ToldAmount], index: int) -> bool:
    """Whether an amount is said to be for something: “€ 8.000 voor apparatuur”, “voor de lessen € 8.000”."""
    before = _before(sentence, said, index)
    behind = _FOR_A_THING.match(sentence, said[index].end) and not _names_payer(sentence)
    return bool(behind) or (index > 0 and _THING_FIRST.match(before) is not None and not _PAYER_NAMED.search(before))


_FOR_A_THING = re.compile(
    r"[\s,]*(?:euro )?(?:is |zijn |gaat |gaan |bestemd |bedoeld |nodig |gereserveerd )*(?:voor|for|naar) "
    r"(?!zijn|haar|hun|onze|eigen|rekening|(?:de|het|een)? ?rest|deze kosten)",
    re.IGNORECASE,
)
"""Behind an amount: what it is spent on."""

_THING_FIRST = re.compile(
    r"[\s,;:]*(?:en |and )?(?:voor|for) (?!zijn|haar|hun|onze|eigen|rekening|(?:de|het|een)? ?rest|deze kosten)",
    re.IGNORECASE,
)
"""Between two amounts: what the second is spent on."""


def _before(sentence: str, said: list[ToldAmount], index: int) -> str:
    """Return what stands between an amount and the one before it."""
    return sentence[said[index - 1].end if index else 0 : said[index].start]


def _is_paid(sentence: str, said: list[ToldAmount], index: int, *, first: bool) -> bool:
    """Whether others pay this amount, of a cost that stands before it or elsewhere."""
    if index and PAID_HERE.search(_before(sentence, said, index).rsplit(")", 1)[-1]):
        return True
    part = _part_begins(sentence)
    if part is None or _tells_use(sentence):
        return False
    behind = said[index].start > part
    return behind and not (first and _is_gift(sentence, said))


_SPENDS = re.compile(
    r"\b(?:kopen|koop|gaat|gaan|besteden|gebruiken|bestemd|schaffen|aanschaffen|bekostigen|buy|spend)\b", re.IGNORECASE
)
"""In a sentence on what is bought “daarvan”."""


@lru_cache(maxsize=SENTENCES)
def _part_begins(sentence: str) -> int | None:
    """Return where a sentence begins to speak of a part that others pay."""
    part = PART_PAID.search(sentence)
    return part.start() if part else None


@lru_cache(maxsize=SENTENCES)
def _names_payer(sentence: str) -> bool:
    return _PAYER_NAMED.search(sentence) is not None


@lru_cache(maxsize=SENTENCES)
def _tells_use(sentence: str) -> bool:
    """Whether a sentence says what is bought, and names nobody who pays."""
    payer = PAYS_PART.search(sentence) is not None or _names_payer(sentence)
    return not payer and _SPENDS.search(sentence) is not None


def _payers_in(text: str) -> bool:
    """Whether a text beside a total says who pays a part of it."""
    said = PART_PAID.search(text) or ALL_PAID.search(text) or PAYS.search(text) or _PAYER_NAMED.search(text)
    return said is not None and not _tells_use(text)


_PAYER_NAMED = re.compile(r"\b(?:school|schoolbestuur|bestuur|gemeente|bedrij\w+|ouders|stichting)\b", re.IGNORECASE)


def _is_total(sentence: str, said: list[ToldAmount], index: int) -> bool:
    before = _before(sentence, said, index)
    if index and before.strip(" ,:=").lower() == "samen":
        return True
    if WHOLE.search(before) and not PAID_HERE.search(before) and not PART_PAID.search(before):
        return True
    if WHOLE_BEHIND.match(sentence, said[index].end) and (index > 1 or (not index and OPENS_WHOLE.match(sentence))):
        return True
    of_this = not index and not before.strip(" =-–") and _OF_THIS.match(sentence, said[0].end)
    return bool(of_this) or _makes_up(sentence, said, index) or _is_sum(sentence, said, index, before)


_OF_THIS = re.compile(r"[\s,(]*(?:van (?:deze|dit|die)|waarvan|daarvan|hiervan|of (?:this|which))\b", re.IGNORECASE)
"""Behind an amount that opens a line: it is the total, of which something is said."""


def _makes_up(sentence: str, said: list[ToldAmount], index: int) -> bool:
    """Whether the first amount of “It costs € 900: € 600 for … and € 300 for …” is what the others make up."""
    if index or not COSTS.match(sentence):
        return False
    others = [one.amount.cents for one in said[1:]]
    if not others or sum(others) == said[0].amount.cents:
        return True
    return _MADE_OF.search(sentence[said[0].end : said[1].start]) is not None


_MADE_OF = re.compile(
    r":|\b(?:opgebouwd|bestaande?|bestaan|te weten|namelijk|verdeeld|uitgesplitst|onderverdeeld|consisting|made up)\b",
    re.IGNORECASE,
)
"""Behind an amount that those behind it make up."""


def _is_sum(sentence: str, said: list[ToldAmount], index: int, before: str) -> bool:
    """Whether this is the outcome in “bus 360 + brillen 140 = 500”."""
    return index > 1 and before.strip() == "=" and "+" in sentence[: said[index - 1].start]


def _asks(sentence: str, said: list[ToldAmount], index: int) -> bool:
    """Whether an amount is what is asked of the region, by the words before it, or behind it at the end."""
    last = index == len(said) - 1
    if _FOR_SOMETHING.match(sentence[: said[0].start]):
        return False
    before, behind = _before(sentence, said, index), sentence[said[index].end :]
    named = before.rsplit(":", 1)[-1]
    before = named if named.strip() else before
    if _REST.search(before) and _FOR_A_THING.match(sentence, said[index].end):
        return False
    return asks(before) or (
        last and (asks(behind) or _ASKED_AROUND.search(f"{before[-60:]}€{behind[:30]}") is not None)
    )


_REST = re.compile(r"\brest\W*$", re.IGNORECASE)
_ASKED_AROUND = re.compile(
    r"\b(?:wij|we|ik)\b[^.;,€]{0,50}€[^.;,\w]{0,3}(?:subsidie |bijdrage )?(?:te )?(?:vra|aanvra)(?:gen|ag)|"
    r"\b(?:regio|sto|jullie|u)\b(?: \w+)? om €",
    re.IGNORECASE,
)
"""Words on both sides of an amount, in the place of which € stands: “zodat we de regio om € vragen”."""

_FOR_SOMETHING = re.compile(
    r"\W*(?:[^.€]{0,30}[.:] )?(?:voor|for) (?!(?:dit|het|ons|the|this)(?: hele)? (?:plan|project)|dit\b|alles\b|sto\b)"
    r"[^€]{3,80}\bvra(?:gen|ag) (?:wij|we|ik)\b",
    re.IGNORECASE,
)
"""The opening of a sentence in which “vragen wij” means that something costs so much."""


def _is_gift(sentence: str, said: list[ToldAmount]) -> bool:
    """Whether the only amount of a sentence is what something costs that is given: “robots € 900, in natura”."""
    if len(said) > 1 or re.match(r".{0,40}?\b(?:waarvan|of which|daarvan)\b", sentence, re.IGNORECASE):
        return False
    return ALL_PAID.search(sentence) is not None and not NOT_PAID.search(sentence)


def _add_paid(money: Money, paid: list[Amount]) -> None:
    """Add what others pay, once: a sum of what was said, before or behind it, is no payment of its own."""
    earlier = {amount.cents for amount in money.paid} | {sum(amount.cents for amount in money.paid)}
    new = [amount for amount in paid if amount.cents not in earlier or not money.paid]
    for index, amount in enumerate(new):
        others = sum(one.cents for one in new) - amount.cents
        if len(new) > 2 and others == amount.cents:  # noqa: PLR2004 - a sum has two parts or more
            new = [amount] if index == 0 else new[:index] + new[index + 1 :]
            break
    money.paid += new
