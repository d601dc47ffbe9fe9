"""Whether an answer to question 1 says how the plan fits, or only that it does, as any plan may say."""

from __future__ import annotations

import re

_EMPTY = frozenset(
    """
    de het een der den en of dat die dit deze daar hier er ook heel erg zeer goed goede prima uitstekend mooi naadloos
    volledig helemaal geheel perfect precies zeker natuurlijk ja graag harte alle alles allemaal onze ons wij we ik uw
    jullie hun haar zijn is was wordt worden als zoals want omdat doordat daarom dus hiermee daarmee waarin waarbij
    waar wat welke wie hoe niet meer veel zich zelf al nog nu samen verder tevens daarnaast hierbij daarop daaraan
    daarin
    van voor in op aan bij met te om door over tot uit naar binnen volgens vanuit rond tussen
    gaat gaan doen doet wil willen kan kunnen moet moeten zal zullen mag heeft hebben geeft geven maakt maken brengt
    staat staan werkt werken vindt vinden zorgt zorgen biedt bieden krijgt krijgen komt komen gelezen bekend bereiken
    bereikt mee slag gebied kader manier
    sluit sluiten aansluit aansluiten aansluiting aangesloten past passen passend past lijn ligt liggen verlengde
    voldoet voldoen volgt volgen draagt dragen bijdrage bijdragen helpt helpen ondersteunt ondersteunen onderschrijft
    onderschrijven overeen gedachte richting gericht realiseren uitvoeren uitvoering invulling
    regiovisie regiovisies visie regio regio's regionale regionaal streek doel doelen doelstelling doelstellingen
    ambitie ambities uitgangspunt uitgangspunten speerpunten thema's punten pijlers plan plannen project projectplan
    voorstel aanvraag activiteit activiteiten sto programma beleid subsidie
    sterk techniek technisch technische technologie techniekonderwijs techniekregio onderwijs school scholen leerling
    leerlingen lln vmbo belang belangrijk belangrijke versterken versterkt versterking verbeteren verbetert stimuleren
    stimuleert bevorderen bevordert promoten
    u kunt kan lezen leest toekomst elkaar gesteld gestelde idee ideeën iets zie achter voert voeren uitgevoerd steunen
    steunt hoort horen klopt beter betere kwaliteit deel onderdeel wens wensen
    important future there their
    the a an and or that this it its our we us of to in on at for with by from is are was be as because so also very
    well good fully completely perfectly plan project vision region regional fits fit line aligns matches contributes
    supports goals goal aims ambitions about technology technical education school schools pupils students
    """.split()  # noqa: SIM905 - read as a text
)
"""Words with which one can say that any plan fits any vision."""

_WORD = re.compile(r"(?:(?<=[.!?:;] )|^)\W*(?P<first>[^\W\d_][\w'’-]*)|(?P<word>[^\W_][\w'’&-]*)")
_ABOUT_THE_VISION = re.compile(r"visie|vision|\bregio|region|\bsluit\b|\bpast\b|\bfits?\b", re.IGNORECASE)


def only_says_that_it_fits(text: str) -> bool:
    """Whether a text says of the vision or the region only that the plan fits: no word in it is about anything else."""
    line = " ".join(text.split())
    line = line.lower() if line.isupper() else line
    return _ABOUT_THE_VISION.search(line) is not None and not any(map(_says_something, _WORD.finditer(line)))


def _says_something(found: re.Match[str]) -> bool:
    """Whether a word is about something of its own: no empty word, and no name within a sentence; a number is."""
    if found["first"] is not None:
        return found["first"].lower() not in _EMPTY
    return not found["word"][0].isupper() and found["word"].lower() not in _EMPTY
