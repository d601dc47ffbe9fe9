"""Writing copies of Word documents with the findings in their margin, beside the originals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sto_cli.cli.beside import free_name
from sto_cli.cli.session import Session
from sto_cli.errors import UnreadableFile, UnwritableFile
from sto_cli.files.writing import write_whole
from sto_cli.findings import Finding
from sto_cli.plans.checked import Checked, Result, Unread
from sto_cli.plans.checking import Found
from sto_cli.plans.finding_files import PlanFile, is_document
from sto_cli.plans.tripping import not_judged
from sto_cli.render.findings.comments import AUTHOR, COPY_WORD, commented_remark, findings_comments

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Commenting:
    """Whether tips go into the margin too; `without` are the plans with findings that got no comments, as shown."""

    with_tips: bool = False
    without: list[str] = field(default_factory=list)

    def to_say(self, result: Checked) -> tuple[Finding, ...]:
        """Return the findings that go into the margin."""
        return tuple(one for one in result.findings if self.with_tips or one.severity != "tip")


def commented(
    results: Iterable[Result], found: Iterable[Found], session: Session, asked: Commenting
) -> Iterator[Result]:
    """Write a copy with comments of each Word document with something to say, and say where it is."""
    files = {one.shown: one for one in found if isinstance(one, PlanFile) and is_document(one)}
    for result in results:
        if isinstance(result, Checked) and asked.to_say(result):
            if result.path in files:
                result = _in_any_case(result, files[result.path], session, asked)  # noqa: PLW2901 - the same, with its copy
            if isinstance(result, Checked):
                if result.copy:
                    session.remark(commented_remark(result))
                else:
                    asked.without.append(result.path)
        yield result


def _in_any_case(result: Checked, found: PlanFile, session: Session, asked: Commenting) -> Result:
    """Write the copy; whatever one document does to the program, the others get theirs."""
    try:
        return _commented(result, found, session, asked)
    except (UnreadableFile, UnwritableFile) as problem:
        return Unread(result.path, problem.message, problem.hint)
    except Exception:
        return replace(result, findings=(not_judged(result.path), *result.findings))


def _commented(result: Checked, found: PlanFile, session: Session, asked: Commenting) -> Result:
    """Write the copy; a document that cannot be opened gets none, and its finding says why."""
    from sto_cli.files.word.commenting import without_own
    from sto_cli.files.word.problem import WordProblem
    from sto_cli.plans.source.word_plan import word_outline

    copy = free_name(found.path, session.translator.text(COPY_WORD), ".docx")
    try:
        content = without_own(found.read(), AUTHOR)
        anchors = word_outline(content, result.path).anchors
        write_whole(copy, findings_comments(content, asked.to_say(result), anchors, session.translator, session.today))
    except WordProblem:
        return result
    return replace(result, copy=str(copy))
