"""The writers of findings, one module per format, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sto_cli.messages import Translator
from sto_cli.plans.checked import Results

Writer = Callable[[Results, Translator], Iterator[str]]


def findings_writer(format: str) -> Writer:
    """Return the writer of a format, which writes the answer piece by piece while results come.

    Text is not among them: it is written as lines with styles, by `findings_text`.
    """
    return WRITERS[format]()


def _json() -> Writer:
    from sto_cli.render.findings.json import findings_json

    return findings_json


def _github() -> Writer:
    from sto_cli.render.findings.github import findings_github

    return findings_github


def _sarif() -> Writer:
    from sto_cli.render.findings.sarif import findings_sarif

    return findings_sarif


def _junit() -> Writer:
    from sto_cli.render.findings.junit import findings_junit

    return findings_junit


WRITERS: dict[str, Callable[[], Writer]] = {"json": _json, "github": _github, "sarif": _sarif, "junit": _junit}
"""Format → what imports its writer: only the module of the format that was asked for."""
