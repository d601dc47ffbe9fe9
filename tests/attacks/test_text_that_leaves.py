"""One gate for all text that leaves the program: nothing from a file or its name steers a terminal, or hides itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.outgoing import outgoing, outgoing_json

DATA = Path(__file__).parent / "steering"
LIST = (
    "School;Plaats;Op\x1b[31mmerking\u202e\r\n"
    "Sint \x1b]0;x\x07Naam\x9b2J;Ensche\x9bde;\u202ekeer\u2066 \x1b[2J\r\n"
    "Het Stedelijk Alpha\x1b[31m;Enschede;\x9b2J\u2028\u200b=1+1\r\n"
)
STAY = "\t\n\xad\u200c\u200d"
"""What does not show and may leave: tab and line end, soft hyphen, and what joins letters or parts of a picture."""


def hidden(text: str) -> set[str]:
    """Return the characters that do not show and should not be there."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return {f"U+{ord(sign):04X}" for sign in text if sign not in STAY and unicodedata.category(sign)[:2] in _KINDS}


_KINDS = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """A folder with an odd name, a plan, a list and own data, made once: so what is derived of them is, too."""
    odd = tmp_path_factory.mktemp("odd") / "map\x1b[31m\u202e\x9b"
    odd.mkdir()
    shutil.copy(DATA / "plan.yaml", odd / "plan\x1b[2J\u202e.yaml")
    (odd / "list\x1b[2J\u202e.csv").write_bytes(LIST.encode())
    shutil.copytree(DATA, odd / "own")
    return odd


@pytest.fixture
def folder(odd, tmp_path, monkeypatch):
    """The same folder, cleared of what a test wrote there."""
    monkeypatch.chdir(tmp_path)
    yield odd
    for path in odd.iterdir():
        if path.name.startswith("out"):
            path.unlink()
    shutil.rmtree(odd / "new", ignore_errors=True)


PLAN = "plan\x1b[2J\u202e.yaml"
TABLE = "list\x1b[2J\u202e.csv"
TEXT_FORMS = {
    "find-region": (["find-region", "99ZZ01"], "text json"),
    "find-region-many": (["find-region", "Sint Naam egelloc College", "--limit", "20"], "text json"),
    "find-region-said": (["find-region", "\x1b[31m\u202e\x9b zoek"], "text json"),
    "region": (["region", "show", "stuur"], "text json"),
    "regions": (["region", "list"], "text json"),
    "school": (["school", "show", "99ZZ01"], "text json"),
    "coverage": (["report", "coverage", "--by", "region"], "text json csv markdown html xlsx"),
    "coverage-by-place": (["report", "coverage", "--by", "municipality"], "text json csv markdown html xlsx"),
    "coverage-of": (["report", "coverage", "--region", "stuur"], "text json csv markdown html xlsx"),
    "gaps": (["report", "gaps", "--region", "stuur"], "text json csv markdown html xlsx"),
    "region-report": (["report", "region", "stuur"], "text json csv markdown html xlsx"),
    "region-with-plans": (["report", "region", "stuur", "--plans", "@"], "text json csv markdown html xlsx"),
    "letter": (["validate", f"@/{PLAN}", "--letter"], "text markdown"),
    "trend": (["report", "trend", "--at", "2024-10-01"], "text json csv markdown html xlsx"),
    "plans": (["report", "plans", "@"], "text json csv markdown html xlsx ics"),
    "validate": (["validate", "@"], "text json github sarif junit"),
    "validate-diff": (["validate", "@", "--fix", "--diff"], "text json github"),
    "validate-missing": (["validate", "weg\x1b[31m\u202e\x9b"], "text json github sarif junit"),
    "plan-show": (["plan", "show", f"@/{PLAN}"], "text json markdown html"),
    "plan-new": (["plan", "new", "--school", "99ZZ01"], "yaml"),
    "match": (["match", f"@/{TABLE}"], "csv json"),
    "check": (["data", "check"], "text json"),
    "sources": (["data", "sources"], "text json"),
    "import": (["data", "import", "participation", f"@/{TABLE}", "--region", "stuur", "--as-of", "2026",
                "--all-take-part", "--output", "@/new", "--yes"], "text json"),
}  # fmt: skip
CALLS = [(name, form) for name, (_, forms) in TEXT_FORMS.items() for form in forms.split()]


def arguments(name, form, folder):
    words = [word.replace("@", str(folder)) for word in TEXT_FORMS[name][0]]
    asked = [] if form == "yaml" or name == "plan-new" else ["--format", form]
    return ["--data", str(folder / "own"), *words, *asked]


@pytest.mark.sample(8)
@pytest.mark.parametrize(("name", "form"), CALLS, ids=[f"{name}-{form}" for name, form in CALLS])
def test_in_a_pipe_nothing_hides(sto, folder, name, form):
    if form == "xlsx":
        pytest.skip("a workbook goes to a file")
    run = sto(*arguments(name, form, folder))
    assert run.code in {0, 1, 2}, run.err
    assert hidden(run.out) == set()
    assert hidden(run.err) == set()
    if form in {"json", "sarif"} and run.out:
        json.loads(run.out)


ENDINGS = {"text": "txt", "markdown": "md", "github": "log", "junit": "xml", "yaml": "yaml"}
WITH_OUTPUT = {"coverage", "gaps", "trend", "plans", "validate", "plan-show", "match", "letter", "region-with-plans"}
TO_FILES = sorted(
    {(name, form) for name, form in CALLS if name in WITH_OUTPUT and form in {"xlsx", "ics", "csv"}}
    | {(name, form) for form, name in {form: name for name, form in CALLS if name in WITH_OUTPUT}.items()}
)
"""Every workbook and table, and each other form once: what they hold is seen in the pipe; here the way to a file is."""


@pytest.mark.sample(3)
@pytest.mark.parametrize(("name", "form"), TO_FILES, ids=[f"{name}-{form}" for name, form in TO_FILES])
def test_in_a_file_nothing_hides(sto, folder, name, form):
    target = folder / f"out\x1b[31m.{ENDINGS.get(form, form)}"
    words = arguments(name, form, folder)
    if name == "match":
        words = words[:-2]
    run = sto(*words, "--output", target)
    assert run.code in {0, 1, 2}, run.err
    assert hidden(run.out + run.err) == set()
    if target.exists():
        assert hidden(content(target)) == set()


@pytest.mark.parametrize(
    "command",
    [
        ["match", f"@/{TABLE}"],
        ["plan", "new", "--school", "99ZZ01"],
        ["validate", f"@/{PLAN}", "--letter"],
        ["plan", "convert", f"@/{PLAN}"],
    ],
)
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_in_a_packed_file_nothing_hides(sto, folder, command, ending):
    target = folder / f"out.{ending}"
    run = sto("--data", folder / "own", *(word.replace("@", str(folder)) for word in command), "--output", target)
    if run.code != 2:
        assert hidden(content(target)) == set()


def test_the_review_file_hides_nothing(sto, folder):
    sto(*arguments("import", "text", folder))
    assert hidden(content(folder / "new" / "participation-review-stuur.csv")) == set()


def content(path):
    if path.suffix not in {".xlsx", ".docx"}:
        return path.read_bytes().decode()
    with zipfile.ZipFile(path) as archive:
        texts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert not any("_x001B_" in text or "_x0007_" in text for text in texts)
    return "".join(texts)


TERMINAL = ["find-region", "region", "school", "coverage", "gaps", "trend", "plans", "validate", "plan-show", "match",
            "check", "sources", "import"]  # fmt: skip


ONE_BY_ONE = """
import json, sys
from sto_cli.cli.main import main
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit as stop:
        print("ended with", stop.code)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal as Linux has it")
def test_on_a_terminal_only_the_programs_own_colours(folder):
    calls = [arguments(name, TEXT_FORMS[name][1].split()[0], folder) for name in TERMINAL]
    shown = on_a_terminal(["-c", ONE_BY_ONE, json.dumps(calls)])
    assert len(re.findall("ended with [01]\n", shown)) == len(TERMINAL), shown
    assert OWN.search(shown)
    bare = OWN.sub("", shown)
    assert "\x1b" not in bare
    assert hidden(bare) == set()


OWN = re.compile(r"\x1b\[(?:0|1|2|3[0-7]|1;3[0-7])m")


def on_a_terminal(words):
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    surroundings.pop("NO_COLOR", None)
    call = [sys.executable, *words]
    with subprocess.Popen(call, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        process.wait(300)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


ANY = st.text(st.characters(), max_size=40)


@given(ANY)
def test_whatever_the_text_nothing_hides(text):
    seen = outgoing(text)
    assert hidden(seen) <= {"U+FEFF"}
    assert len(seen) == len(text)
    assert outgoing(seen) == seen


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_json_loses_nothing(text):
    written = outgoing_json(json.dumps([text], ensure_ascii=False))
    assert hidden(written) == set()
    assert json.loads(written) == [text]


def test_what_people_write_stays():
    for text in ("één\r\ntwee\tdrie", "\ufeffSchool;Plaats", "co\xadöperatie", "👩\u200d🏫", "ﬁ½€ — “x” 你好"):
        assert outgoing(text) == text
        assert json.loads(outgoing_json(json.dumps(text, ensure_ascii=False))) == text
