"""The columns that `sto match` puts behind a list's own, and what stands in them."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import fields

from sto_cli.files.cells import harmless
from sto_cli.files.outgoing import outgoing
from sto_cli.lists.claims import Doubt, Doubtful
from sto_cli.lists.columns import ADDED
from sto_cli.lists.decisions import Decision
from sto_cli.lists.matching import CANDIDATES
from sto_cli.lists.results import Link, Question
from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.belonging import Belonging, Option
from sto_cli.search.other_kinds import OtherKind
from sto_cli.search.results import Match

TO_DO = {"ambiguous": N_("choose"), "not_found": N_("look up")}
"""What a person should do with a row."""

OTHER_KINDS: dict[OtherKind, str] = {
    "total": N_("total"), "mbo": N_("mbo"), "higher": N_("higher education"), "primary": N_("primary school"),
    "practical": N_("practical education"), "special": N_("special education"), "general": N_("havo and vwo"),
    "company": N_("company"), "government": N_("government"),
    "subheading": N_("heading in between"),
}  # fmt: skip
"""What a row is that is no vmbo school."""

BETWEEN = " | "
"""Between candidates in one cell: names hold commas and semicolons."""


VALUES = (
    N_("found"), N_("ambiguous"), N_("not_found"), N_("code"), N_("institution"), N_("name"), N_("former_name"),
    N_("postcode"), N_("place"), N_("reviewed"),
)  # fmt: skip
"""What the first columns say of the outcome and its basis: in English the values of the JSON, in Dutch words."""


def added_headings(translator: Translator) -> tuple[str, ...]:
    """Return the headings of the added columns, in the order of `ADDED`."""
    return tuple(ADDED.values()) if translator.language == "nl" else tuple(ADDED)


def added_cells(link: Link, translator: Translator) -> tuple[str | float, ...]:
    """Return what the added columns say of a row, in the order of `ADDED`; nothing for an empty row."""
    if link.outcome == "empty":
        return ("",) * len(ADDED)
    match = link.match
    return (
        translator.text(link.outcome),
        (match.id if match else None) or "",
        match.name if match else "",
        "; ".join([option.region.id for option in link.belonging.options] if link.belonging.certain else []),
        translator.text(link.basis) if link.basis else "",
        round(match.score, 2) if match and not link.reviewed else "",
        BETWEEN.join(candidate_words(candidate) for candidate in link.candidates),
        region_words(link.belonging, translator),
        translator.say(to_do(link)) if link.open or link.other else "",
    )


def to_do(link: Link) -> Message:
    """Say what a person should do with a row, and what is known of the name; or what the row is if no vmbo school."""
    if link.other:
        return message("no vmbo school: {kind}", kind=Message(OTHER_KINDS[link.other]))
    what, why = Message(TO_DO[link.outcome]), known_of_the_name(link)
    return message("{what}: {why}", what=what, why=why) if why else what


def known_of_the_name(link: Link) -> Message | None:
    """Say what is known of a name that no school of the register is: it left, or it is one in another place."""
    answer = link.answer
    if answer.left:
        gone = answer.left[0]
        return message(
            "{name} ({id}) had its last vmbo exams in {year}", name=gone.name, id=gone.id, year=gone.last or "?"
        )
    return message("there is one like it, but not in that place") if answer.reason == "elsewhere" else None


def region_words(belonging: Belonging, translator: Translator) -> str:
    """Name the region; several that list the municipality as such, and a suggestion as a suggestion."""
    names = [option.region.name for option in belonging.options]
    if not names:
        return ""
    if belonging.basis == "nearest":
        near = [_near(name, option) for name, option in zip(names, belonging.options, strict=True)]
        return translator.say(message("perhaps {names}", names=", ".join(map(translator.say, near))))
    if belonging.basis == "likely_area":
        return translator.say(message("perhaps {names}", names=", ".join(names)))
    return translator.text(N_(" or ")).join(names)


def _near(name: str, option: Option) -> Message:
    distance = option.distance_km
    if option.about:
        return message("{name} (school at about {distance} km)", name=name, distance=round(distance or 0))
    return message("{name} (school at {distance} km)", name=name, distance=distance or 0.0)


def candidate_words(match: Match) -> str:
    """Describe a candidate so that a person can tell it from the others: code, name, street, place."""
    return ", ".join(part for part in (f"{match.id or ''} {match.name}".strip(), match.street, match.town) if part)


def row_words(link: Link) -> str:
    """Repeat what a row says of its school: the name (or the code), and the place."""
    question = link.question
    return ", ".join(part for part in (question.name or question.code, question.place) if part)


FACT_WORDS = {
    "name": N_("school"), "place": N_("place"), "street": N_("street"), "postcode": N_("postcode"), "code": N_("code"),
    "website": N_("website"), "region": N_("region"),
}  # fmt: skip

DOUBTS: dict[Doubt, str] = {
    "ambiguous": N_("several schools may be meant"),
    "not_found": N_("no school found"),
    "elsewhere": N_("the school of this name lies in another region"),
    "outside": N_("a member of the region, but no vmbo school of the register"),
    "status_unknown": N_("not known whether it takes part"),
    "status_unclear": N_("not understood whether it takes part"),
    "conflict": N_("several rows say different things of this school"),
    "left": N_("none of the candidates, as you decided"),
    "other_kind": N_("no vmbo school"),
    "marked": N_("hidden, filtered away or struck out in the workbook"),
}
"""Why a row is not taken over."""

SEPARATOR = ";"


def review_csv(doubtful: Iterable[Doubtful], decided: Iterable[Decision], translator: Translator) -> str:
    """Return the file's text, with the choices that were made before; open rows stand first."""
    text = io.StringIO()
    text.write("\ufeff")  # by which Excel knows UTF-8
    writer = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    candidates = [message("candidate {number}", number=str(number)) for number in range(1, CANDIDATES + 1)]
    say: list[Message] = [
        Message(N_("row")),
        *(Message(FACT_WORDS[field.name]) for field in fields(Question)),
        Message(N_("why")),
        Message(N_("choice")),
        *candidates,
    ]
    writer.writerow([translator.say(word) for word in say])
    known: set[Question] = set()
    for each in doubtful:
        if each.to_review and (asked := each.link.question.plain) not in known:
            known.add(asked)
            writer.writerow(map(harmless, _row(each, translator)))
    none = translator.text(N_("none"))
    for question, chosen in decided:
        writer.writerow(map(harmless, ["", *_facts(question), "", none if chosen is None else chosen]))
    return outgoing(text.getvalue())


def _row(each: Doubtful, translator: Translator) -> Iterator[str]:
    yield str(each.row)
    yield from _facts(each.link.question)
    yield translator.text(DOUBTS[each.doubt])
    yield ""
    matches = each.link.candidates or ((each.link.match,) if each.link.match else ())
    yield from map(candidate_words, matches)


def _facts(question: Question) -> list[str]:
    return [getattr(question, field.name) for field in fields(Question)]
