"""The writers of findings, one per format, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sto_cli.messages import Translator
from sto_cli.plans.checked import Results
from sto_cli.render.findings_github import findings_github
from sto_cli.render.findings_json import findings_json
from sto_cli.render.findings_junit import findings_junit
from sto_cli.render.findings_sarif import findings_sarif
from sto_cli.render.findings_text import findings_text
from sto_cli.render.styled import plain


def _plain_text(results: Results, translator: Translator) -> Iterator[str]:
    for line in findings_text(results, translator):
        yield plain(line).rstrip() + "\n"


Writer = Callable[[Results, Translator], Iterator[str]]

WRITERS: dict[str, Writer] = {
    "text": _plain_text,
    "json": findings_json,
    "github": findings_github,
    "sarif": findings_sarif,
    "junit": findings_junit,
}
"""Format → writer, which gives the answer piece by piece while results come."""
