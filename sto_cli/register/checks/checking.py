"""Checking a register: what loading finds, and what a register that loads can still have wrong."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from sto_cli.files.reading import is_there
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message
from sto_cli.register.checks.entries import (
    in_two_regions,
    incomplete_schools,
    members_that_left,
    named_contacts,
    overlapping_periods,
    personal_data,
    regions_without_contact,
)
from sto_cli.register.load import read_register, shipped_folder
from sto_cli.register.model import PART_KINDS, Participation
from sto_cli.register.municipalities import MERGED
from sto_cli.register.register import Register
from sto_cli.register.sources import is_old, is_stale, months_old


def pages_of_others(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001 - the same call for all
    """Find participations whose page is none of their region's pages; where it is another's, one by one."""
    owners: dict[str, list[str]] = {}
    for region in register.regions.values():
        contact = region.contact.url if region.contact else None
        for page in {_bare(page) for page in (region.page, region.website, contact, *region.sources) if page} - {""}:
            owners.setdefault(page, []).append(region.id)
    strange: dict[str, list[Participation]] = {}
    for entry in register.participations:
        page = _bare(entry.source or "")
        if not page or entry.region in owners.get(page, ()):
            continue
        if page in owners:
            yield _of_another(entry, owners[page])
        else:
            strange.setdefault(entry.place.path, []).append(entry)
    yield from map(_of_none, strange.values())


def _bare(source: str) -> str:
    """Return a web address without what makes no other page; nothing for a source that is none."""
    bare = source.partition("://")[2]
    return bare.removeprefix("www.").rstrip("/")


def _of_another(entry: Participation, owners: list[str]) -> Finding:
    sentence = message(
        "The page that names school {school} for region {region} is one of {others}.",
        school=entry.school,
        region=entry.region,
        others=", ".join(owners),
    )
    hint = message("Look in which region the school takes part. If the page is about both, add it to the “sources”.")
    return Finding("page-of-another-region", "warning", sentence, entry.place, hint)


def _of_none(entries: list[Participation]) -> Finding:
    sentence = counted(
        "{n} participation rests on a page that is not among those of its region.",
        "{n} participations rest on pages that are not among those of their regions (the first stands here).",
        len(entries),
    )
    hint = message("Add the page to the “sources” of the region when it is about it.")
    return Finding("page-not-of-region", "tip", sentence, entries[0].place, hint)


def counts_that_differ(register: Register, today: date) -> Iterator[Finding]:
    """Find regions of which pages count other numbers of schools than the register knows to take part."""
    known: dict[str, int] = {}
    for code in register.schools:
        for entry in register.entries_of(code, today):
            known[entry.region] = known.get(entry.region, 0) + (entry.status == "participating")
    for region in register.regions.values():
        counts = {named.number for named in region.schools_named}
        if counts and known.get(region.id, 0) not in counts:
            sentence = message(
                "Pages count for {region}: {words}. The register knows {n} that take part.",
                region=region.name,
                words="; ".join(named.words or str(named.number) for named in region.schools_named),
                n=known.get(region.id, 0),
            )
            hint = message("Ask the region for its list: sto data import participation takes it over.")
            yield Finding("count-differs", "tip", sentence, region.place, hint)


NEAR = 0.88
"""How alike a misspelt name must be. In the shipped register the nearest two different names with and without a school
are Asten and Assen (0.8); one wrong letter in a name of nine gives 0.89."""


def without_region(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001 - the same call for all
    """Find municipalities with vocational schools that no region lists."""
    for name, schools in sorted(register.schools_by_municipality.items()):
        vocational = [school for school in schools if school.vocational]
        if vocational and name not in register.regions_by_municipality:
            yield Finding(
                "municipality-without-region",
                "tip",
                message(
                    "No region lists {municipality} ({schools}).",
                    municipality=name or "?",
                    schools=counted("{n} school", "{n} schools", len(vocational)),
                ),
                vocational[0].place,
                message(
                    "Its schools get the nearest regions as a suggestion. Add it to its region when you know which."
                ),
            )


def in_several_regions(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Find municipalities that two regions list."""
    for name, regions in sorted(register.regions_by_municipality.items()):
        if len(regions) > 1:
            yield Finding(
                "municipality-in-several-regions",
                "tip",
                message(
                    "{municipality} is listed by several regions: {regions}.",
                    municipality=name,
                    regions=", ".join(region.name for region in regions),
                ),
                regions[-1].place,
                message("Its schools get all of them, until a participation says which one it is."),
            )


def misnamed(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Find municipalities of regions that merged since, or that are most likely misspelt."""
    known = [name for name in register.schools_by_municipality if name]
    for region in register.regions.values():
        for name in region.municipalities:
            if name in register.schools_by_municipality:
                continue
            if name in MERGED:
                yield Finding(
                    "former-municipality",
                    "warning",
                    message("{municipality} is no longer a municipality.", municipality=name),
                    region.place,
                    message("It became part of {now}.", now=", ".join(sorted(MERGED[name]))),
                )
            elif near := get_close_matches(name, known, n=1, cutoff=NEAR):
                yield Finding(
                    "misspelt-municipality",
                    "warning",
                    message("There is no school in a municipality called {municipality}.", municipality=name),
                    region.place,
                    message("Did you mean “{near}”?", near=near[0]),
                )


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
