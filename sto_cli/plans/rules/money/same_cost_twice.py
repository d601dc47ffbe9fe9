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

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.lexicon import lexicon
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource

ID = "same-cost-twice"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report every item whose words and amount an earlier one has; a tip where they are only alike."""
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
