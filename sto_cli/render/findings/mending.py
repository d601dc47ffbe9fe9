"""What mending would change, as people read changes: the lines that go and the lines that come."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.messages import Message, Translator, counted, message
from sto_cli.plans.checked import Checked, Result, Results
from sto_cli.render.terminal.styled import Line
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
