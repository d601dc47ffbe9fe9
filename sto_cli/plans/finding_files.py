"""Which files are meant when someone names files and folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sto_cli.messages import message
from sto_cli.plans.checked import Unread

SUFFIXES = (".yaml", ".yml", ".docx")

STANDARD_INPUT = "-"

_COPY = re.compile(r"-(?:met-opmerkingen|with-comments)(?:-\d+)?\.docx$", re.IGNORECASE)
"""How the names of copies with comments end, in both languages."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file to read as a plan; `shown` is its name as the user wrote it, with folders that were searched.

    `content` is set when it need not be read any more (standard input).
    """

    path: Path
    shown: str
    content: bytes | None = field(default=None, repr=False)


def find_plans(names: Iterable[str]) -> Iterator[PlanFile | Unread]:
    """Find the plans that names stand for, each file once, in the order named and by name within a folder.

    A file is taken whatever it is called; in a folder, and the folders in it, those that end in `.yaml`,
    `.yml` or `.docx` are. What starts with a dot or `~$` is left out there: settings of other programs, the shadow
    files of a Mac, and the sign of Word that a document is open; and so are copies with comments of a document that
    is there as well.
    `-` is the standard input. What cannot be found or opened comes back as `Unread`.
    """
    seen: set[str] = set()
    for name in names:
        for found in _named(name):
            key = found.shown if isinstance(found, PlanFile) and found.shown == STANDARD_INPUT else _key(found)
            if key not in seen:
                seen.add(key)
                yield found


def _named(name: str) -> Iterator[PlanFile | Unread]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield PlanFile(path, STANDARD_INPUT)
    elif name and os.path.isdir(path):  # noqa: PTH112 - says no to a name that is too long, where pathlib raises
        yield from _in_folder(path)
    elif name and os.path.lexists(path):
        yield PlanFile(path, _shown(path))
    else:
        yield _missing(name)


def _in_folder(folder: Path) -> Iterator[PlanFile | Unread]:
    closed: list[OSError] = []
    found = 0
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if _is_plan(path):
                found += 1
                yield PlanFile(path, _shown(path))
    yield from map(_closed, closed)
    if not found and not closed:
        yield _empty(folder)


def _is_plan(path: Path) -> bool:
    """Whether a file in a folder is meant; pipes and devices never are, a link that leads nowhere is."""
    return (
        path.suffix.lower() in SUFFIXES
        and not path.name.startswith((".", "~$"))
        and not _is_copy(path)
        and (path.is_file() or (path.is_symlink() and not path.exists()))
    )


def _is_copy(path: Path) -> bool:
    """Whether this is a copy with comments of a document beside it; one that came back alone is a plan."""
    found = _COPY.search(path.name)
    return found is not None and path.with_name(f"{path.name[: found.start()]}.docx").exists()


def _key(found: PlanFile | Unread) -> str:
    path = found.path if isinstance(found, PlanFile) else Path(found.path)
    return os.path.normcase(os.path.realpath(path))


def _shown(path: Path) -> str:
    """Return a name that can be printed; file systems allow names that are no valid text."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


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
        message("Plans are files that end in .docx, .yaml or .yml; name a file to check it whatever it is called."),
    )


def _closed(problem: OSError) -> Unread:
    path = Path(str(problem.filename))
    return Unread(
        _shown(path),
        message("The folder {path} cannot be opened: {reason}.", path=path, reason=problem.strerror or problem),
        message("Check that you may read it."),
    )
