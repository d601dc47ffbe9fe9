"""The history of own data: what changed, what taking it back brings, and what a received file changes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from sto_cli.files.history import Change, Contents, Occasion
from sto_cli.lists.handing_over import Received
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.compare import EntryChange
from sto_cli.register.dates import written_date
from sto_cli.render.register.changes import NameOf, changes_text
from sto_cli.render.terminal.table import Line, in_columns, wrapped
from sto_cli.render.visible import visible

KINDS = {
    "participation": N_("list taken over: {detail}"), "review": N_("choices made for {detail}"),
    "duo": N_("schools brought up to date"), "regions": N_("regions brought up to date"),
    "undo": N_("back to before change {detail}"), "received": N_("data taken over: {detail}"), "": N_("changed"),
}  # fmt: skip
"""By what own data were changed."""

SHOWN = 15
"""Entries of one kind that are named."""


def log_text(folder: Path, changes: Sequence[Change], translator: Translator, room: int | None) -> Iterator[Line]:
    """Write the changes of a folder, the latest first; choices that were made one after the other are one line."""
    if not changes:
        yield from wrapped(translator.say(message("Nothing has changed in {folder} yet.", folder=folder)), 0, room)
        return
    rows = []
    for occasion, group in groupby(changes, key=lambda one: one.occasion._replace(when=one.occasion.when[:10])):
        several = list(group)
        parts = [several] if occasion.kind == "review" else [[one] for one in several]
        rows += [_row(part, translator) for part in parts]
    yield from in_columns(reversed(rows), ("heading", "aside", "", "aside"))


def _row(changes: Sequence[Change], translator: Translator) -> tuple[str, ...]:
    number, last = str(changes[0].number), changes[-1]
    what = translator.say(said(last.occasion))
    count = f" ({len(changes)})" if len(changes) > 1 else ""
    names = dict.fromkeys(name for change in changes for name in change.names)
    return number, translator.say(_when(last.occasion)), visible(what) + count, visible(", ".join(names))


def said(occasion: Occasion) -> Message:
    """Say by what something was changed."""
    return message(KINDS.get(occasion.kind, KINDS[""]), detail=occasion.detail)


def _when(occasion: Occasion) -> Message:
    day, _, time = occasion.when.partition("T")
    return message("{day} {time}", day=written_date(day), time=time) if time else written_date(day)


def log_json(folder: Path, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the same as plain data, the oldest first."""
    return {
        "format": 1,
        "folder": str(folder),
        "changes": [
            {"number": one.number, **one.occasion._asdict(), "files": list(one.names)} for one in changes
        ],
    }  # fmt: skip


class Undone(NamedTuple):
    """What taking back brings: since which change, the files before and after, what changes about who takes part."""

    first: Change
    before: Contents
    after: Contents
    changes: Sequence[EntryChange]


def undo_text(undone: Undone, translator: Translator, name_of: NameOf, room: int | None) -> Iterator[Line]:
    """Write what taking back brings."""
    first, before, after, changes = undone
    back = message(
        "As it was before change {number} ({what}, {when}):",
        number=str(first.number),
        what=said(first.occasion),
        when=_when(first.occasion),
    )
    yield from wrapped(visible(translator.say(back)), 0, room, "heading")
    for name, data in sorted(after.items()):
        if data == before.get(name):
            how = message("{file} stays as it is", file=name)
        elif data is None:
            how = message("{file} goes: it was not there", file=name)
        else:
            how = message("{file} comes back as it was", file=name)
        yield [(f"  {visible(translator.say(how))}", "")]
    yield []
    yield from changes_text(changes, translator, name_of, room)


def received_text(received: Received, translator: Translator, name_of: NameOf, room: int | None) -> Iterator[Line]:
    """Write what a received file changes, and what wins where both know it differently.

    What changes of who takes part stands below, once.
    """
    changing = {change.id for change in received.changes}
    below = {key for key in (*received.new, *received.newer) if " " in key and key.partition(" ")[0] in changing}
    sentences: Mapping[str, tuple[Message, Sequence[str]]] = {
        "good": (counted("{n} entry is new here.", "{n} entries are new here.", len(received.new)), received.new),
        "warning": (
            counted(
                "{n} entry is newer in the file: it takes the place of yours.",
                "{n} entries are newer in the file: they take the place of yours.",
                len(received.newer),
            ),
            received.newer,
        ),
        "aside": (
            counted(
                "{n} entry stays as you have it: that in the file is not newer.",
                "{n} entries stay as you have them: those in the file are not newer.",
                len(received.kept),
            ),
            received.kept,
        ),
    }
    for style, (sentence, keys) in sentences.items():
        if keys:
            yield from wrapped(visible(translator.say(sentence)), 0, room, style)
            yield from _named([key for key in keys if key not in below], name_of)
    if received.decisions:
        made = counted("{n} choice for lists is added.", "{n} choices for lists are added.", received.decisions)
        yield from wrapped(visible(translator.say(made)), 0, room)
    if not received.changed:
        yield from wrapped(translator.say(message("Nothing changes: you have all of it.")), 0, room)
    yield []
    yield from changes_text(received.changes, translator, name_of, room)


def _named(keys: Sequence[str], name_of: NameOf) -> Iterator[Line]:
    for key in keys[:SHOWN]:
        code, _, region = key.partition(" ")
        yield [(f"  {key}  {visible(name_of(code)) if region else ''}".rstrip(), "")]
    if len(keys) > SHOWN:
        yield [(f"  … +{len(keys) - SHOWN}", "aside")]
