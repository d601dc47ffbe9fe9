"""Who is said to take no part is no partner: neither in what is counted nor in what is remarked."""

from __future__ import annotations

import pytest

from sto_cli.plans.language.partner_kinds import kinds_named
from sto_cli.plans.language.partners import names_anyone, names_nobody

ABSENT = (
    "Geen bedrijf doet mee.",
    "De gemeente draagt niet bij.",
    "Er doet geen mbo mee.",
    "Wij werken niet samen met basisscholen.",
    "Bedrijven doen nog niet mee.",
    "De basisschool is afgehaakt.",
    "No companies take part.",
)


@pytest.mark.parametrize("text", ABSENT)
def test_who_takes_no_part_is_nobody(text):
    assert (kinds_named(text), names_anyone(text), names_nobody(text)) == ([], False, True)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Het ROC van Twente doet niet mee, Jansen BV wel.", [None]),
        ("Zonder bedrijven. Alleen de basisschool De Es komt kijken.", ["po"]),
        ("Jansen BV doet dit jaar niet mee maar het ROC wel", ["mbo"]),
        ("Het ROC is niet alleen bij de start betrokken.", ["mbo"]),
        ("Geen van de bedrijven vraagt geld.", ["company"]),
        ("ROC van Twente: gastlessen, geen kosten", ["mbo"]),
        ("Bedrijven zonder personeel doen mee", ["company"]),
    ],
)
def test_who_does_take_part_stays(text, kinds):
    assert kinds_named(text) == kinds
    assert names_anyone(text)
    assert not names_nobody(text)
