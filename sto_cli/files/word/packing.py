"""Packing parts into a document; the same parts give the same bytes.

A part that is not touched is copied as it is packed: it is never unpacked, whatever it would grow to, and stays the
same to the bit.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sto_cli.files.outgoing import outgoing

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")

_VERSION = 20
_UTF_8 = 0x800
_SIZES_BEHIND = 0x8
"""The mark of a part whose sizes stand behind it; in a copy they stand before it."""

_NEW_YEAR_1980 = 0x21
"""The earliest date that an archive can hold: it says that no time is meant."""


@dataclass(frozen=True, slots=True)
class _Packed:
    name: bytes
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    size: int
    content: bytes

    def local(self) -> bytes:
        fields = (self.flags, self.method, self.time, self.date, self.checksum, len(self.content), self.size)
        return _LOCAL.pack(b"PK\x03\x04", _VERSION, *fields, len(self.name), 0) + self.name + self.content

    def central(self, offset: int) -> bytes:
        fields = (self.flags, self.method, self.time, self.date, self.checksum, len(self.content), self.size)
        head = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *fields, len(self.name), 0, 0, 0, 0, 0, offset)
        return head + self.name


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts, by name, in their order."""
    return _archive(_new(name, content) for name, content in parts.items())


def repack(original: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive with these parts replaced or added, and all others as they are.

    `original` is one that was opened as a `Container`; names are compared without regard to capitals.
    """
    left = dict(changed)
    entries: list[_Packed] = []
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        for entry in archive.infolist():
            content = left.pop(entry.filename.lower(), None)
            entries.append(_copied(original, entry) if content is None else _new(entry.filename, content))
    return _archive([*entries, *(_new(name, content) for name, content in left.items())])


def _archive(entries: Iterator[_Packed] | list[_Packed]) -> bytes:
    stream, directory = io.BytesIO(), []
    for entry in entries:
        directory.append(entry.central(stream.tell()))
        stream.write(entry.local())
    start, packed = stream.tell(), b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(packed), start, 0)
    return stream.getvalue() + packed + end


def _new(name: str, content: str | bytes) -> _Packed:
    data = content.encode() if isinstance(content, str) else content
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezer.compress(data) + squeezer.flush()
    method = zipfile.ZIP_DEFLATED
    return _Packed(name.encode(), _UTF_8, method, 0, _NEW_YEAR_1980, zlib.crc32(data), len(data), packed)


def _copied(original: bytes, entry: zipfile.ZipInfo) -> _Packed:
    fields = _LOCAL.unpack_from(original, entry.header_offset)
    name_at = entry.header_offset + _LOCAL.size
    content_at = name_at + fields[9] + fields[10]
    return _Packed(
        original[name_at : name_at + fields[9]],
        entry.flag_bits & ~_SIZES_BEHIND,
        entry.compress_type,
        fields[4],
        fields[5],
        entry.CRC,
        entry.file_size,
        original[content_at : content_at + entry.compress_size],
    )


_FORBIDDEN = re.compile("[\ufffe\uffff]")
"""Characters that XML cannot hold, beside those that never leave the program."""


def xml_text(text: str) -> str:
    """Escape a text for XML, between tags and in attributes; what XML cannot hold becomes the sign for that."""
    text = _FORBIDDEN.sub("\ufffd", outgoing(text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
