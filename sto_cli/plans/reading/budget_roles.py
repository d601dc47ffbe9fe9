"""What the amounts of one sentence are by the words around them: cost, total, asked, paid, or a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sto_cli.plans.language.lexicon import LexiconMatch
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.reading.budget import BudgetLine, Payer
from sto_cli.plans.reading.budget_entries import DEPARTURE, UNLIKELY, BudgetEntry, BudgetParts, Clause, Meaning
from sto_cli.plans.reading.budget_products import counts_between
from sto_cli.plans.reading.cofinancing import payer_at, shares_named, shares_paid

DOUBTFUL = 0.5
"""Certainty below which a number may be no amount."""


@dataclass(slots=True)
class Context:
    """What was read before a line: whether a total was named, the last role, and what the heading above is about."""

    parts: BudgetParts
    paid: bool = False
    total_named: bool = False
    totals: set[int] = field(default_factory=set)
    last: str = ""
    sentence: int = 0


def named_payer(stream: Stream, first: int, last: int) -> Payer | None:
    """Return `other` where a name stands before a word of paying, or behind it with “door”: “Lely betaalt dit”."""
    for at, match in stream.terms("pays", first, last):
        behind = at + match.size
        name = behind + 1 if stream.key(behind) in {"door", "by"} else at - 1
        if first <= name < last and stream.tokens[name].text[:1].isupper() and not stream.matches[name]:
            return "other"
    return None


class BudgetSentence:
    """One sentence while its amounts get their roles."""

    def __init__(
        self, stream: Stream, sentence: SentenceSpan, line: BudgetLine, context: Context, clauses: Sequence[Clause],
        paid_line: bool,
    ) -> None:  # fmt: skip
        self.stream, self.sentence, self.line, self.context = stream, sentence, line, context
        self.clauses, self.paid = clauses, paid_line or context.paid
        self.total_here = False
        self.pays = self._any("pays", sentence.first, sentence.last)
        pays = (at for at, _ in stream.terms("pays", sentence.first, sentence.last) if not self._bracketed(at))
        self.pays_first = min(pays, default=-1)

    def _any(self, table: str, first: int, last: int, value: str | None = None) -> bool:
        return any(value is None or match.value == value for _, match in self._terms(table, first, last))

    def _terms(self, table: str, first: int, last: int) -> Iterator[tuple[int, LexiconMatch]]:
        return ((at, match) for at, match in self.stream.terms(table, first, last) if at + match.size <= last)

    def _last(self, table: str, first: int, last: int) -> tuple[int, LexiconMatch] | None:
        found = None
        for one in self._terms(table, first, last):
            found = one
        return found

    def _payer(self, first: int, last: int, *, nearest: bool = True) -> Payer | None:
        """Return who pays by the words between two tokens: the nearest before an amount, or the first behind it."""
        found = self._payers(first, last)
        return (found[-1] if nearest else found[0]) if found else None

    def _payers(self, first: int, last: int) -> list[Payer]:
        """Return who is named between two tokens; a bare “subsidie” is of the programme where nobody else is."""
        found = [(self.stream.key(at), payer_at(self.stream, at)) for at, _ in self._terms("payers", first, last)]
        named = [payer for word, payer in found if (word, payer) != ("subsidie", "programme") or len(found) == 1]
        return named or [payer for _, payer in found]

    def _part_begin(self, clause: Clause) -> int:
        """Return where the part of the sentence begins in which an amount stands: behind the last comma before it."""
        for at in range(clause.first - 1, clause.before - 1, -1):
            if self.stream.sign(at, ",;(") or (self.stream.key(at) in {"en", "and", "dus"} and at > clause.before):
                return at + 1
        return clause.before

    def _in_bracket(self, clause: Clause) -> bool:
        return self._bracketed(clause.first)

    def _bracketed(self, position: int) -> bool:
        """Whether a token stands between brackets."""
        depth = 0
        for at in range(self.sentence.first, position):
            depth += self.stream.sign(at, "(") - self.stream.sign(at, ")")
        return depth > 0

    def entry(self, index: int, clause: Clause, earlier: Sequence[BudgetEntry]) -> BudgetEntry | None:
        """Return an amount with its meanings; None where it only says more of the cost before it."""
        money = clause.money
        entry = BudgetEntry(
            self.line.at(money.start), self._label(clause), [], open=money.open,
            rough=money.about, unsure=money.certainty < DOUBTFUL,
            sentence=self.context.sentence, span=money,
        )  # fmt: skip
        if money.wrong and money.stated is not None and not self._explained(money):
            entry.wrong, entry.words = (money.stated, money.cents), " ".join(money.words.split())
        entry.of_it = self._any("of_it", self.sentence.first, clause.first)
        entry.meanings = self._meanings(index, clause, earlier)
        if money.other is not None:
            entry.may_be(entry.literal.role, money.other)
        self.total_here = self.total_here or entry.literal.role == "total"
        if entry.literal.role == "payer" and self._is_part_of_cost(clause, earlier):
            cost = earlier[-1]
            payer = entry.literal.payer or "other"
            if entry.literal.cents not in cost.paid.values():
                cost.paid[payer] = cost.paid.get(payer, 0) + entry.literal.cents
            return None
        if entry.literal.role == "cost":
            self._note_payer(clause, entry)
        return entry

    def _explained(self, money: MoneySpan) -> bool:
        """Whether other numbers make the outcome right: “twee docenten, 6 dagen x € 250 = € 3.000”."""
        counts = counts_between(self.stream, self.sentence.first, self.sentence.last, money)
        return any(one * money.cents == money.stated for one in counts)

    def _label(self, clause: Clause) -> str:
        begin = clause.before if clause.before < clause.first else self.sentence.first
        words = self.stream.words(begin, clause.first).strip(" .,;:=-–—€\t…|")
        first = self.line.cells[0] if len(self.line.cells) > 1 else ""
        return words or ("" if first.strip() == clause.money.words else first)

    def _is_part_of_cost(self, clause: Clause, earlier: Sequence[BudgetEntry]) -> bool:
        """Whether what somebody pays is a part of the one cost that stands before it: “€ 7.800, waarvan 1.900 …”."""
        if not earlier or earlier[-1].literal.role != "cost" or self.context.total_named:
            return False
        of_it = self._any("of_it", clause.before, clause.first)
        return (of_it or self._in_bracket(clause)) and sum(one.literal.role == "cost" for one in earlier) >= 1

    def _note_payer(self, clause: Clause, entry: BudgetEntry) -> None:
        """Note who pays a cost by the bracket behind it: “materiaal 6.000 euro (betaald door bedrijven)”."""
        first = clause.last
        if not self.stream.sign(first, "(") and not self.stream.sign(first, ","):
            return
        last = next((at for at in range(first + 1, clause.after) if self.stream.sign(at, "),;.")), clause.after)
        if last == clause.after < self.sentence.last:
            return  # that is said of the next amount
        if shares := shares_paid(self.stream, first, last):
            entry.pay_shares(shares)
            return
        if self._any("unsure", first, last, "part"):
            self.context.parts.shares_open = True
            return
        pays, gift = self._any("pays", first, last), self._any("gifts", first, last)
        payer = self._payer(first, last, nearest=False) or named_payer(self.stream, first, last)
        if gift or (pays and payer not in {None, "programme"}):
            who = payer if payer is not None and payer != "programme" else "company"
            parts = [part for part, _, _ in shares_named(self.stream, first, last)]
            entry.paid[who] = round(entry.literal.cents * min([*parts, Fraction(1)]))

    def _meanings(self, index: int, clause: Clause, earlier: Sequence[BudgetEntry]) -> list[Meaning]:
        money, value = clause.money, clause.money.value
        part = self._part_begin(clause)
        if (value in self.context.totals and self._again(clause)) or self._is_aside(clause):
            return [Meaning("remark", value)]
        if not index and clause.first == self.sentence.first and self._is_sum_so_far(value):
            return [Meaning("total", value), Meaning("cost", value)]
        if money.factors and earlier and earlier[-1].literal.cents == value:
            return [Meaning("remark", value), Meaning("cost", value)]
        if money.per is not None and not money.factors and len(self.clauses) > 1:
            return [Meaning("remark", value), Meaning("cost", value)]
        if self._in_bracket(clause) and (index or self._leads_to_amount(clause)):
            return self._in_brackets(clause, value)
        named = self._taken_off(clause, part, value) or self._named(clause, part, value, earlier)
        return named or self._by_payer(index, clause, part, value)

    def _taken_off(self, clause: Clause, part: int, value: int) -> list[Meaning]:
        """Return the meanings of what is taken off: what somebody pays, or before the total a discount."""
        if value >= 0 and not self._any("deductions", clause.before, clause.first):
            return []
        payer = self._named_payer(clause, part) or "other"
        payer = "other" if payer == "programme" else payer
        taken = [Meaning("payer", abs(value), payer), Meaning("cost", -abs(value))]
        return taken if self.context.total_named or payer != "other" else taken[::-1]

    def _is_sum_so_far(self, value: int) -> bool:
        """Whether an amount without words is what all costs before it are together."""
        costs = [one.literal.cents for one in self.context.parts.entries if one.literal.role == "cost"]
        return len(costs) > 1 and sum(costs) == value and not self.context.total_named

    def _again(self, clause: Clause) -> bool:
        """Whether the total is named once more: “Van de € 25.000 betaalt de school …”."""
        return self.stream.key(clause.first - 1) in {"de", "het", "deze", "dit", "the", "this", "van", "of"}

    def _is_aside(self, clause: Clause) -> bool:
        """Whether an amount is of another year, or only compares; what a product comes to is not its price."""
        kind = "earlier" if clause.money.factors else None
        opens = any(self.stream.at(self.sentence.first + at, "earlier") for at in range(2)) and kind is None
        behind = clause.last if clause.money.factors else clause.first  # “€ 25 per leerling” of a product is no aside
        before = self._any("earlier", clause.before, clause.first, kind)
        return opens or before or self._any("earlier", behind, clause.near)

    def _in_brackets(self, clause: Clause, value: int) -> list[Meaning]:
        if self._leads_to_amount(clause):
            return [Meaning("remark", value)]
        payer = self._payer(clause.before, clause.near) or self._payer(clause.last, clause.near, nearest=False)
        if payer is None and self._any("of_it", clause.before, clause.first) and self._from_somebody(clause):
            payer = "other"
        gift = self._any("gifts", clause.before, clause.near)
        if payer == "programme":
            return [Meaning("remark", value)]
        if payer or gift or self._any("pays", clause.before, clause.near) or (self.pays and not self._has_costs()):
            return [Meaning("payer", value, payer or "company"), Meaning("remark", value)]
        if not self._behind_amount(clause):
            return [Meaning("cost", value), Meaning("remark", value)]
        return [Meaning("remark", value), Meaning("cost", value)]

    def _has_costs(self) -> bool:
        """Whether the sentence is about what things cost."""
        return not (self.context.total_named or self.paid)

    def _leads_to_amount(self, clause: Clause) -> bool:
        """Whether an amount stands directly behind the bracket of this one."""
        closes = self.stream.sign(clause.last, ")")
        return closes and any(one.first == clause.last + 1 for one in self.clauses)

    def _behind_amount(self, clause: Clause) -> bool:
        """Whether an amount stands in the same part of the sentence before the bracket."""
        return not any(
            self.stream.sign(at, ",;") or self.stream.key(at) in {"en", "and"}
            for at in range(clause.before, clause.first)
        )

    def _named(self, clause: Clause, part: int, value: int, earlier: Sequence[BudgetEntry]) -> list[Meaning]:
        """Return the meanings of an amount that is called a total, or what is asked."""
        before, near = (clause.before, clause.first), (clause.last, clause.near)
        if self._any("subtotals", *before):
            return [Meaning("subtotal", value)]
        asked = self._asks(clause, part, earlier)
        ends = [at + 1 for at in range(clause.before, clause.first) if self.stream.sign(at, ";")]
        named = self._last("totals", max(ends, default=clause.before) if asked else clause.before, clause.first)
        if (
            named is not None
            and named[0] == clause.first - 1
            and clause.money.factors
            and self._counts_together(clause)
        ):
            named = None
        total = named or self._behind_total(clause) or self._is_outcome(clause)
        if total:
            return self._total(clause, value, earlier, asked=asked)
        if asked:
            return self._asked(clause, value)
        if self._any("totals", *near) and not self.pays:
            return [Meaning("total", value), Meaning("cost", value)]
        return []

    def _counts_together(self, clause: Clause) -> bool:
        """Whether “samen” says who work together, and not what all costs: “de bedrijven werken samen 120 uur”."""
        return self.stream.key(clause.first - 1) in {"samen", "together"} and not self._is_sum_so_far(
            clause.money.value
        )

    def _behind_total(self, clause: Clause) -> tuple[int, LexiconMatch] | None:
        """Return a word of a total directly behind an amount: “27.000 bij elkaar”."""
        match = self.stream.at(clause.last, "totals")
        return (clause.last, match) if match is not None and clause.last < clause.after else None

    def _is_outcome(self, clause: Clause) -> bool:
        """Whether only a sign stands before an amount that opens a line: “=> 33.300”."""
        first = self.sentence.first
        return first < clause.first and all(self.stream.sign(at, "=>→") for at in range(first, clause.first))

    def _asks(self, clause: Clause, part: int, earlier: Sequence[BudgetEntry]) -> bool:
        """Whether an amount is what the programme is asked: by the words before it, or behind it."""
        if "programme" in self._payers(part, clause.first):
            return True
        known = bool(earlier) and earlier[-1].literal.role == "asked"  # “12.000 van STO, 1.500 van het bedrijf”
        last_asked = self._last("asked", part if known else clause.before, clause.first)
        if last_asked is not None:
            if self._others_pay_rest(clause):
                return False
            other = self._last("payers", last_asked[0], clause.first)
            return other is None or other[1].value in {"programme", "school"}
        if self._payer(part, clause.first) not in {None, "programme"}:
            return False
        rest = self._last("rests", clause.before, clause.first)
        behind_it = min(clause.last + 4, self.sentence.last)
        if rest is not None and (
            self._any("for_thing", rest[0], clause.first) or self._any("for_thing", clause.last, behind_it)
        ):
            return False
        behind = self._any("asked", clause.last, clause.near) or self._any(
            "payers", clause.last, clause.near, "programme"
        )
        if rest is not None and self._any("pays", clause.last, clause.after) and not behind:
            return False
        if behind or rest:
            return behind or not self._any("for_thing", clause.last, min(clause.last + 1, clause.after))
        is_last = clause.after == self.sentence.last
        return (
            is_last
            and self._any("asked", clause.last, clause.after)
            and not self._any("payers", clause.last, clause.near)
        )

    def _others_pay_rest(self, clause: Clause) -> bool:
        """Whether somebody else pays directly behind what is left: “de resterende € 6.300 betaalt de school”."""
        rest = self._any("rests", clause.before, clause.first) and self.stream.at(clause.last, "pays") is not None
        return rest and not self._any("payers", clause.last, clause.after, "programme")

    def _asked(self, clause: Clause, value: int) -> list[Meaning]:
        named = self._any("payers", clause.before, clause.first, "programme")
        known = UNLIKELY if self.context.total_named or named else DEPARTURE
        meanings = [Meaning("asked", value, "programme"), Meaning("total", value, weight=known)]
        things = self._last("for_thing", self.sentence.first, clause.first) or self._last(
            "for_thing", clause.last, min(clause.last + 1, clause.after)
        )
        whole = self._any("intros", self.sentence.first, clause.first) or self._any(
            "rests", clause.before, clause.first
        )
        programme = self._any("payers", self.sentence.first, self.sentence.last, "programme")
        programme = programme or self.stream.at(clause.last, "asked") is not None
        if things is not None and not programme and not whole:
            return [Meaning("cost", value), *meanings]
        return [*meanings, Meaning("cost", value, weight=UNLIKELY if programme else DEPARTURE)]

    def _total(self, clause: Clause, value: int, earlier: Sequence[BudgetEntry], *, asked: bool) -> list[Meaning]:
        paid_before = bool(earlier) and all(one.literal.role in {"payer", "remark"} for one in earlier)
        cost = Meaning("cost", value, weight=UNLIKELY if self._opens_with_total(clause) else DEPARTURE)
        if self.line.total:
            return [Meaning("total", value), cost]
        cofinancing = self._payer(clause.before, clause.first) not in {None, "programme"}
        if paid_before or (self.paid and not asked) or (cofinancing and not asked):
            weight = UNLIKELY if self.paid and self.context.total_named else DEPARTURE
            return [
                Meaning("paid-total", value), Meaning("total", value, weight=weight), Meaning("payer", value, "other")
            ]  # fmt: skip
        if asked:
            return [Meaning("total", value), Meaning("asked", value, "programme")]
        if self.context.total_named and 0 <= self.pays_first < clause.first:
            return [Meaning("payer", value, "other"), Meaning("total", value), Meaning("remark", value)]
        one, other = ("subtotal", "total") if self._any_year(clause) else ("total", "subtotal")
        part = Meaning(other, value, weight=DEPARTURE if one == "subtotal" else 2 * DEPARTURE)  # type: ignore[arg-type]
        return [Meaning(one, value), part, cost]  # type: ignore[arg-type]

    def _opens_with_total(self, clause: Clause) -> bool:
        """Whether the word of a total stands alone before its amount, and not behind what something is."""
        first = self._part_begin(clause) if clause.before != self.sentence.first else clause.before
        total = next((at for at, _ in self._terms("totals", first, clause.first)), None)
        if total is None:
            return True
        words = [at for at in range(first, total) if self.stream.tokens[at].kind == "word"]
        return all(self.stream.at(at, "links") or self.stream.at(at, "intros") for at in words) or len(words) <= 1

    def _any_year(self, clause: Clause) -> bool:
        """Whether a total is that of one year."""
        return any(
            self.stream.is_number(at) and self.stream.tokens[at].text.startswith("20")
            and len(self.stream.tokens[at].text) == 4  # noqa: PLR2004 - digits of a year
            for at in range(clause.before, clause.first)
        )  # fmt: skip

    def _by_payer(self, index: int, clause: Clause, part: int, value: int) -> list[Meaning]:
        """Return the meanings of an amount by who pays it, or as a cost."""
        payer = self._named_payer(clause, part)
        who = payer or "other"
        if self._speaks_of_paying(clause, payer):
            of_total = self.context.total_named and self._any("of_it", clause.before, clause.first)
            sure = payer is not None and (self.context.paid or of_total or self._pays_here(clause))
            weight = UNLIKELY if sure else DEPARTURE
            others = [Meaning("cost", value, weight=weight), Meaning("remark", value, weight=weight)]
            if not (self.context.total_named or self.total_here or self.paid):
                gift = Meaning("gift", value, who)
                return (
                    [gift, Meaning("payer", value, who), *others]
                    if self._is_row()
                    else [Meaning("payer", value, who), gift, *others]
                )
            return [Meaning("payer", value, who), *others]
        if self._is_row_of_payer(clause, part, payer):
            return [Meaning("payer", value, who), Meaning("cost", value)]
        if self._any("gifts", clause.before, clause.near):
            giver = payer or "company"
            return [
                Meaning("gift", value, giver), Meaning("cost", value), Meaning("payer", value, giver),
                Meaning("remark", value),
            ]  # fmt: skip
        return self._cost(index, clause, value, payer)

    def _is_row(self) -> bool:
        """Whether the line is a row of what something is and its one amount, and names a thing before who pays."""
        if len(self.line.cells) <= 1 or len(self.clauses) != 1:
            return False
        return self.stream.at(self.sentence.first, "payers") is None and self.pays_first > self.sentence.first + 1

    def _named_payer(self, clause: Clause, part: int) -> Payer | None:
        """Return who is named before an amount, or directly behind it; of a rest, in the sentence behind it."""
        payer = self._payer(part, clause.first) or self._payer(clause.last, clause.near, nearest=False)
        if (
            payer is None
            and self._any("rests", clause.before, clause.first)
            and self._any("pays", clause.last, clause.after)
        ):
            payer = self._payer(clause.last, clause.after, nearest=False)
            return None if payer == "programme" else payer or "other"
        out_of = "other_subsidy" in self._payers(clause.last, clause.near)  # “eigen bijdrage: 5.000 uit het RIF”
        return "other_subsidy" if payer in {"school", "other"} and out_of else payer

    def _speaks_of_paying(self, clause: Clause, payer: Payer | None) -> bool:
        """Whether the words around an amount say that somebody pays it."""
        of_it = self._any("of_it", clause.before, clause.first)
        here = self._pays_here(clause)
        if of_it and self._from_somebody(clause):
            return True
        if self.stream.key(clause.first - 1) in {"voor", "for"} and not self.paid:
            return False
        thing = self._any("for_thing", clause.last, min(clause.last + 2, clause.after))
        speaks = self.paid or (self.pays and (self.context.total_named or here)) or (of_it and bool(payer))
        return speaks and not (thing and not here and not self.paid)

    def _from_somebody(self, clause: Clause) -> bool:
        """Whether somebody stands behind an amount who gives it: “waarvan 2.000 euro van de kwekerij”."""
        behind = clause.last + self.stream.sign(clause.last, ",")
        return self.stream.key(behind) in {"van", "door", "from", "by"} and not self._known_cost(clause)

    def _is_row_of_payer(self, clause: Clause, part: int, payer: Payer | None) -> bool:
        """Whether a line behind the total names who pays, as the line before it did."""
        if not self.context.total_named:
            return False
        in_list = len(self.line.cells) > 1 and len(self.clauses) == 1
        named = payer and (self._payer(part, clause.first) or not self._known_cost(clause))
        return bool(named) or (in_list and self._after_payer())

    def _cost(self, index: int, clause: Clause, value: int, known: Payer | None) -> list[Meaning]:
        meanings = [Meaning("cost", value)]
        if index == 0 and self._any("intros", self.sentence.first, clause.first):
            made = self._any("made_of", clause.last, min(clause.last + 4, self.sentence.last))
            if made or (self.stream.sign(clause.last, ":") and len(self.clauses) > 1):
                return [Meaning("total", value), Meaning("cost", value, weight=UNLIKELY)]
            meanings.append(Meaning("total", value))
        if known or self.context.total_named:
            meanings += [Meaning("payer", value, known or "other"), Meaning("remark", value)]
        return meanings

    def _known_cost(self, clause: Clause) -> bool:
        """Whether an amount is said to be spent on something."""
        return self._any("for_thing", clause.last, min(clause.last + 1, clause.after)) and not self.pays

    def _after_payer(self) -> bool:
        """Whether the line before said who pays of the total."""
        return self.context.last in {"payer", "asked"}

    def _pays_here(self, clause: Clause) -> bool:
        """Whether a word of paying stands in the part of the sentence of an amount, or before it."""
        if 0 <= self.pays_first < clause.first:
            return True
        return self._any("pays", clause.last, clause.near)
