"""Own data in one file, to give to a colleague or to another computer, and laid into the own data there.

The file is a ZIP archive with the files of a folder as they are, and a note that says what it is. What both folders
know differently is decided for the whole entry (a school in a region, a region, a school): the newer one, by its date
or else its file's, wins; without a date the one that is here. Of decisions those made here win.
"""

import fnmatch
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sto_cli.errors import BrokenRegister, UnreadableFile, UsageProblem
from sto_cli.files.history import Contents, contents_of
from sto_cli.files.limits import HISTORY_BYTES
from sto_cli.files.packed import DAMAGED, TooLarge, open_archive, unpacked
from sto_cli.files.reading import read_bytes, too_large
from sto_cli.lists.cell_dates import begins_after
from sto_cli.lists.decisions import FILE_NAME, Decisions, decisions_in, decisions_text
from sto_cli.lists.review_file import REVIEW_FILES
from sto_cli.messages import message
from sto_cli.register.compare import EntryChange, compare
from sto_cli.register.dates import first_day
from sto_cli.register.imports.write import part_text
from sto_cli.register.model import NOT_PAID, PART_KINDS, Entry, PartKind
from sto_cli.register.part_file import PartFile, part_of

NOTE = "sto.json"
_PARTS: dict[str, PartKind] = {f"{kind}.yaml": kind for kind in PART_KINDS}


@dataclass(slots=True)
class Received:
    """What comes of laying a received file into a folder: the new contents, and what wins.

    `new` entries are only in the file, `newer` ones win over those here, `kept` ones lose to those here; each is named
    as people know it. `changes` are those of the participation.
    """

    before: Contents
    after: dict[str, bytes | None] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    decisions: int = 0
    changes: list[EntryChange] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything changes."""
        return any(data != self.before[name] for name, data in self.after.items())


def own_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the files with own data, decisions and reviews that a folder holds."""
    return tuple(name for name in _names_in(folder) if is_own(name))


def other_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the other files that lie there, which nobody packs; hidden ones are the system's."""
    return tuple(name for name in _names_in(folder) if not is_own(name) and not name.startswith("."))


def _names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def is_own(name: str) -> bool:
    """Whether a name is one of a file with own data, decisions or reviews."""
    return name in _PARTS or name in {FILE_NAME, NOT_PAID} or fnmatch.fnmatchcase(name, REVIEW_FILES)


def packed_data(folder: Path, when: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the archive of a folder's own data, and the names of the files in it.

    Raises:
        UsageProblem: there are none.
        UnreadableFile, BrokenRegister: one of them would not be taken over elsewhere.
    """
    names = own_names(folder)
    if not names:
        raise UsageProblem(
            message("There are no data of your own in {folder}.", folder=folder),
            message("Name the folder that holds them with --folder."),
        )
    contents = contents_of(folder, names)
    for name, data in contents.items():
        _refuse_broken(name, data or b"", str(folder / name))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NOTE, json.dumps({"format": 1, "program": "sto", "holds": "own data", "when": when}))
        for name, data in contents.items():
            archive.writestr(name, data or b"")
    return stream.getvalue(), names


def _refuse_broken(name: str, data: bytes, shown: str) -> None:
    if name in _PARTS:
        _part(_PARTS[name], data, shown)
    elif name == FILE_NAME:
        _decisions(data, shown)


def _decisions(data: bytes | None, shown: str) -> Decisions:
    return decisions_in(data.decode("utf-8", "replace"), shown) if data else {}


def received_data(path: Path, folder: Path, today: date) -> Received:
    """Lay a received file into the own data of a folder; nothing is written.

    Raises:
        UnreadableFile: it is no file that `packed_data` makes, too large, or gathered on a day to come.
        BrokenRegister: a file in it, or one here, has something wrong in it.
    """
    theirs = _unpacked(path)
    for name in _PARTS.keys() & theirs.keys():
        _refuse_to_come(_part(_PARTS[name], theirs[name], f"{path}: {name}"), today)
    before = contents_of(folder, tuple(theirs))
    received = Received(before)
    for name, data in theirs.items():
        _lay(received, name, data, before[name], path)
    return received


def _lay(received: Received, name: str, data: bytes, here: bytes | None, path: Path) -> None:
    if name in _PARTS:
        joined = _joined(received, _PARTS[name], data, here, f"{path}: {name}")
        received.after[name] = here if joined is None else joined.encode()
    elif name == FILE_NAME:
        ours, given = (_decisions(text, name) for text in (here, data))
        received.decisions = len(given.keys() - ours.keys())
        received.after[name] = decisions_text({**given, **ours}).encode() if received.decisions else here
    elif here is None or name == NOT_PAID:
        received.after[name] = data if here is None else _with_lines(here, data)
        if name == NOT_PAID and received.after[name] != here:
            received.new.append(name)


def _with_lines(here: bytes, data: bytes) -> bytes:
    """Return a list of lines with those of another that it lacks."""
    known = {line.strip() for line in here.splitlines()}
    new = [line for line in data.splitlines() if line.strip() not in known]
    return b"\n".join([here.rstrip(b"\r\n"), *new, b""]) if new else here


def _refuse_to_come(part: PartFile, today: date) -> None:
    """Refuse entries that would have been gathered on a day to come: they would win over all that is known."""
    for key, entries in {"": [{"as_of": part.as_of or ""}], **_by_key(part)}.items():
        for written in (entry.get("as_of") or "" for entry in entries):
            if (first_day(written) or today) > today:
                raise UnreadableFile(
                    message("{path}: the date {date} of {what} lies in the future, so nothing is taken over.",
                            path=part.path, date=written, what=key or "as_of"),
                    message("Mend it on the computer that it comes from, and make the file again."),
                )  # fmt: skip


Entries = dict[str, list[Entry]]


def _joined(received: Received, kind: PartKind, data: bytes, here: bytes | None, shown: str) -> str | None:
    """Join the entries of two files of one kind, and note which win; None where all of those here do."""
    theirs, ours = _part(kind, data, shown), _part(kind, here or b"", f"{kind}.yaml")
    given, known = _by_key(theirs), _by_key(ours)
    joined: Entries = dict(known)
    for key, entries in given.items():
        if key not in known:
            received.new.append(key)
        elif entries == known[key]:
            continue
        elif _newer(entries, theirs.as_of, known[key], ours.as_of):
            received.newer.append(key)
        else:
            received.kept.append(key)
            continue
        joined[key] = entries
    if joined == known:
        return None
    after = [entry for key in sorted(joined) for entry in joined[key]]
    if kind == "participation":
        received.changes.extend(compare(kind, ours.entries, after))
    last = theirs if not ours.as_of or (theirs.as_of and begins_after(theirs.as_of, ours.as_of)) else ours
    left = {entry["id"]: entry for entry in (*theirs.left, *ours.left)}
    return part_text(kind, after, last.as_of or "", last.source or "", list(left.values()), comment="")


def _part(kind: PartKind, data: bytes, shown: str) -> PartFile:
    if not data:
        return PartFile(kind, shown)
    try:
        part = part_of(kind, data.decode("utf-8-sig"), shown)
    except UnicodeDecodeError:
        raise UnreadableFile(message("{path} cannot be read.", path=shown)) from None
    if part.findings:
        raise BrokenRegister(
            message("The data have something wrong in them, so nothing is handed over:"),
            part.findings,
            message("Mend these places first."),
        )
    return part


def _by_key(part: PartFile) -> Entries:
    """Return the entries by what they are about: a school in a region, a region, or a school."""
    found: Entries = {}
    for entry in part.entries:
        key = f"{entry['school']} {entry['region']}" if part.kind == "participation" else str(entry["id"])
        found.setdefault(key, []).append(entry)
    return found


def _newer(one: Iterable[Entry], of_one: str | None, other: Iterable[Entry], of_other: str | None) -> bool:
    """Whether entries were gathered after others, by their own date or else their file's."""
    dates = [max((entry.get("as_of") or of_file or "" for entry in some), default="")
             for some, of_file in ((one, of_one), (other, of_other))]  # fmt: skip
    return bool(dates[0] and dates[1] and begins_after(dates[0], dates[1]))


def _unpacked(path: Path) -> dict[str, bytes]:
    """Return the files of an archive by their names."""
    try:
        files = _files_of(read_bytes(path, HISTORY_BYTES))
        note = json.loads(files.pop(NOTE))
        if note["program"] == "sto" and note["format"] == 1 and all(map(is_own, files)):
            return files
    except TooLarge:
        raise too_large(path) from None
    except (KeyError, TypeError, RecursionError, *DAMAGED):
        pass
    raise _foreign(path)


def _files_of(data: bytes) -> dict[str, bytes]:
    """Unpack an archive."""
    if len(data) > HISTORY_BYTES:
        raise TooLarge
    with open_archive(data) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if len(entries) < len(archive.infolist()):
            raise zipfile.BadZipFile
    if sum(entry.file_size for entry in entries.values()) > HISTORY_BYTES:
        raise TooLarge
    return {name: b"".join(unpacked(data, entry, HISTORY_BYTES)) for name, entry in entries.items()}


def _foreign(path: Path) -> UnreadableFile:
    return UnreadableFile(
        message("{path} is not made by sto data export, or is damaged.", path=path),
        message("Ask for a file that is made with: sto data export FILE.zip"),
    )
