"""What does not fit the register: pages of another region, counts of schools, names of municipalities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from sto_cli.findings import Finding
from sto_cli.messages import counted, message
from sto_cli.register.model import Participation, Region
from sto_cli.register.municipalities import MERGED
from sto_cli.register.register import Register


def pages_of_others(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001 - the same call for all
    """Find participations whose page is none of their region's pages; where it is another's, one by one."""
    owners: dict[str, list[str]] = {}
    for region in register.regions.values():
        for page in pages_of(region):
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


def pages_of(region: Region) -> set[str]:
    """Return the pages of a region: its own, its site, its contact, and those that its facts were read from."""
    contact = region.contact.url if region.contact else None
    return {_bare(page) for page in (region.page, region.website, contact, *region.sources) if page} - {""}


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
