"""The form in Word: the six questions with room to write, and what is known of the school filled in.

The same form holds a plan that was written elsewhere: its data under English names goes into the same places.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sto_cli.messages import Translator
from sto_cli.plans.draft import Draft, goal_name
from sto_cli.plans.model import QUESTIONS, Activity, Goal, Milestone, Partner, QuestionKey, Resource
from sto_cli.plans.reading.form_texts import (
    BY_NAME,
    CHOICES,
    EYEBROW,
    FACT_REMARKS,
    LEDE,
    PLATFORMS,
    TITLE,
    UNREAD,
    columns_of,
    example_of,
    platform_line,
)
from sto_cli.plans.reading.shape import WORDS, YES_NO_WORDS, PlanHeading
from sto_cli.register.model import Region, School
from sto_cli.register.profiles import PROFILES
from sto_cli.render.word.package import (
    HeadAndFoot,
    WordColumn,
    box,
    form_row,
    heading_row,
    label_row,
    paragraph,
    table,
    word_document,
)
from sto_cli.render.words import profile_words

_WIDTHS: dict[QuestionKey, tuple[int, ...]] = {
    "goals": (1400, 4519, 3719),
    "activities": (5238, 1600, 2800),
    "milestones": (2400, 7238),
    "cooperation": (3600, 1938, 4100),
    "resources": (5638, 2000, 2000),
}
_ROWS: dict[QuestionKey, int] = {"goals": 3, "activities": 5, "milestones": 5, "cooperation": 4, "resources": 6}
"""Empty rows: as many as most plans need."""

_SPARE = 2
"""Empty rows below answers that are there already."""

_LABELS = (3638, 6000)
_TEXT_HEIGHT = 1100
"""Least room for an answer that is one text: 2 cm."""

_VISION_HEIGHT = 3300
"""Room for the first answer: 5.8 cm."""

_FACTS = ("title", "school", "region", "profiles", "forms", "start", "end")


@dataclass(frozen=True, slots=True)
class FormContent:
    """What stands in a form: `data` is a plan's under English names; `school` and `region` are printed on top.

    `unread` are texts of a document that are no part of the plan: they stand at the end.
    """

    data: Mapping[str, object] = field(default_factory=dict)
    school: str = ""
    region: str = ""
    offered: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def form_of_draft(draft: Draft) -> FormContent:
    """Return what a form for a school holds before anything is answered."""
    school, region = draft.school, draft.regions.single
    data: dict[str, object] = {"title": draft.title} if draft.title else {}
    if school is not None:
        data |= {"school": f"{school.id} {_name(school)}", "profiles": profile_words(school)}
    if region is not None:
        data["region"] = region.name
    if draft.profiles:
        data["profiles"] = ", ".join(draft.profiles)
    if draft.period:
        data["period"] = dict(zip(("start", "end"), (when.iso for when in draft.period), strict=True))
    data |= {"forms": list(draft.forms)} if draft.forms else {}
    data |= {key: answers for key in QUESTIONS if (answers := _answers(getattr(draft, key)))}
    offered = tuple((school.profiles or ()) if school else ())
    return FormContent(data, _name(school) if school else "", region.name if region else "", offered)


def form_of_plan(
    data: Mapping[str, object], school: School | None, region: Region | None, unread: tuple[str, ...] = ()
) -> FormContent:
    """Return what a form for a plan that was read holds; `school` and `region` are those it names, if known."""
    named = data.get("region")
    printed = region.name if region else named if isinstance(named, str) else ""
    offered = tuple((school.profiles or ()) if school else ())
    return FormContent(data, _name(school) if school else "", printed, offered, unread)


def _answers(given: object) -> object:
    """Return the answers of a draft under their English names."""
    return [_parts(item) for item in given] if isinstance(given, list) else given


def _parts(item: Goal | Activity | Milestone | Partner | Resource) -> dict[str, object]:
    match item:
        case Goal():
            return {"id": item.id, "goal": item.text, "measure": item.measure}
        case Activity():
            return {"activity": item.text, "goals": list(item.goals), "form": list(item.forms)}
        case Milestone():
            return {"date": item.date.iso if item.date else item.written, "milestone": item.text}
        case Partner():
            return {"partner": item.text, "kind": item.kind, "how": item.how}
        case Resource():
            amount = item.amount.digits if item.amount else item.written
            return {"item": item.text, "amount": amount, "cofinancing": item.cofinancing}


def plan_form(content: FormContent, translator: Translator) -> bytes:
    """Return the form as a Word document, in the language of the translator."""
    title = translator.text(EYEBROW)
    sheet = HeadAndFoot(title, translator.language, content.school or title, content.region, title)
    return word_document("".join(_Form(content, translator).parts()), sheet)


_AMOUNTS = frozenset({"amount", "spent"})
"""Columns of numbers, which stand to the right."""


class _Form:
    """One form in one language."""

    def __init__(self, content: FormContent, translator: Translator) -> None:
        self.content = content
        self.data = content.data
        self.translator = translator
        self.text = translator.text

    def parts(self) -> Iterator[str]:
        yield paragraph(self.text(EYEBROW), "Eyebrow")
        yield paragraph(self.text(TITLE), "Title")
        yield paragraph(self.text(LEDE), "Lede")
        yield self.facts()
        for key in QUESTIONS:
            yield from self.question(key)
        yield from self.total()
        yield from self.platforms()
        yield from self.unread()

    def facts(self) -> str:
        period = self.data.get("period")
        values = {**self.data, **(period if isinstance(period, Mapping) else {"start": period})}
        rows = (
            label_row(self.label(key), self.text(FACT_REMARKS[key]), self.value(values.get(key), BY_NAME[key]), _LABELS)
            for key in _FACTS
        )
        return table(rows, _LABELS, self.text(EYEBROW), side=True)

    def label(self, key: str) -> str:
        return self.text(BY_NAME[key].title)

    def question(self, key: QuestionKey) -> Iterator[str]:
        heading = BY_NAME[key]
        yield paragraph(self.text(heading.title), "Heading1")
        yield paragraph(self.text(heading.description), "Help")
        if key in CHOICES:
            yield paragraph(self.text(CHOICES[key]), "Help")
        yield paragraph(self.translator.say(example_of(key)), "Help")
        answer = self.data.get(key)
        if key == "vision":
            yield from self.vision(answer)
        elif isinstance(answer, str):
            yield paragraph(answer) if "\n" in answer else box(answer, _TEXT_HEIGHT, self.label(key))
        else:
            yield self.table(key, answer if isinstance(answer, list) else [])

    def vision(self, answer: object) -> Iterator[str]:
        if isinstance(answer, list):
            yield from (paragraph(self.value(one), "ListBullet") for one in answer)
        else:
            yield box(self.value(answer), _VISION_HEIGHT, self.label("vision"))

    def table(self, key: QuestionKey, answers: list[object]) -> str:
        """Return the table of a question, with the answers that are there and rows to write in."""
        parts = (answer for answer in answers if isinstance(answer, Mapping))
        headings = columns_of(key, {name for one in parts for name, value in one.items() if value is not None})
        widths = _widths(key, len(headings))
        columns = [
            WordColumn(width, heading.english in _AMOUNTS) for width, heading in zip(widths, headings, strict=True)
        ]
        rows = [self.cells(key, headings, answer) for answer in answers]
        empty = _SPARE if rows else _ROWS[key]
        for number in range(len(rows) + 1, len(rows) + empty + 1):
            name = goal_name(number, self.translator.language) if not answers else ""
            rows.append([name if heading.english == "id" else "" for heading in headings])
        words = [self.text(heading.title) for heading in headings]
        whole = [form_row(row, columns, whole=not answers) for row in rows]
        return table([heading_row(words, columns), *whole], widths, self.label(key))

    def cells(self, key: QuestionKey, headings: tuple[PlanHeading, ...], answer: object) -> list[str]:
        """Return the texts of one row; an answer that is one text stands in the main column."""
        items = BY_NAME[key].shape.items
        parts = answer if isinstance(answer, Mapping) else {items.main if items else None: answer}
        return [self.value(parts.get(heading.english), heading) for heading in headings]

    def total(self) -> Iterator[str]:
        yield paragraph(self.text(BY_NAME["total"].description), "Between")
        value = self.value(self.data.get("total"))
        yield table([label_row(self.label("total"), "", value, _LABELS)], _LABELS, self.label("total"), side=True)

    def platforms(self) -> Iterator[str]:
        """Point to the platforms with examples: those of the school's profiles, or all when none of them has one."""
        all_of_them = [profile for profile in PROFILES.values() if profile.platform]
        own = [profile for profile in all_of_them if profile.code in self.content.offered] or all_of_them
        yield paragraph(self.text(PLATFORMS), "Between")
        yield from (
            paragraph(self.translator.say(platform_line(one.name, one.platform)), "Help") for one in own if one.platform
        )

    def unread(self) -> Iterator[str]:
        """Keep what belongs to no question, and what stands under headings that no plan has."""
        others = [name for name in self.data if name not in BY_NAME]
        for name in others:
            yield paragraph(name, "Heading1")
            yield paragraph(_as_text(self.data[name]))
        if self.content.unread:
            yield paragraph(self.text(UNREAD), "Heading1")
            yield from map(paragraph, self.content.unread)

    def value(self, value: object, heading: PlanHeading | None = None) -> str:
        """Write a value in the language of the form."""
        if isinstance(value, list):
            return ", ".join(self.value(one, heading) for one in value)
        if isinstance(value, bool):
            return self.word(YES_NO_WORDS, "yes" if value else "no")
        if value is None or isinstance(value, Mapping):
            return ""
        shape = heading.shape if heading is not None else None
        kind = (shape.items.text if shape.items else shape.text) if shape is not None else None
        return self.word(WORDS.get(kind, {}) if kind else {}, str(value))

    def word(self, words: Mapping[str, str], english: str) -> str:
        """Return a word that may be chosen, in the language of the form; any other text as it is."""
        return words.get(english, english) if self.translator.language == "nl" else english


def _widths(key: QuestionKey, columns: int) -> Sequence[int]:
    """Return the widths of the columns of a table; those that the form does not ask take a share of the others."""
    usual = _WIDTHS[key]
    more = columns - len(usual)
    narrow = sum(usual) // (columns + 2)
    left = sum(usual) - more * narrow
    shrunk = [width * left // sum(usual) for width in usual]
    return [*shrunk, *[narrow] * more] if more else usual


def _as_text(value: object) -> str:
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {_as_text(one)}" for name, one in value.items())
    if isinstance(value, list):
        return "\n".join(map(_as_text, value))
    return "" if value is None else str(value)


def _name(school: School) -> str:
    return ", ".join(part for part in (school.name, school.town) if part)
