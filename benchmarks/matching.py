"""How well names are matched to schools: `python benchmarks/matching.py --links school_links.csv --history exams.csv`.

Half of the cases (by their own text) is for tuning thresholds, the other half is reported. `--show wrong` lists
the cases behind a figure.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from matching_cases import Case, cases, link_cases
from rapidfuzz import fuzz, process, utils

from sto_cli.register.load import load_register
from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.results import Known, SearchResult

FIRST = 5
SCORER_FOUND, SCORER_CLEAR_BY = 90, 5


@dataclass
class Tally:
    """Counts of one kind of trouble."""

    cases: int = 0
    right: int = 0
    wrong: int = 0
    offered: int = 0

    @property
    def decided(self) -> int:
        return self.right + self.wrong

    def row(self) -> tuple[str, str, str]:
        precision = f"{100 * self.right / self.decided:.1f}" if self.decided else "-"
        return (
            precision,
            f"{100 * self.decided / self.cases:.0f}",
            f"{100 * (self.right + self.offered) / self.cases:.1f}",
        )


def without_members(register: Register) -> Register:
    """The register without the members that pages name: their names come from the very pages that are tested."""
    regions = {id_: region._replace(members=()) for id_, region in register.regions.items()}
    facts = {entry.id: entry for entry in register.participations}
    return Register(regions, register.schools, facts, fingerprint=f"{register.fingerprint}-bare")


def verdict(case: Case, answer: SearchResult) -> str:
    """`right`, `wrong`, `offered` (not decided, the right one among the first five) or `open`.

    Where no school is right, an answer that decides nothing is as it should be: `offered`.
    """
    if answer.best is not None:
        return "right" if answer.best.id in case.right else "wrong"
    if not case.right or any(match.id in case.right for match in answer.candidates[:FIRST]):
        return "offered"
    return "open"


def tallies(judged: Sequence[tuple[Case, str]]) -> dict[str, Tally]:
    found: dict[str, Tally] = defaultdict(Tally)
    for case, said in judged:
        for name in (case.trouble, "all that exist" if case.right else "all that do not exist"):
            tally = found[name]
            tally.cases += 1
            tally.right += said == "right"
            tally.wrong += said == "wrong"
            tally.offered += said == "offered"
    return dict(sorted(found.items()))


def print_table(title: str, found: dict[str, Tally]) -> None:
    print(f"\n{title}\n{'trouble':36}{'cases':>6}{'precision':>11}{'decided':>9}{'in five':>9}{'wrong':>7}{'open':>6}")
    for name, tally in found.items():
        precision, decided, five = tally.row()
        left = tally.cases - tally.right - tally.wrong - tally.offered
        print(f"{name:36}{tally.cases:6}{precision:>11}{decided:>9}{five:>9}{tally.wrong:7}{left:6}")


def ready_made(register: Register, found: Sequence[Case]) -> None:
    """The scorers of rapidfuzz on the same cases, over name and place of every school.

    A scorer decides when its best is at least 90 and the next best of another school at least 5 less.
    """
    codes = list(register.schools)
    written = [f"{school.name} {school.town}" for school in register.schools.values()]
    print(f"\n{'scorer':36}{'cases':>6}{'precision':>11}{'decided':>9}{'in five':>9}{'wrong':>7}{'first':>7}")
    for name in ("WRatio", "ratio", "token_sort_ratio", "token_set_ratio"):
        tally, first = Tally(len(found)), 0
        for case in found:
            query = f"{case.query} {case.place}".strip()
            best = process.extract(
                query, written, scorer=getattr(fuzz, name), limit=FIRST, processor=utils.default_process
            )
            ids = [codes[at] for _, _, at in best]
            first += bool(ids) and ids[0] in case.right
            if len(best) > 1 and best[0][1] >= SCORER_FOUND and best[0][1] - best[1][1] >= SCORER_CLEAR_BY:
                tally.right += ids[0] in case.right
                tally.wrong += ids[0] not in case.right
            else:
                tally.offered += bool(case.right & set(ids)) or not case.right
        precision, decided, five = tally.row()
        print(
            f"{name:36}{tally.cases:6}{precision:>11}{decided:>9}{five:>9}{tally.wrong:7}"
            f"{100 * first / max(1, sum(bool(case.right) for case in found)):7.1f}"
        )


def links(register: Register, path: Path) -> None:
    """What the program alone would make of the links of a list of member schools: their names and places as given."""
    matcher = Matcher(register)
    counts: dict[str, int] = defaultdict(int)
    for case in link_cases(register, path):
        if case.trouble == "page: name, place apart":
            answer = matcher.find(case.query, place=case.place or None, known=Known(exams_first=True))
            said = verdict(case, answer)
            among = {match.id for match in answer.possible}
            several = said == "offered" and len(case.right) > 1 and among <= case.right
            counts["right (these very locations)" if several else said] += 1
        elif case.trouble == "no such school: on a page":
            counts[
                "claimed though in no register"
                if matcher.find(case.query, place=case.place or None, known=Known(exams_first=True)).best
                else "rightly not claimed"
            ] += 1
    print(
        "\nlinks of the list, by the program alone: " + ", ".join(f"{count} {name}" for name, count in counts.items())
    )


def show(judged: Sequence[tuple[Case, str]], answers: Sequence[SearchResult], wanted: str) -> None:
    for (case, said), answer in zip(judged, answers, strict=True):
        if said != wanted:
            continue
        print(f"\n{case.trouble}: {case.query!r}, {case.place!r} -> {'+'.join(sorted(case.right))}: {answer.outcome}")
        for match in (answer.best,) if answer.best else answer.candidates[:FIRST]:
            print(f"    {match.score:.3f} {match.id} {match.name}, {match.town}; {match.matched} {match.evidence}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--links", type=Path, help="a CSV of member schools: school_name, place, vestigingscodes, certainty"
    )
    parser.add_argument("--history", type=Path, help="DUO's file of exam candidates 2019-2024")
    parser.add_argument("--half", choices=("tune", "report", "both"), default="report")
    parser.add_argument("--trouble", default="", help="only the kinds whose name holds this")
    parser.add_argument(
        "--show", choices=("wrong", "open", "offered", "right"), help="list the cases with this verdict"
    )
    parser.add_argument("--scorers", action="store_true", help="compare with the scorers of rapidfuzz")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    register = without_members(load_register())
    found = [case for case in cases(register, options.links, options.history) if options.half in {"both", case.half}]
    found = [case for case in found if options.trouble in case.trouble]
    matcher = Matcher(register)
    matcher.find("warm up")
    start = time.process_time()
    answers = [matcher.find(case.query, place=case.place or None, known=Known(exams_first=True)) for case in found]
    seconds = time.process_time() - start
    judged = [(case, verdict(case, answer)) for case, answer in zip(found, answers, strict=True)]
    print_table(f"half: {options.half}", tallies(judged))
    print(f"\n{len(found)} rows in {seconds:.2f} s of processor time: {len(found) / seconds:.0f} rows a second")
    if options.show:
        show(judged, answers, options.show)
    if options.scorers:
        ready_made(register, found)
    if options.links:
        links(register, options.links)


if __name__ == "__main__":
    main()
