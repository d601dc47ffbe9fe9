"""Why no school was found, or that several may be meant, and which."""

from collections.abc import Iterator

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.model import Address, Region
from sto_cli.render.terminal.table import Line, in_columns, wrapped
from sto_cli.render.visible import visible
from sto_cli.render.words import profile_words
from sto_cli.search.other_kinds import OtherKind
from sto_cli.search.results import Reason, SearchResult
from sto_cli.steps.advice import OUTSIDE, Candidate, Undecided

NOT_FOUND: dict[Reason | None, tuple[str, str]] = {
    "empty": (N_("There is nothing to look for."), N_("Give the name of a school, its place, postcode or code.")),
    "too_general": (N_("“{query}” says too little."), N_("Add the school's own name, or its place.")),
    "unknown_code": (
        N_("There is no secondary school with the code {query}."),
        N_("Check the code, or look by name: sto find-region “name place”."),
    ),
    "unknown_postcode": (
        N_("There is no secondary school with the postcode {query}."),
        N_("Look by the place or by the name of a school."),
    ),
    "no_school_there": (
        N_("The register knows no secondary school in {municipality}."),
        N_("Primary schools and mbo are not in it."),
    ),
    "left": (
        N_("There is no school with the code {query} any more."),
        N_("Perhaps its pupils go on at another school: look by the place."),
    ),
    "elsewhere": (
        N_("There is a school like “{query}”, but not in that place."),
        N_("Check the place, or leave it out."),
    ),
    None: (
        N_("No school is found for “{query}”."),
        N_("Try a part of the name with the place, or the postcode. Primary schools and mbo are not in the register."),
    ),
}
"""Why nothing is found, and what to try."""

NO_SECONDARY_SCHOOL: dict[OtherKind, str] = {
    "mbo": N_("“{query}” is an mbo school by its name; the register holds secondary schools only."),
    "higher": N_("“{query}” is higher education by its name; the register holds secondary schools only."),
    "primary": N_("“{query}” is a primary school by its name; the register holds secondary schools only."),
}
"""What was asked for, where that is no secondary school."""

NEAR_BY: dict[Reason | None, str] = {
    "no_school_there": N_("The nearest schools:"),
    "unknown_postcode": N_("Schools with a postcode that is near by its number:"),
}
"""What the candidates are, where none of them is meant."""

LONGEST_QUERY = 60
"""A query is repeated up to this length."""


def undecided_text(found: Undecided, translator: Translator, room: int | None) -> Iterator[Line]:
    """Write that several schools may be meant, or that none was found, and the candidates."""
    answer = found.answer
    for text, style in (
        *(_several(answer) if answer.outcome == "ambiguous" else _none(answer)),
        *map(_region, found.regions),
    ):
        yield from wrapped(visible(translator.say(text)), 0, room, style)
    if found.candidates:
        yield []
        shared = found.shared_addresses
        rows = [_candidate(candidate, translator, shared) for candidate in found.candidates]
        if shared:
            yield from wrapped(translator.text(ONE_BUILDING), 0, room)
            yield []
        yield from in_columns(rows, ("aside", "heading", "", "", "aside"))


def _several(answer: SearchResult) -> Iterator[tuple[Message, str]]:
    number, shown = len(answer.possible), len(answer.candidates)
    if answer.other:
        yield from _no_secondary_school(answer, answer.other)
        yield message("Secondary schools there:"), ""
        return
    if len({match.id for match in answer.possible if match.basis == "code"}) == number > 1:
        yield message("“{query}” names {n} schools.", query=_short(answer.query), n=number), "warning"
        yield message("Ask for one of them at a time, or put them in a list: sto match list.csv"), ""
        return
    yield _how_many(_short(answer.query), number), "warning"
    yield from _left(answer)
    if number == 1:
        yield message("Is this the one? Then ask again with its code."), ""
        return
    if shown < number:
        yield message("The first {n} are shown; see more with --limit.", n=shown), "aside"
    yield message("Ask again with the code, or with the place or street behind the name."), ""


def _no_secondary_school(answer: SearchResult, kind: OtherKind) -> Iterator[tuple[Message, str]]:
    yield message(NO_SECONDARY_SCHOOL[kind], query=_short(answer.query)), "warning"
    yield OUTSIDE, ""


def _how_many(query: str, number: int) -> Message:
    return counted(
        "“{query}” may be this school, but that is not certain.", "“{query}” may be any of {n} schools.",
        number, query=query,
    )  # fmt: skip


def _left(answer: SearchResult) -> Iterator[tuple[Message, str]]:
    for one in answer.left:
        yield (
            message(
                "{name} ({id}) had its last vmbo exams in {year}.", name=one.name, id=one.id, year=one.last or "?"
            ),
            "warning",
        )  # fmt: skip


def _region(region: Region) -> tuple[Message, str]:
    """Point to the region, where its name was asked for as if it were a school."""
    return message("Are you looking for the region? {command}", command=f"sto region show {region.id}"), ""


def _none(answer: SearchResult) -> Iterator[tuple[Message, str]]:
    if answer.other:
        yield from _no_secondary_school(answer, answer.other)
        yield message("Put its place behind the name to see in which region it lies."), ""
        return
    sentence, hint = NOT_FOUND.get(answer.reason, NOT_FOUND[None])
    there = answer.municipality.name if answer.municipality else ""
    if not answer.left:
        yield message(sentence, query=_short(answer.query), municipality=there), "warning"
    yield from _left(answer)
    yield message(hint), ""
    if answer.candidates and answer.reason in NEAR_BY:
        yield message(NEAR_BY[answer.reason]), ""
    elif answer.candidates:
        yield message("Or is it one of these?"), ""


def _short(query: str) -> str:
    return query if len(query) <= LONGEST_QUERY else query[: LONGEST_QUERY - 1] + "…"


ONE_BUILDING = N_("Schools with one address are in one building; their profiles stand beside it.")


def _candidate(candidate: Candidate, translator: Translator, shared: set[Address]) -> tuple[str, ...]:
    """Write one candidate; beside a municipality that was asked for with its distance in place of its region.

    One that shares its address with another has its profiles beside it.
    """
    match = candidate.match
    last = candidate.region.name if candidate.region else ""
    if candidate.distance_km is not None:
        last = translator.say(message("{km} km", km=round(candidate.distance_km)))
    street = match.street or ""
    if match.school and match.school.address in shared and (profiles := profile_words(match.school)):
        street = f"{street} ({profiles})"
    return match.id or "", match.name, match.town, street, last
