"""Writes the JSON Schemas of a plan (draft 2020-12), in both languages, from the table of its shape.

python tools/plan_schemas.py     (after tools/texts.py when a title or description changed)

The table is `sto_cli/plans/reading/shape.py`. They use no union of sub-schemas: every keyword counts only for
values of its own type, so that a validator names the exact place, and an editor knows what to offer.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sto_cli.messages import N_, Language, Translator
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.shape import (
    DATE_PATTERN,
    FILLED_PATTERN,
    PLAN,
    PROFILE_SPELLINGS,
    WORDS,
    YES_NO_WORDS,
    PlanHeading,
    Shape,
)
from sto_cli.register.profiles import PROFILES

FOLDER = Path(__file__).parent.parent / "schemas"

SCHEMA_NAMES: dict[Language, str] = {"en": "plan", "nl": "plan.nl"}


def plan_schema(language: Language) -> dict[str, Any]:
    """Return the schema of a plan whose headings are in a language, with titles and descriptions in it."""
    translator = Translator(language)
    group = _shape(PLAN, language, translator)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": translator.text(N_("A plan for Sterk Techniekonderwijs")),
        "description": translator.text(
            N_("What a school hands to its STO region: the answers to six questions, and who asks.")
        ),
        **group,
        "required": [heading.word(language) for heading in PLAN.group if heading.english in QUESTIONS],
    }


def _shape(shape: Shape, language: Language, translator: Translator) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    types = _text(shape, schema, language)
    if shape.items is not None:
        types.append("array")
        schema["items"] = _shape(shape.items, language, translator)
        if shape.filled:
            schema["minItems"] = 1
    if shape.group:
        types.append("object")
        schema["properties"] = {
            heading.word(language): _heading(heading, language, translator) for heading in shape.group
        }
        schema["additionalProperties"] = False
        if shape.main is not None:
            schema["required"] = [heading.word(language) for heading in shape.group if heading.english == shape.main]
    if not shape.filled and shape is not PLAN:
        types.append("null")
    return {"type": types[0] if len(types) == 1 else types, **schema}


def _heading(heading: PlanHeading, language: Language, translator: Translator) -> dict[str, Any]:
    return {
        "title": translator.text(heading.title),
        "description": translator.text(heading.description),
        **_shape(heading.shape, language, translator),
    }


def _text(shape: Shape, schema: dict[str, Any], language: Language) -> list[str]:
    """Add what a text must be like to `schema`, and return the types that it may have."""
    match shape.text:
        case None:
            return []
        case "free":
            if shape.filled:
                schema["pattern"] = FILLED_PATTERN
            return ["string"]
        case "date":
            schema["pattern"] = DATE_PATTERN
            return ["string"]
        case "amount":
            return ["number", "string"]
        case "name" | "school":
            return ["string", "integer"]
        case "yes-no":
            schema["examples"] = [True, False, *(word[language == "nl"] for word in YES_NO_WORDS.items()), 500, "20%"]
            return ["boolean", "string", "number"]
    _add_choices(shape, schema, language)
    return ["string"]


def _add_choices(shape: Shape, schema: dict[str, Any], language: Language) -> None:
    choices = _choices(shape, language)
    if shape.items is not None:  # a list of them is right as well
        schema.update({"if": {"type": "string"}, "then": {"enum": choices}})
    else:
        schema["enum"] = [*choices, *([] if shape.filled else [None])]


def _choices(shape: Shape, language: Language) -> list[str]:
    column = 1 if language == "nl" else 0
    if shape.text == "profile":
        return [*PROFILES, *PROFILE_SPELLINGS]
    return [pair[column] for pair in WORDS[shape.text or "form"].items()]


def main() -> None:
    for language, name in SCHEMA_NAMES.items():
        text = json.dumps(plan_schema(language), ensure_ascii=False, indent=2)
        (FOLDER / f"{name}.schema.json").write_text(text + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
