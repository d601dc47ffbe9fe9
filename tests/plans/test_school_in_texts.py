"""The school that a text names without a label: in its title, its head, a sentence of a letter or a signature."""

from __future__ import annotations

import pytest

from sto_cli.plans.reading.school_in_texts import OwnText, school_in_texts


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Onderwerp: aanvraag Sint Lucas", "Sint Lucas"),
        ("Betreft: aanvraag Bogerman, locatie Sneek", "Bogerman, Sneek"),
        ("Hierbij het plan van Were Di in Valkenswaard (profiel PIE). Excuus voor de opmaak.", "Were Di, Valkenswaard"),
        ("Techniekplein Graaf Huyn College, Geleen", "Graaf Huyn College, Geleen"),
        ("Elektrisch sleutelen — Curio effent, Oosterhout", "Curio effent"),
        ("plan 26/27 Esdal College Emmen", "Esdal College, Emmen"),
        ("ISW Hoogeland", "ISW Hoogeland"),
        ("RGO Middelharnis - plan techniek - versie 3 (2 juni)", "RGO, Middelharnis"),
        ("From: the vice principal, Sophianum, Gulpen", "Sophianum, Gulpen"),
        ("TRIAS VMBO KROMMENIE", "Trias Vmbo, Krommenie"),
        ("CSW Toorop in Middelburg vraagt een bijdrage voor het plan.", "CSW Toorop, Middelburg"),
        ("Melanchthon Business School in Bleiswijk wil meedoen.", "Melanchthon Business School, Bleiswijk"),
        ("Ik geef sinds vorig jaar les op het Bredero Beroepscollege in Noord.", "Bredero Beroepscollege"),
        ("De Rede, Terneuzen", "De Rede, Terneuzen"),
        ("SOPHIANUM GULPEN: onze keuken", "Sophianum, Gulpen"),
        ("zwin college oostburg / kladje", "Zwin College, Oostburg"),
        ("Ons plan (Nuborgh College Veluvine, Nunspeet)", "Nuborgh College Veluvine, Nunspeet"),
        (
            "Het Bouwens van der Boijecollege, Panningen. Profielen PIE en Z&W.",
            "Bouwens van der Boijecollege, Panningen",
        ),
        ("De Rede in Terneuzen, D&P, alle meisjes van klas 2 (dat zijn er 83).", "De Rede, Terneuzen"),
        ("STO Zeeuws-Vlaanderen, Terneuzen", None),
        ("Installatiebedrijf Jansen in Enschede levert een monteur.", None),
        ("Media, hout en meten", None),
        ("Plan van Praktijkschool Westfriesland in Hoorn voor STO", "Praktijkschool Westfriesland"),
        ("De lessen maken we samen met het Bonhoeffer College in Enschede.", None),
        ("Onze school is het Stedelijk Lyceum Waterrijk in Enschede.", None),
        ("In de keuken van morgen werken de leerlingen met robots.", None),
    ],
)
def test_a_school_is_known_by_the_words_around_it(register, text, school):
    assert school_in_texts([OwnText(text, outside=True)], register) == school


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Wij zijn het Rembrandt College in Veenendaal.", "Rembrandt College, Veenendaal"),
        ("Opdrachten maken met Summa College", None),
        ("Het lokaal van Bonhoeffer College mogen wij gebruiken.", None),
        ("De docenten leren het bij Pius X College", None),
    ],
)
def test_in_an_answer_a_name_may_be_that_of_a_partner(register, text, school):
    assert school_in_texts([OwnText(text, outside=False)], register) == school
