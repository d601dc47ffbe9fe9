"""What people write behind options, made into days and shares; the options of letters and of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast, get_args

import typer

from sto_cli.errors import UsageProblem
from sto_cli.files.outgoing import command
from sto_cli.files.writing import free_name
from sto_cli.messages import N_, Translator, message
from sto_cli.register.dates import last_day
from sto_cli.reports.count import Group
from sto_cli.reports.coverage import By

if TYPE_CHECKING:
    from sto_cli.lists.columns import Role
    from sto_cli.reports.plan_letter import Sending


_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$", re.ASCII)
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$", re.ASCII)

_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2}))?$", re.ASCII)
_DUTCH_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})$", re.ASCII)

BY_WORDS: dict[str, By] = {
    "geen": "none",
    "regio": "region",
    "provincie": "province",
    "gemeente": "municipality",
    "arbeidsmarktregio": "labour-market-region",
    "profiel": "profile",
}

GROUP_WORDS: dict[str, Group] = {
    "technical": "technical",
    "technisch": "technical",
    "nontechnical": "non_technical",
    "niettechnisch": "non_technical",
    "all": "all",
    "alle": "all",
}


def day(written: str) -> date:
    """Read a day as `2026-11-24` or `24-11-2026`; of a year or a month it is the last day.

    Raises:
        UsageProblem: it is no day that exists.
    """
    text = written.strip()
    if match := _DAY.match(text):
        year, month, number = match.groups()
    elif match := _DUTCH_DAY.match(text):
        number, month, year = match.groups()
    else:
        return _last_day(written)
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise _no_day(written) from None


def _last_day(written: str) -> date:
    """Read a year or a month as its last day: the state at the end of it."""
    text = written.strip()
    if match := _YEAR_OR_MONTH.match(text):
        year, month = match.groups()
    elif match := _DUTCH_MONTH.match(text):
        month, year = match.groups()
    else:
        raise _no_day(written)
    found = last_day(f"{year}-{int(month):02}" if month else year)
    if found is None:
        raise _no_day(written)
    return found


def by_what(written: str) -> By:
    """Read by what to count, in English or in Dutch.

    Raises:
        UsageProblem: there is nothing of that name to count by.
    """
    word = written.strip().lower().replace("_", "-")
    known: dict[str, By] = {by: by for by in get_args(By)} | BY_WORDS
    if word not in known:
        raise UsageProblem(
            message("{name} can be one of these: {choices}.", name="--by", choices=", ".join(get_args(By))),
            message("See: {command} --help", command="sto report coverage"),
        )
    return known[word]


def targets(written: Iterable[str]) -> dict[Group, float]:
    """Read targets: `80` for all schools, `technical=95` for one kind; as shares from 0 to 1.

    Raises:
        UsageProblem: it is no percentage, or there is no such kind of school.
    """
    found: dict[Group, float] = {}
    for text in written:
        word, _, number = text.rpartition("=")
        group = GROUP_WORDS.get((word.strip() or "all").lower().replace("_", "").replace("-", "").replace(" ", ""))
        if group is None:
            raise UsageProblem(
                message("There is no kind of school “{word}” to set a target for.", word=word),
                message(
                    "Write for instance: {example}", example=message("--target technical=95 --target non-technical=75")
                ),
            )
        found[group] = _share(number)
    return found


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
        message("Write a day as 2026-11-24 or 24-11-2026; a month (2026-11) or a year stands for its last day."),
    )


class LetterOptions(NamedTuple):
    """What a letter or a margin says besides the findings: by whom, by when to answer, and the tips."""

    sender: Annotated[
        str | None,
        typer.Option("--from", metavar="TEXT", help=N_("Who sends the letter, and how the school reaches you.")),
    ] = None
    reply_by: Annotated[
        str | None,
        typer.Option("--reply-by", metavar="DATE", help=N_("By when the school answers the letter: 2026-12-18.")),
    ] = None
    with_tips: Annotated[
        bool, typer.Option("--with-tips", help=N_("Put tips into letters and margins too; without it you keep them."))
    ] = False

    def sending(self, today: date) -> Sending:
        """Return how a letter is sent.

        Raises:
            UsageProblem: what stands behind --reply-by is no day, or one that is over.
        """
        from sto_cli.reports.plan_letter import Sending  # reads plans, which a report does not

        until = day(self.reply_by) if self.reply_by else None
        if until is not None and until < today:
            raise UsageProblem(
                message("{day} is over: nobody can answer by then.", day=self.reply_by),
                message("Write a day that is still to come, for instance: {example}", example="--reply-by 2026-12-18"),
            )
        return Sending(self.sender, until, with_tips=self.with_tips)

    def refuse_without_letter(self) -> None:
        """Refuse what only a letter says.

        Raises:
            UsageProblem: a sender or a day is given.
        """
        if self.sender is not None or self.reply_by is not None:
            raise UsageProblem(
                message("--from and --reply-by stand in a letter, and none is asked for."),
                message("Add --letter, or leave them out."),
            )


NameColumn = Annotated[
    str | None,
    typer.Option(metavar="COLUMN", help=N_("The column with the school's name: its heading, or its letter.")),
]
PlaceColumn = Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its place."))]


class WhichList(NamedTuple):
    """The list to read: a file, and of a workbook perhaps the sheet."""

    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=N_("The list: a CSV file or a workbook (.xlsx, .xls, .ods)."))
    ]
    sheet: Annotated[str | None, typer.Option(help=N_("The sheet of the workbook."))] = None


MATCHED: tuple[Role, ...] = ("name", "place", "street", "postcode", "code")
"""The columns that `sto match` lets a user name."""


def review_command(list_: WhichList, columns: NamedTuple, linked: Path, data: Path | None = None) -> str:
    """Return the command that asks about a list's open rows one by one, with the options that were given.

    `linked` is the file that it writes, or one with a number behind it: nothing that is there is replaced.
    """
    words: list[str | Path] = ["--data", data] if data else []
    words += ["match", list_.file]
    words += ["--sheet", list_.sheet] if list_.sheet else []
    for role, column in named(columns).items():
        words += [f"--{role}", column] if role in MATCHED else []
    return command(*words, "--review", "--output", free_name(linked))


def linked_name(file: Path, translator: Translator) -> Path:
    """Return what the linked list is called when nobody named it."""
    linked = translator.text(N_("linked"))
    return file.with_name(f"{file.stem}-{linked}.xlsx")


def named(columns: NamedTuple) -> dict[Role, str]:
    """Return the columns that the user named, by what they say: the options bear the names of the roles."""
    return {cast("Role", role): column for role, column in columns._asdict().items() if column is not None}
