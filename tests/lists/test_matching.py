"""Linking lists: real names first, then what rows can be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sto_cli.errors import UnreadableFile
from sto_cli.files.tables import Sheet, read_sheet
from sto_cli.lists.columns import find_table
from sto_cli.lists.decisions import FILE_NAME, Decision, decided, keep_decisions, read_decisions
from sto_cli.lists.list_rows import link_list, open_links
from sto_cli.lists.matching import Linker
from sto_cli.lists.results import Question
from sto_cli.register.belonging import Belonging, Option
from sto_cli.search.find import Matcher

REAL = Path(__file__).parent / "real_names.csv"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def matcher(register):
    return Matcher(register)


@pytest.fixture
def link(matcher):
    """Link rows written with semicolons, the first one the headings."""

    def run(*rows: str, chosen=None):
        table, columns = find_table(Sheet("list.csv", [row.split(";") for row in rows]))
        return link_list(table, columns, Linker(matcher, TODAY, as_decided(chosen or {})))

    return run


def as_decided(chosen: dict[Question, str | None]):
    return decided(Decision(question, school) for question, school in chosen.items())


@pytest.fixture(scope="module")
def real(matcher):
    """Sixty names as regions' pages write them, with the codes that a person found for them."""
    table, _ = find_table(read_sheet(REAL))
    columns = {"name": 0, "place": 1}  # not the column with the right codes
    linked = link_list(table, columns, Linker(matcher, TODAY))
    return [(table.text(index, 0), set(table.text(index, 2).split("+")), row) for index, row in enumerate(linked.links)]


def test_no_real_name_is_linked_to_a_wrong_school(real):
    wrong = [
        (name, row.match.id)
        for name, codes, row in real
        if row.match and row.match.school and row.match.id not in codes
    ]
    assert wrong == []


def test_most_real_names_that_are_open_offer_the_right_school(real):
    asked = [(name, codes, row) for name, codes, row in real if codes != {""} and row.outcome == "ambiguous"]
    offered = [name for name, codes, row in asked if codes & {match.id for match in row.candidates}]
    assert len(asked) >= 15
    assert len(offered) / len(asked) >= 0.9


def test_a_name_with_its_place(link):
    (row,) = link("School;Plaats", "Het Stedelijk Alpha;Enschede").links
    assert (row.outcome, row.match.id, row.belonging.region.id) == ("found", "00AH17", "twente")


def test_equal_rows_are_asked_once(link, matcher, monkeypatch):
    asked = []
    find = matcher.find
    monkeypatch.setattr(matcher, "find", lambda query, **more: asked.append(query) or find(query, **more))
    linked = link("School;Plaats;Noot", *["Linde College;Wolvega;"] * 5, "Linde College;Wolvega;anders")
    assert asked == ["Linde College"]
    assert {row.match.id for row in linked.links} == {"19LO00"}
    assert linked.summary.repeated == 1


def test_a_code_is_enough(link):
    linked = link("Vestigingscode", "00AH17", "00ah17", "00 AH 17", "99ZZ99")
    assert [row.outcome for row in linked.links] == ["found", "found", "found", "not_found"]


def test_a_brin_and_the_number_of_the_site(link):
    (row,) = link("BRIN;Vestigingsnummer", "00AH;17").links
    assert row.match.id == "00AH17"


def test_a_code_and_a_name_that_disagree_decide_nothing(link):
    (row,) = link("Code;School;Plaats", "00AH17;Linde College;Wolvega").links
    assert row.outcome == "ambiguous"
    assert {"00AH17", "19LO00"} <= {match.id for match in row.candidates}


@pytest.mark.parametrize(
    "row",
    [
        "02VJ07;Ubbo Emmius;Onstwedde",
        "02VJ07;Ubbo Emmius, Onstwedde;",
        "02VJ07;;Onstwedde",
        "02VJ07;Ubbo Emmius;Almelo",
        "02VJ07;Een naam die niemand kent;Den Haag",
    ],
)
def test_a_code_that_the_name_or_the_place_contradicts_is_asked(link, row):
    (found,) = link("Code;School;Plaats", row).links
    assert (found.outcome, found.candidates[0].id) == ("ambiguous", "02VJ07")


@pytest.mark.parametrize("place", ["Stadskanaal", "Groningen", "stadskanaal (Gr)", "Nergenshuizen", ""])
def test_a_code_stands_where_its_place_fits_or_nobody_knows_the_place(link, place):
    (found,) = link("Code;School;Plaats", f"02VJ07;Ubbo Emmius;{place}").links
    assert (found.outcome, found.match.id) == ("found", "02VJ07")


def test_every_school_is_found_by_its_code_beside_its_place_and_its_municipality(link, register):
    rows = [
        f"{school.id};{school.name.replace(';', ' ')};{place}"
        for school in register.schools.values()
        for place in {school.town, school.municipality}
    ]
    assert [row.question for row in link("Code;School;Plaats", *rows).links if row.outcome != "found"] == []


def test_of_one_name_the_location_with_exams_is_meant(link, matcher):
    """Those of GSG Guido and Corlaer College without it have lower years only; a level or a street leaves it open."""
    rows = link(
        "School;Plaats", "GSG Guido;Amersfoort", "Corlaer College;Nijkerk", "Pius X College;Almelo",
        "Emelwerda College MAVO;Emmeloord", "Esdal College Oosterstraat;Emmen",
    ).links  # fmt: skip
    assert [row.match and row.match.id for row in rows] == ["00JT02", "02DC00", None, None, None]
    assert {one.id for one in rows[0].answer.beside} >= {"00JT00"}
    assert matcher.find("GSG Guido", place="Amersfoort").outcome == "ambiguous"


def test_a_name_in_another_place_than_its_school_is_not_decided(link):
    """The only school of that name lies in Emmen."""
    found = link("School;Plaats", "Hondsrug;Assen", "Hondsrug Assen;", "Hondsrug;Emmen").links
    assert [row.outcome for row in found] == ["not_found", "not_found", "found"]


def test_a_code_that_is_not_known_is_asked_beside_the_name_and_a_number_of_ones_own_is_no_code(link):
    unknown, own = link("Code;School;Plaats", "99ZZ99;Linde College;Wolvega", "12;Linde College;Wolvega").links
    assert (unknown.match, [one.id for one in unknown.candidates]) == (None, ["19LO00"])
    assert own.match.id == "19LO00"


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Code;School;Postcode", "00AH17;Het Stedelijk Alpha;3011AA"),
        ("Code;Postcode", "00AH17;3011 AA"),
        ("School;Postcode", "Het Stedelijk Alpha;3011"),
        ("Code;School;Straat", "00AH17;Het Stedelijk Alpha;Coolsingel 3"),
        ("Code;School;STO-regio", "00AH17;Het Stedelijk Alpha;Rotterdam-Noord"),
        ("School;Regio", "Het Stedelijk Alpha;Techniekregio Achterhoek"),
    ],
)
def test_what_speaks_against_where_a_school_stands_is_asked(link, heading, row):
    (asked,) = link(heading, row).links
    assert (asked.outcome, asked.candidates[0].id) == ("ambiguous", "00AH17")


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Code;School;Postcode;Straat", "00AH17;Het Stedelijk Alpha;7543 BK;Weth. Beversstr. 195"),
        ("Code;School;Plaats;Straat", "00AH17;Het Stedelijk Alpha;Enschede;Stationsplein 1"),
        ("Code;School;Adres", "00AH17;Het Stedelijk Alpha;Postbus 12"),
        ("Code;School;Regio", "00AH17;Het Stedelijk Alpha;Twente"),
        ("Code;School;Regio", "00AH17;Het Stedelijk Alpha;Overijssel"),
        ("Code;School;Regio", "00AH17;Het Stedelijk Alpha;Oost"),
    ],
)
def test_what_fits_where_a_school_stands_stays_found(link, heading, row):
    (found,) = link(heading, row).links
    assert found.match.id == "00AH17"


def test_a_location_in_a_column_of_its_own(link):
    (row,) = link("School;Locatie", "CSG;Kluiverboom").links
    assert row.match.id == "14RP02"


@pytest.mark.parametrize("name", ["?", "-", "...", "school", "=1+1", "x" * 5000, "<b>", "\N{PILE OF POO}"])
def test_what_is_no_name_is_a_marked_row(link, name):
    (row,) = link("School;Plaats", f"{name};").links
    assert row.outcome in {"not_found", "ambiguous"}
    assert row.open


def test_empty_rows_stay_and_are_not_asked(link):
    linked = link("School;Plaats;Noot", ";;", "", ";;let op", "Linde College;Wolvega;")
    assert [row.outcome for row in linked.links] == ["empty", "empty", "not_found", "found"]
    assert (linked.summary.rows, linked.summary.empty) == (2, 2)
    assert linked.number(3) == 5


@pytest.mark.parametrize(("basis", "given"), [("recorded", "twente"), ("area", "twente"), ("nearest", None)])
def test_a_suggested_region_is_no_fact_that_candidates_share(link, register, monkeypatch, basis, given):
    where = Belonging(basis, (Option(register.regions["twente"]),))
    monkeypatch.setattr("sto_cli.lists.matching.region_of", lambda *_: where)
    (row,) = link("School;Plaats", "Bonhoeffer College;Enschede").links
    assert (row.outcome, row.belonging.region and row.belonging.region.id) == ("ambiguous", given)


def test_a_list_of_far_more_names_than_there_are_schools_is_refused_at_once(link, monkeypatch):
    monkeypatch.setattr("sto_cli.lists.list_rows.LIST_NAMES", 3)
    assert len(link("School", *["Linde College"] * 9, "Alpha", "Canisius").links) == 11
    with pytest.raises(UnreadableFile, match="too large"):
        link("School", "Linde College", "Alpha", "Canisius", "Reggesteyn")


def test_all_candidates_in_one_region_give_the_region(link):
    (row,) = link("School;Plaats", "Bonhoeffer College;Enschede").links
    assert row.outcome == "ambiguous"
    assert row.belonging.region.id == "twente"


class TestDecisions:
    QUESTION = Question(name="Bonhoeffer College", place="Enschede")
    ROWS = ("School;Plaats", "Bonhoeffer College;Enschede", "Linde College;Wolvega")

    def test_a_decision_holds_wherever_the_row_stands(self, link):
        linked = link(*self.ROWS, chosen={self.QUESTION: "17VN09"})
        assert [(row.match.id, row.basis) for row in linked.links] == [("17VN09", "reviewed"), ("19LO00", "name")]
        assert linked.summary.reviewed == 1

    def test_none_of_them_is_a_decision_too(self, link):
        row = link(*self.ROWS, chosen={self.QUESTION: None}).links[0]
        assert (row.outcome, row.candidates, row.open) == ("not_found", (), False)

    def test_a_school_that_is_gone_is_asked_again(self, link):
        assert link(*self.ROWS, chosen={self.QUESTION: "99ZZ99"}).links[0].open

    def test_what_is_open_comes_once_with_its_rows(self, link):
        linked = link(*self.ROWS, "Bonhoeffer College;Enschede")
        assert [(each.question, rows) for each, rows in open_links(linked)] == [(self.QUESTION, [2, 4])]

    @pytest.mark.parametrize(
        "row",
        ["BONHOEFFER  COLLEGE;enschede", "Bonhoeffer-College;Enschede ", "Bönhoeffer college.;Enschede"],
        ids=["capitals", "marks", "accents"],
    )
    def test_it_holds_however_the_row_is_written(self, link, row):
        assert link("School;Plaats", row, chosen={self.QUESTION: "17VN09"}).links[0].match.id == "17VN09"

    def test_it_holds_for_no_row_that_says_something_else(self, link):
        linked = link("School;Plaats", "Bonhoeffer College;Hengelo", "?;", "!;", chosen={self.QUESTION: "17VN09"})
        assert not any(row.reviewed for row in linked.links)
        assert [row.reviewed for row in link("School;Plaats", "?;", "!;", chosen={Question("?"): None}).links] == [
            True, False,
        ]  # fmt: skip

    def test_they_are_kept_in_a_file_of_which_nothing_else_is_lost(self, tmp_path):
        folder = tmp_path / "new" / "data"
        made = as_decided({self.QUESTION: "17VN09", Question(name="É, “;\n"): None})
        keep_decisions(folder, made)
        assert read_decisions(folder) == made
        more = as_decided({Question("Alpha"): "00AH17"})
        keep_decisions(folder, more, withdrawn=list(made)[:1])
        assert read_decisions(folder) == dict(list(made.items())[1:]) | more
        assert read_decisions(tmp_path) == {}

    @pytest.mark.parametrize(
        "content", ["", "[]", "{}", '{"decisions": [1]}', '{"decisions": [{"school": 1}]}', "[" * 9999]
    )
    def test_a_file_that_holds_something_else_is_a_sentence(self, tmp_path, content):
        path = tmp_path / FILE_NAME
        path.write_text(content, encoding="utf-8")
        with pytest.raises(UnreadableFile):
            read_decisions(tmp_path)
        assert path.read_text(encoding="utf-8") == content

    def test_a_member_without_a_code_can_be_chosen(self, link):
        (row,) = link("School;Plaats", "Saba Comprehensive School;Saba").links
        assert row.match.member
        assert row.match.choice == "stobes/Saba Comprehensive School"
        again = link("School;Plaats", "Saba Comprehensive School;Saba", chosen={row.question: row.match.choice})
        assert again.links[0].match.name == row.match.name
