"""Files in which people hand in plans that are no text and no Word document: each says how it becomes one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.language.copied import FLYER

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "files" / "word"))
from word_xml import document, p  # noqa: E402

EXAMPLE = ROOT / "examples" / "plans" / "zorg-en-techniek-aan-bed.yaml"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HANDED_IN = {
    "plan.pdf": (b"%PDF-1.7\n" + bytes(2_000_000), "PDF", ".docx"),
    "plan.doc": (OLE + "WordDocument".encode("utf-16-le"), ".doc", ".docx"),
    "plan.msg": (OLE + "__nameid_version1.0".encode("utf-16-le"), "Outlook", "plan"),
    "plan.rtf": (rb"{\rtf1\ansi Doelen:}", "RTF", ".docx"),
    "plan.html": (b"<!doctype html><h1>Doelen</h1>", "", ".docx"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(3_000_000), "", "sto plan new"),
    "foto.heic": (b"\0\0\0\x18ftypheic" + bytes(500), "", "sto plan new"),
    "mail.eml": (
        b"From: a@example.org\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nQUJD\n",
        ".eml",
        ".eml",
    ),
    "mail2.eml": (b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", ".eml", "plan"),
    "plan.gz": (b"\x1f\x8b\x08", "", "plan"),
    "plan.bin": (b"\x01\0\0\0\xff\xfe\xfd", "", ".docx"),
}


@pytest.mark.parametrize("name", HANDED_IN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_another_kind_says_what_it_is_and_the_way_out(name, language):
    content, kind, way_out = HANDED_IN[name]
    [finding] = judge_text(content, name).findings
    translator = Translator(language)
    assert finding.rule == "not-a-plan"
    assert kind in translator.say(finding.message)
    assert way_out in translator.say(finding.hint)


def test_a_letter_without_the_questions_is_told_how_it_becomes_a_plan():
    """Not that a line of it is no heading with a colon behind it."""
    letter = "Hulst, 20 november 2026\n\nGeachte heer,\n\nWij willen graag meedoen: met een lab.\nHet kost € 3.000.\n"
    [finding] = judge_text(letter, "brief.txt").findings
    assert finding.rule == "not-a-plan"
    assert "kopje" in Translator("nl").say(finding.hint)


def test_what_begins_as_yaml_is_told_what_is_wrong_with_the_yaml():
    rules = {one.rule for one in judge_text('titel: "Lab" en meer\n', "plan.yaml").findings}
    assert "yaml-syntax" in rules
    assert "not-a-plan" not in rules


def test_hints_on_a_text_ask_for_no_headings_of_yaml():
    text = "Vraag 2. Doelen\nTechniek promoten\n\nVraag 5. Samenwerking\n- ROC van Twente\n"
    hints = {one.rule: Translator("nl").say(one.hint) for one in judge_text(text, "plan.txt").findings if one.hint}
    assert "meetbaar" not in hints["unmeasurable-goal"]
    assert "“School: …”" in hints["no-school"]


def test_a_mail_whose_text_stands_there_plainly_is_read():
    mail = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    judgement = judge_text(f"{mail}Doelen\n\nTwintig leerlingen.\n\nActiviteiten\n\nLessen.\n", "mail.eml")
    assert [judgement.plan.goals.given, judgement.plan.activities.given] == [True, True]


FLYER_TEXT = [f"{phrase.capitalize()}." for phrase in FLYER]
OTHERS = {"open-dag.docx": ["Kom naar de open dag!", "Onze deuren staan open."], "flyer.docx": FLYER_TEXT}


def test_a_brochure_or_the_flyer_among_plans_is_left_out_with_a_sentence(sto, tmp_path):
    """As every text that is no plan; who names it is told what is missing."""
    shutil.copy(EXAMPLE, tmp_path)
    (tmp_path / "flyer.txt").write_text("\n".join(FLYER_TEXT), "utf-8")
    for name, lines in OTHERS.items():
        (tmp_path / name).write_bytes(document("".join(map(p, lines))))
    for command in (["validate"], ["report", "plans"], ["plan", "progress"]):
        run = sto(*command, tmp_path)
        assert "3 bestanden zijn geen plan en zijn overgeslagen" in run.err
        assert "open-dag" not in run.out
    assert sto("validate", tmp_path).code == 0
    assert sto("validate", tmp_path / "flyer.docx").code == 1


def test_a_folder_without_a_single_plan_is_no_good_answer(sto, tmp_path):
    (tmp_path / "open-dag.docx").write_bytes(document(p("Kom naar de open dag!")))
    assert sto("validate", tmp_path).code == 2
    run = sto("report", "plans", tmp_path)
    assert "Hier zijn geen plannen." in run.out
    assert "Geen enkel plan" not in run.out
