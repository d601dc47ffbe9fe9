"""The plan asks for work on a building, for an ordinary cost of a school, or for a trip abroad.

Why:
    School buildings are the business of the municipality and the school board. Many regions pay for what stands in a
    room, and not for the room itself. What a school needs anyway, such as laptops, its own lessons or catering, it
    mostly pays itself. A trip abroad may not belong to technology in your own region. The ministry made a guide to
    what is paid; what it says could not be read here, so a person has to look there. What your region does not pay is
    found too, when you write it in not-paid.txt among your own data.

Example:
    resources:
      - {item: Rebuilding two classrooms, amount: 45000, cofinancing: no}
      - {item: Hours of a company, amount: 5000, cofinancing: yes}

Mend:
    Ask the programme manager whether the region pays this before you hand in the plan. Keep it apart from machines
    and hours, so that the rest can go on without it.
"""

from collections.abc import Iterator

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.cost_words import hardly_paid, names_phrase, trip_abroad
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Activity, Resource

ID = "perhaps-not-paid"
SEVERITY: Severity = "tip"
SOURCE = "probably-not-paid"

GUIDE = "https://www.sterktechniekonderwijs.nl/nieuws/handreiking-subsidiabele-activiteiten/"

_REASONS = {
    "building": N_("Buildings are the business of the municipality and the school board."),
    "food": N_("Food, drinks and parties are mostly not paid."),
    "furniture": N_("Furniture without a goal is mostly not paid."),
    "salary": N_("Salaries for the normal task are mostly not paid."),
    "lessons": N_("Ordinary lessons on the timetable are mostly not paid."),
    "abroad": N_("The programme is for technology in your own region; a trip abroad may not belong to it."),
    "any-school": N_("What any school needs, it mostly pays itself."),
}
"""What is known of each class of the lexicon, and of a trip abroad."""


def check(case: Case) -> Iterator[Flaw]:
    """Report a trip abroad, and costs of a building, of any school, or of the region's own list, not cofinanced."""
    own = case.register.not_paid if (case.plan.school or case.plan.region) and case.register else ()
    yield from _trip(case)
    for resource in case.meant(case.plan.resources):
        if resource.cofinancing:
            continue
        listed = next((phrase for phrase in own if names_phrase(resource.text, phrase)), None)
        known = hardly_paid(resource.text)
        if listed is not None:
            yield Flaw(
                resource.path,
                message("Your region does not pay this, says your own list: {item}.", item=quoted(listed)),
                message("Talk about it with the school, or take it off the list: not-paid.txt among your own data."),
            )
        elif known and (known[0] == "building" or resource.amount is not None or resource.written is not None):
            yield _ask(resource.path, *known)


def _trip(case: Case) -> Iterator[Flaw]:
    """Report the first place of a plan that speaks of a trip abroad."""
    items: tuple[Activity | Resource, ...] = (*case.meant(case.plan.activities), *case.meant(case.plan.resources))
    for item in items:
        place = trip_abroad(item.text)
        if place is not None:
            yield _ask(item.path, "abroad", place)
            return


def _ask(path: KeyPath, reason: str, words: str) -> Flaw:
    return Flaw(
        path,
        message("Ask first whether the region pays this: {item}.", item=quoted(words)),
        message(
            "{reason} Look in the ministry's guide to what is paid: {guide}",
            reason=Message(_REASONS[reason]),
            guide=GUIDE,
        ),
    )
