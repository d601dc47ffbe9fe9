"""Looks for what grows faster than the plan: judges plans of one, two and four times a size, kind by kind.

    python benchmarks/growth.py [--seconds 300] [--seed 1] [KIND...]

The words come from the realistic plans of the tests, so that every rule is asked; signs are repeated besides. Printed
is what takes more than six times as long at four times the size (linear: four), or over two seconds at its largest.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sto_cli.plans.judging import judge_text
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.reading import read_plan
from sto_cli.register.load import load_register

ROOT = Path(__file__).parent.parent
PLANS = ROOT / "tests" / "plans" / "realistic" / "tuning"
DUTCH = dict(
    zip(QUESTIONS, ("regiovisie", "doelen", "activiteiten", "mijlpalen", "samenwerking", "middelen"), strict=True)
)
SIGNS = (
    " ", "\t", "-", "- ", ".", ". ", ",", ", ", ";", ":", ": ", "(", ")", "()", "[", "'", "\"", "*", "**", "#", " #",
    "|", " | ", "€", "€ ", "€ 1 ", "1", "1 ", "1.", "1,", "1-", "1 x ", "1 + ", "1 = ", "10% ", "1.000 ", "2026 ",
    "2026-", "1 mei ", "mei ", "week 40 ", "Q1 ", "12:30 ", "a", "a ", "A", "Aa", "Aa ", "é", "a-", "a_", "a/", "a.b",
    "a@b.nl ", "www.a.nl ", "http://a/", "en ", "of ", "van ", "per ", "voor ", "met ", "niet ", "? ", "! ", "... ",
    "TODO ", "x ", "uur ", "doel 1 ", "g1 ", "mbo ", "00AH17 ", "7545BN ", "college ", "twente ", "\xa0", "\u200b",
    "́", "nog invullen ", "dezelfde ", "waarvan ",
)  # fmt: skip
SLOW, SQUARE, WORTH = 2.0, 6.0, 0.25


class Kind(NamedTuple):
    name: str
    make: Callable[[int], str]
    size: int


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("kinds", nargs="*")
    asked = parser.parse_args()
    register, end, tried = load_register(), time.process_time() + asked.seconds, 0
    print(f"{'kind':<70}{'size':>8}" + f"{'seconds':>24}")
    for kind in kinds(random.Random(asked.seed)):
        if time.process_time() > end:
            break
        if asked.kinds and not any(one in kind.name for one in asked.kinds):
            continue
        tried += 1
        spent = []
        for times in (1, 2, 4):
            text = kind.make(kind.size * times)
            start = time.process_time()
            judge_text(text, "plan.yaml" if "text:" not in kind.name else "plan.txt", register, date(2026, 11, 27))
            spent.append(time.process_time() - start)
        if spent[-1] > SLOW or (spent[-1] > WORTH and spent[-1] > SQUARE * spent[0]):
            print(f"{kind.name[:68]!s:<70}{kind.size:>8}" + "".join(f"{one:8.3f}" for one in spent), flush=True)
    print(f"{tried} kinds")


def kinds(chance: random.Random) -> Iterator[Kind]:
    """Yield the kinds: whole lists first, then each sentence and each sign again and again."""
    said = sentences()
    for question, texts in said.items():
        chance.shuffle(texts)
        yield Kind(f"list of {question}", lambda n, q=question, t=texts: plan(q, points(t, n)), 1_200)
        yield Kind(f"lines of {question}", lambda n, q=question, t=texts: plan(q, block(t, n)), 1_200)
        yield Kind(f"text: {question}", lambda n, q=question, t=texts: "Doelen\nRegiovisie\n" + mail(q, t, n), 400)
        yield Kind(f"one line of {question}", lambda n, q=question, t=texts: plan(q, line(t, n)), 240_000)
    everything = [(question, text) for question, texts in said.items() for text in texts]
    chance.shuffle(everything)
    signs = [(question, sign) for sign in SIGNS for question in QUESTIONS]
    for question, text in [*signs, *everything]:
        unit = text if text.endswith(" ") or len(text) < 5 else f"{text} "
        name = f"{question}: {text!r}"
        yield Kind(f"{name} in a line", lambda n, q=question, u=unit: plan(q, quoted(u * (n // len(u)))), 2_400)
        yield Kind(f"{name} as points", lambda n, q=question, u=unit: plan(q, points([u], n)), 300)
        if (question, text) in signs:
            yield Kind(
                f"{name} in a long line", lambda n, q=question, u=unit: plan(q, quoted(u * (n // len(u)))), 200_000
            )
            yield Kind(f"text: {name}", lambda n, q=question, u=unit: mail(q, [u * (n // len(u))], 1), 24_000)


def sentences() -> dict[str, list[str]]:
    """Return what the realistic plans say, by question."""
    said: dict[str, list[str]] = {question: [] for question in QUESTIONS}
    for path in sorted(PLANS.iterdir()):
        if path.suffix in {".yaml", ".txt", ".md"} and ".labels" not in path.name:
            read = read_plan(path.read_bytes(), path.name).plan
            for answer in read.answers if read is not None else ():
                said[answer.key] += [item.text for item in answer.items if item.text]
    return said


def plan(question: str, answer: str) -> str:
    return "titel: x\n" + "".join(
        f"{word}: {answer if key == question else 'een plan van de school'}\n" for key, word in DUTCH.items()
    )


def points(texts: list[str], number: int) -> str:
    return "".join(f"\n- {quoted(f'{texts[at % len(texts)]} {at}')}" for at in range(number))


def block(texts: list[str], number: int) -> str:
    return "|\n" + "".join(f"  {' '.join(texts[at % len(texts)].split())} {at}\n" for at in range(number))


def mail(question: str, texts: list[str], number: int) -> str:
    return f"{DUTCH[question].title()}\n" + "".join(
        f"{' '.join(texts[at % len(texts)].split())} {at}\n" for at in range(number)
    )


def line(texts: list[str], letters: int) -> str:
    whole = " ".join(texts) + " "
    return quoted((whole * (letters // len(whole) + 1))[:letters])


def quoted(text: str) -> str:
    return "'" + " ".join(text.replace("'", "’").split("\n")) + "'"


if __name__ == "__main__":
    main()
