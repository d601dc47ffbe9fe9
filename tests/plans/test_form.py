"""The form in Word: what a teacher gets, and what the reader knows of it."""

import pytest

from sto_cli.files.word.blocks import WordParagraph, WordTable
from sto_cli.files.word.reading import read_word
from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.draft import Draft
from sto_cli.plans.reading.form_texts import is_printed
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.render.plan.form import form_of_draft, plan_form


def blank(language):
    return plan_form(form_of_draft(Draft()), Translator(language))


@pytest.mark.parametrize("language", LANGUAGES)
class TestBlankForm:
    def test_it_is_small_and_always_the_same(self, language):
        assert len(blank(language)) < 10_000
        assert blank(language) == blank(language)

    def test_the_six_questions_are_its_headings(self, language):
        translator = Translator(language)
        headings = [block.text for block in read_word(blank(language)).blocks if getattr(block, "level", None) == 1]
        assert headings == [translator.text(one.title) for one in HEADINGS if one.title[:1].isdecimal()]

    def test_all_other_paragraphs_are_known_as_printed(self, language):
        blocks = read_word(blank(language)).blocks
        other = [block.text for block in blocks if isinstance(block, WordParagraph) and block.level != 1]
        assert [text for text in other if not is_printed(text)] == []

    def test_every_table_to_fill_in_has_a_marked_heading(self, language):
        tables = [block for block in read_word(blank(language)).blocks if isinstance(block, WordTable)]
        assert [table.marked for table in tables] == [0, 0, 1, 1, 1, 1, 1, 0]  # facts, a frame, five tables, the total
