"""Two versions of a plan: every change with its values, which points are one, which remarks are solved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from sto_cli.plans.judging import judge_text
from sto_cli.plans.language.dates import When
from sto_cli.plans.model import FreeText, Partner
from sto_cli.reports import comparison
from sto_cli.reports.comparison import compare, paired

TODAY = date(2026, 11, 24)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "comparison.yaml").read_text("utf-8"))


def compared(register, old, new):
    return compare(judge_text(old, "old.yaml", register, TODAY), judge_text(new, "new.yaml", register, TODAY))


def line(change):
    before, after = (
        "" if value is None else value.iso if isinstance(value, When) else value
        for value in (change.before, change.after)
    )
    head = f"{change.kind} {change.part} {change.question or 'head'} {change.value}"
    return f"{head} | {change.name} | {before} → {after}".rstrip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_change_is_named_with_its_values(register, case):
    assert list(map(line, compared(register, case["old"], case["new"]).changes)) == case["changes"]


def remarks(findings):
    return [(finding.rule, finding.question) for finding in findings]


def test_remarks_are_solved_stay_or_are_new(register):
    old = "titel: Lab\nschool: 00AH17\ndoelen: [Het lab staat, Iedereen is blij]\nmijlpalen: [Feest, Beurs]\n"
    new = "titel: Lab\nschool: 00AH17\ndoelen: [Het lab staat, Elk kind is blij, Goed onderwijs]\nregiovisie: Kort.\n"
    answer = compared(register, old, new)
    assert remarks(answer.stay) == [
        ("missing-question", 3), ("missing-question", 5), ("missing-question", 6), ("unmeasurable-goal", 2),
        ("unmeasurable-goal", 2),
    ]  # fmt: skip
    assert remarks(answer.solved) == [
        ("missing-question", 1), ("short-answer", 4), ("undated-milestone", 4), ("no-end-milestone", 4),
    ]  # fmt: skip
    assert remarks(answer.new_remarks) == [("missing-question", 4), ("unmeasurable-goal", 2), ("short-answer", 1)]
    assert not answer.alike


def test_remarks_that_are_worded_alike_are_paired_before_those_that_only_are_of_one_kind(register):
    """The remark on the goal that stays is that of the old goal, not that on the goal in front of it."""
    old = "doelen: [Het lab staat, Iedereen is blij]\n"
    answer = compared(register, old, "doelen: [Iedereen is blij]\n")
    [stays] = [one for one in answer.stay if one.rule == "unmeasurable-goal"]
    [solved] = [one for one in answer.solved if one.rule == "unmeasurable-goal"]
    assert "blij" in str(stays.message)
    assert "lab" in str(solved.message)


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("titel: Lab\n", "titel: LAB\n", True),
        ("titel: Lab\n", "titel: Kas\n", False),
        ("titel: Lab\nregiovisie: Wij doen mee.\n", "titel: Lab\nregiovisie: ''\n", False),
        ("doelen: Kort\n", "goals: Kort\n", True),
    ],
)
def test_two_versions_are_alike_when_nothing_changed_and_no_remark_did(register, old, new, alike):
    assert compared(register, old, new).alike is alike


def partners(*names):
    return [Partner(name) for name in names]


def pairs(old, new):
    return [(before and before.text, after and after.text) for before, after in paired(old, new)]


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("ROC vT", "ROC van Twente", True),
        ("vT", "van Twente", True),
        ("RvT", "ROC van Twente", True),
        ("RvT Enschede", "ROC van Twente Enschede", True),
        ("ROC vT Almelo", "ROC van Twente", True),  # where it is may stand behind it
        ("ROC vT", "ROC van Twente Almelo", False),
        ("ROC van Twente", "ROC vT", True),
        ("R vT", "ROC van Twente", False),  # one letter is no name in short
        ("ROC vTw", "ROC van Twente", False),
        ("ROC Twente", "ROC van Twente", True),
        ("Livio", "Livio Zorg", True),
        ("Livio Zorg", "Zorg Livio", True),
        ("ZGT", "Livio", False),
        ("Bakkerij Smit", "Bakkerij Pol", False),
        ("Bakkerij Jansen", "Bakkerij Janssen", True),
    ],
)
def test_names_of_partners_in_short_are_those_in_full(short, long, same):
    assert pairs(partners(short), partners(long)) == ([(short, long)] if same else [(None, long), (short, None)])


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("abcde", "abcxy", True),  # 60 of 100 alike
        ("abcdefg", "abcdxyz", False),  # 57
    ],
)
def test_points_are_versions_of_one_from_a_likeness_on(old, new, same):
    found = pairs([FreeText(old), FreeText("0000")], [FreeText(new), FreeText("0000")])
    assert (found[0] == (old, new)) is same


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("abcdefghijklmnopq000", "abcdefghijklmnopq111", True),  # 85 of 100 alike
        ("abcdefghijklmnop0000", "abcdefghijklmnop1111", False),  # 80
        ("a" * 45 + "0" * 15, "a" * 45 + "1" * 15, False),  # 75, and as long as a name is at most
        ("a" * 45 + "0" * 16, "a" * 45 + "1" * 15, True),  # 74, and one is longer than a name: words, as of a point
    ],
)
def test_names_of_partners_are_more_alike_than_points(old, new, same):
    assert (pairs(partners(old), partners(new))[0] == (old, new)) is same


def test_the_likest_go_together_then_those_that_stand_nearest_then_the_first():
    old = [FreeText(text) for text in ("lessen over robots", "lessen over robotica", "los")]
    new = [FreeText(text) for text in ("lessen over robotica!", "lessen over robots!", "anders")]
    assert pairs(old, new) == [
        ("lessen over robotica", "lessen over robotica!"), ("lessen over robots", "lessen over robots!"),
        (None, "anders"), ("los", None),
    ]  # fmt: skip
    twice, once = [FreeText("les 1 klas"), FreeText("les 2 klas")], [FreeText("xx"), FreeText("les 3 klas")]
    assert pairs(twice, once) == [(None, "xx"), ("les 2 klas", "les 3 klas"), ("les 1 klas", None)]
    assert pairs(twice, [FreeText("les 3 klas"), FreeText("xx"), FreeText("yy")])[0] == ("les 1 klas", "les 3 klas")


@pytest.mark.parametrize(("most", "compares"), [(4, True), (3, False)])
def test_of_very_many_reworded_points_only_equal_ones_are_paired(monkeypatch, most, compares):
    monkeypatch.setattr(comparison, "MOST_PAIRS", most)
    old = [FreeText(text) for text in ("gelijk", "lessen over robots", "lessen met lassers")]
    new = [FreeText(text) for text in ("lessen over robot", "gelijk", "lessen met lasser")]
    found = pairs(old, new)
    assert found[1] == ("gelijk", "gelijk")
    assert (len(found) == 3) is compares
