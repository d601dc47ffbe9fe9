"""Statuses as people write them; what is not understood stays unknown."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.lists.cell_dates import day_before, read_date
from sto_cli.lists.statuses import IN_TALKS, NO, NOT_KNOWN, STOPPED, YES, read_status
from sto_cli.register.dates import first_day

CASES = {
    "ja": ("participating", None, None),
    "JA!": ("participating", None, None),
    "X": ("participating", None, None),
    "✓": ("participating", None, None),
    "1": ("participating", None, None),
    "Deelnemer": ("participating", None, None),
    "doet mee": ("participating", None, None),
    "ja, maar alleen de onderbouw": ("participating", None, None),
    "sinds 2020": ("participating", "2020", None),
    "Ja, sinds aug 2022": ("participating", "2022-08", None),
    "vanaf 1-8-2023": ("participating", "2023-08-01", None),
    "m.i.v. 1 september 2025": ("participating", "2025-09-01", None),
    "sinds 1 januari '23": ("participating", "2023-01-01", None),
    "vanaf schooljaar 2023/2024": ("participating", "2023-08-01", None),
    "schooljaar 23/24": ("participating", "2023-08-01", "2024-07-31"),
    "2020-2024": ("participating", "2020", "2024"),
    "2020-24": ("participating", "2020", "2024"),
    "ja (2020-heden)": ("participating", "2020", None),
    "t/m 2024": ("participating", None, "2024"),
    "deelnemer tot 1-8-2024": ("participating", None, "2024-07-31"),
    "gaat meedoen vanaf 2027": ("participating", "2027", None),
    "2023-08-01": ("participating", "2023-08-01", None),
    "nee": ("not_participating", None, None),
    "N": ("not_participating", None, None),
    "0": ("not_participating", None, None),
    "geen deelnemer": ("not_participating", None, None),
    "Neemt (nog) niet deel": ("not_participating", None, None),
    "nee, wel interesse": ("not_participating", None, None),
    "Gestopt": ("not_participating", None, None),
    "Gestopt per 2024": ("not_participating", "2024", None),
    "gestopt per 1-8-2024": ("not_participating", "2024-08-01", None),
    "per 2024 gestopt": ("not_participating", "2024", None),
    "gestopt t/m 2023": ("not_participating", "2024-01-01", None),
    "beëindigd 1 aug. 2023": ("not_participating", "2023-08-01", None),
    "niet meer": ("not_participating", None, None),
    "": (None, None, None),
    "?": (None, None, None),
    "-": (None, None, None),
    "onbekend": (None, None, None),
    "n.v.t.": (None, None, None),
    "misschien": (None, None, None),
    "nog niet bekend": (None, None, None),
    "in gesprek": ("in_talks", None, None),
    "In gesprek met de directie over deelname": ("in_talks", None, None),
    "in gesprek, misschien vanaf 2027": ("in_talks", None, None),
    "in gesprek sinds maart 2026": ("in_talks", "2026-03", None),
    "aangemeld op 3-3-2026": ("in_talks", "2026-03-03", None),
    "aangemeld voor schooljaar 2026-2027": ("in_talks", None, None),
    "nog niet": ("in_talks", None, None),
    "nee, nog niet": ("in_talks", None, None),
    "nee, wel in gesprek": ("in_talks", None, None),
    "overweegt deelname": ("in_talks", None, None),
    "gaat meedoen": ("in_talks", None, None),
    "wil graag meedoen": ("in_talks", None, None),
    "wil meedoen vanaf 2027": ("in_talks", None, None),
    "gaat misschien meedoen vanaf 2027": ("in_talks", None, None),
    "geïnteresseerd": ("in_talks", None, None),
    "niet geïnteresseerd": ("not_participating", None, None),
    "nog niet in gesprek": ("not_participating", None, None),
    "wil niet meedoen": ("not_participating", None, None),
    "doet nog niet mee": ("not_participating", None, None),
    "nog niet besloten": (None, None, None),
    "geen idee": (None, None, None),
    "niet zeker": (None, None, None),
    "niet duidelijk": (None, None, None),
    "niet van toepassing": (None, None, None),
    "geen reactie": (None, None, None),
    "geen antwoord ontvangen": (None, None, None),
    "niet gesproken": (None, None, None),
    "geen informatie": (None, None, None),
    "geen nieuws": (None, None, None),
    "geen contact gehad": (None, None, None),
    "doet dit jaar niet mee": ("not_participating", None, None),
    "intentieverklaring getekend": ("in_talks", None, None),
    "Intentie uitgesproken door de directie": ("in_talks", None, None),
    "intentieverklaring ondertekend op 12-3-2026": ("in_talks", "2026-03-12", None),
    "wil graag": ("in_talks", None, None),
    "wil wel": ("in_talks", None, None),
    "is van plan mee te doen": ("in_talks", None, None),
    "aanvraag in behandeling": ("in_talks", None, None),
    "verkennend gesprek gepland": ("in_talks", None, None),
    "op de wachtlijst": ("in_talks", None, None),
    "would like to join": ("in_talks", None, None),
    "letter of intent signed": ("in_talks", None, None),
    "aangemeld in 2025": ("in_talks", "2025", None),
    "niet in gesprek": ("not_participating", None, None),
    "geen gesprek gehad": (None, None, None),
    "geen overleg": (None, None, None),
    "geen gehoor": (None, None, None),
    "gestart in 2019": ("participating", "2019", None),
    "gestopt in 2024": ("not_participating", "2024", None),
}


@pytest.mark.parametrize(("written", "expected"), CASES.items())
def test_as_people_write_it(written, expected):
    reading = read_status(written)
    assert (reading.status, reading.since, reading.until) == expected
    assert reading.understood


@pytest.mark.parametrize(
    "written",
    [
        "ja/nee",
        "niet gestopt",
        "wat dan ook",
        "2020-13-45",
        "12",
        "ja, niet alle klassen",
        "2024",
        "(2024)",
        "gestopt per 32-13-2024",
        "gestopt per 31-2-2024",
        "ja, vanaf 2024-13-01",
        "t/m 31-11-2024",
        "1-8-20245",
        "2020 t/m 31-2-2024",
        "doet mee, in gesprek over vervolg",
        "gestopt, weer in gesprek",
        "niet afgehaakt",
        "nooit gestopt",
        "geen nee",
        "geen bezwaar",
        "was deelnemer",
        "oud-deelnemer",
        "deelnemer geweest",
        "ex-partner",
        "voormalig deelnemer",
        "ja?",
        "nee?",
        "ja, maar alleen als het doorgaat",
        "ja, mits er geld is",
        # of what the talks are, and how they ended, is not said by the talks themselves
        "in gesprek over stoppen",
        "overweegt uit te stappen",
        "in gesprek over verlenging",
        "overleg 4x per jaar",
        "aanvraag goedgekeurd",
        "aangemeld en gestart",
        "aangemeld, gestart 2024",
        "was in gesprek",
        "weinig interesse",
        "interesse in 2019",
        "overweging: nee",
        # whether it then begins or stops
        "nog niet, maar wel vanaf 2027",
        "nu niet, vanaf 1-8-2027",
        # perhaps it takes part already
        "convenant getekend",
        "toegezegd",
        "akkoord",
        "ingeschreven",
        # who wants what is not said
        "kandidaat",
        "potentieel",
        "wil graag meer informatie",
        "wil graag stoppen",
        "in 2019 deelnemer",
        "deelnemer in 2019",
    ],
)
def test_what_is_not_understood_is_unknown_and_said(written):
    reading = read_status(written)
    assert reading.status is None
    assert not reading.understood


@pytest.mark.parametrize("written", sorted(STOPPED))
def test_a_school_that_stopped_took_part_before(written):
    assert read_status(written).status == "not_participating"
    assert read_status(f"{written} per 2024").stopped


@pytest.mark.parametrize(
    ("words", "status"), [(YES, "participating"), (NO, "not_participating"), (IN_TALKS, "in_talks"), (NOT_KNOWN, None)]
)
def test_every_word_says_what_its_list_says(words, status):
    wrong = [word for word in words if read_status(word).status != status]
    assert wrong == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (True, ("participating", None)),
        (False, ("not_participating", None)),
        (date(2023, 8, 1), ("participating", "2023-08-01")),
        (datetime(2023, 8, 1, 12), ("participating", "2023-08-01")),  # noqa: DTZ001 - Excel has no zones
        (2023.0, (None, None)),
        (1.0, ("participating", None)),
        (0.0, ("not_participating", None)),
        (45139.0, (None, None)),
    ],
)
def test_values_of_a_workbook(cell, expected):
    reading = read_status(cell)
    assert (reading.status, reading.since) == expected


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("1-8-2023", "2023-08-01"),
        ("01/08/23", "2023-08-01"),
        ("augustus 2023", "2023-08"),
        ("2023", "2023"),
        (2023.0, "2023"),
        (45139.0, "2023-08-01"),
        ("45139", "2023-08-01"),
        (date(2023, 8, 1), "2023-08-01"),
        ("31-2-2023", None),
        ("later", None),
        ("", None),
        (True, None),
    ],
)
def test_a_column_of_dates(cell, written):
    assert read_date(cell) == written


def test_the_day_before_a_year_begins():
    assert day_before("2024") == "2023-12-31"
    assert day_before("2024-03") == "2024-02-29"
    assert day_before("later") is None


DENIALS = ["nee", "niet", "geen"]
WORDS = sorted({word for phrase in YES | NO | STOPPED | IN_TALKS | NOT_KNOWN for word in phrase.split()})


@given(st.text(max_size=60))
def test_any_text_is_read_and_dates_exist(text):
    reading = read_status(text)
    for written in (reading.since, reading.until):
        assert written is None or first_day(written)


@given(st.lists(st.sampled_from(WORDS), max_size=4), st.sampled_from(DENIALS), st.integers(0, 4))
def test_a_text_that_denies_is_never_a_yes(words, denial, at):
    text = " ".join([*words[:at], denial, *words[at:]])
    assert read_status(text).status != "participating"


@given(
    st.lists(st.sampled_from(WORDS), max_size=3), st.sampled_from(["misschien", "onbekend", "in gesprek", "twijfelt"])
)
def test_a_doubt_is_never_a_yes(words, doubt):
    assert read_status(" ".join([*words, doubt])).status != "participating"
