"""What to do about a finding, said to a school: it has a letter or a document in hand, and not this program."""

from __future__ import annotations

from sto_cli.findings import Finding
from sto_cli.messages import Message, Translator, message
from sto_cli.render.findings.text import said_hint
from sto_cli.steps.contact import MAP

_COMMAND = "sto "
"""What stands in a hint (in its English template) that names a command."""

_ON_THE_MAP = message("See on the map which region it is: {map}", map=MAP)
_NAME_AND_PLACE = message("Write the name and the place of the school.")

_WITHOUT_COMMAND: dict[str, Message] = {
    "region-mismatch": _ON_THE_MAP,
    "unknown-region": _ON_THE_MAP,
    "unknown-school": _NAME_AND_PLACE,
}
"""What a school can do instead of giving a command, by the rule."""


def outward_hint(finding: Finding, translator: Translator) -> str | None:
    """Return a finding's hint without commands; None where there is no other way."""
    hint = finding.hint
    if hint is not None and _COMMAND in hint.template:
        hint = _WITHOUT_COMMAND.get(finding.rule)
    return said_hint(hint, translator)
