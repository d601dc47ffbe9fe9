"""A browser without a window, and the pages that it is shown."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from pages import NAMES, REPORTS, page

from sto_cli.register.load import load_register
from sto_cli.reports.selection import select

AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"

FLAGS = (
    "--headless=new",
    "--no-sandbox",  # as root, as in CI
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


@dataclass
class Browser:
    """A browser with what the tests ask of it."""

    driver: object

    def open(self, path: Path, width: int = 1280, height: int = 900, *, script: bool = True) -> None:
        """Show a page at a width; up to 600 pixels as a phone."""
        self.resize(width, height)
        self.command("Emulation.setScriptExecutionDisabled", {"value": not script})
        self.driver.get(path.as_uri())

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width <= 600}
        self.command("Emulation.setDeviceMetricsOverride", size)

    def command(self, name: str, values: dict | None = None) -> dict:
        return self.driver.execute_cdp_cmd(name, values or {})

    def run(self, script: str, *arguments: object) -> object:
        return self.driver.execute_script(script, *arguments)

    def complaints(self) -> list[str]:
        """Return what the browser has complained of since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since they were last asked of us."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]

    def faults(self) -> list[tuple[str, str, str]]:
        """Return what axe-core finds at fault: the rule, how grave it is, where it is first."""
        self.run(AXE.read_text("utf-8"))
        found = self.driver.execute_async_script("axe.run().then(arguments[0])")
        return [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in found["violations"]]


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium and chromedriver are not installed: see .ci/browser.sh")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    running = webdriver.Chrome(options, webdriver.ChromeService(driver))
    running.set_script_timeout(60)
    yield Browser(running)
    running.quit()


@pytest.fixture(scope="session")
def axe():
    if not AXE.exists():
        pytest.skip("axe-core is not installed: run npm ci in tests")


@pytest.fixture(scope="session")
def pages(register, tmp_path_factory):
    """Every report as a page in both languages, on the shipped register; of a region, of changes, of hostile data."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = load_register([REPORTS / "hostile"], shipped=False)
    found = {f"{name}.{language}": page(name, register, language) for name in NAMES for language in ("nl", "en")}
    found["twente"] = page("coverage", register, selection=select(register, ["twente"]))
    found["small-trend"] = page("trend", load_register([REPORTS / "small"], shipped=False))
    found |= {f"hostile-{name}": page(name, hostile, plans=REPORTS / "hostile-plans") for name in NAMES}
    for name, html in found.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in found}
