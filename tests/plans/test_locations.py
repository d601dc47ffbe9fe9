"""Schools with several locations: asked for in every kind of plan, and decided by what stands beside the name."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.reading import read_plan

sys.path.insert(0, str(Path(__file__).parents[1] / "files" / "word"))
from word_xml import document, p, tbl, tc, tr

BODY = """
In de regiovisie staat dat alle leerlingen techniek moeten tegenkomen, en daar willen wij bij helpen.

Wij willen dat in juni 2028 alle 48 leerlingen van klas 3 een tillift kunnen bedienen; nu kan niemand dat.

Daarvoor gaan we een hoek van het lokaal inrichten en met twee docenten acht lessen ontwikkelen.

Het ROC heeft toegezegd mee te schrijven en een thuiszorgorganisatie leent ons de tillift.

De kosten zijn € 4.000 voor de inrichting en € 2.400 voor uren.
"""


def judged(register, opening, body=BODY):
    return judge_text(f"{opening}\n{body}", "brief.txt", register, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("opening", "school"),
    [
        ("Bonhoeffer College, locatie Geessinkweg", "17VN01"),
        ("Bonhoeffer College locatie Geessinkweg Enschede", "17VN01"),
        ("Bonhoeffer College - locatie Geessinkweg", "17VN01"),
        ("Bonhoeffer College\nLocatie Geessinkweg\nEnschede", "17VN01"),
        ("School: Bonhoeffer College\nLocatie: Geessinkweg\nPlaats: Enschede", "17VN01"),
        ("School: Bonhoeffer College\nAdres: Van der Waalslaan 35, 7535 CN Enschede", "17VN05"),
        ("School: Bonhoeffer College\nPlaats: Castricum", "00ZD00"),
        ("Wij zijn het Bonhoeffer College in Enschede, locatie Geessinkweg.", "17VN01"),
        ("Wij zijn het Bonhoeffer College aan de Geessinkweg in Enschede.", "17VN01"),
        ("Wij zijn van het Bonhoeffer (locatie Geessinkweg) in Enschede.", "17VN01"),
        ("Wij zijn het Bonhoeffer College in Enschede. Het gaat om onze locatie aan de Van der Waalslaan.", "17VN05"),
        ("Namens de locatie Geessinkweg van het Bonhoeffer College stuur ik u ons plan.", "17VN01"),
        ("Het Etty Hillesum Lyceum, locatie Ludgerstraat, wil graag meedoen.", "01VJ05"),
        ("Wij werken op het Greijdanus, locatie Enschede.", "17VS02"),
        ("Wij zijn docenten van CSG Dingstede, vestiging Meppel.", "03XM00"),
        ("Wij zijn van Het Stedelijk Alpha in Enschede, locatie Noord.", "00AH17"),
    ],
)
def test_what_stands_beside_the_name_decides_which_location_is_meant(register, opening, school):
    assert judged(register, opening).plan.school == school


@pytest.mark.parametrize(
    ("opening", "named", "choices"),
    [
        ("Namens het Etty Hillesum Lyceum in Deventer vraag ik steun.", "Etty Hillesum Lyceum, Deventer", 6),
        ("Wij van Het Etty Hillesum in Deventer willen graag meedoen.", "Etty Hillesum, Deventer", 6),
        ("Etty Hillesum Lyceum, Deventer", "Etty Hillesum Lyceum, Deventer", 6),
        ("Ik geef les op het Etty Hillesum Lyceum, locatie Waterkant.", "Etty Hillesum Lyceum, locatie Waterkant", 6),
        ("Op onze school, het Pius X College, willen we meer doen met techniek.", "Pius X College", 4),
        ("Wij zijn het Bonhoeffer College in Enschede. Lessen zijn op locatie ROC van Twente.",
         "Bonhoeffer College, Enschede", 6),
        ("Wij zijn het Bonhoeffer College in Enschede. Onze locatie Geessinkweg en onze locatie Waalslaan doen mee.",
         "Bonhoeffer College, Enschede", 6),
    ],
)  # fmt: skip
def test_of_several_schools_it_is_asked_which_one_also_in_a_letter(register, opening, named, choices):
    judgement = judged(register, opening)
    [asked] = [one for one in judgement.findings if one.rule == "unknown-school"]
    of_one = named != "Pius X College"
    assert asked.severity == ("tip" if of_one else "warning")
    assert asked.message.values["text"] == f"“{named}”"
    offered = asked.hint.values["schools"].split("), ")
    assert len(offered) == len({one.split(" ", 1)[1] for one in offered}) == choices
    assert not [one for one in judgement.findings if one.rule == "no-school"]


def test_whom_somebody_writes_for_is_no_part_of_the_name(register):
    assert judged(register, "Namens Het Assink Lyceum in Haaksbergen sturen wij een plan.").plan.school.startswith(
        "Assink"
    )


def test_a_name_that_no_school_bears_is_said_in_a_letter_too(register):
    judgement = judged(register, "Onze school is het Stedelijk Lyceum Waterrijk in Enschede.")
    [said] = [one for one in judgement.findings if one.rule == "unknown-school"]
    assert (said.severity, "Waterrijk" in Translator("nl").say(said.message)) == ("warning", True)


@pytest.mark.parametrize("label", ["locatie", "vestiging", "adres", "plaats"])
def test_a_heading_of_its_own_tells_the_location_in_yaml_and_in_a_form(register, label):
    yaml = f"titel: x\nschool: Bonhoeffer College\n{label}: Geessinkweg, Enschede\ndoelen: Twaalf leerlingen in 2027.\n"
    rows = tbl(tr(tc(p("School")), tc(p("Bonhoeffer College"))), tr(tc(p(label.title())), tc(p("Geessinkweg 100"))))
    form = document(rows + p("Doelen", style="Kop1") + p("Tien.") + p("Activiteiten", style="Kop1") + p("Lessen."))
    for content, name in ((yaml, "plan.yaml"), (form, "plan.docx")):
        judgement = judge_text(content, name, register, date(2026, 11, 24))
        assert judgement.plan.school == "17VN01"
        assert not [one for one in judgement.findings if one.rule in {"unknown-key", "outside-the-questions"}]


def test_a_place_without_a_school_is_not_lost():
    reading = read_plan(f"Plan voor techniek\n\nLocatie: Geessinkweg\n{BODY}", "brief.txt")
    assert "Locatie: Geessinkweg" in [cell.text for cell in reading.unread]
