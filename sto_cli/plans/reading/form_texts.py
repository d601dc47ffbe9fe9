"""The words of the form in Word: what is printed on it, so that the reader knows it from what a teacher wrote.

Texts are msgids. Whatever is printed on the form is left out when a document is read, in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from sto_cli.messages import LANGUAGES, N_, Message, Translator, message
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.shape import HEADINGS, PlanHeading
from sto_cli.plans.source.outline import OutlineBlock, OutlineCell, OutlineTable
from sto_cli.register.profiles import PROFILES

EYEBROW = N_("Plan for Sterk Techniekonderwijs (STO)")
TITLE = N_("Our plan for technology")
LEDE = N_(
    "Write your answers below each question. A table gets a new row when you press Tab in its last cell. The grey "
    "text is explanation and may stay. Ready? Send this document to the STO contact at your school, if there is one; "
    "else to the programme manager of your region."
)
CHOICES: dict[QuestionKey, str] = {
    "cooperation": N_("Kind of partner: po, vo, mbo, company or other."),
    "resources": N_(
        "Cofinancing: yes, no, or the amount that others pay. What companies give in hours or goods counts too."
    ),
}
"""What one may choose from in the table below a question."""

PLATFORMS = N_("Examples of technology in these profiles:")

UNREAD = N_("Outside the six questions")
"""The heading above texts that belong to no question, where a document is put into the form."""

FACT_REMARKS: dict[str, str] = {
    "title": N_("For instance: Technology lab in the lower years"),
    "school": N_("Name and place of the school, or its code"),
    "region": N_("The name of the region"),
    "profiles": N_("The profiles that the plan is about, such as D&P, Z&W or PIE"),
    "forms": N_(
        "Choose: elective, practical-programme, non-technical-profile, lower-years, theoretical-route, "
        "technical-profile"
    ),
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


def columns_of(key: QuestionKey, filled: Container[str] = ()) -> tuple[PlanHeading, ...]:
    """Return the headings of the columns of a question's table, in the order of the form.

    What the form does not ask (what came of the plan) has a column where it is `filled` in.
    """
    items = BY_NAME[key].shape.items
    assert items is not None  # noqa: S101 - every answer may be a list
    by_name = {heading.english: heading for heading in items.group}
    more = [name for name in by_name if name in filled and name not in _ORDER[key]]
    return tuple(by_name[name] for name in (*_ORDER[key], *more))


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
    return _alike(text) in _printed()


def unprinted(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield the blocks of a document without what the form prints, as far as nobody typed over it."""
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield block._replace(rows=[_unprinted_row(row) for row in block.rows])
        elif text := _unprinted(block.text):
            yield block._replace(text=text)


def _unprinted_row(row: Sequence[OutlineCell]) -> list[OutlineCell]:
    """Return a row without what is printed in it; what is typed over the grey words below a label stands beside it."""
    cells = [_without_printed(cell) for cell in row]
    label, _, typed = cells[0].text.partition("\n") if cells else ("", "", "")
    if len(cells) == 2 and typed and not cells[1].text and _alike(label) in _labels():  # noqa: PLR2004 - label, answer
        return [cells[0]._replace(text=label), cells[0]._replace(text=typed)]
    return cells


def _without_printed(cell: OutlineCell) -> OutlineCell:
    lines = (_unprinted(line) for line in cell.text.split("\n"))
    return cell._replace(text="\n".join(line for line in lines if line))


def _unprinted(text: str) -> str:
    """Return a text without the printed one that it is, or that it begins with."""
    alike = _alike(text)
    if len(alike) < _SHORTEST or alike in _printed():
        return "" if alike in _printed() else text
    begun = max((one for one in _printed() if len(one) >= _LONG and alike.startswith(one)), key=len, default="")
    if not begun:
        return _typed_total(text)
    words = text.split()
    left = " ".join(words[len(begun.split()) :])
    return left if _alike(" ".join(words[: len(begun.split())])) == begun else text


def _typed_total(text: str) -> str:
    """Return what is typed over the figure in the printed line of the total, with the label of the total."""
    alike = _alike(text)
    for printed, label in _totals():
        before = printed.partition("12500")[0]
        if alike.startswith(before) and len(alike) <= len(printed) + _MORE:
            typed = text.strip()[len(before) :].strip(" .")
            return f"{label}: {typed}" if _AMOUNT.fullmatch(typed) else ""
    return text


_FORMER = (
    "Schrijf uw antwoord onder elke vraag. Drukt u in de laatste cel van een tabel op Tab, dan komt er een rij bij. De "
    "grijze tekst is uitleg en mag blijven staan. Klaar? Stuur dit document naar de programmamanager van uw regio.",
    "Write your answers below each question. A table gets a new row when you press Tab in its last cell. The grey text "
    "is explanation and may stay. Ready? Send this document to the programme manager of your region.",
    "Naam en plaats van de school, of haar code",
    "Een of meer van: keuzevak, praktijkgericht-programma, niet-technisch-profiel, onderbouw",
    "One or more of: elective, practical-programme, non-technical-profile, lower-years",
)
"""What earlier forms printed, which are still filled in."""

_SHORTEST = 6
_LONG = 40
"""Letters of a printed text before it is looked for at the beginning of one that goes on."""

_MORE = 12
"""Letters that somebody may type more than the printed figure has."""

_AMOUNT = re.compile(r"(?:€ ?)?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d\d|,-)?(?: euro)?")


def _alike(text: str) -> str:
    """Return a text as it is compared: capitals and spaces say nothing."""
    return " ".join(text.split()).casefold()


@cache
def _printed() -> frozenset[str]:
    """All of them in both languages; made when the first document is read."""
    texts = [translator.say(text) for translator in map(Translator, LANGUAGES) for text in _messages()]
    examples = [text.partition(": ")[2] for text in texts if " – " in text]  # where the words before it were deleted
    return frozenset(map(_alike, (*texts, *examples, *_FORMER)))


def is_column(key: QuestionKey, name: str, text: str) -> bool:
    """Whether a text is what the form prints above the column of that English name."""
    return (name, _alike(text)) in _columns(key)


@cache
def _columns(key: QuestionKey) -> frozenset[tuple[str, str]]:
    speakers, headings = [*map(Translator, LANGUAGES)], columns_of(key)
    return frozenset((one.english, _alike(speaker.text(one.title))) for one in headings for speaker in speakers)


@cache
def _labels() -> frozenset[str]:
    """The labels at the top of the form, in both languages."""
    return frozenset(
        _alike(translator.text(BY_NAME[name].title))
        for translator in map(Translator, LANGUAGES)
        for name in FACT_REMARKS
    )


@cache
def _totals() -> tuple[tuple[str, str], ...]:
    """The printed line below the costs, in both languages, with the label of the total."""
    total = BY_NAME["total"]
    return tuple(
        (_alike(translator.text(total.description)), translator.text(total.title))
        for translator in map(Translator, LANGUAGES)
    )


def _messages() -> Iterator[Message]:
    yield from map(Message, (EYEBROW, TITLE, LEDE, PLATFORMS, *FACT_REMARKS.values()))
    for key in QUESTIONS:
        yield Message(BY_NAME[key].description)
        yield example_of(key)
    yield from map(Message, CHOICES.values())
    yield Message(BY_NAME["total"].description)
    yield from (platform_line(profile.name, profile.platform) for profile in PROFILES.values() if profile.platform)


def platform_line(name: str, address: str) -> Message:
    """Return the line that points to the examples of a profile."""
    return Message("{name}: {address}", {"name": name, "address": address})


EXAMPLES: dict[QuestionKey, tuple[str, ...]] = {
    "vision": (
        N_(
            "The Regiovisie wants every pupil to meet technology before choosing a profile. With this plan our pupils "
            "of years 1 and 2 do so in eight lessons a year."
        ),
    ),
    "goals": (N_("All pupils of years 1 and 2 do two technical assignments a year"), N_("240 pupils in July 2027")),
    "activities": (N_("Eight lessons of robotics in year 1, given with students of the ROC"),),
    "milestones": (N_("The first class has finished the robotics lessons"),),
    "cooperation": (N_("Primary school De Wilg"), N_("Groups 8 visit our workshop in November")),
    "resources": (N_("Twelve robot kits"),),
}
"""What an answer may look like: the text, and behind it the text of the second heading where there is one."""
