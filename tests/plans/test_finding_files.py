"""Which files are taken when files and folders are named."""

from __future__ import annotations

import os
import sys

import pytest

from sto_cli.errors import UnreadableFile
from sto_cli.plans.checked import Unread
from sto_cli.plans.finding_files import PlanFile, find_plans, one_plan


@pytest.fixture
def folder(tmp_path):
    """A region's folder as people keep it: plans, a sub-folder, and what programs leave behind."""
    for name in (
        "b.yaml", "a.yml", "LUID.YAML", "brief.docx", "plan.yaml.bak", ".pre-commit-config.yaml", "._b.yaml",
        "map.yaml/c.yaml", "sub/diep/d.yml", ".git/e.yaml",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("titel: x\n", encoding="utf-8")
    return tmp_path


def shown(found, folder):
    return [os.path.relpath(plan.shown, folder).replace(os.sep, "/") for plan in found]


def test_takes_plans_in_a_folder_and_below_by_name(folder):
    (folder / "~$brief.docx").touch()
    assert shown(find_plans([str(folder)]), folder) == [
        "LUID.YAML", "a.yml", "b.yaml", "brief.docx", "map.yaml/c.yaml", "sub/diep/d.yml",
    ]  # fmt: skip


def test_takes_a_named_file_whatever_it_is_called(folder):
    names = [str(folder / "brief.docx"), str(folder / ".pre-commit-config.yaml")]
    assert shown(find_plans(names), folder) == ["brief.docx", ".pre-commit-config.yaml"]


def test_takes_each_file_once(folder, monkeypatch):
    monkeypatch.chdir(folder)
    names = ["b.yaml", "./b.yaml", str(folder / "b.yaml"), "sub/../b.yaml", ".", "-", "-"]
    found = [plan.shown for plan in find_plans(names)]
    assert found.count("b.yaml") == 1
    assert found.count("-") == 1
    assert len(found) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_follows_links_to_files_and_keeps_broken_ones(folder):
    (folder / "sub" / "zelfde.yaml").symlink_to(folder / "b.yaml")
    (folder / "sub" / "kwijt.yaml").symlink_to(folder / "nergens.yaml")
    assert shown(find_plans([str(folder / "b.yaml"), str(folder / "sub")]), folder) == [
        "b.yaml", "sub/kwijt.yaml", "sub/diep/d.yml",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders on Windows")
def test_leaves_pipes_alone(folder):
    os.mkfifo(folder / "pijp.yaml")
    assert "pijp.yaml" not in shown(find_plans([str(folder)]), folder)


@pytest.mark.parametrize("name", ["nergens.yaml", "nergens/", ""])
def test_names_what_is_not_there(name):
    assert [type(found) for found in find_plans([name])] == [Unread]


def test_names_a_folder_without_plans_and_goes_on(folder):
    (folder / "leeg").mkdir()
    first, second = find_plans([str(folder / "leeg"), str(folder / "b.yaml")])
    assert isinstance(first, Unread)
    assert "no plans" in first.message.template
    assert isinstance(second, PlanFile)


def test_names_a_closed_folder_and_goes_on(folder):
    (folder / "sub").chmod(0)
    if os.access(folder / "sub", os.R_OK):
        pytest.skip("this user may open every folder")
    found = list(find_plans([str(folder)]))
    (folder / "sub").chmod(0o700)
    assert [type(plan) for plan in found].count(Unread) == 1
    assert len(found) == 5


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_shows_a_name_that_is_no_text(tmp_path):
    (tmp_path / os.fsdecode(b"pl\xe4n.yaml")).write_text("titel: x\n", encoding="utf-8")
    (plan,) = find_plans([str(tmp_path)])
    assert plan.shown.endswith(r"pl\xe4n.yaml")
    assert plan.path.read_text(encoding="utf-8") == "titel: x\n"


PLAN_TEXT = "Doelen\n- Meer techniek\n\nActiviteiten\n- Een open dag in maart\n\nKosten\n- materiaal: 500 euro\n"


def all_of(folder):
    """What is found in a folder, and what is skipped, both by their names in it."""
    skipped = []
    plans = shown(find_plans([str(folder)], skipped), folder)
    return plans, [os.path.relpath(name, folder).replace(os.sep, "/") for name in skipped]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["plan.txt", "Plan.TXT", "mail.md"])
def test_a_text_with_the_questions_is_a_plan(tmp_path, name, encoding):
    (tmp_path / name).write_text(PLAN_TEXT, encoding=encoding)
    assert all_of(tmp_path) == ([name], [])


@pytest.mark.parametrize("text", ["", "bellen met de school over het plan\n", "Kosten: nog vragen\n", "\0\1\2" * 90])
def test_a_text_without_them_is_skipped(tmp_path, text):
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "notitie.txt").write_text(text, encoding="utf-8")
    assert all_of(tmp_path) == (["plan.yaml"], ["notitie.txt"])


def test_what_notepad_calls_txt_is_a_plan_whatever_it_holds(tmp_path):
    (tmp_path / "plan.yaml.txt").write_text("titel: x\n", encoding="utf-8")
    assert all_of(tmp_path) == (["plan.yaml.txt"], [])


def test_all_other_files_are_skipped_by_name(folder):
    for name in ("foto.jpg", "sub/lijst.xlsx", "plan.rtf", "plan.yaml.bak2", "Thumbs.db", "~$brief.docx"):
        (folder / name).touch()
    (folder / "brief-met-opmerkingen.docx").touch()
    assert all_of(folder)[1] == ["foto.jpg", "plan.rtf", "sub/lijst.xlsx"]


def test_what_is_named_itself_is_not_skipped(folder):
    (folder / "foto.jpg").touch()
    (folder / "plan.rtf").touch()
    skipped = []
    found = shown(find_plans([str(folder), str(folder), str(folder / "foto.jpg")], skipped), folder)
    assert found[-1] == "foto.jpg"
    assert [os.path.basename(name) for name in skipped] == ["plan.rtf"]  # noqa: PTH119 - a text, not a path


def test_looks_only_at_the_start_of_a_text(tmp_path):
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "log.txt").write_text("regel zonder iets\n" * 10_000 + PLAN_TEXT, encoding="utf-8")
    assert all_of(tmp_path)[1] == ["log.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need more on Windows")
def test_skips_pipes_and_links_to_folders_by_name(folder):
    os.mkfifo(folder / "pijp.txt")
    (folder / "elders").symlink_to(folder / "sub")
    assert all_of(folder)[1] == ["elders", "pijp.txt"]


MAIL = (
    'Subject: plan\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="a"\n\n--a\nContent-Type: text/plain\n\n'
    "{text}\n{attached}--a--\n"
)
ATTACHED = (
    '--a\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="{name}"\n\n'
    "titel: Lab\ndoelen: Twintig leerlingen.\n"
)
QUESTIONS = "Doelen\n\nTwintig leerlingen.\n\nActiviteiten\n\nLessen geven.\n"


def mail(*names, text="Beste,\n\nBijgaand ons plan."):
    return MAIL.format(text=text, attached="".join(ATTACHED.format(name=name) for name in names))


def test_of_a_mail_each_attached_plan_is_one(tmp_path):
    (tmp_path / "post.eml").write_text(mail("plan.yaml", "foto.jpg", "plan.txt"), "utf-8")
    plans, skipped = all_of(tmp_path)
    assert (plans, skipped) == (["post.eml/plan.yaml"], [])
    skipped = []
    assert shown(find_plans([str(tmp_path / "post.eml")], skipped), tmp_path) == ["post.eml/plan.yaml"]
    assert [os.path.basename(name) for name in skipped] == ["foto.jpg", "plan.txt"]  # noqa: PTH119 - a text, not a path


def test_the_text_of_a_mail_is_a_plan_where_it_answers_the_questions(tmp_path):
    (tmp_path / "post.eml").write_text(mail(text=QUESTIONS), "utf-8")
    (tmp_path / "brief.eml").write_text(mail(), "utf-8")
    assert all_of(tmp_path) == (["post.eml"], ["brief.eml"])


def test_one_of_the_plans_in_a_mail_can_be_named(tmp_path):
    (tmp_path / "post.eml").write_text(mail("een.yaml", "twee.yaml"), "utf-8")
    assert one_plan(str(tmp_path / "post.eml" / "twee.yaml")).content
    with pytest.raises(UnreadableFile) as caught:
        one_plan(str(tmp_path / "post.eml"))
    assert "twee.yaml" in str(caught.value.message.values["names"])
    (missing,) = find_plans([str(tmp_path / "post.eml" / "drie.yaml")])
    assert isinstance(missing, Unread)


def test_a_plan_in_a_mail_is_not_the_file_of_that_name_beside_it(tmp_path):
    (tmp_path / "plan.yaml").write_text("titel: x\n", "utf-8")
    (tmp_path / "post.eml").write_text(mail("plan.yaml"), "utf-8")
    assert all_of(tmp_path)[0] == ["plan.yaml", "post.eml/plan.yaml"]


def test_a_letter_on_a_plan_that_came_in_a_mail_is_no_plan(tmp_path):
    (tmp_path / "post.eml").write_text(mail("plan.docx"), "utf-8")
    (tmp_path / "plan-brief.docx").write_bytes(b"")
    (tmp_path / "ander-brief.docx").write_bytes(b"")
    assert all_of(tmp_path)[0] == ["ander-brief.docx", "post.eml/plan.docx"]
