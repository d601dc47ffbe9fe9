"""The parts of a ZIP archive from strangers, unpacked within bounds before any other reader sees them.

What an archive says of its own sizes may be untrue: Python's reader stops at the size that is announced, others unpack
until the packed bytes end. A part is therefore unpacked here to its real end, and refused when that lies elsewhere.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from sto_cli.files.limits import PACKED_PARTS

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_REMARK = 65_535
_LOCAL_SIZE = 30
_ENCRYPTED = 1
_CHUNK = 1 << 20
_LARGEST_ENTRY = 46 + 1_000
"""Bytes of a part in the directory: its figures, and a name and remarks far longer than any program writes."""

DAMAGED = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error,
           struct.error, IndexError)  # fmt: skip
"""What a damaged archive raises; all functions here may."""


class TooLarge(Exception):
    """There are more parts, or more bytes in them, than can be read."""


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive, after a look at the size of its directory.

    Raises:
        TooLarge: it has too many parts.
        DAMAGED: one of these.
    """
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_REMARK))
    (size,) = struct.unpack_from("<L", data, end + 12) if 0 <= end <= len(data) - _END_SIZE else (0,)
    if size > PACKED_PARTS * _LARGEST_ENTRY:
        raise TooLarge
    archive = zipfile.ZipFile(io.BytesIO(data))
    if len(archive.infolist()) > PACKED_PARTS:
        raise TooLarge
    return archive


def unpacked(data: bytes, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """Yield a part in pieces of at most a megabyte, to its real end.

    Raises:
        TooLarge: it is longer than `most` bytes.
        DAMAGED: one of these; also when it is longer or shorter than is announced.
    """
    if entry.file_size > most:
        raise TooLarge
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise NotImplementedError
    packed = _packed(data, entry)
    left = entry.file_size
    for piece in _inflated(packed) if entry.compress_type == zipfile.ZIP_DEFLATED else _pieces(packed):
        left -= len(piece)
        if left < 0:
            raise zipfile.BadZipFile
        yield piece
    if left:
        raise zipfile.BadZipFile


def _packed(data: bytes, entry: zipfile.ZipInfo) -> memoryview:
    name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + _LOCAL_SIZE + name + extra
    if start + entry.compress_size > len(data):
        raise zipfile.BadZipFile
    return memoryview(data)[start : start + entry.compress_size]


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for given in _pieces(packed):
        waiting: bytes = bytes(given)
        while waiting and not inflater.eof:
            piece = inflater.decompress(waiting, _CHUNK)
            waiting = inflater.unconsumed_tail
            if piece:
                yield piece
    rest = inflater.flush()
    if rest:
        yield rest


def _pieces(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _CHUNK):
        yield bytes(packed[start : start + _CHUNK])
