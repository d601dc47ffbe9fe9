"""What leads to a person in a text: mail addresses, telephone numbers, user names in web addresses and folders."""

from __future__ import annotations

import re

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\d/.-])(?:\+31|0031|0)[ -]?\(?0?\)?[1-9](?:[ -]?\d){8}(?!\d)|\(0[1-9]\d{0,2}\)(?:[ -]?\d){6,8}(?!\d)"
)

_USER = re.compile(r"(?<=://)[^\s/?#<>\"]*@")
"""Who an address on the web is for, with the password."""

_OWN_FOLDER = re.compile(r"(?<![\w.])([/\\](?:home|users)[/\\])[^\s/\\:*?\"<>|]+", re.IGNORECASE)
"""A user's own folder on Linux, a Mac and Windows."""


def without_user(address: str) -> str:
    """Return an address on the web without the user name and password in it."""
    return _USER.sub("", address) if "@" in address else address


def without_addresses(text: str) -> str:
    """Return a text with three points for what leads to a person: what says it, is passed on."""
    return _OWN_FOLDER.sub(r"\1…", PHONE.sub("…", MAIL.sub("…", without_user(text))))
