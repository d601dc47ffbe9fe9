"""`sto validate`."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, NamedTuple

import typer

from sto_cli.cli.declaring import AnswerIn, declare
from sto_cli.cli.delivery import Wish, deliver, deliver_view
from sto_cli.cli.option_values import LetterOptions
from sto_cli.cli.plan_files import read_standard_input
from sto_cli.cli.problems import EXIT_NO, EXIT_WRONG_USE
from sto_cli.cli.screen import tracked
from sto_cli.cli.session import Session
from sto_cli.errors import UnreadableFile, UnwritableFile, UsageProblem, own_faults
from sto_cli.files.writing import free_name, refuse_existing, write_whole
from sto_cli.findings import Finding
from sto_cli.messages import N_, message
from sto_cli.plans.checked import Checked, Result, Results, Tally, Unread, not_judged
from sto_cli.plans.checking import Check, Found, Mending, check_all
from sto_cli.plans.finding_files import STANDARD_INPUT, PlanFile, find_plans, is_document
from sto_cli.plans.rule_pages import ignorable
from sto_cli.plans.severity import Strictness
from sto_cli.render.findings.mending import (
    AUTHOR,
    COPY_WORD,
    commented_remark,
    findings_comments,
    mended_remark,
    mending_text,
    word_mending_remark,
)
from sto_cli.render.findings.text import skipped_remark, unread_remark
from sto_cli.render.findings.view import FINDINGS
from sto_cli.render.formats import named


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
    except own_faults():
        return replace(result, findings=(not_judged(result.path), *result.findings))


def _commented(result: Checked, found: PlanFile, session: Session, asked: Commenting) -> Result:
    """Write the copy; a document that cannot be opened gets none, and its finding says why."""
    from sto_cli.files.word.commenting import without_own
    from sto_cli.files.word.other_kinds import WordProblem
    from sto_cli.plans.source.word_plan import word_outline

    copy = free_name(found.path.with_suffix(".docx"), session.translator.text(COPY_WORD))
    try:
        content = without_own(found.read(), AUTHOR)
        anchors = word_outline(content, result.path).anchors
        write_whole(copy, findings_comments(content, asked.to_say(result), anchors, session.translator, session.today))
    except WordProblem:
        return result
    return replace(result, copy=str(copy))


app = typer.Typer(add_completion=False)

ALL_FORMATS = (*FINDINGS.formats(), named("markdown"), named("html"), named("docx"))
"""The forms of the findings, and behind them those that only a letter has."""

FOR_PROGRAMS = N_(
    "text to read; json, github, sarif or junit for other programs. Without it: as the name of the file "
    "says, else text."
)


class Weighing(NamedTuple):
    """How heavily findings count."""

    strict: Annotated[bool, typer.Option("--strict", help=N_("Count warnings as errors."))] = False
    ignore: Annotated[
        list[str] | None, typer.Option(metavar=N_("RULE"), help=N_("Leave out this rule. May be given several times."))
    ] = None


class Writing(NamedTuple):
    """What is written besides the findings: mended plans, documents with comments, or a letter."""

    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=N_("Mend what is safe to mend: misspelt words, dates, amounts, tabs. Keeps the original beside it."),
        ),
    ] = False
    diff: Annotated[bool, typer.Option("--diff", help=N_("Show what --fix would change, and change nothing."))] = False
    comments: Annotated[
        bool,
        typer.Option(
            "--comments",
            help=N_(
                "Write a copy of each Word document beside it, with what was found as comments in the margin. The "
                "document itself is not changed."
            ),
        ),
    ] = False
    letter: Annotated[
        bool,
        typer.Option(
            "--letter",
            help=N_(
                "Write a letter to the school about its plan: what is good, what to talk about, the next step, and "
                "whom to turn to. With --output letter.docx for Word; of several plans, in Word beside each plan."
            ),
        ),
    ] = False

    @property
    def mending(self) -> Mending:
        """What is done with what can be mended."""
        return "show" if self.diff else "write" if self.fix else "no"


@declare(
    app,
    N_(
        "Check plans: is every question answered, and is what stands there right?\n\n"
        "Shows per plan what is missing or wrong, where, and how to mend it. Name files, folders (all plans in them "
        "are checked: .docx, .odt, .pdf, .yaml, .yml, and texts and mails (.eml) with the six questions) or - for "
        "standard input.\n\n"
        "\b\n"
        "sto validate plan.docx --comments\n"
        "sto validate plan.docx --letter --output letter.docx\n"
        "sto validate plans --strict\n"
        "sto validate plans --fix --diff\n"
        "sto validate plans --output findings.json"
    ),
)
def validate(
    session: Session,
    *,
    plans: Annotated[list[str], typer.Argument(help=N_("Plans, or folders with plans."), metavar=N_("PLAN..."))],
    weighing: Weighing,
    writing: Writing,
    letter: LetterOptions,
    wish: Annotated[Wish, AnswerIn(ALL_FORMATS, help=FOR_PROGRAMS)],
) -> None:
    """Answer `sto validate`."""
    strictness = Strictness(weighing.strict, ignorable(weighing.ignore or ()))
    if writing.letter:
        from sto_cli.cli.letters import HowToWrite, send_letters

        if writing.fix or writing.diff or writing.comments:
            raise UsageProblem(
                message("With a letter nothing else is written."),
                message("Leave out --fix, --diff and --comments, or leave out --letter."),
            )
        raise typer.Exit(send_letters(plans, session, wish, HowToWrite(strictness, letter.sending(session.today))))
    letter.refuse_without_letter()
    _refuse_letter_form(wish)
    form = wish.among(FINDINGS.formats())
    refuse_existing(wish.output, force=wish.force)
    skipped: list[str] = []
    found = _find(plans, skipped, writing)
    commenting = Commenting(with_tips=letter.with_tips) if writing.comments else None
    check = Check(lambda: session.register, session.today, strictness, writing.mending)
    results = Results(_watched(found, skipped, check, session, commenting), skipped)
    if writing.diff and form.name == "text":
        deliver(mending_text(results, session.translator), wish.output, force=wish.force)
    else:
        deliver_view(session, FINDINGS, results, wish)
    for unread in results.tally.unread:
        session.remark(unread_remark(unread))
    in_word = sum(map(is_document, found)) if writing.mending != "no" else 0
    if in_word:
        session.remark(word_mending_remark(in_word, comments=writing.comments))
    if commenting and commenting.without:
        from sto_cli.render.findings.mending import without_comments_remark

        session.remark(without_comments_remark(commenting.without))
    if skipped:
        session.remark(skipped_remark(skipped))
    raise typer.Exit(_exit_code(results.tally))


def _refuse_letter_form(wish: Wish) -> None:
    """Refuse a form that only a letter has."""
    names = [form.name for form in FINDINGS.formats()]
    if wish.format is not None and wish.format not in names:
        raise UsageProblem(
            message("Findings are not written as {form}: only a letter is.", form=wish.format),
            message("Add --letter, or choose one of these: {forms}.", forms=", ".join(names)),
        )


def _find(names: list[str], skipped: list[str], writing: Writing) -> list[Found]:
    """Find the plans that are named, standard input read; files in folders that are no plan go to `skipped`."""
    if writing.mending == "write" and STANDARD_INPUT in names:
        raise UsageProblem(
            message("Standard input cannot be mended."), message("Name a file, or use --diff to see the changes.")
        )
    plans = list(find_plans(names, skipped))
    return [
        replace(found, content=read_standard_input())
        if not isinstance(found, Unread) and found.shown == STANDARD_INPUT
        else found
        for found in plans
    ]


def _processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _watched(
    found: list[Found], skipped: list[str], check: Check, session: Session, commenting: Commenting | None
) -> Iterator[Result]:
    """Check the plans behind a bar; say on standard error which ones were mended, and where comments are.

    What turns out to be no plan, in a folder, goes to `skipped`. With comments, `commenting` keeps the names of those
    that got none.
    """
    results = check_all(found, check, _processors())
    if commenting is not None:
        results = commented(results, found, session, commenting)
    for result in tracked(results, len(found), session.translator.text(N_("Checking plans"))):
        if isinstance(result, Checked) and result.foreign:
            skipped.append(result.path)
            continue
        if isinstance(result, Checked) and result.backup:
            session.remark(mended_remark(result))
        yield result


def _exit_code(tally: Tally) -> int:
    """2 when something could not be read, or nothing was a plan; 1 when a plan has an error."""
    if tally.unread or not tally.files:
        return EXIT_WRONG_USE
    return EXIT_NO if tally.valid < tally.files else 0
