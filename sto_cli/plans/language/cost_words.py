"""The words by which people speak of costs: who pays, hours of staff, buildings, and a budget that is still to come."""

from __future__ import annotations

import re

HOURS = re.compile(
    r"\b(?:\w*uren|\d+ ?uur|uur|fte|wtf|\w*tijd|dagdelen|\w*inzet|vervang\w*|begeleid\w*|personeel|personele|"
    r"loon\w*|salari\w*|"
    r"co[oö]rdinat\w*|projectleid\w*|\w*scholing\w*|training\w*|cursus\w*|\w*lessen|opleiding\w*|hours?|staff|"
    r"salar\w*|training|"
    r"coordinat\w*|teachers?)\b",
    re.IGNORECASE,
)
"""Hours of people, by whatever name."""

PLAIN_HOURS = re.compile(r"\b(?:\w*uren|uur|fte|wtf|hours?)\b", re.IGNORECASE)
"""Hours that are named as hours."""

BUILDING = re.compile(
    r"\b(?:\w*verbouw\w*|\w*verbouwing\w*|aanbouw\w*|nieuwbouw\w*|bouwkundig\w*|huisvesting\w*|renovat\w*|stucwerk|"
    r"vloer(?:bedekking)?|dakkapel|schilderwerk|sloop\w*|slopen|rebuild\w*|renovati\w*|housing)\b",
    re.IGNORECASE,
)
"""Work on a building, which is the municipality's and the school board's."""

ORDINARY = re.compile(
    r"\b(?:laptops?|chromebooks?|notebooks?|beamers?|digibord\w*|smartboards?|koffie|catering|lunch\w*|borrels?|hapjes|"
    r"etentje|schoolboeken|schoolplein|(?:docenten|leraren|personeels)kamer|kantoormeubel\w*|kantoormeubilair|salaris\w*|"
    r"(?:gewone|reguliere|eigen) (?:lessen|lesuren)|salar(?:y|ies)|staff ?room|coffee|regular lessons)\b",
    re.IGNORECASE,
)
"""What a school needs anyway, or what is eaten and drunk."""

TO_COME = re.compile(
    r"\b(?:begroting|kostenoverzicht|offertes?|bedragen|specificatie|overzicht|budget|quotes?|quotation)\b[^.;\n]{0,60}"
    r"(?:\b(?:bijlage|(?<!als )volgt|volgen|na|nagestuurd|nazenden|attachment|follows?|later)\b|"
    r"\bkom(?:t|en)\b(?! (?:wij|we|je|u|een|op|uit|neer|tot|van|voor|in aanmerking)\b))|"
    r"\b(?:bijlage|attachment|appendix)\b[^.;\n]{0,40}\b(?:volgt|volgen|stuur\w*|na|nagestuurd|komt|follows?|"
    r"later|send)\b|"
    r"\bzie (?:de |het |ons |onze )?(?:bijlage|bijgevoegd\w*|bijgaand\w*|excel\w*|spreadsheet|begroting|offerte|"
    r"prijsopgave)\b|"
    r"\b(?:staat|staan) (?:in|op) (?:de |het |een |onze )?(?:bijlage|excel\w*|spreadsheet|offerte|prijsopgave)\b|"
    r"\bverwij\w+ [^.]{0,40}\b(?:begroting|bijlage|offerte|spreadsheet)\b|"
    r"\b(?:los|apart) (?:heb |is |zijn )?(?:na|mee)gestuurd|\bsee (?:the )?(?:attach\w+|appendix|spreadsheet)\b",
    re.IGNORECASE,
)
"""The amounts are promised, or stand in a paper that is not here."""
