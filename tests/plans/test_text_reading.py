"""A text without YAML becomes the same tree, however its six questions are dressed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.question_headings import lone_heading, styled_heading
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.reading.text_reading import read_outline
from sto_cli.plans.source.plain_text import text_outline

ANSWERS = [
    "De regio wil dat alle leerlingen kennismaken met techniek, ook in de zorg.",
    "- 240 leerlingen volgen voor juli 2027 vier lessen robotica\n- 30 leerlingen kiezen een keuzevak, nu 12",
    "- Lessen robotica met studenten (doel 1)\n- Keuzevak domotica schrijven (doel 2)",
    "- 1 oktober 2026: het lab is klaar\n- juli 2027: alle lessen zijn gegeven",
    "- ROC van Twente (mbo): geeft de lessen mee",
    "- Robots: 2400\n- Uren: 3600\nTotaal: 6000",
]
QUESTIONS_ASKED = [
    "Hoe sluit het plan aan bij de Regiovisie?",
    "Wat zijn de specifieke doelen van het plan?",
    "Welke activiteiten worden ondernomen om deze doelen te bereiken?",
    "Wanneer worden mijlpalen bereikt?",
    "Met wie en hoe wordt er samengewerkt in de regio?",
    "Welke middelen zijn nodig om het plan uit te voeren?",
]
WORDS = ["Regiovisie", "Doelen", "Activiteiten", "Planning", "Partners", "Begroting"]
DRESSES = {
    "whole": QUESTIONS_ASKED,
    "whole, numbered": [f"{number}. {text}" for number, text in enumerate(QUESTIONS_ASKED, 1)],
    "whole, quoted in a mail": [f"> {text}" for text in QUESTIONS_ASKED],
    "in capitals": [text.upper() for text in QUESTIONS_ASKED],
    "bold": [f"**{text}**" for text in QUESTIONS_ASKED],
    "marked": [f"## {text}" for text in QUESTIONS_ASKED],
    "with a bullet": [f"• {text}" for text in QUESTIONS_ASKED],
    "shortened": [f"{text}:" for text in WORDS],
    "shortened, without a colon": WORDS,
    "shortened, bold with a colon": [f"**{text}:**" for text in WORDS],
    "shortened, numbered": [f"{number}) {text}" for number, text in enumerate(WORDS, 1)],
    "marked, in other words": [
        "## Past dit bij de regio?",
        "## Beoogde resultaten",
        "## Hoe dan?",
        "## Fasen en stappen",
        "## Samen met",
        "## Kosten en dekking",
    ],
    "lines of their own, with a word more": [
        "Aansluiting en context",
        "Doelen vooraf",
        "Activiteiten op hoofdlijnen",
        "Planning met stappen",
        "Partners en rolverdeling",
        "Begroting en dekking",
    ],
    "running into the text": [f"{number}) **{text}.**" for number, text in enumerate(WORDS, 1)],
    "with a letter": [f"[{letter}] {text.upper()}" for letter, text in zip("ABCDEF", WORDS, strict=True)],
    "by number": [f"Vraag {number}" for number in range(1, 7)],
    "by number, with a colon": [f"VRAAG {number}:" for number in range(1, 7)],
    "by number and words": [f"Vraag {number}: {text}" for number, text in enumerate(WORDS, 1)],
}


def dressed(headings, answers=ANSWERS):
    return "\n\n".join(f"{heading}\n{answer}" for heading, answer in zip(headings, answers, strict=True)) + "\n"


def tree(text):
    return read_outline(text_outline(text, "plan.txt")).document.data


NO_PLANS = {
    "a newsletter": """\
Nieuwsbrief STO, november 2026

Op 12 november 2026 was de netwerkbijeenkomst bij ROC van Twente. Er waren 45 deelnemers van twaalf scholen.

Op 20 januari 2027 is de volgende bijeenkomst, op 15 maart 2027 de techniekdag en op 3 juni 2027 het slotfeest.

De begroting van de regio is € 2.400.000, waarvan € 240.000 cofinanciering.

Nieuwe activiteiten: de scholen gaan samen lessen robotica ontwikkelen en workshops geven.

Met vriendelijke groet,
de programmamanager
""",
    "minutes": """\
Verslag overleg sectie techniek, 3 november 2026

1. Opening. De voorzitter opent de vergadering om 15.00 uur.
2. Mededelingen. De lasapparaten zijn gekeurd, kosten 450 euro.
3. Rooster. Vanaf 1 februari 2027 krijgt klas 3 twee uur extra.
4. Rondvraag. Wie wil mee naar de beurs op 14 maart 2027?
""",
    "an invoice": """\
Factuur 2026-114

Lasrobot model LR2     29.000
Installatie             1.500
Totaal                 30.500
""",
    "a recipe": "Pannenkoeken\n\nKlop 2 eieren met 500 ml melk: dat is het beslag.\n\nBak ze in boter.\n",
}


@pytest.mark.parametrize("name", NO_PLANS)
def test_a_text_that_is_no_plan_stays_no_plan(name):
    reading = read_plan(NO_PLANS[name], "text.txt")
    assert reading.plan is None
    assert [finding.rule for finding in reading.findings] == ["not-a-plan"]


LETTER = """\
Beste programmamanager,

In de regiovisie staat dat ook leerlingen uit de zorg techniek moeten tegenkomen, en daar willen wij bij helpen.

Wij willen dat in juni 2028 alle 48 leerlingen ZW van klas 3 een tillift kunnen bedienen; nu kan niemand dat.

Daarvoor gaan we een hoek van het lokaal inrichten en met twee docenten acht lessen ontwikkelen.

Het ROC heeft toegezegd mee te schrijven en een thuiszorgorganisatie leent ons de tillift.

De kosten zijn € 4.000 voor de inrichting en € 2.400 voor uren.

Met vriendelijke groet,
een docent
"""


def test_a_letter_is_read_by_its_words_and_the_rest_is_asked():
    judgement = judge_text(LETTER, "brief.txt")
    assert judgement.open_questions == (4,)
    assert [one.question for one in judgement.findings if one.rule == "missing-question"] == [4]
    [read] = [one for one in judgement.findings if one.rule == "read-as"]
    assert (read.severity, read.place.line, read.question) == ("tip", 3, None)
    assert Translator("nl").say(read.message) == (
        "Zonder kopjes zo gelezen: vraag 1 “In de regiovisie staat dat…” (regel 3), vraag 2 “Wij willen dat in "
        "juni 2028…” (regel 5), vraag 3 “Daarvoor gaan we een hoek van…” (regel 7), vraag 5 “Het ROC heeft toegezegd "
        "mee…” (regel 9), vraag 6 “De kosten zijn € 4.000 voor…” (regel 11), profiel ZW."
    )


def test_one_answer_without_a_heading_is_told_under_its_question():
    vision, goals, *rest = LETTER.split("\n\n")[1:6]
    headed = f"Regiovisie\n\n{vision}\n\nDoelen\n\n{goals}\n\n" + rest[1] + "\n"
    told, read = [one for one in judge_text(headed, "brief.txt").findings if one.rule == "read-as"]
    assert Translator("nl").say(told.message) == "In de tekst gelezen: profiel ZW."
    assert (read.question, read.place.line) == (5, 9)
    assert Translator("nl").say(read.message).endswith("is gelezen als het antwoord op vraag 5.")


IDEAS = """\
Het idee is dat leerlingen van klas 2 elke week twee uur in een technieklab werken.
Ons voornemen is om de oude kantine om te bouwen tot werkplaats.
We zouden graag een kas bouwen met de leerlingen van klas 3.
Ons plan is om met een bus langs bedrijven te gaan.
De bedoeling is dat elke leerling drie keer een dag meeloopt in een bedrijf.
We denken aan een lessenserie over zorgrobots.
Graag zouden we een 3D-printer inzetten bij de lessen van klas 1.
We overwegen om een carrousel te maken van zes technieklessen.
Het voorstel is dat wij elke vrijdagmiddag de werkplaats openstellen voor de onderbouw.
We dromen van een eigen smederij waar leerlingen op dinsdag werken.
Het plan: leerlingen bouwen in groepjes een tiny house.
Ik stel voor dat we elke maand een techniekdag houden.
We zijn van plan om in leerjaar 2 een keuzevak robotica te geven.
Het lijkt ons mooi om de leerlingen zelf zonnepanelen te laten plaatsen.
""".splitlines()


@pytest.mark.parametrize("first", [True, False], ids=["before the vision", "behind it"])
@pytest.mark.parametrize("idea", IDEAS)
def test_an_idea_stands_under_a_question_wherever_it_is_told(idea, first):
    greeting, vision, goals, _, partners, costs, end = LETTER.split("\n\n")
    opening = [idea, vision] if first else [vision, idea]
    reading = read_plan("\n\n".join([greeting, *opening, goals, partners, costs, end]), "brief.txt")
    assert [key for key, cell in reading.by_words if idea in cell.text] == ["activities"]
    assert not [cell for cell in reading.unread if idea in cell.text]


@pytest.mark.parametrize(
    "asked",
    ["We zouden graag een keer in gesprek gaan.", "Het idee is om mee te doen aan het netwerk: we horen het graag."],
)
def test_what_a_school_wants_of_the_region_is_no_activity(asked):
    reading = read_plan(LETTER.replace("\n\nMet vriendelijke", f"\n\n{asked}\n\nMet vriendelijke"), "brief.txt")
    assert not [cell for key, cell in reading.by_words if key == "activities" and asked[:20] in cell.text]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Wij willen dat in juni 2028 alle 48 leerlingen het keuzevak robotica kiezen; nu 20.", "vorm keuzevak"),
        ("Wij willen dat in juni 2028 alle 48 leerlingen van klas 2 iets kunnen bouwen; nu 20.", "vorm onderbouw"),
        ("Wij willen dat in juni 2028 alle 48 leerlingen van klas 1 het PGP en een keuzevak kennen, nu 20.",
         "vormen onderbouw, praktijkgericht-programma en keuzevak"),
    ],
)  # fmt: skip
def test_a_form_that_is_read_in_a_sentence_is_told(sentence, said):
    text = LETTER.replace(LETTER.split("\n\n")[2], sentence)
    [read] = [one for one in judge_text(text, "brief.txt").findings if one.rule == "read-as"]
    assert Translator("nl").say(read.message).endswith(f", {said}.")
    assert Translator("nl").say(read.hint).endswith("bovenaan zetten: “Vormen: …”.")


def test_a_form_on_a_line_of_its_own_or_of_the_vision_is_not_told():
    labelled = "Vorm: keuzevak\n\n" + LETTER
    vision = LETTER.replace("leerlingen uit de zorg", "leerlingen van de onderbouw").replace(
        "48 leerlingen ZW", "48 leerlingen"
    )
    for text in (labelled, vision):
        [read] = [one for one in judge_text(text, "brief.txt").findings if one.rule == "read-as"]
        assert "vorm" not in Translator("nl").say(read.message)


def test_what_is_not_found_in_a_letter_is_asked_by_question():
    short = LETTER.replace("De kosten zijn € 4.000 voor de inrichting en € 2.400 voor uren.", "Tot ziens in maart.")
    asked = [one for one in judge_text(short, "brief.txt").findings if one.rule == "missing-question"]
    assert [one.message.values for one in asked] == [{"number": 4}, {"number": 6}]


EXPECTED = tree(dressed(DRESSES["whole"]))


def test_the_tree_holds_what_was_written():
    whole = {
        "regiovisie": ANSWERS[0],
        "doelen": [
            "240 leerlingen volgen voor juli 2027 vier lessen robotica",
            "30 leerlingen kiezen een keuzevak, nu 12",
        ],
        "activiteiten": ["Lessen robotica met studenten (doel 1)", "Keuzevak domotica schrijven (doel 2)"],
        "mijlpalen": ["1 oktober 2026: het lab is klaar", "juli 2027: alle lessen zijn gegeven"],
        "samenwerking": ["ROC van Twente (mbo): geeft de lessen mee"],
        "totaal": "6000",
        "middelen": ["Robots: 2400", "Uren: 3600"],
    }
    assert whole == EXPECTED


@pytest.mark.parametrize("dress", DRESSES)
def test_every_dress_of_the_questions_gives_the_same_tree(dress):
    assert tree(dressed(DRESSES[dress])) == EXPECTED


@pytest.mark.parametrize("sign", ["-", "–", "*", "•", "o\t", "▪", "1."])
def test_every_bullet_gives_the_same_tree(sign):
    answers = [answer.replace("\n- ", f"\n{sign} ") for answer in ANSWERS]
    answers = [f"{sign} {answer[2:]}" if answer.startswith("- ") else answer for answer in answers]
    assert tree(dressed(DRESSES["whole"], answers)) == EXPECTED


def test_one_heading_for_two_questions_answers_both():
    found = tree("Doelen en activiteiten\n- 60 leerlingen krijgen les\n\nPlanning\n- juni 2027: klaar\n")
    assert found["doelen"] == found["activiteiten"] == ["60 leerlingen krijgen les"]


def test_lines_that_go_on_belong_to_their_point():
    text = "Doelen:\n- 60 leerlingen volgen\n  lessen robotica\nin klas 2\nMeetbaar: presentielijst\n- 30 kiezen\n"
    assert tree(text)["doelen"] == [
        {"doel": "60 leerlingen volgen lessen robotica in klas 2", "meetbaar": "presentielijst"},
        "30 kiezen",
    ]


def test_tables_are_read_by_their_headings():
    rows = [
        "| Post | Bedrag | Cofinanciering |",
        "|---|---:|---|",
        "| Robots | € 2.400 | € 400 |",
        "| Totaal | € 2.400 | |",
    ]
    text = "\n".join(["Begroting", *rows])
    assert tree(text) == {
        "middelen": [{"post": "Robots", "bedrag": "€ 2.400", "cofinanciering": "€ 400"}],
        "totaal": "€ 2.400",
    }


MAIL = f"""\
Van: V. Oornaam <v.oornaam@example.org>
Aan: programmamanager
Onderwerp: Re: Robots in de zorg

Beste collega,

Hierbij ons plan.

School: RSG Ter Apel · Regio: Twente

{dressed([f"> {text}" for text in QUESTIONS_ASKED])}
Ik hoor het graag van u!

Met vriendelijke groet,

V. Oornaam
06 12345678
"""


def test_what_a_school_pays_is_not_its_name():
    costs = "\tbedrag\nSTO\t29.000\nsmederij\t6.000\nschool\t4.500\nTOTAAL\t39.500\n\n"
    assert tree(costs + dressed(QUESTIONS_ASKED)).get("school") is None
    assert tree("school\tPius X College\nregio\tTwente\n\n" + dressed(QUESTIONS_ASKED))["school"] == "Pius X College"


def test_a_mail_is_read_without_what_makes_it_a_mail():
    found = tree(MAIL)
    head = {name: found.pop(name) for name in ("titel", "school", "regio")}
    assert head == {"titel": "Robots in de zorg", "school": "RSG Ter Apel", "regio": "Twente"}
    assert found == EXPECTED


def test_no_personal_detail_of_a_mail_comes_back():
    judgement = judge_text(MAIL, "mail.txt")
    assert judgement.plan is not None
    said = f"{judgement.findings} {judgement.plan}"
    assert not any(part in said for part in ("Oornaam", "06 12345678", "example.org"))


ANSWERED = """\
Beste W. Oornaam,

Dit past bij de visie van de regio, die techniek voor iedereen wil.

Doel is dat 40 leerlingen in 2028 een keuzevak techniek volgen.

Wij gaan twaalf lessen geven en richten een lokaal in.

In maart 2027 zijn de lessen klaar.
"""
SIGNED = {
    "below a closing": "\nGroet,\nV. Oornaam\n06-12345678\n",
    "without a closing": "\nV. Oornaam\ndocent techniek\nv.oornaam@example.org\n",
    "in a line": "\nIngevuld door: V. Oornaam (v.oornaam@example.org)\n",
    "in a table": "\nContactpersoon\tV. Oornaam\nTelefoon\t(053) 1234567\n",
    "in a sentence": "\nIngevuld door V. Oornaam van de sectie techniek, in overleg met het ROC\n",
    "behind a postscript": "\nMet vriendelijke groet,\n\nV. Oornaam\n\nPS bel 06 12 34 56 78\n",
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_signed_a_letter_is_kept_and_not_repeated(name):
    text = ANSWERED + SIGNED[name]
    judgement = judge_text(text, "brief.txt")
    said = f"{judgement.findings} {judgement.plan} {judgement.unread}"
    assert not any(part in said for part in ("Oornaam", "12345678", "12 34", "1234567", "example.org"))
    reading = read_plan(text, "brief.txt")
    kept = f"{reading.data} {[cell.text for cell in (*reading.unread, *reading.of_a_letter)]}"
    assert [word for word in text.split() if word not in kept] == []


def test_a_finding_repeats_no_telephone_number():
    text = dressed(DRESSES["whole"], [*ANSWERS[:4], "Misschien doet ROC (06-12345678, a@example.org) mee.", ANSWERS[5]])
    found = judge_text(text, "plan.txt").findings
    assert "uncertain-partner" in {finding.rule for finding in found}
    assert not any(part in f"{found}" for part in ("12345678", "example.org"))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Activiteiten", "Voor doel 1 in Almelo:\n- Lessen\n- Stage"),
        ("Doelen", "Dit speelt in Almelo. Wij willen meer lessen. Wij hopen dat ze komen."),
    ],
)
def test_a_line_that_only_leads_up_is_kept(question, answer):
    reading = read_plan(f"Regiovisie\nx\n\n{question}\n{answer}\n", "plan.txt")
    assert "Almelo" in f"{reading.data} {[cell.text for cell in reading.unread]}"


@pytest.mark.parametrize(
    "text",
    [
        "Beste collega,\n\nHierbij ons plan. De doelen komen later.\n",
        "Planning\n\nMaandag: vergadering\nDinsdag: les\n",
        "Notulen\n\n1. Opening\n2. Begroting\n3. Rondvraag\n",
    ],
)
def test_a_text_with_one_heading_or_none_is_no_plan(text):
    judgement = judge_text(text, "brief.txt")
    assert (judgement.plan, judgement.valid) == (None, False)


def test_an_appendix_below_the_last_answer_is_none_of_it():
    text = "## Doelen\n\nMeer techniek\n\n## Middelen\n\n€ 500\n\n### Bijlage B. Wie doet wat\n\n- Oornaam: agenda\n"
    reading = read_plan(text, "plan.md")
    assert reading.data["resources"] == "€ 500"
    assert "Oornaam: agenda" in [cell.text for cell in reading.unread]


NEWS = """
Wij willen dat alle leerlingen in 2028 kennismaken met techniek. In maart 2027 gaan de tweedeklassers naar een bedrijf.
Het ROC van Twente geeft een rondleiding. De kosten zijn € 500. Dit past bij de visie van onze regio.
"""


@pytest.mark.parametrize(
    "title", ["Nieuwsbrief mei", "Notulen teamoverleg 12 maart", "VACATURE", "Regiovisie Twente 2025"]
)
def test_what_calls_itself_another_kind_of_text_is_no_plan(title):
    assert judge_text(title + "\n" + NEWS, "x.txt").plan is None
    assert judge_text("Techniek voor iedereen\n" + NEWS, "x.txt").plan is not None


def test_findings_point_at_the_line():
    text = dressed(DRESSES["whole"], [*ANSWERS[:4], "nvt", ANSWERS[5]])
    found = [finding for finding in judge_text(text, "plan.txt").findings if finding.question == 5]
    line = text.splitlines().index("nvt") + 1
    assert {(finding.place.line, finding.place.column) for finding in found} == {(line, 1)}


@given(st.text(max_size=400) | st.lists(st.sampled_from([*QUESTIONS_ASKED, *WORDS, *ANSWERS, "", "-", "| a |", "\t"])))
def test_no_text_trips_it(parts):
    text = parts if isinstance(parts, str) else "\n".join(parts)
    data = tree(text)
    assert isinstance(data, dict)
    assert read_plan(text, "plan.txt").findings is not None


@given(st.permutations(range(6)))
def test_the_order_of_the_questions_does_not_matter(order):
    text = dressed([QUESTIONS_ASKED[i] for i in order], [ANSWERS[i] for i in order])
    assert tree(text) == EXPECTED


POINTS = """\
titel: Technieklab voor de onderbo
uw
regiovisie: De regio wil dat alle leerlingen kennismaken met techniek, ook in de zorg.
doelen:
  - {id: d1, doel: Alle 160 leerlingen volgen drie modules techniek.}
samenwerking:
  - {partner: ROC van Twente, soort: mbo, hoe: Denkt mee., balie: beneden}
middelen:
  - {post: Uren, bedrag: 2000, partner: ROC van Twente}
"""


def test_words_of_the_writers_own_in_a_point_are_kept():
    """A line break in the title makes a text of what was YAML; its points keep their words, known or not."""
    reading = read_plan(POINTS, "plan.yaml")
    assert "balie" in str(reading.document.data)
    assert "not-judged" not in {finding.rule for finding in judge_text(POINTS, "plan.yaml").findings}


TELEGRAM = """\
School: Grescollege, Reuver
Periode: start 01-2027, stop 07-2028

aansluiting regio: de regiovisie wil techniek ook voor wie geen technisch profiel kiest

doelen
1) 30 leerlingen van 45 doen voor 1-7-2028 het keuzevak

doen
- keuzevak opzetten, 2 uur per week -> doel 1

wanneer
mrt 2027 keuzevak op papier
1e week sept 2027 begin van het keuzevak

met wie
Gilde Opleidingen (mbo), geeft drie lessen

geld
uren 5000
bus 500
"""


def test_short_lines_that_stand_alone_are_headings():
    judged = judge_text(TELEGRAM, "plan.txt")
    assert "missing-question" not in {finding.rule for finding in judged.findings}
    assert [f"{one.date.last:%Y-%m}" for one in judged.plan.milestones.items] == ["2027-03", "2027-09"]
    assert (judged.plan.start.first.isoformat(), judged.plan.end.last.isoformat()) == ("2027-01-01", "2028-07-31")


@pytest.mark.parametrize("heading", ["5. Betrokken partijen", "Betrokken partijen", "met wie", "5) Partners"])
def test_headings_of_older_forms_are_understood(heading):
    found = tree(f"Doelen:\n- 30 leerlingen kiezen het keuzevak\n\n{heading}\nROC van Twente geeft drie lessen\n")
    assert "samenwerking" in found


@pytest.mark.parametrize("line", ["Waarom wij dit doen", "geen geld nodig", "wat"])
def test_a_short_line_that_says_something_else_is_no_heading(line):
    found = tree(f"Doelen:\n- 30 leerlingen kiezen het keuzevak\n\n{line}\nEn dat is goed voor iedereen.\n")
    assert set(found) == {"doelen"}


def test_a_table_of_goals_with_what_is_now_and_what_is_wanted():
    rows = ["| Nr | Doel | Nu | Streefwaarde | Wanneer |", "|---|---|---|---|---|",
            "| D1 | Leerlingen die de module afronden | 0 van 32 | 28 van 32 | juni 2028 |",
            "| D2 | Docenten die techniek geven | 1 | 5 | december 2027 |"]  # fmt: skip
    goals = tree("\n".join(["Doelen", "", *rows, ""]))["doelen"]
    assert [goal["id"] for goal in goals] == ["D1", "D2"]
    assert "28 van 32" in str(goals[0])


def test_lines_that_hold_only_a_number_are_the_questions_in_their_order():
    numbered = tree("\n\n".join(f"{number}\n{answer}" for number, answer in enumerate(ANSWERS, 1)) + "\n")
    assert [key for key in numbered if key in EXPECTED] == list(EXPECTED)
    assert "cooperation" not in tree("1\nDe regiovisie vraagt om techniek voor iedereen.\n\n7\nWij werken samen.\n")


def test_numbers_behind_bullets_are_no_amounts():
    goals = tree(
        "Doelen\n* 1 alle leerlingen bouwen een robot\n* 2 leerlingen krijgen meer interesse\n\n"
        "Planning\nMei 2027 klaar\n"
    )
    assert [goal["doel"] if isinstance(goal, dict) else goal for goal in goals["doelen"]] == [
        "alle leerlingen bouwen een robot", "leerlingen krijgen meer interesse",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("What we will do", "activities"), ("What we want", "goals"), ("What we want to do", "activities"),
        ("Working together", "cooperation"), ("Money", "resources"), ("How it fits the region", "vision"),
        ("When", "milestones"), ("Who helps", "cooperation"),
    ],
)  # fmt: skip
def test_english_headings_in_plain_words(line, key):
    found = lone_heading(line) or styled_heading(line)
    assert found is not None
    assert found.keys == (key,)


def test_cells_of_columns_made_with_spaces_may_go_on_over_lines():
    rows = [
        "Nr  Doel                                   Hoe we het meten",
        "1   60 leerlingen werken veilig aan        praktijkproef,",
        "    een elektrische auto                   75% geslaagd",
        "2   Docenten zijn gecertificeerd           certificaat binnen",
        "                                           voor 1 november 2027",
    ]
    goals = str(tree("\n".join(["Doelen", *rows, "", "Planning", "mei 2027 klaar", ""]))["doelen"])
    assert "60 leerlingen werken veilig aan een elektrische auto" in goals
    assert "certificaat binnen voor 1 november 2027" in goals


def test_columns_may_be_headed_behind_the_heading_of_a_question():
    plan = tree(
        "1. DOELEN\n30 leerlingen kiezen techniek\n\n"
        "6. MIDDELEN                  STO       school\n   auto                    14.000       2.000\n"
        "   uren                     3.000       3.000\n"
    )
    assert [cost["post"] for cost in plan["middelen"]] == ["auto", "uren"]


def test_what_rounds_off_a_letter_behind_its_last_heading_is_no_answer():
    letter = LETTER.replace("Wij willen dat", "Wat willen we? Wij willen dat").replace(
        "Met vriendelijke groet,", "Ik vertel u er in december met plezier meer over.\n\nMet vriendelijke groet,"
    )
    assert "december" not in str(tree(letter))


def test_questions_as_bullets_are_headings():
    plan = tree(
        "* Wat willen we bereiken\n1. 30 leerlingen kiezen techniek\n\n* Met wie\n- ROC van Twente: drie gastlessen\n\n"
        "* Wat kost het\nMateriaal     € 300\nUren          € 900\n"
    )
    assert {"doelen", "samenwerking", "middelen"} <= set(plan)


def test_an_amount_far_behind_its_sign_is_one_cell():
    plan = tree("Middelen\nzagen 4 x € 140     €   560\nbus                 €   450\nTOTAAL              € 1.010\n")
    assert [cost["bedrag"] for cost in plan["middelen"]] == ["€   560", "€   450"]


def test_a_row_with_an_amount_heads_no_columns():
    plan = tree("Middelen\nrobots        9.800\n\ntotaal       28.000\nbijdrage van bedrijven     2.500\n")
    assert "2.500" in str(plan["middelen"])
    assert plan["totaal"] == "28.000"


def test_what_stands_beside_a_total_is_kept():
    rows = "| post | bedrag | cofinanciering |\n|---|---|---|\n| Robots | 2400 | 500 door de gemeente |\n"
    total = "| Totaal | 2400 | 750 door de gemeente en de bakker |\n"
    reading = read_plan(PLAN_OF_COSTS + rows + total, "plan.md")
    assert reading.data["resources"] == [{"item": "Robots", "amount": "2400", "cofinancing": "500 door de gemeente"}]
    assert "750 door de gemeente en de bakker" in [cell.text for cell in reading.unread]
    without = read_plan(PLAN_OF_COSTS + rows + "| Totaal | 2400 | € 500,- |\n", "plan.md")
    assert not without.unread


PLAN_OF_COSTS = "## Doelen\n- 240 leerlingen volgen vier lessen\n## Middelen\n"
