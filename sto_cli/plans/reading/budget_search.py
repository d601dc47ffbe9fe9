"""Which reading of a budget agrees with itself: few roles per amount, weighed by what must add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, product, takewhile

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.reading.budget import Budget, BudgetRole
from sto_cli.plans.reading.budget_entries import DEPARTURE, UNLIKELY, BudgetEntry, BudgetParts, Meaning
from sto_cli.plans.reading.budget_result import made_budget
from sto_cli.plans.reading.budget_weighing import Weighed, weigh
from sto_cli.plans.reading.cofinancing import payer_in

MOST_READINGS = 1_500
"""Readings of one budget that are weighed."""


FEWEST_SUMMED = 2
SURELY_SUMMED = 3
"""So many costs are by no chance what the next amount is: that is their total, whatever it is called (“alles”)."""


def best_budget(parts: BudgetParts) -> Budget:
    """Return the budget by the reading that breaks the fewest rules; the literal one on a tie."""
    _pay_things(parts)
    _add_meanings(parts.entries)
    _cover([one for one in parts.entries if not one.line.elsewhere])
    best: Weighed | None = None
    for chosen in _readings(parts.entries):
        one = weigh(parts, chosen)
        if best is None or one.weight < best.weight - 1e-9:
            best = one
            if not one.breaches and one.weight == 0:
                break
    return made_budget(parts, best or Weighed())


def _cover(own: Sequence[BudgetEntry]) -> None:
    """Take what stands behind the total, and makes it up once more, as who pays it: “kwekerij 3.800, STO 16.200”."""
    sums = 0
    for number, entry in enumerate(own):
        cents = entry.literal.cents
        shares = _shares(own[number + 1 :], cents) if number > 1 and cents == sums > 0 else []
        if any(one.literal.role in {"asked", "payer"} or payer_in(annotate(one.label).stream) for one in shares):
            entry.meanings = [Meaning("total", cents)]
            _take_as_shares(shares)
            for one in own[number + 1 + len(shares) :]:
                if one.literal.role in {"cost", "payer", "asked"} and one.line is not entry.line:
                    one.meanings.insert(0, Meaning("remark", one.literal.cents))
            return
        sums += cents if entry.literal.role in {"cost", "gift"} else 0


def _shares(behind: Sequence[BudgetEntry], cents: int) -> Sequence[BudgetEntry]:
    """Return the first entries that make up an amount together, two at least; none where they do not."""
    sums = accumulate(0 if one.literal.role == "remark" else one.literal.cents for one in behind)
    last = next((at for at, total in enumerate(sums, 1) if at > 1 and total == cents), 0)
    return behind[:last]


def _take_as_shares(shares: Sequence[BudgetEntry]) -> None:
    """Take each share as what is asked of the programme, once, or as what another pays."""
    asked = [one for one in shares if one.literal.role == "asked"]
    for one in shares:
        payer = payer_in(annotate(one.label).stream) or "other"
        if len(asked) > 1 and one in asked and payer != "programme":
            asked.remove(one)
        if one in asked or one.literal.role in {"payer", "remark"}:
            continue
        role: BudgetRole = "asked" if payer == "programme" and not asked else "payer"
        other = payer == "programme" and role == "payer"
        one.meanings = [Meaning(role, one.literal.cents, "other" if other else payer)]


def _pay_things(parts: BudgetParts) -> None:
    """Let who pays a thing pay the one cost that is called so: “Lely betaalt de drone”."""
    for thing in parts.paid_things:
        named = [one for one in parts.entries if one.literal.role == "cost" and _is_called(one.label, thing.words)]
        if len(named) == 1 and not named[0].paid:
            named[0].paid[thing.payer] = round(named[0].literal.cents * thing.share)
        else:
            parts.unpriced_payer = True


LEAST_NAME = 4
"""Letters of a word that names a thing."""


def _is_called(label: str, words: frozenset[str]) -> bool:
    names = {token.key for token in annotate(label).stream.tokens if len(token.key) >= LEAST_NAME}
    return bool(names) and names <= words


def _add_meanings(entries: Sequence[BudgetEntry]) -> None:
    """Add what an amount may be by the amounts around it: a sum of those before it, or of those behind it."""
    own = [one for one in entries if not one.line.elsewhere]
    opened = any(one.literal.role == "total" for one in own)
    costs: list[int] = []
    behind = False
    for index, entry in enumerate(own):
        if entry.literal.role == "asked":
            _by_year(own, index)
        elif entry.literal.role == "cost":
            if behind or (index + 1 < len(own) and own[index + 1].literal.role == "asked"):
                entry.may_be("payer", payer="other")
                entry.may_be("remark")
            if not entry.label:
                entry.may_be("remark")
            _as_sum_before(entry, costs)
            opened = opened or (not costs and _as_opening(entry, own[index + 1 :]))
            _as_sum_behind(entry, own[index + 1 :])
        elif entry.literal.role == "total" and abs(sum(costs) - entry.literal.cents) * NEARLY <= sum(costs):
            _as_total_of(entry)
        behind = behind or (entry.literal.role == "total" and bool(costs))
        if entry.literal.role == "cost":
            costs.append(entry.literal.cents)


NEARLY = 5
"""A total that differs by less than a fifth from the costs before it is a wrong total of them, and no cost itself."""


def _as_total_of(entry: BudgetEntry) -> None:
    entry.meanings = [one._replace(weight=UNLIKELY) if one.role == "cost" else one for one in entry.meanings]


def _as_sum_before(entry: BudgetEntry, before: Sequence[int]) -> None:
    """Add that an amount may be the sum of those before it; that of all of them, without a word, is their total."""
    if not _is_sum(before, entry.literal.cents):
        return
    entry.may_be("subtotal")
    entry.may_be("total")
    if sum(before) == entry.literal.cents and (not entry.label.strip("= ") or len(before) >= SURELY_SUMMED):
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
        near = takewhile(lambda one: one.sentence <= entry.sentence + reach, behind)  # noqa: B023 - used at once
        rest = [one.literal.cents for one in near]
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


def _is_sum(before: Sequence[int], cents: int) -> bool:
    """Whether an amount is the sum of two or more directly before it."""
    sums = 0
    for number, one in enumerate(reversed(before), 1):
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
