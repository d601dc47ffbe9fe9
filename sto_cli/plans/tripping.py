"""What is said when the program trips over one plan, so that the others are still judged, told and written."""

from __future__ import annotations

from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, message


def not_judged(path: str, rule: str | None = None) -> Finding:
    """Return the finding that says that the program tripped over a plan, and over which rule."""
    from sto_cli.plans.rules import not_judged as the_rule  # noqa: PLC0415 - hardly ever

    return Finding(
        the_rule.ID,
        the_rule.SEVERITY,
        message("The program tripped over this plan: it is not judged in full ({rule}).", rule=rule)
        if rule
        else message("The program tripped over this plan: it could not be judged."),
        Place(path, 1, 1),
        message("That is a fault of sto, not yours: send the plan to its makers. The other plans are judged."),
    )


def tripped_remark(path: str) -> Message:
    """Say that the program tripped over a plan that it was to tell of or to write for."""
    return message(
        "The program tripped over {path}: it is left out. That is a fault of sto, not yours: send the plan to its "
        "makers.",
        path=path,
    )
