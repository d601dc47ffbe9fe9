"""Files that are no plan: what each is, and how it becomes one."""

from __future__ import annotations

from sto_cli.files.decoding import other_kind
from sto_cli.findings import Finding, Place
from sto_cli.messages import N_, Message, message
from sto_cli.plans.reading.shape import HEADINGS

_SAVE_AS = N_("Open it in Word, and save it as a Word document (.docx): File, Save as.")

_WAYS_OUT: dict[str, str] = {
    "a picture": N_(
        "A picture cannot be read. Ask for the document itself, or type the text into a new plan: sto plan new."
    ),
    "a text document with layout (RTF)": _SAVE_AS,
    "a web page": _SAVE_AS,
    "a mail with its wrapping (.eml)": N_(
        "Save it as a file that ends in .eml, and name that; or save the plan that is attached to it, and name that."
    ),
    "a compressed file": N_("Unpack it first, and name the plan in it."),
}
"""What to do with a file of each kind that `other_kind` names."""


def other_file(path: str, content: bytes, most: int) -> Finding | None:
    """Return the finding on a file that is no text: which kind it is, and the way out; None for text.

    What is larger than `most` and of no known kind may be a text with something behind it: None as well.
    """
    kind = other_kind(content)
    if kind is None or (kind not in _WAYS_OUT and len(content) > most):
        return None
    way_out = _WAYS_OUT.get(kind, N_("Ask for the plan as a Word document (.docx)."))
    return Finding(
        "not-a-plan",
        "error",
        message("This is {kind}, not a plan in Word or plain text.", kind=Message(kind)),
        Place(path),
        Message(way_out),
    )


def no_questions(whole: Place) -> Finding:
    """Return the finding on a text or document in which the six questions cannot be found."""
    sentence = message("In this text it cannot be seen which part answers which of the six questions.")
    return Finding("not-a-plan", "error", sentence, whole, _heading_hint())


def _heading_hint() -> Message:
    """Say how the questions of a text or a Word document are found."""
    titles = {heading.english: Message(heading.title) for heading in HEADINGS}
    return message(
        "Put a heading above each answer, such as “{first}” and “{second}”; sto plan new --output plan.docx makes a "
        "form with all six.",
        first=titles["goals"],
        second=titles["activities"],
    )
