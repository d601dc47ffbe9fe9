"""How questions are answered as they are asked, by kind: `python benchmarks/asked.py [--half HALF] [--show VERDICT]`.

The questions are those of `tests/queries/asked`; every second one of a file is the half apart, on which nothing was
tuned before it was counted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "search"))

from labelled_queries import Query, asked_questions, asked_verdict

from sto_cli.register.load import load_register
from sto_cli.search.find import Matcher
from sto_cli.search.results import SearchResult

VERDICTS = ("right", "offered", "refused", "wrong")
HALVES = ("tune", "apart")


def half_of(questions: list[Query]) -> dict[Query, str]:
    """Return the half that each question belongs to: every second one of a kind is apart."""
    numbers: Counter[str] = Counter()
    halves = {}
    for question in questions:
        halves[question] = HALVES[numbers[question.kind] % 2]
        numbers[question.kind] += 1
    return halves


def show(question: Query, answer: SearchResult) -> None:
    """Print one question with what was made of it."""
    print(
        f"\n{question.kind}: {question.query} -> {'+'.join(sorted(question.meant))}: {answer.outcome} {answer.reason}"
    )
    for match in (answer.best,) if answer.best else answer.candidates:
        print(f"    {match.score:.3f} {match.id} {match.name}, {match.town}, {match.street}; {match.evidence}")


def main() -> None:
    """Count the questions of one half, or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=(*HALVES, "both"), default="both")
    parser.add_argument("--show", choices=VERDICTS, action="append", default=[], help="list those with this verdict")
    options = parser.parse_args()
    matcher = Matcher(load_register())
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for question, half in half_of(asked_questions()).items():
        if options.half not in {"both", half}:
            continue
        answer = matcher.find(question.query)
        said = asked_verdict(question, answer)
        table[question.kind][said] += 1
        table["~ all"][said] += 1
        if said in options.show:
            show(question, answer)
    print(f"{'kind':24}" + "".join(f"{one:>9}" for one in VERDICTS))
    for kind, counts in sorted(table.items()):
        print(f"{kind:24}" + "".join(f"{counts[one]:9}" for one in VERDICTS))


if __name__ == "__main__":
    main()
