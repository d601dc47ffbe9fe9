"""Boxes that are ticked in a text: `[x] onderbouw [ ] keuzevak`, `☒ onderbouw ☐ keuzevak`."""

from __future__ import annotations

import re

_BOX = re.compile(r"\[ ?([xXvV✓✔]?) ?\]|([☒☑✓✔])|(☐|□)")


def ticked(text: str) -> str:
    """Return what stands beside the boxes that are ticked, with commas; a text without boxes as it is.

    The boxes stand before what they are about, unless the text begins with a word.
    """
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    before = not text[: boxes[0].start()].strip()
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    starts = [0] + [box.end() for box in boxes[:-1]]
    labels = [
        (box, text[box.end() : end] if before else text[start : box.start()])
        for box, start, end in zip(boxes, starts, ends, strict=True)
    ]
    return ", ".join(label.strip(" \t\n,;") for box, label in labels if box[1] or box[2])
