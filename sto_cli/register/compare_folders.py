"""Comparing two folders with files of the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sto_cli.errors import BrokenRegister, UnreadableFile
from sto_cli.files.folders import require_folder
from sto_cli.files.history import Contents
from sto_cli.files.reading import is_there
from sto_cli.messages import message
from sto_cli.register.compare import EntryChange, compare
from sto_cli.register.load import shipped_folder
from sto_cli.register.model import PART_KINDS, Entry, PartKind
from sto_cli.register.part_file import PartFile, part_of, read_part


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes of the parts that both folders hold; `names` are the schools' names by code, for people."""

    changes: list[EntryChange]
    only_in_one: tuple[PartKind, ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    def name_of(self, code: str) -> str:
        """Return a school's name, or its code where no folder has it."""
        return self.names.get(code, code)


def compare_folders(before: Path, after: Path) -> Comparison:
    """Compare each part that both folders hold.

    Raises:
        UnreadableFile: there is no such folder, a file cannot be read, or the folders have no part in common.
        BrokenRegister: a file has something wrong in it.
    """
    old, new = _parts(before), _parts(after)
    both = [kind for kind in PART_KINDS if kind in old and kind in new]
    if not both:
        raise UnreadableFile(
            message("{one} and {other} have no file of a register in common.", one=before, other=after),
            message("Each should hold one or more of regions.yaml, schools.yaml and participation.yaml."),
        )
    changes = [change for kind in both for change in compare(kind, old[kind].entries, new[kind].entries)]
    only = tuple(kind for kind in PART_KINDS if (kind in old) != (kind in new))
    return Comparison(changes, only, _names(old, new))


def _parts(folder: Path) -> dict[PartKind, PartFile]:
    require_folder(folder, message("Check the name and where you are."))
    found: dict[PartKind, PartFile] = {}
    for kind in PART_KINDS:
        path = folder / f"{kind}.yaml"
        if is_there(path):
            found[kind] = read_part(kind, path, str(path))
            if found[kind].findings:
                raise BrokenRegister(
                    message("{path} has something wrong in it, so it cannot be compared:", path=path),
                    found[kind].findings,
                )
    return found


def _names(*folders: dict[PartKind, PartFile]) -> dict[str, str]:
    """Collect names of schools: those of the folders, else those of the register that ships."""
    files = [parts["schools"] for parts in folders if "schools" in parts]
    if not files:
        path = shipped_folder() / "schools.yaml"
        files = [read_part("schools", path, path.name)] if is_there(path) else []
    return {entry["id"]: str(entry.get("name", "")) for part in files for entry in part.entries}


def compare_contents(before: Contents, after: Contents) -> list[EntryChange]:
    """Return what changes about who takes part where files of own data get other contents."""
    name = "participation.yaml"
    if name not in after:
        return []
    return list(compare("participation", _entries(before.get(name), name), _entries(after[name], name)))


def _entries(data: bytes | None, name: str) -> list[Entry]:
    part = part_of("participation", data.decode("utf-8", "replace"), name) if data else None
    return part.entries if part and not part.findings else []
