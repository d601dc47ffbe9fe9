"""How an answer is to be written, and what a writer hands back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from sto_cli.messages import Translator

if TYPE_CHECKING:
    from sto_cli.render.terminal.styled import Line

CsvStyleName = Literal["dutch", "international"]

Written: TypeAlias = "Iterable[Line] | Mapping[str, object] | str | bytes | bytearray"
"""Styled lines, plain data for JSON, a whole text with its own line ends, or the bytes of a file."""


class Look(NamedTuple):
    """How an answer is to be written: the language, the width of the terminal if there is one, the kind of CSV.

    `short` asks of a page that it fits one sheet of paper: it leaves out the list of schools and what goes with it.
    """

    translator: Translator
    room: int | None = None
    csv_style: CsvStyleName = "dutch"
    to_file: bool = False
    short: bool = False
