"""What changed between two states of the register, as text and as JSON."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.compare import EntryChange
from sto_cli.register.dates import written_date
from sto_cli.render.terminal.table import Line, fitted
from sto_cli.render.visible import visible
from sto_cli.render.words import STATUS_WORDS

HEADINGS: dict[tuple[str, str], str] = {
    ("schools", "opened"): N_("Schools that are new in the register"),
    ("schools", "closed"): N_("Schools that are no longer in the files"),
    ("schools", "began"): N_("Schools that have vmbo exams since"),
    ("schools", "ended"): N_("Schools that have no vmbo exams any more"),
    ("schools", "renamed"): N_("Schools with another name"),
    ("schools", "moved"): N_("Schools that moved to another municipality"),
    ("schools", "merged"): N_("Schools whose municipality became part of another"),
    ("schools", "profiles"): N_("Schools with other profiles or learning paths"),
    ("schools", "address"): N_("Schools with another address"),
    ("schools", "details"): N_("Other facts about schools"),
    ("regions", "added"): N_("New regions"),
    ("regions", "removed"): N_("Regions that are gone"),
    ("regions", "renamed"): N_("Regions with another name"),
    ("regions", "municipalities"): N_("Regions with other municipalities"),
    ("regions", "details"): N_("Other facts about regions"),
    ("participation", "added"): N_("New participations"),
    ("participation", "removed"): N_("Participations that are gone"),
    ("participation", "status"): N_("Schools that began or ceased to take part"),
    ("participation", "period"): N_("Participations with another period"),
    ("participation", "details"): N_("Other facts about participations"),
}

KEY_WORDS = {
    "website": N_("web site"), "coordinates": N_("coordinates"), "aliases": N_("other names"),
    "coordinates_about": N_("only about where it is"),
    "former_names": N_("former names"), "names_in_use": N_("names in use"), "province": N_("province"),
    "labour_market_region": N_("labour market region"), "structure": N_("teaching"), "profiles": N_("profiles"),
    "last_exams": N_("last vmbo exams"), "other_exams": N_("other exams"), "successors": N_("successors"),
    "kind": N_("kind of region"), "lead": N_("lead (penvoerder)"), "page": N_("page"), "contact": N_("contact"),
    "members": N_("members"), "sources": N_("sources"), "provinces": N_("provinces"), "source": N_("source"),
    "as_of": N_("date of the source"), "note": N_("note"), "certainty": N_("certainty"),
}  # fmt: skip
"""What people call a key of the files."""

ORIGIN_KEYS = {"source", "sources", "as_of"}
"""Keys that every newer list gives another value: of entries in which nothing else changed only the number is said."""

STYLES = {"opened": "added", "added": "added", "closed": "removed", "removed": "removed"}

SHOWN = 40
"""Changes of one kind that the text shows; JSON has them all."""

LONGEST_VALUE = 80

NameOf = Callable[[str], str]


def changes_text(
    changes: Sequence[EntryChange], translator: Translator, name_of: NameOf, room: int | None = None
) -> Iterator[Line]:
    """Write changes by kind; `name_of` gives the name of a school by its code, for participations."""
    told = [change for change in changes if change.key not in ORIGIN_KEYS]
    for kind, group in groupby(told, key=lambda change: (change.part, change.kind)):
        found = list(group)
        yield [(f"{translator.text(HEADINGS[kind])} ({len(found)})", "heading")]
        for change in found[:SHOWN]:
            text = f"{change.id}  {_sentence(change, translator, name_of)}"
            for number, piece in enumerate(fitted(text, None if room is None else room - 2)):
                yield [("  " if number == 0 else "      ", ""), (piece, STYLES.get(change.kind, ""))]
        if len(found) > SHOWN:
            more = counted("… and {n} more; --format json gives them all.",
                           "… and {n} more; --format json gives them all.", len(found) - SHOWN)  # fmt: skip
            yield [(f"  {translator.say(more)}", "aside")]
        yield []
    yield from _origin_only(changes, told, translator)


def _origin_only(changes: Sequence[EntryChange], told: Sequence[EntryChange], translator: Translator) -> Iterator[Line]:
    """Say of how many entries nothing changed but where and when they were found."""
    others = {(change.part, change.id, change.name) for change in told}
    found = {(change.part, change.id, change.name) for change in changes if change.key in ORIGIN_KEYS} - others
    for part, number in sorted(Counter(part for part, _, _ in found).items()):
        yield [(translator.say(_origin_changed(part, number)), "aside")]
        yield []


def _origin_changed(part: str, number: int) -> Message:
    match part:
        case "schools":
            return counted(
                "Of {n} school only the source or its date is another.",
                "Of {n} schools only the source or its date is another.",
                number,
            )
        case "regions":
            return counted(
                "Of {n} region only the source or its date is another.",
                "Of {n} regions only the source or its date is another.",
                number,
            )
        case _:
            return counted(
                "Of {n} participation only the source or its date is another.",
                "Of {n} participations only the source or its date is another.",
                number,
            )


def changes_json(changes: Sequence[EntryChange]) -> list[dict[str, Any]]:
    """Return changes as plain data: part, change, id, name, key, before, after."""
    return [
        {
            "part": change.part,
            "change": change.kind,
            "id": change.id,
            "name": change.name,
            "key": change.key or None,
            "before": change.before,
            "after": change.after,
        }
        for change in changes
    ]


def _sentence(change: EntryChange, translator: Translator, name_of: NameOf) -> str:
    name = change.name
    if change.part == "participation":
        name = f"{name_of(change.id)} · {change.name}"
    match change.kind:
        case "opened" | "closed":
            return ", ".join(part for part in (name, *_whereabouts(change, translator)) if part)
        case "renamed":
            return f"{change.before} → {change.after}"
        case "municipalities":
            return f"{name}: {_lists(change)}"
        case "added" | "removed" if change.part == "regions":
            return name
        case "details":
            return f"{name}: {_detail(change, translator)}"
        case "added" | "removed":
            return f"{name}: {_value(change.after or change.before, translator)}"
        case _:
            return f"{name}: {_value(change.before, translator)} → {_value(change.after, translator)}"


def _whereabouts(change: EntryChange, translator: Translator) -> tuple[str, ...]:
    """Say where a school that is new or closed is or was, and which ones came in its place."""
    if isinstance(change.after, list):
        now = message("its place was taken by {codes}", codes=_value(change.after, translator))
        return str(change.before or ""), translator.say(now)
    return (str(change.after or change.before or ""),)


def _detail(change: EntryChange, translator: Translator) -> str:
    key = translator.text(KEY_WORDS.get(change.key, change.key))
    if isinstance(change.before or change.after, list) and change.key != "coordinates":
        return f"{key}: {_lists(change)}"
    return f"{key}: {_value(change.before, translator)} → {_value(change.after, translator)}"


def _lists(change: EntryChange) -> str:
    """What came to a list (+) and what went from it (−); entries of a list go by their name."""
    before, after = _named(change.before), _named(change.after)
    new = [f"+{shown}" for name, shown in after.items() if name not in before]
    gone = [f"−{shown}" for name, shown in before.items() if name not in after]
    other = [f"{before[name]} → {shown}" for name, shown in after.items() if shown != before.get(name, shown)]
    return ", ".join([*new, *gone, *other])


def _named(entries: object) -> dict[str, str]:
    """The names in a list, each with how it is shown: with the year in which it was last seen, where it has one."""
    found: dict[str, str] = {}
    for entry in entries if isinstance(entries, list | tuple) else ():
        name, until = (str(entry.get("name")), entry.get("until")) if isinstance(entry, Mapping) else (str(entry), None)
        found[name] = f"{name} ({until})" if until else name
    return found


def _value(value: object, translator: Translator) -> str:
    """Write a value of the files in one short line."""
    if not value:
        return translator.text(N_("nothing"))
    match value:
        case str() if value in STATUS_WORDS:
            return translator.text(STATUS_WORDS[value])
        case Mapping():
            written = ", ".join(_pair(key, part, translator) for key, part in value.items())
        case list() | tuple():
            written = ", ".join(str(part) for part in value)
        case _:
            written = str(value)
    short = visible(written)
    return short if len(short) <= LONGEST_VALUE else short[: LONGEST_VALUE - 1] + "…"


def _pair(key: str, part: object, translator: Translator) -> str:
    """Write one key and value of a group: profiles as `BWI bl+kl`, a period as `since 2023`."""
    if isinstance(part, list | tuple):
        return f"{key} {'+'.join(map(str, part))}"
    if key == "since":
        return translator.say(message("since {date}", date=written_date(str(part))))
    if key == "until":
        return translator.say(message("until {date}", date=written_date(str(part))))
    return translator.text(STATUS_WORDS[part]) if isinstance(part, str) and part in STATUS_WORDS else str(part)
