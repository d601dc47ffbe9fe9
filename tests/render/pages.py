"""Pages for tests: read without a browser, and the reports of which each is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_file
from sto_cli.render.formats import Look, named
from sto_cli.render.reports.views import COVERAGE, GAPS, PLANS, REGION, TREND
from sto_cli.reports.coverage import coverage
from sto_cli.reports.gaps import gaps
from sto_cli.reports.plan_summary import summary_of
from sto_cli.reports.portfolio import portfolio
from sto_cli.reports.region import region_report
from sto_cli.reports.selection import Selection
from sto_cli.reports.trend import trend

REPORTS = Path(__file__).parent.parent / "reports"
TODAY = date(2026, 11, 24)
VIEWS = {"coverage": COVERAGE, "gaps": GAPS, "region": REGION, "trend": TREND, "plans": PLANS}
NAMES = tuple(VIEWS)


def page(name, register, language="nl", selection=Selection(), plans=REPORTS / "plans"):  # noqa: B008 - frozen
    """Write one report on a register as a page."""
    found = answer(name, register, selection, plans)
    return VIEWS[name].write(named("html"), found, Look(Translator(language)))


def answer(name, register, selection, plans):
    match name:
        case "coverage":
            return coverage(register, TODAY, "region", selection, {"non_technical": 0.8})
        case "gaps":
            return gaps(register, TODAY, selection)
        case "trend":
            return trend(register, [date(2024, 10, 1), TODAY], selection)
        case "region":
            region = next(one for one in register.regions.values() if one.municipalities)
            return region_report(register, region, TODAY, entries(register, plans))
        case _:
            return portfolio(entries(register, plans), TODAY)


def entries(register, plans):
    files = sorted(plans.glob("*.yaml"))
    return [summary_of(judge_file(path, register, TODAY), register, TODAY) for path in files]


@dataclass
class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    found: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.inside.append(tag)

    def handle_endtag(self, tag):
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data):
        if not {"script", "style"} & set(self.inside):
            self.text += data

    def named(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def elements(html: str) -> Elements:
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser
