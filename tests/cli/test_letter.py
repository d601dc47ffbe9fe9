"""`sto validate --letter`: the answer to the school."""

import json
import re
import shutil

import pytest

from sto_cli.files.word.blocks import WordParagraph
from sto_cli.files.word.reading import read_word

PLANS = "examples/plans"
FLAWED = f"{PLANS}/met-fouten-bedragen-en-data.yaml"
GOOD = f"{PLANS}/zorg-en-techniek-aan-bed.yaml"


@pytest.fixture(autouse=True)
def here(root, monkeypatch):
    monkeypatch.chdir(root)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("plan", [FLAWED, GOOD], ids=["flawed", "good"])
def test_reads_as_expected(sto, golden, language, plan):
    run = sto("--lang", language, "validate", plan, "--letter", "--format", "markdown")
    golden(f"letter-{'flawed' if plan == FLAWED else 'good'}.{language}.md", run.out)
    assert run.code == (1 if plan == FLAWED else 0)


def test_names_at_most_three_points_first_in_the_order_of_the_questions(sto):
    letter = json.loads(sto("validate", FLAWED, "--letter", "--format", "json").out)
    assert len(letter["first"]) == 3
    for points in (letter["first"], letter["rest"]):
        numbers = [point["question"] for point in points]
        assert numbers == sorted(numbers)
    assert all(point["severity"] == "error" for point in letter["first"])


def test_is_a_word_document_when_its_name_says_so(sto, tmp_path):
    run = sto("--lang", "nl", "validate", FLAWED, "--letter", "--output", str(tmp_path / "brief.docx"))
    assert run.code == 1
    blocks = read_word((tmp_path / "brief.docx").read_bytes()).blocks
    texts = [block.text for block in blocks if isinstance(block, WordParagraph)]
    assert texts[:2] == ["Uw plan: De groene werkplaats", "Beste collega’s van Yuverta,"]


def test_names_no_rules(sto):
    assert "unmeasurable-goal" not in sto("validate", FLAWED, "--letter").out


def test_leaves_out_what_is_ignored(sto):
    plain, less = (
        sto("--lang", "en", "validate", FLAWED, "--letter", *more).out for more in ([], ["--ignore", "unknown-goal"])
    )
    assert "no goal with the name" in plain
    assert "no goal with the name" not in less


def test_says_what_is_wrong_with_a_file_that_is_no_plan(sto, tmp_path):
    (tmp_path / "x.yaml").write_text("dit is geen plan", "utf-8")
    run = sto("--lang", "nl", "validate", str(tmp_path / "x.yaml"), "--letter")
    assert run.code == 1
    assert "Beste collega" not in run.out


@pytest.mark.parametrize("school", ["00AH17", "14ZZ99", "Onze School", "00AH"])
@pytest.mark.parametrize("command", [["validate", "--letter"], ["plan", "show"]])
def test_names_no_commands_to_a_school(sto, root, tmp_path, school, command):
    """Not in the plan for the talk either: a school has the letter in hand, and not this program."""
    text = (root / GOOD).read_text("utf-8")
    text = re.sub(r"(?m)^school: .*$", f"school: {school}", re.sub(r"(?m)^regio: .*$", "regio: zuid-limburg", text))
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    run = sto("--lang", "nl", *command[:1], *command[1:], str(tmp_path / "plan.yaml"))
    assert "Techniek aan bed" in run.out
    assert not re.search(r"\bsto (?:find|plan|validate)", run.out)


def test_several_plans_get_a_letter_each_beside_them(sto, root, tmp_path, monkeypatch):
    shutil.copy(root / FLAWED, tmp_path / "a.yaml")
    shutil.copy(root / GOOD, tmp_path / "b.yaml")
    (tmp_path / "c.rtf").write_bytes(rb"{\rtf1}")
    monkeypatch.chdir(tmp_path)
    first, again = sto("validate", ".", "--letter"), sto("validate", "b.yaml", "a.yaml", "--letter")
    assert (first.code, first.out, again.code) == (1, "", 1)
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == [
        "a-brief-2.docx", "a-brief.docx", "b-brief-2.docx", "b-brief.docx",
    ]  # fmt: skip
    assert "a-brief.docx" in first.err
    assert "c.rtf" in first.err
    assert json.loads(sto("validate", ".", "--format", "json").out)["summary"]["files"] == 2


def test_what_is_no_plan_gets_no_letter_and_the_others_do(sto, root, tmp_path):
    shutil.copy(root / GOOD, tmp_path / "b.yaml")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")
    run = sto("validate", *(str(tmp_path / name) for name in ("c.pdf", "b.yaml", "geen.docx")), "--letter")
    assert run.code == 2
    assert [path.name for path in tmp_path.glob("*-brief*")] == ["b-brief.docx"]


@pytest.mark.parametrize(
    "arguments",
    [[FLAWED, GOOD, "--letter", "--output", "x.docx"], [FLAWED, "-", "--letter"],
     [FLAWED, "--letter", "--fix"], [FLAWED, "--format", "markdown"],
     [FLAWED, "--letter", "--format", "sarif"], [FLAWED, "--letter", "--output", "x.xlsx"]],
)  # fmt: skip
def test_wrong_use_is_a_sentence(sto, arguments):
    run = sto("--lang", "nl", "validate", *arguments)
    assert run.code == 2
    assert run.out == ""
    assert "Traceback" not in run.err


def test_praises_only_what_is_so(sto, tmp_path):
    """A plan whose activities name no goal, and with one milestone, is not told that all of them do."""
    plan = tmp_path / "plan.yaml"
    plan.write_text("doelen: [40 leerlingen kiezen een keuzevak]\nactiviteiten: [Wij geven les in het lab.]\n"
                    "mijlpalen: [{datum: 2027-01-01, mijlpaal: klaar}]\n", "utf-8")  # fmt: skip
    letter = sto("--lang", "en", "validate", plan, "--letter").out
    assert "Every activity serves a goal" not in letter
    assert "milestones have a date" not in letter


@pytest.mark.parametrize(
    ("resources", "said"),
    [
        ("Voor het hout, gereedschap en uren 8.500 euro. De school betaalt zelf 2.000 euro.", None),
        ("[{post: hout, bedrag: 6500}, {post: uren}]", None),
        ("[{post: hout, bedrag: 6500, cofinanciering: ja}, {post: uren, bedrag: 2000}]",
         "De kosten zijn uitgewerkt: 8.500 euro, waarvan 6.500 euro niet uit de subsidie."),
        ("[{post: hout, bedrag: 6500}, {post: 50 uren, bedrag: 2000}]", "De kosten zijn uitgewerkt: 8.500 euro."),
    ],
)  # fmt: skip
def test_calls_costs_worked_out_only_where_they_are(sto, tmp_path, resources, said):
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"titel: Het huis\nmiddelen: {resources}\n", "utf-8")
    letter = json.loads(sto("--lang", "nl", "validate", plan, "--letter", "--format", "json").out)
    assert [line for line in letter["good"] if "uitgewerkt" in line] == ([said] if said else [])


def test_names_the_month_of_the_next_step_once(sto, tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_text('mijlpalen: ["December 2027: afspraken met het ROC", "Maart 2028 - klaar"]\n', "utf-8")
    letter = sto("--lang", "nl", "validate", plan, "--letter").out
    assert "is in december 2027: afspraken met het ROC" in letter


@pytest.mark.parametrize(
    "told",
    [
        "In februari 2027 is de voorbereiding klaar, in mei 2027 staat het tiny house er.",
        "We meten in februari 2027, in mei 2027 en in juni 2028.",
    ],
)
def test_asks_for_no_day_that_the_plan_tells(sto, tmp_path, told):
    plan = tmp_path / "plan.txt"
    plan.write_text(f"Regiovisie\nTechniek voor alle leerlingen van de streek.\n\nMijlpalen\n{told}\n", "utf-8")
    letter = sto("--lang", "nl", "validate", plan, "--letter").out
    assert "Noem in uw plan" not in letter
    assert f"in uw plan: {told[:20]}" in letter


def test_it_says_who_sends_it_and_by_when_to_answer(sto, root):
    plan = root / "examples" / "plans" / "met-fouten-bedragen-en-data.yaml"
    letter = sto("validate", plan, "--letter", "--from", "Programmamanager STO Voorne", "--reply-by", "18-12-2026").out
    assert "Stuurt u ons uiterlijk 18 december 2026 een nieuwe versie" in letter
    assert "Met vriendelijke groet,\nProgrammamanager STO Voorne" in letter
    assert "vul in" not in letter


def test_who_sends_it_comes_from_the_own_data(sto, root, tmp_path):
    plan = root / "examples" / "plans" / "onderbouw-technieklab.yaml"
    (tmp_path / "regions.yaml").write_text(
        "as_of: 2026-11-01\nsource: eigen gegevens\nregions:\n"
        "  - {id: twente, contact: {role: programme-manager, name: Bureau STO, email: bureau@voorbeeld.test}}\n",
        "utf-8",
    )
    letter = sto("--data", tmp_path, "validate", plan, "--letter").out
    assert "Bureau STO" in letter
    assert "bureau@voorbeeld.test" in letter


@pytest.mark.parametrize("language", ["nl", "en"])
def test_tips_stay_with_the_coordinator_unless_asked(sto, tmp_path, language):
    plan = tmp_path / "plan.yaml"
    plan.write_text("titel: Lab\nmiddelen:\n  - {post: 3D-printers voor het lab, bedrag: 12000}\n", "utf-8")
    heading = {"nl": "Mag ook later", "en": "May wait"}[language]
    assert heading not in sto("--lang", language, "validate", plan, "--letter").out
    assert heading in sto("--lang", language, "validate", plan, "--letter", "--with-tips").out


def test_a_day_that_is_none_is_refused(sto, root):
    plan = root / "examples" / "plans" / "onderbouw-technieklab.yaml"
    run = sto("validate", plan, "--letter", "--reply-by", "morgen")
    assert (run.code, run.out) == (2, "")
    assert "morgen" in run.err
