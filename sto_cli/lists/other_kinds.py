"""Rows of a list that are no vmbo school: mbo, basisschool, praktijkonderwijs, a company, a total.

They are known by a word in the name, by a cell that says nothing else, or, for the larger mbo schools, by the name
itself. A row that also says vmbo or mavo is never set apart.
"""

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from sto_cli.files.limits import QUESTION_LETTERS
from sto_cli.lists.headings import plain_heading, small_letters
from sto_cli.lists.results import OtherKind

_VMBO = re.compile(r"\b(?:vmbo\w*|v?mavo\w*|\w+mavo|vbo|bb|kb|gl|tl|bbl|kbl|gtl)\b")
"""What says that a row is about vmbo, whatever else it says."""

_NAMED: tuple[tuple[OtherKind, re.Pattern[str]], ...] = (
    ("total", re.compile(r"^(?:eind ?|sub ?)?tota(?:al|len|l|ls)\b|^som$|^aantal(?: scholen| deelnemers)?(?: \d+)?$")),
    ("mbo", re.compile(r"\b(?:roc|mbo|aoc|middelbaar beroepsonderwijs)\b|\bmbo(?:rijnland|\w*college)\b")),
    ("higher", re.compile(r"\b(?:hbo|hogeschool\w*|hogescholen|universiteit\w*|university|pabo)\b")),
    ("primary", re.compile(
        r"\b(?:\w*basisscho(?:ol|len)|basisonderwijs|primair onderwijs|obs|cbs|rkbs|kbs|pcbs|ikc|kindcentrum|po)\b")),
    ("practical", re.compile(r"\b(?:praktijkscho(?:ol|len)|praktijkonderwijs|praktijkcollege)\b|\bpro(?:$| school\b)")),
    ("special", re.compile(r"\b(?:vso|speciaal (?:voortgezet )?onderwijs|voortgezet speciaal onderwijs)\b")),
    ("company", re.compile(r"\b(?:b ?v|n ?v|v ?o ?f|\w*bedrijf|bedrijven|ltd|gmbh)$|^bedrijf(?:sleven)?\b")),
    ("government", re.compile(r"^(?:gemeente|provincie|waterschap)\b")),
    ("general", re.compile(r"\bgymnasium\b|\b(?:havo|vwo|atheneum)\b")),
)  # fmt: skip
"""Words in a name, in small letters without marks, surest kind first."""

_ALONE: dict[str, OtherKind] = {
    "mbo": "mbo", "roc": "mbo", "aoc": "mbo", "hbo": "higher", "wo": "higher", "hogeschool": "higher",
    "basisschool": "primary", "basisonderwijs": "primary", "primair onderwijs": "primary",
    "praktijkonderwijs": "practical", "praktijkschool": "practical", "vso": "special", "havo vwo": "general",
    "bedrijf": "company", "bedrijven": "company", "bedrijfsleven": "company",
}  # fmt: skip
"""A cell that says only this says it of the row, in whatever column it stands."""

_OTHER_SCHOOLS: dict[OtherKind, tuple[str, ...]] = {
    "mbo": (
        "deltion college", "firda", "friesland college", "vista college", "noorderpoort", "noorderpoortcollege",
        "alfa college", "albeda", "zadkine", "scalda", "graafschap college", "rijn ijssel",
        "horizon college", "koning willem i college", "hoornbeeck college", "techniek college rotterdam", "aventus",
        "gilde opleidingen", "cibap", "astrum college",
    ),
    "higher": ("saxion", "windesheim", "fontys", "avans", "hanzehogeschool"),
}  # fmt: skip
"""Schools that lists of regions name as partners without saying what they are. No vmbo school has such a name: a test
holds that against the register."""

LONGEST_ALONE = 40
"""Letters: a longer cell says more than a kind."""

_MARKS = r"[^a-z0-9\n]"
_ALONE_IN_CELL = re.compile(
    rf"^{_MARKS}*({'|'.join(key.replace(' ', f'{_MARKS}+') for key in _ALONE)}){_MARKS}*$", re.MULTILINE
)
"""A cell that says only what a row is, among those of a row with line ends between them: looked for all at once."""


def other_kind(name: str) -> OtherKind | None:
    """Return what a row is when it is no vmbo school, by its name. None: it may be one."""
    plain = _plain(name[:QUESTION_LETTERS])
    return None if _VMBO.search(plain) else next((kind for kind, words in _NAMED if words.search(plain)), None)


def kind_beside(name: str, cells: Iterable[str]) -> OtherKind | None:
    """Return what a row is by a cell beside its name that says nothing else. None: it may be a vmbo school."""
    said = "\n".join([cell for cell in cells if len(cell) < LONGEST_ALONE])
    found = _ALONE_IN_CELL.search(small_letters(said))
    if found is None or _VMBO.search(_plain(name[:QUESTION_LETTERS])) or _VMBO.search(plain_heading(said)):
        return None
    return _ALONE[plain_heading(found[1])]


_OF_HEADINGS = {
    "noord", "oost", "zuid", "west", "midden", "centraal", "centrum", "noordelijk", "oostelijk", "zuidelijk",
    "westelijk", "boven", "beneden", "groot", "en", "de", "het", "van", "in", "uit", "regio", "subregio", "deelregio",
    "techniekregio", "sto", "gemeente", "gemeenten", "gebied", "kring", "cluster", "groep", "provincie", "vmbo", "vo",
    "scholen", "deelnemers", "deelnemende", "overige", "overig", "andere", "buiten", "nieuwe",
}  # fmt: skip
"""Words of headings in between that name no place."""


def is_subheading(name: str, places: Container[str]) -> bool:
    """Whether a name that stands alone in its row is a heading in between: it names places and says nothing else.

    "Noord- en Midden-Twente", "Overige scholen" and "Almelo" are headings; "Nergens College" is a school not known.
    """
    words = _plain(name[:QUESTION_LETTERS]).split()
    return bool(words) and all(word in _OF_HEADINGS or word in places or word.isdigit() for word in words)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Write a text in plain words; the cells of a list repeat theirs."""
    return plain_heading(text)


def other_school(name: str) -> OtherKind | None:
    """Return what a school is that is known by its name to be no vmbo school; surely so only where none is found."""
    plain = _plain(name[:QUESTION_LETTERS])
    for kind, names in _OTHER_SCHOOLS.items():
        if not _VMBO.search(plain) and any(plain == one or plain.startswith(f"{one} ") for one in names):
            return kind
    return None
