"""The schools that a report on a region is about, each with what is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sto_cli.register.model import Contact, Participation, School
from sto_cli.reports.count import Standing
from sto_cli.reports.nearby import Nearby
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.standing import Position


@dataclass(frozen=True, slots=True)
class RegionSchool:
    """One school of the region, or one that may belong to it.

    `nearby` says how far one nearby lies, of which no region is known.

    `entry` is what says whether it takes part in this very region, `ended` the last participation that is over.
    `contact` follows the step plan: whom a teacher of the school turns to. `addressee` is whom the region itself writes
    to at the school: its STO contact, else its management. `plans` are those of this school among the plans that were
    handed in.
    """

    position: Position
    entry: Participation | None
    contact: Contact
    addressee: Contact
    plans: tuple[PlanSummary, ...] = ()
    nearby: Nearby | None = None
    ended: Participation | None = None

    @property
    def school(self) -> School:
        """The school itself."""
        return self.position.school

    @property
    def stopped(self) -> str | None:
        """Until when a school took part that does not take part any more, as the register writes it."""
        return self.ended.until if self.ended and self.standing == "not_participating" else None

    @property
    def apart(self) -> bool:
        """Whether it is not certain that it belongs to the region."""
        return self.nearby is not None or self.position.shared

    @property
    def standing(self) -> Standing:
        """Whether it takes part."""
        return self.position.standing


def of_standing(schools: Iterable[RegionSchool], standing: Standing) -> tuple[RegionSchool, ...]:
    """Return the schools that stand so."""
    return tuple(one for one in schools if one.standing == standing)
