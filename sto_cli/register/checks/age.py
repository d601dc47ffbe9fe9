"""Facts that have become old, or whose age is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message
from sto_cli.register.ages import is_old, is_stale, months_old
from sto_cli.register.model import Participation
from sto_cli.register.register import Register

HOW_TO: dict[str, Message] = {
    "schools": message("Bring it up to date with sto data import duo; sto data sources says where the files are."),
    "regions": message("Look whether the regions' pages say something else by now."),
    "participation": message("Bring it up to date with sto data import participation."),
}


def stale_files(register: Register, today: date) -> Iterator[Finding]:
    """Find files whose facts were gathered long ago."""
    for part in register.parts:
        age = months_old(part.as_of, today)
        if age is not None and is_stale(part, today):
            yield Finding(
                "stale-source",
                "warning",
                counted("The facts in this file are {n} month old.", "The facts in this file are {n} months old.", age),
                Place(part.path),
                HOW_TO[part.kind],
            )


def old_participations(register: Register, today: date) -> Iterator[Finding]:
    """Find participations that rest on an old source, told once for each file."""
    old = [entry for entry in register.participations if is_old(entry, today)]
    for entries in _by_file(old):
        oldest = min(entries, key=lambda entry: entry.as_of or "")
        sentence = counted(
            "{n} participation rests on a source of more than two school years ago (this one on {oldest}).",
            "{n} participations rest on a source of more than two school years ago (the oldest, here, on {oldest}).",
            len(entries),
            oldest=oldest.as_of,
        )
        yield Finding("old-participation", "tip", sentence, oldest.place, message("Ask the region what holds now."))


def undated_participations(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001 - the same call
    """Find participations of which it is not known when their source said so, told once for each file."""
    for entries in _by_file([entry for entry in register.participations if not entry.as_of and not entry.since]):
        sentence = counted(
            "Of {n} participation it is not known when its source said so.",
            "Of {n} participations it is not known when their source said so (the first stands here).",
            len(entries),
        )
        hint = message("Add “as_of” where you know it.")
        yield Finding("undated-participation", "tip", sentence, entries[0].place, hint)


def _by_file(entries: list[Participation]) -> list[list[Participation]]:
    found: dict[str, list[Participation]] = {}
    for entry in entries:
        found.setdefault(entry.place.path, []).append(entry)
    return list(found.values())
