"""Published national figures, to set beside the own ones."""

from __future__ import annotations

from dataclasses import dataclass

from sto_cli.reports.count import Group


@dataclass(frozen=True, slots=True)
class Reference:
    """A published share of a group of schools, national, with where it stands. It comes without counts."""

    group: Group
    rate: float
    source: str


REFERENCE = (Reference("non_technical", 0.70, "STO flyer 'Ook niet-techniekprofielen zijn welkom bij STO'"),)
"""The flyer, written before the phase that began in 2025, also says "almost all" of the technical schools."""
