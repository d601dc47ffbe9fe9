"""One region: every school stands once where it belongs, and each is written to as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_file
from sto_cli.register.load import load_register
from sto_cli.reports.coverage import coverage
from sto_cli.reports.plan_summary import PlanSummary, summary_of
from sto_cli.reports.region import region_report
from sto_cli.reports.region_schools import NOTHING_TO_DO, unfinished
from sto_cli.reports.selection import Selection
from sto_cli.steps.plan import MAP

HERE = Path(__file__).parent
DAY = date(2026, 11, 24)
ENGLISH = Translator("en")


@pytest.fixture(scope="module")
def small():
    return load_register([HERE / "small"], shipped=False)


@pytest.fixture(scope="module")
def shipped():
    return load_register()


def report_on(register, region, *plans):
    entries = [summary_of(judge_file(HERE / "plans" / name, register, DAY), register, DAY) for name in plans]
    return region_report(register, register.regions[region], DAY, entries if plans else None)


def letter(report, code):
    (school,) = [one for one in (*report.schools, *report.apart) if one.school.id == code]
    written = report.letter(school)
    return ENGLISH.say(written.subject), " ".join(map(ENGLISH.say, written.sentences))


def test_schools_stand_by_how_they_stand_and_those_nearby_apart(small):
    report = report_on(small, "east")
    assert [(one.school.id, one.standing) for one in report.schools] == [
        ("01AA01", "not_participating"),
        ("01AA02", "unknown"),
        ("01AA00", "participating"),
    ]
    assert [one.school.id for one in report.shared] == ["03CC00", "03CC01"]
    assert report.nearby == ()  # the only school of no region has no coordinates


@pytest.mark.sample(1)
@pytest.mark.parametrize("first", range(6))
def test_its_figures_are_those_of_coverage_for_every_region(shipped, first):
    for region in [*shipped.regions.values()][first::6]:
        report = region_report(shipped, region, DAY)
        figures = coverage(shipped, DAY, selection=Selection((region,)))
        assert (report.total, len(report.schools)) == (figures.total, figures.total.all.schools)
        assert [one.nearby for one in report.nearby] == list(figures.nearby)


def test_the_contact_follows_the_step_plan_and_the_letter_goes_to_the_school(shipped):
    report = report_on(shipped, "twente")
    first = report.standing("participating")[0]
    assert (first.contact.role, first.addressee.role) == ("school-contact", "school-contact")
    assert first.contact.url == shipped.regions["twente"].page
    near = report_on(shipped, "achterhoeknoordtwente").nearby[0]
    assert (near.contact.role, near.contact.url) == ("programme-manager", MAP)
    assert (near.addressee.role, near.addressee.url) == ("school-management", near.school.website)


def test_each_letter_says_what_is_asked_of_this_school(small, shipped):
    east, twente = report_on(small, "east"), report_on(shipped, "twente")
    assert letter(east, "01AA02")[0] == "Does Groen Oost in Oostdorp take part in STO Oost?"
    assert "expressly welcome" in letter(east, "01AA02")[1]
    assert "https://vmbogroen.nl/" in letter(east, "01AA02")[1]
    assert "STO Oost and STO West. We do not know to which of them it belongs" in letter(east, "03CC01")[1]
    assert "took part in STO Oost until 31 December 2025." in letter(east, "01AA01")[1]
    assert "Is that still right" in letter(east, "01AA00")[1]
    assert "Does that hold for this location too?" in letter(twente, "02EK00")[1]
    deventer = report_on(shipped, "achterhoeknoordtwente")
    subject, text = letter(deventer, deventer.nearby[0].school.id)
    assert subject.startswith("To which STO region does")
    assert MAP in text


STATUSES = (
    "  - {school: 00AH17, region: twente, status: in_talks}\n"
    "  - {school: 02EK00, region: twente, status: participating, until: 2025-07-31}\n"
    "  - {school: 02EK00, region: twente, status: not_participating, since: 2025-08-01}\n"
    "  - {school: 19FF00, region: twente, status: not_participating}\n"
)


def test_each_status_has_a_sentence_of_its_own(tmp_path):
    (tmp_path / "participation.yaml").write_text(
        f"as_of: 2026-10\nsource: eigen lijst\nparticipation:\n{STATUSES}", encoding="utf-8"
    )
    report = report_on(load_register([tmp_path]), "twente")
    assert "is in talks with us about taking part" in letter(report, "00AH17")[1]
    assert "took part in Techniekregio Twente until 31 July 2025." in letter(report, "02EK00")[1]
    assert "does not take part in Techniekregio Twente yet." in letter(report, "19FF00")[1]


def test_with_plans_a_school_is_written_to_about_its_plan_or_asked_for_one(shipped):
    report = report_on(shipped, "twente", "alpha.yaml", "bakkerij.yaml")
    assert "All six questions have an answer" in letter(report, "00AH17")[1]
    assert "Would you send it to us?" in letter(report, "02DO01")[1]
    collect = next(task for task in report.tasks if task.kind == "collect_plans")
    assert "00AH17" not in [one.school.id for one in collect.schools]
    assert len(collect.schools) == len((*report.standing("participating"), *report.standing("likely"))) - 1
    assert report.plans.totals.plans == len([entry for one in report.schools for entry in one.plans])


def test_a_plan_with_open_questions_goes_back(shipped, tmp_path):
    plan = tmp_path / "half.yaml"
    plan.write_text("title: Half\nschool: 00AH17\nregion: twente\nvision: We fit the vision well enough.\n", "utf-8")
    entry = summary_of(judge_file(plan, shipped, DAY), shipped, DAY)
    report = region_report(shipped, shipped.regions["twente"], DAY, [entry])
    assert [one.school.id for task in report.tasks if task.kind == "finish_plans" for one in task.schools] == ["00AH17"]
    assert letter(report, "00AH17") == (
        "Your plan “Half”",
        "Thank you for the plan “Half”. Questions 2, 3, 4, 5 and 6 have no answer yet.",
    )


def test_plans_of_others_are_counted_and_left_out(shipped):
    report = report_on(shipped, "kampen", "alpha.yaml")
    assert (report.plans.plans, len(report.plans.left_out.elsewhere), report.plans.left_out.adrift) == ((), 1, ())


def test_tasks_name_only_what_there_is(small, shipped):
    assert [task.kind for task in report_on(small, "east").tasks] == ["ask", "invite", "place"]
    assert [task.kind for task in report_on(shipped, "twente").tasks] == ["ask", "confirm"]
    assert report_on(shipped, "almere").tasks == ()
    assert "Nothing is open" in ENGLISH.say(NOTHING_TO_DO)


@pytest.mark.parametrize(("open_questions", "findings", "is_open"), [((), {}, False), ((4,), {}, True),
                         ((), {"error": 1}, True), ((), {"warning": 2, "tip": 3}, False)])  # fmt: skip
def test_a_plan_is_unfinished_by_an_open_question_or_an_error(small, open_questions, findings, is_open):
    school = report_on(small, "east").schools[0]
    plan = PlanSummary("plan.yaml", readable=True, findings=findings, open_questions=open_questions)
    assert unfinished(replace(school, plans=(plan,))) is is_open
