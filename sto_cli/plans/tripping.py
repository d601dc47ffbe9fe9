"""What is said when the program trips over one plan, so that the others are still judged, told and written."""

from __future__ import annotations

from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, message


def not_judged(path: str, rule: str | None = None) -> Finding:
    """Return the finding that says that sto failed on a plan, and in which rule."""
    from sto_cli.plans.rules.file import not_judged as the_rule  # noqa: PLC0415 - hardly ever

    return Finding(
        the_rule.ID,
        the_rule.SEVERITY,
        message("This plan was not checked in full: something went wrong in sto ({rule}).", rule=rule)
        if rule
        else message("This plan could not be checked: something went wrong in sto."),
        Place(path, 1, 1),
        message("That is a fault of sto, not yours: send the plan to its makers. The other plans are judged."),
    )


def tripped_remark(path: str) -> Message:
    """Say that sto failed on a plan that it was to describe or to write for."""
    return message(
        "{path} is left out: something went wrong in sto. It is not your fault: send the plan to its makers.", path=path
    )
