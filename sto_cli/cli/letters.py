"""Writing the letter to a school on its plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sto_cli.cli.delivery import Wish, deliver, deliver_view
from sto_cli.cli.plan import judged
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.files.writing import refuse_existing
from sto_cli.messages import message
from sto_cli.plans.severity import Strictness
from sto_cli.plans.talk import talk_about
from sto_cli.render.plan.letter import LETTER
from sto_cli.render.plan.view import unreadable_plan
from sto_cli.reports.plan_letter import plan_letter


def send_letter(names: Sequence[str], session: Session, wish: Wish, strictness: Strictness, *, alone: bool) -> int:
    """Write the letter on one plan; the exit code is that of its findings.

    Raises:
        UsageProblem: there is more than one plan, or another option that writes.
    """
    if len(names) > 1 or not alone:
        raise UsageProblem(
            message("A letter is about one plan, and nothing else is written with it."),
            message("Name one plan, and leave out --fix, --diff and --comments."),
        )
    forms = LETTER.formats()
    form = wish.among(forms)
    if form not in forms:
        raise UsageProblem(
            message("A letter is not written as {form}.", form=form.name),
            message("Choose one of these: {forms}.", forms=", ".join(one.name for one in forms)),
        )
    refuse_existing(wish.output, force=wish.force)
    judgement = judged(names[0], session)
    judgement = replace(judgement, findings=strictness.weigh(judgement.findings))
    if judgement.plan is None:
        deliver(unreadable_plan(judgement, wish.look(session), as_data=form.name == "json"))
        return EXIT_NO
    talk = talk_about(judgement, judgement.plan, session.register, session.today)
    deliver_view(session, LETTER, plan_letter(talk, session.register, session.today), wish)
    return 0 if judgement.valid else EXIT_NO
