"""What is known of the scheme (regeling), statement by statement, each with its source, date and certainty.

The statements stand in `data/scheme.yaml`, in Dutch and English; rules name the one that they rest on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from sto_cli.messages import Language
from sto_cli.register.load import shipped_folder

Certainty = Literal["quoted", "undated", "draft", "older", "inferred", "data"]
"""A page on 2025–2028 says it; a page without a date says it; a page from before the scheme says it of 2025–2028; a
page on 2018–2024 says it; no page says it in so many words; it is published as open data."""

Topic = Literal["scheme", "plan", "scope", "partners", "money", "dates", "data"]
TOPICS: tuple[Topic, ...] = ("scheme", "scope", "plan", "partners", "money", "dates", "data")

SCHEME_FILE = "scheme.yaml"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement on the scheme.

    `date` is that of its page (`2025`, `2024-06` or `2024-06-02`), None where the page shows none: then it was written
    from `not_before` on, by what it speaks of, and until `not_after` where that is known.
    """

    id: str
    topic: Topic
    certainty: Certainty
    texts: Mapping[Language, str]
    sources: Mapping[Language, str]
    url: str | None = None
    date: str | None = None
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """All statements by id, in their order, and what could not be found out; `as_of` is when the pages were read."""

    as_of: str
    statements: Mapping[str, Statement]
    not_known: Sequence[Mapping[Language, str]]


@cache
def scheme() -> Scheme:
    """Return what is known of the scheme."""
    from sto_cli.files.reading import read_text  # noqa: PLC0415 - the rules only name statements
    from sto_cli.files.yaml.reader import read_yaml  # noqa: PLC0415

    path = shipped_folder() / SCHEME_FILE
    data = cast("dict[str, Any]", read_yaml(read_text(path), str(path), detail=False).data)
    statements = (_statement(entry) for entry in data["statements"])
    return Scheme(data["as_of"], {one.id: one for one in statements}, data["not_known"])


def _statement(entry: dict[str, Any]) -> Statement:
    texts: dict[Language, str] = {"nl": entry["nl"], "en": entry["en"]}
    sources: dict[Language, str] = {"nl": entry["source"], "en": entry.get("source_en", entry["source"])}
    dates = {key: entry.get(key) for key in ("date", "not_before", "not_after")}
    return Statement(entry["id"], entry["topic"], entry["certainty"], texts, sources, entry.get("url"), **dates)
