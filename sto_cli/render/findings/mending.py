"""What mending would change, line by line; and writing findings into the margin of Word documents."""

from collections.abc import Iterator, Sequence
from datetime import date

from sto_cli.files.word.blocks import START, Anchor
from sto_cli.files.word.commenting import Hand, Remark, with_remarks
from sto_cli.findings import Finding
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.plans.checked import Checked, Result, Results
from sto_cli.render.findings.text import named_first, outward_hint, said
from sto_cli.render.terminal.table import Line
from sto_cli.render.visible import visible

STYLES_BY_SIGN = {"+": "added", "-": "removed", "@": "aside"}


def mending_text(results: Results, translator: Translator) -> Iterator[Line]:
    """Write the unified diff of each plan that can be mended, and one closing line."""
    yield from results.written(_plan)
    yield [(translator.say(_closing(results.tally.repaired)), "")]


def _plan(result: Result) -> Iterator[Line]:
    if isinstance(result, Checked) and result.difference:
        for line in result.difference.split("\n"):
            yield [(visible(line), STYLES_BY_SIGN.get(line[:1], ""))]
        yield []


def mended_remark(result: Checked) -> Message:
    """Say what was mended in a plan, and where the original is."""
    return message(
        "{path}: {repairs}; the original is in {backup}.",
        path=visible(result.path),
        repairs=counted("{n} thing is mended", "{n} things are mended", len(result.repairs)),
        backup=visible(result.backup or ""),
    )


def word_mending_remark(plans: int, *, comments: bool) -> Message:
    """Say that plans in Word are mended in Word, and what helps with it."""
    what = counted(
        "{n} plan is in Word: mend it there, sto changes nothing in it.",
        "{n} plans are in Word: mend them there, sto changes nothing in them.",
        plans,
    )
    if comments:
        return what
    then = message("With --comments you get a copy with the findings in its margin.")
    return message("{what} {then}", what=what, then=then)


def _closing(plans: int) -> Message:
    if not plans:
        return message("There is nothing that sto can safely mend.")
    return counted(
        "{n} plan can be mended like this. Nothing has been changed yet: that is done by --fix without --diff.",
        "{n} plans can be mended like this. Nothing has been changed yet: that is done by --fix without --diff.",
        plans,
    )


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
