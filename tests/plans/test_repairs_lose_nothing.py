"""A repair loses no word: what it takes away stands in it in another writing, and all else of the plan stays."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.judging import judge_text
from sto_cli.plans.mending import mend_text

VALUES = Path(__file__).parent / "values"
PLAN = "titel: T\nschool: 00AH17\nregiovisie: Wij sluiten aan bij de visie van de regio, met techniek voor iedereen.\n"
WHERE = {
    "dates": "mijlpalen: [{datum: '@', mijlpaal: De werkplaats is klaar.}]\n",
    "amounts": "middelen: [{post: Printers, bedrag: '@'}]\n",
    "cofinancing": "middelen: [{post: Printers, bedrag: 1000, cofinanciering: '@'}]\n",
    "kinds": "samenwerking: [{partner: ROC van Twente, soort: '@', hoe: lessen}]\n",
    "own_profiles": "profielen: ['@']\n",
    "profiles": "profielen: '@'\n",
    "forms": "vormen: '@'\n",
    "regions": "regio: '@'\n",
}
REMARKS = (
    "met hulp van de buren",
    "(groep 8)",
    "vooral in klas 3",
    "behalve op vrijdag",
    "dus niet duurder",
    "ongeveer",
)
WORDS = re.compile(r"[^\W\d_]{2,}")


def _values(kind):
    lines = (VALUES / f"{kind}.txt").read_text("utf-8").splitlines()
    return [line.rsplit(" = ", 1)[0].strip() for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("kind", WHERE)
@given(data=st.data())
def test_what_stands_beside_a_value_is_not_lost(kind, register, data):
    value = data.draw(st.sampled_from(_values(kind)))
    remark = data.draw(st.sampled_from(REMARKS))
    written = f"{value}{data.draw(st.sampled_from([' ', ', ', '; ']))}{remark}"
    text = PLAN + WHERE[kind].replace("@", written.replace("'", "''"))
    mended = _mended(text, register)
    assert remark in mended.text, (mended.repairs, mended.text)
    gone = Counter(WORDS.findall(text)) - Counter(WORDS.findall(mended.text))
    assert not gone - Counter(WORDS.findall(" ".join(repair.before for repair in mended.repairs)))


@pytest.mark.parametrize(
    "written",
    [
        "voor 1 oktober 2026",
        "1 oktober 2026 of later",
        "ca. 1 oktober 2026",
        "March 15",
        "rond maart 2027",
        "na Q2 2027",
    ],
)
def test_a_time_that_says_more_stays(written, register):
    text = PLAN + WHERE["dates"].replace("@", written)
    assert written in _mended(text, register).text


@pytest.mark.parametrize(
    "school",
    [
        "Het gaat om het Stedelijk Alpha te Enschede, met de bakkerij",
        "Het Stedelijk Alpha, samen met de buren",
    ],
)
def test_a_sentence_about_a_school_stays(school, register):
    text = PLAN.replace("00AH17", f"'{school}'")
    assert school in _mended(text, register).text


def _mended(text, register):
    def judge(new):
        return judge_text(new, "plan.yaml", register, date(2026, 11, 24))

    return mend_text(text, judge(text), judge)
