"""Asks what a new plan holds on a terminal, one thing at a time, and fills in a draft."""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, Literal, TypeVar

import typer

from sto_cli.cli.conversation import Conversation, WentBack
from sto_cli.cli.screen import can_ask
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import N_, Message, message
from sto_cli.plans.draft import Draft, draft_for, goal_name
from sto_cli.plans.language.amounts import read_amount
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.named_profiles import forms_in, profiles_in
from sto_cli.plans.language.partner_kinds import kind_meant
from sto_cli.plans.language.periods import period_in
from sto_cli.plans.language.times import read_when, time_meant
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import (
    FORMS,
    PARTNER_KINDS,
    QUESTIONS,
    Activity,
    Form,
    Goal,
    Milestone,
    Partner,
    QuestionKey,
    Resource,
)
from sto_cli.plans.reading.form_texts import example_of
from sto_cli.plans.reading.shape import HEADINGS, KIND_WORDS, YES_NO_WORDS, PlanHeading
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES
from sto_cli.render.words import FORM_NAMES

Entry = TypeVar("Entry", Goal, Activity, Milestone, Partner, Resource)

Ended = Literal["whole", "stopped", "nothing"]
"""How a talk ended: to its end, stopped halfway with answers, or before anything was answered."""


def fill_in(draft: Draft, session: Session, save: Callable[[Draft], None]) -> Ended:
    """Ask for what the draft still lacks, saving what was answered before each question.

    Raises:
        UsageProblem: there is no terminal to ask on.
    """
    if not can_ask():
        raise UsageProblem(
            message("--ask asks on a terminal, and there is none here."),
            message("Leave --ask out: you then get a plan with the questions in it, to fill in."),
        )
    talk = Conversation(session.translator)
    talk.tell(message("Leave an answer empty when you do not know it yet: the question then stays open."))
    talk.tell(
        message("Type < to go back one question. You can stop at any time with Ctrl+C; what you answered is kept.")
    )
    while True:
        asking = _Asking(Draft(draft.school, draft.regions), session, talk)
        talk.keep = partial(save, asking.draft)
        try:
            asking.all()
        except WentBack:
            talk.go_back()
        except typer.Abort:  # Ctrl+C, or the end of the input
            print(file=sys.stderr)
            if not talk.answered:
                return "nothing"
            save(asking.draft)
            return "stopped"
        else:
            save(asking.draft)
            return "whole"


def detailed(entries: list[Entry], **details: Any) -> None:
    """Add details to the last entry: it stood there already, in case the talk stopped before they were given."""
    entries[-1] = replace(entries[-1], **details)


class _Asking:
    """The questions about one plan, asked in a talk."""

    def __init__(self, draft: Draft, session: Session, talk: Conversation) -> None:
        self.draft = draft
        self.session = session
        self.talk = talk
        self.headings = {heading.english: heading for heading in HEADINGS}

    def all(self) -> None:
        """Ask one thing after another."""
        if self.draft.school is None:
            self.school()
        self.title()
        self.profiles()
        self.forms()
        self.period()
        for key in QUESTIONS:
            self.introduce(key)
            getattr(self, key)()

    # The school and the plan as a whole

    def school(self) -> None:
        """Ask for the school until one is clearly meant, or the answer is empty."""
        question = message("Your school (name and place, or its code)")
        found = self.talk.until(question, self.school_meant)
        if found is not None:
            self.take(found)

    def school_meant(self, query: str) -> School | None:
        answer = self.session.matcher.find(query)
        if answer.best and answer.best.school:
            return answer.best.school
        possible = [match.school for match in answer.candidates if match.school]
        if not possible:
            self.talk.tell(message("No school is found. Try a part of the name with the place, or leave it empty."))
        return self.one_of(possible) if possible else None

    def one_of(self, schools: list[School]) -> School | None:
        for number, school in enumerate(schools, start=1):
            parts = (school.name, school.address.street, school.town, school.id)
            self.talk.print(f"{number:>3}  {', '.join(part for part in parts if part)}")
        question = message("Which one? (number; empty for none)")
        chosen = self.talk.until(question, partial(self.talk.numbers, last=len(schools)))
        return schools[chosen[0] - 1] if chosen else None

    def take(self, school: School) -> None:
        known = draft_for(school, self.session.register, self.session.today)
        self.draft.school, self.draft.regions = known.school, known.regions
        region = known.regions.region if known.regions.certain else None
        if region is None:
            self.talk.tell(message("{school}, {place}", school=school.name, place=school.town))
        else:
            self.talk.tell(
                message("{school}, {place}: {region}", school=school.name, place=school.town, region=region.name)
            )

    def title(self) -> None:
        example = message("for instance: {example}", example=message("Technology lab in the lower years"))
        self.draft.title = self.talk.text(_with(message("Title of the plan"), example))

    def profiles(self) -> None:
        """Ask which profiles the plan is about; those of the school are offered."""
        offered = self.draft.offered
        more = (
            message("Enter for all of your school: {profiles}", profiles=", ".join(offered))
            if offered
            else message("such as D&P, Z&W or PIE")
        )
        question = _with(message("Profiles that the plan is about"), more)
        self.draft.profiles = self.talk.until(question, self.profiles_meant) or ()

    def profiles_meant(self, written: str) -> tuple[str, ...] | None:
        known = tuple(code for code in profiles_in(written, asked=True) if not PROFILES[code].combined)
        if not known:
            all_of_them = ", ".join(code for code, profile in PROFILES.items() if not profile.combined)
            self.talk.tell(
                message("{text} is no profile of the vmbo. Choose from: {profiles}.", text=quoted(written),
                        profiles=all_of_them)
            )  # fmt: skip
            return None
        named = "; ".join(f"{PROFILES[code].name} ({code})" for code in known)
        self.talk.tell(Message("{profiles}", {"profiles": named}))
        return known

    def forms(self) -> None:
        self.talk.print("")
        self.talk.tell(message("In which form will pupils meet technology?"))
        self.listed(self.text(FORM_NAMES[form]) for form in FORMS)
        question = message("Forms (numbers, such as 1 or 1, 2)")
        self.draft.forms = self.talk.until(question, lambda said: self.chosen(said, FORMS)) or ()

    def chosen(self, written: str, forms: tuple[Form, ...]) -> tuple[Form, ...] | None:
        """Return the forms that were chosen by number, or named."""
        numbered = {str(number): form for number, form in enumerate(forms, start=1)}
        parts = [part.strip(" .") for part in re.split(r"[,;]", written)]
        parts = parts if len(parts) > 1 else re.split(r"\s+(?:en |and )?(?=\d)", written)
        found = [[numbered[part]] if part in numbered else forms_in(part, asked=True) for part in parts]
        if all(found) and all(form in forms for some in found for form in some):
            return tuple(dict.fromkeys(form for some in found for form in some))
        self.talk.not_listed(written)
        return None

    def period(self) -> None:
        self.talk.print("")
        # Apart from the call: Babel 2.14 takes any text in it for one to translate.
        said = self.headings["period"].description
        self.talk.tell(message(said))
        question = message("From when until when? (for instance: August 2026 to July 2028)")
        self.draft.period = self.talk.until(question, period_in, _no_period)
        if self.draft.period is not None:
            start, end = self.draft.period
            self.talk.tell(message("{start} up to and including {end}", start=start.first, end=end.last))

    # The six questions

    def introduce(self, key: QuestionKey) -> None:
        heading = self.headings[key]
        self.talk.print("")
        for sentence in (message(heading.title), message(heading.description), example_of(key)):
            self.talk.tell(sentence)

    def vision(self) -> None:
        self.draft.vision = self.talk.text(message("Your answer"))

    def goals(self) -> None:
        for number, text in self.talk.several(N_("Goal {number}")):
            self.draft.goals.append(Goal(text, goal_name(number, self.session.translator.language)))
            detailed(self.draft.goals, measure=self.detail("goals", "measure"))

    def activities(self) -> None:
        goals = [goal.text for goal in self.draft.goals]
        if len(goals) > 1:
            self.talk.tell(message("Your goals:"))
            self.listed(goals)
        for _, text in self.talk.several(N_("Activity {number}")):
            self.draft.activities.append(Activity(text))
            detailed(self.draft.activities, goals=self.goals_of_activity())
            detailed(self.draft.activities, forms=self.forms_of_activity())

    def goals_of_activity(self) -> tuple[str, ...]:
        """Ask which goals an activity serves, by their numbers; with one goal there is nothing to ask."""
        goals = [goal.id or "" for goal in self.draft.goals]
        if len(goals) <= 1:
            return tuple(goals)
        question = _inside(message("For which goals? (numbers, such as 1 or 1, 2)"))
        numbers = self.talk.until(question, partial(self.talk.numbers, last=len(goals)))
        return tuple(goals[number - 1] for number in sorted(numbers or ()))

    def forms_of_activity(self) -> tuple[Form, ...]:
        """Ask in which of the forms of the plan an activity is, where there are any."""
        forms = self.draft.forms
        if not forms:
            return ()
        offered = ", ".join(f"{number} {self.text(FORM_NAMES[form])}" for number, form in enumerate(forms, start=1))
        question = _inside(message("In which form? ({forms}; Enter for none)", forms=offered))
        return self.talk.until(question, lambda written: self.chosen(written, forms)) or ()

    def milestones(self) -> None:
        for _, text in self.talk.several(N_("Milestone {number}")):
            self.draft.milestones.append(Milestone(text))
            detailed(self.draft.milestones, date=self.value("milestones", "date", self.date, _no_date, FOR_DATE))

    def date(self, written: str) -> When | None:
        period = self.draft.period
        return read_when(written) or time_meant(written, (period[0].first, period[1].last) if period else None)

    def cooperation(self) -> None:
        words = [KIND_WORDS[kind] if self.session.translator.language == "nl" else kind for kind in PARTNER_KINDS]
        for _, text in self.talk.several(N_("Partner {number}")):
            self.draft.cooperation.append(Partner(text))
            detailed(self.draft.cooperation, kind=self.choice("cooperation", "kind", kind_meant, words))
            detailed(self.draft.cooperation, how=self.detail("cooperation", "how"))

    def resources(self) -> None:
        dutch = self.session.translator.language == "nl"
        yes_no = [YES_NO_WORDS[word] if dutch else word for word in ("yes", "no")]
        for _, text in self.talk.several(N_("What is needed, {number}")):
            self.draft.resources.append(Resource(text))
            detailed(self.draft.resources, amount=self.value("resources", "amount", read_amount, _no_amount))
            meant = partial(_yes_meant, yes_no)
            detailed(self.draft.resources, cofinancing=self.choice("resources", "cofinancing", meant, yes_no, "/"))

    # Details of an entry

    def detail(self, key: QuestionKey, detail: str) -> str | None:
        """Ask for a text about an entry."""
        return self.talk.text(self.title_of(key, detail), detail=True) or None

    def value(
        self,
        key: QuestionKey,
        detail: str,
        read: Callable[[str], Any],
        complaint: Callable[[str], Message],
        more: str = "",
    ) -> Any:
        """Ask for something about an entry that must be readable, with what may be answered behind it."""
        title = self.title_of(key, detail)
        return self.talk.until(_with(title, message(more)) if more else title, read, complaint)

    def choice(
        self, key: QuestionKey, detail: str, read: Callable[[str], Any], words: list[str], between: str = ", "
    ) -> Any:
        """Ask for one of some words about an entry."""
        none = message("Choose one of these: {words}.", words=", ".join(words))
        return self.value(key, detail, lambda written: read(written.lower()), lambda _: none, between.join(words))

    def title_of(self, key: QuestionKey, detail: str) -> Message:
        return _inside(Message(self.heading(key, detail).title))

    def heading(self, key: QuestionKey, detail: str) -> PlanHeading:
        items = self.headings[key].shape.items
        assert items is not None  # noqa: S101 - every answer but the first is a list
        return next(heading for heading in items.group if heading.english == detail)

    # Words

    def listed(self, texts: Iterable[str]) -> None:
        for number, text in enumerate(texts, start=1):
            self.talk.print(f"  {number}  {text}")

    def text(self, msgid: str) -> str:
        return self.session.translator.text(msgid)


FOR_DATE = N_("for instance October 2026")


def _no_date(written: str) -> Message:
    return message("“{text}” is no date. Write 2026-10-01, 1 October 2026 or October 2026.", text=written)


def _no_amount(written: str) -> Message:
    return message("“{text}” is no amount. Write it in digits: 12500.", text=written)


def _no_period(written: str) -> Message:
    return message("{text} is no period. Write a begin and an end: August 2026 to July 2028.", text=quoted(written))


def _yes_meant(words: list[str], written: str) -> bool | None:
    """Return what a beginning of yes or no says."""
    return next((word is words[0] for word in words if word.startswith(written)), None)


def _with(question: Message, more: Message) -> Message:
    return Message("{question} ({more})", {"question": question, "more": more})


def _inside(question: Message) -> Message:
    """Set a question about an entry in from the entry."""
    return Message("  {question}", {"question": question})
