"""Whatever a Word document holds is in the plan, or named as unread."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.reading.reading import read_plan

sys.path.insert(0, str(Path(__file__).parent.parent / "files" / "word"))
from word_xml import document, p, r, tbl, tr

HEADINGS = st.sampled_from(
    [p(text, style="Kop1") for text in ("Regiovisie", "2. Doelen", "Activiteiten", "Planning", "Partners", "Begroting")]
    + [p("Bijlage", style="Kop1"), p(r("Waarom", "<w:b/>"))]
)
HEADS = st.sampled_from(
    [("Wanneer", "Mijlpaal"), ("Partner", "Hoe"), ("Wat er nodig is", "Bedrag"), ("Doel", "Wie"), ("Een", "Twee")]
)
KINDS = st.sampled_from(["paragraph", "point", "lead", "breaks", "tabs", "table", "bare", "labels"])


class Words:
    """Words that come once, so that each can be looked for."""

    def __init__(self):
        self.made = []

    def __call__(self):
        self.made.append(f"woord{len(self.made)}x")
        return self.made[-1]

    def block(self, kind, heads):
        if kind in ("table", "bare"):
            rows = [tr(*heads)] if kind == "table" else []
            return tbl(*rows, *(tr(f"de {self()}", f"een {self()}") for _ in range(2)))
        if kind == "labels":
            return tbl(tr("Titel", self()), tr("Iets anders", self()))
        texts = {
            "paragraph": lambda: p(f"Wij maken {self()} en {self()}."),
            "point": lambda: p(f"{self()} – {self()} – {self()}", style="Punt"),
            "lead": lambda: p(f"Wij doen {self()}:"),
            "breaks": lambda: p(f"<w:r><w:t>{self()}</w:t><w:br/><w:t>{self()}</w:t></w:r>"),
            "tabs": lambda: "".join(p(f"<w:r><w:t>{self()}</w:t><w:tab/><w:t>{self()}</w:t></w:r>") for _ in range(2)),
        }
        return texts[kind]()


@given(st.lists(st.tuples(HEADINGS, st.lists(st.tuples(KINDS, HEADS), max_size=4)), min_size=1, max_size=5))
def test_every_word_is_in_the_plan_or_named(parts):
    words = Words()
    body = p("Doelen", style="Kop1") + p(f"Wij willen {words()}.")
    for heading, blocks in parts:
        body += heading + "".join(words.block(kind, heads) for kind, heads in blocks)
    reading = read_plan(document(body), "plan.docx")
    kept = f"{reading.document.data} {[cell.text for cell in (*reading.unread, *reading.of_a_letter)]}"
    assert [word for word in words.made if word not in kept] == []


ANSWERED = "".join(
    p(heading, style="Kop1") + p(answer)
    for heading, answer in {
        "Regiovisie": "Dit past bij de techniekdagen van de regio.",
        "Doelen": "In 2028 volgen 40 leerlingen een keuzevak.",
        "Middelen": "De robots kosten € 4.500.",
    }.items()
)
FRAMED = tbl(tr("Doelen", "Meer"), tr("Middelen", "€ 500"), tr("Contactpersoon", "Oornaam"), tr("Telefoon", "06"))
SIGNED = {
    "lines": ANSWERED + p("V. Oornaam") + p("06-12345678"),
    "a table": ANSWERED + tbl(tr("Naam", "V. Oornaam"), tr("Handtekening", "")),
    "rows beside answers": FRAMED,
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_signs_below_the_last_answer_is_no_cost(name):
    reading = read_plan(document(SIGNED[name]), "plan.docx")
    assert "Oornaam" not in f"{reading.data}"
    assert "Oornaam" in f"{[cell.text for cell in reading.of_a_letter]}"


def test_how_to_reach_a_partner_stays_in_the_answer():
    partner = p("Samenwerking", style="Kop1") + p("Bedrijf Oornaam") + p("06-12345678")
    assert "Oornaam" in f"{read_plan(document(ANSWERED + partner), 'plan.docx').data}"
