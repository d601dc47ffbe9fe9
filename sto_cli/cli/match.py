"""`sto match`."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sto_cli.cli.declaring import AnswerIn, declare
from sto_cli.cli.delivery import Wish, deliver_view
from sto_cli.cli.folders import decision_folders
from sto_cli.cli.option_values import NameColumn, PlaceColumn, WhichList, linked_name, named, review_command
from sto_cli.cli.problems import EXIT_NO
from sto_cli.cli.screen import can_ask, tell, tracked
from sto_cli.cli.session import Session
from sto_cli.errors import UsageProblem
from sto_cli.files.tables import read_sheet
from sto_cli.files.writing import refuse_existing, refuse_same
from sto_cli.lists.columns import Role, find_table, has_names
from sto_cli.lists.decisions import FILE_NAME, Decision, keep_decisions
from sto_cli.lists.list_rows import link_list, open_links
from sto_cli.lists.matching import Linker, candidate_regions
from sto_cli.lists.results import Link, LinkedList, Question
from sto_cli.lists.review_file import decisions_of
from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.render.lists.linked_rows import candidate_words
from sto_cli.render.lists.linked_summary import linked_summary
from sto_cli.render.lists.view import LINKED, LinkedAnswer
from sto_cli.search.results import Match

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
        if not can_ask():
            raise UsageProblem(
                message("--review asks on a terminal, and there is none here."),
                message("Leave --review out: the rows that are not certain are then marked in the output."),
            )
        linked = _Review(linked, linker, folders[-1], session).run()
    return linked


NONE, SEARCH, BACK = "0", "/", "u"
LATER = {"\r", "\n", " "}
STOP = {"q", "\x1b", "\x03", "\x04", ""}
"""q, Escape, Ctrl-C, Ctrl-D, and the end of the input."""

KEYS_ONE = N_("1 this one · 0 none of these · Enter later · / look for another · u back · q stop")
KEYS = N_("1-{last} this one · 0 none of these · Enter later · / look for another · u back · q stop")
KEYS_WITHOUT = N_("0 no school of the register · Enter later · / look for another · u back · q stop")


class _Review:
    """One sitting. `done` are the questions decided in it, in order, so that they can be taken back."""

    def __init__(self, linked: LinkedList, linker: Linker, folder: Path, session: Session) -> None:
        self.linked = linked
        self.linker = linker
        self.folder = folder
        self.session = session
        self.open = open_links(linked)
        self.occasion = session.occasion("review", Path(linked.table.path).name)
        self.decided: dict[Question, Link] = {}
        self.done: list[int] = []

    def run(self) -> LinkedList:
        at = 0
        while 0 <= at < len(self.open):
            at = self._ask(at)
        self._close()
        links = [self.decided.get(link.question, link) if link.open else link for link in self.linked.links]
        return LinkedList(self.linked.table, self.linked.columns, links)

    def _ask(self, at: int) -> int:
        """Ask about one question until there is an answer; return which one comes next, -1 to stop."""
        link, rows = self.open[at]
        shown = None
        while True:
            if link is not shown:
                _say(_card(link, rows, at, len(self.open), self.session.translator))
                shown = link
            key = _key()
            if key == SEARCH:
                link = self._search(link)
                continue
            following = self._follow(key, at, link)
            if following is not None:
                return following

    def _follow(self, key: str, at: int, link: Link) -> int | None:
        """Do what a key says; return which question comes next, None when it is this one still: then it is said why."""
        if key in STOP:
            return -1
        if key in LATER:
            return at + 1
        if key == BACK and self.done:
            return self._back()
        if key == NONE or key in _numbers(link):
            self._decide(at, link, None if key == NONE else link.candidates[int(key) - 1].choice)
            return at + 1
        if key == BACK:
            self._tell(message("There is no decision yet to take back."))
        else:
            self._tell(message("“{key}” is no choice here. Type one of these keys:", key=key), _keys(link))
        return None

    def _decide(self, at: int, link: Link, chosen: str | None) -> None:
        decided = self.linker.decide(link, chosen)
        self.decided[link.question] = decided
        self.done.append(at)
        keep_decisions(self.folder, {link.question.plain: Decision(link.question, chosen)}, (), self.occasion)
        self._confirm(decided)

    def _confirm(self, decided: Link) -> None:
        if decided.match:
            _say([f"  ✓ {candidate_words(decided.match)}"])
        else:
            self._tell(message("✓ none of these"))

    def _tell(self, *sentences: Message) -> None:
        _say([f"  {self.session.translator.say(sentence)}" for sentence in sentences])

    def _back(self) -> int:
        """Take back the last decision, and ask it again."""
        last = self.done.pop()
        question = self.open[last][0].question
        self.decided.pop(question, None)
        keep_decisions(self.folder, {}, [question.plain], self.occasion)
        self._tell(message("The last decision is taken back."))
        return last

    def _search(self, link: Link) -> Link:
        """Let the person type other words; what is found becomes the candidates, else those that there were stay."""
        words = typer.prompt(
            self.session.translator.text(N_("Name, place, postcode or code")), default="", show_default=False, err=True
        )
        if not words.strip():
            return replace(link)
        found = self.linker.ask(link.question, words)
        candidates = (found.match,) if found.match else found.candidates
        if not candidates:
            self._tell(message("Nothing is found for “{words}”.", words=words.strip()))
            return replace(link)
        return replace(found, outcome="ambiguous", answer=found.answer._replace(best=None, candidates=candidates))

    def _close(self) -> None:
        left = len(self.open) - len(self.decided)
        self.session.remark(
            message(
                "{decided} decided, {left} left. The decisions are kept in {path}.",
                decided=len(self.decided),
                left=left,
                path=self.folder / FILE_NAME,
            )
        )


def _card(link: Link, rows: list[int], at: int, number: int, translator: Translator) -> list[str]:
    """Write what a row says, and the schools that may be meant."""
    question = link.question
    facts = (question.name, question.street, question.postcode, question.place, question.code)
    where = counted("row {rows}", "rows {rows}", len(rows), rows=", ".join(map(str, rows[:5])))
    count = message("{at} of {number}", at=str(at + 1), number=str(number))
    lines = ["", f"[{translator.say(count)}] {', '.join(fact for fact in facts if fact)} ({translator.say(where)})"]
    lines += [f"  {key}  {candidate_words(match)}" for key, match in _numbers(link).items()]
    return [*lines, f"  {translator.say(_keys(link))}"]


def _keys(link: Link) -> Message:
    """Say which keys there are."""
    number = len(_numbers(link))
    if number > 1:
        return Message(KEYS, {"last": str(number)})
    return Message(KEYS_ONE if number else KEYS_WITHOUT)


def _numbers(link: Link) -> dict[str, Match]:
    return {str(number): match for number, match in enumerate(link.candidates[:9], start=1)}


def _say(lines: list[str]) -> None:
    for line in lines:
        tell(line)


def _key() -> str:
    """Wait for one key; an interrupt stops the sitting, it loses nothing."""
    try:
        return typer.getchar()[:1].lower()
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return ""
