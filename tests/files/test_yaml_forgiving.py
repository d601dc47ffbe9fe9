"""The accidents of people who write YAML by hand: what is said, where, and that the rest is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.yaml.forgiving import read_forgiving
from sto_cli.files.yaml.reader import read_yaml
from sto_cli.messages import Translator

ENGLISH = Translator("en")


def read(text):
    return read_forgiving(text, "plan.yaml", max_nodes=5000)


def said(text):
    return [(f.place.line, f.place.column, ENGLISH.say(f.message)) for f in read(text).findings]


COLON = "There is a colon inside this text, as if a new heading starts."
QUOTE = "A quotation mark is opened here, but not closed."
APOSTROPHE = "A text that starts with an apostrophe is read as a quotation that does not end."
SECOND_COLON = "There is a second colon in this part."
NO_SPACE = "There is no space behind this colon."
DASH = "This dash does not start a new point: it is read as part of the text above it."
NO_HEADING = "This line is no heading (there is no colon behind it), and no text either."

ODD_SPACE = "This line starts with a space of another kind, as Word or a web page makes them."
COMMENT = "A # with a space before it ends the text: the rest of the line is a remark."
CONFLICT = "Two versions of this file were put together, and a choice is still open here."

READ_ON = [
    # text, line and column, sentence, what is read all the same
    ("titel: Lab: voor allen\nregio: x\n", (1, 11), COLON, {"titel": "Lab: voor allen", "regio": "x"}),
    (
        "visie: De regio wil\n  één ding: techniek.\ntitel: x\n",
        (2, 11),
        COLON,
        {"visie": "De regio wil één ding: techniek.", "titel": "x"},
    ),
    (
        "periode:\n\tbegin: a\n\teind: b\n",
        (2, 1),
        "This is the first of 2 lines that start with a tab.",
        {"periode": {"begin": "a", "eind": "b"}},
    ),
    ("doelen:\n  -\tid: d1\n", (2, 4), "This line starts with a tab.", {"doelen": [{"id": "d1"}]}),
    ("doelen:\n\u00a0 - a\n", (2, 1), ODD_SPACE, {"doelen": ["a"]}),
    ("periode:\n  begin: a\n\u00a0 eind: b\n", (3, 1), ODD_SPACE, {"periode": {"begin": "a", "eind": "b"}}),
    ('titel: "Lab\nregio: x\n', (1, 8), QUOTE, {"titel": '"Lab', "regio": "x"}),
    ('titel: "Lab\nregio: "x"\n', (1, 8), QUOTE, {"titel": '"Lab', "regio": "x"}),
    ("titel: 's Middags les\nregio: x\n", (1, 8), APOSTROPHE, {"titel": "'s Middags les", "regio": "x"}),
    (
        'titel: "Lab" voor allen\nregio: x\n',
        (1, 14),
        'There is more text behind the closing ".',
        {"titel": '"Lab" voor allen', "regio": "x"},
    ),
    (
        "titel: [concept] Lab\nregio: x\n",
        (1, 18),
        "There is more text behind the closing ].",
        {"titel": "[concept] Lab", "regio": "x"},
    ),
    (
        " titel: x\ndoelen: y\n",
        (1, 1),
        "There is a space before the first heading, and none before the headings below it.",
        {"titel": "x", "doelen": "y"},
    ),
    ("titel: @school\n", (1, 8), "A text cannot start with @.", {"titel": "@school"}),
    ("titel: %-norm\n", (1, 8), "A text cannot start with %.", {"titel": "%-norm"}),
    ("titel: *dit* is het\n", (1, 8), "A text cannot start with *.", {"titel": "*dit* is het"}),
    ("doelen:\n  - *niet bekend*\n", (2, 5), "A text cannot start with *.", {"doelen": ["*niet bekend*"]}),
    ("titel: & meer\n", (1, 8), "A text cannot start with &.", {"titel": "& meer"}),
    ("titel: &meer techniek\n", (1, 8), "A text cannot start with &.", {"titel": "techniek"}),
    ("visie: | tekst\n  meer\n", (1, 8), "Behind | the text must start on the next line.", {"visie": "| tekst meer"}),
    (
        "m:\n  - {post: zagen: drie, bedrag: 12}\n",
        (2, 17),
        SECOND_COLON,
        {"m": [{"post": "zagen: drie", "bedrag": "12"}]},
    ),
    ("visie: Lijn #2 van\n  de regio\ntitel: x\n", (1, 13), COMMENT, {"visie": "Lijn #2 van de regio", "titel": "x"}),
    (
        "titel: - a\nregio: x\n",
        (1, 8),
        "A list cannot start behind a heading, on the same line.",
        {"titel": "- a", "regio": "x"},
    ),
    ("doelen:\n - a\n  - b\n", (3, 3), DASH, {"doelen": ["a - b"]}),
    ("doelen: wij willen\n  - a\n", (2, 3), DASH, {"doelen": "wij willen - a"}),
    ("titel: x\n---\ntitel: y\n", (2, 1), "A second document starts here (the line ---).", {"titel": "x"}),
    (
        'titel: "C:\\school"\n',
        (1, 11),
        "A \\ between double quotation marks means something else.",
        {"titel": "C:\\school"},
    ),
    (
        "titel: a\x07b\n",
        (1, 9),
        "Here is an invisible sign (U+0007) that does not belong in a text.",
        {"titel": "a\ufffdb"},
    ),
    (
        "titel: lokaal #3\n",
        (1, 15),
        "What stands behind this # is not read: it counts as a remark.",
        {"titel": "lokaal"},
    ),
]

STOP = [
    (
        "doelen:\n  - id: d1\n   doel: x\n",
        (3, 1),
        "This line starts 3 spaces in, which fits none of the lines above it.",
    ),
    ("titel: x\n regio: y\n", (2, 1), "This line starts 1 space in, which fits none of the lines above it."),
    ("titel:Lab\nregio: x\n", (1, 6), NO_SPACE),
    ("regio: x\ntitel:Lab\nschool: y\n", (2, 6), NO_SPACE),
    ("regio: x\ndoelen\n  - a\n", (2, 1), NO_HEADING),
    ("vormen: [onderbouw\nregio: x\n", (1, 9), "[ is opened here, but ] does not follow where it should."),
    ("titel: x\n...\ntitel: y\n", (3, 1), "This text stands behind the end of the plan (a line with ...)."),
    ("Ons plan\n# remark\ntitel: x\n", (1, 1), NO_HEADING),
    ("<<<<<<< a\ntitel: x\n=======\ntitel: y\n>>>>>>> b\n", (1, 1), CONFLICT),
    ("? [a]\n: b\n", (1, 3), "A key must be one word or text, with a colon behind it."),
]


@pytest.mark.parametrize(("text", "spot", "sentence", "data"), READ_ON, ids=[repr(one[0]) for one in READ_ON])
def test_an_accident_is_explained_and_the_rest_is_read(text, spot, sentence, data):
    assert (*spot, sentence) in said(text)
    assert read(text).data == data


@pytest.mark.parametrize(("text", "spot", "sentence"), STOP, ids=[repr(one[0]) for one in STOP])
def test_an_accident_that_stops_the_reading_is_explained(text, spot, sentence):
    assert said(text) == [(*spot, sentence)]
    assert read(text).data is None


def test_a_wrong_indentation_names_the_places_where_a_line_may_start():
    (finding,) = read("doelen:\n  - id: d1\n   doel: x\n").findings
    assert ENGLISH.say(finding.hint) == "Let it start right below what it belongs to: 0, 2 or 4 spaces in."


def test_several_accidents_are_all_reported():
    text = "titel: Lab: nu\nregio: 's Morgens\ndoelen:\n  - a: b: c\n  - @d\n"
    assert [line for line, _, _ in said(text)] == [1, 2, 4, 5]


FINE = [
    "titel: x\n",
    "titel: 'a: b'\n",
    'titel: "a # b"\n',
    "titel: a # remark\n",
    "titel: a  #remark\n",
    "vormen: [a, b] #remark\n",
    "visie: >\n  a: b\n  - c #3\n",
    "visie: |\n  's middags\n",
    "tijd: 12:30\n",
    "a: &x b\nc: *x\n",
    "titel: !!str 12\n",
    "",
    "# alleen een opmerking\n",
    "---\ntitel: x\n",
    "titel: a - b\n",
    "titel: “a”\n",
    "visie: een lange zin\n  die doorloopt - met een streepje\n",
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_right_gives_nothing(text):
    assert read(text).findings == []


@given(st.text(alphabet=st.sampled_from("ab: -\n\t#'\"[]{},|>&*!%@?~é\ue041"), max_size=60))
def test_what_the_strict_reader_reads_is_read_the_same(text):
    """But for headings that start with a space of another kind: those are an accident."""
    strict = read_yaml(text, "plan.yaml")
    if not strict.findings:
        assert read(text).data == strict.data


@given(st.text(max_size=80))
def test_any_text_is_read_or_explained(text):
    document = read(text)
    assert document.data is None or isinstance(document.data, str | list | dict)
    for finding in document.findings:
        assert ENGLISH.say(finding.message)


@pytest.mark.parametrize("text", ["\u00a0titel: x\ndoelen:\n  - ...\n", "\u00a0\n# remark\ntitel: x\n"])
def test_a_space_of_another_kind_before_the_first_heading_is_all_that_is_said(text):
    assert [sentence for _, _, sentence in said(text)] == [
        "This line starts with a space of another kind, as Word or a web page makes them."
    ]


@pytest.mark.parametrize(("text", "reported"), [("doelen: • lessen\n", True), ("doelen:\n  - • lessen\n", False)])
def test_a_bullet_is_an_accident_where_it_stands_for_a_dash(text, reported):
    assert ("bullet" in read(text).accidents) is reported
