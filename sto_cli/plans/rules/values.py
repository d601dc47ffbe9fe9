"""Rules on what stands under a heading and cannot be read."""

from collections.abc import Iterator, Sequence

from sto_cli.files.schema import Complaint
from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.amounts import amount_meant, stands_elsewhere
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.cost_words import is_promised
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.spans import TimeRange
from sto_cli.plans.language.times import meanings
from sto_cli.plans.language.wording import quoted, said_when
from sto_cli.plans.model import Milestone, Resource
from sto_cli.plans.reading.cofinancing import paid_meant
from sto_cli.plans.reading.shape import HEADINGS, KIND_WORDS, PlanHeading

_KINDS = {dict: N_("headings of its own"), list: N_("a list"), bool: N_("yes or no"), str: N_("a text")}

_WANTED = {
    "string": N_("a text"), "number": N_("an amount"), "array": N_("a list"), "object": N_("headings of its own"),
    "boolean": N_("yes or no"),
}  # fmt: skip


@rule("error", "readable")
def wrong_type(case: Case) -> Iterator[Flaw]:
    """Something of another kind stands here than belongs here: a list for a text, a word for an amount.

    Why:
        The answer cannot be read, so nothing can be said about what it means. Answers are free text, or a list with a
        dash before each point, and in a list each point may have headings of its own.

    Example:
        period: 2026-2028

    Mend:
        Write it as the finding says. “sto plan new” makes a plan that shows how each answer can be written.
    """
    wrong = [complaint for complaint in case.complaints("type") if complaint.value is not None]
    yield from (_wrong_kind(case, complaint) for complaint in wrong)
    seen = {complaint.path for complaint in wrong}
    for complaint in case.complaints("enum"):
        if complaint.path not in seen and complaint.path[-1] == "kind":
            yield _no_choice(case, complaint)
    yield from _no_amounts(case)
    for item in case.plan.resources.items:
        if item.spent is None and item.spent_written and not is_placeholder(item.spent_written):
            yield Flaw(
                (*item.path, "spent"),
                message("It is not clear how much was spent: {written}.", written=quoted(item.spent_written)),
                message("Write one amount in digits, such as 12500, and explain it in the text beside it."),
            )
    yield from _who_pays(case)


def _wrong_kind(case: Case, complaint: Complaint) -> Flaw:
    path = complaint.path
    heading = path if path and isinstance(path[-1], str) else path[:-1]
    if path == ("period",):
        said = message("Under “{word}” belong a start and an end.", word=case.word("period"))
        return Flaw(path, said, _hint_at_type(case, complaint), on="heading")
    wanted = [_WANTED[kind] for kind in complaint.allowed if kind in _WANTED]
    return Flaw(
        path,
        message(
            "“{word}” holds {found}; {wanted} belongs here.",
            word=case.word(*heading), found=Message(_KINDS[type(complaint.value)]), wanted=_choice(wanted),
        ),
        _hint_at_type(case, complaint),
        on="heading" if isinstance(path[-1], str) else "value",
    )  # fmt: skip


def _choice(wanted: list[str]) -> Message:
    """Say "a text", or "a text or a list"; of more than two kinds the first two are the usual ones."""
    if len(wanted) == 1:
        return Message(wanted[0])
    return message("{one} or {other}", one=Message(wanted[0]), other=Message(wanted[1]))


def _hint_at_type(case: Case, complaint: Complaint) -> Message:
    path, value = complaint.path, complaint.value
    if path == ("period",):
        start, end = case.word("period", "start"), case.word("period", "end")
        return message(
            "Write “{start}:” and “{end}:” on lines of their own below it, two spaces in.", start=start, end=end
        )
    if isinstance(value, dict) and "array" in complaint.allowed:
        shape = next(heading.shape for heading in HEADINGS if heading.english == path[0])
        group = shape.items.group if shape.items is not None and len(path) == 1 else ()
        if not set(value) & {heading.english for heading in group}:
            return _as_a_list(case, path, group)
        return message("Put a dash and a space before the first heading of every point, and indent the others as far.")
    if isinstance(value, list):
        return message("Write one text, without dashes or square brackets.")
    if isinstance(value, dict):
        return message("Write one text here; when it holds a colon, put quotation marks around it.")
    return message("Write it as “sto plan new” shows it.")


def _as_a_list(case: Case, path: KeyPath, group: tuple[PlanHeading, ...]) -> Message:
    """Show how `October 2026: start` is written as a point of a list."""
    words = [case.reading.right_word(*path, 0, heading.english) for heading in group if heading.english != "id"]
    if not words:
        return message("Write a list: a dash and a space before every point.")
    example = ", ".join(f"{word}: …" for word in words)
    return message("Write every line as a point of a list: {example}.", example=f"- {{{example}}}")


def _no_choice(case: Case, complaint: Complaint) -> Flaw:
    column = 1 if case.plan.language == "nl" else 0
    choices = ", ".join(pair[column] for pair in KIND_WORDS.items())
    return Flaw(
        complaint.path,
        message(
            "{value} cannot be chosen for “{word}”.", value=quoted(complaint.value), word=case.word(*complaint.path)
        ),
        message("Choose one of these: {words}.", words=choices),
        lighter="own-kind" if isinstance(complaint.value, str) and sum(map(str.isalpha, complaint.value)) > 1 else None,
    )


def _who_pays(case: Case) -> Iterator[Flaw]:
    """Report what stands in the place of yes or no, and says neither, nor how much or who."""
    written = case.data.get("resources")
    for item in case.plan.resources.items:
        details = written[int(item.path[1])] if isinstance(written, list) and len(item.path) > 1 else None
        text = details.get("cofinancing") if isinstance(details, dict) else None
        if not isinstance(text, str) or not text.strip() or is_placeholder(text):
            continue
        if paid_meant(text, item.amount.cents if item.amount else None) is None:
            path = (*item.path, "cofinancing")
            yield Flaw(
                path,
                message("{value} does not say whether others pay for this, or how much.", value=quoted(text)),
                message("Write yes or no, what others pay (an amount, or 20%), or who pays."),
            )


def _is_known(item: Resource) -> bool:
    """Whether it is clear what stands in the place of an amount: a part of another one, or who pays it."""
    if item.amount is not None:
        return item.amount.cents >= 0
    written = item.written or ""
    elsewhere = stands_elsewhere(written) or is_promised(written)
    return elsewhere or (item.cofinancing is not None and not any(letter.isdigit() for letter in written))


def _no_amounts(case: Case) -> Iterator[Flaw]:
    total = case.data.get("total")
    costs = [item for item in case.plan.resources.items if item.role == "cost" and not _is_known(item)]
    written = [((*item.path, "amount"), item.written) for item in costs]
    for path, text in (*written, (("total",), total)):
        if not isinstance(text, str) or not text.strip() or is_placeholder(text):
            continue
        amount = amount_meant(text)
        if amount is not None and amount.cents < 0:
            yield Flaw(
                path,
                message("{text} is an amount below zero.", text=quoted(text)),
                message("Write what it costs, without a minus sign; what others pay is marked as cofinancing."),
            )
        elif amount is None and not (path == ("total",) and case.plan.total is not None):
            yield Flaw(
                path,
                message("{text} is not one amount.", text=quoted(text)),
                message("Write one amount in digits, such as 12500, and explain it in the text beside it."),
            )


A_DAY_OR_A_MONTH = message("Choose a day (2026-10-01) or a month (2026-10), and put the rest in the text beside it.")
"""What to do where no day or month can be read; a text says it otherwise."""


@rule("error", "question-milestones")
def invalid_date(case: Case) -> Iterator[Flaw]:
    """A date does not exist, cannot be read, or may be several days.

    Why:
        Milestones can only be put in order when everyone reads the same day or month. “1-10-2026”, “autumn 2026” and
        “Q1 2027” are understood; “1 October” is asked when the plan runs over two Octobers.

    Example:
        milestones:
          - {date: 2026-02-30, milestone: The lab is ready.}

    Mend:
        Write a day as 2026-10-01 or a month as 2026-10.
    """
    plan = case.plan
    within = (plan.start.first, plan.end.last) if plan.start and plan.end else None
    for milestone in plan.milestones.items:
        if milestone.written is not None and milestone.date is None:
            yield from _date((*milestone.path, "date"), milestone.written, within)
        elif milestone.written is None and (words := _impossible(milestone.text)) is not None:
            yield Flaw(milestone.path, _no_date(words), _hint_at_date(words))
    yield from _reached(plan.milestones.items)
    period = case.data.get("period")
    for name, when in (("start", plan.start), ("end", plan.end)):
        written = period.get(name) if isinstance(period, dict) else None
        if isinstance(written, str) and written.strip() and when is None:
            yield from _date(("period", name), written, None)
    if plan.start is not None and plan.end is not None and plan.end.last < plan.start.first:
        yield Flaw(
            ("period", "end"),
            message("The period ends ({end}) before it starts ({start}).", end=plan.end.last, start=plan.start.first),
            message("Check the years, or change the two dates round."),
        )


def _reached(milestones: Sequence[Milestone]) -> Iterator[Flaw]:
    for one in milestones:
        if one.reached is None and one.reached_written and not is_placeholder(one.reached_written):
            yield Flaw(
                (*one.path, "reached"),
                message("It is not clear whether this is reached: {written}.", written=quoted(one.reached_written)),
                message("Write yes or no, or the day on which it was reached (2026-10-01)."),
            )


def _date(path: KeyPath, written: str, within: TimeRange | None) -> Iterator[Flaw]:
    if is_placeholder(written):
        return
    possible = meanings(written, within)
    if len(possible) > 1:
        yield Flaw(path, _several(written, possible), message("Add the year, so that everyone reads the same."))
    else:
        yield Flaw(path, _no_date(written), _hint_at_date(written))


MOST_MEANINGS = 3
"""Meanings that a sentence names; with more, only the year is asked."""


def _several(written: str, possible: Sequence[When]) -> Message:
    if len(possible) > MOST_MEANINGS:
        return message("{written} has no year.", written=quoted(written))
    *first, last = map(said_when, possible)
    named = message("{one} or {other}", one=first[0], other=last)
    if len(first) > 1:
        named = message("{one}, {two} or {three}", one=first[0], two=first[1], three=last)
    return message("{written} may be {times}.", written=quoted(written), times=named)


def _no_date(written: str) -> Message:
    if _is_shaped(written):
        return message("{written} does not exist: there is no such day or month.", written=quoted(written))
    return message("{written} is not a day or a month.", written=quoted(written))


def _impossible(text: str) -> str | None:
    """Return the words of a day in a text that does not exist."""
    times = (one for one in annotate(text).times if one.after is None and not one.open_year)
    return next((one.words for one in times if not one.readings()), None)


def _is_shaped(written: str) -> bool:
    """Whether a text is written as a date is: “2026-13”, “31 november 2026”."""
    year, *parts = written.strip().replace("/", "-").replace(".", "-").split("-")
    shaped = len(year) == len("2026") and 1 <= len(parts) <= 2 and all(len(one) <= 2 for one in parts)  # noqa: PLR2004
    return (shaped and all(map(str.isdecimal, (year, *parts)))) or _impossible(written) == written.strip()


def _hint_at_date(written: str) -> Message:
    year = written.strip()
    if year.isdecimal() and len(year) == len("2026"):
        if not PROGRAMME_START.year <= int(year) <= PROGRAMME_END.year:
            return message("Check the year, or plan it within the programme.")
        return message("Add the month: {example}.", example=f"{year}-09")
    if _is_shaped(written):
        return message("Check the day and the month.")
    return A_DAY_OR_A_MONTH
