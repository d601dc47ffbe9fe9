"""Rules on what answers tell, and on what none of them tells."""

from collections.abc import Iterator, Sequence

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Place
from sto_cli.messages import Message, counted, message
from sto_cli.plans.case import AnyItem, Case, Flaw, rule
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.cost_words import promised_paper
from sto_cli.plans.language.placeholders import only_says_that_it_fits
from sto_cli.plans.language.target_groups import is_of_pupils, names_group, names_pupils
from sto_cli.plans.language.wording import count_words, quoted
from sto_cli.plans.model import Activity, Answer, Goal, Milestone, Partner, QuestionKey, Resource
from sto_cli.plans.reading.groups import CountedGroup, groups_in
from sto_cli.plans.reading.shape import HEADINGS

FEWEST_WORDS: dict[QuestionKey, int] = {
    "vision": 12, "goals": 6, "activities": 5, "milestones": 3, "cooperation": 3, "resources": 2,
}  # fmt: skip
"""Words of a whole answer, all its points together; chosen on the example plans (docs/decisions.md)."""

_TITLES = {heading.english: heading.title for heading in HEADINGS}


@rule("warning", "concrete-plan")
def short_answer(case: Case) -> Iterator[Flaw]:
    """An answer is so short that it is hardly one.

    Why:
        The programme manager decides on what is written. A few words leave open what you mean; two or three sentences
        are enough. That a plan fits the vision says nothing yet: the question is how.

    Example:
        vision: It fits well.

    Mend:
        Write what you would say when asked “what do you mean by that?”.
    """
    for answer in case.plan.answers:
        if not case.settled(answer):
            continue
        words = sum(count_words(_text(item)) + _numbers(item) for item in case.meant(answer))
        if answer.key == "vision" and only_says_that_it_fits(" ".join(_text(item) for item in case.meant(answer))):
            yield Flaw(
                (answer.key,),
                message("Under “{word}” it only says that the plan fits, not how.", word=case.word(answer.key)),
                message("Name a point of the vision, and say what this plan adds to it."),
                on="heading",
            )
        elif words < FEWEST_WORDS[answer.key] and not _says_enough(answer):
            yield Flaw(
                (answer.key,),
                counted(
                    "The answer under “{word}” has only {n} word.",
                    "The answer under “{word}” has only {n} words.",
                    words,
                    word=case.word(answer.key),
                ),
                message(
                    "Say more, so that the question is answered: {question}", question=Message(_TITLES[answer.key])
                ),
                on="heading",
            )


def _numbers(item: AnyItem) -> int:
    """Return how many numbers a goal holds: “10 naar 40 leerlingen” says as much as words would."""
    return sum(any(sign.isdigit() for sign in word) for word in item.text.split()) if isinstance(item, Goal) else 0


def _text(item: AnyItem) -> str:
    match item:
        case Goal():
            return f"{item.text} {item.measure or ''}"
        case Partner():
            return f"{item.text} {item.how or ''}"
        case _:
            return item.text


def _says_enough(answer: Answer[AnyItem]) -> bool:
    """Whether details make up for words: several points with a form or a kind, or one with a date or an amount.

    Questions 4 and 6 ask for days and amounts: “printers, 12500” answers more than its one word.
    """
    detailed = [item for item in answer.items if _has_details(item)]
    return len(detailed) > 1 or any(isinstance(item, Milestone | Resource) for item in detailed)


def _has_details(item: AnyItem) -> bool:
    match item:
        case Milestone():
            return item.date is not None and item.written is not None
        case Resource():
            return item.amount is not None and item.written is not None
        case Activity():
            return bool(item.goals) and bool(item.forms)
        case Partner():
            return item.kind is not None
        case _:
            return False


@rule("tip", "readable")
def no_title(case: Case) -> Iterator[Flaw]:
    """The plan has no title.

    Why:
        In a list of plans, and in the talk, a plan is called by its title.

    Example:
        school: 00AH17
        vision: ...

    Mend:
        Add “title:” with a name that tells what it is about.
    """
    if case.plan.title is None and not isinstance(case.data.get("title"), dict | list):
        yield Flaw(
            ("title",),
            message("The plan has no title."),
            message("Add “{word}:” with a name that tells what it is about.", word=case.word("title")),
            place=None if case.has("title") else Place(case.reading.path),
        )


@rule("tip", "common-sense")
def no_target_group(case: Case) -> Iterator[Flaw]:
    """Nowhere does the plan say for which pupils it is.

    Why:
        The region weighs what a plan costs against how many pupils it reaches. “See above” under the heading for the
        target group is no answer when nothing above says it.

    Example:
        target group: See the introduction.

    Mend:
        Write which years and profiles take part, and how many pupils that are each year.
    """
    cells = case.reading.beside.get("target_group", ())
    said = message("The plan does not say for which pupils it is.")
    hint = message("Write which years and profiles take part, and how many pupils that are each year.")
    if cells and not any(names_pupils(cell.text) for cell in cells):
        yield Flaw((), said, hint, place=cells[0].place)
    elif not cells and case.settled(case.plan.goals) and case.settled(case.plan.activities) and _tells_of_nobody(case):
        yield Flaw(("goals",), said, hint, on="heading")


def _tells_of_nobody(case: Case) -> bool:
    """Whether no text of a plan has a number or a year of pupils, nor a goal the pupils of its profiles."""
    details = (f"{one.measure}" for one in case.plan.goals.items if one.measure)
    texts = (case.plan.title or "", *_texts(case), *details, *(cell.text for cell in case.reading.outside))
    aims = (*(one.text for one in case.plan.goals.items), *(one.text for one in case.plan.activities.items))
    if (
        case.plan.pupils is not None
        or any(map(names_group, texts))
        or (case.plan.profiles and any(map(is_of_pupils, aims)))
    ):
        return False
    return case.reading.in_word or not names_group(case.reading.source.replace("_", " "))


@rule("tip", "common-sense")
def no_continuation(case: Case) -> Iterator[Flaw]:
    """Nothing says how it goes on when the money of the programme has ended.

    Why:
        The programme pays for a start. The region asks who looks after a room, a machine or a series of lessons when
        its money has ended, and whether they stay in the timetable.

    Example:
        Dear programme manager, ... In June 2028 we report the results. Kind regards

    Mend:
        Add a sentence: what stays, who teaches it, and who pays for it from then on.
    """
    own_form = case.reading.in_text and not case.reading.beside.get("continuation")
    if own_form and all(answer.given for answer in case.plan.answers) and not any(map(_speaks_of_later, _texts(case))):
        yield Flaw(
            (),
            message("Nothing says how it goes on when the money of the programme has ended."),
            message("Add a sentence: what stays, who teaches it, and who pays for it from then on."),
        )


def _texts(case: Case) -> Iterator[str]:
    for answer in case.plan.answers:
        yield from (item.text for item in answer.items)
    yield from (cell.text for cell in (*case.reading.unread, *case.reading.of_a_letter))


def _speaks_of_later(text: str) -> bool:
    return next(annotate(text).terms("continuation"), None) is not None


@rule("warning", "common-sense")
def numbers_disagree(case: Case) -> Iterator[Flaw]:
    """Two places of a plan say two numbers of the same pupils.

    Why:
        Who reads 51 pupils of year 4 here and 75 there does not know for how many the plan is, and what it costs for
        each.

    Example:
        goals: In 2028 all 51 pupils of year 4 can set the oven.
        activities: All 75 pupils of year 4 follow the lessons.

    Mend:
        Write the same number in both places, or say how the groups differ.
    """
    apart = list(_apart(case))
    seen = [CountedGroup(case.plan.pupils, NOBODY, NOBODY, True)] if case.plan.pupils else []
    most = {one.number for one in (*seen, *(group for _, _, group in apart)) if one.years or one.whole}
    for place, path, group in (*apart, *_answered(case)):
        others = [one.number for one in seen if _is_same(one, group)] or _fewer(group, most, seen)
        if others and group.number not in others:
            yield Flaw(
                path,
                message(
                    "Here it is {number} pupils, elsewhere {other} of the same group.",
                    number=group.number,
                    other=others[0],
                ),
                message("Write the same number in both places, or say how the groups differ."),
                place=place,
            )
            return
        seen.append(group)


NOBODY: frozenset[str] = frozenset()


def _apart(case: Case) -> Iterator[tuple[Place | None, KeyPath, CountedGroup]]:
    """Yield what stands outside the answers, with its place."""
    for cell in (*case.reading.beside.get("target_group", ()), *case.reading.of_a_letter, *case.reading.unread):
        yield from ((cell.place, (), group) for group in groups_in(cell.text))


def _answered(case: Case) -> Iterator[tuple[Place | None, KeyPath, CountedGroup]]:
    for answer in case.plan.answers:
        for item in case.meant(answer):
            more = item.measure if isinstance(item, Goal) else None
            yield from ((None, item.path, one) for one in groups_in(f"{item.text}. {more}" if more else item.text))


def _is_same(one: CountedGroup, other: CountedGroup) -> bool:
    """Whether two numbers count all pupils of the same years, or those of the same years and profiles."""
    fit = one.years == other.years and (not one.profiles or not other.profiles or one.profiles == other.profiles)
    both = one.profiles and other.profiles
    return bool((one.years or both) and fit and ((one.whole and other.whole) or (both and (one.whole or other.whole))))


def _fewer(group: CountedGroup, most: set[int], seen: Sequence[CountedGroup]) -> Sequence[int]:
    """Return the numbers of the whole plan that are below that of “alle 60 leerlingen”.

    None where it counts groups together that stand before it, or one in several years.
    """
    if not group.whole or group.years or group.profiles:
        return ()
    counted = {one.number for one in seen if one.number != group.number}
    if any(group.number % one == 0 or group.number - one in counted for one in counted):
        return ()
    return [number for number in most if number < group.number]


@rule("warning", "common-sense")
def promised_appendix(case: Case) -> Iterator[Flaw]:
    """The amounts are promised, or stand in a paper that is not here.

    Why:
        The region divides a budget with the plans that lie on the table. An appendix gets separated from its plan, or
        comes too late.

    Example:
        resources: A laser cutter and 80 hours. The budget follows next week as an appendix.

    Mend:
        Name the amounts here, an estimate for each. A more precise budget may still follow.
    """
    for resource in case.plan.resources.items if case.plan.resources.sound else ():
        for path, text in ((resource.path, resource.text), ((*resource.path, "amount"), resource.written or "")):
            said = promised_paper(text)
            if said is not None:
                yield Flaw(
                    path,
                    message("The amounts are not here yet: {text}.", text=quoted(said)),
                    message("Name the amounts in the plan itself; an estimate will do."),
                )
                return
