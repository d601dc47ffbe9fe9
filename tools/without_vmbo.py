"""Write `data/without_vmbo.csv`: `python tools/without_vmbo.py EXAMS.csv`.

The locations of DUO's "examenkandidaten en geslaagden" of five years that had exams of havo and vwo and never of vmbo.
A name or a place that fits such a location is not taken for its sister with vmbo.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from sto_cli.register.imports.spelling import place_name, tidy_name

TARGET = Path(__file__).parent.parent / "data" / "without_vmbo.csv"


def locations(path: Path) -> list[tuple[str, str, str]]:
    """Return code, name and municipality of each location without vmbo, by code."""
    kinds: dict[str, set[str]] = defaultdict(set)
    named: dict[str, tuple[str, str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream, delimiter=";"):
            code = row["VESTIGINGSCODE"]
            kinds[code].add(row["ONDERWIJSTYPE VO"].upper())
            named[code] = tidy_name(row["INSTELLINGSNAAM VESTIGING"]), place_name(row["GEMEENTENAAM"])
    return [(code, *named[code]) for code in sorted(kinds) if "VMBO" not in kinds[code]]


def main() -> None:
    """Write the file."""
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("id", "name", "municipality"))
        writer.writerows(locations(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
