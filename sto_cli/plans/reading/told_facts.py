"""What the first lines of a text say of the school and the plan without a label: “Emmacollege, STO Zuid-Limburg”.

The register is not asked: a school or a region that is told so is only a name, and a rule does not hold it to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from sto_cli.plans.language.named_forms import forms_in
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.periods import period_within
from sto_cli.plans.reading.schools import CODE

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
        if (region := _REGION.search(clause)) and not _SCHOOL.search(region["name"]):
            yield "region", _region_name(re.split(r"[,(]| voor | profiel", region["name"])[0].strip())
    if profiles := profiles_in(line):
        yield "profiles", profiles


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
