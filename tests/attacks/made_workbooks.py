# ruff: noqa: E501 - an attack on a line
"""Excel workbooks made by hand, as no spreadsheet program would make them."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

OLD = Path(__file__).parent.parent / "files" / "workbooks" / "old.xls"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

HEAD = f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}"><sheetData>'
FOOT = "</sheetData></worksheet>"


def cell(text: str, attributes: str = "") -> str:
    return f'<c{attributes} t="inlineStr"><is><t>{text}</t></is></c>'


HEADINGS = f"<row>{cell('School')}{cell('Plaats')}</row>"
ONE = f"<row>{cell('Het Stedelijk Alpha')}{cell('Enschede')}</row>"


def sheet(rows: str, behind: str = "") -> str:
    return HEAD + HEADINGS + rows + FOOT.replace("</worksheet>", behind + "</worksheet>")


def book(content: str | bytes, more: dict[str, str | bytes] | None = None, sheets: int = 1) -> bytes:
    """Pack a workbook of which all sheets are one part, with these parts beside it."""
    names = "".join(f'<sheet name="S{at}" sheetId="{at + 1}" r:id="rId{at}"/>' for at in range(sheets))
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        for at in range(sheets)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": content,
        **(more or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def lying(content: str, announced: int) -> bytes:
    """Pack a workbook whose sheet announces another size, with the check sum of its first bytes."""
    import zlib

    data = bytearray(book(content))
    end = data.rfind(b"PK\x05\x06")
    at = struct.unpack_from("<L", data, end + 16)[0]
    while data[at : at + 4] == b"PK\x01\x02":
        name, extra, remark = struct.unpack_from("<HHH", data, at + 28)
        if data[at + 46 : at + 46 + name] == b"xl/worksheets/sheet1.xml":
            checksum = zlib.crc32(content.encode()[:announced])
            (local,) = struct.unpack_from("<L", data, at + 42)
            for place in (at + 16, local + 14):
                struct.pack_into("<L", data, place, checksum)
            for place in (at + 24, local + 22):
                struct.pack_into("<L", data, place, announced)
        at += 46 + name + extra + remark
    return bytes(data)


def old_with(*changes: tuple[int, str, int]) -> bytes:
    """Return an old workbook with these numbers changed: where, how written, and which."""
    data = bytearray(OLD.read_bytes())
    for at, form, number in changes:
        struct.pack_into(form, data, at, number)
    return bytes(data)


def last_cell_of_old() -> int:
    """Return where the row and column of the last cell of the old workbook stand."""
    return OLD.read_bytes().rindex(struct.pack("<HHHH", 0xFD, 10, 1, 1)) + 4


def directory_of_old() -> int:
    """Return where the list of the streams of the old workbook stands."""
    return 512 * (1 + int(struct.unpack_from("<L", OLD.read_bytes(), 48)[0]))
