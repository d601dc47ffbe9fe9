"""Wrong use as people come to it: a sentence of our own that says what to do, never Typer's English."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sto_cli.cli import find_region

SAID = {
    "a-region-without-option": (["report", "coverage", "twente"], "Met “twente” kan", "Bedoelt u --region twente?"),
    "a-region-of-two-words": (["report", "gaps", "foo", "bar"], "Met “foo bar” kan", '--region "foo bar"?'),
    "a-province-without-option": (["report", "coverage", "Friesland"], "“Friesland”", "--province Friesland?"),
    "a-province-for-regions": (["region", "list", "Overijssel"], "“Overijssel”", "--province Overijssel?"),
    "two-files": (["match", "a", "b"], "Met “b” kan", "Zie: sto match --help"),
    "no-file": (["match"], "BESTAND ontbreekt.", "Zie: sto match --help"),
    "no-region": (["region", "show"], "REGIO ontbreekt.", "Zie: sto region show --help"),
    "no-folder": (["data", "diff"], "OUD ontbreekt.", "Zie: sto data diff --help"),
    "data-behind": (["report", "coverage", "--data", "x"], "Zet --data vóór", "sto --data … report coverage"),
    "option-in-dutch": (["report", "gaps", "--regio", "twente"], "--regio bestaat niet", "--region?"),
    "day-of-coverage": (["report", "coverage", "--at", "2023"], "--at bestaat niet", "Bedoelt u --as-of?"),
    "unknown-by": (["report", "coverage", "--by", "prov"], "--by kan zijn: none, region", "Zie: sto"),
    "unknown-target": (["report", "coverage", "--target", "x=1"], "Het soort school “x”", "--target technisch=95"),
    "no-such-month": (["report", "coverage", "--as-of", "2023-13"], "“2023-13” is geen dag", "de laatste dag"),
    "no-pdf": (["report", "coverage", "--output", "x.pdf"], "van de soort .pdf", ".xlsx"),
    "no-calendar": (["report", "coverage", "--output", "x.ics"], "van de soort .ics", ".html"),
    "workbook-as-csv": (["report", "gaps", "--format", "xlsx", "--output", "x.csv"], "De naam x.csv past", ": .xlsx"),
}


@pytest.mark.parametrize("name", SAID)
def test_says_in_dutch_what_to_do(sto, name):
    arguments, *said = SAID[name]
    run = sto(*arguments)
    assert (run.code, run.out) == (2, "")
    assert all(words in run.err for words in said), run.err


@pytest.mark.parametrize("group", [["region"], ["school"], ["plan"], ["report"], ["data"], ["data", "import"]])
def test_a_group_alone_shows_its_help(sto, group):
    run = sto(*group)
    assert (run.code, run.err) == (0, "")
    assert run.out == sto(*group, "--help").out.removesuffix("\n")


@pytest.mark.parametrize("command", [["find-region"], ["match"], ["data", "diff"], ["report", "plans"], ["validate"]])
def test_help_names_values_in_dutch(shown_help, command):
    shown = shown_help("nl", *command)
    assert not any(word in shown for word in ("<str>", "<path>", "<int", "<=", "COLUMN", "FILE", "FOLDER"))


def test_a_year_and_dutch_words_are_taken(sto):
    year = sto("report", "coverage", "--as-of", "2023", "--by", "provincie", "--format", "json")
    day = sto("report", "coverage", "--as-of", "31-12-2023", "--by", "province", "--format", "json")
    assert (year.code, year.out) == (0, day.out)
    assert sto("report", "coverage", "--target", "niettechnisch=10%").code == 0


@pytest.mark.parametrize(("typed", "code"), [(["abc", "9", "2"], 0), ([""], 1), (["0"], 1)])
def test_choosing_asks_again_with_a_reason(sto, monkeypatch, typed, code):
    answers = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(find_region.typer, "prompt", lambda *_, **__: next(answers))
    run = sto("find-region", "Bonhoeffer College Enschede", "--choose")
    assert run.code == code
    refused = [text for text in typed if text not in {"", "0", "2"}]
    assert all(f"“{text}” is geen nummer van 1 tot en met" in run.err for text in refused)
    assert next(answers, None) is None


def _in_shell(line: str) -> subprocess.CompletedProcess[str]:
    program = f'sto() {{ "{sys.executable}" -c "from sto_cli.cli.main import main; main()" "$@"; }}; '
    return subprocess.run(["bash", "-c", program + line], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize("command", ["find-region 00AH17", "report coverage --format json", "region list"])
def test_a_full_disk_is_said(tmp_path, command):
    run = _in_shell(f"ulimit -f 0; sto {command} > {tmp_path}/full; exit $?")
    assert run.returncode == 2
    assert run.stderr.startswith("Het antwoord kan niet helemaal worden opgeslagen")
    assert run.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize("command", ["report gaps", "region list", "report gaps --format json"])
def test_a_reader_that_stops_is_no_problem(command):
    run = _in_shell(f"sto {command} | head -1; exit ${{PIPESTATUS[0]}}")
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("written", ["x", "2026-13-40"])
def test_a_day_in_the_environment_that_is_none_is_a_sentence(sto, monkeypatch, written):
    monkeypatch.setenv("STO_TODAY", written)
    run = sto("report", "coverage")
    assert (run.code, run.out) == (2, "")
    assert f"In STO_TODAY staat geen datum: {written}." in run.err


def test_a_folder_that_is_gone_is_a_sentence(sto, monkeypatch, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    run = sto("validate", ".")
    assert (run.code, run.out) == (2, "")
    assert "De map waar u bent bestaat niet meer." in run.err
