"""What the program writes it reads, whatever it accepts: each writer with texts that nobody would write."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
from unicodedata import category

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sto_cli.cli.main import main
from sto_cli.errors import UsageProblem
from sto_cli.files.cells import as_written, cell_text
from sto_cli.lists.decisions import Decision
from sto_cli.lists.results import Question
from sto_cli.lists.review_file import read_review
from sto_cli.messages import Translator
from sto_cli.plans.draft import Draft
from sto_cli.plans.model import Activity, Goal, Milestone, Partner, Resource
from sto_cli.plans.reading.reading import read_plan
from sto_cli.register.imports.write import part_text
from sto_cli.register.load import keep, recall
from sto_cli.register.part_file import part_of
from sto_cli.render.lists.linked_rows import review_csv
from sto_cli.render.plan.plan_yaml import plan_yaml
from sto_cli.render.plan.template import plan_template

ODD = [
    "", " ", "no", "ja", "2021", "0612345678", "1e5", "2026-01-01", "12:30", "null", "~", "- x", "? x", ": x", "a: b",
    "# x", "a # b", "'", '"', "'a'", '"a"', "''", "{x", "[x]", "&a", "*a", "!x", "| x", "> x", "%x", "@x", "`x", "a\nb",
    "a\n\nb", "a\r\nb", "\ta", "a\tb", " a ", "a\x85b", "a\u2028b", "\ufeffa", "a\u200bb", "\x1b[31m", "a\u202eb",
    "=1+1", "-1", "+x", "'=1", "a;b", "a,b", '"a;b', "a|b", "--- x", "...", "é", "e\u0301", "😀", "\\", "a\\nb", "<b>",
    "&amp;", "\x00", "\x7f", "\ufffe",
]  # fmt: skip
TEXTS = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CODES = st.sampled_from(["00AH17", "00AH07", "17VN09", "25GE02"])
DATES = st.sampled_from(["2021", "2021-10", "2021-10-01", "0001", "9999-12-31"])

# Own data


CLAIMS = st.fixed_dictionaries(
    {"school": CODES, "region": st.just("twente"), "status": st.sampled_from(["participating", "not_participating"])},
    optional={
        "since": DATES,
        "as_of": DATES,
        "source": TEXTS,
        "note": TEXTS,
        "contact": st.fixed_dictionaries({"role": st.just("school-contact"), "name": TEXTS}),
    },
)


@given(st.lists(CLAIMS, max_size=3), DATES, TEXTS, TEXTS)
def test_own_participation(entries, as_of, source, comment):
    try:
        text = part_text("participation", entries, as_of, source, comment=comment)
    except UsageProblem:
        return  # it said so, and nothing is written
    part = part_of("participation", text.encode().decode(), "x")
    assert part.findings == []
    assert (part.entries, part.as_of, part.source) == (entries, as_of, source)


@given(st.lists(st.tuples(CODES, TEXTS, TEXTS, TEXTS), max_size=3, unique_by=lambda one: one[0]), TEXTS)
def test_schools(schools, source):
    entries = [
        {"id": code, "name": name, "former_names": [former], "names_in_use": [{"name": name, "source": former}],
         "address": {"street": street, "place": name}, "municipality": street, "profiles": {"PIE": ["bl"]}}
        for code, name, former, street in schools
    ]  # fmt: skip
    try:
        text = part_text("schools", entries, "2026-11", source)
    except UsageProblem:
        return
    part = part_of("schools", text.encode().decode(), "x")
    assert part.findings == []
    assert (part.entries, part.source) == (entries, source)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12) | st.sampled_from(
    [one for one in ODD if "\0" not in one]
)


@pytest.mark.parametrize("separator", [";", ","])
@settings(max_examples=settings().max_examples // 10)  # dear
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=5), source=CELLS)
@example(rows=[("a\nb", "c\rd", "ja", "2021")], source="x: y")
@example(rows=[("'=1", "\ufeff", "nee", "1-8-2023"), ("", "", "", "")], source="\x85")
def test_a_list_is_imported_and_everything_reads_it(tmp_path_factory, separator, rows, source):
    folder = tmp_path_factory.mktemp("made")
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as stream:
        made = [["School", "Plaats", "Deelname", "Sinds"], ["Het Stedelijk Alpha", "Enschede", "ja", ""], *rows]
        csv.writer(stream, delimiter=separator).writerows(made)
    own = folder / "own"
    words = ["data", "import", "participation", folder / "list.csv", "--region", "twente", "--as-of", "2026-11"]
    words += ["--yes", f"--source={source}", "--output", own]
    first = ended(*words)
    assert own.exists() == (first == 0)
    if first == 0:
        written = {path.name: path.read_bytes() for path in own.iterdir() if path.is_file()}
        assert ended(*words) == 0  # the review file that it wrote is read, and the data
        assert {
            path.name: path.read_bytes() for path in own.iterdir() if path.is_file()
        } == written  # and says the same again
        for command in (["data", "check"], ["find-region", "00AH17"], ["report", "coverage"]):
            assert ended("--data", own, *command) == 0
    shutil.rmtree(folder)


def ended(*words):
    said = io.StringIO()
    with pytest.raises(SystemExit) as stop, contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        main([str(word) for word in words])
    return int(stop.value.code or 0)


# Decisions and the file in which they are asked


ASKED = TEXTS.map(lambda text: as_written(cell_text(text)))  # as a list gives them, once it was written by sto
QUESTIONS = st.builds(Question, name=ASKED, place=ASKED, street=ASKED, postcode=ASKED, code=ASKED, website=ASKED)


@given(st.lists(st.tuples(QUESTIONS, st.none() | CODES), max_size=4))
@example([(Question(name="=1+1", place="a;b\nc"), "00AH17")])
@example([(Question(website="\x08@"), None)])  # its first sign leaves the program as another
def test_the_choices_in_a_review_file(tmp_path_factory, made):
    decided = {question.plain: Decision(question, school) for question, school in made if question.plain != Question()}
    path = tmp_path_factory.mktemp("review") / "participation-review-twente.csv"
    for language in ("nl", "en"):
        path.write_text(review_csv([], decided.values(), Translator(language)), encoding="utf-8", newline="")
        read = read_review(path, {"00AH17", "00AH07", "17VN09", "25GE02"})
        assert read.wrong == []
        assert [one.school for one in read.made.values()] == [one.school for one in decided.values()]
        assert list(read.made) == list(decided)


# A plan that was asked for


ANSWERS = TEXTS.filter(lambda text: text.strip() and text.isprintable())


@settings(max_examples=settings().max_examples // 4)  # dear
@given(ANSWERS, ANSWERS, st.lists(ANSWERS, min_size=1, max_size=3), st.sampled_from(["nl", "en"]))
def test_a_plan_that_was_asked_for(title, vision, texts, language):
    draft = Draft(
        title=title,
        vision=vision,
        goals=[Goal(text, f"d{at}", text) for at, text in enumerate(texts)],
        activities=[Activity(text, (f"d{at}",)) for at, text in enumerate(texts)],
        milestones=[Milestone(text) for text in texts],
        cooperation=[Partner(text, None, text) for text in texts],
        resources=[Resource(text) for text in texts],
    )
    reading = read_plan(plan_template(draft, Translator(language)).encode(), "plan.yaml")
    assert [one for one in reading.findings if one.severity == "error"] == []
    data = reading.english.data
    assert (data["title"], data["vision"].strip()) == (title.strip(), vision.strip())
    for key, part in (("goals", "goal"), ("activities", "activity"), ("milestones", "milestone"),
                      ("cooperation", "partner"), ("resources", "item")):  # fmt: skip
        assert [one[part] for one in data[key]] == [text.strip() for text in texts]


def seen(text):
    """A text as it is seen: in a plan odd spaces are spaces, and so are signs that do not show."""
    plain = "".join(" " if category(sign) in {"Zs", "Cf"} else sign for sign in text)
    return re.sub(r" *([\n\x85\u2028\u2029]) *", r"\1", re.sub(" +", " ", plain)).strip()


@settings(max_examples=settings().max_examples // 4)  # dear
@given(TEXTS.filter(seen))
@example("a\x85b")
@example("a\u2028b")
@example("0\xa00")
def test_a_plan_that_was_converted(text):
    written = plan_yaml({"title": text, "goals": [{"goal": text, "measure": text}]}, "nl")
    data = read_plan(written.encode(), "plan.yaml").english.data
    assert seen(data["title"]) == seen(data["goals"][0]["goal"]) == seen(text)


# What is kept between two runs


NAMES = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=9).filter(
    lambda name: name not in {".", ".."}
)


@given(st.lists(st.binary(), max_size=3), TEXTS.map(lambda text: "".join(text.split())).filter(bool))
def test_a_copy_in_the_cache(tmp_path_factory, pieces, state):
    folder = tmp_path_factory.mktemp("cache")
    keep(folder, "x", state, pieces)
    assert recall(folder, "x", state) == b"".join(pieces)
    assert recall(folder, "x", f"{state}1") is None
