"""A linked list as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sto_cli.files.outgoing import outgoing_json
from sto_cli.lists.results import Link, LinkedList
from sto_cli.search.results import Match


def linked_json(linked: LinkedList, regions: Mapping[str, str]) -> Iterator[str]:
    """Write `{"format": 1, "rows": [...], "summary": {...}}` row by row; `row` is the row's number in the file.

    `regions` are those of the candidates, as far as they are certain, by their `choice`.
    """
    yield '{"format": 1, "rows": ['
    said: dict[int, str] = {}  # by the link: rows that ask the same share it
    for index, link in enumerate(linked.links):
        row = said.get(id(link))
        if row is None:
            row = said[id(link)] = outgoing_json(json.dumps(_row(link, regions), ensure_ascii=False))[1:]
        yield f'{"," if index else ""}\n{{"row": {linked.number(index)}, {row}'
    yield f'\n], "summary": {json.dumps(summary_json(linked))}}}\n'


def summary_json(linked: LinkedList) -> dict[str, Any]:
    """Return the counts of rows by outcome."""
    return {**asdict(linked.summary), "open": linked.summary.open}


def _row(link: Link, regions: Mapping[str, str]) -> dict[str, Any]:
    match, options = link.match, link.belonging.options
    return {
        "outcome": link.outcome,
        "school": match.id if match else None,
        "name": match.name if match else None,
        "region": options[0].region.id if options else None,
        "region_basis": link.belonging.basis if options else None,
        "alternatives": [option.region.id for option in options[1:]],
        "basis": link.basis or None,
        "matched": match.matched if match else None,
        "score": round(match.score, 2) if match else None,
        "reviewed": link.reviewed,
        "other": link.other,
        "candidates": [_candidate(candidate, regions) for candidate in link.candidates],
    }


def _candidate(match: Match, regions: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": match.id,
        "name": match.name,
        "place": match.town or None,
        "street": match.street,
        "region": regions.get(match.choice) or None,
        "score": round(match.score, 2),
    }
