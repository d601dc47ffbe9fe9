"""Percentages that claim no more than the counts do."""

from __future__ import annotations

from sto_cli.messages import N_, Translator

NOT_APPLICABLE = N_("n/a")


def percent(part: int, whole: int, translator: Translator) -> str:
    """Write a share as a whole percentage: 0% and 100% only when it is exactly so, "n.v.t." of nothing."""
    if whole == 0:
        return translator.text(NOT_APPLICABLE)
    exact = 100 * part / whole
    shown = min(99, max(1, round(exact))) if 0 < part < whole else round(exact)
    return f"{translator.number(shown)}%"


def share(rate: float, translator: Translator) -> str:
    """Write a share (0 to 1) that is published or wished for, with the decimals that it has, at most one."""
    shown = round(100 * rate, 1)
    return f"{translator.number(int(shown) if shown == int(shown) else shown)}%"
