"""Texts that stand where an answer is still to come, or that any plan may give as one."""

from __future__ import annotations

import re

from sto_cli.messages import Language

TEMPLATE_TEXT: dict[Language, str] = {"nl": "nog invullen", "en": "to be filled in"}
"""What a new plan holds in the place of each answer."""

_WHOLE = frozenset(
    """
    nog invullen|nog in te vullen|in te vullen|invullen|invullen aub|hier invullen|vul in|vul hier in|
    nog te bepalen|nog bepalen|te bepalen|nog onbekend|nog niet bekend|onbekend|niet bekend|
    nog uitwerken|nog uit te werken|uit te werken|nader uit te werken|nader te bepalen|nader in te vullen|
    volgt|volgt nog|volgt later|komt nog|komt later|later|later invullen|zie later|
    ntb|n.t.b.|n.t.b|nnb|n.n.b.|n.n.b|n.o.t.k|notk|n.t.k|tbd|t.b.d|tba|t.b.a|todo|to do|pm|p.m.|p.m|xxx|xx|x|
    lorem ipsum|tekst|tekst hier|uw tekst|uw tekst hier|uw antwoord|antwoord|voorbeeld|voorbeeldtekst|
    to be filled in|fill in|fill in here|to be decided|to be determined|to be done|to follow|unknown|not known yet|
    your text|your text here|text here|your answer|example|n/a yet|
    n.v.t|nvt|niet van toepassing|n/a|n.a|not applicable|does not apply
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
) | {""}
"""Those that say that a question does not apply are among them: the six questions apply to every plan.

The last one is what is left of a text of points, dashes or question marks."""

_MARKED = re.compile(r"\b(?:TODO|TBD|NTB|FIXME|XXX+)\b|\bLorem ipsum\b|^(?:(?:todo|tbd|ntb)\b|n\.t\.b\.(?!\w))")
_BRACKETED = re.compile(r"^[<\[{]+[^<>\[\]{}]{0,200}[>\]}]+$")
_OPENING = re.compile(
    r"(?:(?:dit|hier|deze|het|ik|we|wij) )*(?:(?:nog|nader|verder|later|zelf) )*"
    r"(?:in te vullen|aan te vullen|te bepalen|uit te werken|uit te zoeken|na te vragen|te zoeken|te vinden|"
    r"(?:invullen|aanvullen)(?= (?:na|voor|door|met|samen|in overleg|later|zodra|als|wanneer)\b)|"
    r"(?<=nog )(?:invullen|aanvullen|bepalen|uitwerken|uitzoeken|navragen|bespreken)|vul ik|vullen we|"
    r"(?:moet|moeten|wordt|worden|zal|zullen) (?:(?:ik|we|wij|nog|nader|verder|worden|later|dit) )+"
    r"(?:worden )?(?:ingevuld|aangevuld|uitgewerkt|bepaald|uitgezocht|besproken|bekeken|overlegd|invullen|uitwerken|"
    r"navragen|uitzoeken|bedenken|bepalen)|(?:volgt|komt)(?= nog| later| na | zo snel| z\.?s\.?m| ?[,.;:(]|$)|"
    r"weet (?:ik|we|wij) (?:nog )?niet|weten we (?:nog )?niet|geen idee|(?:is |zijn )?(?:nog (?:niet|on)|on)bekend"
    r"(?! maakt)|nog niet (?:bekend|bepaald|uitgewerkt|duidelijk)|"
    r"to be (?:filled in|decided|determined|added)|to follow|"
    r"(?:we |i )?do(?:n't| not) know yet|not (?:yet )?(?:known|decided)|will follow)\b",
    re.IGNORECASE,
)
"""How a text begins that only says that the answer is still to come, and perhaps from whom."""
_ENDING = re.compile(
    r"\b(?:nog (?:in te vullen|invullen|aan te vullen|aanvullen)|to be filled in)\W*$|"
    r"^\W*(?:\w+ ){1,2}(?:invullen|aanvullen|noemen|toevoegen)\W*$",
    re.IGNORECASE,
)

_NOT_YET = re.compile(
    r"^\W*(?:dit |dat |het |hier |wij |we |ik )*(?:"
    r"moet(?:en)? (?:ik |we |wij )?(?:nog )?(?:\w+ ){0,4}(?:besproken|overlegd|bekeken|over nadenken)|"
    r"(?:deze|die) vraag (?:beantwoord|vul|werk)\w*|\w+ (?:ik|wij|we) (?:\w+ ){0,3}(?:verder|nader|nog|later) uit\W*$|"
    r"komt in (?:de|een) volgende versie|zie (?:mijn|onze) mail|kan iemand dit|"
    r"(?:komen|kom) (?:wij |we |ik )?(?:hier |daar )?later op terug|"
    r"komt (?:de|het|een|nog) (?:tekst|stuk|alinea|antwoord)|"
    r"(?:wachten|wacht) (?:nog )?op (?:de |een )?offerte|nog geen offerte|"
    r"will be (?:filled in|added|written)|(?:have|has) not got round to)|"
    r"geen tijd voor\b.{0,10}\b(?:stuur|schrijf|vul)|nog in bewerking|"
    r"(?:dan|later|daarna|zodra\b.{3,60}) ?(?:schrijft|schrijven|vult|vullen|maakt|werkt) "
    r"(?:zij|hij|ze|iemand|we|wij)\b",
    re.IGNORECASE,
)
"""Said of an answer that is not there yet, in a short text without figures."""

LONGEST_NOT_YET = 120
"""Characters of such a text."""

_STILL_TO_DO = re.compile(
    r"\b(?:nog (?:\w+ ){0,4}(?:uit|na|in|op terug|over na|besproken|besloten|beslist|bepaald|uitgewerkt|uitgezocht|"
    r"ingevuld|overlegd|vastgesteld|aangevuld|toegevoegd|nagedacht|beslissen|bespreken|overleggen|bepalen|uitzoeken|"
    r"navragen|uitwerken|bedenken|te doen|open)|"
    r"(?:hier (?:moet )?nog|hier|nog) (?:een |het |de )?(?:tekst|stuk(?:je)?|alinea|zin|bedrag|iets|stukje tekst)"
    r"(?: \w+){0,5} (?:toevoegen|invoegen|schrijven|zetten|plakken|opnemen|noemen|bij|in)|"
    r"(?:werk|zoek|vul|reken)\w* (?:ik|we|wij) (?:dit |later |"
    r"het )*(?:uit|in|na)|"
    r"(?:kom|komen) (?:ik|we|wij) (?:hier |daar )?op terug|later meer|(?:tekst|antwoord|invulling|planning|begroting|"
    r"overleg|gesprek|uitwerking|informatie) (?:volgt|komt)(?: nog| later)?|"
    r"(?:zie|see) (?:de |het |the )?(?:bijlage|mail|excel\w*|"
    r"los\w* document|attachment|appendix)|still (?:\w+ ){0,3}(?:to do|to decide|open))(?: met (?:\w+ ?){1,4})?\W*$",
    re.IGNORECASE,
)
"""How a short text without figures ends that says that it is still to be done, or stands elsewhere."""

LONGEST_STILL = 60
"""Characters of such a text."""

LONGEST_OPENING = 90
"""Characters of a text that begins so; a longer one says something else as well."""

_FIGURE = re.compile(r"\d")

_LAST_YEAR = re.compile(
    r"(?:idem|ditto)(?:\W*$|\b[^.]{0,40}\b(?:vorige?|afgelopen|eerdere?|last|previous|20\d\d)\b)|"
    r"(?:zie|zelfde|hetzelfde|dezelfde|gelijk|ongewijzigd|net als|zoals|conform|the same|same|see|unchanged)\b"
    r"[^.]{0,40}\b(?:vorige?|afgelopen jaar|eerdere? (?:plan|aanvraag|jaar)|last (?:year|plan)|previous|"
    r"(?:plan|aanvraag) (?:van |uit |of )?20\d\d)\b",
    re.IGNORECASE,
)
_REST_AS_LAST_YEAR = re.compile(
    r"(?:^|[.,;:]\s*|\ben )(?:verder|voor de rest|de rest|het overige|daarnaast|ook|voor het overige)\b(?: \w+){0,2} "
    r"(?:idem|hetzelfde|dezelfde|zelfde|gelijk|ongewijzigd|zoals|als|conform)\b[^.,;]{0,25}\b(?:vorige?|afgelopen|eerder)\b",
    re.IGNORECASE,
)
"""Where the rest of an answer is left to an earlier plan: “…, verder hetzelfde als vorig jaar”."""

MOST_WORDS_OF_LAST_YEAR = 14
"""With more words an answer says itself what it is about."""

_AROUND = " \t\n.…-–—_:!?*\"'“”‘’()[]<>{}"

_PERHAPS = re.compile(r"TODO|TBD|NTB|FIXME|XXX|Lorem|^[tTnN]")
"""A quick look before `_MARKED`, which is slow on long texts."""

LONGEST_PHRASE = 40
"""Characters of a text that may be one of the phrases."""


def is_placeholder(text: str) -> bool:
    """Whether a text stands where an answer is still to come: `TODO`, `...`, "nog invullen", "n.v.t.", `<naam>`."""
    if _PERHAPS.search(text) and _MARKED.search(text):
        return True
    if text[:1] in "<[{" and _BRACKETED.match(text.strip()):
        return True
    if _ENDING.search(text) or (len(text) <= LONGEST_OPENING and _OPENING.match(text.strip(_AROUND + "+"))):
        return True
    if len(text) <= LONGEST_NOT_YET and not _FIGURE.search(text) and _NOT_YET.search(text):
        return True
    if len(text) <= LONGEST_STILL and not _FIGURE.search(text) and _STILL_TO_DO.search(text):
        return True
    if len(text) > LONGEST_PHRASE:
        return False
    return " ".join(text.split()).strip(_AROUND).lower() in _WHOLE


LONGEST_LOOKED_AT = 5_000
"""Characters of a text in which an open place is looked for."""

FEWEST_DOTS = 4
"""Dots or dashes in a row that leave room for a name."""

_TO_FILL_IN = re.compile(
    r"[\[<](?:[^\[\]<>]{0,30}\b)?(?:invullen|in te vullen|naam|namen|aantal|datum|bedrag|fill in|name|number|date)"
    r"(?:\b[^\[\]<>]{0,30})?[\]>]",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?:\S+ ){0,2}?(?:\S+ )?(?:\S*\w )?(?:[.…_] ?){2,}(?! ?[\d€.…_])")


def open_place(text: str) -> str | None:
    """Return the words of a place within a text that is to be filled in: “Basisschool ………”, “[aantal] leerlingen”."""
    text = text[:LONGEST_LOOKED_AT]
    if found := _TO_FILL_IN.search(text):
        return found[0]
    if not any(run in text for run in ("……", "____", "....")):
        return None
    runs = ((one[0], text[one.end() :].strip()[:1]) for one in _DOTTED.finditer(text))
    dotted = (words for words, behind in runs if "……" in words or "____" in words or ("...." in words and not behind))
    return next((one.strip() for one in dotted if _dots(one) >= FEWEST_DOTS), None)


def _dots(text: str) -> int:
    return sum(3 if sign == "…" else sign in "._" for sign in text)


_PRO_MEMORIE = re.compile(r"(?:^|[\s:=(–-])(?P<words>p\.?m|pro memorie)[.)\s]*$", re.IGNORECASE)


def amount_to_come(text: str) -> str | None:
    """Return what stands in the place of an amount at the end of a cost: “Vervoer: p.m.”."""
    found = _PRO_MEMORIE.search(text)
    return text[found.start("words") :].strip(" )") if found else None


def refers_to_last_year(text: str) -> bool:
    """Whether a text says no more than that all is as it was: "idem als vorig jaar", "zie plan 2025", "idem"."""
    return len(text.split()) <= MOST_WORDS_OF_LAST_YEAR and _LAST_YEAR.match(text.strip()) is not None


def leaves_the_rest(text: str) -> bool:
    """Whether a text answers in part, and leaves the rest to an earlier plan."""
    return _REST_AS_LAST_YEAR.search(text) is not None


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
