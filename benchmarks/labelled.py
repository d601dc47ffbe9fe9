"""Counts how well plans by other hands are understood and judged, against what a person said of them before.

python benchmarks/labelled.py [-v] [SET...]

A set is a folder with plans, `expected.tsv` (file, line, grade must | talk | clean, kind, remark; the line of a text,
`Q4` in a document, 1 for the whole plan) and `facts.tsv` (file, fact, value). `labelled/kinds.tsv` says which rules
answer a kind of remark. Every set was counted once before anybody looked into it: docs/betrouwbaarheid.md.

- seen: a remark that must be made, and a finding of one of its rules at that place (3 lines), or anywhere for kinds
  about the whole plan;
- false: an error or warning that no remark explains, by its rule or within 2 lines; not those that ask the register,
  since names and profiles of schools in these plans are from memory;
- facts: understood as the label says, and wrong: said, and said otherwise.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).parent / "labelled"
OF_THE_REGISTER = {"profile-not-offered", "region-mismatch", "unknown-school", "unknown-region"}
MONEY = {"asked": ("asked", "subsidy"), "total": ("total", "stated_total"), "others": ("others", "cofinancing")}
CODES = {"groen": "gr", "t": "mt"}
COMMON = {"college", "school", "vmbo", "locatie"}

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def ask(*words: str | Path) -> dict:
    run = subprocess.run(
        [sys.executable, "-m", "sto_cli", *map(str, words), "--format", "json"], capture_output=True, check=False
    )
    try:
        return json.loads(run.stdout)
    except ValueError:
        return {}


class Remarks:
    """What was said of the plans of a set, held against what the program finds."""

    def __init__(self, folder: Path) -> None:
        self.kinds = {row["kind"]: row for row in rows(HERE / "kinds.tsv")}
        self.folder = folder
        self.labels: dict[str, list[Row]] = defaultdict(list)
        for row in rows(folder / "expected.tsv"):
            self.labels[row["file"]].append(row)

    def count(self, tell: Callable[[str], None]) -> Counter[str]:
        count: Counter[str] = Counter(plans=len(self.labels))
        for name, labels in sorted(self.labels.items()):
            findings = (ask("validate", self.folder / name).get("files") or [{"findings": []}])[0]["findings"]
            for label in labels:
                if label["grade"] == "must":
                    seen = any(self.answers(finding, label) for finding in findings)
                    count["musts"] += 1
                    count["seen"] += seen
                    if not seen:
                        tell(f"missed {name}:{label['line']} {label['kind']}: {label['remark']}")
            for finding in self.unexplained(findings, labels):
                count["false"] += 1
                count["errors"] += finding["severity"] == "error"
                tell(f"false {name}:{finding.get('line') or ''} {finding['rule']}: {finding['message']}")
        return count

    def answers(self, finding: dict, label: Row) -> bool:
        kind = self.kinds.get(label["kind"])
        if kind is None:
            return label["line"] != "1" and near(finding, label, 3)
        return finding["rule"] in kind["rules"].split() and (kind["anywhere"] == "yes" or near(finding, label, 3))

    def unexplained(self, findings: Iterable[dict], labels: Iterable[Row]) -> list[dict]:
        known = [label for label in labels if label["grade"] in {"must", "talk"}]
        heavy = [one for one in findings if one["severity"] != "tip" and one["rule"] not in OF_THE_REGISTER]
        return [
            one
            for one in heavy
            if not any(self.answers(one, label) or (label["line"] != "1" and near(one, label, 2)) for label in known)
        ]


def near(finding: dict, label: Row, lines: int) -> bool:
    place, line = label["line"], finding.get("line")
    if place.isdigit() and line is not None:
        return abs(line - int(place)) <= lines
    question = re.fullmatch(r"Q?(\d)", place)
    return place == "1" or (question is not None and str(finding.get("question")) == question[1])


def plain(text: object) -> str:
    return re.sub(r"[^a-z0-9]", "", str(text).lower())


def telling(text: object) -> set[str]:
    return set(re.findall(r"\w{4,}", str(text).lower())) - COMMON


def understood(fact: str, value: str, shown: dict) -> tuple[bool, bool]:
    """Return whether a fact is understood, and whether something else is said."""
    plan, costs, school = shown.get("plan") or {}, shown.get("costs") or {}, shown.get("school") or {}
    if fact == "school":
        hit = bool(telling(value) & telling(f"{school.get('name')} {school.get('place')} {plan.get('school')}"))
        return hit and bool(school), bool(school) and not hit
    if fact == "profiles":
        wanted = {CODES.get(plain(one), plain(one)) for one in value.split(",")}
        given = {plain(one) for one in plan.get("profiles") or []}
        return given == wanted, bool(given - wanted)
    if fact in MONEY:
        said = [costs[key] for key in MONEY[fact] if costs.get(key) is not None]
        hit = any(abs(float(one) - float(value)) < 1 for one in said)
        return hit or (not said and float(value) == 0), bool(said) and not hit
    if fact in {"start", "end"}:
        day = str((plan.get("period") or {}).get(fact) or "")
        return day[:7] == value[:7], bool(day) and day[:7] != value[:7]
    if fact == "pupils":
        return str(plan.get("pupils")) == value, plan.get("pupils") not in {None, int(value)}
    if fact == "partners":
        return _partners(value, plan.get("cooperation") or []), False
    given = [one for one in plan.get(fact) or [] if fact != "milestones" or one.get("date")]
    off = abs(len(given) - int(value))
    return off <= (fact == "activities"), bool(given) and off > 1


def _partners(value: str, given: list[dict]) -> bool:
    names = [plain(re.sub(r"\(.*?\)", "", one)) for one in value.split(",")]
    each = [plain(one.get("partner")) for one in given]
    return all(any(name in one for one in each) for name in names) and len(given) >= min(2, len(names))


def facts(folder: Path, tell: Callable[[str], None]) -> tuple[Counter[str], dict[str, str]]:
    count: Counter[str] = Counter()
    shown: dict[str, dict] = {}
    for row in rows(folder / "facts.tsv"):
        name, fact = row["file"], row["fact"]
        shown.setdefault(name, ask("plan", "show", folder / name) if name not in shown else {})
        hit, wrong = understood(fact, row["value"], shown[name])
        count.update({"facts": 1, "understood": hit, "wrong": wrong, f"{fact} of": 1, f"{fact} hit": hit})
        if not hit:
            tell(f"{'wrong' if wrong else 'open'} {name} {fact}: {row['value']}")
    kinds = [key.removesuffix(" of") for key in count if key.endswith(" of")]
    return count, {kind: f"{count[f'{kind} hit']}/{count[f'{kind} of']}" for kind in kinds}


def _silent(_text: str) -> None:
    pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="*", type=Path, help="folders; all beside this file when none is named")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what was missed, false, open or wrong")
    options = parser.parse_args()
    tell = print if options.verbose else _silent
    for folder in options.sets or sorted(path for path in HERE.iterdir() if path.is_dir()):
        found, (known, kinds) = Remarks(folder).count(tell), facts(folder, tell)
        print(
            f"{folder.name}: {found['seen']} of {found['musts']} remarks seen, {found['false']} false in"
            f" {found['plans']} plans ({found['errors']} errors); {known['understood']} of {known['facts']} facts"
            f" understood, {known['wrong']} wrong {kinds}"
        )


if __name__ == "__main__":
    main()
