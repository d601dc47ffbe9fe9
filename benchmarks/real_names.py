"""How well names that people really wrote are matched: `python benchmarks/real_names.py [--former FILE] [--used FILE]`.

Three sets, each with the place beside the name: names as newspapers write them (`names_as_written.csv`), and, given as
files, names that schools bore in DUO's files of earlier years and names that newspapers use and DUO does not. Each is
split by institution: three quarters are for tuning (`--part tune`), the fourth (`apart`) is only reported on. They are
measured twice: by the register as it ships, and while all that it knows of the former names and the names in use of the
part's institutions is taken out: how well a name is understood that it does not know.
"""

from __future__ import annotations

import argparse
import csv
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sto_cli.register.imports.spelling import place_name
from sto_cli.register.load import load_register
from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.results import SearchResult

FIRST = 5
WRITTEN = Path(__file__).with_name("names_as_written.csv")
HELD_OUT = ("former_names", "names_in_use")
VERDICTS = ("right", "wrong", "offered", "open", "rightly open", "claimed")


@dataclass(frozen=True)
class Name:
    """A name as someone wrote it, with the codes of the schools that may be meant: none where the register has none."""

    source: str
    text: str
    place: str
    right: frozenset[str]
    institution: str

    @property
    def part(self) -> str:
        """`tune` or `apart`, by the institution, so that no name of the one part helps with the other."""
        return part_of(self.institution)


def part_of(institution: str) -> str:
    """Return the part that an institution belongs to, by its BRIN (or by a name, where there is none)."""
    return ("tune", "tune", "tune", "apart")[zlib.crc32(f"half {institution}".encode()) % 4]


def written_names() -> Iterator[Name]:
    """Names as newspapers write them."""
    for row in csv.DictReader(WRITTEN.open(encoding="utf-8")):
        yield Name(
            "as newspapers write it", row["name"], row["place"], codes(row["code"]), row["code"][:4] or row["name"]
        )


def codes(text: str) -> frozenset[str]:
    """Read one code, or several."""
    return frozenset(text.split("+")) if text else frozenset()


def used_names(path: Path, register: Register) -> Iterator[Name]:
    """Names in use that DUO does not have."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        right = codes(row["id"]) & register.schools.keys()
        yield Name("in use", row["name"], row["place"], right, row["id"][:4])


def former_names(path: Path, register: Register) -> Iterator[Name]:
    """Names of earlier years that no school has today; those of schools that left may be claimed by none."""
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    for row in rows:
        having[letters(row["name"]), place_name(row["place"])].add(row["id"])
    today = {letters(text) for school in register.schools.values() for text in (school.name, *school.aliases)}
    seen = set()
    for row in rows:
        key = letters(row["name"]), place_name(row["place"])
        if key in seen or key[0] in today:
            continue
        seen.add(key)
        right = frozenset(having[key] & register.schools.keys())
        source = "former, one school" if len(right) == 1 else "former, several schools" if right else "of one that left"
        yield Name(source, row["name"], key[1], right, row["id"][:4])


def letters(text: str) -> str:
    """Return what tells two spellings of a name from two names."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def held_out(register: Register, part: str) -> Register:
    """The register without the former names and names in use of a part's institutions, and without members of regions.

    The names of members come from pages such as those that are measured.
    """
    schools = {
        id_: _bare(school) if part_of(school.institution) == part else school
        for id_, school in register.schools.items()
    }
    regions = {id_: region._replace(members=()) for id_, region in register.regions.items()}
    facts = {entry.id: entry for entry in register.participations}
    return Register(regions, schools, facts, left=register.left)


def _bare(school: School) -> School:
    return school._replace(**{field: () for field in HELD_OUT if field in School._fields})


def verdict(name: Name, answer: SearchResult, matcher: Matcher) -> str:
    """Judge an answer; deciding between several schools that bore a name is a guess, so it is wrong.

    Of a location that closed the one that took its place is meant.
    """
    if not name.right:
        return "claimed" if answer.best else "rightly open"
    if answer.best:
        meant = {code for id_ in name.right for code in (matcher.register.schools[id_].successors or (id_,))}
        return "right" if answer.best.id in meant and len(name.right) == 1 else "wrong"
    return "offered" if any(match.id in name.right for match in answer.candidates[:FIRST]) else "open"


def shares(counts: dict[str, int]) -> str:
    """Return what is wanted of a set of names: decided, right of these, among five; or claims."""
    decided = counts["right"] + counts["wrong"]
    exist = decided + counts["offered"] + counts["open"]
    parts = []
    if exist:
        right = f"{100 * counts['right'] / decided:.1f}" if decided else "-"
        five = 100 * (counts["right"] + counts["offered"]) / exist
        parts.append(f"{exist:5} names: {100 * decided / exist:3.0f}% decided, {right}% right, {five:.1f}% among five")
    if none := counts["claimed"] + counts["rightly open"]:
        parts.append(f"{counts['claimed']} claims of {none} that are none")
    return "; ".join(parts)


def measure(names: Iterable[Name], matcher: Matcher, shown: str | None) -> None:
    """Print the table of a part, and the names with one verdict."""
    table: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(VERDICTS, 0))
    for name in names:
        answer = matcher.find(name.text, place=name.place or None)
        said = verdict(name, answer, matcher)
        table[name.source][said] += 1
        if said == shown:
            show(name, answer)
    for source, counts in table.items():
        print(f"{source:26}{shares(counts)}")


def show(name: Name, answer: SearchResult) -> None:
    """Print one name with what was made of it."""
    print(f"\n{name.text} | {name.place} -> {'+'.join(sorted(name.right))}: {answer.outcome} {answer.reason or ''}")
    for match in (answer.best,) if answer.best else answer.candidates[:FIRST]:
        print(f"    {match.score:.3f} {match.id} {match.name}, {match.town}; {match.matched} {match.evidence}")


def main() -> None:
    """Measure one half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--former", type=Path, help="a CSV of former names: id, name, place")
    parser.add_argument("--used", type=Path, help="a CSV of names in use: id, name, place")
    parser.add_argument("--part", choices=("tune", "apart"), default="apart")
    parser.add_argument(
        "--show", choices=VERDICTS, help="list the names with this verdict (of the tuning part, please)"
    )
    parser.add_argument("--source", default="", help="only the sets whose name holds this")
    options = parser.parse_args()
    register = load_register()
    names = [*written_names()]
    names += used_names(options.used, register) if options.used else ()
    names += former_names(options.former, register) if options.former else ()
    chosen = [name for name in names if name.part == options.part and options.source in name.source]
    for title, searched in (("as it ships", register), ("names taken out", held_out(register, options.part))):
        print(title)
        measure(chosen, Matcher(searched), options.show)


if __name__ == "__main__":
    main()
