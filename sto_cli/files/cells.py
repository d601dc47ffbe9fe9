"""What a cell of a table may hold."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A value of a cell; an empty cell is the empty text. Cells of a CSV file are always texts."""


def cell_text(cell: Cell) -> str:
    """Write a value as text: whole numbers without a point, dates as 2023-08-01, spaces at the ends left out."""
    if isinstance(cell, str):
        return " ".join(cell.split()) if "\n" in cell or "\xa0" in cell else cell.strip()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
