"""What people write behind options, made into days and shares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sto_cli.errors import UsageProblem
from sto_cli.messages import message
from sto_cli.reports.count import Group

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$", re.ASCII)
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$", re.ASCII)

GROUP_WORDS: dict[str, Group] = {
    "technical": "technical",
    "technisch": "technical",
    "non-technical": "non_technical",
    "niet-technisch": "non_technical",
    "all": "all",
    "alle": "all",
}


def day(written: str) -> date:
    """Read a day as `2026-11-24` or `24-11-2026`.

    Raises:
        UsageProblem: it is no day that exists.
    """
    text = written.strip()
    if match := _DAY.match(text):
        year, month, number = match.groups()
    elif match := _DUTCH_DAY.match(text):
        number, month, year = match.groups()
    else:
        raise _no_day(written)
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise _no_day(written) from None


def targets(written: Iterable[str]) -> dict[Group, float]:
    """Read targets: `80` for all schools, `technical=95` for one kind; as shares from 0 to 1.

    Raises:
        UsageProblem: it is no percentage, or there is no such kind of school.
    """
    found: dict[Group, float] = {}
    for text in written:
        word, _, number = text.rpartition("=")
        found[_group(word)] = _share(number)
    return found


def _group(word: str) -> Group:
    group = GROUP_WORDS.get((word.strip() or "all").lower().replace("_", "-"))
    if group is None:
        raise UsageProblem(
            message("There is no kind of school “{word}” to set a target for.", word=word),
            message("Write for instance: {example}", example="--target technical=95 --target non-technical=75"),
        )
    return group


def _share(number: str) -> float:
    text = number.strip().removesuffix("%").strip().replace(",", ".")
    if re.fullmatch(r"\d{1,3}(\.\d+)?", text, re.ASCII) and float(text) <= 100:  # noqa: PLR2004 - a percentage
        return float(text) / 100
    raise UsageProblem(
        message("“{number}” is no percentage.", number=number),
        message("Write a number from 0 to 100, for instance: {example}", example="--target 75"),
    )


def _no_day(written: str) -> UsageProblem:
    return UsageProblem(
        message("“{written}” is no day that exists.", written=written),
        message("Write a day as 2026-11-24 or 24-11-2026."),
    )


def refuse_both(first: object, one: str, other: str) -> None:
    """Refuse an option together with another one.

    Raises:
        UsageProblem: the first one was given.
    """
    if first:
        raise UsageProblem(
            message("{one} and {other} do not go together.", one=one, other=other), message("Choose one of the two.")
        )
