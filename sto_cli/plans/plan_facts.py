"""What a text says of a plan as a whole: its school, region, period and profiles, under a heading of their own."""

from __future__ import annotations

from sto_cli.files.yaml_reader import YamlDocument, read_yaml
from sto_cli.plans.answers import unquoted
from sto_cli.plans.outline import OutlineBlock, OutlineHeading, OutlineParagraph, OutlinePoint, OutlineTable
from sto_cli.plans.shape import HEADINGS


def fact_of(key: str, blocks: list[OutlineBlock], document: YamlDocument) -> object:
    """Return what is said of the plan: a text, or a list where there are points."""
    texts = [block for block in blocks if not isinstance(block, OutlineTable)]
    points = [block for block in texts if isinstance(block, OutlinePoint)]
    if points and key in {"profiles", "forms"}:
        for index, point in enumerate(points):
            document.places[key, index] = point.place
        return [unquoted(point.text) for point in points]
    if key == "period" and len(texts) > 1:
        return _period(texts, document)
    text = unquoted(" ".join(block.text for block in texts))
    if key == "period" and text.startswith("{"):
        return _in_braces(text) or text
    return text or None


def _in_braces(text: str) -> object:
    """Read a period that is written as `{begin: 2026-08, eind: 2028-07}`."""
    found = read_yaml(text, "").data
    group = next(heading.shape.group for heading in HEADINGS if heading.english == "period")
    if not isinstance(found, dict):
        return None
    named = {word: heading.english for heading in group for word in (heading.english, heading.dutch, *heading.also)}
    return {named[word]: value for word, value in found.items() if word in named and isinstance(value, str)}


def _period(texts: list[OutlineHeading | OutlineParagraph | OutlinePoint], document: YamlDocument) -> object:
    """Read `begin: …` and `eind: …` on lines of their own."""
    group = next(heading.shape.group for heading in HEADINGS if heading.english == "period")
    period: dict[str, object] = {}
    for block in texts:
        word, _, value = block.text.partition(":")
        named = next((one for one in group if word.strip().lower() in (one.english, one.dutch, *one.also)), None)
        if named is not None:
            period[named.english] = value.strip() or None
            document.places["period", named.english] = document.key_places["period", named.english] = block.place
    return period or " ".join(block.text for block in texts)
