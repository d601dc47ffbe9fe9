"""`sto match`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sto_cli.cli.declaring import AnswerIn, declare
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.option_values import NameColumn, PlaceColumn, WhichList, linked_name, named, review_command
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import tracked
from sto_cli.cli.session import Session
from sto_cli.files.tables import read_sheet
from sto_cli.files.writing import refuse_existing, refuse_same
from sto_cli.lists.columns import Role, find_table, has_names
from sto_cli.lists.list_rows import link_list
from sto_cli.lists.matching import Linker, candidate_regions
from sto_cli.lists.results import LinkedList, Question
from sto_cli.lists.review_file import decisions_of
from sto_cli.messages import N_
from sto_cli.render.lists.linked_summary import linked_summary
from sto_cli.render.lists.view import LINKED, LinkedAnswer

app = typer.Typer(add_completion=False)

HELP = N_(
    "Link a list of schools to their codes and regions.\n\n"
    "FILE is a CSV file or a workbook (.xlsx, .xls, .ods) with a column of school names, and perhaps their place, "
    "street, postcode or code. The columns are found by their headings. You get the same rows back, with the columns "
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


class ListColumns(NamedTuple):
    """Which columns of a list say what, as the user names them."""

    name: NameColumn = None
    place: PlaceColumn = None
    street: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its street."))] = None
    postcode: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its postcode."))] = None
    code: Annotated[str | None, typer.Option(metavar="COLUMN", help=N_("The column with its code (BRIN)."))] = None


@declare(app, HELP)
def match(
    session: Session,
    *,
    list_: WhichList,
    columns: ListColumns,
    review: Annotated[
        bool, typer.Option("--review", help=N_("Ask about the rows that are not certain, one by one."))
    ] = False,
    wish: Annotated[Wish, AnswerIn(LINKED.formats(), help=AS_CSV, usual="csv")],
) -> None:
    """Answer `sto match`."""
    wish.among(LINKED.formats())
    refuse_same(list_.file, wish.output)
    refuse_existing(wish.output, force=wish.force)
    linked = _link(session, list_, named(columns), review=review)
    regions = candidate_regions(linked, session.register, session.today)
    deliver_view(session, LINKED, LinkedAnswer(linked, regions), wish)
    for remark in linked_summary(linked, _review_again(list_, columns, wish.output, session)):
        session.remark(remark)
    if linked.summary.open:
        raise typer.Exit(EXIT_NO)


def _review_again(list_: WhichList, columns: ListColumns, output: Path | None, session: Session) -> str:
    """Return the command that goes on with the review: of the list that was written, where there is one."""
    file, sheet = (output, None) if output else (list_.file, list_.sheet)
    linked = output or linked_name(list_.file, session.translator)
    return review_command(WhichList(file, sheet), columns, linked)


def _link(session: Session, list_: WhichList, named: dict[Role, str], *, review: bool) -> LinkedList:
    table, columns = find_table(read_sheet(list_.file, list_.sheet, None if named else has_names), named)
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
