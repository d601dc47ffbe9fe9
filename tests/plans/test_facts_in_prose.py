"""What a plan says in prose of its period, its pupils and its partners."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.plans.reading.named_partners import partners_in
from sto_cli.plans.reading.period_said import period_in_texts
from sto_cli.plans.reading.pupils import TextOfPlan, pupils_in


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("We beginnen 1 september 2026 en stoppen 14 juli 2028.", date(2026, 9, 1), date(2028, 7, 14)),
        ("Start 1 oktober 2026, einde 15 juli 2028.", date(2026, 10, 1), date(2028, 7, 15)),
        ("Het project loopt van 1 mei 2026 tot en met 30 juni 2028.", date(2026, 5, 1), date(2028, 6, 30)),
        ("We start on 1 September 2026 and finish on 14 July 2028.", date(2026, 9, 1), date(2028, 7, 14)),
        ("De looptijd is twee jaar, gerekend vanaf 1 februari 2026.", date(2026, 2, 1), date(2028, 1, 31)),
        (
            "Wij starten, als u het goedvindt, op 1 maart 2026 en stoppen 1 juli 2027.",
            date(2026, 3, 1),
            date(2027, 7, 1),
        ),
        ("We werken hieraan van mei 2026 tot en met april 2028.", date(2026, 5, 1), date(2028, 4, 30)),
        (
            "Wij vangen aan op 1 september 2026. Op 31 mei 2028 is alles af. Daarmee is het project ten einde.",
            date(2026, 9, 1),
            date(2028, 5, 31),
        ),
    ],
)
def test_a_period_in_prose(text, start, end):
    said = period_in_texts([text])
    assert said is not None
    assert (said.start, said.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "In oktober 2026 start het keuzevak.",
        "Wij willen begin volgend schooljaar starten en in de zomer van 2028 klaar zijn.",
        "Eind juni 2028 vertellen wij de regio hoe het ging.",
        "De coach begint op 1 februari 2027.",
        "End of week 20 of 2027: the rig is there.",
    ],
)
def test_what_begins_is_not_always_the_plan(text):
    assert period_in_texts([text]) is None


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("Klas 2 (136 leerlingen) en PIE in klas 3 (21) en klas 4 (18). Dat zijn er 175 per jaar.", 175),
        ("Het gaat om leerjaar 3 en 4, bij elkaar 38 leerlingen.", 38),
        ("dus negentig leerlingen per schooljaar", 90),
        ("Aantal leerlingen: 74", 74),
        ("Alle 84 leerlingen D&P doen een opdracht.", 84),
        ("Van 14 naar 24 leerlingen.", None),
        ("Onze 52 leerlingen uit klas 3 doen mee, nu 12.", 52),
        ("leerjaar 3 en 4: PIE 31, M&T 22 leerlingen; totaal 53", 53),
        ("Klas 3 Aantal leerlingen: 48", 48),
        ("eerste 19 leerlingen klaar: 18 december", None),
        ("Alle 40 leerlingen van klas 3 en alle 60 leerlingen van klas 2 doen mee.", 100),
    ],
)
def test_the_number_of_pupils(text, pupils):
    assert pupils_in([TextOfPlan(text, "goals")]) == pupils


@pytest.mark.parametrize(("text", "pupils"), [("72", 72), ("klas 3 is 20 man en klas 4 is 31, dus 51 koppen", 51)])
def test_the_number_of_pupils_of_the_target_group(text, pupils):
    assert pupils_in([TextOfPlan(text, "target_group")]) == pupils


def test_a_number_of_pupils_that_comes_back_weighs_more():
    texts = [TextOfPlan("Minstens 40 van de 44 leerlingen slagen."), TextOfPlan("Wij doen het voor 44 leerlingen.")]
    assert pupils_in([*texts, TextOfPlan("Doelgroep: 44 leerlingen van klas 3")]) == 44


def test_each_named_party_is_a_partner_with_what_it_does():
    text = (
        "Wij doen dit niet alleen. Zorghuis Linde levert de sensoren. Het Nova College in Hoofddorp kijkt mee. "
        "De gemeente Hellendoorn betaalt de elektra. Met alle drie is een overeenkomst getekend."
    )
    assert [(one.name, one.how.split()[0]) for one in partners_in(text)] == [
        ("Zorghuis Linde", "levert"),
        ("Nova College in Hoofddorp", "kijkt"),
        ("gemeente Hellendoorn", "betaalt"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Met ROC Rivor, Van Wijk Techniek en de gemeente Tiel maakten wij afspraken: zij leveren gastlessen.",
            ["ROC Rivor", "Van Wijk Techniek", "gemeente Tiel"],
        ),
        (
            "De bedrijven Jansen Metaal, Kooi Bouw en Smits leveren ieder twee monteurs.",
            ["Jansen Metaal", "Kooi Bouw", "Smits"],
        ),
        (
            "Wij werken samen met een metaalbedrijf in Zwaag, dat machines leent, en met de plaatselijke installateur.",
            ["metaalbedrijf in Zwaag", "plaatselijke installateur"],
        ),
        (
            "Samenwerken doen we met Houtbouw De Zoom, die de vakman levert (80 uur), met Bosbeheer Veluwerand, dat de "
            "middagen leidt, en met Landstede MBO, dat de werkstukken beoordeelt. Alle drie hebben getekend.",
            ["Houtbouw De Zoom", "Bosbeheer Veluwerand", "Landstede MBO"],
        ),
        (
            "Scheepswerf Merwezicht levert de tekeningen, Da Vinci College Dordrecht beoordeelt de onderdelen.",
            ["Scheepswerf Merwezicht", "Da Vinci College Dordrecht"],
        ),
        ("Partners zijn Philips, dat sensoren levert, en Summa College, dat toetst.", ["Philips", "Summa College"]),
        ("Wij werken samen met ROC Mondriaan, Philips en de gemeente.", []),
        ("Aanvragers: Zwin College en De Rede.", []),
    ],
)
def test_several_partners_of_one_sentence_are_taken_apart(text, names):
    assert [one.name for one in partners_in(text)] == names
