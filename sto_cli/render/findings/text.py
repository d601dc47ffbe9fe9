"""Findings as people read them: the place, the line with the place marked, one sentence, what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from sto_cli.findings import Finding, Place
from sto_cli.messages import N_, Message, Translator, all_of, comma, counted, message
from sto_cli.plans.checked import Checked, Result, Results, Tally, Unread, said_standing
from sto_cli.render.terminal.table import Line, excerpt, wrapped
from sto_cli.render.visible import visible
from sto_cli.steps.plan import MAP

SEVERITY_WORDS = {"error": N_("error"), "warning": N_("warning"), "tip": N_("tip")}

EXCERPT_ROOM = 100
"""Columns of a line shown where the width of the screen is not known."""

INDENT = 4

READ_AS = "read-as"
"""The rule of values that were written otherwise than asked, and understood."""

BLOCK_SIGNS = frozenset("|>")
"""What stands behind a heading when its text is on the lines below."""


def findings_text(results: Results, translator: Translator, room: int | None = None) -> Iterator[Line]:
    """Write findings file by file as they come, and one closing line; `room` is the width of the terminal."""
    yield from results.written(lambda result: _plan(result, translator, room))
    for sentence, style in closing(results.tally):
        yield [(translator.say(sentence), style)]


def _plan(result: Result, translator: Translator, room: int | None) -> Iterator[Line]:
    if isinstance(result, Unread):
        return
    yield from _standing(result, translator)
    findings = result.by_question
    for alike in _alike((one for one in findings if one.rule != READ_AS), translator):
        yield from finding_lines(result, alike[0], translator, room)
        yield from wrapped(_also(alike[1:], translator), INDENT, room) if len(alike) > 1 else ()
        yield []
    yield from _read_as(
        result, [finding for finding in result.by_question if finding.rule == READ_AS], translator, room
    )


def _read_as(result: Checked, findings: Sequence[Finding], translator: Translator, room: int | None) -> Iterator[Line]:
    """Write how values were read: the only one as any finding, several in one list, for nothing needs to be done."""
    if len(findings) == 1:
        yield from finding_lines(result, findings[0], translator, room)
    elif findings:
        word = translator.say(counted("{n} tip", "{n} tips", len(findings)))
        yield [(visible(result.path), "place"), (": ", ""), (word, "tip"), (f"  [{READ_AS}]", "aside")]
        hints = [said_hint(finding.hint, translator) or "" for finding in findings]
        for hint in dict.fromkeys(hints):
            for finding in (one for one, its_hint in zip(findings, hints, strict=True) if its_hint == hint):
                yield from wrapped(_with_place(finding, translator), INDENT, room)
            yield from wrapped(hint, INDENT, room) if hint else ()
    if findings:
        yield []


def _with_place(finding: Finding, translator: Translator) -> str:
    """Return a finding's sentence behind its place in the file."""
    place, sentence = finding.place, said(finding, translator)
    if place.where is not None:
        return f"{visible(translator.say(place.where))}: {sentence}"
    return translator.say(message("Line {line}: {sentence}", line=str(place.line), sentence=sentence))


def _standing(result: Checked, translator: Translator) -> Iterator[Line]:
    """Say in one line where a plan stands."""
    style = {"ready": "good", "points": "warning", "unreadable": "error"}[result.standing]
    said_so = translator.say(said_standing(result.numbers, readable=result.readable))
    yield [(f"{visible(result.path)}: ", ""), (said_so, "error" if not result.valid else style)]
    if result.findings:
        yield []


def _alike(findings: Iterable[Finding], translator: Translator) -> Iterable[list[Finding]]:
    """Put findings together that say the same of the same question, in the order of their first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        key = finding.question, finding.rule, said(finding, translator), said_hint(finding.hint, translator)
        groups.setdefault(key, []).append(finding)
    return groups.values()


def _also(findings: Sequence[Finding], translator: Translator) -> str:
    """Say where else the same was found."""
    named = [finding.place.where or str(finding.place.line) for finding in findings[:MOST_NAMED]]
    places = all_of(named)
    if len(findings) > MOST_NAMED:
        places = message("{names} and {more} more", names=comma(named),
                         more=len(findings) - MOST_NAMED)  # fmt: skip
    if any(finding.place.where for finding in findings):
        return visible(translator.say(message("The same at {places}.", places=places)))
    return translator.say(
        counted("The same on line {places}.", "The same on lines {places}.", len(findings), places=places)
    )


def closing(tally: Tally) -> list[tuple[Message, str]]:
    """Return the last lines: how many plans need attention, what was found, what sto can mend itself."""
    if not tally.files:
        return []
    style = "error" if tally.valid < tally.files else "warning" if tally.attention else "good"
    lines = [(_verdict(tally), style)] if tally.files > 1 else []
    if any(tally.severities.values()):
        lines.append((_counts(tally), ""))
    if tally.fixable:
        lines.append((_mendable(tally.fixable), ""))
    return lines


def said(finding: Finding, translator: Translator) -> str:
    """Return a finding's sentence on one safe line."""
    return visible(translator.say(finding.message))


def numbered_remark(finding: Finding, translator: Translator) -> str:
    """Return a remark with the number of its question before it."""
    text = said(finding, translator)
    if finding.question is None:
        return text
    number = translator.say(message("Question {number}", number=str(finding.question)))
    return text if text.startswith(number) else f"{number}: {text}"


def said_hint(hint: Message | None, translator: Translator) -> str | None:
    """Return a hint on one safe line, or None."""
    return None if hint is None else visible(translator.say(hint))


def unread_remark(unread: Unread) -> Message:
    """Return why a file could not be read and what to do, as one message."""
    return unread.message if unread.hint is None else message("{what} {hint}", what=unread.message, hint=unread.hint)


MOST_NAMED = 5
"""Files named in a remark; the others are counted."""


PERHAPS_PLANS = (".doc", ".rtf", ".pages", ".msg", ".gdoc", ".dotx", ".docm")
"""Endings of documents in which people hand in plans, and that are not read."""


def named_first(paths: Sequence[str]) -> Message | str:
    """Name the first of some files without their folders, and count the others."""
    names = ", ".join(PurePath(path).name for path in paths[:MOST_NAMED])
    if len(paths) <= MOST_NAMED:
        return names
    return message("{names} and {more} more", names=names, more=len(paths) - MOST_NAMED)


def skipped_remark(skipped: Sequence[str]) -> Message:
    """Return how many files in folders are no plan, with the names of the first; there is at least one."""
    what = counted(
        "{n} file is no plan and was skipped: {names}.", "{n} files are no plan and were skipped: {names}.",
        len(skipped), names=named_first(skipped),
    )  # fmt: skip
    if not any(path.lower().endswith(PERHAPS_PLANS) for path in skipped):
        return what
    way_out = message("Is there a plan among them? Save it as a Word document (.docx) first.")
    return message("{what} {then}", what=what, then=way_out)


def said_unread(unread: Unread, translator: Translator) -> str:
    """Return why a file could not be read and what to do, on one safe line."""
    return visible(translator.say(unread_remark(unread)))


def _verdict(tally: Tally) -> Message:
    if not tally.attention:
        return counted("The plan is in order.", "{n} plans are checked: all are in order.", tally.files)
    return counted(
        "{n} of the {all} plans needs attention.", "{n} of the {all} plans need attention.",
        tally.attention, all=tally.files,
    )  # fmt: skip


def _counts(tally: Tally) -> Message:
    """Say how many findings there are of each severity, leaving out what there is none of."""
    number = tally.severities
    found = [
        (counted("{n} error", "{n} errors", number["error"]), number["error"]),
        (counted("{n} warning", "{n} warnings", number["warning"]), number["warning"]),
        (counted("{n} tip", "{n} tips", number["tip"]), number["tip"]),
    ]
    match [said for said, some in found if some]:
        case [one]:
            return message("Found: {one}.", one=one)
        case [one, two]:
            return message("Found: {one} and {two}.", one=one, two=two)
        case [one, two, three]:
            return message("Found: {one}, {two} and {three}.", one=one, two=two, three=three)
    return message("Found: nothing.")


def _mendable(number: int) -> Message:
    return counted(
        "sto can mend {n} of them for you: see what it would change with --diff, let it do so with --fix.",
        "sto can mend {n} of them for you: see what it would change with --diff, let it do so with --fix.",
        number,
    )


def finding_lines(result: Checked, finding: Finding, translator: Translator, room: int | None) -> Iterator[Line]:
    """Write one finding: its place, sentence, the line with the place marked, and the hint."""
    place = _shown_place(finding.place, result.lines)
    yield [
        (said_place(result.path, place, translator), "place"),
        (": ", ""),
        (translator.text(SEVERITY_WORDS[finding.severity]), finding.severity),
        (f"  {_label(finding, translator)}", "aside"),
    ]
    yield from wrapped(said(finding, translator), INDENT, room)
    yield from _marked_line(result, finding, place, room)
    hint = said_hint(finding.hint, translator)
    if hint:
        yield from wrapped(hint, INDENT, room)


def said_place(path: str, place: Place, translator: Translator) -> str:
    """Return file, line and column, or the phrase that says where it is in a document without lines."""
    if place.where is not None:
        return f"{visible(path)}, {visible(translator.say(place.where))}"
    return f"{visible(path)}:{place.line}:{place.column}"


def _label(finding: Finding, translator: Translator) -> str:
    """Return the rule's name, with the question that the finding is about, unless its place in words says that."""
    if finding.question is None or finding.place.where is not None:
        return f"[{finding.rule}]"
    question = translator.say(message("question {number}", number=str(finding.question)))
    return f"[{finding.rule}, {question}]"


def _marked_line(result: Checked, finding: Finding, place: Place, room: int | None) -> Iterator[Line]:
    line = result.lines.get(place.line, "") if place.where is None else ""
    if not line.strip() or place == Place(place.path):  # the whole file is meant
        return
    gutter = f"{place.line:>{INDENT + 2}} | "
    part = excerpt(line, place, (room or EXCERPT_ROOM + len(gutter)) - len(gutter))
    yield [(gutter, "gutter"), (part.text, "")]
    yield [(" " * (len(gutter) - 2) + "| ", "gutter"), (" " * part.offset, ""), ("^" * part.length, finding.severity)]


def _shown_place(place: Place, lines: Mapping[int, str]) -> Place:
    """Return the place to mark: a text that stands below its heading is shown, not the > or | behind that."""
    line, below = lines.get(place.line, ""), lines.get(place.line + 1, "")
    if place.end_column is None and line[place.column - 1 : place.column] in BLOCK_SIGNS and below.strip():
        return Place(place.path, place.line + 1, len(below) - len(below.lstrip()) + 1)
    return place


_COMMAND = "sto "
"""What stands in a hint (in its English template) that names a command."""

_ON_THE_MAP = message("See on the map which region it is: {map}", map=MAP)
_NAME_AND_PLACE = message("Write the name and the place of the school.")

_WITHOUT_COMMAND: dict[str, Message] = {
    "region-mismatch": _ON_THE_MAP,
    "unknown-region": _ON_THE_MAP,
    "unknown-school": _NAME_AND_PLACE,
}
"""What a school can do instead of giving a command, by the rule."""


def outward_hint(finding: Finding, translator: Translator) -> str | None:
    """Return a finding's hint without commands; None where there is no other way."""
    hint = finding.hint
    if hint is not None and (_COMMAND in hint.template or "command" in hint.values):
        hint = _WITHOUT_COMMAND.get(finding.rule)
    return said_hint(hint, translator)
