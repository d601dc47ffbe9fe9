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
        raise protected()
    if _OLD_WORD in content:
        raise _other(
            N_("an old Word document (.doc)"),
            message("Open it in Word, and save it as a Word document (.docx): File, Save as."),
        )
    if _MAIL in content:
        raise _other(
            N_("a mail of Outlook (.msg)"),
            message(
                "Save the plan that came with it, and name that; or copy the text of the mail into a text file (.txt)."
            ),
        )
    raise _other(N_("an old document of Office"), message("Open it, and save it as a Word document (.docx)."))


def other_package(parts: Collection[str], read: Callable[[str], bytes]) -> WordProblem:
    """Say what an archive is that holds no Word document."""
    if _OPEN_DOCUMENT in parts and b"opendocument.text" in read(_OPEN_DOCUMENT):
        return _other(
            N_("a document of LibreOffice (.odt)"),
            message("Open it in LibreOffice, and save it as Word 2010–365 Document (.docx): File, Save As."),
        )
    if "xl/workbook.xml" in parts or "xl/workbook.bin" in parts:
        return _other(
            N_("an Excel workbook"),
            message("Put the text in a Word document, or copy it into a new plan: sto plan new."),
        )
    if "ppt/presentation.xml" in parts:
        return _other(N_("a PowerPoint presentation"), message("Put the text in a Word document (.docx)."))
    if "index/document.iwa" in parts or "index.zip" in parts:
        return _other(N_("a document of Pages"), message("Open it in Pages, and export it to Word (.docx)."))
    if "word/document.xml" in parts or "[content_types].xml" in parts:
        return damaged()
    return _other(N_("a ZIP archive"), message("Unpack it first, and name the plan in it."))


def with_macros() -> WordProblem:
    """Say that a document holds macros."""
    return WordProblem(
        "not-a-plan",
        message("This Word document has macros: small programs that may do harm. It is not opened."),
        message("Open it in Word, and save it as an ordinary Word document (.docx): File, Save as."),
    )


def protected() -> WordProblem:
    """Say that a document has a password."""
    return WordProblem(
        "not-a-plan",
        message("This document has a password, so it cannot be read."),
        message("Open it in Word, and take the password away: File, Info, Protect Document. Then save it again."),
    )


def damaged() -> WordProblem:
    """Say that a document is damaged."""
    return WordProblem(
        "not-a-plan",
        message("This document is damaged: it cannot be opened."),
        message("Open it in Word and save it under another name, or ask for it once more."),
    )


def too_large() -> WordProblem:
    """Say that a document is too large."""
    return WordProblem(
        "too-large",
        message("This Word document is far larger than a plan can be."),
        message("Keep the plan itself in a document of its own, and send appendices and photographs apart."),
    )


def _other(kind: str, hint: Message) -> WordProblem:
    return WordProblem(
        "not-a-plan", message("This is {kind}, not a plan in Word or plain text.", kind=Message(kind)), hint
    )


class WordProblem(Exception):
    """The document cannot be read; `rule` names the flaw, the sentence says what it is, the hint how to save it."""

    def __init__(self, rule: Literal["not-a-plan", "too-large"], message: Message, hint: Message) -> None:
        super().__init__(rule)
        self.rule = rule
        self.message = message
        self.hint = hint
