"""Municipalities in no region, in several, or under a name that they no longer have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from sto_cli.findings import Finding
from sto_cli.messages import counted, message
from sto_cli.register.municipalities import MERGED
from sto_cli.register.register import Register

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
