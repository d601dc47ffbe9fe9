"""`sto region`: what the register knows of the regions."""

from typing import Annotated

import typer

from sto_cli.cli.declaring import AnswerIn, command_group, declare
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.session import Session
from sto_cli.messages import N_
from sto_cli.render.register.regions import ONE_REGION, REGIONS

app = command_group(N_("See what the register knows of the regions."))

Province = Annotated[str | None, typer.Option("--province", help=N_("Only regions in this province."))]


@declare(app, N_("List all regions.\n\n\b\nsto region list --province Groningen"), "list")
def list_(session: Session, *, province: Province = None, wish: Annotated[Wish, AnswerIn(REGIONS.formats())]) -> None:
    """Answer `sto region list`."""
    from sto_cli.register.facts import facts_of_regions
    from sto_cli.register.lookup import regions_in

    regions = facts_of_regions(session.register, regions_in(session.register, province), session.today)
    deliver_view(session, REGIONS, regions, wish)


@declare(app, N_("Show one region: who takes part, and where each fact comes from."), "show")
def show(
    session: Session,
    *,
    region: Annotated[list[str], typer.Argument(metavar="REGION...", help=N_("Name or id of the region."))],
    wish: Annotated[Wish, AnswerIn(ONE_REGION.formats())],
) -> None:
    """Answer `sto region show`."""
    from sto_cli.register.facts import facts_of_region
    from sto_cli.register.lookup import region_named

    named = region_named(session.register, " ".join(region))
    found = facts_of_region(session.register, named, session.today)
    deliver_view(session, ONE_REGION, found, wish)
