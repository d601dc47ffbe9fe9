"""Text as XML."""

from __future__ import annotations

import re

from sto_cli.files.outgoing import outgoing

_FORBIDDEN = re.compile("[\ufffe\uffff]")
"""Characters that XML cannot hold, beside those that never leave the program."""


def xml_text(text: str) -> str:
    """Escape a text for XML, between tags and in attributes; what XML cannot hold becomes the sign for that."""
    text = _FORBIDDEN.sub("\ufffd", outgoing(text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
