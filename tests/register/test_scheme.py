"""What is known of the scheme: every statement has a date or says that it has none, a source and a certainty."""

import re
from pathlib import Path

import pytest
import rules_docs

from sto_cli.messages import LANGUAGES
from sto_cli.plans.rule_pages import FROM_NO_TEXT
from sto_cli.plans.rules import RULES
from sto_cli.register.scheme import TOPICS, scheme
from sto_cli.render.register.scheme import CERTAINTY_WORDS

PAGE = Path(__file__).parents[2] / "docs" / "regeling.md"


@pytest.mark.parametrize("statement", scheme().statements.values(), ids=lambda one: one.id)
def test_a_statement_is_whole(statement):
    assert statement.topic in TOPICS
    assert statement.certainty in CERTAINTY_WORDS
    assert all(statement.texts[language].endswith(".") for language in LANGUAGES)
    assert statement.sources["nl"]
    assert statement.date is None or re.fullmatch(r"20\d\d-\d\d(-\d\d)?", statement.date)
    assert statement.url or "lyer" in statement.sources["nl"]  # the flyer is a leaflet


def test_what_is_dated_before_the_scheme_is_called_older():
    """The pages of 2018 to 2022 speak of the scheme before this one."""
    early = [one for one in scheme().statements.values() if one.date and one.date < "2023"]
    assert early
    assert {one.certainty for one in early} == {"older"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_the_source_of_a_rule_exists_and_an_inference_makes_no_error(rule):
    if rule.SOURCE in FROM_NO_TEXT:
        return
    statement = scheme().statements[rule.SOURCE]
    assert rule.SEVERITY != "error" or statement.certainty == "quoted"


def test_the_page_on_the_scheme_is_made_of_the_statements():
    """Fails when a statement changed: run `python tools/rules_docs.py`."""
    assert PAGE.read_text("utf-8") == rules_docs.scheme_page()
    assert all(one.sources["nl"] in PAGE.read_text("utf-8") for one in scheme().statements.values())
