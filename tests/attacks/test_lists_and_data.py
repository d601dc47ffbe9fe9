"""A list, own data, a plan from a stranger: each costs at most 2 s and 300 MB, and none is waited for."""

from __future__ import annotations

import json
import os
import sys
from itertools import islice, permutations

import pytest

pytestmark = pytest.mark.slow  # most wait for a limit, in a process of their own

OWN = "as_of: 2026-11\nsource: x\nparticipation:\n"
ENTRY = "{school: 00AH17, region: twente, status: participating}"
DEEP = "as_of: 2026-11\nsource: x\nx0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"x{at}: &a{at} [{','.join([f'*a{at - 1}'] * 10)}]\n" for at in range(1, 7)
)

LISTS = {
    "a heading of a million columns": lambda: ";".join(f"k{at}" for at in range(1_000_000)) + "\nx;y\n",
    "a heading of 17,000 columns": lambda: "School;" * 17_000 + "\nx;y\n",
    "2,000 empty cells in a row": lambda: "School;Plaats\n" + (";" * 2000 + "\n") * 20_000,
    "40 million commas": lambda: "School,Plaats\n" + "," * 40_000_000,
    "20 million lines": lambda: "School;Plaats\n" + "\n" * 20_000_000,
    "20 million returns": lambda: "School;Plaats\r" + "\r" * 20_000_000,
    "one line of 49 MB": lambda: "School;Plaats\n" + "a" * 49_000_000,
    "120,000 rows": lambda: "School;Plaats\n" + "a;b\n" * 120_000,
    "60 MB": lambda: "School;Plaats\n" + "abcdefghij;klmnopqrst\n" * 2_700_000,
    "30 million quotation marks": lambda: "School;Plaats\n" + '"' * 30_000_000,
    "40,000 words that no school bears": lambda: "School\n" + "".join(f"{words(at, 10)}\n" for at in range(4_000)),
    "16,000 different names": lambda: "School\n" + "".join(f"school {words(at, 1)}\n" for at in range(16_000)),
}

COMMON = (
    "christelijk", "lyceum", "gymnasium", "mavo", "vakcollege", "noord", "oost", "west", "sint", "lucia", "pius", "tl",
)  # fmt: skip


def words(at, number):
    """Words of letters alone, no two the same."""
    return " ".join("".join(chr(97 + ord(digit) % 26) for digit in f"{at * number + one:08}") for one in range(number))


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_none_is_refused_in_time(bounded, tmp_path, name):
    (tmp_path / "list.csv").write_text(LISTS[name]())
    run = bounded("match", tmp_path / "list.csv")
    assert run.code == 2
    assert "list.csv is te groot om te lezen" in run.err


READ = {
    "codes that are none": lambda: "Code\n" + "".join(f"{at % 90 + 10}ZZ{at // 90 % 90 + 10}\n" for at in range(8_000)),
    "the same row again and again": lambda: "School;Plaats\n" + "éüë college;Enschedé\n" * 40_000,
    "headings again and again": lambda: "School;Plaats\n" * 40_000,
    "unclosed quotation marks": lambda: "School;Plaats\n" + '"x;y\n' * 20_000,
    "misplaced quotation marks": lambda: "School;Plaats\n" + 'a"b;"c\n' * 20_000,
    "names of 90,000 letters": lambda: "School;Plaats\n" + ("college " * 11_000 + ";x\n") * 30,
    "pages that no two rows share": lambda: (
        "School;Website\n" + "".join(f"x;www.{words(at, 1)}.nl\n" for at in range(3_000))
    ),
    "fifty places in a cell": lambda: (
        "School;Plaats\n" + "".join(f"College {at};{'/'.join(['Ede', 'Goor', 'Almelo'] * 20)}\n" for at in range(300))
    ),
    "columns that say nothing": lambda: "School" + ";" * 17 + "\n" + f"Nergens{';x' * 17}\n" * 99_000,
    "stray bytes": lambda: "School;Plaats\n" + "é;x\n" * 5_000,
    "words that many schools bear": lambda: (
        "School;Plaats\n"
        + "".join(f"{' '.join(one)};Rotterdam/Breda/Ede\n" for one in islice(permutations(COMMON, 4), 1_500))
    ),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", READ)
def test_an_odd_list_is_read_in_time(bounded, tmp_path, name):
    (tmp_path / "list.csv").write_bytes(READ[name]().encode("cp1252"))
    assert bounded("match", tmp_path / "list.csv", seconds=4).code == 1


DATA = {
    "aliases": lambda: f"{OWN}  - &a {ENTRY}\n" + "  - *a\n" * 30_000,
    "aliases of aliases": lambda: DEEP + "participation: *a6\n",
    "two million times x": lambda: OWN + "  - x\n" * 2_000_000,
    "a list of three million": lambda: "- x\n" * 3_000_000,
    "50,000 entries that are wrong": lambda: OWN + "  - {school: x, region: x, status: nee}\n" * 50_000,
    "10,000 schools that are none": lambda: (
        OWN
        + "".join(
            f"  - {{school: {at % 90 + 10}ZZ{at // 90}, region: r{at}, status: participating}}\n" for at in range(9_000)
        )
    ),
    "brackets": lambda: OWN + "  - " + "[" * 1_000_000,
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", DATA)
def test_own_data_that_is_none_is_refused_in_time(bounded, tmp_path, name):
    (tmp_path / "participation.yaml").write_text(DATA[name]())
    assert bounded("--data", tmp_path, "report", "coverage", seconds=4).code == 2


PLANS = {
    "points": lambda: "doelen:\n" + "- x\n" * 240_000,
    "lines": lambda: "titel: x\n" + "\n" * 990_000,
    "quotation marks": lambda: "titel: 'x\n" * 90_000,
    "brackets": lambda: "[" * 900_000,
    "anchors": lambda: "a: &x b\n" * 100_000,
    "words": lambda: "doelen: " + "woord " * 160_000,
    "one word": lambda: "doelen: " + "w" * 960_000,
    "points in a row": lambda: "doelen: " + "." * 960_000,
    "digits": lambda: "school: x\nmiddelen: [{post: a, bedrag: " + "1" * 900_000 + "}]\n",
    "dates": lambda: "mijlpalen: [{datum: " + "1 oktober " * 90_000 + ", mijlpaal: a}]\n",
    "a school": lambda: "school: " + "college " * 110_000 + "\n",
    "a region": lambda: "regio: " + "twente " * 110_000 + "\n",
    "headings": lambda: "".join(f"k{at}{'x' * 50}: y\n" for at in range(15_000)),
    "a text without headings": lambda: "Doelen\n" + "een doel van de school\n" * 40_000,
    "headings without answers": lambda: "Doelen\nActiviteiten\nMijlpalen\n" * 30_000,
    "a table": lambda: "doelen | activiteiten\n" * 40_000,
    "1,950 words on one line": lambda: "doelen: x\nvormen: [" + ", ".join(f"x{at} onderbouw" for at in range(1_950)),
    "1,950 costs": lambda: (
        "doelen: x\nmiddelen:\n" + "".join(f"- 3 robots {at} x 450 = 1.350\n" for at in range(1_950))
    ),
    "1,950 equal costs": lambda: (
        "doelen: x\nmiddelen:\n" + "".join(f"- robot {at}: 1.350 euro\n" for at in range(1_950))
    ),
    "1,950 costs of the same": lambda: (
        "doelen: x\nmiddelen:\n" + "".join(f"- dezelfde robots{at} 1.350 euro\n" for at in range(1_950))
    ),
    "1,950 costs without an amount": lambda: (
        "doelen: x\nmiddelen:\n" + "".join(f"- kosten van robot {at}\n" for at in range(1_950))
    ),
    "1,950 partners": lambda: (
        "doelen: x\nsamenwerking:\n" + "".join(f"- Bedrijf{at} BV en Firma{at}\n" for at in range(1_950))
    ),
    "a partner of one word": lambda: "doelen: x\nsamenwerking: " + "a" * 9_900 + " geeft les\n",
    "a partner of many capitals": lambda: "doelen: x\nsamenwerking: " + "Qa " * 3_300 + "geeft les\n",
    "a text of questions": lambda: "Wat zijn de doelen?\nWelke activiteiten?\n" * 950,
    "a text of empty lines": lambda: "Doelen\nActiviteiten\nx" + "\n" * 99_000,
    "a text of costs": lambda: "Doelen\nMiddelen\n" + "robot\t3 x 45\n" * 950,
    "a text of one sign": lambda: "Doelen\nActiviteiten\n" + "a\n" * 1_990,
}


def test_a_folder_of_logs_is_looked_at_in_time(bounded, tmp_path):
    line = "2026-11-27 10:00:01 WARN [main] the partner did not answer when the planning stopped: %d\n"
    for at in range(100):
        (tmp_path / f"{at}.txt").write_text("".join(line % number for number in range(300)))
    assert "100 bestanden zijn geen plan" in bounded("validate", tmp_path, seconds=4).err


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", PLANS)
def test_a_plan_that_is_none_is_judged_in_time(bounded, tmp_path, name):
    (tmp_path / "plan.yaml").write_text(PLANS[name]())
    assert bounded("validate", tmp_path / "plan.yaml", seconds=4).code == 1


MENDED = {
    "1,950 forms on one line": lambda: "vormen: [" + ", ".join(f"x{at} onderbouw" for at in range(1_950)) + "]\n",
    "1,950 forms, and one that cannot be mended": lambda: (
        "vormen: [" + ", ".join(f"x{at} onderbouw" for at in range(950)) + "]\nDOELEN: x\ndoelen: y\n"
    ),
    "1,950 amounts": lambda: "middelen:\n" + "".join(f"- {{post: x, bedrag: '€ {at + 1},-'}}\n" for at in range(640)),
    "1,950 headings": lambda: "".join(f"TITEL{at}: x\n" for at in range(950)) + "doelen: x\nREGIOVISIE: y\n",
}


@pytest.mark.parametrize("name", MENDED)
def test_a_plan_of_flaws_is_mended_in_time(bounded, tmp_path, name):
    (tmp_path / "plan.yaml").write_text(f"titel: x\n{MENDED[name]()}")
    assert bounded("validate", tmp_path / "plan.yaml", "--fix", "--diff", seconds=4).code == 1


def test_a_long_question_is_answered_in_time(bounded):
    assert bounded("find-region", "college " * 15_000).code == 1


@pytest.mark.sample(1)
@pytest.mark.parametrize("width", ["99999999999999", "-5", "abc", "0", "1", "", "٣"])
def test_an_odd_width_costs_nothing(bounded, width):
    assert bounded("--help", COLUMNS=width, TERMINAL_WIDTH=width).code == 0
    assert bounded("report", "gaps", "--region", "twente", COLUMNS=width).code == 0


pipes = pytest.mark.skipif(sys.platform == "win32", reason="named pipes as Unix has them")
GOOD = "tests/cases/missing-question/pass-all-six.yaml"


@pipes
def test_no_pipe_in_a_folder_is_waited_for(bounded, tmp_path, root):
    os.mkfifo(tmp_path / "p.yaml")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "l.yaml").symlink_to("p.yaml")
    (tmp_path / "m.yaml").symlink_to("pipe")
    (tmp_path / "plan.yaml").write_bytes((root / GOOD).read_bytes())
    run = bounded("validate", tmp_path, "--format", "json")
    assert [one["valid"] for one in json.loads(run.out)["files"]] == [True]
    assert "geen gewoon bestand" in bounded("validate", tmp_path / "p.yaml").err
    assert "geen gewoon bestand" in bounded("match", tmp_path / "pipe").err


@pipes
@pytest.mark.parametrize("name", ["participation.yaml", "schools.yaml", "regions.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "endless"])
def test_no_pipe_is_waited_for_as_own_data(bounded, tmp_path, name, kind):
    if kind == "pipe":
        os.mkfifo(tmp_path / name)
    else:
        (tmp_path / name).symlink_to("/dev/zero")
    run = bounded("--data", tmp_path, "report", "coverage")
    assert run.code == 2
    assert "geen gewoon bestand" in run.err


@pipes
def test_no_pipe_is_waited_for_in_the_cache(bounded, tmp_path):
    for find in (["find-region", "00AH17"], ["find-region", "stedelijk alpha"]):
        assert bounded(*find, STO_CACHE=str(tmp_path)).code in {0, 1}
    for copy in list(tmp_path.iterdir()):
        copy.unlink()
        os.mkfifo(copy)
    assert bounded("find-region", "00AH17", STO_CACHE=str(tmp_path)).code == 0
    assert bounded("find-region", "stedelijk alpha", STO_CACHE=str(tmp_path)).code in {0, 1}


@pipes
def test_what_a_shell_hands_over_is_read(bounded, root):
    assert bounded("validate", "/dev/stdin", stdin=(root / GOOD).read_bytes()).code == 0


@pytest.mark.parametrize("body", [b"", b"{}", b"[]\n", b'{"x": [1]}\nnull\n\xff', b"[1,2,3,4,5,6]\n", b"\n\n\n"])
def test_a_copy_that_matches_and_holds_nonsense_is_made_anew(sto, tmp_path, monkeypatch, body):
    import zlib

    monkeypatch.setenv("STO_CACHE", str(tmp_path))
    right = sto("find-region", "00AH17", "--format", "json")
    for copy in tmp_path.glob("*.copy"):
        words = copy.read_bytes().partition(b"\n")[0].split(b" ")
        copy.write_bytes(b" ".join(words[:-1]) + b" %08x\n" % zlib.crc32(body) + body)
    assert sto("find-region", "00AH17", "--format", "json") == right


@pytest.mark.skipif(sys.platform == "win32", reason="users and rights as Unix has them")
@pytest.mark.parametrize("who", ["another user", "others may write"])
def test_a_copy_that_another_user_may_have_written_is_not_believed(sto, tmp_path, monkeypatch, who):
    import zlib

    monkeypatch.setenv("STO_CACHE", str(tmp_path))
    right = sto("find-region", "00AH17", "--format", "json")
    for copy in tmp_path.glob("*.copy"):
        head, _, body = copy.read_bytes().partition(b"\n")
        forged = body.replace(b"Het Stedelijk Alpha", b"Het Vervalste Alpha")
        copy.write_bytes(b" ".join([*head.split(b" ")[:-1], b"%08x" % zlib.crc32(forged)]) + b"\n" + forged)
        if who == "others may write":
            copy.chmod(0o666)
    if who == "another user":
        monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert sto("find-region", "00AH17", "--format", "json") == right
    assert "Vervalste" not in right.out
