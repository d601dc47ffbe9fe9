"""A plan as it was read: its source, its data, and the place and the writer's word for every part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice

from sto_cli.files.schema import Complaint, complaints
from sto_cli.files.yaml.reader import KeyPath, YamlDocument
from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.model import QUESTIONS, Goal, Plan, QuestionKey
from sto_cli.plans.reading.budget import Budget, BudgetLine
from sto_cli.plans.reading.budget_reading import read_budget
from sto_cli.plans.reading.budget_source import template_lines
from sto_cli.plans.reading.building import build_plan
from sto_cli.plans.reading.english import English
from sto_cli.plans.reading.pupils import TextOfPlan, pupils_in
from sto_cli.plans.reading.resources import with_budget
from sto_cli.plans.reading.shape import PLAN
from sto_cli.plans.source.outline import OutlineCell, OutlineObject

MOST_COMPLAINTS = 200
"""So many places with a wrong shape are looked at; with more, the file is no plan."""


@dataclass
class Reading:
    """A plan as it was read: its source, the document, its data in English, the plan, and what its shape lacks.

    `plan` is None when it is no plan at all; `findings` are those of reading, by the rules of `READING_RULES`.
    `in_word` says that it is a Word document, `in_text` a text without YAML. `unread` are its texts that are not in
    the plan, `outside` those of them that stand under no question. `told` holds the English keys of what is said of
    the plan without a label, with the text that says it. `heads` are the headings of a document as
    they stand there, by English path. `of_a_letter` is what opens or closes a letter, and who sent it: it is kept, and
    no finding repeats it. `by_words` are texts without a heading, with the question that they answer by their words.
    `beside` is what stands under headings of none of the six questions, by role: the target group, the continuation.
    `objects` are what stands in an answer and is no text, by its question. `foreign`: it is a text of another kind.
    """

    path: str
    source: str = ""
    document: YamlDocument = field(default_factory=lambda: YamlDocument(""))
    english: English = field(default_factory=lambda: English(None, "nl"))
    plan: Plan | None = None
    complaints: tuple[Complaint, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    in_word: bool = False
    in_text: bool = False
    foreign: bool = False
    unread: tuple[OutlineCell, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    outside: tuple[OutlineCell, ...] = ()
    of_a_letter: tuple[OutlineCell, ...] = ()
    heads: dict[tuple[str, ...], str] = field(default_factory=dict)
    by_words: tuple[tuple[QuestionKey, OutlineCell], ...] = ()
    objects: Mapping[str, OutlineObject] = field(default_factory=dict)
    budget_lines: Sequence[BudgetLine] = ()
    beside: Mapping[str, Sequence[OutlineCell]] = field(default_factory=dict)

    @cached_property
    def budget(self) -> Budget:
        """What the plan costs, who pays it, and what is asked."""
        return read_budget(self.budget_lines or template_lines(self.document, self.english.words))

    @property
    def data(self) -> dict[str, object]:
        """The plan's data under English names; only when there is a plan."""
        assert isinstance(self.english.data, dict)  # noqa: S101 - a plan has headings
        return self.english.data

    @property
    def in_yaml(self) -> bool:
        """Whether it is YAML, where values have forms of their own; in other texts people's own are as good."""
        return not (self.in_word or self.in_text)

    def written(self, path: KeyPath) -> KeyPath:
        """Return the path in the writer's words (which are the keys of the document) for an English path."""
        words = self.english.words
        return tuple(
            words.get(path[: depth + 1], part) if isinstance(part, str) else part for depth, part in enumerate(path)
        )

    def word(self, *path: str | int) -> str:
        """Return the writer's word for a heading; in the plan's language when it is not written."""
        head = self.heads.get(tuple(part for part in path if isinstance(part, str)))
        if head is not None:
            return head
        return self.key_word(*path)

    def key_word(self, *path: str | int) -> str:
        """Return the writer's key for a heading; of a document, in which there are none, the one that it stands for."""
        written = self.english.words.get(path)
        return written if written is not None else self.right_word(*path)

    def right_word(self, *path: str | int) -> str:
        """Return the word for a heading as it should be written, in the plan's language; of an unknown one, itself."""
        group = PLAN.group
        for part in path[:-1]:
            if isinstance(part, str):
                shape = next((heading.shape for heading in group if heading.english == part), None)
                items = shape.items if shape else None
                group = (shape.group if shape else ()) or (items.group if items else ())
        words = (heading.word(self.english.language) for heading in group if heading.english == path[-1])
        return next(words, str(path[-1]))

    def place(self, *path: str | int) -> Place:
        """Return the place of a value by its English path, or of the nearest thing around it."""
        return self.document.place(*self.written(path))

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a heading by its English path, or of its value where it has none."""
        return self.document.key_place(*self.written(path))


def build(reading: Reading) -> None:
    """Build the plan from the data that was read, and note what its shape lacks."""
    data = reading.english.data
    assert isinstance(data, dict)  # noqa: S101 - there are headings in it
    reading.complaints = tuple(islice(complaints("plan", data), MOST_COMPLAINTS))
    all_of_them = len(reading.complaints) == MOST_COMPLAINTS
    unsound = set(QUESTIONS) if all_of_them else set(_unsound(reading.complaints))
    plan = build_plan(data, reading.english.language, unsound)
    period = reading.data.get("period")
    if "period" in reading.told and isinstance(period, dict) and len(period) == 1 and _contradicts_its_begin(plan):
        data.pop("period")
        plan = build_plan(data, reading.english.language, unsound)
    elif _tells_only_years(reading) and (years := _calendar_years(plan)) is not None:
        data["period"] = years
        _say_years(reading.english, years)
        plan = build_plan(data, reading.english.language, unsound)
    places = [reading.place(*item.path) for item in plan.resources.items]
    reading.plan = replace(with_budget(plan, reading.budget, places), pupils=pupils_in(_texts(reading, plan)))


def _contradicts_its_begin(plan: Plan) -> bool:
    """Whether a milestone lies before the begin that only a sentence says: then that is of something else."""
    dates = [one.date for one in plan.milestones.items if one.date is not None]
    return plan.start is not None and any(one.last < plan.start.first for one in dates)


def _tells_only_years(reading: Reading) -> bool:
    """Whether a line tells of the period by its years alone: “Smart Farming (2027–2028)”."""
    times = annotate(reading.told.get("period", "")).times
    return bool(times) and not any({one.first.kind, one.last.kind} & {"day", "month"} for one in times)


def _calendar_years(plan: Plan) -> dict[str, str] | None:
    """Return the calendar years of a plan whose milestones lie in them, and not in the school years of “2027–2028”."""
    dates = [one.date for one in plan.milestones.items if one.date is not None]
    if plan.start is None or plan.end is None or not dates:
        return None
    first, last = plan.start.first, plan.end.last
    if (first.month, first.day, last.month, last.day) != SCHOOL_YEAR or first.year == last.year:
        return None
    start, end = date(first.year, 1, 1), date(last.year, 12, 31)
    outside = any(one.last < first or one.first > last for one in dates)
    fits = outside and all(start <= one.first and one.last <= end for one in dates)
    return {"start": start.isoformat(), "end": end.isoformat()} if fits else None


def _say_years(english: English, years: Mapping[str, str]) -> None:
    """Correct as what the period is said to be read."""
    start, end = (date.fromisoformat(day) for day in years.values())
    meant = message("{start} up to and including {end}", start=start, end=end)
    english.read_as = [replace(one, meant=meant) if one.path == ("period",) else one for one in english.read_as]


SCHOOL_YEAR = (8, 1, 7, 31)
"""The month and day on which a school year begins, and those on which it ends."""


def _texts(reading: Reading, plan: Plan) -> Iterator[TextOfPlan]:
    """Yield the texts of a plan that may say how many pupils it reaches, each with what it answers."""
    for role, cells in reading.beside.items():
        yield from (TextOfPlan(cell.text, role) for cell in cells)
        if not any(cell.text.endswith(".") for cell in cells):
            yield TextOfPlan(", ".join(cell.text for cell in cells), role)
    for answer in plan.answers:
        for item in answer.items:
            more = item.measure if isinstance(item, Goal) else None
            yield TextOfPlan(f"{item.text}. {more}" if more else item.text, answer.key)
    apart = {key: value for key, value in reading.data.items() if isinstance(value, str) and key not in QUESTIONS}
    yield from (TextOfPlan(f"{key}: {value}") for key, value in apart.items())
    yield from (TextOfPlan(cell.text) for cell in (*reading.of_a_letter, *reading.unread))


def _unsound(found: Iterable[Complaint]) -> Iterable[str]:
    """Name the answers with a part of a wrong type; a part that is only empty leaves the others readable."""
    for complaint in found:
        if complaint.keyword == "type" and complaint.value is not None:
            yield str(complaint.path[0]) if complaint.path else ""
