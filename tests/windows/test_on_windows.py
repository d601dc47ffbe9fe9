"""What only Windows does; `.ci/windows` runs these under wine. The other tests run there too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "win32":
    pytest.skip("this is what only Windows does", allow_module_level=True)

GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"
FLAWED = (
    "titel: Techniek\r\nschool: 00AH17\r\nmijlpalen:\r\n  - {datum: 2027-06-31, mijlpaal: De groep is geslaagd.}\r\n"
)
SCRIPTS = Path(sys.executable).parent / "Scripts"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    made = tmp_path / "Plannen van Zoë & co"
    made.mkdir()
    monkeypatch.chdir(made)
    shutil.copy(GOOD, "plan.yaml")
    return made


def started(*words, **surroundings):
    """Run `sto` in a process of its own, as a shell does; return the exit code and the bytes that it wrote."""
    surroundings = {**os.environ, **surroundings}
    surroundings.pop("STO_TRACEBACK", None)
    done = subprocess.run(
        [sys.executable, "-m", "sto_cli", *words], capture_output=True, env=surroundings, check=False, timeout=300
    )
    return done.returncode, done.stdout, done.stderr


def test_a_path_with_a_drive_is_read_and_named_as_it_was_given(sto, folder):
    Path("fout.yaml").write_bytes(FLAWED.encode())
    path = str(folder / "fout.yaml")
    assert path[1:3] == ":\\"
    assert f"{path}:4:13" in sto("validate", path).out


@pytest.mark.parametrize("path", [r"\\?\{}\plan.yaml", r"\\localhost\{}\plan.yaml"], ids=["long", "share"])
def test_a_path_of_a_share_is_read(sto, folder, path):
    name = str(folder) if "?" in path else str(folder).replace(":", "$", 1)
    path = path.format(name)
    if not Path(path).exists():
        pytest.skip("this computer shares no disk with itself")
    assert sto("validate", path).code in {0, 1}


def test_a_share_that_is_not_there_is_one_sentence(sto):
    run = sto("validate", r"\\nergens\plannen\plan.yaml")
    assert (run.code, run.out) == (2, "")
    assert r"\\nergens\plannen\plan.yaml" in run.err
    assert len(run.err.splitlines()) <= 2


@pytest.mark.parametrize("name", ["aux.docx", "con.md", "nul.txt", "com1.html", "LPT9.docx", "prn"])
def test_a_name_that_windows_keeps_for_itself_is_refused(sto, name):
    words = ["plan", "new"] if name.endswith("docx") else ["plan", "show", "plan.yaml", "--format", "markdown"]
    for force in ([], ["--force"]):
        run = sto(*words, "--output", name, *force)
        assert (run.code, run.out) == (2, "")
        assert name in run.err
    assert sorted(path.name for path in Path().iterdir()) == ["plan.yaml"]


HOLDING = """
import ctypes, sys
create = ctypes.windll.kernel32.CreateFileW
create.restype = ctypes.c_void_p
handle = create(sys.argv[1], 0x80000000, 0, None, 3, 0, None)
print(handle != ctypes.c_void_p(-1).value, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held():
    """Let another process hold a file open, as Word does with the document that it shows."""
    processes = []

    def hold(path):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        processes.append(process)
        assert process.stdout.readline().strip() == "True"

    yield hold
    for process in processes:
        process.communicate(timeout=300)


def test_a_file_that_another_program_holds_is_one_sentence(sto, held):
    held("plan.yaml")
    run = sto("validate", "plan.yaml")
    assert run.code in {1, 2}
    assert "plan.yaml" in run.out + run.err


def test_an_answer_does_not_take_the_place_of_a_file_that_is_open(sto, held):
    Path("antwoord.docx").write_text("van iemand")
    held("antwoord.docx")
    run = sto("plan", "show", "plan.yaml", "--output", "antwoord.docx", "--force")
    assert (run.code, run.out) == (2, "")
    assert "antwoord.docx" in run.err
    assert sorted(path.name for path in Path().iterdir()) == ["antwoord.docx", "plan.yaml"]


@pytest.mark.parametrize("encoding", [{}, {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}], ids=["none", "cp1252"])
def test_what_goes_through_a_pipe_is_utf_8(encoding):
    code, out, err = started("find-region", "00AH17", **encoding)
    assert (code, err) == (0, b"")
    assert "✓" in out.decode("utf-8")


def test_a_console_that_knows_no_such_sign_gets_another():
    """In a real console Python writes characters, whatever the page of codes; a test has a pipe only."""
    code, out, _ = started("report", "coverage", PYTHONUTF8="0")
    assert code == 0
    assert "█" in out.decode("utf-8")


def test_lines_keep_their_ends_when_a_plan_is_mended(sto):
    Path("fout.yaml").write_bytes(GOOD.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    before = Path("fout.yaml").read_bytes()
    sto("validate", "fout.yaml", "--fix")
    after = Path("fout.yaml").read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n") > 0
    assert after.count(b"\n") >= before.count(b"\n") - 1


def test_a_list_as_excel_writes_it(sto):
    Path("lijst.csv").write_bytes("School;Plaats\r\nBonhoeffer College;Enschede\r\nCafé;Één\r\n".encode("cp1252"))
    run = sto("match", "lijst.csv", "--output", "gekoppeld.csv")
    assert run.code == 1
    assert b"\r\r\n" not in Path("gekoppeld.csv").read_bytes()


def test_two_runs_at_once_lose_nothing_of_each_other():
    codes = ["00AH17", "02DO02"]
    for code in codes:
        Path(f"{code}.csv").write_text(f"Code\n{code}\n")
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "sto_cli", "data", "import", "participation", f"{code}.csv", "--region", "twente",
             "--as-of", "2026", "--all-take-part", "--output", ".", "--yes"]
        )
        for code in codes
    ]  # fmt: skip
    ends = [run.wait(timeout=300) for run in runs]
    kept = Path("participation.yaml").read_text("utf-8")
    assert 0 in ends
    assert all(code in kept for code, end in zip(codes, ends, strict=True) if end == 0)


@pytest.mark.skipif(not (SCRIPTS / "sto-menu.exe").exists(), reason="the program is not installed by pip")
def test_the_menu_opens_by_a_double_click():
    """What a double click starts: the program by its whole path, in the folder where it is installed."""
    done = subprocess.run(
        [SCRIPTS / "sto-menu.exe"], input=b"\r\n", capture_output=True, cwd=SCRIPTS, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Wat wilt u weten of doen?" in (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.skipif(not (SCRIPTS / "sto.exe").exists(), reason="the program is not installed by pip")
def test_the_installed_command_answers():
    done = subprocess.run(
        [SCRIPTS / "sto.exe", "find-region", "Het", "Stedelijk", "Alpha"], capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Techniekregio Twente" in done.stdout.decode("utf-8")
