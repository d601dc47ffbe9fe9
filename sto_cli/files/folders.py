"""Folders that a user names: to read from, and to write to."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from sto_cli.errors import UnreadableFile, UnwritableFile
from sto_cli.messages import Message, message

FILE_ENDINGS = {".yaml", ".yml", ".csv", ".xlsx", ".json"}
"""A new name that ends so was meant as a file's: nobody calls a folder `own.yaml`."""


_LEFT = r"(?:bak|old|orig|txt|tmp|~)"
_DATED = re.compile(r"[- _]?(?:19|20)\d{2}(?:-\d{1,2}){0,2}")


def copies_beside(folder: Path, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return files that another program may have left beside ones of these names, each with the name that it is like.

    `participation-LAPTOP-2.yaml`, `participation (1).yaml`, `Kopie van decisions.json`, `participation.yml`,
    `Participation.YAML` where that is another file, `participation.yaml.bak`; one that only has a date in its name
    (`participation-2025.yaml`) was put there by a person.
    """
    try:
        there = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []
    found = []
    for name in names:
        stem, ending = re.escape(Path(name).stem), Path(name).suffix[1:]
        like = re.compile(
            rf"(.*){stem}(.*)\.(?:{ending}|{ending.replace('yaml', 'yml')})|{stem}(?:\.{ending})?\.?{_LEFT}",
            re.IGNORECASE,
        )
        read = folder / name
        alike = ((like.fullmatch(one.name), one) for one in there if one != read)
        found += [
            (one.name, name)
            for said, one in alike
            if said and not (said[2] and _DATED.fullmatch(f"{said[1]}{said[2]}"))
            if not (read.exists() and one.samefile(read))
        ]
    return found


def is_empty(folder: Path) -> bool:
    """Whether a folder is there and holds nothing, but for hidden files."""
    try:
        return folder.is_dir() and all(path.name.startswith(".") for path in folder.iterdir())
    except OSError:
        return False


def require_folder(folder: Path, hint: Message) -> None:
    """Refuse what is no folder; `hint` says what to do when nothing of that name is there.

    Raises:
        UnreadableFile: it is a file, or there is nothing.
    """
    if folder.is_dir():
        return
    if folder.exists():
        raise UnreadableFile(message("{path} is a file, not a folder.", path=folder), _its_folder(folder))
    raise UnreadableFile(message("There is no folder {folder}.", folder=folder), hint)


def refuse_no_target(folder: Path) -> None:
    """Refuse a folder that cannot be written to, before the work whose result goes there is begun; it may be new.

    Raises:
        UnwritableFile: it is a file, has a file's name, or lies where the user may not write.
    """
    try:
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    except OSError:
        raise _closed(folder) from None
    if not there.is_dir():
        raise UnwritableFile(message("{path} is a file, not a folder.", path=there), _its_folder(there))
    if there != folder and folder.suffix.lower() in FILE_ENDINGS:
        raise UnwritableFile(
            message("Name a folder behind --output: {path} looks like the name of a file.", path=folder),
            _its_folder(folder),
        )
    if not os.access(there, os.W_OK | os.X_OK):
        raise _closed(folder)


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, unless it is there.

    Raises:
        UnwritableFile: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise _closed(folder) from None


def _its_folder(path: Path) -> Message:
    return message("Name the folder that it lies in: {folder}", folder=path.parent)


def _closed(folder: Path) -> UnwritableFile:
    return UnwritableFile(
        message("You may not write in the folder {folder}.", folder=folder),
        message("Name another folder, or ask for the right to write there."),
    )
