"""A heading is misspelt, or stands there twice in different words.

Why:
    Two texts under two words for one heading cannot both be the answer. And who reads the plan looks for the usual
    word.

Example:
    milstones: October 2026, the lab is ready.

Mend:
    Write the heading as the finding says. “sto validate --fix” does it for you.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.english import Stranger

ID = "misspelt-key"
SEVERITY: Severity = "error"
SOURCE = "six-questions"


def check(case: Case) -> Iterator[Flaw]:
    """Report headings that stand for one that a plan knows."""
    strangers = case.reading.english.strangers
    return (_flaw(case, one) for one in strangers if not (one.adopted and one.other_word))


def _flaw(case: Case, stranger: Stranger) -> Flaw:
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
