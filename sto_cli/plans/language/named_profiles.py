"""The profiles of the vmbo and the forms in which pupils meet technology, by the words that people use for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import FORMS, Form
from sto_cli.plans.source.boxes import ticked
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


_EARLY = r"(?:[12](?![0-9])|een|twee|eerste|tweede|one|two|first|second)"
_WORDS: dict[Form, re.Pattern[str]] = {
    "elective": re.compile(r"keuze ?(?:vak|deel|module)|\bkv'?s?\b|\belectives?\b"),
    "practical-programme": re.compile(
        r"praktijk ?gericht|\bpgp'?s?\b|practical program|technologie (?:en|&) toepassing|\bt ?& ?t\b"
    ),
    "non-technical-profile": re.compile(
        r"\bniet ?techni\w*|\bnon ?techni\w*|\b(?:ander|zacht|other)\w* profi\w*|zorgprofiel"
    ),
    "lower-years": re.compile(
        r"onderbouw|\bob\b|\blower years?|brugklas|"
        rf"\b(?:leerja(?:ar|ren)|klas(?:sen)?|jaar|year|years|grade) {_EARLY}\b|"
        rf"\b{_EARLY} (?:(?:en|and|/|twee|two) ?(?:{_EARLY} )?)?(?:leerja(?:ar|ren)|klas(?:sen)?|years?)\b|"
        r"\b[12]e ?(?:jaars|klas|leerjaar)"
    ),
    "theoretical-route": re.compile(
        r"\btheoretische (?:leer)?weg|\btheoretical (?:route|path\w*|track)|"
        r"\btechni\w* (?:in|voor|op) (?:de |het )?(?:vmbo )?(?:gl ?/ ?)?(?:g?tl|mavo)\b"
    ),
    "technical-profile": re.compile(
        r"(?<!niet )(?<!non )\b(?:techni\w+ profi\w+|techniekprofi\w+|quality in (?:the|a) technical)"
    ),
}
_ASKED: dict[Form, re.Pattern[str]] = {"theoretical-route": re.compile(r"\b(?:g?tl|mavo|theoreti\w+)\b")}
"""Words for a form that say it only where the form is asked."""

_NOT = re.compile(r"\b(?:geen|no|zonder|without|niet (?:als|in(?: de| een)?|via(?: een)?))\b[^,;.()]*")
WAYS = FORMS[:4]
"""Those in which pupils meet technology: who writes “all of them” means these."""

_ALL = re.compile(r"(?:alle|all|the)(?: (?:vier|four|4))?(?: (?:de|the))?(?: (?:vormen|forms))?|alles")
_SAME = re.compile(
    r"(?:de|het|the)? ?(?:zelfde|hetzelfde|dezelfde|idem|ditto|same)(?: (?:vorm|form))?"
    r"(?: (?:als|as) (?:hier)?(?:boven|vorige|above|\d))?|zie (?:hier)?boven|see above|[\"”″〃]"
)


def forms_in(written: str, *, asked: bool = False, by_profile: bool = True) -> list[Form]:
    """Return the forms that a text names, in the order of the text: “techniek in de onderbouw en een keuzevak”.

    `asked` says that the text stands where a form is asked: then profiles in small letters count as well. With
    `by_profile`, to name a profile that is not technical is to name its form.
    """
    written = ticked(written)
    if _ALL.fullmatch(_plain(written)):
        return list(WAYS)
    parts = re.split(r"[,;+]", written)
    return list(dict.fromkeys(form for part in parts for form in _in_part(part, asked=asked, by_profile=by_profile)))


def _in_part(written: str, *, asked: bool, by_profile: bool) -> list[Form]:
    text = _NOT.sub(" ", _plain(written))
    places = {form: one.start() for form in FORMS if (one := _searched(form, text, asked=asked))}
    found = sorted(places, key=places.__getitem__)
    if "practical-programme" in found and "theoretical-route" in found:  # it is given in that route
        found.remove("theoretical-route")
    if by_profile and not {"non-technical-profile", "technical-profile", "elective"} & {*found}:
        found += _by_profile(written, asked=asked)
    return found


def _searched(form: Form, text: str, *, asked: bool) -> re.Match[str] | None:
    return _WORDS[form].search(text) or (_ASKED[form].search(text) if asked and form in _ASKED else None)


def _plain(written: str) -> str:
    return plain_word(written).replace("-", " ")


def same_form(written: str) -> bool:
    """Whether a text says that the form is that of the activity before it: “idem”, “zelfde”."""
    return _SAME.fullmatch(_plain(written)) is not None


def _by_profile(written: str, *, asked: bool) -> list[Form]:
    """Return the form of the profiles that a text names: a technical one is meant only where a form is asked."""
    technical = [PROFILES[code].technical for code in profiles_in(written, asked=asked)]
    if technical and not any(technical):
        return ["non-technical-profile"]
    return ["technical-profile"] if asked and technical and all(technical) else []
