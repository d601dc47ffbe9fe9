"""Names for what is written beside a plan: a copy with comments, a letter."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

from sto_cli.files.writing import LONGEST_NAME, short_name


def free_name(path: Path, word: str, ending: str) -> Path:
    """Return the name of a file beside a plan that is not there yet: plan-letter.docx, plan-letter-2.docx.

    A link that leads nowhere is there: what it leads to was chosen by somebody else.
    """
    ends = (f"-{word}{f'-{number}' if number > 1 else ''}{ending}" for number in itertools.count(1))
    names = (path.with_name(short_name(path.stem, LONGEST_NAME - len(os.fsencode(end))) + end) for end in ends)
    return next(name for name in names if not os.path.lexists(name))
