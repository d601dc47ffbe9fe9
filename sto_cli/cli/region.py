"""`sto region`: what the register knows of the regions."""

from __future__ import annotations

from typing import Annotated

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.forms import TextOrJson
from sto_cli.cli.screen import room
from sto_cli.cli.session import session_of
from sto_cli.messages import N_

app = typer.Typer(
    add_completion=False,
    cls=SpeakingGroup,
    no_args_is_help=True,
    help=N_("See what the register knows of the regions."),
)

Province = Annotated[str | None, typer.Option("--province", help=N_("Only regions in this province."))]


@app.command("list", cls=SpeakingCommand, help=N_("List all regions.\n\n\b\nsto region list --province Groningen"))
def list_(context: typer.Context, province: Province = None, format_: TextOrJson = "text") -> None:
    """Answer `sto region list`."""
    from sto_cli.register.facts import facts_of_regions
    from sto_cli.register.lookup import regions_in
    from sto_cli.render.register.regions import regions_json, regions_text

    session = session_of(context)
    regions = facts_of_regions(session.register, regions_in(session.register, province), session.today)
    if format_ == "json":
        session.print_json(regions_json(regions))
    else:
        session.show(regions_text(regions, session.translator, room()))


@app.command("show", cls=SpeakingCommand, help=N_("Show one region: who takes part, and where each fact comes from."))
def show(
    context: typer.Context,
    region: Annotated[list[str], typer.Argument(metavar="REGION...", help=N_("Name or id of the region."))],
    format_: TextOrJson = "text",
) -> None:
    """Answer `sto region show`."""
    from sto_cli.register.facts import facts_of_region
    from sto_cli.register.lookup import region_named
    from sto_cli.render.register.regions import region_json, region_text

    session = session_of(context)
    named = region_named(session.register, " ".join(region))
    found = facts_of_region(session.register, named, session.today)
    if format_ == "json":
        session.print_json(region_json(found))
    else:
        session.show(region_text(found, session.translator, room()))
