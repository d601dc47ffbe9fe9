"""Whatever a plan can hold goes to Word, and to YAML, and comes back the same."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.model import FORMS, PARTNER_KINDS, QUESTIONS
from sto_cli.plans.reading.form_texts import is_printed
from sto_cli.plans.reading.reading import read_plan
from sto_cli.register.profiles import PROFILES
from sto_cli.render.plan.form import FormContent, plan_form
from sto_cli.render.plan.plan_yaml import plan_yaml

WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).filter(lambda text: text[0].isalpha())
"""Texts of any letters and signs; the space in and around a text is its layout, which no document keeps."""

PLAIN = st.sampled_from([
    "Alle 120 leerlingen maken twee opdrachten.", "In oktober 2026 is de klas klaar.", "Planning", "1e klas", "d1",
    "Doelen: meer techniek", "School: wij", "nee", "no", "ja", "€ 2.400,-", "12.500", "2026-10-01", "a – b – c",
    "# hekje", "'aanhaling'", "“Citaat”", "- streepje", "x: y", "[haken]", "{accolades}", "a & b < c", "☒ ja",
])  # fmt: skip
"""Texts that mean something elsewhere: headings, dates, amounts, signs of YAML and XML."""

TEXTS = st.one_of(PLAIN, SENTENCES).filter(lambda text: not is_printed(text))
LINES = st.lists(TEXTS.filter(lambda text: text[0].isalpha()), min_size=1, max_size=3).map("\n".join)
NAMES = st.from_regex(r"[dg][1-9]", fullmatch=True)
DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))
DAYS = DATES.map(lambda day: f"{day:%Y-%m-%d}") | DATES.map(lambda day: f"{day:%Y-%m}")
AMOUNTS = st.integers(0, 99_999_999).map(lambda n: str(n // 100) if n % 100 == 0 else f"{n // 100}.{n % 100:02d}")


def group(main, **others):
    return st.fixed_dictionaries({main: TEXTS}, optional=others)


def answer(items):
    return st.one_of(LINES, st.lists(st.one_of(TEXTS, items), min_size=1, max_size=4))


PLANS = st.fixed_dictionaries(
    {
        "vision": st.one_of(LINES, st.lists(TEXTS, min_size=1, max_size=3)),
        "goals": answer(group("goal", id=NAMES, measure=TEXTS)),
        "activities": answer(
            group("activity", goals=st.lists(NAMES, min_size=1, max_size=3), form=st.sampled_from(FORMS))
        ),
        "milestones": answer(group("milestone", date=DAYS)),
        "cooperation": answer(group("partner", kind=st.sampled_from(PARTNER_KINDS), how=TEXTS)),
        "resources": answer(group("item", amount=AMOUNTS, cofinancing=st.booleans())),
    },
    optional={
        "title": TEXTS,
        "school": st.just("00AH17"),
        "region": st.just("twente"),
        "profiles": st.lists(st.sampled_from(sorted(PROFILES)), min_size=1, max_size=3, unique=True),
        "forms": st.lists(st.sampled_from(FORMS), min_size=1, max_size=3, unique=True),
        "period": st.fixed_dictionaries({"start": DAYS, "end": DAYS}),
        "total": AMOUNTS,
    },
)


def said(reading):
    """Return what a plan says, without the language of its headings."""
    plan = reading.plan
    facts = (plan.title, plan.school, plan.region, plan.profiles, plan.forms, plan.start, plan.end, plan.total)
    return facts, {key: (getattr(plan, key).style, getattr(plan, key).items) for key in QUESTIONS}


@given(PLANS, st.sampled_from(LANGUAGES))
def test_a_plan_comes_back_from_yaml(data, language):
    once = read_plan(plan_yaml(data, language), "plan.yaml")
    again = read_plan(plan_yaml(once.data, language), "plan.yaml")
    assert once.data == data
    assert said(again) == said(once)


ONE_TEXT = dict.fromkeys(QUESTIONS, "Alle 120 leerlingen maken twee opdrachten.")
"""A plan in which each answer is one text."""


@given(PLANS, st.sampled_from(LANGUAGES))
@example({**ONE_TEXT, "activities": "Planning\nDoelen: meer techniek"}, "nl")
@example({**ONE_TEXT, "goals": "Alle leerlingen kiezen zelf.\nMeetbaar: presentielijst"}, "nl")
@example({**ONE_TEXT, "resources": "Robots en lessen.\nKosten: 1200"}, "en")
@example({**ONE_TEXT, "vision": "Planning\nDoelen: meer techniek"}, "nl")
@example({**ONE_TEXT, "vision": ["Het kan.", "Welke doelen?", "Wanneer?"]}, "nl")
def test_a_plan_comes_back_from_word(data, language):
    once = read_plan(plan_yaml(data, "nl"), "plan.yaml")
    back = read_plan(plan_form(FormContent(once.data), Translator(language)), "plan.docx")
    assert said(back) == said(once)
    assert back.unread == ()
