"""Text from files made safe to show, and to pass on.

Nothing in it can steer a terminal or hide itself; a page is passed on, and a coordinator's own note may name people.
"""

import re
import unicodedata

from sto_cli.files.outgoing import picture

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+|\[[\da-fA-F:.]+\]")


def visible(text: str) -> str:
    """Replace every character that does not show by one that does; the text keeps its length.

    Control characters become their pictures (␛), a tab an arrow, unusual spaces an open box, and what is left
    (text direction marks, lone surrogates) the replacement character.
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else picture(letter) for letter in text)


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal: East Asian wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def page_source(text: str | None, *, own: bool) -> str | None:
    """Return what may be passed on: a web address, of own data without its keys; words of what ships with sto."""
    if not own:
        return web_address(text) or text
    from sto_cli.files.personal import without_addresses  # only for own data

    address = web_address(text)
    return address and without_addresses(address)


def page_file(path: str) -> str:
    """Return the name of a file without its folders, which may be called as their user is."""
    return re.split(r"[/\\]", path)[-1]


def web_address(text: str | None) -> str | None:
    """Return an address on the web, fit for a link, without what may name a person: a user, or a mail address in it."""
    if not text or not _ADDRESS.fullmatch(text.strip()):
        return None
    from urllib.parse import urlsplit, urlunsplit  # what shows no address needs none of it

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
    from urllib.parse import urlsplit

    return (urlsplit(address).hostname or "").removeprefix("www.")
