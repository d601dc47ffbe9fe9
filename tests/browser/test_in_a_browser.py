"""The pages as a browser shows them: quiet, alone, sortable, searchable, printable, for everyone."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess

import pytest
from pages import NAMES

from sto_cli.register.belonging import certain_belonging

pytestmark = pytest.mark.slow  # each process of the tests starts a browser of its own

EVERY = [f"{name}.{language}" for name in NAMES for language in ("nl", "en")] + ["twente"]
HOSTILE = [f"hostile-{name}" for name in NAMES]

WIDE = [(name, 1280) for name in (*(f"{name}.nl" for name in NAMES), "trend.en", "plans.en", "twente")]
NARROW = [(f"{name}.nl", 390) for name in NAMES]

LINES_OF_A_FOOT = 3
"""By what the page was made, in two lines, and the number of the page."""

SHOWN = "return [...document.querySelectorAll(arguments[0] + ' tbody tr')].filter(row => !row.hidden)"


@pytest.mark.parametrize("name", [*EVERY, *HOSTILE])
def test_a_page_is_quiet_and_asks_nothing_of_any_other_place(browser, pages, name):
    browser.complaints(), browser.requests()
    browser.open(pages[name])
    assert browser.run("return document.querySelector('h1').getBoundingClientRect().height") > 0
    assert browser.complaints() == []
    assert browser.requests() == [pages[name].as_uri()]


@pytest.mark.parametrize("name", [*EVERY, *HOSTILE])
def test_nothing_sticks_out_at_any_width(browser, pages, name):
    for width in (1280, 1024, 900, 769, 760, 390, 320):
        browser.open(pages[name], width) if width in {1280, 390} else browser.resize(width)
        assert browser.run("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", EVERY)
def test_nothing_sticks_out_in_a_wider_letter(browser, pages, name):
    """Another machine has other fonts; readers set their letters further apart (WCAG 1.4.12)."""
    browser.open(pages[name])
    spacing = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
    browser.run(
        "document.head.append(Object.assign(document.createElement('style'), {textContent: arguments[0]}))", spacing
    )
    for width in (1280, 1024, 769, 390, 320):
        browser.resize(width)
        assert browser.run("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("name", "width"), WIDE + NARROW)
def test_axe_finds_no_fault(browser, pages, axe, name, width):
    browser.open(pages[name], width)
    assert browser.faults() == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_runs_nothing(browser, pages, name):
    browser.open(pages[name])
    assert browser.run("return document.scripts.length") == 1
    assert not browser.run("return !!document.querySelector('img, iframe, [onload], [onerror], a[href^=javascript]')")


def cells(browser, table, column):
    return browser.run(f"{SHOWN}.map(row => row.cells[arguments[1]].textContent.trim())", table, column)


def press(browser, table, column):
    browser.run(
        "document.querySelector(arguments[0]).tHead.rows[0].cells[arguments[1]].firstChild.click()", table, column
    )
    heading = "return document.querySelector(arguments[0]).tHead.rows[0].cells[arguments[1]].getAttribute('aria-sort')"
    return browser.run(heading, table, column)


def headings(browser, table):
    return browser.run(
        "return [...document.querySelector(arguments[0]).tHead.rows[0].cells].map(one => one.textContent.trim())", table
    )


def test_the_table_of_regions_sorts_by_name_and_by_number(browser, pages):
    browser.open(pages["coverage.nl"])
    assert press(browser, ".rows", 0) == "ascending"
    names = cells(browser, ".rows", 0)
    in_order = "return [...arguments[0]].sort(new Intl.Collator('nl', {numeric: true}).compare)"
    assert names[:-1] == browser.run(in_order, names[:-1])
    assert press(browser, ".rows", 0) == "descending"
    assert cells(browser, ".rows", 0)[:-1] == names[:-1][::-1]
    number = headings(browser, ".rows").index("onbekend")
    assert press(browser, ".rows", number) == "descending"
    unknown = [int(text) for text in cells(browser, ".rows", number)]
    assert unknown[:-1] == sorted(unknown[:-1], reverse=True)
    assert press(browser, ".rows", number) == "ascending"


def test_schools_without_a_region_stay_last(browser, pages):
    browser.open(pages["coverage.nl"])
    for column in (0, 0, 1, 3, 4):
        press(browser, ".rows", column)
        assert cells(browser, ".rows", 0)[-1].startswith("(")


def test_only_one_heading_says_that_it_sorts(browser, pages):
    browser.open(pages["coverage.nl"])
    for column in (0, 2, 3):
        press(browser, "#school-table", column)
        assert browser.run("return document.querySelectorAll('#school-table [aria-sort]').length") == 1


def search(browser, text):
    browser.run(
        "const input = document.querySelector('.filter input'); input.value = arguments[0];"
        "input.dispatchEvent(new Event('input', {bubbles: true}))",
        text,
    )
    return browser.run("return document.querySelector('.found').textContent")


def choose(browser, column, value):
    browser.run(
        "const list = document.querySelector(`.filter [data-column=${arguments[0]}]`); list.value = arguments[1];"
        "list.dispatchEvent(new Event('input', {bubbles: true}))",
        column,
        value,
    )


def test_the_table_of_schools_can_be_searched(browser, pages, register):
    browser.open(pages["coverage.nl"])
    vocational = [school for school in register.schools.values() if school.vocational]
    assert search(browser, "") == f"{len(vocational)} van {len(vocational)} scholen"
    here = sum("Enschede" in (school.name + school.town) for school in vocational)
    assert search(browser, "enschede").startswith(f"{here} van ")
    assert len(cells(browser, "#school-table", 0)) == here
    assert search(browser, "dali").startswith("1 van ")  # Dalí
    assert search(browser, "twente alpha").startswith("1 van ")
    assert search(browser, "bestaat niet").startswith("Geen school past")


def test_the_lists_narrow_the_search(browser, pages, register):
    browser.open(pages["coverage.en"])
    choose(browser, "kind", "technical")
    technical = sum(school.kind == "technical" for school in register.schools.values())
    assert len(cells(browser, "#school-table", 0)) == technical
    choose(browser, "standing", "participating")
    found = cells(browser, "#school-table", 3)
    assert 0 < len(found) < technical
    assert all(text.startswith("takes part") for text in found)


def test_a_region_leads_to_its_schools(browser, pages, register):
    here = [
        school
        for school in register.schools.values()
        if school.vocational
        and "twente" in {option.region.id for option in certain_belonging(register, school).options}
    ]
    browser.open(pages["coverage.nl"])
    browser.run("document.querySelector(\"[data-find='Techniekregio Twente']\").click()")
    assert len(cells(browser, "#school-table", 0)) == len(here) > 0
    assert browser.run("return location.hash") == "#schools"


def keys(browser, *names):
    for name in names:
        for kind in ("rawKeyDown", "keyUp"):
            browser.command("Input.dispatchKeyEvent", {"type": kind, "key": name, "code": name, **KEY_CODES[name]})


KEY_CODES = {
    name: {"windowsVirtualKeyCode": code}
    for name, code in {
        "Tab": 9, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
    }.items()
}  # fmt: skip


def test_a_map_is_one_stop_and_arrow_keys_go_from_school_to_school(browser, pages):
    browser.open(pages["coverage.nl"])
    keys(browser, "Tab", "Tab")  # past the link to the figures
    assert browser.run("return document.activeElement.dataset.map") == "Kaart van de scholen met een technisch profiel"
    said = "return document.activeElement.querySelector('[role=status]').textContent"
    heard = {browser.run(said)}
    for direction in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowDown"):
        keys(browser, direction)
        heard.add(browser.run(said))
    assert len(heard) > 3
    assert all(re.search(r": (doet mee|niet bekend|doet niet mee)", text) for text in heard)
    keys(browser, "Escape")
    assert browser.run("return [...document.querySelectorAll('.tip')].every(tip => tip.hidden)")
    keys(browser, "Tab")
    assert browser.run("return document.activeElement.dataset.map") == "Kaart van de scholen zonder technisch profiel"


def test_page_down_goes_through_every_school_of_a_map(browser, pages):
    browser.open(pages["coverage.nl"])
    seen, number = browser.run(
        """
        const map = document.querySelector('[data-map]'), seen = new Set();
        const number = map.querySelectorAll('.dots use').length;
        const press = key => map.dispatchEvent(new KeyboardEvent('keydown', { key }));
        for (let i = 0; i < number; i++) press('PageUp');
        for (let i = 0; i < number; i++) {
            const here = map.querySelector('.here');
            seen.add(here.getAttribute('cx') + ' ' + here.getAttribute('cy'));
            press('PageDown');
        }
        return [seen.size, number];
        """
    )
    assert seen == number > 200


def test_pointing_at_a_school_shows_its_name(browser, pages):
    browser.open(pages["coverage.nl"])
    x, y = browser.run(
        "const dot = document.querySelector('.dots use'); dot.scrollIntoView({block: 'center', behavior: 'instant'});"
        "const box = dot.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]"
    )
    browser.command("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})
    tip = browser.run("return [...document.querySelectorAll('.tip')].find(tip => !tip.hidden)?.textContent")
    assert re.fullmatch(r".+, .+: (doet mee|niet bekend|doet niet mee)( \(.+\))?", tip)


def test_tips_stay_within_a_phone(browser, pages):
    browser.open(pages["coverage.nl"], 390)
    browser.run("document.querySelector('[data-map]').focus()")
    keys(browser, *["ArrowRight"] * 40)
    left, right = browser.run(
        "const box = [...document.querySelectorAll('.tip')].find(tip => !tip.hidden).getBoundingClientRect();"
        "return [box.left, box.right]"
    )
    assert 0 <= left < right <= 390


def test_the_timeline_on_a_phone_begins_at_this_month_and_moves_along(browser, pages):
    browser.open(pages["plans.nl"], 390)
    seen = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.left, box.right]"
    left, right = browser.run(seen, ".timeline .now")
    assert 0 <= left < right <= 390
    browser.run("document.querySelector('.timeline').focus()")
    for _ in range(30):
        keys(browser, "ArrowRight")
    for part in (".timeline .here", ".timeline .tip"):
        left, right = browser.run(seen, part)
        assert 0 <= left < right <= 390
    assert (
        browser.run("const line = document.querySelector('.timeline'); return line.scrollHeight - line.clientHeight")
        == 0
    )


def test_what_was_and_is_says_so_on_a_phone(browser, pages):
    browser.open(pages["small-trend"], 390)
    labels = browser.run(
        "return [...document.querySelectorAll('.moves tr:first-child td[data-label]')]"
        ".map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert [re.findall(r"\w+", label) for label in labels[:2]] == [["Was"], ["Is"]]


@pytest.mark.parametrize("name", ["coverage.nl", "gaps.nl", "trend.nl", "plans.nl", "region.nl", "twente"])
def test_the_last_printed_page_has_more_than_the_last_line(browser, pages, name, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    browser.open(pages[name])
    printed = browser.command("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
    (tmp_path / "page.pdf").write_bytes(base64.b64decode(printed["data"]))
    reading = ["pdftotext", "-layout", tmp_path / "page.pdf", "-"]
    text = subprocess.run(reading, capture_output=True, encoding="utf-8", check=True).stdout
    last = text.rstrip("\f").split("\f")[-1]
    assert len([line for line in last.splitlines() if line.strip()]) > LINES_OF_A_FOOT + 3


@pytest.mark.parametrize("name", ["coverage.nl", "gaps.nl", "plans.nl"])
def test_without_script_everything_is_there_as_plain_tables(browser, pages, name):
    browser.open(pages[name], script=False)
    document = browser.command("DOM.getDocument", {"depth": -1})["root"]["nodeId"]

    def number(selector):
        found = browser.command("DOM.querySelectorAll", {"nodeId": document, "selector": selector})
        return len(found["nodeIds"])

    assert number("tbody tr") > 10
    assert number("tbody tr[hidden]") == 0
    assert number("th button") == 0
    assert number(".filter:not([hidden])") == 0
    assert number("svg[role=img]") >= 1
    browser.command("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("name", ["coverage.nl", "gaps.en", "trend.nl", "plans.nl"])
def test_a_page_prints_on_a4(browser, pages, name):
    browser.open(pages[name])
    printed = browser.command("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
    content = base64.b64decode(printed["data"])
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content))
    assert [(round(float(width)), round(float(height))) for width, height in sizes] == [(595, 842)]


def test_a_page_is_not_printed_as_on_a_phone(browser, pages):
    browser.open(pages["coverage.nl"], 700)  # about the width of a sheet within its margins
    browser.command("Emulation.setEmulatedMedia", {"media": "print"})
    layout = browser.run(
        "const display = name => getComputedStyle(document.querySelector(name)).display;"
        "return ['.pair', '.rows tbody tr', '.list thead tr'].map(display)"
    )
    browser.command("Emulation.setEmulatedMedia", {"media": ""})
    assert layout == ["grid", "table-row", "table-row"]


def test_headings_of_a_table_are_plain_in_print_so_that_they_come_back_on_every_page(browser, pages):
    """Chromium repeats no heading with a button in it; laid out as its contents, the button is none."""
    browser.open(pages["coverage.nl"])
    browser.command("Emulation.setEmulatedMedia", {"media": "print"})
    display = browser.run(
        "return [...new Set([...document.querySelectorAll('th button')].map(b => getComputedStyle(b).display))]"
    )
    filters = browser.run("return getComputedStyle(document.querySelector('.filter .wide')).display")
    browser.command("Emulation.setEmulatedMedia", {"media": ""})
    assert (display, filters) == (["contents"], "none")


def test_dots_and_lines_stand_out_from_what_is_under_them(browser, pages):
    """Text is axe's; shapes need 3 to 1 (WCAG 1.4.11)."""
    browser.open(pages["coverage.nl"])
    style = "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim()"
    paper, land, *colours = [browser.run(style, f"--{name}") for name in ("paper", "land", "p", "n", "u")]
    for colour in colours:
        assert min(contrast(colour, paper), contrast(colour, land)) >= 3, colour


def contrast(one, other):
    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lights = sorted([light(one), light(other)])
    return (lights[1] + 0.05) / (lights[0] + 0.05)
