"""Whom to write to: the contact at the school, the programme manager of the region, or a supporter."""

from __future__ import annotations

from sto_cli.register.belonging import Belonging
from sto_cli.register.model import Contact, Participation

MAP = "https://www.sterktechniekonderwijs.nl/regios-in-beeld/"
"""The official map of regions (flyer, step 1)."""

SUPPORT = "https://www.sterktechniekonderwijs.nl/over-ons/"
"""The programme's page on its supporters."""


def contact_route(
    belonging: Belonging, participation: Participation | None, *, contact_failed: bool = False
) -> Contact:
    """Return the contact of the current step: flyer, step 2, or step 3 when contact failed.

    A participating school has an STO contact of its own; any other school writes to the region's programme
    manager, found through the map where the region is not certain or not the only one. A school that several regions
    name has the one that the participation is of. When contact failed, a supporter helps on.
    """
    if contact_failed:
        return Contact("supporter", url=SUPPORT)
    region = belonging.region if belonging.basis == "recorded" else belonging.single
    if region is None:
        return Contact("programme-manager", url=MAP)
    page = region.page or region.website
    if participation is not None and participation.status == "participating" and not participation.contradicted:
        return participation.contact or Contact("school-contact", url=page)
    return region.contact or Contact("programme-manager", url=page or MAP)
