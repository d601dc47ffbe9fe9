"""Words near another are the same ones, whether a few are asked or a long list of them."""

from __future__ import annotations

import random
import string

import pytest

from sto_cli.search import spelling
from sto_cli.search.prepare import prepare
from sto_cli.search.spelling import Vocabulary, comparable


@pytest.fixture(scope="module")
def prepared(register):
    return prepare(register)


def vocabulary(prepared) -> Vocabulary:
    return Vocabulary(prepared["words"], prepared["letters"], prepared["sounds"])


def with_slips(word: str, chance: random.Random) -> str:
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(word) + 1)
        letter = chance.choice(string.ascii_lowercase)
        word = chance.choice(
            (
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            )
        )
    return word


def test_a_long_list_finds_the_words_that_a_question_finds(prepared, monkeypatch):
    chance = random.Random(20261127)
    words = [with_slips(word, chance) for word in prepared["words"] for _ in range(2)]
    words = [word for word in words if comparable(word)]
    monkeypatch.setattr(spelling, "MANY_ASKED", len(words))
    few = vocabulary(prepared)
    by_question = [list(few.near(word).items()) for word in words]
    monkeypatch.setattr(spelling, "MANY_ASKED", 0)
    many = vocabulary(prepared)
    assert [list(many.near(word).items()) for word in words] == by_question
    assert sum(map(bool, by_question)) > len(words) / 2
