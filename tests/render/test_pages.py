"""The pages as files: whole, alone, safe, in both languages. What a browser makes of them: tests/browser."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections import Counter

import pytest
from pages import NAMES, REPORTS, TODAY, VIEWS, answer, elements, page

from sto_cli.messages import Translator
from sto_cli.register.belonging import distance_km
from sto_cli.register.load import load_register
from sto_cli.render.formats import Look, named
from sto_cli.render.reports.coverage_html import MOST_NAMED
from sto_cli.reports.selection import Selection, select
from sto_cli.reports.standing import positions


@pytest.fixture(scope="module")
def small():
    return load_register([REPORTS / "small"], shipped=False)


@pytest.fixture(scope="module")
def hostile():
    return load_register([REPORTS / "hostile"], shipped=False)


@pytest.fixture(scope="module", params=NAMES)
def name(request):
    return request.param


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_says_its_language_and_works_on_a_phone(small, name, language):
    found = elements(page(name, small, language))
    assert found.named("html") == [{"lang": language}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in found.named("meta")
    assert len(found.named("h1")) == len(found.named("main")) == 1


def test_a_page_loads_nothing(register, name):
    html = page(name, register)
    found = elements(html)
    assert not {"link", "img", "iframe", "object", "embed", "video", "audio", "base"} & {tag for tag, _ in found.found}
    assert all("src" not in attributes for _, attributes in found.found)
    assert not re.search(r"url\((?!#)|@import|fetch\(|XMLHttpRequest|sendBeacon|WebSocket", html)
    assert all(attributes["href"].startswith("#") for attributes in found.named("use"))


def test_only_the_pages_own_style_and_script_may_run(small, name):
    html = page(name, small)
    policy = next(meta["content"] for meta in elements(html).named("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert all("style" not in attributes for _, attributes in elements(html).found)


def test_hostile_text_arrives_as_text(hostile, name):
    html = page(name, hostile, plans=REPORTS / "hostile-plans")
    found = elements(html)
    harmless = elements(page(name, load_register([REPORTS / "small"], shipped=False)))
    assert {tag for tag, _ in found.found} <= {tag for tag, _ in harmless.found} | {"a", "rect", "path", "small", "h3"}
    assert len(found.named("script")) == 1
    assert not [key for _, attributes in found.found for key in attributes if key.startswith("on")]
    for attributes in found.named("a"):
        assert re.match(r"#|https?://", attributes["href"])
    assert "\x1b" not in html
    assert "\u202e" not in html
    if name in {"coverage", "gaps"}:
        assert "rood" in found.text
        assert "[klik](javascript:alert(1))" in found.text
    if name == "plans":
        assert "<script>alert(1)</script>" in found.text
        assert "<img src=x onerror=alert(1)>" in found.text


def test_people_are_not_named(hostile):
    for one in ("coverage", "gaps", "trend"):
        html = page(one, hostile)
        assert "+31=cmd" not in html  # the contact's name
        assert "=a@kwaad.test" not in html  # and mail address


def test_own_notes_on_where_a_fact_comes_from_are_not_passed_on(tmp_path):
    (tmp_path / "participation.yaml").write_text(
        "as_of: 2026-11\nsource: eigen lijst\nparticipation:\n"
        "  - {school: 17VF02, region: amsterdam, status: not_participating, source: 'mail van J. Voorbeeld'}\n"
    )
    html = page("coverage", load_register([tmp_path]), selection=select(load_register([tmp_path]), ["amsterdam"]))
    assert "Voorbeeld" not in html
    assert "eigen bestand" in html


def test_folders_on_the_users_computer_are_not_passed_on(register):
    assert str(REPORTS) not in page("plans", register)


def test_every_school_that_counts_has_a_row_and_a_dot_where_its_spot_is_known(register):
    found = elements(page("coverage", register))
    rows = Counter(row["data-standing"] for row in found.named("tr") if "data-standing" in row)
    dots = Counter(use["href"].removeprefix("#dot-") for use in found.named("use") if use["href"].startswith("#dot-"))
    vocational = [school for school in register.schools.values() if school.vocational]
    everyone = positions(register, TODAY, Selection())
    spotless = Counter(one.standing for one in everyone if one.school.spot is None)
    assert sum(rows.values()) == len(vocational)
    assert rows == dots + spotless


def test_a_map_draws_the_schools_where_they_are(register):
    html = page("coverage", register)
    dots = {
        title: (float(x), float(y))
        for x, y, title in re.findall(r'<use href="#dot-\w+" x="([\d.]+)" y="([\d.]+)"><title>(.*?)</title>', html)
    }

    def at(place):
        spots = [spot for title, spot in dots.items() if f", {place}:" in title]
        return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)

    def really(place):
        here = [one.coordinates for one in register.schools.values() if one.vocational and one.town == place]
        return sum(x for x, _ in here) / len(here), sum(y for _, y in here) / len(here)

    groningen, heerlen, enschede, goes = map(at, ("Groningen", "Heerlen", "Enschede", "Goes"))
    assert groningen[1] < enschede[1] < heerlen[1]  # north to south
    assert goes[0] < heerlen[0] < enschede[0]  # west to east
    for one, other in (("Groningen", "Heerlen"), ("Goes", "Enschede"), ("Leeuwarden", "Eindhoven")):
        drawn = math.dist(at(one), at(other))  # the units of the drawing are kilometres
        assert drawn == pytest.approx(distance_km(really(one), really(other)), rel=0.03)


def test_no_dot_hides_another(register):
    html = page("coverage", register)
    radius = float(re.search(r'id="dot-participating" class="fill-p" r="([\d.]+)"', html)[1])
    for drawing in re.findall(r'<g class="dots">(.*?)</g>', html, re.DOTALL):
        spots = [(float(x), float(y)) for x, y in re.findall(r'x="([\d.]+)" y="([\d.]+)"', drawing)]
        for place, (x, y) in enumerate(spots):
            assert all((x - a) ** 2 + (y - b) ** 2 > (1.8 * radius) ** 2 for a, b in spots[:place])


def test_a_region_is_drawn_larger_than_the_country(register):
    def width(html):
        return float(re.search(r'viewBox="0 0 ([\d.]+)', html)[1])

    zoomed = page("coverage", register, selection=select(register, ["twente"]))
    assert width(zoomed) < 80
    assert width(page("coverage", register)) > 250


def test_more_schools_than_a_browser_can_show_are_not_listed(register, monkeypatch):
    monkeypatch.setattr("sto_cli.render.reports.coverage_html.MOST_NAMED", 500)
    html = page("coverage", register)
    assert MOST_NAMED > 900
    assert "548 scholen zijn te veel" in html
    assert 'class="crowd-participating"' in html
    assert len(html) < 200_000


@pytest.mark.parametrize("name", ["coverage", "gaps", "region"])
def test_a_short_page_leaves_out_the_list_of_schools_and_stays_within_a_sheet(register, name):
    found = answer(name, register, select(register, ["twente"]), REPORTS / "plans")
    whole, short = (
        VIEWS[name].write(named("html"), found, Look(Translator("nl"), short=wish)) for wish in (False, True)
    )
    assert 'class="list' in whole
    assert 'class="list' not in short
    assert "<svg viewBox" in short
    assert len(elements(short).named("h1")) == 1


def test_no_page_speaks_of_options_or_of_folders(register, name):
    text = elements(page(name, register)).text
    assert not re.search(r"--[a-z]|\bsto [a-z]+ |/tmp/|\.yaml:", text)


def test_a_standing_that_no_school_has_takes_no_column(register, tmp_path):
    columns = re.findall(r'data-label="(.*?)"', page("coverage", register))
    assert "onbekend" in columns
    assert "niet" not in columns
    first = next(entry for entry in register.participations if entry.status == "participating")
    (tmp_path / "participation.yaml").write_text(
        f"as_of: 2026-11\nsource: x\nparticipation:\n"
        f"  - {{school: {first.school}, region: {first.region}, status: not_participating}}\n",
        "utf-8",
    )
    assert 'data-label="niet"' in page("coverage", load_register([tmp_path]))


def test_the_parts_of_the_bar_of_white_spots_are_all_named(register):
    found = answer("gaps", register, select(register, ["haaglanden"]), None)
    text = " ".join(elements(VIEWS["gaps"].write(named("html"), found, Look(Translator("nl")))).text.split())
    for group in ("technical", "non_technical"):
        count = found.total.named()[group]
        assert f"{count.participating} do" in text
        assert f"{count.unknown} niet bekend" in text
