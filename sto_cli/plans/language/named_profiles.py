"""The profiles of the vmbo, by the words that people use for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sto_cli.plans.language.plain import plain_word
from sto_cli.register.profiles import PROFILES, profile_code

_NONE = re.compile(r"\b(?:geen|niet|zonder|no|not|without)\b(?![- ]techni)", re.IGNORECASE)

SHORT = {
    "bouw": "BWI", "mobiliteit": "MT", "maritiem": "MAT", "media": "MVI", "dienstverlening": "DP", "groen": "GR",
    "zorg": "ZW", "economie": "EO", "horeca": "HBR",
}  # fmt: skip
"""Words by which a profile is called for short, where nothing but profiles is asked."""

_NO_PROFILE = re.compile(
    r"\b(?:[mh]avo|tl|gl|gtl|vmbo|bbl?|kbl?|bl|kl|gl/tl|leerweg\w*|basis|kader|gemengd\w*|theoretisch\w*|lwoo|pro|praktijkonderwijs|"
    r"alle|all|onderbouw|bovenbouw|leerja\w+|klas\w*|breed|divers\w*|verschillende|meerdere|geen|none|nvt|n\.v\.t\.?|"
    r"technisch\w*|lower years|leerling\w*|pupils)(?![\w&])",
    re.IGNORECASE,
)


def profiles_in(text: str, *, asked: bool = False) -> list[str]:
    """Return the codes of the profiles that a text names, in its order: “PIE, en we nemen E&O mee”.

    `asked` says that the text stands where profiles are asked: then small letters and short names count as well.
    """
    return list(dict.fromkeys(one.code for one in _named(text, asked=asked)))


_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def without_profile(text: str) -> list[str]:
    """Return what stands between the commas of a text of profiles, and names none; brackets may hold learning paths."""
    text = _IN_BRACKETS.sub(lambda found: "" if names_no_profile(found[0]) else found[0], text)
    named = list(_named(text, asked=True))
    parts = re.finditer(r"[^,;]+", text)
    return [
        part[0].strip()
        for part in parts
        if part[0].strip() and not any(one.start < part.end() and one.end > part.start() for one in named)
    ]


class _Named(NamedTuple):
    start: int
    end: int
    code: str


def _named(text: str, *, asked: bool) -> list[_Named]:
    if _NONE.search(text):
        return []
    found: list[_Named] = []
    left = text
    for code, pattern in _names().items():
        for name in pattern.finditer(left):
            found.append(_Named(*name.span(), code))
            left = left[: name.start()] + "." * len(name[0]) + left[name.end() :]
    return sorted([*found, *_codes(left, asked=asked)])


def names_no_profile(text: str) -> bool:
    """Whether a text stands in the place of a profile and is none on purpose: a learning path, “alle profielen”."""
    return _NO_PROFILE.search(text) is not None


def _codes(text: str, *, asked: bool) -> Iterator[_Named]:
    for word in re.finditer(r"\b[A-Za-z](?:&|[A-Za-z])[A-Za-z]*\b", text):
        written = word[0]
        if not asked and not (written.isupper() or written in {"MaT", "Groen"}):
            continue
        code = SHORT.get(plain_word(written)) if asked else None
        code = code or profile_code(written)
        if code is not None and (written.isupper() or not PROFILES[code].combined):
            yield _Named(*word.span(), code)


@cache
def _names() -> dict[str, re.Pattern[str]]:
    """Return a pattern for the full name of each profile, with `&`, `/` or nothing for “en” and its commas left out."""
    return {
        code: re.compile(rf"\b{_between(profile.name)}\b", re.IGNORECASE)
        for code, profile in PROFILES.items()
        if " " in profile.name and not profile.combined
    }


def _between(name: str) -> str:
    words = [re.escape(word) for word in re.findall(r"\w+", name) if word != "en"]
    return r"\s*(?:,|/|&|\+|-|\ben\b|\band\b|\s)\s*(?:en\s+|&\s*)?".join(words)
