"""The amounts of a line of text with the roles that its words give them: cost, total, asked, paid, or a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.reading.budget import BudgetLine
from sto_cli.plans.reading.budget_entries import BudgetEntry, Clause, Meaning, NamedShare, PaidThing
from sto_cli.plans.reading.budget_products import is_price_of, with_outcomes
from sto_cli.plans.reading.budget_roles import BudgetSentence, Context, named_payer
from sto_cli.plans.reading.cofinancing import other_subsidy_pays, share_in, shares_paid

LONGEST_LINE = 5_000
"""Characters of a line in which amounts are looked for: more than any answer to question 6 has."""

LIKELY, POSSIBLE = 0.55, 0.2
"""Certainty from which on a number is an amount anywhere, and where a list of costs would have one."""


def read_line(line: BudgetLine, context: Context) -> None:
    """Add what a line says of money to the parts of the budget."""
    text = "   ".join(cell for cell in line.cells if cell)[:LONGEST_LINE]
    read = annotate(text)
    label = line.cells[0] if len(line.cells) > 1 else ""
    price: Clause | None = None
    for sentence in read.sentences:
        context.sentence += 1
        clauses = _read_sentence(read, sentence, line, label, context, price)
        price = clauses[-1] if clauses else price


def _read_sentence(
    read: Annotated, sentence: SentenceSpan, line: BudgetLine, label: str, context: Context, price: Clause | None
) -> Sequence[Clause]:  # fmt: skip
    _note_words(read.stream, sentence, context)
    sizes = _sizes(read, sentence, line)
    context.parts.unclear += [(line.at(one.start), one) for one in sizes]
    clauses = _clauses(read, sentence, line, sizes if context.last == "cost" else ())
    if price is not None and clauses and is_price_of(read.stream, price, clauses[0]):
        _take_as_price(price, clauses[0].money.value, context)
    reader = BudgetSentence(read.stream, sentence, line, context, clauses, _is_paid_line(read.stream, sentence, label))
    entries: list[BudgetEntry] = []
    for index, clause in enumerate(clauses):
        entry = reader.entry(index, clause, entries)
        if entry is not None:
            entries.append(entry)
    if other_subsidy_pays(read.stream, sentence.first, sentence.last) and not line.elsewhere:
        context.parts.other_subsidy = context.parts.other_subsidy or line.at(sentence.start)
    if clauses or not _pays_of_cost(read.stream, sentence, line, context):
        _note_payers(read, sentence, context, entries, priced=bool(clauses))
    context.parts.shares += _shares(read, sentence, line, clauses, entries)
    context.parts.entries += entries
    for entry in entries:
        context.total_named = context.total_named or entry.literal.role == "total"
        if entry.literal.role == "total":
            context.totals.add(entry.literal.cents)
        context.last = entry.literal.role if entry.literal.role != "remark" else context.last
    return clauses


def _take_as_price(price: Clause, outcome: int, context: Context) -> None:
    """Take the last cost as the price of one: what all of them cost follows, and it is not the sum of the costs."""
    costs = [entry for entry in context.parts.entries if entry.literal.role == "cost"]
    if not costs or costs[-1].span is not price.money:
        return
    if len(costs) == 1 or sum(entry.literal.cents for entry in costs) != outcome:
        costs[-1].meanings.insert(0, Meaning("remark", costs[-1].literal.cents))


def _note_payers(
    read: Annotated, sentence: SentenceSpan, context: Context, entries: Sequence[BudgetEntry], *, priced: bool
) -> None:
    """Note who pays a thing that the sentence names without an amount, or that somebody pays something."""
    thing = None if priced else _paid_thing(read, sentence)
    if thing is not None:
        context.parts.paid_things.append(thing)
    elif _pays_without_amount(read.stream, sentence) and _more_pay(read.stream, sentence, entries):
        context.parts.unpriced_payer = True


def _pays_of_cost(stream: Stream, sentence: SentenceSpan, line: BudgetLine, context: Context) -> bool:
    """Note what another pays of the cost of the sentence before: “Printer: € 5.000. 50% uit het RIF.”."""
    shares = shares_paid(stream, sentence.first, sentence.last) if sentence.last - sentence.first <= SHORT else {}
    cost = context.parts.entries[-1] if context.parts.entries else None
    if not shares or cost is None or cost.literal.role != "cost" or cost.paid:
        return False
    if cost.sentence != context.sentence - 1 or cost.line.place != line.at(sentence.start).place:
        return False
    cost.pay_shares(shares)
    return True


SHORT = 8
"""Tokens of a sentence that says which part another pays, and of nothing but the cost before it."""


def _shares(
    read: Annotated, sentence: SentenceSpan, line: BudgetLine, clauses: Sequence[Clause], entries: Sequence[BudgetEntry]
) -> Iterator[NamedShare]:
    """Yield the shares of a sentence with the amount in the same part of it that others pay."""
    costs = tuple(one.literal.cents for one in entries if one.literal.role in {"cost", "asked", "total"})
    spent = {one.span.start for one in entries if one.span is not None and one.literal.role not in {"payer", "gift"}}
    for percent in read.quantities:
        if percent.unit != "percent" or not sentence.start <= percent.start < sentence.end:
            continue
        first, last = _part_around(read.stream, percent.start, sentence)
        if any(True for _ in read.stream.terms("other_shares", first, last)):
            continue
        inside = [one.money for one in clauses if first <= one.first < last and one.money.start not in spent]
        if len(inside) == 1:
            words = read.stream.words(first, last)
            yield NamedShare(percent.number / 100, inside[0].value, costs, line.at(percent.start), words)
        elif not clauses and any(True for _ in read.stream.terms("totals", first, last)):
            yield NamedShare(percent.number / 100, None, (), line.at(percent.start), read.text_of(sentence).strip())


def _part_around(stream: Stream, start: int, sentence: SentenceSpan) -> tuple[int, int]:
    """Return the tokens of the part of a sentence around a character: between commas and semicolons."""
    first = sentence.first
    for at in range(sentence.first, sentence.last):
        if stream.sign(at, ",;."):
            if stream.tokens[at].start > start:
                return first, at
            first = at + 1
    return first, sentence.last


def _note_words(stream: Stream, sentence: SentenceSpan, context: Context) -> None:
    for _, match in stream.terms("all_asked", sentence.first, sentence.last):
        if match.value == "all":
            context.parts.all_asked = True
        else:
            context.parts.nobody_else = True
    context.parts.payer_said |= any(True for _ in stream.terms("gifts", sentence.first, sentence.last))
    context.parts.payer_said |= any(
        match.value != "programme" for _, match in stream.terms("payers", sentence.first, sentence.last)
    )


def _pays_without_amount(stream: Stream, sentence: SentenceSpan) -> bool:
    pays = any(True for _ in stream.terms("pays", sentence.first, sentence.last))
    return pays and any(m.value != "programme" for _, m in stream.terms("payers", sentence.first, sentence.last))


LONGEST_PAYING = 14
_PAYING = ("betaal", "betalen", "bekostig", "sponsor", "financier", "vergoed", "pay", "paid", "fund")


def _paid_thing(read: Annotated, sentence: SentenceSpan) -> PaidThing | None:
    """Return who pays what a sentence names without an amount; None where it says nothing of that."""
    stream, first, last = read.stream, sentence.first, sentence.last
    words = frozenset(stream.key(at) for at in range(first, last))
    shares = shares_paid(stream, first, last) if last - first <= LONGEST_PAYING else {}
    if len(shares) == 1 and "programme" not in shares:
        return PaidThing(words, *next(iter(shares.items())))
    if last - first > LONGEST_PAYING or not any(
        stream.key(at).startswith(_PAYING) for at, _ in stream.terms("pays", first, last)
    ):
        return None
    payers = [match.value for _, match in stream.terms("payers", first, last)]
    payer = payers[0] if payers else named_payer(stream, first, last)
    if payer is None or payer == "programme" or len(payers) > 1:
        return None
    return PaidThing(words, payer, share_in(annotate(read.text_of(sentence))) or Fraction(1))  # type: ignore[arg-type]


def _more_pay(stream: Stream, sentence: SentenceSpan, entries: Sequence[BudgetEntry]) -> bool:
    """Whether somebody pays more than the amounts say: more parts of a sentence speak of it than have an amount."""
    priced = sum(one.literal.role in {"payer", "asked", "gift"} for one in entries)
    said, part = set(), 0
    for at in range(sentence.first, sentence.last):
        part += stream.sign(at, ",;") or stream.key(at) in {"en", "and"}
        if stream.at(at, "pays"):
            said.add(part)
    return priced == 0 or len(said) > len(entries)


def _is_paid_line(stream: Stream, sentence: SentenceSpan, label: str) -> bool:
    """Whether a line says before a colon that it is about who pays: `Cofinanciering: school 500, bedrijf 250`."""
    for index, match in stream.terms("paid_headings", sentence.first, min(sentence.first + 6, sentence.last)):
        behind = index + match.size
        opens = index == sentence.first or all(
            stream.tokens[at].kind != "word" or stream.at(at, "links") for at in range(sentence.first, index)
        )
        if match.value == "paid" and opens and (stream.sign(behind, ":=") or stream.is_number(behind) or label):
            return True
    return False


def _clauses(read: Annotated, sentence: SentenceSpan, line: BudgetLine, also: Sequence[MoneySpan]) -> list[Clause]:
    """Return the amounts of a sentence that are amounts, each with its surroundings; `also` are taken as well."""
    found = [one for one in read.money if sentence.start <= one.start < sentence.end]
    signed = any(not one.bare for one in found)
    kept = [one for one in found if one.open or one in also or _is_amount(read, one, sentence, line, signed=signed)]
    places = [_tokens_of(read.stream, one, sentence) for one in kept]
    terms = {at for at in range(len(kept)) if _is_taken_off(read.stream, places, at)}
    kept = [one for at, one in enumerate(kept) if at not in terms]
    places = [one for at, one in enumerate(places) if at not in terms]
    clauses = []
    for index, (money, (first, last)) in enumerate(zip(kept, places, strict=True)):
        before = places[index - 1][1] if index else sentence.first
        after = places[index + 1][0] if index + 1 < len(places) else sentence.last
        clauses.append(Clause(money, first, last, before, after, _near(read.stream, last, after)))
    return with_outcomes(read.stream, clauses)


def _is_taken_off(stream: Stream, places: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether an amount is only a term of a difference: “12.760 - 2.030 = 10.730”."""
    if index + 1 >= len(places):
        return False
    behind = stream.words(places[index][1], places[-1][0]).strip()
    return (behind.startswith(("-", "−")) or stream.sign(places[index][0] - 1, "-−")) and behind.endswith(("=", ":"))


def _sizes(read: Annotated, sentence: SentenceSpan, line: BudgetLine) -> Sequence[MoneySpan]:
    """Return what ends a sentence, and may be an amount or the size of a thing: “tafel 80 x 200”."""
    within = (one for one in read.money if sentence.start <= one.start < sentence.end and not line.elsewhere)
    return [
        one for one in within
        if one.factors and one.certainty < POSSIBLE and not read.text[one.end : sentence.end].strip(" .;\n")
    ]  # fmt: skip


def _tokens_of(stream: Stream, money: MoneySpan, sentence: SentenceSpan) -> tuple[int, int]:
    inside = [
        at for at in range(sentence.first, sentence.last)
        if money.start <= stream.tokens[at].start and stream.tokens[at].end <= money.end
    ]  # fmt: skip
    return inside[0], inside[-1] + 1


def _near(stream: Stream, first: int, last: int) -> int:
    closes = next((at for at in range(first, last) if stream.sign(at, "(),;")), last)
    first = closes + 1 if closes < last and stream.sign(closes, ")") else first
    names = {at + more for at, match in stream.terms("payers", first, last) for more in range(1, match.size)}
    for at in range(first, last):
        links = stream.key(at) in {"en", "and", "dus", "so"} and at not in names  # “subsidie School en Omgeving”
        if stream.sign(at, ",;()[]/+") or links or stream.at(at, "of_it"):
            return at
    return last


def _is_amount(read: Annotated, money: MoneySpan, sentence: SentenceSpan, line: BudgetLine, *, signed: bool) -> bool:
    """Whether a number is meant as an amount: by its signs, or by where it stands."""
    if money.bare and abs(money.value) < SMALL:
        return False
    if money.certainty >= LIKELY:
        return money.certainty >= SURE_ANYWHERE or not signed or _ends_part(read.stream, money, sentence)
    if money.certainty < POSSIBLE:
        return False
    if line.elsewhere or not _ends_part(read.stream, money, sentence):
        return False
    return (
        not signed
        or money.certainty >= PROBABLE
        or _in_list(read, sentence)
        or _pays_without_amount(read.stream, sentence)
    )


SMALL = 100_00
"""Cents: a smaller number without a sign of money beside people or things counts them."""


PROBABLE = 0.3
SURE_ANYWHERE = 0.8


def _ends_part(stream: Stream, money: MoneySpan, sentence: SentenceSpan) -> bool:
    """Whether a number ends a part of a list, with words before it: `printer 2800, bus 450`."""
    first, last = _tokens_of(stream, money, sentence)
    before = stream.tokens[first - 1] if first > sentence.first else None
    if before is None or not (before.kind == "word" or before.text in ":=.…)\t"):
        return False
    if last >= sentence.last or stream.sign(last, ",;.()=+/"):
        return True
    return any(stream.at(last, table) is not None for table in ("pays", "for_thing", "of_it", "payers", "links"))


def _in_list(read: Annotated, sentence: SentenceSpan) -> bool:
    """Whether most amounts of a sentence have no sign of money."""
    found = [one for one in read.money if sentence.start <= one.start < sentence.end and one.certainty >= POSSIBLE]
    return 2 * sum(one.bare for one in found) > len(found)
