"""`sto report`: coverage, white spots, trend, plans."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.forms import ForceOption, OutputOption, format_option
from sto_cli.cli.problems import EXIT_NO, EXIT_WRONG_USE
from sto_cli.cli.session import session_of
from sto_cli.messages import N_
from sto_cli.render.formats import FormatName
from sto_cli.render.reports.views import COVERAGE, GAPS, PLANS, REGION, TREND

app = typer.Typer(
    add_completion=False,
    cls=SpeakingGroup,
    no_args_is_help=True,
    help=N_("Reports: which schools take part, which do not, of which it is not known; and the plans side by side."),
)

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
ProvinceOption = Annotated[
    list[str] | None, typer.Option("--province", help=N_("Only this province. May be given several times."))
]
MunicipalityOption = Annotated[
    list[str] | None, typer.Option("--municipality", help=N_("Only this municipality. May be given several times."))
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
MonthsOption = Annotated[
    int, typer.Option("--months", min=1, max=60, help=N_("How many months ahead to look for what is due."))
]
FormatOption = Annotated[FormatName | None, format_option(COVERAGE.formats())]
ShortOption = Annotated[
    bool,
    typer.Option("--short", help=N_("A web page that fits one sheet of paper: without the list of schools.")),
]
CsvStyleOption = Annotated[
    Literal["dutch", "international"],
    typer.Option(
        "--csv-style",
        help=N_("CSV for a Dutch Excel (semicolon, decimal comma), or international (comma, decimal point)."),
    ),
]


@app.command(
    "coverage",
    cls=SpeakingCommand,
    help=N_(
        "Which share of the schools takes part: technical beside non-technical, with what is not known.\n\n"
        "\b\n"
        "sto report coverage\n"
        "sto report coverage --by region\n"
        "sto report coverage --region twente --by municipality\n"
        "sto report coverage --by region --output coverage.xlsx\n"
        "sto report coverage --target non-technical=70"
    ),
)
def report_coverage(
    context: typer.Context,
    by: ByOption = "none",
    region: RegionOption = None,
    province: ProvinceOption = None,
    municipality: MunicipalityOption = None,
    as_of: AsOfOption = None,
    target: TargetOption = None,
    include_theoretical: TheoreticalOption = False,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    short: ShortOption = False,
    csv_style: CsvStyleOption = "dutch",
) -> None:
    """Answer `sto report coverage`."""
    from sto_cli.cli.delivery import Wish, deliver_view
    from sto_cli.cli.option_values import by_what, day, targets
    from sto_cli.reports.coverage import coverage
    from sto_cli.reports.selection import select

    session = session_of(context)
    on, wanted = day(as_of) if as_of is not None else session.today, targets(target or ())
    selection = select(session.register, region or (), province or (), municipality or ())
    answer = coverage(session.register, on, by_what(by), selection, wanted, theoretical=include_theoretical)
    deliver_view(session, COVERAGE, answer, Wish(format, output, force, csv_style, short=short))
    if answer.missed:
        raise typer.Exit(EXIT_NO)


@app.command(
    "gaps",
    cls=SpeakingCommand,
    help=N_(
        "The schools that do not take part or of which it is not known: why they matter and whom to write to.\n\n"
        "\b\n"
        "sto report gaps --region twente\n"
        "sto report gaps --province Zeeland --output gaps.xlsx"
    ),
)
def report_gaps(
    context: typer.Context,
    region: RegionOption = None,
    province: ProvinceOption = None,
    municipality: MunicipalityOption = None,
    as_of: AsOfOption = None,
    include_theoretical: TheoreticalOption = False,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    short: ShortOption = False,
    csv_style: CsvStyleOption = "dutch",
) -> None:
    """Answer `sto report gaps`."""
    from sto_cli.cli.delivery import Wish, deliver_view
    from sto_cli.cli.option_values import day
    from sto_cli.reports.gaps import gaps
    from sto_cli.reports.selection import select

    session = session_of(context)
    on = day(as_of) if as_of is not None else session.today
    selection = select(session.register, region or (), province or (), municipality or ())
    answer = gaps(session.register, on, selection, theoretical=include_theoretical)
    deliver_view(session, GAPS, answer, Wish(format, output, force, csv_style, short=short))


@app.command(
    "region",
    cls=SpeakingCommand,
    help=N_(
        "All of one region: who takes part, who does not, of whom it is not known, which schools lie nearby, what "
        "there is to do and whom to write to; with --plans what the plans cost and what comes up. As CSV it is a list "
        "to write letters from.\n\n"
        "\b\n"
        "sto report region twente\n"
        "sto report region twente --plans plans\n"
        "sto report region twente --output twente.xlsx\n"
        "sto report region twente --output twente.csv"
    ),
)
def report_region(
    context: typer.Context,
    region: Annotated[
        list[str],
        typer.Argument(
            metavar="REGION...", help=N_("The region: its name, its id, its lead, or a municipality that only it has.")
        ),
    ],
    plans: Annotated[
        list[str] | None,
        typer.Option(
            "--plans",
            metavar=N_("FOLDER"),
            help=N_("A folder with plans, or a plan: what they cost and what comes up. May be given several times."),
        ),
    ] = None,
    months: MonthsOption = 3,
    as_of: AsOfOption = None,
    include_theoretical: TheoreticalOption = False,
    format: Annotated[FormatName | None, format_option(REGION.formats())] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    short: ShortOption = False,
    csv_style: CsvStyleOption = "dutch",
) -> None:
    """Answer `sto report region`."""
    from sto_cli.cli.delivery import Wish, deliver_view
    from sto_cli.cli.option_values import day
    from sto_cli.cli.plan_files import entries_of
    from sto_cli.register.lookup import region_named
    from sto_cli.reports.region import region_report

    session = session_of(context)
    on = day(as_of) if as_of is not None else session.today
    found = region_named(session.register, " ".join(region))
    entries, unread = entries_of(plans, session, on) if plans else (None, 0)
    if unread and not entries:
        raise typer.Exit(EXIT_WRONG_USE)
    answer = region_report(session.register, found, on, entries, months, theoretical=include_theoretical)
    deliver_view(session, REGION, answer, Wish(format, output, force, csv_style, short=short))
    if unread:
        raise typer.Exit(EXIT_WRONG_USE)


@app.command(
    "trend",
    cls=SpeakingCommand,
    help=N_(
        "How participation changes: on several days, by the periods in the data, or against a former register.\n\n"
        "\b\n"
        "sto report trend\n"
        "sto report trend --at 2024-10-01 --at 2025-10-01\n"
        "sto report trend --against register-2025"
    ),
)
def report_trend(
    context: typer.Context,
    at: Annotated[
        list[str] | None,
        typer.Option("--at", metavar="DATE", help=N_("A day to look at. May be given several times.")),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FOLDER", help=N_("The folder of a former register to compare with.")),
    ] = None,
    region: RegionOption = None,
    province: ProvinceOption = None,
    municipality: MunicipalityOption = None,
    as_of: AsOfOption = None,
    include_theoretical: TheoreticalOption = False,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    csv_style: CsvStyleOption = "dutch",
) -> None:
    """Answer `sto report trend`."""
    from sto_cli.cli.delivery import Wish, deliver_view
    from sto_cli.cli.option_values import day, refuse_both
    from sto_cli.reports.selection import select
    from sto_cli.reports.trend import days_of_change, trend, trend_against

    session = session_of(context)
    on, days = day(as_of) if as_of is not None else session.today, [day(written) for written in at or ()]
    selection = select(session.register, region or (), province or (), municipality or ())
    if against is not None:
        refuse_both(at, "--at", "--against")
        former = session.other_register(against)
        answer = trend_against(session.register, former, on, selection, theoretical=include_theoretical)
    else:
        days = [*days, *([on] if as_of is not None else [])] if at else list(days_of_change(session.register, on))
        answer = trend(session.register, days, selection, theoretical=include_theoretical)
    deliver_view(session, TREND, answer, Wish(format, output, force, csv_style))


CALENDAR_TOO = N_("The form of the answer; ics is a calendar. Without it: as the name of the file says, else text.")


@app.command(
    "plans",
    cls=SpeakingCommand,
    help=N_(
        "The plans of a region side by side: how far they are, what they cost, with whom, and what is due. Name "
        "files, or folders with plans.\n\n"
        "\b\n"
        "sto report plans plans\n"
        "sto report plans plans --region twente --months 6\n"
        "sto report plans plans --output portfolio.xlsx\n"
        "sto report plans plans --output milestones.ics"
    ),
)
def report_plans(
    context: typer.Context,
    plans: Annotated[list[str], typer.Argument(metavar=N_("PLAN..."), help=N_("Plans, or folders with plans."))],
    months: MonthsOption = 3,
    region: RegionOption = None,
    as_of: AsOfOption = None,
    format: Annotated[FormatName | None, format_option(PLANS.formats(), CALENDAR_TOO)] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    csv_style: CsvStyleOption = "dutch",
) -> None:
    """Answer `sto report plans`."""
    from sto_cli.cli.delivery import Wish, deliver_view
    from sto_cli.cli.option_values import day
    from sto_cli.cli.plan_files import entries_of
    from sto_cli.reports.portfolio import portfolio
    from sto_cli.reports.selection import select

    session = session_of(context)
    on = day(as_of) if as_of else session.today
    selection = select(session.register, region or ())
    entries, unread = entries_of(plans, session, on)
    if unread and not entries:
        raise typer.Exit(EXIT_WRONG_USE)
    deliver_view(session, PLANS, portfolio(entries, on, months, selection), Wish(format, output, force, csv_style))
    if unread:
        raise typer.Exit(EXIT_WRONG_USE)
