"""Who takes part, as people write it: `ja`, `x`, `deelnemer`, `gestopt per 2024`, `vanaf 1-8-2023`.

What is not understood, or says that it is not known yet, stays unknown: it is never taken for a no, nor for a yes.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from sto_cli.files.cells import Cell, cell_text
from sto_cli.lists.cell_dates import LEFT_OVER, LONGEST, YEAR_ONLY, NoSuchDate, day_after, day_of, small, take_period
from sto_cli.register.model import Status

YES = {
    "ja", "j", "yes", "y", "x", "v", "1", "ok", "waar", "true", "wel", "deelnemer", "deelnemers", "deelnemend",
    "deelnemende school", "deelname", "neemt deel", "nemen deel", "doet mee", "doen mee", "doet al mee", "meedoen",
    "actief", "actieve school", "actieve deelnemer", "lid", "partner", "partnerschool", "kernpartner", "kernschool",
    "aangesloten", "is aangesloten", "aangehaakt", "gestart", "begonnen", "ingestapt", "penvoerder", "volledig",
    "participating", "participant", "takes part", "taking part", "member", "active", "in", "vanaf", "sinds", "erbij",
}  # fmt: skip
"""What says yes, in small letters without accents and marks."""

NO = {
    "nee", "n", "no", "neen", "0", "onwaar", "false", "niet", "geen", "geen deelnemer", "geen deelname", "geen lid",
    "geen partner", "niet deelnemend", "neemt niet deel", "neemt geen deel", "nemen niet deel", "doet niet mee",
    "doen niet mee", "niet meer", "niet actief", "niet aangesloten", "doet niet meer mee", "inactief",
    "neemt niet meer deel", "geen interesse", "wil niet", "not participating", "does not take part", "not a member",
}  # fmt: skip

STOPPED = {
    "gestopt", "stopt", "is gestopt", "zijn gestopt", "beeindigd", "uitgestapt", "uitgetreden", "afgehaakt",
    "teruggetrokken", "afgemeld", "opgezegd", "gesloten", "opgeheven", "eruit", "vertrokken", "niet meer",
    "stopped", "left", "ended", "withdrawn", "closed", "doet niet meer mee", "neemt niet meer deel",
}  # fmt: skip
"""What says that a school took part and does so no longer."""

INTEREST = {
    "geinteresseerd", "interesse", "wel interesse", "heeft interesse", "interested", "orienteert", "orienterend",
    "orientatie", "verkent", "verkennend", "verkenning", "exploring",
}  # fmt: skip
"""What says that a school may be won; beside a no it stays a no ("nee, wel interesse")."""

IN_TALKS = {
    "in gesprek", "gesprek", "gesprekken", "in overleg", "overleg", "overweegt", "overwegen", "in overweging",
    "overweging", "aangemeld", "aanmelding", "in aanvraag", "aanvraag", "nog niet", "nog niet gestart", "in talks",
    "talks", "considering", "applied", "pending", "intentie", "intentieverklaring", "letter of intent", "voornemens",
    "van plan", "in onderhandeling", "onderhandeling", "behandeling", "in behandeling", "op de wachtlijst",
    "wachtlijst",
    "aspirant", "aspirant lid", "under discussion", "negotiating", "waiting list", *INTEREST,
}  # fmt: skip
"""What says that a school does not take part yet and is talking, registering or thinking about it."""

WISHES = {
    "graag", "wil graag", "wil", "wil wel", "zou graag willen", "gaat starten", "gaat van start", "gaat beginnen",
    "would like to", "would like to join", "wants to join", "intends to join", "plans to join", "will join",
}  # fmt: skip
"""What says the same where it is all that a text says."""

SURELY_YES = {
    "ja", "yes", "doet mee", "doen mee", "doet al mee", "neemt deel", "nemen deel", "deelnemer", "deelnemers", "actief",
    "aangesloten", "takes part", "participating",
}  # fmt: skip
"""What cannot be said of a school that is in talks."""

NOT_ASKED = {"niet gesproken", "geen gesprek", "geen gesprekken", "geen overleg", "not asked"}
"""What says that nobody asked the school, which is no no."""

NOT_KNOWN = {
    "onbekend", "weet niet", "weten we niet", "onduidelijk", "misschien", "mogelijk", "wellicht", "twijfelt",
    "twijfel", "nagaan", "navragen", "uitzoeken", "checken", "nog bekijken", "nog niet bekend", "niet bekend", "nvt",
    "n v t", "unknown", "maybe", "to be decided", "tbd", "not known", "open", "binnenkort", *NOT_ASKED,
    "nog niet besloten",
    "geen idee", "niet zeker", "niet duidelijk", "niet van toepassing", "geen reactie", "geen antwoord",
    "niet bereikt", "geen gehoor", "geen informatie", "geen info", "geen nieuws", "geen contact", "geen gegevens",
    "no idea", "not sure", "no answer", "no reply", "not applicable", "wel niet", "niet wel", "wel of niet",
    "niet of wel",
}  # fmt: skip
"""What says that it is not decided or not known: neither yes nor no."""

DENIALS = {"nee", "neen", "no"}
"""A text that begins so is a no, whatever else it says ("nee, wel interesse"), unless it says yes as well."""

_IN_TALKS_FOR_SURE = IN_TALKS - INTEREST - {"nog niet"}
_NOT_YET = {"nee nog niet", "neen nog niet", "no not yet", "not yet"}
_SURELY_WILL = {"gaat", "gaan", "wordt", "worden", "zal", "zullen"}
_WILL = re.compile(
    rf"\b({'|'.join(sorted(_SURELY_WILL))}|wil|willen|hoopt|hopen|zou|zouden|kan|kunnen|overweegt) (?:\w+ ){{0,2}}?"
    r"(?:meedoen|mee doen|deelnemen|deel nemen|deelnemer|deelnemers)\b"
)
"""What says that a school will take part, or wants to; with a date, `_SURELY_WILL` says since when it does."""

_GONE = re.compile(rf"\b(?:{'|'.join(sorted(STOPPED, key=len, reverse=True))})\b")
_TALKS = re.compile(rf"\b(?:{'|'.join(sorted(IN_TALKS, key=len, reverse=True))})\b")
_DENIED_TALKS = re.compile(
    rf"\b(?:niet|geen|not|no|nooit)(?: \w+)? (?:{'|'.join(sorted(IN_TALKS - {'nog niet'}, key=len, reverse=True))})\b"
)
"""A denial with at most one word between: "niet aangemeld", "geen verdere gesprekken", "nog niet in gesprek"."""

_AGAIN = {"weer", "opnieuw", "again"}
"""What a school that stopped may do later ("gestopt, doet weer mee")."""

CHECK_MARKS = {"✓": "ja", "✔": "ja", "☑": "ja", "✅": "ja", "√": "ja", "✗": "nee", "✘": "nee", "❌": "nee", "☒": "nee"}

FILLER = {
    "is", "zijn", "school", "de", "het", "een", "al", "sto", "aan", "bij", "met", "in", "op", "en", "wel", "sterk",
    "techniekonderwijs", "regio", "programma", "ook", "schooljaar", "jaar", "datum", "dd", "lopend",
}  # fmt: skip
"""Words that change nothing."""

HARMLESS = FILLER | {
    "dit", "deze", "voor", "van", "nu", "nog", "meer", "steeds", "alle", "alleen", "maar", "hoor", "helaas", "zeker",
    "onderbouw", "bovenbouw", "klassen", "locatie", "scholen", "vmbo", "mavo", "we", "wij", "ze", "zij", "at", "the",
    "jaren", "regionaal", "regionale", "hele", "heel", "this", "year", "all", "per", "profiel", "profielen", "bwi",
    "pie", "mvi", "mti", "d", "p", "dp", "z", "w", "zw", "eo", "hbr", "groen", "techniek",
}  # fmt: skip
"""Words that may stand beside a yes or a no; with any other the text may say something else ("was deelnemer")."""

_ALLOWED = HARMLESS | {word for phrase in YES | NO for word in phrase.split()}
_BESIDE_TALKS = HARMLESS | {
    "over", "directie", "bestuur", "schoolbestuur", "team", "teamleider", "teamleiding", "schoolleiding",
    "schoolleider", "rector", "directeur", "afdelingsleider", "management", "stuurgroep", "programmamanager",
    "penvoerder",
    "uitgesproken", "getekend", "ondertekend", "afgegeven", "loopt", "lopen", "gaande", "gepland", "eerste", "sinds",
    "vanaf", "door",
    "ingediend", "gedaan", "ontvangen", "heeft", "hebben", "signed", "with", "about", "joining", "on", "since",
    "submitted", "first", "om", "te", "mee", "doen", "meedoen", "deel", "nemen", "deelname", "deelnemen",
    "misschien", "mogelijk", "wellicht", "twijfelt",
}  # fmt: skip
"""Words beside talks that leave them what they are; any other may say what they are about ("over stoppen") or how they
ended ("goedgekeurd")."""

_REASON = re.compile(r"\b(?:wegens|vanwege|omdat|want|ivm|i v m|because)\b")

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT_YEAR = re.compile(r"\bin (?:19|20)\d\d\b")
_BEGUN = {"gestart", "begonnen", "ingestapt", "aangehaakt", "aangesloten"}
"""Only with these does "in 2019" say since when; "in 2019 deelnemer" says nothing of today."""

_APPLIED = {"aangemeld", "aanmelding", "aanvraag", "intentieverklaring", "applied"}
"""With these it says since when the school is in talks."""

_PLANNED = re.compile(r"\b(?:vanaf|per|m\.?i\.?v|ingang|voor|(?:school|cursus)jaar|start\w*|from|for)\b")
"""Beside a date: the date is when a school that is in talks will begin, and not since when it talks."""


@dataclass(frozen=True, slots=True)
class StatusRead:
    """What a cell says: `status` is None when it is not known.

    `since` and `until` are a year, a month or a day, as the register writes them. `stopped` marks a school that took
    part before: its participation ended the day before `since`. `understood` is False for a text that says something
    which is not in the lists above (an empty cell says nothing, and that is understood).
    """

    status: Status | None = None
    since: str | None = None
    until: str | None = None
    stopped: bool = False
    understood: bool = True


def read_status(cell: Cell) -> StatusRead:
    """Read a cell of a status column. A day or month alone says since when a school takes part.

    A year alone is not understood: it may be the year in which the school began, stopped, or was asked. Neither is a
    text with a date that does not exist: without its date it would say something else.
    """
    if isinstance(cell, bool):
        return StatusRead("participating" if cell else "not_participating")
    if isinstance(cell, date):
        return StatusRead("participating", since=day_of(cell))
    if isinstance(cell, time | timedelta):
        return StatusRead(understood=False)
    text = cell_text(cell)[:LONGEST]
    for mark, word in CHECK_MARKS.items():
        text = text.replace(mark, f" {word} ")
    return _read_text(small(text))


def _read_text(text: str) -> StatusRead:
    """Read a text in small letters."""
    try:
        (since, until), rest = take_period(text)
    except NoSuchDate:
        return StatusRead(understood=False)
    if YEAR_ONLY.fullmatch(text) or LEFT_OVER.search(rest):
        return StatusRead(understood=False)
    words = _words(rest)
    if words and ("?" in text or (_THAT_YEAR.search(text) and not _contains(words, _BEGUN | STOPPED | _APPLIED))):
        return StatusRead(understood=_contains(words, NOT_KNOWN))
    planned = until or _PLANNED.search(text)
    read = _judged(words, since, until, begun=None if planned else since)
    if read.status == "in_talks" and _contains(_words(_TALKS.sub(" ", text)), _BEGUN):
        return StatusRead(understood=False)
    return read


def _judged(words: str, since: str | None, until: str | None, begun: str | None) -> StatusRead:
    """Return the status of the words, with the dates that stood among them; `begun` is since when a school talks.

    A no with a day on which something will begin is not understood: "niet vanaf 2027" and "nu niet, vanaf 2027 wel".
    """
    planned = since and not begun and not until
    no = StatusRead(understood=False) if planned else StatusRead("not_participating", since, until)
    if _contains(words, NOT_ASKED):
        return StatusRead()
    if words in NO - STOPPED or _DENIED_TALKS.search(words):
        return no
    if (promise := _WILL.search(words)) and not _denies(words):
        sure = since and promise[1] in _SURELY_WILL and not _contains(words, NOT_KNOWN)
        return StatusRead("participating", since, until) if sure else _in_talks(_WILL.sub(" ", words), begun)
    if _contains(words, _IN_TALKS_FOR_SURE) or words in IN_TALKS | _NOT_YET | WISHES:
        return _in_talks(words, begun)
    if words.split(" ", 1)[0] in DENIALS and not _contains(words, {"ja", "yes", "bekend"} | NOT_KNOWN):
        return no
    if _contains(words, INTEREST):
        return _in_talks(words, begun)
    return _decided(words, since, until, no)


def _decided(words: str, since: str | None, until: str | None, no: StatusRead) -> StatusRead:
    """Return the status of words that say nothing of talks: not known, stopped, no or yes."""
    if _contains(words, NOT_KNOWN):
        return StatusRead()
    if _contains(words, STOPPED):
        rest = _GONE.sub(" ", words)
        if {"niet", "geen", "nooit", "not", "never", "ja", "yes", *_AGAIN} & set(rest.split()) or _YEAR.search(rest):
            return StatusRead(understood=False)
        return StatusRead("not_participating", since=since or day_after(until or ""), stopped=True)
    if not _ALLOWED.issuperset(_REASON.split(words)[0].split()):
        return StatusRead(understood=False)
    if _denies(words):
        both = _contains(words, {"ja", "yes", *DENIALS}) and words not in DENIALS
        return StatusRead(understood=False) if both else no
    if _contains(words, YES) or (not words and (since or until)):
        return StatusRead("participating", since=since, until=until)
    return StatusRead(understood=not words)


def _in_talks(words: str, begun: str | None) -> StatusRead:
    """Return `in_talks`, unless the text says more: that the school takes part or stopped, what the talks are about."""
    rest = "" if words in WISHES else _TALKS.sub(" ", words.removeprefix("nee "))
    if _contains(rest, SURELY_YES) or not _BESIDE_TALKS.issuperset(rest.split()):
        return StatusRead(understood=False)
    return StatusRead("in_talks", since=begun)


def _denies(words: str) -> bool:
    """Whether the text is a no, or holds a word that denies."""
    return bool({*DENIALS, "niet", "geen", "not"} & set(words.split())) or _contains(words, NO)


def _contains(words: str, phrases: set[str]) -> bool:
    """Whether a text is one of the phrases, or holds one of more than two letters as whole words."""
    if words in phrases:
        return True
    padded = f" {words} "
    return any(len(phrase) > 1 and f" {phrase} " in padded for phrase in phrases)


def _words(rest: str) -> str:
    """Leave out marks and the words that change nothing."""
    words = re.sub(r"[^a-z0-9]+", " ", rest.replace("n.v.t", "nvt")).split()
    joined = " ".join(words)
    if joined in YES or joined in NO or joined in NOT_KNOWN:
        return joined
    return " ".join(word for word in words if word not in FILLER)
