"""Rows of a list that are no vmbo school, as a cell that says nothing else tells, or that are a heading in between."""

import re
from collections.abc import Container, Iterable

from sto_cli.lists.headings import plain_heading, small_letters
from sto_cli.search.other_kinds import OtherKind, names_vmbo, plain_words

_ALONE: dict[str, OtherKind] = {
    "mbo": "mbo", "roc": "mbo", "aoc": "mbo", "hbo": "higher", "wo": "higher", "hogeschool": "higher",
    "basisschool": "primary", "basisonderwijs": "primary", "primair onderwijs": "primary",
    "praktijkonderwijs": "practical", "praktijkschool": "practical", "vso": "special", "havo vwo": "general",
    "bedrijf": "company", "bedrijven": "company", "bedrijfsleven": "company",
}  # fmt: skip
"""A cell that says only this says it of the row, in whatever column it stands."""

LONGEST_ALONE = 40
"""Letters: a longer cell says more than a kind."""

_MARKS = r"[^a-z0-9\n]"
_ALONE_IN_CELL = re.compile(
    rf"^{_MARKS}*({'|'.join(key.replace(' ', f'{_MARKS}+') for key in _ALONE)}){_MARKS}*$", re.MULTILINE
)
"""A cell that says only what a row is, among those of a row with line ends between them: looked for all at once."""


def kind_beside(name: str, cells: Iterable[str]) -> OtherKind | None:
    """Return what a row is by a cell beside its name that says nothing else. None: it may be a vmbo school."""
    said = "\n".join([cell for cell in cells if len(cell) < LONGEST_ALONE])
    found = _ALONE_IN_CELL.search(small_letters(said))
    if found is None or names_vmbo(name) or names_vmbo(said):
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
    words = plain_words(name).split()
    return bool(words) and all(word in _OF_HEADINGS or word in places or word.isdigit() for word in words)
