"""How sentences quote a text, and write a day, a month or a longer time out."""

from __future__ import annotations

import pytest

from sto_cli.messages import Translator
from sto_cli.plans.language.times import time_meant
from sto_cli.plans.language.wording import quoted, said_in, said_when


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Leerlingen enthousiast maken.", "“Leerlingen enthousiast maken”"),
        ("n.t.b.", "“n.t.b.”"),
        ("Techniek e.o.", "“Techniek e.o.”"),
        ("...", "“...”"),
        ("in 2027.", "“in 2027”"),
        ("Klaar?", "“Klaar?”"),
    ],
)
def test_a_quoted_sentence_leaves_its_point_to_the_sentence_around_it(text, shown):
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1-10-2026", "1 oktober 2026"),
        ("2026-10", "oktober 2026"),
        ("Q1 2027", "het eerste kwartaal van 2027"),
        ("voorjaar 2027", "het voorjaar van 2027"),
        ("schooljaar 2026-2027", "schooljaar 2026-2027"),
        ("1-15 maart 2027", "1 maart 2027 tot en met 15 maart 2027"),
    ],
)
def test_a_time_is_written_out_whole(written, said):
    assert Translator("nl").say(said_when(time_meant(written))) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1-10-2026", "op 1 oktober 2026"),
        ("voorjaar 2027", "in het voorjaar van 2027"),
        ("1-15 maart 2027", "tussen 1 maart 2027 en 15 maart 2027"),
    ],
)
def test_a_time_stands_in_a_sentence(written, said):
    assert Translator("nl").say(said_in(time_meant(written))) == said
