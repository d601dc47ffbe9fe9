"""What was learned from marked letters: that it is of these letters, and how it reads others."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from sto_cli.plans.reading.question_of_text import CLASSES, Said, together
from sto_cli.plans.reading.reading import read_plan

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import learn_questions  # noqa: E402 - beside the program

APART = Path(__file__).parent / "letters"


def text_of(letter):
    lines = [("\n\n" if one.opens else " ") + one.text for one in letter]
    return "".join(lines).strip() + "\n"


def test_the_table_was_learned_from_these_letters():
    told = learn_questions.digest(learn_questions.letters(), learn_questions.answers())
    assert json.loads(learn_questions.TABLE.read_text("utf-8"))["examples"] == told, "run tools/learn_questions.py"


def test_learning_is_the_same_every_time():
    examples = learn_questions.answers()[:200]
    assert learn_questions.learn(examples) == learn_questions.learn(examples)


def test_letters_set_apart_are_put_under_their_questions():
    letters = [letter for letter in learn_questions.letters(APART) if any(one.marks != (0,) for one in letter)]
    right = count = 0
    for letter in letters:
        told = together([Said(one.text, one.opens) for one in letter])
        count += len(letter)
        right += sum(
            max(range(CLASSES), key=chances.__getitem__) in one.marks for one, chances in zip(letter, told, strict=True)
        )
    print(f"\n{right} of {count} sentences under a question that they answer")
    assert count > 200
    assert right >= 0.8 * count


def test_other_texts_in_the_mailbox_are_no_plans():
    others = [letter for letter in learn_questions.letters(APART) if all(one.marks == (0,) for one in letter)]
    read = [letter[0].text for letter in others if read_plan(text_of(letter), "brief.txt").plan is not None]
    print(f"\n{len(read)} of {len(others)} read as a plan:", *read, sep="\n  ")
    assert len(others) == 60
    assert len(read) <= 5


@pytest.mark.parametrize("text", ["", " ", "\n\n", "????", "…" * 3_000, "1 2 3 " * 3_000, "€" * 100])
def test_nothing_trips_it(text):
    [chances] = together([Said(text, opens=True)])
    assert sum(chances) == pytest.approx(1)
