"""Any file as an outline: what it shows, with places, whatever kind of file it is."""

import re
from pathlib import PurePath

from sto_cli.files.decoding import decode, other_kind, with_line_feeds, with_plain_spaces
from sto_cli.files.limits import PLAN_BYTES, PLAN_LETTERS, PLAN_VALUES
from sto_cli.files.word.other_kinds import has_layout
from sto_cli.files.yaml.forgiving import read_forgiving
from sto_cli.findings import Finding, Place
from sto_cli.messages import N_, Message, message
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.source.outline import Outline

YAML_SUFFIXES = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


def outline_of(content: str | bytes, path: str) -> Outline:
    """Return the outline of a file of any kind; `path` is its name as the user knows it.

    What cannot be read at all has no blocks; `findings` then say why, with the way out.
    """
    if isinstance(content, bytes) and has_layout(content):
        return _of_word(content, path)
    other = other_file(path, content, PLAN_BYTES) if isinstance(content, bytes) else None
    if other is not None:
        return Outline(path, findings=(other,))
    if len(content) > PLAN_BYTES:
        return Outline(path, findings=(too_large(path),))
    return _of_text(content if isinstance(content, str) else decode(content).text, path)


def _of_text(text: str, path: str) -> Outline:
    from sto_cli.plans.source.plain_text import is_yaml, text_outline  # noqa: PLC0415 - 10 ms; YAML is judged without
    from sto_cli.plans.source.yaml_outline import yaml_outline  # noqa: PLC0415

    source = with_plain_spaces(with_line_feeds(text.removeprefix("\ufeff")))
    if not fits_a_text(source):
        return Outline(path, findings=(too_long(path),))
    if PurePath(path).name.lower().endswith(YAML_SUFFIXES) or is_yaml(source):
        document = read_forgiving(source, path, max_nodes=PLAN_VALUES)
        if isinstance(document.data, dict):
            return yaml_outline(document, source)
    return text_outline(source, path)


def _of_word(content: bytes, path: str) -> Outline:
    from sto_cli.files.word.other_kinds import WordProblem  # noqa: PLC0415 - only for Word documents
    from sto_cli.plans.source.word_plan import word_outline  # noqa: PLC0415

    try:
        return word_outline(content, path).outline
    except WordProblem as problem:
        place = Place(path, where=message("the whole document"))
        return Outline(
            path, kind="word", findings=(Finding(problem.rule, "error", problem.message, place, problem.hint),)
        )


_GAPS = re.compile(r"(?<=\S)[ \xa0]{3,}(?=\S)")
"""Spaces between the columns of a table that is made with them."""


def fits_a_text(source: str) -> bool:
    """Whether a text holds no more than is read by its words: characters, and lines and cells."""
    if len(source) > PLAN_LETTERS:
        return False
    lines = sum(not line.isspace() for line in source.split("\n") if line)
    cells = source.count("\t") + source.count("|") + sum(1 for _ in _GAPS.finditer(source))
    return lines + cells <= PLAN_VALUES


def too_long(path: str) -> Finding:
    """Return the finding on a text that holds more than is read by its words."""
    return Finding(
        "too-large",
        "error",
        message("This text is far longer than a plan can be."),
        Place(path),
        message("Keep the plan itself in a file of its own, and send appendices apart."),
    )


def too_large(path: str) -> Finding:
    """Return the finding on a file that is larger than any plan."""
    return Finding(
        "too-large",
        "error",
        message("This file is larger than 1 MB, far larger than a plan can be."),
        Place(path),
        message("Keep the plan itself as text, without pictures, and send appendices apart."),
    )


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
    if path.lower().endswith(".pdf"):  # one that is, is read elsewhere
        return Finding(
            "not-a-plan",
            "error",
            message("This file is called a PDF, and is none: it cannot be opened."),
            Place(path),
            message("Ask for it once more, or for the document that it was made of (.docx)."),
        )
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
