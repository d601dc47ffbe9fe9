"""A whole Word document around its body: styles, page, header and footer, title and language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from sto_cli.files.word.packing import pack, xml_text
from sto_cli.messages import Language

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_TEMPLATES = ("styles", "numbering", "settings", "fontTable")
"""The parts that are the same in every document, but for the language."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of A4, in twentieths of a point; `room` is the width between its margins of 2 cm."""

    width: int
    height: int

    @property
    def room(self) -> int:
        """The width between the margins."""
        return self.width - 2 * MARGIN


MARGIN = 1134
"""The margins beside the text: 2 cm."""

PORTRAIT = Page(11906, 16838)
LANDSCAPE = Page(16838, 11906)


@dataclass(frozen=True, slots=True)
class HeadAndFoot:
    """What stands around the body: the document's title, and the texts at the head and the foot of every page."""

    title: str
    language: Language
    left: str = ""
    right: str = ""
    foot: str = ""
    page: Page = PORTRAIT


def word_document(body: str, sheet: HeadAndFoot) -> bytes:
    """Return a document; the same body and sheet give the same bytes."""
    locale = _LOCALES[sheet.language]
    folder = files("sto_cli.render.word") / "templates"
    fixed = {
        f"word/{name}.xml": (folder / f"{name}.xml").read_text("utf-8").replace("LANGUAGE", locale)
        for name in _TEMPLATES
    }
    return pack({
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _HEAD + _relations((f"{_R}/officeDocument", "word/document.xml"),
                                          (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")),
        "docProps/core.xml": _HEAD + _core(sheet, locale),
        "word/document.xml": (
            f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}">'
            f"<w:body>{body}{_section(sheet.page)}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _HEAD + _relations(*(
            (f"{_R}/{name}", f"{name}.xml") for name in (*_TEMPLATES, "header", "footer"))),
        "word/header.xml": f'{_HEAD}<w:hdr xmlns:w="{_W}">{_header(sheet)}</w:hdr>',
        "word/footer.xml": f'{_HEAD}<w:ftr xmlns:w="{_W}">{_footer(sheet)}</w:ftr>',
        **fixed,
    })  # fmt: skip


def _section(page: Page) -> str:
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="1701" w:right="{MARGIN}" w:bottom="1247" w:left="{MARGIN}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _header(sheet: HeadAndFoot) -> str:
    left = run(sheet.left, bold=True, color="0A5B6B")
    return _tabbed(f"{left}<w:r><w:tab/></w:r>{run(sheet.right)}", "Header", sheet.page)


def _footer(sheet: HeadAndFoot) -> str:
    pages = f"{field('PAGE', '1')}{run(' / ')}{field('NUMPAGES', '1')}"
    return _tabbed(f"{run(sheet.foot)}<w:r><w:tab/></w:r>{pages}", "Footer", sheet.page)


def _tabbed(inside: str, style: str, page: Page) -> str:
    """Return a paragraph of which the last part stands at the right margin; the styles know where that is on end."""
    if page == PORTRAIT:
        return paragraph_of(inside, style)
    tabs = f'<w:tabs><w:tab w:val="clear" w:pos="{PORTRAIT.room}"/><w:tab w:val="right" w:pos="{page.room}"/></w:tabs>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{inside}</w:p>'


def _content_types() -> str:
    kinds = {"document": "document.main", "header": "header", "footer": "footer"} | {name: name for name in _TEMPLATES}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{parts}</Types>'
    )


def _relations(*entries: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core(sheet: HeadAndFoot, locale: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml_text(sheet.title)}</dc:title><dc:language>{locale}</dc:language></cp:coreProperties>"
    )


WIDTH = 9638
"""Twentieths of a point between the margins: 17 cm."""

LABEL_GROUND = "F4F3EE"
HAIRLINE = "B9B8AE"

_ROOM = 454
"""Least height of a row to write in: 0.8 cm."""


@dataclass(frozen=True, slots=True)
class WordColumn:
    """A column of a table: its width, whether it holds amounts, and whether its letters are small."""

    width: int
    number: bool = False
    small: bool = False


def run(text: str, *, bold: bool = False, color: str = "") -> str:
    """Return a piece of text; line feeds in it become line breaks."""
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{color}"/>' if color else "")
    around = f"<w:rPr>{look}</w:rPr>" if look else ""
    lines = (f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{around}{'<w:br/>'.join(lines)}</w:r>"


def paragraph(text: str = "", style: str = "", *, right: bool = False) -> str:
    """Return a paragraph of one look."""
    return paragraph_of(run(text) if text else "", style, right=right)


def paragraph_of(inside: str, style: str = "", *, right: bool = False) -> str:
    """Return a paragraph around runs."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ('<w:jc w:val="right"/>' if right else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def field(code: str, shown: str) -> str:
    """Return a field such as the number of the page, with what it shows until it is worked out."""
    return f'<w:fldSimple w:instr=" {code} ">{run(shown)}</w:fldSimple>'


def cell(paragraphs: Iterable[str], width: int, *, ground: str = "", border: str = "") -> str:
    """Return a cell; a cell without paragraphs gets an empty one, as every cell must have one."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{border}{shade}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or paragraph('', 'TableText')}</w:tc>"


def row(cells: Iterable[str], *, heading: bool = False, room: int = 0) -> str:
    """Return a row; a heading is repeated at the top of each page. `room` is its least height."""
    height = f'<w:trHeight w:val="{room}" w:hRule="atLeast"/>' if room else ""
    properties = f"<w:cantSplit/>{height}{'<w:tblHeader/>' if heading else ''}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[int], title: str, *, side: bool = False, lines: str = "") -> str:
    """Return a table; `title` is what a screen reader says of it, `side` that its first column holds the headings."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'<w:tblLook w:val="04A0" w:firstRow="{int(not side)}" w:lastRow="0" w:firstColumn="{int(side)}" '
    look += 'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    properties = (
        f'<w:tblStyle w:val="STO"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{lines}<w:tblLayout w:type="fixed"/>{look}'
        f'<w:tblCaption w:val="{xml_text(title)}"/>'
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def heading_row(headings: Sequence[str], columns: Sequence[WordColumn]) -> str:
    """Return the row with the headings of a table."""
    under = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="17212B"/></w:tcBorders>'
    cells = (
        cell([paragraph(text, _style("TableHead", column), right=column.number)], column.width, border=under)
        for text, column in zip(headings, columns, strict=True)
    )
    return row(cells, heading=True)


def text_row(texts: Sequence[str], columns: Sequence[WordColumn], *, bold: bool = False) -> str:
    """Return a row of texts."""
    cells = (
        cell([paragraph_of(_bold(text, bold=bold), _style("TableText", column), right=column.number)], column.width)
        for text, column in zip(texts, columns, strict=True)
    )
    return row(cells)


def _style(name: str, column: WordColumn) -> str:
    return f"{name}Small" if column.small else name


def _bold(text: str, *, bold: bool) -> str:
    return run(text, bold=bold) if text else ""


def form_row(texts: Sequence[str], columns: Sequence[WordColumn], *, whole: bool) -> str:
    """Return a row with room to write in; `whole` keeps it on one page with the row below it."""
    style = "TableWhole" if whole else "TableText"
    return row(
        (
            cell([paragraph(text, style, right=column.number)], column.width)
            for text, column in zip(texts, columns, strict=True)
        ),
        room=_ROOM,
    )


def label_row(label: str, remark: str, value: str, widths: Sequence[int]) -> str:
    """Return a row with a label and a remark on the left and what is filled in on the right."""
    left = [paragraph_of(run(label, bold=True), "TableText")]
    if remark:
        left.append(paragraph(remark, "TableHelp"))
    right = [paragraph(value, "TableText")]
    return row([cell(left, widths[0], ground=LABEL_GROUND), cell(right, widths[1])], room=_ROOM)


def box(text: str, height: int, title: str) -> str:
    """Return a frame to write in."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    lines = f"<w:tblBorders>{sides}</w:tblBorders>"
    paragraphs = [paragraph(part, "TableText") for part in text.split("\n")]
    properties = f'<w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    inside = f"<w:tr>{properties}{cell(paragraphs, WIDTH)}</w:tr>"
    return table([inside], [WIDTH], title, side=True, lines=lines)
