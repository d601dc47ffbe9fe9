"""A whole Word document around its body: styles, page, header and footer, title and language."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from sto_cli.files.word.packing import pack, xml_text
from sto_cli.messages import Language
from sto_cli.render.word.elements import field, paragraph_of, run

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
