"""YAML with keys of one's own shows what the same words show in a text: labels, sections, points and tables."""

from pathlib import Path

import pytest

from sto_cli.files.decoding import split_lines, without_end
from sto_cli.plans.source.outline import (
    OutlineHeading,
    OutlinePair,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)
from sto_cli.plans.source.outlining import outline_of

ROOT = Path(__file__).parent.parent.parent.parent


def outline(source):
    return outline_of(source, "plan.yaml")


def shown(source):
    """Return the blocks as short texts, without places."""
    return [seen(block) for block in outline(source).blocks]


def seen(block):
    match block:
        case OutlineHeading():
            return f"{'#' * block.level} {block.text}"
        case OutlinePair():
            return f"{block.label}: {block.text}"
        case OutlinePoint():
            return f"- {block.text}"
        case OutlineTable():
            return [[cell.text for cell in row] for row in block.rows]
    return block.text


SHAPES = {
    "a key and its text": ("school: Candea College\n", ["school: Candea College"]),
    "a key of one's own": ("onze_naam: Maaklab\n", ["onze naam: Maaklab"]),
    "a key with humps": ("schoolName: Maaklab\n", ["school name: Maaklab"]),
    "a name as a key": ("Summa College: leent\nVDL ETG: levert\n", ["Summa College: leent", "VDL ETG: levert"]),
    "a mapping": ("aanvrager:\n  school: X\n  plaats: Y\n", ["# aanvrager", "school: X", "plaats: Y"]),
    "a mapping in a mapping": ("geld:\n  uit:\n    arm: 26000\n", ["# geld", "## uit", "arm: 26000"]),
    "an empty key": ("doelen:\n", ["# doelen"]),
    "an empty key among others": ("a:\n  b:\n  c: d\n", ["# a", "## b", "c: d"]),
    "a list": ("doelen:\n  - een\n  - twee\n", ["# doelen", "- een", "- twee"]),
    "a short list": ("profielen: [PIE, D&P]\n", ["# profielen", "- PIE", "- D&P"]),
    "points with labels": (
        "met:\n  - Bidfood: software\n  - Firda: docent\n",
        ["# met", "Bidfood: software", "Firda: docent"],
    ),
    "records": (
        "doelen:\n  - {id: d1, doel: een}\n  - {id: d2, doel: twee, meetbaar: 3}\n",
        ["# doelen", [["id", "doel", "meetbaar"], ["d1", "een", ""], ["d2", "twee", "3"]]],
    ),
    "a single record": ("doelen:\n  - id: d1\n    doel: een\n", ["# doelen", [["id", "doel"], ["d1", "een"]]]),
    "records with names": (
        "targets:\n  prog: {what: een, now: 0}\n  d_p: {what: twee}\n",
        ["# targets", [["", "what", "now"], ["prog", "een", "0"], ["d p", "twee", ""]]],
    ),
    "mappings with keys that differ": (
        "geld:\n  uit: {arm: 2, kooi: 3}\n  door: {VDL: 1, STO: 4}\n",
        ["# geld", "## uit", "arm: 2", "kooi: 3", "## door", "VDL: 1", "STO: 4"],
    ),
    "rows": ("kosten:\n  - [arm, 26000]\n  - [kooi, 8400]\n", ["# kosten", [["arm", "26000"], ["kooi", "8400"]]]),
    "a list in a record": (
        "acties:\n  - {wat: lab, voor: [g1, g2]}\n  - {wat: les, voor: [g1]}\n",
        ["# acties", [["wat", "voor"], ["lab", "g1, g2"], ["les", "g1"]]],
    ),
    "lines at the margin": (
        "visie: |\n  Wij willen\n  meer techniek.\n\n  - een lab\n",
        ["# visie", "Wij willen", "meer techniek.", "- een lab"],
    ),
    "a folded text": ("visie: >\n  Wij willen\n  meer.\n", ["# visie", "Wij willen", "meer."]),
    "lines in a section": ("met:\n  AVR: |\n    Geeft de\n    opdracht.\n", ["# met", "AVR: Geeft de opdracht."]),
    "a quotation over lines": ('visie: "Wij willen\n  meer."\n', ["# visie", "Wij willen", "meer."]),
    "points in a section": ("met:\n  AVR: |\n    - een\n    - twee\n", ["# met", "## AVR", "- een", "- twee"]),
    "a sign that is no remark": ("lokaal: bij #12 beneden\n", ["lokaal: bij #12 beneden"]),
    "figures and days as keys": ("1:\n  2.1: x\n2026-01-02: y\n", ["# 1", "2.1: x", "2026-01-02: y"]),
    "a list of lists that are no rows": ("a:\n  - [een]\n  - [twee]\n", ["# a", "- een", "- twee"]),
}


@pytest.mark.parametrize(("source", "expected"), SHAPES.values(), ids=SHAPES)
def test_the_shape_of_yaml_is_what_a_reader_sees(source, expected):
    assert shown(source) == expected


REMARKED = """\
# Plan van het team
school: X    # de locatie in Hengelo

# 2. Wat zijn de doelen?
# Schrijf ze op.
doelen:  # in cijfers
  - een lab  # voor klas 3
  - "# geen opmerking"
1:  # hoe sluit het aan
  visie: |
    Lokaal #3 en
    # dit ook
# Tot hier.
"""


def test_remarks_are_notes_and_no_answers():
    found = outline(REMARKED)
    notes = {seen(block): block.note for block in found.blocks if getattr(block, "note", "")}
    assert notes == {
        "school: X": "de locatie in Hengelo",
        "# doelen": "2. Wat zijn de doelen? Schrijf ze op. in cijfers",
        "- een lab": "voor klas 3",
        "# 1": "hoe sluit het aan",
    }
    assert [cell.text for cell in found.remarks] == ["Plan van het team", "Tot hier."]
    assert "- # geen opmerking" in shown(REMARKED)


PLANS = sorted((ROOT / "examples" / "plans").glob("*.yaml"))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_place_is_where_the_words_are(path):
    source = path.read_text("utf-8")
    lines = [without_end(line) for line in split_lines(source)]
    assert lines
    for text, place in stated(outline_of(source, path.name).blocks):
        at = lines[place.line - 1][place.column - 1 :]
        first = text.split()[0] if text.split() else ""
        assert at.lstrip('"|>- {[').replace("_", " ").startswith(first), (text, place)
        if place.end_column is not None and text:
            marked = at[: place.end_column - place.column].strip("\"'[]{} ")
            assert text.replace("_", " ").endswith(marked.replace("_", " ").split(",")[-1].strip()), (text, place)


def stated(blocks):
    """Yield each text with its place; a text over several lines, or of several values, by its first words."""
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield from ((cell.text, cell.place) for row in block.rows for cell in row if cell.text)
        elif isinstance(block, OutlinePair):
            yield block.text, block.place
            yield block.label, block.label_place
        else:
            yield block.text, block.place


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_places_of_blocks_grow(path):
    places = [block.place for block in outline_of(path.read_text("utf-8"), path.name).blocks]
    assert places == sorted(places, key=lambda place: (place.line, place.column))


def test_yaml_is_known_by_its_name_or_by_its_words():
    assert outline_of("doelen:\n  - een\nactiviteiten:\n  - twee\n", "mail.txt").kind == "yaml"
    assert outline_of("wat_we_willen:\n  - een\n", "plan.yml").kind == "yaml"
    assert outline_of("wat we willen:\n- een\n", "plan.txt").kind == "text"
    assert outline_of("Beste lezer,\nwij willen een lab.\n", "plan.yaml").kind == "text"


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"%PDF-1.4", "not-a-plan"), (b"a" * 1_000_001, "too-large"), (b"PK\x03\x04 broken", "not-a-plan")],
    ids=["another kind", "too large", "a damaged document"],
)
def test_what_cannot_be_read_has_no_blocks_and_says_why(content, rule):
    found = outline_of(content, "plan")
    assert (list(found.blocks), [finding.rule for finding in found.findings]) == ([], [rule])


def test_text_in_a_paragraph_is_the_same_in_a_text():
    text = outline_of("Visie\n\nWij willen\nmeer techniek.\n", "plan.txt").blocks
    assert [block.text for block in text if isinstance(block, OutlineParagraph)] == [
        "Visie", "Wij willen", "meer techniek.",
    ]  # fmt: skip
