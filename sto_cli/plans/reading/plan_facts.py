"""What a text says of a plan as a whole: its school, region, period and profiles, under a heading of their own."""

from __future__ import annotations

from sto_cli.files.yaml.reader import YamlDocument, read_yaml
from sto_cli.plans.reading.answers import unquoted
from sto_cli.plans.reading.heading_words import PERIOD_WORDS
from sto_cli.plans.source.outline import OutlineBlock, OutlinePoint, OutlineTable, OutlineText


def is_period_word(text: str) -> bool:
    """Whether a label asks for the begin or the end of the period."""
    return text.strip(" :").lower() in PERIOD_WORDS


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
        named = PERIOD_WORDS.get(word.strip().lower())
        if named is not None:
            period[named] = value.strip() or None
            document.places["period", named] = document.key_places["period", named] = block.place
    return period or " ".join(block.text for block in texts)
