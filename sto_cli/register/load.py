"""Loading the register: the shipped files, own folders over them, merged and checked; and derived copies of files."""

import contextlib
import os
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from sto_cli import __version__
from sto_cli.errors import BrokenRegister, UnreadableFile, UnwritableFile
from sto_cli.files.folders import require_folder
from sto_cli.files.reading import is_there, note, read_bytes
from sto_cli.findings import Finding
from sto_cli.messages import message
from sto_cli.register.merge import merge
from sto_cli.register.model import PART_KINDS, Origin, Part, PartKind
from sto_cli.register.register import Register
from sto_cli.register.stored import StoredPart, read_back, written


def shipped_folder() -> Path:
    """Return the folder of the register that ships with the program."""
    import sto_cli.data  # noqa: PLC0415 - found where it is installed, also when that is the project's folder

    return Path(str(sto_cli.data.__file__)).parent


def is_whole(folder: Path) -> bool:
    """Whether a folder holds a register of its own, so that it needs nothing below it."""
    return all(is_there(folder / f"{kind}.yaml") for kind in PART_KINDS)


def load_register(folders: Sequence[Path] = (), cache: Path | None = None, *, shipped: bool = True) -> Register:
    """Load the shipped register and lay `folders` over it, least weighty first.

    Raises:
        BrokenRegister: a file has findings of severity error.
        UnreadableFile: a folder or file cannot be read, or a folder holds no file of a register.
    """
    register, findings = read_register(folders, cache, shipped=shipped)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise BrokenRegister(
            message("The data has something wrong in it, so no answer can be trusted:"),
            errors,
            message("Mend these places; sto data check shows them all."),
        )
    return register


def read_register(
    folders: Sequence[Path] = (), cache: Path | None = None, *, shipped: bool = True
) -> tuple[Register, list[Finding]]:
    """Load the same, with the findings beside it; entries that are wrong are not in the register.

    Raises:
        UnreadableFile: as `load_register`.
    """
    layers = [shipped_folder()] if shipped else []
    layers += folders
    parts: list[tuple[StoredPart, int]] = []
    states: list[str] = []
    findings: list[Finding] = []
    for layer, folder in enumerate(layers, 0 if shipped else 1):
        for kind, path in _files(folder):
            shown = path.name if shipped and layer == 0 else str(path)
            part, state, found = _read_cached(kind, path, shown, cache)
            parts.append((part, layer))
            states.append(state)
            findings += found
    merged = merge(parts)
    register = Register(
        merged.regions,
        merged.schools,
        merged.participations,
        [_part(part, layer) for part, layer in parts],
        fingerprint=" ".join(states),
        left=merged.left,
    )
    register.cache = cache
    return register, findings + merged.findings


def _part(part: StoredPart, layer: int) -> Part:
    origins = tuple(Origin(**origin) for origin in part.origins)
    return Part(part.kind, part.path, part.as_of, part.source, len(part.lines), layer, origins)


def _files(folder: Path) -> Iterable[tuple[PartKind, Path]]:
    require_folder(folder, message("Check the name behind --data or STO_DATA."))
    found = [(kind, folder / f"{kind}.yaml") for kind in PART_KINDS if is_there(folder / f"{kind}.yaml")]
    if not found:
        raise UnreadableFile(
            message("The folder {folder} holds no data for sto.", folder=folder),
            message("It should hold one or more of regions.yaml, schools.yaml and participation.yaml."),
        )
    return found


def _read_cached(kind: PartKind, path: Path, shown: str, cache: Path | None) -> tuple[StoredPart, str, list[Finding]]:
    """Return a part, the state of its file, and what is wrong in it."""
    state = state_of(path)
    name = f"{kind}-{state.partition('-')[0]}"
    kept = recall(cache, name, state)
    with contextlib.suppress(ValueError, TypeError, KeyError, IndexError, RecursionError):  # no copy of ours after all
        if kept is not None:
            return read_back(kept, shown), state, []
    from sto_cli.register.part_file import read_part  # noqa: PLC0415 - not needed where there is a copy

    read = read_part(kind, path, shown)
    part = read.stored()
    if not read.findings:
        keep(cache, name, state, written(part))
    return part, state, read.findings


FORMAT = f"sto-{__version__}-5"
"""Rises whenever what a copy holds changes its shape."""


def state_of(path: Path) -> str:
    """Say in one word which file this is and in which state: another one once anything was written to it.

    By its number, size and times and not by its content: a digest of 900 schools costs a command 5 ms.

    Raises:
        UnreadableFile: it cannot be looked at.
    """
    note(path)
    try:
        status = path.stat()
    except OSError:
        read_bytes(path, 0)  # which says why not
        raise
    where = zlib.crc32(str(path.resolve()).encode(errors="surrogateescape"))
    return f"{where:x}-{status.st_dev}-{status.st_ino}-{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}"


def recall(folder: Path | None, name: str, source: str) -> bytes | None:
    """Return what was kept under `name` when its source was in this state, or None."""
    if folder is None:
        return None
    try:
        copy = folder / f"{name}.copy"
        if not copy.is_file():  # none, or a pipe on which to wait for ever
            return None
        with copy.open("rb") as stream:
            status = os.fstat(stream.fileno())
            own = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & _OTHERS_WRITE)
            head, _, body = stream.read().partition(b"\n")
    except (OSError, ValueError):
        return None
    return body if own and head == _head(source, zlib.crc32(body)) else None


def keep(folder: Path | None, name: str, source: str, pieces: Iterable[bytes]) -> None:
    """Keep pieces of text under `name`; a folder that cannot be written is passed over."""
    if folder is None:
        return
    from sto_cli.files.writing import write_whole  # noqa: PLC0415 - only when a copy is made

    body = bytearray()
    for piece in pieces:
        body += piece
    copy = bytearray(_head(source, zlib.crc32(body)) + b"\n")
    copy += body
    with contextlib.suppress(OSError, UnwritableFile):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{name}.copy", copy, force=True)
        (folder / f"{name}.copy").chmod(0o600)


_OTHERS_WRITE = 0o022


def _head(source: str, checked: int) -> bytes:
    return f"{FORMAT} {source} {checked:08x}".encode()
