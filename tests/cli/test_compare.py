"""`sto plan compare`: two versions of a plan, in any kind of file, and the letter on the second one."""

import json

import pytest


@pytest.fixture
def versions(tmp_path):
    """Two versions of a plan: one goal more, one partner less, a date and an amount that moved."""
    old, new = tmp_path / "plan.yaml", tmp_path / "plan-2.yaml"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


OLD = """\
titel: Technieklab
school: 00AH17
doelen:
  - {doel: Alle 60 leerlingen van klas 2 werken in het lab., meetbaar: 60 leerlingen, id: g1}
mijlpalen:
  - {datum: 2026-10-01, mijlpaal: Het lokaal is ingericht.}
samenwerking:
  - {partner: Bakkerij Jansen, soort: bedrijf, hoe: Geeft twee gastlessen over ovens.}
  - {partner: ROC van Twente, soort: mbo, hoe: Leent een robotarm uit.}
middelen:
  - {post: 3D-printers, bedrag: 12000}
"""
NEW = """\
titel: Technieklab
school: 00AH17
regiovisie: De regio wil dat elke leerling kennismaakt met techniek; ons lab geeft alle leerlingen van klas 2 die kans.
doelen:
  - {doel: Alle 60 leerlingen van klas 2 werken in het lab., meetbaar: 60 leerlingen, id: g1}
  - {doel: Twintig meisjes kiezen in 2028 techniek., meetbaar: 20 meisjes, id: g2}
mijlpalen:
  - {datum: 2026-11-15, mijlpaal: Het lokaal is ingericht.}
samenwerking:
  - {partner: ROC van Twente, soort: mbo, hoe: Leent een robotarm uit.}
middelen:
  - {post: 3D-printers, bedrag: 14000}
"""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, versions, language):
    golden(f"plan-compare.{language}.txt", sto("--lang", language, "plan", "compare", *versions).out)


def test_each_change_is_named_under_its_question(sto, versions):
    answer = json.loads(sto("plan", "compare", *versions, "--format", "json").out)
    changes = {(one["part"], one["kind"], one["value"]): one for one in answer["changes"]}
    assert changes["cost", "changed", "amount"]["before"] == 12000
    assert changes["cost", "changed", "amount"]["after"] == 14000
    assert changes["milestone", "changed", "date"]["after"] == "2026-11-15"
    assert changes["partner", "removed", "text"]["name"] == "Bakkerij Jansen"
    assert changes["goal", "added", "text"]["name"].startswith("Twintig meisjes")
    assert changes["vision", "added", "text"]["question"] == 1
    assert (changes["total", "changed", "amount"]["before"], changes["total", "changed", "amount"]["after"]) == (
        12000, 14000,
    )  # fmt: skip
    assert len(answer["changes"]) == 6


@pytest.mark.parametrize(
    ("edit", "value", "before", "after"),
    [
        (("bedrag: 12000", "bedrag: 12000, besteed: 900"), "spent", None, 900),
        (("bedrag: 12000", "bedrag: 12000, betaler: bedrijf"), "payer", None, "bedrijf"),
        (("bedrag: 12000", "bedrag: 12000, jaar: 2028"), "year", None, "2028"),
        (("ingericht.", "ingericht., bereikt: 5-10-2026"), "reached", None, "2026-10-05"),
        (("ingericht.", "ingericht., bereikt: nog niet"), "reached", None, "nog niet"),
        (("meetbaar: 60 leerlingen", "meetbaar: 60 leerlingen, gemeten: 41"), "measured", None, "41"),
        (("soort: mbo", "soort: vo"), "kind", "mbo", "vo"),
    ],
)
def test_what_came_of_a_plan_and_who_pays_are_compared_too(sto, versions, edit, value, before, after):
    versions[1].write_text(OLD.replace(*edit), "utf-8")
    change, *figures = json.loads(sto("plan", "compare", *versions, "--format", "json").out)["changes"]
    assert (change["value"], change["before"], change["after"]) == (value, before, after)
    assert [one["part"] for one in figures] == (["others"] if value == "payer" else [])
    assert ("2 veranderingen" if figures else "1 verandering;") in sto("plan", "compare", *versions).out


FREE = """\
Plan voor STO van Het Stedelijk Alpha, Enschede

Doelen
- In juni 2027 heeft 80% van de leerlingen Z&W een keuzevak zorgtechnologie gedaan.

Mijlpalen
1 februari 2027: keuzevak klaar
30 juni 2027: eindmeting

Partners
- ROC van Twente: levert een docent
- Livio: stelt een oefenkamer open

Kosten
Materiaal: € 4.000
Vervoer: € 3.000
Totaal € 7.000
Livio betaalt € 1.500
Wij vragen € 5.500
"""


def test_a_partner_in_short_is_the_same_and_another_one_is_not(sto, tmp_path):
    """In free text a point that moved is told once, by what moved; money asked and paid by others is told too."""
    old, new = tmp_path / "plan.txt", tmp_path / "plan-2.txt"
    old.write_text(FREE, "utf-8")
    for was, now in (
        ("ROC van Twente", "ROC vT"), ("Livio", "ZGT"), ("februari", "maart"), ("4.000", "6.000"), ("7.000", "9.000"),
        ("5.500", "7.500"),
    ):  # fmt: skip
        assert was in FREE
        new.write_text((new if new.exists() else old).read_text("utf-8").replace(was, now), "utf-8")
    lines = [line[2:] for line in sto("plan", "compare", old, new).out.split("\n") if line.startswith("- ")]
    assert [line for line in lines if not line.startswith(("Vraag", "Er ", "Bij "))] == [
        "Mijlpaal “keuzevak klaar”: van 1 februari 2027 naar 1 maart 2027",
        "Partner: van “ROC van Twente” naar “ROC vT”",
        "Partner “ZGT”: erbij",
        "Partner “Livio”: weg",
        "Kosten “Materiaal”: van € 4.000 naar € 6.000",
        "Kosten: van “Livio betaalt € 1.500” naar “ZGT betaalt € 1.500”",
        "Totaal: van € 7.000 naar € 9.000",
        "Gevraagd uit de subsidie: van € 5.500 naar € 7.500",
    ]


def test_remarks_are_solved_stay_or_are_new(sto, versions):
    answer = json.loads(sto("plan", "compare", *versions, "--format", "json").out)
    assert ("missing-question", 1) in {(one["rule"], one["question"]) for one in answer["solved"]}
    assert ("missing-question", 3) in {(one["rule"], one["question"]) for one in answer["stay"]}
    assert not {one["message"] for one in answer["solved"]} & {one["message"] for one in answer["stay"]}


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "van € 12.000 naar € 14.000"), ("en", "from €12,000 to €14,000")],
)
def test_a_person_reads_it_in_both_languages(sto, versions, language, words):
    assert words in sto("--lang", language, "plan", "compare", *versions).out


def test_a_plan_and_its_word_form_say_the_same(sto, versions, tmp_path):
    form = tmp_path / "plan.docx"
    assert sto("plan", "convert", versions[0], "--output", form).code == 0
    answer = json.loads(sto("plan", "compare", versions[0], form, "--format", "json").out)
    assert answer["changes"] == []


@pytest.mark.parametrize("ending", ["docx", "html", "md", "json"])
def test_it_is_written_in_every_format(sto, versions, tmp_path, ending):
    output = tmp_path / f"verschil.{ending}"
    assert sto("plan", "compare", *versions, "--output", output).code == 0
    assert output.stat().st_size > 200


def test_the_letter_thanks_for_what_was_solved(sto, versions):
    letter = sto("plan", "compare", *versions, "--letter").out
    assert "Dank voor de nieuwe versie van uw plan" in letter
    assert (
        letter.index("Wat u hebt opgelost")
        < letter.index("Vraag 1 heeft geen antwoord")
        < letter.index("De volgende stap")
    )


@pytest.mark.parametrize("letter", [(), ("--letter",)])
def test_one_file_twice_is_refused(sto, versions, letter):
    run = sto("plan", "compare", versions[0], versions[0], *letter)
    assert run.code == 2
    assert "niets te vergelijken" in run.err


def test_what_is_no_plan_is_refused_with_the_way_out(sto, versions, tmp_path):
    other = tmp_path / "factuur.txt"
    other.write_text("Factuur 12\nTe betalen 100 euro\n", "utf-8")
    run = sto("plan", "compare", other, versions[1])
    assert run.code == 2
    assert "sto validate" in run.err


def test_how_values_are_read_is_no_remark_and_equal_remarks_are_counted(sto, tmp_path):
    text = OLD.replace("mijlpaal:", "wat:").replace("mijlpalen:", "mijlpalen:\n  - Feest\n  - Feest")
    (tmp_path / "een.yaml").write_text(text, "utf-8")
    (tmp_path / "twee.yaml").write_text(text.replace("12000", "14000"), "utf-8")
    answer = json.loads(sto("plan", "compare", tmp_path / "een.yaml", tmp_path / "twee.yaml", "--format", "json").out)
    assert (answer["solved"], answer["new_remarks"]) == ([], [])
    assert sum(one["rule"] == "undated-milestone" for one in answer["stay"]) == 2
    assert "read-as" not in {one["rule"] for one in answer["stay"]}


def test_a_time_is_said_as_the_plan_says_it_and_other_words_for_one_time_change_nothing(sto, versions):
    old, new = (OLD.replace("2026-10-01", when) for when in ("2e kwartaal 2027", "juni 2027"))
    versions[0].write_text(old, "utf-8")
    versions[1].write_text(new, "utf-8")
    assert "van het tweede kwartaal van 2027 naar juni 2027" in " ".join(sto("plan", "compare", *versions).out.split())
    versions[1].write_text(old.replace("2e kwartaal", "Q2").replace("Bakkerij", "bakkerij"), "utf-8")
    assert "In de twee versies staat hetzelfde" in sto("plan", "compare", *versions).out


def test_what_was_reworded_is_one_sentence(sto, versions):
    versions[1].write_text(OLD.replace("Alle 60", "Zestig"), "utf-8")
    out = " ".join(sto("plan", "compare", *versions).out.split())
    assert "Doel: van “Alle 60 leerlingen van klas 2 werken in het lab” naar “Zestig leerlingen" in out


def test_schools_and_regions_have_their_names(sto, tmp_path):
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(OLD + "regio: twente\n", "utf-8")
    new.write_text(OLD.replace("00AH17", "00AH18") + "regio: achterhoekoost\n", "utf-8")
    said = " ".join(sto("plan", "compare", str(old), str(new)).out.split())
    assert "School: van Het Stedelijk Alpha (00AH17) naar" in said
    assert "van Techniekregio Twente naar" in said
    changes = json.loads(sto("plan", "compare", str(old), str(new), "--format", "json").out)["changes"]
    assert changes[0]["before"] == "00AH17"


def test_a_cost_is_called_without_its_own_amount(sto, tmp_path):
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(OLD.replace("  - {post: 3D-printers, bedrag: 12000}", "  - 3D-printers € 12.000"), "utf-8")
    new.write_text(OLD.replace("  - {post: 3D-printers, bedrag: 12000}", "  - 3D-printers € 14.000"), "utf-8")
    assert "“3D-printers”: van € 12.000 naar € 14.000" in sto("plan", "compare", str(old), str(new)).out
