"""Whether a sentence about partners only says that there are some: “Verder alle vo-scholen in de regio.”.

Such a sentence has no words but names, words for partners, and words that say nothing of what anyone does. One word of
another kind ("stageplekken") tells something, and then a reader knows more than a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.partners import ANYONE, NO_ONE, names_anyone

_SMALL = (
    "a aan al all alle allemaal allen als also an and ander andere anderen beide bij bovendien daarbij daarnaast "
    "dan dat de deze die dit door drie een eigen elk en enkele er ervan etc from further haar heb hebben heeft "
    "het hier hun ik in is kan kunnen maar met mijn naar natuurlijk nog o.a of om omgeving onder ons onze ook op "
    "other our over rond samen several some te tevens the tien tot twee uit uiteraard van vanuit veel verder vier "
    "vijf voor waarmee waaronder we wel wij with worden wordt zal ze zes zich zij zijn zo zoals zullen"
)
"""Words that mean nothing by themselves."""
_VAGUE = (
    "aantal actief actieve allerlei area belangrijk belangrijke bestaande brede breed buurt divers diverse dorp "
    "enige gebied gemeente genoeg goed goede graag groot grote innovatieve intensief intensieve kort korte local "
    "lokaal lokale many meerdere nabij nader nauw nauwe neighbourhood omgeving omliggende omstreken plaatselijke "
    "prettige provincie regelmatig regio region regionaal regional regionale stad sterke streek technisch "
    "technische various vast vaste verschillende warme wijk"
)
"""Words for how many, how good and where."""
_TOGETHER = (
    "hoogte lid onderwijs weet weten zit zitten "
    "aangesloten aanhaken aansluiten afspraken ambassadeur ambassadeurs band banden beschikken bestaat betrekken "
    "betrokken betrokkenheid contact contacten contacts cooperate cooperation doen doet gewerkt haken initiatief "
    "involved kring lijn lijnen mee meedoen meewerken netwerk netwerken network onderhouden ondersteunen "
    "ondersteunt optrekken overleg partij partijen partner partners partnerschap plan project relatie relaties "
    "samengewerkt samenwerken samenwerking samenwerkingen samenwerkt steunen together trekken verband verbinden "
    "verbindt verbonden vormen vormt werk werken werkrelatie werkt work working zoek zoeken zoekt"
)
"""Words that say only that one works together."""
_EMPTY = frozenset(f"{_SMALL} {_VAGUE} {_TOGETHER}".split())
_WORD = re.compile(r"[\w&'’.+-]*\w|&")
_INTO_NAME = frozenset(("in", "te", "uit", "en", "the", "de"))
LONGEST = 25
"""Words of such a sentence."""


def says_only_who(sentence: str) -> bool:
    """Whether a sentence names partners, and has no word of what they do."""
    words = [word for word in _WORD.findall(sentence) if not word.isdigit()]
    if not words or len(words) > LONGEST or NO_ONE.search(sentence):
        return False
    return all(_is_empty(words, index) for index in range(len(words))) and names_anyone(f"de {sentence}")


def _is_empty(words: Sequence[str], index: int) -> bool:
    word = words[index]
    plain = word.lower()
    if plain in _EMPTY or ANYONE.fullmatch(word.rsplit("-")[-1]) or names_mbo(word):
        return True
    return word[0].isupper() and (index > 0 or (len(words) == 1 or words[1] in _INTO_NAME or words[1][0].isupper()))
