"""Headings: one table for two languages, and which heading a misspelt word stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance.OSA import distance

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.reading.english import to_english
from sto_cli.plans.reading.meant_headings import meant_heading
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.reading.shape import FORM_WORDS, HEADINGS, KIND_WORDS

GROUPS = {
    "": HEADINGS,
    **{
        heading.english: heading.shape.items.group if heading.shape.items else heading.shape.group
        for heading in HEADINGS
        if heading.shape.group or (heading.shape.items and heading.shape.items.group)
    },
}

DESIGN = {
    "": "title=titel school=school region=regio profiles=profielen forms=vormen period=periode vision=regiovisie "
    "goals=doelen activities=activiteiten milestones=mijlpalen cooperation=samenwerking resources=middelen "
    "total=totaal",
    "period": "start=begin end=eind",
    "goals": "id=id goal=doel measure=meetbaar measured=gemeten",
    "activities": "activity=activiteit goals=doelen form=vorm",
    "milestones": "date=datum milestone=mijlpaal reached=bereikt",
    "cooperation": "partner=partner kind=soort how=hoe",
    "resources": "item=post amount=bedrag cofinancing=cofinanciering payer=betaler year=jaar spent=besteed",
}
"""The words that are agreed, English=Dutch."""


@pytest.mark.parametrize("group", DESIGN)
def test_the_table_has_the_words_that_are_agreed(group):
    words = {heading.english: heading.dutch for heading in GROUPS[group]}
    assert words == dict(pair.split("=") for pair in DESIGN[group].split())


def test_the_choices_are_the_words_that_are_agreed():
    assert " ".join(FORM_WORDS) == (
        "elective practical-programme non-technical-profile lower-years theoretical-route technical-profile"
    )
    assert " ".join(FORM_WORDS.values()) == (
        "keuzevak praktijkgericht-programma niet-technisch-profiel onderbouw theoretische-leerweg technisch-profiel"
    )
    assert " ".join(KIND_WORDS.values()) == "po vo mbo bedrijf overig"


@pytest.mark.parametrize("group", GROUPS)
def test_no_word_of_a_group_means_two_things(group):
    seen = {}
    for heading in GROUPS[group]:
        for word in {heading.english, heading.dutch}:
            assert seen.setdefault(word, heading) is heading
        for word in heading.also:
            assert word == plain_word(word)


MEANT = [
    ("", "Doelen", "goals"), ("", "DOELEN", "goals"), ("", "doelen ", "goals"), ("", "mijlpaal", "milestones"),
    ("", "mijplalen", "milestones"), ("", "milstones", "milestones"), ("", "activteiten", "activities"),
    ("", "samenwerkng", "cooperation"), ("", "regio visie", "vision"), ("", "visie", "vision"), ("", "titl", "title"),
    ("", "begroting", "resources"), ("", "profiel", "profiles"), ("", "vestigingscode", "school"),
    ("", "totaalbedrag", "total"), ("", "Période", "period"), ("milestones", "wanneer", "date"),
    ("milestones", "datun", "date"), ("cooperation", "rol", "how"), ("resources", "kosten", "amount"),
    ("resources", "co-financiering", "cofinancing"), ("goals", "meetbar", "measure"), ("activities", "type", "form"),
]  # fmt: skip
NOT_MEANT = [
    ("", "kleur"), ("", "contactpersoon"), ("", "opmerkingen"), ("", "versie"), ("", "soort"), ("", "datum"), ("", "x"),
    ("cooperation", "telefoon"), ("resources", "boren en klemmen"), ("resources", "50"), ("", ""), ("", "x" * 10_000),
    ("goals", "Wij willen dat leerlingen techniek leuk vinden"),
]  # fmt: skip


@pytest.mark.parametrize(("group", "word", "meant"), MEANT)
def test_the_heading_that_is_meant(group, word, meant):
    assert meant_heading(word, GROUPS[group], set()).english == meant


@pytest.mark.parametrize(("group", "word"), NOT_MEANT)
def test_words_that_stand_for_no_heading(group, word):
    assert meant_heading(word, GROUPS[group], set()) is None


@given(st.sampled_from([(group, heading) for group, headings in GROUPS.items() for heading in headings]), st.data())
def test_one_typing_error_in_a_longer_word_is_understood(one, data):
    """Leave out, double or swap one letter of a word of seven letters or more; “measurd” may be two, and is asked."""
    group, heading = one
    word = data.draw(st.sampled_from([heading.english, heading.dutch]))
    at = data.draw(st.integers(0, len(word) - 2))
    kind = data.draw(st.sampled_from(["leave out", "double", "swap"]))
    changed = {
        "leave out": word[:at] + word[at + 1 :],
        "double": word[:at] + word[at] + word[at:],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[kind]
    if len(word) >= 7:
        near = {
            one.english for one in GROUPS[group] for word in (one.english, one.dutch) if distance(changed, word) < 2
        }
        assert near >= {heading.english}
        assert meant_heading(changed, GROUPS[group], set()) == (heading if len(near) == 1 else None)


def test_a_typing_error_between_two_headings_is_neither():
    assert meant_heading("measurd", GROUPS["goals"], set()) is None  # measure, or measured


def test_the_language_of_a_plan_is_that_of_most_headings():
    assert to_english({"titel": "x", "doelen": "y", "goals": "z"}).language == "nl"
    assert to_english({"title": "x", "goals": "y", "doelen": "z"}).language == "en"
    assert to_english({"school": "x"}).language == "nl"


def test_numbered_questions_count_on_also_where_one_is_long():
    text = """\
0a. Naam school   : Lauwers College, locatie Buitenpost
0b. Profiel(en)   : PIE en D&P
0c. Looptijd      : 01-03-2026 t/m 01-07-2028

1. Op welk onderdeel van de regiovisie heeft uw plan precies betrekking?
   > De regiovisie vraagt om installateurs die oude boerderijen kunnen verduurzamen, en die leiden wij op.

2. Welke doelen stelt u?
   > Doel a: in mei 2028 stelt elke leerling uit klas 4 een warmtepomp in, nu niemand.

3. Welke activiteiten voert u uit? (per doel)
   > bij a: een opstelling met twee warmtepompen bouwen en daar tien lessen bij maken

4. Mijlpalen met datum
   > 15-09-2026  opstelling gebouwd
   > 15-11-2026  de tien lessen zijn klaar

5. Samenwerkingspartners en hun rol
   > ROC Friese Poort: schrijft mee aan de lessen. Getekend.

6. Begroting
   > twee warmtepompen      EUR 15.400
"""
    plan = read_plan(text, "plan.txt").plan

    assert plan is not None
    assert [one.date and one.date.iso for one in plan.milestones.items] == ["2026-09-15", "2026-11-15"]
    assert plan.cooperation.items[0].text.startswith("ROC Friese Poort")
    assert plan.profiles == ("PIE", "DP")
    assert (plan.start and plan.start.iso, plan.end and plan.end.iso) == ("2026-03-01", "2028-07-01")


def test_a_line_on_how_many_pupils_is_no_activity():
    text = """\
Regiovisie
De regio wil meer monteurs, en die leiden wij op in een nieuw lokaal met de bedrijven uit de buurt.

Doelen
1. In juni 2028 bouwen alle 20 leerlingen van klas 4 een besturing, nu geen.
2. In juni 2028 kiezen 12 leerlingen het mbo, nu 5.

Activiteiten
- lokaal inrichten en lessen maken (doel 1)
- elke leerling loopt acht dagen mee (doel 2)
- In totaal bereiken we 260 leerlingen

Mijlpalen
- 1 september 2026: lokaal klaar
"""
    plan = read_plan(text, "plan.txt").plan

    assert plan is not None
    assert len(plan.activities.items) == 2
    assert plan.pupils == 260


INTERVIEW = """\
Zes vragen aan de techniekcoördinator

Vraag: Hoe past het in wat de regio wil?
Antwoord: De regiovisie noemt de maakindustrie en zegt dat profielen samen moeten optrekken, en dat doen wij.

Vraag: Wat wilt u bereiken, in getallen?
Antwoord: In juli 2028 hebben 50 leerlingen samen een product gemaakt, nu niemand.

Vraag: En wat gebeurt er dan op school?
Antwoord: We zetten vijf weefgetouwen neer waarop de leerlingen hun product maken.

Vraag: Wat kost het en wie betaalt?
Antwoord: De getouwen zijn vijf maal 2.850 euro, dat is 14.250 euro.
"""


def test_the_questions_of_an_interview_are_headings():
    plan = read_plan(INTERVIEW, "plan.txt").plan

    assert plan is not None
    assert [goal.text for goal in plan.goals.items] == [
        "In juli 2028 hebben 50 leerlingen samen een product gemaakt, nu niemand."
    ]
    assert plan.money.total == 1_425_000


def test_dots_behind_the_question_of_a_form_are_no_answer():
    text = """Hoe sluit dit aan op de regiovisie? .............................
  De regiovisie wil dat groene scholen inspelen op het water, en wij worden de plek waar men dat leert.

Wat wil je bereiken? ............................................
  In juni 2027 laat 70% van de vierdeklassers een stuw zelf op peil komen, nu 6%.

Wanneer is wat klaar? ...........................................
  01-04-2026  proefsloot werkt

Met wie? ........................................................
  Waterschap Noorderzijlvest: gemaalbeheerders geven les. Getekend in juni 2025.
"""
    plan = read_plan(text, "plan.txt").plan

    assert plan is not None
    assert len(plan.milestones.items) == 1
    assert len(plan.cooperation.items) == 1


def test_that_it_is_agreed_is_no_partner():
    text = """\
Wat willen we bereiken
1) In mei 2028 kiezen 20 leerlingen techniek, nu 8.

Wat doen we daarvoor
- een baggerbak bouwen (1)

Planning
- 1 februari 2027    baggerbak gevuld en getest

Met wie
Baggerbedrijf Noordhoekse Kil: meeloopdagen, peilboot en een werkvoorbereider die
vier keer per jaar lesgeeft. Getekend in maart 2026.
Da Vinci College (mbo Dordrecht): helpt bij het keuzevak en neemt het praktijkdeel af.
Bevestigd in maart 2026.
"""
    plan = read_plan(text, "plan.txt").plan

    assert plan is not None
    assert [one.text[:9] for one in plan.cooperation.items] == ["Baggerbed", "Da Vinci "]


def test_goals_and_activities_that_count_pupils_stay():
    goals = [
        "Aantal leerlingen dat techniek kiest stijgt van 20 naar 40 leerlingen in 2028",
        "We bereiken dat 60 leerlingen in 2027 een keuzevak volgen",
    ]
    activities = ["We bereiken 40 meisjes en 20 leerlingen met een open dag bij het ROC", "Een lokaal inrichten"]
    text = "\n".join(
        ["Doelen", *(f"- {one}" for one in goals), "", "Activiteiten", *(f"- {one}" for one in activities)]
    )
    plan = read_plan(f"{text}\n\nMijlpalen\n- 1 september 2026: lokaal klaar\n", "plan.txt").plan

    assert plan is not None
    assert [one.text for one in plan.goals.items] == goals
    assert [one.text for one in plan.activities.items] == activities
