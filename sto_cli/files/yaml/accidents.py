"""What usually went wrong when YAML cannot be read, in plain words.

libyaml says where it gave up; a person wants to hear what was meant. Each function in `sign_accidents` and
`line_accidents` knows one accident: it looks at the complaint and at the lines, and answers with an `Accident` or
None. The first answer counts.
"""

from collections.abc import Callable
from dataclasses import replace

import yaml

from sto_cli.files.decoding import Spot, split_lines, without_end
from sto_cli.files.yaml import sign_accidents as sign
from sto_cli.files.yaml.line_accidents import (
    Accident,
    ParserComplaint,
    colon_in_text,
    comment,
    conflict,
    end_sign,
    further_in,
    heading_without_colon,
    indentation,
    list_behind,
    no_colon,
    no_space,
    semicolon,
    words_first,
)
from sto_cli.files.yaml.sign_accidents import bullet_words, sign_at_start
from sto_cli.messages import message

__all__ = ["Accident", "bullet_words", "explain", "sign_at_start"]

LOOKS: tuple[Callable[[ParserComplaint], Accident | None], ...] = (
    conflict, sign.tab, sign.odd_space, sign.open_quote, sign.swallowed_quote, sign.escape, sign.first_character,
    sign.block_sign, end_sign, further_in, words_first, list_behind, sign.brackets, sign.sign_before,
    sign.text_behind, sign.bullet, semicolon, no_space, sign.curly_quotes, colon_in_text, heading_without_colon,
    no_colon, comment, indentation,
)  # fmt: skip
"""In this order."""


def explain(problem: yaml.YAMLError | UnicodeEncodeError, text: str) -> Accident:
    """Turn the parser's complaint into the accident that a person would point to."""
    complaint = _complaint(problem, text)
    for look in LOOKS:
        accident = look(complaint)
        if accident is not None:
            return replace(accident, kind=look.__name__)
    return Accident(
        complaint.spot,
        message("This line cannot be understood."),
        message("Look for a missing colon, an open quotation mark, or a line that starts further in or out."),
    )


def _complaint(problem: yaml.YAMLError | UnicodeEncodeError, text: str) -> ParserComplaint:
    lines = [without_end(line) for line in split_lines(text)]
    mark, context = getattr(problem, "problem_mark", None), getattr(problem, "context_mark", None)
    if mark is None:
        before = text[: getattr(problem, "position", 0)]
        spot = Spot(before.count("\n"), len(before) - before.rfind("\n") - 1)
    else:
        spot = Spot(mark.line, mark.column)
    begin = Spot(context.line, context.column) if context is not None else spot
    return ParserComplaint(
        getattr(problem, "problem", "") or "", getattr(problem, "context", "") or "", spot, begin, lines
    )
