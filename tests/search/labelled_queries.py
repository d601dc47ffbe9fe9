"""The labelled queries of tests/queries, and what is right, wrong and refused about an answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from sto_cli.search.results import Match, SearchResult

FOLDER = Path(__file__).parent.parent / "queries"
FIRST = 5

Verdict = Literal["right", "offered", "refused", "wrong"]


@dataclass(frozen=True)
class Query:
    """One query with what it should give: an outcome, and the codes (or names, where there is no code) meant."""

    kind: str
    query: str
    place: str | None
    outcome: str
    meant: frozenset[str]

    def __str__(self) -> str:
        return f"{self.kind}: {self.query[:40]!r}" + (f" in {self.place}" if self.place else "")


def labelled_queries() -> list[Query]:
    """All labelled queries, file by file."""
    return [
        Query(
            path.stem,
            str(one["query"]),
            one.get("place"),
            one["outcome"],
            frozenset(one.get("codes", ())) | frozenset(one.get("names", ())),
        )
        for path in sorted(FOLDER.glob("*.yaml"))
        for one in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    ]


def verdict(query: Query, answer: SearchResult) -> Verdict:
    """Judge an answer.

    `wrong`: it claims a school that is not meant. `offered`: it decides less than it could, but the school is among
    the first five. `refused`: it decides less, and the school is not there.
    """
    if answer.best is not None and not _names(answer.best) & query.meant:
        return "wrong"
    offered = {name for match in answer.possible for name in _names(match)}
    if answer.outcome == query.outcome and query.meant <= offered:
        return "right"
    if answer.best is not None:
        return "wrong"  # decided between schools of one name
    first = {name for match in answer.candidates[:FIRST] for name in _names(match)}
    return "offered" if query.meant & first else "refused"


def _names(match: Match) -> set[str]:
    return {match.id, match.name} - {None}


ASKED = FOLDER / "asked"
"""Questions as they are asked, by kind: every second one of a file is the half that nothing was tuned on."""


def asked_questions() -> list[Query]:
    """All questions as they are asked, file by file."""
    return [
        Query(path.stem, one["query"], None, one["outcome"], frozenset(one.get("codes", ())))
        for path in sorted(ASKED.glob("*.yaml"))
        for one in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    ]


def asked_verdict(question: Query, answer: SearchResult) -> Verdict:
    """Judge an answer to a question; `open` is what no answer may decide, however it is left open."""
    if question.outcome == "open":
        return "wrong" if answer.best else "right"
    if question.outcome == "not_found" and answer.best is None:
        return "right" if answer.outcome == "not_found" else "refused"
    return verdict(question, answer)
