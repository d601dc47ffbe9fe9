"""A share as people read it."""

from __future__ import annotations

import math

from sto_cli.messages import Message, message


def share(value: float | None) -> Message:
    """Say a share (0 to 1) as a whole percentage; only exactly none is 0% and only exactly all is 100%.

    None, where there is nothing to divide, is "n/a".
    """
    if value is None:
        return message("n/a")
    percentage = math.floor(round(value * 100, 6) + 0.5)
    if percentage == 0 and value > 0:
        return Message("<1%")
    if percentage == 100 and value < 1:  # noqa: PLR2004 - a percentage
        return Message(">99%")
    return Message("{percentage}%", {"percentage": percentage})
