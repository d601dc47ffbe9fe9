"""Reading a PDF: the file goes to a process of its own, and comes back as what a Word document holds."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from sto_cli.files.limits import PDF_BYTES, PDF_SECONDS
from sto_cli.files.pdf.layout import PdfPage, laid_out
from sto_cli.files.word.blocks import WordDocument
from sto_cli.files.word.other_kinds import WordProblem
from sto_cli.messages import Message, message

SIGNATURE = b"%PDF-"

FEWEST_LETTERS = 20
"""Letters of a document of which the pages are pictures; a scanner may put its name on them."""

_WAITS = 20 * PDF_SECONDS
"""Seconds of a busy machine in which so many seconds of processor time are had."""


def is_pdf(content: bytes) -> bool:
    """Whether bytes are a PDF."""
    return content.startswith(SIGNATURE)


def read_pdf(content: bytes) -> WordDocument:
    """Read a document from the bytes of its file.

    Raises:
        WordProblem: it cannot be read; the sentence says why, with the way out.
    """
    if len(content) > PDF_BYTES:
        raise _too_large()
    answer = _answer(content)
    problem = answer.get("problem")
    if problem == "password":
        raise _problem(
            message("This PDF has a password, so it cannot be read."),
            message("Ask for it without a password, or for the document that it was made of."),
        )
    if problem is not None:
        raise _too_large() if problem == "large" else _damaged()
    pages = [PdfPage.of(**one) for one in answer["pages"]]
    letters = sum(len(piece.text) for page in pages for piece in page.texts)
    if letters < FEWEST_LETTERS and any(page.pictures for page in pages):
        raise _problem(
            message("This PDF is a scan: it holds pictures of pages, and the text in them cannot be read."),
            message("Ask for the document that was printed, or let the scanner make text of it (OCR)."),
        )
    return laid_out(pages)


def _answer(content: bytes) -> dict[str, Any]:
    call = [sys.executable, "-P", "-m", "sto_cli.files.pdf.child"]
    try:
        done = subprocess.run(call, input=content, capture_output=True, timeout=_WAITS, check=False)  # noqa: S603
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"problem": "large"}
    except (OSError, ValueError):
        return {"problem": "large" if done.returncode < 0 else "damaged"}
    return answer if isinstance(answer, dict) else {"problem": "damaged"}


def _too_large() -> WordProblem:
    return WordProblem(
        "too-large",
        message("This PDF is far larger than a plan can be, or takes too long to read."),
        message("Ask for the document that it was made of (.docx)."),
    )


def _damaged() -> WordProblem:
    return _problem(
        message("This PDF is damaged or protected: it cannot be opened."),
        message("Open it, print it to a new PDF, and try that; or ask for the document that it was made of (.docx)."),
    )


def _problem(sentence: Message, hint: Message) -> WordProblem:
    return WordProblem("not-a-plan", sentence, hint)
