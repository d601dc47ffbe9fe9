"""Web addresses as evidence: whose site it is, and the name that a site carries."""

import re
from collections.abc import Sequence

from sto_cli.search.words import plain, read, word_set

ENDINGS = ("nl", "com", "eu", "org", "net", "nu", "info", "be", "frl", "amsterdam")
"""Ends of site names. Others exist, but `Zone.college` is a name, not a site."""

_SITE = re.compile(rf"(?:https?://)?(?:www?\.)?((?:[a-z0-9-]+\.)+(?:{'|'.join(ENDINGS)}))(/\S*)?")

PAGES = word_set("home index html php vestigingen locaties contact welkom over-ons")
"""Parts of an address that name no school."""

SHORTEST_STEM = 4
SHORTEST_PLACE = 3
POPULAR = {"sgravenhage": "denhaag", "shertogenbosch": "denbosch"}
"""How sites write two places."""
_PREFIXES = ("vmbo", "mavo", "csg", "osg", "rsg", "sg", "het", "de")


def site_of(text: str) -> tuple[str, str] | None:
    """Return the host (without www) and the path of a web address, or None when the text is none."""
    found = _SITE.fullmatch(plain(text).strip().rstrip("/."))
    if not found:
        return None
    host, path = found.groups()
    return host, (path or "").strip("/")


def words_of_site(address: str, place: str = "", known: Sequence[str] = ()) -> list[str]:
    """The words that a site's name is made of: `christoffelbreda.nl`, in Breda → `christoffel`.

    Host and path count. What is written together is parted where the place or a level is recognised, and where it is
    made of the `known` words of the school's own names (`millhillcollege`, Mill Hill College).
    """
    site = site_of(address)
    if site is None:
        return []
    host, path = site
    own = _squeezed(place)
    labels = [label for label in host.split(".") if label not in ENDINGS]
    named = (label for label in (*labels, *path.split("/")) if label not in PAGES)
    stems = (_stem(part, own) for label in named for part in label.split("-"))
    read_words = (word for stem in stems for word in read(stem).words)
    return [part for word in read_words for part in (_parted(word, known) or [word])]


def _parted(word: str, known: Sequence[str]) -> list[str]:
    """Part a word into known ones without remainder, or return nothing."""
    if not word:
        return []
    for start in known:
        if word == start:
            return [start]
        if word.startswith(start) and (rest := _parted(word[len(start) :], known)):
            return [start, *rest]
    return []


def _stem(part: str, own: tuple[str, ...]) -> str:
    """Take the place off a part of a site's name and set a level apart, as long as four letters are left."""
    for place in own:
        if len(part) - len(place) >= SHORTEST_STEM:
            part = part.removeprefix(place).removesuffix(place)
    for prefix in _PREFIXES:
        if part.startswith(prefix) and len(part) - len(prefix) >= SHORTEST_STEM:
            return f"{prefix} {_stem(part.removeprefix(prefix), own)}"
    return part


def _squeezed(place: str) -> tuple[str, ...]:
    """A place as it stands in the name of a site: in one word, its popular name, or its first word."""
    bare = "".join(letter for letter in plain(place) if letter.isalnum())
    first = plain(place).split(" ")[0]
    return tuple(form for form in (bare, POPULAR.get(bare, ""), first) if len(form) >= SHORTEST_PLACE)
