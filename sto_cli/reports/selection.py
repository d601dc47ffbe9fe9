"""Which part of the country a report is about: the regions, provinces and municipalities that a user named."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple, TypeVar
from unicodedata import combining, normalize

from sto_cli.errors import UsageProblem
from sto_cli.messages import Message, all_of, comma, message, one_of
from sto_cli.register.lookup import ALSO_CALLED, region_named
from sto_cli.register.model import Region, School
from sto_cli.register.register import Register

NEAR_ENOUGH = 0.6
"""Likeness from which a name is suggested: difflib's own default; `Overijsel`, `twnte` and `Freisland` pass."""

SUGGESTIONS = 3

Thing = TypeVar("Thing", Region, str)


class Selection(NamedTuple):
    """The regions, provinces and municipalities of a report; an empty tuple means: all of them.

    `theoretical`: schools with only the theoretical learning path count too. `since` is the first year of the facts
    that count, where not all do; `today` the day up to which facts reach, where that is known.
    """

    regions: tuple[Region, ...] = ()
    provinces: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    theoretical: bool = False
    since: int | None = None
    today: date | None = None

    def __bool__(self) -> bool:
        return bool(self.regions or self.provinces or self.municipalities)

    @property
    def area(self) -> Message:
        """The part of the country: `Twente`, `Overijssel`, `the Netherlands`."""
        names = ([region.name for region in self.regions], self.municipalities, self.provinces)
        return comma([all_of(one) for one in names if one]) if self else message("the Netherlands")

    def holds(self, school: School, regions: Iterable[Region]) -> bool:
        """Whether a school that counts in these regions belongs to the selection."""
        if self.provinces and school.province not in self.provinces:
            return False
        if self.municipalities and school.municipality not in self.municipalities:
            return False
        return not self.regions or any(self.names(region) for region in regions)

    def anywhere(self) -> "Selection":
        """The same without its regions: where schools without a known region are looked for."""
        return self._replace(regions=())

    def surely_holds(self, regions: Collection[Region]) -> bool:
        """Whether a school that belongs to one of these regions belongs to the selection, whichever of them it is."""
        return not self.regions or (bool(regions) and all(self.names(region) for region in regions))

    def names(self, region: Region) -> bool:
        """Whether a user named this region; in another register it may have changed, but keeps its id."""
        return any(region.id == wanted.id for wanted in self.regions)

    def holds_region(self, region: Region) -> bool:
        """Whether a region has a place in a table of this selection, also when no school counts in it."""
        if self.regions:
            return self.names(region)
        if self.municipalities:
            return any(name in region.municipalities for name in self.municipalities)
        return not self.provinces or any(name in region.provinces for name in self.provinces)


def select(
    register: Register, regions: Sequence[str] = (), provinces: Sequence[str] = (), municipalities: Sequence[str] = ()
) -> Selection:
    """Find what a user named: a region by its id, its name or another name for it; capitals and accents are free.

    Raises:
        UsageProblem: there is no such region, province or municipality.
    """
    return Selection(
        _unique(region_named(register, name) for name in regions),
        _unique(_province(register, name) for name in provinces),
        _unique(_municipality(register, name) for name in municipalities),
    )


def _province(register: Register, written: str) -> str:
    names = {school.province for school in register.schools.values() if school.province}
    return _named(
        ALSO_CALLED.get(written.casefold(), written),
        names,
        message("There is no province “{name}”.", name=written),
        message("Possible: {names}.", names=", ".join(sorted(names))),
    )


def _municipality(register: Register, written: str) -> str:
    names = {school.municipality for school in register.schools.values() if school.municipality}
    return _named(
        written,
        names,
        message("There is no municipality “{name}” with a vmbo school.", name=written),
        message("Use the name that the municipality has now; mergers change names."),
    )


def _named(written: str, names: Iterable[str], problem: Message, otherwise: Message) -> str:
    names = list(names)
    by_name = {folded(name.split(" (")[0]): name for name in names} | {folded(name): name for name in names}
    found = by_name.get(folded(written))
    if found is None:
        raise UsageProblem(problem, _did_you_mean([by_name[name] for name in _near(written, by_name)]) or otherwise)
    return found


def folded(name: str) -> str:
    """Return a name without what people leave out: capitals, accents, marks and double spaces."""
    letters = "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())


def _near(written: str, names: Mapping[str, object]) -> list[str]:
    """Return the names that hold the words written, then those that look like them."""
    wanted = folded(written)
    holding = [name for name in names if wanted and set(wanted.split()) <= set(name.split())]
    return list(dict.fromkeys([*holding, *get_close_matches(wanted, list(names), cutoff=NEAR_ENOUGH)]))[:SUGGESTIONS]


def _did_you_mean(names: Sequence[str]) -> Message | None:
    return message("Did you mean {names}?", names=one_of(names)) if names else None


def _unique(things: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(dict.fromkeys(things))
