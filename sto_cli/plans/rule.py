"""What a rule module looks like to the judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sto_cli.findings import Severity
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw


class Rule(Protocol):
    """A rule: its name, how heavy its findings are, what it rests on, and its check.

    `SOURCE` is the id of a statement on the scheme (`sto_cli.register.scheme`), or one of `FROM_NO_TEXT`.
    """

    __doc__: str | None
    ID: str
    SEVERITY: Severity
    SOURCE: str

    def check(self, case: Case, /) -> Iterator[Flaw]:
        """Yield the flaws of one plan."""
        ...
