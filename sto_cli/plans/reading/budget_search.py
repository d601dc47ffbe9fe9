"""Which reading of a budget agrees with itself: few roles per amount, weighed by what must add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.reading.budget import (
    OTHERS,
    ROUNDING,
    Budget,
    BudgetAmount,
    BudgetCost,
    BudgetLine,
    Contradiction,
    Payer,
)
from sto_cli.plans.reading.budget_entries import DEPARTURE, UNLIKELY, BudgetEntry, BudgetParts, Meaning

MOST_READINGS = 1_500
"""Readings of one budget that are weighed."""

BREACH = 1.0
"""What two figures weigh that do not agree."""

ROUGHLY = 3
"""An amount that is said to be about so much is not off by a third of it."""

OF_ONE_THING = 0.4
"""What a smaller total weighs that is no sum of costs: “500 euro bij elkaar” is what one thing costs."""

FEWEST_SUMMED = 2


@dataclass(slots=True)
class Weighed:
    """One reading: its figures, where they contradict each other, and what it costs."""

    costs: list[BudgetEntry] = field(default_factory=list)
    cents: list[int] = field(default_factory=list)
    total: tuple[int, BudgetLine] | None = None
    asked: list[tuple[int, BudgetLine]] = field(default_factory=list)
    payers: dict[Payer, int] = field(default_factory=dict)
    payer_lines: dict[Payer, BudgetLine] = field(default_factory=dict)
    breaches: list[Contradiction] = field(default_factory=list)
    weight: float = 0.0
    chosen: Sequence[Meaning] = ()

    @property
    def listed(self) -> int | None:
        """The sum of the costs; None where there are none."""
        return sum(self.cents) if self.cents else None


def best_budget(parts: BudgetParts) -> Budget:
    """Return the budget by the reading that breaks the fewest rules; the literal one on a tie."""
    _add_meanings(parts.entries)
    best: Weighed | None = None
    for chosen in _readings(parts.entries):
        one = _weigh(parts, chosen)
        if best is None or one.weight < best.weight - 1e-9:
            best = one
            if not one.breaches and one.weight == 0:
                break
    return _budget(parts, best or Weighed())


def _add_meanings(entries: Sequence[BudgetEntry]) -> None:
    """Add what an amount may be by the amounts around it: a sum of those before it, or of those behind it."""
    own = [one for one in entries if not one.line.elsewhere]
    opened = any(one.literal.role == "total" for one in own)
    for index, entry in enumerate(own):
        if entry.literal.role == "asked":
            _by_year(own, index)
        elif entry.literal.role == "cost":
            before = _costs_before(own[:index])
            _as_sum_before(entry, before)
            opened = opened or (not before and _as_opening(entry, own[index + 1 :]))
            _as_sum_behind(entry, own[index + 1 :])


def _as_sum_before(entry: BudgetEntry, before: Sequence[int]) -> None:
    """Add that an amount may be the sum of those before it; that of all of them, without a word, is their total."""
    if not _is_sum(before, entry.literal.cents):
        return
    entry.may_be("subtotal")
    entry.may_be("total")
    if sum(before) == entry.literal.cents and not entry.label.strip("= "):
        entry.meanings.sort(key=lambda one: one.role != "total")


def _as_opening(entry: BudgetEntry, behind: Sequence[BudgetEntry]) -> bool:
    """Take the first amount as the total, where those behind make it up; return whether it is."""
    costs = [one for one in behind if one.literal.role == "cost"]
    if len(costs) < FEWEST_SUMMED:
        return False
    cents, made_up = entry.literal.cents, _made_up(entry, costs)
    if entry.label and not made_up and not _opens(entry):
        return False
    if sum(one.literal.cents for one in costs) != cents and not made_up:
        return False
    entry.meanings = [Meaning("total", cents), Meaning("cost", cents, weight=UNLIKELY if made_up else DEPARTURE)]
    return True


LEADS_IN = 40
"""Characters behind an amount in which a colon says that it is made up of what follows."""


def _opens(entry: BudgetEntry) -> bool:
    """Whether the words before an amount may be those of the whole budget, or a colon behind it says so."""
    stream = annotate(entry.label).stream
    tables = ("intros", "totals", "asked", "paid_headings", "columns")
    leads = entry.span is not None and ":" in entry.line.cells[0][entry.span.end : entry.span.end + LEADS_IN]
    return leads or any(stream.at(at, table) for at in range(len(stream)) for table in tables)


def _as_sum_behind(entry: BudgetEntry, behind: Sequence[BudgetEntry]) -> None:
    """Add that an amount may be made up of the others of its sentence, or of the next."""
    for reach in (0, 1):
        rest = [one.literal.cents for one in behind if one.sentence <= entry.sentence + reach]
        if rest and sum(rest) == entry.literal.cents:
            entry.may_be("total")
            entry.may_be("remark")


def _by_year(own: Sequence[BudgetEntry], index: int) -> None:
    """Take what stands behind the amount that is asked, and makes it up, as its parts: “24,000 in 2025, 10,000 …”."""
    entry = own[index]
    parts = [one for one in own[index + 1 :] if one.sentence == entry.sentence]
    dated = len(annotate(entry.line.cells[-1]).times) >= len(parts)
    if dated and len(parts) >= FEWEST_SUMMED and sum(one.literal.cents for one in parts) == entry.literal.cents:
        for one in parts:
            one.meanings.insert(0, Meaning("remark", one.literal.cents))


def _made_up(entry: BudgetEntry, behind: Sequence[BudgetEntry]) -> bool:
    """Whether the sentence behind the first amount says what it is made of: “€ 30.000. Hiervan is € 18.000 voor …”."""
    return behind[0].of_it and behind[0].sentence == entry.sentence + 1


def _costs_before(entries: Sequence[BudgetEntry]) -> list[int]:
    return [one.literal.cents for one in reversed(entries) if one.literal.role == "cost"]


def _is_sum(before: Sequence[int], cents: int) -> bool:
    """Whether an amount is the sum of two or more directly before it."""
    sums = 0
    for number, one in enumerate(before, 1):
        sums += one
        if sums == cents and number >= FEWEST_SUMMED:
            return True
        if sums > cents:
            return False
    return False


def _readings(entries: Sequence[BudgetEntry]) -> Iterator[list[Meaning]]:
    """Yield readings, the literal one first, those with fewer departures before those with more."""
    literal = [entry.literal for entry in entries]
    yield literal
    open_places = [at for at, entry in enumerate(entries) if len(entry.meanings) > 1]
    count = 1
    for at in open_places:
        for meaning in entries[at].meanings[1:]:
            count += 1
            yield [*literal[:at], meaning, *literal[at + 1 :]]
    for first, at in enumerate(open_places):
        for other in open_places[first + 1 :]:
            for one, two in product(entries[at].meanings[1:], entries[other].meanings[1:]):
                count += 1
                if count > MOST_READINGS:
                    return
                reading = list(literal)
                reading[at], reading[other] = one, two
                yield reading
    yield from _alike(entries, literal)


_TOGETHER = (
    ("payer", "cost"), ("payer", "remark"), ("cost", "payer"), ("gift", "cost"), ("gift", "payer"),
    ("gift", "remark"),
    ("remark", "cost"),
)  # fmt: skip
"""Roles that may change together."""


def _alike(entries: Sequence[BudgetEntry], literal: list[Meaning]) -> Iterator[list[Meaning]]:
    """Yield readings in which all amounts of a kind change together: all that may be paid is, or nothing of it."""
    for role, other in (
        ("payer", "cost"),
        ("payer", "remark"),
        ("cost", "payer"),
        ("gift", "payer"),
        ("gift", "remark"),
        ("remark", "cost"),
    ):
        reading = [
            next((one for one in entry.meanings if one.role == other), meaning) if meaning.role == role else meaning
            for entry, meaning in zip(entries, literal, strict=True)
        ]
        if reading != literal:
            yield reading
            first = next((at for at, one in enumerate(literal) if one.role == "total"), 0)
            yield [*literal[:first], *reading[first:]]


def _weigh(parts: BudgetParts, chosen: Sequence[Meaning]) -> Weighed:
    found = Weighed(chosen=chosen)
    entries = parts.entries
    found.weight = sum(
        meaning.weight for entry, meaning in zip(entries, chosen, strict=True) if meaning is not entry.literal
    )
    _take(entries, chosen, found, missing=bool(parts.unpriced))
    _check_asked(parts, found)
    for kind, stated, right, line in parts.row_breaches:
        found.breaches.append(Contradiction(kind, stated, right, line))  # type: ignore[arg-type]
    found.weight += BREACH * len(found.breaches)
    return found


def _take(entries: Sequence[BudgetEntry], chosen: Sequence[Meaning], found: Weighed, *, missing: bool) -> None:
    """Give each amount its place, and compare sums on the way."""
    counter = _Counter(found, missing=missing)
    for entry, meaning in zip(entries, chosen, strict=True):
        if not entry.line.elsewhere or meaning.role in {"asked", "total"}:
            counter.take(entry, meaning)
    counter.close()


class _Counter:
    """The sums of one reading while its amounts are taken in their order."""

    def __init__(self, found: Weighed, *, missing: bool) -> None:
        self.found, self.missing = found, missing
        self.since = 0  # the sum of the costs since the last subtotal
        self.payers: list[tuple[Payer, int]] = []
        self.totals: list[tuple[int, BudgetEntry]] = []
        self.last: tuple[int, BudgetEntry] | None = None

    def take(self, entry: BudgetEntry, meaning: Meaning) -> None:
        """Give an amount its place."""
        if meaning.role in {"cost", "gift"}:
            self._cost(entry, meaning)
        elif meaning.role == "subtotal":
            _subtotal(self.found, entry, meaning.cents, self.since)
            self.since, self.last = 0, (meaning.cents, entry)
        elif meaning.role == "total":
            self.totals.append((meaning.cents, entry))
        elif meaning.role == "asked":
            self.found.asked.append((meaning.cents, entry.line))
        elif meaning.role == "payer" and meaning.cents not in _paid_of_costs(self.found):
            self.payers.append((meaning.payer or "other", meaning.cents))
            self.found.payer_lines.setdefault(meaning.payer or "other", entry.line)
        elif meaning.role == "paid-total":
            _paid_total(self.found, entry, meaning.cents, sum(cents for _, cents in self.payers))

    def _cost(self, entry: BudgetEntry, meaning: Meaning) -> None:
        self.found.costs.append(entry)
        if not entry.open:
            self.found.cents.append(meaning.cents)
        self.since += meaning.cents
        given: list[tuple[Payer, int]] = [(meaning.payer or "company", meaning.cents)] if meaning.role == "gift" else []
        for payer, cents in [*entry.paid.items(), *given]:
            if payer != "programme":
                self.found.payers[payer] = self.found.payers.get(payer, 0) + cents
                self.found.payer_lines.setdefault(payer, entry.line)

    def close(self) -> None:
        """Compare what is called the total, when all amounts have their places."""
        for payer, cents in _without_sums(self.payers):
            self.found.payers[payer] = self.found.payers.get(payer, 0) + cents
        if not self.totals and self.last is not None and abs(self.last[0] - sum(self.found.cents)) < ROUNDING:
            self.totals.append(self.last)
        _check_totals(self.found, self.totals, missing=self.missing)


def _without_sums(payers: list[tuple[Payer, int]]) -> list[tuple[Payer, int]]:
    """Leave out what is the sum of all others: “cofinanciering € 16.000: € 10.000 door de school en € 6.000 …”."""
    everything = sum(cents for _, cents in payers)
    for one in payers:
        if len(payers) > FEWEST_SUMMED and 2 * one[1] == everything:
            return [other for other in payers if other is not one]
    return payers


def _paid_of_costs(found: Weighed) -> set[int]:
    """Return what each payer pays by the costs themselves, in cents, and all of them together."""
    sums: dict[Payer, int] = {}
    for entry in found.costs:
        for payer, cents in entry.paid.items():
            sums[payer] = sums.get(payer, 0) + cents
    several = sum(len(entry.paid) for entry in found.costs) > 1
    return {*sums.values(), sum(sums.values())} if several else set()


def _subtotal(found: Weighed, entry: BudgetEntry, cents: int, since: int) -> None:
    """Compare a subtotal with the costs since the last one, or with all of them."""
    if entry.rough or not found.cents:
        return
    if abs(cents - since) >= ROUNDING and abs(cents - sum(found.cents)) >= ROUNDING:
        found.breaches.append(Contradiction("subtotal", cents, since, entry.line))


def _paid_total(found: Weighed, entry: BudgetEntry, cents: int, paid: int) -> None:
    everything = paid + sum(cents for cents, _ in found.asked)
    if not paid:
        found.payers["other"] = found.payers.get("other", 0) + cents
    elif abs(cents - paid) >= ROUNDING and abs(cents - everything) >= ROUNDING and not entry.rough:
        found.breaches.append(Contradiction("paid", cents, paid, entry.line))


def _check_totals(found: Weighed, totals: Sequence[tuple[int, BudgetEntry]], *, missing: bool) -> None:
    """Compare what is called the total with the costs; several totals are those of parts and the largest of all."""
    if not totals:
        return
    own = [one for one in totals if not one[1].line.elsewhere] or list(totals)
    cents, entry = max(own, key=lambda one: one[0])
    found.total = (cents, entry.line)
    for other, line in totals:
        if (
            other != cents
            and not line.line.elsewhere
            and len(found.cents) >= FEWEST_SUMMED
            and not _part_sum(found, other)
        ):
            found.weight += OF_ONE_THING
    listed = found.listed
    if listed is None and len({one for one, _ in own}) == FEWEST_SUMMED:
        found.breaches.append(Contradiction("sum", own[-1][0], own[0][0], own[-1][1].line))
    if listed is None or len(found.cents) + any(one.open for one in found.costs) < 1:
        return
    missing = missing or any(one.open for one in found.costs)
    if abs(cents - listed) >= ROUNDING and not (missing and cents > listed):
        rough = [cents] if entry.rough else [one.literal.cents for one in found.costs if one.rough]
        if ROUGHLY * abs(cents - listed) <= sum(rough):
            return
        found.breaches.append(Contradiction("sum", cents, listed, entry.line))


def _part_sum(found: Weighed, cents: int) -> bool:
    """Whether an amount is the sum of costs that stand together."""
    for start in range(len(found.cents)):
        total = 0
        for number, one in enumerate(found.cents[start:], 1):
            total += one
            if total == cents and number >= FEWEST_SUMMED:
                return True
    return False


def _check_asked(parts: BudgetParts, found: Weighed) -> None:
    """Compare what is asked with what the others leave."""
    from_tables = [(entry.asked, entry.line) for entry in found.costs if entry.asked is not None]
    if from_tables and not found.asked:
        found.asked.append((sum(one for one, _ in from_tables), from_tables[0][1]))
    values = list(dict.fromkeys(cents for cents, _ in found.asked))
    for cents in values[1:]:
        line = next(line for one, line in found.asked if one == cents)
        found.breaches.append(Contradiction("asked-twice", cents, values[0], line))
    whole = found.total[0] if found.total else found.listed
    if whole is None or not values:
        return
    paid = sum(found.payers.values())
    asked, line = found.asked[-1] if len(values) > 1 else found.asked[0]
    fits = {whole, found.listed if found.listed is not None else whole}
    if any(abs(one + paid - other) < ROUNDING for one in values for other in fits) or any(
        one.rough for one in found.costs
    ):
        return
    if not found.payers and asked <= whole:
        if asked < whole and not parts.unpriced_payer:
            found.weight += DEPARTURE / 2
        return
    if asked + paid < whole and parts.unpriced_payer:
        return
    found.breaches.append(Contradiction("asked", asked, whole - paid, line))


def _budget(parts: BudgetParts, found: Weighed) -> Budget:
    whole = found.total[0] if found.total else found.listed
    asked = _asked(parts, found, whole)
    others = _others(parts, found, whole, asked)
    costs = tuple(
        BudgetCost(entry.label, None if entry.open else cents, entry.line, dict(entry.paid), dict(entry.years))
        for entry, cents in _with_cents(found)
    )
    breaches = [*found.breaches]
    breaches += [*_exceeding(found), *_other_shares(parts, found, asked)]
    breaches += [
        Contradiction("product", *entry.wrong, entry.line, entry.words) for entry in parts.entries if entry.wrong
    ]
    settled = found.total is not None and not breaches
    doubtful = any(entry.rough or entry.open or (entry.unsure and not settled) for entry in found.costs)
    payers = {payer: cents for payer in OTHERS if (cents := found.payers.get(payer))}
    return Budget(
        costs=costs, total=whole, stated_total=found.total[0] if found.total else None, asked=asked, others=others,
        payers=payers, years=_years(found), certain=whole is not None and not breaches and not doubtful,
        contradictions=tuple(breaches), total_line=found.total[1] if found.total else None,
        asked_line=found.asked[0][1] if found.asked else None, payer_lines=found.payer_lines,
        others_open=_others_open(parts, found), amounts=tuple(_amounts(parts, found)),
        unclear=tuple(parts.unclear),
        payer_said=bool(payers) or parts.payer_said or parts.nobody_else or parts.all_asked,
    )  # fmt: skip


def _exceeding(found: Weighed) -> Iterator[Contradiction]:
    """Yield costs of which others pay more than they are."""
    for entry, cents in _with_cents(found):
        paid = sum(entry.paid.values())
        if paid > cents > 0 and not entry.open:
            yield Contradiction("exceeds", paid, cents, entry.line, entry.label)


POINT = Fraction(1, 100)
"""A share is written in whole percents, or as “a third”."""


def _other_shares(parts: BudgetParts, found: Weighed, asked: int | None) -> Iterator[Contradiction]:
    """Yield shares that do not fit the amount beside them, whatever they may be a share of."""
    for one in parts.shares:
        paid = sum(found.payers.values()) if one.paid is None else one.paid
        total = found.total[0] if found.total else 0
        wholes = [total] if one.paid is None else [total, found.listed or 0]
        wholes += [asked or 0, *one.wholes, *(whole - paid for whole in wholes)] if one.paid is not None else []
        shares = [Fraction(paid, whole) for whole in wholes if whole > 0]
        if paid and shares and all(abs(share - one.share) > POINT for share in shares):
            yield Contradiction("share", paid, round(one.share * shares[0].denominator), one.line, one.words)


def _amounts(parts: BudgetParts, found: Weighed) -> Iterator[BudgetAmount]:
    for entry, meaning in zip(parts.entries, found.chosen, strict=False):
        if not entry.open:
            paid = sum(cents for payer, cents in entry.paid.items() if payer != "programme")
            payers = (*entry.paid, *([meaning.payer] if meaning.payer else []))
            yield BudgetAmount(meaning.role, meaning.cents, entry.line, paid, payers, entry.span)


def _others_open(parts: BudgetParts, found: Weighed) -> bool:
    """Whether somebody may pay more than the amounts say."""
    open_costs = bool(parts.unpriced) or any(entry.open for entry in found.costs)
    return not found.asked and (open_costs or (parts.unpriced_payer and not parts.nobody_else))


def _with_cents(found: Weighed) -> Iterator[tuple[BudgetEntry, int]]:
    cents = iter(found.cents)
    for entry in found.costs:
        yield entry, 0 if entry.open else next(cents)


def _asked(parts: BudgetParts, found: Weighed, whole: int | None) -> int | None:
    if found.asked:
        own = [cents for cents, line in found.asked if not line.elsewhere]
        return own[-1] if own else found.asked[0][0]
    if whole is None:
        return None
    if parts.all_asked:
        return whole
    paid = sum(found.payers.values())
    return whole - paid if 0 < paid <= whole or parts.nobody_else else None


def _others(parts: BudgetParts, found: Weighed, whole: int | None, asked: int | None) -> int | None:
    agrees = not any(one.kind in {"sum", "asked", "asked-twice"} for one in found.breaches)
    if found.asked and asked is not None and whole is not None and asked <= whole and agrees:
        return whole - asked
    paid = sum(found.payers.values())
    if paid:
        return paid
    return 0 if parts.nobody_else or parts.all_asked else None


def _years(found: Weighed) -> dict[str, int]:
    years: dict[str, int] = {}
    for entry in found.costs:
        for year, cents in entry.years.items():
            years[year] = years.get(year, 0) + cents
    return years
