"""A form that is filled in says the same after whatever programs and people do to it, or the rest is named."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.reading import read_plan
from sto_cli.render.plan.form import FormContent, plan_form

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "files" / "word"))
from edits import EDITS, PACKINGS, edited  # noqa: E402
from word_xml import document, p, packed, tbl, tc, tr  # noqa: E402

FULL = ("zorg-en-techniek-aan-bed", "techniek-bwi-pie-energietransitie", "groen-slimme-kas")
"""Plans with a list under every question, with names, kinds, amounts and dates."""


def given(name):
    path = ROOT / "examples" / "plans" / f"{name}.yaml"
    return read_plan(path.read_bytes(), path.name)


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def form(name, language):
    return parts_of(plan_form(FormContent(given(name).english.data), Translator(language)))


def said(reading):
    """Return what a plan says; the words of a text without the space and the dashes between them."""
    plan = reading.plan
    facts = (
        plan.title,
        plan.school,
        plan.region,
        plan.profiles,
        plan.forms,
        iso(plan.start),
        iso(plan.end),
        plan.costs,
    )
    return facts, {key: [item_said(item) for item in getattr(plan, key).items] for key in QUESTIONS}


def iso(when):
    return when and when.iso


def item_said(item):
    return {
        name: value if not isinstance(value, str) else " ".join(value.split())
        for name in item.__dataclass_fields__
        if name not in {"path", "written", "date", "amount"} and (value := getattr(item, name))
    } | {name: getattr(item, name).written for name in ("date", "amount") if getattr(item, name, None)}


@pytest.mark.sample(12)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_the_plan_stays_the_same(edit, name, language):
    parts = form(name, language)
    parts["word/document.xml"] = edited(parts["word/document.xml"], edit)
    after = read_plan(packed(parts), "plan.docx")
    assert said(after) == said(given(name))


@pytest.mark.parametrize("packing", PACKINGS, ids=lambda packing: packing.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_however_it_is_packed(packing, language):
    after = read_plan(packed(packing(form(FULL[0], language))), "plan.docx")
    assert said(after) == said(given(FULL[0]))


SAVED = sorted((ROOT / "tests" / "files" / "word" / "libreoffice").glob("*.docx"))
"""Forms that LibreOffice 25.2 opened and saved: as Word documents, and by way of its own kind of file (.odt)."""


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_what_libreoffice_saved_says_the_same(path):
    name = path.stem.removesuffix("-saved").removesuffix("-from-odt")
    after = read_plan(path.read_bytes(), path.name)
    assert said(after) == said(given(name))
    assert after.unread == ()


def test_a_document_with_more_than_a_plan_can_hold_is_refused_at_once():
    content = document(p("Doelen", style="Kop1") + p("Wij willen meer techniek.") * 6000)
    assert [finding.rule for finding in read_plan(content, "plan.docx").findings] == ["too-large"]


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("around", ["cells", "rows", "paragraphs"])
def test_a_form_of_which_all_answers_are_prompts_of_controls_has_none(around):
    answers = {
        "Regiovisie": ["Bijvoorbeeld: wij versterken de regio met een lab waarin 120 leerlingen per jaar werken."],
        "Doelen": ["d1", "In 2027 kiezen 40 leerlingen voor techniek."],
        "Activiteiten": ["Lessen bij bedrijven, tien weken lang, in leerjaar 2."],
        "Mijlpalen": ["1 oktober 2026", "Het lokaal is ingericht."],
        "Samenwerking": ["ROC van Twente", "mbo", "geeft lessen"],
        "Middelen": ["3D-printers", "€ 6.000"],
    }
    body = ""
    for heading, cells in answers.items():
        texts = [p(one) for one in cells]
        if around == "paragraphs":
            inside = PROMPT.format("".join(texts))
        elif around == "cells":
            inside = tbl(f"<w:tr>{''.join(PROMPT.format(tc(one)) for one in texts)}</w:tr>")
        else:
            inside = tbl(PROMPT.format(tr(*map(tc, texts))))
        body += p(heading, style="Kop1") + inside
    plan = read_plan(document(body), "plan.docx").plan
    assert [getattr(plan, key).items for key in QUESTIONS] == [()] * 6
    assert plan.costs is None


class TestMergedCells:
    OPEN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

    def test_a_date_over_two_rows_counts_for_both(self):
        table = tbl(
            tr("Wanneer", "Mijlpaal"),
            tr(tc(p("oktober 2026"), properties=self.OPEN), "Het lokaal is ingericht"),
            tr(tc(p(""), properties=self.ON), "De eerste klas is begonnen"),
        )
        found = read_plan(document(p("Planning", style="Kop1") + table), "plan.docx").plan.milestones.items
        assert [(one.text, one.date.iso) for one in found] == [
            ("Het lokaal is ingericht", "2026-10"), ("De eerste klas is begonnen", "2026-10"),
        ]  # fmt: skip

    def test_what_stands_beside_a_partner_over_two_rows_is_put_together(self):
        table = tbl(
            tr("Partner", "Hoe"),
            tr(tc(p("ROC van Twente"), properties=self.OPEN), "geeft lessen"),
            tr(tc(p(""), properties=self.ON), "leent machines"),
        )
        [found] = read_plan(document(p("Partners", style="Kop1") + table), "plan.docx").plan.cooperation.items
        assert (found.text, found.how) == ("ROC van Twente", "geeft lessen\nleent machines")
