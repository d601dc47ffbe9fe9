"""Checking a register: what loading finds, and what a register that loads can still have wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from sto_cli.files.reading import is_there
from sto_cli.findings import Finding
from sto_cli.register.checks.age import old_participations, stale_files, undated_participations
from sto_cli.register.checks.entries import (
    in_two_regions,
    incomplete_schools,
    members_that_left,
    overlapping_periods,
    regions_without_contact,
)
from sto_cli.register.checks.municipalities import in_several_regions, misnamed, without_region
from sto_cli.register.checks.pages import counts_that_differ, pages_of_others
from sto_cli.register.checks.privacy import named_contacts, personal_data
from sto_cli.register.load import read_register, shipped_folder
from sto_cli.register.model import PART_KINDS
from sto_cli.register.register import Register

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
