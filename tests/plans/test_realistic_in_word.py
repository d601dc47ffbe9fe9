"""Plans as people send them, put into a Word document: it is remarked on there as it is in a file of text."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from remarks import TODAY, plans_of

from sto_cli.plans.judging import judge_file, judge_text
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.source.outline import OutlineHeading, OutlineParagraph, OutlinePoint, OutlineTable
from sto_cli.plans.source.plain_text import text_outline

sys.path.insert(0, str(Path(__file__).parents[1] / "files" / "word"))
from word_xml import document, p, r, tbl, tc, tr

SAME = 0.83
"""The share of errors and warnings that are given in both, at least."""


LONG = 70
"""Characters of a line that was not ended on purpose."""


def as_document(text: str, path: str) -> bytes:
    """Write a text as someone would paste it into Word: paragraphs, headings, points and tables."""
    return document("".join(map(_xml, _whole(text_outline(text, path).blocks))))


def _whole(blocks):
    """Return blocks with paragraphs and points whole that go on over lines, as a mail program breaks them."""
    made = []
    for block in blocks:
        broken = isinstance(block, OutlineParagraph) and block.continues and not block.bold
        if made and broken and isinstance(made[-1], OutlineParagraph | OutlinePoint) and _goes_on(made[-1], block):
            made[-1] = made[-1]._replace(text=f"{made[-1].text} {block.text}")
        else:
            made.append(block)
    return made


def _goes_on(above, block) -> bool:
    """Whether a sentence stands on the line of the one above it, or a line was broken by a mail program."""
    if block.place.column > block.indent + 1:
        return True
    return block.text[:1].islower() or (len(above.text) > LONG and not above.text.endswith((".", "!", "?", ":", ";")))


def _xml(block) -> str:
    match block:
        case OutlineHeading():
            return p(block.text, style="Kop1")
        case OutlineTable():
            return tbl(*(tr(*(tc(p(cell.text)) for cell in row)) for row in block.rows))
        case OutlinePoint():
            return p(f"{block.number}) {block.text}") if block.number else p(block.text, style="Punt")
    return p(r(block.text, "<w:b/>")) if block.bold else p(block.text)


def remarked(judgement):
    return Counter(one.rule for one in judgement.findings if one.severity != "tip")


@pytest.mark.slow
def test_a_plan_is_remarked_on_in_word_as_in_a_text(register):
    same = every = 0
    for plan in plans_of("tuning"):
        source = plan.read_bytes()
        if plan.suffix == ".yaml" or not read_plan(source, plan.name).in_text:
            continue
        in_text = remarked(judge_file(plan, register, TODAY))
        in_word = remarked(judge_text(as_document(source.decode(), plan.name), "plan.docx", register, TODAY))
        if in_text != in_word:
            print(plan.name, "only in text:", dict(in_text - in_word), "only in Word:", dict(in_word - in_text))
        same, every = same + (in_text & in_word).total(), every + (in_text | in_word).total()
    print(f"{same} of {every} errors and warnings are given in both")
    assert same >= SAME * every
