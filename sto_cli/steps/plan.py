"""The four steps, with the one where the school now stands marked as current; and whom to write to."""

from typing import Literal, NamedTuple

from sto_cli.messages import Message, message, one_of
from sto_cli.register.belonging import Belonging
from sto_cli.register.model import Contact, Participation, School
from sto_cli.register.profiles import PROFILES, Profile

State = Literal["done", "current", "next"]


class Step(NamedTuple):
    """One step: what to do, and the page to do it on, or the command of this program, where there is one."""

    number: int
    state: State
    text: Message
    url: str | None = None
    command: str | None = None


def step_plan(
    belonging: Belonging,
    participation: Participation | None,
    school: School | None = None,
    *,
    contact_failed: bool = False,
) -> tuple[Step, ...]:
    """Return the four steps for a school with this region and participation.

    `contact_failed` makes step 3 the current one (flyer: "als het niet lukt om contact te maken").
    """
    region = belonging.single
    current = 3 if contact_failed else 2 if region else 1
    texts = (
        (_which_region(belonging, school), None if region else MAP),
        (_whom_to_ask(participation), region.page or region.website or MAP if region else None),
        (_when_contact_fails(), None),
        (WITH_A_PLAN, None),
    )
    steps = [Step(number, _state(number, current), text, url) for number, (text, url) in enumerate(texts, start=1)]
    return (*steps[:-1], steps[-1]._replace(command=f"sto plan new --school {school.id}" if school else "sto plan new"))


def examples(school: School | None) -> tuple[Profile, ...]:
    """Return the profiles of a school without a technical profile that have a platform with examples (flyer)."""
    if school is None or school.kind != "non_technical" or school.profiles is None:
        return ()
    return tuple(PROFILES[code] for code in school.profiles if PROFILES[code].platform)


def _state(number: int, current: int) -> State:
    return "done" if number < current else "current" if number == current else "next"


def _which_region(belonging: Belonging, school: School | None) -> Message:
    names = one_of([option.region.name for option in belonging.options])
    municipality = school.municipality if school else None
    if belonging.basis == "nearest":
        return message(
            "See on the map in which region the school lies. We do not know it; regions nearby: {regions}.",
            regions=names,
        )
    if belonging.basis == "likely_area":
        return message(
            "See on the map in which region the school lies. No page says it; by name and place it is most likely "
            "{regions}.",
            regions=names,
        )
    if not belonging.options:
        return message("See on the map in which region the school lies.")
    if len(belonging.options) > 1 and belonging.basis == "area":
        return message(
            "See on the map in which region the school lies. {municipality} belongs to more than one: {regions}.",
            municipality=municipality, regions=names,
        )  # fmt: skip
    if len(belonging.options) > 1:
        return message("The school is named by more than one region: {regions}. See on the map.", regions=names)
    return message("The school lies in {region}.", region=names)


def _whom_to_ask(participation: Participation | None) -> Message:
    if participation is None or participation.contradicted:
        return message(
            "Find out whether the school takes part already: look at the region's page under “Over de regio”, or ask "
            "at the school. If it does, go to the STO contact at the school; if not, write to the region's programme "
            "manager."
        )
    if participation.likely:
        return message(
            "The school probably takes part. Ask at the school: if it does, go with your idea to the STO contact "
            "there; if not, write to the region's programme manager."
        )
    if participation.status == "participating":
        return message("The school takes part. Go with your idea to the STO contact at the school.")
    if participation.status == "in_talks":
        return message(
            "The school is in talks about taking part. Ask the programme manager of the region how far that is, and "
            "bring your idea along."
        )
    return message("The school does not take part yet. Write to the programme manager of the region.")


def _when_contact_fails() -> Message:
    return message(
        "No luck in making contact? Then go this way: teacher → project idea → school management → programme manager "
        "of the region, or a supporter of STO."
    )


WITH_A_PLAN = message(
    "Go into the talk with the programme manager with a concrete plan: which goals, which activities, which "
    "milestones, how and with whom in the region (primary schools, other secondary schools, companies, mbo), and "
    "what is needed."
)


def with_command(step: Step) -> Message:
    """Return what a step says on a screen: with the command that helps on, where there is one."""
    if step.command is None:
        return step.text
    return message("{step} A start: {command}", step=step.text, command=step.command)


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
