"""Why no school was found, or that several may be meant, and which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.model import LeftSchool
from sto_cli.register.register import Register
from sto_cli.render.layout import columns
from sto_cli.render.styled import Line, wrapped
from sto_cli.render.visible import visible
from sto_cli.search.results import Answer, Match, Reason
from sto_cli.steps.advice import region_of

NOT_FOUND: dict[Reason | None, tuple[str, str]] = {
    "empty": (N_("There is nothing to look for."), N_("Give the name of a school, its place, postcode or code.")),
    "too_general": (N_("“{query}” says too little."), N_("Add the school's own name, or its place.")),
    "unknown_code": (
        N_("There is no vmbo school with the code {query}."),
        N_("Check the code, or look by name: sto find-region “name place”."),
    ),
    "left": (
        N_("There is no vmbo school with the code {query} any more."),
        N_("Perhaps its pupils go on at another school: look by the place."),
    ),
    "elsewhere": (
        N_("There is a school like “{query}”, but not in that place."),
        N_("Check the place, or leave it out."),
    ),
    None: (
        N_("No vmbo school is found for “{query}”."),
        N_("Try a part of the name with the place, or the postcode. Primary schools and mbo are not in the register."),
    ),
}
"""Why nothing is found, and what to try."""

LONGEST_QUERY = 60
"""A query is repeated up to this length."""


def undecided_text(
    answer: Answer, register: Register, translator: Translator, today: date, room: int | None
) -> Iterator[Line]:
    """Write that several schools may be meant, or that none was found, and the candidates."""
    left = register.left.get("".join(answer.query.split()).upper()) if answer.reason == "left" else None
    for text, style in _several(answer) if answer.outcome == "ambiguous" else _none(answer, left):
        yield from wrapped(visible(translator.say(text)), 0, room, style)
    if answer.candidates:
        yield []
        rows = [_candidate(match, register, today) for match in answer.candidates]
        yield from columns(rows, ("aside", "heading", "", "", "aside"))


def _several(answer: Answer) -> Iterator[tuple[Message, str]]:
    number, shown = len(answer.possible), len(answer.candidates)
    yield _how_many(_short(answer.query), number), "warning"
    if number == 1:
        yield message("Is it? Then ask again with its code."), ""
        return
    if shown < number:
        yield message("The first {n} are shown; see more with --limit.", n=shown), "aside"
    yield message("Ask again with the code, or with the place or street behind the name."), ""


def _how_many(query: str, number: int) -> Message:
    return counted(
        "“{query}” may be this school, but that is not certain.", "“{query}” may be any of {n} schools.",
        number, query=query,
    )  # fmt: skip


def _none(answer: Answer, left: LeftSchool | None) -> Iterator[tuple[Message, str]]:
    sentence, hint = NOT_FOUND.get(answer.reason, NOT_FOUND[None])
    if left is None:
        yield message(sentence, query=_short(answer.query)), "warning"
    else:
        yield (
            message(
                "{name} ({id}) had its last vmbo exams in {year}.",
                name=left.name, id=left.id, year=left.last or "?",
            ),
            "warning",
        )  # fmt: skip
    yield message(hint), ""
    if answer.candidates:
        yield message("Or is it one of these?"), ""


def _short(query: str) -> str:
    return query if len(query) <= LONGEST_QUERY else query[: LONGEST_QUERY - 1] + "…"


def _candidate(match: Match, register: Register, today: date) -> tuple[str, ...]:
    region = region_of(register, match, today)
    return match.id or "", match.name, match.town, match.street or "", region.name if region else ""
