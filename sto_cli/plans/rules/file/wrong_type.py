"""Something of another kind stands here than belongs here: a list for a text, a word for an amount.

Why:
    The answer cannot be read, so nothing can be said about what it means. Answers are free text, or a list with a
    dash before each point, and in a list each point may have headings of its own.

Example:
    period: 2026-2028

Mend:
    Write it as the finding says. “sto plan new” makes a plan that shows how each answer can be written.
"""

from collections.abc import Iterator

from sto_cli.files.schema import Complaint
from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.amounts import amount_meant, stands_elsewhere
from sto_cli.plans.language.cost_words import is_promised
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Resource
from sto_cli.plans.reading.cofinancing import paid_meant
from sto_cli.plans.reading.shape import HEADINGS, KIND_WORDS, PlanHeading

ID = "wrong-type"
SEVERITY: Severity = "error"
SOURCE = "readable"

_KINDS = {dict: N_("headings of its own"), list: N_("a list"), bool: N_("yes or no"), str: N_("a text")}
_WANTED = {
    "string": N_("a text"), "number": N_("an amount"), "array": N_("a list"), "object": N_("headings of its own"),
    "boolean": N_("yes or no"),
}  # fmt: skip


def check(case: Case) -> Iterator[Flaw]:
    """Report values of a wrong kind, words that cannot be chosen, and amounts that are none."""
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
        return Flaw(path, said, _hint(case, complaint), on="heading")
    wanted = [_WANTED[kind] for kind in complaint.allowed if kind in _WANTED]
    return Flaw(
        path,
        message(
            "“{word}” holds {found}; {wanted} belongs here.",
            word=case.word(*heading), found=Message(_KINDS[type(complaint.value)]), wanted=_choice(wanted),
        ),
        _hint(case, complaint),
        on="heading" if isinstance(path[-1], str) else "value",
    )  # fmt: skip


def _choice(wanted: list[str]) -> Message:
    """Say "a text", or "a text or a list"; of more than two kinds the first two are the usual ones."""
    if len(wanted) == 1:
        return Message(wanted[0])
    return message("{one} or {other}", one=Message(wanted[0]), other=Message(wanted[1]))


def _hint(case: Case, complaint: Complaint) -> Message:
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
