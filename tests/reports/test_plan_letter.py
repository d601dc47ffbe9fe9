"""The letter on a plan: nothing is called good that is not, the weightiest comes first, the next step is the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.talk import talk_about
from sto_cli.reports.plan_letter import Sending, plan_letter

TODAY = date(2026, 11, 24)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "plan_letter.yaml").read_text("utf-8"))
FEW = "titel: Lab\ndoelen: [Goed onderwijs]\n"


def letter_on(register, plan, sending=Sending(with_tips=True), solved=None):  # noqa: B008 - frozen
    judgement = judge_text(plan, "plan.yaml", register, TODAY)
    return plan_letter(talk_about(judgement, judgement.plan, register, TODAY), register, TODAY, sending, solved)


def shown(point):
    more = f" +{point.more}" if point.more else ""
    return f"{point.finding.rule} {point.finding.question or 'head'} {point.finding.severity}{more}"


def step_of(letter):
    if letter.next_step is None:
        return ""
    says = "says when" if letter.step_names_date else ""
    return f"{letter.next_step.date.iso} | {letter.step_words} | {says}".rstrip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_letter_says_what_is_good_what_is_asked_and_what_is_next(register, case):
    letter = letter_on(register, case["plan"])
    found = {
        "good": list(map(Translator("en").say, letter.good)),
        **{name: list(map(shown, getattr(letter, name))) for name in ("first", "rest", "tips")},
        "contact": letter.contact.url,
        "step": step_of(letter),
    }
    assert {name: found[name] for name in case if name in found} == {
        name: value for name, value in case.items() if name in found
    }


def test_tips_are_kept_back_unless_they_are_asked_for(register):
    without, with_tips = letter_on(register, FEW, Sending()), letter_on(register, FEW)
    assert without.tips == ()
    assert [point.finding.rule for point in with_tips.tips] == ["no-school"]
    assert (without.first, without.rest) == (with_tips.first, with_tips.rest)
    assert without.number == len(without.first) + len(without.rest) == 7


def finding(rule, severity):
    return Finding(rule, severity, Message("x"), Place("plan.yaml"))


@pytest.mark.parametrize(("with_tips", "kept"), [(False, ["short-answer"]), (True, ["short-answer", "no-school"])])
def test_solved_is_what_concerns_the_school(register, with_tips, kept):
    solved = [finding("short-answer", "warning"), finding("no-school", "tip"), finding("yaml-syntax", "error")]
    letter = letter_on(register, FEW, Sending(with_tips=with_tips), solved)
    assert [one.rule for one in letter.solved] == kept


def test_a_first_version_has_nothing_solved_and_a_second_one_may_have(register):
    assert letter_on(register, FEW).solved is None
    assert letter_on(register, FEW, solved=[]).solved == ()


def test_a_letter_without_a_next_step_has_no_words_for_it(register):
    letter = letter_on(register, FEW)
    assert (letter.step_words, letter.step_names_date) == ("", False)


@pytest.mark.parametrize(
    ("head", "page"),
    [
        ("school: 00AH17\n", "regio/twente"),
        ("school: 00AH17\nregio: achterhoeknoordtwente\n", "regio/achterhoeknoordtwente"),
        ("regio: twente\n", "regio/twente"),
        ("school: 00AH17 en 02DO02\n", "regio/twente"),
        ("school: 99ZZ99\n", "regios-in-beeld/"),
        ("titel: Lab\n", "regios-in-beeld/"),
    ],
)
def test_whom_to_turn_to_follows_from_the_region_or_the_school(register, head, page):
    contact = letter_on(register, head + "doelen: [Goed onderwijs]\n").contact
    assert contact.url == f"https://www.sterktechniekonderwijs.nl/{page}"
