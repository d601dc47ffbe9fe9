"""Which column is meant where headings are nearly known, stand twice, in two rows, or far down."""

from __future__ import annotations

import pytest

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import RowMarks, Sheet
from sto_cli.lists.columns import find_table, has_names, heading_row, headings_words, is_added, is_near, is_reviewed
from sto_cli.messages import Translator


def sheet(*rows, **more):
    return Sheet("list.csv", [row.split(";") for row in rows], **more)


def at(*rows, **named):
    """Return the index of the column of each role."""
    return dict(find_table(sheet(*rows), named)[1])


def remarks(table):
    return [Translator("en").say(one) for one in table.sheet.remarks]


@pytest.mark.parametrize(
    ("word", "heading", "near"),
    [
        ("school", "school", True),
        ("schol", "school", False),  # five letters: one of them less is too much
        ("schoool", "school", True),
        ("schoolnam", "schoolnaam", True),
        ("schoolna", "schoolnaam", False),  # two less
        ("gemente", "gemeente", True),
        ("plts", "plaats", True),  # without its vowels
        ("pstcd", "postcode", True),
        ("emails", "email", True),
        ("emals", "email", False),
        ("plt", "plaats", False),
        ("nm", "naam", False),
        ("nmn", "naam", False),
        ("scho0l", "school", False),
        ("postcode", "post code", False),
        ("", "school", False),
    ],
)
def test_a_heading_is_near_by_one_letter_or_without_its_vowels(word, heading, near):
    assert is_near(word, heading) is near


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Naam;School;Plaats", {"name": 1, "place": 2}),  # the surest heading, and not the first column
        ("School;School;Plaats", {"name": 0, "place": 2}),
        ("School;Plts", {"name": 0, "place": 1}),
        ("School;Plts;Plaats", {"name": 0, "place": 2}),
        ("Onze school;Onze plaats", {"name": 0, "place": 1}),
        ("School van nu;Plaats", {"name": 0, "place": 1}),
        ("School;Klas pc", {"name": 0}),  # two letters stand inside too much
        ("School;Straat thuis", {"name": 0}),  # a word inside a longer heading tells for some roles only
        ("School;Strrat", {"name": 0}),
        ("Schoolnaam;Vestiging;Plaats", {"name": 0, "location": 1, "place": 2}),
        ("Schoolnaam;Vestiging;Locatie", {"name": 0, "location": 2}),
        ("Vestiging;Plaats", {"name": 0, "place": 1}),
        ("Locatie;BRIN", {"name": 0, "code": 1}),
        ("BRIN;Plaats", {"code": 0, "place": 1}),
        ("School;Straat;Nr;Plaats", {"name": 0, "street": 1, "number": 2, "place": 3}),
        ("School;Straat;Plaats;Nr", {"name": 0, "street": 1, "place": 2}),
        ("Nummer;School;Straat;Nummer", {"name": 1, "street": 2, "number": 3}),
        ("School;Plaats;Straat", {"name": 0, "place": 1, "street": 2}),
        ("School;Deelname 2024-2025;Deelname", {"name": 0, "status": 2}),
        ("School;Deelname 2024-2025", {"name": 0}),
        ("School;sto_school;Plaats", {"name": 0, "place": 2}),
    ],
)
def test_columns_by_their_place(headings, expected):
    assert at(headings) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["17", "3"], {"code": 0, "site": 1}),
        (["17", ""], {"code": 0, "site": 1}),
        (["17", "301"], {"code": 0, "name": 1}),
        (["17", "Zuid"], {"code": 0, "name": 1}),
        (["", ""], {"code": 0, "name": 1}),
        ([], {"code": 0, "name": 1}),
    ],
)
def test_a_location_of_one_or_two_figures_beside_the_brin_is_its_number(cells, expected):
    assert at("BRIN;Vestiging", *(f"00AH;{cell}" for cell in cells)) == expected


@pytest.mark.parametrize("headings", ["BRIN;School", "Plaats;Vestiging", "BRIN;Vestiging;Vestigingsnummer"])
def test_and_elsewhere_it_is_none(headings):
    found = at(headings, "00AH;17;17")
    assert found["name"] == 1
    assert found.get("site") in {None, 2}


@pytest.mark.parametrize(
    ("above", "row"),
    [(0, 0), (1, 1), (19, 19), (20, 0)],
)
def test_headings_are_looked_for_in_the_first_twenty_rows(above, row):
    assert heading_row(sheet(*["Dit is een lijst"] * above, "School;Plaats", "Alpha;Enschede")) == row


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (["", "", "Een;Twee"], 2),  # without a known heading the first row that is not empty
        (["Een;Twee", "Drie"], 0),
        ([], 0),
        (["School", "School;Plaats"], 1),
        (["School;Plaats", "School;Plaats"], 0),
        (["School", "School;x;y"], 1),  # of as many that are known the fuller row
        (["School;x", "School;y"], 0),
    ],
)
def test_the_row_with_most_headings_is_taken_the_first_of_equals(rows, row):
    assert heading_row(sheet(*rows)) == row


def test_a_heading_that_the_user_names_counts_twice():
    rows = ["School;Plaats", "Wie;Waar;Wat"]
    assert [heading_row(sheet(*rows), wishes) for wishes in ([], ["Wie"], ["Wie", "Waar"])] == [0, 1, 1]


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (["School;;STO", "Naam;Plaats;Deelname", "Alpha;Enschede;ja"], ("Naam", "Plaats", "Deelname")),
        (["School;;Anders", "Naam;Plaats;Iets", "Alpha;Enschede;ja"], ("Naam", "Plaats", "Anders Iets")),
        (["School;;Deelname;", "Naam;Plaats;2024-2025;2025-2026", "Alpha;E;ja;nee"],
         ("Naam", "Plaats", "Deelname 2024-2025", "Deelname 2025-2026")),
        (["School;;Deelname", "Naam;Plaats", "Alpha;E;ja"], ("Naam", "Plaats", "Deelname")),
        (["School;Plaats", "Naam;Gemeente", "Alpha;E"], ("School", "Plaats")),  # no cell is empty above
        (["School;;Plaats", "Naam;Beta", "Alpha;E"], ("School", "", "Plaats")),  # one known heading is data
        (["School;;;", "Naam;Plaats;x;y", "Alpha;E"], ("Naam", "Plaats", "x", "y")),  # two that are not known are data
        (["School;;;", "Naam;Plaats;x;", "Alpha;E"], ("Naam", "Plaats", "School x")),
    ],
)  # fmt: skip
def test_two_rows_of_headings_are_joined(rows, headings):
    assert find_table(sheet(*rows))[0].headings == headings


@pytest.mark.parametrize(
    ("rows", "has"),
    [
        (["School;Plaats"], True),
        (["BRIN"], True),
        (["Locatie"], True),
        (["Plaats"], False),
        (["sto_school"], False),
        ([], False),
    ],
)
def test_a_sheet_with_names_codes_or_locations_is_a_list(rows, has):
    assert has_names(sheet(*rows)) is has


@pytest.mark.parametrize(
    ("headings", "sentences"),
    [
        ("School;Plts", ["The column “Plts” was read as “plaats”."]),
        ("School;Plaats", []),
        ("Schoool;Plts", ["The column “Schoool” was read as “school”.", "The column “Plts” was read as “plaats”."]),
        ("Onze school", []),
    ],
)
def test_a_column_that_is_read_under_nearly_its_name_is_said(headings, sentences):
    assert sorted(remarks(find_table(sheet(headings))[0])) == sorted(sentences)


@pytest.mark.parametrize(
    ("hidden", "sentences"),
    [
        (set(), []),
        ({2}, []),  # it is for nothing
        ({1}, ["The column “Plaats” is hidden in the workbook; it was read as the others."]),
        ({1, 3}, [
            "2 columns are hidden in the workbook (“Plaats”, “Deelname 2024-2025”); they were read as the others.",
        ]),
    ],
)  # fmt: skip
def test_a_hidden_column_that_is_read_is_said(hidden, sentences):
    marks = RowMarks(columns=frozenset(hidden))
    assert remarks(find_table(sheet("School;Plaats;Iets;Deelname 2024-2025", marks=marks))[0]) == sentences


def test_a_column_of_an_earlier_match_and_a_row_that_a_person_decided_are_known():
    assert [is_added(heading) for heading in (" STO_School ", "sto_uitkomst", "School")] == [True, True, False]
    assert [is_reviewed(cell) for cell in (" Uw keuze", "REVIEWED", "name", "")] == [True, True, False, False]


@pytest.mark.parametrize(("wish", "column"), [("b", 1), (" C ", 2), ("Twee", 1), ("twee!", 1)])
def test_a_column_may_be_named_by_its_letter_or_heading(wish, column):
    assert at("Een;Twee;Drie", "x;y;z", name=wish) == {"name": column}


def test_a_heading_goes_before_a_letter():
    assert at("B;C;A", "x;y;z", name="A") == {"name": 2}


@pytest.mark.parametrize("wish", ["D", "", "Vier"])
def test_a_column_that_is_not_there_is_refused(wish):
    with pytest.raises(UsageProblem):
        at("Een;Twee;Drie", "x;y;z", name=wish)


def test_of_very_many_headings_thirty_are_named():
    table, _ = find_table(sheet("School;" + ";".join(f"k{number}" for number in range(40))))
    words = Translator("en").say(headings_words(table))
    assert "AD “k28”." in words
    assert "k29" not in words
    few, _ = find_table(sheet("School;;Plaats"))
    assert Translator("en").say(headings_words(few)) == "Its columns are: A “School”, C “Plaats”."
