"""Two versions of a plan, in every format: what changed, and which remarks are solved, stay or are new."""

from collections.abc import Iterable, Iterator
from typing import cast

from sto_cli.files.personal import without_addresses
from sto_cli.findings import Finding
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.wording import quoted, said_when
from sto_cli.plans.model import FORMS, QUESTIONS, PartnerKind
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph
from sto_cli.render.findings.json import finding_as_data
from sto_cli.render.findings.text import numbered_remark
from sto_cli.render.formats import View
from sto_cli.render.words import FORM_NAMES, PARTNER_NAMES, euros
from sto_cli.reports.comparison import ChangedPart, ChangedValue, ChangeValue, PlanComparison, VersionChange

PART_WORDS: dict[ChangedPart, str] = {
    "title": N_("Title"), "school": N_("School"), "region": N_("STO region"), "profiles": N_("Profiles"),
    "forms": N_("Forms"), "start": N_("Start"), "end": N_("End"), "total": N_("Total"),
    "vision": N_("Answer"), "goal": N_("Goal"), "activity": N_("Activity"), "milestone": N_("Milestone"),
    "partner": N_("Partner"), "cost": N_("Cost"), "others": N_("Paid by others than the subsidy"),
    "asked": N_("Asked of the subsidy"),
}  # fmt: skip

VALUE_WORDS: dict[ChangedValue, str] = {
    "measure": N_("How it is measured"), "how": N_("What the partner does"),
    "measured": N_("What was measured"), "reached": N_("Reached"), "kind": N_("Kind"), "forms": N_("Forms"),
    "spent": N_("Spent"), "payer": N_("Who pays"), "year": N_("Year"),
}  # fmt: skip
"""What is named beside the point that it is about; a date, an amount and a text name themselves."""

_TITLES = {heading.english: heading.title for heading in HEADINGS}

LONGEST = 160
"""Characters of a text that show what changed; the plans themselves stand beside it."""


def comparison_document(comparison: PlanComparison, translator: Translator) -> Document:
    """Lay out a comparison: a sentence, the changes by question, and the remarks."""
    title = comparison.new.plan.title if comparison.new.plan else None
    heading = message("Two versions of {title}", title=without_addresses(title)) if title else message("Two versions")
    return Document(translator.say(heading), [*_blocks(comparison, translator)])


def _blocks(comparison: PlanComparison, translator: Translator) -> Iterator[Block]:
    yield Paragraph(translator.say(summary(comparison)))
    for number in (None, *range(1, len(QUESTIONS) + 1)):
        changes = [one for one in comparison.changes if one.question == number]
        if changes:
            yield Heading(translator.text(_TITLES[QUESTIONS[number - 1]] if number else N_("The plan as a whole")))
            yield Bullets([(change_line(one, translator), []) for one in changes])
    for head, findings in (
        (N_("Solved"), comparison.solved),
        (N_("Still to talk about"), comparison.stay),
        (N_("New remarks"), comparison.new_remarks),
    ):
        if findings:
            yield Heading(translator.text(head))
            yield Bullets([*_remarks(findings, translator)])


def summary(comparison: PlanComparison) -> Message:
    """Say in a sentence what came of the new version."""
    if comparison.alike:
        return message("The two versions say the same.")
    return message(
        "{changes}; {solved} solved, {stay} still there, {new} new.",
        changes=counted("{n} change", "{n} changes", len(comparison.changes)),
        solved=counted("{n} remark", "{n} remarks", len(comparison.solved)),
        stay=str(len(comparison.stay)),
        new=str(len(comparison.new_remarks)),
    )


def _remarks(findings: Iterable[Finding], translator: Translator) -> Iterator[tuple[str, list[str]]]:
    for finding in findings:
        yield numbered_remark(finding, translator), []


def change_line(change: VersionChange, translator: Translator) -> str:
    """Return a change in a sentence."""
    given = zip((change.before, change.after), change.names, strict=True)
    before, after = (name or _shown(value, change, translator) for value, name in given)
    what = Message("{part}", {"part": Message(PART_WORDS[change.part])})
    if change.name and (change.value != "text" or change.kind != "changed"):
        what = Message("{part} {name}", {"part": what, "name": quoted(without_addresses(change.name), LONGEST)})
    if change.value in VALUE_WORDS:
        value = translator.text(VALUE_WORDS[change.value]).lower()
        what = Message("{what}, {value}", {"what": what, "value": value})
    if change.kind == "added" or (change.kind == "changed" and before is None):
        return translator.say(message("{what}: added{value}", what=what, value=f" ({after})" if after else ""))
    if change.kind == "removed" or after is None:
        return translator.say(message("{what}: gone{value}", what=what, value=f" ({before})" if before else ""))
    return translator.say(message("{what}: from {before} to {after}", what=what, before=before, after=after))


def _shown(value: ChangeValue, change: VersionChange, translator: Translator) -> str | None:
    """Return a value as a person writes it: € 12.000, 1 oktober 2026, or the words in quotation marks."""
    if value is None:
        return None
    if isinstance(value, int):
        return euros(value, translator)
    if isinstance(value, When):
        return translator.say(said_when(value))
    if change.value == "kind":
        return translator.text(PARTNER_NAMES[cast("PartnerKind", value)])
    if "forms" in {change.part, change.value}:
        return ", ".join(translator.text(FORM_NAMES[form]) for form in FORMS if form in value.split(", "))
    return quoted(without_addresses(value), LONGEST)


def comparison_data(comparison: PlanComparison, translator: Translator) -> dict[str, object]:
    """Return `{"format": 1, "old", "new", "changes", "solved", "stay", "new_remarks"}`; amounts in euros."""
    return {
        "format": 1,
        "old": comparison.old.path,
        "new": comparison.new.path,
        "changes": [_change_data(change) for change in comparison.changes],
        "solved": [finding_as_data(one, translator) for one in comparison.solved],
        "stay": [finding_as_data(one, translator) for one in comparison.stay],
        "new_remarks": [finding_as_data(one, translator) for one in comparison.new_remarks],
    }


def _change_data(change: VersionChange) -> dict[str, object]:
    before, after = map(_value_data, (change.before, change.after))
    return {
        "kind": change.kind,
        "part": change.part,
        "question": change.question,
        "name": without_addresses(change.name) or None,
        "value": change.value,
        "before": before,
        "after": after,
    }


def _value_data(value: ChangeValue) -> str | float | None:
    if isinstance(value, int):
        return value / 100
    return value.iso if isinstance(value, When) else without_addresses(value) if value else None


COMPARISON: View[PlanComparison] = View(comparison_data, comparison_document, is_table=False, without=("xlsx",))
"""A comparison is no table."""
