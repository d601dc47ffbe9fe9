"""`sto region`: what the register knows of the regions."""

from __future__ import annotations

from typing import Annotated

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.option_groups import FileOptions, format_option, grouped
from sto_cli.cli.session import session_of
from sto_cli.messages import N_
from sto_cli.render.formats import FormatName
from sto_cli.render.register.regions import ONE_REGION, REGIONS

app = typer.Typer(
    add_completion=False,
    cls=SpeakingGroup,
    no_args_is_help=True,
    help=N_("See what the register knows of the regions."),
)

Province = Annotated[str | None, typer.Option("--province", help=N_("Only regions in this province."))]


@app.command("list", cls=SpeakingCommand, help=N_("List all regions.\n\n\b\nsto region list --province Groningen"))
@grouped
def list_(
    context: typer.Context,
    *,
    province: Province = None,
    format: Annotated[FormatName | None, format_option(REGIONS.formats())] = None,
    file: FileOptions,
) -> None:
    """Answer `sto region list`."""
    from sto_cli.register.facts import facts_of_regions
    from sto_cli.register.lookup import regions_in

    session = session_of(context)
    regions = facts_of_regions(session.register, regions_in(session.register, province), session.today)
    deliver_view(session, REGIONS, regions, Wish(format, *file))


@app.command("show", cls=SpeakingCommand, help=N_("Show one region: who takes part, and where each fact comes from."))
@grouped
def show(
    context: typer.Context,
    *,
    region: Annotated[list[str], typer.Argument(metavar="REGION...", help=N_("Name or id of the region."))],
    format: Annotated[FormatName | None, format_option(ONE_REGION.formats())] = None,
    file: FileOptions,
) -> None:
    """Answer `sto region show`."""
    from sto_cli.register.facts import facts_of_region
    from sto_cli.register.lookup import region_named

    session = session_of(context)
    named = region_named(session.register, " ".join(region))
    found = facts_of_region(session.register, named, session.today)
    deliver_view(session, ONE_REGION, found, Wish(format, *file))
