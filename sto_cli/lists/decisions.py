"""What a person decided about uncertain rows, kept in a small file beside the output.

A decision belongs to what a row says (name, place, …), not to its number, so it holds in a newer list too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from sto_cli.errors import UnreadableFile
from sto_cli.files.reading import read_text
from sto_cli.files.writing import write_whole
from sto_cli.lists.results import Question
from sto_cli.messages import message

Decisions = dict[Question, str | None]
"""The choice of a candidate (most often a school's code), or None: none of the candidates."""

ENDING = ".sto-review.json"


def decisions_beside(path: Path) -> Path:
    """Return the file in which the decisions about an output (or, without one, a list) are kept."""
    return path.with_name(path.name + ENDING)


def read_decisions(path: Path) -> Decisions:
    """Read the decisions that were kept, none when there is no such file.

    Raises:
        UnreadableFile: it is not a file of decisions; it is left as it is.
    """
    if not path.exists():
        return {}
    try:
        kept = json.loads(read_text(path))
        return {_question(entry): entry["school"] for entry in kept["decisions"]}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UnreadableFile(
            message("{path} holds no decisions that can be read.", path=path),
            message("Put it elsewhere: the decisions are then asked anew."),
        ) from None


def write_decisions(path: Path, decisions: Mapping[Question, str | None]) -> None:
    """Write all decisions, whole or not at all.

    Raises:
        UnwritableFile: the folder is missing or read-only.
    """
    entries = [{**_filled(question), "school": code} for question, code in decisions.items()]
    content = json.dumps({"format": 1, "decisions": entries}, ensure_ascii=False, indent=1)
    write_whole(path, content + "\n", renew=True)


def _filled(question: Question) -> dict[str, str]:
    return {name: text for name, text in asdict(question).items() if text}


def _question(entry: Mapping[str, Any]) -> Question:
    if not (entry["school"] is None or isinstance(entry["school"], str)):
        raise TypeError
    return Question(**{field.name: str(entry.get(field.name, "")) for field in fields(Question)})
