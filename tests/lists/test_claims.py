"""What the rows of a list say of one school: joined where they agree, asked where they contradict each other."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.files.tables import Sheet
from sto_cli.lists.claims import ListReading, read_claims
from sto_cli.lists.columns import find_table
from sto_cli.lists.list_rows import FREE_CELLS, link_list, open_links
from sto_cli.lists.matching import Linker
from sto_cli.lists.other_kinds import LONGEST_ALONE, kind_beside
from sto_cli.lists.school_years import Period, begins_within, standing, within_dates
from sto_cli.search.find import Matcher

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def linked(register):
    """Link rows written with semicolons, the first one the headings."""
    matcher = Matcher(register)

    def run(*rows):
        table, columns = find_table(Sheet("list.csv", [row.split(";") for row in rows]))
        return link_list(table, columns, Linker(matcher, DAY))

    return run


@pytest.fixture
def read(linked, register):
    def run(*rows, **how):
        return read_claims(linked(*rows), ListReading(register, "twente", DAY, **{"as_of": "2026-10", **how}))

    return run


def shown(claims):
    """Return what is taken over, and what is not, in one line each."""
    told = [
        " ".join(str(part) for part in (one.school, one.status, one.since or "-", one.until or "-", *one.rows))
        for one in claims.claims
    ]
    return told, [f"{one.row} {one.doubt} {one.written}".rstrip() for one in claims.doubtful]


FULL = "Code;Deelname;Vanaf;Tot;Contact;E-mail;Opmerking"


@pytest.mark.parametrize(
    ("rows", "told", "doubts"),
    [
        (["00AH17;ja;;;;;", "00AH17;ja;;;;;"], ["00AH17 participating - - 2 3"], []),
        (["00AH17;ja;2023;;;;", "00AH17;ja;;;;;"], ["00AH17 participating 2023 - 2 3"], []),
        (["00AH17;ja;;;;;", "00AH17;ja;2023;;;;"], ["00AH17 participating 2023 - 2 3"], []),
        (["00AH17;ja;2023;;;;", "00AH17;ja;2023;2027;;;"], ["00AH17 participating 2023 2027 2 3"], []),
        (["00AH17;ja;2023;;;;", "00AH17;ja;2024;;;;"], [], ["2 conflict ja", "3 conflict ja"]),
        (["00AH17;ja;;2027;;;", "00AH17;ja;;2028;;;"], [], ["2 conflict ja", "3 conflict ja"]),
        (["00AH17;ja;;;;;", "00AH17;nee;;;;;"], [], ["2 conflict ja", "3 conflict nee"]),
        (["00AH17;gestopt;;;;;", "00AH17;nee;;;;;"], [], ["2 conflict gestopt", "3 conflict nee"]),
        (["00AH17;ja;;;;;", "02DO02;nee;;;;;"],
         ["00AH17 participating - - 2", "02DO02 not_participating - - 3"], []),
        (["02DO02;ja;;;;;", ";;;;;;", "00AH17;ja;;;;;"],
         ["00AH17 participating - - 4", "02DO02 participating - - 2"], []),
        (["00AH17;;;;;;"], [], ["2 status_unknown"]),
        (["00AH17;misschien;;;;;"], [], ["2 status_unknown misschien"]),
        (["00AH17;vraag Piet;;;;;"], [], ["2 status_unclear vraag Piet"]),
        (["00AH17;ja;31-2-2023;;;;"], [], ["2 status_unclear ja · 31-2-2023"]),
        (["00AH17;ja;2023;ooit 99;;;"], [], ["2 status_unclear ja · ooit 99"]),
        (["00AH17;ja;straks;;;;"], ["00AH17 participating - - 2"], []),
        (["99ZZ99;ja;;;;;"], [], ["2 not_found ja"]),
        (["00AH17;ja;;;;;nee"], [], ["2 status_unclear ja · nee"]),
        (["00AH17;nee;;;;;ja"], [], ["2 status_unclear nee · ja"]),
        (["00AH17;ja;;;;;ja"], ["00AH17 participating - - 2"], []),
        (["00AH17;ja;;;;;in gesprek"], ["00AH17 participating - - 2"], []),
        (["00AH17;in gesprek;1-9-2026;;;;"], ["00AH17 in_talks 2026-09-01 - 2"], []),
        (["00AH17;in gesprek;1-11-2026;;;;"], ["00AH17 in_talks - - 2"], []),  # when it would begin
        (["00AH17;gestopt;2021;2023;;;"], ["00AH17 not_participating 2024-01-01 - 2"], []),
        (["00AH17;gestopt;2024;2023;;;"], [], ["2 status_unclear gestopt · 2024 · 2023"]),
        (["00AH17;nee;;2023;;;"], [], ["2 status_unclear nee · 2023"]),
    ],
)  # fmt: skip
def test_rows_of_one_school(read, rows, told, doubts):
    assert shown(read(FULL, *rows)) == (told, doubts)


def test_contacts_and_notes_are_joined_the_first_that_is_there(read):
    rows = ["00AH17;ja;;;;x;", "00AH17;ja;;;A;Mail <a@voorbeeld.test>;een", "00AH17;ja;;;B;b@voorbeeld.test;twee"]
    [claim] = read(FULL, *rows).claims
    assert (claim.contact_name, claim.contact_email, claim.note) == ("A", "a@voorbeeld.test", "een")
    assert claim.rows == (2, 3, 4)


@pytest.mark.parametrize(("all_take_part", "told"), [(True, ["00AH17 participating - - 2"]), (False, [])])
def test_a_list_without_a_status_says_it_of_all_only_when_asked(read, all_take_part, told):
    assert shown(read("Code", "00AH17", all_take_part=all_take_part))[0] == told


@pytest.mark.parametrize(
    ("heading", "until"), [("Tot en met", "2023-08-01"), ("Gestopt per", "2023-07-31"), ("Tot", "2023-08-01")]
)
def test_a_day_of_stopping_is_the_first_without(read, heading, until):
    [claim] = read(f"Code;Deelname;{heading}", "00AH17;ja;1-8-2023").claims
    assert claim.until == until


YEARS = "Code;2024-2025;2025-2026;2026-2027"


@pytest.mark.parametrize(
    ("cells", "periods", "doubts"),
    [
        ("ja;ja;ja", [("participating", "2024-08-01", None)], []),
        ("ja;ja;", [("participating", "2024-08-01", "2026-07-31")], []),
        ("ja;nee;ja", [("participating", "2024-08-01", "2025-07-31"), ("not_participating", "2025-08-01", "2026-07-31"),
                       ("participating", "2026-08-01", None)], []),
        (";;ja", [("participating", "2026-08-01", None)], []),
        (";;", [], ["2 status_unknown"]),
        ("ja;vraag;ja", [], ["2 status_unclear 2025-2026: vraag"]),
        ("ja;gestopt per 1-1-2026;", [("participating", "2024-08-01", "2025-12-31"),
                                      ("not_participating", "2026-01-01", None)], []),
    ],
)  # fmt: skip
def test_school_years_become_periods(read, cells, periods, doubts):
    claims = read(YEARS, f"00AH17;{cells}")
    assert [(one.status, one.since, one.until) for claim in claims.claims for one in claim.periods] == periods
    assert shown(claims)[1] == doubts


@pytest.mark.parametrize(("as_of", "until"), [("2026-07-31", None), ("2026-08-01", "2026-07-31"), ("2026-07", None)])
def test_the_last_year_stays_open_while_it_lasts(read, as_of, until):
    [claim] = read("Code;2025-2026", "00AH17;ja", as_of=as_of).claims
    assert claim.until == until


TWO = (Period("participating", "2024-08-01", "2025-07-31"), Period("not_participating", "2025-08-01", None))


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2024-07-31", "not_participating"),  # outside all of them as in the last one
        ("2024-08-01", "participating"),
        ("2025-07-31", "participating"),
        ("2025-08-01", "not_participating"),
        ("2030", "not_participating"),
        ("", "not_participating"),
    ],
)
def test_how_it_stands_on_a_day(day, status):
    assert standing(TWO, day) == status


@pytest.mark.parametrize(
    ("since", "until", "ends"),
    [
        (None, None, ("2024-08-01", "2025-07-31")),
        ("2025-07-31", None, ("2025-07-31", "2025-07-31")),
        ("2025-08-01", None, None),
        (None, "2024-08-01", ("2024-08-01", "2024-08-01")),
        (None, "2024-07-31", None),
        ("2024", "2026", ("2024", "2026")),
    ],
)
def test_dates_are_laid_over_the_periods_where_they_can_be(since, until, ends):
    found = within_dates(TWO[:1], since, until)
    assert (found and (found[0].since, found[-1].until)) == ends


def test_dates_are_of_taking_part_only():
    assert within_dates(TWO[::-1], "2025", None) is None
    assert within_dates(TWO, None, "2026") is None
    assert within_dates(TWO, "2024", None)[1] == TWO[1]


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [("2024", None, True), ("2024-08", "2024-08-01", True), ("2024-08-02", "2024-08-01", False), ("", None, False)],
)
def test_one_date_begins_before_another_ends(one, other, within):
    assert begins_within(one, other) is within


@pytest.mark.parametrize(("spaces", "kind"), [(LONGEST_ALONE - len("bedrijf") - 1, "company"), (33, None)])
def test_a_long_cell_says_more_than_a_kind(spaces, kind):
    assert kind_beside("Wavin", [" " * spaces + "bedrijf"]) == kind


@pytest.mark.parametrize(("before", "kind"), [(FREE_CELLS - 2, "company"), (FREE_CELLS - 1, None)])
def test_what_stands_far_to_the_right_says_nothing_of_the_row(linked, before, kind):
    free = [f"k{number}" for number in range(before)]
    [row] = linked(";".join(["School", *free, "Wat"]), ";".join(["Wavin", *("" for _ in free), "bedrijf"])).links
    assert row.other == kind


def test_rows_that_ask_the_same_are_asked_once_in_their_order(linked):
    asked = open_links(linked("School;Plaats", "Nergens College;", "Lauwers College;", "Nergens College;"))
    assert [(link.question.name, rows) for link, rows in asked] == [
        ("Nergens College", [2, 4]),
        ("Lauwers College", [3]),
    ]


@pytest.mark.parametrize(
    ("code", "outcome", "given"),
    [("00AH17", "found", True), ("00ah-17", "found", True), ("99ZZ99", "not_found", False), ("", "not_found", False)],
)
def test_the_code_of_an_earlier_match_stands(linked, code, outcome, given):
    [row] = linked("School;sto_outcome;sto_school", f"Nergens College;found;{code}").links
    assert (row.outcome, row.given) == (outcome, given)
    [known] = linked("School;Plaats;sto_outcome;sto_school", f"Het Stedelijk Alpha;Enschede;found;{code}").links
    assert (known.match.id, known.given) == ("00AH17", given)
