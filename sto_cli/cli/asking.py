"""Asks the six questions on a terminal, one by one, and fills in a draft."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import typer

from sto_cli.cli.screen import can_ask
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import N_, Message, message
from sto_cli.plans.amounts import Amount, read_amount
from sto_cli.plans.dates import When, read_when
from sto_cli.plans.draft import Draft, draft_for, goal_name
from sto_cli.plans.model import PARTNER_KINDS, Activity, Goal, Milestone, Partner, PartnerKind, QuestionKey, Resource
from sto_cli.plans.shape import HEADINGS, KIND_WORDS, YES_NO_WORDS, PlanHeading
from sto_cli.register.model import School
from sto_cli.render.terminal.layout import wrapped
from sto_cli.render.visible import visible

Value = TypeVar("Value")
PlanItem = TypeVar("PlanItem", Goal, Activity, Milestone, Partner, Resource)

ROOM = 88
"""Explanation is wrapped to this many columns: wider lines are hard to read."""


def fill_in(draft: Draft, session: Session, save: Callable[[Draft], None]) -> bool:
    """Ask for what the draft still lacks, saving after each question; return False when stopped halfway.

    Raises:
        UsageProblem: there is no terminal to ask on.
    """
    if not can_ask():
        raise UsageProblem(
            message("--ask asks on a terminal, and there is none here."),
            message("Leave --ask out: you then get a plan with the questions in it, to fill in."),
        )
    conversation = _Conversation(draft, session)
    try:
        for _ in conversation.steps():
            save(draft)
    except typer.Abort:  # Ctrl+C, or the end of the input
        print(file=sys.stderr)
        save(draft)
        return False
    return True


def detailed(entries: list[PlanItem], **details: Any) -> None:
    """Add details to the last entry: it stood there already, in case the talk stopped before they were given."""
    entries[-1] = replace(entries[-1], **details)


class _Conversation:
    """One talk; everything is said on standard error, so that the plan itself may go to standard output."""

    def __init__(self, draft: Draft, session: Session) -> None:
        self.draft = draft
        self.session = session
        self.headings = {heading.english: heading for heading in HEADINGS}

    def steps(self) -> Iterator[None]:
        """Ask one thing after another; each step is worth saving."""
        self.tell(message("Leave an answer empty when you do not know it yet: the question then stays open."))
        self.tell(message("You can stop at any time with Ctrl+C; what you answered is kept."))
        if self.draft.school is None:
            self.school()
            yield
        self.draft.title = self.ask(message("Title of the plan"))
        yield
        for key, question in self.questions().items():
            self.introduce(key)
            question()
            yield

    def questions(self) -> dict[QuestionKey, Callable[[], None]]:
        return {
            "vision": self.vision,
            "goals": self.goals,
            "activities": self.activities,
            "milestones": self.milestones,
            "cooperation": self.cooperation,
            "resources": self.resources,
        }

    # The questions

    def school(self) -> None:
        """Ask for the school until one is clearly meant, or the answer is empty."""
        while query := self.ask(message("Your school (name and place, or its code)")):
            answer = self.session.matcher.find(query)
            schools = [match.school for match in answer.candidates if match.school]
            found = answer.best.school if answer.best else self.one_of(schools)
            if found is not None:
                self.take(found)
                return
            self.tell(message("No school is found. Try a part of the name with the place, or leave it empty."))

    def one_of(self, schools: list[School]) -> School | None:
        if not schools:
            return None
        for number, school in enumerate(schools, start=1):
            parts = (school.name, school.address.street, school.town, school.id)
            self.print(f"{number:>3}  {', '.join(part for part in parts if part)}")
        chosen = self.ask(message("Which one? (number; empty for none)"))
        return schools[int(chosen) - 1] if chosen.isdecimal() and 1 <= int(chosen) <= len(schools) else None

    def take(self, school: School) -> None:
        known = draft_for(school, self.session.register, self.session.today)
        self.draft.school, self.draft.regions = known.school, known.regions
        region = known.regions.region if known.regions.certain else None
        if region is None:
            self.tell(message("{school}, {place}", school=school.name, place=school.town))
        else:
            self.tell(message("{school}, {place}: {region}", school=school.name, place=school.town, region=region.name))

    def vision(self) -> None:
        self.draft.vision = self.ask(message("Your answer"))

    def goals(self) -> None:
        for number, text in self.several(N_("Goal {number}")):
            self.draft.goals.append(Goal(text, goal_name(number, self.session.translator.language)))
            detailed(self.draft.goals, measure=self.ask_for("goals", "measure") or None)

    def activities(self) -> None:
        for _, text in self.several(N_("Activity {number}")):
            self.draft.activities.append(Activity(text))
            detailed(self.draft.activities, goals=self.goals_of_activity())

    def goals_of_activity(self) -> tuple[str, ...]:
        """Ask which goals an activity serves, by their numbers; with one goal there is nothing to ask."""
        goals = [goal.id or "" for goal in self.draft.goals]
        if len(goals) <= 1:
            return tuple(goals)
        written = self.ask(message("For which goals? (numbers, such as 1 or 1, 2)"))
        numbers = {word.strip(" .dg") for word in written.replace(",", " ").split()}
        return tuple(goal for number, goal in enumerate(goals, start=1) if str(number) in numbers)

    def milestones(self) -> None:
        for _, text in self.several(N_("Milestone {number}")):
            self.draft.milestones.append(Milestone(text))
            when = self.until(lambda: self.ask_for("milestones", "date", N_("for instance October 2026")), self.date)
            detailed(self.draft.milestones, date=when)

    def date(self, written: str) -> When | None:
        when = read_when(written)
        if when is None:
            self.tell(message("“{text}” is no date. Write 2026-10-01, 1 October 2026 or October 2026.", text=written))
        return when

    def cooperation(self) -> None:
        kinds = ", ".join(self.kind_word(kind) for kind in PARTNER_KINDS)
        for _, text in self.several(N_("Partner {number}")):
            self.draft.cooperation.append(Partner(text))
            kind: PartnerKind | None = self.until(lambda: self.ask_for("cooperation", "kind", kinds), self.kind)
            detailed(self.draft.cooperation, kind=kind)
            detailed(self.draft.cooperation, how=self.ask_for("cooperation", "how") or None)

    def kind(self, written: str) -> PartnerKind | None:
        kinds = {self.kind_word(kind): kind for kind in PARTNER_KINDS}
        if written.lower() not in kinds:
            self.tell(message("Choose one of these: {words}.", words=", ".join(kinds)))
        return kinds.get(written.lower())

    def resources(self) -> None:
        for _, text in self.several(N_("What is needed, {number}")):
            self.draft.resources.append(Resource(text))
            amount = self.until(lambda: self.ask_for("resources", "amount"), self.amount)
            detailed(self.draft.resources, amount=amount)
            paid = self.until(lambda: self.ask_for("resources", "cofinancing", "/".join(self.yes_no())), self.yes)
            detailed(self.draft.resources, cofinancing=paid)

    def amount(self, written: str) -> Amount | None:
        amount = read_amount(written)
        if amount is None:
            self.tell(message("“{text}” is no amount. Write it in digits: 12500.", text=written))
        return amount

    def yes(self, written: str) -> bool | None:
        yes, no = self.yes_no()
        answer = written.lower()
        return True if answer and yes.startswith(answer) else False if answer and no.startswith(answer) else None

    # Asking and telling

    def several(self, what: str) -> Iterator[tuple[int, str]]:
        """Ask for one entry after another, until an empty one."""
        number = 1
        while text := self.ask(message(what, number=str(number))):
            yield number, text
            number += 1

    def until(self, ask: Callable[[], str], read: Callable[[str], Value | None]) -> Value | None:
        """Ask until the answer can be read, or is empty."""
        while written := ask():
            value = read(written)
            if value is not None:
                return value
        return None

    def ask_for(self, key: QuestionKey, detail: str, more: str = "") -> str:
        """Ask for a detail of an entry by its title, with what may be answered behind it."""
        title = self.session.translator.text(self.heading(key, detail).title)
        shown = self.session.translator.text(more)
        return self.prompt(f"  {title} ({shown})" if more else f"  {title}")

    def ask(self, question: Message) -> str:
        return self.prompt(self.session.translator.say(question))

    def prompt(self, text: str) -> str:
        return str(typer.prompt(visible(text), default="", show_default=False, err=True)).strip()

    def introduce(self, key: QuestionKey) -> None:
        heading = self.headings[key]
        self.print("")
        self.tell(message(heading.title))
        self.tell(message(heading.description))

    def tell(self, sentence: Message) -> None:
        for line in wrapped(visible(self.session.translator.say(sentence)), 0, ROOM):
            self.print("".join(text for text, _ in line))

    def print(self, text: str) -> None:
        print(visible(text), file=sys.stderr)

    def heading(self, key: QuestionKey, detail: str) -> PlanHeading:
        items = self.headings[key].shape.items
        assert items is not None  # noqa: S101 - every answer but the first is a list
        return next(heading for heading in items.group if heading.english == detail)

    def kind_word(self, kind: PartnerKind) -> str:
        return KIND_WORDS[kind] if self.session.translator.language == "nl" else kind

    def yes_no(self) -> tuple[str, str]:
        dutch = self.session.translator.language == "nl"
        yes, no = (YES_NO_WORDS[word] if dutch else word for word in ("yes", "no"))
        return yes, no
