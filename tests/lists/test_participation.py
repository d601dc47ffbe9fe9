"""A coordinator's own list becomes an own participation.yaml, and a newer list is laid into it."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.history import changes_of, former_files
from sto_cli.files.yaml.reader import read_yaml
from sto_cli.lists.claims import Claim, Claims
from sto_cli.lists.participation import Former, update_participation
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.load import load_register

LIST = Path(__file__).parent / "list.csv"
OWN = "own/participation.yaml"
REVIEW = Path("own/participation-review-twente.csv")


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("lijst.csv").write_bytes(LIST.read_bytes())


@pytest.fixture
def take(sto):
    """Import the list: `take("--yes")`."""

    def run(*more: str, as_of: str = "2026-10", file: str = "lijst.csv"):
        return sto(
            "data", "import", "participation", file, "--region", "twente", "--as-of", as_of, "--output", "own", *more
        )

    return run


def entries() -> list[dict[str, object]]:
    return read_yaml(Path(OWN).read_text("utf-8"), OWN).data["participation"]


def of(school: str) -> list[tuple[object, ...]]:
    return [
        (entry["status"], entry.get("since"), entry.get("until")) for entry in entries() if entry["school"] == school
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, language):
    run = sto(
        "--lang", language, "data", "import", "participation", "lijst.csv", "--region", "Twente",
        "--as-of", "2026-10", "--output", "own", "--yes",
    )  # fmt: skip
    golden(f"participation.{language}.txt", f"{run.out}---\n{run.err}")
    golden(f"participation.{language}.yaml", Path(OWN).read_text("utf-8"))
    golden(f"participation-review.{language}.csv", REVIEW.read_text("utf-8-sig"))


def test_what_is_written_can_be_loaded_and_counts(take):
    assert take("--yes").code == 0
    register = load_register([Path("own")])
    entry = register.participation_of("00AH17", date(2026, 11, 24))
    assert (entry.status, entry.since, entry.as_of, entry.source) == ("participating", "2020", "2026-10", "lijst.csv")
    assert register.participation_of("02XJ00", date(2026, 11, 24)).status == "not_participating"
    assert register.participation_of("02XJ00", date(2024, 1, 1)).status == "participating"


def test_unknown_is_neither_yes_nor_no(take):
    take("--yes")
    assert of("31JC04") == []


def test_nothing_is_written_without_consent(take):
    run = take()
    assert run.code == 1
    assert "--yes" in run.err
    assert not Path("own").exists()


@pytest.mark.parametrize(("answer", "written"), [("j", True), ("JA", True), ("yes", True), ("", False), ("nee", False)])
def test_on_a_terminal_it_asks(take, monkeypatch, answer, written):
    from sto_cli.cli import data_import

    monkeypatch.setattr(data_import, "can_ask", lambda: True)
    monkeypatch.setattr(data_import.typer, "prompt", lambda text, **_: print(text) or answer)
    monkeypatch.setenv("TERM", "dumb")
    run = take()
    assert "Dit opslaan in own/participation.yaml? [j/N]" in run.out
    assert Path(OWN).exists() is written
    assert ("niets opgeslagen" in run.err) is not written
    assert run.code == (0 if written else 1)


def test_the_review_file_given_back_decides(take):
    take("--yes")
    text = REVIEW.read_text("utf-8-sig").replace("bedoeld zijn;;17VN01", "bedoeld zijn;2;17VN01")
    REVIEW.write_bytes(text.encode("cp1252"))  # as Excel saves it
    run = take("--yes")
    assert of("17VN09") == [("participating", None, None)]
    assert "17VN09" in run.out
    again = REVIEW.read_text("utf-8-sig")
    assert "Bonhoeffer College;Enschede;;;;;;;17VN09" in again
    assert "Nergens College" in again
    take("--yes")
    assert of("17VN09") == [("participating", None, None)]


@pytest.mark.parametrize(("choice", "school"), [("1", "17VN01"), ("17vn05", "17VN05"), ("17VN09 Bonhoeffer", "17VN09")])
def test_ways_to_fill_in_a_choice(take, choice, school):
    take("--yes")
    text = REVIEW.read_text("utf-8-sig")
    REVIEW.write_text(text.replace("bedoeld zijn;;17VN01", f"bedoeld zijn;{choice};17VN01"), encoding="utf-8")
    take("--yes")
    assert of(school) == [("participating", None, None)]


@pytest.mark.parametrize("choice", ["geen", "none", "0", "-"])
def test_none_of_the_candidates_is_not_asked_again(take, choice):
    take("--yes")
    text = REVIEW.read_text("utf-8-sig")
    REVIEW.write_text(text.replace("bedoeld zijn;;17VN01", f"bedoeld zijn;{choice};17VN01"), encoding="utf-8")
    assert "zoals u besloot" in take("--yes").out


def test_a_choice_that_is_not_understood_is_said(take):
    take("--yes")
    text = REVIEW.read_text("utf-8-sig")
    REVIEW.write_text(text.replace("bedoeld zijn;;17VN01", "bedoeld zijn;die ene;17VN01"), encoding="utf-8")
    run = take("--yes")
    assert "de keuze “die ene” bij rij 5 (Bonhoeffer College) niet te begrijpen" in run.out


def test_a_code_that_does_not_exist_is_no_choice(take):
    take("--yes")
    text = REVIEW.read_text("utf-8-sig")
    REVIEW.write_text(text.replace("bedoeld zijn;;17VN01", "bedoeld zijn;00ZZ99;17VN01"), encoding="utf-8")
    assert "“00ZZ99” bij rij 5" in take("--yes").out
    assert "00ZZ99" not in REVIEW.read_text("utf-8-sig")
    assert "17VN01" in REVIEW.read_text("utf-8-sig")  # it is asked again


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("own/participation.yaml", "is een bestand en geen map"),
        ("own/participation.yaml/in", "is een bestand en geen map"),
        ("mijn.yaml", "lijkt de naam van een bestand"),
        ("/proc/own", "niet schrijven in de map"),
    ],
)
def test_an_output_that_cannot_be_a_folder_is_a_sentence(take, sto, output, said):
    if output.startswith("/proc") and not Path("/proc").is_dir():
        pytest.skip("no /proc")
    take("--yes")
    before = Path(OWN).read_text("utf-8")
    arguments = ("data", "import", "participation", "lijst.csv", "--region", "twente", "--as-of", "2026-11", "--yes")
    run = sto(*arguments, "--output", output)
    assert run.code == 2
    assert said in run.err
    assert "Traceback" not in run.err
    assert Path(OWN).read_text("utf-8") == before
    assert not Path("mijn.yaml").exists()


@pytest.mark.parametrize(
    ("written", "kept"), [("1-10-2026", "2026-10-01"), ("okt 2026", "2026-10"), ("10-2026", "2026-10")]
)
def test_the_date_of_the_list_may_be_written_in_dutch(take, written, kept):
    assert take("--yes", as_of=written).code == 0
    assert {entry["as_of"] for entry in entries()} == {kept}


def test_an_older_list_changes_nothing_of_what_was_known_later(take):
    take("--yes", as_of="2027-10")
    before = Path(OWN).read_text("utf-8")
    Path("oud.csv").write_text(
        "School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;nee\nLinde College;Wolvega;ja\n", encoding="utf-8"
    )
    run = take("--yes", "--remove-missing", as_of="2025-01", file="oud.csv")
    assert "ouder dan wat u van 1 school al hebt vastgelegd" in run.out
    for line in before.splitlines():
        assert line in Path(OWN).read_text("utf-8")
    assert of("19LO00") == [("participating", None, None)]


def test_the_counts_add_up_to_the_rows(take):
    Path("dubbel.csv").write_text(
        "School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;ja\nHet Stedelijk Alpha;Enschede;ja\n?;;ja\n",
        encoding="utf-8",
    )
    run = take(file="dubbel.csv")
    assert "3 rijen: 2 × doet mee, 0 × doet niet mee, 1 × niet overgenomen." in run.out
    assert "1 school staat in meer dan één rij: 00AH17 Het Stedelijk Alpha (2, 3)" in run.out


def test_rows_without_a_code_that_say_the_same_are_named_together(take):
    Path("dubbel.csv").write_text(
        "School;Plaats;Deelname\nSchool van Niets;Doorn;ja\nschool van niets;Doorn;nee\n", encoding="utf-8"
    )
    said = " ".join(take(file="dubbel.csv").out.split())
    assert "1 school zonder code staat in meer dan één rij: School van Niets, Doorn (2, 3)." in said


def test_an_impossible_date_is_not_left_out_in_silence(take):
    Path("datum.csv").write_text(
        "School;Plaats;Deelname;Tot\nHet Stedelijk Alpha;Enschede;gestopt;32-13-2024\nLinde College;Wolvega;ja;heden\n",
        encoding="utf-8",
    )
    assert "“gestopt · 32-13-2024”" in take("--yes", file="datum.csv").out
    assert [entry["school"] for entry in entries()] == ["19LO00"]


def test_a_number_before_the_row_is_no_part_of_a_choice(take):
    Path("een.csv").write_text("Nr;School;Plaats;Deelname\n1;Bonhoeffer College;Enschede;ja\n", encoding="utf-8")
    take("--yes", file="een.csv")
    text = REVIEW.read_text("utf-8-sig")
    REVIEW.write_text(text.replace("bedoeld zijn;;17VN01", "bedoeld zijn;2;17VN01"), encoding="utf-8")
    Path("een.csv").write_text("Nr;School;Plaats;Deelname\n7;Bonhoeffer College;Enschede;ja\n", encoding="utf-8")
    take("--yes", file="een.csv")
    assert of("17VN09") == [("participating", None, None)]


def test_a_newer_list_shows_what_changed_and_the_former_file_is_kept(take):
    take("--yes")
    former = Path(OWN).read_text("utf-8")
    Path("nieuw.csv").write_text(
        "School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;nee\nReggesteyn;Nijverdal;gestopt per 1-8-2024\n",
        encoding="utf-8",
    )
    preview = take(as_of="2027-10", file="nieuw.csv")
    assert Path(OWN).read_text("utf-8") == former
    run = take("--yes", as_of="2027-10", file="nieuw.csv")
    assert run.out == preview.out
    assert "1 school van de regio staat niet op de lijst" in run.out
    assert of("00AH17") == [("participating", "2020", "2026-10"), ("not_participating", "2027-10", None)]
    assert of("05AV00") == [("participating", "2023-08-01", None)]
    assert former_files(Path("own"), 2)["participation.yaml"].decode() == former


def test_every_former_file_can_be_brought_back(take, sto):
    take("--yes")
    written = [Path(OWN).read_text("utf-8")]
    for year in (2027, 2028):
        take("--yes", as_of=str(year))
        written.append(Path(OWN).read_text("utf-8"))
    assert [former_files(Path("own"), number)["participation.yaml"] for number in (1, 2, 3)] == [
        None, *(text.encode() for text in written[:2])
    ]  # fmt: skip
    assert sto("data", "undo", "2", "--folder", "own", "--yes").code == 0
    assert Path(OWN).read_text("utf-8") == written[0]
    assert sto("data", "undo", "--folder", "own", "--yes").code == 0
    assert Path(OWN).read_text("utf-8") == written[2]


def test_the_same_list_again_changes_nothing(take):
    take("--yes")
    run = take("--yes")
    assert "Er verandert niets" in run.out
    assert [one.number for one in changes_of(Path("own"))] == [1]


def test_a_second_list_of_the_same_day_is_taken_over(take):
    """What was gathered on one day is no later than what is gathered on it."""
    take("--yes", as_of="2026-10-15")
    Path("mended.csv").write_text("School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;nee\n", encoding="utf-8")
    take("--yes", as_of="2026-10-15", file="mended.csv")
    assert of("00AH17")[-1][0] == "not_participating"


@pytest.mark.parametrize(
    "written", ["<a@b>", "Jan <a@b>", "a@b;", "<a@b>, <c@d>", "mailto:x <a@b>;"], ids=lambda written: written
)
def test_a_mail_address_is_taken_out_of_its_brackets(take, written):
    Path("c.csv").write_text(
        f'School;Deelname;Contactpersoon;E-mail\nHet Stedelijk Alpha;ja;A. Voorbeeld;"{written}"\n', encoding="utf-8"
    )
    take("--yes", file="c.csv")
    assert entries()[0]["contact"]["email"] == "a@b"


def test_own_entries_of_other_regions_and_contacts_stay(take):
    Path("own").mkdir()
    Path(OWN).write_text(
        "as_of: 2025-10\nsource: met de hand\nparticipation:\n"
        "  - {school: 19LO00, region: zuidfriesland, status: participating}\n"
        "  - {school: 00AH17, region: twente, status: participating, since: 2019, "
        "contact: {role: school-contact, name: A. Voorbeeld, email: a@voorbeeld.test}, note: belt graag}\n",
        encoding="utf-8",
    )
    take("--yes")
    kept = {entry["school"]: entry for entry in entries()}
    assert kept["19LO00"]["region"] == "zuidfriesland"
    assert kept["00AH17"]["contact"]["name"] == "A. Voorbeeld"
    assert kept["00AH17"]["note"] == "belt graag"
    assert kept["00AH17"]["since"] == "2020"


KNOWN = "contact: {role: school-contact, name: A. Voorbeeld, email: a@voorbeeld.test}"
HEADINGS = "School;Deelname;Contactpersoon;E-mail\nHet Stedelijk Alpha;"


def known(**keys: str) -> None:
    """Write own data with one entry, and its contact."""
    Path("own").mkdir()
    more = "".join(f", {key}: {value}" for key, value in keys.items())
    entry = f"  - {{school: 00AH17, region: twente, status: participating{more}, {KNOWN}}}\n"
    Path(OWN).write_text(f"as_of: 2025-10\nsource: eigen lijst\nparticipation:\n{entry}", encoding="utf-8")


@pytest.mark.parametrize("status", ["ja", "in gesprek", "nee", "gestopt per 1-8-2026"])
def test_an_empty_contact_column_takes_no_contact_away(take, status):
    known()
    Path("c.csv").write_text(f"{HEADINGS}{status};;\n", encoding="utf-8")
    take("--yes", file="c.csv")
    assert entries()[-1]["contact"] == {
        "role": "school-contact", "name": "A. Voorbeeld", "email": "a@voorbeeld.test"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "name", "email"),
    [
        ("A. Voorbeeld;nieuw@voorbeeld.test", "A. Voorbeeld", "nieuw@voorbeeld.test"),
        (";nieuw@voorbeeld.test", "A. Voorbeeld", "nieuw@voorbeeld.test"),
        ("B. Ander;b@voorbeeld.test", "B. Ander", "b@voorbeeld.test"),
        ("B. Ander;", "B. Ander", None),
    ],
    ids=["other address", "address alone", "other person", "other person without an address"],
)
def test_a_newer_contact_goes_over_the_known_one_and_two_persons_are_not_mixed(take, cells, name, email):
    known()
    Path("c.csv").write_text(f"{HEADINGS}ja;{cells}\n", encoding="utf-8")
    take("--yes", file="c.csv")
    contact = entries()[-1]["contact"]
    assert (contact["name"], contact.get("email")) == (name, email)


@pytest.mark.parametrize(("as_of", "until"), [("2026-10-01", "2026-10-01"), ("2026-10-02", None)])
def test_a_participation_that_ends_on_the_day_of_the_list_is_not_over_yet(take, as_of, until):
    known(until="2026-10-01")
    Path("c.csv").write_text("School;Deelname\nHet Stedelijk Alpha;ja\n", encoding="utf-8")
    take("--yes", file="c.csv", as_of=as_of)
    assert of("00AH17")[-1][2] == until


def test_missing_schools_are_taken_out_only_when_asked(take):
    take("--yes")
    Path("kort.csv").write_text("School;Deelname\nHet Stedelijk Alpha;ja\n", encoding="utf-8")
    take("--yes", file="kort.csv")
    assert len({entry["school"] for entry in entries()}) == 3
    take("--yes", "--remove-missing", file="kort.csv")
    assert {entry["school"] for entry in entries()} == {"00AH17"}


def test_a_list_without_a_status_column_needs_a_word(take):
    Path("namen.csv").write_text("School;Plaats\nHet Stedelijk Alpha;Enschede\n", encoding="utf-8")
    run = take("--yes", file="namen.csv")
    assert run.code == 2
    assert "--all-take-part" in run.err
    assert take("--yes", "--all-take-part", file="namen.csv").code == 0
    assert of("00AH17") == [("participating", None, None)]


def test_contacts_go_into_the_own_file(take):
    Path("c.csv").write_text(
        "School;Deelname;Vanaf;Contactpersoon;E-mail;Opmerking\n"
        "Het Stedelijk Alpha;ja;1-8-2023;A. Voorbeeld;Mail: a@voorbeeld.test;=1+1\n",
        encoding="utf-8",
    )
    take("--yes", file="c.csv")
    (entry,) = entries()
    assert entry["contact"] == {"role": "school-contact", "name": "A. Voorbeeld", "email": "a@voorbeeld.test"}
    assert (entry["since"], entry["note"]) == ("2023-08-01", "=1+1")
    load_register([Path("own")])


def test_rows_that_contradict_each_other_are_not_taken_over(take):
    Path("d.csv").write_text("School;Deelname\n00AH17;ja\nHet Stedelijk Alpha;nee\n05AV00;ja\n", encoding="utf-8")
    run = take("--yes", file="d.csv", as_of="2026")
    assert "verschillende rijen zeggen iets anders" in run.out
    assert {entry["school"] for entry in entries()} == {"05AV00"}


def test_a_name_that_means_a_school_elsewhere_is_not_taken_over(take):
    Path("e.csv").write_text("School;Deelname\nBurgemeester Harmsma School;ja\n", encoding="utf-8")
    run = take("--yes", file="e.csv")
    assert "ligt in een andere regio" in run.out
    assert entries() is None or entries() == []


def test_among_schools_of_one_name_the_only_one_in_the_region_is_asked_first(sto):
    """Lauwers College has three vmbo locations in three regions; what `match` does not call found is not taken over."""
    Path("f.csv").write_text("School;Deelname\nLauwers College;ja\n", encoding="utf-8")
    arguments = (
        "data", "import", "participation", "f.csv", "--region", "zuidoost-friesland", "--as-of", "2026",
        "--output", "own", "--yes",
    )  # fmt: skip
    sto(*arguments)
    assert not entries()
    review = Path("own/participation-review-zuidoost-friesland.csv")
    text = review.read_text("utf-8-sig")
    assert "bedoeld zijn;;00ZV00 Lauwers College" in text
    review.write_text(text.replace("bedoeld zijn;;", "bedoeld zijn;1;"), encoding="utf-8")
    sto(*arguments)
    assert of("00ZV00") == [("participating", None, None)]


def test_of_several_in_the_region_none_is_chosen(take):
    Path("f.csv").write_text("School;Deelname\nBonhoeffer College;ja\n", encoding="utf-8")
    assert "er kunnen meerdere scholen bedoeld zijn" in take("--yes", file="f.csv").out


def test_a_broken_own_file_is_left_as_it_is(take):
    Path("own").mkdir()
    Path(OWN).write_text("as_of: 2025\nsource: x\nparticipation:\n  - {school: 00AH17}\n", encoding="utf-8")
    run = take("--yes")
    assert run.code == 2
    assert "participation.yaml:4" in run.err
    assert Path(OWN).read_text("utf-8").endswith("- {school: 00AH17}\n")


def test_json(take):
    answer = json.loads(take("--yes", "--format", "json").out)
    assert answer["written"] is True
    assert answer["summary"]["schools"] == 3
    assert answer["summary"]["doubtful"] == {"ambiguous": 1, "not_found": 2, "status_unknown": 1}
    assert {change["change"] for change in answer["changes"]} == {"added"}


def test_without_a_folder_it_goes_where_sto_always_looks(sto, user_settings, tmp_path):
    user_settings(tmp_path / "config")
    run = sto("data", "import", "participation", "lijst.csv", "--region", "twente", "--as-of", "2026-10", "--yes")
    assert run.code == 0
    assert "2026-10" in sto("find-region", "05AV00", "--format", "json").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--region", "atlantis"], "De regio “atlantis” is niet bekend"),
        (["--as-of", "gisteren"], "geen datum"),
        (["--status", "Z"], "geen kolom “Z”"),
    ],
)
def test_what_cannot_be_is_a_sentence(take, arguments, said):
    run = take("--yes", *arguments)
    assert run.code == 2
    assert said in run.err


def _begin(told: tuple[object, ...]) -> date:
    return first_day(str(told[1])) or date.min


def _end(told: tuple[object, ...]) -> date:
    return last_day(str(told[2])) or date.max


class TestTelling:
    """How a claim is laid into what was known, whatever that was."""

    def tell(self, claim: Claim, *before: dict[str, str], as_of: str = "2026-10") -> list[tuple[object, ...]]:
        former = Former([{"school": "00AH17", "region": "twente", **entry} for entry in before], "2025-10")
        update = update_participation(Claims((claim,), ()), former, "twente", as_of, "lijst")
        return [(entry["status"], entry.get("since"), entry.get("until")) for entry in update.entries]

    def claim(self, status: str, **more) -> Claim:
        return Claim("00AH17", status, (2,), **more)

    def test_stopping_on_a_day_ends_the_years_before(self):
        told = self.tell(
            self.claim("not_participating", since="2026-08-01", stopped=True),
            {"status": "participating", "since": "2020", "as_of": "2025-10"},
        )
        assert told == [("participating", "2020", "2026-07-31"), ("not_participating", "2026-08-01", None)]

    def test_stopping_without_a_day_leaves_unknown_what_is_unknown(self):
        told = self.tell(
            self.claim("not_participating"), {"status": "participating", "since": "2020", "as_of": "2025-10"}
        )
        assert told == [("participating", "2020", "2025-10"), ("not_participating", "2026-10", None)]

    def test_coming_back(self):
        told = self.tell(
            self.claim("participating", since="2026"),
            {"status": "participating", "since": "2018", "until": "2020"},
            {"status": "not_participating", "since": "2021", "as_of": "2025-10"},
        )
        assert told == [
            ("participating", "2018", "2020"),
            ("not_participating", "2021", "2025-12-31"),
            ("participating", "2026", None),
        ]

    def test_an_entry_that_the_list_contradicts_gives_way(self):
        told = self.tell(self.claim("participating", since="2019"), {"status": "not_participating", "since": "2021"})
        assert told == [("participating", "2019", None)]

    def test_a_period_that_was_over_does_not_go_on_by_itself(self):
        told = self.tell(self.claim("participating"), {"status": "participating", "since": "2020", "until": "2024"})
        assert told == [("participating", "2020", "2024"), ("participating", "2026-10", None)]

    def test_saying_it_again_keeps_an_end_that_is_still_to_come(self):
        told = self.tell(self.claim("participating"), {"status": "participating", "since": "2020", "until": "2030"})
        assert told == [("participating", "2020", "2030")]

    def test_what_was_known_in_the_month_of_the_list_ends_before_it(self):
        told = self.tell(
            self.claim("not_participating"), {"status": "participating", "since": "2020", "as_of": "2026-10"}
        )
        assert told == [("participating", "2020", "2026-09-30"), ("not_participating", "2026-10", None)]

    def test_a_participation_of_a_single_day_stays(self):
        told = self.tell(
            self.claim("not_participating", since="2026-10-02"), {"status": "participating", "since": "2026-10-01"}
        )
        assert told == [("participating", "2026-10-01", "2026-10-01"), ("not_participating", "2026-10-02", None)]

    @pytest.mark.parametrize(("newer", "kept"), [("nieuw", "nieuw"), (None, "oud")])
    def test_a_newer_note_goes_over_the_known_one(self, newer, kept):
        known = {"school": "00AH17", "region": "twente", "status": "participating", "note": "oud"}
        claims = Claims((self.claim("participating", note=newer),), ())
        update = update_participation(claims, Former([known], "2025-10"), "twente", "2026-10", "lijst")
        assert [entry["note"] for entry in update.entries] == [kept]

    DATES = st.none() | st.sampled_from(["2018", "2020-08-01", "2024", "2024-07-31", "2026-10", "2027", "2030-01-01"])
    STATUS = st.sampled_from(["participating", "not_participating"])

    @given(STATUS, DATES, DATES, STATUS, DATES, DATES)
    def test_whatever_comes_the_periods_exist_and_the_list_holds_today(
        self, status, since, until, former_status, former_since, former_until
    ):
        if since and until and last_day(until) < first_day(since):
            until = None
        if former_since and former_until and last_day(former_until) < first_day(former_since):
            former_until = None
        former = {"status": former_status, "since": former_since, "until": former_until}
        told = self.tell(
            self.claim(status, since=since, until=until), {key: value for key, value in former.items() if value}
        )
        for _, begin, end in told:
            assert not (begin and end and last_day(end) < first_day(begin))
        assert not any(_end(one) >= _begin(other) for one, other in pairwise(sorted(told, key=_begin)))
        assert len({begin for _, begin, _ in told}) == len(told)
        assert any(said == status for said, _, _ in told)


def test_talks_are_kept_with_since_when_and_not_with_when_a_school_would_begin(take):
    Path("gesprek.csv").write_text(
        "School;Plaats;Deelname;Sinds\nHet Stedelijk Alpha;Enschede;in gesprek sinds maart 2026;\n"
        "Canisius;Almelo;overweegt;1-8-2027\nReggesteyn;Nijverdal;aangemeld;1-9-2026\n",
        encoding="utf-8",
    )
    run = take("--yes", file="gesprek.csv")
    assert "3 × in gesprek, 0 × doet niet mee" in run.out
    assert [(one["school"], one["status"], one.get("since")) for one in entries()] == [
        ("00AH17", "in_talks", "2026-03"), ("02XJ00", "in_talks", "2026-09-01"), ("16VI00", "in_talks", None)
    ]  # fmt: skip


@pytest.fixture
def hidden_rows():
    """Write a workbook of which row 3 is hidden and of row 4 the name is struck out."""
    with xlsxwriter.Workbook("lijst.xlsx") as book:
        sheet, struck = book.add_worksheet(), book.add_format({"font_strikeout": True})
        rows = [("School", "Plaats", "Deelname"), ("Het Stedelijk Alpha", "Enschede", "ja"),
                ("Reggesteyn", "Nijverdal", "ja"), ("Canisius", "Almelo", "ja")]  # fmt: skip
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.write(3, 0, "Canisius", struck)
    return "lijst.xlsx"


@pytest.mark.parametrize(("wish", "schools"), [((), ["00AH17"]), (("--hidden", "skip"), ["00AH17"]),
                                               (("--hidden", "include"), ["00AH17", "02XJ00", "16VI00"])])  # fmt: skip
def test_hidden_and_struck_rows_are_said_and_taken_over_only_when_asked(take, hidden_rows, wish, schools):
    run = take("--yes", *wish, file=hidden_rows)
    assert "2 rijen zijn in de werkmap verborgen, weggefilterd of doorgestreept (rij 3, 4)" in run.out
    assert [entry["school"] for entry in entries()] == schools


def test_hidden_rows_that_are_left_out_stay_as_they_were(take, hidden_rows):
    take("--yes", "--hidden", "include", file=hidden_rows)
    run = take("--yes", "--remove-missing", file=hidden_rows, as_of="2026-11")
    assert "niet op de lijst" not in run.out
    assert len(entries()) == 3
