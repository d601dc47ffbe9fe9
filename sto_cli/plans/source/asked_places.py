"""Where in a document without lines a place is, said with the question or the label that it stands under."""

from __future__ import annotations

from sto_cli.findings import Place
from sto_cli.messages import Message, message


def asked(place: Place, number: int, *, whole: bool = False) -> Place:
    """Say of a place under which question it is, where a document has no lines."""
    if place.where is None:
        return place
    if whole:
        return place._replace(where=message("question {number}", number=str(number)))
    return place._replace(where=message("question {number}, {where}", number=str(number), where=place.where))


def at_fact(place: Place, title: Message) -> Place:
    """Say of a place at which of the facts it is, where a document has no lines."""
    return place if place.where is None else place._replace(where=message("at “{title}”", title=title))
