"""Writes language/question_signs.json: how much each sign of a sentence speaks for each of the six questions.

    python tools/learn_questions.py            # learn from all letters and answers, and write the table
    python tools/learn_questions.py --measure  # learn from some of the letters, and say how the others are read

The examples are letters in which every sentence is marked, and sentences that stood under headings of the questions
(`tools/letters/`). The table is a logistic regression over the signs of `sto_cli/plans/reading/question_of_text.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sto_cli.plans.reading.question_of_text import CLASSES, Learned, Said, signs, together

ROOT = Path(__file__).resolve().parent.parent
LETTERS = ROOT / "tools" / "letters"
ANSWERS = "answers.tsv"
TABLE = ROOT / "sto_cli" / "plans" / "language" / "question_signs.json"
ROUNDS, STEP, DECAY = 12, 0.25, 2e-5
FEWEST = {True: 2, False: 3}
"""Sentences that a word, or a pair of words, must occur in."""

WEAKEST = 0.2
"""What a sign must weigh for some class to be worth keeping."""


class Marked(NamedTuple):
    """A sentence, the questions that it answers (the main one first), and whether it begins a paragraph."""

    text: str
    marks: tuple[int, ...]
    opens: bool


Letter = list[Marked]


def letters(folder: Path = LETTERS) -> list[Letter]:
    """Return the marked letters of all hands; a line of dashes ends a letter, an empty one a paragraph."""
    found: list[Letter] = []
    for path in sorted(folder.glob("*.tsv")):
        if path.name != ANSWERS:
            found += [_letter(text) for text in path.read_text("utf-8").split("\n---\n")]
    return found


def _letter(text: str) -> Letter:
    sentences, opens = [], True
    for line in text.splitlines():
        marks, tab, words = line.partition("\t")
        if tab and words.strip():
            sentences.append(Marked(words.strip(), tuple(map(int, marks.strip())), opens))
        opens = not line.strip()
    return sentences


def answers(folder: Path = LETTERS) -> list[tuple[str, int]]:
    """Return sentences that stood under headings, each with the number of its question."""
    lines = (line.partition("\t") for line in (folder / ANSWERS).read_text("utf-8").splitlines())
    return [(text, int(mark)) for mark, _, text in lines]


def learn(examples: Sequence[tuple[str, int]]) -> dict[str, list[float]]:
    """Return the weight of each sign for each class."""
    rows = [(list(signs(text)), mark) for text, mark in examples]
    counts = Counter(sign for row, _ in rows for sign in row)
    known = {sign for sign, count in counts.items() if count >= FEWEST[" " not in sign]}
    rows = [([*(sign for sign in row if sign in known), ""], mark) for row, mark in rows]
    weights = {sign: [0.0] * CLASSES for sign in [*sorted(known), ""]}
    order = random.Random(1)
    for turn in range(ROUNDS):
        order.shuffle(rows)
        step = STEP / (1 + turn)
        for row, mark in rows:
            chances = _chances(weights, row)
            for sign in row:
                weight = weights[sign]
                for key in range(CLASSES):
                    weight[key] += step * ((key == mark) - chances[key] - DECAY * 100 * weight[key])
    return weights


def _chances(weights: dict[str, list[float]], row: Sequence[str]) -> list[float]:
    sums = [sum(weights[sign][key] for sign in row) for key in range(CLASSES)]
    most = max(sums)
    parts = [math.exp(one - most) for one in sums]
    total = sum(parts)
    return [part / total for part in parts]


def _write(learned: dict[str, object]) -> None:
    others = (name for name in learned if name != "signs")
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(learned[name])}" for name in others)
    found = learned["signs"]
    assert isinstance(found, dict)
    signs_ = ",\n".join(
        f"  {json.dumps(sign, ensure_ascii=False)}: {json.dumps(weight, separators=(',', ':'))}"
        for sign, weight in found.items()
    )
    TABLE.write_text(f'{{\n{lines},\n "signs": {{\n{signs_}\n }}\n}}\n', "utf-8")


def table(marked: Sequence[Letter], told: Sequence[tuple[str, int]]) -> dict[str, object]:
    """Return all that is learned: the weights of signs, and the chances with which questions follow each other."""
    examples = [(one.text, one.marks[0]) for letter in marked for one in letter] + list(told)
    weights = {
        sign: [round(one * 100) for one in weight]
        for sign, weight in learn(examples).items()
        if max(map(abs, weight)) >= WEAKEST
    }
    return {"examples": digest(marked, told), "signs": weights, **_following(marked)}


def digest(marked: Sequence[Letter], told: Sequence[tuple[str, int]]) -> str:
    """Return a sum over all examples: a table says by it what it was learned from."""
    return hashlib.sha256(repr((marked, told)).encode()).hexdigest()


def _following(marked: Sequence[Letter]) -> dict[str, list[list[int]]]:
    """Return how likely each class follows each other, within a paragraph and after one; hundredths of logarithms.

    The last row is that of the beginning.
    """
    counts = {name: [[0.3] * CLASSES for _ in range(CLASSES + 1)] for name in ("within", "after")}
    for letter in marked:
        counts["after"][CLASSES][letter[0].marks[0]] += 1
        for one, other in pairwise(letter):
            counts["after" if other.opens else "within"][one.marks[0]][other.marks[0]] += 1
    return {
        name: [[round(100 * math.log(one / sum(row))) for one in row] for row in rows] for name, rows in counts.items()
    }


def as_text(learned: dict[str, object]) -> str:
    """Write a table with a sign on every line, so that a change of it can be read."""
    found = learned["signs"]
    assert isinstance(found, dict)
    others = (name for name in learned if name != "signs")
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(learned[name])}" for name in others)
    rows = ",\n".join(
        f"  {json.dumps(sign, ensure_ascii=False)}: {json.dumps(weight, separators=(',', ':'))}"
        for sign, weight in found.items()
    )
    return f'{{\n{lines},\n "signs": {{\n{rows}\n }}\n}}\n'


def measured(marked: Sequence[Letter], parts: int = 3) -> tuple[int, int]:
    """Return how many sentences of letters that were not learned from are put under a question they answer, of all."""
    right = count = 0
    for part in range(parts):
        learned = Learned(**table([one for at, one in enumerate(marked) if at % 3 != part], answers()))
        for letter in [one for at, one in enumerate(marked) if at % 3 == part]:
            told = together([Said(one.text, one.opens) for one in letter], learned)
            for one, chances in zip(letter, told, strict=True):
                count += 1
                right += max(range(CLASSES), key=chances.__getitem__) in one.marks
    return right, count


def main() -> None:
    """Learn, or measure."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--measure", action="store_true", help="learn from two of three letters, and read the others")
    if asked.parse_args().measure:
        right, count = measured(letters())
        print(f"{right} of {count} sentences under a question that they answer ({right / count:.1%})")
    else:
        TABLE.write_text(as_text(table(letters(), answers())), "utf-8")


if __name__ == "__main__":
    main()
