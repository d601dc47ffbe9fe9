"""What a text says of the school and the plan: under a heading of their own, or in its first lines without a label.

The register is not asked: a school or a region that is told so is only a name, and a rule does not hold it to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from sto_cli.files.yaml.reader import YamlDocument, read_yaml
from sto_cli.plans.language.named_profiles import forms_in, profiles_in
from sto_cli.plans.language.periods import period_within
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.reading.answers import unquoted
from sto_cli.plans.reading.heading_words import PERIOD_WORDS
from sto_cli.plans.reading.schools import CODE
from sto_cli.plans.source.outline import OutlineBlock, OutlinePoint, OutlineTable, OutlineText

MOST_LINES = 8
"""Lines of a head that are looked at."""

LONGEST_LINE = 220
"""Characters of such a line; a longer one is a text."""

LONGEST_NAME = 60
"""Characters of the name of a school or a region with its place."""

_CLAUSE = re.compile(r"\s*(?:[;|•·×<>“”\"]|::|\s[-–—]\s|[.!]\s+(?=[A-ZÀ-Ý])|\s{3,}|\.$)\s*")
_SCHOOL = re.compile(
    r"(?P<name>(?:(?:r|c|o|i)?sg|scholengemeenschap)\s(?-i:[A-Z])[\w'’. -]+(?:,\s(?-i:[A-Z])[\w'’-]+)?|"
    r"(?:(?-i:[A-Z])[\w'’.&-]*\s){0,4}(?:\w*college|\w*lyceum|beroepscollege|vakcollege|scholengemeenschap|mavo)"
    r"(?:\s(?-i:[A-Z])[\w'’-]*){0,3}(?:,\s(?-i:[A-Z])[\w'’-]+)?)",
    re.IGNORECASE,
)
_LABELLED_SCHOOL = re.compile(r"\bschool\s*:\s*(?P<name>[A-Z0-9][^;|:.]{2,59})", re.IGNORECASE)
"""The school in the midst of a line: “ons plan voor STO Twente, school: Het Stedelijk Alpha”."""

_NO_NAME = re.compile(
    r"^(?:(?:project)?plan(?:netje)?|projectplan|activiteitenplan|aanvraag|projectaanvraag|onderwerp|van|sto|re|"
    r"fwd?|het|de|onze|"
    r"sterk techniekonderwijs|voor|techniekmiddag)\W+",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"\b(?:sto[- ]?regio|regio|sto)\s+(?!(?:aan|plan|college|en|van|voor|wil|20))"
    r"(?P<name>[A-Za-zÀ-ÿ][\w/&'’ -]{2,50})",
    re.IGNORECASE,
)
_OF_THE_REGION = re.compile(
    r"regiovisie|regioplan|\bregio (?:wil|vraagt|zet|kiest|noemt)|regional vision", re.IGNORECASE
)
"""A line that says in which form the region wants technology, and nothing of the school."""


class Fact(NamedTuple):
    """What is told: the English key, the value as a plan would hold it, and on which line."""

    key: str
    value: object
    line: int


def told_in(lines: Sequence[str]) -> Iterator[Fact]:
    """Yield what the lines of a head say, each key once."""
    seen: set[str] = set()
    for index, line in enumerate(lines[:MOST_LINES]):
        for key, value in _told(line.strip(" *_#>=")) if len(line) <= LONGEST_LINE else ():
            if key not in seen and key != "forms":
                seen.add(key)
                yield Fact(key, value, index)
    yield from _forms(lines[:MOST_LINES])


def _forms(lines: Sequence[str]) -> Iterator[Fact]:
    """Yield the forms that all lines name together, at the first of them."""
    named = {
        index: forms_in(re.sub(r"^.*?vormen\s*:", "", line.strip(" *_#>=")), by_profile=False)
        for index, line in enumerate(lines)
        if len(line) <= LONGEST_LINE and not _OF_THE_REGION.search(line)
    }
    found = [index for index, forms in named.items() if forms]
    if found:
        yield Fact("forms", list(dict.fromkeys(form for index in found for form in named[index])), found[0])


def _told(line: str) -> Iterator[tuple[str, object]]:
    if (whole := period_within(line)) is not None:
        yield "period", whole
    if labelled := _LABELLED_SCHOOL.search(line):
        yield "school", labelled["name"].strip()
    for clause in _CLAUSE.split(CODE.sub(" ", line)):
        if (school := _school(clause)) is not None:
            yield "school", school
        if (region := _REGION.search(clause)) and not _SCHOOL.search(region["name"]) and _is_region(region):
            yield "region", _region_name(re.split(r"[,(]| voor | profiel", region["name"])[0].strip())
    if profiles := profiles_in(line):
        yield "profiles", profiles


def _is_region(found: re.Match[str]) -> bool:
    """Whether what follows is a name, and no sentence that goes on behind “STO”: “wij vragen STO om € 30.800”."""
    return found["name"][:1].isupper() or not found[0].startswith(f"STO {found['name']}")


_BETWEEN_NAMES = frozenset(("en", "van", "de", "het", "aan", "den", "der", "op", "e.o.", "&", "/"))


def _region_name(text: str) -> str:
    """Return the name that a text begins with, without the sentence that goes on: “Twente graag meedoen”."""
    words = text.split()
    if not words or not words[0][:1].isupper():
        return text
    name = list(takewhile(lambda word: not word[:1].islower() or word in _BETWEEN_NAMES, words))
    while name[-1] in _BETWEEN_NAMES:
        name.pop()
    return " ".join(name)


def _school(clause: str) -> str | None:
    bare = clause.strip()
    if bare.lower().startswith("namens "):
        return None  # a sentence, in which the place may stand as well
    while _NO_NAME.match(bare):
        bare = _NO_NAME.sub("", bare)
    found = _SCHOOL.match(bare)
    name = found["name"].strip(" ,-") if found else ""
    return name if " " in name and len(name) <= LONGEST_NAME else None


def is_period_word(text: str) -> bool:
    """Whether a label asks for the begin or the end of the period."""
    return plain_word(text.strip(" :")) in PERIOD_WORDS


def fact_of(key: str, blocks: list[OutlineBlock], document: YamlDocument) -> object:
    """Return what is said of the plan: a text, or a list where there are points."""
    texts = [block for block in blocks if not isinstance(block, OutlineTable)]
    points = [block for block in texts if isinstance(block, OutlinePoint)]
    if points and key in {"profiles", "forms"}:
        for index, point in enumerate(points):
            document.places[key, index] = point.place
        return [unquoted(point.text, point.place) for point in points]
    if key == "period" and (len(texts) > 1 or (texts and is_period_word(texts[0].text.partition(":")[0]))):
        return _period(texts, document)
    if not texts:
        return None
    text = unquoted(" ".join(block.text for block in texts), texts[0].place)
    if key == "period" and text.startswith("{"):
        return _in_braces(text) or text
    return text or None


def _in_braces(text: str) -> object:
    """Read a period that is written as `{begin: 2026-08, eind: 2028-07}`."""
    found = read_yaml(text, "").data
    if not isinstance(found, dict):
        return None
    return {PERIOD_WORDS[word]: one for word, one in found.items() if word in PERIOD_WORDS and isinstance(one, str)}


def _period(texts: list[OutlineText], document: YamlDocument) -> object:
    """Read `begin: …` and `eind: …` on lines of their own."""
    period: dict[str, object] = {}
    for block in texts:
        word, _, value = block.text.partition(":")
        named = PERIOD_WORDS.get(plain_word(word))
        if named is not None:
            period[named] = value.strip() or None
            document.places["period", named] = document.key_places["period", named] = block.place
    return period or " ".join(block.text for block in texts)
