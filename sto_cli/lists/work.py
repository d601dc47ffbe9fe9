"""What looking up the schools of a list may cost, counted and not timed: every machine refuses the same lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sto_cli.errors import UnreadableFile
from sto_cli.files.limits import LIST_WORDS, LIST_WORK, QUESTION_LETTERS, ROW_WORK, SHORT_LIST_WORK
from sto_cli.files.reading import too_large
from sto_cli.files.tables import DataTable
from sto_cli.lists.results import Question
from sto_cli.messages import message
from sto_cli.search.find import Matcher
from sto_cli.search.words import plain

OTHER_NAMES = message(
    "It holds far more different names than there are schools: keep the rows that name schools, each once, or split "
    "it into smaller files."
)

_WORD = re.compile(r"[a-z]{4,}")


def bound_words(table: DataTable, asked: Iterable[Question | None], matcher: Matcher) -> None:
    """Refuse a list most of whose words no school bears, before anything is looked up.

    Raises:
        UnreadableFile: there are too many.
    """
    strange: set[str] = set()
    for name in {question.name for question in asked if question is not None}:
        strange.update(matcher.words.strange(_WORD.findall(plain(name[:QUESTION_LETTERS]))))
        if len(strange) > LIST_WORDS:
            raise _refused(table.path)


def bound_work(table: DataTable, steps: int) -> None:
    """Refuse a list when the searches took more steps than those of any list of schools do.

    Raises:
        UnreadableFile: they did.
    """
    if steps > min(LIST_WORK, SHORT_LIST_WORK + ROW_WORK * len(table.body)):
        raise _refused(table.path)


def _refused(path: str) -> UnreadableFile:
    return too_large(path, OTHER_NAMES)
