"""What strangers may send. Time and memory are measured in benchmarks/hostile_plans.py; here: a clear answer."""

from __future__ import annotations

import pytest
import yaml

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_file, judge_text


def rules(content):
    return {finding.rule for finding in judge_text(content, "plan.yaml").findings}


def bomb():
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join(['*' + p] * 9)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)]
    return "\n".join([*lines, "doelen: *i"])


HOSTILE = {
    "alias bomb": (bomb(), {"too-large"}),
    "deep list": ("doelen: " + "[" * 100_000, {"too-large"}),
    "deep list over lines": ("doelen:\n" + "  [\n" * 5_000, {"too-large"}),
    "deep list in the middle": ("titel: x\ndoelen: [a, b, " + "[" * 2_000 + "]" * 2_000 + "]\n", {"too-large"}),
    "deep questions": ("doelen:\n" + "? " * 5_000 + "x", {"yaml-syntax"}),
    "deep group": ("doelen: " + "{a: " * 50_000, {"too-large"}),
    "deep dashes": ("doelen:\n" + "- " * 50_000 + "x", {"too-large"}),
    "many points": ("doelen:\n" + "- a\n" * 200_000, {"too-large"}),
    "many headings": ("".join(f"kop{n}: x\n" for n in range(60_000)), {"too-large"}),
    "more than 1 MB": ("regiovisie: " + "a" * 1_000_001, {"too-large"}),
    "zero bytes": (b"titel: x\0\0\0", {"not-a-plan"}),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), {"not-a-plan"}),
    "reference to itself": ("doelen: &a [*a]", {"yaml-syntax"}),
    "an object": ("titel: !!python/object/apply:os.system [echo]", {"yaml-syntax"}),
    "terminal control": ("titel: \x1b[31mrood\x1b]0;x\x07", {"yaml-syntax"}),
    "half a character": ("titel: \ud800", {"yaml-syntax"}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_plans_get_a_finding(name):
    content, expected = HOSTILE[name]
    assert expected <= rules(content)


ODD = {
    "huge heading": "x" * 900_000 + ": y\ntitel: z",
    "many misspelt headings": "".join(f"titl{n}: x\n" for n in range(2_000)) + "doelen: x\nregiovisie: y",
    "one heading a thousand times": "titel: x\n" * 1_500,
    "huge number": "totaal: " + "9" * 900_000 + "\ndoelen: x",
    "huge date": "mijlpalen: [{datum: " + "1-" * 100_000 + ", mijlpaal: x}]",
    "long line of digits and points": "middelen: " + "1.2" * 300_000,
    "direction marks": "titel: \u202e\u2066abc\nregiovisie: x",
    "combining marks": "titel: e" + "\u0301" * 50_000,
    "digits of other scripts": "totaal: ١٢٣\ndoelen: ٣ leerlingen",
    "wrong in every point": "doelen:\n" + "- {goal: [], x: 1}\n" * 800,
    "colons everywhere": "doelen:\n" + "- a: b: c: d\n" * 1_000,
    "tabs everywhere": "doelen:\n" + "\t- a\n" * 5_000,
    "only line ends": "\r\n" * 300_000,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_plans_are_judged_and_every_sentence_is_short(name):
    judgement = judge_text(ODD[name], "plan.yaml")
    assert judgement.findings
    for finding in judgement.findings:
        assert len(Translator("nl").say(finding.message)) < 300


def test_of_a_file_of_100_mb_only_the_first_megabyte_is_read(tmp_path):
    path = tmp_path / "plan.yaml"
    with path.open("wb") as stream:
        stream.write(b"titel: x\n")
        stream.truncate(100_000_000)
    judgement = judge_file(path)
    assert [finding.rule for finding in judgement.findings] == ["too-large"]
    assert judgement.source == ""


GOOD = {
    "titel": "Technieklab", "school": "00AH17", "regio": "twente", "profielen": ["ZW", "DP"], "vormen": ["onderbouw"],
    "periode": {"begin": "2026-08-01", "eind": "2028-07-31"},
    "regiovisie": "Elke leerling kent techniek voor de keuze.",
    "doelen": [{"id": "d1", "doel": "Alle 160 leerlingen volgen modules", "meetbaar": "van 12 naar 30"}],
    "activiteiten": [{"activiteit": "Een lokaal inrichten", "doelen": ["d1"], "vorm": "onderbouw"}],
    "mijlpalen": [{"datum": "2026-11-01", "mijlpaal": "Het lokaal is klaar"}],
    "samenwerking": [{"partner": "ROC van Twente", "soort": "mbo", "hoe": "Denkt mee"}],
    "middelen": [{"post": "Inrichting", "bedrag": 14000, "cofinanciering": "nee"}], "totaal": 14000,
}  # fmt: skip
STRANGE = [{"x": None}, ["x", {"x": ["y"]}], "x"]


def with_strange_values(value, strange):
    """Yield a value as often as there are values in it, one of them replaced each time."""
    yield strange
    for key, inside in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        for changed in with_strange_values(inside, strange):
            yield {**value, key: changed} if isinstance(value, dict) else [*value[:key], changed, *value[key + 1 :]]


@pytest.mark.parametrize("strange", STRANGE, ids=repr)
def test_a_strange_value_trips_no_rule(strange, register):
    for plan in with_strange_values(GOOD, strange):
        content = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
        found = [one for one in judge_text(content, "plan.yaml", register).findings if one.rule == "not-judged"]
        assert not found, content
