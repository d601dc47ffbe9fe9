"""What importing a coordinator's list gives: what is taken over, what changes, what is not certain."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sto_cli.files.tables import shown_rows
from sto_cli.lists.claims import Doubt, Doubtful
from sto_cli.lists.importing import ListImport
from sto_cli.lists.review_file import WrongChoice
from sto_cli.messages import N_, Message, Translator, comma, counted, message
from sto_cli.render.lists.linked_rows import DOUBTS, OTHER_KINDS, candidate_words, known_of_the_name, row_words
from sto_cli.render.lists.linked_summary import renamed_rows, repeated_rows
from sto_cli.render.register.changes import changes_json, changes_text
from sto_cli.render.terminal.table import Line, wrapped
from sto_cli.render.visible import visible

SHOWN = 15
"""Rows of one kind of doubt that are shown; the review file has them all."""


def import_text(found: ListImport, translator: Translator, room: int | None) -> Iterator[Line]:
    """Write what the list says, what changes by it, and the rows that are not taken over."""
    for sentence, style in _counts(found):
        yield from wrapped(visible(translator.say(sentence)), 0, room, style)
    yield []
    yield from changes_text(found.update.changes, translator, found.name_of, room)
    if not found.update.changes:
        yield [(translator.text(N_("Nothing changes.")), "")]
        yield []
    renamed = renamed_rows(found.linked)
    if renamed:
        yield [(translator.say(message("Called otherwise now ({number})", number=str(len(renamed)))), "heading")]
        for row, link, match in renamed[:SHOWN]:
            what = f"{row_words(link)} → {candidate_words(match)}"
            yield from wrapped(visible(translator.say(message("row {row}: {what}", row=str(row), what=what))), 2, room)
        if len(renamed) > SHOWN:
            yield [(f"  … +{len(renamed) - SHOWN}", "aside")]
        yield []
    yield from _doubts(found, translator, room)
    yield from _missing(found, translator, room)


def import_json(found: ListImport) -> dict[str, Any]:
    """Return the same as plain data."""
    summary = found.linked.summary
    return {
        "format": 1,
        "region": found.region,
        "path": str(found.path),
        "written": found.written,
        "summary": {
            "rows": summary.rows,
            "taken_over": sum(len(claim.rows) for claim in found.claims.claims),
            "schools": len(found.claims.claims),
            "participating": sum(claim.status == "participating" for claim in found.claims.claims),
            "in_talks": sum(claim.status == "in_talks" for claim in found.claims.claims),
            "not_participating": sum(claim.status == "not_participating" for claim in found.claims.claims),
            "other": found.linked.summary.other,
            "doubtful": dict(Counter(each.doubt for each in found.claims.doubtful)),
        },
        "changes": changes_json(found.update.changes),
        "doubtful": [_doubtful_json(each) for each in found.claims.doubtful],
        "missing": found.update.missing,
        "newer": found.update.newer,
        "review": str(found.review),
    }


def _counts(found: ListImport) -> Iterator[tuple[Message, str]]:
    for remark in found.linked.table.sheet.remarks:
        yield remark, "aside"
    if years := found.years:
        names = ", ".join(f"{year}-{year + 1}" for year in years)
        yield (
            message("Read the columns of the school years {years}, each from 1 August to 31 July.", years=names),
            "aside",
        )
    yield _sums(found), "heading"
    if found.marked:
        yield _marked(found), "warning"
    for sentence in repeated_rows(found.linked):
        yield sentence, "aside"
    if found.update.newer:
        yield (
            counted(
                "This list is older than what you recorded of {n} school: that stays as it was.",
                "This list is older than what you recorded of {n} schools: that stays as it was.",
                len(found.update.newer),
            ),
            "warning",
        )
    yield from _wrong_choices(found)


def _wrong_choices(found: ListImport) -> Iterator[tuple[Message, str]]:
    for wrong in found.wrong_choices[:SHOWN]:
        yield _wrong_choice(wrong), "warning"
    if len(found.wrong_choices) > SHOWN:
        yield Message(f"… +{len(found.wrong_choices) - SHOWN}"), "warning"
    if found.wrong_choices:
        yield message("Write the number of a candidate, the code of a school in the register, or “none”."), "aside"


def _sums(found: ListImport) -> Message:
    """Say how many rows say what; of talks, doubt and other kinds only where there are some."""
    by_status: Counter[str] = Counter()
    for claim in found.claims.claims:
        by_status["over" if found.is_over(claim) else claim.status] += len(claim.rows)
    doubts = Counter(each.doubt for each in found.claims.doubtful)
    unknown, other = doubts["status_unknown"], doubts["other_kind"]
    open_ = doubts.total() - unknown - other
    parts = [
        (True, message("{n} × takes part", n=by_status["participating"])),
        (by_status["over"], message("{n} × took part, and no longer", n=by_status["over"])),
        (by_status["in_talks"], message("{n} × in talks", n=by_status["in_talks"])),
        (True, message("{n} × does not take part", n=by_status["not_participating"])),
        (unknown, message("{n} × not known whether it takes part", n=unknown)),
        (other, message("{n} × no vmbo school", n=other)),
        (True, message("{n} × not taken over", n=open_)),
    ]
    rows = counted("{n} row", "{n} rows", found.linked.summary.rows)
    return message("{rows}: {parts}.", rows=rows, parts=comma([part for shown, part in parts if shown]))


def _marked(found: ListImport) -> Message:
    """Say what is done with the rows that are hidden or struck out."""
    rows = [found.linked.number(at) for at in found.linked.marked_rows]
    if found.marked == "include":
        return counted(
            "Row {rows} is hidden, filtered away or struck out in the workbook; it counts too.",
            "{n} rows are hidden, filtered away or struck out in the workbook (row {rows}); they count too.",
            len(rows),
            rows=shown_rows(rows),
        )
    return counted(
        "Row {rows} is hidden, filtered away or struck out in the workbook, so it is left out; with --hidden include "
        "it counts too.",
        "{n} rows are hidden, filtered away or struck out in the workbook (row {rows}), so they are left out; with "
        "--hidden include they count too.",
        len(rows),
        rows=shown_rows(rows),
    )


def _wrong_choice(wrong: WrongChoice) -> Message:
    """Say which choice of the review file is not understood, by the row that its own column names."""
    if wrong.row:
        return message(
            "In the review file, the choice “{choice}” for row {row} ({school}) is not understood.",
            choice=wrong.written,
            row=wrong.row,
            school=wrong.school,
        )
    return message(
        "In the review file, the choice “{choice}” for {school} is not understood.",
        choice=wrong.written,
        school=wrong.school,
    )


def _doubts(found: ListImport, translator: Translator, room: int | None) -> Iterator[Line]:
    by_doubt: dict[Doubt, list[Doubtful]] = {}
    for each in sorted(found.claims.doubtful, key=lambda each: each.doubt == "other_kind"):
        by_doubt.setdefault(each.doubt, []).append(each)
    for doubt, rows in by_doubt.items():
        heading = message("Not taken over, {why} ({number})", why=Message(DOUBTS[doubt]), number=str(len(rows)))
        yield [(translator.say(heading), "heading")]
        for each in rows[:SHOWN]:
            sentence = message("row {row}: {what}", row=str(each.row), what=_what(each, translator))
            yield from wrapped(visible(translator.say(sentence)), 2, room)
        if len(rows) > SHOWN:
            yield [(f"  … +{len(rows) - SHOWN}", "aside")]
        yield []


def _what(each: Doubtful, translator: Translator) -> str:
    said = row_words(each.link)
    if each.doubt in {"status_unclear", "status_unknown", "conflict"} and each.written:
        return f"{said}: “{each.written}”"
    if each.doubt == "elsewhere" and each.link.match:
        return f"{said} → {candidate_words(each.link.match)}"
    if each.link.other:
        return f"{said}: {translator.text(OTHER_KINDS[each.link.other])}"
    why = known_of_the_name(each.link)
    return f"{said}: {translator.say(why)}" if why else said


def _missing(found: ListImport, translator: Translator, room: int | None) -> Iterator[Line]:
    missing = found.update.missing
    if not missing:
        return
    sentence = (
        counted(
            "{n} school of the region is not on the list; it was taken out, as you asked.",
            "{n} schools of the region are not on the list; they were taken out, as you asked.",
            len(missing),
        )
        if found.update.removed
        else counted(
            "{n} school of the region is not on the list; it stays as it was. Give it a status, or take it out with "
            "--remove-missing.",
            "{n} schools of the region are not on the list; they stay as they were. Give them a status, or take them "
            "out with --remove-missing.",
            len(missing),
        )
    )
    yield from wrapped(translator.say(sentence), 0, room, "warning")
    for code in missing[:SHOWN]:
        yield [(f"  {code}  {visible(found.name_of(code))}", "")]
    if len(missing) > SHOWN:
        yield [(f"  … +{len(missing) - SHOWN}", "aside")]


def _doubtful_json(each: Doubtful) -> dict[str, Any]:
    matches = each.link.candidates or ((each.link.match,) if each.link.match else ())
    return {
        "row": each.row,
        "name": each.link.question.name,
        "place": each.link.question.place,
        "why": each.doubt,
        "written": each.written,
        "other": each.link.other,
        "candidates": [{"id": match.id, "name": match.name, "place": match.town} for match in matches],
    }
