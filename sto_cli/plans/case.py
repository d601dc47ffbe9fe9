"""What a rule looks at: the plan as it was read, the register when a plan names something in it, and the day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar, cast

from sto_cli.files.schema import Complaint
from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Place, Severity
from sto_cli.messages import Message
from sto_cli.plans.language.copied import is_copied
from sto_cli.plans.language.placeholders import amount_to_come, is_placeholder, refers_to_last_year
from sto_cli.plans.model import QUESTIONS, Activity, Answer, FreeText, Goal, Milestone, Partner, Plan, Resource
from sto_cli.plans.reading.as_read import Reading
from sto_cli.plans.reading.budget import BudgetLine
from sto_cli.plans.reading.school_in_texts import names_another, own_texts, school_in_texts
from sto_cli.plans.reading.schools import Meant, are_one, school_meant
from sto_cli.register.model import School
from sto_cli.register.register import Register

LighterCase = Literal[
    "nearest-region", "known-institution", "name-in-words", "both-languages", "understood-heading", "no-profile",
    "nearly-a-tenth", "more-about-a-point", "rough-amount",
    "alike-costs", "own-heading", "beside-the-question", "own-kind", "open-place", "no-goal-named",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flaw:
    """One sentence about one part of a plan, and what to do about it.

    `path` leads to the part by English names; the mark is put on the value, on the heading above it, or at `place`.
    `replacement` is what a repair may write in that place. `lighter` names
    the case in which it weighs less than its rule says (see `sto_cli.plans.severity`).
    """

    path: KeyPath
    message: Message
    hint: Message | None = None
    on: Literal["value", "heading"] = "value"
    place: Place | None = None
    replacement: str | None = None
    fixable: bool = False
    lighter: LighterCase | None = None
    rests_on: tuple[KeyPath, ...] = ()
    """Other parts of the plan that it is held against: where one of these was guessed, it may be wrong instead."""
    written: str | None = None
    """The path in the writer's words, where `path` does not lead there (a heading that is not known)."""


AnyItem = FreeText | Goal | Activity | Milestone | Partner | Resource
Item = TypeVar("Item", bound=AnyItem)


LONGEST_TEXT = 10_000
"""Characters of one answer that rules look at: the longest of the example plans has 1,500, a page has 3,000."""


def _cut(plan: Plan) -> Plan:
    """Return a plan without the rest of its very long texts."""
    answers = {
        answer.key: answer for answer in plan.answers if any(len(item.text) > LONGEST_TEXT for item in answer.items)
    }
    shorter = {
        key: replace(answer, items=tuple(replace(item, text=item.text[:LONGEST_TEXT]) for item in answer.items))
        for key, answer in answers.items()
    }
    return replace(plan, **shorter)  # type: ignore[arg-type]


@dataclass
class Case:
    """One plan before the rules. Rules about what a plan says are asked only when there is a plan."""

    reading: Reading
    source: Register | Callable[[], Register] | None = None
    today: date | None = None
    _meant: dict[str, tuple[AnyItem, ...]] = field(default_factory=dict)

    @cached_property
    def plan(self) -> Plan:
        """The plan, very long texts cut; only for rules that are asked when there is one."""
        plan = self.whole_plan
        return _cut(plan) if len(self.reading.source) > LONGEST_TEXT else plan

    @cached_property
    def whole_plan(self) -> Plan:
        """The plan, with the school that its texts name where no label does, or none that the register knows."""
        plan = self.reading.plan
        assert plan is not None  # noqa: S101 - see `judging`
        texts = own_texts(self.reading) if plan.school is None or "school" in self.reading.told else []
        if not texts or self.register is None:
            return plan
        if plan.school and self._meant_by(plan).known:
            texts = [one for one in texts if names_another(one.text, plan.school)]
        named = school_in_texts(texts, self.register)
        return plan if named is None else replace(plan, school=named)

    @property
    def data(self) -> dict[str, object]:
        """The plan's data under English names."""
        return cast("dict[str, object]", self.reading.english.data)

    @cached_property
    def register(self) -> Register | None:
        """The register, loaded when first asked for."""
        return self.source() if callable(self.source) else self.source

    @cached_property
    def school(self) -> School | None:
        """The plan's school as the register knows it, found by its code or its name."""
        return self.meant_school.school

    @cached_property
    def meant_school(self) -> Meant:
        """The plan's school, or the schools that it may mean."""
        return self._meant_by(self.plan)

    def _meant_by(self, plan: Plan) -> Meant:
        if not plan.school or self.register is None or is_placeholder(plan.school):
            return Meant()
        return school_meant(self.register, plan, self.today)

    @property
    def likely_school(self) -> School | None:
        """The plan's school, or the one whose name stands beside a code that does not exist."""
        return self.school or self.meant_school.by_name

    @property
    def possible_schools(self) -> Sequence[School]:
        """The schools of the plan, or all of one institution that it may mean: what is so for each is so for it."""
        if self.likely_school is not None:
            return (self.likely_school,)
        if self.meant_school.together:
            return self.meant_school.together
        possible = self.meant_school.possible or self.meant_school.alike
        return possible if are_one(possible) else ()

    @property
    def settled_plan(self) -> Plan | None:
        """The plan with the code of its school, or the codes of its schools, in the place of the name."""
        if self.reading.plan is None or self.register_is_unused:
            return self.reading.plan
        codes = ", ".join(school.id for school in self.schools)
        return replace(self.whole_plan, school=codes) if codes else self.whole_plan

    @property
    def schools(self) -> Sequence[School]:
        """The schools of the plan, as the register knows them: one mostly, none where it names none that is known."""
        return (self.school,) if self.school is not None else self.meant_school.together

    @property
    def register_is_unused(self) -> bool:
        """Whether no rule has asked for the register: then it is not loaded for anything else either."""
        return "register" not in self.__dict__

    def word(self, *path: str | int) -> str:
        """Return the writer's word for a heading."""
        return self.reading.word(*path)

    def has(self, *path: str | int) -> bool:
        """Whether a heading was written."""
        return path in self.reading.english.words

    def written(self, *path: str | int) -> object:
        """Return what was written under a heading, by its English path; None when nothing was."""
        value: object = self.data
        for part in path:
            if isinstance(value, dict) or (isinstance(value, list) and isinstance(part, int)):
                value = value.get(part) if isinstance(value, dict) else value[part]  # type: ignore[index]
            else:
                return None
        return value

    def says(self, *path: str | int) -> bool:
        """Whether something was written under a heading."""
        return self.written(*path) is not None

    def complaints(self, *keywords: str) -> Iterator[Complaint]:
        """Yield what the schema does not allow, by its keywords."""
        return (complaint for complaint in self.reading.complaints if complaint.keyword in keywords)

    def found(self, rule: str) -> Iterator[Flaw]:
        """Yield what reading found for a rule."""
        for finding in self.reading.findings:
            if finding.rule == rule:
                yield Flaw(
                    (), finding.message, finding.hint, place=finding.place, fixable=finding.fixable,
                    replacement=finding.replacement, written=finding.path,
                )  # fmt: skip

    def money_path(self, line: BudgetLine | None) -> KeyPath:
        """Return the English path to a line of the budget: the total, or the answer on resources."""
        total = self.reading.english.words.get(("total",))
        resources = self.reading.english.words.get(("resources",))
        if line is None or not line.path:
            return ("resources",)
        if line.path[0] == total:
            return ("total",)
        row = line.path[1] if len(line.path) > 1 and line.path[0] == resources else None
        return ("resources", row) if isinstance(row, int) else ("resources",)

    def meant(self, answer: Answer[Item]) -> tuple[Item, ...]:
        """Return the parts of an answer whose meaning can be judged: sound, with a text that is an answer."""
        known = self._meant.get(answer.key)
        if known is None:
            known = tuple(item for item in answer.items if item.text and is_answer(item))
            self._meant[answer.key] = known if answer.sound else ()
        return cast("tuple[Item, ...]", self._meant[answer.key])

    def settled(self, answer: Answer[Item]) -> bool:
        """Whether an answer is sound, and not one part of it is open, so that something can be missed in it."""
        return bool(answer.items) and len(self.meant(answer)) == len(answer.items)


def is_answer(item: AnyItem) -> bool:
    """Whether a part is an answer of the writer's own: no placeholder, no copied example, no "idem als vorig jaar"."""
    return not (is_placeholder(item.text) or is_copied_item(item) or refers_to_last_year(item.text))


def is_whole(item: AnyItem) -> bool:
    """Whether a part is an answer, and nothing that stands beside it is still to come: “Vervoer: p.m.” is not."""
    if isinstance(item, Resource) and item.amount is None and amount_to_come(item.text):
        return False
    details = item.how if isinstance(item, Partner) else getattr(item, "written", None)
    return bool(item.text) and is_answer(item) and not (details and is_placeholder(details))


def is_copied_item(item: AnyItem) -> bool:
    """Whether a part is an example; one with an own measure, or an own "how", was made the writer's own."""
    if isinstance(item, Resource) and " " not in item.text:
        return False  # “school”: who pays it, and also a word of the form
    detail = item.measure if isinstance(item, Goal) else item.how if isinstance(item, Partner) else None
    return is_copied(item.text) and (not detail or detail in item.text or is_copied(detail))


def question_of(path: KeyPath) -> int | None:
    """Return the number of the question that a part of a plan belongs to."""
    if not path:
        return None
    if path[0] == "total":
        return len(QUESTIONS)
    return QUESTIONS.index(path[0]) + 1 if path[0] in QUESTIONS else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, how heavy its findings are, what it rests on, and its check, whose docstring is its page.

    `source` is the id of a statement on the scheme (`sto_cli.register.scheme`), or one of `FROM_NO_TEXT`.
    """

    id: str
    severity: Severity
    source: str
    check: Callable[[Case], Iterator[Flaw]]


def rule(severity: Severity, source: str) -> Callable[[Callable[[Case], Iterator[Flaw]]], Rule]:
    """Make a rule of a check: the name of the function is that of the rule."""
    return lambda check: Rule(check.__name__.replace("_", "-"), severity, source, check)
