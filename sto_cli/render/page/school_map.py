"""Maps of schools by how they stand, ready to be drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sto_cli.render.page.dot_map import Dot, Frame, dots, drawable, frame_around, points
from sto_cli.render.page.labels import PlaceName, labels
from sto_cli.render.page.land import Land, land
from sto_cli.render.page.terrain import Terrain, terrain
from sto_cli.render.standings import LOOKS

if TYPE_CHECKING:
    from sto_cli.register.model import Region, School
    from sto_cli.reports.selection import Selection
    from sto_cli.reports.standing import Position

MOST_NAMED = 5000
"""With more schools than this a browser would choke: a page lists none of them, and its map names none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all maps of a page stand on: the part of the country, its land, and schools that do not count there.

    `context` is an SVG path of points for a round pen.
    """

    frame: Frame
    terrain: Terrain
    context: str
    towns: Sequence[School]


@dataclass(frozen=True, slots=True)
class SchoolMap:
    """One map: a dot for each school, or one path per standing where there are too many to name; names of places.

    `apart` are the codes of schools that may belong to what the map is about, or elsewhere.
    """

    name: str
    dots: Sequence[Dot]
    labels: Sequence[PlaceName]
    crowd: Sequence[tuple[str, str]] = ()
    apart: Collection[str] = ()


def ground_of(
    schools: Sequence[School], others: Sequence[School], regions: Sequence[Region], selection: Selection
) -> Ground | None:
    """Return the ground for maps of `schools`: the whole country, or the part that was asked for.

    `others` are the schools that do not count, which help to find one's way; None when nothing can be drawn.
    """
    country = land()
    own = municipalities_of(selection, country)
    everything = [*schools, *others]
    places = [school.coordinates for school in (schools if selection else everything) if drawable(school)]
    frame = frame_around(
        [*(place for place in places if place), *(point for line in country.outline(own) for point in line)]
    )
    if frame is None:
        return None
    return Ground(frame, terrain(country, frame, regions, own), points(others, frame, 0.1), everything)


def municipalities_of(selection: Selection, country: Land) -> list[str]:
    """Return the municipalities of what was asked for; none for the whole country."""
    named = [name for region in selection.regions for name in region.municipalities]
    named += [name for province in selection.provinces for name in country.provinces.get(province, ())]
    return list(dict.fromkeys([*named, *selection.municipalities]))


def school_map(name: str, positions: Sequence[Position], ground: Ground, *, named: bool) -> SchoolMap:
    """Return a map of these schools; without `named` it is drawn as a crowd."""
    if not named:
        return SchoolMap(name, (), labels(ground.towns, (), ground.frame), _crowd(positions, ground.frame))
    placed = dots(positions, ground.frame)
    return SchoolMap(name, sorted(placed, key=_known_last), labels(ground.towns, placed, ground.frame))


def _crowd(positions: Sequence[Position], frame: Frame) -> list[tuple[str, str]]:
    """Draw so many schools that none can be told apart: a point per square kilometre and standing."""
    return [
        (standing, points((one.school for one in positions if one.standing == standing), frame))
        for standing in ("unknown", *(one for one in LOOKS if one != "unknown"))
    ]


def _known_last(dot: Dot) -> bool:
    """Draw what is known over what is not."""
    return dot.position.standing != "unknown"
