"""A text is cut and read once: its tokens, sentences and typed spans."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.lexicon import lexicon
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.stream import Stream

HERE = Path(__file__).parent


def cases(name):
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.rsplit(" = ", 1)) for line in lines if line and not line.startswith("# ")]


def days_in(text, within=None):
    return [
        " ".join(dict.fromkeys(map(str, days))) if (days := time.days(within)) else "?"
        for time in annotate(text).times
        if time.sure and time.after is None
    ]


@pytest.mark.parametrize(("text", "expected"), [*cases("times.txt"), *cases("times-apart.txt")])
def test_the_times_in_a_text(text, expected):
    bounds = re.search(r" \[(\S+) (\S+)\]$", text)
    within = tuple(map(date.fromisoformat, bounds.groups())) if bounds else None
    found = days_in(re.sub(r" \[\S+ \S+\]$", "", text), within)
    assert found == ([] if expected == "-" else expected.split(" | "))


SENTENCES = [
    ["Wij vragen o.a. € 3.000 aan dhr. R. Jansen.", "Dat is bijv. voor jan. 2027.", "Klaar!"],
    ["1. Doel een.", "2. Doel twee."],
    ["Kosten (incl. btw).", "Meer niet?", "Nee."],
    ["Het kost € 3.500.", "Dat is veel."],
]


@pytest.mark.parametrize("sentences", SENTENCES, ids=" ".join)
def test_sentences_with_abbreviations_and_initials(sentences):
    read = annotate(" ".join(sentences))
    assert [read.text_of(one) for one in read.sentences] == sentences


def test_a_line_that_was_wrapped_goes_on_and_a_line_of_a_list_does_not():
    wrapped = annotate("De leskas vergt achtentwintigduizend euro. Het\nherschrijven kost tweemaal tachtig uur.")
    assert len(wrapped.sentences) == 2
    assert len(annotate("Robots 900\nbus 450\nuren 2.400").sentences) == 3


NUMBERS = {
    "achtentwintigduizend": 28_000, "twaalf duizend vijfhonderd": 12_500, "anderhalf": 1.5, "28k": 28_000,
    "12.500": 12_500, "EUR": None, "24 500": 24_500, "drieëndertighonderd": 3_300, "twenty-four thousand": 24_000,
    "drie en een half duizend": 3_500, "tweeduizend vijfentwintig": 2_025, "zesentwintig": 26, "eenheid": None,
    "12,5k": 12_500, "negenhonderdnegenennegentigduizend": 999_000, "2,5 duizend": 2_500, "tienduizend": 10_000,
}  # fmt: skip


@pytest.mark.parametrize("written", NUMBERS)
def test_numbers_in_digits_and_words(written):
    number = number_at(Stream(written), 0)
    assert (number and float(number.value)) == NUMBERS[written]


@given(st.text(max_size=200))
def test_no_text_trips_the_reader_and_every_span_keeps_its_words(text):
    read = annotate(text)
    for span in (*read.times, *read.quantities, *read.lexical):
        assert read.text[span.start : span.end] == span.words
    covered = [(one.first, one.last) for one in read.sentences]
    assert [first for first, _ in covered[1:]] == [last for _, last in covered[:-1]]


@given(st.lists(st.sampled_from([text for text, _ in cases("times.txt")]), min_size=2, max_size=6))
def test_times_do_not_overlap(texts):
    times = annotate("; ".join(texts)).times
    assert all(one.end <= other.start for one, other in pairwise(times))


def test_no_word_stands_twice_in_a_table():
    for table, values in lexicon().values.items():
        assert values, table
