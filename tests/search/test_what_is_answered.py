"""Every answer to the labelled queries and to names alone, so that a change in finding shows all that it changes.

Read the difference before renewing: what became better, what worse, and what nobody asked for?
"""

from __future__ import annotations

from collections.abc import Iterator

from labelled_queries import labelled_queries

from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.results import SearchResult

EVERY = 7
"""Of the schools whose name is asked for alone: one in so many."""
SHOWN = 6
"""So many of the candidates are held."""


def test_the_labelled_queries(register: Register, golden):
    matcher = Matcher(register)
    lines = [f"{one}: {_said(matcher.find(one.query, place=one.place))}" for one in labelled_queries()]
    golden("labelled.txt", "\n".join(lines) + "\n")


def test_names_alone(register: Register, golden):
    matcher = Matcher(register)
    lines = [f"{name}: {_said(matcher.find(name))}" for name in dict.fromkeys(_names(register))]
    golden("names.txt", "\n".join(lines) + "\n")


def _names(register: Register) -> Iterator[str]:
    for id_ in sorted(register.schools)[::EVERY]:
        school = register.schools[id_]
        yield school.name
        yield from (former.name for former in school.former_names[:1])


def _said(answer: SearchResult) -> str:
    shown = [answer.best] if answer.best else answer.candidates[:SHOWN]
    offered = " ".join(f"{match.id or match.name}={match.score:.2f} {match.basis}" for match in shown)
    return " ".join(filter(None, (answer.outcome, answer.reason, offered)))
