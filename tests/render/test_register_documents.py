"""What the register knows, in every format; a page of it names no person and repeats nobody's own notes."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from sto_cli.messages import Translator
from sto_cli.register.facts import facts_of_region, facts_of_school
from sto_cli.register.load import load_register
from sto_cli.register.sources import origins
from sto_cli.render.formats import Look
from sto_cli.render.register.regions import ONE_REGION, REGIONS
from sto_cli.render.register.schools import ONE_SCHOOL
from sto_cli.render.register.sources import ORIGINS

DAY = date(2026, 11, 24)
NOTE = "told by the coordinator on the phone"
REGIONS_FILE = f"""as_of: 2026-11
source: {NOTE}
regions:
  - {{id: twente, contact: {{role: programme-manager, name: Somebody Known}}, sources: [{NOTE}]}}
"""
PARTICIPATION_FILE = f"""as_of: 2026-11
source: {NOTE}
participation:
  - {{school: 00AH17, region: twente, status: participating, source: {NOTE}}}
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    (folder / "regions.yaml").write_text(REGIONS_FILE, "utf-8")
    (folder / "participation.yaml").write_text(PARTICIPATION_FILE, "utf-8")
    register = load_register([folder])
    region = facts_of_region(register, register.regions["twente"], DAY)
    return {
        "regions": (REGIONS, [region]),
        "region": (ONE_REGION, region),
        "school": (ONE_SCHOOL, facts_of_school(register, register.schools["00AH17"], DAY)),
        "origins": (ORIGINS, origins(register, DAY)),
    }


def written(answers, name, form_name, language="en"):
    view, answer = answers[name]
    form = next(form for form in view.formats() if form.name == form_name)
    return view.write(form, answer, Look(Translator(language)))


@pytest.mark.parametrize("name", ["regions", "region", "school", "origins"])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "xlsx", "html", "docx"])
def test_each_has_every_format(answers, name, form):
    content = written(answers, name, form)
    assert content if isinstance(content, str | bytes | bytearray | dict) else list(content)


def test_a_table_is_csv_and_one_school_is_none(answers):
    assert "Almelo" in written(answers, "region", "csv")
    assert ";twente;" in written(answers, "regions", "csv").splitlines()[1]
    assert "csv" not in {form.name for form in ONE_SCHOOL.formats()}


PASSED_ON = ("html", "markdown", "xlsx", "docx")


def words(answers, name, form):
    """Return all that a format holds, unpacked."""
    content = written(answers, name, form)
    if form in {"xlsx", "docx"}:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(part).decode("utf-8", "replace") for part in packed.namelist())
    return content if isinstance(content, str) else " ".join(text for line in content for text, _ in line)


@pytest.mark.parametrize("name", ["region", "school", "origins"])
def test_what_is_passed_on_leaves_out_what_the_screen_repeats(answers, name):
    assert name == "region" or NOTE in words(answers, name, "text")
    assert NOTE not in str(written(answers, name, "json"))
    assert [form for form in PASSED_ON if NOTE in words(answers, name, form)] == []


def test_what_is_passed_on_names_no_person(answers):
    assert "Somebody Known" in words(answers, "region", "text")
    assert [form for form in PASSED_ON if "Somebody Known" in words(answers, "region", form)] == []
