"""Names that are no UTF-8, wherever a name is given: an answer in valid UTF-8 that mixes no two files up."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("names that are not UTF-8", allow_module_level=True)

GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"
ODD = os.fsdecode(b"\xe9\xff\xc3")
OWN = "as_of: 2026-11\nsource: x\nparticipation:\n  - {school: 00AH17, region: twente, status: participating}\n"
WRONG = "titel: T\nschool: 00AH17\nmijlpalen: [{datum: 1 oktober 2026, mijlpaal: De werkplaats is ingericht.}]\n"
PLAN, LIST, DATA = f"{ODD}/plans/{ODD}.yaml", f"{ODD}/{ODD}.csv", f"{ODD}/own"
ENDINGS = {"markdown": "md", "text": "txt", "github": "txt", "junit": "xml"}
IMPORT = ["data", "import", "participation", LIST, "--region", "twente", "--as-of", "2026", "--yes", "--output"]


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(f"{ODD}/plans").mkdir(parents=True)
    Path(DATA).mkdir()
    shutil.copy(GOOD, PLAN)
    Path(f"{ODD}/plans/{ODD}w.yaml").write_text(WRONG)
    Path(LIST).write_text("School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;ja\nNergens;X;ja\n")
    Path(f"{DATA}/participation.yaml").write_text(OWN)


def right(run):
    """The answer is one, and text of valid UTF-8 that shows no halves of characters."""
    assert run.code in {0, 1, 2}
    for text in (run.out, run.err):
        text.encode()
        assert "\\udc" not in text.lower()
        assert "Traceback" not in text
    return run


REPORTS = {
    "validate": (["validate", f"{ODD}/plans"], "text json github sarif junit"),
    "letter": (["validate", PLAN, "--letter"], "text json markdown docx"),
    "plans": (["report", "plans", f"{ODD}/plans"], "text json csv markdown html xlsx docx ics"),
    "plan": (["plan", "show", PLAN], "text json markdown html xlsx docx"),
    "coverage": (["--data", DATA, "report", "coverage"], "text json csv markdown html xlsx docx"),
    "gaps": (["--data", DATA, "report", "gaps", "--region", "twente"], "json csv html xlsx docx"),
    "region": (["report", "region", "twente", "--plans", f"{ODD}/plans"], "text json csv html xlsx docx"),
    "school": (["--data", DATA, "school", "show", "00AH17"], "text json markdown html xlsx docx"),
    "facts of a region": (["--data", DATA, "region", "show", "twente"], "text json csv html xlsx docx"),
    "sources": (["--data", DATA, "data", "sources"], "text json csv html xlsx docx"),
    "check": (["--data", DATA, "data", "check"], "text json"),
    "difference": (["data", "diff", DATA, DATA], "text json"),
    "match": (["match", LIST], "json csv xlsx"),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", REPORTS)
def test_an_answer_in_every_form(sto, name):
    command, forms = REPORTS[name]
    for form in forms.split():
        output = Path(f"{ODD}/{ODD}-out.{ENDINGS.get(form, form)}") if name not in {"check", "difference"} else None
        more = ["--output", output, "--force"] if output else []
        run = right(sto(*command, "--format", form, *more))
        assert run.code in {0, 1}, run.err
        if form == "json" and not more:
            json.loads(run.out)
        if more:
            content = output.read_bytes()
            if content.startswith(b"PK"):
                with zipfile.ZipFile(output) as archive:
                    content = b"".join(archive.read(part) for part in archive.namelist())
            content.decode("utf-8")


WORDS = [
    ["find-region", ODD],
    ["school", "show", ODD],
    ["region", "show", ODD],
    ["explain", ODD],
    ["report", "region", ODD],
    ["report", ODD],
    [ODD],
    [f"--{ODD}"],
    ["--lang", ODD],
    ["--data", f"{ODD}x", "report", "coverage"],
    ["validate", f"{ODD}x.yaml"],
    ["validate", PLAN, "--ignore", ODD],
    ["match", LIST, "--sheet", ODD],
    ["match", LIST, "--name", ODD],
    ["plan", "new", "--school", ODD],
    ["plan", "new", "--output", f"{ODD}/{ODD}n.yaml"],
    ["plan", "convert", PLAN, "--output", f"{ODD}/{ODD}n.docx"],
    ["data", "diff", f"{ODD}a", f"{ODD}b"],
    ["data", "import", "duo", LIST, "--as-of", "2026-09", "--yes", "--output", f"{ODD}/duo"],
    [*IMPORT[:5], ODD, *IMPORT[6:], f"{ODD}/made"],
    [*IMPORT[:7], ODD, *IMPORT[8:], f"{ODD}/made"],
    [*IMPORT, f"{ODD}/made", "--source", ODD],
    [*IMPORT, f"{ODD}/made", "--status", ODD],
    *(["report", "coverage", option, ODD]
      for option in ("--region", "--province", "--as-of", "--format", "--by", "--target")),
    ["report", "coverage", "--output", f"{ODD}x/y.csv"],
    ["report", "coverage", "--output", f"y.{ODD}"],
]  # fmt: skip


@pytest.mark.parametrize("command", WORDS, ids=lambda words: " ".join(map(ascii, words[:3])))
def test_a_word_that_is_no_text(sto, command):
    right(sto(*command))
    if command[0] in {"find-region", "school", "region", "match"}:
        json.loads(right(sto(*command, "--format", "json")).out or "{}")


@pytest.mark.parametrize("name", ["STO_DATA", "STO_CACHE", "STO_TODAY", "STO_LANG", "LANG", "COLUMNS", "TMPDIR", "HOME",
                                  "XDG_CONFIG_HOME", "TERM", "NO_COLOR"])  # fmt: skip
def test_surroundings_that_are_no_text(sto, monkeypatch, name):
    monkeypatch.setenv(name, {"STO_DATA": DATA}.get(name, str(Path(ODD).absolute())))
    for command in (["find-region", "00AH17"], ["validate", PLAN, "--format", "json"],
                    ["report", "coverage", "--output", "x.xlsx", "--force"]):  # fmt: skip
        assert right(sto(*command)).code == (2 if name == "STO_TODAY" else 0)


def test_two_names_that_look_alike_are_two_files(sto):
    Path("both").mkdir()
    names = [os.fsdecode(b"p\xe9"), os.fsdecode(b"p\xff"), "p?", "p\N{REPLACEMENT CHARACTER}"]
    for at, name in enumerate(names):
        Path("both", f"{name}.yaml").write_text(f"titel: Plan{at}\ndoelen: 40 leerlingen kiezen techniek in Plan{at}\n")
    found = json.loads(sto("validate", "both", "--format", "json").out)["files"]
    assert len({one["path"] for one in found}) == len(names)
    sto("validate", "both", "--letter", "--format", "markdown")
    for at, name in enumerate(names):
        assert f"Plan{at}" in Path("both", f"{name}-brief.md").read_text("utf-8")
        assert sto("plan", "convert", f"both/{name}.yaml", "--output", f"both/{name}.docx").code == 0
        Path("both", f"{name}.yaml").unlink()
    sto("validate", "both", "--comments")
    for at, name in enumerate(names):
        [copy] = (path for path in Path("both").glob("*-met-opmerkingen*.docx") if path.name.startswith(name))
        with zipfile.ZipFile(copy) as archive:
            assert f"Plan{at}" in archive.read("word/document.xml").decode()
    for at, name in enumerate(names):
        Path("both", f"{name}.log").write_text(f"log {at}")
    assert "4 bestanden zijn geen plan" in sto("validate", "both").err
