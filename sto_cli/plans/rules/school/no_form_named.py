"""The plan does not say in which form pupils meet technology.

Why:
    The programme names a technical elective, a technical practical programme, technology in a non-technical profile
    and in the lower years, technical teaching in the theoretical route, and better quality in the technical profiles.
    With the form named, the region sees at once what kind of plan it is. A plan on technical profiles alone needs none.

Example:
    title: Technology for everyone
    goals: All 160 pupils have lessons about technology in 2027.
    activities: We give lessons about technology together with the mbo.

Mend:
    Add “forms:” at the top, or “form:” to the activities.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.named_profiles import forms_in
from sto_cli.plans.reading.shape import FORM_WORDS

ID = "no-form-named"
SEVERITY: Severity = "tip"
SOURCE = "ways-to-meet"


def check(case: Case) -> Iterator[Flaw]:
    """Report a plan that names no form, in a heading of its own or in its texts."""
    plan = case.plan
    if plan.all_forms or case.has("forms") or not case.settled(plan.activities) or _has_unknown(case):
        return
    texts = [plan.title or "", *(goal.text for goal in plan.goals.items), *(one.text for one in plan.activities.items)]
    if not any(forms_in(text) for text in texts):
        words = FORM_WORDS.values() if plan.language == "nl" else FORM_WORDS
        yield Flaw(
            ("activities",),
            message("The plan does not say in which form pupils meet technology."),
            message("Add “{word}:” with one or more of these: {forms}.",
                    word=case.word("forms"), forms=", ".join(words)),
            on="heading",
        )  # fmt: skip


def _has_unknown(case: Case) -> bool:
    return any(complaint.path[-1] == "form" for complaint in case.complaints("enum"))
