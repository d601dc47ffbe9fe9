"""`sto match`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from sto_cli.cli.commands import SpeakingCommand
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.forms import format_option
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.progress import tracked
from sto_cli.cli.session import Session, session_of
from sto_cli.files.tables import read_sheet
from sto_cli.files.writing import refuse_existing, refuse_same
from sto_cli.lists.columns import Role, find_table, has_names
from sto_cli.lists.matching import Linker, candidate_regions, link_list
from sto_cli.lists.own_decisions import decisions_of
from sto_cli.lists.results import LinkedList, Question
from sto_cli.messages import N_
from sto_cli.render.formats import FormatName
from sto_cli.render.lists.linked_summary import linked_summary
from sto_cli.render.lists.view import LINKED, LinkedAnswer

app = typer.Typer(add_completion=False)

HELP = N_(
    "Link a list of schools to their codes and regions.\n\n"
    "FILE is a CSV file or an Excel workbook (.xlsx) with a column of school names, and perhaps their place, street, "
    "postcode or code. The columns are found by their headings. You get the same rows back, with the columns "
    "sto_outcome, sto_school, sto_name, sto_region, sto_basis, sto_score, sto_candidates, sto_region_name and "
    "sto_check behind them. Rows that are not certain are marked, never guessed; --review asks you about them one by "
    "one, and can be stopped and resumed. "
    "The exit code is 0 when every row is found, 1 when some are left to look at.\n\n"
    "\b\n"
    "sto match schools.xlsx --output linked.xlsx\n"
    'sto match schools.csv --name "Naam vestiging" --place C --output linked.csv\n'
    "sto match schools.xlsx --output linked.xlsx --review"
)

AS_CSV = N_("The form of the answer. Without it: as the name of the file says, else csv.")


@app.command(cls=SpeakingCommand, help=HELP)
def match(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The list: a CSV file or an Excel workbook."))],
    name: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help=N_("The column with the school's name: its heading, or its letter.")),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its place."))] = None,
    street: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its street."))] = None,
    postcode: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its postcode."))] = None,
    code: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its code (BRIN)."))] = None,
    sheet: Annotated[str | None, typer.Option(help=N_("The sheet of the workbook."))] = None,
    output: Annotated[Path | None, typer.Option(help=N_("Write to this file: .xlsx, .csv or .json."))] = None,
    force: Annotated[bool, typer.Option("--force", help=N_("Replace that file if it exists."))] = False,
    review: Annotated[
        bool, typer.Option("--review", help=N_("Ask about the rows that are not certain, one by one."))
    ] = False,
    format: Annotated[FormatName | None, format_option(LINKED.formats(), AS_CSV)] = None,
) -> None:
    """Answer `sto match`."""
    session = session_of(context)
    wish = Wish(format, output, force, usual="csv")
    wish.among(LINKED.formats())
    refuse_same(file, output)
    refuse_existing(output, force=force)
    named: dict[Role, str | None] = {
        "name": name, "place": place, "street": street, "postcode": postcode, "code": code,
    }  # fmt: skip
    linked = _link(session, file, sheet, named, review=review)
    regions = candidate_regions(linked, session.register, session.today)
    deliver_view(session, LINKED, LinkedAnswer(linked, regions), wish)
    for remark in linked_summary(linked, output, review=review):
        session.remark(remark)
    if linked.summary.open:
        raise typer.Exit(EXIT_NO)


def _link(
    session: Session, file: Path, sheet: str | None, named: dict[Role, str | None], *, review: bool
) -> LinkedList:
    wishes = {role: wish for role, wish in named.items() if wish is not None}
    found = read_sheet(file, sheet, None if wishes else has_names)
    table, columns = find_table(found, wishes)
    folders = decision_folders(session.folders)
    decided, _ = decisions_of(folders, session.register)
    linker = Linker(session.matcher, session.today, decided)

    def watched(questions: Iterable[Question | None], number: int) -> Iterable[Question | None]:
        return tracked(questions, number, session.translator.text(N_("Looking up schools")))

    linked = link_list(table, columns, linker, watched)
    if review:
        from sto_cli.cli.reviewing import review_list

        linked = review_list(linked, linker, folders[-1], session)
    return linked
