"""Reading a plan: from bytes to a `Plan`, with the place and the writer's word for every part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sto_cli.files.decoding import decode, with_line_feeds, with_plain_spaces
from sto_cli.files.limits import PLAN_BYTES, PLAN_VALUES
from sto_cli.files.word.other_kinds import has_layout
from sto_cli.files.yaml.forgiving import read_forgiving
from sto_cli.files.yaml.reader import YamlDocument
from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.plans.language.periods import period_in
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.as_read import Reading, build
from sto_cli.plans.reading.english import English, Stranger, to_english
from sto_cli.plans.reading.roles import LONGEST_PERIOD, SHORT_FACT, role_of
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.source.outlining import fits_a_text, no_questions, other_file, too_large, too_long

if TYPE_CHECKING:
    from sto_cli.plans.reading.text_reading import TextPlan


def read_plan(content: str | bytes, path: str) -> Reading:
    """Read a plan, as text or as a Word document; whatever is wrong with it is a finding."""
    if isinstance(content, bytes) and has_layout(content):
        from sto_cli.plans.source.word_reading import read_word_plan  # noqa: PLC0415 - only for Word documents

        return read_word_plan(content, path)
    reading = Reading(path)
    other = other_file(path, content, PLAN_BYTES) if isinstance(content, bytes) else None
    if other is not None:
        reading.findings.append(other)
        return reading
    if len(content) > PLAN_BYTES:
        reading.findings.append(too_large(path))
        return reading
    text = _text(content, reading)
    reading.source = with_plain_spaces(with_line_feeds(text.removeprefix("\ufeff")))
    reading.document = read_forgiving(reading.source, path, max_nodes=PLAN_VALUES)
    data = reading.document.data
    if isinstance(data, dict):
        reading.english = to_english(data)
        _take_free_keys(reading)
    _as_text(reading)
    reading.findings += reading.document.findings
    if not _is_a_plan(reading.english):
        reading.findings += _not_a_plan(reading)
        return reading
    build(reading)
    return reading


def _take_free_keys(reading: Reading) -> None:
    """Read keys in words of one's own as the sections that they are, beside the template's keys that stand there."""
    document, data = reading.document, reading.english.data
    assert isinstance(document.data, dict) and isinstance(data, dict)  # noqa: S101, PT018 - who asks has read a mapping
    strange = [
        key for key, value in document.data.items() if value is not None and _is_free(reading.english, key, value)
    ]
    strange += _costs_beside(reading.english, strange)
    if not strange:
        return
    from sto_cli.plans.reading.labelled_sections import labelled_sections  # noqa: PLC0415 - only for keys of one's own
    from sto_cli.plans.reading.labels import tree_of  # noqa: PLC0415
    from sto_cli.plans.reading.text_reading import read_sections  # noqa: PLC0415
    from sto_cli.plans.source.yaml_outline import yaml_outline  # noqa: PLC0415

    words = {word: str(path[0]) for path, word in reading.english.words.items() if len(path) == 1}
    known = {name: data[name] for word, name in words.items() if word not in strange}
    nodes = tree_of(yaml_outline(document, reading.source, strange).blocks)
    sections, unread = labelled_sections(nodes, frozenset(known) & {*QUESTIONS})
    used = {key for key, node in zip(strange, nodes, strict=True) if node not in unread}
    found = read_sections(sections, reading.path, language=reading.english.language if known else None, known=known)
    reading.beside = found.beside
    if not used:
        return
    if "resources" not in known:
        reading.budget_lines = found.budget_lines
    own = found.document
    left = {key: value for key, value in document.data.items() if key not in used}
    assert isinstance(own.data, dict)  # noqa: S101 - a plan is one
    document.data = left | {key: value for key, value in own.data.items() if key not in left}
    document.places = own.places | document.places
    document.key_places = own.key_places | document.key_places
    reading.heads, reading.told = found.shown, found.told
    reading.unread = (*found.led_up, *found.unread)
    reading.english = to_english(document.data)


def _is_free(english: English, key: str, value: object) -> bool:
    """Whether a key is one of the writer's own, or a question's below which stands a shape of his own."""
    if _is_counted(key, english):
        return True
    name = next((path[0] for path, word in english.words.items() if len(path) == 1 and word == key), None)
    strangers = [one for one in english.strangers if not one.group]
    if any(one.word == key and _is_of_payers(one) for one in strangers):
        return True
    if name == "region" and isinstance(value, str):
        return len(value.split()) > SHORT_FACT
    if name is not None and name not in {*QUESTIONS, "period"}:
        return isinstance(value, dict) and isinstance(english.data, dict) and isinstance(english.data.get(name), dict)
    if name in QUESTIONS:
        own_word = any(one.word == key and one.other_word for one in strangers)
        inside = value.values() if isinstance(value, dict) else ()
        if own_word and isinstance(value, str):
            return len(value.split()) <= LONGEST_PERIOD and period_in(value) is not None  # `wanneer: 2026 t/m 2028`
        return isinstance(value, dict) and (own_word or any(isinstance(one, dict) for one in inside))
    elsewhere = {*(one.word for one in strangers), *(one.word for one in english.doubles if not one.group)}
    return name is None and key not in elsewhere and isinstance(english.data, dict) and key in english.data


def _is_counted(key: str, english: English) -> bool:
    """Whether a key is one of several that count the points of a question: `doel_1` and `doel_2`."""
    words = {one.word for one in english.strangers if not one.group} | {*english.words.values()}
    return key[-1:].isdigit() and sum(word.rstrip("0123456789") == key.rstrip("0123456789") for word in words) > 1


def _is_of_payers(one: Stranger) -> bool:
    """Whether a heading says who pays the costs that stand under another: `dekking` beside `kosten`."""
    return not one.adopted and one.meant.english == "resources" and role_of(one.word) == "payers"


def _costs_beside(english: English, strange: Sequence[str]) -> list[str]:
    """Return the heading of the costs where one of the writer's own says who pays them: they are read together."""
    costs = english.words.get(("resources",))
    paid = any(role_of(key) == "payers" for key in strange)
    return [costs] if costs is not None and paid and costs not in strange else []


SIGNS = frozenset({"tab", "odd_space", "colon_in_text", "curly_quotes", "first_character", "sign_before", "further_in"})
"""Accidents with a sign that counts as plain text: then YAML shows all that was meant."""

UNDERSTOOD = SIGNS | {
    "bullet", "dash", "semicolon", "no_space", "heading_without_colon", "no_colon", "indentation", "list_behind",
    "block_sign",
}  # fmt: skip
"""Accidents that leave no doubt to a reader. All others are asked: a quotation or bracket that does not end, say."""


def _as_text(reading: Reading) -> None:
    """Read a text anew, by its words, where YAML shows less of it: pasted from Word or a mail, or gone wrong."""
    document = reading.document
    broken = any(finding.rule == "yaml-syntax" for finding in document.findings)
    if _is_a_plan(reading.english) and not broken:
        return
    if any(finding.rule == "too-large" for finding in document.findings):
        return
    from sto_cli.plans.reading.frames import laid_open  # noqa: PLC0415 - only for what is no YAML
    from sto_cli.plans.reading.text_reading import read_outline  # noqa: PLC0415
    from sto_cli.plans.source.plain_text import is_yaml, text_outline  # noqa: PLC0415

    meant_as_yaml = is_yaml(reading.source)
    if meant_as_yaml and not document.accidents <= UNDERSTOOD:
        return
    if not fits_a_text(reading.source):
        if not meant_as_yaml:
            reading.document = YamlDocument(reading.path, findings=[too_long(reading.path)])
            reading.english = to_english(None)
        return
    outline = laid_open(text_outline(reading.source, reading.path))
    _take_text(reading, read_outline(outline), meant_as_yaml=meant_as_yaml)


def _take_text(reading: Reading, found: TextPlan, *, meant_as_yaml: bool) -> None:
    """Take what a text says by its words, where that is more than what it says as YAML."""
    from sto_cli.plans.source.plain_text import is_yaml  # noqa: PLC0415 - as above

    document, answered = reading.document, _answered(reading.english)
    if meant_as_yaml and answered >= max(found.questions, 1) and document.accidents <= SIGNS:
        document.findings = [_understood(finding) for finding in document.findings]
    elif found.is_plan and found.answered >= answered + (not meant_as_yaml):
        accidents = [_understood(finding) for finding in document.findings] if meant_as_yaml else []
        reading.document, reading.heads = found.document, found.shown
        reading.document.findings = [finding for finding in accidents if finding.rule == "read-as"]
        reading.by_words, reading.budget_lines = tuple(found.by_words), found.budget_lines
        reading.unread, reading.in_text = (*found.led_up, *found.unread), True
        reading.told, reading.of_a_letter = found.told, tuple(found.of_a_letter)
        reading.beside = found.beside
        reading.english = to_english(found.document.data)
    elif not is_yaml(reading.source, fewest=1) and not _is_a_plan(reading.english):
        document.data = reading.source.strip() or None  # a letter, an invoice: no YAML that went wrong
        document.findings = []


def _understood(finding: Finding) -> Finding:
    """Make a tip of an accident that leaves no doubt."""
    if finding.rule != "yaml-syntax":
        return finding
    words = message("{what} It was understood all the same.", what=finding.message)
    return finding._replace(rule="read-as", message=words)


def _answered(english: English) -> int:
    data = english.data
    return sum(data.get(question) is not None for question in QUESTIONS) if isinstance(data, dict) else 0


FEWEST_GUESSED = 2
"""Headings that are only guessed (misspelt) before a file without a single right one counts as a plan."""


def _is_a_plan(english: English) -> bool:
    guessed = sum(stranger.adopted for stranger in english.strangers if not stranger.group)
    right = sum(len(path) == 1 for path in english.words) - guessed
    return right > 0 or guessed >= FEWEST_GUESSED


def _text(content: str | bytes, reading: Reading) -> str:
    if isinstance(content, str):
        return content
    decoded = decode(content)
    if decoded.offset is not None:
        reading.findings.append(_not_utf_8(reading.path, decoded.text, decoded.offset, decoded.name))
    return decoded.text


def _not_utf_8(path: str, text: str, offset: int, encoding: str) -> Finding:
    before = with_line_feeds(text[:offset])
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Finding(
        "not-utf-8",
        "error",
        message(
            "This file is saved as {encoding}, not as UTF-8: letters such as ë may come out wrong.", encoding=encoding
        ),
        Place(path, line, column, column + 1),
        message("Save it again as UTF-8: in Notepad under Save as, Encoding."),
    )


def _not_a_plan(reading: Reading) -> list[Finding]:
    """Say what stands there instead of a plan, unless it could not be read anyhow."""
    data = reading.document.data
    if data is None and reading.findings:
        return []
    if isinstance(data, str):
        return [no_questions(Place(reading.path))]
    words = {heading.english: heading.word(reading.english.language) for heading in HEADINGS}
    headings = ", ".join(words[question] for question in QUESTIONS)
    if data is None:
        sentence = message("This file is empty.")
    elif isinstance(data, dict):
        sentence = message("This file has none of the headings of a plan.")
    else:
        sentence = message("This file has no headings: it is one list.")
    hint = message(
        "A plan has these headings, each with a colon behind it: {headings}. Start one with: sto plan new.",
        headings=headings,
    )
    return [Finding("not-a-plan", "error", sentence, Place(reading.path), hint)]
