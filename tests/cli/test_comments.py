"""`sto validate --comments`: the document back, with what was found in its margin."""

import io
import json
import zipfile

import pytest

from sto_cli.files.word.container import Container
from sto_cli.files.word.packing import repack
from sto_cli.files.word.reading import read_word
from sto_cli.messages import Translator
from sto_cli.plans.reading.reading import read_plan
from sto_cli.render.plan.form import FormContent, plan_form

FLAWED = "met-fouten-bedragen-en-data"
GOOD = "onderbouw-technieklab"


@pytest.fixture
def folder(tmp_path, root, monkeypatch):
    """A folder with two plans in Word, one of them in a folder below, as the current folder."""
    (tmp_path / "map").mkdir()
    for name, place in ((FLAWED, "plan.docx"), (GOOD, "map/goed.docx")):
        given = read_plan((root / "examples" / "plans" / f"{name}.yaml").read_bytes(), name)
        (tmp_path / place).write_bytes(plan_form(FormContent(given.english.data), Translator("nl")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def comments(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/comments.xml").decode()


def test_a_copy_beside_the_document_holds_every_finding(sto, folder):
    before = (folder / "plan.docx").read_bytes()
    run = sto("--lang", "nl", "validate", "plan.docx", "--comments", "--format", "json")
    [file] = json.loads(run.out)["files"]
    assert file["copy"] == "plan-met-opmerkingen.docx"
    found = comments(folder / file["copy"])
    assert found.count("<w:comment ") == len(file["findings"])
    assert all(one["rule"] not in found for one in file["findings"])
    assert run.err == "De opmerkingen bij plan.docx staan in plan-met-opmerkingen.docx.\n"
    assert (folder / "plan.docx").read_bytes() == before
    assert read_word((folder / file["copy"]).read_bytes()).blocks[0].text == read_word(before).blocks[0].text


def test_each_comment_stands_at_the_narrowest_place(sto, folder):
    sto("--lang", "nl", "validate", "plan.docx", "--comments")
    with zipfile.ZipFile(folder / "plan-met-opmerkingen.docx") as archive:
        main = archive.read("word/document.xml").decode()
    for text in ("2027-06-31", "d1, d3", "4,5k", "Leerlingen krijgen meer waardering voor techniek."):
        before = main[: main.index(f">{text}<")]
        assert "<w:commentRangeStart" in before[before.rindex("<w:p>") :]


def test_a_copy_is_never_written_over_and_never_read_as_a_plan(sto, folder):
    for _ in range(2):
        sto("--lang", "nl", "validate", ".", "--comments")
    assert sorted(path.name for path in folder.glob("*.docx")) == [
        "plan-met-opmerkingen-2.docx", "plan-met-opmerkingen.docx", "plan.docx",
    ]  # fmt: skip
    run = sto("--lang", "nl", "validate", ".", "--format", "json")
    assert [file["path"] for file in json.loads(run.out)["files"]] == ["plan.docx", "map/goed.docx"]


def test_a_copy_that_came_back_alone_is_a_plan(sto, folder):
    (folder / "plan.docx").rename(folder / "plan-met-opmerkingen.docx")
    run = sto("validate", ".", "--format", "json")
    assert json.loads(run.out)["summary"]["files"] == 2


def test_a_good_plan_gets_no_copy(sto, folder):
    run = sto("validate", "map/goed.docx", "--comments")
    assert (run.code, run.err) == (0, "")
    assert [path.name for path in (folder / "map").iterdir()] == ["goed.docx"]


def test_comments_of_others_stay(sto, folder):
    sto("--lang", "nl", "validate", "plan.docx", "--comments")
    (folder / "plan-met-opmerkingen.docx").rename(folder / "weer.docx")
    content = (folder / "weer.docx").read_bytes()
    container = Container(content)
    part = container.read("word/comments.xml").replace(b'w:author="sto"', b'w:author="Een ander"')
    (folder / "weer.docx").write_bytes(repack(content, {"word/comments.xml": part}))
    sto("--lang", "nl", "validate", "weer.docx", "--comments")
    after = comments(folder / "weer-met-opmerkingen.docx")
    assert after.count('w:author="Een ander"') == after.count('w:author="sto"') > 0


def test_own_comments_of_an_earlier_time_make_way(sto, folder):
    for name in ("plan", "plan-met-opmerkingen"):
        sto("--lang", "nl", "validate", f"{name}.docx", "--comments")
    once, twice = (folder / f"plan{'-met-opmerkingen' * times}.docx" for times in (1, 2))
    assert comments(twice).count("<w:comment ") == comments(once).count("<w:comment ") > 0
    with zipfile.ZipFile(twice) as archive:
        main = archive.read("word/document.xml").decode()
    assert (
        main.count("<w:commentReference ")
        == main.count("<w:commentRangeStart ")
        == comments(twice).count("<w:comment ")
    )


def test_a_document_that_cannot_be_opened_gets_no_copy(sto, folder):
    (folder / "half.docx").write_bytes((folder / "plan.docx").read_bytes()[:3000])
    run = sto("--lang", "nl", "validate", "half.docx", "--comments")
    assert run.code == 1
    assert not list(folder.glob("half-*"))


@pytest.mark.parametrize("name", ["plan.yaml", "brief.txt", "half.docx"])
def test_a_plan_that_can_hold_no_comments_is_judged_and_that_is_said(sto, folder, root, name):
    (folder / "plan.yaml").write_text("titel: x\n", "utf-8")
    (folder / "brief.txt").write_text("Doelen: 10 leerlingen.\n\nActiviteiten: lessen.\n", "utf-8")
    (folder / "half.docx").write_bytes((folder / "plan.docx").read_bytes()[:3000])
    run, plain = (sto("--lang", "nl", "validate", name, *more) for more in (["--comments"], []))
    assert (run.code, run.out) == (plain.code, plain.out)
    assert f"Geen opmerkingen bij {name}. sto zet alleen opmerkingen in een Word-document" in run.err


def test_of_a_folder_it_is_said_which_plans_got_no_comments(sto, folder):
    (folder / "map" / "a.yaml").write_text("titel: x\n", "utf-8")
    (folder / "brief.txt").write_text("Doelen: 10 leerlingen.\n\nActiviteiten: lessen.\n", "utf-8")
    (folder / "lijst.csv").write_text("a;b\n", "utf-8")
    run = sto("--lang", "nl", "validate", ".", "--comments", "--format", "json")
    assert ["copy" in file for file in json.loads(run.out)["files"]] == [False, True, False, False]
    assert "Geen opmerkingen bij 2 plannen: brief.txt, a.yaml." in run.err
    assert "1 bestand is geen plan en is overgeslagen: lijst.csv." in run.err


def test_standard_input_is_judged_without_comments(sto, folder, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"titel: x\n")))
    run = sto("--lang", "nl", "validate", "-", "--comments")
    assert run.code == 1
    assert "Geen opmerkingen bij" in run.err


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_plans_in_word_are_mended_in_word(sto, folder, option):
    before = {path: path.read_bytes() for path in folder.rglob("*.docx")}
    run = sto("--lang", "nl", "validate", ".", option)
    assert "2 plannen zijn Word-documenten: herstel die in Word" in run.err
    assert "--comments" in run.err
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
