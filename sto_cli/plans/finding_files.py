"""Which files are meant when someone names files and folders."""

import os
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sto_cli.errors import UnreadableFile
from sto_cli.files.limits import MAIL_BYTES
from sto_cli.messages import message
from sto_cli.plans.checked import Unread
from sto_cli.plans.holds_plan import START, text_holds_plan

SUFFIXES = (".yaml", ".yml", ".docx", ".odt", ".pdf")

MAIL = ".eml"

AS_TEXT = (".yaml.txt", ".yml.txt")
"""What Notepad makes of the name of a plan."""

TEXTS = (".txt", ".md")
"""Files that are a plan when its questions stand in them."""

_LEFT_BEHIND = (".", "~$")
_OF_WINDOWS = ("thumbs.db", "desktop.ini")

STANDARD_INPUT = "-"

_COPY = re.compile(
    r"-(?:met-opmerkingen|with-comments|brief|letter)(?:-\d+)?\.(?:docx|md|txt|html|json)$", re.IGNORECASE
)
"""How the names of copies with comments and of letters end, in both languages."""

_LETTER = re.compile(r"-(?:brief|letter)(?:-\d+)?\.(?:docx|md|txt|html|json)$", re.IGNORECASE)

_KEPT = re.compile(r"\.bak\d*$", re.IGNORECASE)
"""How the names of originals end that mending keeps."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file to read as a plan; `shown` is its name as the user wrote it, with folders that were searched.

    `content` is set when it need not be read any more: of standard input, and of what came in a `mail`. What is made of
    the latter is written beside the mail, as `path` says. `in_folder`: nobody named it, so that it may be no plan.
    """

    path: Path
    shown: str
    content: bytes | None = field(default=None, repr=False)
    mail: Path | None = None
    in_folder: bool = False

    def read(self) -> bytes:
        """Return what is in it.

        Raises:
            UnreadableFile: it is missing, a folder, locked, or may not be read.
        """
        from sto_cli.plans.source.plan_bytes import read_plan_bytes  # noqa: PLC0415 - what only looks needs none of it

        return self.content if self.content is not None else read_plan_bytes(self.path)


def is_word(path: Path) -> bool:
    """Whether the name of a file says that it is a Word document."""
    return path.suffix.lower() == ".docx"


def is_document(found: PlanFile | Unread) -> bool:
    """Whether this is a Word document with a name of its own."""
    return isinstance(found, PlanFile) and found.shown != STANDARD_INPUT and is_word(found.path)


def find_plans(
    names: Iterable[str], skipped: list[str] | None = None, *, copies: bool = False
) -> Iterator[PlanFile | Unread]:
    """Find the plans that names stand for, each file once, in the order named and by name within a folder.

    A file is taken whatever it is called, of a mail (`.eml`) the plans in it; in a folder, and the folders in it, those
    that end in one of `SUFFIXES` are, and texts (`.txt`, `.md`) and mails with the questions of a plan. All other files
    there are added to `skipped`, as they are shown, once all plans are found. What starts with a dot or `~$` is left
    out: settings of other programs, the shadow files of a Mac, and the sign of Word that a document is open; and so
    are the originals that mending keeps, and copies with comments of a document that is there as well, unless `copies`
    asks for them: the school may have gone on in one.
    `-` is the standard input. What cannot be found or opened comes back as `Unread`.
    """
    seen: set[str] = set()
    others: list[Path] = []
    for name in names:
        for found in _named(name, others, copies=copies):
            key = _key(found)
            if key not in seen:
                seen.add(key)
                yield found
    if skipped is not None:
        skipped += dict.fromkeys(_shown(path) for path in others if _real(path) not in seen)


def _named(name: str, others: list[Path], *, copies: bool) -> Iterator[PlanFile | Unread]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield PlanFile(path, STANDARD_INPUT)
    elif name and os.path.isdir(path):  # noqa: PTH112 - says no to a name that is too long, where pathlib raises
        yield from _in_folder(path, others, copies=copies)
    elif name and os.path.lexists(path):
        yield from _in_mail(path, others, named=True) if path.suffix.lower() == MAIL else [PlanFile(path, _shown(path))]
    elif path.parent.suffix.lower() == MAIL and path.parent.is_file():
        found = (one for one in _in_mail(path.parent, [], named=True) if isinstance(one, Unread) or one.shown == name)
        yield next(found, None) or _missing(name)
    else:
        yield _missing(name)


def _in_folder(folder: Path, others: list[Path], *, copies: bool) -> Iterator[PlanFile | Unread]:
    """Find the plans in a folder, and add to `others` what is none: files, and links to folders."""
    closed: list[OSError] = []
    found = 0
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        others += (path for path in (Path(place, name) for name in folders) if path.is_symlink())
        paths = [Path(place, name) for name in sorted(files) if not _is_left_behind(name)]
        mails = {path: list(_in_mail(path, others)) for path in paths if path.suffix.lower() == MAIL}
        came = [Path(one.path).name for inside in mails.values() for one in inside]
        beside = {name.lower() for name in (*files, *came)}
        for path in paths:
            if path in mails:
                found += len(mails[path])
                yield from mails[path]
            elif _is_plan(path, beside, copies=copies):
                found += 1
                yield PlanFile(path, _shown(path), in_folder=True)
            elif not _is_made_of(path, _COPY, beside):
                others.append(path)
    yield from map(_closed, closed)
    if not found and not closed:
        yield _empty(folder)


def _in_mail(path: Path, others: list[Path], *, named: bool = False) -> Iterator[PlanFile | Unread]:
    """Yield the plans that came in a mail: what is attached to it, and its text where that is one.

    Of a mail without any, its text when it is `named`, else nothing: then the mail goes to `others`. So do attachments
    that are no plan.
    """
    from sto_cli.files.mail import BrokenMail, read_mail  # noqa: PLC0415 - only for mails
    from sto_cli.files.reading import read_bytes  # noqa: PLC0415

    try:
        mail = read_mail(read_bytes(path, MAIL_BYTES))
    except UnreadableFile as problem:
        yield Unread(_shown(path), problem.message, problem.hint)
        return
    except BrokenMail:
        yield _broken_mail(path)
        return
    plans = [one for one in mail.attached if _is_attached_plan(*one)]
    text = mail.text.encode()
    if (named and not plans) or text_holds_plan(text, path.name, whole=bool(plans)):
        yield PlanFile(path, _shown(path), text, path)
    elif not plans:
        others.append(path)
    names = {name for name, _ in plans}
    others += (path / name for name, _ in mail.attached if name not in names and named)
    yield from (PlanFile(path.with_name(name), _shown(path / name), content, path) for name, content in plans)


def _is_attached_plan(name: str, content: bytes) -> bool:
    return name.lower().endswith(SUFFIXES) or (name.lower().endswith(TEXTS) and text_holds_plan(content, name))


def _broken_mail(path: Path) -> Unread:
    return Unread(
        _shown(path),
        message("{path} is no mail that can be read.", path=path),
        message("Open it in your mail program, save the plan that came with it, and name that."),
    )


def _is_left_behind(name: str) -> bool:
    """Whether a program put a file there for itself; this program too, when it mends a plan."""
    return name.startswith(_LEFT_BEHIND) or name.lower() in _OF_WINDOWS or _KEPT.search(name) is not None


def _is_plan(path: Path, beside: Container[str], *, copies: bool) -> bool:
    """Whether a file in a folder is meant; pipes and devices never are, a link that leads nowhere is."""
    name = path.name.lower()
    left_out = _LETTER if copies else _COPY
    if not name.endswith((*SUFFIXES, *TEXTS)) or _is_made_of(path, left_out, beside):
        return False
    if not path.is_file():
        return path.is_symlink() and not path.exists()
    return not name.endswith(TEXTS) or name.endswith(AS_TEXT) or _holds_plan(path)


def _holds_plan(path: Path) -> bool:
    """Whether questions of a plan stand in a text; of one that cannot be opened, the reader says why."""
    from sto_cli.files.reading import read_bytes  # noqa: PLC0415 - only for texts

    try:
        content = read_bytes(path, take=lambda stream: stream.read(START), looking=True)
    except UnreadableFile:
        return True
    return text_holds_plan(content, path.name)


def _is_made_of(path: Path, ending: re.Pattern[str], beside: Container[str]) -> bool:
    """Whether this was made of a plan beside it or in a mail there, by the end of its name; else it may be a plan."""
    found = ending.search(path.name)
    stem = path.name[: found.start()].lower() if found else ""
    return found is not None and any(stem + suffix in beside for suffix in (*SUFFIXES, *TEXTS))


def _key(found: PlanFile | Unread) -> str:
    """Return by what a file is known, whatever it is called; what has no file of its own is known by its name."""
    if isinstance(found, PlanFile) and found.content is not None and found.path != found.mail:
        return found.shown
    if isinstance(found, PlanFile):
        return found.shown if found.shown == STANDARD_INPUT else _real(found.path)
    return _real(Path(found.path))


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _shown(path: Path) -> str:
    """Return a name that can be printed, and is that of no other file; file systems allow names that are no text."""
    try:
        return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character, as Windows allows it
        return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _missing(name: str) -> Unread:
    return Unread(
        _shown(Path(name)) if name else name,
        message("There is no file or folder “{path}”.", path=name),
        message("Check the name and the folder."),
    )


def _empty(folder: Path) -> Unread:
    return Unread(
        _shown(folder),
        message("There are no plans in {path}.", path=folder),
        message(
            "Plans are files that end in .docx, .odt, .pdf, .yaml or .yml, and texts (.txt, .md) and mails (.eml) with "
            "the six questions; "
            "name a file to check it whatever it is called."
        ),
    )


def _closed(problem: OSError) -> Unread:
    path = Path(str(problem.filename))
    return Unread(
        _shown(path),
        message("The folder {path} cannot be opened: {reason}.", path=path, reason=problem.strerror or problem),
        message("Check that you may read it."),
    )


def one_plan(name: str) -> PlanFile:
    """Return the plan that a name stands for where one is asked.

    Raises:
        UnreadableFile: it is a mail that cannot be read, or with several plans.
    """
    path = Path(name)
    if MAIL not in (path.suffix.lower(), path.parent.suffix.lower()):
        return PlanFile(path, name)
    found = list(find_plans([name]))
    first = found[0]
    if isinstance(first, Unread):
        raise UnreadableFile(first.message, first.hint)
    if len(found) > 1:
        names = ", ".join(one.shown if isinstance(one, PlanFile) else one.path for one in found)
        raise UnreadableFile(
            message("{n} plans came in this mail: {names}.", n=len(found), names=names),
            message("Name the one that you mean."),
        )
    return first
