"""A page is passed on: it names web addresses only. Tables for use at home may say more, and say that they do."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from sto_cli.files.personal import without_addresses
from sto_cli.render.visible import page_source, web_address

NOTES = Path(__file__).parent / "notes"
REPORTS = [["coverage"], ["gaps"], ["trend", "--at", "2024-10-01"], ["coverage", "--by", "profile"]]


@pytest.mark.parametrize(
    "command",
    [["--data", NOTES, "report", *one] for one in REPORTS],
    ids=lambda one: one[-1],
)
def test_a_page_names_nobody(sto, command):
    page = sto(*command, "--region", "amsterdam", "--format", "html").out.lower()
    assert "</html>" in page
    assert "piet" not in page
    assert "geheim" not in page
    assert "j.voorbeeld" not in page
    assert "@voorbeeld" not in page


def test_the_page_of_a_region_names_nobody(sto):
    page = sto("--data", NOTES, "report", "region", "amsterdam", "--format", "html").out.lower()
    assert "</html>" in page
    assert not [word for word in ("piet", "geheim", "j.voorbeeld", "@voorbeeld") if word in page]


def test_it_still_names_the_addresses(sto):
    page = sto("--data", NOTES, "report", "gaps", "--region", "amsterdam", "--format", "html").out
    assert 'href="https://voorbeeld.test/"' in page
    assert 'href="https://voorbeeld.test/contact"' in page
    assert "https://voorbeeld.test/lijst" in page
    assert "eigen bestand" in page


def test_the_words_of_the_shipped_register_stay(sto):
    assert "DUO Open Onderwijsdata" in sto("report", "gaps", "--region", "amsterdam", "--format", "html").out


@pytest.mark.parametrize("form", ["csv", "markdown", "xlsx"])
def test_a_table_holds_no_notes_of_the_user_either(sto, tmp_path, form):
    arguments = [
        "report",
        "gaps",
        "--region",
        "amsterdam",
        "--format",
        form,
        "--output",
        tmp_path / f"x.{ENDINGS[form]}",
    ]
    assert sto("--data", NOTES, *arguments).code == 0
    assert not re.findall("piet|geheim|j.voorbeeld", words_of(tmp_path / f"x.{ENDINGS[form]}").lower())


ENDINGS = {"csv": "csv", "markdown": "md", "xlsx": "xlsx"}

ADDRESSES = {
    "https://sto.test/a?b=c#d": "https://sto.test/a?b=c#d",
    "HTTP://sto.test": "http://sto.test",
    " https://sto.test ": "https://sto.test",
    "https://jan:geheim@sto.test/a": "https://sto.test/a",
    "https://jan@sto.test:8080/a": "https://sto.test:8080/a",
    "https://a@b@sto.test/": "https://sto.test/",
    "https://sto.test/?mail=jan@sto.test": "https://sto.test/",
    "https://sto.test/?mail=jan%40sto.test": "https://sto.test/",
    "https://sto.test/#jan@sto.test": "https://sto.test/",
    "https://sto.test (van Jan, jan@sto.test)": None,
    "https://sto.test/ volgens Jan": None,
    "mail van Jan": None,
    "zie https://sto.test": None,
    "mailto:jan@sto.test": None,
    "javascript:alert(1)": None,
    "https://": None,
    "https://@": None,
    "https://[x": None,
    "jan@sto.test": None,
    "": None,
    None: None,
}


@pytest.mark.parametrize("text", ADDRESSES, ids=str)
def test_an_address_is_said_without_what_may_name_a_person(text):
    assert web_address(text) == ADDRESSES[text]
    assert page_source(text, own=True) == ADDRESSES[text]


# Every free text of own data and of a plan names a person, in each way in which one can be named


PEOPLE = Path(__file__).parent / "people"
OWN = ["--data", "pietv/own"]
PLAN = "pietv/plans/plan.yaml"
AMSTERDAM = ["--region", "amsterdam"]


@pytest.fixture
def people(tmp_path, monkeypatch):
    """A folder that is called as its user is, with own data and a plan that name people."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PEOPLE, "pietv/own")
    Path("pietv/plans").mkdir()
    Path("pietv/own/plan.yaml").rename(PLAN)


REACHES = re.compile(r"geheim|@voorbeeld|piet@|06-?12345678|pietv|p\.voorbeeld")
"""A password, a mail address, a telephone number, a folder, the user of an address."""

PAGES = {
    "coverage": ["report", "coverage", *AMSTERDAM],
    "coverage by school": ["report", "coverage", *AMSTERDAM, "--by", "municipality"],
    "gaps": ["report", "gaps", *AMSTERDAM],
    "trend": ["report", "trend", *AMSTERDAM, "--at", "2024-10-01"],
    "region": ["report", "region", "amsterdam"],
    "region with plans": ["report", "region", "amsterdam", "--plans", "pietv/plans"],
    "plans": ["report", "plans", "pietv/plans"],
    "one plan": ["plan", "show", PLAN],
    "school": ["school", "show", "02PA00"],
    "school that does not take part": ["school", "show", "17VF02"],
    "facts of a region": ["region", "show", "amsterdam"],
    "regions": ["region", "list"],
    "sources": ["data", "sources"],
}


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("name", PAGES)
def test_no_page_says_how_to_reach_a_person(sto, name):
    page = sto(*OWN, *PAGES[name], "--format", "html").out
    assert "</html>" in page
    assert not REACHES.findall(page.lower())
    if name not in {"one plan", "plans", "region with plans"}:
        assert "piet" not in page.lower()


def words_of(path):
    """All that stands in a file, in the parts of an archive too."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8").replace("\n ", "").replace("\r", "")
    with zipfile.ZipFile(path) as archive:
        return "\n".join(re.sub("<[^>]*>", "", archive.read(name).decode("utf-8")) for name in archive.namelist())


SENT = {
    "calendar": (["report", "plans", "pietv/plans"], "x.ics"),
    "plans in Word": (["report", "plans", "pietv/plans"], "x.docx"),
    "plans as text": (["report", "plans", "pietv/plans"], "x.md"),
}


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("name", SENT)
def test_what_is_sent_of_plans_says_not_how_to_reach_a_person(sto, name):
    command, output = SENT[name]
    run = sto(*OWN, *command, "--output", output)
    assert run.code == 0, run.err
    assert "Werkplaats klaar" in words_of(Path(output))
    assert not REACHES.findall(words_of(Path(output)).lower())


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("output", ["x.md", "x.docx", "x.txt"])
def test_a_letter_names_nobody_but_who_sends_it(sto, output):
    form = ["--format", "text"] if output == "x.txt" else []
    sto(*OWN, "validate", PLAN, "--letter", *form, "--output", output)
    letter = words_of(Path(output)).lower()
    assert "werkplaats klaar" in letter
    assert set(REACHES.findall(letter)) == {"piet@"}


@pytest.mark.usefixtures("people")
def test_comments_repeat_no_way_to_reach_a_person(sto):
    sto("plan", "convert", PLAN, "--output", "plan.docx")
    with zipfile.ZipFile("plan.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile("named.docx", "w") as archive:  # as Word writes who wrote it
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("docProps/who.xml", "<x>Piet Voorbeeld, piet@voorbeeld.test</x>")
    assert sto(*OWN, "validate", "named.docx", "--comments", "--with-tips").code in {0, 1}
    [copy] = (path for path in Path().glob("named*.docx") if path.name != "named.docx")
    with zipfile.ZipFile(copy) as archive:
        comments = archive.read("word/comments.xml").decode().lower()
    assert "<w:comment " in comments
    assert not REACHES.findall(comments)
    for command in (["validate", "named.docx", "--letter"], ["plan", "show", "named.docx", "--format", "html"]):
        assert "piet voorbeeld, piet@" not in sto(*command).out.lower()


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("form", ["csv"])
def test_a_table_that_names_contacts_says_so(sto, form):
    for name in ("participation.yaml", "regions.yaml"):
        path = Path("pietv/own", name)
        text = re.sub("source: '[^h].*?'", "source: https://voorbeeld.test/", path.read_text())
        path.write_text(text.replace("'mail van Piet'", "https://voorbeeld.test/"))
    Path("pietv/own/schools.yaml").unlink()
    output = f"x.{ {'markdown': 'md'}.get(form, form) }"
    for command in (PAGES["gaps"], PAGES["region"]):
        run = sto(*OWN, *command, "--output", output, "--force")
        assert "Er staan mensen uit uw eigen gegevens in" in run.err
        assert "geheim" not in words_of(Path(output))
        assert "mensen" not in sto(*command, "--output", output, "--force").err


ADDRESSED = {
    "mail jan@sto.test of bel 06-12345678": "mail … of bel …",
    "https://jan:geheim@sto.test/a": "https://sto.test/a",
    "https://jan@sto.test:8080/a?b": "https://sto.test:8080/a?b",
    "https://a@b@sto.test/": "https://sto.test/",
    "ftp://jan:geheim@sto.test": "ftp://sto.test",
    "/home/jan/plan.docx": "/home/…/plan.docx",
    "file:///Users/Jan/plan.docx": "file:///Users/…/plan.docx",
    r"C:\Users\Jan Jansen\plan.docx": r"C:\Users\…\plan.docx",
    r"zie C:\Users\Jan of bel": r"zie C:\Users\… of bel",
    r"\\server\users\jan\plan.docx en verder": r"\\…\plan.docx en verder",
    r"\\server\jan$\Mijn plannen\plan.docx": r"\\…\plan.docx",
    "jan(at)sto.test": "…",
    "mail j.jansen (at) sto.test": "mail …",
    "jan [at] sto [punt] test": "…",
    "jan @ sto.test, lokaal 5": "…, lokaal 5",
    "jan＠sto.test": "…",
    "jan punt jansen apenstaartje sto punt test": "…",
    "jan.jansen@sto; daarna": "…; daarna",
    "Techniek@School": "Techniek@School",
    "lessen @ school. Daarna": "lessen @ school. Daarna",
    "3 @ 2.50 euro": "3 @ 2.50 euro",
    "een punt is een punt": "een punt is een punt",
    "wa.me/31612345678": "wa.me/…",
    "06.12.34.56.78": "…",
    "op 01-10-2026 15:00 uur": "op 01-10-2026 15:00 uur",
    "https://sto.test/x?id=5&token=abc#a": "https://sto.test/x?id=5&token=…#a",
    "https://sto.test/?p=208": "https://sto.test/?p=208",
    "https://sto.test/home/pagina": "https://sto.test/home/pagina",
    "https://sto.test/users/regio": "https://sto.test/users/regio",
    "thuis en in home/school": "thuis en in home/school",
    "1 @ 5 euro": "1 @ 5 euro",
}


@pytest.mark.parametrize("text", ADDRESSED)
def test_what_leads_to_a_person_becomes_three_points(text):
    assert without_addresses(text) == ADDRESSED[text]


@pytest.mark.parametrize("ending", ["docx", "md", "html"])
def test_a_plan_that_is_passed_on_leaves_them_out_in_every_document(sto, tmp_path, ending):
    plan = tmp_path / "plan.yaml"
    plan.write_text("titel: Lab van jan (at) sto.test\nmiddelen:\n  - {post: 'Printer, jan@sto.test', bedrag: 1000}\n")
    sto("plan", "show", plan, "--output", tmp_path / f"x.{ending}")
    said = words_of(tmp_path / f"x.{ending}")
    assert "Printer, …" in said
    assert "sto.test" not in said
    assert "jan@sto.test" in sto("plan", "show", plan).out
