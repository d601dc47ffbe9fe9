"""Reading one file of the register: YAML → entries that fit the schema, with their places, or findings."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from itertools import cycle
from pathlib import Path
from typing import Any, cast

from sto_cli.files.limits import DETAILED_LETTERS, YAML_VALUES
from sto_cli.files.reading import read_text
from sto_cli.files.schema import Complaint, complaints
from sto_cli.files.yaml.reader import YamlDocument
from sto_cli.findings import Finding, Place
from sto_cli.messages import N_, Message, message
from sto_cli.register.dates import HOW_DATES_ARE_WRITTEN, as_register, first_day
from sto_cli.register.model import PartKind
from sto_cli.register.stored import StoredPart, line_of

# YAML and the schema checker are imported only when a file must be read anew: a derived copy needs neither.


@dataclass(slots=True)
class PartFile:
    """One file's content: plain entries, the line and column of each, and what was found wrong."""

    kind: PartKind
    path: str
    as_of: str | None = None
    source: str | None = None
    entries: list[dict[str, Any]] = field(default_factory=list)
    left: list[dict[str, Any]] = field(default_factory=list)
    """Of schools.yaml: the schools that left the files."""

    origins: list[dict[str, Any]] = field(default_factory=list)
    """Of schools.yaml: when and where each kind of facts comes from."""

    places: list[tuple[int, int]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, index: int) -> Place:
        """Return the place of an entry."""
        line, column = self.places[index]
        return Place(self.path, line, column)

    def stored(self) -> StoredPart:
        """Return the content as lines of text, and let go of the entries, which take more room."""
        nameless = [entry["id"] for entry in self.entries if "id" in entry and not entry.get("name")]
        lines = []
        for index, (line, column) in enumerate(self.places):
            lines.append(line_of(self.entries[index], line, column))
            self.entries[index] = {}
        return StoredPart(self.kind, self.path, self.as_of, self.source, self.left, nameless, self.origins, lines)


def read_part(kind: PartKind, path: Path, shown: str) -> PartFile:
    """Read one file; `shown` is the name by which messages call it.

    Raises:
        UnreadableFile: there is no such file, it may not be read, or it is not text.
    """
    return part_of(kind, read_text(path), shown)


FEWEST_VALUES = 100_000
LEAST_TEXT = 8
"""Characters for each value in a larger file (the shipped files have 11 to 22): what has less repeats itself."""


def _most_values(text: str) -> int:
    """Return how many values a text may hold, aliases counted at full length; 0 when it is seen to hold more."""
    most = min(max(FEWEST_VALUES, len(text) // LEAST_TEXT), YAML_VALUES)
    return most if text.count("- ") + text.count(",") + text.count(": ") <= most else 0


def part_of(kind: PartKind, text: str, shown: str) -> PartFile:
    """Read the text of one file, as `read_part` does."""
    from sto_cli.files.yaml.reader import read_yaml  # noqa: PLC0415

    most = _most_values(text)
    document = read_yaml(text, shown, detail=False, max_nodes=most)
    part = PartFile(kind, shown, findings=document.findings)
    data = document.data
    if document.findings:
        return part
    if isinstance(data, dict):
        _type_numbers(data.get(kind))
    if findings := schema_findings(kind, data, lambda: read_yaml(text, shown, detail=len(text) < DETAILED_LETTERS)):
        part.findings = findings
        return part
    data = cast("dict[str, Any]", data)  # the schema says so
    part.as_of, part.source, part.entries = data["as_of"], data["source"], data[kind] or []
    part.left, part.origins = data.get("left") or [], data.get("origins") or []
    for index in range(len(part.entries)):
        place = document.place(kind, index)
        part.places.append((place.line, place.column))
    part.findings = _date_findings(part)
    return part


def _type_numbers(entries: object) -> None:
    """Turn coordinates into numbers: the reader leaves every value the text that was written."""
    for entry in entries if isinstance(entries, list) else ():
        coordinates = entry.get("coordinates") if isinstance(entry, dict) else None
        if isinstance(coordinates, list):
            entry["coordinates"] = [_number(*pair) for pair in zip(coordinates, cycle(FURTHEST), strict=False)]


_DEGREES = re.compile(r"[-+]?\d{1,3}(?:\.\d{1,20})?", re.ASCII)
FURTHEST = (90, 180)
"""Degrees of latitude and of longitude: nothing on earth lies further."""


def _number(value: object, furthest: int) -> object:
    number = degrees(str(value), furthest)
    return value if number is None else number


def degrees(written: str, furthest: int) -> float | None:
    """Return a number of degrees; None for what is no number, or none on earth."""
    text = written.strip()
    return float(text) if _DEGREES.fullmatch(text) and abs(float(text)) <= furthest else None


def _date_findings(part: PartFile) -> list[Finding]:
    """Find dates that fit the pattern but do not exist, and periods that end before they begin."""
    findings = []
    for index, entry in enumerate(part.entries):
        days = {key: first_day(entry[key]) for key in ("since", "until", "as_of") if key in entry}
        for key in (key for key, day in days.items() if day is None):
            findings.append(_bad_date(part, index, key, entry[key]))
        findings += [
            _bad_date(part, index, "until", name["until"])
            for name in entry.get("former_names") or ()
            if isinstance(name, dict) and "until" in name and first_day(name["until"]) is None
        ]
        if _ends_before(days.get("since"), days.get("until")):
            findings.append(
                Finding(
                    "period-ends-before-start",
                    "error",
                    message("This period ends ({until}) before it begins ({since}).", **entry),
                    part.place(index),
                    message("Look at “since” and “until”: they may have been swapped."),
                )
            )
    return findings


def _ends_before(since: date | None, until: date | None) -> bool:
    return since is not None and until is not None and until < since


def _bad_date(part: PartFile, index: int, key: str, written: str) -> Finding:
    return Finding(
        "invalid-date",
        "error",
        message("“{key}: {written}” is no date that exists.", key=key, written=written),
        part.place(index),
        message(HOW_DATES_ARE_WRITTEN),
    )


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
