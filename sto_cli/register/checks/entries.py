"""Entries that are incomplete, contradict each other, name a school that has left, or hold what is personal."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from pathlib import Path

from sto_cli.files.personal import MAIL, PHONE
from sto_cli.files.reading import read_text
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, counted, message
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.model import Participation, Region
from sto_cli.register.register import Register

FINDS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (MAIL, message("A mail address stands here.")),
    (PHONE, message("A telephone number stands here.")),
)

HINT = message("Files for everyone hold no data of persons: put it in a folder of your own.")


def personal_data(path: Path, shown: str) -> Iterator[Finding]:
    """Find personal data line by line; the sentence does not repeat it.

    Raises:
        UnreadableFile: the file cannot be read.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        for pattern, sentence in FINDS:
            if found := pattern.search(line):
                place = Place(shown, number, found.start() + 1, found.end() + 1)
                yield Finding("personal-data", "error", sentence, place, HINT)


def named_contacts(register: Register, paths: Collection[str]) -> Iterator[Finding]:
    """Find contacts with a name in the files that are called so."""
    things: list[Region | Participation] = [*register.regions.values(), *register.participations]
    for thing in things:
        if thing.place.path in paths and thing.contact is not None and thing.contact.name:
            sentence = message("The name of a contact person stands here.")
            yield Finding("personal-data", "error", sentence, thing.place, HINT)


SHOWN = 8
"""Names that a sentence lists."""


def in_two_regions(register: Register, today: date) -> Iterator[Finding]:
    """Find schools that take part in two regions at once."""
    for code, school in register.schools.items():
        taking = [entry for entry in register.entries_of(code, today) if entry.status == "participating"]
        if len(taking) > 1:
            yield Finding(
                "school-in-two-regions",
                "tip",
                message(
                    "{school} ({code}) takes part in several regions: {regions}.",
                    school=school.name,
                    code=code,
                    regions=", ".join(entry.region for entry in taking),
                ),
                max(reversed(taking), key=attrgetter("layer")).place,  # the user's own entry, where there is one
                message("That can be right. If it is not, give the one that ended an “until”."),
            )


def overlapping_periods(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001 - the same call for all
    """Find entries of one school and region in one folder that speak of the same days."""
    key = attrgetter("school", "region", "layer")
    for _, group in groupby(sorted(register.participations, key=lambda entry: (key(entry), _begin(entry))), key):
        for former, later in pairwise(group):
            if _begin(later) > _end(former):
                continue
            sentence = message(
                "School {school} has two periods in region {region} that overlap: {one} and {other}.",
                school=later.school,
                region=later.region,
                one=_period(former),
                other=_period(later),
            )
            hint = message("Give the former one an “until” that lies before the other begins, or take one out.")
            yield Finding("overlapping-periods", "warning", sentence, later.place, hint)


def _begin(entry: Participation) -> date:
    return first_day(entry.since or "") or date.min


def _end(entry: Participation) -> date:
    return last_day(entry.until or "") or date.max


def _period(entry: Participation) -> str:
    return f"{entry.since or '…'} – {entry.until or '…'}"


def incomplete_schools(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001 - the same call for all
    """Find schools without an address, a municipality or coordinates, told once for each."""
    for what, lacking in (
        ("address", [school for school in register.schools.values() if not school.address.street]),
        ("municipality", [school for school in register.schools.values() if not school.municipality]),
        ("coordinates", [school for school in register.schools.values() if not school.coordinates]),
    ):
        if lacking:
            sentence = counted(
                "{n} school has no “{what}”: {codes}.", "{n} schools have no “{what}”: {codes}.",
                len(lacking), what=what, codes=_first([school.id for school in lacking]),
            )  # fmt: skip
            hint = message("Read DUO's file of addresses with sto data import duo, or add it in your own files.")
            yield Finding("incomplete-school", "tip", sentence, lacking[0].place, hint)


def regions_without_contact(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Find regions of which it is not known where to write to, told once."""
    silent = [region for region in register.regions.values() if not (region.contact or region.page or region.website)]
    if silent:
        sentence = counted(
            "Of {n} region it is not known where to write to: {regions}.",
            "Of {n} regions it is not known where to write to: {regions}.",
            len(silent),
            regions=_first([region.name for region in silent]),
        )
        hint = message("Schools there are sent to the programme's map of regions. Add a “contact” when you know one.")
        yield Finding("region-without-contact", "tip", sentence, silent[0].place, hint)


def members_that_left(register: Register, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Find members of regions whose code has left DUO's files, told once for each region."""
    for region in register.regions.values():
        left = [register.left[member.id] for member in region.members if member.id in register.left]
        if left:
            sentence = counted(
                "{n} member of {region} has left DUO's files on vmbo exams: {schools}.",
                "{n} members of {region} have left DUO's files on vmbo exams: {schools}.",
                len(left),
                region=region.name,
                schools=_first([f"{school.name} ({school.id})" for school in left]),
            )
            hint = message("Look whether its pupils go on at another school that should be a member.")
            yield Finding("member-left", "tip", sentence, region.place, hint)


def _first(names: list[str]) -> str:
    shown = ", ".join(names[:SHOWN])
    return f"{shown}, …" if len(names) > SHOWN else shown
