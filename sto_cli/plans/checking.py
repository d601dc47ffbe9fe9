"""Checks many plans, one after another or on several processors, and mends them when asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from sto_cli.errors import UnreadableFile, UnwritableFile
from sto_cli.files.lines import split_lines, without_end
from sto_cli.findings import Finding
from sto_cli.plans.checked import Checked, Result, Strictness, Unread
from sto_cli.plans.finding_files import PlanFile
from sto_cli.plans.judging import judge_file, judge_text
from sto_cli.plans.results import Judgement

if TYPE_CHECKING:
    from sto_cli.register.register import Register

Mending = Literal["no", "show", "write"]

TOGETHER = 40
"""Plans handed to a process at a time: enough to make the hand-over cheap, few enough to keep a bar moving."""

AHEAD = 4
"""Batches in hand per process: results are taken in order, so no more than these wait in memory."""


@dataclass(frozen=True, slots=True)
class Check:
    """How plans are checked: against which register, on which day, how strictly, and whether they are mended."""

    register: Register | Callable[[], Register] | None = None
    today: date | None = None
    strictness: Strictness = Strictness()
    mending: Mending = "no"

    def __call__(self, found: PlanFile | Unread) -> Result:
        """Check one file; what cannot be read or written comes back as `Unread`."""
        if isinstance(found, Unread):
            return found
        try:
            return self._check(found)
        except (UnreadableFile, UnwritableFile) as problem:
            return Unread(found.shown, problem.message, problem.hint)

    def _check(self, found: PlanFile) -> Checked:
        judgement = self._judge(found)
        if self.mending == "no":
            return self._checked(found, judgement)
        from sto_cli.plans.mending import mend  # noqa: PLC0415 - only when asked for

        mended = mend(found, judgement, self._judge_again(found), write=self.mending == "write")
        return self._checked(found, mended.judgement, mended)

    def _judge(self, found: PlanFile) -> Judgement:
        if found.content is not None:
            return judge_text(found.content, found.shown, self.register, self.today)
        return judge_file(found.path, self.register, self.today)
