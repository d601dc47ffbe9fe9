"""How far the plans of a region are together, for its half-yearly report."""

from __future__ import annotations

import json

PLAN = """\
titel: {title}
school: {school}
regio: twente
doelen: Twintig leerlingen volgen lessen in 2027.
mijlpalen:
  - {{datum: 2026-09-01, mijlpaal: Het lokaal is klaar, bereikt: {reached}}}
  - {{datum: 2026-10-01, mijlpaal: De lessen zijn begonnen}}
middelen:
  - {{post: Robots, bedrag: 5000{spent}}}
"""


def write(folder, name, **more):
    values = {"title": name, "school": "00AH17", "reached": "ja", "spent": ""} | more
    (folder / f"{name}.yaml").write_text(PLAN.format(**values), "utf-8")


def test_it_is_counted_over_plans_that_say_so(sto, tmp_path):
    write(tmp_path, "een", spent=", besteed: 2000")
    write(tmp_path, "twee", school="19HG10", reached="nee")
    found = json.loads(sto("report", "plans", tmp_path, "--format", "json").out)["totals"]["progress"]
    assert found == {
        "reached": 1, "late": 1, "unreported": 2, "unclear": 0, "planned": 5000, "spent": 2000,
        "items_reported": 1, "items": 1,
    }  # fmt: skip
    for command in (["report", "plans", tmp_path], ["report", "region", "twente", "--plans", tmp_path]):
        out = " ".join(sto(*command).out.split())
        assert "Mijlpalen: 1 bereikt, 1 te laat en 2 voorbij de datum zonder bericht." in out
        assert "Tot nu toe besteed: € 2.000 van de € 5.000" in out


def test_nothing_is_said_of_plans_that_say_nothing(sto, tmp_path):
    (tmp_path / "plan.yaml").write_text("titel: Lab\ndoelen: Twintig leerlingen.\n", "utf-8")
    assert "te laat" not in sto("report", "plans", tmp_path).out


def test_partners_and_themes_are_counted_and_what_the_region_lacks_is_said(sto, tmp_path):
    write(tmp_path, "een")
    with (tmp_path / "een.yaml").open("a", encoding="utf-8") as plan:
        plan.write("samenwerking:\n  - {partner: ROC van Twente, soort: mbo, hoe: Geeft duurzame lessen.}\n")
    totals = json.loads(sto("report", "plans", tmp_path, "--format", "json").out)["totals"]
    assert totals["plans_with_partner"]["mbo"] == 1
    assert totals["partners_lacking"] == ["po", "vo", "company"]
    assert totals["themes"]["sustainability"] == 1
    out = " ".join(sto("report", "plans", tmp_path).out.split())
    assert "Geen enkel plan noemt een partner van de soort basisonderwijs, voortgezet onderwijs of bedrijf." in out
    assert "De regio als geheel moet samenwerken met basisscholen en het mbo." in out
