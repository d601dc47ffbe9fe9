"""Web addresses as evidence: whose site it is, and the name that a site carries."""

from __future__ import annotations

import re

from sto_cli.search.words import plain, read

ENDINGS = ("nl", "com", "eu", "org", "net", "nu", "info", "be", "frl", "amsterdam")
"""Ends of site names. Others exist, but `Zone.college` is a name, not a site."""

_SITE = re.compile(rf"(?:https?://)?(?:www?\.)?((?:[a-z0-9-]+\.)+(?:{'|'.join(ENDINGS)}))(/\S*)?")

SHORTEST_STEM = 4
POPULAR = {"sgravenhage": "denhaag", "shertogenbosch": "denbosch"}
_PREFIXES = ("vmbo", "mavo", "csg", "osg", "rsg", "sg", "het", "de")


def site_of(text: str) -> tuple[str, str] | None:
    """Return the host (without www) and the path of a web address, or None when the text is none."""
    found = _SITE.fullmatch(plain(text).strip().rstrip("/."))
    if not found:
        return None
    host, path = found.groups()
    return host, (path or "").strip("/")


def words_of_site(address: str, place: str = "") -> list[str]:
    """The words that a site's name is made of: `christoffelbreda.nl`, in Breda → `christoffel`.

    Host and path count; what is written together is parted where a level, "csg", or the place itself is recognised.
    """
    site = site_of(address)
    if site is None:
        return []
    host, path = site
    own = _squeezed(place)
    labels = [label for label in host.split(".") if label not in ENDINGS]
    stems = (_stem(part, own) for label in (*labels, *path.split("/")) for part in label.split("-"))
    return [word for stem in stems for word in read(stem).words]


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
    bare = "".join(letter for letter in plain(place) if letter.isalnum())
    return tuple(form for form in (bare, POPULAR.get(bare, "")) if form)
