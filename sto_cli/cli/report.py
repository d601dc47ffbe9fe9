"""`sto report`: coverage, white spots, trend, plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sto_cli.cli.declaring import AnswerIn, command_group, declare
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.problems import EXIT_NO, EXIT_WRONG_USE
from sto_cli.cli.report_options import ByOption, OneDay, PlansToo, TargetOption, Where, WhichPlans
from sto_cli.cli.session import Session
from sto_cli.messages import N_
from sto_cli.render.reports.views import COVERAGE, GAPS, PLANS, REGION, TREND

if TYPE_CHECKING:
    from sto_cli.reports.plan_summary import PlanSummary
    from sto_cli.reports.region import RegionReport

app = command_group(
    N_("Reports: which schools take part, which do not, of which it is not known; and the plans side by side.")
)


@declare(
    app,
    N_(
        "Which share of the schools takes part: technical beside non-technical, with what is not known.\n\n"
        "\b\n"
        "sto report coverage\n"
        "sto report coverage --by region\n"
        "sto report coverage --region twente --by municipality\n"
        "sto report coverage --by region --output coverage.xlsx\n"
        "sto report coverage --target non-technical=70"
    ),
    "coverage",
)
def report_coverage(
    session: Session,
    *,
    by: ByOption = "none",
    where: Where,
    target: TargetOption = None,
    wish: Annotated[Wish, AnswerIn(COVERAGE.formats(), ("short",))],
) -> None:
    """Answer `sto report coverage`."""
    from sto_cli.cli.option_values import by_what, targets
    from sto_cli.reports.coverage import coverage

    on, wanted, selection = where.day(session), targets(target or ()), where.selection(session)
    answer = coverage(session.register, on, by_what(by), selection, wanted)
    deliver_view(session, COVERAGE, answer, wish)
    if answer.missed:
        raise typer.Exit(EXIT_NO)


@declare(
    app,
    N_(
        "The schools that do not take part or of which it is not known: why they matter and whom to write to.\n\n"
        "\b\n"
        "sto report gaps --region twente\n"
        "sto report gaps --province Zeeland --output gaps.xlsx"
    ),
    "gaps",
)
def report_gaps(session: Session, *, where: Where, wish: Annotated[Wish, AnswerIn(GAPS.formats(), ("short",))]) -> None:
    """Answer `sto report gaps`."""
    from sto_cli.reports.gaps import gaps

    on, selection = where.day(session), where.selection(session)
    answer = gaps(session.register, on, selection)
    deliver_view(session, GAPS, answer, wish)


@declare(
    app,
    N_(
        "All of one region: who takes part, who does not, of whom it is not known, which schools lie nearby, what "
        "there is to do and whom to write to; with --plans what the plans cost and what comes up. As CSV it is a list "
        "to write letters from.\n\n"
        "\b\n"
        "sto report region twente\n"
        "sto report region twente --plans plans\n"
        "sto report region twente --output twente.xlsx\n"
        "sto report region twente --output twente.csv"
    ),
    "region",
)
def report_region(
    session: Session,
    *,
    region: Annotated[
        list[str],
        typer.Argument(
            metavar="REGION...", help=N_("The region: its name, its id, its lead, or a municipality that only it has.")
        ),
    ],
    too: PlansToo,
    when: OneDay,
    wish: Annotated[Wish, AnswerIn(REGION.formats(), ("short",))],
) -> None:
    """Answer `sto report region`."""
    from sto_cli.cli.plan_files import deliver_plans, summaries_of
    from sto_cli.register.lookup import region_named
    from sto_cli.reports.region import region_report

    on, found = when.day(session), region_named(session.register, " ".join(region))
    entries, unread = summaries_of(too.plans, session, on) if too.plans else ([], 0)
    if unread and not entries:
        raise typer.Exit(EXIT_WRONG_USE)

    def answer(some: Sequence[PlanSummary]) -> RegionReport:
        plans = list(some) if too.plans else None
        return region_report(session.register, found, on, plans, too.months, when.facts(session))

    left_out = deliver_plans(session, REGION, entries, answer, wish)
    if unread or left_out:
        raise typer.Exit(EXIT_WRONG_USE)


@declare(
    app,
    N_(
        "How participation changes: on several days, or by the periods in the data.\n\n"
        "\b\n"
        "sto report trend\n"
        "sto report trend --at 2024-10-01 --at 2025-10-01"
    ),
    "trend",
)
def report_trend(
    session: Session,
    *,
    at: Annotated[
        list[str] | None, typer.Option("--at", metavar="DATE", help=N_("A day to look at. May be given several times."))
    ] = None,
    where: Where,
    wish: Annotated[Wish, AnswerIn(TREND.formats())],
) -> None:
    """Answer `sto report trend`."""
    from sto_cli.cli.option_values import day
    from sto_cli.reports.trend import days_of_change, trend

    on, days, selection = where.day(session), [day(written) for written in at or ()], where.selection(session)
    days = [*days, *([on] if where.as_of is not None else [])] if at else list(days_of_change(session.register, on))
    deliver_view(session, TREND, trend(session.register, days, selection), wish)


CALENDAR_TOO = N_("The form of the answer; ics is a calendar. Without it: as the name of the file says, else text.")


@declare(
    app,
    N_(
        "The plans of a region side by side: how far they are, what they cost, with whom, and what is due. Name "
        "files, or folders with plans.\n\n"
        "\b\n"
        "sto report plans plans\n"
        "sto report plans plans --region twente --months 6\n"
        "sto report plans plans --output portfolio.xlsx\n"
        "sto report plans plans --output milestones.ics"
    ),
    "plans",
)
def report_plans(
    session: Session,
    *,
    plans: Annotated[list[str], typer.Argument(metavar=N_("PLAN..."), help=N_("Plans, or folders with plans."))],
    which: WhichPlans,
    wish: Annotated[Wish, AnswerIn(PLANS.formats(), help=CALENDAR_TOO)],
) -> None:
    """Answer `sto report plans`."""
    from sto_cli.cli.plan_files import deliver_plans, summaries_of
    from sto_cli.reports.portfolio import portfolio

    on, selection = which.day(session), which.selection(session)
    entries, unread = summaries_of(plans, session, on)
    if unread and not entries:
        raise typer.Exit(EXIT_WRONG_USE)
    left_out = deliver_plans(
        session, PLANS, entries, lambda some: portfolio(some, on, which.months, selection, which.counting), wish
    )
    if unread or left_out:
        raise typer.Exit(EXIT_WRONG_USE)
