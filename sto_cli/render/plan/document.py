"""A plan as a document for the talk with the programme manager."""

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from sto_cli.findings import Finding
from sto_cli.messages import N_, Message, Translator, all_of, counted, message
from sto_cli.plans.language.wording import said_between, said_in, said_when
from sto_cli.plans.model import Activity, Answer, Goal, Milestone, Partner, QuestionKey, Resource
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.talk import Talk
from sto_cli.register.profiles import PROFILES
from sto_cli.render import words
from sto_cli.render.document.model import Block, Bullets, Column, Document, Facts, Heading, Paragraph, Table, Value
from sto_cli.render.findings.text import SEVERITY_WORDS, outward_hint, said

SHORTEST = 140
"""Characters of a free text that stand for it in the summary: two lines."""

NAMED_PARTNERS = 4
"""Partners named in the summary; there are more under question 5."""

TALK_POINTS: dict[QuestionKey, str] = {
    "goals": N_("Which goals do you want to reach?"),
    "activities": N_("What will you do for that as a school?"),
    "milestones": N_("Which milestones will you reach?"),
    "cooperation": N_("How and with whom do you work together in the region?"),
    "resources": N_("What is needed?"),
}
"""What the flyer says that the talk is about (step 4)."""

BulletPoint = tuple[str, list[str]]

TITLES: dict[str, str] = {heading.english: heading.title for heading in HEADINGS}


def plan_document(talk: Talk, translator: Translator) -> Document:
    """Lay out a plan: who asks, the talk in five points, the six answers, and what the checks found."""
    title = talk.plan.title or translator.text(N_("Plan without a title"))
    return Document(title, list(_Page(talk, translator).blocks()))


class _Page:
    """One plan's document in one language."""

    def __init__(self, talk: Talk, translator: Translator) -> None:
        self.talk = talk
        self.plan = talk.plan
        self.translator = translator

    def blocks(self) -> Iterator[Block]:
        yield Facts(list(self.facts()))
        yield Heading(self.text(N_("The talk in five points")))
        yield Facts([(self.text(TALK_POINTS[key]), self.summary(key)) for key in TALK_POINTS])
        yield Heading(self.text(N_("The six questions")))
        for answer in self.plan.answers:
            yield Heading(self.text(TITLES[answer.key]), 3)
            yield from self.answer(answer.key)
        yield Heading(self.text(N_("Open points from the checks")))
        yield from self.open_points()
        if self.talk.read_as:
            yield Heading(self.text(N_("How it was read")))
            yield from self.readings()
        yield Paragraph(self.say(self.footer()), quiet=True)

    # Who asks

    def facts(self) -> Iterator[tuple[str, str]]:
        """Return what is known of the school, the region and the plan as a whole."""
        rows: list[tuple[str, str | None]] = [
            (N_("School"), self.school()),
            (N_("Kind of school"), self.kind()),
            (N_("STO region"), self.region()),
            (
                N_("Profiles"),
                "; ".join(
                    f"{PROFILES[code].name} ({words.PEOPLE_WRITE.get(code, code)})" for code in self.plan.profiles
                ),
            ),
            (N_("Form"), self.say(all_of(self.forms()))),
            (N_("Period"), self.period()),
        ]
        return ((self.text(label), value) for label, value in rows if value)

    def forms(self) -> list[str]:
        return words.form_names(self.plan.all_forms, self.plan.own_forms, self.translator)

    def school(self) -> str:
        if self.talk.schools:
            return "; ".join(", ".join(filter(None, (one.name, one.town, one.id))) for one in self.talk.schools)
        return self.plan.school or self.text(N_("not named"))

    def kind(self) -> str | None:
        kinds = dict.fromkeys(self.text(words.SCHOOL_KINDS[school.kind]) for school in self.talk.schools)
        return "; ".join(kinds) or None

    def region(self) -> str:
        region = self.talk.region
        if region is None:
            return self.plan.region or self.text(N_("not named"))
        if self.talk.region_basis is None:
            return region.name
        return self.say(message("{region} (according to the register; the plan names none)", region=region.name))

    def period(self) -> str | None:
        start, end = self.plan.start, self.plan.end
        if start and end:
            return self.say(said_between(start, end))
        if start:
            return self.say(message("from {start}", start=said_when(start)))
        return self.say(message("until {end}", end=said_when(end))) if end else None

    # The talk in five points

    def summary(self, key: QuestionKey) -> str:
        """Return an answer in a line or two."""
        answer = getattr(self.plan, key)
        if not self.answered(key):
            return self.text(N_("Not answered yet."))
        if _in_one_text(answer) and (key != "resources" or self.talk.costs.whole is None):
            return textwrap.shorten(answer.items[0].text, SHORTEST, placeholder=" …")
        in_short: dict[str, Callable[[], Message]] = {
            "goals": self.goals_in_short,
            "activities": self.activities_in_short,
            "milestones": self.milestones_in_short,
            "cooperation": self.partners_in_short,
            "resources": self.costs_in_short,
        }
        return self.say(in_short[key]())

    def goals_in_short(self) -> Message:
        goals = self.talk.told(self.plan.goals.items)
        measured = sum(bool(goal.measure) for goal in goals)
        if measured == len(goals):
            return counted("{n} goal, with a measure", "{n} goals, each with a measure", len(goals))
        if not measured:
            return counted("{n} goal", "{n} goals", len(goals))
        return message(
            "{goals}, {measured} with a measure", goals=counted("{n} goal", "{n} goals", len(goals)), measured=measured
        )

    def activities_in_short(self) -> Message:
        activities = counted("{n} activity", "{n} activities", len(self.talk.told(self.plan.activities.items)))
        forms = self.forms()
        if not forms:
            return activities
        return message("{activities}: {forms}", activities=activities, forms=all_of(forms))

    def milestones_in_short(self) -> Message:
        items = self.talk.told(self.talk.milestones)
        milestones = counted("{n} milestone", "{n} milestones", len(items))
        dated = [milestone.date for milestone in items if milestone.date]
        if not dated:
            return message("{milestones}, without a date", milestones=milestones)
        if dated[0] == dated[-1]:
            return message("{milestones}, {when}", milestones=milestones, when=said_in(dated[0]))
        return message("{milestones}, from {time}", milestones=milestones, time=said_between(dated[0], dated[-1]))

    def partners_in_short(self) -> Message:
        partners = [
            self.partner_name(partner).split("\n")[0] for partner in self.talk.told(self.plan.cooperation.items)
        ]
        rest = len(partners) - NAMED_PARTNERS
        if rest <= 1:
            return all_of(partners)
        named = ", ".join(partners[:NAMED_PARTNERS])
        return message("{names} and {rest} others", names=named, rest=rest)

    def costs_in_short(self) -> Message:
        costs = self.talk.costs
        if costs.whole is None:
            return counted("{n} item, without amounts", "{n} items, without amounts", len(self.plan.resources.items))
        total = words.euros(costs.whole, self.translator)
        if not costs.cofinancing and costs.too_low:
            open_ones = counted("{n} item without an amount", "{n} items without an amount", costs.unpriced)
            return message("{total}, {open_ones}", total=total, open_ones=open_ones)
        if not costs.cofinancing:
            return message("{total}", total=total)
        if costs.share is None:
            return message(
                "{total}; others than the subsidy pay {part}, which is more",
                total=total, part=words.euros(costs.cofinancing, self.translator),
            )  # fmt: skip
        return message(
            "{total}, of which {part} ({share}) is paid by others than the subsidy",
            total=total, part=words.euros(costs.cofinancing, self.translator), share=self.share(costs.share),
        )  # fmt: skip

    # The six answers

    def answered(self, key: QuestionKey) -> bool:
        answer = getattr(self.plan, key)
        return answer.given and answer.question not in self.talk.open_questions

    def answer(self, key: QuestionKey) -> Iterator[Block]:
        """Write one answer in full."""
        answer = getattr(self.plan, key)
        if not self.answered(key):
            yield Paragraph(self.text(N_("Not answered yet.")))
        elif key == "vision" or _in_one_text(answer):
            yield from (Paragraph(flowing(item.text)) for item in answer.items)
        elif key == "milestones":
            yield self.milestones()
        elif key == "resources":
            yield self.resources()
        else:
            yield Bullets([self.entry(item) for item in answer.items])
        if key == "resources" and answer.style == "text" and self.talk.costs.stated is not None:
            yield Facts([(self.text(N_("Total")), words.euros(self.talk.costs.stated, self.translator))])

    def entry(self, item: Goal | Activity | Partner) -> BulletPoint:
        """Write one entry of a list: its text, and the texts that belong to it."""
        match item:
            case Goal():
                return self.goal(item)
            case Activity():
                return self.activity(item)
            case Partner():
                return self.partner(item)

    def goal(self, goal: Goal) -> BulletPoint:
        text = f"{goal.id}: {goal.text}" if goal.id else goal.text
        measure = [self.say(message("Measure: {measure}", measure=goal.measure))] if goal.measure else []
        return text.strip(), measure

    def activity(self, activity: Activity) -> BulletPoint:
        details = []
        if activity.goals:
            goals = ", ".join(activity.goals)
            details.append(self.say(counted("For goal {goals}", "For goals {goals}", len(activity.goals), goals=goals)))
        if activity.forms:
            forms = all_of(words.form_names(activity.forms, (), self.translator))
            details.append(self.say(message("Form: {form}", form=forms)))
        return activity.text.strip(), details

    def partner(self, partner: Partner) -> BulletPoint:
        return self.partner_name(partner), [partner.how.strip()] if partner.how else []

    def partner_name(self, partner: Partner) -> str:
        name = partner.name
        return f"{name} ({self.text(words.PARTNER_NAMES[partner.kind])})" if partner.kind else name

    def milestones(self) -> Table:
        rows = [(self.when(one), "; ".join(self.talk.words_of(one).split("\n"))) for one in self.talk.milestones]
        columns = [Column(self.text(N_("When")), width=20), Column(self.text(N_("Milestone")), width=80)]
        return Table(self.text(N_("Milestones")), columns, rows)

    def when(self, milestone: Milestone) -> str:
        if milestone.date is not None:
            return self.say(said_when(milestone.date))
        return milestone.written or self.text(N_("no date"))

    def resources(self) -> Table:
        columns = [
            Column(self.text(N_("What is needed")), width=60),
            Column(self.text(N_("Amount")), "euro", 14),
            Column(self.text(N_("Cofinancing")), width=20),
        ]
        rows = [self.resource(item) for item in self.plan.resources.items]
        return Table(self.text(N_("Costs")), columns, rows, self.totals())

    def resource(self, item: Resource) -> tuple[Value, ...]:
        written = "" if item.role == "payer" else item.written or ""
        amount = item.amount.cents / 100 if item.amount else written
        text = "; ".join(item.text.strip().split("\n")) + (f" ({item.year})" if item.year else "")
        return text, amount, self.payer(item, self.paid(item))

    def payer(self, item: Resource, paid: str) -> str:
        """Put behind what is paid who pays it, where a place of its own says so."""
        if item.payer_written is None or item.payer is None:
            return paid
        who = item.payer_written if item.payer == "other" else self.text(words.PAYER_NAMES[item.payer])
        if not item.is_classed:
            who = f"{who}: {self.text(words.PAYER_NAMES['other'])}"
        return f"{paid} ({who})" if paid else who

    def paid(self, item: Resource) -> str:
        """Say what others than the subsidy pay of an item: the amount where it is known."""
        if item.cofinanced:
            return words.euros(item.cofinanced, self.translator)
        if item.cofinancing:
            return self.text(N_("yes, without an amount"))
        return "" if item.cofinancing is None else self.translator.value(item.cofinancing)

    def totals(self) -> list[tuple[Value, ...]]:
        """Return the rows under the costs: total, what others pay, what is asked; and a total that differs."""
        costs = self.talk.costs
        rows = [(N_("Total"), costs.whole, "")]
        if costs.cofinancing is not None:
            rows.append((N_("Paid by others than the subsidy"), costs.cofinancing, self.share(costs.share)))
            counted_share = None if costs.share is None else costs.kinds.get(words.COUNTED_KIND, 0) / (costs.whole or 1)
            rows += [
                (name, costs.kinds[kind], self.share(counted_share) if kind == words.COUNTED_KIND else "")
                for kind, name in words.KINDS_OF_MONEY.items()
                if kind in costs.kinds
            ]
            rows.append((N_("Asked of the subsidy"), costs.subsidy, ""))
        rows += [(words.HALVES[half], cents, "") for half, cents in (costs.budget.halves or {}).items() if cents]
        if costs.stated is not None and costs.stated != costs.whole:
            rows.append((N_("Total that the plan states"), costs.stated, ""))
        return [(self.text(label), cents / 100, more) for label, cents, more in rows if cents is not None]

    def share(self, part: float | None) -> str:
        return "" if part is None else f"{self.translator.number(part * 100, 1)}%"

    # What the checks found

    def open_points(self) -> Iterator[Block]:
        points = self.talk.open_points
        if not points:
            yield Paragraph(self.text(N_("The checks found nothing.")))
        else:
            yield Bullets([self.open_point(finding) for finding in points])

    def open_point(self, finding: Finding) -> BulletPoint:
        severity = self.text(SEVERITY_WORDS[finding.severity]).capitalize()
        what, where = said(finding, self.translator), self.where(finding)
        sentence = Message("{severity}: {sentence}", {"severity": severity, "sentence": what})
        if where is not None:
            sentence = message("{severity} ({where}): {sentence}", severity=severity, where=where, sentence=what)
        hint = outward_hint(finding, self.translator)
        return self.say(sentence), [hint] if hint else []

    def readings(self) -> Iterator[Block]:
        """Name what was read otherwise than written, each once; what to do about it stands below those it is about."""
        by_hint: dict[str | None, dict[str, None]] = {}
        for finding in self.talk.read_as:
            by_hint.setdefault(outward_hint(finding, self.translator), {})[self.reading(finding)] = None
        for hint, sentences in by_hint.items():
            yield Bullets([(sentence, []) for sentence in sentences])
            if hint:
                yield Paragraph(hint)

    def reading(self, finding: Finding) -> str:
        what, where = said(finding, self.translator), self.where(finding)
        if where is not None:
            named = self.say(where)
            what = f"{named[:1].upper()}{named[1:]}: {what}"
        return what

    @staticmethod
    def where(finding: Finding) -> Message | None:
        """Say where a finding is; the number of a line says nothing to who reads the answers."""
        if finding.place.where is None and finding.question is not None:
            return message("question {number}", number=str(finding.question))
        return finding.place.where

    def footer(self) -> Message:
        return message(
            "Made from {path} on {day}. The region decides which plans are approved.",
            path=self.talk.path.replace("\\", "/").rsplit("/", 1)[-1], day=self.talk.day,
        )  # fmt: skip

    def text(self, msgid: str) -> str:
        return self.translator.text(msgid)

    def say(self, sentence: Message) -> str:
        return self.translator.say(sentence)


WRAPPED = 60
"""A line longer than this was broken off to fit a window; a shorter one ends where its writer wanted."""

_OWN_LINE = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s")
"""Entries of a list that someone made in a text."""


def flowing(text: str) -> str:
    """Put lines that were broken off to fit a window together again; blank lines and lists stay."""
    flowed: list[str] = []
    for line in text.strip().split("\n"):
        before = flowed[-1] if flowed else ""
        if len(before) > WRAPPED and line.strip() and not _OWN_LINE.match(line):
            flowed[-1] = f"{before.rstrip()} {line.strip()}"
        else:
            flowed.append(line)
    return "\n".join(flowed)


def _in_one_text(answer: Answer[Any]) -> bool:
    """Whether an answer is shown as its text; milestones that were taken apart are shown as milestones."""
    return answer.style == "text" and not (answer.key == "milestones" and len(answer.items) > 1)
