"""Mends what can safely be mended in the text of a plan, and leaves every other character as it was.

Findings that can be mended carry the text to write at their place; tabs and odd spaces at the start of lines become
spaces, or go away before a heading. A repair is kept only when the text, judged again, no longer has that finding, can
still be read, and says the same apart from the words that were meant to change. Mending may bring to light what was
hidden (an answer under a misspelt key is judged for the first time): that is shown, not held against the repair.
"""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sto_cli.files.decoding import ODD_SPACES, SHAPELESS, split_lines, without_end
from sto_cli.files.yaml.reader import read_yaml
from sto_cli.findings import Finding
from sto_cli.plans.checked import Repair
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.results import Judgement

Judge = Callable[[str], Judgement]

READING_RULES = frozenset({"yaml-syntax", "not-utf-8", "too-large", "not-a-plan", "not-judged", "duplicate-key"})
"""Rules whose findings mean that (part of) the text cannot be read: a repair never causes one."""

ROUNDS = 4
"""Repairs that each bring one more to light: a key, a key under it, a date under that, and one to spare."""

MOST_TRIED = 6_000
"""Repairs times trials: who has 60 repairs of which some are wrong gets 100 trials, who has 4,900 gets one."""

TAB_WIDTHS = (2, 4, 8)

_INDENTATION = re.compile(f"[ \t{SHAPELESS}{''.join(sorted(ODD_SPACES))}]*")


@dataclass(frozen=True, slots=True)
class Mended:
    """A plan's text after mending, with its own line ends, how it is judged now, and what was changed."""

    text: str
    judgement: Judgement
    repairs: tuple[Repair, ...] = field(default=())


def mend_text(text: str, judgement: Judgement, judge: Judge) -> Mended:
    """Mend a plan's text (without byte-order mark); `judgement` is how it is judged now, `judge` judges anew."""
    mended = _with_spaces(Mended(text, judgement), judge)
    for _ in range(ROUNDS):
        better = _one_round(mended, judge)
        if better is mended:
            break
        mended = better
    return mended


def difference(before: str, after: str, name: str) -> str:
    """Return the change as a unified diff, without control characters' effects; empty when there is none."""
    old, new = ([without_end(line) for line in split_lines(text) if line] for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, name, name, lineterm=""))


def _one_round(mended: Mended, judge: Judge) -> Mended:
    """Apply all repairs at once, or those that are right when together they are not."""
    lines = [without_end(line) for line in split_lines(mended.text)]
    offered: dict[tuple[int, int], Repair] = {}
    for finding in mended.judgement.findings:
        repair = _repair(finding, lines)
        if repair is not None:
            offered.setdefault((repair.line, repair.column), repair)
    repairs: list[Repair] = []
    for _, repair in sorted(offered.items()):
        if not repairs or (repairs[-1].line, _end(repairs[-1])) <= (repair.line, repair.column):
            repairs.append(repair)
    if not repairs:
        return mended
    return _applied(mended, repairs, judge) or _by_halves(mended, repairs, judge)


def _by_halves(mended: Mended, repairs: Sequence[Repair], judge: Judge) -> Mended:
    """Try half of the repairs, halves of a half that is not right, and so on to single ones.

    From the end of the text, so that the places of the others stay right.
    """
    waiting = _halves(repairs)
    for _ in range(MOST_TRIED // len(repairs)):
        if not waiting:
            break
        part = waiting.pop()
        better = _applied(mended, part, judge)
        mended = better or mended
        waiting += _halves(part) if better is None else []
    return mended


def _halves(repairs: Sequence[Repair]) -> list[Sequence[Repair]]:
    half = len(repairs) // 2
    return [repairs[:half], repairs[half:]] if half else []


def _repair(finding: Finding, lines: Sequence[str]) -> Repair | None:
    place = finding.place
    if finding.replacement is None or place.end_column is None or place.line > len(lines):
        return None
    before = lines[place.line - 1][place.column - 1 : place.end_column - 1]
    if not before or before == finding.replacement:
        return None
    return Repair(finding.rule, place.line, place.column, before, finding.replacement)


def _end(repair: Repair) -> int:
    return repair.column + len(repair.before)


def _applied(mended: Mended, repairs: Sequence[Repair], judge: Judge) -> Mended | None:
    """Return the text with these repairs, or None when they are not right."""
    lines = split_lines(mended.text)
    for number, there in groupby(repairs, key=lambda one: one.line):
        lines[number - 1] = _rewritten_line(lines[number - 1], there)
    text = "".join(lines)
    judgement = judge(text)
    right = (
        _reads_as_well(mended.judgement, judgement)
        and not _still_there(repairs, judgement)
        and _says_the_same(mended.text, text, repairs)
    )
    return Mended(text, judgement, (*mended.repairs, *_in_turn(repairs))) if right else None


def _rewritten_line(line: str, repairs: Iterable[Repair]) -> str:
    parts, at = [], 0
    for repair in repairs:
        parts += [line[at : repair.column - 1], repair.after]
        at = _end(repair) - 1
    return "".join([*parts, line[at:]])


def _reads_as_well(before: Judgement, after: Judgement) -> bool:
    """Whether reading goes no worse than it did."""
    old, new = (Counter(f.rule for f in one.findings if f.rule in READING_RULES) for one in (before, after))
    return new <= old


def _still_there(repairs: Sequence[Repair], judgement: Judgement) -> bool:
    """Whether a mended finding is reported again at the place where the new text stands."""
    there = {(finding.rule, finding.place.line, finding.place.column) for finding in judgement.findings}
    return any((one.rule, one.line, one.column) in there for one in _in_turn(repairs))


def _in_turn(repairs: Sequence[Repair]) -> Iterator[Repair]:
    """Give repairs, in the order of the text, the columns that they have once those before them are done."""
    line, moved = 0, 0
    for repair in repairs:
        if repair.line != line:
            line, moved = repair.line, 0
        yield replace(repair, column=repair.column + moved)
        moved += len(repair.after) - len(repair.before)


def _says_the_same(before: str, after: str, repairs: Iterable[Repair]) -> bool:
    """Whether two texts hold the same data, apart from the words that the repairs replace."""
    words = {(_word(repair.before), _word(repair.after)) for repair in repairs}
    return _same(read_yaml(before, "").data, read_yaml(after, "").data, words)


def _word(written: str) -> str | None:
    """Return what a scalar says, without its quotation marks."""
    data = read_yaml(written, "").data
    return data if isinstance(data, str) else None


def _same(old: object, new: object, words: set[tuple[str | None, str | None]]) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = zip(old.items(), new.items(), strict=False)
        return len(old) == len(new) and all(
            _same(one[0], other[0], words) and _same(one[1], other[1], words) for one, other in pairs
        )
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(_same(one, other, words) for one, other in zip(old, new, strict=False))
    return old == new or (isinstance(old, str) and isinstance(new, str) and (old, new) in words)


def _with_spaces(mended: Mended, judge: Judge) -> Mended:
    """Make spaces of tabs and odd spaces that indent, when that mends the reading, and in one way only."""
    if _unread(mended.judgement) == 0:
        return mended
    for indented in (_indented_line, _flush_heading):
        texts = dict.fromkeys(_indented(mended.text, width, indented) for width in TAB_WIDTHS)
        tried = [Mended(text, judge(text)) for text in texts if text != mended.text]
        better = [
            one
            for one in tried
            if _unread(one.judgement) < _unread(mended.judgement) and _reads_as_well(mended.judgement, one.judgement)
        ]
        if better:
            break
    else:
        return mended
    if any(one.judgement.plan != better[0].judgement.plan for one in better):
        return mended
    return replace(better[0], repairs=tuple(_indentation_repairs(mended.text, better[0].text)))


def _unread(judgement: Judgement) -> int:
    """Count the places that could not be read as YAML: those that were understood all the same lie in no part."""
    return sum(
        finding.rule == "yaml-syntax" or (finding.rule == "read-as" and not finding.path)
        for finding in judgement.findings
    )


def _indented(text: str, width: int, indented: Callable[[str, int, bool], str]) -> str:
    lines = split_lines(text)
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    return "".join(indented(line, width, at == first) for at, line in enumerate(lines))


def _indented_line(line: str, width: int, _first: bool) -> str:
    indentation = _indent_of(line)
    if _plain(indentation):
        return line
    spaces = "".join(" " * width if sign == "\t" else " " for sign in indentation)
    return spaces + line[len(indentation) :]


def _flush_heading(line: str, width: int, first: bool) -> str:
    """Let a heading of the plan, and whatever comes first, start at the beginning of the line."""
    indentation = _indent_of(line)
    text = line[len(indentation) :]
    if first or (not _plain(indentation) and text.partition(":")[0].rstrip() in _TOP_WORDS):
        return text
    return _indented_line(line, width, first)


def _plain(indentation: str) -> bool:
    return not indentation.strip(" ")


_TOP_WORDS = frozenset(word for heading in HEADINGS for word in (heading.dutch, heading.english, *heading.also))


def _indentation_repairs(before: str, after: str) -> Iterable[Repair]:
    for number, (old, new) in enumerate(zip(split_lines(before), split_lines(after), strict=True), 1):
        if old != new:
            yield Repair("yaml-syntax", number, 1, _indent_of(old), _indent_of(new))


def _indent_of(line: str) -> str:
    found = _INDENTATION.match(line)
    return found[0] if found else ""
