"""Rules on the file itself, whatever it says."""

from collections.abc import Iterator

from sto_cli.messages import Message, counted, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.wording import quoted


@rule("error", "readable")
def yaml_syntax(case: Case) -> Iterator[Flaw]:
    """A line cannot be read, or says something else than it seems to say.

    Why:
        A program reads a plan before a person does. An open quotation mark or bracket, or text behind a closing one,
        throws off all that follows. After such an accident the program reads on where that is safe, so that you see
        the other findings as well. A tab, a bullet or a colon inside a text leaves no doubt, and is only mentioned.

    Example:
        title: "Technology" for everyone

    Mend:
        Put quotation marks around the whole text or around nothing, and close every bracket; or write a long text on
        the lines below its heading, with > behind the heading.
    """
    return case.found("yaml-syntax")


@rule("error", "readable")
def not_utf_8(case: Case) -> Iterator[Flaw]:
    """The file is saved in an old encoding, so that letters such as ë and € may come out wrong.

    Why:
        Files travel between computers. UTF-8 is read the same everywhere; Windows-1252 and UTF-16 are not. This
        program guesses what was meant and goes on, but the next reader may see “OriÃ«ntatie”.

    Example:
        title: Ori�ntatie op techniek

    Mend:
        Save the file again as UTF-8: in Notepad with Save as, and UTF-8 under Encoding.
    """
    return case.found("not-utf-8")


@rule("error", "readable")
def too_large(case: Case) -> Iterator[Flaw]:
    """The file is far larger, or nested far deeper, than a plan can be.

    Why:
        A plan of twenty pages is 50 kB. What is larger than 1 MB, holds thousands of values or is nested forty deep is
        most likely another file, and reading it would take long.

    Example:
        vision: (a text of more than 1 MB)

    Mend:
        Keep the plan itself as text, without pictures or tables from elsewhere, and send appendices apart.
    """
    return case.found("too-large")


@rule("error", "readable")
def not_a_plan(case: Case) -> Iterator[Flaw]:
    """The file is something else than a plan: a PDF, a picture, a list, an empty file.

    Why:
        A plan is a Word document or a plain text with the six questions as headings. Nothing can be said about
        anything else.

    Example:
        This is our idea for a technology lab.

    Mend:
        Save it as a Word document (.docx) or ask for that. Or start a plan with “sto plan new”, and copy the texts
        into it.
    """
    return case.found("not-a-plan")


@rule("error", "readable")
def not_judged(case: Case) -> Iterator[Flaw]:
    """A plan is not checked, or not in full: something went wrong in sto.

    Why:
        That should never happen. When it does, it must not pass in silence, nor keep the other plans from being
        judged.

    Example:
        goals: a text over which the program trips

    Mend:
        It is a fault of sto, not of the plan. Send the plan to the makers of sto; until then, judge it yourself.
    """
    return case.found("not-judged")


@rule("warning", "nothing-lost")
def comment_in_text(case: Case) -> Iterator[Flaw]:
    """What stands behind a # on a line is not read, and here it looks like text.

    Why:
        A space and a # start a remark, which only people see. In “Room #3” the 3 is lost without a word.

    Example:
        title: Technology lab in room #3

    Mend:
        Put quotation marks around the whole text (title: "Technology lab in room #3"), or write “no. 3”. When it is
        meant as a remark, put a space behind the #.
    """
    return case.found("comment-in-text")


@rule("error", "nothing-lost")
def duplicate_key(case: Case) -> Iterator[Flaw]:
    """A heading stands twice in the same place, so that one of the two texts would get lost.

    Why:
        Only one of two equal headings can count. The same heading in both languages (goals and doelen) is a double
        too. The other rules look at the first.

    Example:
        title: Technology lab
        title: Technology for everyone

    Mend:
        Put both texts under one heading, or give the second its own.
    """
    yield from case.found("duplicate-key")
    reading = case.reading
    for double in reading.english.doubles:
        raw = (*reading.written(double.group), double.word)
        yield Flaw(
            (*double.group, double.name),
            message("“{word}” says the same as “{first}”, which is here too.", word=double.word, first=double.first),
            message("Put both texts under one of the two headings."),
            place=reading.document.key_place(*raw),
            written=".".join(map(str, raw)),
            lighter="both-languages" if double.in_both_languages else None,
        )  # fmt: skip


@rule("tip", "nothing-lost")
def outside_the_questions(case: Case) -> Iterator[Flaw]:
    """A text in a Word document stands under none of the six questions.

    Why:
        Only what stands under a question is read as its answer. What stands elsewhere (a foreword, an appendix) may
        stay, but nothing that matters should be missed because it stands under a heading of its own.

    Example:
        Why we do this
        Our school lies between three companies that make machines.

    Mend:
        Put what belongs to an answer under the heading of that question. The rest may stay where it is.
    """
    outside = case.reading.outside
    if outside:
        yield Flaw(
            (),
            _sentence(quoted(outside[0].text), len(outside) - 1),
            message("Put it under the heading of a question if it belongs to an answer; otherwise leave it as it is."),
            place=outside[0].place,
        )


def _sentence(first: str, more: int) -> Message:
    if not more:
        return message(
            "This stands under none of the six questions, so it is not read as an answer: {first}.", first=first
        )
    return counted(
        "This stands under none of the six questions, so it is not read as an answer: {first}, and {n} more line.",
        "This stands under none of the six questions, so it is not read as an answer: {first}, and {n} more lines.",
        more,
        first=first,
    )
