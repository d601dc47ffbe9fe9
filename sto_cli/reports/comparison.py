"""Two versions of one plan: what changed in the answers, and which remarks are solved, which stay and which are new."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sto_cli.findings import Finding
from sto_cli.messages import Translator
from sto_cli.plans.language.cost_words import without_amount
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.times import without_time
from sto_cli.plans.model import Activity, Answer, FreeText, Goal, Milestone, Partner, Plan, Resource
from sto_cli.plans.results import Judgement
from sto_cli.plans.rules.read_as import read_as
from sto_cli.register.model import Region, School
from sto_cli.register.register import Register

Item = FreeText | Goal | Activity | Milestone | Partner | Resource

VersionChangeKind = Literal["added", "removed", "changed"]
ChangedPart = Literal[
    "title", "school", "region", "profiles", "forms", "start", "end", "total",
    "vision", "goal", "activity", "milestone", "partner", "cost", "others", "asked",
]  # fmt: skip
ChangedValue = Literal[
    "text", "date", "amount", "how", "measure", "measured", "forms", "reached", "kind", "spent", "payer", "year"
]  # fmt: skip

ChangeValue = str | int | When | None

SAME_POINT = 60
"""Likeness of the words (0–100) from which two points are versions of one; chosen on the example plans, reworded."""

SAME_NAME = 85
"""Likeness from which two names of partners are one, typing errors apart."""

LONGEST_NAME = 60
"""Characters of a name of a partner; what is longer is a sentence on it."""

MOST_PAIRS = 40_000
"""Pairs of reworded points that are compared: 200 old ones beside 200 new ones; a plan has twenty."""

_PARTS: dict[type[Item], ChangedPart] = {
    FreeText: "vision", Goal: "goal", Activity: "activity", Milestone: "milestone", Partner: "partner",
    Resource: "cost",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One difference. `question` is 1–6, None for the head of the plan; `name` is the point that it is about.

    `value` says what of a point changed, with what stood there `before` and what stands there `after`: a text, an
    amount in euro cents, or a time. None: nothing stood or stands there.
    """

    kind: VersionChangeKind
    part: ChangedPart
    question: int | None
    name: str
    value: ChangedValue = "text"
    before: ChangeValue = None
    after: ChangeValue = None
    names: tuple[str | None, str | None] = (None, None)
    """What the register calls them, before and after, where they are codes: of a school and a region."""


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """The answer of `sto plan compare`: the changes in the order of the plan, and the remarks of both versions."""

    old: Judgement
    new: Judgement
    changes: tuple[VersionChange, ...]
    solved: tuple[Finding, ...]
    stay: tuple[Finding, ...]
    new_remarks: tuple[Finding, ...]

    @property
    def alike(self) -> bool:
        """Whether the two say the same."""
        return not (self.changes or self.solved or self.new_remarks)


def compare(old: Judgement, new: Judgement, register: Register | None = None) -> PlanComparison:
    """Compare two judged plans; both must hold one. The register gives schools and regions their names."""
    assert old.plan is not None  # noqa: S101 - see the docstring
    assert new.plan is not None  # noqa: S101
    before, now = ([one for one in version.findings if one.rule != read_as.id] for version in (old, new))
    stay, solved = _kept_and_gone(before, now)
    kept = {id(one) for one in stay}
    new_remarks = tuple(one for one in now if id(one) not in kept)
    return PlanComparison(
        old, new, tuple(_named(_changes(old.plan, new.plan), register)), tuple(solved), tuple(stay), new_remarks
    )


def _named(changes: Iterator[VersionChange], register: Register | None) -> Iterator[VersionChange]:
    """Give schools and regions the names that the register has for their codes."""
    for one in changes:
        known: Mapping[str, School | Region] = {}
        if register is not None and one.part in {"school", "region"}:
            known = register.schools if one.part == "school" else register.regions
        before, after = (_with_code(known.get(str(value)), str(value)) for value in (one.before, one.after))
        yield replace(one, names=(before, after)) if before or after else one


def _with_code(known: School | Region | None, code: str) -> str | None:
    """Return a name with its code behind it: several locations have one name."""
    return f"{known.name} ({code})" if isinstance(known, School) else known.name if known else None


# What changed in the answers


def _changes(old: Plan, new: Plan) -> Iterator[VersionChange]:
    yield from _head(old, new)
    for before, after in zip(old.answers, new.answers, strict=True):
        yield from _of_answer(before, after)
    yield from _field("total", old.budget, new.budget, question=6, value="amount")
    yield from _field("others", old.money.others, new.money.others, question=6, value="amount")
    yield from _field("asked", old.money.asked, new.money.asked, question=6, value="amount")


def _head(old: Plan, new: Plan) -> Iterator[VersionChange]:
    yield from _field("title", old.title, new.title)
    yield from _field("school", old.school, new.school)
    yield from _field("region", old.region, new.region)
    yield from _field("profiles", ", ".join(sorted(old.profiles)), ", ".join(sorted(new.profiles)))
    yield from _field("forms", ", ".join(old.all_forms), ", ".join(new.all_forms))
    yield from _field("start", old.start, new.start, value="date")
    yield from _field("end", old.end, new.end, value="date")


def _field(
    part: ChangedPart,
    before: ChangeValue,
    after: ChangeValue,
    question: int | None = None,
    value: ChangedValue = "text",
) -> Iterator[VersionChange]:
    before, after = before or None, after or None
    if not _same(before, after):
        kind: VersionChangeKind = "added" if before is None else "removed" if after is None else "changed"
        yield VersionChange(kind, part, question, "", value, before, after)


def _same(before: ChangeValue, after: ChangeValue) -> bool:
    """Whether two values say the same: capitals, and other words for one time, change nothing."""
    if isinstance(before, When) and isinstance(after, When):
        return (before.first, before.last) == (after.first, after.last)
    if isinstance(before, str) and isinstance(after, str):
        return before.casefold() == after.casefold()
    return before == after


def _of_answer(old: Answer[Any], new: Answer[Any]) -> Iterator[VersionChange]:
    """Yield what changed in an answer; what is the total, or is asked, the figures of the plan say."""
    before_it, after_it = ([one for one in answer.items if not _is_figure(one)] for answer in (old, new))
    for before, after in paired(before_it, after_it):
        if before is None or after is None:
            item, kind = (before, "removed") if after is None else (after, "added")
            if item is not None and item.text:
                yield _whole(item, "removed" if kind == "removed" else "added", new.question)
        else:
            yield from _of_item(before, after, new.question)


def _is_figure(item: Item) -> bool:
    return isinstance(item, Resource) and item.role in {"total", "request"}


def _whole(item: Item, kind: VersionChangeKind, question: int) -> VersionChange:
    value: ChangedValue = "text"
    shown: ChangeValue = None
    if isinstance(item, Resource):
        value, shown = "amount", _cents(item)
    elif isinstance(item, Milestone):
        value, shown = "date", item.date or item.written
    before, after = (shown, None) if kind == "removed" else (None, shown)
    return VersionChange(kind, _PARTS[type(item)], question, _name(item), value, before, after)


def _of_item(before: Item, after: Item, question: int) -> Iterator[VersionChange]:
    """Yield what changed of one point; words that say no more than a date or an amount that moved go with it."""
    both = [(value, was, now) for (value, was), (_, now) in zip(_values(before), _values(after), strict=True)]
    changed = [one for one in both if not _same(*one[1:])]
    if len(changed) > 1 and changed[0][0] == "text" and _without_figures(before) == _without_figures(after):
        del changed[0]
    for value, was, now in changed:
        yield VersionChange("changed", _PARTS[type(after)], question, _name(after), value, was, now)


def _without_figures(item: Item) -> str:
    """Return the words of a point without what may say its date or its amount."""
    written = item.date.written if isinstance(item, Milestone) and item.date else ""
    words = item.text.replace(written, " ").casefold().split()
    return " ".join(word for word in words if not any(letter.isdigit() for letter in word))


def _name(item: Item) -> str:
    """Return what a point is called: without its date, or what a partner does, which stand beside it."""
    match item:
        case Milestone():
            return without_time(item.text.strip(), item.date)
        case Partner():
            return item.name
        case Resource() if item.role == "cost":
            return without_amount(item.text, _cents(item))
    return item.text


def _values(item: Item) -> Iterator[tuple[ChangedValue, ChangeValue]]:
    yield "text", _folded(_name(item))
    match item:
        case Goal():
            yield "measure", _folded(item.measure)
            yield "measured", _folded(item.measured)
        case Activity():
            yield "forms", ", ".join(item.forms) or None
        case Milestone():
            yield "date", item.date or item.written
            yield "reached", item.reached_on or _folded(item.reached_written)
        case Partner():
            yield "how", _folded(item.how)
            yield "kind", item.kind
        case Resource():
            yield "amount", _cents(item)
            yield "spent", item.spent.cents if item.spent else _folded(item.spent_written)
            yield "payer", _folded(item.payer_written)
            yield "year", item.year


def _folded(text: str | None) -> str | None:
    """Return a text without differences in white space, which nobody sees."""
    return " ".join(text.split()) if text else None


def _cents(item: Resource) -> int | None:
    return item.amount.cents if item.amount else item.paid


def paired(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[Item | None, Item | None]]:
    """Pair the versions of one point, in the order of the new plan; what is gone stands at the end.

    A plan with one point before and after is about that point, however much its words changed; a partner with another
    name is another one.
    """
    if len(old) == len(new) == 1 and not isinstance(new[0], Partner):
        return [(old[0], new[0])]
    partner_of = _partners(old, new)
    pairs: list[tuple[Item | None, Item | None]] = [
        (old[partner_of[place]] if place in partner_of else None, item) for place, item in enumerate(new)
    ]
    return pairs + [(item, None) for place, item in enumerate(old) if place not in partner_of.values()]


def _partners(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Return for the places of the new points those of the old ones that they are versions of: the likest first."""
    partner_of = _unchanged(old, new)
    here_left = [place for place in range(len(new)) if place not in partner_of]
    there_left = [place for place in range(len(old)) if place not in partner_of.values()]
    if len(here_left) * len(there_left) > MOST_PAIRS:
        return partner_of
    likeness = [(_likeness(old[there], new[here]), here, there) for here in here_left for there in there_left]
    for like, here, there in sorted(likeness, key=lambda one: (-one[0], abs(one[2] - one[1]), one[1])):
        if like >= SAME_POINT and here not in partner_of and there not in partner_of.values():
            partner_of[here] = there
    return partner_of


def _likeness(before: Item, after: Item) -> float:
    """Return how like the words of two points are, from 0 to 100: of partners, their names, also in short."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - only for comparing

    names = [_name(one).casefold() for one in (before, after)]
    like = token_sort_ratio(*names)
    if not isinstance(after, Partner) or max(map(len, names)) > LONGEST_NAME:
        return like
    short, long = sorted((name.split() for name in names), key=len)
    return like if like >= SAME_NAME else 100 if set(short) <= set(long) or _is_short(short, long) else 0


def _is_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words are others in short: “ROC vT” is “ROC van Twente”."""
    if not short or not long:
        return not long
    first, rest = short[0], short[1:]
    initials = "".join(word[0] for word in long[: len(first)])
    return (first == long[0] and _is_short(rest, long[1:])) or (
        len(first) > 1 and first == initials and _is_short(rest, long[len(first) :])
    )


def _unchanged(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Pair the points whose words are the same, in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(old):
        places[_folded(item.text) or ""].append(place)
    return {here: places[words].pop(0) for here, item in enumerate(new) if places[words := _folded(item.text) or ""]}


# Remarks


def _kept_and_gone(old: Sequence[Finding], new: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return the new remarks that were made before, and the old ones that are solved.

    A remark is the same one when its rule, its question and its words are; or, of what is left, its rule and question:
    a point that was reworded and is still too short stays too short. Each old one is that of one new one.
    """
    stay: dict[int, Finding] = {}
    left = list(old)
    for same in (_exactly, _in_kind):
        keys = [same(one) for one in left]
        for at, finding in enumerate(new):
            if at not in stay and (key := same(finding)) in keys:
                stay[at] = finding
                del left[keys.index(key)]
                keys.remove(key)
    return [stay[at] for at in sorted(stay)], left


def _exactly(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.question, Translator("en").say(finding.message)


def _in_kind(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.question
