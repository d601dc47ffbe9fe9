"""Mending changes the words that are meant, and nothing else."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.judging import judge_text
from sto_cli.plans.mending import difference, mend_text

REST = """\
regiovisie: De regio wil dat alle leerlingen kennismaken met techniek, ook in de zorg.
doelen: [240 leerlingen volgen voor juli 2027 vier lessen robotica]
activiteiten: [Lessen robotica samen met studenten van het ROC]
samenwerking: [ROC van Twente geeft de lessen mee]
"""
MILESTONES = "mijlpalen:\n  - {datum: 2026-10, mijlpaal: Het lab is klaar voor de eerste klas}\n"
RESOURCES = "middelen:\n  - {post: Robots, bedrag: 2400}\n"


def judge(text):
    return judge_text(text, "plan.yaml")


def mend(text):
    return mend_text(text, judge(text), judge)


def data(text):
    """Read a text with another reader than ours, all values as text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


MENDED = {
    "a misspelt key": (
        REST + RESOURCES + "mijlpalne:   # van Jan\n  - {datum: 2026-10, mijlpaal: Het lab is klaar}\n",
        REST + RESOURCES + "mijlpalen:   # van Jan\n  - {datum: 2026-10, mijlpaal: Het lab is klaar}\n",
    ),
    "a key under a misspelt key, and a date under that": (
        REST + RESOURCES + "mijlpalne:\n  - datm: 1-10-2026  # woensdag?\n    mijlpaal: Het lab is klaar\n",
        REST + RESOURCES + "mijlpalen:\n  - datum: 2026-10-01  # woensdag?\n    mijlpaal: Het lab is klaar\n",
    ),
    "a date written out": (
        REST + RESOURCES + MILESTONES + "periode: {begin: 1 augustus 2026, eind: 'juli 2027'}\n",
        REST + RESOURCES + MILESTONES + "periode: {begin: 2026-08-01, eind: 2027-07}\n",
    ),
    "amounts": (
        REST
        + MILESTONES
        + "middelen:\n  - {post: Robots, bedrag: 12.500}\n  - post: Uren\n    bedrag: € 1.500,-  # ?\n",
        REST + MILESTONES + "middelen:\n  - {post: Robots, bedrag: 12500}\n  - post: Uren\n    bedrag: 1500  # ?\n",
    ),
    "tabs": (
        REST + RESOURCES + "mijlpalen:\n\t- datum: 2026-10\n\t  mijlpaal: Het lab is klaar\n",
        REST + RESOURCES + "mijlpalen:\n  - datum: 2026-10\n    mijlpaal: Het lab is klaar\n",
    ),
    "tabs beside another accident": (
        REST + RESOURCES + "titel: Zorg: en techniek\nmijlpalen:\n\t- {datum: 2026-10, mijlpaal: Het lab is klaar}\n",
        REST + RESOURCES + "titel: Zorg: en techniek\nmijlpalen:\n  - {datum: 2026-10, mijlpaal: Het lab is klaar}\n",
    ),
    "spaces that Word makes": (
        REST + RESOURCES + "mijlpalen:\n\u00a0 - {datum: 2026-10, mijlpaal: Het\u00a0lab is klaar}\n",
        REST + RESOURCES + "mijlpalen:\n  - {datum: 2026-10, mijlpaal: Het\u00a0lab is klaar}\n",
    ),
}
LEFT_ALONE = {
    "a good plan": REST + RESOURCES + MILESTONES,
    "two keys that mean the same": REST + RESOURCES + MILESTONES + "mijlpalne: [In mei 2027 is alles klaar]\n",
    "a date that is none": REST
    + RESOURCES
    + "mijlpalen:\n  - {datum: ergens in het najaar, mijlpaal: Het lab is klaar}\n",
    "an amount that may be two": REST + MILESTONES + "middelen:\n  - {post: Robots, bedrag: '12,500'}\n",
    "a tab inside a text": REST.replace("alle leerlingen", "alle\tleerlingen") + RESOURCES + MILESTONES,
    "a date in free text": REST + RESOURCES + MILESTONES + "titel: Vanaf 1-10-2026 voor 12.500 euro\n",
    "nothing": "",
    "no plan": "Beste collega, hierbij het plan.\n",
    "a broken quotation": REST + MILESTONES + "middelen: 'drie robots\n",
}


@pytest.mark.parametrize("case", MENDED)
def test_mends(case):
    before, after = MENDED[case]
    assert mend(before).text == after


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_leaves_alone(case):
    mended = mend(LEFT_ALONE[case])
    assert mended.text == LEFT_ALONE[case]
    assert mended.repairs == ()


def test_mends_every_finding_that_says_it_can_be_mended(root, register):
    """Over all cases and examples: what the judge calls mendable is mended, and nothing else is touched."""

    def judge(text):
        return judge_text(text, "plan.yaml", register)

    left, mended_plans = [], 0
    for path in sorted([*(root / "tests" / "cases").rglob("*.yaml"), *(root / "examples" / "plans").glob("*.yaml")]):
        content = path.read_bytes()
        if b"\x00" in content or not _is_utf8(content):
            continue
        before = judge(content)
        mended = mend_text(content.decode("utf-8-sig"), before, judge)
        assert bool(mended.repairs) == any(finding.fixable for finding in before.findings), path
        mended_plans += bool(mended.repairs)
        left += [(path.name, finding.rule) for finding in mended.judgement.findings if finding.fixable]
    assert left == []
    assert mended_plans > 10


def _is_utf8(content):
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_leaves_tabs_alone_that_can_be_read_in_two_ways():
    """As four spaces the tab begins a heading of the point, as eight it goes on with the text above it."""
    text = f"{REST}{MILESTONES}middelen:\n  - post: >\n      Robots voor de klas\n\tbedrag: 2400\n"
    assert mend(text).text == text
    one_way = text.replace(">\n      ", "")
    assert mend(one_way).text == one_way.replace("\t", "    ")


SPACES = [
    " ",
    "\t",
    "\xa0",
    "\xa0\xa0 ",
    "\t\xa0",
    "\xa0\t",
    "\u2002",
    "\u202f",
    "\u3000",
    "\ufeff",
    "\u200b",
    "\u2060",
]


@pytest.mark.parametrize("sign", SPACES, ids=ascii)
def test_what_looks_like_nothing_before_a_heading_goes(sign):
    plan = REST + RESOURCES + MILESTONES
    first = [] if sign == "\ufeff" else [f"{sign}{plan}"]  # with which a file may begin
    indented = [*first, *([plan.replace("middelen", f"{sign}middelen")] if sign != " " else [])]
    for text in [*indented, plan.replace("- {datum", f"- {{{sign}datum").replace("mijlpalen", f"mijl{sign}palen")]:
        judgement = judge(text)
        assert judgement.plan.milestones.items
        assert mend(text).text.replace(f"{{{sign}datum", "{datum") == plan
        assert "yaml-syntax" not in {finding.rule for finding in judgement.findings}


def test_a_heading_within_a_point_stays_where_it_is():
    text = REST.replace("[Lessen", "\n  - activiteit: [Lessen").replace("ROC]", "ROC]\n\xa0\xa0\xa0\xa0doelen: d1")
    assert mend(text).text == text.replace("\xa0", " ")


def test_says_what_was_changed_and_where():
    mended = mend(MENDED["a key under a misspelt key, and a date under that"][0])
    found = [(repair.rule, repair.line, repair.column, repair.before, repair.after) for repair in mended.repairs]
    assert found == [
        ("misspelt-key", 7, 1, "mijlpalne", "mijlpalen"),
        ("misspelt-key", 8, 5, "datm", "datum"),
        ("read-as", 8, 12, "1-10-2026", "2026-10-01"),
    ]


def test_keeps_windows_line_ends():
    before, after = (text.replace("\n", "\r\n") for text in MENDED["amounts"])
    assert mend(before).text == after


def test_shows_the_change():
    before, after = MENDED["a misspelt key"]
    lines = difference(before, after, "plan.yaml").split("\n")
    assert [line for line in lines if line[:1] in "+-"] == [
        "--- plan.yaml", "+++ plan.yaml", "-mijlpalne:   # van Jan", "+mijlpalen:   # van Jan",
    ]  # fmt: skip
    assert difference(before, before, "plan.yaml") == ""


KEYS = {
    "titel": ["titel", "titl", "Titel", "titell"],
    "regiovisie": ["regiovisie", "regio-visie", "regiovise", "vision"],
    "mijlpalen": ["mijlpalen", "mijlpalne", "milestones", "Mijlpalen", "planning"],
    "datum": ["datum", "datm", "wanneer"],
    "mijlpaal": ["mijlpaal", "mijlpal"],
    "middelen": ["middelen", "midelen", "kosten"],
    "post": ["post", "omschrijving"],
    "bedrag": ["bedrag", "bedrga", "kosten"],
    "totaal": ["totaal", "totaalbedrag"],
}
DATES = ["2026-10", "2026-10-01", "1-10-2026", "1 oktober 2026", "oktober 2026", "'1/10/2026'", "ooit", "31-2-2026"]
AMOUNTS = ["12500", "12.500", "€ 12.500,-", '"12.500,50"', "12,5k", "12,500", "veel", "€12500", "12 500"]
TEXTS = ["Het lab is klaar", "'Robots: twaalf'", '"Uren #1"', "nog invullen", "Vanaf 1-10-2026", "12.500"]
SPACES = ["", "   # van Jan", "  #\ttot 1-10-2026"]


@st.composite
def plans(draw):
    """Write plans as people do: other words, dates and amounts in all forms, remarks, tabs, Windows line ends."""

    def word(key):
        return draw(st.sampled_from(KEYS[key]))

    def one(values):
        return draw(st.sampled_from(values))

    parts = [
        f"{word('titel')}: {one(TEXTS)}{one(SPACES)}\n",
        f"{word('regiovisie')}: De regio wil dat alle leerlingen kennismaken met techniek{one(SPACES)}\n",
        f"{word('mijlpalen')}:{one(SPACES)}\n",
        *(
            f"{one(['  ', chr(9)])}- {{{word('datum')}: {one(DATES)}, {word('mijlpaal')}: {one(TEXTS)}}}\n"
            for _ in range(draw(st.integers(1, 3)))
        ),
        f"{word('middelen')}:\n",
        *(
            f"  - {word('post')}: {one(TEXTS)}\n    {word('bedrag')}: {one(AMOUNTS)}{one(SPACES)}\n"
            for _ in range(draw(st.integers(1, 3)))
        ),
        f"{word('totaal')}: {one(AMOUNTS)}\n",
    ]
    text = "# Ons plan\n" + "".join(parts)
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def undone(repairs, after):
    """Put what was there back, the last repair first."""
    lines = re.split(r"(?<=\n)", after)
    for repair in reversed(repairs):
        line, start = lines[repair.line - 1], repair.column - 1
        assert line[start:].startswith(repair.after)
        lines[repair.line - 1] = line[:start] + repair.before + line[start + len(repair.after) :]
    return "".join(lines)


@given(plans())
def test_changes_nothing_but_its_repairs(text):
    mended = mend(text)
    assert undone(mended.repairs, mended.text) == text


@given(plans())
def test_a_mended_plan_needs_no_mending(text):
    once = mend(text)
    assert mend(once.text).text == once.text
    assert once.judgement.findings == judge(once.text).findings


@given(plans())
def test_another_reader_finds_the_same_but_for_the_mended_words(text):
    mended = mend(text)
    if "\t" in re.sub(r"#.*", "", text):
        return  # another reader finds nothing at all in it
    before, after = flat(data(text)), flat(data(mended.text))
    changed = {(old, new) for old, new in zip(before, after, strict=True) if old != new}
    assert changed <= {(data(repair.before), data(repair.after)) for repair in mended.repairs}
    assert mended.text.count("#") == text.count("#")


def flat(value):
    """List all keys and values in their order."""
    if isinstance(value, dict):
        return [part for key, inside in value.items() for part in (key, *flat(inside))]
    if isinstance(value, list):
        return [part for inside in value for part in flat(inside)]
    return [value]


@given(st.text(st.sampled_from("ab:- \n\t#'\"{}[]|>&*!%12026.,€\r\x00é")))
def test_survives_any_text(text):
    mended = mend(text)
    assert (mended.text == text) == (not mended.repairs)
