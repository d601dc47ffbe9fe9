"""The words of letters and mails: greetings, closings, who wrote them; none of them is an answer."""

import re

_MAIL_LINE = re.compile(
    r"\s*(?:(?:van|from|to)\s*:(?!\s*(?:(?:begin|eind|start|week|q)\w*\s)?\d)|"
    r"(?:aan|cc|bcc|datum|verzonden|date|sent|bijlagen?|attachments?|tel(?:efoon)?|e-?mail|mobiel)\s*:)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\s*(?:beste|geachte|hallo|hoi|hi|dag|dear|hello|goedemorgen|goedemiddag|l\.s\.?)\b"
    r"(?:[^.!?:]|(?<=\b\w)\.|(?<=\b(?:mw|dr|ir|mr))\.|(?<=\b(?:dhr|drs|ing|mrs))\.|(?<=\bmevr)\.){0,60}[,!]?\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:met\s+)?(?:\w+\s+){0,2}groet\w*\b[^.?:]{0,40}|m\.?v\.?g\.?|hoogachtend|hgr?|"
    r"(?:kind|best|warm)(?:est)? regards|yours (?:sincerely|faithfully|truly)|cheers|--)[,.!]?\s*$",
    re.IGNORECASE,
)

_POLITE = re.compile(
    r"(?:(?:laat|(?:(?:ik|wij|we) )?hoo?r(?:en)?|alvast|let me know|i look forward|graag)\b.{0,60}?"
    r"\b(?:weten|graag|bedankt|dank|know|hearing|reactie)|let me know|tot zover|tot ziens|tot dan|tot gauw|"
    r"(?:ik|wij|we) licht(?:en)? .{0,40}toe)\b.{0,40}$",
    re.IGNORECASE,
)


def is_polite(line: str) -> bool:
    """Whether a line only rounds off a letter: “Laat maar weten of ik iets vergeten ben!”."""
    return len(line) <= LONGEST_POLITE and _POLITE.match(line) is not None


LONGEST_POLITE = 100
"""Characters of such a line."""


def is_closing(line: str) -> bool:
    """Whether a line closes a letter: what follows is a name and an address, until a heading comes."""
    return _CLOSING.match(line) is not None


_SENDER = re.compile(
    r"\W*(?:(?:(?:in|op)(?:gevuld|gesteld)|(?:onder)?getekend|geschreven) door\b|"
    r"(?:written|filled in|submitted) by\b|"
    r"(?:naam )?(?:contact(?:persoon|gegevens)?|aangevraagd door|"
    r"auteurs?|aanvrager|indiener|inzender|steller|projectleider|contact person|"
    r"authors?|tel(?:efoon)?(?:nummer)?|mobiel|e-?mail(?:adres)?|mail|phone|mobile|06)\b\W{0,4}[:=])",
    re.IGNORECASE,
)


def names_sender(line: str) -> bool:
    """Whether a line says who wrote a plan, or how to reach them: “Ingevuld door: …”."""
    return _SENDER.match(line) is not None


def is_of_a_person(line: str) -> bool:
    """Whether a line only greets, or says by whom a plan was written."""
    return _GREETING.match(line) is not None or names_sender(line)


def is_signature(label: str) -> bool:
    """Whether a cell asks for a signature: the table is signed, and no answer."""
    return _SIGNATURE.match(label) is not None


_SIGNATURE = re.compile(r"\W*(?:handtekening|paraaf|ondertekening|signature)\b", re.IGNORECASE)


def is_of_a_mail(line: str, number: int) -> bool:
    """Whether a line with this number says who sent a mail, to whom and when."""
    return _MAIL_LINE.match(line) is not None and number <= LAST_MAIL_LINE


LAST_MAIL_LINE = 12
"""The lines with sender and date stand at the top of a mail."""
