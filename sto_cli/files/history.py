"""The history of a folder with own data: what every change replaced, so that it can be taken back.

A change is a numbered archive in `.sto-history`, which holds the former files and says when and by what they were
changed. Its number is taken before a file is touched, and can be taken once only, on any disk: so of two runs at once
one finds out, and nothing is lost. Who is killed between two files leaves the later ones as they were; `former_files`
gives all of them back, and the same command again does the rest.
"""

import hashlib
import io
import json
import os
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sto_cli.errors import UnreadableFile, UnwritableFile
from sto_cli.files.limits import HISTORY_BYTES
from sto_cli.files.packed import DAMAGED, TooLarge, open_archive, unpacked
from sto_cli.files.reading import is_there, read_bytes
from sto_cli.files.writing import cannot_write, place_all, write_beside_all
from sto_cli.messages import message

HISTORY = ".sto-history"
_ABOUT = "change.json"
_FRESH, _PAUSE = 2.0, 0.05
"""Seconds in which a change that is not whole may still be under way, and between two looks at it."""


class Occasion(NamedTuple):
    """By what and when files are changed: a word for the kind, a detail such as a file's name, and a time (ISO)."""

    kind: str
    detail: str
    when: str


NO_OCCASION = Occasion("", "", "")


class Change(NamedTuple):
    """One change of a folder: its number, and the names of the files that it changed."""

    number: int
    occasion: Occasion
    names: tuple[str, ...]


class ChangedMeanwhile(UnwritableFile):
    """Another run, or a person, changed the files since they were read."""


Contents = Mapping[str, bytes | None]
"""Files of a folder by their names; None where there is none."""


def contents_of(folder: Path, names: Iterator[str] | tuple[str, ...]) -> dict[str, bytes | None]:
    """Read files of a folder, once a change that is under way there is whole.

    Raises:
        UnreadableFile: one of them cannot be read.
    """
    while (numbers := _numbers(folder)) and _is_under_way(folder, numbers[-1]):
        time.sleep(_PAUSE)
    return {name: read_bytes(folder / name) if is_there(folder / name) else None for name in names}


def change_files(folder: Path, before: Contents, after: Contents, occasion: Occasion) -> Change | None:
    """Put new contents into a folder, all or none, and keep what they replace; None when nothing changes.

    `before` is what the new contents were made of.

    Raises:
        ChangedMeanwhile: the files are not as before; nothing is changed, or what was changed is in the history.
        UnwritableFile: the folder or the disk takes no file; all are then as they were.
    """
    changed = {name: data for name, data in after.items() if data != before.get(name)}
    if not changed:
        return None
    former = {name: before.get(name) for name in changed}
    with write_beside_all({folder / name: data for name, data in changed.items()}) as made:
        number = _take_number(folder, former, changed, occasion)
        try:
            _refuse_others(folder, number)
            _refuse_changed(folder, before)
            place_all(made)
        except UnwritableFile:
            (_path(folder, number)).unlink(missing_ok=True)
            raise
    _refuse_changed(folder, changed)
    return Change(number, occasion, tuple(sorted(changed)))


def changes_of(folder: Path) -> list[Change]:
    """Return the changes of a folder that can be read, the oldest first."""
    found = (_read(folder, number) for number in _numbers(folder))
    return [change for change, _ in filter(None, found)]


def former_files(folder: Path, number: int) -> dict[str, bytes | None]:
    """Return what the files of a folder held before a change, as far as that change or a later one replaced them."""
    former: dict[str, bytes | None] = {}
    for one in reversed([each for each in _numbers(folder) if each >= number]):
        if (found := _read(folder, one)) is not None:
            former |= found[1]
    return former


def _numbers(folder: Path) -> list[int]:
    with suppress(OSError):
        return sorted(int(path.stem) for path in (folder / HISTORY).glob("*.zip") if path.stem.isdecimal())
    return []


def _path(folder: Path, number: int) -> Path:
    return folder / HISTORY / f"{number:04}.zip"


def _take_number(folder: Path, former: Contents, changed: Contents, occasion: Occasion) -> int:
    """Write what is replaced under the next number, before anything is."""
    number = max(_numbers(folder), default=0) + 1
    path = _path(folder, number)
    try:
        path.parent.mkdir(exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:
        raise _changed(folder) from None
    except OSError as problem:
        raise cannot_write(path, problem) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(_packed(former, changed, occasion))
    except OSError as problem:
        path.unlink(missing_ok=True)
        raise cannot_write(path, problem) from None
    return number


def _packed(former: Contents, changed: Contents, occasion: Occasion) -> bytes:
    about = {
        "format": 1,
        **occasion._asdict(),
        "files": {name: {"there": former[name] is not None, "after": _sum(data)} for name, data in changed.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_ABOUT, json.dumps(about))
        for name, data in former.items():
            if data is not None:
                archive.writestr(name, data)
    return stream.getvalue()


def _sum(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _read(folder: Path, number: int) -> tuple[Change, dict[str, bytes | None]] | None:
    """Return a change and what it replaced; None where that cannot be read."""
    about, files = _opened(_path(folder, number))
    try:
        occasion = Occasion(str(about["kind"]), str(about["detail"]), str(about["when"]))
        former = {name: files[name] if one["there"] else None for name, one in about["files"].items()}
    except (KeyError, TypeError, AttributeError):
        return None
    if any(Path(name).name != name or name in {"", ".", ".."} for name in former):
        return None
    return Change(number, occasion, tuple(sorted(former))), former


def _opened(path: Path) -> tuple[dict[str, dict[str, dict[str, str]]], dict[str, bytes]]:
    """Return what an archive says of itself, and its files by name; nothing of one that is none."""
    try:
        data = read_bytes(path, HISTORY_BYTES)
        with open_archive(data) as archive:
            entries = archive.infolist()
        files = {entry.filename: b"".join(unpacked(data, entry, HISTORY_BYTES)) for entry in entries}
        return dict(json.loads(files.pop(_ABOUT))), files
    except (UnicodeError, KeyError, TypeError, TooLarge, *DAMAGED):
        return {}, {}


def _is_under_way(folder: Path, number: int) -> bool:
    """Whether a change is being made: some of its files are not as it leaves them, and it is new, or was withdrawn now.

    One that is old is of a run that was killed, or a person changed the files.
    """
    path = _path(folder, number)
    try:
        return 0 <= time.time() - path.lstat().st_mtime < _FRESH and not _is_whole(folder, path)
    except (FileNotFoundError, UnreadableFile):
        return True
    except OSError:
        return False


def _is_whole(folder: Path, path: Path) -> bool:
    about, _ = _opened(path)
    wanted = {name: one["after"] for name, one in about.get("files", {}).items()}
    return bool(wanted) and all(_sum(_now(folder / name)) == after for name, after in wanted.items())


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _refuse_changed(folder: Path, contents: Contents) -> None:
    if any(_now(folder / name) != data for name, data in contents.items()):
        raise _changed(folder)


def _refuse_others(folder: Path, number: int) -> None:
    """Refuse to go on while an earlier run is at work, or after a later one took this one for killed."""
    numbers = _numbers(folder)
    earlier = [one for one in numbers if one < number]
    if numbers[-1:] != [number] or (earlier and _is_under_way(folder, earlier[-1])):
        raise _changed(folder)


def _changed(folder: Path) -> ChangedMeanwhile:
    return ChangedMeanwhile(
        message("The data in {folder} was changed meanwhile, by another sto or by hand.", folder=folder),
        message("Run the same command again."),
    )
