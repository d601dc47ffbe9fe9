"""Maps of schools by how they stand, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sto_cli.render.page.dot_map import Dot, Frame, Label, dots, frame_around, labels, points

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.reports.standing import Position

MOST_NAMED = 5000
"""With more schools than this a browser would choke: a page lists none of them, and its map names none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all maps of a page stand on: the part of the country, its land, and schools that do not count there.

    `land` and `context` are SVG paths of points for a round pen; `land` is empty in a small area.
    """

    frame: Frame
    land: str
    context: str
    towns: Sequence[School]


@dataclass(frozen=True, slots=True)
class SchoolMap:
    """One map: a dot for each school, or one path per standing where there are too many to name; names of places."""

    name: str
    dots: Sequence[Dot]
    labels: Sequence[Label]
    crowd: Sequence[tuple[str, str]] = ()


def ground_of(schools: Sequence[School], others: Sequence[School], *, zoom: bool) -> Ground | None:
    """Return the ground for maps of `schools`: the whole country, or with `zoom` the part where they are.

    `others` are the schools that do not count, which help to draw the country; None when nothing can be drawn.
    """
    everything = [*schools, *others]
    frame = frame_around(schools if zoom else everything)
    if frame is None:
        return None
    land = points(everything, frame) if frame.countrywide else ""
    return Ground(frame, land, points(others, frame, 0.1), everything)


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
        for standing in ("unknown", "participating", "not_participating")
    ]


def _known_last(dot: Dot) -> bool:
    """Draw what is known over what is not."""
    return dot.position.standing != "unknown"
