"""What stops a Word document from being read: what a file is that is none, and how to save it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal

from sto_cli.messages import N_, Message, message

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_MAIL = "__nameid_version1.0".encode("utf-16-le")
_OPEN_DOCUMENT = "mimetype"


def has_layout(content: bytes) -> bool:
    """Whether this is a ZIP archive or an OLE container, as documents of Word, new and old, are packed in; or a PDF."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE, b"%PDF-"))


def refuse_old(content: bytes) -> None:
    """Refuse an OLE container: an old document, or a new one behind a password.

    Raises:
        WordProblem: it is one.
    """
    if not content.startswith(_OLE):
        return
    if _ENCRYPTED in content:
        raise WordProblem("password")
    raise WordProblem("doc" if _OLD_WORD in content else "msg" if _MAIL in content else "office")


def other_package(parts: Collection[str], read: Callable[[str], bytes]) -> WordProblem:
    """Say what an archive is that holds no Word document."""
    if _OPEN_DOCUMENT in parts and b"opendocument.text" in read(_OPEN_DOCUMENT):
        return WordProblem("odt")
    return WordProblem(next((why for part, why in _PARTS.items() if part in parts), "zip"))


Why = Literal[
    "macros", "password", "damaged", "large",
    "pdf-password", "pdf-damaged", "pdf-large", "pdf-scan",
    "doc", "msg", "office", "odt", "excel", "powerpoint", "pages", "zip",
]  # fmt: skip

_PARTS: dict[str, Why] = {
    "xl/workbook.xml": "excel", "xl/workbook.bin": "excel", "ppt/presentation.xml": "powerpoint",
    "index/document.iwa": "pages", "index.zip": "pages",
    "word/document.xml": "damaged", "[content_types].xml": "damaged",
}  # fmt: skip
"""What an archive is that has a part of this name; the first one counts."""

_SENTENCES: dict[Why, tuple[Message, Message]] = {
    "macros": (
        message("This Word document has macros: small programs that may do harm. It is not opened."),
        message("Open it in Word, and save it as an ordinary Word document (.docx): File, Save as."),
    ),
    "password": (
        message("This document has a password, so it cannot be read."),
        message("Open it in Word, and take the password away: File, Info, Protect Document. Then save it again."),
    ),
    "damaged": (
        message("This document is damaged: it cannot be opened."),
        message("Open it in Word and save it under another name, or ask for it once more."),
    ),
    "large": (
        message("This Word document is far larger than a plan can be."),
        message("Keep the plan itself in a document of its own, and send appendices and photographs apart."),
    ),
    "pdf-password": (
        message("This PDF has a password, so it cannot be read."),
        message("Ask for it without a password, or for the document that it was made of."),
    ),
    "pdf-damaged": (
        message("This PDF is damaged or protected: it cannot be opened."),
        message("Open it, print it to a new PDF, and try that; or ask for the document that it was made of (.docx)."),
    ),
    "pdf-large": (
        message("This PDF is far larger than a plan can be, or takes too long to read."),
        message("Ask for the document that it was made of (.docx)."),
    ),
    "pdf-scan": (
        message("This PDF is a scan: it holds pictures of pages, and the text in them cannot be read."),
        message("Ask for the document that was printed, or let the scanner make text of it (OCR)."),
    ),
}
"""What stops a document that is one, with the way out."""

_KINDS: dict[Why, tuple[str, Message]] = {
    "doc": (
        N_("an old Word document (.doc)"),
        message("Open it in Word, and save it as a Word document (.docx): File, Save as."),
    ),
    "msg": (
        N_("a mail of Outlook (.msg)"),
        message(
            "Save the plan that came with it, and name that; or copy the text of the mail into a text file (.txt)."
        ),
    ),
    "office": (N_("an old document of Office"), message("Open it, and save it as a Word document (.docx).")),
    "odt": (
        N_("a document of LibreOffice (.odt)"),
        message("Open it in LibreOffice, and save it as Word 2010–365 Document (.docx): File, Save As."),
    ),
    "excel": (
        N_("an Excel workbook"),
        message("Put the text in a Word document, or copy it into a new plan: sto plan new."),
    ),
    "powerpoint": (N_("a PowerPoint presentation"), message("Put the text in a Word document (.docx).")),
    "pages": (N_("a document of Pages"), message("Open it in Pages, and export it to Word (.docx).")),
    "zip": (N_("a ZIP archive"), message("Unpack it first, and name the plan in it.")),
}
"""What a file is that is no document, and how to save it."""


class WordProblem(Exception):
    """The document cannot be read; `rule` names the flaw, the sentence says what it is, the hint how to save it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.rule: Literal["not-a-plan", "too-large"] = "too-large" if why.endswith("large") else "not-a-plan"
        if why in _KINDS:
            kind, self.hint = _KINDS[why]
            self.message = message("This is {kind}, not a plan in Word or plain text.", kind=Message(kind))
        else:
            self.message, self.hint = _SENTENCES[why]
