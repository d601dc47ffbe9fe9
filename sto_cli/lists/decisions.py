"""What a person decided about uncertain rows: made once, and kept among the user's own data.

A decision belongs to what a row says (name, place, …) and not to its number, its capitals or its marks, so it holds in
every list that says the same.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, NamedTuple

from sto_cli.errors import UnreadableFile
from sto_cli.files.decoding import OTHER_BREAKS
from sto_cli.files.folders import make_folder
from sto_cli.files.history import NO_OCCASION, ChangedMeanwhile, Occasion, change_files, contents_of
from sto_cli.files.reading import is_there, read_text
from sto_cli.lists.results import Question
from sto_cli.messages import message

FILE_NAME = "decisions.json"
ATTEMPTS = 200
"""How often decisions are laid over those that another run wrote meanwhile; each time one of the two gets through."""

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in OTHER_BREAKS}


class Decision(NamedTuple):
    """What was decided of a row, as the row says it: a candidate (most often a school's code), or None for none."""

    question: Question
    school: str | None


Decisions = dict[Question, Decision]
"""Decisions by what is asked, in plain words (`Question.plain`)."""


def decided(decisions: Iterable[Decision]) -> Decisions:
    """Return decisions by what is asked; of two about the same the later one."""
    return {decision.question.plain: decision for decision in decisions}


def read_decisions(folder: Path) -> Decisions:
    """Read the decisions that are kept in a folder; none when there are none.

    Raises:
        UnreadableFile: it is not a file of decisions; it is left as it is.
    """
    path = folder / FILE_NAME
    return decisions_in(read_text(path), path) if is_there(path) else {}


def decisions_in(text: str, path: Path | str) -> Decisions:
    """Read the text of a file of decisions, as `read_decisions` does."""
    try:
        return decided(_decision(entry) for entry in json.loads(text)["decisions"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UnreadableFile(
            message("{path} holds no decisions that can be read.", path=path),
            message("Put it elsewhere: the decisions are then asked anew."),
        ) from None


def keep_decisions(
    folder: Path,
    made: Mapping[Question, Decision],
    withdrawn: Iterable[Question] = (),
    occasion: Occasion = NO_OCCASION,
) -> None:
    """Add decisions to those that are kept in a folder, and take back some; whole or not at all.

    Raises:
        UnreadableFile: what is there is no file of decisions.
        UnwritableFile: the folder cannot be made or written to.
    """
    make_folder(folder)
    withdrawn = list(withdrawn)
    for left in reversed(range(ATTEMPTS)):
        before = contents_of(folder, (FILE_NAME,))
        content = with_decisions(folder, made, withdrawn)
        try:
            change_files(folder, before, {} if content is None else {FILE_NAME: content.encode()}, occasion)
        except ChangedMeanwhile:  # by another run: lay them over what that one wrote
            if not left:
                raise
        else:
            return


def with_decisions(folder: Path, made: Mapping[Question, Decision], withdrawn: Iterable[Question] = ()) -> str | None:
    """Return the text of the file of decisions with these added and taken back; None when nothing changes.

    Raises:
        UnreadableFile: what is there is no file of decisions.
    """
    before = read_decisions(folder)
    kept = {**before, **made}
    for question in withdrawn:
        kept.pop(question, None)
    if kept == before:
        return None
    return decisions_text(kept)


def decisions_text(kept: Decisions) -> str:
    """Return the text of a file of decisions."""
    entries = [{**_filled(question), "school": school} for question, school in kept.values()]
    text = json.dumps({"format": 1, "decisions": entries}, ensure_ascii=False, indent=1) + "\n"
    return text.translate(_ESCAPED)  # a break that the reader takes for a space


def _filled(question: Question) -> dict[str, str]:
    return {name: text for name, text in asdict(question).items() if text}


def _decision(entry: Mapping[str, Any]) -> Decision:
    if not (entry["school"] is None or isinstance(entry["school"], str)):
        raise TypeError
    question = Question(**{field.name: str(entry.get(field.name, "")) for field in fields(Question)})
    return Decision(question, entry["school"])
