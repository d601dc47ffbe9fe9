"""Rules on amounts that contradict each other."""

from collections.abc import Iterator

from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.lexicon import lexicon
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource
from sto_cli.plans.reading.budget import ROUNDING, Budget, Contradiction


@rule("error", "question-resources")
def costs_do_not_add_up(case: Case) -> Iterator[Flaw]:
    """The total is not what the amounts add up to.

    Why:
        The region reserves what the total says. A difference of a rounded euro is no matter; anything more is a
        forgotten item or a typing error. The total counts everything, cofinancing included. Subtotals, years and
        columns are compared as well.

    Example:
        resources:
          - {item: 3D printers, amount: 6000}
          - {item: Hours of teachers, amount: 8000}
        total: 12000

    Mend:
        Add the amounts again. Costs that are left out of the list belong in it.
    """
    budget = case.plan.money
    if not case.plan.resources.sound:
        return
    if (whole := budget.contradiction("sum")) is not None:
        yield Flaw(case.money_path(whole.line), _total(whole), _hint(budget, whole), place=whole.place)
    for one in budget.sums():
        yield Flaw(("resources",), _part(one), message("Add these amounts again, and look at the total as well."),
                   place=one.place)  # fmt: skip


def _total(one: Contradiction) -> Message:
    return message(
        "The total is {total} euros, but the amounts add up to {costs}.",
        total=money(one.stated), costs=money(one.right),
    )  # fmt: skip


def _part(one: Contradiction) -> Message:
    if one.kind == "subtotal":
        return message("This subtotal is {stated} euros, but the amounts add up to {right}.",
                       stated=money(one.stated), right=money(one.right))  # fmt: skip
    if one.kind == "row":
        return message("This row says {stated} euros, but its columns add up to {right}.",
                       stated=money(one.stated), right=money(one.right))  # fmt: skip
    return message("Below this column stands {stated} euros, but its amounts add up to {right}.",
                   stated=money(one.stated), right=money(one.right))  # fmt: skip


def _hint(budget: Budget, one: Contradiction) -> Message:
    paid = sum(budget.payers.values())
    if paid and one.stated == one.right - paid:
        return message("This is the total without the cofinancing: count that in.")
    if one.stated > one.right:
        return message(
            "{euros} euros of it are not in the list: add what they are for.", euros=money(one.stated - one.right)
        )
    return message("That is {euros} euros more: check the amounts, or the total.", euros=money(one.right - one.stated))


@rule("error", "question-resources")
def asked_differs(case: Case) -> Iterator[Flaw]:
    """What is asked is not what the budget leaves.

    Why:
        The region grants what is asked. Where the total less what others pay is another amount, or two places ask two
        amounts, nobody knows which one the school needs.

    Example:
        resources: |
          3D printers 6000 euros, hours of teachers 4000 euros. Total 10000 euros.
          The school pays 1000 euros. We ask the region for 9500 euros.

    Mend:
        Take what the school, companies and others pay from the total: that is what you ask. Write it the same
        everywhere.
    """
    budget = case.plan.money
    if not case.plan.resources.sound:
        return
    twice = budget.contradiction("asked-twice")
    if twice is not None:
        yield Flaw(
            ("resources",),
            message("In one place {one} euros is asked of the programme, in another {other}.",
                    one=money(twice.right), other=money(twice.stated)),
            message("Write the same amount in both places: the total less what others pay."),
            place=twice.place,
        )  # fmt: skip
    one = budget.contradiction("asked")
    if one is not None and twice is None and not budget.follows_from_sum(one):
        yield Flaw(
            ("resources",),
            message("{stated} euros is asked, but the total less what others pay is {right}.",
                    stated=money(one.stated), right=money(one.right)),
            message("Mend what is asked, what others pay, or the total."),
            place=one.place,
        )  # fmt: skip


@rule("error", "question-resources")
def product_wrong(case: Case) -> Iterator[Flaw]:
    """A sum that is written out does not come out.

    Why:
        Who sees 6 x € 450 = € 2.900 does not know which of the numbers is right: the price, how many, or the amount.

    Example:
        resources:
          - {item: Hours of teachers (60 hours x € 60), amount: 3800}

    Mend:
        Count it again, and mend the amount or what it is made of. Then look at the total as well.
    """
    for one in case.plan.money.contradictions:
        if one.kind == "product" and abs(one.stated - one.right) >= ROUNDING:
            path = case.money_path(one.line)
            amount = len(path) > 1 and case.says(*path, "amount")
            yield Flaw(
                (*path, "amount") if amount else path,
                message(
                    "{product} is {right} euros, not {stated}.",
                    product=quoted(one.words), right=money(one.right), stated=money(one.stated),
                ),
                message("Mend the amount or the sum, and look at the total as well."),
                place=None if amount else one.place,
            )  # fmt: skip


@rule("warning", "common-sense")
def same_cost_twice(case: Case) -> Iterator[Flaw]:
    """The same cost stands in the list twice.

    Why:
        Usually a line was copied and not changed. When two are needed, the region wants to know why.

    Example:
        resources:
          - {item: 3D printer, amount: 3000, cofinancing: no}
          - {item: Hours of a company, amount: 800, cofinancing: yes}
          - {item: 3D printer, amount: 3000, cofinancing: no}

    Mend:
        Take one of the two away, or write one line that says how many there are: “two 3D printers, 6000”.
    """
    said: set[tuple[str, int | None]] = set()
    earlier: dict[int | None, list[Resource]] = {}  # by their cents
    before: list[Resource] = []
    for resource in case.meant(case.plan.resources):
        equal = earlier.setdefault(_cents(resource), [])
        words = (plain(resource.text), _cents(resource))
        if words in said and _is_known(resource):
            yield Flaw(
                resource.path,
                message("This is in the list twice, with the same amount: {item}.", item=quoted(resource.text)),
                message("Take one away, or write one line that says how many there are."),
            )
        elif (question := _question(resource, before, equal)) is not None:
            hint = message("Take one away if it is one cost; otherwise nothing needs to be done.")
            yield Flaw(resource.path, question, hint, lighter="alike-costs")
        said.add(words)
        for others in (before, equal):
            if len(others) < MOST_COMPARED:
                others.append(resource)


def _question(one: Resource, before: list[Resource], equal: list[Resource]) -> Message | None:
    """Ask whether a cost is that of an earlier one: of the same thing, or of as much; or says one amount twice."""
    same = _same_thing(one.text) if one.amount is not None else None
    alike = next((other for other in before if same and same in other.text.lower()), None)
    if alike is not None:
        return message(
            "Is this the same cost as {other}? {item} speaks of the same thing.",
            other=quoted(alike.text), item=quoted(one.text),
        )  # fmt: skip
    alike = next((other for other in equal if _alike(one, other)), None)
    if alike is not None:
        return message(
            "Is this the same cost as {other}? The amount is the same: {item}.",
            other=quoted(alike.text), item=quoted(one.text),
        )  # fmt: skip
    cents = [amount.cents for amount in one.amounts if amount.cents >= FEWEST]
    again = {amount.written: amount.cents for amount in one.amounts if cents.count(amount.cents) > 1}
    twice = next((cents for written, cents in again.items() if _told_alike(one.text, written)), None)
    return message("The same amount stands here twice: {euros} euros.", euros=money(twice)) if twice else None


def _same_thing(text: str) -> str | None:
    """Return the thing that words such as “dezelfde 3D-printers” point to."""
    stream = annotate(text).stream
    things = (stream.text[stream.tokens[at + match.size].start :].split()[0] for at, match in stream.terms("same_one")
              if at + match.size < len(stream))  # fmt: skip
    return next((thing.strip(".,;)").lower() for thing in things if len(thing) > LETTERS), None)


def _told_alike(text: str, written: str) -> bool:
    """Whether the words before two amounts that are written so begin alike."""
    words = [_begin(Resource(_last_clause(part)), LETTERS + 1) for part in text.split(written)[:-1]]
    return any(one & other for at, one in enumerate(words) for other in words[at + 1 :])


def _last_clause(text: str) -> str:
    """Return the words behind the last comma, full stop or “en”."""
    stream = annotate(text.rstrip(" :=-")).stream
    ends = [at + 1 for at in range(len(stream)) if stream.sign(at, ".,;:") or stream.key(at) in {"en", "and"}]
    return stream.words(max(ends, default=0), len(stream))


def _is_known(one: Resource) -> bool:
    """Whether it is said what it costs, or how many there are."""
    return one.amount is not None or any(letter.isdigit() for letter in one.text)


def _cents(one: Resource) -> int | None:
    return one.amount.cents if one.amount is not None else None


MOST_COMPARED = 50
"""Costs of one amount with which a further one is compared: no list has so many."""

FEWEST = 100_000
"""Cents: smaller amounts are often equal by chance, or because two trips cost the same."""

LETTERS = 3
"""Letters with which two words begin that may be about the same thing: “lasbrillen”, “lassen”."""

_COUNTS = {"een": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "two": "2", "three": "3"}


def _alike(one: Resource, other: Resource) -> bool:
    """Whether two lines cost the same and begin a word alike, so that it may be one cost in two ways."""
    cents = _cents(one)
    if cents is None or cents < FEWEST or cents != _cents(other):
        return False
    letters = LETTERS if _counts(one) & _counts(other) else LETTERS + 1
    return bool(_begin(one, letters) & _begin(other, letters))


def _counts(one: Resource) -> set[str]:
    words = (_COUNTS.get(word, word) for word in plain(one.text).split())
    return {word for word in words if word.isdigit() and len(word) <= LETTERS}


def _begin(one: Resource, letters: int) -> set[str]:
    words = (
        word
        for word in plain(one.text).split()
        if word.isalpha() and len(word) > letters and lexicon().get("idle_in_costs", word) is None
    )
    return {word[:letters] for word in words}
