"""A linked list in every format: as it came, with what was found behind every row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from sto_cli.files.outgoing import outgoing
from sto_cli.render.formats import Look, Written
from sto_cli.render.terminal.styled import as_lines
from sto_cli.render.view import View

if TYPE_CHECKING:
    from sto_cli.lists.results import LinkedList


class LinkedAnswer(NamedTuple):
    """A linked list, with the regions of all candidates as far as they are certain, by the `choice` of each."""

    linked: LinkedList
    regions: Mapping[str, str]


def _csv(answer: LinkedAnswer, look: Look) -> Written:
    from sto_cli.render.lists.linked_text import linked_csv

    if not look.to_file:
        return "".join(linked_csv(answer.linked, look.translator, "\n"))
    content = bytearray("\ufeff".encode())  # the mark by which Excel knows UTF-8
    for line in linked_csv(answer.linked, look.translator, "\r\n"):
        content += outgoing(line).encode()  # one by one: a long list as one text would take twice the memory
    return content


def _xlsx(answer: LinkedAnswer, look: Look) -> Written:
    from sto_cli.render.lists.linked_xlsx import linked_xlsx

    return linked_xlsx(answer.linked, look.translator)


def _json(answer: LinkedAnswer, _look: Look) -> Written:
    from sto_cli.render.lists.linked_text import linked_json

    return as_lines(linked_json(answer.linked, answer.regions))


LINKED: View[LinkedAnswer] = View(own={"csv": _csv, "xlsx": _xlsx, "json": _json})
