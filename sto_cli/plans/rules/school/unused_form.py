"""A form is ticked at the top, and no activity has it.

Why:
    Perhaps an activity was forgotten, or the form does not belong to this plan. The region counts how often each
    form is used.

Example:
    forms: [lower-years, practical-programme]
    activities:
      - {activity: Robot lessons for all classes of year 1, goals: [g1, g2], form: lower-years}

Mend:
    Take the form away at the top, or say of an activity that it has this form.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.named_profiles import forms_in
from sto_cli.plans.reading.shape import FORM_WORDS

ID = "unused-form"
SEVERITY: Severity = "tip"
SOURCE = "ways-to-meet"


def check(case: Case) -> Iterator[Flaw]:
    """Report forms at the top that no activity has, when at least half of the activities name theirs."""
    plan = case.plan
    activities = case.meant(plan.activities)
    named = [{*activity.forms, *forms_in(activity.text)} for activity in activities]
    if not case.settled(plan.activities) or 2 * sum(map(bool, named)) < max(len(named), 1):
        return
    used = {form for forms in (*named, *(forms_in(goal.text) for goal in plan.goals.items)) for form in forms}
    for form in plan.forms:
        if form not in used:
            word = FORM_WORDS[form] if plan.language == "nl" else form
            yield Flaw(
                ("forms",),
                message("Not one activity has the form “{form}”.", form=word),
                message("Take it away, or say of an activity that it has this form."),
            )
