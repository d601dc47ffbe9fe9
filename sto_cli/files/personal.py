"""How one reaches a person: mail addresses and telephone numbers in texts."""

from __future__ import annotations

import re

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\d/.-])(?:\+31|0031|0)[ -]?\(?0?\)?[1-9](?:[ -]?\d){8}(?!\d)|\(0[1-9]\d{0,2}\)(?:[ -]?\d){6,8}(?!\d)"
)


def without_addresses(text: str) -> str:
    """Return a text with three points for every mail address and telephone number: what says it, is passed on."""
    return PHONE.sub("…", MAIL.sub("…", text))
