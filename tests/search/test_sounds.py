"""Words by their sound, on spellings by ear that were made up for this, apart from the questions; and slips."""

from __future__ import annotations

import pytest

from sto_cli.search.spelling import FIRST_LETTER_SURE, Nearness, Vocabulary, by_ear, letters

PAIRS = [
    ("fruijtier", "fruytier"), ("alpha", "alfa"), ("reggesteyn", "reggestijn"), ("sofie", "sophie"),
    ("sjarlemanje", "charlemagne"), ("blarjakum", "blariacum"), ("greidanus", "greijdanus"), ("pantarein", "pantarijn"),
    ("kristiaan", "christiaan"), ("teologisch", "theologisch"), ("huijgens", "huygens"), ("tijssen", "thijssen"),
    ("kopernikus", "copernicus"), ("vondel", "fondel"), ("sandberg", "zandberg"), ("lauwers", "louwers"),
    ("zwijzen", "zweisen"), ("wildefelt", "wildeveld"), ("korneel", "corneel"), ("sirius", "cirius"),
    ("oyen", "ooijen"), ("maihuis", "mayhuis"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_words_that_sound_alike_are_one_by_ear(one: str, other: str):
    assert set(by_ear(one)) & set(by_ear(other))


@pytest.mark.parametrize(("one", "other"), [("naam", "zaam"), ("emmaus", "emmius"), ("haren", "horst"), ("vos", "bos")])
def test_other_words_sound_otherwise(one: str, other: str):
    assert not set(by_ear(one)) & set(by_ear(other))


def nearness(*words: str) -> Nearness:
    ordered = sorted(words, key=lambda word: (len(word), word))
    sounds: dict[str, list[int]] = {}
    for number, word in enumerate(ordered):
        for sound in by_ear(word):
            sounds.setdefault(sound, []).append(number)
    by_length = sorted(sounds, key=lambda sound: (len(sound), sound))
    words, heard = (Vocabulary(some, [letters(one) for one in some]) for some in (ordered, by_length))
    return Nearness(words, heard, [sounds[sound] for sound in by_length])


def test_a_short_word_keeps_its_first_letter():
    """With six letters a slip may be in the first one too: `dollard`, `bollard`."""
    assert nearness("zaam").near("naam", known=False) == {}
    assert nearness("zaanse").near("maanse", known=False) == {0: 0.9}
    assert len("zaanse") == FIRST_LETTER_SURE


def test_the_nearer_by_letters_or_by_ear_counts_most():
    near = nearness("merewade", "merelaan", "oultremont").near("merewayde", known=False)
    assert list(near) == [1]
    assert near[1] == pytest.approx(0.9)
    assert nearness("oultremont").near("oltremon", known=False)[0] >= 0.8  # two slips of the pen, one of the ear


def test_of_a_word_that_the_register_has_only_those_count_that_sound_alike():
    assert nearness("oultremont").near("oltremon", known=True) == {}
    assert nearness("alfa", "alpha").near("alfa", known=True) == {0: 0.95, 1: 0.95}
