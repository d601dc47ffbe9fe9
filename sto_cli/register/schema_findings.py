"""What a schema does not allow in a file of the register, as findings in plain words."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from sto_cli.files.schema import Complaint, complaints
from sto_cli.files.yaml.reader import YamlDocument
from sto_cli.findings import Finding, Place
from sto_cli.messages import N_, Message, message
from sto_cli.register.dates import HOW_DATES_ARE_WRITTEN, as_register

MAX_FINDINGS = 100
"""Enough to see what kind of file it is; the rest is most often the same flaw again."""

DATE_KEYS = {"since", "until", "as_of"}

KINDS_OF_VALUE = {
    "array": N_("a list"),
    "object": N_("a group of words with values"),
    "string": N_("a text"),
    "number": N_("a number"),
    "integer": N_("a number"),
    "null": N_("nothing"),
}


def schema_findings(schema: str, data: object, detailed: Callable[[], YamlDocument]) -> list[Finding]:
    """Hold data against a schema; `detailed` reads the file again with all places, when something is wrong."""
    wrong = [complaint for _, complaint in zip(range(MAX_FINDINGS), complaints(schema, data), strict=False)]
    if not wrong:
        return []
    document = detailed()
    return [finding for complaint in wrong for finding in _findings(complaint, document)]


def _findings(complaint: Complaint, document: YamlDocument) -> list[Finding]:
    if complaint.keyword == "required":
        return [_missing(name, complaint, document.place(*complaint.path)) for name in complaint.names]
    if complaint.keyword == "additionalProperties":
        return [_unknown(name, complaint, document.key_place(*complaint.path, name)) for name in complaint.names]
    return [
        Finding(
            f"wrong-{'value' if complaint.keyword != 'type' else 'type'}",
            "error",
            _wrong(complaint),
            document.place(*complaint.path),
            _hint(complaint),
            path=".".join(map(str, complaint.path)),
        )
    ]


def _missing(name: str, complaint: Complaint, place: Place) -> Finding:
    sentence = message("“{name}” is missing here.", name=name)
    hint = message("Add a line “{name}: …”.", name=name)
    return Finding("missing-key", "error", sentence, place, hint, path=".".join(map(str, complaint.path)))


def _unknown(name: str, complaint: Complaint, place: Place) -> Finding:
    near = get_close_matches(name, complaint.allowed, n=1)
    hint = (
        message("Did you mean “{near}”?", near=near[0])
        if near
        else message("Possible here: {names}.", names=", ".join(complaint.allowed))
    )
    sentence = message("“{name}” is not known here.", name=name)
    return Finding("unknown-key", "error", sentence, place, hint, path=".".join(map(str, (*complaint.path, name))))


def _wrong(complaint: Complaint) -> Message:
    if complaint.value is None and not complaint.path:
        return message("This file is empty.")
    if complaint.keyword == "type" and complaint.value is None:
        return message("Nothing is filled in here.")
    if complaint.keyword == "type":
        wanted = Message(KINDS_OF_VALUE.get(complaint.allowed[0], complaint.allowed[0]))
        return message("Here belongs {wanted}, not {value}.", wanted=wanted, value=_shown(complaint.value))
    return message("{value} is not right here.", value=_shown(complaint.value))


def _hint(complaint: Complaint) -> Message | None:
    if complaint.value is None and not complaint.path:
        return message("Look whether it was saved. If nothing should be in it, take the file away.")
    if complaint.path and complaint.path[-1] in DATE_KEYS:
        right = as_register(str(complaint.value))
        return message("Write {date}.", date=right) if right else message(HOW_DATES_ARE_WRITTEN)
    if complaint.keyword == "enum":
        near = get_close_matches(str(complaint.value), complaint.allowed, n=1)
        if near:
            return message("Did you mean “{near}”?", near=near[0])
        return message("Possible here: {names}.", names=", ".join(complaint.allowed))
    if complaint.keyword == "pattern":
        return message("Look how the other entries write it.")
    return None


LONGEST_SHOWN = 60
"""A value that is quoted in a sentence is cut at this length."""


def _shown(value: object) -> str:
    shown = "…" if isinstance(value, dict | list) else f"“{value}”"
    return shown if len(shown) <= LONGEST_SHOWN else shown[: LONGEST_SHOWN - 2] + "…”"
