"""What looking up the schools of a list costs, counted and not timed: on every machine the same lists are refused."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.files.limits import LIST_WORK
from sto_cli.files.reading import too_large
from sto_cli.files.tables import DataTable
from sto_cli.lists.results import Question
from sto_cli.messages import message

ROW, CELL, NAME = 8, 1, 110
"""Steps of about a microsecond: to read and write a row and a cell of it, and to ask what no row before it asked.

Measured with `benchmarks/costs.py`; what the searches take beside it is counted where they are made.
"""

OTHER_NAMES = message(
    "It holds far more different names than there are schools: keep the rows that name schools, each once, or split "
    "it into smaller files."
)


class Work:
    """The work that a list asks: what is known before the first question, and what the searches take.

    Raises:
        UnreadableFile: it is too much.
    """

    def __init__(self, table: DataTable, asked: Sequence[Question | None]) -> None:
        self._path = table.path
        self._known = ROW * len(table.body) + CELL * sum(map(len, table.body)) + NAME * len(set(map(id, asked)))
        self.bound(0)

    def bound(self, searching: int) -> None:
        """Refuse the list when reading it and searching together take more than a list may."""
        if self._known + searching > LIST_WORK:
            raise too_large(self._path, OTHER_NAMES)
