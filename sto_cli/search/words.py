"""From a name as people write it to the words that tell schools apart.

`SPELLINGS` and `WORDS` are the table of normalisation, applied in this order: accents and capitals, then each
spelling of `SPELLINGS` from top to bottom, then each single word by `WORDS`, then endings (`maartenscollege` is
`maartens` and `college`), then runs of school levels ("voor Vwo, Havo, Vmbo") are set apart, and small words dropped.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST_TEXT = 300
"""Letters of a query that are read; the longest name of the register has 84, the rest is noise or an attack."""

_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("’‘`´ʼʹ′", "'")
    | dict.fromkeys("‐‑‒–—―−_", "-")
)

SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"!(?=[a-z])", "i"),  # !mpulse
        (r"\bvmbo[ -]?(?:gt|g/t|tl|t)\b", "vmbo tl"),  # VMBO-T
        (r"\bb ?/ ?k\b", "basis kader"),  # vmbo b/k
        (r"\b([ao])/d\b", r"\1an de"),  # Capelle a/d IJssel
        (r"\br'dam\b|\brdam\b", "rotterdam"),
        (r"\ba'dam\b|\badam\b", "amsterdam"),
        (r"\bden haag\b|\bdenhaag\b", "gravenhage"),
        (r"\bden bosch\b|\bdenbosch\b", "hertogenbosch"),
        (r"\bden burg\b", "denburg"),  # Texel's capital, not a burgemeester
        (r"(?:(?<=\s)|^)'?s[- ]?(?=gravenhage|hertogenbosch|gravenzande|gravendreef|heerenberg)", ""),
        (r"(\d)e\b", r"\1"),  # 2e Carnissestraat
        (r"'", ""),  # d'Ampte, 't
        (r"\b([a-z])[. -]{1,2}(?=[a-z]\b)", r"\1"),  # C.T. Stork, O V C, H N Werkman
    )
)
"""Spellings of more than one word or letter: pattern → what it stands for. The text is plain and small by then."""

SMALL = frozenset(
    ["de", "het", "een", "den", "der", "des", "te", "ten", "ter", "van", "vd", "vh", "voor", "en", "of", "op", "aan", "in", "bij", "met", "uit", "over", "om", "naar", "tot", "the", "of", "for", "and", "la", "le", "rooms", "eo", "ed", "ca", "nl", "www", "https", "http", "com"]
)
"""Words that tell nothing apart; single letters count as such too."""

SPOTS = frozenset(
    ["loc", "locatie", "locaties", "locatienaam", "vest", "vestiging", "vestigingen", "vst", "geb", "gebouw", "afd", "afdeling", "dependance", "hoofdlocatie", "nevenlocatie", "hoofdvestiging", "nevenvestiging", "oec", "several", "locations", "formerly", "voorheen", "vroeger", "thans", "diverse", "verschillende", "meerdere", "alle"]
)
"""Words around the name of a location or a former name that are no part of it."""

LEVELS = frozenset(
    ["vmbo", "vbo", "mavo", "havo", "vwo", "atheneum", "gymnasium", "lyceum", "lwoo", "pro", "praktijkonderwijs", "lhno", "lto", "tl", "bl", "kl", "gl", "bb", "kb", "bbl", "kbl", "basis", "kader", "gemengd", "gemengde", "theoretische", "leerweg", "leerwegen", "tto", "eoa", "mbo", "bbo", "loot", "isk", "nieuwkomers", "lavo"]
)
"""Levels and learning paths. Several in a row, or one after "voor", say what an institution offers, not its name."""

KINDS = frozenset(
    ["college", "school", "scholen", "scholengemeenschap", "scholengroep", "onderwijs", "onderwijsgroep", "onderwijsinstelling", "groep", "voortgezet", "stichting", "instelling", "middelbare", "ontmoetingsschool", "schoolgemeenschap", "vereniging", "bijzonder", "algemeen", "brede", "beroepsonderwijs", "voorbereidend", "beroeps", "sint", "regio"]
)
"""Words for what a school is; nearly every school may carry them."""

WORDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("coll", "col", "colleges", "colege", "collega", "colllege"), ("college",)),
    **dict.fromkeys(("lyc", "lyceaum", "liceum"), ("lyceum",)),
    **dict.fromkeys(("ath",), ("atheneum",)),
    **dict.fromkeys(("gym", "gymn"), ("gymnasium",)),
    **dict.fromkeys(("sg", "sgm", "sgs", "scholengem", "schgem", "scholengemeensch"), ("scholengemeenschap",)),
    **dict.fromkeys(("scholengr", "scholengrp", "schgr"), ("scholengroep",)),
    **dict.fromkeys(("chr", "christ", "christelijke", "chris"), ("christelijk",)),
    **dict.fromkeys(("prot", "protestant", "protestantse", "protestantschristelijk"), ("protestants",)),
    **dict.fromkeys(("kath", "katholieke", "rk", "rkath"), ("katholiek",)),
    **dict.fromkeys(("opb", "openb", "openbare"), ("openbaar",)),
    **dict.fromkeys(("reg", "regionale"), ("regionaal",)),
    **dict.fromkeys(("geref", "gereformeerde"), ("gereformeerd",)),
    **dict.fromkeys(("sted", "stedelijke"), ("stedelijk",)),
    **dict.fromkeys(("gem", "gemeentelijke"), ("gemeentelijk",)),
    **dict.fromkeys(("ic", "intercon", "interconf", "interconfessionele"), ("interconfessioneel",)),
    **dict.fromkeys(("bijz", "bijzondere"), ("bijzonder",)),
    **dict.fromkeys(("evang", "evangelische"), ("evangelisch",)),
    **dict.fromkeys(("reformatorische", "ref"), ("reformatorisch",)),
    **dict.fromkeys(("hervormde", "herv"), ("hervormd",)),
    **dict.fromkeys(("joodse",), ("joods",)),
    **dict.fromkeys(("st", "sinte", "san"), ("sint",)),
    **dict.fromkeys(("stg", "sticht"), ("stichting",)),
    **dict.fromkeys(("burg", "burgem", "burgermeester", "burgemeester"), ("burgemeester",)),
    **dict.fromkeys(("wethouder", "weth"), ("wethouder",)),
    **dict.fromkeys(("dr", "drs", "doctor", "dokter"), ("dr",)),
    **dict.fromkeys(("ds", "dominee"), ("ds",)),
    **dict.fromkeys(("prof", "professor"), ("prof",)),
    **dict.fromkeys(("mgr", "monseigneur"), ("mgr",)),
    **dict.fromkeys(("ir", "ingenieur"), ("ir",)),
    **dict.fromkeys(("mr", "meester", "mster"), ("mr",)),
    **dict.fromkeys(("kon", "koning", "koningin"), ("koning",)),
    **dict.fromkeys(("pr", "prins", "prinses"), ("prins",)),
    **dict.fromkeys(("gebr", "gebroeders"), ("gebroeders",)),
    **dict.fromkeys(("joh", "johannes"), ("johannes",)),
    **dict.fromkeys(("schoolond", "schoolonderwijs"), ("school", "onderwijs")),
    **dict.fromkeys(("vso", "so", "sbo"), ("vso",)),
    **dict.fromkeys(("praktijkschool", "prakijkschool", "praktijkcollege"), ("praktijkonderwijs",)),
    **dict.fromkeys(("theoretisch", "theor", "vmbot", "vmbotl"), ("tl",)),
    **dict.fromkeys(("kaderberoepsgericht", "kaderberoepsgerichte"), ("kader",)),
    **dict.fromkeys(("basisberoepsgericht", "basisberoepsgerichte"), ("basis",)),
    "csg": ("christelijk", "scholengemeenschap"),
    "cs": ("christelijk", "scholengemeenschap"),
    "pc": ("protestants", "christelijk"),
    "pcsg": ("protestants", "christelijk", "scholengemeenschap"),
    "cvo": ("christelijk", "voortgezet", "onderwijs"),
    "pcvo": ("protestants", "christelijk", "voortgezet", "onderwijs"),
    "vo": ("voortgezet", "onderwijs"),
    "ksg": ("katholiek", "scholengemeenschap"),
    "ksgm": ("katholiek", "scholengemeenschap"),
    "rksg": ("katholiek", "scholengemeenschap"),
    "rsg": ("regionaal", "scholengemeenschap"),
    "rsgm": ("regionaal", "scholengemeenschap"),
    "osg": ("openbaar", "scholengemeenschap"),
    "ors": ("openbaar", "regionaal", "scholengemeenschap"),
    "gsg": ("gereformeerd", "scholengemeenschap"),
    "isg": ("interconfessioneel", "scholengemeenschap"),
    "ssg": ("stedelijk", "scholengemeenschap"),
    "jsg": ("joods", "scholengemeenschap"),
    "overijsel": ("overijssel",),
    "friesland": ("fryslan",),
    "ljouwert": ("leeuwarden",),
    "bergum": ("burgum",),
    "snits": ("sneek",),
    "sudwest": ("sudwest",),
    "fryske": ("friese",),
}
"""Single words: what people and DUO write → the words it stands for."""

_ENDING = re.compile(
    r"(.{3,}?)(college|coll|lyceum|lyc|mavo|gymnasium|scholengemeenschap|scholengroep|scholen|school)"
)
_WHOLE = {"praktijkschool", "hogeschool", "basisschool", "voorschool", "scholengemeenschap", "scholengroep"}
_STREET_ENDINGS = ((re.compile(r"str$"), "straat"), (re.compile(r"(?<=[rst])e?ln$"), "laan"), (re.compile(r"sngl$"), "singel"))
_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: the `words` that may tell schools apart, in order, and the `levels` set apart from them."""

    words: tuple[str, ...]
    levels: frozenset[str]


def plain(text: str) -> str:
    """Take accents and capitals off: `'s-Hertogenbosch – Súdwest` → `'s-hertogenbosch - sudwest`."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return text.casefold()


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Read a name, a place or a query; only the first `LONGEST_TEXT` letters of it."""
    spelt = plain(text[:LONGEST_TEXT])
    for pattern, replacement in SPELLINGS:
        spelt = pattern.sub(replacement, spelt)
    expanded = [word for token in _TOKEN.findall(spelt) for word in _expand(token)]
    words, levels = _set_levels_apart(expanded)
    kept = tuple(word for word in words if word not in SMALL and word not in SPOTS and (len(word) > 1 or word.isdigit()))
    return Reading(kept, frozenset(levels))


def read_street(text: str) -> tuple[str, ...]:
    """Read a street: its words with endings written out, without the number of the house."""
    words = []
    for word in read(text).words:
        for pattern, replacement in _STREET_ENDINGS:
            word = pattern.sub(replacement, word)  # noqa: PLW2901 - one word, written out step by step
        words.append(word)
    return tuple(word for word in words if not word[0].isdigit())


def _expand(token: str) -> tuple[str, ...]:
    if token in WORDS:
        return WORDS[token]
    ending = None if token in _WHOLE else _ENDING.fullmatch(token)
    if ending:
        stem, kind = ending.groups()
        return (*WORDS.get(stem, (stem,)), *WORDS.get(kind, (kind,)))
    return (token,)


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
