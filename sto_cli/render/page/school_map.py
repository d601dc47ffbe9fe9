"""Maps of schools by how they stand, ready to be drawn."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sto_cli.register.model import Region, School
from sto_cli.render.page.dot_map import Dot, Frame, dots, drawable, frame_around, points, project
from sto_cli.render.page.land import WATER, Land, PlaceName, Polyline, labels, land, tones
from sto_cli.render.words import LOOKS
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Position

TONES = 5
"""With five tones no two neighbouring regions need share one."""

PER_KM = 10
"""Units of the paths in a kilometre: whole numbers then draw to 100 m, finer than the generalised borders."""


@dataclass(frozen=True, slots=True)
class Terrain:
    """SVG paths in tenths of a kilometre from the frame's corner; each is empty where there is nothing to draw.

    `tones` are the regions around, by their tone; `own` the area that the map is about, where that is not the whole
    country, and `inner` the borders of the municipalities in it.
    """

    water: str
    land: str
    tones: Sequence[str]
    own: str
    inner: str
    provinces: str


def terrain(land: Land, frame: Frame, regions: Iterable[Region], own: Collection[str]) -> Terrain:
    """Draw the part of the country in the frame; `own` are the municipalities that the map is about."""
    areas = areas_of(regions)
    tone_of = tones(land.neighbours(areas), TONES)
    by_tone = [[name for name in areas if tone_of[name] == tone] for tone in range(TONES)]
    return Terrain(
        water=_path([WATER], frame),
        land=_path(land.whole, frame),
        tones=["".join(_path(land.outline(areas[name]), frame) for name in names) for names in by_tone],
        own=_path(land.outline(own), frame),
        inner=_path(land.between([name] for name in own), frame, closed=False),
        provinces=_path(land.between(land.provinces.values()), frame, closed=False),
    )


def areas_of(regions: Iterable[Region]) -> Mapping[str, Sequence[str]]:
    """Return the municipalities that only one region lists, by its id: what several list has no tone of its own."""
    regions = list(regions)
    listed = Counter(name for region in regions for name in region.municipalities)
    areas = {region.id: [name for name in region.municipalities if listed[name] == 1] for region in regions}
    return {region: names for region, names in areas.items() if names}


def _path(lines: Iterable[Polyline], frame: Frame, *, closed: bool = True) -> str:
    """Write lines as one path, in steps from point to point; points and what lies outside the frame are left out."""
    return "".join(_line(points, closed=closed) for line in lines if len(points := _points(line, frame)) > 1)


def _points(line: Polyline, frame: Frame) -> list[tuple[int, int]]:
    """Return a line's points in the units of the path, without those that fall together; none outside the frame."""
    placed = [(round((x - frame.x) * PER_KM), round((y - frame.y) * PER_KM)) for x, y in map(project, line)]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    if max(xs) < 0 or max(ys) < 0 or min(xs) > frame.width * PER_KM or min(ys) > frame.height * PER_KM:
        return []
    return [point for at, point in enumerate(placed) if at == 0 or point != placed[at - 1]]


def _line(points: Sequence[tuple[int, int]], *, closed: bool) -> str:
    (x, y), *rest = points
    steps = []
    for to_x, to_y in rest:
        steps.append(f"{to_x - x} {to_y - y}")
        x, y = to_x, to_y
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}{'z' if closed else ''}".replace(" -", "-")


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
    schools: Sequence[School], others: Iterable[School], regions: Sequence[Region], selection: Selection
) -> Ground | None:
    """Return the ground for maps of `schools`: the whole country, or the part that was asked for.

    `others` are the schools that do not count, which help to find one's way; None when nothing can be drawn.
    """
    country = land()
    named = [name for region in selection.regions for name in region.municipalities]
    named += [name for province in selection.provinces for name in country.provinces.get(province, ())]
    own = list(dict.fromkeys([*named, *selection.municipalities]))
    everything = [*schools, *others]
    places = [school.coordinates for school in (schools if selection else everything) if drawable(school)]
    frame = frame_around(
        [*(place for place in places if place), *(point for line in country.outline(own) for point in line)]
    )
    if frame is None:
        return None
    return Ground(frame, terrain(country, frame, regions, own), points(others, frame, 0.1), everything)


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
