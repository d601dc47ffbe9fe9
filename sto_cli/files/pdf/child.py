"""The process in which a PDF is opened: it takes the file, and gives the texts and rules of its pages as JSON.

It holds itself to its bounds, and says on its standard output what stopped it. What it gives up on costs the program
nothing but the wait.
"""

import json
import logging
import sys
from typing import Any

from sto_cli.files.limits import PDF_MEGABYTES, PDF_PAGES, PDF_PIECES, PDF_SECONDS

Matrix = list[float]

THIN = 2.5
"""Points up to which a rectangle is a rule."""

_PAINTS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}


def main() -> None:
    """Read a file from standard input."""
    bind()
    logging.disable(logging.CRITICAL)
    try:
        answer = read(sys.stdin.buffer)
    except MemoryError:
        answer = {"problem": "large"}
    except Exception:  # a reader of broken files may trip in any way; whoever waits says that it is damaged
        answer = {"problem": "damaged"}
    json.dump(answer, sys.stdout)


def bind() -> None:
    """Take no more memory and processor time than a file may cost, where the system can hold a process to that."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, PDF_MEGABYTES << 20), (resource.RLIMIT_CPU, PDF_SECONDS)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most, hard))


def read(stream: Any) -> dict[str, Any]:
    """Return the pages of a file, or the `problem` with it: `password`, `large`, `damaged`."""
    from io import BytesIO  # noqa: PLC0415

    from pypdf import PdfReader  # noqa: PLC0415 - only after the bounds are set

    reader = PdfReader(BytesIO(stream.read()))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "password"}
    if len(reader.pages) > PDF_PAGES:
        return {"problem": "large"}
    pages = []
    left = PDF_PIECES
    for page in reader.pages:
        look = _Look(left)
        page.extract_text(visitor_text=look.text, visitor_operand_before=look.operand)
        left -= len(look.texts) + len(look.rules)
        box = page.mediabox
        size = {"width": float(box.width), "height": float(box.height)}
        pages.append({"texts": look.texts, "rules": look.rules, "pictures": look.pictures, **size})
    return {"pages": pages}


class _Look:
    """What stands on one page, in the page's own points from the lower left."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.texts: list[tuple[float, float, float, bool, float, str]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.path: list[tuple[float, float, float, float]] = []
        self.at = self.start = (0.0, 0.0)
        self.pictures = 0
        self.widths: dict[int, float] = {}

    def text(self, text: str, within: Matrix, at: Matrix, font: Any, size: float) -> None:
        """Take a piece of text with where it begins: x, y, size, whether it is bold, its width, and itself."""
        shown = text.strip("\r\n")
        if not shown.strip():
            return
        a, b, c, d, e, f = _times(at, within)
        if abs(b) + abs(c) > abs(a) + abs(d):  # along the side of the page
            return
        self._count()
        scale = abs(d) * size
        name = str((font or {}).get("/BaseFont", "")).lower()
        wide = abs(a) * size * self._width(font) * letters_width(shown)
        self.texts.append((e, f, scale, "bold" in name or "black" in name or "semibold" in name, wide, shown))

    def _width(self, font: Any) -> float:
        """Return how much wider the letters of a font are than those of Helvetica."""
        if font is None:
            return 1.0
        if id(font) not in self.widths:
            self.widths[id(font)] = mean_width(font)
        return self.widths[id(font)]

    def operand(self, operator: bytes, operands: Any, within: Matrix, _at: Matrix) -> None:
        """Follow the paths that are painted, for the rules of tables, and count pictures."""
        if operator == b"re" and len(operands) == 4:  # noqa: PLR2004 - x, y, width, height
            x, y, width, height = map(float, operands)
            self.path += _edges(*_at_page(x, y, within), *_at_page(x + width, y + height, within))
        elif operator == b"m":
            self.at = self.start = _at_page(float(operands[0]), float(operands[1]), within)
        elif operator == b"l":
            to = _at_page(float(operands[0]), float(operands[1]), within)
            self.path.append((*self.at, *to))
            self.at = to
        elif operator in _PAINTS:
            self._paint()
        elif operator == b"n":
            self.path = []
        elif operator in {b"Do", b"INLINE IMAGE", b"BI"}:
            self.pictures += 1

    def _paint(self) -> None:
        for x, y, to_x, to_y in self.path:
            if abs(x - to_x) <= THIN or abs(y - to_y) <= THIN:
                self._count()
                self.rules.append((min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)))
        self.path = []

    def _count(self) -> None:
        if len(self.texts) + len(self.rules) >= self.most:
            raise MemoryError


_NARROW = frozenset("ijlI.,:;'|!()[]tfr -")
_WIDE = frozenset("mwMW@%€")
MEAN = 580
"""The mean width of the letters that a document brings along of Helvetica, in thousandths of its size."""


def letters_width(text: str) -> float:
    """Return about how wide a text is in Helvetica, as part of its size."""
    narrow, wide, large = (sum(map(test, text)) for test in (_NARROW.__contains__, _WIDE.__contains__, str.isupper))
    return 0.29 * narrow + 0.83 * wide + 0.55 * (len(text) - narrow - wide) + 0.12 * large


def mean_width(font: Any) -> float:
    """Return how much wider the letters that a font brings along are than those of Helvetica, on the whole."""
    try:
        widths = [float(one) for one in _widths(font) if float(one) > 0]
    except Exception:  # a font may say anything
        return 1.0
    return min(max(sum(widths) / len(widths) / MEAN, 0.5), 2.0) if widths else 1.0


def _widths(font: Any) -> list[Any]:
    if "/Widths" in font:
        return list(font["/Widths"])
    within = font["/DescendantFonts"][0].get_object()
    found: list[Any] = []
    for one in within.get("/W", ()):
        inside = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(inside, list):
            found += inside
    return found


def _times(one: Matrix, other: Matrix) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = map(float, one)
    g, h, i, j, k, m = map(float, other)
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _at_page(x: float, y: float, within: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = map(float, within)
    return a * x + c * y + e, b * x + d * y + f


def _edges(x: float, y: float, to_x: float, to_y: float) -> list[tuple[float, float, float, float]]:
    if abs(x - to_x) <= THIN or abs(y - to_y) <= THIN:
        return [(x, y, to_x, to_y)]
    return [(x, y, to_x, y), (x, to_y, to_x, to_y), (x, y, x, to_y), (to_x, y, to_x, to_y)]


if __name__ == "__main__":
    main()
