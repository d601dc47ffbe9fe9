"""Names for what is written beside a plan: a copy with comments, a letter."""

from __future__ import annotations

import itertools
from pathlib import Path


def free_name(path: Path, word: str, ending: str) -> Path:
    """Return the name of a file beside a plan that is not there yet: plan-letter.docx, plan-letter-2.docx."""
    stem = f"{path.stem}-{word}"
    names = (path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{ending}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())
