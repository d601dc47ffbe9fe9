"""Writing letters to schools on their plans: one where the user wants it, or one beside each of several plans."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sto_cli.cli.delivery import Wish, deliver, deliver_view
from sto_cli.cli.plan_files import judged
from sto_cli.cli.problems import EXIT_NO, EXIT_WRONG_USE
from sto_cli.cli.session import Session
from sto_cli.errors import StoError, UnreadableFile, UnwritableFile, UsageProblem, own_faults
from sto_cli.files.writing import free_name, refuse_existing
from sto_cli.messages import message
from sto_cli.plans.checked import Unread, tripped_remark
from sto_cli.plans.finding_files import MAIL, STANDARD_INPUT, PlanFile, find_plans
from sto_cli.plans.judging import judge_text
from sto_cli.plans.results import Judgement
from sto_cli.plans.severity import Strictness
from sto_cli.plans.talk import talk_about
from sto_cli.render.findings.text import skipped_remark, unread_remark
from sto_cli.render.findings.view import unreadable_plan
from sto_cli.render.formats import Format
from sto_cli.render.plan.letter import LETTER, LETTER_WORD, letter_remark, no_letter_remark
from sto_cli.reports.plan_letter import PlanLetter, Sending, plan_letter


class HowToWrite(NamedTuple):
    """What holds for every letter of a run: how heavily findings count, and how the letters are sent."""

    strictness: Strictness
    sending: Sending


def send_letters(names: Sequence[str], session: Session, wish: Wish, how: HowToWrite) -> int:
    """Write the letter on one plan, or one beside each of several; the exit code is that of their findings.

    Raises:
        UsageProblem: the form is none for a letter, or several letters cannot go where one was to go.
    """
    one = len(names) == 1 and not Path(names[0]).is_dir() and not _holds_several(names[0])
    form = _form(wish if one else wish._replace(usual="docx"))
    return _one_letter(names[0], session, wish, how) if one else _letters(names, form, session, wish, how)


def _holds_several(name: str) -> bool:
    """Whether a name is that of a mail with several plans in it."""
    return Path(name).suffix.lower() == MAIL and len(list(find_plans([name]))) > 1


def _form(wish: Wish) -> Format:
    form, forms = wish.among(LETTER.formats()), LETTER.formats()
    if form not in forms:
        raise UsageProblem(
            message("A letter is not written as {form}.", form=form.name),
            message("Choose one of these: {forms}.", forms=", ".join(one.name for one in forms)),
        )
    return form


def _one_letter(name: str, session: Session, wish: Wish, how: HowToWrite) -> int:
    refuse_existing(wish.output, force=wish.force)
    judgement = _weighed(judged(name, session), how)
    letter = _letter(judgement, session, how)
    if letter is None:
        as_data = wish.among(LETTER.formats()).name == "json"
        deliver(unreadable_plan(judgement, wish.look(session), as_data=as_data))
        return EXIT_NO
    deliver_view(session, LETTER, letter, wish)
    return 0 if judgement.valid else EXIT_NO


def _letters(names: Sequence[str], form: Format, session: Session, wish: Wish, how: HowToWrite) -> int:
    if wish.output is not None or STANDARD_INPUT in names:
        raise UsageProblem(
            message("Each of several plans gets a letter of its own, in a file beside the plan."),
            message("Name files or folders, and leave out --output; or name one plan."),
        )
    skipped: list[str] = []
    codes = [_beside(found, form, session, how, skipped) for found in list(find_plans(names, skipped))]
    if skipped:
        session.remark(skipped_remark(skipped))
    return max(codes, default=0)


def _beside(found: PlanFile | Unread, form: Format, session: Session, how: HowToWrite, skipped: list[str]) -> int:
    """Write the letter on one of several plans beside it, and say where it is; what is no plan goes to `skipped`."""
    if isinstance(found, Unread):
        session.remark(unread_remark(found))
        return EXIT_WRONG_USE
    try:
        return _written_beside(found, form, session, how, skipped)
    except (UnreadableFile, UnwritableFile) as problem:  # the other plans get their letters
        session.remark(unread_remark(Unread(found.shown, problem.message, problem.hint)))
    except StoError:
        raise
    except own_faults():
        session.remark(tripped_remark(found.shown))
    return EXIT_WRONG_USE


def _written_beside(found: PlanFile, form: Format, session: Session, how: HowToWrite, skipped: list[str]) -> int:
    read = judge_text(found.read(), found.shown, lambda: session.register, session.today)
    if read.foreign and found.in_folder:
        skipped.append(found.shown)
        return 0
    judgement = _weighed(read, how)
    letter = _letter(judgement, session, how)
    if letter is None:
        session.remark(no_letter_remark(found.shown))
        return EXIT_NO
    path = free_name(found.path.with_suffix(form.endings[0]), session.translator.text(LETTER_WORD))
    deliver(LETTER.write(form, letter, Wish(form.name, path).look(session)), path)
    session.remark(letter_remark(found.shown, path))
    return 0 if judgement.valid else EXIT_NO


def _weighed(judgement: Judgement, how: HowToWrite) -> Judgement:
    return replace(judgement, findings=how.strictness.weigh(judgement.findings))


def _letter(judgement: Judgement, session: Session, how: HowToWrite) -> PlanLetter | None:
    """Return the letter on a plan, or None on what is none."""
    if judgement.plan is None:
        return None
    talk = talk_about(judgement, judgement.plan, session.register, session.today)
    return plan_letter(talk, session.register, session.today, how.sending)
