"""How well the rules about free text judge realistic Dutch answers.

Each list has answers marked + (as it should be) or - (to be reported). The floors are what is reached; a false alarm
costs trust, so hardly any is allowed, while a miss only leaves things to the reader. The lists "held out" were
written after the rules. See docs/decisions.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.language.goal_direction import goes_wrong, says_only_an_activity
from sto_cli.plans.language.intentions import intention_in
from sto_cli.plans.language.measuring import is_measurable
from sto_cli.plans.language.partners import names_anyone
from sto_cli.plans.language.placeholders import is_placeholder, only_says_that_it_fits
from sto_cli.plans.language.times import names_a_time
from sto_cli.plans.language.wording import count_words
from sto_cli.plans.rules.contents import FEWEST_WORDS

TEXTS = Path(__file__).parent / "texts"


def long_enough(text):
    return count_words(text) >= FEWEST_WORDS["vision"] and not only_says_that_it_fits(text)


def goes_the_right_way(text):
    return not goes_wrong(text, text)


def is_agreed(text):
    return intention_in(text) is None


def is_a_goal(text):
    return not says_only_an_activity(text)


def is_an_answer(text):
    return not is_placeholder(text)


LISTS = [
    # list, judge, false alarms allowed, misses allowed
    ("goals", is_measurable, 1, 0),
    ("goals-held-out", is_measurable, 1, 0),
    ("goals-or-activities", is_a_goal, 0, 0),
    ("cooperation", names_anyone, 0, 0),
    ("cooperation-held-out", names_anyone, 1, 0),
    ("resources", names_an_amount, 0, 0),
    ("milestones", names_a_time, 0, 0),
    ("visions", long_enough, 0, 0),
    ("goals-with-two-numbers", goes_the_right_way, 0, 0),
    ("agreements", is_agreed, 1, 2),
    ("open-answers", is_an_answer, 0, 1),
]


def labelled(name):
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()
    return [(line[2:], line[0] == "+") for line in lines if line[:2] in {"+ ", "- "}]


def test_every_list_is_used():
    assert {path.stem for path in TEXTS.glob("*.txt")} == {name for name, *_ in LISTS}


@pytest.mark.parametrize(("name", "judge", "alarms", "misses"), LISTS, ids=[one[0] for one in LISTS])
def test_free_text_is_judged_as_a_person_would(name, judge, alarms, misses):
    texts = labelled(name)
    assert len(texts) >= 10
    assert len([text for text, right in texts if right and not judge(text)]) <= alarms
    assert len([text for text, right in texts if not right and judge(text)]) <= misses


def test_none_of_the_answers_is_taken_for_a_placeholder():
    assert [text for name, *_ in LISTS for text, right in labelled(name) if right and is_placeholder(text)] == []


PLACEHOLDERS = [
    "nog invullen", "Nog invullen!", "NOG IN TE VULLEN", "...", "…", "-", "???", "TODO", "todo: navragen bij het mbo",
    "n.t.b.", "N.T.B", "ntb", "tbd", "volgt", "Volgt nog.", "xxx", "XXX", "<naam van de school>", "[vul hier in]",
    "{{titel}}", "PM", "p.m.", "Lorem ipsum dolor sit amet", "to be filled in", "onbekend", "(nog te bepalen)", "x",
    "We maken een plan, TODO: met wie?", "n.v.t.", "N.v.t", "nvt", "niet van toepassing", "Niet van toepassing.", "n/a",
    "N/A", "not applicable", "t.b.d.", "n.o.t.k.", "Invullen na de vakantie", "invullen in overleg met de directie",
    "datum invullen", "namen toevoegen", "[hier nog stuk over regiovisie invoegen]", "hier nog tekst toevoegen",
]  # fmt: skip
ANSWERS = [
    "Wij volgen de regiovisie.", "De leerlingen vullen een enquête in.", "Klas 3", "1", "Pm-team van de regio",
    "Er volgt een evaluatie in juni.", "later dit jaar", "Todorovic BV", "Het lokaal (nog leeg) wordt ingericht.",
    "BWI", "Nog niet van toepassing op klas 1", "NVT-team van de regio",
    "De leerlingen kunnen zelf een vraag toevoegen", "Een [concept] voor een lab", "Afspraken met het mbo: volgt nog",
    "Nog een keuzevak toevoegen",
]  # fmt: skip


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholders(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_answers_that_are_no_placeholders(text):
    assert not is_placeholder(text)
