"""The formats in which an answer can be written: one table, from which choices, endings and help are taken; and views.

A new format is a name and a row here, and a writer of a document: every answer that is a document then has it.
Writers are imported when used: a command pays only for the format that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from sto_cli.messages import Message, Translator, message

if TYPE_CHECKING:
    from sto_cli.render.document.model import Document
    from sto_cli.render.terminal.table import Line
if TYPE_CHECKING:
    from sto_cli.render.document.model import Document


def later(target: str) -> Callable[..., Any]:
    """Return a function that stands for another (`sto_cli.module:function`), which is imported at the first call."""

    def call(*arguments: Any, **named: Any) -> Any:
        module, _, name = target.partition(":")
        return getattr(import_module(module), name)(*arguments, **named)

    call.__qualname__ = target
    return call


FormatName = Literal[
    "text", "json", "csv", "markdown", "xlsx", "html", "docx", "ics", "github", "sarif", "junit"
]  # fmt: skip


class Format(NamedTuple):
    """A format. The first of `endings` is the usual one; files may also end as `also` says, if the format is named.

    `document` writes a document in it; without, an answer has to bring a writer of its own. `no_screen` says why it
    cannot be shown on a terminal.
    `one_table`: it holds the first table of a document and nothing else.
    """

    name: FormatName
    endings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    document: Callable[[Document, Look], Written] | None = None
    no_screen: Message | None = None
    one_table: bool = False


def _writer(target: str) -> Callable[[Document, Look], Written]:
    return later(f"sto_cli.render.{target}")


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt", ".log"), document=_writer("terminal.document:document_text")),
    Format("json", (".json",), also=(".txt",)),
    Format("csv", (".csv",), also=(".txt",), document=_writer("document.csv:document_csv"),
           one_table=True),
    Format("markdown", (".md",), also=(".txt",), document=_writer("document.markdown:document_markdown")),
    Format("xlsx", (".xlsx",), document=_writer("document.xlsx:document_xlsx"),
           no_screen=message("An Excel workbook cannot be shown here.")),
    Format("html", (".html", ".htm"), document=_writer("document.page:document_page"),
           no_screen=message("A web page cannot be shown here.")),
    Format("docx", (".docx",), document=_writer("document.docx:document_docx"),
           no_screen=message("A Word document cannot be shown here.")),
    Format("ics", (".ics",)),
    Format("github", also=(".txt",)),
    Format("sarif", (".sarif",), also=(".json",)),
    Format("junit", (".xml",)),
)  # fmt: skip


def named(name: FormatName) -> Format:
    """Return the format of a name."""
    return next(form for form in FORMATS if form.name == name)


def by_ending(ending: str, among: Iterable[Format] = FORMATS) -> Format | None:
    """Return the format that a file's ending (".html") asks for."""
    return next((form for form in among if ending.lower() in form.endings), None)


def endings_of(forms: Iterable[Format]) -> list[str]:
    """Return the endings that ask for one of these formats, the usual one of each first."""
    return [ending for form in forms for ending in form.endings]


Written: TypeAlias = "Iterable[Line] | Mapping[str, object] | str | bytes | bytearray"
"""Styled lines, plain data for JSON, a whole text with its own line ends, or the bytes of a file."""


class Look(NamedTuple):
    """How an answer is to be written: the language, the width of the terminal if there is one.

    `short` asks of a page that it fits one sheet of paper: it leaves out the list of schools and what goes with it.
    """

    translator: Translator
    room: int | None = None
    to_file: bool = False
    short: bool = False


R = TypeVar("R")

NOT_PASSED_ON: frozenset[FormatName] = frozenset({"text", "csv", "json"})
"""Formats that stay with who asks; all others leave out what is the user's own."""

without_addresses = later("sto_cli.render.document.model:without_addresses_in")


class View(NamedTuple, Generic[R]):
    """What one kind of answer looks like: as data for JSON, as a document, and where better in a form of its own.

    `document` gives every format that a document can be written in; `own` are the formats that this answer writes
    itself. `remarks` is what there is to say beside a format that has no room for it. `names_sources`: it says where
    facts come from; its document takes `passed_on`, and then names no person and repeats no notes of the user's own.
    `names_people` are the formats that name the contacts of the user's own data. `is_table` False: no one table says
    it. `repeats_plan`: what is passed on leaves out addresses in it. `without` are further formats that it leaves out,
    with a reason where it stands.
    """

    data: Callable[[R, Translator], Mapping[str, object]] | None = None
    document: Callable[..., Document] | None = None
    own: Mapping[FormatName, Callable[[R, Look], Written]] = MappingProxyType({})
    remarks: Callable[[R, FormatName], Iterable[Message]] | None = None
    names_sources: bool = False
    names_people: tuple[FormatName, ...] = ()
    is_table: bool = True
    repeats_plan: bool = False
    without: tuple[FormatName, ...] = ()

    def formats(self) -> tuple[Format, ...]:
        """Return the formats in which it can be written."""
        return tuple(form for form in FORMATS if self._writes(form))

    def write(self, form: Format, answer: R, look: Look) -> Written:
        """Write an answer in one of its formats."""
        if form.name in self.own:
            return self.own[form.name](answer, look)
        if form.name == "json" and self.data:
            return self.data(answer, look.translator)
        if form.document is None or self.document is None:
            raise ValueError(form.name)
        if self.names_sources and form.name != "text":
            return form.document(self.document(answer, look.translator, passed_on=True), look)
        document = self.document(answer, look.translator)
        return form.document(without_addresses(document) if self._hides(form) else document, look)

    def _hides(self, form: Format) -> bool:
        return self.repeats_plan and form.name not in NOT_PASSED_ON

    def _writes(self, form: Format) -> bool:
        if form.name in self.without:
            return False
        return (
            form.name in self.own
            or (form.name == "json" and self.data is not None)
            or (form.document is not None and self.document is not None and (self.is_table or not form.one_table))
        )
