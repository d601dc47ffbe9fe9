"""Personal data in files that are meant for everyone: names of contacts, mail addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from sto_cli.files.personal import MAIL, PHONE
from sto_cli.files.reading import read_text
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, message
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
