"""The rule that says how a plan was read, where a reader may have meant something else."""

from collections.abc import Iterator
from dataclasses import replace

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import Message, all_of, comma, counted, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import FORMS, QUESTIONS, QuestionKey
from sto_cli.plans.reading.regions import find_region, named_so
from sto_cli.plans.reading.says_no_more import school_says_no_more
from sto_cli.plans.reading.schools import WRITTEN_CODE
from sto_cli.plans.reading.shape import WORDS
from sto_cli.plans.source.outline import OutlineCell
from sto_cli.register.model import School

WORDS_OF_A_SENTENCE = 8
"""Words that make a line with a point at its end a sentence of a text, and not a line that names things."""

FIRST_WORDS = 30
"""Characters of a text in a row of several: enough to find it again."""


@rule("tip", "readable")
def read_as(case: Case) -> Iterator[Flaw]:
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
    yield from case.found("read-as")
    for one in case.reading.english.read_as:
        yield _flaw(one.path, one.written, one.meant, one.replacement if case.reading.in_yaml else None)
    yield from _beside_objects(case)
    yield from _without_heading(case)
    yield from _headings(case)
    written = case.plan.school
    if written is not None and case.meant_school.together and not WRITTEN_CODE.search(written):
        yield _flaw(("school",), written, all_of([_named(school) for school in case.schools]), None)
    if written is not None and case.school is not None and written != case.school.id:
        named = _named(case.school)
        safe = case.reading.in_yaml and school_says_no_more(written, _called(case.school))
        yield _flaw(("school",), written, named, case.school.id if safe else None)
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


def _beside_objects(case: Case) -> Iterator[Flaw]:
    """Name what stands beside the text of an answer and is no text itself."""
    for answer in case.plan.answers:
        if (there := case.reading.objects.get(answer.key)) and answer.style != "empty":
            sentence = message("Beside the text of “{word}” stands {thing}: what is in it is not read.",
                               word=case.word(answer.key), thing=there.named)  # fmt: skip
            hint = message("Does it say something that belongs to the answer? Then type that in too.")
            yield Flaw((answer.key,), sentence, hint, place=there.place)


def _without_heading(case: Case) -> Iterator[Flaw]:
    """Say once how a text is understood that has no headings: which questions it answers, and what it tells."""
    facts = _told(case)
    first = dict(reversed(case.reading.by_words))
    keys = sorted(first, key=QUESTIONS.index)
    if len(keys) == 1:
        meant = message("the answer to question {number}", number=str(QUESTIONS.index(keys[0]) + 1))
        one = _flaw((keys[0],), first[keys[0]].text, meant, None)
        yield replace(one, place=first[keys[0]].place, hint=UNDER_A_HEADING)
        keys = []
    if not keys and not facts:
        return
    at_top = message("You may also write forms and profiles at the top: {words}.",
                     words=all_of([f"“{case.word(key).capitalize()}: …”" for key in facts]))  # fmt: skip
    if not keys:
        yield Flaw(
            (next(iter(facts)),), message("Read in the text: {what}.", what=all_of(list(facts.values()))), at_top
        )
        return
    answers = comma([*(_opening(key, first[key]) for key in keys), *facts.values()])
    hint = message("{what} {then}", what=UNDER_A_HEADING, then=at_top) if facts else UNDER_A_HEADING
    said = message("Read without headings: {answers}.", answers=answers)
    yield Flaw((), said, hint, place=first[keys[0]].place)


UNDER_A_HEADING = message("Does it belong elsewhere? Then put a short heading above each answer.")


def _opening(key: QuestionKey, text: OutlineCell) -> Message:
    """Say with which words, and in a text on which line, the answer to a question begins."""
    number, words = str(QUESTIONS.index(key) + 1), quoted(text.text, FIRST_WORDS)
    if text.place.where is not None:  # a document has no lines
        return message("question {number} {words}", number=number, words=words)
    return message("question {number} {words} (line {line})", number=number, words=words, line=str(text.place.line))


def _told(case: Case) -> dict[str, Message]:
    """Return which forms and profiles were read in a sentence, by key; a line that only names them is plain."""
    plan, told = case.plan, case.reading.told
    words = WORDS["form"] if plan.language == "nl" else {form: form for form in FORMS}
    forms, profiles = all_of([words[one] for one in plan.forms]), all_of(plan.profiles)
    read = {
        "forms": counted("form {names}", "forms {names}", len(plan.forms), names=forms),
        "profiles": counted("profile {names}", "profiles {names}", len(plan.profiles), names=profiles),
    }
    return {key: said for key, said in read.items() if key in told and said.count and _is_sentence(told[key])}


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= WORDS_OF_A_SENTENCE and text.rstrip().endswith((".", "!", ";", ":", ","))


def _named(school: School) -> str:
    return f"{school.id} ({school.name}, {school.town})"


def _called(school: School) -> tuple[str, ...]:
    names = (*school.aliases, *(one[0] for one in (*school.former_names, *school.names_in_use)))
    return (school.id, school.name, *names, school.town or "", school.municipality or "", school.address.street or "")


def _region(case: Case) -> Iterator[Flaw]:
    """Say which region is meant by the name of a municipality or of its lead school."""
    written = case.plan.region
    if written is None or is_placeholder(written) or case.register is None or named_so(case.register, written):
        return
    region = find_region(case.register, written)
    if region is not None:
        called = (region.id, region.name, *region.aliases, *region.municipalities, region.lead or "", "sto regio e.o.")
        safe = case.reading.in_yaml and school_says_no_more(written, called)
        yield _flaw(("region",), written, quoted(region.name), region.id if safe else None)


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
    items = [item for item in plan.resources.items if item.written is not None]
    amounts = [((*item.path, "amount"), item.amount, item.written) for item in items]
    data = case.reading.english.data
    if case.reading.in_yaml and case.has("total") and isinstance(data, dict):
        amounts.append((("total",), plan.total, str(data["total"])))
    for path, amount, written in amounts:
        if amount is None or amount.ambiguous or amount.plain:
            continue
        if amount.wrong:
            continue  # another rule asks what is right
        if amount.product or (case.reading.in_yaml and _marked(amount)):
            meant = message("{euros} euros", euros=money(amount.cents))
            whole = amount.sure and amount.written.strip() == str(written).strip()
            yield _flaw(path, amount.written, meant, amount.digits if whole else None)


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
