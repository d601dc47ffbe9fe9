"""Ticked boxes tell which of several is meant; a list of tasks is no choice."""

import pytest

from sto_cli.plans.source.boxes import chosen, ticked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("☐ D&P ☒ Z&W ☐ PIE", "Z&W"),
        ("[ ] D&P  [x] Z&W  [ ] PIE", "Z&W"),
        ("☒ keuzevak\n☐ praktijkgericht programma\n☒ onderbouw", "keuzevak, onderbouw"),
        ("☐ ja ☒ nee", "nee"),
        ("ja ☐ nee ☒", "nee"),
        ("Profiel: ☐ D&P ☑ Z&W", "Profiel: Z&W"),
        ("☐ D&P ☐ Z&W", ""),
        ("☒ ja", "ja"),
        ("☐ ja", ""),
        ("☒", "☒"),
        ("☐ Lokaal inrichten", "Lokaal inrichten"),
        ("Wij doen mee", "Wij doen mee"),
        ("☒ " + "een lange zin " * 6 + "☐ nog een", "☒ " + "een lange zin " * 6 + "☐ nog een"),
    ],
)
def test_what_is_ticked(text, expected):
    assert ticked(text) == expected


def test_lines_with_boxes_are_a_choice_where_some_are_ticked():
    assert chosen(["Profiel", "☐ D&P", "☒ Z&W", "☐ PIE", "einde"]) == ["Profiel", None, "Z&W", None, "einde"]


def test_a_list_of_tasks_is_no_choice():
    tasks = ["☒ lokaal klaar in oktober 2026", "☐ module klaar in januari 2027"]
    assert chosen(tasks) == tasks
    assert chosen(["☐ lokaal inrichten", "☐ lessen maken"]) == ["☐ lokaal inrichten", "☐ lessen maken"]
