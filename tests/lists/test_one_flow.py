"""Decisions are made once: the review, the review file and the import share them, and a linked list keeps its codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sto_cli.cli import match as command
from sto_cli.files.yaml.reader import read_yaml

ROWS = """\
School;Plaats;Deelname
Bonhoeffer College;Enschede;ja
Het Stedelijk Alpha;Enschede;nee
ROC van Twente;Hengelo;ja
"""


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("lijst.csv").write_text(ROWS, encoding="utf-8")


@pytest.fixture
def review(sto, monkeypatch):
    def run(*keys: str, more: tuple[str, ...] = ()):
        typed = iter(keys)
        monkeypatch.setattr(command, "can_ask", lambda: True)
        monkeypatch.setattr(command.typer, "getchar", lambda: next(typed, ""))
        monkeypatch.setenv("TERM", "dumb")
        return sto(*more, "match", "lijst.csv", "--review")

    return run


@pytest.fixture
def take(sto):
    def run(*more: str, file: str = "lijst.csv", before: tuple[str, ...] = ()):
        return sto(
            *before, "data", "import", "participation", file, "--region", "twente", "--as-of", "2026-10",
            "--output", "own", "--yes", *more,
        )  # fmt: skip

    return run


def schools() -> dict[str, str]:
    text = Path("own/participation.yaml").read_text("utf-8")
    return {entry["school"]: entry["status"] for entry in read_yaml(text, "own").data["participation"]}


def test_nothing_is_guessed_and_what_is_no_school_is_said(take):
    run = take()
    assert schools() == {"00AH17": "not_participating"}
    assert "1 × geen vmbo-school, 1 × niet overgenomen" in run.out
    assert "rij 4: ROC van Twente, Hengelo: mbo" in run.out
    assert "ROC" not in Path("own/participation-review-twente.csv").read_text("utf-8-sig")


def test_what_is_decided_at_the_review_holds_in_the_import(review, take):
    assert "✓ 17VN09 Bonhoeffer College" in review("2").err
    take()
    assert schools() == {"00AH17": "not_participating", "17VN09": "participating"}


def test_what_is_filled_in_in_the_review_file_holds_in_match(take, sto):
    take()
    path = Path("own/participation-review-twente.csv")
    path.write_text(path.read_text("utf-8-sig").replace("bedoeld zijn;;", "bedoeld zijn;2;"), encoding="utf-8")
    assert "17VN09" in sto("--data", "own", "match", "lijst.csv").out
    take()
    path.unlink()
    assert "17VN09" in sto("--data", "own", "match", "lijst.csv").out
    kept = json.loads(Path("own/decisions.json").read_text("utf-8"))
    assert kept["decisions"] == [{"name": "Bonhoeffer College", "place": "Enschede", "school": "17VN09"}]


@pytest.mark.parametrize("word", ["opnieuw", "Again"])
def test_a_decision_is_taken_back_in_the_review_file(take, review, word):
    review("2")
    take()
    path = Path("own/participation-review-twente.csv")
    path.write_text(path.read_text("utf-8-sig").replace(";17VN09", f";{word}"), encoding="utf-8")
    take()
    assert "bedoeld zijn;;17VN01" in path.read_text("utf-8-sig")


def test_decisions_go_into_the_folder_that_is_named(review, take):
    take()
    assert review("3", more=("--data", "own")).code == 0
    assert "17VN05" in Path("own/decisions.json").read_text("utf-8")
    assert not Path("config/sto/data").exists()


def test_decisions_alone_are_no_data(review, sto):
    """The folder that is always read may hold decisions and nothing else."""
    review("2")
    assert Path("config/sto/data/decisions.json").exists()
    assert sto("find-region", "00AH17").code == 0


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_linked_list_is_taken_with_its_codes(sto, review, take, ending, language):
    review("2")
    sto("--lang", language, "match", "lijst.csv", "--output", f"gekoppeld.{ending}")
    Path("config/sto/data/decisions.json").unlink()
    take(file=f"gekoppeld.{ending}")
    assert schools() == {"00AH17": "not_participating", "17VN09": "participating"}


def test_a_code_that_a_person_wrote_into_the_linked_list_is_believed(sto, take):
    sto("match", "lijst.csv", "--output", "gekoppeld.csv")
    rows = list(csv.reader(Path("gekoppeld.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    rows[1][rows[0].index("sto_code")] = "17vn05"
    with Path("gekoppeld.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    take(file="gekoppeld.csv")
    assert schools()["17VN05"] == "participating"


def test_a_code_that_is_none_is_asked(sto, take):
    sto("match", "lijst.csv", "--output", "gekoppeld.csv")
    text = Path("gekoppeld.csv").read_text("utf-8-sig").replace(";meerdere mogelijk;;", ";meerdere mogelijk;99XX99;")
    Path("gekoppeld.csv").write_text(text, encoding="utf-8")
    take(file="gekoppeld.csv")
    assert "99XX99" not in schools()
    assert "Bonhoeffer" in Path("own/participation-review-twente.csv").read_text("utf-8-sig")


def test_the_added_columns_say_nothing_of_who_takes_part(sto, take):
    Path("lijst.csv").write_text("School;Plaats\nHet Stedelijk Alpha;Enschede\n", encoding="utf-8")
    sto("match", "lijst.csv", "--output", "gekoppeld.csv")
    assert take(file="gekoppeld.csv").code == 2


def test_a_column_of_ones_own_that_is_called_like_an_added_one_is_kept(sto):
    Path("lijst.csv").write_text("School;Plaats;STO-school\nHet Stedelijk Alpha;Enschede;ja\n", encoding="utf-8")
    assert "School;Plaats;STO-school;sto_uitkomst" in sto("match", "lijst.csv").out


@pytest.mark.parametrize(
    ("name", "said"),
    [("Mavoschool Sancta Maria", "Mavoschool Sancta Maria (01GV00) had in"), ("De Saad", "had in 20")],
)
def test_a_school_that_left_is_explained(sto, take, name, said):
    Path("lijst.csv").write_text(f"School;Plaats;Deelname\n{name};;ja\n", encoding="utf-8")
    assert said in take().out


def test_a_school_that_left_is_explained_in_the_linked_list(sto):
    Path("lijst.csv").write_text("School;Plaats\nDe Saad;\n", encoding="utf-8")
    assert "de laatste vmbo-examens" in sto("match", "lijst.csv").out
