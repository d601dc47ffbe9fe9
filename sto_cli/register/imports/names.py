"""The names of a school through the years and of regions, from files and pages that each know a part of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sto_cli.register.imports.spelling import letters_of, names_only_a_part, tidy_name
from sto_cli.register.model import Entry


class Seen(NamedTuple):
    """A name as a file writes it, with the last year in which it was seen; empty where that is not known."""

    name: str
    until: str = ""


def seen_before(entry: Entry) -> list[Seen]:
    """Return the former names of an entry of the register, each written as a text or with its year."""
    written = entry.get("former_names") or ()
    return [Seen(name) if isinstance(name, str) else Seen(name["name"], name.get("until", "")) for name in written]


def distinct(names: Iterable[str]) -> list[str]:
    """Write names as people do, each once: capitals, spaces and punctuation make no other name."""
    return list({letters_of(name): name for name in reversed([*map(tidy_name, names)]) if name}.values())[::-1]


def former_names(names: Iterable[Seen], current: Iterable[str]) -> list[Entry | str]:
    """Return the names that are not among `current` as the register writes them, the last one first.

    Each stands once, with the last year that any file gives it, in the spelling of that year. A name that lost
    letters on the way (a control character stands in their place) or says only where the school lies is left out.
    """
    found: dict[str, Seen] = {}
    for name, until in names:
        tidy = Seen(tidy_name(name), until)
        key = letters_of(tidy.name)
        if (
            tidy.name.isprintable()
            and not names_only_a_part(tidy.name)
            and key
            and (key not in found or until > found[key].until)
        ):
            found[key] = tidy
    for name in current:
        found.pop(letters_of(name), None)
    ordered = sorted(found.values(), key=lambda seen: seen.until, reverse=True)
    return [{"name": seen.name, "until": seen.until} if seen.until else seen.name for seen in ordered]


def names_in_use(used: Iterable[Mapping[str, str]], known: Iterable[str]) -> list[Entry]:
    """Return the names in use that are none of the `known` names, each once, with the first source that has it."""
    found: dict[str, Entry] = {}
    for entry in used:
        name = tidy_name(entry["name"])
        found.setdefault(letters_of(name), {key: value for key, value in {**entry, "name": name}.items() if value})
    for name in known:
        found.pop(letters_of(name), None)
    return list(found.values())


REMARK = re.compile(r"\(([^)]*)\)")
NO_NAME = re.compile(r"official|since|press|used by|label|\?|\d{4}")
"""What stands in brackets behind a name and is a remark, not another name."""

GENERIC = re.compile(r"^(sto[ -]regio|regio|sto|sterk techniek ?onderwijs)\s+", re.IGNORECASE)
AND_AROUND = re.compile(r"\s+(e\.o\.|en omstreken|en regio)$", re.IGNORECASE)


def clean_names(written: str, others: Sequence[str]) -> tuple[str, list[str]]:
    """Return the name and the aliases: `Techniekregio Twente (STO Twente)` → that name, and `STO Twente`."""
    name, *alternatives = (part.strip() for part in REMARK.sub("", written).split(" / "))
    for remark in REMARK.findall(written):
        if not NO_NAME.search(remark):
            alternatives += [part.strip() for part in remark.split(", ")]
    alternatives += [REMARK.sub("", other).strip() for other in others]
    return " ".join(name.split()), [other for other in dict.fromkeys(alternatives) if other != name]


def slug(name: str) -> str:
    """Make an id from a name: small letters, digits and hyphens, without `Regio`, `STO` and `e.o.`."""
    short = AND_AROUND.sub("", GENERIC.sub("", name))
    plain = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
