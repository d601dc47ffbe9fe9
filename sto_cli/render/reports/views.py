"""The reports, each in every format: as data, as a document, and where better in a form of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sto_cli.messages import Message, Translator
from sto_cli.render.formats import FormatName
from sto_cli.render.look import Look, Written
from sto_cli.render.view import View

if TYPE_CHECKING:
    from sto_cli.render.document.model import Document
    from sto_cli.reports.coverage import Coverage
    from sto_cli.reports.gaps import Gaps
    from sto_cli.reports.portfolio import Portfolio
    from sto_cli.reports.region import RegionReport
    from sto_cli.reports.trend import Trend


def _coverage_data(answer: Coverage, translator: Translator) -> dict[str, object]:
    from sto_cli.render.reports.coverage_json import coverage_json

    return coverage_json(answer, translator)


def _coverage_document(answer: Coverage, translator: Translator) -> Document:
    from sto_cli.render.reports.coverage_document import coverage_document

    return coverage_document(answer, translator)


def _coverage_text(answer: Coverage, look: Look) -> Written:
    from sto_cli.render.reports.coverage_text import coverage_text

    return coverage_text(answer, look)


def _coverage_html(answer: Coverage, look: Look) -> Written:
    from sto_cli.render.reports.coverage_html import coverage_html

    return coverage_html(answer, look)


def _gaps_data(answer: Gaps, translator: Translator) -> dict[str, object]:
    from sto_cli.render.reports.gaps_json import gaps_json

    return gaps_json(answer, translator)


def _gaps_document(answer: Gaps, translator: Translator) -> Document:
    from sto_cli.render.reports.gaps_document import gaps_document

    return gaps_document(answer, translator)


def _gaps_text(answer: Gaps, look: Look) -> Written:
    from sto_cli.render.reports.gaps_text import gaps_text

    return gaps_text(answer, look)


def _gaps_html(answer: Gaps, look: Look) -> Written:
    from sto_cli.render.reports.gaps_html import gaps_html

    return gaps_html(answer, look)


def _region_data(answer: RegionReport, translator: Translator) -> dict[str, object]:
    from sto_cli.render.reports.region_json import region_json

    return region_json(answer, translator)


def _region_document(answer: RegionReport, translator: Translator) -> Document:
    from sto_cli.render.reports.region_document import region_document

    return region_document(answer, translator)


def _region_text(answer: RegionReport, look: Look) -> Written:
    from sto_cli.render.reports.region_text import region_text

    return region_text(answer, look)


def _region_html(answer: RegionReport, look: Look) -> Written:
    from sto_cli.render.reports.region_html import region_html

    return region_html(answer, look)


def _trend_data(answer: Trend, translator: Translator) -> dict[str, object]:
    from sto_cli.render.reports.trend_json import trend_json

    return trend_json(answer, translator)


def _trend_document(answer: Trend, translator: Translator) -> Document:
    from sto_cli.render.reports.trend_document import trend_document

    return trend_document(answer, translator)


def _trend_text(answer: Trend, look: Look) -> Written:
    from sto_cli.render.reports.trend_text import trend_text

    return trend_text(answer, look)


def _trend_html(answer: Trend, look: Look) -> Written:
    from sto_cli.render.reports.trend_html import trend_html

    return trend_html(answer, look)


def _plans_data(answer: Portfolio, translator: Translator) -> dict[str, object]:
    from sto_cli.render.reports.portfolio_json import portfolio_json

    return portfolio_json(answer, translator)


def _plans_document(answer: Portfolio, translator: Translator) -> Document:
    from sto_cli.render.reports.portfolio_document import portfolio_document

    return portfolio_document(answer, translator)


def _plans_text(answer: Portfolio, look: Look) -> Written:
    from sto_cli.render.reports.portfolio_text import portfolio_text

    return portfolio_text(answer, look)


def _plans_html(answer: Portfolio, look: Look) -> Written:
    from sto_cli.render.reports.portfolio_html import portfolio_html

    return portfolio_html(answer, look)


def _plans_ics(answer: Portfolio, look: Look) -> Written:
    from sto_cli.render.reports.portfolio_ics import portfolio_ics

    return portfolio_ics(answer, look)


def _caveats(answer: Coverage | Gaps | RegionReport | Trend, form: FormatName) -> Iterable[Message]:
    """Return what CSV has no room for."""
    return answer.caveats if form == "csv" else ()


def _plans_remarks(answer: Portfolio, form: FormatName) -> Iterable[Message]:
    """Return what CSV and a calendar have no room for."""
    from sto_cli.render.reports.portfolio_words import left_out_sentence, undated_remark

    if form == "csv":
        return *left_out_sentence(answer.left_out), *answer.caveats
    if form == "ics":
        return *left_out_sentence(answer.left_out), *([undated_remark(answer)] if answer.undated else ())
    return ()


def _region_remarks(answer: RegionReport, form: FormatName) -> Iterable[Message]:
    from sto_cli.render.reports.portfolio_words import left_out_sentence

    left_out = left_out_sentence(answer.plans.left_out) if form == "csv" and answer.plans else ()
    return *_caveats(answer, form), *left_out


COVERAGE: View[Coverage] = View(
    _coverage_data, _coverage_document, {"text": _coverage_text, "html": _coverage_html}, _caveats, names_sources=True
)
GAPS: View[Gaps] = View(
    _gaps_data,
    _gaps_document,
    {"text": _gaps_text, "html": _gaps_html},
    _caveats,
    names_sources=True,
    names_people=True,
)
REGION: View[RegionReport] = View(
    _region_data,
    _region_document,
    {"text": _region_text, "html": _region_html},
    _region_remarks,
    names_sources=True,
    names_people=True,
)
"""The page has to be its own: it is passed on, and the document names people."""
TREND: View[Trend] = View(
    _trend_data, _trend_document, {"text": _trend_text, "html": _trend_html}, _caveats, names_sources=True
)
PLANS: View[Portfolio] = View(
    _plans_data, _plans_document, {"text": _plans_text, "html": _plans_html, "ics": _plans_ics}, _plans_remarks
)
