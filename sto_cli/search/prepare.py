"""Preparing a register for search: every name, place and street as numbered words, with what each word weighs.

What this makes is plain data (it is kept as a derived copy), laid out so that a search can begin without building
anything: the words ordered by their length, the entries of each word, and what is known of places. An entry is JSON,
read when it is looked at.
"""

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any, NamedTuple

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.levels import level_offered
from sto_cli.search.places import MUNICIPALITY_SHARE, place_names
from sto_cli.search.results import MemberRef, members_beside, texts_of
from sto_cli.search.spelling import by_ear, letters
from sto_cli.search.web import words_of_site
from sto_cli.search.words import DENOMINATIONS, KINDS, LEVELS, PROVINCE_SIGNS, plain, read, read_street, word_set

KIND_FACTOR = 0.3
"""What a word such as "college" or "mavo" weighs, against a name's own word that is as rare."""

DENOMINATION_FACTOR = 0.6
"""The same for a word such as "openbaar", which people put before a name or leave out."""

LEAST_WEIGHT = 0.02

FORMER_INSTITUTIONS: dict[str, tuple[str, ...]] = {
    "yuverta": ("Wellantcollege", "Helicon", "Citaverde College"),
    "vonk": ("Clusius College",),
    "aeres": ("Groenhorst College", "Nordwin College"),
    "zone": ("AOC Oost", "De Groene Welle"),
}
"""Institutions that went into another and that people still name: a word of the present name → the former names.

Yuverta: Wellantcollege, Helicon and Citaverde (2021). Vonk: Clusius College (2022). Aeres: Groenhorst (2016), Nordwin
College (2021). Zone.college: AOC Oost and De Groene Welle (2018).
"""


class FindableWords(NamedTuple):
    """What an entry consists of, still in words. `names`: kind, which text, words; `places`: words, share.

    A text of the school itself is named by its place among its texts (see `texts_of`), any other is given. `levels`:
    the levels that its own name tells (`loc. Frits Philips lyceum-mavo`), and what those in use offer together.
    """

    holder: str
    names: list[tuple[str, int | str, list[str]]]
    places: list[tuple[tuple[str, ...], float]]
    street: tuple[str, ...]
    levels: tuple[str, ...] = ()


def prepare(register: Register) -> dict[str, Any]:
    """Prepare the words of a register; the entries are its schools in their order, then the members beside them."""
    entries = [_school_parts(school) for school in register.schools.values()]
    entries += [_member_parts(ref) for ref in members_beside(register)]
    holders = _holders(entries)
    streets = {word for entry in entries for word in entry.street}
    words = sorted(holders.keys() | streets, key=lambda word: (len(word), word))
    number_of = {word: number for number, word in enumerate(words)}
    everyone = len({entry.holder for entry in entries}) or 1
    families = _families(entries)
    numbered = [_numbered(entry, number_of, family) for entry, family in zip(entries, families, strict=True)]
    return {
        "words": words,
        "weights": [_weight(word, len(holders.get(word, ())), everyone) for word in words],
        "shorts": _shorts(entries, number_of),
        "unnamed": _unnamed(entries, number_of),
        **_sounds(words),
        "bits": [letters(word) for word in words],
        "postings": _postings(numbered, len(words)),
        "streets": sorted({word for entry in numbered for word in entry[2]}),
        "entries": [json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() for entry in numbered],
        **_place_words(entries, number_of),
    }


def _school_parts(school: School) -> FindableWords:
    texts = texts_of(school)
    kinds = [
        "name", *["alias"] * len(school.aliases), *["former"] * len(school.former_names),
        *["in_use"] * len(school.names_in_use), "site",
    ]  # fmt: skip
    names: list[tuple[str, int | str, list[str]]] = []
    for at, (kind, text) in enumerate(zip(kinds, texts, strict=True)):
        if kind == "site":
            names += [(its_kind, at, words) for its_kind, words in _site_words(school, names)]
        else:
            names.append((kind, at, _distinct(read(text).words)))
    names += [("former", former, _distinct(read(former).words)) for former in _former_institutions(school)]
    places = place_names(school.address.place, school.municipality, school.province)
    here = {word for words, _ in places for word in words}
    shorts = {short: at for at, text in enumerate(texts[:-1]) for short in initials(text, here)}
    names += [("short", at, [short]) for short, at in shorts.items()]
    names += [("name", at, words) for at, text in enumerate(texts[:-1]) for words in _as_heard(text)]
    street = read_street(school.address.street or "")
    used = {level_offered(read(used.name).levels) for used in school.names_in_use}
    levels = tuple(sorted({*read(school.name).levels, *filter(None, used)}))
    return FindableWords(school.institution, [name for name in names if name[2]], places, street, levels)


def _site_words(school: School, names: Iterable[tuple[str, int | str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
    """The words of a school's site, unless they say only "vmbo" and its place.

    Where it is the name written together (`millhillcollege`), that is one more way to write the name.
    """
    known = sorted({word for _, _, words in names for word in words if len(word) > 1}, key=len, reverse=True)
    parted = _distinct(words_of_site(school.website or "", school.town, known))
    written = _distinct(words_of_site(school.website or "", school.town))
    places = place_names(school.address.place, school.municipality, school.province)
    general = {word for place, _ in places for word in place} | KINDS | LEVELS
    if not general.issuperset(parted):
        yield "site", parted
        if parted != written:
            yield "alias", written


def _member_parts(ref: MemberRef) -> FindableWords:
    member = ref.member
    holder = (member.id or "")[:4] or f"{ref.region.id} {member.name}"
    names: list[tuple[str, int | str, list[str]]] = [("name", member.name, _distinct(read(member.name).words))]
    return FindableWords(holder, names, place_names(member.place, None, None), ())


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _former_institutions(school: School) -> Iterator[str]:
    present = set(read(school.name).words)
    for word, formers in FORMER_INSTITUTIONS.items():
        if word in present:
            yield from formers


SHORT_LENGTHS = range(3, 6)
NOT_IN_SHORT = word_set("scholengroep sint stichting onderwijs voortgezet")
LEFT_OUT = frozenset({"scholengemeenschap"})
"""What people put into a short form or leave out: KSH is the Katholieke Scholengemeenschap Hoofddorp."""


def initials(text: str, place: Set[str] = frozenset()) -> set[str]:
    """The short forms that people make of a name: `Koningin Wilhelmina College` → `kwc`; also without its place."""
    words = [word for word in read(text).words if word not in NOT_IN_SHORT]
    most = [word for word in words if word not in LEFT_OUT]
    own = [word for word in most if word not in DENOMINATIONS]
    bare = [word for word in own if word not in place]
    shorts = {"".join(map(_initial, some)) for some in (words, most, own, bare) if len(some) > 1}
    return {short for short in shorts if len(short) in SHORT_LENGTHS}


def _as_heard(text: str) -> Iterator[list[str]]:
    """The words of a name as people hear it: a Roman numeral as one word with the name, no French article or name.

    `Pius X` → `piusx`, `d'Oultremont College` → `oultremont college`, `François Vatel` → `frans vatel`.
    """
    yield from ([before + numeral] for before, numeral in _NUMERAL.findall(plain(text)))
    if (heard := _FRENCH.sub("Frans", _ARTICLE.sub("", text))) != text:
        yield _distinct(read(heard).words)


_NUMERAL = re.compile(r"\b([a-z]{4,}) (x{1,3}|x?i{1,3}|x?iv)\b")
_FRENCH = re.compile(r"\bFran[çc]ois\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)[dDlL]['’‘`´](?=\w{4})")


def _initial(word: str) -> str:
    """The first letter; initials written together are kept (`am` of A.M. van Schurman)."""
    return word if len(word) == len("am") else word[0]


def _holders(entries: Iterable[FindableWords]) -> dict[str, set[str]]:
    """The institutions that have each word, in a name or as a place."""
    holders: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for words in (*(name[2] for name in entry.names), *(place[0] for place in entry.places)):
            for word in words:
                holders[word].add(entry.holder)
    return holders


def _weight(word: str, having: int, everyone: int) -> float:
    """What a word weighs: 1 when one institution has it, less the more institutions do, never nothing.

    Counted by institution, not by school: "Yuverta" has thirty schools, and yet the word says which institution.
    """
    rarity = (math.log(everyone / max(having, 1)) + 0.2) / (math.log(everyone) + 0.2)
    general = word in KINDS or word in LEVELS or word.isdigit()
    factor = KIND_FACTOR if general else DENOMINATION_FACTOR if word in DENOMINATIONS else 1.0
    return round(max(rarity, LEAST_WEIGHT) * factor, 4)


LEAST_SISTERS = 0.5
"""A word is the family's when so large a share of the institution's other schools have it too, in any name."""


def _families(entries: Sequence[FindableWords]) -> list[set[str]]:
    """For each entry the words that its institution's other schools have too: they do not tell which school it is."""
    having: dict[str, Counter[str]] = defaultdict(Counter)
    sizes = Counter(entry.holder for entry in entries)
    own = [{word for name in entry.names if name[0] != "former" for word in name[2]} for entry in entries]
    for entry, words in zip(entries, own, strict=True):
        having[entry.holder].update(words)
    found = []
    for entry, words in zip(entries, own, strict=True):
        others = sizes[entry.holder] - 1
        counts = having[entry.holder]
        found.append({word for word in words if others and (counts[word] - 1) / others >= LEAST_SISTERS})
    return found


def _numbered(entry: FindableWords, number_of: dict[str, int], family: set[str]) -> list[Any]:
    return [
        [[kind, text, [number_of[word] for word in words]] for kind, text, words in entry.names],
        [[[number_of[word] for word in words], share] for words, share in entry.places],
        [number_of[word] for word in entry.street],
        [number_of[word] for word in family],
        list(entry.levels),
    ]


def _shorts(entries: Iterable[FindableWords], number_of: dict[str, int]) -> list[int]:
    """The abbreviations that are no other word: nothing is near these but themselves (Goes is not GO-VS)."""
    shorts: set[str] = set()
    others: set[str] = set()
    for entry in entries:
        others.update(word for words, _ in entry.places for word in words)
        for kind, _, words in entry.names:
            (shorts if kind == "short" else others).update(words)
    return sorted(number_of[short] for short in shorts - others)


def _unnamed(entries: Iterable[FindableWords], number_of: dict[str, int]) -> list[int]:
    """The words of places and streets that stand in no name."""
    named = {word for entry in entries for _, _, words in entry.names for word in words}
    return sorted(number for word, number in number_of.items() if word not in named)


def _sounds(words: list[str]) -> dict[str, Any]:
    """How the words sound, ordered as words are, and the words that sound so."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        for sound in by_ear(word):
            having[sound].append(number)
    ordered = sorted(having, key=lambda sound: (len(sound), sound))
    return {
        "sounds": ordered,
        "sound_bits": [letters(sound) for sound in ordered],
        "sounding": [_listed(having[sound]) for sound in ordered],
    }


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _postings(entries: list[list[Any]], words: int) -> list[str]:
    """Each word's entries, by name, place or street."""
    found: list[list[int]] = [[] for _ in range(words)]
    for number, (names, places, street, *_) in enumerate(entries):
        having = {word for name in names for word in name[2]} | {word for place in places for word in place[0]}
        for word in having | set(street):
            found[word].append(number)
    return list(map(_listed, found))


def _place_words(entries: Iterable[FindableWords], number_of: dict[str, int]) -> dict[str, Any]:
    """What is known of places.

    `places`: words that are the whole name of a place or municipality; `place_parts`: words of any such name;
    `around`: pairs of a word of a place and the words of the municipalities in which places of that name lie.
    """
    whole: set[int] = set()
    parts: set[int] = set()
    around: dict[int, set[int]] = defaultdict(set)
    signs = {sign for some in PROVINCE_SIGNS.values() for sign in some}
    for entry in entries:
        named = [([number_of[word] for word in words], share) for words, share in entry.places if words[0] not in signs]
        wider = {word for words, share in named if share == MUNICIPALITY_SHARE for word in words}
        for words, share in named:
            if share >= MUNICIPALITY_SHARE:
                parts.update(words)
                whole.update(words if len(words) == 1 else ())
            if share == 1:
                for word in words:
                    around[word] |= wider
    return {
        "places": sorted(whole),
        "place_parts": sorted(parts),
        "around": [[word, sorted(by)] for word, by in around.items()],
    }
