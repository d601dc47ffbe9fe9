"""Saying messages: the catalogue against gettext itself, numbers, dates, counted things."""

from __future__ import annotations

import ast
import gettext
from datetime import date

import pytest
import texts

from sto_cli.messages import Translator, counted, message
from sto_cli.messages.translator import LOCALE_FOLDER, Catalogue


def test_every_text_is_found_as_gettext_finds_it(catalogue):
    whole = gettext.translation("sto", LOCALE_FOLDER, languages=["nl"])
    ours = Catalogue(LOCALE_FOLDER / "nl" / "LC_MESSAGES" / "sto.mo")
    entries = [entry for entry in catalogue if entry.id]
    assert len(entries) > 1000
    for entry in entries:
        if isinstance(entry.id, tuple):
            assert ours.forms(entry.id[0]) == tuple(whole.ngettext(*entry.id, number) for number in (1, 2))
        else:
            assert ours.forms(entry.id) == (whole.gettext(entry.id),)


def calls_in(tree: ast.AST) -> list[ast.Call]:
    """The calls of what is extracted."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if getattr(call.func, "id", "") in texts.KEYWORDS]


def test_every_text_in_the_code_is_extracted(catalogue):
    """Babel looks into no f-string: what is said inside of one would stay English, unless it stands elsewhere too."""
    known = {entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in catalogue}
    wrong, spoken = [], 0
    for path in sorted((texts.ROOT / "sto_cli").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        within = {call for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in calls_in(node)}
        for call in calls_in(tree):
            text = getattr(call.args[0], "value", None) if call.args else None
            if isinstance(text, str) and text:
                spoken += 1
                wrong += [f"{path.name}:{call.lineno} {text}"] if text not in known or call in within else []
    assert spoken > 1000
    assert wrong == []


@pytest.mark.parametrize("text", ["", "a", "zzz", "There is no such text.", "é"])
def test_a_text_that_is_not_there_gives_nothing_or_the_heading(text):
    assert Catalogue(LOCALE_FOLDER / "nl" / "LC_MESSAGES" / "sto.mo").forms(text) == () or text == ""


def test_the_empty_text_stays_empty():
    assert [Translator(language).text("") for language in ("nl", "en")] == ["", ""]


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [(0, "0 scholen", "0 schools"), (1, "1 school", "1 school"), (1200, "1.200 scholen", "1,200 schools")],
)
def test_counted_things(number, nl, en):
    schools = counted("{n} school", "{n} schools", number)
    assert (Translator("nl").say(schools), Translator("en").say(schools)) == (nl, en)


def test_values_are_written_as_people_of_the_language_do():
    text = message("{a} {b} {c} {d}", a=12500.5, b=date(2021, 10, 1), c=True, d=message("yes"))
    assert Translator("nl").say(text) == "12.500,5 1 oktober 2021 ja ja"
    assert Translator("en").say(text) == "12,500.5 1 October 2021 yes yes"


def test_a_name_with_a_full_stop_of_its_own_ends_the_sentence():
    almelo = message("It lies in {name}. Ask {name}.", name="Almelo e.o.")
    assert Translator("en").say(almelo) == "It lies in Almelo e.o. Ask Almelo e.o."
    assert Translator("en").say(message("Write {name}.yaml.", name="plan.")) == "Write plan..yaml."


def test_values_with_braces_are_left_as_they_are():
    assert Translator("nl").say(message("“{name}” is missing here.", name="{0}")) == "“{0}” ontbreekt hier."


NEVER_IN_DUTCH = (
    "struikel", "meedoen met", "men zegt", "schrijf aan", "weggeschreven", "sjabloon",
    "uw oog", "bevinding", " gemerkt", "kenmerk", " haar ", "de brin ",
)  # fmt: skip
"""Words that plain Dutch for schools avoids; each has a better one in the same place elsewhere."""


@pytest.fixture(scope="module")
def dutch(catalogue):
    return [
        form for one in catalogue if one.id for form in ([one.string] if isinstance(one.string, str) else one.string)
    ]


@pytest.mark.parametrize("word", NEVER_IN_DUTCH)
def test_dutch_texts_use_the_agreed_terms(dutch, word):
    assert [text for text in dutch if word in text.lower()] == []
