"""`sto find-region` on the shipped register: what people and programs see, in both languages."""

from __future__ import annotations

import json

import pytest

ANSWERS = {
    "recorded": (["00AH17"], 0),
    "name": (["Het", "Stedelijk", "Alpha"], 0),
    "area": (["00AH08"], 0),
    "two-regions": (["15HX02"], 0),
    "nearest": (["12IR00"], 0),
    "former-name": (["vakcollege", "eindhoven"], 0),
    "near-misses": (["elisabeth", "college", "assen"], 1),
    "member": (["Saba Comprehensive School"], 0),
    "likely": (["31JC04"], 0),
    "contact-failed": (["--contact-failed", "00AH17"], 0),
    "locations-in-one-region": (["Bonhoeffer College Enschede"], 1),
    "ambiguous": (["Yuverta"], 1),
    "place": (["Goes"], 1),
    "unknown-code": (["99ZZ99"], 1),
    "left": (["01GV00"], 1),
    "not-found": (["Zweinstein School voor Hekserij"], 1),
    "no-school-there": (["Borsele"], 1),
    "region-unknown-there": (["Vaals"], 1),
    "unknown-postcode": (["9999ZZ"], 1),
    "without-vmbo": (["Gymnasium Felisenum"], 0),
    "beside": (["Texel"], 0),
    "too-general": (["scholengemeenschap voor vmbo"], 1),
}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, name, language):
    arguments, code = ANSWERS[name]
    run = sto("--lang", language, "find-region", *arguments)
    golden(f"find-region-{name}.{language}.txt", run.out)
    assert (run.code, run.err) == (code, "")


@pytest.mark.parametrize("name", ["recorded", "nearest", "member", "locations-in-one-region", "not-found"])
def test_what_programs_see(sto, golden, name):
    arguments, code = ANSWERS[name]
    run = sto("find-region", *arguments, "--format", "json")
    golden(f"find-region-{name}.json", run.out)
    assert (run.code, run.err) == (code, "")
    assert json.loads(run.out)["format"] == 1


KEYS = [
    *("format", "query", "outcome", "match", "school", "region", "participation", "contact", "steps"),
    *("remarks", "beside", "candidates"),
]


@pytest.mark.parametrize("name", ANSWERS)
def test_json_always_has_the_same_keys(sto, name):
    arguments, _ = ANSWERS[name]
    answer = json.loads(sto("find-region", *arguments, "--format", "json").out)
    assert list(answer) == KEYS
    if answer["outcome"] != "found":
        assert answer["school"] is None
        assert answer["participation"] is None
    if answer["outcome"] == "ambiguous":
        assert all(
            set(one) == {"id", "name", "place", "street", "profiles", "region", "score"} for one in answer["candidates"]
        )
    assert [step["number"] for step in answer["steps"]] in ([], [1, 2, 3, 4])
    assert sum(step["state"] == "current" for step in answer["steps"]) == bool(answer["steps"])


def test_several_schools_in_one_region_still_answer_the_region(sto):
    answer = json.loads(sto("find-region", "Bonhoeffer College Enschede", "--format", "json").out)
    assert answer["outcome"] == "ambiguous"
    assert answer["region"]["id"] == "twente"
    assert answer["contact"]["url"]
    assert len(answer["steps"]) == 4


def test_a_place_without_a_school_still_answers_the_region(sto):
    answer = json.loads(sto("find-region", "Borsele", "--format", "json").out)
    assert (answer["outcome"], answer["school"]) == ("not_found", None)
    assert (answer["region"]["id"], answer["region"]["basis"]) == ("stozeeland", "area")
    assert answer["contact"]["url"]
    assert len(answer["candidates"]) == 5


def test_unknown_participation_is_not_shown_as_no(sto):
    run = sto("find-region", "00AH08")
    assert "Doet mee  niet bekend" in run.out


def test_own_data_goes_first_and_is_said(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(
        "as_of: 2026-11\nsource: eigen lijst\nparticipation:\n"
        "  - {school: 00AH17, region: twente, status: not_participating, since: 2026-08-01}\n",
        encoding="utf-8",
    )
    run = sto("--data", tmp_path, "find-region", "00AH17")
    assert "Doet mee  nee" in run.out
    assert "sinds 1 augustus 2026" in run.out
    assert f"volgens uw eigen gegevens: {tmp_path / 'participation.yaml'}:4" in run.out.replace("\n          ", " ")
    assert "→ 2  De school doet nog niet mee." in run.out


OWN = (
    "as_of: 2026-11\nsource: eigen lijst\nparticipation:\n  - {{school: 00AH17, region: {region}, status: {status}}}\n"
)


def test_a_school_in_talks_hears_so_whatever_a_page_says(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(OWN.format(region="twente", status="in_talks"), encoding="utf-8")
    run = sto("--data", tmp_path, "find-region", "00AH17")
    assert "Doet mee  nog niet: in gesprek" in run.out
    assert "→ 2  De school is in gesprek over meedoen." in run.out
    answer = json.loads(sto("--data", tmp_path, "find-region", "00AH17", "--format", "json").out)
    assert answer["participation"]["status"] == "in_talks"
    assert answer["contact"]["role"] == "programme-manager"


@pytest.mark.parametrize("status", ["in_talks", "not_participating"])
def test_an_own_entry_on_another_region_goes_over_a_page(sto, tmp_path, status):
    (tmp_path / "participation.yaml").write_text(OWN.format(region="stozeeland", status=status), encoding="utf-8")
    answer = json.loads(sto("--data", tmp_path, "find-region", "00AH17", "--format", "json").out)
    assert answer["participation"]["status"] == status
    assert answer["region"]["id"] == "stozeeland"
    assert [one["id"] for one in answer["region"]["alternatives"]] == ["twente"]


def test_own_contacts_are_named(sto, tmp_path, monkeypatch):
    (tmp_path / "regions.yaml").write_text(
        "as_of: 2026-11\nsource: eigen lijst\nregions:\n"
        "  - {id: twente, contact: {role: programme-manager, name: A. Voorbeeld, email: a@voorbeeld.test}}\n",
        encoding="utf-8",
    )
    (tmp_path / "participation.yaml").write_text(
        "as_of: 2026-11\nsource: eigen lijst\nparticipation:\n"
        "  - {school: 00AH17, region: twente, status: not_participating}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("STO_DATA", str(tmp_path))
    assert "A. Voorbeeld, a@voorbeeld.test" in sto("find-region", "00AH17").out


def test_the_limit_bounds_the_candidates_and_says_so(sto):
    run = sto("find-region", "Yuverta", "--limit", "2")
    assert run.out.count("Yuverta") - 1 == 2
    assert "--limit" in run.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["find-region"], "SCHOOL ontbreekt."),
        (["find-region", "x", "--limit", "0"], "--limit is een getal van 1 tot en met 1.000."),
        (["find-region", "x", "--format", "xml"], "--format kan zijn: text, json."),
        (["find-region", "x", "--verbose"], "De optie --verbose bestaat niet."),
        (["find-regoin", "x"], "Bedoelt u find-region?"),
        (["--data", "/nergens", "find-region", "x"], "De map /nergens bestaat niet."),
        (["find-region", "Yuverta", "--choose"], "--choose stelt een vraag op het scherm, en dat kan hier niet."),
        (["region", "show", "twnte"], "Bedoelt u Techniekregio Twente (twente)?"),
        (["region", "list", "--province", "Utrech"], "Mogelijk zijn:"),
    ],
)
def test_wrong_use_is_a_sentence_and_exit_2(sto, arguments, sentence):
    run = sto(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert sentence in run.err


def test_wrong_own_data_stops_the_answer_with_its_line(sto, tmp_path):
    path = tmp_path / "participation.yaml"
    path.write_text(
        "as_of: 2026-11\nsource: x\nparticipation:\n  - {school: 00AH17, region: twnte, status: participating}\n",
        encoding="utf-8",
    )
    run = sto("--data", tmp_path, "find-region", "00AH17")
    assert run.code == 2
    assert f"{path}:4: De regio twnte staat niet in het register." in run.err
    assert "Bedoelt u “twente”?" in run.err


@pytest.mark.parametrize(
    "query", ["", " ", "?", "…", "\x1b[31mrood", "a" * 10_000, "💥", "0", "../../etc/passwd", "[bold]x[/]"]
)
def test_absurd_queries_get_a_sentence(sto, query):
    run = sto("find-region", query)
    assert run.code == 1
    assert run.out.strip()
    assert "\x1b" not in run.out
    assert run.err == ""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LC_ALL": "POSIX"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "fr_FR.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "STO_LANG": "en"}, "en"),
    ],
)
def test_language_by_environment(sto, monkeypatch, environment, language):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("De stappen" in sto("find-region", "00AH17").out) == (language == "nl")


def test_the_option_goes_before_the_environment(sto, monkeypatch):
    monkeypatch.setenv("STO_LANG", "en")
    assert "De stappen" in sto("--lang", "nl", "find-region", "00AH17").out
    assert "De stappen" in sto("--lang=nl", "find-region", "00AH17").out


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["region", "list", "--province", "Fryslân"],
        ["region", "show", "stobes"],
        ["region", "show", "Twente"],
        ["school", "show", "19HG10"],
    ],
    ids="-".join,
)
def test_looking_before_asking(sto, golden, arguments, language):
    run = sto("--lang", language, *arguments)
    golden(f"{'-'.join(arguments)}.{language}.txt", run.out)
    assert (run.code, run.err) == (0, "")


@pytest.mark.parametrize("arguments", [["region", "list"], ["region", "show", "twente"], ["school", "show", "00AH17"]])
def test_looking_as_json(sto, arguments):
    run = sto(*arguments, "--format", "json")
    assert json.loads(run.out)["format"] == 1


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", [[], ["find-region"], ["region"], ["region", "list"], ["school"], ["data"]])
def test_help_reads_well(shown_help, golden_words, command, language):
    golden_words(f"help-{'-'.join(command) or 'sto'}.{language}.txt", shown_help(language, *command))


ASKED = {
    "saint-that-the-register-lacks": ("sint canisius almelo", 0, "16VI00"),
    "st-that-the-register-lacks": ("st. canisius almelo", 0, "16VI00"),
    "name-that-left-with-its-place": ("Sancta Maria Den Bosch", 1, "(01GV00) had in 2024 voor het laatst"),
    "part-of-a-name-that-left": ("De Saad", 1, "(02XE00) had in 2020 voor het laatst"),
    "practical-education": ("praktijkschool Zweinstein", 1, "Basisscholen en mbo"),
    "region": ("twente", 1, "Zoekt u de regio? sto region show twente"),
    "region-of-several": ("Achterhoek", 1, "sto region show achterhoekoost"),
    "brin-with-its-word": ("BRIN 00AH", 1, "00AH17"),
    "code-with-its-word": ("brinnummer: 00AH17", 0, "00AH17"),
    "two-codes": ("00AH17 00AH08", 1, "“00AH17 00AH08” noemt 2 scholen"),
    "digits-of-a-postcode": ("Pius X 7606", 1, "02EK00"),
}


@pytest.mark.parametrize("name", ASKED)
def test_says_what_helps_on(sto, name):
    query, code, said = ASKED[name]
    run = sto("find-region", query)
    assert run.code == code
    assert said in run.out


def test_a_school_that_left_is_not_brought_up_where_schools_have_its_name(sto):
    assert "voor het laatst" not in sto("find-region", "Yuverta").out
    assert "voor het laatst" not in sto("find-region", "Schaersvoorde", "Aalten").out


@pytest.mark.parametrize("written", ["Enschede", "hengelo", "Twents Carmel College", "Carmel College Oldenzaal"])
def test_a_municipality_of_one_region_and_a_lead_lead_to_the_region(sto, written):
    run = sto("region", "show", written)
    assert (run.code, run.out.splitlines()[0].split("  ")[0]) == (0, "Techniekregio Twente")


def test_a_municipality_that_regions_share_is_asked(sto, register):
    named = " ".join(region.name for region in register.regions.values())
    some_share = [name for name, some in register.regions_by_municipality.items() if len(some) > 1]
    shared = next(name for name in some_share if name not in named)
    run = sto("region", "show", shared)
    assert (run.code, run.out) == (2, "")
    assert all(f"({region.id})" in run.err for region in register.regions_by_municipality[shared])


def test_a_municipality_may_lack_the_province_behind_it(sto):
    assert "Hengelo (O.)" in sto("report", "coverage", "--municipality", "hengelo").out


@pytest.mark.parametrize("columns", [80, 100, 125, 200])
def test_the_list_of_regions_fits_and_leaves_nothing_out(sto, register, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = sto("region", "list").out.splitlines()
    assert max(map(len, lines)) <= columns
    words = set(" ".join(lines).replace(",", " ").split())
    for region in register.regions.values():
        assert {region.id, *" ".join(region.provinces).split()} <= words
    names = [line.split("  ")[0] for line in lines[1:] if line and not line.startswith(" ")]
    assert not [name for name in names if name.startswith(("Regio ", "STO "))]


ENDED = """\
as_of: 2026-11
source: own
participation:
  - {school: 17VN09, region: twente, status: participating, since: 2020-08-01, until: 2025-07-31}
  - {school: 02XJ00, region: haaglanden, status: in_talks}
"""


def test_what_ended_is_said_and_not_what_came_after(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(ENDED)
    own = ("--lang", "en", "--data", str(tmp_path))
    for command in (("find-region",), ("school", "show")):
        said = sto(*own, *command, "17VN09").out
        assert "took part until 31 July 2025; since then not known" in said
        assert "participation.yaml:4" in said
    report = sto(*own, "report", "region", "twente", "--format", "csv").out
    assert next(row for row in report.splitlines() if row.startswith("17VN09")).count("2025-07-31") == 1


def test_a_region_that_only_a_page_names_is_not_called_own_data(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(ENDED)
    said = sto("--lang", "en", "--data", str(tmp_path), "find-region", "02XJ00").out
    assert "Regio Haaglanden / Techniekregio Twente" in said
    assert "According to your own data the school belongs to it." not in said


def test_who_asks_for_several_codes_is_not_asked_which_one_is_meant(sto):
    run = sto("find-region", "00AH17 en 02DO02")
    assert run.code == 1
    assert "noemt 2 scholen" in run.out
    assert "één tegelijk" in run.out
