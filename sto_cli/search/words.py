"""From a name as people write it to the words that tell schools apart.

The table of normalisation, applied in this order: `SIGNS` (letter by letter, after accents and capitals), single
letters in a row become one word (`C.T. Stork`), `PAIRS` of words, single words (`words.tsv`), `ENDINGS`
(`maartenscollege` is `maartens` and `college`), then runs of school levels ("voor Vwo, Havo, Vmbo") are set apart, and
small words dropped.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sto_cli.search.codes import LONGEST_TEXT

SIGNS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("'’‘`´ʼʹ′", "")  # d'Ampte, 't
)
"""Letters that no accent explains, and signs inside a word."""


def word_set(text: str) -> frozenset[str]:
    """Make a set of words that are written with spaces between them."""
    return frozenset(text.split())


PAIRS = {
    ("den", "haag"): ("gravenhage",),
    ("den", "bosch"): ("hertogenbosch",),
    ("den", "burg"): ("denburg",),  # Texel's capital, not a burgemeester
    ("den", "helder"): ("denhelder",),  # not a school that is called Helder
    ("vmbo", "t"): ("vmbo", "tl"),
    ("vmbo", "gt"): ("vmbo", "tl"),
    ("vmbo", "groen"): ("vmbogroen",),
}
"""Two words → what they stand for together."""

SMALL = word_set(
    "de het een den der des te ten ter van vd vh voor en of op aan in bij met tot the for and "
    "la le rooms eo ed ca nl www https http com ad od uit"
)
"""Words that tell nothing apart; single letters count as such too."""

SPOTS = word_set(
    "loc locatie locaties locatienaam vest vestiging vestigingen vst geb gebouw afd afdeling dependance hoofdlocatie "
    "nevenlocatie hoofdvestiging nevenvestiging oec gemeente several locations formerly voorheen vroeger thans diverse "
    "verschillende meerdere alle"
)
"""Words around the name of a location or a former name that are no part of it."""

LEVELS = word_set(
    "vmbo vbo mavo havo vwo atheneum gymnasium lyceum lwoo pro praktijkonderwijs lhno lto tl bl kl gl bb kb bbl kbl "
    "basis kader gemengd gemengde theoretische leerweg leerwegen tto eoa mbo bbo loot isk nieuwkomers lavo"
)
"""Levels and learning paths. Several in a row, or one after "voor", say what an institution offers, not its name."""

KINDS = word_set(
    "college school scholen scholengemeenschap scholengroep onderwijs onderwijsgroep onderwijsinstelling groep "
    "voortgezet stichting instelling middelbare ontmoetingsschool schoolgemeenschap vereniging bijzonder algemeen "
    "brede beroepsonderwijs voorbereidend beroeps sint regio"
)
"""Words for what a school is; nearly every school may carry them."""

CALLED = ("college", "lyceum", "gymnasium")
"""What a school calls itself: a Sint-Janscollege is not the Sint-Janslyceum."""

DENOMINATIONS = word_set("christelijk protestants katholiek openbaar regionaal gereformeerd interconfessioneel")
"""Words for whose school it is; many institutions carry them, and people leave them out."""

PROVINCE_SIGNS = {
    "Drenthe": ("dr",), "Flevoland": ("fl",), "Fryslân": ("fr", "frl"), "Gelderland": ("gld", "gd"),
    "Groningen": ("gn", "gr"), "Limburg": ("lb", "lim"), "Noord-Brabant": ("nb", "nbr"), "Noord-Holland": ("nh",),
    "Overijssel": ("ov",), "Utrecht": ("ut",), "Zeeland": ("zl", "zld"), "Zuid-Holland": ("zh",),
}  # fmt: skip
"""What is written behind a place to tell it from another: Elst Gld, Hengelo OV."""

PROVINCE_WORDS = frozenset(sign for signs in PROVINCE_SIGNS.values() for sign in signs) | frozenset(
    {"drenthe", "flevoland", "fryslan", "gelderland", "limburg", "overijssel", "zeeland", "brabant", "holland"}
)
"""Words that only say in which province a place lies."""


@lru_cache(maxsize=1)
def known_words() -> Mapping[str, tuple[str, ...]]:
    """Return single words: what people and DUO write → the words it stands for (`words.tsv`)."""
    lines = Path(__file__).with_name("words.tsv").read_text("utf-8").splitlines()[1:]
    meant = (line.split("\t") for line in lines)
    return {short: tuple(words.split()) for words, written in meant for short in written.split()}


ENDINGS = (
    "scholengemeenschap", "scholengroep", "gymnasium", "scholen", "college", "lyceum", "school", "coll", "mavo", "lyc",
)  # fmt: skip
"""What a school is, written to the end of its name; longest first."""

WHOLE = word_set("praktijkschool hogeschool basisschool voorschool scholengemeenschap scholengroep")
SHORTEST_STEM = 3

STREET_ENDINGS = {"str": "straat", "sngl": "singel", "ln": "laan"}
LEAST_STREET = 5

_PARTS = re.compile(
    r"\s[-\u2013\u2014]\s|[,;:(/|]|\b(?:loc|locatie|vest|vestiging|afd|afdeling|nevenvestiging)\b[.:]?", re.IGNORECASE
)
"""What stands between the parts of a name: `Agnieten College, locatie Meander`, `SCZ - Picasso Lyceum`."""

_ARTICLE = re.compile(r"(?<!\w)['’‘`´]t\b", re.IGNORECASE)
"""The article, which is no letter: `Vmbo 't Venster` is not vmbo-t."""

_TOKEN = re.compile(r"[a-z0-9]+|,")


class TextWords(NamedTuple):
    """A text read: the `words` that may tell schools apart, in order, and the `levels` set apart from them."""

    words: tuple[str, ...]
    levels: frozenset[str]


def plain(text: str) -> str:
    """Take accents, apostrophes and capitals off: `'s-Hertogenbosch, Súdwest` → `s-hertogenbosch, sudwest`."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    decomposed = unicodedata.normalize("NFKD", text.translate(SIGNS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(SIGNS).casefold()


@lru_cache(maxsize=4096)
def read(text: str) -> TextWords:
    """Read a name, a place or a query; only the first `LONGEST_TEXT` letters of it."""
    spelt = plain(_ARTICLE.sub("het", text[:LONGEST_TEXT]))
    if "!" in spelt:
        spelt = re.sub(r"!(?=[a-z])", "i", spelt)  # !mpulse
    tokens = _pairs(list(_buildings(_initials(_TOKEN.findall(spelt)))))
    words, levels = _set_levels_apart([word for token in tokens for word in _expand(token)])
    return TextWords(tuple(word for word in words if _counts(word)), frozenset(levels))


def last_part(text: str) -> str:
    """Return what stands behind the last comma, dash or "locatie" of a name; nothing where it has one part only."""
    parts = [part for part in _PARTS.split(text[:LONGEST_TEXT]) if not LEVELS.issuperset(read(part).words)]
    return parts[-1] if len(parts) > 1 else ""


def read_street(text: str) -> tuple[str, ...]:
    """Read a street: its words with endings written out, without the number of the house."""
    return tuple(street_word(word) for word in read(text).words if not word[0].isdigit())


def street_word(word: str) -> str:
    """Write the ending of a street's name out: `kerkstr` → `kerkstraat`."""
    for short, whole in STREET_ENDINGS.items():
        if len(word) >= LEAST_STREET and word.endswith(short):
            return word.removesuffix(short) + whole
    return word


def _initials(tokens: Iterable[str]) -> Iterator[str]:
    """Write single letters in a row as one word (`c t stork`, `o v c`); a comma ends a row, and is left out."""
    run = ""
    for word in (*tokens, ","):
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            yield run
            run = ""
        if word != ",":
            yield word


def _buildings(tokens: Iterable[str]) -> Iterator[str]:
    """Write "gebouw West" as `west` and `gebouwwest`: where it stands in a name it tells two of one name apart."""
    before = ""
    for word in tokens:
        yield word
        if before == "gebouw":
            yield before + word
        before = word


def _pairs(tokens: list[str]) -> list[str]:
    for at in range(len(tokens) - 1, 0, -1):
        together = PAIRS.get((tokens[at - 1], tokens[at]))
        if together:
            tokens[at - 1 : at + 1] = together
    return tokens


@lru_cache(maxsize=8192)
def _expand(token: str) -> tuple[str, ...]:
    known = known_words()
    if token in known:
        return known[token]
    if token[:-1].isdigit() and token[-1] == "e":  # 2e
        return (token[:-1],)
    for ending in ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= SHORTEST_STEM and token not in WHOLE:
            stem = token.removesuffix(ending)
            return (*known.get(stem, (stem,)), *known.get(ending, (ending,)))
    return (token,)


def _counts(word: str) -> bool:
    return word not in SMALL and word not in SPOTS and (len(word) > 1 or word.isdigit())


def _set_levels_apart(words: list[str]) -> tuple[list[str], list[str]]:
    """Take out each run of levels that lists an offer: two or more levels, or a single one behind "voor" or "v".

    A single level elsewhere may be a name ("Stedelijk Gymnasium", "Jozefmavo") and stays, but is told too.
    """
    kept: list[str] = []
    levels: list[str] = []
    run: list[str] = []
    behind_for = False
    for word in [*words, ""]:
        if word in LEVELS or (run and (word in SMALL or len(word) == 1)):
            run.append(word)
            continue
        offered = [level for level in run if level in LEVELS]
        levels += offered
        if len(offered) == 1 and not behind_for:
            kept += offered
        run = []
        behind_for = word in {"voor", "v"} or (behind_for and word in KINDS)
        kept.append(word)
    return kept[:-1], levels
