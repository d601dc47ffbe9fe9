"""`sto explain regeling`: what is known of the scheme, in both languages and for programs."""

import json

import pytest

from sto_cli.register.scheme import scheme


@pytest.mark.parametrize(("language", "word"), [("nl", "regeling"), ("en", "scheme"), ("nl", "REGELING")])
def test_every_statement_is_shown_with_its_certainty(sto, language, word):
    shown = " ".join(sto("--lang", language, "explain", word).out.split())
    for one in scheme().statements.values():
        assert one.texts[language] in shown
    assert ("niet zeker" if language == "nl" else "not certain") in shown


def test_programs_get_every_statement(sto):
    data = json.loads(sto("explain", "regeling", "--format", "json").out)
    assert [one["id"] for one in data["statements"]] == list(scheme().statements)
    used = {one["certainty"] for one in data["statements"]}
    assert used == {"quoted", "undated", "draft", "older", "inferred", "data"}
    assert all(one["date"] or one["not_before"] for one in data["statements"])
    assert data["not_known"]
