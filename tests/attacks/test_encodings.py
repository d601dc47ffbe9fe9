"""Marks, stray bytes, odd line ends: what can be told is read, and else the sentence names the line."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from sto_cli.files.decoding import decode

PLAN = "titel: Technieklab één\nschool: 00AH17\ndoelen: 40 leerlingen kiezen in 2027 techniek in één keuzevak\n"
LETTER = "Beste regio,\nHoe past het in de regiovisie?\nWat zijn de doelen?\n40 leerlingen kiezen in 2027 één vak.\n"
LIST = "School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;ja\nCollège één;Ede;nee\n"
OWN = (
    "as_of: 2026-10\nsource: lijst één\nparticipation:\n"
    "  - {school: 00AH17, region: twente, status: not_participating, source: één}\n"
)
DECISIONS = '{"format": 1, "decisions": [{"name": "Collège één", "place": "Ede", "school": "25GE02"}]}'


def stray(text: str, byte: bytes) -> bytes:
    """The last é of a text as one byte, the others as UTF-8."""
    before, _, after = text.rpartition("é")
    return before.encode() + byte + after.encode()


TOLD = {
    "UTF-8": str.encode,
    "UTF-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "two marks": lambda text: 2 * codecs.BOM_UTF8 + text.encode(),
    "UTF-16 LE": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-32 LE": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    "UTF-32 BE": lambda text: codecs.BOM_UTF32_BE + text.encode("utf-32-be"),
    "UTF-16 LE without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE without a mark": lambda text: text.encode("utf-16-be"),
    "UTF-32 LE without a mark": lambda text: text.encode("utf-32-le"),
    "UTF-32 BE without a mark": lambda text: text.encode("utf-32-be"),
    "returns": lambda text: text.replace("\n", "\r").encode(),
    "returns and line feeds": lambda text: text.replace("\n", "\r").replace("\r", "\r\n", 1).encode(),
}
GUESSED = {
    "Windows-1252": lambda text: text.encode("cp1252"),
    "Mac Roman": lambda text: text.encode("mac_roman"),
    "DOS": lambda text: text.encode("cp850"),
    "a mark and a byte of Windows": lambda text: codecs.BOM_UTF8 + stray(text, b"\xe9"),
    "a mark and a byte of a Mac": lambda text: codecs.BOM_UTF8 + stray(text, b"\x8e"),
    "a byte of DOS": lambda text: stray(text, b"\x82"),
    "returns and a byte of Windows": lambda text: stray(text, b"\xe9").replace(b"\n", b"\r"),
    "Windows lines and a byte of a Mac": lambda text: stray(text, b"\x8e").replace(b"\n", b"\r\n"),
}
ALL = {**TOLD, **GUESSED}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("own").mkdir()


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("text", [PLAN, LETTER, LIST, OWN, DECISIONS], ids=["plan", "letter", "list", "own", "json"])
def test_every_letter_is_read(name, text):
    read = decode(ALL[name](text)).text.replace("\r\n", "\n").replace("\r", "\n")
    assert read.removeprefix("\ufeff") == text


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("file", "text", "line"), [("plan.yaml", PLAN, 3), ("plan.txt", LETTER, 4)])
def test_a_plan_says_where_it_is_no_utf_8(sto, name, file, text, line):
    Path(file).write_bytes(ALL[name](text))
    [found] = json.loads(sto("validate", file, "--format", "json").out)["files"]
    said = [one["line"] for one in found["findings"] if one["rule"] == "not-utf-8"]
    first = 1 if "16" in name or "32" in name or (name in {"Windows-1252", "Mac Roman", "DOS"} and line == 3) else line
    assert said == ([first] if name in GUESSED or first == 1 else [])
    assert [one["rule"] for one in found["findings"] if one["rule"] in {"not-a-plan", "yaml-syntax"}] == []


@pytest.mark.parametrize("name", ALL)
def test_a_list_keeps_its_columns(sto, name):
    Path("list.csv").write_bytes(ALL[name](LIST))
    rows = json.loads(sto("match", "list.csv", "--format", "json").out)["rows"]
    assert [row["row"] for row in rows] == [2, 3]
    assert rows[0]["school"] == "00AH17"


IMPORT = ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026", "--yes"]


@pytest.mark.parametrize("name", TOLD)
def test_own_data_and_decisions_are_read(sto, name):
    Path("own/participation.yaml").write_bytes(TOLD[name](OWN))
    Path("own/decisions.json").write_bytes(TOLD[name](DECISIONS))
    assert "not_participating" in sto("--data", "own", "find-region", "00AH17", "--format", "json").out
    Path("list.csv").write_text(LIST, encoding="utf-8")
    run = sto(*IMPORT, "--output", "own")
    assert run.code == 0, run.err
    assert "25GE02" in Path("own/participation.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", GUESSED)
def test_own_data_that_would_be_guessed_is_refused_with_the_line(sto, name):
    content = GUESSED[name](OWN)
    Path("own/participation.yaml").write_bytes(content)
    Path("list.csv").write_text(LIST, encoding="utf-8")
    line = 2 if name in {"Windows-1252", "Mac Roman", "DOS"} else 4
    for command in (["--data", "own", "report", "coverage"], ["--data", "own", "data", "check"],
                    [*IMPORT, "--output", "own"]):  # fmt: skip
        run = sto(*command)
        assert run.code == 2
        assert f"kijk naar regel {line}." in run.err
    assert Path("own/participation.yaml").read_bytes() == content


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_a_break_that_no_editor_counts_moves_no_line(sto, sign):
    Path("own/participation.yaml").write_text(OWN.replace("één", f"a{sign}b") + "  - {school: x}\n", encoding="utf-8")
    assert "participation.yaml:5" in sto("--data", "own", "report", "coverage").err
    Path("plan.yaml").write_text(PLAN.replace("één", f"a{sign}b", 1) + "dolen: x\n", encoding="utf-8")
    found = json.loads(sto("validate", "plan.yaml", "--format", "json").out)["files"][0]["findings"]
    assert {one["line"] for one in found if one["rule"] in {"misspelt-key", "duplicate-key"}} == {4}


def test_one_zero_byte_makes_no_other_kind_of_a_file(sto):
    Path("plan.yaml").write_text(PLAN.replace("keuzevak", "keuze\0vak"), encoding="utf-8")
    [found] = json.loads(sto("validate", "plan.yaml", "--format", "json").out)["files"]
    assert [(one["rule"], one["line"]) for one in found["findings"] if "U+0000" in one["message"]] == [
        ("yaml-syntax", 3)
    ]
    Path("list.csv").write_text(LIST.replace("Ede", "E\0de"), encoding="utf-8")
    run = sto("match", "list.csv", "--format", "json")
    assert [row["row"] for row in json.loads(run.out)["rows"]] == [2, 3]
    Path("own/participation.yaml").write_text(OWN.replace("region", "reg\0ion"), encoding="utf-8")
    assert "participation.yaml:4" in sto("--data", "own", "report", "coverage").err


@pytest.mark.parametrize("cut", [b"caf\xc3", b"\xe2\x82", b"\xf0\x9f\x98"])
def test_a_last_character_that_is_cut_off_is_on_its_line(sto, cut):
    Path("plan.yaml").write_bytes(PLAN.encode() + cut)
    [found] = json.loads(sto("validate", "plan.yaml", "--format", "json").out)["files"]
    assert [one["line"] for one in found["findings"] if one["rule"] == "not-utf-8"] == [4]
    Path("own/participation.yaml").write_bytes(OWN.encode() + b"# " + cut)
    assert "kijk naar regel 5." in sto("--data", "own", "report", "coverage").err


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
def test_a_mark_alone_is_an_empty_file(sto, mark):
    for name in ("plan.yaml", "list.csv", "own/participation.yaml"):
        Path(name).write_bytes(mark)
    assert sto("validate", "plan.yaml").code == 1
    assert "leeg" in sto("match", "list.csv").err
    assert "leeg" in sto("--data", "own", "report", "coverage").err
