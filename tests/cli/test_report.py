"""`sto report`: what people and programs see, in every format, also when the question or the data is bad."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from sto_cli.files.word.blocks import paragraphs
from sto_cli.files.word.reading import read_word
from sto_cli.messages import Translator
from sto_cli.render.document.fields import Field
from sto_cli.render.reports import figures

FOLDERS = Path(__file__).parent.parent / "reports"
HOSTILE, DATED = FOLDERS / "hostile", FOLDERS / "dated"

REPORTS = {
    "coverage": ["coverage", "--province", "Zeeland", "--province", "Utrecht", "--by", "region", "--target", "75"],
    "gaps": ["gaps", "--region", "rotterdam-noord", "--municipality", "Rotterdam"],
    "region": ["region", "arnhem"],
    "trend": ["trend", "--province", "Zeeland", "--at", "2024-10-01", "--at", "2025-10-01"],
}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, name, language):
    own = ["--data", DATED] if name == "trend" else []
    run = sto("--lang", language, *own, "report", *REPORTS[name])
    golden(f"report-{name}.{language}.txt", run.out)
    assert run.err == ""


def codes(text):
    return set(re.findall(r"\b\d\d[A-Z]{2}\d\d\b", text))


@pytest.mark.parametrize("name", ["gaps", "region"])
def test_every_format_names_the_same_schools(sto, tmp_path, name):
    texts = {form: sto("report", *REPORTS[name], "--format", form).out for form in ("text", "markdown", "csv", "html")}
    book = openpyxl.load_workbook(written(sto, tmp_path, "x.xlsx", "report", *REPORTS[name]))
    texts["xlsx"] = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    word = written(sto, tmp_path, "x.docx", "report", *REPORTS[name])
    texts["docx"] = " ".join(block.text for block in paragraphs(read_word(word.read_bytes()).blocks))
    answer = json.loads(sto("report", *REPORTS[name], "--format", "json").out)
    lists = (answer[key] for key in ("rows", "shared", "unknown", "nearby", "participating") if key in answer)
    expected = {school["id"] for some in lists for school in some}
    assert len(expected) > 5
    for form, text in texts.items():
        assert codes(text) >= expected, form


def test_every_format_says_the_same_figures(sto, tmp_path):
    arguments = ("report", "coverage", "--by", "profile", "--include-theoretical", "--target", "technisch=60")
    rows = json.loads(sto(*arguments, "--format", "json").out)["rows"]
    fractions = {f"{row['all']['participating']}/{row['all']['schools']}" for row in rows if row["all"]["schools"]}
    assert len(fractions) > 10
    for form in ("text", "markdown", "html"):
        shown = sto(*arguments, "--format", form).out
        assert all(one in shown for one in fractions), form
    word = read_word(written(sto, tmp_path, "x.docx", *arguments).read_bytes())
    assert fractions <= {block.text for block in paragraphs(word.blocks)}


def test_a_trend_says_who_joined_in_every_format(sto):
    arguments = ("--data", DATED, "report", *REPORTS["trend"])
    answer = json.loads(sto(*arguments, "--format", "json").out)
    [joined] = answer["changes"][0]["joined"]
    assert joined["id"] == "00AQ00"
    for form in ("text", "markdown", "html"):
        assert "00AQ00" in codes(sto(*arguments, "--format", form).out)
    points = list(csv.DictReader(io.StringIO(sto(*arguments, "--format", "csv").out.lstrip("\ufeff")), delimiter=";"))
    assert [int(row["alle scholen: doen mee"]) for row in points] == [
        point["all"]["participating"] for point in answer["points"]
    ]


def test_a_figure_stands_in_one_place(sto, monkeypatch, tmp_path):
    """What is counted and what it is called: every format has it then."""
    pupils = Field("pupils", "pupils", lambda count: 1000 + count.schools, kind="count")
    monkeypatch.setattr(figures, "FIGURES", (*figures.FIGURES, pupils))
    arguments = ("report", "coverage", "--region", "twente")
    assert json.loads(sto(*arguments, "--format", "json").out)["total"]["technical"]["pupils"] == 1011
    book = openpyxl.load_workbook(written(sto, tmp_path, "x.xlsx", *arguments))
    assert [row[-1] for row in book["Deelname"].iter_rows(values_only=True)] == ["pupils", 1011, 1010, 1021]
    by_region = sto("report", "coverage", "--by", "region", "--format", "csv").out
    assert "technisch: pupils" in by_region.splitlines()[0]


GROUP = [
    "schools", "participating", "likely", "in_talks", "not_participating", "unknown", "rate_low", "rate_high", "rate",
    "evidence", "known_later",
]  # fmt: skip


def test_coverage_has_the_designed_shape_with_every_group_in_every_row(sto):
    answer = json.loads(sto("report", "coverage", "--by", "region", "--format", "json").out)
    assert (answer["format"], answer["report"], answer["as_of"], answer["by"]) == (
        1,
        "coverage",
        "2026-11-24",
        "region",
    )
    for row in (answer["total"], *answer["rows"]):
        assert [key for key in row if key not in {"id", "name", "nearby_unknown", "shared"}] == [
            "technical",
            "non_technical",
            "all",
        ]
        assert all(list(row[group]) == GROUP for group in ("technical", "non_technical", "all"))
    assert [row["id"] for row in answer["rows"] if "nearby_unknown" not in row] == [None]
    assert answer["reference"] == [
        {
            "group": "non_technical",
            "rate": 0.70,
            "source": "STO flyer 'Ook niet-techniekprofielen zijn welkom bij STO'",
        }
    ]


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 120, 200])
@pytest.mark.parametrize("by", ["none", "region", "profile"])
def test_tables_fit_the_terminal(sto, monkeypatch, columns, by):
    monkeypatch.setenv("COLUMNS", str(columns))
    run = sto("report", "coverage", "--by", by)
    assert max(len(line) for line in run.out.splitlines()) <= max(columns, 70)


def test_in_a_pipe_names_are_whole_and_nothing_is_coloured(sto, monkeypatch):
    monkeypatch.delenv("COLUMNS")
    run = sto("report", "coverage", "--by", "region")
    assert "Regio Woerden, Montfoort, IJsselstein en Nieuwegein" in run.out
    assert "\x1b" not in run.out
    assert "…" not in run.out


# --- what is known, and since when -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["coverage"], ["coverage", "--by", "region"], ["gaps"], ["region", "twente"]])
@pytest.mark.parametrize(
    ("day", "sentence"),
    [("1970-01-01", "vóór 2018 was het programma er nog niet"), ("2050-01-01", "1 januari 2050 moet nog komen")],
)
def test_outside_the_programme_nothing_is_known(sto, command, day, sentence):
    run = sto("report", *command, "--as-of", day)
    assert sentence in " ".join(run.out.split())
    total = json.loads(sto("report", *command, "--as-of", day, "--format", "json").out)["total"]["all"]
    assert (total["participating"], total["likely"], total["rate"]) == (0, 0, None)
    assert total["unknown"] == total["schools"] > 0


@pytest.mark.parametrize("command", [["coverage"], ["gaps"], ["region", "twente"], ["trend", "--at", "2022-01-01"]])
def test_of_a_day_that_is_past_it_is_said_that_facts_have_no_dates(sto, command):
    asked = [] if command[0] == "trend" else ["--as-of", "2022-01-01"]
    assert "Nergens staat sinds wanneer een school meedoet" in sto("report", *command, *asked).out


@pytest.mark.parametrize("command", [["coverage"], ["gaps"]])
def test_of_a_day_before_all_that_is_known_nothing_is_certain(sto, command):
    run = sto("report", *command, "--region", "twente", "--as-of", "2018-06-01", "--format", "json")
    answer = json.loads(run.out)
    total = answer["total"]["all"]
    assert total["known_later"] > 0
    assert (total["participating"], total["rate_low"]) == (0, 0.0)
    assert "zeker" not in " ".join(answer["summary"])


@pytest.mark.parametrize("command", [["coverage"], ["gaps"], ["region", "twente"]])
def test_the_first_lines_say_from_when_the_knowledge_is(sto, command):
    total = json.loads(sto("report", *command, "--format", "json").out)["total"]["all"]
    known = sum(total["evidence"].values())
    assert known == total["participating"] + total["likely"]
    for form in ("text", "markdown", "html"):
        assert f"Van {known} scholen is iets bekend" in " ".join(sto("report", *command, "--format", form).out.split())


def test_since_counts_only_what_is_from_then(sto):
    def total(*arguments):
        return json.loads(sto("report", "coverage", *arguments, "--format", "json").out)["total"]["all"]

    whole, recent = total(), total("--since", "2025")
    assert recent["participating"] + recent["likely"] == whole["evidence"]["this_period"] > 0
    assert recent["schools"] == whole["schools"]
    assert "Alleen wat vanaf 2025 bekend is, telt mee." in sto("report", "coverage", "--since", "2025").out
    assert sto("report", "coverage", "--since", "1812").code == 2


OWN = """as_of: 2026-11
source: "notities van J. Voorbeeld, /home/voorbeeld/lijst.xlsx"
participation:
  - {school: 00AH17, region: twente, status: in_talks, since: 2026-09, as_of: 2026-11,
     source: "gebeld met J. Voorbeeld"}
  - {school: 02EK01, region: twente, status: participating, until: 2025-07, as_of: 2026-11}
  - {school: 02EK01, region: twente, status: not_participating, since: 2025-08, as_of: 2026-11,
     note: "geen docent meer"}
  - {school: 02DO01, region: twente, status: participating, as_of: 2026-11, source: "voorbeeld@kwaad.test",
     contact: {role: school-contact, name: J. Voorbeeld, email: j@voorbeeld.test}}
"""


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "eigen"
    folder.mkdir()
    (folder / "participation.yaml").write_text(OWN, "utf-8")
    return folder


def test_who_is_in_talks_and_who_stopped_stands_in_every_report(sto, own):
    total = json.loads(sto("--data", own, "report", "coverage", "--region", "twente", "--format", "json").out)["total"]
    assert (total["all"]["in_talks"], total["all"]["not_participating"]) == (1, 1)
    assert "is er 1 in gesprek" in sto("--data", own, "report", "coverage", "--region", "twente").out
    region = sto("--data", own, "report", "region", "twente")
    assert "In gesprek · 1 school" in region.out
    assert "sinds september 2026" in region.out
    assert "deed mee tot en met juli 2025" in region.out
    letters = sto("--data", own, "report", "region", "twente", "--format", "csv").out
    assert "Het Stedelijk Alpha in Enschede is met ons in gesprek over meedoen" in letters
    assert "deed tot en met 31 juli 2025 mee aan Techniekregio Twente" in letters
    assert "geen docent meer" not in letters  # a list is passed on too
    assert "geen docent meer" in sto("--data", own, "school", "show", "02EK01").out
    gaps = json.loads(sto("--data", own, "report", "gaps", "--region", "twente", "--format", "json").out)["rows"]
    assert {row["id"]: row["status"] for row in gaps if row["status"] != "unknown"} == {
        "00AH17": "in_talks", "02EK01": "not_participating",
    }  # fmt: skip


PRIVATE = ("J. Voorbeeld", "voorbeeld.test", "/voorbeeld", "geen docent meer", "kwaad")


@pytest.mark.parametrize(
    "command", [["coverage", "--region", "twente"], ["gaps", "--region", "twente"], ["region", "twente"]]
)
def test_what_is_passed_on_holds_no_notes_folders_or_people(sto, own, tmp_path, command):
    for form in ("html", "xlsx", "docx", "md"):
        run = sto("--data", own, "report", *command, "--output", tmp_path / f"x.{form}")
        assert run.code == 0
        assert "eigen aantekeningen" not in run.err
        content = (tmp_path / f"x.{form}").read_bytes()
        if form in {"xlsx", "docx"}:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        assert not [word for word in PRIVATE if word.encode() in content], form
        assert str(own).encode() not in content


def test_a_list_to_write_letters_from_names_the_contacts_and_says_so(sto, own):
    run = sto("--data", own, "report", "region", "twente", "--format", "csv")
    assert "j@voorbeeld.test" in run.out
    assert "mensen uit uw eigen gegevens" in run.err.lower()


def test_a_fact_that_a_page_speaks_against_is_not_known_and_says_why(sto):
    answer = json.loads(sto("report", "region", "twente", "--format", "json").out)
    [erasmus] = [one for one in answer["unknown"] if one["id"] == "04HR04"]
    assert erasmus["against"].startswith("https://")
    assert "een andere spreekt dat tegen" in " ".join(sto("report", "region", "twente").out.split())


# --- reading back --------------------------------------------------------------------------------------------------


def written(sto, tmp_path, name, *arguments, code=0):
    path = tmp_path / name
    run = sto(*arguments, "--output", path)
    assert run.code == code
    assert (run.out, run.err.splitlines()[-1]) == ("", f"Opgeslagen: {path}")
    return path


def test_csv_opens_right_in_a_dutch_excel(sto, tmp_path):
    path = written(sto, tmp_path, "dekking.csv", "report", "coverage", "--by", "province")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    answer = json.loads(sto("report", "coverage", "--by", "province", "--format", "json").out)
    assert [row["Provincie"] for row in rows] == [*(row["name"] for row in answer["rows"]), "Totaal"]
    for line, row in zip(rows, [*answer["rows"], answer["total"]], strict=True):
        assert int(line["technisch: scholen"]) == row["technical"]["schools"]
        share = line["alle scholen: aandeel minstens"]
        assert re.fullmatch(r"\d+(,\d\d)?%", share)
        assert float(share[:-1].replace(",", ".")) == pytest.approx(100 * row["all"]["rate_low"], abs=0.005)


def test_what_csv_has_no_room_for_goes_to_standard_error(sto):
    run = sto("report", "coverage", "--by", "region", "--format", "csv")
    assert "meer dan één regio" in run.err


def test_xlsx_holds_real_numbers_headings_that_stay_and_what_it_means(sto, tmp_path, register):
    path = written(sto, tmp_path, "dekking.xlsx", "report", "coverage", "--by", "region")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Samenvatting", "Deelname", "Grafiek", "Scholen", "Uitleg", "Bronnen"]
    answer = json.loads(sto("report", "coverage", "--by", "region", "--format", "json").out)
    sheet = book["Deelname"]
    headings = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:AN{1 + len(answer['rows'])}"
    for line, row in zip(sheet.iter_rows(min_row=2), [*answer["rows"], answer["total"]], strict=True):
        cells = dict(zip(headings, line, strict=True))
        assert cells["technisch: scholen"].value == row["technical"]["schools"]
        low = cells["niet-technisch: aandeel minstens"]
        expected = row["non_technical"]["rate_low"]
        known = not row.get("id") or row["all"]["schools"] or register.regions[row["id"]].municipalities
        nothing = "n.v.t." if known else "niet bekend"
        assert low.value == (nothing if expected is None else pytest.approx(expected))
        assert low.number_format == "0.0%"
    schools = list(book["Scholen"].iter_rows(min_row=2, values_only=True))
    assert len(schools) == answer["total"]["all"]["schools"]
    assert sum(row[9] == "doet mee" for row in schools) == answer["total"]["all"]["participating"]
    assert book["Uitleg"]["B1"].value == "24 november 2026"
    assert [row[0].value for row in book["Bronnen"].iter_rows(min_row=2)] == ["STO-regio's", "Scholen", "Deelname"]


@pytest.mark.parametrize("by", ["none", "region", "profile"])
def test_a_workbook_of_the_coverage_draws_its_bars(sto, tmp_path, by):
    book = openpyxl.load_workbook(written(sto, tmp_path, "d.xlsx", "report", "coverage", "--by", by))
    sheet = book["Grafiek"]
    answer = json.loads(sto("report", "coverage", "--by", by, "--format", "json").out)
    counts = [row["all"] for row in answer["rows"]] if by != "none" else list(answer["total"].values())
    with_schools = [one for one in counts if one["schools"]][: sheet.max_row - 1]
    assert [cell.value for cell in sheet[1]][1:4] == ["doen mee", "doen waarschijnlijk mee", "niet bekend"]
    shown = [tuple(cell.value for cell in row[1:4]) for row in sheet.iter_rows(min_row=2)]
    assert shown == [(one["participating"], one["likely"], one["unknown"]) for one in with_schools]
    (chart,) = sheet._charts
    assert [series.val.numRef.f.rpartition("$")[2] for series in chart.series] == [str(sheet.max_row)] * 3


def test_the_sources_are_in_the_language_of_the_report(sto, register):
    dutch = sto("report", "coverage", "--format", "markdown").out
    english = sto("--lang", "en", "report", "coverage", "--format", "markdown").out
    for part in register.parts:
        first = part.source.partition(";")[0].partition(",")[0]
        assert first in english
        sources = [origin.source for origin in part.origins] or [part.source]
        assert all(Translator("nl").text(source) != source for source in sources)
    assert "Openbare webpagina's" in dutch


def test_xlsx_of_gaps_and_trend(sto, tmp_path):
    gaps = openpyxl.load_workbook(written(sto, tmp_path, "g.xlsx", "report", "gaps", "--province", "Zeeland"))
    sheet = gaps["Witte vlekken"]
    assert sheet.max_row - 1 == 5
    assert all(isinstance(cell.value, float | int) for cell in sheet["M"][1:])
    trend = openpyxl.load_workbook(written(sto, tmp_path, "t.xlsx", "report", "trend", "--at", "2024-10-01"))
    assert trend["Verloop"]["A2"].value == datetime(2024, 10, 1)  # noqa: DTZ001 - Excel knows no time zones
    assert "Veranderingen" in trend.sheetnames


def test_text_and_json_go_to_files_as_they_go_to_the_screen(sto, tmp_path):
    assert json.loads(written(sto, tmp_path, "a.json", "report", "gaps").read_text("utf-8"))["report"] == "gaps"
    text = written(sto, tmp_path, "a.txt", "report", "coverage").read_text("utf-8")
    assert text.startswith("Deelname aan STO: Nederland, 24 november 2026\n")
    assert written(sto, tmp_path, "a.md", "report", "coverage").read_text("utf-8").startswith("# Deelname")


def test_a_workbook_also_goes_through_a_pipe(capfdbinary):
    from sto_cli.cli.main import main

    with pytest.raises(SystemExit):
        main(["report", "coverage", "--format", "xlsx"])
    with zipfile.ZipFile(io.BytesIO(capfdbinary.readouterr().out)) as archive:
        assert "xl/workbook.xml" in archive.namelist()


# --- bad input -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (["region", "twnte"], ["“twnte”", "Bedoelt u Techniekregio Twente (twente)?"]),
        (["region", "Rotterdam"], ["rotterdam-noord", "rotterdamzuid"]),
        (["region", "twente", "--plans", "nergens"], ["nergens"]),
        (["region"], ["REGIO"]),
        (["region", "twente", "--short"], ["--short is voor een webpagina", "--output rapport.html"]),
        (["coverage", "--short", "--format", "csv"], ["--short is voor een webpagina"]),
        (["coverage", "--region", "twnte"], ["“twnte”", "Bedoelt u Techniekregio Twente (twente)?"]),
        (["coverage", "--province", "Overijsel"], ["De provincie “Overijsel” bestaat niet", "Bedoelt u Overijssel?"]),
        (["gaps", "--municipality", "Enschedee"], ["geen gemeente “Enschedee”", "Bedoelt u Enschede?"]),
        (["coverage", "--as-of", "2026-13-40"], ["“2026-13-40” is geen dag die bestaat.", "2026-11-24"]),
        (["coverage", "--as-of", "31-2-2026"], ["“31-2-2026” is geen dag die bestaat."]),
        (["coverage", "--as-of", "morgen"], ["“morgen” is geen dag die bestaat."]),
        (["coverage", "--as-of", ""], ["“” is geen dag die bestaat."]),
        (["trend", "--at", "٢٠٢٦-01-01x"], ["is geen dag die bestaat."]),
        (["coverage", "--target", "veel"], ["“veel” is geen percentage.", "van 0 tot en met 100"]),
        (["coverage", "--target", "101"], ["“101” is geen percentage."]),
        (["coverage", "--target", "-5"], ["“-5” is geen percentage."]),
        (["coverage", "--target", "technich=70"], ["Het soort school “technich” bestaat niet"]),
        (["coverage", "--by", "land"], ["--by kan zijn: none, region"]),
        (["coverage", "--format", "pdf"], ["--format kan zijn: text, json, csv, markdown, xlsx, html, docx."]),
        (["coverge"], ["coverge"]),
    ],
)
def test_wrong_use_is_a_sentence_and_exit_2(sto, arguments, sentences):
    run = sto("report", *arguments)
    assert run.code == 2
    assert run.out == ""
    for sentence in sentences:
        assert sentence in run.err


def test_a_folder_that_is_missing_is_named(sto, tmp_path):
    run = sto("report", "coverage", "--output", tmp_path / "geen" / "map" / "x.csv")
    assert run.code == 2
    assert str(tmp_path / "geen" / "map") in run.err.replace("\n", "")
    assert not (tmp_path / "geen").exists()


def test_a_file_that_exists_stays_without_force(sto, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("mijn werk", "utf-8")
    run = sto("report", "coverage", "--output", path)
    assert (run.code, path.read_text("utf-8")) == (2, "mijn werk")
    assert "--force" in run.err
    assert sto("report", "coverage", "--output", path, "--force").code == 0
    assert path.read_text("utf-8-sig").startswith("Soort school;")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("target", "code", "said"),
    [
        (["--target", "50"], 0, "gehaald"),
        (["--target", "75"], 1, "staat niet vast"),
        (["--target", "100"], 1, "staat niet vast"),
        (["--target", "0"], 0, "gehaald"),
        (["--target", "technisch=65"], 0, "gehaald"),
        (["--target", "technical=65", "--target", "non_technical=45"], 1, "staat niet vast"),
        (["--target", "49,8%"], 0, "49,8%"),
    ],
)
def test_exit_1_unless_the_target_is_reached_for_certain(sto, target, code, said):
    run = sto("report", "coverage", *target)
    assert run.code == code
    assert said in run.out


def test_a_target_that_is_missed_whatever_happens(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(
        "as_of: 2026-11\nsource: x\nparticipation:\n"
        "  - {school: 00AQ00, region: stozeeland, status: not_participating}\n",
        "utf-8",
    )
    run = sto("--data", tmp_path, "report", "coverage", "--province", "Zeeland", "--target", "95", "--format", "json")
    assert run.code == 1
    assert json.loads(run.out)["targets"] == [{"group": "all", "target": 0.95, "outcome": "missed"}]


# --- hostile data --------------------------------------------------------------------------------------------------

FORMULA = re.compile(r"^ *[=+\-@\t\r]")


def test_hostile_text_cannot_steer_the_terminal(sto):
    for arguments in (
        ["gaps", "--region", "hostile"],
        ["region", "hostile"],
        ["coverage", "--by", "municipality"],
        ["trend"],
    ):
        run = sto("--data", HOSTILE, "report", *arguments)
        assert run.code == 0
        assert not set(run.out + run.err) & {"\x1b", "\x07", "\u202e"}


def test_hostile_text_is_no_formula_in_csv(sto):
    for arguments in (["gaps", "--region", "hostile"], ["region", "hostile"], ["coverage", "--by", "province"]):
        run = sto("--data", HOSTILE, "report", *arguments, "--format", "csv")
        cells = [cell for row in csv.reader(io.StringIO(run.out.lstrip("\ufeff")), delimiter=";") for cell in row]
        assert any("=1+1" in cell or "@SUM" in cell for cell in cells)
        assert not [cell for cell in cells if FORMULA.match(cell)]


@pytest.mark.parametrize("space", [" ", "\xa0", "\u2003", "\t"], ids=repr)
def test_no_space_before_a_formula_makes_it_harmless(sto, tmp_path, space):
    (tmp_path / "regions.yaml").write_text(
        f'as_of: 2026-01\nsource: x\nregions:\n  - {{id: own, name: "{space}=1+1", municipalities: [Assen]}}\n', "utf-8"
    )
    run = sto("--data", tmp_path, "report", "coverage", "--by", "region", "--region", "own", "--format", "csv")
    names = [row[1] for row in csv.reader(io.StringIO(run.out), delimiter=";")]
    (name,) = [name for name in names if "=1+1" in name]
    assert not name.strip().startswith("=")


def test_hostile_text_stays_text_in_xlsx(sto, tmp_path):
    for number, arguments in enumerate(
        (["gaps", "--region", "hostile"], ["region", "hostile"], ["coverage", "--by", "province"])
    ):
        path = written(sto, tmp_path, f"{number}.xlsx", "--data", HOSTILE, "report", *arguments)
        with zipfile.ZipFile(path) as archive:
            sheets = "".join(archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name)
        assert "=1+1" in sheets or "@SUM" in sheets
        assert "<f>" not in sheets
        assert "<hyperlink" not in sheets
        book = openpyxl.load_workbook(path)
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds


def test_hostile_text_is_no_markup_in_markdown(sto):
    run = sto("--data", HOSTILE, "report", "gaps", "--region", "hostile", "--format", "markdown")
    assert not re.search(r"(?<!\\)<(script|img|b)\b", run.out)
    assert not re.search(r"(?<!\\)\]\(javascript", run.out)
    tables = [line for line in run.out.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {5, 6}


def test_hostile_text_is_whole_in_json(sto):
    rows = json.loads(sto("--data", HOSTILE, "report", "gaps", "--region", "hostile", "--format", "json").out)["rows"]
    assert {row["name"] for row in rows} >= {"=cmd|' /C calc'!A0", "\x1b]0;weg\x07\x1b[31mrood\x1b[0m"}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", [[], ["coverage"], ["gaps"], ["region"], ["trend"]])
def test_help_reads_well(shown_help, golden_words, command, language):
    shown = shown_help(language, "report", *command)
    golden_words(f"help-report{''.join(f'-{word}' for word in command)}.{language}.txt", shown)


def test_a_page_tells_theoretical_schools_apart(sto):
    arguments = ("report", "coverage", "--region", "twente", "--include-theoretical", "--format")
    total = json.loads(sto(*arguments, "json").out)["total"]
    theoretical, schools = total["theoretical"]["schools"], total["all"]["schools"]
    assert 0 < theoretical < schools
    page = sto(*arguments, "html").out
    assert f"{schools - theoretical} scholen met beroepsgericht vmbo" in page
    assert f"{theoretical} scholen met alleen de theoretische leerweg" in page


def test_a_trend_counts_the_entries_of_its_own_region_only(sto, tmp_path):
    own = tmp_path / "participation.yaml"
    entry = "{school: 00AH17, region: twente, status: participating, since: 2020-01-01, as_of: 2021-10-01}"
    own.write_text(f"as_of: 2026-01-01\nsource: eigen lijst\nparticipation:\n  - {entry}\n", encoding="utf-8")
    everywhere = sto("--data", tmp_path, "report", "trend").out
    twente = sto("--data", tmp_path, "report", "trend", "--region", "twente").out
    of = [int(re.search(r"van de (\d+) vermeldingen", text)[1]) for text in (everywhere, twente)]
    assert of[0] > 100 > of[1] > 1


def test_white_spots_tell_a_no_from_what_is_not_known(sto, tmp_path):
    own = tmp_path / "participation.yaml"
    entry = "{school: 00AH17, region: twente, status: not_participating, as_of: 2026-10-01}"
    own.write_text(f"as_of: 2026-10-01\nsource: eigen lijst\nparticipation:\n  - {entry}\n", encoding="utf-8")
    said = sto("--data", tmp_path, "report", "gaps", "--region", "twente").out
    assert "doet er 1 niet mee" in said
    assert "weten we niet of ze meedoen" not in said
