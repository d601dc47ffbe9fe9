"""What leads to a person in a text: mail addresses, telephone numbers, user names in web addresses and folders."""

import re

_AT = r"(?: {0,2}[@＠﹫] {0,2}| {0,2}[(\[{<] ?(?:at|@|apenstaartje) ?[)\]}>] {0,2}| +apenstaart(?:je)? +)"
_SPELLED = r"(?: ?[(\[{] ?(?:dot|punt) ?[)\]}] ?| +(?:dot|punt) +)"
MAIL = re.compile(
    rf"(?<![\w.+-])(?:[\w.+-]+(?:{_SPELLED}[\w+-]+){{0,4}}{_AT}(?:[\w-]+(?:\.|{_SPELLED}))+[^\W\d][\w-]*"
    r"|[\w+-]+\.[\w.+-]*@[^\W\d][\w-]*)",
    re.IGNORECASE,
)
"""Also with its sign or points in words or with spaces; without a point behind the sign where one stands before it."""

PHONE = re.compile(
    r"(?<![\d/.-])(?!\d\d?-\d\d?-(?:19|20)\d\d(?!\d))(?:\+31|0031|0)[ -]?\(?0?\)?[1-9](?:[ -]?\d){8}(?!\d)"
    r"|\(0[1-9]\d{0,2}\)(?:[ -]?\d){6,8}(?!\d)|(?<![\d/.-])06(?:\.\d\d){4}(?!\d)|(?<=wa\.me/)\+?\d{9,15}"
)
"""A day with a time behind it is none."""

_USER = re.compile(r"(?<=://)[^\s/?#<>\"]*@")
"""Who an address on the web is for, with the password."""

_KEY = re.compile(
    r"([?&](?:[\w.-]*(?:token|key|sig|signature|secret|password|pwd|auth|mail|phone|user)|e)=)[^\s&#<>\"]+",
    re.IGNORECASE,
)
"""What lets a person in behind an address on the web, or names one; what chooses a page stays."""

_FOLDER = r"[^\s/\\:*?\"<>|]+(?:(?: [^\s/\\:*?\"<>|]+){0,3}(?=\\))?"
_OWN_FOLDER = re.compile(rf"((?:(?<![\w.])/|\\)(?:home|users)[/\\]){_FOLDER}", re.IGNORECASE)
"""A user's own folder on Linux, a Mac and Windows."""

_SHARE = re.compile(rf"(?<!\\)\\\\[\w.-]+\\(?:{_FOLDER}\\)*")
"""The folders of a file on the network of a school."""


def without_user(address: str) -> str:
    """Return an address on the web without the user name and password in it."""
    return _USER.sub("", address) if "@" in address else address


def without_addresses(text: str) -> str:
    """Return a text with three points for what leads to a person: what says it, is passed on."""
    text = PHONE.sub("…", MAIL.sub("…", _KEY.sub(r"\1…", without_user(text))))
    return _OWN_FOLDER.sub(r"\1…", _SHARE.sub(r"\\\\…\\", text) if "\\" in text else text)
