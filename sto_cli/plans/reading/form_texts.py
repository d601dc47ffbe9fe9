"""The words of the form in Word: what is printed on it, so that the reader knows it from what a teacher wrote.

Texts are msgids. Whatever is printed on the form is left out when a document is read, in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from sto_cli.messages import LANGUAGES, N_, Message, Translator, message
from sto_cli.plans.language.examples import EXAMPLES
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.shape import HEADINGS, PlanHeading
from sto_cli.plans.source.outline import OutlineBlock, OutlineCell, OutlineTable
from sto_cli.register.profiles import PROFILES

EYEBROW = N_("Plan for Sterk Techniekonderwijs (STO)")
TITLE = N_("Our plan for technology")
LEDE = N_(
    "Write your answers below each question. A table gets a new row when you press Tab in its last cell. The grey "
    "text is explanation and may stay. Ready? Send this document to the programme manager of your region."
)
PLATFORMS = N_("Examples of technology in these profiles:")

UNREAD = N_("Outside the six questions")
"""The heading above texts that belong to no question, where a document is put into the form."""

FACT_REMARKS: dict[str, str] = {
    "title": N_("For instance: Technology lab in the lower years"),
    "school": N_("Name and place of the school, or its code"),
    "region": N_("The name of the region"),
    "profiles": N_("The profiles that the plan is about, such as D&P, Z&W or PIE"),
    "forms": N_("One or more of: elective, practical-programme, non-technical-profile, lower-years"),
    "start": N_("A day or a month, such as August 2026"),
    "end": N_("A day or a month, such as July 2028"),
}
"""What stands below each label at the top of the form, by the heading's English name."""

BY_NAME: dict[str, PlanHeading] = {
    heading.english: heading
    for one in HEADINGS
    for heading in (one, *(one.shape.group if one.english == "period" else ()))
}
"""The headings that the form prints: those of a plan, and the begin and end of its period."""


def columns_of(key: QuestionKey) -> tuple[PlanHeading, ...]:
    """Return the headings of the columns of a question's table, in the order of the form."""
    items = BY_NAME[key].shape.items
    assert items is not None  # noqa: S101 - every answer may be a list
    by_name = {heading.english: heading for heading in items.group}
    return tuple(by_name[name] for name in _ORDER[key])


_ORDER: dict[QuestionKey, tuple[str, ...]] = {
    "vision": (),
    "goals": ("id", "goal", "measure"),
    "activities": ("activity", "goals", "form"),
    "milestones": ("date", "milestone"),
    "cooperation": ("partner", "kind", "how"),
    "resources": ("item", "amount", "cofinancing"),
}


_EXAMPLE_FORMS: dict[QuestionKey, str] = {
    "vision": "{one}",
    "goals": "{one} – {other}",
    "activities": N_("{one} – g1 – lower-years"),
    "milestones": N_("October 2026 – {one}"),
    "cooperation": N_("{one} – po – {other}"),
    "resources": N_("{one} – 2400 – no"),
}
"""How an example stands on one line: what goes in each column of the table."""


def example_of(key: QuestionKey) -> Message:
    """Return the line with the example of a question."""
    one, *other = map(Message, EXAMPLES[key])
    example = Message(_EXAMPLE_FORMS[key], {"one": one, "other": other[0] if other else ""})
    return message("For instance: {example}", example=example)


def is_outside(text: str) -> bool:
    """Whether a text is the heading under which the form keeps what answers none of the questions."""
    return text.strip() in _outside()


@cache
def _outside() -> frozenset[str]:
    return frozenset(translator.text(UNREAD) for translator in map(Translator, LANGUAGES))


def is_printed(text: str) -> bool:
    """Whether a text is one that the form prints, other than a heading, a label or an answer."""
    return " ".join(text.split()) in _printed()


def unprinted(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield the blocks of a document without what the form prints."""
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield block._replace(rows=[[_without_printed(cell) for cell in row] for row in block.rows])
        elif not is_printed(block.text):
            yield block


def _without_printed(cell: OutlineCell) -> OutlineCell:
    lines = (line for line in cell.text.split("\n") if not is_printed(line))
    return cell._replace(text="\n".join(lines))


@cache
def _printed() -> frozenset[str]:
    """All of them in both languages; made when the first document is read."""
    return frozenset(
        " ".join(translator.say(text).split()) for translator in map(Translator, LANGUAGES) for text in _messages()
    )


def _messages() -> Iterator[Message]:
    yield from map(Message, (EYEBROW, TITLE, LEDE, PLATFORMS, *FACT_REMARKS.values()))
    for key in QUESTIONS:
        yield Message(BY_NAME[key].description)
        yield example_of(key)
    yield Message(BY_NAME["total"].description)
    yield from (platform_line(profile.name, profile.platform) for profile in PROFILES.values() if profile.platform)


def platform_line(name: str, address: str) -> Message:
    """Return the line that points to the examples of a profile."""
    return Message("{name}: {address}", {"name": name, "address": address})
