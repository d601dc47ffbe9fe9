"""What a next year of DUO's files would change, before it is written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.imports.duo import SchoolsUpdate
from sto_cli.register.imports.wrong_rows import Wrong, WrongRow
from sto_cli.render.register.changes import KEY_WORDS, changes_json, changes_text
from sto_cli.render.terminal.table import Line, wrapped

SHOWN_CODES = 10
"""Codes that a remark names."""

KEPT_WORDS = {**KEY_WORDS, "address": N_("address"), "municipality": N_("municipality")}


def update_text(update: SchoolsUpdate, translator: Translator, room: int | None) -> Iterator[Line]:
    """Write what changes, what is kept and what is missing."""
    names = {entry["id"]: str(entry["name"]) for entry in update.entries}
    yield from changes_text(update.changes, translator, lambda code: names.get(code, code), room)
    for sentence, style in _remarks(update, translator):
        yield from wrapped(translator.say(sentence), 0, room, style)


def update_json(update: SchoolsUpdate) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "format": 1,
        "before": update.before,
        "after": len(update.entries),
        "changes": changes_json(update.changes),
        "summary": dict(Counter(change.kind for change in update.changes)),
        "kept": update.kept,
        "without_address": update.without_address,
        "without_coordinates": update.without_spot,
        "unknown_programmes": update.unknown_programmes,
        "wrong_codes": update.wrong_codes,
        "wrong_rows": [row._asdict() for row in update.wrong_rows],
        "suspicious": update.suspicious,
    }


def _remarks(update: SchoolsUpdate, translator: Translator) -> Iterator[tuple[Message, str]]:
    if not update.changes:
        yield message("Nothing changes about the schools."), ""
    if update.kept:
        kept = ", ".join(
            f"{translator.text(KEPT_WORDS.get(key, key))} ({number})" for key, number in update.kept.items()
        )
        yield message("Kept from the register, as these files do not tell it: {kept}.", kept=kept), "aside"
    if update.without_address:
        sentence = counted(
            "{n} school has no address: {codes}. Add DUO's file of addresses.",
            "{n} schools have no address: {codes}. Add DUO's file of addresses.",
            len(update.without_address),
            codes=_first(update.without_address),
        )
        yield sentence, "warning"
    if update.without_spot:
        sentence = counted(
            "Of {n} school that is new or moved it is not known where on the map it lies: {codes}.",
            "Of {n} schools that are new or moved it is not known where on the map they lie: {codes}.",
            len(update.without_spot),
            codes=_first(update.without_spot),
        )
        yield sentence, "aside"
    for programme, codes in update.unknown_programmes.items():
        yield (
            message("The programme “{code}” is not known here ({schools}).", code=programme, schools=_first(codes)),
            "warning",
        )
    if update.wrong_codes:
        yield message("These codes are no vestigingscodes: {codes}.", codes=_first(update.wrong_codes)), "warning"
    yield from ((sentence, "warning") for sentence in wrong_rows(update.wrong_rows))
    if update.two_names:
        sentence = counted(
            "{n} school has two names in one year in files of one kind; both are kept: {codes}.",
            "{n} schools have two names in one year in files of one kind; both are kept: {codes}.",
            len(update.two_names),
            codes=_first(update.two_names),
        )
        yield sentence, "aside"


def _first(codes: list[str]) -> str:
    shown = ", ".join(codes[:SHOWN_CODES])
    return f"{shown}, …" if len(codes) > SHOWN_CODES else shown


SHOWN_ROWS = 10
"""Rows that were left out of which each gets a sentence."""

WRONG: dict[Wrong, str] = {
    "no-name": N_("{path}, row {row}: there is no name here."),
    "no-year": N_("{path}, row {row}: “{written}” is no year."),
    "years-turned": N_("{path}, row {row}: the last year lies before the first ({written})."),
    "future-year": N_("{path}, row {row}: {written} is later than the date behind --as-of."),
    "no-address": N_("{path}, row {row}: “{written}” is no web address."),
    "no-date": N_("{path}, row {row}: “{written}” is no date such as 2021, 2021-10 or 2021-10-01."),
    "future-date": N_("{path}, row {row}: {written} lies in the future."),
    "no-level": N_("{path}, row {row}: “{written}” is none of exact, school, likely and not_found."),
    "unknown-region": N_("{path}, row {row}: there is no region {written}."),
    "unknown-school": N_("{path}, row {row}: {written} is no vmbo school, now or in earlier files."),
}
"""What is wrong with a row of a list of names that was left out."""


def wrong_rows(rows: Sequence[WrongRow]) -> Iterator[Message]:
    """Say of each row what is wrong, in a sentence; of many only of the first."""
    for wrong, path, row, written in rows[:SHOWN_ROWS]:
        yield Message(WRONG[wrong], {"path": path, "row": str(row), "written": written})
    if len(rows) > SHOWN_ROWS:
        sentence = counted(
            "{n} more row was left out; --format json names them all.",
            "{n} more rows were left out; --format json names them all.",
            len(rows) - SHOWN_ROWS,
        )
        yield sentence
