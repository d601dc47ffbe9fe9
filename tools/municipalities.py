"""Write `data/municipalities.csv`: `python tools/municipalities.py`.

Every municipality with its province and the middle of its largest part of land, drawn from `data/borders.json`: where
a place without a vmbo school lies, and which schools are near.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from sto_cli.render.page.land import Land

DATA = Path(__file__).parent.parent / "data"
Point = tuple[float, float]


def area_and_middle(ring: Sequence[Point]) -> tuple[float, Point]:
    """Return the area (in square degrees) and the centroid of a closed outline."""
    area = latitude = longitude = 0.0
    for (x, y), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x * y2 - x2 * y
        area += cross / 2
        latitude += (x + x2) * cross / 6
        longitude += (y + y2) * cross / 6
    return abs(area), (latitude / area, longitude / area)


def main() -> None:
    """Write the file."""
    borders = json.loads((DATA / "borders.json").read_text(encoding="utf-8"))
    land = Land(borders)
    with (DATA / "municipalities.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("name", "province", "latitude", "longitude"))
        for name, place in sorted(borders["municipalities"].items()):
            _, (latitude, longitude) = max(map(area_and_middle, land.outline([name])))
            writer.writerow((name, place["province"], f"{latitude:.2f}", f"{longitude:.2f}"))


if __name__ == "__main__":
    main()
