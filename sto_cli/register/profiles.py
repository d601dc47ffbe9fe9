"""The vmbo profiles and learning paths."""

from typing import Literal, NamedTuple

LearningPath = Literal["bl", "kl", "gl", "tl"]
VOCATIONAL_PATHS: tuple[LearningPath, ...] = ("bl", "kl", "gl")


class Profile(NamedTuple):
    """Vmbo-profiel. `name` is its official Dutch name; `platform` the site with examples for it (flyer).

    `combined` marks programmes that DUO counts beside the ten profiles: technical schools that teach several
    technical profiles as one. They are no profile of their own, but they do make a school technical.
    """

    code: str
    name: str
    technical: bool
    platform: str | None = None
    combined: bool = False
    also: tuple[str, ...] = ()


_ALL = (
    Profile("BWI", "Bouwen, Wonen en Interieur", technical=True),
    Profile("PIE", "Produceren, Installeren en Energie", technical=True),
    Profile("MT", "Mobiliteit en Transport", technical=True, also=("MTR",)),
    Profile("MVI", "Media, Vormgeving en ICT", technical=True),
    Profile("MAT", "Maritiem en Techniek", technical=True, also=("MTE",)),
    Profile("BP", "Gecombineerd technisch programma (BP)", technical=True, combined=True),
    Profile("BPM", "Gecombineerd technisch programma (BPM)", technical=True, combined=True),
    Profile("DP", "Dienstverlening en Producten", technical=False, platform="https://platformdenp.nl/"),
    Profile("GR", "Groen", technical=False, also=("G",), platform="https://vmbogroen.nl/platform-vmbo-groen/"),
    Profile("ZW", "Zorg en Welzijn", technical=False, also=("ZWE",), platform="https://www.platformzorgenwelzijn.nl/"),
    Profile("EO", "Economie en Ondernemen", technical=False, platform="https://www.platformvmboeo.nl/"),
    Profile("HBR", "Horeca, Bakkerij en Recreatie", technical=False, platform="https://vsho.nl/"),
)
PROFILES: dict[str, Profile] = {profile.code: profile for profile in _ALL}
"""All profiles by code, technical ones first."""

_BY_SPELLING = {
    _spelling: profile.code
    for profile in _ALL
    for _spelling in (profile.code, profile.name.replace(",", "").replace(" ", "").upper(), *profile.also)
}


def profile_code(written: str) -> str | None:
    """Return the code for a profile as DUO or a person writes it (`MTR`, `M&T`, `Zorg en Welzijn`), or None."""
    return _BY_SPELLING.get(_squeezed(written)) or _BY_SPELLING.get(_squeezed(written.replace("&", " en ")))


def _squeezed(written: str) -> str:
    return "".join(letter for letter in written.upper() if letter.isalnum())
