"""Findings as comments in the margin of a Word document: the sentence and what to do, without the rule's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sto_cli.files.word.blocks import START, Anchor
from sto_cli.files.word.commenting import Hand, Remark, with_remarks
from sto_cli.findings import Finding
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.plans.checked import Checked
from sto_cli.render.findings.text import named_first, outward_hint, said
from sto_cli.render.visible import visible

AUTHOR = "sto"

COPY_WORD = N_("with-comments")
"""What stands behind the name of a document in that of its copy with comments."""


def findings_comments(
    content: bytes, findings: Sequence[Finding], anchors: Sequence[Anchor], translator: Translator, day: date
) -> bytes:
    """Return the document with each finding as a comment; `anchors` are those of the places, by their line.

    Raises:
        WordProblem: the document cannot be read.
    """
    remarks = [Remark(_anchor(finding, anchors), _lines(finding, translator)) for finding in findings]
    return with_remarks(content, remarks, Hand(AUTHOR, AUTHOR, day))


def commented_remark(result: Checked) -> Message:
    """Say where the copy with comments is."""
    return message("The comments on {path} are in {copy}.", path=visible(result.path), copy=visible(result.copy or ""))


def without_comments_remark(paths: Sequence[str]) -> Message:
    """Say which plans with findings got no comments, and what helps; there is at least one."""
    what = counted(
        "No comments on {names}.", "No comments on {n} plans: {names}.", len(paths), names=named_first(paths)
    )
    why = message(
        "Comments can only be put into a Word document (.docx) that can be opened; "
        "another plan you answer with --letter."
    )
    return message("{what} {then}", what=what, then=why)


def _anchor(finding: Finding, anchors: Sequence[Anchor]) -> Anchor:
    number = finding.place.line
    return anchors[number - 1] if 0 < number <= len(anchors) else START


def _lines(finding: Finding, translator: Translator) -> list[str]:
    hint = outward_hint(finding, translator)
    return [said(finding, translator), *([hint] if hint else [])]
