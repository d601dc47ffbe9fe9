"""The review file of an import, as CSV that Excel opens: what is not certain, with candidates and room for a choice."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import fields

from sto_cli.files.cells import harmless
from sto_cli.files.outgoing import outgoing
from sto_cli.lists.claims import Doubt, Doubtful
from sto_cli.lists.decisions import Decision
from sto_cli.lists.matching import CANDIDATES
from sto_cli.lists.results import Question
from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.lists.linked_rows import candidate_words

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
    writer.writerow(_headings(translator))
    known: set[Question] = set()
    for each in doubtful:
        if each.to_review and (asked := each.link.question.plain) not in known:
            known.add(asked)
            writer.writerow(map(harmless, _row(each, translator)))
    none = translator.text(N_("none"))
    for question, chosen in decided:
        writer.writerow(map(harmless, ["", *_facts(question), "", none if chosen is None else chosen]))
    return outgoing(text.getvalue())


def _headings(translator: Translator) -> list[str]:
    candidates = [message("candidate {number}", number=str(number)) for number in range(1, CANDIDATES + 1)]
    say: list[Message] = [
        Message(N_("row")),
        *(Message(FACT_WORDS[field.name]) for field in fields(Question)),
        Message(N_("why")),
        Message(N_("choice")),
        *candidates,
    ]
    return [translator.say(word) for word in say]


def _row(each: Doubtful, translator: Translator) -> Iterator[str]:
    yield str(each.row)
    yield from _facts(each.link.question)
    yield translator.text(DOUBTS[each.doubt])
    yield ""
    matches = each.link.candidates or ((each.link.match,) if each.link.match else ())
    yield from map(candidate_words, matches)


def _facts(question: Question) -> list[str]:
    return [getattr(question, field.name) for field in fields(Question)]
