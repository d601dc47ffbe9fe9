"""The form of an answer that a file's name asks for: .html for a web page, .json for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sto_cli.errors import UsageProblem
from sto_cli.messages import message


def form_by_ending(output: Path | None, named: str | None, forms: Mapping[str, str]) -> str:
    """Return the form that was named, else the one of the file's ending; text where there is neither.

    `forms` maps endings (".html") to forms, for this one command.

    Raises:
        UsageProblem: no form was named, and the file's ending is none of those.
    """
    if named is not None:
        return named
    refuse_other_ending(output, forms)
    return forms[output.suffix.lower()] if output is not None and output.suffix else "text"


def refuse_other_ending(output: Path | None, endings: Mapping[str, str]) -> None:
    """Refuse a file whose name promises something that is not written; a name without an ending promises nothing.

    Raises:
        UsageProblem: its ending is none of these.
    """
    if output is None or not output.suffix or output.suffix.lower() in endings:
        return
    raise UsageProblem(
        message("{path} cannot be written: this command makes no file of the kind {ending}.",
                path=output, ending=output.suffix),
        message("Let the name end in {endings}.", endings=", ".join(endings)),
    )  # fmt: skip
