"""The forms in which pupils meet technology, by the words that people use for them."""

from __future__ import annotations

import re

from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import FORMS, Form
from sto_cli.plans.source.boxes import ticked
from sto_cli.register.profiles import PROFILES

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
