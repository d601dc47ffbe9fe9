"""Which question a line of a text is the heading of, in every dress that people give the six questions.

`Vraag 2`, `2. Wat zijn de specifieke doelen van het plan?`, `DOELEN EN ACTIVITEITEN`, `**Begroting:** 3 robots`: the
words decide, and how the line is shown only helps. A sentence that happens to hold such a word is no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.meant_headings import meant_heading
from sto_cli.plans.reading.shape import HEADINGS

LONGEST_LINE = 160
"""Characters: the longest question of the flyer, with what stands between brackets behind it, has 140."""

MOST_WORDS = 9
"""Words of a heading that is no question ("Samenwerking met partners in de regio")."""


class HeadingFound(NamedTuple):
    """The headings that a line stands for, by their English names, and what follows on the same line.

    `start` is the position in the line where the rest begins; `sure` is False for a line without a colon, question
    mark or number, which is a heading only where its question is not answered yet.
    """

    keys: tuple[str, ...]
    rest: str = ""
    start: int = 0
    sure: bool = True


_WORDS: dict[QuestionKey, str] = {
    "vision": "regiovisies? regio-visie visie vision aansluiting",
    "goals": "doel(?:en)? subdoel(?:en)? hoofddoel(?:en)? doelstelling(?:en)? goals? objectives? aims? ambities?",
    "activities": "activiteit(?:en)? activity activities acties? actions? aanpak werkzaamheden activiteitenplan",
    "milestones": "mijlpa(?:al|len) milestones? planning tijdpad tijdlijn tijdsplanning tijdschema timeline fasering",
    "cooperation": "samenwerking(?:en)? samenwerkingspartners? partners? partnerschap(?:pen)? cooperation cooperatie "
    "collaboration partnerships? samenwerkingsverband(?:en)?",
    "resources": "middel(?:en)? begroting budget kosten costs? resources? financien financiering benodigdheden "
    "kostenraming kostenoverzicht kostenbegroting investering(?:en)? geld money "
    "dekking",
}
_TOKEN = {key: re.compile("|".join(words.split())) for key, words in _WORDS.items()}
_STYLED: dict[QuestionKey, frozenset[str]] = {
    "vision": frozenset({"regiovisie", "aanleiding"}),
    "goals": frozenset({"resultaten", "resultaat", "results", "opbrengst", "opbrengsten", "bereiken"}),
    "activities": frozenset({"uitvoering", "werkwijze", "programma", "inhoud"}),
    "milestones": frozenset({"fasen", "stappen", "tijd"}),
    "cooperation": frozenset({"netwerk", "samen", "betrokkenen", "partijen"}),
    "resources": frozenset({"dekking", "geld", "financieel", "financiele", "nodig"}),
}
"""Further words, which say it only where a line has the style of a heading."""

_FILLERS = frozenset(
    """
    de het een van voor in op bij met onze ons uw je jullie deze dit en of & + / - – ons mijn
    plan project techniek school regio sto beoogd betrokken specifieke concrete beoogde gewenste benodigde nodige
    gestelde meetbare
    geplande verwachte belangrijkste overige korte lange termijn smart nodig
    zijn is worden als volgt volgende hierbij drie twee vier are is as follows following
    the a an of for our your to and or with in by this specific plans projects region regional needed required
    """.split()  # noqa: SIM905 - words read better so
)
_NUMBER = re.compile(
    r"(?:(?:vraag|question|onderdeel|punt|stap|ad|nr\.?|antwoord(?: op vraag)?|hoofdstuk) ?(?=\d))?"
    r"(?:(?:\d{1,2}[a-z]|[a-f]\d{1,2})[.):]?(?=\s)|"
    r"(\d)(?: ?(?:en|and|&|\+|/) ?\d)?(?:\.(?!\d)|\)|:|;| ?[-–—](?= ))?|(?:i{1,3}|iv|vi?|[a-f])[.)]|\[[a-f\d]\])"
    r"(?=\s|$|[a-z])\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:vra(?:ag|gen)|questions?|antwoord(?: op vraag)?|answer(?: to question)?) ?([1-6])"
    r"(?: ?(?:en|and|&|\+|/) ?([1-6]))?\b\s*[.:;)–—-]*\s*",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*_#>\s]*")
_AROUND = " \t*_#.:;?!,()[]“”\"'‘’"
_COLON = re.compile(r"[:;](?=\s|$|\*|_|[^\W\d])")

_STOP = re.compile(r"([^\W\d]+(?: [^\W\d]+)?)\.(?=\s+[A-ZÀ-Ý])")
"""One or two words before a full stop, which may be a heading: “Planning. We starten in januari.”"""

_COOPERATING = (
    r"(?!\s+(?!(?:en|we|wij|ik|u|je|jullie|jij|het|dit|dat|in|er|ga|gaat|doe|doet|hoe|de|school|samen\w*|werk\w*)\b)"
    r"(?!gaan (?:we|wij)\b|doen (?:we|wij)\b|\w+ (?:we|wij|u|jullie)\b|.*\bsamen)\w)"
)
"""Not behind “met wie”: what others do, such as “Met wie gaan de leerlingen op reis?”."""

_ASKED_WORDS: tuple[tuple[QuestionKey, str], ...] = (
    (
        "vision",
        r"(?:hoe|waarom) (?:sluit|past)\b|(?:(?:waarin|waar|wat) )?(?:sluit|past|draagt)\b(?:.*\b(?:regio|visie|"
        r"regiovisie)\b|(?: dit| het| ons| plan| aan| bij| in| hier){1,6}$)|"
        r"wat (?:wil|vraagt|zegt) de (?:regio|visie|regiovisie)\b|how (?:does|do|will)\b.*\bfit|"
        r"(?:how|why)(?: \w+){0,4} fits\b|"
        r".*\baan (?:bij|op) de regio-?visie",
    ),
    (
        "goals",
        r"wat (?:zijn|is)\b.*\bdoel|welke\b(?:(?!activit)[^,]){0,30}?\bdoel|wat (?:wil|willen|wilt)\b.*\bbereik|"
        r"waar (?:wil|willen|gaan|staan)\b.*\b(?:staan|heen|naartoe|naar toe|voor)\b|"
        r"wat (?:moet|levert|brengt|is|zal|hebben)\b.*\b(?:op|bereikt)\b|"
        r"wat (?:er |is |is er )?(?:dan|straks|daarna) (?:is |er )?anders|"
        r"wat (?:we|wij|ik)\b.{0,20}\bwil(?:len)?\b|wat wil(?:len)? (?:we|wij|ik)$|"
        r"waarom doen|(?:what|which)\b(?:(?!activit)[^,]){0,30}?\b(?:goal|aim|objective)|what do (?:we|you) want|"
        r"what (?:we|i) (?:want|hope)\b(?! to do)",
    ),
    (
        "activities",
        r"welke\b.{0,30}?\b(?:activiteit|actie)|wat (?:ga|gaan|gaat)\b.*\b(?:doen|ondernemen)|"
        r"(?:which|what)\b.{0,30}?\bactivit|what will (?:we|you|be done)|"
        r"what (?:we|i) (?:will|do|are going to|plan to|want to do)\b(?: do)?|"
        r"hoe (?:gaan|pakken|komen|doen) (?:we|wij)|"
        r"hoe dan$|wat (?:doen|doet|gebeurt)\b|wat (?:we|wij|ik|u)\b.{0,20}\b(?:doen|ondernemen|maken)\b",
    ),
    ("milestones", r"wanneer\b|welke\b.{0,30}?\bmijlpa|when\b|(?:which|what)\b.{0,30}?\bmilestone"),
    (
        "cooperation",
        rf"(?:hoe en |samen )?met wie\b{_COOPERATING}|"
        r"samen met$|wie (?:helpt|helpen)\b|(?:met )?welke\b.{0,30}?\bpartner|"
        r"wie (?:doen|doet|werken)\b|"
        r"hoe\b.{0,30}?\bsamen|(?:how and )?with whom\b|who (?:do|will|helps|joins|we)\b|working together|"
        r"(?:which|what)\b.{0,20}?\bpartner",
    ),
    (
        "resources",
        r"(?:welke|wat)\b.*\b(?:middelen|nodig|kost|kosten)|hoeveel\b.*\b(?:kost|geld|nodig)|"
        r"(?:which|what)\b.*\b(?:resources|need|needed|cost|costs)|how much\b",
    ),
)
_ASKED = tuple((key, re.compile(words)) for key, words in _ASKED_WORDS)


_ABOUT = re.compile(r"\s(?:per|voor|naar|uit|bij)\s", re.IGNORECASE)
"""Words behind these say what a heading is about, and not what it is: “Activiteiten per doelstelling”."""


def styled_heading(line: str, *, plain: bool = False) -> HeadingFound | None:
    """Return the questions that a line in the style of a heading stands for, of which words that fit none say nothing.

    “Beoogde resultaten”, “Kosten en dekking”: the words of one question, among a few others. A `plain` line needs a
    word that is that of a question anywhere.
    """
    found = heading_in(line, shown=True)
    about = _ABOUT.split(line, maxsplit=1)[0]
    words = list(_plain_words(about)) if len(line) <= LONGEST_LINE else []
    if found is not None or len(words) > MOST_WORDS:
        return found
    also = {} if plain else _STYLED
    named = [
        key for key in QUESTIONS if any(_TOKEN[key].fullmatch(word) or word in also.get(key, ()) for word in words)
    ]
    return HeadingFound((named[0],)) if len(named) == 1 else None


LONE_WORDS = 4
"""Words of a line that is a heading by standing alone, and so has no word that says something else."""


def lone_heading(line: str) -> HeadingFound | None:
    """Return the question that a short line on its own stands for: “doen”, “met wie”, “5. Betrokken partijen”."""
    begin = _after(_NUMBER, line, _after(_MARKS, line))
    words = list(_plain_words(line[begin:])) if len(line) <= LONGEST_LINE else []
    if not 0 < len(words) <= LONE_WORDS or line.rstrip(" *_").endswith((".", ",", "!", ";")):
        return None
    fits = {word: [key for key in QUESTIONS if _says_alone(word, key)] for word in words}
    named = [keys[0] for keys in fits.values() if keys]
    if len(set(named)) == 1 and all(keys or word in _FILLERS for word, keys in fits.items()):
        return HeadingFound((named[0],), sure=False)
    asked = [key for key, pattern in _ASKED if pattern.match(" ".join(words))]
    return HeadingFound((asked[0],), sure=False) if asked else None


def _says_alone(word: str, key: QuestionKey) -> bool:
    return _TOKEN[key].fullmatch(word) is not None or word in _STYLED[key] or (word, key) == ("doen", "activities")


def heading_in(line: str, *, shown: bool = False) -> HeadingFound | None:
    """Return the headings that a line stands for; `shown` says that it looks like one (a style, bold, a number).

    The line may hold an answer behind the heading. None when it is a text like any other.
    """
    start = _after(_ASKED_BY, line, _after(_MARKS, line))
    by_number = _NUMBERED.match(line, start)
    if by_number:
        return _by_number(line, by_number)
    numbered = _NUMBER.match(line, start)
    begin = numbered.end() if numbered else start
    number = int(numbered[1]) if numbered and numbered[1] else None
    found = _question(line, begin, shown) or _label(line, begin, shown or number is not None) or _asked_of(line, begin)
    if found is None and number is not None and 0 < number <= len(QUESTIONS):
        asked = _question(line, begin, shown=True)  # `4 WANNEER`: with its own number, a question needs no mark
        return asked if asked is not None and asked.keys[0] == QUESTIONS[number - 1] else None
    return found


def _after(pattern: re.Pattern[str], line: str, start: int = 0) -> int:
    found = pattern.match(line, start)
    return found.end() if found else start


_ASKED_BY = re.compile(r"(?:v|q|vraag|question)\s*:\s+", re.IGNORECASE)


def _by_number(line: str, found: re.Match[str]) -> HeadingFound:
    """Read `Vraag 2`, with or without the words of the question, or an answer, behind it."""
    inner = heading_in(line[found.end() :], shown=True) if found.end() < len(line) else None
    if inner is not None:
        return inner._replace(start=inner.start + found.end() if inner.rest else 0)
    rest = line[found.end() :].strip()
    keys = tuple(QUESTIONS[int(number) - 1] for number in found.groups() if number)
    return HeadingFound(keys, rest, found.end() if rest else 0)


def _question(line: str, begin: int, shown: bool) -> HeadingFound | None:
    """Read a question, which ends in a question mark (or is shown as a heading)."""
    mark = line.find("?", begin)
    end = mark + 1 if mark >= 0 else len(line)
    if end - begin > LONGEST_LINE or not (mark >= 0 or shown):
        return None
    plain = _plain(line[begin:end])
    if mark < 0 and len(plain.split()) > MOST_WORDS + 3:
        return None
    asked = next((key for key, words in _ASKED if words.match(plain)), None)
    if asked is None:
        return None
    both = [key for key in QUESTIONS if key == asked or _joined(asked, key, plain)]
    return _with_rest(tuple(both), line, end)


def _asked_of(line: str, begin: int) -> HeadingFound | None:
    """Read a question without its mark, up to its colon: “Wat wij dan doen:”, “Met wie: Hotel De Zon …”."""
    colon = _COLON.search(line, begin)
    phrase = line[begin : colon.start()] if colon else ""
    if colon is None or len(phrase) > LONGEST_LINE or len(phrase.split()) > MOST_WORDS:
        return None
    rest = line[colon.end() :].strip(" *_")
    plain = _plain(phrase)
    short = not rest or len(plain.split()) <= LONE_WORDS
    matches = (key for key, words in _ASKED if (words.match if short else words.fullmatch)(plain))
    asked = next(matches, None)
    return _with_rest((asked,), line, colon.end(), sure=not rest) if asked is not None else None


def _joined(asked: QuestionKey, other: QuestionKey, plain: str) -> bool:
    """Whether a question asks for two things: “Wat zijn de doelen en activiteiten?”."""
    pair = rf"\b(?:{_TOKEN[asked].pattern})(?: en| and|,| of) (?:de |onze |welke |the )?(?:{_TOKEN[other].pattern})\b"
    return re.search(pair, plain) is not None


def _with_rest(keys: tuple[str, ...], line: str, end: int, *, sure: bool = True) -> HeadingFound:
    while end < len(line) and line[end] in " \t*_:;–—-":
        end += 1
    rest = line[end:].strip()
    return HeadingFound(keys, rest, end if rest else 0, sure)


def _label(line: str, begin: int, shown: bool) -> HeadingFound | None:
    """Read a phrase of heading words, to the colon or as the whole line."""
    colon = _COLON.search(line, begin)
    if colon:
        keys = _keys(line[begin : colon.start()], colon=True)
        if keys:
            return _with_rest(keys, line, colon.end())
    stop = _STOP.match(line, begin)
    if stop:
        keys = _keys(stop[1], colon=False)
        if len(keys) == 1 and keys[0] in QUESTIONS:
            return _with_rest(keys, line, stop.end(), sure=False)
    if line[begin:].rstrip(" *_").endswith((".", ",", "!")):
        return None
    keys = _keys(line[begin:], colon=shown)
    return HeadingFound(keys, sure=shown) if keys and (keys[0] in QUESTIONS) else None


def _keys(phrase: str, *, colon: bool) -> tuple[str, ...]:
    """Return the headings that all words of a phrase name; nothing when a word has no place in a heading."""
    if len(phrase) > LONGEST_LINE:
        return ()
    named: list[str] = []
    for count, word in enumerate(_plain_words(phrase)):
        key = _key_of(word)
        if key is not None:
            named.append(key)
        elif word not in _FILLERS:
            return _head_keys(phrase) if colon else ()
        if count == MOST_WORDS:
            return ()
    return tuple(dict.fromkeys(named)) or (_head_keys(phrase) if colon else ())


@lru_cache(maxsize=4096)
def _key_of(word: str) -> str | None:
    """Return the heading that a word names; a text, and more so what is no plan, repeats its words."""
    return next((key for key, pattern in _TOKEN.items() if pattern.fullmatch(word)), None)


_HEAD_ALSO = {
    "school": r"(?:naam |naam van )?(?:de |onze )?school(?:naam)?(?: en (?:plaats|vestiging))?|name of (?:the )?school|"
    r"waar|aanvrager|aanvragende school|school(?: en)? locatie",
    "region": r"(?:naam |naam van )?(?:de )?(?:sto|techniek|sterk techniekonderwijs)?-? ?regio|(?:sto )?region",
    "title": r"(?:titel|naam|title|name)(?: van| of)?(?: het| the| ons| dit)? (?:plan|project)|"
    r"(?:plan|project)(?:titel|naam| title| name)?|plan / plan|titel|title|onderwerp|betreft|subject",
    "profiles": r"(?:vmbo-? ?)?(?:profiel|profielen|profile|profiles)(?:\(en\))?|"
    r"(?:voor welke?|betrokken|gekozen) profiel(?:en)?",
    "forms": r"vorm(?:en)?|forms?|vorm\(en\)|soort|(?:gekozen|welke) vorm(?:en)?|vorm(?:en)? van techniek",
    "period": r"(?:looptijd|periode|duur|period|duration|schooljaar|schooljaren|jaar|projectperiode|"
    r"projectduur)(?: (?:van )?(?:het |de )?(?:plan|project|aanvraag))?|"
    r"van (?:en )?tot|(?:start|begin) (?:en )?einde?|van t m|from to|start (?:and )?end",
    "total": r"(?:totaal|total|totaalbedrag|totale kosten|totaal kosten|total costs)(?: / total| in euro.{0,2})?",
}


def _head_keys(phrase: str) -> tuple[str, ...]:
    """Return the heading of the top of a plan that a phrase names: the school, the region, the period."""
    words = list(islice(_plain_words(phrase), MOST_WORDS + 1))
    if not words or len(words) > MOST_WORDS:
        return ()
    plain = " ".join(words)
    for key, pattern in _HEAD_ALSO.items():
        if re.fullmatch(pattern, plain) or all(re.fullmatch(pattern, word) for word in words):
            return (key,)
    if " " in plain or plain in {"naam", "name", "voor", "van"}:
        return ()
    meant = meant_heading(phrase.strip(_AROUND), HEADINGS, set())
    return (meant.english,) if meant is not None else ()


def _plain(text: str) -> str:
    """Write a text in small letters without accents and marks; hyphens inside words stay."""
    return " ".join(_plain_words(text))


def _plain_words(text: str) -> Iterator[str]:
    words = (_plain_word(word.strip(_AROUND)) for word in text.replace("/", " / ").replace("*", " ").split())
    return (word for word in words if word not in {"", "/", "-", "–", "—"})


@lru_cache(maxsize=4096)
def _plain_word(word: str) -> str:
    """Write a word of a line (of `LONGEST_LINE` at the most) plainly."""
    return plain_word(word)
