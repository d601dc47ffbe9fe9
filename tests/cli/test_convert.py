"""`sto plan convert`: a plan in Word becomes YAML, and the other way round."""

import pytest

from sto_cli.files.word.blocks import WordParagraph
from sto_cli.files.word.reading import read_word
from sto_cli.plans.reading.reading import read_plan


@pytest.fixture
def here(tmp_path, root, monkeypatch):
    (tmp_path / "plan.yaml").write_bytes((root / "examples/plans/zorg-en-techniek-aan-bed.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_and_back_the_plan_says_the_same(sto, here):
    assert sto("plan", "convert", "plan.yaml", "--output", "plan.docx").code == 0
    run = sto("--lang", "nl", "plan", "convert", "plan.docx", "--output", "terug.yaml")
    assert (run.code, run.out, run.err) == (0, "", "plan.docx staat nu ook in terug.yaml.\n")
    first, last = (read_plan((here / name).read_bytes(), name) for name in ("plan.yaml", "terug.yaml"))
    assert last.plan == first.plan
    assert not last.findings


def test_what_is_no_plan_is_not_converted(sto, here):
    (here / "x.yaml").write_text("dit is geen plan", "utf-8")
    run = sto("plan", "convert", "x.yaml", "--output", "x.docx")
    assert (run.code, run.out) == (1, "")
    assert "not-a-plan" in run.err
    assert not (here / "x.docx").exists()


@pytest.mark.parametrize(("output", "more"), [("plan.txt", []), ("plan.yaml", []), ("plan.yaml", ["--force"])])
def test_another_kind_and_the_plan_itself_are_refused(sto, here, output, more):
    before = (here / "plan.yaml").read_bytes()
    run = sto("plan", "convert", "plan.yaml", "--output", output, *more)
    assert (run.code, run.out) == (2, "")
    assert (here / "plan.yaml").read_bytes() == before


def test_a_second_text_under_one_heading_is_not_lost(sto, here):
    plan = (here / "plan.yaml").read_text("utf-8")
    (here / "two.yaml").write_text(f"{plan}\nvision: A second vision.\n", "utf-8")
    for output in ("two.docx", "again.yaml"):
        assert sto("plan", "convert", "two.yaml", "--output", output).code == 0
    texts = [
        block.text for block in read_word((here / "two.docx").read_bytes()).blocks if isinstance(block, WordParagraph)
    ]
    assert "vision: A second vision." in texts
    assert "# vision: A second vision." in (here / "again.yaml").read_text("utf-8")


def test_what_stands_outside_the_questions_stays_there(sto, here):
    plan = (here / "plan.yaml").read_text("utf-8")
    (here / "two.yaml").write_text(f"{plan}\nvision: A second vision.\n", "utf-8")
    for source, output in (("two.yaml", "one.docx"), ("one.docx", "two.docx"), ("two.docx", "last.yaml")):
        assert sto("plan", "convert", source, "--output", output).code == 0
    assert (here / "last.yaml").read_text("utf-8").count("# vision: A second vision.") == 1
    assert read_plan((here / "last.yaml").read_bytes(), "last.yaml").plan == read_plan(plan, "plan.yaml").plan


def test_leaves_out_what_the_plan_does_not_say(sto, here):
    (here / "short.yaml").write_text("doelen: [{doel: 40 leerlingen doen mee}]\nmijlpalen:\n", "utf-8")
    for source, output in (("short.yaml", "short.docx"), ("short.docx", "back.yaml")):
        assert sto("plan", "convert", source, "--output", output).code == 0
    text = (here / "back.yaml").read_text("utf-8")
    assert "null" not in text
    assert "titel" not in text
    assert "40 leerlingen doen mee" in text
