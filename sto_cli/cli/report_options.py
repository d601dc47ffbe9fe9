"""The options of the reports, those that belong together as one value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from sto_cli.cli.session import Session
from sto_cli.messages import N_

if TYPE_CHECKING:
    from sto_cli.reports.portfolio import Counting
    from sto_cli.reports.selection import Selection

ByOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="<none|region|province|municipality|labour-market-region|profile>",
        help=N_("A row for each of these."),
    ),
]
RegionOption = Annotated[
    list[str] | None,
    typer.Option("--region", help=N_("Only this STO region: its name or its id. May be given several times.")),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help=N_("As it was or will be on this day: 2026-11-24 or 24-11-2026.")),
]
TargetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="PERCENT",
        help=N_(
            "The share that should take part, of all schools (80) or of one kind (technical=95, non-technical=75). "
            "If it is not certain that it is reached, the command ends with exit code 1."
        ),
    ),
]
TheoreticalOption = Annotated[
    bool, typer.Option("--include-theoretical", help=N_("Count schools with only the theoretical learning path too."))
]
SinceOption = Annotated[
    int | None,
    typer.Option(
        "--since",
        metavar="YEAR",
        min=2018,
        max=2100,
        help=N_("Count only what is known from this year on; what is older or has no date counts as not known."),
    ),
]
MonthsOption = Annotated[
    int, typer.Option("--months", min=1, max=60, help=N_("How many months ahead to look for what is due."))
]


EveryFileOption = Annotated[
    bool, typer.Option("--all", help=N_("Count every file, also copies and older versions of a plan."))
]
LevelOption = Annotated[
    Literal["error", "warning", "tip"],
    typer.Option("--level", help=N_("Count remarks from this weight on: error, warning or tip (all).")),
]


class Where(NamedTuple):
    """Which schools a report is about, and on which day."""

    region: RegionOption = None
    province: Annotated[
        list[str] | None, typer.Option("--province", help=N_("Only this province. May be given several times."))
    ] = None
    municipality: Annotated[
        list[str] | None, typer.Option("--municipality", help=N_("Only this municipality. May be given several times."))
    ] = None
    as_of: AsOfOption = None
    since: SinceOption = None
    include_theoretical: TheoreticalOption = False

    def day(self, session: Session) -> date:
        """Return the day that is asked about."""
        return _day(self.as_of, session)

    def selection(self, session: Session) -> Selection:
        """Find the regions, provinces and municipalities that are named, and say which facts count."""
        from sto_cli.reports.selection import select

        places = select(session.register, self.region or (), self.province or (), self.municipality or ())
        return places._replace(theoretical=self.include_theoretical, since=self.since, today=session.today)


class OneDay(NamedTuple):
    """The day that a report on one region is about."""

    as_of: AsOfOption = None
    since: SinceOption = None
    include_theoretical: TheoreticalOption = False

    def day(self, session: Session) -> date:
        """Return the day that is asked about."""
        return _day(self.as_of, session)

    def facts(self, session: Session) -> Selection:
        """Say which schools and facts count."""
        from sto_cli.reports.selection import Selection

        return Selection(theoretical=self.include_theoretical, since=self.since, today=session.today)


class WhichPlans(NamedTuple):
    """Which plans a report is about, on which day, how far ahead, and which remarks it counts."""

    months: MonthsOption = 3
    region: RegionOption = None
    as_of: AsOfOption = None
    every_file: EveryFileOption = False
    level: LevelOption = "tip"

    def day(self, session: Session) -> date:
        """Return the day that is asked about."""
        return _day(self.as_of, session)

    def selection(self, session: Session) -> Selection:
        """Find the regions that are named."""
        from sto_cli.reports.selection import select

        return select(session.register, self.region or ())

    @property
    def counting(self) -> Counting:
        """What is counted of plans."""
        from sto_cli.reports.portfolio import Counting

        return Counting(every_file=self.every_file, level=self.level)


class PlansToo(NamedTuple):
    """The plans that a report on a region tells of too, and how far ahead."""

    plans: Annotated[
        list[str] | None,
        typer.Option(
            "--plans",
            metavar=N_("FOLDER"),
            help=N_("A folder with plans, or a plan: what they cost and what comes up. May be given several times."),
        ),
    ] = None
    months: MonthsOption = 3


def _day(as_of: str | None, session: Session) -> date:
    from sto_cli.cli.option_values import day

    return day(as_of) if as_of is not None else session.today
