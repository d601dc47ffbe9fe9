"""A page is passed on: it names web addresses only. Tables for use at home may say more, and say that they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sto_cli.render.page.sources import page_source, web_address

NOTES = Path(__file__).parent / "notes"
REPORTS = [["coverage"], ["gaps"], ["trend", "--at", "2024-10-01"], ["coverage", "--by", "profile"]]
COMPARED = ["report", "trend", "--against", NOTES]


@pytest.mark.parametrize(
    "command",
    [*(["--data", NOTES, "report", *one] for one in REPORTS), COMPARED],
    ids=lambda one: one[-1] if one is not COMPARED else "compared",
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
def test_a_table_for_use_at_home_says_that_it_says_more(sto, tmp_path, form):
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
    assert "aantekeningen" in sto("--data", NOTES, *arguments).err
    assert "aantekeningen" not in sto(*arguments, "--force").err


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
