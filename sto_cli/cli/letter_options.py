"""The options of a letter to a school, as one value."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from sto_cli.messages import N_
from sto_cli.reports.plan_letter import Sending


class LetterOptions(NamedTuple):
    """What a letter or a margin says besides the findings: by whom, by when to answer, and the tips."""

    sender: Annotated[
        str | None,
        typer.Option("--from", metavar="TEXT", help=N_("Who sends the letter, and how the school reaches you.")),
    ] = None
    reply_by: Annotated[
        str | None,
        typer.Option("--reply-by", metavar="DATE", help=N_("By when the school answers the letter: 2026-12-18.")),
    ] = None
    with_tips: Annotated[
        bool, typer.Option("--with-tips", help=N_("Put tips into letters and margins too; without it you keep them."))
    ] = False

    def sending(self) -> Sending:
        """Return how a letter is sent.

        Raises:
            UsageProblem: what stands behind --reply-by is no day.
        """
        from sto_cli.cli.option_values import day

        return Sending(self.sender, day(self.reply_by) if self.reply_by else None, with_tips=self.with_tips)
