"""`sto plan new` and `sto plan show` as a teacher runs them."""

from __future__ import annotations

import html
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import typer
import yaml

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.form_texts import EXAMPLES

ORDERED = ["eerst klaar", "later klaar", "ooit klaar"]
EXAMPLES_IN_DUTCH = [Translator("nl").text(texts[0]) for texts in EXAMPLES.values()]
TECHNICAL, CARE, COMBINED = "00AH17", "18EC03", "00AQ00"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def answering(monkeypatch):
    """Answer on a terminal: each question takes the next answer; when there are no more, Ctrl+C is pressed."""

    def answer(*answers):
        left = list(answers)
        asked = []

        def prompt(text, **_more):
            asked.append(text)
            if not left:
                raise typer.Abort
            return left.pop(0)

        monkeypatch.setattr("sto_cli.cli.conversation.typer.prompt", prompt)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        return asked

    return answer


class TestNew:
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("school", [None, TECHNICAL, CARE, COMBINED])
    def test_has_only_its_questions_open(self, sto, register, language, school):
        run = sto("plan", "new", "--lang", language, *(["--school", school] if school else []))
        judgement = judge_text(run.out, "plan.yaml", register)
        assert judgement.plan.language == language
        assert judgement.open_questions == (1, 2, 3, 4, 5, 6)
        rules = [finding.rule for finding in judgement.findings]
        assert rules.count("placeholder-answer") == 6
        assert set(rules) <= {"placeholder-answer", "no-title", "no-school", "no-form-named"}

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_looks_as_expected(self, sto, golden, language):
        out = sto("--lang", language, "plan", "new", "--school", TECHNICAL).out
        golden(f"plan-new.{language}.yaml", re.sub(r"file://\S*/", "file:///", out))

    def test_says_nothing_of_this_computer(self, sto):
        assert "file://" not in sto("plan", "new", "--school", TECHNICAL).out

    def test_fills_in_what_the_register_knows(self, sto):
        plan = yaml.safe_load(sto("plan", "new", "--school", TECHNICAL).out)
        assert (plan["school"], plan["regio"]) == (TECHNICAL, "twente")
        assert plan["profielen"] == ["BWI", "PIE", "MVI", "DP", "ZW"]

    def test_fits_on_a_screen_or_two(self, sto):
        lines = sto("plan", "new").out.splitlines()
        assert len(lines) <= 60
        assert max(map(len, lines)) <= 120

    @pytest.mark.parametrize(("language", "instance"), [("nl", "Bijvoorbeeld: "), ("en", "For instance: ")])
    def test_its_examples_are_no_answers(self, sto, register, language, instance):
        """Put the example of each question in the place of the answer, with and without the words before it."""
        plan = sto("plan", "new", "--lang", language).out
        for taken in ("", instance):
            judgement = judge_text(with_examples(plan, instance, taken), "plan.yaml", register)
            assert questions(judgement, "copied-example") == [1, 2, 3, 4, 5, 6]
            assert {one.rule for one in judgement.findings if one.severity == "error"} == {"copied-example"}

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_a_plan_that_was_begun_before_is_known_too(self, register, language):
        """Such a plan had its examples as lists behind marks: take these away, and then the answers."""
        begun = (Path(__file__).parent / "former" / f"plan-new-with-lists.{language}.yaml").read_text("utf-8")
        assert questions(judge_text(begun, "plan.yaml", register), "placeholder-answer") == [1, 2, 3, 4, 5, 6]
        head, *parts = re.split(r"^# -+$", begun, flags=re.MULTILINE)
        judgement = judge_text(head + "".join(map(_example, parts)), "plan.yaml", register)
        assert questions(judgement, "copied-example") == [1, 2, 3, 4, 5, 6]
        assert judgement.plan.resources.items[0].amount.cents == 240000

    def test_finds_a_school_by_its_name(self, sto):
        assert "school: 00AH17" in sto("plan", "new", "--school", "Stedelijk Alpha Enschede").out

    def test_says_so_when_the_school_is_not_known(self, sto):
        run = sto("plan", "new", "--school", "Zweinstein")
        assert (run.code, run.out) == (1, "")
        assert "Zweinstein" in run.err

    def test_writes_to_a_file_that_is_new(self, sto):
        assert sto("plan", "new", "--output", "plan.yaml").code == 0
        assert sto("plan", "new", "--output", "plan.yaml").code == 2
        assert sto("plan", "new", "--output", "plan.yaml", "--force").code == 0
        assert sto("validate", "plan.yaml").code == 1


def questions(judgement, rule):
    """The numbers of the questions in which a rule found something."""
    return sorted(finding.question for finding in judgement.findings if finding.rule == rule)


def with_examples(plan, instance, taken):
    """Write the example of each question of a new plan in the place of its answer, behind the words `taken`."""
    examples = re.findall(rf"^# {instance}((?:.+\n)(?:# .+\n)*?)(?=\w+:)", plan, flags=re.MULTILINE)
    texts = iter(taken + " ".join(example.replace("\n# ", " ").split()) for example in examples)
    return re.sub(r"nog invullen$|to be filled in$", lambda _: next(texts), plan, flags=re.MULTILINE)


def _example(question):
    """Turn a question of a former template into its own example."""
    key = re.search(r"^(\w+):", question, flags=re.MULTILINE)[1]
    example = re.split(rf"^# (?:Bijvoorbeeld|For instance):$|^{key}:", question, flags=re.MULTILINE)[1]
    lines = [line[2:] for line in example.split("\n") if line.startswith("#")]
    return f"{key}: {'>' if key in {'regiovisie', 'vision'} else ''}\n" + "\n".join(lines) + "\n"


class TestAsk:
    ANSWERS = (
        TECHNICAL, "Technieklab", "XX", "z&w, D&P", "7", "1, onderbouw", "2026", "augustus 2026 tot en met juli 2028",
        "Het plan past: het brengt techniek #1 in de onderbouw",
        "Alle leerlingen maken kennis met techniek", "240 leerlingen in juli 2027", "Docenten zijn geschoold", "", "",
        "Lessen robotica", "d1, 2", "2", "",
        "Het lab is klaar", "ooit", "1 oktober 2026", "",
        "ROC van Twente", "weet niet", "MBO", "Geeft de lessen mee", "",
        "Robots", "veel", "€ 12.500,-", "misschien", "n", "",
    )  # fmt: skip

    @pytest.fixture
    def asked(self, sto, answering, register, tmp_path):
        """Answer the questions, and return the plan that is written."""

        def ask(*answers):
            answering(*answers)
            assert sto("plan", "new", "--ask", "--output", "plan.yaml", "--force").code == 0
            return judge_text((tmp_path / "plan.yaml").read_bytes(), "plan.yaml", register).plan

        return ask

    def test_writes_what_was_answered(self, asked):
        plan = asked(*self.ANSWERS)
        assert (plan.school, plan.region, plan.title) == (TECHNICAL, "twente", "Technieklab")
        assert (plan.profiles, plan.forms) == (("ZW", "DP"), ("elective", "lower-years"))
        assert (plan.start.iso, plan.end.iso) == ("2026-08", "2028-07")
        assert plan.vision.items[0].text.strip() == self.ANSWERS[8]
        assert [(goal.id, goal.measure) for goal in plan.goals.items] == [("d1", self.ANSWERS[10]), ("d2", None)]
        assert (plan.activities.items[0].goals, plan.activities.items[0].form) == (("d1", "d2"), "lower-years")
        assert plan.milestones.items[0].date.iso == "2026-10-01"
        assert (plan.cooperation.items[0].kind, plan.cooperation.items[0].how) == ("mbo", "Geeft de lessen mee")
        assert (plan.resources.items[0].amount.cents, plan.resources.items[0].cofinancing) == (1250000, False)
        assert plan.total.cents == 1250000

    @pytest.mark.parametrize("stop", range(1, len(ANSWERS)))
    def test_loses_no_answer_when_it_is_stopped(self, sto, answering, register, tmp_path, stop):
        answering(*self.ANSWERS[:stop])
        assert sto("plan", "new", "--ask").code == 0
        text = (tmp_path / "plan.yaml").read_text("utf-8")
        judgement = judge_text(text, "plan.yaml", register)
        assert {finding.rule for finding in judgement.findings if finding.severity == "error"} <= {"placeholder-answer"}
        as_they_are = {TECHNICAL, "Technieklab", *(answer for answer in self.ANSWERS[8:] if " " in answer)}
        read_otherwise = {"d1, 2", "weet niet", "1 oktober 2026", "€ 12.500,-"}
        assert [one for one in self.ANSWERS[:stop] if one in as_they_are - read_otherwise and one not in text] == []

    @pytest.mark.parametrize("stop", range(0, len(ANSWERS), 4))
    def test_going_back_anywhere_changes_nothing_but_that_answer(self, asked, stop):
        """Answer some questions, go back two and answer those again: the plan is the same."""
        again = [answer for answer in self.ANSWERS[:stop] if answer not in self.REFUSED]
        assert asked(*self.ANSWERS[:stop], "<", "terug", *again[-2:], *self.ANSWERS[stop:]) == asked(*self.ANSWERS)

    REFUSED = ("XX", "7", "2026", "ooit", "weet niet", "veel", "misschien")

    @pytest.mark.parametrize("no_answer", ["1", "...", "?", "12.500", "-", "d1", "nog invullen", "TODO"])
    def test_takes_no_number_or_sign_for_a_text(self, asked, no_answer):
        """Put it before every answer in words: it is asked again."""
        texts = {answer for answer in self.ANSWERS[8:] if " " in answer} - {"d1, 2", "1 oktober 2026", "€ 12.500,-"}
        doubled = [one for answer in self.ANSWERS for one in ([no_answer, answer] if answer in texts else [answer])]
        assert asked(*doubled) == asked(*self.ANSWERS)

    def test_shows_an_example_with_each_question_and_says_how_to_go_back(self, sto, answering):
        asked = answering(*self.ANSWERS)
        said = " ".join([*sto("plan", "new", "--ask").err.split(), *asked])
        for example in ("Technieklab in de onderbouw", "augustus 2026", *EXAMPLES_IN_DUTCH):
            assert example in said
        assert "Typ < om" in said

    def test_writes_nothing_when_nothing_was_answered(self, sto, answering, tmp_path):
        answering("", "")
        run = sto("plan", "new", "--ask")
        assert (run.code, list(tmp_path.iterdir())) == (0, [])
        assert "niets bewaard" in run.err

    def test_fills_in_a_form_for_word_too(self, sto, answering, register, tmp_path):
        answering(*self.ANSWERS)
        assert sto("plan", "new", "--ask", "--output", "plan.docx").code == 0
        plan = judge_text((tmp_path / "plan.docx").read_bytes(), "plan.docx", register).plan
        assert (plan.profiles, plan.forms) == (("ZW", "DP"), ("elective", "lower-years"))
        assert (plan.start.iso, plan.end.iso) == ("2026-08", "2028-07")

    def test_leaves_earlier_plans_alone(self, sto, answering, tmp_path):
        (tmp_path / "plan.yaml").write_text("oud", "utf-8")
        answering(TECHNICAL)
        sto("plan", "new", "--ask")
        assert (tmp_path / "plan.yaml").read_text("utf-8") == "oud"
        assert (tmp_path / "plan-2.yaml").exists()

    def test_needs_a_terminal(self, sto, tmp_path):
        run = sto("plan", "new", "--ask")
        assert run.code == 2
        assert list(tmp_path.iterdir()) == []


class TestShow:
    @pytest.fixture
    def plan(self, root, tmp_path):
        source = root / "examples" / "plans" / "zorg-en-techniek-aan-bed.yaml"
        (tmp_path / "plan.yaml").write_bytes(source.read_bytes())
        return "plan.yaml"

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_looks_as_expected(self, sto, golden, plan, language):
        golden(f"plan-show.{language}.txt", sto("--lang", language, "plan", "show", plan).out)

    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("format", ["markdown", "html"])
    def test_every_format_has_the_same_headings(self, sto, plan, language, format):
        said = ["--lang", language, "plan", "show", plan]
        on_screen, written = sto(*said).out, sto(*said, "--format", format).out
        heading = r"^#+ (.+)$" if format == "markdown" else r"<h\d[^>]*>(.+?)</h\d>"
        headings = [html.unescape(one).replace("\\", "") for one in re.findall(heading, written, re.MULTILINE)]
        assert len(headings) > 8
        assert [one for one in headings if one not in " ".join(on_screen.split())] == []

    def test_a_page_lets_nothing_in_but_its_own_style(self, sto, plan):
        page = sto("plan", "show", plan, "--format", "html").out
        (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
        assert html.unescape(policy).startswith("default-src 'none'; style-src 'sha256-")
        assert "script" not in page

    def test_puts_milestones_in_order_and_adds_up(self, sto, tmp_path):
        (tmp_path / "p.yaml").write_text(
            "mijlpalen:\n  - {datum: 2027-03, mijlpaal: later klaar}\n  - {mijlpaal: ooit klaar}\n"
            "  - {datum: 2026-10-01, mijlpaal: eerst klaar}\n"
            "middelen:\n  - {post: a, bedrag: 1.000, cofinanciering: ja}\n  - {post: b, bedrag: '3000,50'}\n",
            "utf-8",
        )  # fmt: skip
        answer = json.loads(sto("plan", "show", "p.yaml", "--format", "json").out)
        assert [one["milestone"] for one in answer["plan"]["milestones"]] == ORDERED
        assert (answer["costs"]["total"], answer["costs"]["cofinancing"]) == (4000.5, 1000)
        assert answer["open_questions"] == [1, 2, 3, 5]

    def test_says_beside_each_cost_what_others_pay_of_it(self, sto, tmp_path):
        costs = [
            "Machines: € 10.000",
            "Het ROC draagt € 2.000 bij",
            "Kast: € 500, geschonken",
            "Uren van het bedrijf: gratis",
        ]
        plan = "Doelen\n\nTwintig leerlingen.\n\nKosten\n\n" + "".join(f"- {cost}\n" for cost in costs)
        (tmp_path / "plan.txt").write_text(plan, "utf-8")
        rows = [re.split(r" {2,}", line) for line in sto("plan", "show", "plan.txt").out.splitlines()]
        assert [row[-1] for row in rows if row[0] in costs] == ["€ 10.000", "€ 2.000", "€ 500", "ja, zonder bedrag"]

    @pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
    def test_shows_every_example(self, sto, root, format):
        for path in sorted((root / "examples" / "plans").glob("*.yaml")):
            run = sto("plan", "show", str(path), "--format", format)
            assert (run.code, run.err) == (0, ""), path
            assert run.out

    @pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
    def test_lets_nothing_through_that_could_do_harm(self, sto, tmp_path, format):
        evil = '"<script>alert(1)</script> [x](javascript:y) \\e[31m **b** | `c`"'
        (tmp_path / "p.yaml").write_text(
            "".join(f"{key}: {evil}\n" for key in ("titel", "school", "regio", "regiovisie", "doelen", "middelen"))
            + f"mijlpalen: [{{mijlpaal: {evil}}}]\nsamenwerking: [{{partner: {evil}, hoe: {evil}}}]\n"
            + f"activiteiten: [{{activiteit: {evil}, doelen: [{evil}]}}]\n", "utf-8",
        )  # fmt: skip
        out = sto("plan", "show", "p.yaml", "--format", format).out
        assert "\x1b" not in out
        if format == "html":
            assert [tag for tag in Tags(out).found if tag in {"script", "img", "a", "b"}] == []
        if format == "markdown":
            assert not re.search(r"(?<!\\)<script|(?<!\\)\[x|(?<!\\)`c|(?<!\\)\*\*b", out)

    @pytest.mark.parametrize(
        ("name", "start"),
        [("p.html", "<!doctype html>"), ("p.md", "# Lab"), ("p.json", "{"), ("p.txt", "Lab"), ("p", "Lab")],
    )
    def test_the_name_of_the_file_tells_the_format(self, sto, tmp_path, name, start):
        (tmp_path / "plan.yaml").write_text("titel: Lab\nregiovisie: Kort.\n", "utf-8")
        assert sto("plan", "show", "plan.yaml", "--output", name).code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(start)

    @pytest.mark.parametrize("command", [["show", "plan.yaml"], ["new"]])
    def test_refuses_a_name_that_promises_something_else(self, sto, tmp_path, command):
        (tmp_path / "plan.yaml").write_text("titel: Lab\nregiovisie: Kort.\n", "utf-8")
        run = sto("plan", *command, "--output", "p3.odt")
        assert run.code == 2
        assert ".odt" in run.err
        assert not (tmp_path / "p3.odt").exists()

    def test_profiles_with_a_comma_in_their_name_can_be_told_apart(self, sto, tmp_path):
        (tmp_path / "plan.yaml").write_text("titel: Lab\nprofielen: [BWI, PIE]\nregiovisie: Kort.\n", "utf-8")
        out = sto("plan", "show", "plan.yaml").out
        assert "Bouwen, Wonen en Interieur (BWI); Produceren, Installeren en Energie (PIE)" in out

    @pytest.mark.parametrize("format", ["text", "markdown", "html"])
    def test_tells_how_it_was_read_apart_from_the_open_points(self, sto, tmp_path, format):
        text = "School: Het Stedelijk Alpha, Enschede\nDoelen: 20 leerlingen kiezen techniek.\nKosten: € 450\n"
        (tmp_path / "plan.txt").write_text(text, "utf-8")
        out = sto("plan", "show", tmp_path / "plan.txt", "--format", format).out
        points, read = out.split("Hoe het is gelezen")
        assert "00AH17 (Het Stedelijk Alpha, Enschede)" in read
        assert "Vraag 6: “Kosten” is gelezen als “middelen”." in read
        assert "is gelezen als" not in points
        assert "Fout (vraag 3)" in points

    def test_says_why_when_it_is_no_plan(self, sto, tmp_path):
        (tmp_path / "brief.yaml").write_text("Beste collega, hierbij het plan.\n", "utf-8")
        run = sto("plan", "show", "brief.yaml")
        assert run.code == 1
        assert "not-a-plan" in run.out
        answer = json.loads(sto("plan", "show", "brief.yaml", "--format", "json").out)
        assert answer["plan"] is None

    @pytest.mark.parametrize("name", ["nergens.yaml", "."])
    def test_says_so_when_there_is_no_file(self, sto, name):
        run = sto("plan", "show", name)
        assert (run.code, run.out) == (2, "")
        assert run.err


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser's signature
        self.found.append(tag)
