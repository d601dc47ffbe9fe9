"""The plan asks for work on a building, or for an ordinary cost of a school.

Why:
    School buildings are the business of the municipality and the school board. Many regions pay for what stands in a
    room, and not for the room itself. What a school needs anyway, such as laptops, its own lessons or catering, it
    mostly pays itself. The ministry made a guide to what is paid; what it says could not be read here, so a person has
    to look there. What your region does not pay is found too, when you write it in not-paid.txt among your own data.

Example:
    resources:
      - {item: Rebuilding two classrooms, amount: 45000, cofinancing: no}
      - {item: Hours of a company, amount: 5000, cofinancing: yes}

Mend:
    Ask the programme manager whether the region pays this before you hand in the plan. Keep it apart from machines
    and hours, so that the rest can go on without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.cost_words import hardly_paid, names_phrase
from sto_cli.plans.language.wording import quoted

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
    "any-school": N_("What any school needs, it mostly pays itself."),
}
"""What is known of each class of the lexicon."""


def check(case: Case) -> Iterator[Flaw]:
    """Report costs of a building, of any school, or of the region's own list, that are not cofinancing."""
    own = case.register.not_paid if (case.plan.school or case.plan.region) and case.register else ()
    for resource in case.meant(case.plan.resources):
        listed = next((phrase for phrase in own if names_phrase(resource.text, phrase)), None)
        known = hardly_paid(resource.text)
        if resource.cofinancing:
            continue
        if listed is not None:
            yield Flaw(
                resource.path,
                message("Your region does not pay this, says your own list: {item}.", item=quoted(listed)),
                message("Talk about it with the school, or take it off the list: not-paid.txt among your own data."),
            )
        elif known and (known[0] == "building" or resource.amount is not None or resource.written is not None):
            yield Flaw(
                resource.path,
                message("Ask first whether the region pays this: {item}.", item=quoted(known[1])),
                message(
                    "{reason} Look in the ministry's guide to what is paid: {guide}",
                    reason=Message(_REASONS[known[0]]),
                    guide=GUIDE,
                ),
            )
