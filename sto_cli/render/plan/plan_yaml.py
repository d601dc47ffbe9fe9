"""A plan's data as YAML that people can read and go on writing in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from sto_cli.files.yaml.writer import holds_breaks
from sto_cli.messages import N_, Language, Translator
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.shape import HEADINGS, WORDS, YES_NO_WORDS, PlanHeading, Shape
from sto_cli.render.visible import visible

WIDTH = 100
"""Columns from which a text goes on on the next line."""

_BARE = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d+(?:\.\d\d)?")
"""Days, months and amounts: plain, although YAML 1.1 reads them as something else than text. This program does not."""

UNREAD = N_("This stood under none of the six questions:")


class _Bare(str):
    """A text that is written without quotation marks."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _text(dumper: _Dumper, value: str) -> Any:
    style = "|" if "\n" in value and value.isprintable() is False and _block(value) else None
    style = '"' if holds_breaks(value) else style
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _block(value: str) -> bool:
    """Whether a text can stand as lines below its heading and be read back the same."""
    lines = value.split("\n")
    return all(line.isprintable() and line == line.strip() for line in lines) and bool(lines[0])


def _bare(dumper: _Dumper, value: _Bare) -> Any:
    tag = dumper.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag, str(value))


def _list(dumper: _Dumper, value: Sequence[Any]) -> Any:
    short = all(isinstance(item, str) for item in value) and len(str(value)) < WIDTH // 2
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)


def _nothing(dumper: _Dumper, value: None) -> Any:  # noqa: ARG001
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(type(None), _nothing)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Bare, _bare)
_Dumper.add_representer(list, _list)


def plan_yaml(data: Mapping[str, object], language: Language, unread: Sequence[str] = ()) -> str:
    """Return a plan's data under English names as YAML with the headings of a language.

    `unread` are texts of a document that are no part of the plan; they stand below it as remarks.
    """
    headings = {heading.english: heading for heading in HEADINGS}
    given = [name for name, value in data.items() if value is not None or name in QUESTIONS]
    order = [name for name in headings if name in given] + [name for name in given if name not in headings]
    parts = (
        yaml.dump(
            {_word(name, headings, language): _value(data[name], headings.get(name), language)},
            Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH,
        )
        for name in order
    )  # fmt: skip
    return _spaced([*parts, *_remarks(unread, language)])


def _spaced(parts: Sequence[str]) -> str:
    """Put an empty line before and after each part that takes more than one line."""
    lines = ""
    for before, part in zip(("", *parts), parts, strict=False):
        lines += ("\n" if before and (before.count("\n") > 1 or part.count("\n") > 1) else "") + part
    return lines


def _remarks(unread: Sequence[str], language: Language) -> Iterator[str]:
    if unread:
        lines = [Translator(language).text(UNREAD), *(line for text in unread for line in text.split("\n"))]
        yield "".join(f"# {visible(line)}".rstrip() + "\n" for line in lines)


def _word(name: str, headings: Mapping[str, PlanHeading], language: Language) -> str:
    return headings[name].word(language) if name in headings else name


def _value(value: object, heading: PlanHeading | None, language: Language) -> object:
    """Return a value in the words of a language."""
    shape = heading.shape if heading is not None else Shape()
    if isinstance(value, Mapping):
        return _group(value, shape.group, language)
    if isinstance(value, list):
        items = shape.items or Shape()
        return [
            _group(item, items.group, language) if isinstance(item, Mapping) else _scalar(item, items, language)
            for item in value
        ]
    return _scalar(value, shape, language)


def _group(group: Mapping[str, object], headings: Sequence[PlanHeading], language: Language) -> dict[str, object]:
    known = {heading.english: heading for heading in headings}
    return {
        _word(name, known, language): _value(value, known.get(name), language)
        for name, value in group.items()
        if value is not None
    }


def _scalar(value: object, shape: Shape, language: Language) -> object:
    if isinstance(value, bool):
        english = "yes" if value else "no"
        return _Bare(YES_NO_WORDS[english] if language == "nl" else english)
    if not isinstance(value, str):
        return value
    words = WORDS.get(shape.text or "free", {})
    text = words.get(value, value) if language == "nl" else value
    return _Bare(text) if _BARE.fullmatch(text) else text
