"""What is said of a flaw in an own file, word for word, with the way out."""

from __future__ import annotations

import pytest

from sto_cli.messages import Translator
from sto_cli.register.load import read_register

HEAD = "as_of: 2026-11\nsource: own data\n"


@pytest.fixture
def flaws(tmp_path):
    """Return the sentence and the hint for each flaw of the entries of one file."""

    def read(kind, body):
        (tmp_path / f"{kind}.yaml").write_text(body, "utf-8")
        say = Translator("en").say
        _, findings = read_register([tmp_path], shipped=False)
        return [(say(one.message), one.hint and say(one.hint)) for one in findings]

    return read


POSSIBLE = "Possible here: participating, in_talks, not_participating."


@pytest.mark.parametrize(
    ("status", "sentence", "hint"),
    [
        ("participatin", "“participatin” is not right here.", "Did you mean “participating”?"),
        ("ja", "“ja” is not right here.", POSSIBLE),
        ("[ja]", "… is not right here.", POSSIBLE),
        ("{a: ja}", "… is not right here.", POSSIBLE),
        ("x" * 58, f"“{'x' * 58}” is not right here.", POSSIBLE),
        ("x" * 59, f"“{'x' * 57}…” is not right here.", POSSIBLE),
    ],
)
def test_a_word_that_is_not_known_is_shown_in_short_with_what_is(flaws, status, sentence, hint):
    body = f"{HEAD}participation:\n  - {{school: 01AA01, region: east, status: {status}}}\n"
    found = [one for one in flaws("participation", body) if "right here" in one[0]]
    assert found == [(sentence, hint)]


@pytest.mark.parametrize(
    ("body", "sentence", "hint"),
    [
        ("", "This file is empty.", "Look whether it was saved. If nothing should be in it, take the file away."),
        (f"{HEAD}regions: east\n", "Here belongs a list, not “east”.", None),
        (f"{HEAD}regions: [east]\n", "Here belongs a group of words with values, not “east”.", None),
        (f"{HEAD}regions:\n  - {{id: east, name: [a]}}\n", "Here belongs a text, not ….", None),
        (f"{HEAD}regions:\n  - {{id: East, name: a}}\n", "“East” is not right here.",
         "Look how the other entries write it."),
        (f"{HEAD}regions:\n  - {{id: east, nam: a}}\n", "“nam” is not known here.", "Did you mean “name”?"),
        ("source: x\nregions: []\n", "“as_of” is missing here.", "Add a line “as_of: …”."),
        ("as_of: 1-10-2026\nsource: x\nregions: []\n", "“1-10-2026” is not right here.", "Write 2026-10-01."),
        ("as_of: straks\nsource: x\nregions: []\n", "“straks” is not right here.", None),
    ],
)  # fmt: skip
def test_a_flaw_is_said_with_the_way_out(flaws, body, sentence, hint):
    found = dict(flaws("regions", body))
    assert sentence in found
    if hint:
        assert found[sentence] == hint


@pytest.mark.parametrize(("number", "said"), [(99, 99), (100, 100), (101, 100)])
def test_a_hundred_flaws_are_said_and_no_more(flaws, number, said):
    entries = "".join(f"  - {{id: e{at}, name: [a]}}\n" for at in range(number))
    assert len(flaws("regions", f"{HEAD}regions:\n{entries}")) == said
