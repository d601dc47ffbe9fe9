"""Whether a text that nobody named is a plan: the questions stand in it, or it answers them."""

START = 16_384
"""Bytes of such a file in which the questions are looked for (the longest plan of the examples has 5,000)."""

LONGEST_LETTER = 8_000
"""Characters up to which a text in a folder is read to see whether it answers the questions without their headings:
that takes ten times as long, and a letter is no book."""


def text_holds_plan(content: bytes, name: str, *, whole: bool = False) -> bool:
    """Whether questions of a plan stand in a text; `whole`: only when it is one, not when it speaks of them."""
    from sto_cli.files.decoding import decode, other_kind, with_line_feeds, with_plain_spaces  # noqa: PLC0415 - only for texts
    from sto_cli.plans.reading.frames import laid_open  # noqa: PLC0415
    from sto_cli.plans.reading.text_reading import has_headings, read_outline  # noqa: PLC0415
    from sto_cli.plans.source.plain_text import text_outline  # noqa: PLC0415

    if other_kind(content) is not None:
        return False
    try:
        text = with_plain_spaces(with_line_feeds(decode(content[:START]).text.removeprefix("\ufeff")))
        outline = laid_open(text_outline(text, name))
        return (not whole and has_headings(outline)) or (len(text) <= LONGEST_LETTER and read_outline(outline).is_plan)
    except Exception:  # whatever one text does to the reader: who judges it says so, and the others are found
        return True
