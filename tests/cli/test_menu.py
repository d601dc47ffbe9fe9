"""The menu answers one question after another, and is left politely however someone leaves it."""

from __future__ import annotations

import io
import os
import select
import shutil
import signal
import subprocess
import sys
import time

import pytest

from sto_cli.cli.commands import build
from sto_cli.cli.menu import dropped
from sto_cli.cli.menu_questions import MENU
from sto_cli.messages import Translator

NUMBER = {question.command[:2]: str(number) for number, question in reversed(list(enumerate(MENU, start=1)))}


@pytest.fixture
def typed(sto, monkeypatch, tmp_path):
    """Type these lines in the menu: `typed("1", "00AH17", "0")`."""
    monkeypatch.chdir(tmp_path)

    def run(*lines, language="nl"):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return sto("--lang", language, "menu")

    return run


@pytest.mark.parametrize("lines", [[], [""], ["0"], ["q"], ["1"], ["1", ""], ["1", "", ""], ["1", "00AH17"]], ids=repr)
def test_it_is_left_politely(typed, lines):
    run = typed(*lines)
    assert run.code == 0
    assert run.err.endswith("Tot de volgende keer.\n")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_shows_every_question_in_the_language_of_the_user(typed, language):
    shown = typed("", language=language).err
    for number, question in enumerate(MENU, start=1):
        assert f"{number:>2}  {Translator(language).text(question.text)}\n" in shown


def test_an_answer_shows_the_command_that_gives_it(typed):
    run = typed(NUMBER["find-region", "{school}"], "00AH17", "0")
    assert "De opdracht hiervoor: sto find-region 00AH17 --choose" in run.err
    assert "Techniekregio Twente" in run.out


def test_the_region_is_asked_once_and_then_offered(typed):
    number = NUMBER["report", "region"]
    run = typed(number, "Enschede", "", "", "", number, "", "", "", "0")
    assert run.out.count("De scholen van de regio: Techniekregio Twente") == 2
    assert "[twente]" in run.err


def test_what_cannot_be_is_said_and_asked_again(typed, tmp_path):
    (tmp_path / "er-al.csv").write_text("mijn werk", "utf-8")
    run = typed(
        "99", NUMBER["report", "region"], "twnte", "twente", "", "twente.pdf", "er-al.csv", "brieven.csv", "",
        NUMBER["validate", "{plans}"], "nergens", "", "",
    )  # fmt: skip
    for sentence in (
        "“99” is geen nummer van 1", "Bedoelt u Techniekregio Twente", "Laat de naam eindigen op",
        "er-al.csv bestaat al", "Er is geen bestand of map nergens.",
    ):  # fmt: skip
        assert sentence in run.err
    assert (tmp_path / "er-al.csv").read_text("utf-8") == "mijn werk"
    assert (tmp_path / "brieven.csv").read_text("utf-8-sig").startswith("Code;School;")


def test_a_command_that_fails_comes_back_to_the_list(typed, tmp_path):
    plan = tmp_path / "mijn plan.yaml"
    plan.write_text("titel: Half\n", "utf-8")
    run = typed(NUMBER["validate", "{plans}"], f'"{plan}"', "", "")
    assert f'sto validate "{plan}"' in run.err
    assert run.err.count("Wat wilt u weten of doen?") == 2
    assert run.code == 0


@pytest.mark.parametrize("question", MENU, ids=lambda question: question.text)
def test_every_question_leads_to_a_command_with_these_options(question):
    command = build(Translator("en"))
    words = question.words(
        {
            name: name
            for name in (
                "school",
                "region",
                "plans",
                "list",
                "sheet",
                "name",
                "output",
                "month",
                "old",
                "new",
                "number",
                "zip",
            )
        }
    )
    while hasattr(command, "get_command"):
        command = command.get_command(None, words.pop(0))
    known = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_nothing_is_written_where_no_file_is_named():
    report = next(question for question in MENU if question.command[:2] == ("report", "region"))
    assert "--output" in report.words({"region": "twente", "output": "x.csv"})
    assert report.words({"region": "twente", "output": ""}) == ["report", "region", "twente"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"C:/mijn lijst.xlsx"', "C:/mijn lijst.xlsx"),
        ("& 'C:/mijn lijst.xlsx'", "C:/mijn lijst.xlsx"),
        ("a.csv", "a.csv"),
    ],
)
def test_a_file_that_is_dragged_onto_the_window(written, meant):
    assert dropped(written).as_posix() == meant


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
@pytest.mark.parametrize("leave", [lambda terminal, _: os.write(terminal, b"\x04"), lambda _, run: run.send_signal(2)])
def test_a_terminal_is_left_by_its_own_keys(leave):
    import pty

    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "sto_cli", "--lang", "en", "menu"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # behind `nohup` the menu would not hear it
    run = subprocess.Popen(call, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "PYTHONUTF8": "1"})
    signal.signal(signal.SIGINT, before)
    os.close(theirs)
    shown = _read_until(ours, "A number; Enter to stop")
    shown += _read_until(ours, "Goodbye.", lambda: leave(ours, run))
    assert run.wait(300) == 0
    assert "Traceback" not in shown
    os.close(ours)


def _read_until(terminal: int, words: str, press=lambda: None) -> str:
    """Read until these words come; `press` a key, and again where it came too early to be seen, as people do."""
    shown, end = "", time.monotonic() + 300
    press()
    while words not in shown:
        assert time.monotonic() < end, shown
        if not select.select([terminal], [], [], 2)[0]:
            press()
            continue
        shown += os.read(terminal, 4096).decode("utf-8", "replace")
    return shown


@pytest.mark.parametrize("name", ["~nobody-of-that-name/plan.yaml", "~x.docx", "x" * 300, "~", "a\\ b" * 90])
def test_a_name_that_no_disk_has_is_asked_again(typed, name):
    run = typed(NUMBER["validate", "{plans}"], name, "", NUMBER["plan", "new"], "", name, "", "0")
    assert run.code == 0
    assert run.err.endswith("Tot de volgende keer.\n")


def test_a_name_without_an_ending_gets_one(typed, tmp_path):
    typed(NUMBER["report", "region"], "twente", "", "stuurgroep", "0")
    assert (tmp_path / "stuurgroep.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_place_with_a_slip_offers_its_region(typed):
    assert "Bedoelt u Techniekregio Twente (twente)?" in typed(NUMBER["report", "gaps"], "Hengello", "", "0").err


def number(*words):
    """Return the number of the first question whose command holds these words."""
    return next(str(at) for at, one in enumerate(MENU, 1) if {*words} <= {*_flat(one.command)})


def test_a_list_whose_headings_say_nothing_is_asked_for_its_column_of_names(typed, tmp_path):
    (tmp_path / "kop.csv").write_text("wie,waar\n00AH17,Enschede\n", "utf-8")
    run = typed(number("match"), "kop.csv", "1", "gekoppeld.csv", "", "0")
    assert "   1  wie: 00AH17" in run.err
    assert "sto match kop.csv --name A --output gekoppeld.csv" in run.err
    assert "--name" not in typed(number("match"), "kop.csv", "0", "0").err


def test_a_name_that_is_offered_is_free(typed, tmp_path):
    (tmp_path / "plan.docx").write_text("mijn werk", "utf-8")
    assert "[plan-2.docx]" in typed(number("plan", "new"), "00AH17", "", "0").err
    assert (tmp_path / "plan-2.docx").exists()


def _flat(command):
    return [part for word in command for part in ((word,) if isinstance(word, str) else word)]


class Person:
    """Somebody at a terminal of 80 columns and 24 lines, who types what is asked and reads what comes."""

    def __init__(self, folder, **surroundings):
        import fcntl
        import pty
        import struct
        import termios

        self.end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        own = {**os.environ, "PYTHONUTF8": "1", "TERM": "xterm", "NO_COLOR": "1"} | surroundings
        call = [sys.executable, "-m", "sto_cli", "--lang", "nl", "menu"]
        self.run = subprocess.Popen(call, stdin=theirs, stdout=theirs, stderr=theirs, env=own, cwd=folder)
        os.close(theirs)
        self.screens = []
        """How many lines came between two questions."""

    def reads(self, *words):
        """Read on until one of these words comes, through as many screenfuls as it takes; return what came."""
        shown, begun, seen = "", 0, 0
        while not any(word in shown[seen:] for word in words):
            assert select.select([self.end], [], [], 300)[0], shown
            shown += os.read(self.end, 4096).decode("utf-8", "replace").replace("\r", "")
            if MORE in shown[seen:]:
                self.screens.append(shown[begun:].count("\n"))
                seen = begun = len(shown)
                self.types("")
        return shown

    def types(self, line):
        os.write(self.end, f"{line}\n".encode())

    def asks(self, which, *answers):
        """Choose a question and answer what it asks, one after another; return what came until it is done."""
        self.types(which)
        shown = ""
        for answer in answers:
            shown += self.reads(": ", "]:")
            self.types(answer)
        shown += self.reads(BACK)
        self.types("")
        self.reads("Enter om te stoppen")
        return shown


MORE, BACK = "0: genoeg", "Enter: terug naar de vragen"
PARTICIPATION = [["Code", "School", "Deelname"], ["00AH17", "Het Stedelijk Alpha", "ja"]]


def _book(path, sheets):
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_week_in_the_menu(tmp_path, root):
    """A coordinator who never types a command: each step answers, no answer runs off the screen, nothing is lost."""
    folder, plans = tmp_path / "werk", tmp_path / "werk" / "plannen"
    plans.mkdir(parents=True)
    shutil.copy(root / "examples/plans/zorg-en-techniek-aan-bed.yaml", plans / "aan-bed.yaml")
    shutil.copy(root / "examples/plans/met-fouten-bedragen-en-data.yaml", folder / "eerste.yaml")
    shutil.copy(root / "tests/files/pdf/form-of-zorg-en-techniek-aan-bed.pdf", plans / "gekregen.pdf")
    _book(folder / "lijst.xlsx", {"Uitleg": [["Deze lijst"]], "Scholen": PARTICIPATION, "Oud": PARTICIPATION})
    settings = str(tmp_path / "instellingen")
    person = Person(folder, HOME=settings, XDG_CONFIG_HOME=settings, STO_DATA="")
    person.reads("Enter om te stoppen")

    # Monday: the telephone, and the post
    assert "Techniekregio Twente" in person.asks(number("find-region"), "Het Stedelijk Alpha Enschede")
    person.asks(number("find-region", "--output"), "Stork College Hengelo", "1", "antwoord")
    assert (folder / "antwoord.docx").exists()
    assert "gekregen.pdf" in person.asks(number("validate"), "plannen")
    # Tuesday: the region, with a slip in its name, and what the steering group asks
    shown = person.asks(number("report", "--plans"), "Hengello", "twente", "plannen", "")
    assert "Bedoelt u Techniekregio Twente (twente)?" in shown
    assert "Techniek aan bed" in shown or "regio" in shown
    person.asks(number("gaps"), "twente", "gaten")
    assert (folder / "gaten.html").exists()
    assert "Techniekregio Twente" in person.asks(number("trend"), "", "")
    # Wednesday: a letter, a second version, how far it is
    person.asks(number("--letter", "validate"), "plannen")
    assert (plans / "aan-bed-brief.docx").exists()
    assert "twee versies" in person.asks(number("compare"), "eerste.yaml", "plannen/aan-bed.yaml", "").lower()
    person.asks(number("progress"), "plannen", "voortgang")
    assert (folder / "voortgang.html").exists()
    # Thursday: a list in a workbook with several sheets
    shown = person.asks(number("participation"), "lijst.xlsx", "1", "", "2026-10", "j")
    assert "Uitleg" in shown
    assert "2026" in person.asks(number("log"))
    person.asks(number("export"), "")
    assert "niets" in person.asks(number("zip"), "eigen-gegevens.zip")
    person.asks(number("undo"), "1", "j")
    # Friday: a new plan, and home
    person.asks(number("new"), "00AH17", "nieuw")
    assert (folder / "nieuw.docx").exists()
    person.types("0")
    person.reads("Tot de volgende keer.")
    assert person.run.wait(300) == 0
    assert max(person.screens) <= 24
