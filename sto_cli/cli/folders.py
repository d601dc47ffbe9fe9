"""Where a user's own data and the derived copies lie on this computer."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sto_cli.messages import Message, message


def standing_folder() -> Path:
    """Return the folder for own data that is always read when it is there: the configuration folder's `data`."""
    return _of_user("XDG_CONFIG_HOME", ".config", "user_config_path") / "data"


def own_folders() -> list[Path]:
    """Return the user's own data folders: the standing one, then those of `STO_DATA`."""
    from sto_cli.files.reading import is_there
    from sto_cli.register.model import PART_KINDS

    standing = standing_folder()
    holds_data = any(is_there(standing / f"{kind}.yaml") for kind in PART_KINDS)  # or decisions about lists only
    holds_data = holds_data or (is_there(standing) and not standing.is_dir())  # which must be said
    return [*([standing] if holds_data else []), *_named_folders()]


def decision_folders(named: Sequence[Path]) -> list[Path]:
    """Return the folders in which decisions about lists are kept; new ones go into the last one.

    `named` are the folders that the command names.
    """
    return [standing_folder(), *_named_folders(), *named]


def _named_folders() -> list[Path]:
    return [Path(part) for part in os.environ.get("STO_DATA", "").split(os.pathsep) if part]


def own_files(named: Sequence[Path]) -> Iterator[Path]:
    """Give the files of own data, decisions and reviews that lie in the user's folders; see `decision_folders`."""
    from sto_cli.register.model import PART_KINDS

    for folder in decision_folders(named):
        yield from (folder / f"{kind}.yaml" for kind in PART_KINDS)
        yield from _beside_register(folder)


def _beside_register(folder: Path) -> Iterator[Path]:
    """Give the own files of a folder that are no part of the register, whether they are there or not."""
    from sto_cli.lists.decisions import FILE_NAME
    from sto_cli.lists.review_file import REVIEW_FILES
    from sto_cli.register.model import NOT_PAID

    yield folder / FILE_NAME
    yield from folder.glob(REVIEW_FILES)
    yield folder / NOT_PAID


def holds_no_register(folder: Path) -> bool:
    """Whether a folder holds own files (decisions, what is not paid), and none of them is part of the register."""
    from sto_cli.files.reading import is_there
    from sto_cli.register.model import PART_KINDS

    if any(is_there(folder / f"{kind}.yaml") for kind in PART_KINDS):
        return False
    return any(is_there(path) for path in _beside_register(folder))


def not_paid_here(named: Sequence[Path]) -> Iterator[str]:
    """Give what the user's region does not pay, in the user's words; see `decision_folders`.

    Raises:
        UnreadableFile: such a file is there, and cannot be read.
    """
    from sto_cli.files.reading import is_there, read_text
    from sto_cli.register.model import NOT_PAID

    for path in (folder / NOT_PAID for folder in decision_folders(named)):
        if is_there(path):
            lines = (line.partition("#")[0].strip() for line in read_text(path).split("\n"))
            yield from (line for line in lines if line)


def left_beside(folders: Iterable[Path]) -> Iterator[Message]:
    """Say which files another program may have left beside own data in these folders: nothing reads them."""
    from sto_cli.files.folders import copies_beside
    from sto_cli.register.model import PART_KINDS

    names = (*(f"{kind}.yaml" for kind in PART_KINDS), "decisions.json")
    for folder in dict.fromkeys(folders):
        for file, name in copies_beside(folder, names):
            yield message(
                "{file} is not read: it lies beside {name} in {folder}, where another program may have left it.",
                file=file,
                name=name,
                folder=folder,
            )
            yield message("Look what is in it that {name} lacks, and take it away.", name=name)


def at_home(path: Path) -> Path:
    """Return a path with the user's folder for `~`; as it is where nobody is called so, or nobody knows the user."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def cache_folder() -> Path:
    """Return the folder for derived copies, which may be absent or read-only."""
    named = os.environ.get("STO_CACHE")
    return Path(named) if named else _of_user("XDG_CACHE_HOME", ".cache", "user_cache_path")


def _of_user(variable: str, below_home: str, elsewhere: str) -> Path:
    """Return a folder of this user for `sto`.

    On Linux that is one variable with one default (the XDG Base Directory Specification), and platformdirs, which says
    the same, costs every command a tenth of its time; on other systems platformdirs tells.
    """
    if sys.platform == "linux":
        named = os.environ.get(variable, "")
        return (Path(named) if Path(named).is_absolute() else at_home(Path("~")) / below_home) / "sto"
    import platformdirs

    folder: Path = getattr(platformdirs, elsewhere)("sto", appauthor=False)
    return folder


def own_documents() -> None:
    """Go to the user's own documents: a program that is opened by a double click starts where it is installed."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    if documents.is_dir():
        os.chdir(documents)
