"""What a plan says, in English names, whatever language it was written in.

Every part knows its `path`: the English keys and positions that lead to it (`("goals", 0)`), from which
`Reading` finds the place in the file and the words that the writer used.
"""

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar, get_args

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import Language
from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.dates import When
from sto_cli.plans.reading.budget import Budget, Payer
from sto_cli.register.profiles import PROFILES

QuestionKey = Literal["vision", "goals", "activities", "milestones", "cooperation", "resources"]
QUESTIONS: tuple[QuestionKey, ...] = ("vision", "goals", "activities", "milestones", "cooperation", "resources")
"""The six questions, in the order of the programme's flyer: question 1 is the first."""

Form = Literal[
    "elective", "practical-programme", "non-technical-profile", "lower-years", "theoretical-route", "technical-profile"
]
FORMS: tuple[Form, ...] = get_args(Form)
"""The forms in which pupils can meet technology (flyer), and better quality in the technical profiles themselves."""

PartnerKind = Literal["po", "vo", "mbo", "company", "other"]
PARTNER_KINDS: tuple[PartnerKind, ...] = ("po", "vo", "mbo", "company", "other")

GivenAs = Literal["missing", "wrong", "empty", "text", "list"]
"""How an answer was given: not at all, in a shape that cannot be read, empty, as one text, or as a list."""


@dataclass(frozen=True, slots=True)
class FreeText:
    """A piece of free text (regiovisie)."""

    text: str
    path: KeyPath = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """Doel. `measure` says how one sees that it is reached; `id` is what activities refer to.

    `measured` says what came of it so far.
    """

    text: str
    id: str | None = None
    measure: str | None = None
    path: KeyPath = ()
    measured: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """Activiteit, with the ids of the goals it serves, and its forms (none: not named, or not a known one)."""

    text: str
    goals: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    path: KeyPath = ()

    @property
    def form(self) -> Form | None:
        """The first of its forms."""
        return self.forms[0] if self.forms else None


@dataclass(frozen=True, slots=True)
class Milestone:
    """Mijlpaal. `written` is what was given as its date, and `date` what that says.

    Where no date was given, `date` is the one that the text names plainly. It is None when there is neither, or it
    cannot be read. `reached` is None where the plan does not say whether it is, or `reached_written`, what was given
    for it, cannot be understood; `reached_on` is when it was.
    """

    text: str
    date: When | None = None
    written: str | None = None
    path: KeyPath = ()
    reached: bool | None = None
    reached_on: When | None = None
    reached_written: str | None = None

    @property
    def date_path(self) -> KeyPath:
        """The path to what says the date: the date itself, or the text that names it."""
        return self.path if self.written is None else (*self.path, "date")


@dataclass(frozen=True, slots=True)
class Partner:
    """Someone to cooperate with; in free text, the whole text stands in `text`."""

    text: str
    kind: PartnerKind | None = None
    how: str | None = None
    path: KeyPath = ()

    @property
    def name(self) -> str:
        """What it is called: its text without what it does, where that stands behind it."""
        return self.text.strip().removesuffix((self.how or "").strip()).rstrip(" \n:-–—") or self.text.strip()


CostRole = Literal["cost", "total", "payer", "request"]


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that is needed.

    `amount` is None when none is given or it cannot be read; `written` is what was given as it, and `amounts` are
    those that the text names where nothing was. `cofinancing` says whether others than the subsidy pay (a part of)
    it; None: not stated. `paid` is the part that they pay, in euro cents; None: all of it. `role` tells lines apart
    that are no cost but speak of the costs: the total, who pays of
    it, and what is asked of the region. `spent` is what was spent of it so far (None: not said, or
    `spent_written`, what was given for it, is no plain amount). `payer` is
    who pays it (or a part of it), `payer_written` the words for that where they are given (`is_classed`: they say of
    which kind that is), `year` when it is needed.
    """

    text: str
    amount: Amount | None = None
    written: str | None = None
    cofinancing: bool | None = None
    path: KeyPath = ()
    paid: int | None = None
    amounts: tuple[Amount, ...] = ()
    role: CostRole = "cost"
    spent: Amount | None = None
    spent_written: str | None = None
    payer: Payer | None = None
    payer_written: str | None = None
    is_classed: bool = True
    year: str | None = None

    @property
    def cofinanced(self) -> int:
        """What others pay of this, in euro cents; 0 where that is not known."""
        if not self.cofinancing:
            return 0
        return self.paid if self.paid is not None else self.amount.cents if self.amount is not None else 0


Item_co = TypeVar("Item_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Answer(Generic[Item_co]):
    """The answer to one of the six questions.

    `items` holds one item for a text, one per entry for a list (entries whose shape is wrong are left out).
    `sound` is False when the answer, or a part of it, has a shape that cannot be read: rules about its meaning
    then stay silent.
    """

    key: QuestionKey
    style: GivenAs = "missing"
    items: tuple[Item_co, ...] = ()
    sound: bool = True

    @property
    def question(self) -> int:
        """The number of the question, 1 to 6."""
        return QUESTIONS.index(self.key) + 1

    @property
    def given(self) -> bool:
        """Whether there is something to read."""
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan: what a school hands to its region.

    `language` is that of its keys. `school` and `region` are as written (a vestigingscode in capitals); `profiles`
    holds codes (`ZW`) and `forms` the English names, both without what is not known; `own_forms` are those that are
    none of the known ones, as written. `pupils` is the number of
    pupils that the plan reaches, where its texts leave no doubt. `money` is the
    budget as it agrees with itself.
    """

    language: Language
    title: str | None = None
    school: str | None = None
    region: str | None = None
    profiles: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    own_forms: tuple[str, ...] = ()
    start: When | None = None
    end: When | None = None
    vision: Answer[FreeText] = Answer("vision")
    goals: Answer[Goal] = Answer("goals")
    activities: Answer[Activity] = Answer("activities")
    milestones: Answer[Milestone] = Answer("milestones")
    cooperation: Answer[Partner] = Answer("cooperation")
    resources: Answer[Resource] = Answer("resources")
    total: Amount | None = None
    pupils: int | None = None
    money: Budget = field(default_factory=Budget)

    @property
    def answers(self) -> tuple[Answer[FreeText | Goal | Activity | Milestone | Partner | Resource], ...]:
        """The six answers, in the order of the questions."""
        return (self.vision, self.goals, self.activities, self.milestones, self.cooperation, self.resources)

    @property
    def all_forms(self) -> tuple[Form, ...]:
        """The forms named at the top and those of the activities, in the order of the flyer.

        A plan on technical profiles alone that names none is on their quality.
        """
        named = {*self.forms, *(form for activity in self.activities.items for form in activity.forms)}
        technical = bool(self.profiles) and all(code in PROFILES and PROFILES[code].technical for code in self.profiles)
        return tuple(form for form in FORMS if form in named) or (("technical-profile",) if technical else ())

    @property
    def costs(self) -> int | None:
        """The amounts of all costs together, in euro cents; None when not one is given."""
        return self.money.listed

    @property
    def budget(self) -> int | None:
        """The stated total, else the costs, in euro cents; None when neither is given."""
        return self.money.total

    @property
    def cofinancing(self) -> int | None:
        """What others than the subsidy pay, in euro cents; None when it is nowhere stated."""
        return self.money.others
