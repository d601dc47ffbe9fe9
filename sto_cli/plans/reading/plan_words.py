"""A plan read from a text, called by the words of a plan in the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sto_cli.files.yaml.reader import KeyPath, YamlDocument
from sto_cli.messages import Language
from sto_cli.plans.reading.shape import PLAN, PlanHeading, Shape


def in_words(document: YamlDocument, data: dict[str, object], language: Language) -> None:
    """Call everything by the words of a plan in this language."""
    document.data = _renamed(data, PLAN, language)
    document.places = {_renamed_path(path, language): place for path, place in document.places.items()}
    document.key_places = {_renamed_path(path, language): place for path, place in document.key_places.items()}


def _renamed(value: object, shape: Shape, language: Language) -> object:
    if isinstance(value, dict):
        known = {heading.english: heading for heading in shape.group}
        return dict(_renamed_value(name, one, known.get(name), language) for name, one in value.items())
    if isinstance(value, list) and shape.items is not None:
        return [_renamed(one, shape.items, language) for one in value]
    return value


def _renamed_value(name: str, value: object, heading: PlanHeading | None, language: Language) -> tuple[str, object]:
    """Leave what the writer named himself as it is; the rules on keys speak of it."""
    return (name, value) if heading is None else (heading.word(language), _renamed(value, heading.shape, language))


def _renamed_path(path: KeyPath, language: Language) -> KeyPath:
    words: list[str | int] = []
    shape: Shape | None = PLAN
    for part in path:
        if shape is None or isinstance(part, int):
            words.append(part)
            shape = shape.items if shape else None
            continue
        heading = next((one for one in shape.group if one.english == part), None)
        words.append(heading.word(language) if heading else part)
        shape = heading.shape if heading else None
    return tuple(words)


_DUTCH = re.compile(r"\b(?:de|het|een|en|van|wij|we|voor|met|in de)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|and|of|our|with|for|a|to|will)\b", re.IGNORECASE)


def language_of(texts: Iterable[str]) -> Language:
    """Say in which language most is written."""
    dutch = english = 0
    for text in texts:
        dutch += len(_DUTCH.findall(text))
        english += len(_ENGLISH.findall(text))
    return "en" if english > dutch else "nl"
