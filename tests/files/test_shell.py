"""What the program suggests to type works when it is pasted."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.outgoing import command, typed
from sto_cli.files.writing import free_name


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("twente", "twente"),
        ("csg x", '"csg x"'),
        ("a&b", '"a&b"'),
        ("", '""'),
        (Path("map/lijst.xlsx"), "map/lijst.xlsx"),
    ],
)
def test_words_are_quoted_where_they_need_it(word, shown):
    assert typed(word) == shown.replace("/", os.sep) if isinstance(word, Path) else shown


@pytest.mark.skipif(os.name == "nt", reason="asks the shell of Unix")
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=20), max_size=4))
def test_a_shell_reads_the_same_words(words):
    assert shlex.split(command(*words)) == ["sto", *words]


def test_a_file_is_no_option():
    assert command("match", Path("-v.csv")) == f"sto match .{os.sep}-v.csv"


def test_a_free_name_replaces_nothing(tmp_path):
    path = tmp_path / "lijst.xlsx"
    taken = []
    for _ in range(3):
        taken.append(free_name(path).name)
        free_name(path).touch()
    assert taken == ["lijst.xlsx", "lijst-2.xlsx", "lijst-3.xlsx"]
    assert free_name(tmp_path / "lijst-3.xlsx").name == "lijst-4.xlsx"
