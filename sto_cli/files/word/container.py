"""The container of a Word document: a ZIP archive of parts, looked at before anything is unpacked.

Sizes, numbers and ratios come from the archive's own directory, and a part is never read beyond the size that it
announces there. Only the parts that are asked for are unpacked, so pictures cost nothing.
"""

import codecs
import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from sto_cli.files.limits import WORD_BYTES, WORD_DIRECTORY_BYTES, WORD_PART_BYTES
from sto_cli.files.word.other_kinds import WordProblem, other_package
from sto_cli.files.word.tree import Node, read_tree

HIGHEST_RATIO = 150
"""Times that a part may grow: XML of Word grows 8 to 40 times."""

RATIO_FROM = 500_000
"""Bytes from which the ratio is looked at: a part of a few empty tables may well grow 200 times."""

MAIN_PART = "word/document.xml"
OFFICE_DOCUMENT = "/officeDocument"
"""How the type of the relationship to the main part ends, in both dialects of the standard."""

_END = b"PK\x05\x06"
_LARGE_LOCATOR = b"PK\x06\x07"
_END_SIZE = 22
_LONGEST_REMARK = 65_535
_ENCRYPTED = 1
_DECLARED = re.compile(r"(?<=<\?xml)[^>]*\?>")
"""What a part says of its encoding, which is no longer true when that has changed."""


class Container:
    """The parts of one document by name; a part is unpacked when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the archive."""
        self.data = data
        self._check_directory()
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as problem:
            raise WordProblem("damaged") from problem
        self.entries = {_name(entry.filename): entry for entry in self.archive.infolist()}
        self.main = self._main_part()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self.entries

    def read(self, name: str) -> bytes:
        """Unpack a part, as UTF-8 when it is UTF-16; an absent one is empty.

        Raises:
            WordProblem: it is damaged, protected or too large.
        """
        entry = self.entries.get(name.lower())
        if entry is None:
            return b""
        if entry.flag_bits & _ENCRYPTED:
            raise WordProblem("password")
        if entry.file_size > WORD_PART_BYTES or _swells(entry):
            raise WordProblem("large")
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise WordProblem("damaged")
        try:
            part = self.archive.read(entry)
            if not part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return part
            text = part.decode("utf-16", "replace")
            return _DECLARED.sub(' version="1.0"?>', text, count=1).encode("utf-8", "replace")
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as problem:
            raise WordProblem("damaged") from problem

    def tree(self, name: str) -> Node | None:
        """Unpack a part and read its XML; None when there is no such part."""
        return read_tree(self.read(name)) if self.has(name) else None

    def related(self, name: str) -> dict[str, str]:
        """Return the parts that a part names, by the last word of the relation's type (`styles`, `comments`)."""
        found: dict[str, str] = {}
        for kind, target in self._relations(name):
            found.setdefault(kind, target)
        return found

    def parts_of(self, name: str, *kinds: str) -> list[str]:
        """Return all parts of some kinds that a part names, each once."""
        found = (target for kind, target in self._relations(name) if kind in kinds and self.has(target))
        return list(dict.fromkeys(found))

    def _relations(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield what a part names: the last word of the relation's type, and the part."""
        tree = self.tree(relations_of(name))
        for relation in tree.children if tree is not None else ():
            if relation.get("TargetMode") != "External":
                yield relation.get("Type").rpartition("/")[2], _resolved(relation.get("Target"), name)

    def _check_directory(self) -> None:
        """Look at the end of the archive, which says how large its directory is, before that is read."""
        if len(self.data) > WORD_BYTES:
            raise WordProblem("large")
        start = self.data.rfind(_END, max(0, len(self.data) - _END_SIZE - _LONGEST_REMARK))
        if start < 0 or len(self.data) < start + _END_SIZE:
            raise WordProblem("damaged")
        (size,) = struct.unpack_from("<L", self.data, start + 12)
        if size > WORD_DIRECTORY_BYTES or self.data[max(0, start - 20) : start].startswith(_LARGE_LOCATOR):
            raise WordProblem("large")

    def _main_part(self) -> str:
        if any(name.endswith("vbaproject.bin") for name in self.entries):
            raise WordProblem("macros")
        named = self.related("").get(OFFICE_DOCUMENT.strip("/"), MAIN_PART).lower()
        if named in self.entries and not named.startswith(("xl/", "ppt/")):
            return named
        raise other_package(self.entries, self.read)


def relations_of(name: str) -> str:
    """Return the name of the part that says which parts this part names."""
    folder, last = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{last}.rels").lower()


def _resolved(target: str, source: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/").lower()
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target)).lower()


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > RATIO_FROM and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)


def _name(written: str) -> str:
    return written.replace("\\", "/").lstrip("/").lower()
