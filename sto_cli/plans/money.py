"""Money in a text: what things cost, what others pay of it, what is asked of the region, and what is called the total.

`amounts.py` knows one amount by itself and `products.py` a product; here are the texts in which people put them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from sto_cli.plans.amounts import ABOUT, DIGITS, TAIL, YEAR, Amount, read_amount
from sto_cli.plans.number_words import in_digits, numbers_in
from sto_cli.plans.products import LONGEST_SAID, Product, find_prices, find_products

_MONEY = (
    rf"(?:{ABOUT}\s*)?(?:(?:€|\beur\b|\beuro\b)\s?(?:{DIGITS}){TAIL}(?:\s?k\b)?|"
    rf"(?<![\w.,-])(?:{DIGITS})(?:,-{{1,2}}|,=|\s?(?:€|euro'?s?\b|eur\b)(?!\s?\d)|\s?k\b)|"
    r"(?<![\w.,-])(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,3}(?:,\d{3})+)(?![\w.,]*\d))"
)
_SIGN = re.compile(_MONEY, re.IGNORECASE)
_EITHER = re.compile(rf"(?P<one>{_MONEY})\s*(?:of|or|à|tot|to|-|–|en hooguit)\s*(?P<other>{_MONEY})", re.IGNORECASE)
_BARE = re.compile(rf"(?:[:=|]\s*|\s)(?!{YEAR}\s*[.,;]?\s*$)(\d{{2,6}})\s*[.,;]?\s*$")
"""Digits at the end of a line or between commas, as in `Robots: 2400` and `printer 2800, bus 450`."""

_PAYS_PART = re.compile(
    r"neemt|nemen|betaalt|betalen|betaald door|\bdraagt|\bdragen|eigen bijdrage|"
    r"\blegt|\bleggen|co-?financiering van|pays?\b|sponsort|\b(?:geven|geeft|brengt|brengen|doet er|doen er)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"waarvan|of which|daarvan|hiervan", re.IGNORECASE)
_PART_PAID = re.compile(rf"{_OF_IT.pattern}|{_PAYS_PART.pattern}", re.IGNORECASE)
_ALL_PAID = re.compile(
    r"co-?financier|in natura|in kind|\bgift\b|geschonken|gesponsord|schenkt|schenking|cofinanc|"
    r"betaald door|voor rekening van|ter beschikking gesteld|\bvoor niks\b|\bom niet\b|\bgratis\b|kosteloos|"
    r"ter waarde van|"
    r"\b(?:euro|€ ?[\d.,-]+) waard\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"[^\w€]*(?:de |het |totale? |onze |dus |min(?:us)? |af:? |less |the |our )*(?:co-?\s?financiering|cofinancing|"
    r"cofin\b\.?|own contribution|eigen (?:bijdrage|geld|middelen|inbreng)|van wie\b|wie betaalt|who pays|"
    r"bijdragen? (?!(?:van |uit |door )?(?:de )?(?:sto|regio|sterk)\b)(?:van|door|school|bedrij\w+|partners?|derden|"
    r"gemeente|ouders|bestuur|stichting|fonds|mbo|roc|\w*instelling\w*|zorg\w*|(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""The opening of a line that only says what others pay of costs that stand elsewhere."""

_PAID_HERE = re.compile(
    r"co-?\s?fin|eigen (?:bijdrage|geld|middelen|inbreng)|\b(?:bijdrage|inbreng)\b|sponsor|in natura|own contribution",
    re.IGNORECASE,
)
"""Words right before a second amount that others pay of the first."""

_NOT_PAID = re.compile(r"\b(?:geen|zonder|niet|no|without|nog)\b[^.;]{0,20}co-?financ", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:tussen|between)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:totaal\w*|totale|total|tezamen|opgeteld|bij elkaar|al met al|altogether|in all|som|(?:dat|dit) maakt)\b|=+>|"
    r"(?:^|[,;:(.]\s*)(?:\W*(?:dat|dit|dus|en|alles|is|zijn|komt|kost|alle posten)\s)*samen\b(?! met\b)",
    re.IGNORECASE,
)
"""Words before an amount that is all of it together."""

_WHOLE_BEHIND = re.compile(
    r"\s*(?:(?:alles )?bij elkaar|(?:in )?totaal|tezamen|voor alles|all together|altogether|in all|in total)\b(?!\s*:)",
    re.IGNORECASE,
)
"""Words behind such an amount."""

_ALL = re.compile(
    r"\W*(?:(?:en|dus|and|so)\b )*(?:dat|dit|alles|het (?:geheel|plan)|it|this|that|all)\b", re.IGNORECASE
)
"""The opening of a sentence on all costs."""

_COSTS = re.compile(
    r"\W*(?:(?:(?:het|dit|de|ons|the|hele|plan|project|kosten)\s)*(?:kost|kosten|costs?)\b|het gaat om\b|"
    r"(?:wij|we|ik) (?:begroten?|ramen|raam|schat(?:ten)?) (?:(?:dit|het|de|ons|hele|totale)\s)*"
    r"(?:project|plan|kosten|geheel)\b)",
    re.IGNORECASE,
)
"""The opening of a sentence whose first amount is the total, where the others make it up."""

_ASKED = re.compile(
    r"\b(?:(?:wij|we|ik) vra(?:gen|ag)|vra(?:gen|ag) (?:wij|we|ik|aan)|gevraagde?|aangevraagde?|aan te vragen|aanvraag|"
    r"(?:gevraagde |sto-?)?subsidie(?:bedrag|aanvraag)?|sto-?(?:bijdrage|middelen|deel)|"
    r"(?:ten laste van|bijdrage (?:van|uit)|uit) (?:de )?(?:sto|regio)|(?:regio|sto) (?:betaalt|draagt)|"
    r"blijft over|resteert|restbedrag|(?:we|i) ask|ask(?:ed|ing)? (?:for|of)|requested)\b|"
    r"\b(?:sto|jullie|de regio|rest|aan u|van u)\W*(?:(?:dus|is|van|betaalt|draagt|vragen|sto|wij|we)\W+)*$",
    re.IGNORECASE,
)
"""Words around what is asked of the region: a part of the costs that stand elsewhere."""

_SENTENCE = re.compile(r"(?<=[.;!?])(?<!cofin\.)(?<!max\.)(?<!min\.)(?<!incl\.)(?<!ca\.)\s+(?=[A-ZÀ-Ý€])|\n")


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


class _Said(NamedTuple):
    """An amount in a sentence, and where it stands."""

    start: int
    end: int
    amount: Amount


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
    for sentence in _SENTENCE.split(in_digits(text)):
        said = [] if _EARLIER.search(sentence) else list(_amounts(sentence))
        if said and _BETWEEN.search(sentence):
            return Money()
        _note_payers(sentence, money, any_amount=bool(said))
        _take_sentence(sentence, said, money)
    if money.paid:
        money.cofinanced = True
    _take_opening(text, money)
    return money


def _take_opening(text: str, money: Money) -> None:
    """Take the first amount as the total, where those behind it add up to it: “€ 900 is nodig. Daarvan is € 600 …”."""
    cents = [one.cents for one in money.costs]
    if money.total is not None or len(cents) <= 2 or sum(cents[1:]) != cents[0]:  # noqa: PLR2004 - two make a sum
        return
    behind = text.partition(money.costs[0].written)[2][:LEADS_IN]
    if _OF_IT.search(text) or ":" in behind:
        money.total, *money.costs = money.costs


LEADS_IN = 60
"""Characters behind an amount in which a colon says that it is made up of what follows."""


def paid_in(text: str) -> list[Amount]:
    """Return the amounts in a text that stands where one asks what others pay; a sum of them is left out."""
    money = Money()
    for sentence in _SENTENCE.split(in_digits(text)) if len(text) <= LONGEST_SAID else ():
        _take_sentence(sentence, list(_amounts(sentence)), money, pays=True)
    return money.paid


def tells_payers(text: str) -> bool:
    """Whether a line only says what others pay of costs that stand elsewhere: `Cofinanciering: …`."""
    return _PAYS.match(text) is not None


def asks(text: str) -> bool:
    """Whether a text speaks of what is asked of the region."""
    return _ASKED.search(text) is not None


def _note_payers(sentence: str, money: Money, *, any_amount: bool) -> None:
    if _NOT_PAID.search(sentence):
        money.cofinanced = money.cofinanced or False
    elif _ALL_PAID.search(sentence) or (any_amount and _PAYS_PART.search(sentence)):
        money.cofinanced = True


def _take_sentence(sentence: str, said: list[_Said], money: Money, *, pays: bool = False) -> None:
    """Give each amount of a sentence its part: the total, asked of the region, paid by others, or a cost."""
    pays = pays or _PAYS.match(sentence) is not None or (money.total is not None and _payers_in(sentence))
    paid: list[Amount] = []
    for index, one in enumerate(said):
        if _names_total(sentence, said, index, money):
            continue
        may_be = not pays or (money.total is not None and not _PAYS.match(sentence))
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


def _names_total(sentence: str, said: list[_Said], index: int, money: Money) -> bool:
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


def _is_spent(sentence: str, said: list[_Said], index: int) -> bool:
    """Whether an amount is said to be for something: “€ 8.000 voor apparatuur”, “voor de lessen € 8.000”."""
    before = _before(sentence, said, index)
    behind = _FOR_A_THING.match(sentence, said[index].end) and not _PAYER_NAMED.search(sentence)
    return bool(behind) or (index > 0 and _THING_FIRST.match(before) is not None and not _PAYER_NAMED.search(before))


_FOR_A_THING = re.compile(
    r"\s*(?:euro )?(?:is |zijn |gaat |gaan |bestemd |bedoeld |nodig |gereserveerd )*(?:voor|for|naar) "
    r"(?!zijn|haar|hun|onze|eigen|rekening|(?:de|het|een)? ?rest|deze kosten)",
    re.IGNORECASE,
)
"""Behind an amount: what it is spent on."""

_THING_FIRST = re.compile(
    r"[\s,;:]*(?:en |and )?(?:voor|for) (?!zijn|haar|hun|onze|eigen|rekening|(?:de|het|een)? ?rest|deze kosten)",
    re.IGNORECASE,
)
"""Between two amounts: what the second is spent on."""


def _before(sentence: str, said: list[_Said], index: int) -> str:
    """Return what stands between an amount and the one before it."""
    return sentence[said[index - 1].end if index else 0 : said[index].start]


def _is_paid(sentence: str, said: list[_Said], index: int, *, first: bool) -> bool:
    """Whether others pay this amount, of a cost that stands before it or elsewhere."""
    if index and _PAID_HERE.search(_before(sentence, said, index).rsplit(")", 1)[-1]):
        return True
    part = _PART_PAID.search(sentence)
    if _tells_use(sentence):
        return False
    behind = part is not None and said[index].start > part.start()
    return behind and not (first and _is_gift(sentence, said))


_SPENDS = re.compile(
    r"\b(?:kopen|koop|gaat|gaan|besteden|gebruiken|bestemd|schaffen|aanschaffen|bekostigen|buy|spend)\b", re.IGNORECASE
)
"""In a sentence on what is bought “daarvan”."""


def _tells_use(sentence: str) -> bool:
    """Whether a sentence says what is bought, and names nobody who pays."""
    payer = _PAYS_PART.search(sentence) or _PAYER_NAMED.search(sentence)
    return _SPENDS.search(sentence) is not None and not payer


def _payers_in(text: str) -> bool:
    """Whether a text beside a total says who pays a part of it."""
    said = _PART_PAID.search(text) or _ALL_PAID.search(text) or _PAYS.search(text) or _PAYER_NAMED.search(text)
    return said is not None and not _tells_use(text)


_PAYER_NAMED = re.compile(r"\b(?:school|schoolbestuur|bestuur|gemeente|bedrij\w+|ouders|stichting)\b", re.IGNORECASE)


def _is_total(sentence: str, said: list[_Said], index: int) -> bool:
    before = _before(sentence, said, index)
    if _WHOLE.search(before) and not _PAID_HERE.search(before) and not _PART_PAID.search(before):
        return True
    if _WHOLE_BEHIND.match(sentence, said[index].end) and (index > 1 or (not index and _ALL.match(sentence))):
        return True
    of_this = not index and not before.strip(" =-–") and _OF_THIS.match(sentence, said[0].end)
    return bool(of_this) or _makes_up(sentence, said, index) or _is_sum(sentence, said, index, before)


_OF_THIS = re.compile(r"[\s,(]*(?:van (?:deze|dit|die)|waarvan|daarvan|hiervan|of (?:this|which))\b", re.IGNORECASE)
"""Behind an amount that opens a line: it is the total, of which something is said."""


def _makes_up(sentence: str, said: list[_Said], index: int) -> bool:
    """Whether the first amount of “It costs € 900: € 600 for … and € 300 for …” is what the others make up."""
    if index or not _COSTS.match(sentence):
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


def _is_sum(sentence: str, said: list[_Said], index: int, before: str) -> bool:
    """Whether this is the outcome in “bus 360 + brillen 140 = 500”."""
    return index > 1 and before.strip() == "=" and "+" in sentence[: said[index - 1].start]


def _asks(sentence: str, said: list[_Said], index: int) -> bool:
    """Whether an amount is what is asked of the region, by the words before it, or behind it at the end."""
    last = index == len(said) - 1
    if _FOR_SOMETHING.match(sentence[: said[0].start]):
        return False
    before, behind = _before(sentence, said, index), sentence[said[index].end :]
    named = before.rsplit(":", 1)[-1]
    before = named if named.strip() else before
    return asks(before) or (
        last and (asks(behind) or _ASKED_AROUND.search(f"{before[-60:]}€{behind[:30]}") is not None)
    )


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


def _is_gift(sentence: str, said: list[_Said]) -> bool:
    """Whether the only amount of a sentence is what something costs that is given: “robots € 900, in natura”."""
    of_which = re.match(r".{0,40}?\b(?:waarvan|of which|daarvan)\b", sentence, re.IGNORECASE)
    given = _ALL_PAID.search(sentence) is not None and not _NOT_PAID.search(sentence)
    return given and len(said) == 1 and not of_which


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


def _amounts(sentence: str) -> Iterator[_Said]:
    """Yield the amounts of a sentence in their order; a product counts as one."""
    products, prices = list(find_products(sentence)), list(find_prices(sentence))
    found = [
        _Said(one.start, one.end, Amount(one.product.outcome, one.product.written, sure=False))
        for one in products
        if not (_restates(sentence, one.start, one.product) or _restated(sentence, one.end, one.product))
    ]
    taken = [(one.start, one.end) for one in products]
    for either in _EITHER.finditer(sentence):
        one, other = (read_amount(either[name].strip()) for name in ("one", "other"))
        if one and other and not _within(either.start(), taken):
            cents = max(one.cents, other.cents)
            found.append(
                _Said(*either.span(), Amount(cents, either[0], ambiguous=True, sure=False, rough=True, either=True))
            )
            taken.append(either.span())
    for sign in _SIGN.finditer(sentence):
        amount = read_amount(sign[0].strip())
        if amount is not None and not _within(sign.start(), taken) and not _PER_HOUR.match(sentence, sign.end()):
            whole = next((one.product.cents for one in prices if one.start < sign.start() < one.end), None)
            found.append(_Said(*sign.span(), replace(amount, other=whole)))
    if not any(_stands_free(sentence, one) for one in found):
        found += _bare(sentence)
    else:
        found += list(_bare_between(sentence, found))
    if _SPEAKS_PLAINLY.search(sentence):
        taken += [(one.start, one.end) for one in found]
        found += [one for one in _bare_anywhere(sentence) if not _within(one.start, taken)]
    yield from _of_costs(sentence, sorted(found, key=lambda one: one.start))


def _stands_free(sentence: str, one: _Said) -> bool:
    """Whether an amount is no price of one, and not between brackets."""
    return sentence.count("(", 0, one.start) == sentence.count(")", 0, one.start) and not _PER_ONE.match(
        sentence, one.end
    )


def _of_costs(sentence: str, said: Sequence[_Said]) -> Iterator[_Said]:
    """Yield amounts without those that only explain another, and mark those that may do so."""
    more = [one for one in said if not _PER_ONE.match(sentence, one.end)] or said
    more = list(_without_parts(sentence, more))
    numbers = numbers_in(sentence)
    for index, one in enumerate(more):
        before = more[index - 1] if index else None
        if before and before.amount.cents == one.amount.cents and _AGAIN.fullmatch(sentence[before.end : one.start]):
            continue
        explains = _PER_YEAR.match(sentence, one.end) and len(more) > 1
        sum_before = _adds_up(more[:index][::-1], one.amount.cents) or _adds_up(more[index + 1 :], one.amount.cents)
        makes = any(_is_price_of(one.amount, other.amount, numbers) for other in more[index + 1 :])
        dearer = _DEARER.search(sentence[before.end if before else 0 : one.start])
        maybe = bool(explains or sum_before or makes or dearer)
        yield one._replace(amount=replace(one.amount, other=0)) if maybe else one


_DEARER = re.compile(
    r"\b(?:nieuw|normaal|normaliter|eigenlijk|anders|winkelprijs|waarde van|worth|normally)(?: \w+)?\W*$", re.IGNORECASE
)
"""Before an amount that something would cost, or is worth."""


def _adds_up(others: Sequence[_Said], cents: int) -> bool:
    """Whether two amounts or more, from the first on, together are as much."""
    sums = list(accumulate(other.amount.cents for other in others))
    return cents > 0 and cents in sums[1:]


def _without_parts(sentence: str, said: Sequence[_Said]) -> Iterator[_Said]:
    """Yield amounts without those between brackets that make up the one beside them: `(600, 900): 1.500`."""
    inside = [sentence.count("(", 0, one.start) > sentence.count(")", 0, one.start) for one in said]
    sums: dict[int, int] = {}
    for one, within in zip(said, inside, strict=True):
        opened = sentence.rfind("(", 0, one.start)
        sums[opened] = sums.get(opened, 0) + (one.amount.cents if within else 0)
    outer = {one.amount.cents for one, within in zip(said, inside, strict=True) if not within}
    for one, within in zip(said, inside, strict=True):
        if not within or sums[sentence.rfind("(", 0, one.start)] not in outer:
            yield one


_AGAIN = re.compile(
    r"[\s,;:=().→-]*(?:(?:dat|dit|dus|is|in|totaal|samen|oftewel|ofwel|that|so)[\s,:=(]*)*", re.IGNORECASE
)
"""Between an amount and the same amount once more."""


def _is_price_of(one: Amount, other: Amount, numbers: set[int]) -> bool:
    """Whether an amount, times a number that stands beside it, is the other."""
    return 0 < one.cents < other.cents and other.cents % one.cents == 0 and other.cents // one.cents in numbers


_PER_HOUR = re.compile(r"\s*(?:per uur|p/u\b|an hour|per hour)", re.IGNORECASE)
"""Behind an amount that is the price of an hour, and no cost by itself."""

_PER_ONE = re.compile(
    r"\s*(?:/ ?|\b(?:per|p\.) ?)(?:leerling|lln|persoon|pers|p\b|stuk|st\b|docent|deelnemer|klas|groep|set|"
    r"pupil|student|person|piece|teacher)\w*|\s*(?:p\.?p\b|p/p|p/st|each\b|elk\b|ieder\b|per keer|per rit|per dag\w*)",
    re.IGNORECASE,
)
"""Behind an amount that is the price of one of several."""

_PER_YEAR = re.compile(r"\s*(?:/ ?|per )(?:\w*jaar|maand|week|year|month)\b|[^,;.(]{0,20}\)", re.IGNORECASE)
"""Behind an amount that may be the price of one of several, or explain the amount before its bracket."""

_EARLIER = re.compile(
    r"\b(?:vorig\w*|afgelopen|eerdere) (?:school)?(?:jaar|keer|ronde|project|aanvraag)\b(?! (?:als|op))|"
    r"\b(?:last year|nieuwprijs|nieuwwaarde|winkelwaarde|uurtarief|hourly rate|(?:rekenen|rekening gehouden|calculate) "
    r"(?:wij |we )?met)\b",
    re.IGNORECASE,
)
"""In a sentence on what was paid before, or on what an hour costs."""


def _within(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _bare(sentence: str) -> Iterator[_Said]:
    """Yield amounts without any sign of money: at the end of a line, or of each part between commas."""
    parts = [(found.start(), found[0]) for found in _LISTED.finditer(sentence)]
    ends = [(start, _BARE.search(part)) for start, part in parts]
    if len(ends) > 1 and not all(found for _, found in ends):
        ends = ends[-1:]
    for start, found in ends:
        amount = read_amount(found[1]) if found else None
        if found and amount is not None:
            yield _Said(start + found.start(1), start + found.end(1), amount)


_LISTED = re.compile(r"[^,;]+?(?=[,;]|(?<=\d\d)\s(?:en|and|plus)\s|$)", re.IGNORECASE)
"""The parts of a list in a sentence: between commas, and before “en” where an amount stands there."""


def _bare_between(sentence: str, found: Sequence[_Said]) -> Iterator[_Said]:
    """Yield amounts without a sign in a list of which most parts have one: “units 2 x € 300, lesmateriaal 800”."""
    parts = [(one.start(), one.end(), one[0]) for one in re.finditer(r"[^,;]+(?:,\d+[^,;]*)*", sentence)]
    silent = [part for part in parts if not any(part[0] <= one.start < part[1] for one in found)]
    for start, _, part in silent if 2 * len(silent) < len(parts) else ():
        yield from (_Said(start + one.start, start + one.end, one.amount) for one in _bare(part))


_SPEAKS_PLAINLY = re.compile(
    rf"{_PAYS.pattern}|{_PART_PAID.pattern}|co-?\s?financiering|eigen (?:bijdrage|geld|middelen)|\+.{{1,60}}=|"
    rf"{_WHOLE.pattern}|\bbij elkaar\b",
    re.IGNORECASE,
)
"""Where others pay, or a sum is written out, people leave the sign of money out."""

_BARE_ANYWHERE = re.compile(
    rf"(?<![\w.,€/-])(?<!€ )(?!{YEAR}\b)(\d{{3,6}})(?=\s*(?:$|[().,;:/+=&→-]|(?:en|zelf|bij|mee|in|op|aan|uit|van|door|"
    r"voor|eigen|euro|betaalt|betalen|and|from|of)\b))"
)


def _bare_anywhere(sentence: str) -> Iterator[_Said]:
    for found in _BARE_ANYWHERE.finditer(sentence):
        amount = read_amount(found[1])
        if amount is not None:
            yield _Said(found.start(), found.end(), amount)


def _restated(sentence: str, end: int, product: Product) -> bool:
    """Whether the amount behind a product between brackets is its outcome: `uren (40 x € 50) € 2.000`."""
    if not sentence[end:].startswith(")"):
        return False
    behind = _SIGN.match(sentence[end + 1 :].strip(" :=."))
    amount = read_amount(behind[0].strip()) if behind else None
    return amount is not None and amount.cents == product.cents


def _restates(sentence: str, start: int, product: Product) -> bool:
    """Whether a product between brackets says of what the amount before it is made: `€ 6.000 (100 uur x € 60)`."""
    before = sentence[:start].rstrip()
    if not before.endswith("("):
        return False
    earlier = [read_amount(one[0].strip()) for one in _SIGN.finditer(before)]
    return bool(earlier) and earlier[-1] is not None and earlier[-1].cents == product.cents
