"""A plan to fill in: the six questions with explanation as comments, the answers that are known in their places."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sto_cli.files.yaml.writer import yaml_text
from sto_cli.messages import N_, Language, Message, Translator, message, one_of
from sto_cli.plans.draft import Draft, goal_name
from sto_cli.plans.language.placeholders import TEMPLATE_TEXT
from sto_cli.plans.model import QUESTIONS, Activity, Goal, Milestone, Partner, QuestionKey, Resource
from sto_cli.plans.reading.form_texts import BY_NAME, EYEBROW, FACT_REMARKS, PLATFORMS, example_of
from sto_cli.plans.reading.shape import FORM_WORDS, KIND_WORDS, YES_NO_WORDS, PlanHeading
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES
from sto_cli.render.visible import visible
from sto_cli.steps.plan import MAP

COMMENT_WIDTH = 120
"""An example stands on one line, and the window of Notepad shows it."""

WrittenParts = dict[str, str | None]
"""The values of one entry by their English headings, as they are to be written."""


def plan_template(draft: Draft, translator: Translator) -> str:
    """Return a plan as YAML with comments, in the language of the translator."""
    return "\n".join(_Template(draft, translator).lines()) + "\n"


class _Template:
    """One plan in one language."""

    def __init__(self, draft: Draft, translator: Translator) -> None:
        self.draft = draft
        self.translator = translator
        self.language: Language = translator.language
        self.open = TEMPLATE_TEXT[self.language]

    def lines(self) -> Iterator[str]:
        yield from self.introduction()
        yield from self.header()
        for key in QUESTIONS:
            yield from self.question(key)
        yield from self.total()
        yield from self.pages()

    # Around the questions

    def introduction(self) -> Iterator[str]:
        explained = self.text(N_("What stands behind a # is explanation, and may go."))
        yield from self.comment(f"{self.text(EYEBROW)}. {explained}")
        yield from self.said(
            message("Write your answers in the place of “{open}”. Keep the words before the colons.", open=self.open)
        )
        yield from self.comment(self.text(N_("Ready? Check the plan with: sto validate, and the name of this file.")))

    def header(self) -> Iterator[str]:
        school, title = self.draft.school, self.draft.title
        yield from self.field("title", yaml_text(title) if title else "", None if title else self.fact("title"))
        yield from self.field("school", school.id if school else "", _named(school) if school else self.fact("school"))
        yield from self.region()
        yield from self.profiles()
        yield from self.forms()
        yield from self.period()

    def field(self, key: str, value: str, remark: str | None, indent: str = "") -> Iterator[str]:
        """Write one line of the header with a remark behind it, or above it where that is too long."""
        line = f"{indent}{BY_NAME[key].word(self.language)}: {value}".rstrip()
        whole = f"{line}  # {visible(remark)}" if remark else line
        if remark and len(whole) > COMMENT_WIDTH:
            yield from self.comment(remark)
            whole = line
        yield whole

    def fact(self, key: str) -> str:
        """Return what the Word form says below this heading too."""
        return self.text(FACT_REMARKS[key])

    def region(self) -> Iterator[str]:
        """Write the region when it is certain; otherwise name the regions that it may be, and the map."""
        regions = [option.region for option in self.draft.regions.options]
        if self.draft.regions.certain and len(regions) == 1:
            yield from self.field("region", regions[0].id, regions[0].name)
            return
        if not regions:
            yield from self.field("region", "", self.fact("region"))
            return
        yield from self.field("region", "", self.say(message("see on the map which one it is: {map}", map=MAP)))
        yield from (f"#   {region.id}  ({visible(region.name)})" for region in regions)

    def profiles(self) -> Iterator[str]:
        chosen, offered = self.draft.profiles, self.draft.offered
        codes = ", ".join(chosen or offered)
        all_of_them = self.text(N_("take away the ones that the plan is not about"))
        remark = None if chosen else all_of_them if offered else self.fact("profiles")
        yield from self.field("profiles", f"[{codes}]" if codes else "", remark)

    def forms(self) -> Iterator[str]:
        words = ", ".join(self.choice(FORM_WORDS, form) for form in self.draft.forms)
        yield from self.field("forms", f"[{words}]" if words else "", None if words else self.fact("forms"))

    def period(self) -> Iterator[str]:
        yield from self.field("period", "", self.text(BY_NAME["period"].description))
        days = [when.iso for when in self.draft.period or ()] or ["", ""]
        for key, day in zip(("start", "end"), days, strict=True):
            yield from self.field(key, day, None if day else self.fact(key), "  ")

    def total(self) -> Iterator[str]:
        amounts = [resource.amount for resource in self.draft.resources]
        whole = sum(amount.cents for amount in amounts if amount) if amounts and all(amounts) else None
        value = "" if whole is None else f"{whole // 100}" if whole % 100 == 0 else f"{whole / 100:.2f}"
        yield from self.field("total", value, "" if value else self.text(BY_NAME["total"].description))

    def pages(self) -> Iterator[str]:
        """Point to the platforms with examples: those of the school's profiles, or all when none of them has one."""
        offered = (self.draft.school.profiles or {}) if self.draft.school else {}
        platforms = [profile for profile in PROFILES.values() if profile.platform]
        own = [profile for profile in platforms if profile.code in offered] or platforms
        places = ", ".join(f"{_short(profile.platform)} ({profile.code})" for profile in own if profile.platform)
        yield from self.comment(f"{self.text(PLATFORMS)} {places}")

    # The six questions

    def question(self, key: QuestionKey) -> Iterator[str]:
        heading = BY_NAME[key]
        yield ""
        title, description = self.text(heading.title), self.text(heading.description)
        whole = f"{title} {description}"
        for text in [whole] if len(whole) <= COMMENT_WIDTH - 2 else [title, description]:
            yield from self.comment(text)
        yield from self.said(example_of(key))
        if key == "vision":
            yield f"{heading.word(self.language)}: >"  # so that a colon or a # in the text does no harm
            yield from _wrapped(self.draft.vision or self.open, "  ")
        else:
            yield f"{heading.word(self.language)}:"
            for parts in self.answers(key) or [self.open_entry(key)]:
                yield from self.entry(heading, parts)

    def entry(self, heading: PlanHeading, parts: WrittenParts) -> Iterator[str]:
        """Write one entry of a list; an empty value leaves room to write, None leaves the heading out."""
        items = heading.shape.items
        words = {one.english: one.word(self.language) for one in items.group} if items else {}
        start = "  - "
        for key, value in parts.items():
            if value is not None:
                yield f"{start}{words[key]}: {value}".rstrip()
                start = "    "

    def open_entry(self, key: QuestionKey) -> WrittenParts:
        """Return an entry that is still to be written."""
        entries: dict[str, WrittenParts] = {
            "goals": {"id": goal_name(1, self.language), "goal": self.open, "measure": ""},
            "activities": {"activity": self.open, "goals": f"[{goal_name(1, self.language)}]", "form": ""},
            "milestones": {"date": "", "milestone": self.open},
            "cooperation": {"partner": self.open, "kind": self.choose_from(KIND_WORDS), "how": ""},
            "resources": {"item": self.open, "amount": "", "cofinancing": self.choose_from(YES_NO_WORDS)},
        }
        return entries[key]

    def answers(self, key: QuestionKey) -> list[WrittenParts]:
        """Return the entries that were answered."""
        write: dict[str, Callable[[Any], WrittenParts]] = {
            "goals": _goal,
            "activities": self.activity,
            "milestones": _milestone,
            "cooperation": self.partner,
            "resources": self.resource,
        }
        return [write[key](item) for item in getattr(self.draft, key)]

    def activity(self, activity: Activity) -> WrittenParts:
        goals = ", ".join(yaml_text(goal, in_list=True) for goal in activity.goals)
        forms = ", ".join(self.choice(FORM_WORDS, form) for form in activity.forms)
        form = f"[{forms}]" if len(activity.forms) > 1 else forms
        return {"activity": yaml_text(activity.text), "goals": f"[{goals}]" if goals else None, "form": form or None}

    def partner(self, partner: Partner) -> WrittenParts:
        kind = self.choice(KIND_WORDS, partner.kind) if partner.kind else None
        return {"partner": yaml_text(partner.text), "kind": kind, "how": _or_none(partner.how)}

    def resource(self, resource: Resource) -> WrittenParts:
        stated = resource.cofinancing
        yes_no = None if stated is None else self.choice(YES_NO_WORDS, "yes" if stated else "no")
        amount = resource.amount.digits if resource.amount else None
        return {"item": yaml_text(resource.text), "amount": amount, "cofinancing": yes_no}

    # Words

    def choose_from(self, words: Mapping[str, str]) -> str:
        """Return a remark in the place of a value: the words that may be chosen."""
        return " # " + self.translator.say(one_of([self.choice(words, word) for word in words]))

    def choice(self, words: Mapping[str, str], english: str) -> str:
        """Return a word that may be chosen, in the language of the plan."""
        return words[english] if self.language == "nl" else english

    def text(self, msgid: str) -> str:
        return self.translator.text(msgid)

    def say(self, sentence: Message) -> str:
        return self.translator.say(sentence)

    def comment(self, text: str) -> Iterator[str]:
        return _wrapped(text, "# ")

    def said(self, sentence: Message) -> Iterator[str]:
        return self.comment(self.say(sentence))


def _goal(goal: Goal) -> WrittenParts:
    return {"id": _or_none(goal.id), "goal": yaml_text(goal.text), "measure": _or_none(goal.measure)}


def _milestone(milestone: Milestone) -> WrittenParts:
    return {"date": milestone.date.iso if milestone.date else None, "milestone": yaml_text(milestone.text)}


def _named(school: School) -> str:
    return ", ".join(part for part in (school.name, school.town) if part)


def _short(address: str) -> str:
    """Return a web address as people say it."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def _or_none(text: str | None) -> str | None:
    return yaml_text(text) if text else None


def _wrapped(text: str, start: str) -> Iterator[str]:
    room = COMMENT_WIDTH - len(start)
    pieces = textwrap.wrap(visible(text), room, break_long_words=False, break_on_hyphens=False)
    return (start + piece for piece in pieces)
