"""How DUO writes names and places, and how people do."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sto_cli.register.model import Entry

SMALL_WORDS = {
    "aan", "aen", "bij", "de", "den", "der", "en", "het", "in", "la", "op", "over", "te", "ten", "ter", "van",
}  # fmt: skip
"""Words inside a place name that are written small: Bergen op Zoom, Alphen aan den Rijn."""


AS_WRITTEN = {
    "ov": "OV", "nh": "NH", "zh": "ZH", "nb": "NB", "gld": "Gld", "gn": "Gn", "fr": "Fr", "ut": "Ut", "lb": "Lb",
    "ad": "a/d", "gem": "gem", "'s": "'s", "'t": "'t",
}  # fmt: skip
"""Parts that tell places of one name apart (Hengelo OV, Hengelo Gld), and other short forms."""


def place_name(shouted: str) -> str:
    """Write a place or municipality as people do: `ALPHEN AAN DEN RIJN` → `Alphen aan den Rijn`.

    A name that is not all capitals is left as it is.
    """
    name = " ".join(shouted.split())
    if name != name.upper():
        return name
    words = re.split(r"([ -])", name.lower())
    written = "".join(_word(word, first=position == 0) for position, word in enumerate(words))
    return IN_BRACKETS.sub(lambda found: found[0].upper(), written)


IN_BRACKETS = re.compile(r"\([a-z]{1,3}\.?\)", re.IGNORECASE)
"""The province behind a place: `Bergen (NH.)`."""


def _word(word: str, *, first: bool) -> str:
    if not first and word in SMALL_WORDS:
        return word
    if word in AS_WRITTEN:
        return AS_WRITTEN[word]
    return "IJ" + word[2:] if word.startswith("ij") else word.capitalize()


LOCATION = r"(?:locatie|loc\b\.?)"

DAMAGED = {**{chr(code): bytes([code]).decode("cp850") for code in range(0x80, 0xA0)}, "‚": "é", "‰": "ë"}
"""`Mari‰ndael`, `Carr‚ College`: letters of code page 850 that were read as those of Windows or of Latin 1."""

TIDYING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\blwootest\b", re.IGNORECASE), "Lwoo"),  # left behind by a trial in DUO's own system
    (re.compile(r"\bIwoo\b"), "lwoo"),
    (re.compile(r"(?<=[a-z])–(?=[a-z])"), "û"),  # a damaged letter too: with spaces around it, it is a dash
    (re.compile(r"(?<=[a-z])’(?= )"), ""),
    (re.compile(r"(?<=[a-z])(?=locatie)|(?<=locatie)(?=[A-Z])|(?<=\bvoor)(?=Vwo\b)"), " "),
    (re.compile(r"\s*,\s*"), ", "),
    (re.compile(rf"\s*-\s*(?={LOCATION})", re.IGNORECASE), " - "),
    (re.compile(r"\s+"), " "),
)
"""What is mended in a name, in this order."""

INITIALS = re.compile(r"(?<!\S)(?:[A-Z] ){2,}[A-Z](?!\S)")
"""Three or more letters written apart: `O V C`. Two may be the initials of a person."""

LEADING_LOCATION = re.compile(rf"{LOCATION}[\s,]+(?=\S)", re.IGNORECASE)
"""`Locatie, Calvijn`, `loc. De Joost`: people leave the word out."""

ONLY_A_PART = re.compile(rf"{LOCATION}[\s,]+(?:noord|oost|zuid|west|centrum)", re.IGNORECASE)
"""`locatie Zuid`: which part of town, not what the school is called."""

NO_NAME_ALONE = re.compile(r"(?:noord|oost|zuid|west|centrum|vmbo|isk)(?: .*)?", re.IGNORECASE)
"""What is no name without the word: `locatie Zuid`, `locatie vmbo Hoorn`."""


def tidy_name(written: str) -> str:
    """Write a school's name as people do: `O V C  locatie Buitenhout` → `OVC locatie Buitenhout`.

    `Locatie, Calvijn` → `Calvijn`; noise of DUO's files (`Lwootest`, damaged letters) is mended.
    """
    name = "".join(DAMAGED.get(letter, letter) for letter in written)
    for pattern, right in TIDYING:
        name = pattern.sub(right, name)
    name = INITIALS.sub(lambda found: found[0].replace(" ", ""), name.strip(" ,"))
    return _without_leading_location(name)


def _without_leading_location(name: str) -> str:
    found = LEADING_LOCATION.match(name)
    rest = name[found.end() :] if found else name
    if not found or NO_NAME_ALONE.fullmatch(rest):
        return re.sub(r"^(locatie),", r"\1", name, flags=re.IGNORECASE)
    return rest[0].upper() + rest[1:] if rest[1:2].islower() else rest


_LEVEL = (
    r"(?:gymn?(?:asium)?|ath(?:eneum)?|lyc(?:eum)?|havo|vwo|mavo|vmbo(?:-?(?:bk|tl|t|kgt))?|vbo|lwoo?|iwoo|pro|"
    r"praktijkonderwijs|basis|kader|tl|theoretische leerweg|tweetalig ond\.|technasium|mbo)\b\.?"
)
_LEVELS = rf"{_LEVEL}(?:(?:[\s,/-]|\ben\b|&)+{_LEVEL})+"
LEVELS_OF_A_NAME = re.compile(
    rf"[\s,]*\bv(?:oor|\.)?\s+(?:\w+ )?{_LEVELS}|[\s,]+{_LEVELS}|[\s,]+v(?:oor|\.)\s+(?:vmbo(?:-\w+)?|mavo|havo|vbo)$",
    re.IGNORECASE,
)
"""`voor Lyceum Havo Mavo Vbo Lwoo`: the levels that an official name sums up."""

NO_OWN_WORDS = {
    "locatie", "loc", "vestiging", "vest", "vst", "voor", "v", "sgm", "sg", "scholengemeenschap", "scholengem", "chr",
    "en", "christelijke", "openbare", "opb", "stichting", "scholengroep", "scholengr", "scholengrp", "school",
    "college", "de", "het", "van", "te", "a", "d",
}  # fmt: skip
"""Words that come and go in the official names of one school."""


def short_name(official: str) -> str:
    """Return an official name without the levels that it sums up, unless nothing is left that names a school.

    `Scholengemeenschap Dingstede voor Mavo Havo en Atheneum` → `Scholengemeenschap Dingstede`.
    """
    short = " ".join(LEVELS_OF_A_NAME.sub("", official).split()).strip(" ,-")
    return short if without_levels(short) else official


def without_levels(name: str) -> frozenset[str]:
    """Return the words of a name that are its own: without levels, kinds of school and the word "locatie"."""
    words = re.findall(r"[^\W_]+", LEVELS_OF_A_NAME.sub(" ", name).casefold())
    return frozenset(word for word in words if word not in NO_OWN_WORDS and not re.fullmatch(_LEVEL, word))


def is_like(name: str, official: str) -> bool:
    """Whether an official name may be the longer or shorter form of a name: one has all own words of the other."""
    own, new = without_levels(name), without_levels(official)
    return own <= new or new <= own or all(word in letters_of(official) for word in own)


def names_only_a_part(name: str) -> bool:
    """Whether a name says only in which part of town the school lies: `locatie, Zuid`."""
    return bool(ONLY_A_PART.fullmatch(name))


def same_name(one: str, other: str) -> bool:
    """Whether two names differ only in capitals, spaces and punctuation."""
    return letters_of(one) == letters_of(other)


def letters_of(name: str) -> str:
    """The letters and digits of a name, in small letters: what makes it this name."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


class Seen(NamedTuple):
    """A name as a file writes it, with the last year in which it was seen; empty where that is not known."""

    name: str
    until: str = ""


def seen_before(entry: Entry) -> list[Seen]:
    """Return the former names of an entry of the register, each written as a text or with its year."""
    written = entry.get("former_names") or ()
    return [Seen(name) if isinstance(name, str) else Seen(name["name"], name.get("until", "")) for name in written]


def distinct(names: Iterable[str]) -> list[str]:
    """Write names as people do, each once: capitals, spaces and punctuation make no other name."""
    return list({letters_of(name): name for name in reversed([*map(tidy_name, names)]) if name}.values())[::-1]


def former_names(names: Iterable[Seen], current: Iterable[str]) -> list[Entry | str]:
    """Return the names that are not among `current` as the register writes them, the last one first.

    Each stands once, with the last year that any file gives it, in the spelling of that year. A name that lost
    letters on the way (a control character stands in their place) or says only where the school lies is left out.
    """
    found: dict[str, Seen] = {}
    for name, until in names:
        tidy = Seen(tidy_name(name), until)
        key = letters_of(tidy.name)
        if (
            tidy.name.isprintable()
            and not names_only_a_part(tidy.name)
            and key
            and (key not in found or until > found[key].until)
        ):
            found[key] = tidy
    for name in current:
        found.pop(letters_of(name), None)
    ordered = sorted(found.values(), key=lambda seen: seen.until, reverse=True)
    return [{"name": seen.name, "until": seen.until} if seen.until else seen.name for seen in ordered]


def names_in_use(used: Iterable[Mapping[str, str]], known: Iterable[str]) -> list[Entry]:
    """Return the names in use that are none of the `known` names, each once, with the first source that has it."""
    found: dict[str, Entry] = {}
    for entry in used:
        name = tidy_name(entry["name"])
        found.setdefault(letters_of(name), {key: value for key, value in {**entry, "name": name}.items() if value})
    for name in known:
        found.pop(letters_of(name), None)
    return list(found.values())
