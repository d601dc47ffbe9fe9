"""The writers of the reports: for each report and format the function that writes it.

A writer takes the report's result and a `Look`, and returns styled lines (text), plain data (JSON), a text or bytes.
Writers are named here and imported when used: a command pays only for the format that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, cast

from sto_cli.messages import Translator
from sto_cli.render.document.whole import Document
from sto_cli.render.terminal.styled import Line

CsvStyleName = Literal["dutch", "international"]
Written = Iterable[Line] | dict[str, object] | str | bytes


@dataclass(frozen=True, slots=True)
class Look:
    """How an answer is to be written: the language, the width of the terminal if there is one, the kind of CSV."""

    translator: Translator
    room: int | None = None
    csv_style: CsvStyleName = "dutch"


WRITERS: dict[tuple[str, str], str] = {
    ("coverage", "text"): "reports.coverage_text",
    ("coverage", "json"): "reports.coverage_json",
    ("coverage", "html"): "reports.coverage_html",
    ("gaps", "text"): "reports.gaps_text",
    ("gaps", "json"): "reports.gaps_json",
    ("gaps", "html"): "reports.gaps_html",
    ("region", "text"): "reports.region_text",
    ("region", "json"): "reports.region_json",
    ("trend", "text"): "reports.trend_text",
    ("trend", "json"): "reports.trend_json",
    ("trend", "html"): "reports.trend_html",
    ("plans", "text"): "reports.portfolio_text",
    ("plans", "json"): "reports.portfolio_json",
    ("plans", "html"): "reports.portfolio_html",
    ("plans", "ics"): "reports.portfolio_ics",
}
"""Report and format → the writer, a function in the module of the same name: `writer(result, look)`."""

DOCUMENTS: dict[str, str] = {
    "coverage": "reports.coverage_document",
    "gaps": "reports.gaps_document",
    "region": "reports.region_document",
    "trend": "reports.trend_document",
    "plans": "reports.portfolio_document",
}
"""Report → what makes its `Document`, a function in the module of the same name: `maker(result, translator)`."""

DOCUMENT_WRITERS: dict[str, str] = {
    "csv": "document.csv:document_csv",
    "markdown": "document.report_markdown:document_markdown",
    "xlsx": "document.xlsx:document_xlsx",
}
"""Format → the writer of any document, a function in the module of the same name: `writer(document, look)`."""


def write_report(report: str, form: str, result: Any, look: Look) -> Written:
    """Write a report's result in a format."""
    if form in DOCUMENT_WRITERS:
        document: Document = _function(DOCUMENTS[report])(result, look.translator)
        return cast(Written, _function(DOCUMENT_WRITERS[form])(document, look))
    return cast(Written, _function(WRITERS[report, form])(result, look))


def formats_of(report: str) -> tuple[str, ...]:
    """Name the formats in which a report can be written."""
    own = [form for one, form in WRITERS if one == report]
    return (*own, *(DOCUMENT_WRITERS if report in DOCUMENTS else ()))


def _function(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(f"sto_cli.render.{module}"), function or module.rpartition(".")[2])
