"""The four forms in which pupils meet technology, by the words that people use for them."""

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
}
_NOT = re.compile(r"\b(?:geen|no|zonder|without|niet (?:als|in(?: de| een)?|via(?: een)?))\b[^,;.()]*")
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
        return list(FORMS)
    parts = re.split(r"[,;+]", written)
    return list(dict.fromkeys(form for part in parts for form in _in_part(part, asked=asked, by_profile=by_profile)))


def _in_part(written: str, *, asked: bool, by_profile: bool) -> list[Form]:
    text = _NOT.sub(" ", _plain(written))
    places = {form: one.start() for form in FORMS if (one := _WORDS[form].search(text))}
    found = sorted(places, key=places.__getitem__)
    plain_profile = by_profile and not {"non-technical-profile", "elective"} & {*found}
    if plain_profile and _names_one_that_is_not_technical(written, asked=asked):
        found.append("non-technical-profile")
    return found


def _plain(written: str) -> str:
    return plain_word(written).replace("-", " ")


def same_form(written: str) -> bool:
    """Whether a text says that the form is that of the activity before it: “idem”, “zelfde”."""
    return _SAME.fullmatch(_plain(written)) is not None


def _names_one_that_is_not_technical(written: str, *, asked: bool) -> bool:
    codes = profiles_in(written, asked=asked)
    return bool(codes) and not any(PROFILES[code].technical for code in codes)
