"""Questions as they are asked: sentences, streets, areas, levels, by ear; none answered wrong, most decided."""

from __future__ import annotations

from collections import Counter

import pytest
from labelled_queries import asked_questions, asked_verdict

from sto_cli.register.register import Register
from sto_cli.search.find import Matcher

QUESTIONS = asked_questions()

LEAST_RIGHT = 0.9


@pytest.fixture(scope="module")
def matcher(register: Register) -> Matcher:
    return Matcher(register)


def test_there_are_questions_of_every_kind():
    assert len(QUESTIONS) >= 150
    assert len({question.kind for question in QUESTIONS}) >= 12
    assert len({question.query for question in QUESTIONS}) == len(QUESTIONS)


def test_what_is_asked_for_is_in_the_register(register: Register):
    assert not {code for question in QUESTIONS for code in question.meant} - register.schools.keys()


def test_no_question_is_answered_wrong(matcher: Matcher):
    assert [str(one) for one in QUESTIONS if asked_verdict(one, matcher.find(one.query)) == "wrong"] == []


def test_most_questions_are_answered_right_and_nearly_all_among_the_first_five(matcher: Matcher):
    counts = Counter(asked_verdict(one, matcher.find(one.query)) for one in QUESTIONS)

    assert counts["right"] / len(QUESTIONS) >= LEAST_RIGHT, counts
    assert (counts["right"] + counts["offered"]) / len(QUESTIONS) >= 0.98, counts
