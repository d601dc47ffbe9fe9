"""Writes docs/rules.md and docs/regels.md, the pages of all rules, and docs/regeling.md, what is known of the scheme.

python tools/rules_docs.py     (after tools/texts.py when a page changed)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sto_cli.findings import SEVERITIES
from sto_cli.messages import Language, Translator
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.rule_pages import RulePage, page_of
from sto_cli.plans.rules import RULES
from sto_cli.register.scheme import scheme
from sto_cli.render.document.markdown import document_markdown
from sto_cli.render.findings.rules import scheme_document, source_text
from sto_cli.render.formats import Look

FOLDER = Path(__file__).parent.parent / "docs"
NAMES: dict[Language, str] = {"en": "rules.md", "nl": "regels.md"}

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Rules for plans",
        "intro": "What `sto validate` looks at, and what `sto explain RULE` says about it. An *error* must be mended, "
        "a *warning* deserves a look, a *tip* is advice. This page is made from the rules themselves by "
        "`tools/rules_docs.py`; [Dutch](regels.md).",
        "table": "| heading | Dutch | what it is for |",
        "headings": "The headings of a plan",
        "error": "Errors", "warning": "Warnings", "tip": "Tips",
        "why": "Why", "example": "Example", "lighter": "Weighs less", "mend": "How to mend it", "source": "Source",
    },
    "nl": {
        "title": "Regels voor plannen",
        "intro": "Waar `sto validate` naar kijkt, en wat `sto explain REGEL` erover zegt. Een *fout* moet hersteld "
        "worden, een *waarschuwing* verdient een blik, een *tip* is een advies. Deze pagina is uit de regels zelf "
        "gemaakt door `tools/rules_docs.py`; [Engels](rules.md).",
        "table": "| kopje | Engels | waar het voor is |",
        "headings": "De kopjes van een plan",
        "error": "Fouten", "warning": "Waarschuwingen", "tip": "Tips",
        "why": "Waarom", "example": "Voorbeeld", "lighter": "Weegt minder", "mend": "Zo herstelt u het",
        "source": "Bron",
    },
}  # fmt: skip


def document(language: Language) -> str:
    """Return the page with all rules in a language, as Markdown."""
    words, translator = WORDS[language], Translator(language)
    lines = [f"# {words['title']}", "", words["intro"], ""]
    for severity in SEVERITIES:
        names = [f"[{rule.id}](#{rule.id})" for rule in RULES if severity == rule.severity]
        lines += [f"**{words[severity]}:** {' · '.join(names)}", ""]
    lines += [f"## {words['headings']}", "", words["table"], "|---|---|---|", *_headings(language, translator), ""]
    for severity in SEVERITIES:
        lines += [f"## {words[severity]}", ""]
        for rule in RULES:
            if severity == rule.severity:
                lines += _page(page_of(rule), words, translator)
    return "\n".join(lines).rstrip() + "\n"


def _headings(language: Language, translator: Translator) -> Iterator[str]:
    other: Language = "nl" if language == "en" else "en"
    for heading in HEADINGS:
        yield (
            f"| `{heading.word(language)}` | `{heading.word(other)}` | "
            f"**{translator.text(heading.title)}** {translator.text(heading.description)} |"
        )
        details = heading.shape.items.group if heading.shape.items else heading.shape.group
        for detail in details:
            yield f"| – `{detail.word(language)}` | `{detail.word(other)}` | {translator.text(detail.description)} |"


def _page(page: RulePage, words: dict[str, str], translator: Translator) -> list[str]:
    say = translator.text
    return [
        f"### {page.id}", "",
        say(page.sentence), "",
        f"**{words['why']}.** {say(page.why)}", "",
        *([f"**{words['lighter']}.** {' '.join(map(say, page.lighter))}", ""] if page.lighter else ()),
        f"**{words['example']}**", "", "```yaml", say(page.example), "```", "",
        f"**{words['mend']}.** {say(page.mend)}", "",
        f"**{words['source']}.** {source_text(page.source, translator)}", "",
    ]  # fmt: skip


def main() -> None:
    for language, name in NAMES.items():
        (FOLDER / name).write_text(document(language), "utf-8", newline="\n")
    (FOLDER / "regeling.md").write_text(scheme_page(), "utf-8", newline="\n")


def scheme_page() -> str:
    """Return what is known of the scheme, as Markdown in Dutch."""
    translator = Translator("nl")
    return document_markdown(scheme_document(scheme(), translator), Look(translator))


if __name__ == "__main__":
    main()
