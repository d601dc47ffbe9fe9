"""What to do about a finding in a Word document or a plain text, where that is something else than in YAML."""

from __future__ import annotations

from sto_cli.messages import N_, Message, message
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.rules.time.invalid_date import A_DAY_OR_A_MONTH

_HINTS: dict[str, str] = {
    "no-title": N_("Write a title at the top of the document."),
    "no-school": N_("Write the name and the place of the school, or its code, at the top: “School: …”."),
    "no-form-named": N_(
        "Write at the top which form it is, such as “Form: lower-years”: elective, practical-programme, "
        "non-technical-profile, lower-years, theoretical-route or technical-profile."
    ),
    "undated-milestone": N_("Write beside it the day or the month by which it is done, such as October 2026."),
    "unmeasurable-goal": N_("Name a number and when: how many are there now, and how many will there be?"),
    "activity-without-goal": N_("Write beside it which goal it is for."),
    "partner-without-how": N_("Write beside it what the partner does, and what you do for the partner."),
    "no-costs": N_("Write an amount in euros behind each thing that is needed, or the total of all."),
}


def hint_in_text(rule: str, flaw: Flaw) -> Message | None:
    """Return the hint of a finding for someone who writes a text."""
    if rule == "missing-question" and flaw.path:
        title = next(heading.title for heading in HEADINGS if heading.english == flaw.path[0])
        return message("Put the question in the document as a heading, and answer it below: {question}",
                       question=Message(title))  # fmt: skip
    if rule == "invalid-date" and flaw.hint == A_DAY_OR_A_MONTH:
        return message("Write a day, such as 1 October 2026, or a month, such as October 2026.")
    return Message(_HINTS[rule]) if rule in _HINTS else flaw.hint
