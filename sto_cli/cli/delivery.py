"""Brings an answer where the user wants it, in the format that was asked for: the screen, a pipe, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sto_cli.cli.screen import on_screen, room, show
from sto_cli.cli.streams import print_bytes, print_json
from sto_cli.errors import UsageProblem
from sto_cli.files.outgoing import outgoing, outgoing_json
from sto_cli.files.reading import note_own
from sto_cli.messages import message
from sto_cli.render.formats import Format, FormatName, Look, View, Written, by_ending, endings_of, named
from sto_cli.render.terminal.table import plain

if TYPE_CHECKING:
    from sto_cli.cli.session import Session
    from sto_cli.register.register import Register

R = TypeVar("R")


class Wish(NamedTuple):
    """In what format and where a user wants the answer; `format` None: as the file's name says, else `usual`."""

    format: FormatName | None = None
    output: Path | None = None
    force: bool = False
    usual: FormatName = "text"
    short: bool = False

    def among(self, formats: Sequence[Format]) -> Format:
        """Choose one of these formats: the one named, else the one of the file's ending, else the usual one.

        Raises:
            UsageProblem: the file's name ends as another kind of file does, or in a way that none of them has.
        """
        if self.format is None:
            refuse_other_ending(self.output, endings_of(formats))
            return by_ending(self.output.suffix if self.output else "", formats) or named(self.usual)
        chosen = named(self.format)
        other = by_ending(self.output.suffix if self.output else "", formats)
        if self.output and other not in (None, chosen) and self.output.suffix.lower() not in chosen.also:
            raise UsageProblem(
                message("{path} does not end as a file of the form {form} does.", path=self.output, form=self.format),
                message("Let the name end in {endings}.", endings=", ".join([*chosen.endings, *chosen.also])),
            )
        return chosen

    def look(self, session: Session) -> Look:
        """Return how an answer is to be written: as wide as the terminal, if it goes to one."""
        wide = None if self.output else room()
        return Look(session.translator, wide, to_file=self.output is not None, short=self.short)


def refuse_other_ending(output: Path | None, endings: Iterable[str]) -> None:
    """Refuse a file whose name promises something that is not written; a name without an ending promises nothing.

    Raises:
        UsageProblem: its ending is none of these.
    """
    if output is None or not output.suffix or output.suffix.lower() in endings:
        return
    raise UsageProblem(
        message("{path} cannot be written: this command makes no file of the kind {ending}.",
                path=output, ending=output.suffix),
        message("Let the name end in {endings}.", endings=", ".join(endings)),
    )  # fmt: skip


def deliver_view(session: Session, view: View[R], answer: R, wish: Wish) -> None:
    """Write an answer in the format that was asked for, and hand it over.

    Raises:
        UsageProblem: a workbook or a web page was to go to the terminal, or the answer has no such format.
        UnwritableFile: the file exists and may not be replaced, or its folder is missing.
    """
    form = wish.among(view.formats())
    _refuse_screen(form, wish)
    if wish.short and form.name != "html":
        raise UsageProblem(
            message("--short is for a web page: it leaves out the list of schools, so that it fits one sheet."),
            message("Name a file for it: {option}", option="--output rapport.html"),
        )
    written = view.write(form, answer, wish.look(session))
    if form.name in view.names_people and _own_contacts(session.register):
        session.remark(
            message("People from your own data are named in it. Pass on the web page instead: it leaves them out.")
        )
    deliver(written, wish.output, force=wish.force)
    for remark in view.remarks(answer, form.name) if view.remarks else ():
        session.remark(remark)
    if wish.output is not None:
        session.remark(message("Written: {path}", path=wish.output))


def _refuse_screen(form: Format, wish: Wish) -> None:
    if form.no_screen and wish.output is None and on_screen():
        name = f"--output rapport{form.endings[0]}"
        raise UsageProblem(form.no_screen, message("Name a file for it: {option}", option=name))


def _own_contacts(register: Register) -> bool:
    """Whether people stand in the register: the shipped one names none."""
    contacts = (
        *(region.contact for region in register.regions.values()),
        *(entry.contact for entry in register.participations),
    )
    return any(contact is not None and (contact.name or contact.email) for contact in contacts)


def deliver(answer: Written, output: Path | None = None, *, force: bool = False) -> None:
    """Print an answer, or write it to a file, whole or not at all.

    On a terminal nothing is printed until all is known, as a bar may be on the screen till then.

    Raises:
        UnwritableFile: the file exists and `force` is not set, or cannot be written.
    """
    if output is not None:
        from sto_cli.files.writing import write_whole

        note_own()
        write_whole(output, _content(answer), force=force)
    elif isinstance(answer, Mapping):
        print_json(answer)
    elif isinstance(answer, str | bytes | bytearray):
        _print_whole(answer)
    else:
        show(list(answer) if on_screen() else answer)


def _content(answer: Written) -> str | bytes | bytearray:
    if isinstance(answer, Mapping):
        import io
        import json

        text = io.StringIO()
        json.dump(answer, text, ensure_ascii=False, indent=2)
        return outgoing_json(text.getvalue()) + "\n"
    if isinstance(answer, bytes | bytearray):
        return answer
    return outgoing(answer if isinstance(answer, str) else "".join(plain(line).rstrip() + "\n" for line in answer))


def _print_whole(answer: str | bytes | bytearray) -> None:
    """Print with the answer's own line ends; a terminal does not want the byte-order mark."""
    if isinstance(answer, str) and on_screen():
        print(answer.lstrip("\ufeff"), end="")
        return
    print_bytes(outgoing(answer).encode() if isinstance(answer, str) else answer)
