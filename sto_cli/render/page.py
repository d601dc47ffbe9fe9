"""Whole HTML pages: one file that asks nothing of any other place.

Styles and script stand in the page; its content security policy names them by their hash, so that nothing else can
run or load, whatever the data holds.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sto_cli import __version__
from sto_cli.messages import Translator, counted, message

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render_page(template: str, translator: Translator, **values: Any) -> str:
    """Return the page that a template makes of these values, in the translator's language."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_source(style)}",
            f"script-src {_source(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    page = _environment(translator).get_template(template)
    return page.render(style=style, script=script, policy=policy, version=__version__, **values)


def web_address(text: str | None) -> str | None:
    """Return a text that is safe as the target of a link: an address on the web, or None."""
    if text is None:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.netloc else None


def _environment(translator: Translator) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 40 ms, so only when a page is asked for

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
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
            "date": translator.date,
            "language": translator.language,
            "blocks": blocks,
        }
    )
    environment.filters["web"] = web_address
    return environment


BLOCK = 0.86
"""The part of its unit that a block fills; the rest is the gap to the next one."""

MOST_BLOCKS = 60
"""More than this are drawn as one bar: single blocks would be thinner than the gaps between them."""


def blocks(start: int, count: int, apart: bool) -> str:
    """Return an SVG path of `count` blocks beside each other, one unit each, from `start` on."""
    if count == 0:
        return ""
    if not apart:
        return f"M{start} 0h{count}v1h-{count}z"
    return "".join(f"M{start + i} 0h{BLOCK}v1h-{BLOCK}z" for i in range(count))


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    """Return the name by which a content security policy allows exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


Renderer = Callable[..., str]
