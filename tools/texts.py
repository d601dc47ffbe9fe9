"""Brings the catalogues of texts up to date with the code, and compiles them.

python tools/texts.py            extract, merge into the Dutch catalogue, compile, list what lacks a translation
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sto_cli.plans.rule_pages import page_texts
from sto_cli.plans.rules import RULES

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "sto_cli" / "messages" / "locale"
DATELESS = datetime(2026, 1, 1, tzinfo=UTC)
"""The compiled file changes when its texts do, not with the day."""

HEADER = """\
# The Dutch texts of sto.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Language: nl\\n"

"""
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
SCHEMA_TEXTS = [("plan_schemas.py", "python")]
KEYWORDS = {"N_": None, "_": None, "message": None, "counted": (1, 2)}


def extract() -> Catalog:
    """Return all texts that the code speaks, in the order of the code."""
    catalogue = Catalog(locale="nl", project="sto", charset="utf-8", header_comment="# The Dutch texts of sto.")
    for folder, methods in (("sto_cli", METHODS), ("tools", SCHEMA_TEXTS)):
        found = extract_from_dir(ROOT / folder, methods, keywords=KEYWORDS, strip_comment_tags=True)
        for name, _line, texts, _comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
            if texts and (texts if isinstance(texts, str) else texts[0]):
                catalogue.add(texts, locations=[(f"{folder}/{name}", None)])
    for rule in RULES:  # a rule's page is its docstring
        for text in page_texts(rule.check.__doc__ or ""):
            catalogue.add(text, locations=[(f"{rule.check.__module__.replace('.', '/')}.py", None)])
    return catalogue


def merge(path: Path, template: Catalog) -> Catalog:
    """Return the catalogue at `path` with exactly the template's texts, keeping translations."""
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="nl", ignore_obsolete=True)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = DATELESS
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue as the program reads it."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Return the texts without a (whole) translation."""
    return [
        str(entry.id)
        for entry in catalogue
        if entry.id and (not entry.string or entry.fuzzy or (isinstance(entry.string, tuple) and not all(entry.string)))
    ]


def main() -> int:
    path = LOCALE / "nl" / "LC_MESSAGES" / "sto.po"
    catalogue = merge(path, extract())
    with path.open("wb") as stream:
        stream.write(HEADER.encode())  # without the dates that Babel writes: the file changes when its texts do
        write_po(stream, catalogue, width=115, sort_by_file=True, omit_header=True)
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    typer_words = path.with_name("messages.po")
    with typer_words.open("rb") as stream:
        words = read_po(stream, locale="nl")
    words.creation_date = words.revision_date = DATELESS
    typer_words.with_suffix(".mo").write_bytes(compiled(words))
    lacking = missing(catalogue)
    print(f"{len(catalogue)} texts, {len(lacking)} without a Dutch translation", *lacking, sep="\n  ")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
