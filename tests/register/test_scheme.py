"""What is known of the scheme: every statement has a date or says that it has none, a source and a certainty."""

from datetime import date
from pathlib import Path

import pytest
import rules_docs

from sto_cli.messages import LANGUAGES
from sto_cli.plans.rule_pages import FROM_NO_TEXT
from sto_cli.plans.rules import RULES
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.scheme import TOPICS, scheme
from sto_cli.render.findings.rules import CERTAINTY_WORDS

PAGE = Path(__file__).parents[2] / "docs" / "regeling.md"
SCHEME_PUBLISHED = date(2024, 3, 27)


@pytest.mark.parametrize("statement", scheme().statements.values(), ids=lambda one: one.id)
def test_a_statement_is_whole(statement):
    assert statement.topic in TOPICS
    assert statement.certainty in CERTAINTY_WORDS
    assert all(statement.texts[language].endswith(".") for language in LANGUAGES)
    assert statement.sources["nl"]
    assert statement.url or "lyer" in statement.sources["nl"]  # the flyer is a leaflet


@pytest.mark.parametrize("statement", scheme().statements.values(), ids=lambda one: one.id)
def test_a_statement_has_a_date_or_the_time_that_its_page_must_be_of(statement):
    assert (statement.date is None) != (statement.not_before is None)
    assert statement.not_after is None or first_day(statement.not_before) <= last_day(statement.not_after)
    days = filter(None, [statement.date, statement.not_before, statement.not_after])
    assert all(first_day(day) <= first_day(scheme().as_of) for day in days)


@pytest.mark.parametrize("statement", scheme().statements.values(), ids=lambda one: one.id)
def test_the_certainty_fits_the_date(statement):
    """A page from before the scheme cannot quote it, and one on 2018–2024 was written before 2025."""
    earliest = first_day(statement.date or statement.not_before)
    latest = last_day(statement.date or statement.not_after or scheme().as_of)
    if statement.certainty == "quoted":
        assert latest >= SCHEME_PUBLISHED
        assert earliest >= date(2024, 1, 1), "a page that may be older than the scheme does not quote it"
    elif statement.certainty == "draft":
        assert latest < SCHEME_PUBLISHED
    elif statement.certainty == "older":
        assert latest < date(2025, 1, 1)


def test_every_certainty_is_in_use():
    assert {one.certainty for one in scheme().statements.values()} == set(CERTAINTY_WORDS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_source_of_a_rule_exists_and_an_inference_makes_no_error(rule):
    if rule.source in FROM_NO_TEXT:
        return
    statement = scheme().statements[rule.source]
    assert rule.severity != "error" or statement.certainty in {"quoted", "data"}


def test_the_page_on_the_scheme_is_made_of_the_statements():
    """Fails when a statement changed: run `python tools/rules_docs.py`."""
    assert PAGE.read_text("utf-8") == rules_docs.scheme_page()
    assert all(one.sources["nl"] in PAGE.read_text("utf-8") for one in scheme().statements.values())
