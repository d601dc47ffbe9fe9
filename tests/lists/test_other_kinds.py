"""Rows that are no vmbo school are known as such, and no school of the register is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.files.tables import Sheet
from sto_cli.lists.columns import find_table
from sto_cli.lists.list_rows import link_list
from sto_cli.lists.matching import Linker
from sto_cli.lists.other_kinds import kind_beside
from sto_cli.search.find import Matcher
from sto_cli.search.other_kinds import _OTHER_SCHOOLS, other_kind, other_school


@pytest.fixture(scope="module")
def matcher(register):
    return Matcher(register)


@pytest.fixture
def link(matcher):
    def run(*rows: str):
        table, columns = find_table(Sheet("list.csv", [row.split(";") for row in rows]))
        return link_list(table, columns, Linker(matcher, date(2026, 11, 24)))

    return run


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ROC van Twente", "mbo"),
        ("ROC-Nijmegen", "mbo"),
        ("Yuverta mbo", "mbo"),
        ("mboRijnland", "mbo"),
        ("Zuyd Hogeschool", "higher"),
        ("Universiteit Twente", "higher"),
        ("OBS De Regenboog", "primary"),
        ("Chr. basisschool De Ark", "primary"),
        ("Openbare daltonbasisschool", "primary"),
        ("IKC Het Palet", "primary"),
        ("Praktijkschool De Boog", "practical"),
        ("Reggesteyn praktijkonderwijs", "practical"),
        ("Het Stedelijk, pro", "practical"),
        ("VSO De Brug", "special"),
        ("Bouwbedrijf Jansen B.V.", "company"),
        ("Installatiebedrijf", "company"),
        ("Wavin NV", "company"),
        ("Gemeente Hengelo", "government"),
        ("Totaal", "total"),
        ("Totaal aantal scholen", "total"),
        ("Subtotaal:", "total"),
        ("Stedelijk Gymnasium", "general"),
        ("Het College havo/vwo", "general"),
        ("Vmbo en mbo Curio", None),
        ("Praktijkonderwijs en vmbo Helinium", None),
        ("CSG Het Streek mavo/havo/vwo", None),
        ("Pro Rege College", None),
        ("Procyon College", None),
        ("Totalschool", None),
        ("Het Stedelijk Alpha", None),
        ("?", None),
        ("", None),
    ],
)
def test_by_the_words_of_the_name(name, kind):
    assert other_kind(name) == kind


def test_by_a_cell_that_says_nothing_else():
    assert kind_beside("Wavin", ["", "Bedrijf"]) == "company"
    assert kind_beside("Wavin", ["een bedrijf in buizen"]) is None
    assert kind_beside("Landstede", ["mbo", "vmbo"]) is None


def test_no_school_of_the_register_is_set_apart(link, register):
    """Each by its own name and place, as a list would have it; two have a name that says something else (VSO, ROC)."""
    rows = [f"{school.name};{school.town}" for school in register.schools.values() if ";" not in school.name]
    assert [row.question.name for row in link("School;Plaats", *rows).links if row.other] == []


def test_no_vmbo_school_has_the_name_of_one_that_is_known_to_be_another(matcher):
    names = [name for known in _OTHER_SCHOOLS.values() for name in known]
    assert [name for name in names if other_school(name) is None] == []
    claimed = {name: matcher.find(name).best for name in names}
    assert [name for name, best in claimed.items() if best] == []


def test_a_name_that_is_found_although_it_says_otherwise_is_asked(link):
    rows = link("School;Plaats", "Koning Willem I College;", "Het Stedelijk Alpha praktijkonderwijs;Enschede").links
    assert [row.outcome for row in rows] != ["found", "found"]
    assert rows[0].open
    assert rows[0].match is None
    beside = link("School;Plaats;Leerlingen", "VSO Daaf eluk;Haarlem;80").links  # the same in a list with more columns
    assert [row.match or row.candidates[0].id for row in beside if row.open] == ["18EC03"]


def test_a_code_stands_whatever_the_name_says(link):
    (row,) = link("School;Code", "Praktijkonderwijs Alpha;00AH17").links
    assert (row.outcome, row.match.id) == ("found", "00AH17")


def test_they_are_counted_apart_and_nothing_is_asked_of_them(link):
    linked = link("School;Plaats", "ROC van Twente;Hengelo", "Totaal;", "Het Stedelijk Alpha;Enschede", "Nergens;")
    assert [row.other for row in linked.links] == ["mbo", "total", None, None]
    summary = linked.summary
    assert (summary.rows, summary.found, summary.other, summary.open) == (4, 1, 2, 1)


def test_a_heading_in_between_is_no_school(link):
    linked = link(
        "School;Plaats;Deelname", "Noord- en Midden-Twente;;", "Het Stedelijk Alpha;Enschede;ja", "Overige scholen;;",
        "Almelo;;", "Nergens College;;", "Assink Haaksbergen;;", "Reggesteyn;Nijverdal;nee", "Canisius;Almelo;ja",
        "Waerdenborch;Holten;ja", "Bonhoeffer College;Enschede;x",
    )  # fmt: skip
    headings = [row.question.name for row in linked.links if row.other == "subheading"]
    assert headings == ["Noord- en Midden-Twente", "Overige scholen", "Almelo"]
    assert [row.question.name for row in linked.links if row.open] == [
        "Nergens College", "Assink Haaksbergen", "Bonhoeffer College",
    ]  # fmt: skip
    two = next(row for row in linked.links if row.question.name == "Assink Haaksbergen")
    assert {match.id for match in two.candidates} == {"05FB00", "05FB07"}  # not the one in Neede


def test_in_a_list_of_names_alone_nothing_is_a_heading(link):
    assert [row.other for row in link("School", "Almelo", "Midden-Twente").links] == [None, None]
