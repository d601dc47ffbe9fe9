"""Reading two versions of a plan, and the letter on the second one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sto_cli.cli.plan_files import judged
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.messages import message
from sto_cli.plans.finding_files import STANDARD_INPUT
from sto_cli.plans.talk import talk_about
from sto_cli.reports.comparison import PlanComparison, compare
from sto_cli.reports.plan_letter import PlanLetter, Sending, plan_letter

if TYPE_CHECKING:
    pass


def comparison_of(old: str, new: str, session: Session) -> PlanComparison:
    """Read, judge and compare two versions of a plan.

    Raises:
        UsageProblem: both names mean one file, or one of them holds no plan.
    """
    if old == new == STANDARD_INPUT or _are_one_file(old, new):
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
    return compare(*versions)


def letter_on(comparison: PlanComparison, session: Session, sending: Sending) -> PlanLetter:
    """Return the answer to the school on the second version."""
    new = comparison.new
    assert new.plan is not None  # noqa: S101 - `comparison_of` refuses what is no plan
    talk = talk_about(new, new.plan, session.register, session.today)
    return plan_letter(talk, session.register, session.today, sending, comparison.solved)


def _are_one_file(old: str, new: str) -> bool:
    paths = Path(old), Path(new)
    return all(path.exists() for path in paths) and paths[0].samefile(paths[1])
