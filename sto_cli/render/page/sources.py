"""What a page may say of where a fact comes from: a page is passed on, and a coordinator's own note may name people."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+|\[[\da-fA-F:.]+\]")


def page_source(text: str | None, *, own: bool) -> str | None:
    """Return what a page may say: a web address; of the register that ships with sto its own words too; else None."""
    return web_address(text) or (None if own else text)


def page_file(path: str) -> str:
    """Return the name of a file without its folders, which may be called as their user is."""
    return re.split(r"[/\\]", path)[-1]


def is_own_note(text: str | None, layer: int) -> bool:
    """Whether a source is a text of the user's own, which a page leaves out and a table for own use repeats."""
    return layer > 0 and bool(text) and web_address(text) != text


def web_address(text: str | None) -> str | None:
    """Return an address on the web, fit for a link, without what may name a person: a user, or a mail address in it."""
    if not text or not _ADDRESS.fullmatch(text.strip()):
        return None
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    netloc = parts.netloc.rpartition("@")[2]
    if not _HOST.match(netloc):
        return None
    if "@" in parts.query + parts.fragment or "%40" in parts.query + parts.fragment:
        parts = parts._replace(query="", fragment="")
    return urlunsplit(parts._replace(netloc=netloc))


def host(address: str) -> str:
    """Return the host of an address on the web ("www." left out)."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
