"""`sto explain`."""

from __future__ import annotations

import json

import pytest

from sto_cli.plans.rules import RULES


@pytest.mark.parametrize("language", ["nl", "en"])
def test_lists_all_rules(sto, golden, language):
    run = sto("--lang", language, "explain")
    golden(f"explain.{language}.txt", run.out)
    assert run.code == 0
    assert all(rule.id in run.out for rule in RULES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_as_expected(sto, golden, language):
    golden(f"explain-invalid-date.{language}.txt", sto("--lang", language, "explain", "invalid-date").out)


@pytest.mark.parametrize("written", ["Invalid Date", "invalid_date", "INVALID-DATE"])
def test_takes_a_name_as_people_type_it(sto, written):
    assert sto("explain", written).out.startswith("invalid-date")


def test_asks_which_rule_was_meant(sto):
    run = sto("--lang", "en", "explain", "invalid-dat")
    assert (run.code, run.out) == (2, "")
    assert "Did you mean invalid-date" in run.err


def test_json_has_every_part(sto):
    rule = json.loads(sto("explain", "invalid-date", "--format", "json").out)["rule"]
    assert list(rule) == ["id", "severity", "summary", "why", "example", "mend", "source", "lighter"]
    assert all(rule[part] for part in list(rule)[:-1])
    assert rule["lighter"] == []
    assert len(json.loads(sto("explain", "--format", "json").out)["rules"]) == len(RULES)
