"""Checking a register: what loading finds, and what a register that loads can still have wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from sto_cli.files.reading import is_there
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message
from sto_cli.register.ages import is_old, is_stale, months_old
from sto_cli.register.checks.entries import (
    in_two_regions,
    incomplete_schools,
    members_that_left,
    named_contacts,
    overlapping_periods,
    personal_data,
    regions_without_contact,
)
from sto_cli.register.checks.pages import (
    counts_that_differ,
    in_several_regions,
    misnamed,
    pages_of_others,
    without_region,
)
from sto_cli.register.load import read_register, shipped_folder
from sto_cli.register.model import PART_KINDS, Participation
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


CHECKS: tuple[Callable[[Register, date], Iterator[Finding]], ...] = (
    misnamed,
    stale_files,
    in_two_regions,
    overlapping_periods,
    in_several_regions,
    without_region,
    members_that_left,
    incomplete_schools,
    regions_without_contact,
    old_participations,
    undated_participations,
    pages_of_others,
    counts_that_differ,
)


def check_folders(
    folders: Sequence[Path], today: date, *, shipped: bool = True, public: Iterable[Path] = ()
) -> tuple[Register, list[Finding]]:
    """Check the shipped register with `folders` over it, or the folders alone; by file and line.

    The shipped files, and those of the folders that are `public`, may hold no personal data.

    Raises:
        UnreadableFile: a folder or file cannot be read, or a folder holds no file of a register.
    """
    register, findings = read_register(folders, shipped=shipped)
    for check in CHECKS:
        findings += check(register, today)
    for path, shown in _for_everyone(public, shipped=shipped):
        findings += personal_data(path, shown)
    findings += named_contacts(register, {shown for _, shown in _for_everyone(public, shipped=shipped)})
    return register, sorted(findings, key=_in_order)


def is_whole(folder: Path) -> bool:
    """Whether a folder holds all parts of a register, so that it is checked alone."""
    return all(is_there(folder / f"{kind}.yaml") for kind in PART_KINDS)


def _for_everyone(public: Iterable[Path], *, shipped: bool) -> list[tuple[Path, str]]:
    """Return the files that are meant for everyone, each with the name by which findings call it."""
    own = [(folder / f"{kind}.yaml", str(folder / f"{kind}.yaml")) for folder in public for kind in PART_KINDS]
    ours = [(shipped_folder() / f"{kind}.yaml", f"{kind}.yaml") for kind in PART_KINDS] if shipped else []
    return [(path, shown) for path, shown in (*ours, *own) if is_there(path)]


def _in_order(finding: Finding) -> tuple[str, int, int, str]:
    return finding.place.path, finding.place.line, finding.place.column, finding.rule
