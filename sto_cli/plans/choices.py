"""Words that are chosen from a few: forms, kinds of partner, profiles, as people write them."""

from __future__ import annotations

import re

from sto_cli.plans.model import FORMS, PARTNER_KINDS, Form, PartnerKind
from sto_cli.plans.plain import plain_word
from sto_cli.plans.shape import KINDS_ALSO
from sto_cli.register.profiles import PROFILES, profile_code

_FORM_WORDS: dict[Form, re.Pattern[str]] = {
    "elective": re.compile(r"keuzevak|keuzedeel|elective"),
    "practical-programme": re.compile(r"praktijkgericht|practical-programme|practical-program\b|\bpgp\b"),
    "non-technical-profile": re.compile(
        r"niet-?-?techni\w+-?profiel|niet-techniek-?profiel|non-technical-profile|niet-technisch$|"
        r"techniek-(?:in|binnen|bij)-(?:het-profiel-|profiel-)?(?:zw|z&w|zorg|eo|e&o|economie|hbr|horeca|groen|gr)\b"
    ),
    "lower-years": re.compile(r"onderbouw|lower-years|leerjaar-1|klas-1-en-2"),
}


MOST_WORDS = 3
"""Words of a kind of partner: in a longer text, such a word may be about something else."""


def form_meant(written: str) -> Form | None:
    """Return the form that a text names: “techniek in een niet-technisch profiel”; None when it names none, or two."""
    plain = plain_word(written)
    found = [form for form in FORMS if plain == form or _FORM_WORDS[form].search(plain)]
    return found[0] if len(found) == 1 else None


def kind_meant(written: str) -> PartnerKind | None:
    """Return the kind of partner that a text stands for; other words for it than a plan knows count as well."""
    if written in PARTNER_KINDS:
        return written
    plain = plain_word(written)
    whole = _kind(plain)
    if whole is not None:
        return whole
    words = [word for word in re.split(r"[^a-z]+", plain) if word]
    found = {kind for word in words if (kind := _kind(word)) is not None} if len(words) <= MOST_WORDS else set()
    return found.pop() if len(found) == 1 else None


def kind_of_word(written: str) -> PartnerKind | None:
    """Return the kind of partner that a text is the word for, and nothing but that."""
    return _kind(plain_word(written))


def _kind(plain: str) -> PartnerKind | None:
    return next((kind for kind, words in KINDS_ALSO.items() if plain == kind or plain in words), None)


_AND_SIGN = re.compile(r"(?<=[a-z]) ?& ?(?=[A-Za-z]{3})")
"""The sign in the name of a profile (`Zorg & Welzijn`), not that in its code (`Z&W`)."""

_NONE = re.compile(r"\b(?:geen|niet|zonder|no|not|without)\b", re.IGNORECASE)


def profiles_in(text: str) -> list[str]:
    """Return the codes of the profiles that a text names, in its order: “PIE, en we nemen E&O mee”."""
    if _NONE.search(text):
        return []
    found: list[tuple[int, str]] = []
    text = _AND_SIGN.sub(" en ", text)
    for code, profile in PROFILES.items():
        name = re.search(rf"\b{re.escape(profile.name)}\b", text, re.IGNORECASE)
        if name:
            found.append((name.start(), code))
    for word in re.finditer(r"\b[A-Z](?:&|[A-Za-z])[A-Z]{0,2}\b|\bGroen\b|\b(?:pie|bwi|mvi|hbr)\b", text):
        known = profile_code(word[0])
        if known:
            found.append((word.start(), known))
    return list(dict.fromkeys(code for _, code in sorted(found)))
