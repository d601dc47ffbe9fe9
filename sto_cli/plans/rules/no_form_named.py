"""The plan does not say in which form pupils meet technology.

Why:
    The programme knows four forms: a technical elective, a technical practical programme, technology in a
    non-technical profile, and technology in the lower years. With the form named, the region sees at once what kind
    of plan it is.

Example:
    title: Technology for everyone
    goals: All 160 pupils have lessons about technology in 2027.
    activities: We give lessons about technology together with the mbo.

Mend:
    Add “forms:” at the top, or “form:” to the activities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import Form
from sto_cli.plans.shape import FORM_WORDS

ID = "no-form-named"
SEVERITY: Severity = "tip"
SOURCE = N_("Flyer, “Kennismaken met techniek”: the four forms.")

IN_TEXT = re.compile(
    r"\b(?:\w*keuzevak\w*|praktijkgericht\w* programma\w*|onderbouw\w*|"
    r"lower years|practical programme\w*|electives?)\b",
    re.IGNORECASE,
)
"""Words in a title, a goal or an activity that name a form as well."""


_BY_FORM: dict[Form, re.Pattern[str]] = {
    "elective": re.compile(r"keuzevak|elective", re.IGNORECASE),
    "practical-programme": re.compile(r"praktijkgericht|practical programme", re.IGNORECASE),
    "non-technical-profile": re.compile(r"profiel|profile|\b(?:ZW|Z&W|EO|E&O|DP|D&P|HBR|GR|groen)\b", re.IGNORECASE),
    "lower-years": re.compile(r"onderbouw|lower years|klas 1|klas 2|leerjaar 1|leerjaar 2|brugklas", re.IGNORECASE),
}


def words_for(form: Form) -> re.Pattern[str]:
    """Return the words in a text that name a form."""
    return _BY_FORM[form]


def check(case: Case) -> Iterator[Flaw]:
    """Report a plan that names no form, in a heading of its own or in its texts."""
    plan = case.plan
    if plan.all_forms or case.has("forms") or not case.settled(plan.activities) or _has_unknown(case):
        return
    texts = [plan.title or "", *(goal.text for goal in plan.goals.items), *(one.text for one in plan.activities.items)]
    if not any(IN_TEXT.search(text) for text in texts):
        words = FORM_WORDS.values() if plan.language == "nl" else FORM_WORDS
        yield Flaw(
            ("activities",),
            message("It is not said in which form pupils meet technology."),
            message("Add “{word}:” with one or more of these: {forms}.",
                    word=case.word("forms"), forms=", ".join(words)),
            on="heading",
        )  # fmt: skip


def _has_unknown(case: Case) -> bool:
    return any(complaint.path[-1] == "form" for complaint in case.complaints("enum"))
