"""Something is written otherwise than a plan asks for, and is understood.

Why:
    Nothing needs to be done: this only says how it was read, so that you can see whether that is what you meant.
    Another program, or the next reader, may be less sure.

Example:
    milestones:
      - {date: 1 October 2026, milestone: The lab is ready for the first class.}

Mend:
    “sto validate --fix” writes it as it was read, where nothing of what you wrote gets lost by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, comma, message
from sto_cli.plans.amounts import Amount
from sto_cli.plans.case import Case
from sto_cli.plans.dates import When
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.outline import OutlineCell
from sto_cli.plans.placeholders import is_placeholder
from sto_cli.plans.plain import plain_word
from sto_cli.plans.products import product_meant
from sto_cli.plans.regions import find_region, named_so
from sto_cli.plans.wording import money, quoted

ID = "read-as"
SEVERITY: Severity = "tip"
SOURCE = N_("This program: a plan must be readable.")

FIRST_WORDS = 30
"""Characters of a text in a row of several: enough to find it again."""


def check(case: Case) -> Iterator[Flaw]:
    """Say of every value that is understood, though written otherwise, how it was read."""
    yield from case.found(ID)
    for one in case.reading.english.read_as:
        yield _flaw(one.path, one.written, one.meant, one.replacement if case.reading.in_yaml else None)
    yield from _without_heading(case)
    yield from _headings(case)
    yield from _school(case)
    yield from _region(case)
    yield from _dates(case)
    yield from _amounts(case)


def _flaw(path: KeyPath, written: str, meant: object, replacement: str | None) -> Flaw:
    hint = message("If that is right, it may stay. Otherwise write it more precisely.")
    return Flaw(
        path,
        message("{written} is read as {meant}.", written=quoted(written), meant=meant),
        hint,
        replacement=replacement,
    )


def _without_heading(case: Case) -> Iterator[Flaw]:
    """Say once of the texts without a heading which questions they are understood to answer."""
    first = dict(reversed(case.reading.by_words))
    texts = [(str(QUESTIONS.index(key) + 1), first[key]) for key in sorted(first, key=QUESTIONS.index)]
    if not texts:
        return
    number, text = texts[0]
    hint = message("Does it belong elsewhere? Then put a short heading above each answer.")
    meant = message("the answer to question {number}", number=number)
    flaw = _flaw((min(first, key=QUESTIONS.index),), text.text, meant, None)
    if len(texts) > 1:
        said = message("Read without headings: {answers}.", answers=comma([_opening(*one) for one in texts]))
        flaw = replace(flaw, path=(), message=said)
    yield replace(flaw, place=text.place, hint=hint)


def _opening(number: str, text: OutlineCell) -> Message:
    """Say with which words, and in a text on which line, the answer to a question begins."""
    words = quoted(text.text, FIRST_WORDS)
    if text.place.where is not None:  # a document has no lines
        return message("question {number} {words}", number=number, words=words)
    return message("question {number} {words} (line {line})", number=number, words=words, line=str(text.place.line))


def _school(case: Case) -> Iterator[Flaw]:
    written = case.plan.school
    if written is not None and case.school is not None and written != case.school.id:
        named = f"{case.school.id} ({case.school.name}, {case.school.town})"
        yield _flaw(("school",), written, named, case.school.id if case.reading.in_yaml else None)


def _region(case: Case) -> Iterator[Flaw]:
    """Say which region is meant by the name of a municipality or of its lead school."""
    written = case.plan.region
    if written is None or is_placeholder(written) or case.register is None or named_so(case.register, written):
        return
    region = find_region(case.register, written)
    if region is not None:
        yield _flaw(("region",), written, quoted(region.name), region.id if case.reading.in_yaml else None)


def _headings(case: Case) -> Iterator[Flaw]:
    """Say for which heading another word stands; the words of a text without YAML are its own."""
    reading = case.reading
    for stranger in reading.english.strangers if reading.in_yaml else ():
        meant = stranger.meant.word(reading.english.language)
        if stranger.adopted and stranger.other_word and plain_word(stranger.word) != meant:
            raw = (*reading.written(stranger.group), stranger.word)
            replacement = None if stranger.joined else meant
            flaw = _flaw((*stranger.group, stranger.meant.english), stranger.word, quoted(meant), replacement)
            yield replace(flaw, place=reading.document.key_place(*raw), written=".".join(map(str, raw)))


def _dates(case: Case) -> Iterator[Flaw]:
    plan = case.plan
    for milestone in plan.milestones.items:
        if milestone.written is not None and milestone.date is not None:
            yield from _date(case, (*milestone.path, "date"), milestone.date)
        elif milestone.date is not None and not milestone.date.whole:
            yield _flaw(milestone.path, milestone.date.written, _span(milestone.date), None)
    for name, when in (("start", plan.start), ("end", plan.end)):
        if when is not None and case.has("period", name):
            yield from _date(case, ("period", name), when)


def _amounts(case: Case) -> Iterator[Flaw]:
    plan = case.plan
    amounts = [((*item.path, "amount"), item.amount) for item in plan.resources.items if item.written is not None]
    if case.reading.in_yaml:
        amounts.append((("total",), plan.total if case.has("total") else None))
    for path, amount in amounts:
        if amount is None or amount.ambiguous or amount.plain:
            continue
        product = product_meant(amount.written)
        if product is not None and product.outcome != product.cents:
            continue  # another rule asks what is right
        if product or (case.reading.in_yaml and _marked(amount)):
            meant = message("{euros} euros", euros=money(amount.cents))
            yield _flaw(path, amount.written, meant, amount.digits if amount.sure else None)


def _marked(amount: Amount) -> bool:
    """Whether there is a mark between the digits that a spreadsheet may take for a decimal point, or no digit."""
    in_words = not any(letter.isdigit() for letter in amount.written) and amount.cents > 0
    return in_words or any(mark in amount.written.strip(" €-,.=") for mark in ".,")


def _date(case: Case, path: KeyPath, when: When) -> Iterator[Flaw]:
    if when.plain or (when.whole and not case.reading.in_yaml):
        return
    yield _flaw(path, when.written, _span(when), when.iso if when.whole and case.reading.in_yaml else None)


def _span(when: When) -> Message | str:
    """Say what a time is read as: a day, a month, or the days from the first to the last."""
    if when.whole or when.first == when.last:
        return when.iso
    return message("{start} up to and including {end}", start=when.first, end=when.last)
