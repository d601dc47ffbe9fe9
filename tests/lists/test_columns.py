"""Columns found by the headings that people write."""

from __future__ import annotations

from typing import get_args

import pytest

from sto_cli.cli.data_participation import StatusColumns
from sto_cli.cli.match import ListColumns
from sto_cli.errors import UsageProblem
from sto_cli.files.tables import Sheet
from sto_cli.lists.columns import Role, column_letter, find_table, has_names, known_headings
from sto_cli.lists.headings import plain_heading


def sheet(*rows: str) -> Sheet:
    return Sheet("list.csv", [row.split(";") for row in rows])


def found(*rows: str, **named: str) -> dict[str, str]:
    table, columns = find_table(sheet(*rows), named)
    return {role: table.headings[at] for role, at in columns.items()}


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("School;Plaats;Deelname", {"name": "School", "place": "Plaats", "status": "Deelname"}),
        (
            "BRIN;Vestigingsnummer;Naam;Gemeente",
            {"code": "BRIN", "site": "Vestigingsnummer", "name": "Naam", "place": "Gemeente"},
        ),
        (
            "INSTELLINGSNAAM VESTIGING;GEMEENTENAAM;VESTIGINGSCODE",
            {"name": "INSTELLINGSNAAM VESTIGING", "place": "GEMEENTENAAM", "code": "VESTIGINGSCODE"},
        ),
        (
            "Naam deelnemende vmbo-school;Woonplaats;Doet mee?",
            {"name": "Naam deelnemende vmbo-school", "place": "Woonplaats", "status": "Doet mee?"},
        ),
        (
            "Naam school;Locatie;Adres;Huisnr;Postcode;Plaats;E-mailadres;Contactpersoon;Opmerkingen",
            {
                "name": "Naam school", "location": "Locatie", "street": "Adres", "number": "Huisnr",
                "postcode": "Postcode", "place": "Plaats", "contact_email": "E-mailadres",
                "contact_name": "Contactpersoon", "note": "Opmerkingen",
            },
        ),
        ("Locatie;Gemeente", {"name": "Locatie", "place": "Gemeente"}),
        ("school_name;place", {"name": "school_name", "place": "place"}),
        ("Naam contactpersoon;School", {"name": "School", "contact_name": "Naam contactpersoon"}),
        ("Gemeente;Plaats;School", {"name": "School", "place": "Plaats"}),
        ("Nr;School;Plaats", {"name": "School", "place": "Plaats"}),
        ("Nr;School;Straat;Plaats", {"name": "School", "street": "Straat", "place": "Plaats"}),
        ("Nr;School;Straat;Nr", {"name": "School", "street": "Straat", "number": "Nr"}),
        ("School;Huisnummer", {"name": "School"}),
        ("Huisnummer;Straat;School", {"name": "School", "street": "Straat", "number": "Huisnummer"}),
    ],
)  # fmt: skip
def test_by_their_headings(heading, expected):
    assert found(heading) == expected


def test_the_number_of_a_row_is_told_from_a_house_number_by_its_place():
    _, columns = find_table(sheet("Nr;School;Straat;Nr", "1;Alpha;Laan;12"))
    assert columns["number"] == 3


def test_a_title_above_the_headings_is_passed_over():
    table, _ = find_table(sheet("Deelnemerslijst STO 2026;", ";", "School;Plaats", "Alpha;Enschede"))
    assert table.headings == ("School", "Plaats")
    assert table.first == 4


def test_columns_may_be_named_by_heading_or_letter():
    assert found("A-kolom;B-kolom", "x;y", name="b kolom") == {"name": "B-kolom"}
    assert found("een;twee;drie", "x;y;z", name="C", place="A") == {"name": "drie", "place": "een"}


def test_a_list_without_names_shows_its_headings_and_the_option():
    with pytest.raises(UsageProblem) as problem:
        find_table(sheet("Nummer;Bedrag", "1;2"))
    assert "--name" in problem.value.hint.template
    assert problem.value.hint.values["headings"].values["headings"] == "A “Nummer”, B “Bedrag”"


@pytest.mark.parametrize("rows", [(), ("",), (";;", "")])
def test_an_empty_list_is_said_to_be_empty(rows):
    with pytest.raises(UsageProblem, match="empty"):
        find_table(sheet(*rows))


def test_a_column_that_is_not_there_is_said():
    with pytest.raises(UsageProblem) as problem:
        find_table(sheet("School;Plaats"), {"name": "Instituut"})
    assert problem.value.message.values["option"] == "--name"


def test_a_sheet_of_another_kind_has_no_names():
    assert has_names(sheet("School;Plaats"))
    assert not has_names(sheet("Toelichting", "Deze lijst is van 2026"))


def test_headings_of_roles_are_written_plainly_and_are_of_one_role_only():
    every = [heading for headings in known_headings().values() for heading in headings]
    assert [heading for heading in every if plain_heading(heading) != heading] == []
    assert len(every) == len(set(every))


def test_letters_of_columns():
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_options_that_name_columns_bear_the_names_of_roles():
    assert {*ListColumns._fields, *StatusColumns._fields} <= set(get_args(Role))


def test_a_row_below_full_headings_is_no_second_row_of_them():
    rows = ["School;Plaats;Deelname", "Naam;Gemeente;Status", "Het Stedelijk Alpha;Enschede;ja"]
    assert found(*rows) == {"name": "School", "place": "Plaats", "status": "Deelname"}


@pytest.mark.parametrize("headings", ["School;sto_school", "School;sto_outcome", "School;Plaats"])
def test_half_a_link_of_an_earlier_match_is_none(headings):
    assert "linked" not in find_table(sheet(headings, "Het Stedelijk Alpha;00AH17"), {})[1]


def test_a_link_of_an_earlier_match_is_taken_with_its_basis():
    columns = find_table(sheet("School;sto_outcome;sto_school;sto_basis", "Alpha;found;00AH17;name"), {})[1]
    assert (columns["linked"], columns["linked_basis"]) == (2, 3)
