"""How often the region of a municipality is named right when what is known of it is hidden.

`python benchmarks/regions.py MUNICIPALITIES.csv`

Each municipality with schools and a known region is hidden in turn: from the areas of the regions, and with the
participations of its schools. `nearest` names the regions of the nearest schools, `likely` what the register would
ship for it (`tools/likely_areas.py`). Right is each region that lists the municipality.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tools"))

from likely_areas import KnownAreas, evidence, land_of, likely_regions

from sto_cli.register.belonging import Nearest
from sto_cli.register.load import load_register, shipped_folder
from sto_cli.register.part_file import read_part
from sto_cli.register.register import Register


def entries(kind: str) -> list[dict[str, object]]:
    """Return the entries of a shipped file."""
    return read_part(kind, shipped_folder() / f"{kind}.yaml", kind).entries  # type: ignore[arg-type]


def nearest(register: Register, known: KnownAreas, municipality: str) -> list[str]:
    """Return the regions of the nearest schools of other municipalities, at most three."""
    here = [one.coordinates for one in register.schools_by_municipality[municipality] if one.coordinates]
    if not here:
        return []
    middle = (sum(one[0] for one in here) / len(here), sum(one[1] for one in here) / len(here))
    others = [
        (school.coordinates, region)
        for school in register.schools.values()
        if school.profiles is not None and school.municipality != municipality
        for region in [entry.region for entry in register.entries_of(school.id)]
        or sorted(known.of_municipality.get(school.municipality or "", ()))
    ]
    found = (thing[1] for thing, _ in Nearest(others, lambda pair: pair[0], lambda pair: pair[1]).outwards(middle))
    return list(dict.fromkeys(found))[:3]


def main(areas: Path) -> None:
    """Print the shares of both."""
    register = load_register()
    known = evidence(entries("regions"), entries("schools"), entries("participation"))
    borders = json.loads((shipped_folder() / "borders.json").read_text("utf-8"))
    with areas.open(encoding="utf-8", newline="") as stream:
        land = land_of(borders, csv.DictReader(stream))
    examined = {one.municipality for one in register.schools.values() if one.profiles is not None}
    hidden = [name for name, regions in known.of_municipality.items() if regions and name in examined]
    for what, answer in (
        ("nearest", lambda name: nearest(register, known, name)),
        ("likely", lambda name: likely_regions(name, known, land)),
    ):
        answers = [(known.of_municipality[name], answer(name)) for name in hidden]
        first = sum(bool(found) and found[0] in right for right, found in answers)
        three = sum(bool(set(found) & right) for right, found in answers)
        print(f"{what}: of {len(hidden)} first {first / len(hidden):.1%}, among three {three / len(hidden):.1%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
