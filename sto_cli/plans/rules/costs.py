"""Rules on what is needed, and what it costs."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.amounts import NAMED, Amount, names_an_amount
from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.cost_words import names_hours, names_work
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource
from sto_cli.plans.reading.budget import BudgetLine


@rule("warning", "question-resources")
def no_costs(case: Case) -> Iterator[Flaw]:
    """The answer about resources names no amount at all.

    Why:
        The region divides a budget. Without an amount it cannot say yes.

    Example:
        resources: We need tools and some hours for the teachers.

    Mend:
        Name an amount for each thing that is needed. An estimate will do; say that it is one.
    """
    answer, total = case.plan.resources, case.data.get("total")
    if case.settled(answer) and total is None and not any(_has_costs(resource) for resource in answer.items):
        yield Flaw(
            ("resources",),
            message("Under “{word}” there is no amount.", word=case.word("resources")),
            message("Name what it costs: “{amount}: 12500” for each item, or “{total}: 12500” for all.",
                    amount=case.word("resources", 0, "amount"), total=case.word("total")),
            on="heading",
        )  # fmt: skip


def _has_costs(resource: Resource) -> bool:
    return resource.written is not None or names_an_amount(resource.text)


@rule("warning", "question-resources")
def ambiguous_amount(case: Case) -> Iterator[Flaw]:
    """An amount can be read in two ways.

    Why:
        12,500 is twelve thousand five hundred to an Englishman and twelve and a half to a Dutch reader. “12,5k” and
        “about 5000” leave room as well. The other rules read it as is most likely.

    Example:
        resources:
          - {item: 3D printers, amount: 12k}

    Mend:
        Write digits only: 12500. “sto validate --fix” does it for you where there is no doubt.
    """
    plan = case.plan
    amounts = [((*item.path, "amount"), item.amount) for item in plan.resources.items if item.written is not None]
    for path, amount in (*amounts, (("total",), plan.total)):
        if amount is not None and amount.ambiguous:
            yield _flaw(path, amount)
    for item in plan.resources.items:
        either = next((amount for amount in item.amounts if amount.either), None) if item.written is None else None
        if either is not None:
            yield Flaw(
                item.path,
                message("Two amounts stand here: {written}.", written=quoted(either.written)),
                message("Choose one of them: the total can only be right with one."),
            )
        doubtful = (one for one in item.amounts if one.product and one.ambiguous and not one.rough)
        if item.written is None and item.role == "cost" and not plan.money.settled:
            yield from (replace(_flaw(item.path, one), lighter="rough-amount") for one in doubtful)
    if not plan.money.settled:
        yield from (_unclear(case, line, span) for line, span in plan.money.unclear)


def _unclear(case: Case, line: BudgetLine, span: MoneySpan) -> Flaw:
    """Ask whether numbers times each other are an amount, or the size of a thing."""
    return Flaw(
        case.money_path(line),
        message("It is not clear whether {written} is an amount.", written=quoted(span.words)),
        message("If it is, write what it costs: {euros} euros.", euros=money(span.cents)),
        place=line.place,
        lighter="rough-amount",
    )


def _flaw(path: KeyPath, amount: Amount) -> Flaw:
    sure = amount.sure
    return Flaw(
        path,
        message("{written} is read as {euros} euros.", written=quoted(amount.written), euros=money(amount.cents)),
        message("Write {digits}, without marks or letters.", digits=amount.digits)
        if sure
        else message("Write the amount in digits only: {digits} when this is right.", digits=amount.digits),
        replacement=amount.digits if sure else None,
        lighter="rough-amount" if amount.rough and not amount.either else None,
    )


LARGE_FOR_ONE = 5_000_00
"""Cents from which one amount for several things is worth a remark; less is soon told in the talk."""

FEWEST_THINGS = 2
"""Things that one amount is for."""


@rule("tip", "common-sense")
def costs_not_split(case: Case) -> Iterator[Flaw]:
    """One amount stands for several things together.

    Why:
        The region weighs every cost by itself: machines, hours, materials. One amount for all of it cannot be weighed,
        nor cut down when there is less money than was asked.

    Example:
        resources: We need 18000 euros for the machines, the hours of two teachers and materials.

    Mend:
        Write one line for every cost with its own amount, an estimate where you do not know it yet.
    """
    answer, budget = case.plan.resources, case.plan.budget
    priced = sum(one.cents is not None for one in case.plan.money.costs)
    if not case.settled(answer) or budget is None or budget < LARGE_FOR_ONE or priced > 1:
        return
    things = [item for item in answer.items if item.role in {"cost", "request"}]
    if (len(things) >= FEWEST_THINGS and not priced) or any(map(_lists_things, answer.items)):
        yield Flaw(
            ("resources",),
            message("One amount, {euros} euros, stands for several things.", euros=money(budget)),
            message("Write what each of them costs, an estimate will do: machines, hours, materials."),
            on="heading",
        )


def _lists_things(item: Resource) -> bool:
    """Whether the words of a cost name several things: “voor de rijskast, de onderdelen en wat uren”."""
    stream = annotate(item.text).stream
    begins = [0] if item.written is not None else [at + match.size for at, match in stream.terms("covers")]
    return any(_is_list(stream, at) for at in begins)


LONGEST_LIST = 16
"""Tokens in which a list of things has its second."""


def _is_list(stream: Stream, begin: int) -> bool:
    """Whether words stand on both sides of a comma or “en”, and no amount before it."""
    for at in range(begin, min(begin + LONGEST_LIST, len(stream))):
        if stream.is_number(at) or stream.sign(at, ".€"):
            return False
        joint = stream.sign(at, ",") or stream.key(at) in {"en", "and"}
        if joint and at > begin and at + 1 < len(stream) and stream.tokens[at + 1].kind == "word":
            return True
    return False


LARGE_WITHOUT_HOURS = 10_000_00
"""Cents from which costs without hours are worth a remark: less is an excursion or a set of tools."""


@rule("tip", "common-sense")
def no_hours(case: Case) -> Iterator[Flaw]:
    """The costs are for things only: nobody's hours are among them.

    Why:
        Machines teach nobody. Someone writes the lessons, learns to work with them and keeps in touch with partners.
        When the school bears those hours, that is cofinancing, and worth mentioning.

    Example:
        resources:
          - {item: Laser cutter, amount: 18000, cofinancing: no}
          - {item: Materials from a company, amount: 2000, cofinancing: yes}

    Mend:
        Add the hours for writing lessons, training and coordination, or say that the school bears them.
    """
    answer, budget = case.plan.resources, case.plan.budget
    if not case.settled(answer) or budget is None or budget < LARGE_WITHOUT_HOURS:
        return
    if not any(names_work(item.text) for item in answer.items):
        yield Flaw(
            ("resources",),
            message("Among the costs there are no hours of people."),
            message("Add the hours for writing lessons, training and coordination, or say that the school bears them."),
            on="heading",
        )


@rule("tip", "common-sense")
def hours_without_amount(case: Case) -> Iterator[Flaw]:
    """Hours of staff are named, but not what they cost.

    Why:
        Hours are often the largest part of a plan. Without an amount they are paid by the school, or there is no
        budget for them later.

    Example:
        resources:
          - {item: 3D printers, amount: 6000}
          - Hours of two teachers to write the lessons

    Mend:
        Say how many hours and at which rate: 80 hours at 60 euros is 4800. Write 0 when the school bears them.
    """
    resources = case.meant(case.plan.resources)
    if not any(_priced(resource) for resource in resources if resource.role == "cost" or len(resource.path) == 1):
        return  # no-costs says it of all of them
    for resource in resources:
        hours = _unpriced(resource)
        if hours is not None:
            yield Flaw(
                resource.path,
                message("The plan does not say what these hours cost: {item}.", item=quoted(hours)),
                message("Write how many hours at which rate, and the amount: 80 hours at 60 euros is 4800."),
            )


SEVERAL = 2
"""Amounts in a point of a list that tells of all costs."""


def _unpriced(resource: Resource) -> str | None:
    """Return the words on hours without an amount; of a text that tells of all costs, the sentence."""
    if not _priced(resource):
        return resource.text if names_hours(resource.text) and not _borne(annotate(resource.text)) else None
    if resource.written is not None or (len(resource.path) > 1 and len(resource.amounts) < SEVERAL):
        return None
    read = annotate(resource.text)
    silent = (one for one in read.sentences if _speaks_of_hours(read, one) and not _has_amount(read, one))
    found = next(silent, None) or next((part for one in read.sentences for part in _unpriced_among(read, one)), None)
    return read.text_of(found).strip() if found is not None else None


def _speaks_of_hours(read: Annotated, part: SentenceSpan) -> bool:
    said = {match.value for _, match in read.stream.terms("people", part.first, part.last)}
    needed = "staff" in said or ("needed" in said and "pupils" not in said)
    hours = any(one.unit == "hour" and one.number >= FEWEST and part.start <= one.start < part.end
                for one in read.quantities)  # fmt: skip
    return needed and hours and not _borne(read, part)


FEWEST = 10
"""Hours of staff that are no hours of lessons."""


def _borne(read: Annotated, part: SentenceSpan | None = None) -> bool:
    """Whether somebody bears hours, so that they cost the plan nothing."""
    first, last = (part.first, part.last) if part else (0, len(read.stream))
    return any(True for _ in read.stream.terms("bears", first, last))


def _has_amount(read: Annotated, part: SentenceSpan) -> bool:
    return any(part.start <= one.start < part.end and one.certainty >= NAMED for one in read.money)


def _unpriced_among(read: Annotated, sentence: SentenceSpan) -> Iterator[SentenceSpan]:
    """Yield hours of staff in a sentence where each cost has its amount but these: “buis 2.400 euro, en 120 uur”."""
    stream = read.stream
    ends = [at for at in range(sentence.first, sentence.last) if stream.sign(at, ",;")]
    cuts = [sentence.first, *(at + 1 for at in ends), sentence.last]
    parts = [_part(read, first, last) for first, last in pairwise(cuts) if last > first]
    for at, part in enumerate(parts):
        behind = parts[at + 1] if at + 1 < len(parts) else None
        of_staff = any(match.value == "staff" for _, match in stream.terms("people", part.first, part.last))
        priced = _has_amount(read, part) or (behind is not None and _has_amount(read, behind))
        if of_staff and not priced and _speaks_of_hours(read, part):
            yield part


def _part(read: Annotated, first: int, last: int) -> SentenceSpan:
    last -= read.stream.sign(last - 1, ",;") and last - first > 1
    return SentenceSpan(read.tokens[first].start, read.tokens[last - 1].end, first, last)


def _priced(resource: Resource) -> bool:
    written = resource.written is not None and not is_placeholder(resource.written)
    return written or resource.amount is not None or names_an_amount(resource.text)
