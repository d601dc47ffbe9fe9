"""`sto plan`: writing a plan, and showing one for the talk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sto_cli.cli.declaring import AnswerIn, ForceOption, command_group, declare
from sto_cli.cli.delivery import Wish, deliver, deliver_view, refuse_other_ending
from sto_cli.cli.option_values import LetterOptions
from sto_cli.cli.problems import EXIT_NO, EXIT_WRONG_USE
from sto_cli.cli.report_options import AsOfOption
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.files.outgoing import command
from sto_cli.files.reading import note_own
from sto_cli.files.writing import free_name, refuse_existing, refuse_read, write_whole
from sto_cli.messages import N_, Language, Message, message
from sto_cli.plans.finding_files import STANDARD_INPUT
from sto_cli.register.model import School
from sto_cli.render.findings.view import PLAN, unreadable_plan
from sto_cli.render.plan.comparison import COMPARISON
from sto_cli.render.plan.letter import LETTER
from sto_cli.render.plan.progress import PROGRESS
from sto_cli.render.terminal.table import plain
from sto_cli.reports.comparison import PlanComparison

if TYPE_CHECKING:
    from sto_cli.cli.asking import Ended
    from sto_cli.plans.draft import Draft

app = command_group(N_("Write a plan, or show one for the talk with the programme manager."))

PLAN_ENDINGS = {".yaml": "yaml", ".yml": "yaml", ".docx": "docx"}
"""How the name of a plan ends: only those are found in a folder."""


@declare(
    app,
    N_(
        "Begin a plan: the six questions with explanation, to fill in. With --school what the register knows of the "
        "school is filled in already; with --ask the questions are asked one by one. A file that ends in .docx is a "
        "form for Word.\n\n"
        "\b\n"
        "sto plan new --school 00AH17 --output plan.docx\n"
        "sto plan new --ask"
    ),
    "new",
)
def new(
    session: Session,
    *,
    school: Annotated[
        str | None, typer.Option("--school", help=N_("Code of the school, or its name with its place."))
    ] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help=N_("Language of the plan, its headings too: nl or en."))
    ] = None,
    ask: Annotated[bool, typer.Option("--ask", help=N_("Ask the questions one by one, on a terminal."))] = False,
    wish: Annotated[Wish, AnswerIn()],
) -> None:
    """Answer `sto plan new`."""
    from sto_cli.plans.draft import draft_for

    output, force = wish.output, wish.force
    refuse_other_ending(output, PLAN_ENDINGS)
    draft = draft_for(_school(school, session), session.register if school else None, session.today)
    if ask:
        from sto_cli.cli.asking import fill_in

        path = output or free_name(Path("plan.yaml"))
        refuse_existing(path, force=force)
        note_own()
        refuse_read(path)
        ended = fill_in(draft, session, lambda now: write_whole(path, _begun(now, session, path), force=True))
        session.remark(_ended(path, ended))
        return
    deliver(_begun(draft, session, output), output, force=force)
    session.remark(_next_step(output))


@declare(
    app,
    N_(
        "Show a plan as a document for the talk with the programme manager: school and region, the talk in five "
        "points, the six answers, milestones by date, costs, and the open points from the checks.\n\n"
        "\b\n"
        "sto plan show plan.yaml\n"
        "sto plan show plan.yaml --output plan.html"
    ),
    "show",
)
def show(
    session: Session,
    *,
    plan: Annotated[str, typer.Argument(metavar=N_("PLAN"), help=N_("The plan; - for standard input."))],
    wish: Annotated[Wish, AnswerIn(PLAN.formats())],
) -> None:
    """Answer `sto plan show`."""
    from sto_cli.cli.plan_files import judged
    from sto_cli.plans.talk import talk_about

    form = wish.among(PLAN.formats())
    refuse_existing(wish.output, force=wish.force)
    judgement = judged(plan, session)
    if judgement.plan is None:
        findings = unreadable_plan(judgement, wish.look(session), as_data=form.name == "json")
        deliver(findings, wish.output, force=wish.force)
        raise typer.Exit(EXIT_NO)
    deliver_view(session, PLAN, talk_about(judgement, judgement.plan, session.register, session.today), wish)


@declare(
    app,
    N_(
        "Make a YAML file of a plan in Word, or a Word form of a plan in YAML; nothing of the plan is lost. A Word "
        "document that was not made from the form can be put into it.\n\n"
        "\b\n"
        "sto plan convert plan.docx --output plan.yaml\n"
        "sto plan convert plan.yaml --output plan.docx"
    ),
    "convert",
)
def convert(
    session: Session,
    plan: Annotated[str, typer.Argument(metavar=N_("PLAN"), help=N_("The plan; - for standard input."))],
    output: Annotated[
        Path, typer.Option("--output", help=N_("The file to write: its name ends in .docx, .yaml or .yml."))
    ],
    force: ForceOption = False,
) -> None:
    """Answer `sto plan convert`."""
    from sto_cli.cli.converting import converted

    refuse_other_ending(output, PLAN_ENDINGS)
    refuse_existing(output, force=force)
    content = converted(plan, output, session)
    if content is None:
        raise typer.Exit(EXIT_NO)
    deliver(content, output, force=force)
    session.remark(message("{plan} is now also in {path}.", plan=plan, path=output))


@declare(
    app,
    N_(
        "How far plans are: milestones reached, late and next, what was spent, and what was measured of the goals. A "
        "plan may say so under reached, spent and measured; with --output letters.csv a list to mail-merge.\n\n"
        "\b\n"
        "sto plan progress plans\n"
        "sto plan progress plans --as-of 2027-07-01 --output progress.xlsx"
    ),
    "progress",
)
def progress(
    session: Session,
    *,
    plans: Annotated[list[str], typer.Argument(metavar=N_("PLAN..."), help=N_("Plans, or folders with plans."))],
    as_of: AsOfOption = None,
    wish: Annotated[Wish, AnswerIn(PROGRESS.formats())],
) -> None:
    """Answer `sto plan progress`."""
    from sto_cli.cli.option_values import day
    from sto_cli.cli.plan_files import progress_on

    wish.among(PROGRESS.formats())
    refuse_existing(wish.output, force=wish.force)
    answer, unread = progress_on(plans, session, day(as_of) if as_of else session.today)
    if answer.plans or not unread:
        deliver_view(session, PROGRESS, answer, wish)
    if unread:
        raise typer.Exit(EXIT_WRONG_USE)


@declare(
    app,
    N_(
        "Compare two versions of a plan, in Word, YAML or text: what changed for each question, and which remarks are "
        "solved, which stay and which are new. With --letter: the answer to the school on its second version.\n\n"
        "\b\n"
        "sto plan compare plan.docx plan-2.docx\n"
        "sto plan compare plan.docx plan-2.docx --letter --output brief.docx"
    ),
    "compare",
)
def compare(
    session: Session,
    *,
    old: Annotated[str, typer.Argument(metavar=N_("OLD"), help=N_("The version from before."))],
    new: Annotated[str, typer.Argument(metavar=N_("NEW"), help=N_("The version of now; - for standard input."))],
    letter: Annotated[
        bool, typer.Option("--letter", help=N_("Write the letter to the school on the second version."))
    ] = False,
    how: LetterOptions,
    wish: Annotated[Wish, AnswerIn(COMPARISON.formats())],
) -> None:
    """Answer `sto plan compare`."""
    wish.among((LETTER if letter else COMPARISON).formats())
    refuse_existing(wish.output, force=wish.force)
    comparison = _compared(old, new, session)
    if letter:
        from sto_cli.plans.talk import talk_about
        from sto_cli.reports.plan_letter import plan_letter

        assert comparison.new.plan is not None  # noqa: S101 - `_compared` refuses what is no plan
        talk = talk_about(comparison.new, comparison.new.plan, session.register, session.today)
        answer = plan_letter(talk, session.register, session.today, how.sending(session.today), comparison.solved)
        deliver_view(session, LETTER, answer, wish)
    else:
        how.refuse_without_letter()
        deliver_view(session, COMPARISON, comparison, wish)


def _compared(old: str, new: str, session: Session) -> PlanComparison:
    """Read, judge and compare two versions of a plan."""
    from sto_cli.cli.plan_files import judged
    from sto_cli.reports import comparison

    paths = Path(old), Path(new)
    if old == new == STANDARD_INPUT or (all(path.exists() for path in paths) and paths[0].samefile(paths[1])):
        raise UsageProblem(
            message("{old} and {new} are one file: there is nothing to compare.", old=old, new=new),
            message("Name the version from before first, and then the version of now."),
        )
    versions = [judged(name, session) for name in (old, new)]
    for version in versions:
        if version.plan is None:
            raise UsageProblem(
                message("{path} cannot be read as a plan, so it cannot be compared.", path=version.path),
                message("See why with: sto validate {path}", path=version.path),
            )
    return comparison.compare(versions[0], versions[1], session.register)


def _school(name: str | None, session: Session) -> School | None:
    """Find the school that is meant; when that is not clear, say so on standard error and stop."""
    if name is None:
        return None
    answer = session.matcher.find(name)
    if answer.best and answer.best.school:
        return answer.best.school
    from sto_cli.render.advice.undecided import undecided_text
    from sto_cli.steps.advice import undecided

    found = undecided(session.register, answer, session.today)
    for line in undecided_text(found, session.translator, room(sys.stderr)):
        print(plain(line).rstrip(), file=sys.stderr)
    raise typer.Exit(EXIT_NO)


def _begun(draft: Draft, session: Session, output: Path | None) -> str | bytes:
    """Return a plan to fill in: a form for Word when the file's name asks for that, else YAML."""
    from sto_cli.plans.finding_files import is_word

    if output is not None and is_word(output):
        from sto_cli.render.plan.form import form_of_draft, plan_form

        return plan_form(form_of_draft(draft), session.translator)
    from sto_cli.render.plan.template import plan_template

    return plan_template(draft, session.translator)


def _next_step(path: Path | None) -> Message:
    """Say what to do with a plan that is still to be filled in."""
    if path is None:
        return message("Keep this plan with: sto plan new --output plan.yaml")
    return message("Fill in {path}, and check it with: {command}", path=path, command=command("validate", path))


def _ended(path: Path, ended: Ended) -> Message:
    """Say where the plan is, and what to do next."""
    if ended == "nothing":
        return message("Stopped. Nothing was answered, so nothing is written.")
    if ended == "whole":
        return message("The plan is in {path}. Check it with: {command}", path=path, command=command("validate", path))
    return message("Stopped. What you answered is in {path}; the rest still has to be filled in.", path=path)
