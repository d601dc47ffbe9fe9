"""All that was decided before: in the decisions of the user's own folders, and in the review files that lie there."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from sto_cli.lists.decisions import Decisions, read_decisions
from sto_cli.lists.review_file import REVIEW_FILES, WrongChoice, read_review
from sto_cli.register.register import Register


def decisions_of(folders: Iterable[Path], register: Register) -> tuple[Decisions, list[WrongChoice]]:
    """Read what was decided, and the choices in review files that are not understood.

    A later folder goes before an earlier one, and what was filled in in a review file before what is kept: it is newer.

    Raises:
        UnreadableFile: one of the files cannot be read.
    """
    known = codes(register)
    made: Decisions = {}
    wrong: list[WrongChoice] = []
    for folder in dict.fromkeys(folders):
        made |= read_decisions(folder)
        for path in sorted(folder.glob(REVIEW_FILES)):
            review = read_review(path, known)
            made |= review.made
            wrong += review.wrong
            for question in review.withdrawn:
                made.pop(question, None)
    return made, wrong


def codes(register: Register) -> Container[str]:
    """Return the codes that a person may choose: of schools, and of members that are no vmbo school."""
    members = (member.id for region in register.regions.values() for member in region.members)
    return {*register.schools, *(code for code in members if code)}
