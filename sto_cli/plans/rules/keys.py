"""Rules on headings that are not those of a plan."""

from collections.abc import Iterator, Sequence

from sto_cli.files.schema import Complaint
from sto_cli.messages import Message, all_of, message
from sto_cli.plans.case import Case, Flaw, LighterCase, rule
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.budget_source import names_programme
from sto_cli.plans.reading.english import Stranger
from sto_cli.plans.reading.roles import role_of
from sto_cli.plans.reading.shape import HEADINGS


@rule("error", "six-questions")
def misspelt_key(case: Case) -> Iterator[Flaw]:
    """A heading is misspelt, or stands there twice in different words.

    Why:
        Two texts under two words for one heading cannot both be the answer. And who reads the plan looks for the usual
        word.

    Example:
        milstones: October 2026, the lab is ready.

    Mend:
        Write the heading as the finding says. “sto validate --fix” does it for you.
    """
    strangers = case.reading.english.strangers
    wrong = (one for one in strangers if not (one.adopted and one.other_word))
    return (_misspelt(case, one) for one in wrong if not _is_read_with_costs(case, one))


def _is_read_with_costs(case: Case, stranger: Stranger) -> bool:
    """Whether a heading says who pays the costs that stand under another: the budget takes both."""
    data = case.reading.document.data
    beside = not stranger.group and stranger.other_word and stranger.meant.english == "resources"
    return beside and isinstance(data, dict) and names_programme(data.get(stranger.word))


def _misspelt(case: Case, stranger: Stranger) -> Flaw:
    reading = case.reading
    raw = (*reading.written(stranger.group), stranger.word)
    meant = stranger.meant.word(reading.english.language)
    path = (*stranger.group, stranger.meant.english)
    word, place, written = quoted(stranger.word), reading.document.key_place(*raw), ".".join(map(str, raw))
    if stranger.adopted:
        return Flaw(
            path,
            message("{word} is no heading of a plan; it is read as “{meant}”.", word=word, meant=meant),
            message("Write “{meant}”.", meant=meant),
            place=place,
            replacement=meant,
            written=written,
            lighter="understood-heading",
        )
    return Flaw(
        path,
        message("{word} is no heading of a plan, and “{meant}” is there already.", word=word, meant=meant),
        message("Put the texts together under “{meant}”, or leave this one out.", meant=meant),
        place=place,
        written=written,
        lighter="beside-the-question" if stranger.other_word and " " in stranger.word.strip() else None,
    )


@rule("error", "nothing-lost")
def unknown_key(case: Case) -> Iterator[Flaw]:
    """A heading stands here that a plan does not know.

    Why:
        What stands under it is not read, so nobody is told about it. Often it is a typing error, a heading at the
        wrong depth, or a comma in a text between { and }.

    Example:
        colour: blue

    Mend:
        Use one of the headings that the finding names, or move the text to the answer where it belongs.
    """
    for complaint in case.complaints("additionalProperties"):
        remarks = [name for name in complaint.names if _lighter(case, complaint, name) is not None]
        yield from (_unknown(case, complaint, name) for name in complaint.names if name not in remarks[1:])


def _unknown(case: Case, complaint: Complaint, name: str) -> Flaw:
    reading = case.reading
    raw = (*reading.written(complaint.path), name)
    lighter = _lighter(case, complaint, name)
    return Flaw(
        (*complaint.path, name),
        _not_known([name, *_others(case, complaint, name)] if lighter else [name])
        if name.strip()
        else message("Before the colon there is no heading."),
        _hint(case, complaint, name, lighter),
        place=reading.document.key_place(*raw),
        lighter=lighter,
        written=".".join(map(str, raw)),
    )


def _others(case: Case, complaint: Complaint, name: str) -> list[str]:
    """Return the other headings that are remarks of one's own, which are named with the first."""
    return [one for one in complaint.names if one != name and _lighter(case, complaint, one) is not None]


def _not_known(names: Sequence[str]) -> Message:
    words = [quoted(name) for name in names]
    if len(words) == 1:
        return message("{word} is not a heading that a plan knows here.", word=words[0])
    return message("{words} are not headings that a plan knows here.", words=all_of(words))


def _hint(case: Case, complaint: Complaint, name: str, lighter: LighterCase | None) -> Message:
    if lighter == "own-heading":
        return message(
            "As a remark of your own it may stay; if it is an answer, put it under one of the six questions."
        )
    empty = isinstance(complaint.value, dict) and complaint.value[name] is None
    return _comma(name) if empty and complaint.path else _known(case, complaint)


def _lighter(case: Case, complaint: Complaint, name: str) -> LighterCase | None:
    """Say why a heading is only a remark more: at a point with a text, or beside six answers."""
    if complaint.path:
        return "more-about-a-point" if isinstance(_value_of(complaint, name), str) else None
    if not name.strip() or (_of_a_point(name) and not _is_day_of_writing(complaint)):
        return None
    answered = all(answer.given and answer.sound for answer in case.plan.answers)
    return "own-heading" if answered or _about_the_paper(name, _value_of(complaint, name)) else None


MOST_WORDS = 4
"""Words of a text that is no answer to a question."""


def _about_the_paper(name: str, value: object) -> bool:
    """Whether a heading says something of the paper, so that it is no answer that went astray."""
    known = role_of(name) is not None and role_of(name) not in QUESTIONS
    return known or (isinstance(value, str) and len(value.split()) <= MOST_WORDS)


def _of_a_point(name: str) -> bool:
    """Whether a word is the heading of a part of a point: then it stands here by an error of indentation."""
    groups = (heading.shape.items.group for heading in HEADINGS if heading.shape.items is not None)
    return any(plain_word(name) in (one.english, one.dutch) for group in groups for one in group)


def _is_day_of_writing(complaint: Complaint) -> bool:
    """Whether only a date stands here, without what should be reached on it."""
    return [plain_word(name) in {"datum", "date"} for name in complaint.names if _of_a_point(name)] == [True]


def _value_of(complaint: Complaint, name: str) -> object:
    return complaint.value.get(name) if isinstance(complaint.value, dict) else None


def _comma(name: str) -> Message:
    """Explain `{item: saws, amount: 12,50}`: the comma ends the part, and what follows counts as a heading."""
    if name.strip().isdigit():
        return message("A comma between {{ and }} starts a new part: write an amount with a point, such as 12.50.")
    return message("A comma between {{ and }} starts a new part: put quotation marks around a text with a comma.")


def _known(case: Case, complaint: Complaint) -> Message:
    words = ", ".join(case.reading.right_word(*complaint.path, name) for name in complaint.allowed)
    return message("Leave it out, or put the text under one of these headings: {words}.", words=words)
