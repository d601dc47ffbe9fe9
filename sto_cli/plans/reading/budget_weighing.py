"""What one reading of a budget comes to, and where its figures contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sto_cli.plans.reading.budget import ROUNDING, BudgetLine, Contradiction, Payer
from sto_cli.plans.reading.budget_entries import DEPARTURE, BudgetEntry, BudgetParts, Meaning

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


def weigh(parts: BudgetParts, chosen: Sequence[Meaning]) -> Weighed:
    """Take every amount as one reading has it, and count what that weighs."""
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
    if not everything:
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
