"""One plan in a few facts: what a report on many plans shows of it, its themes too."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args
from zlib import crc32

from sto_cli.files.personal import without_addresses
from sto_cli.findings import Severity
from sto_cli.plans.checked import PlanStanding, standing_of
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.partner_kinds import kinds_named
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.times import on_one_line, says_when
from sto_cli.plans.model import QUESTIONS, Form, PartnerKind, Plan
from sto_cli.plans.reading.schools import may_be_several
from sto_cli.plans.results import Judgement
from sto_cli.plans.talk import Costs, Talk, talk_about
from sto_cli.register.belonging import Basis
from sto_cli.register.model import Region, School, SchoolKind
from sto_cli.register.register import Register
from sto_cli.reports.progress import HowFar, how_far


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    """One milestone; `when` is None where no date is given, or none that can be read."""

    text: str
    when: When | None

    @property
    def words(self) -> str:
        """The text on one line as it stands beside its time, which it does not repeat."""
        return on_one_line(self.text, self.when)

    @property
    def names_date(self) -> bool:
        """Whether these words say themselves when it is."""
        return self.when is not None and says_when(self.words, self.when)


NO_COSTS = Costs(listed=None, cofinancing=None, stated=None, unpriced=0)


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """One plan: who hands it in, how far it is, what it costs, with whom, and when.

    Only what the portfolio shows, so that thousands of plans fit in memory. `readable` is False for a file that is no
    plan: then nothing else is known of it. `schools` and `region` are of the register, the `written` ones what the
    plan says (`several_schools`: it may be of more than one school). `region_basis` is set where the region was not
    named but follows from the school. `partners` counts by kind, None for those whose kind is not said. `steps` stand
    in order of date, undated ones last. `rules` are those that found something, `themes` those that it speaks of,
    `came` says how far it is,
    `statements` is a digest of what it says, `modified` when the file was changed (seconds since 1970): both tell
    copies and versions of one plan.
    """

    path: str
    readable: bool
    findings: Mapping[Severity, int]
    title: str | None = None
    schools: tuple[School, ...] = ()
    school_written: str | None = None
    several_schools: bool = False
    region: Region | None = None
    region_written: str | None = None
    region_basis: Basis | None = None
    open_questions: tuple[int, ...] = ()
    costs: Costs = NO_COSTS
    forms: tuple[Form, ...] = ()
    own_forms: tuple[str, ...] = ()
    partners: Mapping[PartnerKind | None, int] | None = None
    steps: tuple[PlannedMilestone, ...] = ()
    rules: frozenset[tuple[str, Severity]] = frozenset()
    themes: frozenset[Theme] = frozenset()
    came: HowFar = field(default_factory=HowFar)
    statements: bytes = b""
    modified: float | None = None

    @property
    def standing(self) -> PlanStanding:
        """Where the plan stands: ready for the talk, with points to go, or not yet readable."""
        return standing_of(sum(self.graver.values()), readable=self.readable)

    @property
    def graver(self) -> dict[Severity, int]:
        """How many errors and warnings it has: what counts for where it stands."""
        return {severity: number for severity, number in self.findings.items() if severity != "tip"}

    @property
    def answered(self) -> int:
        """How many of the six questions have an answer."""
        return len(QUESTIONS) - len(self.open_questions) if self.readable else 0

    @property
    def complete(self) -> bool:
        """Whether all six questions have an answer."""
        return self.readable and not self.open_questions

    @property
    def school(self) -> School | None:
        """The school of a plan of one school."""
        return self.schools[0] if len(self.schools) == 1 else None

    @property
    def kinds(self) -> tuple[SchoolKind, ...]:
        """The kinds of its schools, each once."""
        return tuple(dict.fromkeys(school.kind for school in self.schools)) or ("unknown",)

    @property
    def kind(self) -> SchoolKind:
        """The kind of the school; unknown where the register knows none that the plan names, or kinds differ."""
        return self.kinds[0] if len(self.kinds) == 1 else "unknown"


def summary_of(judgement: Judgement, register: Register, today: date, modified: float | None = None) -> PlanSummary:
    """Sum up one judged plan; `modified` is when its file was changed."""
    findings = Counter(finding.severity for finding in judgement.findings)
    if judgement.plan is None:
        return PlanSummary(judgement.path, readable=False, findings=findings)
    talk = talk_about(judgement, judgement.plan, register, today)
    return PlanSummary(
        path=judgement.path,
        readable=True,
        findings=findings,
        title=None if is_placeholder(title := talk.plan.title or "") else without_addresses(title),
        schools=talk.schools,
        school_written=talk.plan.school and without_addresses(talk.plan.school),
        several_schools=not talk.schools and may_be_several(register, talk.plan, today),
        region=talk.region,
        region_written=talk.plan.region and without_addresses(talk.plan.region),
        region_basis=talk.region_basis,
        open_questions=talk.open_questions,
        costs=talk.costs,
        forms=talk.plan.all_forms,
        own_forms=tuple(map(without_addresses, talk.plan.own_forms)),
        partners=_partners(talk),
        themes=themes_of(talk.plan),
        came=how_far(talk, today),
        rules=frozenset((sys.intern(one.rule), one.severity) for one in judgement.findings),
        statements=statements_of(talk.plan),
        modified=modified,
        steps=tuple(
            PlannedMilestone(without_addresses(milestone.text), milestone.date)
            for milestone in talk.milestones
            if not is_placeholder(milestone.text)
        ),
    )


def _partners(talk: Talk) -> Mapping[PartnerKind | None, int]:
    """Count partners by kind; in a sentence about several each that it names."""
    found: Counter[PartnerKind | None] = Counter()
    for partner in talk.plan.cooperation.items:
        if not is_placeholder(partner.text):
            found.update([partner.kind] if partner.kind else kinds_named(partner.text))
    return found


def statements_of(plan: Plan) -> bytes:
    """Return a digest of what a plan says, four bytes for each statement, so that thousands of plans fit in memory."""
    texts = (f"{answer.key}:{plain_words(item.text)}" for answer in plan.answers for item in answer.items)
    amounts = (f"amount:{item.amount.cents}" for item in plan.resources.items if item.amount is not None)
    return _digest(f"title:{plain_words(plan.title or '')}", *texts, *amounts)


def _digest(*texts: str) -> bytes:
    return b"".join(digest.to_bytes(4) for digest in sorted({crc32(text.encode()) for text in texts}))


NOTHING_SAID = _digest("title:")
"""The statements of a plan without a title that says nothing."""


_SIGNS = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Return the words of a text, so that a plan and the same plan in another kind of file say the same."""
    return _SIGNS.sub(" ", text.casefold()).strip()


Theme = Literal["sustainability", "girls", "staff"]
THEMES: tuple[Theme, ...] = get_args(Theme)

NEAR = 12
"""Words between teachers and their training: “collega Joost en ik volgen bij het Da Vinci College de training”."""


def themes_of(plan: Plan) -> frozenset[Theme]:
    """Return the themes that a plan speaks of, in its title or any of its answers."""
    items = [item for answer in plan.answers for item in answer.items]
    more = (getattr(item, name, None) for item in items for name in ("how", "measure"))
    texts = (plan.title, *(item.text for item in items), *more)
    found = {theme for text in texts if text for theme in _themes_in(text)}
    return frozenset(theme for theme in THEMES if theme in found)


def _themes_in(text: str) -> set[str]:
    terms: list[tuple[int, str]] = []
    behind = 0
    for term in annotate(text).terms("themes"):
        if term.first >= behind:  # no word within a longer one: the girls of “jongens en meisjes”
            terms.append((term.first, term.value))
            behind = term.last
    trained = any(
        {one, other} == {"teachers", "training"}
        for at, (first, one) in enumerate(terms)
        for last, other in terms[at + 1 : at + 2]
        if last - first <= NEAR
    )
    return {value for _, value in terms} | ({"staff"} if trained else set())
