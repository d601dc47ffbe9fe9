"""Reading one file of the register: YAML → entries that fit the schema, with their places, or findings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any, cast

from sto_cli.files.limits import DETAILED_LETTERS, YAML_VALUES
from sto_cli.files.reading import read_text
from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.register.dates import HOW_DATES_ARE_WRITTEN, first_day
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
    from sto_cli.register.schema_findings import schema_findings  # noqa: PLC0415

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
