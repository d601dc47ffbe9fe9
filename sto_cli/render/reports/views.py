"""The reports, each in every format: as data, as a document, and where better in a form of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sto_cli.messages import Message
from sto_cli.render.formats import FormatName, View, later

if TYPE_CHECKING:
    from sto_cli.reports.coverage import Coverage
    from sto_cli.reports.gaps import Gaps
    from sto_cli.reports.portfolio import Portfolio
    from sto_cli.reports.region import RegionReport
    from sto_cli.reports.trend import Trend

HERE = "sto_cli.render.reports"


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
    later(f"{HERE}.coverage_document:coverage_data"),
    later(f"{HERE}.coverage_document:coverage_document"),
    {"html": later(f"{HERE}.coverage_html:coverage_html")},
    _caveats,
)
GAPS: View[Gaps] = View(
    later(f"{HERE}.gaps_document:gaps_data"),
    later(f"{HERE}.gaps_document:gaps_document"),
    {"html": later(f"{HERE}.gaps_document:gaps_html")},
    _caveats,
    names_people=("csv",),
)
REGION: View[RegionReport] = View(
    later(f"{HERE}.region_document:region_data_of"),
    later(f"{HERE}.region_document:region_document"),
    {"html": later(f"{HERE}.region_html:region_html")},
    _region_remarks,
    names_people=("csv",),
)
TREND: View[Trend] = View(
    later(f"{HERE}.trend_document:trend_data"),
    later(f"{HERE}.trend_document:trend_document"),
    {"html": later(f"{HERE}.trend_document:trend_html")},
    _caveats,
)
PLANS: View[Portfolio] = View(
    later(f"{HERE}.portfolio_json:portfolio_json"),
    later(f"{HERE}.portfolio_document:portfolio_document"),
    {"html": later(f"{HERE}.portfolio_html:portfolio_html"), "ics": later(f"{HERE}.portfolio_ics:portfolio_ics")},
    _plans_remarks,
)
