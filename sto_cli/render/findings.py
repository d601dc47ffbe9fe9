"""The writers of findings, one module per format, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from sto_cli.messages import Translator
from sto_cli.plans.checked import Results

Writer = Callable[[Results, Translator], Iterator[str]]

WRITERS: dict[str, str] = {
    "json": "findings_json",
    "github": "findings_github",
    "sarif": "findings_sarif",
    "junit": "findings_junit",
}
"""Format → the module, and the function in it, that writes the answer piece by piece while results come.

Text is not among them: it is written as lines with styles, by `findings_text`.
"""


def findings_writer(format: str) -> Writer:
    """Return the writer of a format; only its module is imported."""
    name = WRITERS[format]
    return cast(Writer, getattr(import_module(f"sto_cli.render.{name}"), name))
