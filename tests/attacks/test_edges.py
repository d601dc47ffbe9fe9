"""The edges: names that no disk takes, ends of the calendar, places off the earth, and what is written read again."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_cli.lists.decisions import Decision, keep_decisions, read_decisions
from sto_cli.lists.results import Question

GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"
LONG = "a" * 300


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(GOOD, "good.yaml")
    Path("list.csv").write_text("School;Plaats\nHet Stedelijk Alpha;Enschede\n")


@pytest.mark.parametrize("name", [LONG, "weg/" * 2_000 + "x"], ids=["long", "deep"])
def test_a_name_that_no_disk_takes_stops_nobody(sto, name):
    found = json.loads(sto("validate", f"{name}.yaml", "good.yaml", "--format", "json").out)["files"]
    assert [one["path"] for one in found if one.get("valid")] == ["good.yaml"]
    assert json.loads(sto("report", "plans", f"{name}.yaml", "good.yaml", "--format", "json").out)["plans"]


IMPORT = ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026", "--all-take-part"]
NAMES = {
    "plan show": ["plan", "show", "@.yaml"],
    "match": ["match", "@.csv"],
    "match output": ["match", "list.csv", "--output", "@.csv"],
    "data": ["--data", "@", "report", "coverage"],
    "output": ["validate", "good.yaml", "--output", "@.json"],
    "import": [*IMPORT[:3], "@.csv", *IMPORT[4:], "--output", "own", "--yes"],
    "import output": [*IMPORT, "--output", "@", "--yes"],
    "diff": ["data", "diff", "@", "@"],
    "convert": ["plan", "convert", "@.yaml", "--output", "x.docx"],
    "convert output": ["plan", "convert", "good.yaml", "--output", "@.docx"],
}


@pytest.mark.parametrize("command", NAMES)
def test_it_gets_a_sentence(sto, command):
    run = sto(*(word.replace("@", LONG) for word in NAMES[command]))
    assert run.code == 2
    assert run.err


def test_the_longest_name_that_a_disk_takes_is_written(sto):
    name = "a" * 250 + ".json"
    assert sto("validate", "good.yaml", "--output", name).code == 0
    assert json.loads(Path(name).read_text("utf-8"))["summary"]["valid"] == 1


def test_a_plan_with_the_longest_name_is_mended_and_kept(sto):
    name = "a" * 250 + ".yaml"
    text = "titel: T\nmijlpalen: [{datum: 1 oktober 2026, mijlpaal: De werkplaats is ingericht.}]\n"
    Path(name).write_text(text)
    sto("validate", name, "--fix")
    assert "2026-10-01" in Path(name).read_text()
    assert [path.read_text() for path in Path().glob("*.bak")] == [text]


@pytest.mark.parametrize("length", [240, 245, 250, 255])
def test_a_plan_with_a_long_name_gets_its_letter_beside_it(sto, length):
    name = "a" * (length - 5) + ".yaml"
    shutil.copy("good.yaml", name)
    for _ in range(2):
        run = sto("validate", name, "good.yaml", "--letter", "--format", "docx")
        assert run.code in {0, 1}, run.err
    assert len(list(Path().glob("*.docx"))) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_is_followed(sto):
    Path("link.csv").symlink_to("target.csv")
    assert sto("report", "coverage", "--output", "link.csv").code == 0
    assert Path("link.csv").is_symlink()
    assert Path("target.csv").read_bytes()
    assert sto("report", "coverage", "--output", "link.csv").code == 2
    assert sto("report", "coverage", "--output", "link.csv", "--force").code == 0
    assert Path("link.csv").is_symlink()
    Path("lost.csv").symlink_to("nowhere/x.csv")
    assert sto("report", "coverage", "--output", "lost.csv").code == 2
    Path("round.csv").symlink_to("round.csv")
    Path("back.csv").symlink_to("again.csv")
    Path("again.csv").symlink_to("back.csv")
    for name in ("round.csv", "back.csv"):
        assert sto("report", "coverage", "--output", name).code == 2
        assert sto("report", "coverage", "--output", name, "--force").code == 2
        assert Path(name).is_symlink()
    assert sto("report", "coverage", "--output", "/dev/null", "--force").code == 2


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8")
@pytest.mark.parametrize("form", ["json", "text", "html", "csv", "markdown"])
def test_a_name_that_is_not_utf_8_is_taken(sto, form):
    odd = os.fsdecode(b"\xe9\xff")
    Path("good.yaml").rename(f"{odd}.yaml")
    Path("list.csv").rename(f"{odd}.csv")
    assert sto("report", "plans", f"{odd}.yaml", "--format", form).code == 0
    made = sto(*IMPORT[:3], f"{odd}.csv", *IMPORT[4:], "--output", odd, "--yes")
    assert made.code == 0, made.err
    assert sto("--data", odd, "report", "coverage", "--format", form).code == 0
    for command in (["find-region", "00AH17"], ["school", "show", "00AH17"], ["data", "check"], ["data", "sources"]):
        run = sto("--data", odd, *command, "--format", "json")
        assert run.code == 0
        json.loads(run.out)
        assert "\\ud" not in run.out.lower()


SCHOOL = (
    "as_of: 2026-11\nsource: x\nschools:\n  - {id: 99ZZ01, name: Proef College, "
    "address: {street: S 1, postcode: 7545BN, place: Enschede}, municipality: Enschede, "
    "province: Overijssel, coordinates: @, profiles: {PIE: [bl]}}\n"
)


@pytest.mark.parametrize(
    "where", ["[nan, 6]", "[.nan, 6]", "[inf, 6]", "[-.inf, 6]", "[1e400, 6]", "[9999, 6]", "[181, 6]", "[1_000, 6]",
              "['٥٢', 6]", "[52.2]", "[x, y]", "[0x10, 6]"]
)  # fmt: skip
def test_a_place_off_the_earth_is_a_finding(sto, where):
    Path("own").mkdir()
    Path("own/schools.yaml").write_text(SCHOOL.replace("@", where))
    for command in (["school", "show", "99ZZ01"], ["report", "gaps", "--region", "twente"], ["find-region", "99ZZ01"]):
        run = sto("--data", "own", *command, "--format", "json")
        assert run.code == 2
        assert "schools.yaml:4" in run.err
        assert "NaN" not in run.out


@pytest.mark.parametrize("where", ["[52.2112, 6.8593]", "[12, -68.2]", "[-90.0, 180]", "[0, 0]"])
def test_a_place_on_earth_is_none(sto, where):
    Path("own").mkdir()
    Path("own/schools.yaml").write_text(SCHOOL.replace("@", where))
    assert sto("--data", "own", "report", "gaps", "--region", "twente", "--format", "html").code == 0


LATE = (
    "titel: x\nschool: 00AH17\nperiode: 9999-2100\nmijlpalen: [{datum: 9999-12-31, mijlpaal: eind}, "
    "{datum: 9999-12, mijlpaal: eind}, {datum: 0001-01-01, mijlpaal: begin}, {datum: december 9999, mijlpaal: a}, "
    "{datum: week 52 van 9999, mijlpaal: b}]\n"
)


@pytest.mark.sample(1)
@pytest.mark.parametrize("today", ["2026-11-24", "9999-12-31", "0001-01-01"])
def test_the_calendar_has_ends(sto, monkeypatch, today):
    monkeypatch.setenv("STO_TODAY", today)
    Path("late.yaml").write_text(LATE)
    for form in ("text", "json", "csv", "html", "markdown", "ics"):
        assert sto("report", "plans", "late.yaml", "--format", form).code == 0
    for form in ("text", "html", "markdown", "json"):
        assert sto("plan", "show", "late.yaml", "--format", form).code == 0
    for words in (["report", "coverage"], ["report", "gaps"], ["data", "check"], ["plan", "new", "--school", "00AH17"]):
        assert sto(*words).code in {0, 1}
    for day in ("9999-12", "9999", "9999-12-31", "0001", "0001-01-01"):
        assert sto("report", "coverage", "--as-of", day).code == 0
        assert sto("report", "trend", "--at", day).code == 0


SOURCES = [
    "s" * 3_000,
    "a\nb",
    "\x1b[31m\u202e",
    "  ",
    "",
    "\udce9",
    "no",
    "2021",
    ": x",
    "# y",
    "'",
    '"',
    "é",
    "\x85\u2028",
]


@pytest.mark.sample(2)
@pytest.mark.parametrize("source", SOURCES, ids=ascii)
def test_own_data_that_is_written_can_be_read(sto, source):
    run = sto(*IMPORT, "--output", "own", "--yes", "--source", source)
    assert run.code in {0, 2}
    assert Path("own/participation.yaml").exists() == (run.code == 0)
    if run.code == 0:
        assert sto("--data", "own", "report", "coverage", "--format", "json").code == 0
        assert sto("--data", "own", "data", "check").code == 0


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
QUESTIONS = st.builds(Question, name=TEXTS, place=TEXTS, street=TEXTS, postcode=TEXTS, code=TEXTS, website=TEXTS)


@given(st.lists(st.tuples(QUESTIONS, st.none() | st.sampled_from(["00AH17", "x"])), max_size=4))
def test_decisions_that_are_kept_can_be_read(tmp_path_factory, made):
    folder = tmp_path_factory.mktemp("decided")
    asked = {question.plain: Decision(question, school) for question, school in made}
    keep_decisions(folder, asked)
    assert read_decisions(folder) == asked


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@settings(max_examples=settings().max_examples // 4)  # dear
@given(names=st.lists(CELLS, min_size=1, max_size=12))
def test_a_linked_list_can_be_linked_again(tmp_path_factory, ending, names):
    from sto_cli.files.tables import read_sheet
    from sto_cli.lists.columns import find_table
    from sto_cli.lists.list_rows import link_list
    from sto_cli.lists.matching import Linker
    from sto_cli.messages import Translator
    from sto_cli.render.lists.view import linked_csv, linked_xlsx

    folder = tmp_path_factory.mktemp("linked")
    source = folder / "list.csv"
    import csv

    with source.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([["School", "Plaats"], *([name, "Enschede"] for name in names)])
    first = linked(source, Linker, link_list, find_table, read_sheet)
    again = folder / f"again.{ending}"
    if ending == "csv":
        again.write_text("".join(linked_csv(first, Translator("nl"))), encoding="utf-8", newline="")
    else:
        again.write_bytes(linked_xlsx(first, Translator("nl")))
    second = linked(again, Linker, link_list, find_table, read_sheet)
    assert len(second.links) == len(first.links)


def linked(path, linker, link_list, find_table, read_sheet):
    from datetime import date

    table, columns = find_table(read_sheet(path), {})
    return link_list(table, columns, linker(MATCHER(), date(2026, 11, 24), {}))


def MATCHER():  # noqa: N802 - made once
    global _matcher  # noqa: PLW0603
    if _matcher is None:
        from sto_cli.register.load import load_register
        from sto_cli.search.find import Matcher

        _matcher = Matcher(load_register())
    return _matcher


_matcher = None


@pytest.mark.parametrize(
    "written", ["voor 1 oktober 2026", "na 1 oktober 2026", "rond 1 oktober 2026", "uiterlijk 1 oktober 2026",
                "vanaf 1 oktober 2026", "tot 1 oktober 2026", "before 1 October 2026"]
)  # fmt: skip
def test_a_repair_loses_no_word(sto, written):
    Path("plan.yaml").write_text(f"titel: T\nmijlpalen: [{{datum: {written}, mijlpaal: De werkplaats is klaar.}}]\n")
    sto("validate", "plan.yaml", "--fix")
    assert written in Path("plan.yaml").read_text()


@pytest.mark.parametrize("sign", [*"\u200b\ufeff\u2060\u200e\xad\u3164\u2800\xa0\u202e\x1b"])
def test_what_does_not_show_saves_no_formula(sto, sign):
    Path("list.csv").write_text(
        f"School;Plaats;Opmerking\nHet Stedelijk Alpha;Enschede;x {sign}\n{sign}=1+1;x;{sign}@SUM(A1)\n"
    )
    sto("match", "list.csv", "--output", "out.csv")
    written = Path("out.csv").read_text("utf-8-sig").splitlines()[2].split(";")
    assert written[0].startswith("'")
    assert written[2].startswith("'")
