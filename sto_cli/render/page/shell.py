"""Whole HTML pages: one file that asks nothing of any other place.

Styles and script stand in the page; its content security policy names them by their hash, so that nothing else can
run or load, whatever the data holds.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sto_cli import __version__
from sto_cli.files.personal import without_addresses
from sto_cli.messages import Translator, counted, message
from sto_cli.register.dates import written_date
from sto_cli.render.reports.words import KINDS, PARTS, profiles_of, region_names, source_words
from sto_cli.render.visible import host, page_source, visible, web_address
from sto_cli.render.words import HEADINGS, LOOKS, ROLES, STANDINGS, occurring
from sto_cli.reports.count import Count, Standing, share

if TYPE_CHECKING:
    from jinja2 import Environment


TEMPLATES = Path(__file__).parent / "templates"


def render_page(template: str, translator: Translator, style: str = "page.css", /, **values: Any) -> str:
    """Return the page that a template makes of these values, in the translator's language.

    `style` is page.css for pages with maps, charts and tables to search, for which there is a script too; or
    document.css, which is all that running text needs.
    """
    style, script = _asset(style), _asset("page.js") if style == "page.css" else ""
    page = _environment(translator).get_template(template)
    whole = page.render(style=style, script=script, policy=_policy(style, script), version=__version__, **values)
    return whole.replace("€ ", "€\N{NO-BREAK SPACE}")  # an amount stays on one line


def _environment(translator: Translator) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 40 ms, so only when a page is asked for

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        {
            "_": translator.text,
            "say": translator.say,
            "message": message,
            "counted": counted,
            "number": translator.number,
            "share": share,
            "month": lambda written: translator.say(written_date(written)) if written else "",
            "language": translator.language,
            "waffle": waffle,
            "stretches": stretches,
            "occurring": occurring,
            "page_source": page_source,
            "profiles_of": profiles_of,
            "source_words": partial(source_words, translator=translator),
            "regions": partial(region_names, translator=translator),
        }
    )
    words: dict[str, Mapping[Any, str]] = {
        "standings": STANDINGS,
        "headings": HEADINGS,
        "kinds": KINDS,
        "register_parts": PARTS,
        "roles": ROLES,
    }
    environment.globals.update(
        {name: {key: translator.text(word) for key, word in said.items()} for name, said in words.items()}
    )
    environment.filters.update({"web": web_address, "host": host})
    return environment


def _shown(value: object) -> object:
    """Make what does not show visible, in texts that come from data, and leave out what leads to a person.

    Markup stays as it is, and so do drawings, which are marked as such: their numbers look like those of telephones.
    """
    return visible(without_addresses(value)) if type(value) is str else value


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_source(style)}",
            *([f"script-src {_source(script)}"] if script else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _source(text: str) -> str:
    """Return the name by which a content security policy allows exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


A_LINE = 10
"""Marks in a line, so that tens are seen at once; more go on in the next one."""

MOST = 100
"""Where a row has more schools than this, a mark stands for several in the whole table."""

STEP = 10
"""Pixels from one mark to the next, and from one line to the next."""


@dataclass(frozen=True, slots=True)
class Waffle:
    """SVG paths for the standings of a count, in pixels, one after the other; all fit in the width and height.

    `participating` is drawn as points for a round pen, the others as outlines of diamonds and rings.
    """

    width: int
    height: int
    paths: Sequence[tuple[Standing, str]]


def schools_a_mark(counts: Iterable[Count]) -> int:
    """Return for how many schools a mark stands in a table of these counts: the same in every row."""
    return max(1, -(-max((count.schools for count in counts), default=0) // MOST))


def waffle(count: Count, a_mark: int = 1) -> Waffle:
    """Draw a count, standing after standing as in a bar; whatever is not nothing is drawn."""
    sizes = [-(-getattr(count, standing) // a_mark) for standing in LOOKS]
    edges = [0, *accumulate(sizes)]
    spans = zip(LOOKS, pairwise(edges), strict=True)
    paths = [(one, "".join(_middle(number) + _PENS.get(one, "h0") for number in range(*span))) for one, span in spans]
    return Waffle(
        width=min(edges[-1], A_LINE) * STEP,
        height=-(-edges[-1] // A_LINE) * STEP,
        paths=[(standing, path) for standing, path in paths if path],
    )


_PENS: dict[Standing, str] = {
    "not_participating": "m0-4.5 4.5 4.5-4.5 4.5-4.5-4.5z",
    "likely": "m-3.4 0a3.4 3.4 0 1 0 6.8 0 3.4 3.4 0 1 0-6.8 0z",
    "in_talks": "m0-4 4.2 7.6h-8.4z",
    "unknown": "m-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0z",
}
"""What is drawn from the middle of a mark, where it is not a point."""


def stretches(count: Count) -> list[tuple[Standing, float, float]]:
    """Return the parts of a bar: standing, where it begins and how long it is, in percents of the whole."""
    found: list[tuple[Standing, float, float]] = []
    at = 0
    for standing in LOOKS:
        size = getattr(count, standing)
        if size:
            found.append((standing, round(100 * at / count.schools, 2), round(100 * size / count.schools, 2)))
        at += size
    return found


def _middle(number: int) -> str:
    """Return the middle of a mark as the start of a path."""
    line, column = divmod(number, A_LINE)
    return f"M{column * STEP + STEP // 2} {line * STEP + STEP // 2}"
