"""Boxes that are ticked in a text: `[x] onderbouw [ ] keuzevak`, `☒ onderbouw ☐ keuzevak`."""

import re
from collections.abc import Sequence

_BOX = re.compile(r"\[ ?([xXvV✓✔]?) ?\]|([☒☑✓✔])|(☐|□)")
BOX_SIGNS = "[☒☑✓✔☐□"
"""Signs without which there is no box in a text."""

_PREFIX = re.compile(r"[^:\n]{2,60}:\s*")
_EDGES = " \t\n,;"
_ONE_WORD_OF_CHOICE = re.compile(r"(?:ja|nee|yes|no|wel|niet|n\.?v\.?t\.?)\W*", re.IGNORECASE)

LONGEST_CHOICE = 60
"""Characters beside a box that may be one of several to choose from; a longer one is a task on a list."""


def ticked(text: str) -> str:
    """Return what stands beside the boxes that are ticked, with commas; a text without a choice as it is.

    The boxes stand before what they are about, unless the text begins with a word that is no label (`Vorm: ☐ …`).
    """
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    named = _PREFIX.match(text, 0, boxes[0].start())
    prefix = named[0] if named and named.end() == boxes[0].start() else ""
    labels = _labels(text, boxes, before=bool(prefix) or not text[: boxes[0].start()].strip())
    if len(boxes) == 1:
        return prefix + _alone(boxes[0], labels[0], text)
    if any(len(label) > LONGEST_CHOICE for label in labels):
        return text
    return prefix + ", ".join(label for box, label in zip(boxes, labels, strict=True) if _is_ticked(box))


def several_ticked(text: str) -> str:
    """Return the same of a text with several boxes only: a single one is the sign of a point."""
    return ticked(text) if len(_BOX.findall(text)) > 1 else text


def chosen(lines: Sequence[str]) -> list[str | None]:
    """Return lines of a list with boxes without the boxes, and None for what is not chosen; others as they are.

    They are a choice where they stand below each other, some ticked and some open, each a few words without figures.
    """
    made: list[str | None] = [*lines]
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_choice(lines[end]):
            end += 1
        boxes = [_BOX.match(line.strip(" \t-•*")) for line in lines[start:end]]
        if len({_is_ticked(box) for box in boxes if box}) > 1:
            for at, box in enumerate(boxes, start):
                made[at] = box.string[box.end() :].strip() if box and _is_ticked(box) else None
        start = max(end, start + 1)
    return made


def _labels(text: str, boxes: Sequence[re.Match[str]], *, before: bool) -> list[str]:
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    starts = [0] + [box.end() for box in boxes[:-1]]
    return [
        (text[box.end() : end] if before else text[start : box.start()]).strip(_EDGES)
        for box, start, end in zip(boxes, starts, ends, strict=True)
    ]


def _alone(box: re.Match[str], label: str, text: str) -> str:
    """Return what a single box says: “☐ nee” nothing, “☒ ja” yes; a bare one speaks for itself."""
    if not label:
        return text
    if _is_ticked(box) or not _ONE_WORD_OF_CHOICE.fullmatch(label):
        return label if box.start() == 0 or _is_ticked(box) else text
    return ""


def _is_ticked(box: re.Match[str]) -> bool:
    return bool(box[1] or box[2])


def _is_choice(line: str) -> bool:
    text = line.strip(" \t-•*")
    found = _BOX.match(text)
    label = text[found.end() :] if found else ""
    return bool(label.strip()) and len(label) <= LONGEST_CHOICE and not re.search(r"\d{2}", label)
